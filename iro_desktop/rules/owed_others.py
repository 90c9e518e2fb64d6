"""Other clocks about a child: child protection conferences, ages ahead."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Circumstance
from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from iro_desktop.rules import ages, conferences
from iro_desktop.rules.model import Offset, Unit
from iro_desktop.rules.offsets import add_months
from iro_desktop.rules.timetable import Timetable


def owed_by_circumstances(sheet: Timetable) -> None:
    """Child protection conferences."""
    for one in sheet.facts.circumstances:
        if one.kind is CircumstanceKind.CHILD_PROTECTION and sheet.tracking_from <= one.from_on <= sheet.today:
            _conferences(sheet, one)


def _conferences(sheet: Timetable, one: Circumstance) -> None:
    until = one.to_on or date.max
    is_owed = sheet.today <= until
    held = sorted(day for day in sheet.done.days(Task.CONFERENCE) if one.from_on < day <= until)
    trigger_on, rule = one.from_on, conferences.FIRST
    for day in held:
        sheet.duty(rule, trigger_on, day, is_owed=is_owed)
        trigger_on, rule = day, conferences.LATER
    sheet.duty(rule, trigger_on, None, is_owed=is_owed)


def ages_ahead(sheet: Timetable, periods: Sequence[PeriodOfCare]) -> None:
    """The ages ahead at which something changes, of a child looked after."""
    born_on = sheet.facts.child.born_on
    if born_on is None or born_on > sheet.today or not any(one.is_open_on(sheet.today) for one in periods):
        return
    for rule in ages.IN_ORDER:
        sheet.attained(rule, born_on, age_day(born_on, rule.offset))


def age_day(born_on: date, offset: Offset) -> date:
    """The day that age is attained; born on 29 February, years are attained on 1 March in a common year (T13)."""
    return birthday(born_on, offset.count) if offset.unit is Unit.YEARS else add_months(born_on, offset.count)
