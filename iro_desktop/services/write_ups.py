"""The write-up queue: reviews with work of the IRO's own to finish, in the order that keeps the most dates.

A date is kept by what is finished on it or before. So many reviews fit into a day (a setting), on working days on
which the IRO is not away; each IRO has a queue of their own. What is late altogether comes last: finishing it first
would cost dates that can still be kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import near
from iro_desktop.domain.vocabulary import Ownership
from iro_desktop.rules.model import Deadline
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import EVERYBODY, last_iro, with_work
from iro_desktop.services.words import display_name
from iro_desktop.services.write_up_order import kept, planned_days

A_DAY = "write-ups-a-day"
_DAY = timedelta(days=1)
_YEAR_OF_DAYS = 366


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One piece of a write-up that is still to be done."""

    deadline_id: str
    what: str  # "Minutes"
    due_on: date
    words: str  # "Minutes, due Thu 3 Dec", "Minutes, late since Thu 19 Nov"
    is_late: bool


@dataclass(frozen=True, slots=True)
class WriteUpRow:
    """One review that is to be written up."""

    child: str  # council id
    name: str
    held_on: date
    review_words: str  # "review of 5 Nov"
    iro: str
    tasks: tuple[OpenTask, ...]  # soonest first
    planned_on: date  # the day on which it comes in that order
    planned_words: str  # "today", "Thu 26 Nov"
    kept: int  # dates that are kept if it is finished on that day
    lost: int  # of those that can be kept today: past, if it waits until the next day of work
    is_today: bool

    @property
    def deadline_id(self) -> str:
        """The piece that is due first."""
        return self.tasks[0].deadline_id

    @property
    def tasks_words(self) -> str:
        """What is to be done, the soonest first."""
        return "; ".join(one.words for one in self.tasks)

    @property
    def reckoning(self) -> str:
        """What finishing it means, in words."""
        if all(one.is_late for one in self.tasks):
            return "late already: no date left to keep"
        if not self.kept:
            still = sum(not one.is_late for one in self.tasks)
            return f"misses {_dates(still)}: the reviews above keep as many"
        said = f"keeps {_dates(self.kept)}"
        if self.is_today and self.lost:
            return f"{said}; left until the next day, {_dates(self.lost)} {'is' if self.lost == 1 else 'are'} missed"
        return said


@dataclass(frozen=True, slots=True)
class WriteUpsView:
    """The queue in scope."""

    scope: str
    rows: tuple[WriteUpRow, ...]
    a_day: int  # reviews that fit in a day
    today: date

    @property
    def for_today(self) -> tuple[WriteUpRow, ...]:
        """Those that come today."""
        return tuple(row for row in self.rows if row.is_today)

    @property
    def heading(self) -> str:
        """``Finish these 3 today: 5 dates kept``."""
        if not self.rows:
            return "Nothing is waiting to be written up"
        first = self.for_today
        if not first:
            return f"Next on {self.rows[0].planned_words}"
        these = "this one" if len(first) == 1 else f"these {len(first)}"
        count = sum(row.kept for row in first)
        return f"Finish {these} today: {_dates(count)} kept" if count else f"Finish {these} today"

    @property
    def whole(self) -> str:
        """What the order comes to over all: ``In this order 9 of 11 open dates are kept``, and how many are past."""
        open_dates = sum(not one.is_late for row in self.rows for one in row.tasks)
        past = sum(one.is_late for row in self.rows for one in row.tasks)
        saved = sum(row.kept for row in self.rows)
        said = f"In this order, {self.a_day} a day, {saved} of {_dates(open_dates)} still open are kept"
        gone = f"; {past} {'is' if past == 1 else 'are'} past already" if past else ""
        return f"{said}{gone}." if self.rows else ""


