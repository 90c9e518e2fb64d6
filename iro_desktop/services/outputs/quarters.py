"""The quarter an output is about, and what is said of its children: by id, or by name where that was asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import LONG_MONTHS, short
from iro_desktop.domain.errors import UserError
from iro_desktop.services.diary_by_id import nameless
from iro_desktop.services.meetings import quarter_of
from iro_desktop.services.outputs.model import Making, OutputWish
from iro_desktop.services.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months: January to March, and so on. The year from April has the same ones."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """``July to September 2026``."""
        return f"{LONG_MONTHS[self.first.month - 1]} to {LONG_MONTHS[self.last.month - 1]} {self.last.year}"

    @property
    def short_words(self) -> str:
        """``Jul to Sep 2026``, for the heading of a column."""
        return f"{short(self.first).split()[1]} to {short(self.last).split()[1]} {self.last.year}"

    @property
    def before(self) -> "Quarter":
        """The quarter before."""
        return Quarter(*quarter_of(self.first - timedelta(days=1)))

    @property
    def a_year_before(self) -> "Quarter":
        """The same months of the year before."""
        return Quarter(*quarter_of(self.first.replace(year=self.first.year - 1)))

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it."""
        return day is not None and self.first <= day <= self.last

    def is_running(self, today: date) -> bool:
        """Whether it is not over."""
        return self.last >= today

    def stem(self, what: str) -> str:
        """``themes-2026-07-to-09``: the name of a file."""
        return f"{what}-{self.first:%Y-%m}-to-{self.last:%m}"


def quarter_wished(wish: OutputWish, today: date) -> Quarter:
    """The quarter that the day lies in; the last whole one where none is said.

    Raises ``UserError`` for one that has not begun.
    """
    if wish.on is not None:
        asked = Quarter(*quarter_of(wish.on))
        if asked.first > today:
            raise UserError(f"{asked.words} has not begun. Nothing was made. Give an earlier day.", field="on")
        return asked
    return Quarter(*quarter_of(today)).before


def head_of(quarter: Quarter, scope: str, making: Making) -> tuple[str, ...]:
    """Lines under the title: the quarter, of whom, as at when; and that it still runs."""
    today = making.snapshot.today
    running = " (still running: what follows is so far)" if quarter.is_running(today) else ""
    return (f"{quarter.words}{running}", f"{scope}, as recorded on {short(today)}, by {making.actor.name}")


def shown_snapshot(making: Making, wish: OutputWish) -> Snapshot:
    """The facts as they may be printed: without names of children, unless they were asked for."""
    return making.snapshot if wish.names is not None else nameless(making.snapshot)
