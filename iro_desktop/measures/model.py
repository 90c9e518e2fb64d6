"""The shapes of a measure: what it is counted from, its rows, its figure. A definition yields rows; figures count rows.

Rules and measures never import each other: a deadline comes in as whatever has the fields of ``Limit``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.records import CarerFacts, ChildFacts, Iro, Review
from iro_desktop.domain.vocabulary import ReviewKind, Standing, WorkerRole


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
class Service:
    """What the measures know of the service as a whole."""

    iros: Mapping[str, Iro] = field(default_factory=dict)  # by row id
    lists: Mapping[str, str] = field(default_factory=dict)  # words of the service's lists by row id, merged ones too
    carers: Sequence["CountedCarer"] = ()
    working_days: Callable[[date, date], int] = lambda start, end: (end - start).days  # after the first, to the last


NO_SERVICE = Service()


@dataclass(frozen=True, slots=True)
class Counted:
    """One child as the measures see it; those whose care has ended are counted too."""

    facts: ChildFacts
    limits: Sequence[Limit]
    iro_names: Mapping[str, str]  # by row id
    service: Service = NO_SERVICE
    periods: tuple[PeriodOfCare, ...] = field(init=False, repr=False, compare=False)  # oldest first
    held: tuple[Review, ...] = field(init=False, repr=False, compare=False)  # see ``reviews_held``

    def __post_init__(self) -> None:
        """What nearly every measure asks of a child is found once."""
        object.__setattr__(self, "periods", periods_of_care(self.facts.episodes))
        object.__setattr__(self, "held", tuple(_held(self.facts)))


def _held(facts: ChildFacts) -> Iterator[Review]:
    seen: date | None = None
    for one in facts.reviews:
        if one.kind is not ReviewKind.PATHWAY and one.held_on != seen:
            seen = one.held_on
            yield one


@dataclass(frozen=True, slots=True)
class CountedCarer:
    """One fostering household as the measures see it."""

    facts: CarerFacts
    limits: Sequence[Limit]


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
    GROWN_UP = "eighteen or over, though no end of care is recorded"
    NOT_IN_TURN = "an extra review, which by the service's choice does not take a turn"
    NOT_TRACKED = "not tracked here: from before this child's work was recorded in this program"
    NOT_YET_DUE = "not yet due"
    UNDER_FOUR = "under four on the day, and not asked to take part"
    NOT_SAID = "not recorded"
    NONE_DUE = "no review of the child fell due in the period"
    NONE_HELD = "no review of the child is known to have been held"
    NOT_SENT = "nothing was sent that could be answered"
    CHILD_DECLINED = "the child did not want to, or it was not appropriate; the reason is recorded"


class Unit(StrEnum):
    """What a measure's value is."""

    PERCENT = "percent"  # numerator of denominator
    COUNT = "count"  # how many
    AVERAGE = "average"  # amounts of the rows, divided by how many
    MEDIAN = "median"  # the middle of the rows' amounts
    RATIO = "ratio"  # how many, divided by full-time IROs


class By(StrEnum):
    """What a measure can be told apart by, beside the time."""

    IRO = "iro"
    TEAM = "team"
    MONTH = "month"
    QUARTER = "quarter"
    REASON = "reason"
    ASKED_BY = "asked-by"
    NOTICE = "notice"
    KIND = "kind"
    STAGE = "stage"
    THEME = "theme"
    AGENCY = "agency"
    OUTCOME = "outcome"
    EFFECT = "effect"
    CODE = "code"
    AGE = "age"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    LEGAL_STATUS = "legal-status"
    PLACEMENT = "placement"


Tags = tuple[tuple[By, str], ...]


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
    team: str = ""  # of the social worker on that day; "": not recorded
    tags: Tags = ()  # what else it can be told apart by
    amount: float | None = None  # what an average or a median is made of
    nth: int = 1  # of the same child and day: a second alert, a second form

    def tag(self, by: By) -> str:
        """What it is under by that dimension; "": not recorded."""
        if by is By.IRO:
            return self.iro
        if by is By.TEAM:
            return self.team
        if by is By.MONTH:
            return self.day.strftime("%Y-%m")
        if by is By.QUARTER:
            return quarter_of(self.day)
        return next((words for kind, words in self.tags if kind is by), "")


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
    unit: Unit
    source: str
    words: tuple[str, str, str]  # "in time", "late", "held": met, not met, counted
    rows: Callable[[Counted, Span], Iterator[Row]]
    subject: str = ""  # the section of a report it stands in
    by: tuple[By, ...] = (By.IRO, By.TEAM)  # beside month and quarter
    better: int = 0  # 1: more is better; -1: less is; 0: neither
    per: str = ""  # of a count with a good direction: the measure whose denominator says of how many it could be
    beside: Callable[[Counted, Span], Iterator[str]] | None = None  # whose each is that may still come in
    of_carers: Callable[[CountedCarer, Service, Span], Iterator[Row]] | None = None  # rows of fostering households
    of_period: bool = False  # a row looks at the whole period; False: at its own day, whatever period that lies in


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure counted over a period."""

    definition: Definition
    numerator: int
    denominator: int
    percent: float | None  # one decimal, half up; None: nothing to count, or no share
    left_out: tuple[tuple[LeftOut, int], ...]  # in the definition's order, those that occurred
    check: str  # "210 in time + 14 late = 224 held; 3 left out"
    value: float | None = None  # what is printed: the share, the count, the average; None: nothing to count
    beside: int = 0  # booked days that have passed with nothing recorded: they may still come in


def iro_on(counted: Counted, day: date) -> str:
    """The IRO allocated to the child on that day; of several the newest; "" where nobody is recorded."""
    for one in reversed(counted.facts.allocations):
        if one.from_on <= day and (one.to_on is None or day <= one.to_on):
            return counted.iro_names.get(one.iro_id, "")
    return ""


def team_on(counted: Counted, day: date) -> str:
    """The team of the social worker allocated on that day; "" where none is recorded."""
    for one in reversed(counted.facts.workers):
        is_theirs = one.role is WorkerRole.SOCIAL_WORKER and one.from_on <= day
        if is_theirs and (one.to_on is None or day <= one.to_on):
            return one.team or ""
    return ""


def quarter_of(day: date) -> str:
    """The quarter of the year that begins on 1 April: ``2026/27 Q1``."""
    begins = day.year - (day.month < 4)
    return f"{begins}/{(begins + 1) % 100:02d} Q{(day.month - 4) % 12 // 3 + 1}"
