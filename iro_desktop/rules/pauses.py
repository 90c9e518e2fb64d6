"""Clocks that stand still: a count over which some days are not counted, and the calendar that explains it.

A pause is a first and a last day, both within it. A limit of months has no days to leave out one by one; there, as
with weeks and days, every day of the pause puts the end off by a day.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Paused, Rule, Unit
from iro_desktop.rules.offsets import Counted

PAUSED = "the clock was paused"
_DAY = timedelta(days=1)


def is_paused(day: date, paused: Iterable[tuple[date, date]]) -> bool:
    """Whether the clock stands still on that day."""
    return any(first <= day <= last for first, last in paused)


def end_with_pauses(calendar: WorkingCalendar, row: Rule, trigger_on: date, plain: Counted, paused: Paused) -> Counted:
    """Where a count ends that ended at ``plain`` without the pauses."""
    if row.offset.unit is Unit.WORKING_DAYS:
        due_on = _working_days(calendar, row, trigger_on, paused)
    else:
        due_on = plain.due_on
        day = trigger_on
        while day < due_on:
            day += _DAY
            due_on += _DAY * is_paused(day, paused)
    is_provisional = plain.is_provisional or calendar.is_provisional(due_on)
    return Counted(due_on, calendar.on_or_before(due_on), is_provisional)


def _working_days(calendar: WorkingCalendar, row: Rule, trigger_on: date, paused: Paused) -> date:
    is_day_one = row.counts_start and calendar.is_working(trigger_on) and not is_paused(trigger_on, paused)
    day, left = trigger_on, row.offset.count - is_day_one
    while left:
        day = calendar.add(day, 1)
        left -= not is_paused(day, paused)
    return day


def paused_calendar(calendar: WorkingCalendar, paused: Paused) -> WorkingCalendar:
    """The calendar with the working days of the pauses as days that do not count, so that a count names them."""
    days: dict[date, str] = {}
    for first, last in paused:
        day = first
        while day <= last:
            if calendar.is_working(day):
                days[day] = PAUSED
            day += _DAY
    return calendar.with_day_names(days)
