"""Other clocks about a child: challenges, child protection conferences, private fostering, ages ahead."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.records import Alert, AlertStep, Circumstance
from iro_desktop.domain.vocabulary import AlertStage, CircumstanceKind, Standing, Task
from iro_desktop.rules import ages, conferences, disputes, private_fostering
from iro_desktop.rules.model import Offset, Rule, Unit
from iro_desktop.rules.offsets import add_months, counted
from iro_desktop.rules.timetable import DAY, Timetable

_STAGE_RULES = {AlertStage.INFORMAL: disputes.INFORMAL, AlertStage.FORMAL: disputes.FORMAL}


def owed_by_alerts(sheet: Timetable) -> None:
    """The clock of each stage, and the cap over all of them, which no pause hides."""
    steps: dict[str, list[AlertStep]] = {}
    for step in sheet.facts.alert_steps:
        steps.setdefault(step.alert_id, []).append(step)
    for alert in sheet.facts.alerts:
        mine = [one for one in steps.get(alert.id, []) if one.started_on <= sheet.today]
        for index, step in enumerate(mine):
            _stage(sheet, alert, step, mine[index + 1] if index + 1 < len(mine) else None)
        _cap(sheet, alert, mine)


def _stage(sheet: Timetable, alert: Alert, step: AlertStep, following: AlertStep | None) -> None:
    rule = _STAGE_RULES.get(step.stage)
    if rule is None:
        return
    # What was taken further is closed; the end of the whole answers the last stage alone.
    ends = (step.answered_on, alert.resolved_on if following is None else None)
    answered = [day for day in ends if day is not None and day <= sheet.today]
    note = ""
    if step.started_on != alert.raised_on:
        note = _from_day_0(sheet, alert, rule)
    if answered or following is None:
        sheet.task(rule, step.started_on, min(answered, default=None), None, None, note)
        return
    row, count = sheet.judged(rule, step.started_on)
    if count.due_on < following.started_on:  # taken further without an answer in time
        sheet.emit(row, step.started_on, count, Standing.MISSED, note=note)


def _from_day_0(sheet: Timetable, alert: Alert, rule: Rule) -> str:
    """The limit over all stages up to that one, where the service counts each in working days."""
    rows = [sheet.judged(one, alert.raised_on)[0] for one in dict.fromkeys((disputes.INFORMAL, rule))]
    if any(row.offset.unit is not Unit.WORKING_DAYS for row in rows):
        return ""
    total = sum(row.offset.count for row in rows)
    until = counted(sheet.calendar, alert.raised_on, total, Unit.WORKING_DAYS, rows[0].counts_start).due_on
    return f"Counted from the day the alert was raised, {total} working days end on {short(until)}."


def _cap(sheet: Timetable, alert: Alert, steps: Sequence[AlertStep]) -> None:
    counted_from: date | None = alert.raised_on
    if not sheet.practice.is_chosen("informal-counts-to-cap", "yes", alert.raised_on):
        counted_from = next((one.started_on for one in steps if one.stage is not AlertStage.INFORMAL), None)
    if counted_from is None or counted_from > sheet.today:
        return
    resolved_on = alert.resolved_on if alert.resolved_on and alert.resolved_on <= sheet.today else None
    sheet.task(disputes.CAP, counted_from, resolved_on, None, None)


def owed_by_circumstances(sheet: Timetable) -> None:
    """Conferences and private fostering."""
    for one in sheet.facts.circumstances:
        if one.kind is CircumstanceKind.FOSTERING_PROPOSED and one.from_on <= sheet.today:
            _proposed(sheet, one)
        elif one.from_on < sheet.tracking_from or one.from_on > sheet.today:
            continue
        elif one.kind is CircumstanceKind.PRIVATE_FOSTERING:
            _visits(sheet, one)
        elif one.kind is CircumstanceKind.CHILD_PROTECTION:
            _conferences(sheet, one)


def _proposed(sheet: Timetable, one: Circumstance) -> None:
    if one.to_on is not None:  # the day the arrangement is to begin
        sheet.duty(private_fostering.NOTICE, one.to_on, one.from_on, is_owed=False)
    if one.from_on >= sheet.tracking_from:
        seen_on = sheet.done.first(Task.FOSTERING_VISIT, one.from_on - DAY, sheet.today)
        sheet.duty(private_fostering.FIRST_VISIT_PROPOSED, one.from_on, seen_on, is_owed=True)


def _visits(sheet: Timetable, one: Circumstance) -> None:
    """Six weeks between visits in the first year since the authority knew, then twelve (SI 2005/1533 reg 8)."""
    until = one.to_on or date.max
    is_owed = sheet.today <= until
    days = sorted(day for day in sheet.done.days(Task.FOSTERING_VISIT) if one.from_on <= day <= until)
    end = until if until == date.max else until + DAY
    sheet.duty(private_fostering.FIRST_VISIT, one.from_on, days[0] if days else None, is_owed=is_owed, until=end)
    year = birthday(one.from_on, 1)
    for index, day in enumerate(days):
        rule = private_fostering.VISIT_FIRST_YEAR if day < year else private_fostering.VISIT_LATER
        following = days[index + 1] if index + 1 < len(days) else None
        sheet.duty(rule, day, following, is_owed=is_owed, until=end)


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
