"""Acts about bookings, the work around a review, and dates set by hand."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Asker, Task, Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class BookReview:
    """Book a day for the next review."""

    kind: ClassVar[str] = "BookReview"
    child: str
    review_on: date
    booked_on: date | None = None
    at: str | None = None
    place: str | None = None
    venue: Venue | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Book review for {self.child} on {short(self.review_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking:
    """Move a booked review; both days stay in the ledger."""

    kind: ClassVar[str] = "MoveBooking"
    child: str
    review_on: date
    to_on: date
    moved_on: date
    asked_by: Asker
    reason: str
    at: str | None = None
    place: str | None = None  # None: as before
    venue: Venue | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Move review of {self.child} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    """Cancel a booked review without a new day."""

    kind: ClassVar[str] = "CancelBooking"
    child: str
    review_on: date
    cancelled_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Cancel booking of {short(self.review_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTaskDone:
    """Record that a tracked piece of work was done; tasks after a review say which review."""

    kind: ClassVar[str] = "RecordTaskDone"
    child: str
    task: Task
    done_on: date
    review_on: date | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.task.label} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideDeadline:
    """Set a date by hand in place of the one a rule gives; a date of the law only earlier."""

    kind: ClassVar[str] = "OverrideDeadline"
    child: str
    rule: str  # its id
    trigger_on: date  # of the deadline meant
    due_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Set a date by hand for {self.child}: {short(self.due_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawOverride:
    """Take a date set by hand back; the rule's own stands again."""

    kind: ClassVar[str] = "WithdrawOverride"
    child: str
    rule: str
    trigger_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take back a date set by hand for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeBooking:
    """Change the time or the place of a booked review; the day stays, so nothing is rearranged."""

    kind: ClassVar[str] = "ChangeBooking"
    child: str
    review_on: date
    at: str | None = None  # None: as before
    place: str | None = None
    venue: Venue | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change time or place of {self.child}'s review on {short(self.review_on)}"
