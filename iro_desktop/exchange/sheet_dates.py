"""Dates as people and systems write them in England: day first, unless the sheet itself shows otherwise.

A date is read from one cell, then judged beside the others of its column: ``03/04/2026`` alone is British, but not in
a column that also says ``03/25/2026``. Nothing is guessed: what could be two days is asked about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from iro_desktop.exchange.sheet_cells import Cell, is_broken, shown

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join((*_MONTHS, "sept", *(name[:3] for name in _MONTHS)))
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,4}) ?([./\- ]) ?(\d{1,2}) ?[./\- ] ?(\d{4}|\d{1,2})")
_DAY_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ ./\-,]*({_MONTH})[ ./\-,']*(\d{{4}}|\d{{2}})", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"({_MONTH})[ .]*(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}})", re.IGNORECASE)
_TIME = re.compile(
    r"[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)? ?([ap]\.?m\.?)?(Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_EARLIEST, _LATEST = date(1920, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class DateReading:
    """One cell read as a date. ``value`` and ``doubt`` exclude each other; both None: the cell is blank."""

    value: date | None = None
    doubt: str | None = None  # the end of a sentence that begins "This date …"
    month_first: date | None = None  # the other reading, where figures alone could mean month/day
    is_stored: bool = False  # a true date of the workbook, not text
    has_figures: bool = False  # day and month both written in figures, day first
    is_evening: bool = False  # a time so late that the day after may be meant
    is_american_clock: bool = False  # with AM or PM behind it, as systems set to American English print

    @property
    def could_be_swapped(self) -> bool:
        """True if day and month could change places and give another day."""
        day = self.value
        return day is not None and day.day <= 12 and day.day != day.month


BLANK = DateReading()
_LATE = "has a time late in the evening, which may belong to the day after"


def read_date(cell: Cell, today: date) -> DateReading:
    """What one cell says, by itself."""
    if isinstance(cell, datetime):
        return (
            _in_range(DateReading(cell.date(), is_stored=True))
            if cell.hour < 22
            else DateReading(doubt=_LATE, is_evening=True)
        )
    if isinstance(cell, date):
        return _in_range(DateReading(cell, is_stored=True))
    if is_broken(cell):
        return DateReading(doubt="comes from a formula whose result is not in the file")
    if isinstance(cell, bool | int | float):
        return _from_number(shown(cell))
    return _in_range(_from_text(shown(cell), today))


def _from_number(text: str) -> DateReading:
    if re.fullmatch(r"\d{8}", text):
        return _in_range(_from_digits(text))
    return DateReading(doubt="is a bare number: show the column as dates in Excel and save it again")


def _from_text(text: str, today: date) -> DateReading:
    text, clock = _without_time(_WEEKDAY.sub("", text))
    if clock and clock.doubt:
        return clock
    if text.isdecimal():
        return _from_number(text)
    if found := _FIGURES.fullmatch(text):
        return _from_figures(found[1], found[2], found[3], found[4], today, american=bool(clock))
    return _from_month_name(text, today) or DateReading(doubt="could not be read")


def _from_month_name(text: str, today: date) -> DateReading | None:
    if found := _DAY_MONTH.fullmatch(text):
        return _with_year(found[3], _month_number(found[2]), int(found[1]), today)
    if found := _MONTH_DAY.fullmatch(text):
        return _day(found[3], _month_number(found[1]), found[2])
    return None


def _without_time(text: str) -> tuple[str, DateReading | None]:
    """The text without its time of day; the second is set where the clock is American or makes the day doubtful."""
    found = _TIME.search(text)
    if not found:
        return text, None
    # 23:00 in one zone is midnight in another: a system that stores universal time prints a summer birthday a day
    # early.
    if int(found[1]) >= 22:
        return text, DateReading(doubt=_LATE, is_evening=True)
    return text[: found.start()], DateReading(is_american_clock=True) if found[4] else None


def _from_digits(text: str) -> DateReading:
    readings = [_day(text[:4], text[4:6], text[6:]), _day(text[4:], text[2:4], text[:2])]
    sound = [reading for reading in readings if reading.value and _EARLIEST <= reading.value <= _LATEST]
    return sound[0] if len(sound) == 1 else DateReading(doubt="could not be read")


def _from_figures(first: str, sign: str, second: str, third: str, today: date, *, american: bool) -> DateReading:
    if len(first) == 4 and len(third) < 4:
        return _day(first, second, third)
    if len(first) > 2 or len(third) == 1:
        return DateReading(doubt="could not be read")
    british = _with_year(third, int(second), int(first), today)
    other = _with_year(third, int(first), int(second), today).value
    if british.value is None and other is not None:
        return DateReading(doubt="can only be read with the month first", month_first=other, has_figures=True)
    if british.value is None and sign == "-" and int(first) > 31:
        return DateReading(doubt="seems to begin with its year")
    return DateReading(british.value, british.doubt, other, has_figures=True, is_american_clock=american)


def _with_year(year: str, month: int, day: int, today: date) -> DateReading:
    """A year of two digits is of this century; a review or birth far ahead would be one of the last, so it is asked."""
    if len(year) == 4:
        return _day(year, month, day)
    if 2000 + int(year) > today.year + 1:
        return DateReading(doubt="has a year of two digits that could be of this century or the last")
    return _day(2000 + int(year), month, day)


def _day(year: str | int, month: str | int, day: str | int) -> DateReading:
    try:
        return DateReading(date(int(year), int(month), int(day)))
    except ValueError:
        return DateReading(doubt="is no day of the calendar")


def _month_number(name: str) -> int:
    return [month[:3] for month in _MONTHS].index(name[:3].lower()) + 1


def _in_range(reading: DateReading) -> DateReading:
    if reading.value and not _EARLIEST <= reading.value <= _LATEST:
        return DateReading(doubt="has a year that cannot be meant")
    return reading


@dataclass(frozen=True, slots=True)
class DateOrder:
    """What a column's own values show about the order of day and month."""

    shows_month_first: bool
    shows_day_first: bool
    may_hold_swapped: bool  # stored dates with small days beside texts that did not fit: a trace of a wrong locale
    shows_year_first: bool
    has_american_clock: bool
    is_open: bool  # some figures could be read both ways

    @property
    def is_foreign(self) -> bool:
        """True if figures in this column cannot be trusted to be day first."""
        return self.shows_month_first or (self.has_american_clock and not self.shows_day_first)


