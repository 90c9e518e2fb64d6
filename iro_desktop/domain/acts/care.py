"""Acts about periods of care, and what is so about a child."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import CircumstanceKind


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
class ChangeCare:
    """Record a change inside a period of care: legal status, placement, or both (a new SSDA903 episode)."""

    kind: ClassVar[str] = "ChangeCare"
    child: str
    on: date
    legal_status: str | None = None  # None: as before
    placement: str | None = None  # None: as before; the same code: the same kind, with another carer
    same_carer: bool = False  # a new placement with the same carer

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change of care for {self.child} on {short(self.on)}"


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
class RecordCircumstance:
    """Record what is so about a child, or happened, from a day on."""

    kind: ClassVar[str] = "RecordCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date
    to_on: date | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label} for {self.child}, {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCircumstance:
    """Record the last day of what was so about a child."""

    kind: ClassVar[str] = "EndCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date  # as recorded
    to_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label} for {self.child} ends {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCircumstance:
    """Take away an entry made by mistake."""

    kind: ClassVar[str] = "RemoveCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date  # as recorded

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away: {self.what.label} for {self.child}, {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectEpisode:
    """Correct an episode of care as recorded; fields not said stay."""

    kind: ClassVar[str] = "CorrectEpisode"
    child: str
    started_on: date  # as recorded
    to_started_on: date | None = None
    legal_status: str | None = None
    placement: str | None = None
    provider: str | None = None
    ended_on: date | None = None
    end_reason: str | None = None  # SSDA903 REC

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Correct care of {self.child} from {short(self.started_on)}"