def write_ups(snapshot: Snapshot, iro: str | None) -> WriteUpsView:
    """The queue of one IRO, or of everybody: by the day on which each comes, each IRO's in order."""
    a_day = int(snapshot.practice.value(A_DAY, snapshot.today))
    queues: dict[str, list[tuple[ChildNow, date, list[Deadline]]]] = {}
    for child in with_work(snapshot, iro):
        whose = child.iro or last_iro(child, snapshot) or ""
        for held_on, own in _open_work_of(child, snapshot).items():
            queues.setdefault(whose, []).append((child, held_on, own))
    rows = [row for whose, queue in queues.items() for row in _rows(queue, whose, snapshot, a_day)]
    rows.sort(key=_place)
    return WriteUpsView(iro or EVERYBODY, tuple(rows), a_day, snapshot.today)


def _place(row: WriteUpRow) -> tuple[object, ...]:
    """The day it comes; on one day what loses most by waiting, then what is due first."""
    is_gone = all(one.is_late for one in row.tasks)
    return is_gone, row.planned_on, -row.lost, row.tasks[0].due_on, row.child, row.held_on


def _open_work_of(child: ChildNow, snapshot: Snapshot) -> dict[date, list[Deadline]]:
    return snapshot.kept.of_one("open work", child.facts.child.council_id, child, lambda: _open_work(child))


def _open_work(child: ChildNow) -> dict[date, list[Deadline]]:
    """The IRO's own open work after each review, by the day it was held; the soonest first."""
    found: dict[date, list[Deadline]] = {}
    for one in child.deadlines:
        is_own = one.rule.subject == "after" and one.rule.ownership is Ownership.MINE
        if is_own and one.is_open and one.review_on is not None and one.due_on is not None:
            found.setdefault(one.review_on, []).append(one)
    return {day: sorted(own, key=lambda one: (one.due_on or date.max, one.rule.id)) for day, own in found.items()}


def _rows(
    queue: list[tuple[ChildNow, date, list[Deadline]]], whose: str, snapshot: Snapshot, a_day: int
) -> Iterator[WriteUpRow]:
    days = _days_of_work(snapshot, whose, 1 + len(queue) // a_day)
    dates = [[one.due_on for one in own if one.due_on is not None] for _, _, own in queue]
    for (child, held_on, own), day, mine in zip(queue, planned_days(dates, days, a_day), dates, strict=True):
        first, second = days[0], days[1]
        yield WriteUpRow(
            child.facts.child.council_id,
            display_name(child.facts.child),
            held_on,
            f"review of {near(held_on, snapshot.today, weekday=False)}",
            whose,
            tuple(_task(one, snapshot.today) for one in own),
            day,
            "today" if day == snapshot.today else near(day, snapshot.today),
            kept(mine, day),
            kept(mine, first) - kept(mine, second),
            day == snapshot.today,
        )


def _task(one: Deadline, today: date) -> OpenTask:
    due_on = one.due_on or today
    is_late = due_on < today
    word = "late since" if is_late else "due"
    when = "today" if due_on == today else near(due_on, today)
    return OpenTask(one.id, one.rule.what, due_on, f"{one.rule.what}, {word} {when}", is_late)


def _days_of_work(snapshot: Snapshot, iro: str, count: int) -> list[date]:
    """So many days on which that IRO works, and one more, soonest first, today among them; leave is none.

    Whoever is away for longer than a year is taken to be back then.
    """
    ids = {one.id for one in snapshot.iros if one.name == iro}
    away = [one for one in snapshot.leave if one.iro_id in ids]
    found: list[date] = []
    day = snapshot.today
    last = snapshot.today + timedelta(days=_YEAR_OF_DAYS + 7 * count)
    while len(found) <= count:
        is_away = any(one.from_on <= day <= one.to_on for one in away) and day < last
        if snapshot.calendar.is_working(day) and not is_away:
            found.append(day)
        day += _DAY
    return found


def _dates(count: int) -> str:
    return "1 date" if count == 1 else f"{count} dates"
