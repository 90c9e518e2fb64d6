"""Acts about children, IROs, allocations and brothers and sisters."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import BornAs, Sex, SplitReason, WorkerRole


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
    born_as: BornAs | None = None  # how far the birth date is known; None: to the day
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
    upn: str | None = None
    born_as: BornAs | None = None
    is_disabled: bool | None = None
    is_asylum_seeking: bool | None = None
    school: str | None = None
    languages: str | None = None
    communication: str | None = None
    notes: str | None = None
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
    note: str | None = None  # what is handed over

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
class JoinSiblingGroup:
    """A child joins a group of brothers and sisters."""

    kind: ClassVar[str] = "JoinSiblingGroup"
    group: str
    child: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} joins a sibling group"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveSiblingGroup:
    """A child leaves a group of brothers and sisters."""

    kind: ClassVar[str] = "LeaveSiblingGroup"
    group: str
    child: str
    to_on: date  # last day

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} leaves a sibling group"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeChild:
    """A child stands here twice: everything of the second entry goes to the first; undo takes it apart again."""

    kind: ClassVar[str] = "MergeChild"
    child: str  # the entry that goes
    into: str  # the entry that stays

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Merge the second entry {self.child} into {self.into}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateWorker:
    """A social worker or personal adviser is allocated to a child; the one before ends the day before."""

    kind: ClassVar[str] = "AllocateWorker"
    child: str
    role: WorkerRole
    worker: str
    from_on: date
    team: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.role.label.capitalize()} of {self.child} from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWorker:
    """A social worker or personal adviser is no longer allocated, and nobody in their place."""

    kind: ClassVar[str] = "EndWorker"
    child: str
    role: WorkerRole
    to_on: date  # last day

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.role.label.capitalize()} of {self.child} ends {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSiblingSplit:
    """State why a child has another IRO than brothers and sisters, and how the two keep in touch."""

    kind: ClassVar[str] = "StateSiblingSplit"
    group: str
    child: str
    reason: SplitReason
    liaison: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} has another IRO than brothers and sisters: {self.reason.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawSiblingSplit:
    """The exception no longer holds."""

    kind: ClassVar[str] = "WithdrawSiblingSplit"
    group: str
    child: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} needs no other IRO than brothers and sisters"
