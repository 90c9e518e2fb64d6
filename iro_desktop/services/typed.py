"""Dates as people type them, with counts of working days: ``12 mar``, ``tomorrow``, ``+20wd``."""

from datetime import date, timedelta

from iro_desktop.domain.dates import typed_date
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.offsets import add, parse_offset

_YEARS = range(1900, 2200)  # a day outside is a slip of the pen


def read_date(text: str, today: date, calendar: WorkingCalendar) -> date | None:
    """The day meant, or ``None``."""
    words = text.strip()
    try:
        is_count = words[:1] in ("+", "-") and len(words) > 1
        day = add(calendar, today, parse_offset(words.replace(" ", ""))) if is_count else typed_date(words, today)
    except (ValueError, OverflowError):
        return None
    return day if day is not None and day.year in _YEARS else None


_EARLIEST = date(1980, 1, 1)  # nobody looked after since the service began was born before
_AHEAD = timedelta(days=3 * 366)


def is_believable(day: date, today: date) -> bool:
    """Whether a fact can bear that date at all; any other is a slip, and would be counted from for ever."""
    return _EARLIEST <= day <= today + _AHEAD
