"""Acts: what a person wants done, as frozen data. The same from a form, the command line and a file.

``child`` is the council's id, ``iro`` an IRO's name as the store holds it. ``None`` means not said. Each act's
``sentence`` is what history and undo show; it names the child by id, never by name.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Asker, LateReason, Participation, ReviewMethod, Sex, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class AddIro:
    """Add an Independent Reviewing Officer."""

    kind: ClassVar[str] = "AddIro"
    name: str
    fte: float = 1.0

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Add an IRO"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddChild:
    """Add a child. Two fields suffice: the id, and since when looked after or the last review."""

    kind: ClassVar[str] = "AddChild"
    child: str
    looked_after_since: date | None = None
    last_review_on: date | None = None
    last_review_number: int | None = None
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None
    born_on: date | None = None
    sex: Sex | None = None
    iro: str | None = None
    tracking_from: date | None = None  # None: from today

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add child {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChild:
    """Change what is held about a child; fields not said stay, fields named in ``clear`` become not known."""

    kind: ClassVar[str] = "ChangeChild"
    child: str
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None
    born_on: date | None = None
    sex: Sex | None = None
    ethnicity: str | None = None
    tracking_from: date | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change child {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateIro:
    """Give a child to an IRO from a day on; the allocation before it ends the day before."""

    kind: ClassVar[str] = "AllocateIro"
    child: str
    iro: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Allocate an IRO to {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSiblingGroup:
    """Say that children are brothers and sisters."""

    kind: ClassVar[str] = "FormSiblingGroup"
    name: str
    children: tuple[str, ...]
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Form sibling group of {len(self.children)} with {self.children[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCare:
    """Record that a child became looked after (an S episode)."""

    kind: ClassVar[str] = "StartCare"
    child: str
    on: date
    legal_status: str | None = None
    placement: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Start of care for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCare:
    """Record that a child ceased to be looked after; open review duties end on that day."""

    kind: ClassVar[str] = "EndCare"
    child: str
    on: date
    reason: str  # SSDA903 REC, not X1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"End of care for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReviewHeld:
    """Record a review that was held; books the next one too where a day is given."""

    kind: ClassVar[str] = "RecordReviewHeld"
    child: str
    held_on: date
    participation: Participation
    method: ReviewMethod = ReviewMethod.MEETING
    completed_on: date | None = None
    number: int | None = None
    late_reason: LateReason | None = None  # required when out of timescale
    next_review_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Record review held on {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReview:
    """Correct a recorded review; fields not said stay."""

    kind: ClassVar[str] = "CorrectReview"
    child: str
    held_on: date  # as recorded
    to_held_on: date | None = None
    participation: Participation | None = None
    number: int | None = None
    late_reason: LateReason | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Correct review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTaskDone:
    """Record that a tracked piece of work was done; tasks after a review say which review."""

    kind: ClassVar[str] = "RecordTaskDone"
    child: str
    task: Task
    done_on: date
    review_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.task.label} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookReview:
    """Book a day for the next review."""

    kind: ClassVar[str] = "BookReview"
    child: str
    review_on: date
    booked_on: date | None = None
    at: str | None = None
    place: str | None = None

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
class StateReviewNumber:
    """State which review in the period of care a held one was, where the history is incomplete."""

    kind: ClassVar[str] = "StateReviewNumber"
    child: str
    held_on: date
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"State the number of {self.child}'s review of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateNotHeld:
    """State that the review that fell due before the child was tracked here has not been held: it is overdue."""

    kind: ClassVar[str] = "StateNotHeld"
    child: str
    due_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"State that {self.child}'s review due {short(self.due_on)} is not held"


Act = (
    AddIro
    | AddChild
    | ChangeChild
    | AllocateIro
    | FormSiblingGroup
    | StartCare
    | EndCare
    | RecordReviewHeld
    | CorrectReview
    | RecordTaskDone
    | BookReview
    | MoveBooking
    | CancelBooking
    | StateReviewNumber
    | StateNotHeld
)
ACT_TYPES: dict[str, type[Act]] = {
    act.kind: act
    for act in (
        AddIro,
        AddChild,
        ChangeChild,
        AllocateIro,
        FormSiblingGroup,
        StartCare,
        EndCare,
        RecordReviewHeld,
        CorrectReview,
        RecordTaskDone,
        BookReview,
        MoveBooking,
        CancelBooking,
        StateReviewNumber,
        StateNotHeld,
    )
}
