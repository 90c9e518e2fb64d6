"""Adding offsets to dates as the law counts.

Months and years follow the corresponding-date rule, clamped to the month's last day (Interpretation Act 1978
Sch 1; Dodds v Walker [1981] UKHL J0618-1); the day of the trigger is not counted.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Offset, Unit

_TEXT = re.compile(r"([+-]?)(\d{1,5})(wd|m|w|d|y)", re.IGNORECASE)


def parse_offset(text: str) -> Offset:
    """Read ``+20wd``, ``-15wd``, ``+3m``, ``+6w``, ``+28d``, ``+1y``; a missing sign is plus.

    >>> str(parse_offset("-15wd"))
    '-15wd'

    Raises ``ValueError`` with a sentence otherwise.
    """
    match = _TEXT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}” is not an offset: write for example +20wd, -15wd, +3m, +6w, +28d or +1y")
    count = int(match[2]) * (-1 if match[1] == "-" else 1)
    return Offset(count, Unit(match[3].lower()))


def add_months(day: date, months: int) -> date:
    """The same day number so many months on, or the month's last day where there is none (T3, T4).

    >>> add_months(date(2023, 11, 30), 3), add_months(date(2023, 2, 28), 3)
    (datetime.date(2024, 2, 29), datetime.date(2023, 5, 28))
    """
    return day + relativedelta(months=months)  # clamps as the law does, and is not end-of-month sticky


def add(calendar: WorkingCalendar, day: date, offset: Offset) -> date:
    """The day that lies the offset away from ``day``, which is day 0.

    Raises ``ValueError`` with a sentence where that day lies outside the years 1 to 9999.
    """
    try:
        return _add(calendar, day, offset)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{offset} from {day.isoformat()} leads outside the years 1 to 9999") from error


def _add(calendar: WorkingCalendar, day: date, offset: Offset) -> date:
    match offset.unit:
        case Unit.WORKING_DAYS:
            return calendar.add(day, offset.count)
        case Unit.MONTHS:
            return add_months(day, offset.count)
        case Unit.YEARS:
            return add_months(day, 12 * offset.count)
        case Unit.WEEKS:
            return day + timedelta(weeks=offset.count)
        case Unit.DAYS:
            return day + timedelta(days=offset.count)


class Counted(NamedTuple):
    """Where a count ends."""

    due_on: date  # the last lawful day
    plan_by: date  # the last working day on or before it: no limit is longer for ending on a holiday (T6)
    is_provisional: bool  # whether it touches years without proclaimed holidays


# Every act is followed by counting the same days of the same facts again; a hit costs a third of a count.
@lru_cache(maxsize=1 << 15)
def counted(calendar: WorkingCalendar, day: date, count: int, unit: Unit, counts_start: bool = False) -> Counted:  # noqa: FBT001, FBT002 a keyword would cost the cache its speed
    """The end of a count from ``day``, remembered; an offset in its two parts, whose hashes cost nothing.

    ``counts_start``: ``day`` is day 1 of a count of working days where it is one itself.
    """
    steps = count - 1 if counts_start and calendar.is_working(day) else count
    due_on = add(calendar, day, Offset(steps, unit))
    is_provisional = calendar.is_provisional(day) or calendar.is_provisional(due_on)
    return Counted(due_on, calendar.on_or_before(due_on), is_provisional)
