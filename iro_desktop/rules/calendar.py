"""Working days of England: counted by rank in a table, so that a count costs two list look-ups.

Reviewed data for 2012–2028; years before and after come from the ``holidays`` library, are loaded when first
touched, and every date counted over them is marked provisional. A day newly proclaimed can be added by the user.

A working day is any day but Saturday, Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales
(Care Planning, Placement and Case Review (England) Regulations 2010, reg 2(1)).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from functools import cache, lru_cache

from iro_desktop.rules.bank_holidays import BANK_HOLIDAYS

FIRST_YEAR = 2012
LAST_YEAR = 2028
_EXTEND_BY = 10  # years loaded at once when a date falls outside the table


class WorkingCalendar:
    """The working days of one place; ``added`` are further non-working days, name by date."""

    def __init__(self, added: Mapping[date, str] | None = None) -> None:
        """Start with the proclaimed years."""
        self._added = dict(added or {})
        self._names: dict[int, str] = {}
        self._load(FIRST_YEAR, LAST_YEAR, ((date.fromisoformat(day), name) for day, name in BANK_HOLIDAYS))

    def is_working(self, day: date) -> bool:
        """Whether it is a working day."""
        self._reach(day)
        return day.weekday() < 5 and day.toordinal() not in self._names

    def add(self, day: date, working_days: int) -> date:
        """The day reached after stepping so many working days; negative steps back, the start is day 0 (T7, T8)."""
        if working_days == 0:
            return day
        ordinal = day.toordinal()
        while True:
            if not self._first <= ordinal <= self._last:
                self._reach(day)
            position = ordinal - self._first
            if working_days > 0:
                index = self._ranks[position] + working_days - 1
            else:
                index = (self._ranks[position - 1] if position else 0) + working_days
            if 0 <= index < len(self._days):
                return self._days[index]
            missing = -index if index < 0 else index - len(self._days) + 1
            years = missing // 250 + 1  # a year has 251 working days at the least
            self._extend(self._first_year - years if index < 0 else self._last_year + years)

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; negative if ``end`` comes first."""
        self._reach(start)
        self._reach(end)
        return self._ranks[end.toordinal() - self._first] - self._ranks[start.toordinal() - self._first]

    def on_or_before(self, day: date) -> date:
        """The last working day that is not after ``day``."""
        self._reach(day)
        index = self._ranks[day.toordinal() - self._first] - 1
        return self._days[index] if index >= 0 else self.add(day, -1)

    def holidays_between(self, start: date, end: date) -> tuple[tuple[date, str], ...]:
        """Named non-working weekdays after ``start`` up to and including ``end``, oldest first."""
        self._reach(start)
        self._reach(end)
        first = bisect_right(self._named, start.toordinal())
        last = bisect_right(self._named, end.toordinal())
        return tuple((date.fromordinal(day), self._names[day]) for day in self._named[first:last])

    def name_of(self, day: date) -> str | None:
        """The holiday's name, if the day is one."""
        self._reach(day)
        return self._names.get(day.toordinal())

    def is_provisional(self, day: date) -> bool:
        """Whether the day lies outside the years whose holidays are proclaimed."""
        return not FIRST_YEAR <= day.year <= LAST_YEAR

    def with_day(self, day: date, name: str) -> "WorkingCalendar":
        """The same calendar with one more non-working day."""
        return self.with_day_names({day: name})

    def with_day_names(self, names: Mapping[date, str]) -> "WorkingCalendar":
        """The same calendar with more non-working days, name by date."""
        return WorkingCalendar({**self._added, **names})

    def _reach(self, day: date) -> None:
        if not self._first <= day.toordinal() <= self._last:
            self._extend(day.year)

    def _extend(self, year: int) -> None:
        """Load the years up to ``year`` and some more, by what the library says of them."""
        first, last = self._first_year, self._last_year
        if (year < first == MINYEAR) or (year > last == MAXYEAR):
            raise ValueError(f"The year {year} is outside the years {MINYEAR} to {MAXYEAR}")
        earlier = range(max(MINYEAR, min(year, first - _EXTEND_BY)), first) if year < first else range(0)
        later = range(last + 1, min(MAXYEAR, max(year, last + _EXTEND_BY)) + 1) if year > last else range(0)
        known = [(date.fromordinal(day), name) for day, name in self._names.items()]
        self._load(first - len(earlier), last + len(later), known + _holidays_of([*earlier, *later]))

    def _load(self, first_year: int, last_year: int, names: Iterable[tuple[date, str]]) -> None:
        """Rebuild the table: ``_ranks[i]`` counts working days from the table's first day to day i inclusive."""
        self._first_year, self._last_year = first_year, last_year
        self._first, self._last = date(first_year, 1, 1).toordinal(), date(last_year, 12, 31).toordinal()
        named = {**dict(names), **self._added}
        self._names = {day.toordinal(): name for day, name in named.items() if day.weekday() < 5}
        self._named = sorted(self._names)
        self._days: list[date] = []
        self._ranks: list[int] = []
        for ordinal in range(self._first, self._last + 1):
            # Ordinal 1 is Monday 1 January of year 1, so (ordinal - 1) % 7 is the weekday.
            if (ordinal - 1) % 7 < 5 and ordinal not in self._names:
                self._days.append(date.fromordinal(ordinal))
            self._ranks.append(len(self._days))


def _holidays_of(years: Iterable[int]) -> list[tuple[date, str]]:
    """England's holidays by the library's rules; imported here because it costs a quarter of a second."""
    import holidays

    return list(holidays.country_holidays("GB", subdiv="ENG", years=years).items())


@cache
def england() -> WorkingCalendar:
    """The calendar without days of the user's own."""
    return WorkingCalendar()


# Counts are remembered by calendar: the same days have to be the same object from one act to the next.
@lru_cache(maxsize=16)
def with_days(base: WorkingCalendar, days: tuple[tuple[date, str], ...]) -> WorkingCalendar:
    """The calendar with further non-working days; itself where there are none."""
    for day, name in days:
        base = base.with_day(day, name)
    return base
