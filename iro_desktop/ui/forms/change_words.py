"""One deadline before and after, in a few words: the days, and the standing only where it is another."""

from collections.abc import Callable
from datetime import date

from iro_desktop.domain.dates import MONTHS, WEEKDAYS, with_weekday
from iro_desktop.services.plan_views import Consequence, DatedStanding

SayDay = Callable[[date], str]


def without_year(day: date) -> str:
    """``Tue 8 Dec``."""
    return f"{WEEKDAYS[day.weekday()]} {bare(day)}"


def bare(day: date) -> str:
    """``8 Dec``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def year_unless(year: int) -> SayDay:
    """The year only where it is another."""
    return lambda day: without_year(day) if day.year == year else with_weekday(day)


def change_words(row: Consequence, say: SayDay = with_weekday) -> str:
    """From when to when; which day it is where that stays."""
    before, after = row.before, row.after
    if before is None or after is None:
        side = after or before
        return f"{'new' if after else 'no longer owed, was'}: {_day(side, say)}" if side else ""
    if before.booked_on != after.booked_on:
        return _booked(before.booked_on, after.booked_on, say)
    if before.due_on and after.due_on and before.due_on != after.due_on:
        return _arrow(before.due_on, after.due_on, say)
    if before.due_on == after.due_on and before.plan_by and after.plan_by and before.plan_by != after.plan_by:
        return f"plan by {_arrow(before.plan_by, after.plan_by, say)}"
    days = _day(before, say), _day(after, say)
    return days[1] if days[0] == days[1] else " → ".join(days)


def becomes(row: Consequence) -> str:
    """The standing it takes, where that is another: ``overdue``."""
    is_same = row.before is None or row.after is None or row.before.standing is row.after.standing
    return "" if is_same or row.after is None else row.after.standing.label.lower()


def count_words(rows: tuple[Consequence, ...]) -> str:
    """``8 dates move, 1 new date, 1 becomes overdue``; what looks the same is not counted."""
    moved = sum(bool(one.before and one.after and one.before.due_on != one.after.due_on) for one in rows)
    counts = (
        (moved, "date moves" if moved == 1 else "dates move"),
        (new := sum(one.before is None for one in rows), "new date" if new == 1 else "new dates"),
        (sum(one.after is None for one in rows), "no longer owed"),
        (overdue := sum(becomes(one) == "overdue" for one in rows), f"become{'s' if overdue == 1 else ''} overdue"),
    )
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _arrow(before: date, after: date, say: SayDay) -> str:
    first, last = say(before), say(after)
    if before.year == after.year and last.endswith(str(after.year)):
        first = first.removesuffix(f" {before.year}")
    return f"{first} → {last}"


def _booked(before: date | None, after: date | None, say: SayDay) -> str:
    if before and after:
        return f"booked {_arrow(before, after, say)}"
    return f"booked {say(after)}" if after else "no longer booked"


def _day(side: DatedStanding, say: SayDay) -> str:
    return say(side.due_on) if side.due_on else side.words
