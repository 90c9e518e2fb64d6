"""The times that figures are asked for by name: the year of the returns, its quarters, the month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date, date]  # both belong to it

_YEAR_BEGINS = (4, 1)
_MONTHS_SHOWN, _QUARTERS_SHOWN = 12, 8


@dataclass(frozen=True, slots=True)
class FigureTime:
    """One time with a name."""

    words: str
    days: Callable[[date], Days]  # of that day


def this_year(today: date) -> Days:
    """From 1 April to today.

    >>> this_year(date(2026, 11, 23))
    (datetime.date(2026, 4, 1), datetime.date(2026, 11, 23))
    """
    return date(today.year - ((today.month, today.day) < _YEAR_BEGINS), *_YEAR_BEGINS), today


def days_of_year(year: int) -> Days:
    """First and last day of the year that begins on 1 April of it."""
    return date(year, *_YEAR_BEGINS), date(year + 1, *_YEAR_BEGINS) - timedelta(1)


def last_year(today: date) -> Days:
    """The whole year that ended on the last 31 March."""
    begins = this_year(today)[0]
    return begins.replace(year=begins.year - 1), begins - timedelta(1)


def this_quarter(today: date) -> Days:
    """From the first day of the quarter to today."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1), today


def last_quarter(today: date) -> Days:
    """The whole quarter before this one.

    >>> last_quarter(date(2026, 2, 3))
    (datetime.date(2025, 10, 1), datetime.date(2025, 12, 31))
    """
    ended = this_quarter(today)[0] - timedelta(1)
    return this_quarter(ended)[0], ended


def this_month(today: date) -> Days:
    """From the first of the month to today."""
    return today.replace(day=1), today


FIGURE_TIMES = (
    FigureTime("This year, from 1 April", this_year),
    FigureTime("Last year, to 31 March", last_year),
    FigureTime("This quarter", this_quarter),
    FigureTime("Last quarter", last_quarter),
    FigureTime("This month", this_month),
)


def months_shown(from_on: date, to_on: date, today: date) -> Days:
    """The time a trend by month is shown for: all of what is asked about, and twelve months at least.

    >>> months_shown(date(2026, 11, 1), date(2026, 11, 23), date(2026, 11, 23))
    (datetime.date(2025, 12, 1), datetime.date(2026, 11, 23))
    """
    last = max(from_on, min(to_on, today))
    return min(_back(last, _MONTHS_SHOWN - 1), from_on), last


def quarters_shown(from_on: date, to_on: date, today: date) -> Days:
    """The same by quarter: eight at least."""
    last = max(from_on, min(to_on, today))
    return min(_back(this_quarter(last)[0], 3 * (_QUARTERS_SHOWN - 1)), from_on), last


def _back(day: date, months: int) -> date:
    """The first of the month so many months before."""
    at = day.year * 12 + day.month - 1 - months
    return date(at // 12, at % 12 + 1, 1)
