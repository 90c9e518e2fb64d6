"""Another day for a booked review; both days stay in the ledger."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.planned_form import CarryOut, PlannedForm
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.choices import DropDown

REASONS = (
    "Accommodation move",
    "Carer not available",
    "Child asked for another day",
    "Clash with contact",
    "Court hearing",
    "Exams",
    "Family not available",
    "Holiday",
    "Illness",
    "Interpreter not available",
    "IRO not available",
    "Partner not available",
    "Reports not ready",
    "School trip",
    "Social worker not available",
    "Transport or weather",
    "Venue not available",
)


class Move(PlannedForm):
    """Shows every consequence before anything moves."""

    def __init__(
        self,
        desk: Desk,
        carry_out: CarryOut,
        view: ChildView,
        booked_on: date,
        to_on: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Move booked review", desk, carry_out, view, parent)
        self.about.setText(f"{self.about.text()}\nbooked {with_weekday(booked_on)}")
        self.asked_by = DropDown("Asked by", self)
        self.asked_by.addItem("Choose who asked", None)  # never recorded unsaid
        for asker in Asker:
            self.asked_by.addItem(asker.label[:1].upper() + asker.label[1:], asker)
        self.reason = ReasonEdit(self)
        self.reason.setAccessibleName("Reason")
        self.time = QLineEdit(self)
        self.time.setAccessibleName("Time, if another")
        self.time.setPlaceholderText(view.booked_at or "10:00")
        self._has_day = to_on is not None
        self.add_planned_day("To", to_on)
        self.add_field("asked_by", "Asked by", self.asked_by)
        self.add_field("reason", "Reason, no names", self.reason)
        self.add_field("at", "Time, if another", self.time)
        self.add_what_if()
        self.offers.day_taken.connect(self._go_on)

    def begin(self) -> None:
        """With the day; where that is known, with who asked."""
        if self._has_day:
            self.asked_by.setFocus()
        else:
            super().begin()

    def _go_on(self) -> None:
        """The day is said: who asked comes next."""
        self.asked_by.setFocus()

    def problems(self) -> Problems:
        """A day, who asked and a reason are needed."""
        asker = [] if self.asked_by.currentData() else [("asked_by", "Say who asked.")]
        reason = [] if self.reason.text().strip() else [("reason", "Say why in a few words.")]
        return [*super().problems(), *asker, *reason]

    def commit(self) -> None:
        """What was shown, with the parts chosen, as one act."""
        asked_by, reason = Asker(self.asked_by.currentData()), self.reason.text().strip()
        child, day, chosen, at = self._view.child, self.day.known_day(), self.chosen(), self.time.text().strip()
        self._carry_out(lambda: self._desk.apply_move(child, day, chosen, asked_by, reason, at))


class ReasonEdit(QLineEdit):
    """A line that finishes the usual reasons for whoever begins to type one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        completer = QCompleter(REASONS, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was finished and saves at once: Qt by itself would take a second one for that."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.deselect()
        super().keyPressEvent(event)
