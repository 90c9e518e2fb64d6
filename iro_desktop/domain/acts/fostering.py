"""Acts about private fostering arrangements, and about foster carers.

An arrangement is known by ``from_on``: the earlier of the days on which notice was given and the authority knew.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    Role,
    Suitability,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordArrangement:
    """Record a private fostering arrangement: notice that it is proposed, or that the authority knows of it."""

    kind: ClassVar[str] = "RecordArrangement"
    child: str
    notified_on: date | None = None
    aware_on: date | None = None  # that the child is privately fostered now
    starts_on: date | None = None
    notified_by: Role | None = None
    carer: str | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Private fostering arrangement for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeArrangement:
    """Change what is held about an arrangement; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeArrangement"
    child: str
    from_on: date
    notified_on: date | None = None
    aware_on: date | None = None
    starts_on: date | None = None
    notified_by: Role | None = None
    carer: str | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change the private fostering arrangement for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSuitability:
    """Record what was decided about an arrangement, by whom and when; said again, it replaces that."""

    kind: ClassVar[str] = "DecideSuitability"
    child: str
    from_on: date
    suitability: Suitability
    decided_on: date
    decided_by: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Private fostering of {self.child}: {self.suitability.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndArrangement:
    """Record the last day of an arrangement, and why it ended."""

    kind: ClassVar[str] = "EndArrangement"
    child: str
    from_on: date
    ended_on: date
    reason: ArrangementEnd

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Private fostering of {self.child} ends {short(self.ended_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveArrangement:
    """Take an arrangement entered by mistake away."""

    kind: ClassVar[str] = "RemoveArrangement"
    child: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away the private fostering arrangement for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFosteringReport:
    """Record that the report on private fostering of a quarter was sent; said again, the new day takes its place."""

    kind: ClassVar[str] = "RecordFosteringReport"
    quarter_on: date  # the last day of the quarter
    sent_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Private fostering report to {short(self.quarter_on)}, sent {short(self.sent_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFosteringReport:
    """Take back that the report of a quarter was sent."""

    kind: ClassVar[str] = "RemoveFosteringReport"
    quarter_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away the private fostering report to {short(self.quarter_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFosterCarer:
    """Add a fostering household by the service's own reference."""

    kind: ClassVar[str] = "AddFosterCarer"
    carer: str
    approved_on: date
    iro: str | None = None  # the fostering IRO
    terms: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add foster carer {self.carer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFosterCarer:
    """Change what is held about a household; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeFosterCarer"
    carer: str
    approved_on: date | None = None
    iro: str | None = None
    terms: str | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change foster carer {self.carer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForCarerReview:
    """Ask for a review of a foster carer's approval out of turn, with the ground."""

    kind: ClassVar[str] = "AskForCarerReview"
    carer: str
    asked_on: date
    ground: CarerReviewGround
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Review asked for of foster carer {self.carer}: {self.ground.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookCarerReview:
    """Book the day of the next review of a foster carer; booked again, the new day takes its place."""

    kind: ClassVar[str] = "BookCarerReview"
    carer: str
    review_on: date | None = None  # None: give the booked day up

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        day = f" on {short(self.review_on)}" if self.review_on else " given up"
        return f"Booked review of foster carer {self.carer}{day}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCarerReview:
    """Record a review of a foster carer's approval."""

    kind: ClassVar[str] = "RecordCarerReview"
    carer: str
    held_on: date
    decided_on: date | None = None
    panel_on: date | None = None
    what: CarerReviewKind = CarerReviewKind.ANNUAL
    outcome: CarerReviewOutcome | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Review of foster carer {self.carer} on {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCarerReview:
    """Correct a recorded review, or add what came after it: panel, decision, outcome; fields not said stay."""

    kind: ClassVar[str] = "CorrectCarerReview"
    carer: str
    held_on: date  # as recorded
    to_held_on: date | None = None
    panel_on: date | None = None
    decided_on: date | None = None
    what: CarerReviewKind | None = None
    outcome: CarerReviewOutcome | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Correct review of foster carer {self.carer} on {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCarerReview:
    """Take a review of a foster carer away, recorded by mistake."""

    kind: ClassVar[str] = "RemoveCarerReview"
    carer: str
    held_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away review of foster carer {self.carer} on {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndFosterCarer:
    """Record that a household's approval ended."""

    kind: ClassVar[str] = "EndFosterCarer"
    carer: str
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Approval of foster carer {self.carer} ends"
