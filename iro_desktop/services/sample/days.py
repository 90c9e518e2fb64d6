"""Days of invented lives. Counts months by itself: a sample reckoned by the rules would be no witness for them."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from iro_desktop.rules.calendar import WorkingCalendar


def add_months(day: date, months: int) -> date:
    """The same day number so many months on, or that month's last day (Dodds v Walker [1981] UKHL J0618-1).

    >>> add_months(date(2023, 11, 30), 3)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """So many days on, or back where negative."""
    return day + timedelta(days=days)


def any_day(rng: Random, first: date, last: date) -> date:
    """Some day from ``first`` to ``last``, both included; ``first`` where the span is empty."""
    return add_days(first, rng.randint(0, max((last - first).days, 0)))


def easter_sunday(year: int) -> date:
    """Easter of the western churches (the anonymous Gregorian reckoning, Nature of 20 April 1876).

    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    cycle, century, rest = year % 19, year // 100, year % 100
    moon = (19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (cycle + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_holiday(calendar: WorkingCalendar, day: date) -> bool:
    """Whether it is a weekday on which nobody works."""
    return day.weekday() < 5 and not calendar.is_working(day)
