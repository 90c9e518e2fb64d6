"""The shapes of the law here: a rule, its offset, its citation; and a deadline, which is a rule applied to facts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Standing


class Unit(StrEnum):
    """What an offset counts."""

    WORKING_DAYS = "wd"
    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"
    YEARS = "y"


UNIT_WORDS = {
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.DAYS: ("day", "days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
}


@dataclass(frozen=True, slots=True)
class Offset:
    """A signed count of one unit; negative counts back."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        """As the command line writes it: ``+20wd``."""
        return f"{self.count:+d}{self.unit.value}"

    @property
    def words(self) -> str:
        """As people write it: ``20 working days``."""
        one, many = UNIT_WORDS[self.unit]
        return f"{abs(self.count)} {one if abs(self.count) == 1 else many}"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from, and how far that was checked."""

    source: str  # instrument and paragraph
    mark: Mark


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the dated table. A change of law is a new row with the same id and later dates."""

    id: str  # dotted, stable
    subject: str  # "review", "care", "after", "mid-point"
    sentence: str  # what has to be done by when, plain
    what: str  # short name for lists
    trigger: str  # the fact it counts from, in words
    offset: Offset
    owner: str  # who owes it
    ownership: Ownership
    authority: Authority
    citation: Citation
    valid_from: date | None = None  # by the day of the trigger; None: as far back as the data reach
    valid_to: date | None = None  # last day; None: still in force
    counts_start: bool = False  # the trigger's day is day 1 where it is a working day: a service's choice (T7)
    is_earliest: bool = False  # the date is the first day on which it may be done, not the last

    def in_force_on(self, day: date) -> bool:
        """Whether a trigger on that day is judged by this row."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


Paused = tuple[tuple[date, date], ...]  # first and last day of each pause, oldest first
NOT_PAUSED: Paused = ()


class Deadline(NamedTuple):
    """A rule applied to one child's facts. A tuple, because all of England makes a million of them."""

    rule: Rule
    child: str  # council id
    trigger_on: date  # day 0 of the count
    due_on: date | None  # last lawful day; None: cannot be computed yet
    plan_by: date | None  # last working day on or before ``due_on``
    standing: Standing
    working_days_left: int | None  # to ``due_on``; negative when past
    met_on: date | None  # the day that settled it
    provisional: bool  # counted over years without proclaimed holidays
    review_number: int | None  # the review it asks for, or follows; None: not known
    review_on: date | None  # the review it follows (after-review, mid-point), else None
    booked_on: date | None  # open booking for the review it asks for
    note: str  # a further sentence about this one; "" as a rule
    repeat: int  # 1, or n where the same rule, child and trigger day occur again
    rule_due_on: date | None = None  # where a person set ``due_on``: the day that the rule gives
    override: str = ""  # where a person set ``due_on``: the reason
    paused: Paused = NOT_PAUSED  # days on which its clock stood still

    @property
    def id(self) -> str:
        """``RULE/CHILD/TRIGGER-DATE[/n]``: the same for the same facts."""
        plain = f"{self.rule.id}/{self.child}/{self.trigger_on.isoformat()}"
        return plain if self.repeat == 1 else f"{plain}/{self.repeat}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.standing not in CLOSED


CLOSED = frozenset({Standing.MET, Standing.MET_LATE, Standing.MISSED})
