"""A contact of the IRO between reviews: what kind, by one key; an ordinary visit today needs no more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import RecordContact
from iro_desktop.domain.vocabulary import ContactKind, Role
from iro_desktop.domain.wording import capital
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_form import ChildForm, Save
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.choices import Choice, DropDown

_KINDS = tuple(ContactKind)
_NOTES = {ContactKind.MEETING: "Which meeting, and why you went"}


class ContactForm(ChildForm):
    """Kind, day, with whom, note."""

    def __init__(self, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__("Contact", desk, save, view, parent)
        self.kinds = QButtonGroup(self)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, kind in enumerate(_KINDS):
            choice = Choice(capital(kind.label), str(number + 1), holder)
            self.kinds.addButton(choice, number)
            column.addWidget(choice)
        self.whom = DropDown("With whom", self)
        self.whom.addItem("Not said", "")
        for role in Role:
            self.whom.addItem(capital(role.label), role.value)
        self.note = QLineEdit(self)
        self.note.setAccessibleName("What it was about")
        self.add_field("how", "Kind", holder)
        holder.setFocusProxy(self.kinds.button(0))
        self.add_day("On", desk.today_on)
        self.add_field("with_whom", "With whom, if not the child alone", self.whom)
        self.add_field("note", "What it was about, if you like", self.note)
        self.finish()
        self.kinds.idToggled.connect(self._kind_chosen)

    def begin(self) -> None:
        """With the kind."""
        (self.kinds.checkedButton() or self.kinds.button(0)).setFocus()

    def problems(self) -> Problems:
        """The kind has to be said, and the day."""
        missing = [] if self.kinds.checkedId() >= 0 else [("how", "Say which kind: press 1 to 6.")]
        is_unreadable = self.day.day() is None
        return [*missing, *([("day", "Say the day, for example 12 mar or yesterday.")] if is_unreadable else [])]

    def act(self) -> RecordContact:
        """The contact."""
        whom = self.whom.currentData()
        return RecordContact(
            child=self._view.child,
            on=self.day.known_day(),
            how=_KINDS[self.kinds.checkedId()],
            with_whom=Role(whom) if whom else None,
            note=self.note.text().strip() or None,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit says the kind."""
        number = event.key() - Qt.Key.Key_1
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and 0 <= number < len(_KINDS):
            self.kinds.button(number).setChecked(True)
            self.kinds.button(number).setFocus()
        else:
            super().keyPressEvent(event)

    def _kind_chosen(self) -> None:
        self.fields["how"].refuse("")
        if self.kinds.checkedId() >= 0:
            self.fields["note"].say(_NOTES.get(_KINDS[self.kinds.checkedId()], ""))
