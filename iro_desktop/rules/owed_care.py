"""What is owed when a child becomes looked after, and when a placement begins."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.records import Allocation, Episode
from iro_desktop.domain.vocabulary import StartReason, Task
from iro_desktop.rules import start_of_care
from iro_desktop.rules.model import Rule
from iro_desktop.rules.numbering import NumberedReview
from iro_desktop.rules.timetable import DAY, Timetable

_REMAND, _DETAINED = "J1", frozenset({"R5", "K1"})
_SCHOOL_AGE = 4
_AHEAD = timedelta(days=14)  # a plan made so shortly before a placement is that placement's
_NEW_PLACEMENT = frozenset(StartReason) - {StartReason.LEGAL}
# What others do in the first weeks; shown on the child until the first review has asked about it.
_WATCHED = (
    (Task.NOTIFIED, start_of_care.NOTIFIED),
    (Task.INTRODUCTION, start_of_care.INTRODUCTION),
    (Task.HEALTH_ASSESSMENT, start_of_care.HEALTH_ASSESSMENT),
)
_AT_PLACEMENT = (
    (Task.PLACEMENT_PLAN, start_of_care.PLACEMENT_PLAN),
    (Task.PLACEMENT_TOLD, start_of_care.PLACEMENT_TOLD),
)
_AT_SCHOOL = ((Task.PEP, start_of_care.PEP), (Task.PEP_READY, start_of_care.PEP_READY))


def owed_at_start(
    sheet: Timetable, period: PeriodOfCare, before: PeriodOfCare | None, known: Sequence[NumberedReview]
) -> None:
    """An IRO, the plans, the first weeks' work; nothing for a start before the child was tracked here."""
    last_day = min(sheet.today, period.ended_on or sheet.today)
    is_owed = sheet.today < min(period.ended_on or date.max, sheet.adult_on)
    if period.started_on is not None and period.started_on >= sheet.tracking_from:
        _appointed(sheet, period.started_on, last_day, is_owed=is_owed)
        _planned(sheet, period, before, last_day, is_owed=is_owed)
        if not period.is_short_breaks:
            _first_weeks(sheet, period, last_day, is_owed=is_owed and not known)
    if not period.is_short_breaks and (is_owed or not sheet.done.is_empty):
        _placements(sheet, period, known, is_owed=is_owed)
        _health(sheet, period, last_day, is_owed=is_owed)


def _appointed(sheet: Timetable, started_on: date, last_day: date, *, is_owed: bool) -> None:
    appointed_on = _appointed_on(sheet.facts.allocations, started_on, last_day)
    if appointed_on is not None or is_owed:
        sheet.task(start_of_care.APPOINTMENT, started_on, appointed_on)


def _appointed_on(allocations: Iterable[Allocation], started_on: date, last_day: date) -> date | None:
    """The first day from the start of care to ``last_day`` on which the child had an IRO."""
    days = (
        max(one.from_on, started_on)
        for one in allocations
        if one.from_on <= last_day and (one.to_on is None or one.to_on >= started_on)
    )
    return min(days, default=None)


def _planned(
    sheet: Timetable, period: PeriodOfCare, before: PeriodOfCare | None, last_day: date, *, is_owed: bool
) -> None:
    """The care plan; a child on remand has one sooner, or a detention placement plan in its stead."""
    first = period.episodes[0]
    if period.started_on is None or period.is_short_breaks or first.legal_status in start_of_care.COURT_PLANNED:
        return
    task, rule = _plan_of(first)
    # A plan may be ready before the placement, but not one made for the time in care before.
    after = min(before.ended_on or date.min, period.started_on - DAY) if before else date.min
    prepared_on = sheet.done.first(task, after, last_day)
    if prepared_on is not None or is_owed:
        sheet.task(rule, period.started_on, prepared_on)


def _plan_of(first: Episode) -> tuple[Task, Rule]:
    if first.legal_status != _REMAND or not start_of_care.REMAND_PLAN.in_force_on(first.started_on):
        return Task.CARE_PLAN, start_of_care.CARE_PLAN
    if first.placement in _DETAINED:
        return Task.DETENTION_PLAN, start_of_care.DETENTION_PLAN
    return Task.REMAND_PLAN, start_of_care.REMAND_PLAN


def _first_weeks(sheet: Timetable, period: PeriodOfCare, last_day: date, *, is_owed: bool) -> None:
    assert period.started_on is not None
    born_on = sheet.facts.child.born_on
    at_school = born_on is not None and age_on(born_on, period.started_on) >= _SCHOOL_AGE
    for task, rule in (*_WATCHED, *(_AT_SCHOOL if at_school else ())):
        done_on = sheet.done.first(task, period.started_on - DAY, last_day)
        sheet.duty(rule, period.started_on, done_on, is_owed=is_owed)


def _placements(sheet: Timetable, period: PeriodOfCare, known: Sequence[NumberedReview], *, is_owed: bool) -> None:
    """The placement plan, and that the IRO is told, for each placement since the child was tracked here."""
    begun = [one for one in period.episodes if one.start_reason in _NEW_PLACEMENT]
    begun = [one for one in begun if sheet.tracking_from <= one.started_on <= sheet.today]
    reviewed_on = max((one.review.held_on for one in known), default=date.min)
    for index, one in enumerate(begun):
        is_last = index + 1 == len(begun)
        until = date.max if is_last else begun[index + 1].started_on - _AHEAD - DAY
        still = is_owed and is_last and one.started_on >= reviewed_on
        for task, rule in _AT_PLACEMENT:
            if task is Task.PLACEMENT_PLAN and one.legal_status == _REMAND and one.placement in _DETAINED:
                continue  # the detention placement plan stands in its stead (SI 2010/959 reg 47A)
            done_on = sheet.done.first(task, one.started_on - _AHEAD - DAY, min(until, sheet.today))
            sheet.duty(rule, one.started_on, done_on, is_owed=still)


def _health(sheet: Timetable, period: PeriodOfCare, last_day: date, *, is_owed: bool) -> None:
    """Health assessments go on twice a year under five, then yearly, once one has been reported here."""
    done = sorted([*sheet.done.days(Task.HEALTH_ASSESSMENT), *sheet.done.days(Task.HEALTH_REVIEW)])
    done = [day for day in done if period.first_on <= day <= last_day]
    born_on = sheet.facts.child.born_on
    for index, day in enumerate(done):
        under_five = born_on is not None and age_on(born_on, day) < 5
        rule = start_of_care.HEALTH_REVIEW_UNDER_FIVE if under_five else start_of_care.HEALTH_REVIEW
        following = done[index + 1] if index + 1 < len(done) else None
        sheet.duty(rule, day, following, is_owed=is_owed)
