"""What is shown of care leavers: the list, and one young person's page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.records import Home, Touch
from iro_desktop.domain.vocabulary import LeaverStatus, Standing


class Band(StrEnum):
    """By age: what the list is narrowed to."""

    CHILDREN = "16–17"
    ADULTS = "18–20"
    LATER = "21–24"


@dataclass(frozen=True, slots=True)
class LeaverRow:
    """One young person of sixteen or more."""

    child: str
    name: str
    iro: str
    status: LeaverStatus
    status_words: str  # "former relevant, stated"
    since: date | None
    is_stated: bool
    age: int
    band: Band
    ahead_words: str  # "18 in 96 days"
    ahead: tuple[tuple[int, date, int], ...]  # years, the birthday, days until then: of 18, 21 and 25 those to come
    assessed_on: date | None
    plan_on: date | None  # made
    plan_words: str  # "made 3 Jun 2026", "not made yet"
    last_review_on: date | None
    review_words: str  # "by Tue 3 Mar 2027, booked Mon 1 Feb 2027"
    next_due_on: date | None
    booked_on: date | None
    adviser: str  # name; "" where nobody is recorded
    home_words: str  # "independent living, suitable, since 3 Feb 2026"
    home_on: date | None
    is_suitable: bool | None
    clock_words: str  # what the home asks for: "review from 4 Mar 2026"; "" where nothing
    touch_words: str  # "12 Oct 2026, 42 days ago"; "never recorded"
    touch_on: date | None  # the last day in touch
    activity_words: str
    standing: Standing  # the worst of what is open about the plan
    standing_words: str  # short: "2 wd late", "recorded?"; "no duty" where nothing is open
    next_words: str  # "Review of the pathway plan, Tue 1 Dec": what is most pressing; "" where nothing is open
    deadline_id: str  # of the same; ""
    pressing_on: date | None  # its day
    gaps: tuple[str, ...]  # "no personal adviser": what is missing, the gravest first
    sentence: str


@dataclass(frozen=True, slots=True)
class LeaversView:
    """Those in scope, the worst first."""

    scope: str
    rows: tuple[LeaverRow, ...]
    overdue: int  # with something overdue or not recorded
    with_gaps: int


@dataclass(frozen=True, slots=True)
class StatusView:
    """What a young person is entitled to, and why."""

    status: LeaverStatus
    words: str  # "former relevant young person since 3 May 2026"
    reasons: tuple[str, ...]
    coming: str  # "10 Mar 2027, at 18 years old: former relevant young person"; "" where nothing changes


@dataclass(frozen=True, slots=True)
class LeaverView:
    """One young person's page about leaving care."""

    row: LeaverRow
    computed: StatusView
    stated: StatusView | None
    stated_from: date | None  # the day by which a statement is taken back
    ahead: tuple[tuple[str, date], ...]  # ages to come, soonest first
    clocks: tuple[tuple[str, str, Standing], ...]  # what is open about the plan: what, when, how it stands
    advisers: tuple[tuple[str, date, date | None], ...]  # newest first
    homes: tuple[tuple[Home, date | None], ...]  # with the last day, newest first
    touches: tuple[Touch, ...]  # newest first
