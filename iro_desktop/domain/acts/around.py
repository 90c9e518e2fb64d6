"""Acts about the people around a child, and what must not be done towards them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import Agency, Restriction, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Add somebody around a child: a parent, the carer, the school."""

    kind: ClassVar[str] = "AddPerson"
    child: str
    role: Role
    name: str  # told apart by it among the people around one child
    agency: Agency | None = None  # None: the usual one of the role
    has_responsibility: bool | None = None  # parental responsibility
    phone: str | None = None
    email: str | None = None
    is_invited: bool = True
    is_consulted: bool = True
    is_sent_record: bool = True
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add to the people around {self.child}: {self.role.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePerson:
    """Change what is held about somebody around a child; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangePerson"
    child: str
    person: str  # the name as held
    role: Role | None = None
    name: str | None = None
    agency: Agency | None = None
    has_responsibility: bool | None = None
    phone: str | None = None
    email: str | None = None
    is_invited: bool | None = None
    is_consulted: bool | None = None
    is_sent_record: bool | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change one of the people around {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeaves:
    """Record that somebody is no longer around a child; what was sent to them stays on record."""

    kind: ClassVar[str] = "PersonLeaves"
    child: str
    person: str
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"One of the people around {self.child} is no longer there"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictPerson:
    """State what must not be done towards somebody around a child, and why."""

    kind: ClassVar[str] = "RestrictPerson"
    child: str
    person: str
    what: Restriction
    reason: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Restriction around {self.child}: {self.what.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRestriction:
    """A restriction no longer holds; it stays on record with its last day."""

    kind: ClassVar[str] = "LiftRestriction"
    child: str
    person: str
    what: Restriction
    to_on: date  # last day

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Restriction around {self.child} lifted: {self.what.label}"
