"""Add a child: an id, and since when looked after or the last review. The rest is asked later as incomplete."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import AddChild
from iro_desktop.domain.births import Birth, typed_birth
from iro_desktop.domain.dates import short
from iro_desktop.services.desk import Desk
from iro_desktop.services.record_views import Alike
from iro_desktop.ui.forms.child_form import Save
from iro_desktop.ui.forms.record_fields import NOT_A_BIRTH, birth_words
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import Card, QuietButton, Text
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField

_OPEN = "Alt+O"
_DAYS = {"looked_after_since": "Looked after since", "last_review_on": "Last review on"}


class AddChildForm(FormSheet):
    """Says while one types who it may already be, and opens that child instead."""

    child_wanted = Signal(str)  # the id of who was added, or of who is here already

    def __init__(self, desk: Desk, save: Save, iro: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Add a child", save, parent)
        self._desk = desk
        self.about.set_or_hide("An id and one of the two days are enough. What is missing is asked for later.")
        self.council_id = self._line("council_id", "Id of the child")
        self.days = {name: DateField(words, desk.typed_date, self) for name, words in _DAYS.items()}
        for name, field in self.days.items():
            field.setPlaceholderText("2 nov, 12 mar 2024")
            self.add_field(name, _DAYS[name], field)
        self._add_alike()
        self.given = self._line("given_name", "Given name, if you like")
        self.family = self._line("family_name", "Family name, if you like")
        self.born = self._line("born_on", "Born, if known", "3 May 2015, May 2015, expected 3 Feb")
        self.iro = DropDown("IRO", self)
        for name in desk.iros_in_post():
            self.iro.addItem(name, name)
        self.iro.setCurrentIndex(self.iro.findData(iro))
        if desk.iros_in_post():
            self.iro.insertItem(0, "Not allocated yet", "")
            self.iro.setCurrentIndex(max(0, self.iro.findData(iro)))
            self.add_field("iro", "IRO", self.iro)
        else:
            self.iro.hide()  # nobody to choose from yet
        self.finish()
        self._look_again()
        QShortcut(QKeySequence(_OPEN), self, self.open_instead, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        self.add_field(name, label, line)
        return line

    def _add_alike(self) -> None:
        self.alike = Card(self.content, "Here already?")
        self.alike_words = Text("", parent=self.alike)
        self.alike_button = QuietButton("", _OPEN.replace("+", " "), self.alike)
        self.alike_button.clicked.connect(self.open_instead)
        self._found: tuple[Alike, ...] = ()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.alike_words)
        column.addWidget(self.alike_button)
        self.alike.body.addLayout(column)
        self.body.addWidget(self.alike)

    def whose(self) -> str:
        """Nobody yet."""
        return ""

    def birth(self) -> Birth | None:
        """The birth date as understood."""
        return typed_birth(self.born.text(), self._desk.today_on) if self.born.text().strip() else None

    def open_instead(self) -> None:
        """Open the child who is here already."""
        if self._found:
            found = self._found[0].child
            self.give_back(self._untouched)  # nobody is added: nothing is kept of it
            self.child_wanted.emit(found)

    def problems(self) -> Problems:
        """The id and one day are needed; what is typed has to be understood; an id that is here is no new one."""
        found = [] if self.council_id.text().strip() else [("council_id", "Give the id that your council uses.")]
        found += [
            (name, "Not a date: try 12 mar or yesterday.")
            for name, field in self.days.items()
            if field.text().strip() and field.day() is None
        ]
        if not any(field.text().strip() for field in self.days.values()):
            found.append(("looked_after_since", "Say since when looked after, or when the last review was held."))
        if self.born.text().strip() and self.birth() is None:
            found.append(("born_on", NOT_A_BIRTH))
        same = next((one for one in self._found if one.is_same_id), None)
        if same is not None and not found:
            found.append(("council_id", f"{same.name} has that id: {same.why}. Alt+O opens that child."))
        return found

    def act(self) -> AddChild:
        """The child as far as known."""
        birth = self.birth()
        return AddChild(
            child=self.council_id.text().strip(),
            looked_after_since=self.days["looked_after_since"].day(),
            last_review_on=self.days["last_review_on"].day(),
            given_name=self.given.text().strip() or None,
            family_name=self.family.text().strip() or None,
            born_on=birth.on if birth else None,
            born_as=birth.known_as if birth else None,
            iro=self.iro.currentData() or None,
        )

    def commit(self) -> None:
        """Add the child, and take them in hand."""
        super().commit()
        self.child_wanted.emit(self.act().child)

    def _changed(self, name: str) -> None:
        super()._changed(name)
        self._look_again()

    def _look_again(self) -> None:
        """Say how days were understood, and who it may already be."""
        for name, field in self.days.items():
            self.fields[name].say(field.echo())
        birth = self.birth()
        self.fields["born_on"].say(birth_words(birth, self._desk.today_on) if birth else "")
        self._found = self._desk.alike(self.council_id.text(), self.given.text(), self.family.text(), birth)
        self.alike.setVisible(bool(self._found))
        self.alike_words.setText("\n".join(_words(one) for one in self._found))
        if self._found:
            self.alike_button.setText(f"Open {self._found[0].name} instead")
            self.alike_button.updateGeometry()


def _words(one: Alike) -> str:
    born = f", born {short(one.born_on)}" if one.born_on else ""
    return f"{one.name}, {one.child}{born}: {one.why}"
