"""Acts about what happens between reviews: contacts of the IRO, and significant events."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import ContactKind, EventKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContact:
    """Record a contact of the IRO: a visit, a call, an observation, a meeting attended."""

    kind: ClassVar[str] = "RecordContact"
    child: str
    on: date
    how: ContactKind
    with_whom: Role | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Contact for {self.child} on {short(self.on)}: {self.how.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveContact:
    """Take away a contact entered by mistake."""

    kind: ClassVar[str] = "RemoveContact"
    child: str
    on: date
    how: ContactKind
    with_whom: Role | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away contact of {short(self.on)} for {self.child}: {self.how.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """Record a significant event between reviews, and when the IRO was told of it."""

    kind: ClassVar[str] = "RecordEvent"
    child: str
    what: EventKind
    happened_on: date
    told_on: date | None = None
    is_review_needed: bool | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Significant event for {self.child}: {self.what.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEvent:
    """Take away an event entered by mistake."""

    kind: ClassVar[str] = "RemoveEvent"
    child: str
    what: EventKind
    happened_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away event of {short(self.happened_on)} for {self.child}: {self.what.label}"
