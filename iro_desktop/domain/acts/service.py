"""Acts about the service: leave, time kept free, settings, bank holidays, views."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import LeaveKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLeave:
    """Record days on which an IRO is away."""

    kind: ClassVar[str] = "RecordLeave"
    iro: str
    from_on: date
    to_on: date  # last day
    what: LeaveKind = LeaveKind.ANNUAL

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Leave from {short(self.from_on)} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLeave:
    """Take recorded leave away."""

    kind: ClassVar[str] = "RemoveLeave"
    iro: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away leave from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting:
    """Choose how the service counts, from a day on; see ``iro-desktop rules --settings`` for keys and values."""

    kind: ClassVar[str] = "ChangeSetting"
    setting: str  # a key, or limit: and a rule's id
    value: str
    from_on: date
    reason: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Setting {self.setting}: {self.value} from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBankHoliday:
    """Add a day proclaimed since this program was made."""

    kind: ClassVar[str] = "AddBankHoliday"
    on: date
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add bank holiday {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBankHoliday:
    """Take an added bank holiday away."""

    kind: ClassVar[str] = "RemoveBankHoliday"
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away bank holiday {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockTime:
    """Keep time of an IRO free, such as for writing up."""

    kind: ClassVar[str] = "BlockTime"
    iro: str
    on: date
    starts_at: str  # "14:00"
    minutes: int
    what: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Time kept free on {short(self.on)} at {self.starts_at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTime:
    """Give kept time free again."""

    kind: ClassVar[str] = "FreeTime"
    iro: str
    on: date
    starts_at: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Time given free on {short(self.on)} at {self.starts_at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveView:
    """Keep a way to look at the caseload under a name; the same name again replaces it."""

    kind: ClassVar[str] = "SaveView"
    name: str
    iro: str | None = None  # None: everybody's
    words: str | None = None  # the filter
    sort: str | None = None  # a column's key
    is_descending: bool = False

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Keep a view of the caseload"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveView:
    """Take a kept view of the caseload away."""

    kind: ClassVar[str] = "RemoveView"
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Take away a view of the caseload"
