"""Acts about care leavers: what they are entitled to, where they live, whether the authority is in touch."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Accommodation, Activity, ContactKind, InTouch, LeaverStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEligibility:
    """State what a young person is entitled to from a day on, in place of what the care history gives; with why."""

    kind: ClassVar[str] = "StateEligibility"
    child: str
    status: LeaverStatus
    from_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} stated to be: {self.status.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawEligibility:
    """Take a stated entitlement back; what the care history gives stands again."""

    kind: ClassVar[str] = "WithdrawEligibility"
    child: str
    from_on: date  # as stated

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take back the entitlement stated for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHome:
    """Record where a care leaver lives from a day on; the home before it ends on the day before."""

    kind: ClassVar[str] = "RecordHome"
    child: str
    from_on: date
    what: Accommodation
    is_suitable: bool | None = None
    is_provided: bool = False  # by the authority: a review after 28 days, then every three months
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} lives elsewhere from {short(self.from_on)}: {self.what.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHome:
    """Correct or end what is recorded of a home; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeHome"
    child: str
    from_on: date  # as recorded
    what: Accommodation | None = None
    is_suitable: bool | None = None
    is_provided: bool | None = None
    to_on: date | None = None  # last day
    note: str | None = None
    clear: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change where {self.child} lives from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveHome:
    """Take a home entered by mistake away; the one before goes on."""

    kind: ClassVar[str] = "RemoveHome"
    child: str
    from_on: date  # as recorded

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away where {self.child} lives from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTouch:
    """Record whether the authority is in touch with a care leaver; said again of a day, it replaces that."""

    kind: ClassVar[str] = "RecordTouch"
    child: str
    on: date
    in_touch: InTouch
    activity: Activity | None = None
    how: ContactKind | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} on {short(self.on)}: {self.in_touch.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTouch:
    """Take an entry about being in touch away."""

    kind: ClassVar[str] = "RemoveTouch"
    child: str
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away: in touch with {self.child} on {short(self.on)}"
