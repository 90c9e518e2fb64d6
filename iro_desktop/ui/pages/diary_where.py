"""Where one is in the diary: the day, the span around it, and the ways from there to another day."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from iro_desktop.domain.dates import LONG_MONTHS, from_to

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)  # no review is looked for beyond


class Span(StrEnum):
    """How many days are shown at once."""

    MONTH = "month"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Where:
    """A day and what is shown around it; weeks begin on Monday."""

    day: date
    span: Span = Span.MONTH
    is_list: bool = False  # as rows, not painted

    @property
    def from_on(self) -> date:
        """The first day shown: a Monday."""
        first = self.day.replace(day=1) if self.span is Span.MONTH else self.day
        return first - first.weekday() * _DAY

    @property
    def to_on(self) -> date:
        """The last day shown: a Sunday."""
        last = self.day
        if self.span is Span.MONTH:
            last = last.replace(day=monthrange(last.year, last.month)[1])
        return last + (6 - last.weekday()) * _DAY

    @property
    def heading(self) -> str:
        """``December 2026``; ``Mon 30 Nov to Sun 6 Dec 2026``."""
        if self.span is Span.WEEK:
            return from_to(self.from_on, self.to_on)
        return f"{LONG_MONTHS[self.day.month - 1]} {self.day.year}"

    def holds(self, day: date) -> bool:
        """Whether that day is shown."""
        return self.from_on <= day <= self.to_on

    def at(self, day: date) -> "Where":
        """The same way of looking, at another day."""
        return replace(self, day=max(_FIRST, min(_LAST, day)))

    def by_days(self, days: int) -> "Where":
        """So many days on; negative: back."""
        return self.at(self.day + days * _DAY)

    def by_pages(self, pages: int) -> "Where":
        """So many months on, or weeks where a week is shown; the 31st becomes the last of a shorter month."""
        if self.span is Span.WEEK:
            return self.at(self.day + pages * _WEEK)
        months = self.day.year * 12 + self.day.month - 1 + pages
        year, month = divmod(months, 12)
        return self.at(date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1])))
