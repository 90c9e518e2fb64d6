"""A child, the times in care, and who is responsible."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import BornAs, CircumstanceKind, Sex, SplitReason, WorkerRole


@dataclass(frozen=True, slots=True)
class Child:
    """A child the service reviews. The council's id is an attribute, not a key."""

    entity: ClassVar[str] = "child"
    id: str
    council_id: str  # SSDA903 CHILD
    tracking_from: date  # tasks around a review exist for reviews on or after this day
    complete_from: date | None = None  # every review held on or after this day is in the store
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None  # the name they like to be called
    born_on: date | None = None
    sex: Sex | None = None
    ethnicity: str | None = None  # SSDA903 ETHNIC code
    upn: str | None = None  # unique pupil number
    born_as: BornAs | None = None  # how far the birth date is known; None: the exact day
    is_disabled: bool | None = None
    is_asylum_seeking: bool | None = None  # unaccompanied (UASC)
    school: str | None = None
    languages: str | None = None
    communication: str | None = None  # what the child needs to understand and be understood
    notes: str | None = None
    merged_into: str | None = None  # row id of the child of whom this was a second entry; then in no list
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Episode:
    """One SSDA903 episode; where only a start of care is known, an S episode with the rest unknown."""

    entity: ClassVar[str] = "episode"
    id: str
    child_id: str
    started_on: date  # DECOM
    start_reason: str  # RNE
    legal_status: str | None = None  # LS
    need: str | None = None  # CIN
    placement: str | None = None  # PLACE
    provider: str | None = None  # PLACE_PROVIDER
    ended_on: date | None = None  # DEC
    end_reason: str | None = None  # REC
    change_reason: str | None = None  # REASON_PLACE_CHANGE
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is so about a child, or happened, from a day on, and starts or stops a clock."""

    entity: ClassVar[str] = "circumstance"
    id: str
    child_id: str
    kind: CircumstanceKind
    from_on: date
    to_on: date | None = None  # last day; for an early review the day it must come before; for custody the release
    detail: str | None = None  # a code of the kind's own: the ground of an early review
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Allocation:
    """An interval in which an IRO was responsible for a child; the same IRO twice is legal."""

    entity: ClassVar[str] = "allocation"
    id: str
    child_id: str
    iro_id: str
    from_on: date
    to_on: date | None = None  # last day; None: still allocated
    note: str | None = None  # what the IRO before handed over
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Worker:
    """A time in which a social worker or personal adviser was allocated to a child."""

    entity: ClassVar[str] = "worker"
    id: str
    child_id: str
    role: WorkerRole
    name: str
    from_on: date
    team: str | None = None
    to_on: date | None = None  # last day
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SiblingGroup:
    """Brothers and sisters who are looked after."""

    entity: ClassVar[str] = "sibling_group"
    id: str
    name: str  # a label of the service's own, no names of children
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SiblingMembership:
    """A child's time in a sibling group."""

    entity: ClassVar[str] = "sibling_membership"
    id: str
    group_id: str
    child_id: str
    from_on: date
    to_on: date | None = None
    split_reason: SplitReason | None = None  # why this child has another IRO than the group
    liaison: str | None = None  # how the two IROs keep in touch
    row_version: int = 1
