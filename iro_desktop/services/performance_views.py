"""What the page of figures shows: tiles, trends, parts, the rows behind each, and sets that were kept."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.model import By, Unit

# What stands large, in this order: is it on time, does the child take part, is it written up, what goes on between.
TILES = (
    "timeliness.held",
    "timeliness.child",
    "participation.strict",
    "attendance",
    "recommendations.in-time",
    "minutes.in-time",
    "letters.in-time",
    "mid-point.coverage",
    "rearranged",
    "caseload.per-fte",
    "alerts.raised",
    "pathway.timeliness",
)
A_YEAR_BEFORE = "a year before"  # what a figure stands beside where nothing was kept
MOST_TILES = 12  # that somebody may choose in their place


@dataclass(frozen=True, slots=True)
class FigureWish:
    """Which figures: of what time, whose, narrowed by what, as known when."""

    from_on: date
    to_on: date
    iro: str | None = None  # a name; None: the whole service
    where: tuple[tuple[By, str], ...] = ()
    as_at: date | None = None  # as it was known at the end of that day; None: today
    hides_small: bool = False  # small numbers are not shown, nor what would give them away
    tiles: tuple[str, ...] = TILES  # the measures whose months are told, those that are to stand large


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One measure, counted."""

    measure: str  # its id
    name: str
    subject: str  # "Reviews"; figures of one subject stand together
    unit: Unit
    printed: str  # "83.8 %", "531", "11.5 working days", "–" where there is nothing to count, "c" where hidden
    value: float | None
    numerator: int
    denominator: int
    check: str  # the parts and the whole in words
    left_out: tuple[tuple[str, int], ...]  # reason in words, how many
    beside: int  # may still come in
    definition: str
    population: str
    numerator_words: str
    denominator_words: str
    source: str
    by: tuple[By, ...]  # what it can be told apart by, beside month and quarter
    better: int  # 1: more is better; -1: less is; 0: neither


@dataclass(frozen=True, slots=True)
class Change:
    """A figure beside an earlier one: the words follow the figures."""

    before: str  # "94.0 %", as printed then
    before_words: str  # "a year before", "2025/26 as published"
    words: str  # "down 10.2 percentage points", "up by 58", "the same", "not measured before"
    is_better: bool | None  # None: neither better nor worse, or no change


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with its change, and the twelve months to the end of the period."""

    figure: FigureShown
    change: Change | None  # None: no earlier figure is known
    months: tuple[float | None, ...]  # values, oldest first; None: nothing to count; empty: none of ``TILES``


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of one part of the time."""

    label: str  # "Apr 2026", "2026/27 Q1"
    from_on: date
    to_on: date
    figure: FigureShown


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of one IRO, one team, one reason."""

    words: str  # "" is shown as "not recorded"
    figure: FigureShown


@dataclass(frozen=True, slots=True)
class PartsView:
    """A measure told apart by one thing; of a share or a count the parts add up to the whole."""

    whole: FigureShown
    by: By
    title: str  # "Reviews held in time, by team"
    parts: tuple[Part, ...]
    check: str  # "12 + 30 + 87 = 129 in time; 13 + 31 + 88 = 132 held"; "" where parts do not add up by nature


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row behind a figure."""

    child: str  # council id; a household's reference for foster carers
    name: str
    day: date
    review_on: date | None
    due_on: date | None
    done_on: date | None
    judged: str  # "in time", "late", "left out: not yet due"
    iro: str
    team: str
    reason: str = ""  # "Court timetable"; "" where none is recorded, or none is asked for

    @property
    def days_late(self) -> int:
        """How many days after the last one in time it was done; 0: in time, or not both are known."""
        if self.due_on is None or self.done_on is None:
            return 0
        return max(0, (self.done_on - self.due_on).days)


@dataclass(frozen=True, slots=True)
class RowsView:
    """The rows of a figure, in three lists that make it."""

    figure: FigureShown
    met: tuple[RowShown, ...]  # in the numerator
    not_met: tuple[RowShown, ...]  # in the denominator alone
    left_out: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class PerformanceView:
    """The figures of one wish."""

    wish: FigureWish
    scope: str  # "all IROs", or a name
    span_words: str  # "1 April to 23 November 2026"
    tiles: tuple[Tile, ...]  # every measure, in the order of the definitions
    compares_iros: bool = False  # whether what can be better or worse is told apart by IRO: the service's choice


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A set of figures that was kept."""

    name: str
    kind: FrozenKind
    from_on: date
    to_on: date
    frozen_on: date
    frozen_by: str
    note: str
    digest: str
    is_sound: bool  # False: somebody changed it past the program
    faults: tuple[str, ...]  # what is not as it was kept, a sentence each
    figures: int


@dataclass(frozen=True, slots=True)
class FigureCompared:
    """One kept figure beside today's."""

    measure: str
    name: str
    kept: str  # as printed then
    kept_words: str  # "1,033 of 1,233"
    today: str
    today_words: str
    words: str  # "12 recorded since, 1 corrected: up 0.4 percentage points"
    new: tuple[RowShown, ...]  # recorded since
    gone: tuple[RowShown, ...]  # taken back or corrected since
    changed: tuple[tuple[RowShown, RowShown], ...]  # judged otherwise since: then, today
    doubt: str  # of a published one: "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %"; ""


@dataclass(frozen=True, slots=True)
class KeptCompared:
    """A kept set beside the same figures counted today."""

    kept: KeptSet
    figures: tuple[FigureCompared, ...]
    words: str  # "12 reviews recorded late moved timeliness from 81.0 % to 88.0 %"
