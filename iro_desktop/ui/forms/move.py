"""Another day for a booked review; both days stay in the ledger."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.planned_form import CarryOut, PlannedForm
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.choices import DropDown


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
        for asker in Asker:
            self.asked_by.addItem(asker.label[:1].upper() + asker.label[1:], asker)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName("Reason")
        self.add_planned_day("To", to_on)
        self.add_field("asked_by", "Asked by", self.asked_by)
        self.add_field("reason", "Reason", self.reason)
        self.add_what_if()

    def problems(self) -> Problems:
        """A day and a reason are needed."""
        missing = [] if self.reason.text().strip() else [("reason", "Say why in a few words.")]
        return [*super().problems(), *missing]

    def commit(self) -> None:
        """What was shown, with the parts chosen, as one act."""
        asked_by, reason = Asker(self.asked_by.currentData()), self.reason.text().strip()
        child, day, chosen = self._view.child, self.day.known_day(), self.chosen()
        self._carry_out(lambda: self._desk.apply_move(child, day, chosen, asked_by, reason))
