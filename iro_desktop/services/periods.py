"""Times that counts are made for: this year from 1 April, the one before, and quarters of that year."""

from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import short
from iro_desktop.rules.offsets import add_months

_FIRST_MONTH = 4  # the year of children's services runs from April
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Days, first and last included."""

    words: str  # "This year, from 1 Apr 2026"
    from_on: date
    to_on: date


def periods(today: date) -> tuple[Period, ...]:
    """What can be chosen: this year, this quarter, the quarter before, the year before."""
    year = today.year if today.month >= _FIRST_MONTH else today.year - 1
    start = date(year, _FIRST_MONTH, 1)
    quarter = _quarter_of(today)
    before = _quarter_of(quarter - timedelta(days=1))
    last = date(year - 1, _FIRST_MONTH, 1)
    return (
        Period(f"This year, from {short(start)}", start, today),
        Period(f"This quarter, from {short(quarter)}", quarter, today),
        _whole("The quarter before", before, quarter),
        _whole("Last year", last, start),
    )


def time_before(from_on: date, to_on: date) -> Period:
    """What a count stands beside: of days within one quarter the same days of the quarter before, else a year before.

    >>> time_before(date(2026, 7, 1), date(2026, 9, 30)).words, time_before(date(2026, 4, 1), date(2026, 9, 30)).words
    ('1 Apr to 30 Jun 2026', '1 Apr to 30 Sep 2025')
    """
    months = -_QUARTER if _quarter_of(from_on) == _quarter_of(to_on) else -12
    first, last = _moved(from_on, months), _moved(to_on, months)
    words = short(first).removesuffix(f" {last.year}")
    return Period(f"{words} to {short(last)}", first, last)


def _moved(day: date, months: int) -> date:
    """The same day so many months away; the last day of a month stays the last."""
    is_last = (day + timedelta(days=1)).day == 1
    return add_months(day.replace(day=1), months + 1) - timedelta(days=1) if is_last else add_months(day, months)


def _whole(words: str, start: date, following: date) -> Period:
    """A time that is over."""
    end = following - timedelta(days=1)
    return Period(f"{words}, {short(start)} to {short(end)}", start, end)


def _quarter_of(day: date) -> date:
    """The first day of that quarter: April, July, October, January."""
    return date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)
