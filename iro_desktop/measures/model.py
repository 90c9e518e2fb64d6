"""The shapes of a measure: what it is counted from, its rows, its figure. A definition yields rows; figures count rows.

Rules and measures never import each other: a deadline comes in as whatever has the fields of ``Limit``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import Standing


class Named(Protocol):
    """A rule, as far as measures know it."""

    @property
    def id(self) -> str:
        """Dotted and stable."""
        ...


class Limit(Protocol):
    """One deadline of the stream, settled or open; ``rules.model.Deadline`` is one."""

    @property
    def rule(self) -> Named:
        """The rule it comes from."""
        ...

    @property
    def trigger_on(self) -> date:
        """Day 0 of its count."""
        ...

    @property
    def due_on(self) -> date | None:
        """The last day that is in time; ``None``: it cannot be counted yet."""
        ...

    @property
    def rule_due_on(self) -> date | None:
        """The day that the rule gives, where a person set another by hand."""
        ...

    @property
    def standing(self) -> Standing:
        """Where it stands today."""
        ...

    @property
    def met_on(self) -> date | None:
        """The day that settled it."""
        ...

    @property
    def review_on(self) -> date | None:
        """The held review that it follows."""
        ...


@dataclass(frozen=True, slots=True)
class Counted:
    """One child as the measures see it; those whose care has ended are counted too."""

    facts: ChildFacts
    limits: Sequence[Limit]
    iro_names: Mapping[str, str]  # by row id


@dataclass(frozen=True, slots=True)
class Span:
    """The time that is measured; both ends belong to it. What lies after today has not happened yet."""

    from_on: date
    to_on: date
    today: date

    def holds(self, day: date) -> bool:
        """Whether the day is one of it that has come."""
        return self.from_on <= day <= min(self.to_on, self.today)


class LeftOut(StrEnum):
    """Why something that belongs to the subject of a measure is not counted in it."""

    PREDECESSOR_UNKNOWN = "the review before it, or the start of care, is not known here"
    OUTSIDE_CARE = "held in no period of care that is known here"
    ADULT = "held on or after the 18th birthday, when no review is owed"
    NOT_IN_TURN = "an extra review, which by the service's choice does not take a turn"
    NOT_TRACKED = "not tracked here: before the day from which this child's work is recorded"
    NOT_YET_DUE = "not yet due"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing counted, or left out and why."""

    child: str  # council id
    day: date  # puts it into the period
    review_on: date | None  # the review's day; None: not held
    due_on: date | None  # the last day in time
    done_on: date | None
    is_met: bool  # in the numerator
    left_out: LeftOut | None  # None: in the denominator
    iro: str  # name of the IRO responsible on that day; "": nobody is recorded for it


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure as data."""

    id: str  # dotted and stable
    name: str
    definition: str  # what it says, for a councillor
    population: str  # what its rows are
    numerator: str
    denominator: str
    left_out: tuple[LeftOut, ...]  # every reason that its rows may have
    unit: str
    source: str
    words: tuple[str, str, str]  # "in time", "late", "held": met, not met, counted
    rows: Callable[[Counted, Span], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure counted over a period."""

    definition: Definition
    numerator: int
    denominator: int
    percent: float | None  # one decimal, half up; None: nothing to count
    left_out: tuple[tuple[LeftOut, int], ...]  # in the definition's order, those that occurred
    check: str  # "210 in time + 14 late = 224 held; 3 left out"


def iro_on(counted: Counted, day: date) -> str:
    """The IRO allocated to the child on that day; of several the newest; "" where nobody is recorded."""
    for one in reversed(counted.facts.allocations):
        if one.from_on <= day and (one.to_on is None or day <= one.to_on):
            return counted.iro_names.get(one.iro_id, "")
    return ""
