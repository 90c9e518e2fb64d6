"""Acts about reviews that were held, in one meeting or several."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import LateReason, Participation, ReviewGround, ReviewKind, ReviewMethod, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForReview:
    """Ask for a review before its ordinary turn, with the ground; ``before``: the day it has to come before."""

    kind: ClassVar[str] = "AskForReview"
    child: str
    ground: ReviewGround
    asked_on: date
    before: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Early review asked for {self.child}: {self.ground.label}"


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
    under: ReviewKind | None = None  # None: by whether the child is looked after on that day
    ground: ReviewGround | None = None  # where it was held early: why
    adjourned: bool = False  # adjourned on that day, to be completed within 20 working days
    came: tuple[Role, ...] = ()  # besides the child and the IRO
    apologies: tuple[Role, ...] = ()  # invited, and not there
    is_plan_current: bool | None = None

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
    ground: ReviewGround | None = None
    method: ReviewMethod | None = None
    is_plan_current: bool | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Correct review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjournReview:
    """Adjourn a review already recorded, once, for 20 working days at most (SI 2010/959 reg 36(2))."""

    kind: ClassVar[str] = "AdjournReview"
    child: str
    held_on: date  # its first meeting
    adjourned_on: date | None = None  # None: at that meeting

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Adjourn review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSitting:
    """Record a further meeting of a review that is a series, or was adjourned."""

    kind: ClassVar[str] = "AddSitting"
    child: str
    held_on: date  # the review's first meeting
    on: date
    mode: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Further meeting of the review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteReview:
    """Close a series of meetings or an adjourned review; what follows counts from that day."""

    kind: ClassVar[str] = "CompleteReview"
    child: str
    held_on: date  # its first meeting
    completed_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Complete review of {short(self.held_on)} for {self.child}"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAttendance:
    """Record who came to a review and who did not; what was recorded of it before is replaced."""

    kind: ClassVar[str] = "RecordAttendance"
    child: str
    held_on: date
    came: tuple[Role, ...] = ()
    apologies: tuple[Role, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Who came to the review of {short(self.held_on)} for {self.child}"
