"""Who is around a child, and what happens between reviews."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import Agency, ContactKind, EventKind, Restriction, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody around a child."""

    entity: ClassVar[str] = "person"
    id: str
    child_id: str
    role: Role
    name: str  # told apart by it among the people around one child
    agency: Agency | None = None  # None: the usual one of the role
    has_responsibility: bool | None = None  # parental responsibility
    phone: str | None = None
    email: str | None = None
    is_invited: bool = True  # ordinarily
    is_consulted: bool = True
    is_sent_record: bool = True
    note: str | None = None  # how best to reach them
    left_on: date | None = None  # no longer around the child from this day
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class PersonRestriction:
    """What must not be done towards a person around the child, and why."""

    entity: ClassVar[str] = "person_restriction"
    id: str
    child_id: str
    person_id: str
    what: Restriction
    reason: str
    from_on: date
    to_on: date | None = None  # last day
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of the IRO between reviews: part of the footprint."""

    entity: ClassVar[str] = "contact"
    id: str
    child_id: str
    on: date
    how: ContactKind
    with_whom: Role | None = None
    note: str | None = None  # what it was about; for a meeting which one and why
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SignificantEvent:
    """Something that happened between reviews, of which the IRO was told."""

    entity: ClassVar[str] = "significant_event"
    id: str
    child_id: str
    what: EventKind
    happened_on: date
    told_on: date | None = None  # None: not told yet, found out by the IRO
    is_review_needed: bool | None = None  # whether it calls for an early review
    note: str | None = None
    row_version: int = 1
