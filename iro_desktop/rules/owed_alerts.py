"""The clocks of challenges and partner escalations: of each stage, and of the whole.

Stages follow the protocol that was in force on the day the alert was raised. A referral to Cafcass may be made at any
time and beside the process (Children Act 1989 s.25B(3)), so it closes no stage. A pause lets the clock of a stage
stand still; the limit of the whole runs on, and good practice has no clock.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from iro_desktop.domain.alerts import steps_of
from iro_desktop.domain.dates import short
from iro_desktop.domain.protocol import NO_LIMIT, Protocol, Stage, protocol_of
from iro_desktop.domain.records import Alert, AlertStep, Child, ChildFacts
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertStage, Standing
from iro_desktop.rules import disputes
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import NOT_PAUSED, Deadline, Offset, Paused, Rule, Unit
from iro_desktop.rules.offsets import Counted, counted, parse_offset
from iro_desktop.rules.pauses import end_with_pauses
from iro_desktop.rules.practice import Practice
from iro_desktop.rules.standing import settled, unsettled
from iro_desktop.rules.timetable import Timetable

_RUNS_ON = "A pause of a stage does not stop this count."


class Clock(NamedTuple):
    """One clock of one alert."""

    alert_id: str
    step_id: str  # "": of the whole
    deadline: Deadline


def owed_by_alerts(sheet: Timetable) -> None:
    """The clock of each stage, and the cap over all of them."""
    sheet.out += [one.deadline for one in _clocks(sheet)]


def clocks_of(facts: ChildFacts, calendar: WorkingCalendar, today: date, practice: Practice) -> tuple[Clock, ...]:
    """Which clock belongs to which alert, in the order in which ``deadlines_of`` has them."""
    return tuple(_clocks(Timetable(facts, calendar, today, practice)))


def protocol_for(practice: Practice, alert: Alert) -> Protocol:
    """The protocol that was in force when the alert was raised."""
    return protocol_of(practice.value("alert-stages", alert.raised_on))


def time_of(practice: Practice, stage: Stage, started_on: date) -> Offset | None:
    """How long a stage of a protocol has that begins on a day, a local limit included; ``None``: no time is set."""
    limit = practice.limit(disputes.OF_STAGE[stage.stage].id, started_on)
    text = limit.value if limit else stage.limit
    return parse_offset(text.lstrip("+-")) if text else None


def clock_if_raised(
    practice: Practice, calendar: WorkingCalendar, raised_on: date, kind: AlertKind, stage: AlertStage
) -> Deadline | None:
    """The clock of its first stage that an alert would have, raised on that day; ``None``: none."""
    alert = Alert("", "", raised_on, kind=kind)
    facts = ChildFacts(
        Child("", "", raised_on), alerts=(alert,), alert_steps=(AlertStep("first", "", "", stage, raised_on),)
    )
    found = clocks_of(facts, calendar, raised_on, practice)
    return next((one.deadline for one in found if one.step_id == "first"), None)


def _clocks(sheet: Timetable) -> Iterator[Clock]:
    for alert in sheet.facts.alerts:
        begun = tuple(one for one in steps_of(sheet.facts, alert) if one.started_on <= sheet.today)
        if alert.kind is AlertKind.GOOD_PRACTICE:
            continue
        stages = tuple(one for one in begun if one.stage is not AlertStage.CAFCASS)
        for index, step in enumerate(stages):
            following = stages[index + 1] if index + 1 < len(stages) else None
            found = _stage(sheet, alert, step, following, stages[0].stage)
            if found is not None:
                yield Clock(alert.id, step.id, found)
        if alert.kind is AlertKind.CHALLENGE:
            whole = _cap(sheet, alert, begun)
            if whole is not None:
                yield Clock(alert.id, "", whole)


def _stage(
    sheet: Timetable, alert: Alert, step: AlertStep, following: AlertStep | None, first: AlertStage
) -> Deadline | None:
    """``None``: no clock of its own, or taken further in its time without an answer."""
    row = _row(sheet, alert, step)
    if row is None:
        return None
    # What was taken further is closed; the end of the whole answers the last stage alone.
    ends = (step.answered_on, alert.resolved_on if following is None else None)
    answered_on = min((day for day in ends if day is not None and day <= sheet.today), default=None)
    over_on = answered_on or (following.started_on if following else None)
    judged, count = _judged(sheet, row, step)
    paused = NOT_PAUSED if step.reply_by else _paused(sheet, alert, over_on)
    if paused:
        plain = count
        count = end_with_pauses(sheet.calendar, judged, step.started_on, plain, paused)
        paused = tuple(one for one in paused if one[1] >= step.started_on and one[0] <= count.due_on)
    note = "" if step.started_on == alert.raised_on else _from_day_0(sheet, alert, step.stage, first)
    if answered_on is not None or following is None:
        return _deadline(sheet, judged, step.started_on, count, answered_on, note, paused)
    if count.due_on >= following.started_on:
        return None
    missed = _deadline(sheet, judged, step.started_on, count, None, note, paused)
    return missed._replace(standing=Standing.MISSED)


def _row(sheet: Timetable, alert: Alert, step: AlertStep) -> Rule | None:
    """The row that stands for a stage before the service's own limits are asked; ``None``: it has no clock."""
    if step.stage in disputes.OF_PARTNERS:
        return _partner_row(sheet, alert, step)
    rule = disputes.OF_STAGE.get(step.stage)
    setting = sheet.practice.setting("alert-stages", alert.raised_on)
    stage = protocol_of(setting.value).of(step.stage) if setting else None
    if rule is None or setting is None or stage is None:
        return rule
    own = disputes.by_protocol(rule, stage, setting)
    return rule if own is None and sheet.practice.limit(rule.id, step.started_on) else own


