"""Dates in words and out of words. Dates of the law have no clock and no time zone."""

import re
from datetime import date, timedelta

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def short(day: date) -> str:
    """For tables.

    >>> short(date(2026, 3, 12))
    '12 Mar 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """For single dates.

    >>> with_weekday(date(2026, 3, 12))
    'Thu 12 Mar 2026'
    """
    return f"{WEEKDAYS[day.weekday()]} {short(day)}"


def from_to(first: date, last: date) -> str:
    """A run of days, month and year said once where they are the same.

    >>> from_to(date(2026, 1, 6), date(2026, 1, 9)), from_to(date(2026, 6, 29), date(2026, 7, 3))
    ('Tue 6 to Fri 9 Jan 2026', 'Mon 29 Jun to Fri 3 Jul 2026')
    >>> from_to(date(2027, 4, 13), date(2027, 4, 13))
    'Tue 13 Apr 2027'
    """
    if first == last:
        return with_weekday(first)
    words = with_weekday(first).split()
    same = 0 if first.year != last.year else 1 if first.month != last.month else 2
    return f"{' '.join(words[: len(words) - same])} to {with_weekday(last)}"


_NEAR = timedelta(days=270)


def near(day: date, today: date, *, weekday: bool = True) -> str:
    """For lists of work: the year only where it could be mistaken.

    >>> near(date(2026, 3, 12), date(2026, 1, 1)), near(date(2025, 3, 12), date(2026, 1, 1), weekday=False)
    ('Thu 12 Mar', '12 Mar 2025')
    """
    words = with_weekday(day) if weekday else short(day)
    return words.rsplit(" ", 1)[0] if abs(day - today) < _NEAR else words


def in_full(day: date) -> str:
    """For text.

    >>> in_full(date(2026, 3, 12))
    'Thursday 12 March 2026'
    """
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def age_on(born_on: date, day: date) -> int:
    """Whole years of age; attained at the start of the birthday (Family Law Reform Act 1969 s.9).

    Born on 29 February: 1 March in a common year, by convention.

    >>> age_on(date(2008, 2, 29), date(2024, 2, 28)), age_on(date(2008, 2, 29), date(2025, 3, 1))
    (15, 17)
    """
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def age_words(born_on: date, day: date) -> str:
    """Age as people say it: months up to two years.

    >>> age_words(date(2026, 8, 11), date(2026, 11, 23)), age_words(date(2025, 1, 1), date(2026, 1, 1))
    ('3 months', '12 months')
    """
    years = age_on(born_on, day)
    if years >= 2:
        return f"{years} years"
    months = (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)
    return f"{months} month" if months == 1 else f"{months} months"


def birthday(born_on: date, years: int) -> date:
    """The day on which that age is attained."""
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)


_WORDS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-]*([a-z]{3,9})\.?[ \-]*(\d{4}|\d{2})?")


def typed_date(text: str, today: date) -> date | None:
    """Read a date as people type it (day first), or ``None``.

    Without a year, the nearest such day to today, of last year, this year or next. A weekday that is not that day's
    is a slip of the pen, so the text is no date.

    >>> typed_date("12 mar", date(2026, 3, 1)), typed_date("yesterday", date(2026, 3, 1))
    (datetime.date(2026, 3, 12), datetime.date(2026, 2, 28))
    >>> typed_date("Friday, 12 March 2026", date(2026, 3, 1))  # a Thursday
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    first, _, rest = words.partition(" ")
    named = [n for n, day in enumerate(LONG_WEEKDAYS) if len(first) >= 3 and day.lower().startswith(first)]
    if not named:
        return _day_and_month(words, today)
    day = _day_and_month(rest, today)
    return day if day is not None and day.weekday() == named[0] else None


def _day_and_month(words: str, today: date) -> date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return _valid(int(words[:4]), int(words[5:7]), int(words[8:]))
    if match := _NUMERIC.fullmatch(words):
        return _with_year(int(match[1]), int(match[2]), match[3], today)
    if match := _NAMED.fullmatch(words):
        numbers = [n for n, name in enumerate(LONG_MONTHS, 1) if name.lower().startswith(match[2])]
        return _with_year(int(match[1]), numbers[0], match[3], today) if len(numbers) == 1 else None
    return None


def _with_year(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _valid(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    found = [_valid(today.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((one for one in found if one), key=lambda one: abs(one - today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