def date_order(readings: Iterable[DateReading]) -> DateOrder:
    """Judge a column.

    Excel, set to another country, stores 04/03 swapped and leaves 25/03 as text: that leaves a trace.
    """
    filled = [reading for reading in readings if reading.value or reading.doubt]
    figures = [reading for reading in filled if reading.has_figures]
    stored = [reading.value for reading in filled if reading.is_stored and reading.value]
    month_first = any(reading.month_first and not reading.value for reading in figures)
    day_first = any(reading.value and not reading.month_first for reading in figures)
    all_small = bool(stored) and all(day.day <= 12 for day in stored)
    all_large = bool(figures) and not any(reading.value and reading.month_first for reading in figures)
    return DateOrder(
        shows_month_first=month_first,
        shows_day_first=day_first,
        may_hold_swapped=all_small and all_large,
        shows_year_first=any(reading.doubt and "begin with its year" in reading.doubt for reading in filled),
        has_american_clock=any(reading.is_american_clock for reading in filled),
        is_open=any(reading.month_first and reading.could_be_swapped for reading in figures),
    )


def judged(reading: DateReading, order: DateOrder, *, elsewhere_foreign: bool = False) -> DateReading:
    """A reading in the light of its column, and of the sheet's other columns where this one shows nothing itself."""
    if reading.is_stored:
        swapped = order.may_hold_swapped and reading.could_be_swapped
        return DateReading(doubt=_SWAPPED) if swapped else reading
    if not reading.has_figures or not reading.value:
        return reading
    if order.shows_year_first:
        return DateReading(doubt="stands in a column where other dates seem to begin with their year")
    foreign = order.is_foreign or (elsewhere_foreign and not order.shows_day_first)
    if foreign and reading.month_first and reading.could_be_swapped:
        return DateReading(doubt="could be day/month or month/day: another value of this sheet has the month first")
    return reading


def with_month_first(reading: DateReading) -> DateReading:
    """A reading after a person has said that this column writes the month first."""
    if not reading.has_figures:
        return reading
    if reading.month_first:
        return DateReading(reading.month_first)
    return DateReading(doubt="cannot be read with the month first")


_SWAPPED = "may have day and month changed round: other dates of this column could not be stored as dates"
