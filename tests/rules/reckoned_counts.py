"""How a service's settings change a count, and where a date stands, written a second time for the second reckoning.

Nothing of ``iro_desktop.rules`` is used. A choice counts from its day on, by the day a count starts from. A local limit
brings a date of the law forward and never back; one of guidance it replaces either way (timescales, "Local rows").
"""

import calendar
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from iro_desktop.domain.records import Setting
from tests.rules.day_by_day import DAY, is_working_day, offset_on


class Reckoned(NamedTuple):
    """One date as the second reckoning has it."""

    rule: str
    trigger_on: date
    due_on: date | None
    standing: str
    met_on: date | None = None


def birthday_of(born_on: date, years: int) -> date:
    """The day that age is attained; born on 29 February, it is 1 March in a common year (T13)."""
    month, day = born_on.month, born_on.day
    is_leap_day_lost = (month, day) == (2, 29) and not calendar.isleap(born_on.year + years)
    return date(born_on.year + years, 3, 1) if is_leap_day_lost else date(born_on.year + years, month, day)


class Settings:
    """The service's choices, asked by day."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self.all = settings

    def chosen(self, key: str, day: date, default: str) -> str:
        """The value in force on a day."""
        value, since = default, date.min
        for one in self.all:
            if one.key == key and since <= one.from_on <= day:
                value, since = one.value, one.from_on
        return value

    def count(self, rule: str, trigger_on: date, offset: str, *, is_law: bool) -> date:
        """The day the count ends on, local limit and the choice about day 0 included."""
        own = self.stepped(trigger_on, offset)
        local = self.chosen(f"limit:{rule}", trigger_on, "rule")
        if local == "rule":
            return own
        back = offset.startswith("-") or rule.startswith("before.")
        there = self.stepped(trigger_on, ("-" if back else "+") + local.lstrip("+-"))
        return min(own, there) if is_law else there

    def stepped(self, day: date, offset: str) -> date:
        """The count itself; a working day it starts from is day 1 where that is chosen, and counts forward only."""
        count = int(offset.removesuffix("wd")) if offset.endswith("wd") else 0
        if count > 0 and is_working_day(day) and self.chosen("day-0", day, "not-counted") == "counted":
            offset = f"{count - 1}wd"
        return offset_on(day, offset)

    def standing(self, due_on: date, today: date, *, theirs: bool = False) -> str:
        """Where what nobody reported as done stands."""
        if due_on <= today:
            return "due-today" if due_on == today else "overdue"
        ahead, day = 0, today
        soon = int(self.chosen("due-soon", today, "10"))
        while day < due_on and ahead <= soon:
            day += DAY
            ahead += is_working_day(day)
        if ahead <= soon:
            return "due-soon"
        return "waiting" if theirs else "upcoming"

    def settled_or_open(
        self, rule: str, trigger_on: date, due_on: date, met_on: date | None, today: date, *, theirs: bool = False
    ) -> Reckoned:
        """What was done on a day, or has still to be done."""
        if met_on is None:
            return Reckoned(rule, trigger_on, due_on, self.standing(due_on, today, theirs=theirs))
        return Reckoned(rule, trigger_on, due_on, "met" if met_on <= due_on else "met-late", met_on)