def _partner_row(sheet: Timetable, alert: Alert, step: AlertStep) -> Rule | None:
    agency = alert.agency or Agency.OTHER
    if step.reply_by is not None:
        days = Offset(max((step.reply_by - step.started_on).days, 0), Unit.DAYS)
        return disputes.of_partner(agency, days, is_asked=True, setting=None)
    within = sheet.practice.value("partner-reply", step.started_on)
    if within != NO_LIMIT:
        setting = sheet.practice.setting("partner-reply", step.started_on)
        return disputes.of_partner(agency, parse_offset(within), is_asked=False, setting=setting)
    if sheet.practice.limit(disputes.PARTNER.id, step.started_on):
        return disputes.of_partner(agency, disputes.PARTNER.offset, is_asked=False, setting=None)
    return None


def _judged(sheet: Timetable, row: Rule, step: AlertStep) -> tuple[Rule, Counted]:
    """A day that an agency was asked for stands, whatever limits the service has."""
    if step.reply_by is None:
        return sheet.judged(row, step.started_on)
    return row, counted(sheet.calendar, step.started_on, row.offset.count, row.offset.unit)


def _paused(sheet: Timetable, alert: Alert, over_on: date | None) -> Paused:
    """The pauses of an alert; one that goes on lasts until today, and none longer than until the stage was over."""
    found = (
        (one.from_on, min(one.to_on or sheet.today, over_on or date.max))
        for one in sheet.facts.alert_pauses
        if one.alert_id == alert.id and one.from_on <= sheet.today
    )
    return tuple(sorted((first, last) for first, last in found if first <= last))


def _from_day_0(sheet: Timetable, alert: Alert, stage: AlertStage, first: AlertStage) -> str:
    """The limit over all stages up to that one, where the service counts each in working days."""
    setting = sheet.practice.setting("alert-stages", alert.raised_on)
    stages = protocol_for(sheet.practice, alert).stages
    order = [one.stage for one in stages]
    if stage not in order:
        return ""
    begins = order.index(first) if first in order else 0
    rows: list[Rule] = []
    for one in stages[begins : order.index(stage) + 1]:
        rule = disputes.OF_STAGE[one.stage]
        own = disputes.by_protocol(rule, one, setting) if setting else rule
        if own is None and sheet.practice.limit(rule.id, alert.raised_on) is None:
            return ""
        rows.append(sheet.judged(own or rule, alert.raised_on)[0])
    if any(row.offset.unit is not Unit.WORKING_DAYS for row in rows):
        return ""
    total = sum(row.offset.count for row in rows)
    until = counted(sheet.calendar, alert.raised_on, total, Unit.WORKING_DAYS, rows[0].counts_start).due_on
    return f"Counted from the day the alert was raised, {total} working days end on {short(until)}."


def _cap(sheet: Timetable, alert: Alert, begun: tuple[AlertStep, ...]) -> Deadline | None:
    counted_from: date | None = alert.raised_on
    if not sheet.practice.is_chosen("informal-counts-to-cap", "yes", alert.raised_on):
        counted_from = next((one.started_on for one in begun if one.stage is not AlertStage.INFORMAL), None)
    if counted_from is None or counted_from > sheet.today:
        return None
    resolved_on = alert.resolved_on if alert.resolved_on and alert.resolved_on <= sheet.today else None
    was_paused = any(one.alert_id == alert.id and one.from_on <= sheet.today for one in sheet.facts.alert_pauses)
    row, count = sheet.judged(disputes.CAP, counted_from)
    return _deadline(sheet, row, counted_from, count, resolved_on, _RUNS_ON if was_paused else "", NOT_PAUSED)


def _deadline(
    sheet: Timetable, row: Rule, trigger_on: date, count: Counted, done_on: date | None, note: str, paused: Paused
) -> Deadline:
    due_on, plan_by, provisional = count
    left = None if done_on else sheet.calendar.between(sheet.today, due_on)
    if done_on is not None:
        standing = settled(due_on, done_on)
    else:
        standing = unsettled(due_on, sheet.today, left or 0, row.ownership, sheet.soon)
    return Deadline(
        row, sheet.child, trigger_on, due_on, plan_by, standing, left, done_on, provisional, None, None, None, note, 1,
        paused=paused,
    )  # fmt: skip
