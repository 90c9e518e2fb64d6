"""Acts about recommendations, the mid-point and the record of a review."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Agency, Outcome, Progress, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRecommendation:
    """Add what a review recommended; it takes the next number within its review."""

    kind: ClassVar[str] = "AddRecommendation"
    child: str
    held_on: date  # the review's first meeting
    text: str
    owner: Role
    agency: Agency | None = None  # None: the usual one of the owner
    due_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Recommendation of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecommendation:
    """Change a recommendation; fields not said stay, those named in ``clear`` become not known."""

    kind: ClassVar[str] = "ChangeRecommendation"
    child: str
    held_on: date
    number: int
    text: str | None = None
    owner: Role | None = None
    agency: Agency | None = None
    due_on: date | None = None
    clear: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change recommendation {self.number} of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRecommendation:
    """Take away a recommendation entered by mistake; the others keep their numbers."""

    kind: ClassVar[str] = "RemoveRecommendation"
    child: str
    held_on: date
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away recommendation {self.number} of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOutcome:
    """Record what became of a recommendation; it is open no longer."""

    kind: ClassVar[str] = "RecordOutcome"
    child: str
    held_on: date  # of the review that made it
    number: int
    outcome: Outcome
    on: date
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Recommendation {self.number} of {short(self.held_on)} for {self.child}: {self.outcome.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecommendation:
    """Record how an open recommendation stood on a day; done or no longer needed closes it."""

    kind: ClassVar[str] = "CheckRecommendation"
    child: str
    held_on: date  # of the review that made it
    number: int
    on: date
    progress: Progress
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return (
            f"Recommendation {self.number} of {short(self.held_on)} for {self.child} looked at: {self.progress.label}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMidPoint:
    """Record the mid-point review; how recommendations stood is told by acts of their own."""

    kind: ClassVar[str] = "RecordMidPoint"
    child: str
    review_on: date  # the review it follows
    on: date
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Mid-point review for {self.child} on {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipMidPoint:
    """Leave the mid-point review out, with its reason."""

    kind: ClassVar[str] = "SkipMidPoint"
    child: str
    review_on: date  # the review it follows
    on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Mid-point review for {self.child} left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRecord:
    """Write what stands under one heading of the record of a review; empty takes the heading away."""

    kind: ClassVar[str] = "WriteRecord"
    child: str
    held_on: date
    heading: str
    text: str

    @property
    def sentence(self) -> str:
        """The line for history and undo; the heading is anybody's words, and may name somebody."""
        return f"Record of the review of {short(self.held_on)} for {self.child}"
