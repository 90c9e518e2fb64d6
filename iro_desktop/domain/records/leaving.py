"""Leaving care: where a care leaver lives, and whether the authority is in touch."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import Accommodation, Activity, ContactKind, InTouch


@dataclass(frozen=True, slots=True)
class Home:
    """Where a care leaver lives from a day on; the next one ends it."""

    entity: ClassVar[str] = "home"
    id: str
    child_id: str
    from_on: date
    what: Accommodation
    is_suitable: bool | None = None
    is_provided: bool = False  # by the authority under ss.23B, 24B: starts the clocks of SI 2010/2571 reg 7(2)
    to_on: date | None = None  # last day
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Touch:
    """A day on which it was established whether the authority is in touch, and what the young person does."""

    entity: ClassVar[str] = "touch"
    id: str
    child_id: str
    on: date
    in_touch: InTouch
    activity: Activity | None = None
    how: ContactKind | None = None
    note: str | None = None
    row_version: int = 1
