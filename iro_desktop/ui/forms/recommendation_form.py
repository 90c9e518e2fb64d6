"""What a review recommended: the words, whom it asks, by when; added one after the other, changed, taken away."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, AddRecommendation, ChangeRecommendation, RemoveRecommendation
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.vocabulary import AGENCY_OF, Agency, Role
from iro_desktop.domain.wording import capital
from iro_desktop.services.desk import Desk
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import QuietButton
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.writing import WritingBox

Save = Callable[[Act], object]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_WEEKS = 9
_WEEKS = "1 to 9: due so many weeks after the review."
# Whom recommendations ask most stands first: one letter and Enter for the rest.
_OWNERS = (Role.SOCIAL_WORKER, *(role for role in Role if role is not Role.SOCIAL_WORKER))


class OwnerList(DropDown):
    """Whom it asks; a digit says by how many weeks after the review."""

    weeks_typed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to an owner, digits to the day."""
        weeks = event.key() - Qt.Key.Key_0
        if 1 <= weeks <= _MOST_WEEKS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.weeks_typed.emit(weeks)
        else:
            super().keyPressEvent(event)


class RecommendationForm(FormSheet):
    """Begins with the words. The agency follows whom it asks, until another one is chosen."""

    next_wanted = Signal()  # saved, and on to another of the same review

    def __init__(
        self,
        desk: Desk,
        save: Save,
        view: ChildView,
        held_on: date,
        changing: RecommendationRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(changing), save, parent)
        self._view, self.held_on, self.changing = view, held_on, changing
        self.subject = f"{held_on}/{changing.number if changing else ''}"
        passed = "" if changing else _not_recorded(view, held_on, desk.today_on)
        self.about.set_or_hide(f"{about_words(view)}\nReview of {with_weekday(held_on)}{passed}")
        self.text = WritingBox("What is to be done", self, enter_saves=True)
        self.owner = OwnerList("Who is asked", self)
        self.due_on = DateField("By when, if a day was named", desk.typed_date, self)
        self.agency = DropDown("Agency", self)
        self.next_button = QuietButton("Save and next", "Ctrl+Enter", self)
        self.again, self.gone = Check("Open it again", self), Check("Take it away: it was entered by mistake", self)
        self._fill_lists()
        self._add_fields()
        if changing is not None:
            self._show(changing)
        self._owner_changed()
        self._connect()

    def _fill_lists(self) -> None:
        for role in _OWNERS:
            self.owner.addItem(capital(role.label), role)
        self.agency.addItem("", None)
        for agency in Agency:
            self.agency.addItem(capital(agency.label), agency)

    def _add_fields(self) -> None:
        self.add_field("text", "What is to be done", self.text).say("Shift+Enter begins a new line.")
        self.add_field("owner", "Who is asked", self.owner).say(_WEEKS)
        self.add_field("due_on", "By when, if a day was named", self.due_on)
        self.add_field("agency", "Agency", self.agency)
        for name, tick in (("again", self.again), ("gone", self.gone)):
            self.add_field(name, "", tick).label.hide()
        self.fields["again"].setVisible(self.changing is not None and not self.changing.is_open)
        self.fields["gone"].setVisible(self.changing is not None)
        self.add_button(self.next_button)
        self.next_button.setVisible(self.changing is None)
        self.finish()

    def _show(self, one: RecommendationRow) -> None:
        self.text.setPlainText(one.text)
        self.owner.setCurrentIndex(self.owner.findData(one.owner))
        self.due_on.set_day(one.due_on)
        own = AGENCY_OF[one.owner] is not one.agency
        self.agency.setCurrentIndex(self.agency.findData(one.agency) if own else 0)

    def _connect(self) -> None:
        self.owner.currentIndexChanged.connect(self._owner_changed)
        self.owner.weeks_typed.connect(self._due_in)
        self.due_on.day_changed.connect(self._say_due)
        self.next_button.clicked.connect(self.save_and_next)

    def whose(self) -> str:
        """The child it was opened for."""
        return self._view.child

    def problems(self) -> Problems:
        """Words, and a day that can be read and does not lie before the review."""
        found: list[tuple[str, str]] = []
        if not self.text.words().strip() and not self.gone.isChecked():
            found.append(("text", "Say what is to be done."))
        day = self.due_on.day()
        if day is None and self.due_on.text().strip():
            found.append(("due_on", "Not a date: leave it empty, or try 12 mar or +6w."))
        if day is not None and day < self.held_on:
            found.append(("due_on", f"That is before the review of {short(self.held_on)}. Check the day."))
        return found

    def act(self) -> Act:
        """What is added, changed or taken away."""
        if self.changing is None:
            return AddRecommendation(
                child=self._view.child,
                held_on=self.held_on,
                text=self.text.words().strip(),
                owner=self._owner(),
                agency=self._agency(),
                due_on=self.due_on.day(),
            )
        child, number = self._view.child, self.changing.number
        if self.gone.isChecked():
            return RemoveRecommendation(child=child, held_on=self.held_on, number=number)
        return ChangeRecommendation(
            child=child,
            held_on=self.held_on,
            number=number,
            text=self.text.words().strip(),
            owner=self._owner(),
            agency=self._agency(),
            due_on=self.due_on.day(),
            clear=self._cleared(),
        )

    def _cleared(self) -> tuple[str, ...]:
        cleared = (
            ("agency", self._agency() is None),
            ("due_on", self.due_on.day() is None),
            ("outcome", self.again.isChecked()),
        )
        return tuple(name for name, is_so in cleared if is_so)

    def _owner(self) -> Role:
        return Role(self.owner.currentData())

    def _agency(self) -> Agency | None:
        chosen = self.agency.currentData()
        return Agency(chosen) if chosen else None

    def save_and_next(self) -> None:
        """Save, and go on to another one of the same review."""
        if self.changing is not None:
            return
        self.try_save()
        if self.is_saved:
            self.next_wanted.emit()

    def _owner_changed(self) -> None:
        self.agency.setItemText(0, f"{capital(AGENCY_OF[self._owner()].label)}, as usual")

    def _due_in(self, weeks: int) -> None:
        self.due_on.set_day(self.held_on + timedelta(weeks=weeks))

    def _say_due(self) -> None:
        self.fields["due_on"].say(self.due_on.echo())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves and goes on."""
        is_asked = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and is_asked:
            self.save_and_next()
        else:
            super().keyPressEvent(event)


def _not_recorded(view: ChildView, held_on: date, today: date) -> str:
    """That a later review may have been held: what it recommended belongs to it, not to the one before."""
    booked = view.booked_on
    if booked is None or not held_on < booked <= today:
        return ""
    return f"\nThe review booked for {with_weekday(booked)} is not recorded: if this is of that one, Esc, then R."


def _title(changing: RecommendationRow | None) -> str:
    return f"Recommendation {changing.number}" if changing else "Recommendation"
