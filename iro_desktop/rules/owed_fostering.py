"""Private fostering: each arrangement's notice, visits and meetings, and the age at which it ends.

A visit is of the child, wherever the child is: one made while an arrangement runs and another is proposed serves both.
"""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.arrangements import arrangements_of, known_from, of_age, of_age_on
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Arrangement
from iro_desktop.domain.vocabulary import Standing, Task
from iro_desktop.rules import private_fostering
from iro_desktop.rules.model import Rule
from iro_desktop.rules.timetable import DAY, Timetable

_NO_VISIT = "No visit is recorded here, and the first fell due before the child was tracked. Record the last visit."


def owed_by_arrangements(sheet: Timetable) -> None:
    """The clocks of every arrangement known by today."""
    runs = False
    for one in arrangements_of(sheet.facts):
        if known_from(one) > sheet.today:
            continue
        until = over_on(one, of_age_on(sheet.facts.child))
        _notice(sheet, one)
        _proposed(sheet, one, until)
        if one.aware_on is not None and one.aware_on <= sheet.today:
            _visits(sheet, one.aware_on, until)
            _meetings(sheet, one.aware_on, until)
        runs = runs or sheet.today < until
    if runs:
        _too_old(sheet)


def over_on(one: Arrangement, of_age: date | None) -> date:
    """The first day on which nothing is owed any more: after its last day, or from the birthday."""
    after_end = one.ended_on + DAY if one.ended_on is not None else date.max
    return min(after_end, of_age or date.max)


def _notice(sheet: Timetable, one: Arrangement) -> None:
    """Six weeks before it began; where nobody gave notice, there is nothing to judge."""
    if one.starts_on is not None and one.notified_on is not None and one.notified_on <= sheet.today:
        sheet.duty(private_fostering.NOTICE, one.starts_on, one.notified_on, is_owed=False)


def _proposed(sheet: Timetable, one: Arrangement, until: date) -> None:
    """The visit before it begins (SI 2005/1533 reg 4): owed until the child is there, then the next one is."""
    notified_on = one.notified_on
    if notified_on is None or notified_on > sheet.today:
        return
    if one.aware_on is not None and one.aware_on <= notified_on:
        return  # the notice was of a child who was there already
    end = min(until, one.aware_on or date.max)
    visits = _days_between(sheet, Task.FOSTERING_VISIT, notified_on, end)
    _first_visit(sheet, private_fostering.FIRST_VISIT_PROPOSED, notified_on, visits, end)


def _visits(sheet: Timetable, aware_on: date, until: date) -> None:
    """Six weeks between visits in the first year since the authority knew, then twelve (SI 2005/1533 reg 8)."""
    is_owed = sheet.today < until
    days = _days_between(sheet, Task.FOSTERING_VISIT, aware_on, until)
    if not _first_visit(sheet, private_fostering.FIRST_VISIT, aware_on, days, until) and not days and is_owed:
        sheet.emit(private_fostering.VISIT_FIRST_YEAR, aware_on, None, Standing.NOT_DUE, note=_NO_VISIT)
    year = birthday(aware_on, 1)
    for index, day in enumerate(days):
        rule = private_fostering.VISIT_FIRST_YEAR if day < year else private_fostering.VISIT_LATER
        following = days[index + 1] if index + 1 < len(days) else None
        if _is_tracked(sheet, rule, day) or (following is None and is_owed):
            sheet.duty(rule, day, following, is_owed=is_owed, until=until)


def _first_visit(sheet: Timetable, rule: Rule, trigger_on: date, visits: Sequence[date], until: date) -> bool:
    """Whether it is asked for: not where it fell due before the child was tracked."""
    if not _is_tracked(sheet, rule, trigger_on):
        return False
    sheet.duty(rule, trigger_on, visits[0] if visits else None, is_owed=sheet.today < until, until=until)
    return True


def _meetings(sheet: Timetable, aware_on: date, until: date) -> None:
    """Child-in-need meetings, where the service has chosen an interval; each is judged from the one before."""
    if sheet.practice.is_plain:
        return
    trigger_on = aware_on
    for held_on in (*_days_between(sheet, Task.FOSTERING_MEETING, aware_on + DAY, until), None):
        value = sheet.practice.value("fostering-meeting", trigger_on)
        if value != "none":
            rule = private_fostering.meeting_every(value)
            if _is_tracked(sheet, rule, trigger_on) or held_on is None:
                sheet.duty(rule, trigger_on, held_on, is_owed=sheet.today < until, until=until)
        trigger_on = held_on or trigger_on


def _too_old(sheet: Timetable) -> None:
    """The birthday that ends it, told ahead."""
    born_on, day = sheet.facts.child.born_on, of_age_on(sheet.facts.child)
    if born_on is not None and day is not None:
        sheet.attained(private_fostering.TOO_OLD[of_age(sheet.facts.child)], born_on, day)


def _is_tracked(sheet: Timetable, rule: Rule, trigger_on: date) -> bool:
    return sheet.judged(rule, trigger_on)[1].due_on >= sheet.tracking_from


def _days_between(sheet: Timetable, task: Task, first: date, until: date) -> list[date]:
    """The days on which it was done, from the first on and before ``until``, oldest first."""
    return sorted(day for day in sheet.done.days(task) if first <= day < until)
