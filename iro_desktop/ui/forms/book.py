"""A day for the next review, alone or together with brothers and sisters."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import BookReview
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Venue
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.planned_form import CarryOut, PlannedForm
from iro_desktop.ui.widgets.choices import DropDown


class Book(PlannedForm):
    """The booking, with time and place where they are known."""

    def __init__(
        self, desk: Desk, carry_out: CarryOut, view: ChildView, proposed: date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Book review", desk, carry_out, view, parent)
        self.time = QLineEdit(self)
        self.venue = DropDown("Where, or how", self)
        self.place = QLineEdit(self)
        self.venue.addItem("Not said", None)
        for venue in Venue:
            self.venue.addItem(venue.label[:1].upper() + venue.label[1:], venue)
        self.time.setPlaceholderText("10:00")
        self.add_planned_day("On", proposed)
        for name, label, field in (
            ("at", "Time, if known", self.time),
            ("venue", "Where, or how", self.venue),
            ("place", "Place, if known", self.place),
        ):
            field.setAccessibleName(label)
            self.add_field(name, label, field)
        self.add_what_if()

    def act(self) -> BookReview:
        """The booking of the child in hand."""
        return BookReview(
            child=self._view.child,
            review_on=self.day.known_day(),
            booked_on=self._desk.today_on,
            at=self.time.text().strip() or None,
            place=self.place.text().strip() or None,
            venue=self._venue(),
        )

    def _venue(self) -> Venue | None:
        venue = self.venue.currentData()
        return Venue(venue) if venue else None

    def commit(self) -> None:
        """The booking, and those of the children taken along, as one act."""
        own = self.act()
        planned = self.plan.acts[1:] if self.plan and self.chosen() else ()
        acts = [
            own,
            *(
                replace(one, at=own.at, place=own.place, venue=own.venue) if isinstance(one, BookReview) else one
                for one in planned
            ),
        ]
        sentence = _sentence(self._view.child, len(planned), self.day.known_day())
        self._carry_out(lambda: self._desk.acts(acts, sentence))


def _sentence(child: str, others: int, day: date) -> str:
    along = "" if not others else " and a brother or sister" if others == 1 else f" and {others} brothers and sisters"
    return f"Book review for {child}{along} on {short(day)}"
