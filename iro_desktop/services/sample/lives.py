"""One invented life in care: who, why, since when, reviewed when; before it has a name and an id."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from iro_desktop.domain.records import Episode
from iro_desktop.domain.vocabulary import Sex
from iro_desktop.services.sample.cycle import Cycle
from iro_desktop.services.sample.slots import Slot


class CareKind(Enum):
    """What a stay in care rests on; decides legal status, placements and how it ends."""

    COURT = auto()
    AGREEMENT = auto()  # section 20
    UASC = auto()  # unaccompanied asylum-seeking children, section 20
    SHORT_BREAKS = auto()  # V4
    ADOPTION = auto()  # placement order, placed for adoption


@dataclass(frozen=True, slots=True)
class Person:
    """What does not change."""

    born_on: date
    sex: Sex
    ethnicity: str


@dataclass(frozen=True, slots=True)
class Stay:
    """One period of care."""

    started_on: date
    ended_on: date | None
    episodes: tuple[Episode, ...]  # oldest first, without ids
    cycle: Cycle


@dataclass(frozen=True, slots=True)
class Name:
    """A name, where a life must bear a certain one."""

    given: str
    family: str
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """A person and their stays, oldest first."""

    person: Person
    kind: CareKind
    stays: tuple[Stay, ...]
    slot: Slot | None = None  # the line of today's list that this child stands for
    name: Name | None = None

    @property
    def is_open(self) -> bool:
        """Whether the child is looked after today."""
        return self.stays[-1].ended_on is None
