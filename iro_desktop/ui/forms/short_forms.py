"""The small forms: done on another day, book a review, move a booked one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import Act, BookReview, MoveBooking, RecordTaskDone
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Asker, Task
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField

Save = Callable[[Act], None]


class ChildForm(FormSheet):
    """A form about the selected child with one day in it."""

    def __init__(self, title: str, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__(title, save, parent)
        self._desk, self._view = desk, view
        self.about.set_or_hide(f"{view.name} · {view.child}" if view.name != view.child else view.child)
        self.day = DateField("", desk.typed_date, self)
        self.day.day_changed.connect(self._say_day)

    def add_day(self, label: str, day: date | None) -> None:
        """Put the day's field in."""
        self.day.setAccessibleName(label)
        self.add_field("day", label, self.day)
        self.day.set_day(day)
        self._say_day()

    def meaning(self, day: date) -> str:  # noqa: ARG002 for forms to which the day means more
        """What the day would mean, beyond its name."""
        return ""

    def begin(self) -> None:
        """Begin with the day."""
        self.day.setFocus()
        self.day.selectAll()

    def problems(self) -> Problems:
        """A day is needed."""
        return () if self.day.day() else [("day", "Say the day, for example 12 mar or tomorrow.")]

    def _say_day(self) -> None:
        day = self.day.day()
        self.fields["day"].say(" · ".join(part for part in (self.day.echo(), self.meaning(day) if day else "") if part))


class DoneOn(ChildForm):
    """A piece of work was done, on a day one says."""

    def __init__(
        self, desk: Desk, save: Save, view: ChildView, deadline: DeadlineRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(deadline.what, desk, save, view, parent)
        self._deadline = deadline
        self.add_day("Done on", desk.today_on)
        self.finish()

    def act(self) -> Act:
        """The task done on that day."""
        return task_done(self._view.child, self._deadline, self.day.known_day())


def task_done(child: str, deadline: DeadlineRow, day: date) -> Act:
    """The act that says a deadline's work is done."""
    return RecordTaskDone(child=child, task=Task(deadline.rule), done_on=day, review_on=deadline.review_on)


class BookingForm(ChildForm):
    """A form about the day of the next review: says how that day stands to the last lawful one."""

    def meaning(self, day: date) -> str:
        """Working days to spare, or too late."""
        return self._desk.booking_words(self._view.child, day)


class Book(BookingForm):
    """A day for the next review."""

    def __init__(
        self, desk: Desk, save: Save, view: ChildView, plan_by: date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Book review", desk, save, view, parent)
        self.time = QLineEdit(self)
        self.place = QLineEdit(self)
        self.time.setPlaceholderText("10:00")
        self.add_day("On", plan_by)
        for name, label, field in (("at", "Time, if known", self.time), ("place", "Place, if known", self.place)):
            field.setAccessibleName(label)
            self.add_field(name, label, field)
        self.finish()

    def act(self) -> Act:
        """The booking."""
        return BookReview(
            child=self._view.child,
            review_on=self.day.known_day(),
            booked_on=self._desk.today_on,
            at=self.time.text().strip() or None,
            place=self.place.text().strip() or None,
        )


class Move(BookingForm):
    """Another day for a booked review; both days stay in the ledger."""

    def __init__(self, desk: Desk, save: Save, view: ChildView, booked_on: date, parent: QWidget | None = None) -> None:
        super().__init__("Move booked review", desk, save, view, parent)
        self._booked_on = booked_on
        self.about.setText(f"{self.about.text()}\nbooked {with_weekday(booked_on)}")
        self.asked_by = DropDown("Asked by", self)
        for asker in Asker:
            self.asked_by.addItem(asker.label[:1].upper() + asker.label[1:], asker)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName("Reason")
        self.add_day("To", None)
        self.add_field("asked_by", "Asked by", self.asked_by)
        self.add_field("reason", "Reason", self.reason)
        self.finish()

    def problems(self) -> Problems:
        """A day and a reason are needed."""
        missing = [] if self.reason.text().strip() else [("reason", "Say why in a few words.")]
        return [*super().problems(), *missing]

    def act(self) -> Act:
        """The move."""
        return MoveBooking(
            child=self._view.child,
            review_on=self._booked_on,
            to_on=self.day.known_day(),
            moved_on=self._desk.today_on,
            asked_by=Asker(self.asked_by.currentData()),
            reason=self.reason.text().strip(),
        )
