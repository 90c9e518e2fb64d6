"""Why a date is what it is: the count written out, every skipped holiday named; the last step ends on the date."""

from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import from_to, in_full, with_weekday
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline, Offset, Rule, Unit
from iro_desktop.rules.offsets import add
from iro_desktop.rules.pauses import PAUSED, is_paused, paused_calendar

_AT_ONCE = frozenset({"review.early", "pathway.plan"})  # which law wants as soon as it can be, on no day


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count."""

    text: str
    on: date | None  # the day reached


def steps_of(calendar: WorkingCalendar, start: date, offset: Offset, *, counts_start: bool = False) -> tuple[Step, ...]:
    """The count of one offset from ``start``, which is day 0; the last step is the result.

    ``counts_start``: a working day to start from is day 1, by the service's choice.
    """
    if counts_start and offset.unit is Unit.WORKING_DAYS and calendar.is_working(start):
        first = Step(f"Start: {with_weekday(start)}, counted as day 1", start)
        rest = Offset(offset.count - 1, offset.unit)
        if rest.count == 0:
            return (first,)
        result = add(calendar, start, rest)
        return (first, *_working_days(calendar, start, result, rest.count, done=1))
    result = add(calendar, start, offset)
    if offset.unit is Unit.WORKING_DAYS:
        steps = _working_days(calendar, start, result, offset.count)
    elif offset.unit in (Unit.MONTHS, Unit.YEARS):
        steps = [_months(start, result, offset)]
    else:
        steps = [Step(f"{offset.words} {_way(offset)}: {with_weekday(result)}", result)]
    return (Step(f"Start: {with_weekday(start)}, not counted", start), *steps)


def _way(offset: Offset) -> str:
    return "on" if offset.count >= 0 else "back"


def _months(start: date, result: date, offset: Offset) -> Step:
    clamped = "" if result.day == start.day else f" (no day {start.day} in that month, so its last day)"
    return Step(f"{offset.words} {_way(offset)}, same day of the month: {with_weekday(result)}{clamped}", result)


def _working_days(calendar: WorkingCalendar, start: date, result: date, count: int, *, done: int = 0) -> list[Step]:
    """Runs of working days between weekends and holidays, each with the count reached, ``done`` days before it."""
    if count == 0:
        return [Step(f"0 working days: {with_weekday(result)}", result)]
    step = timedelta(days=1 if count > 0 else -1)
    steps: list[Step] = []
    run: list[date] = []
    counted = done  # a start that counts as day 1 is one already
    day = start
    while counted < abs(count) + done:
        day += step
        if calendar.is_working(day):
            counted += 1
            run.append(day)
            continue
        if run:
            steps.append(_run(run, counted))
            run = []
        if day.weekday() < 5:
            steps.append(Step(f"Skipped: {with_weekday(day)}, {calendar.name_of(day)}", day))
    steps.append(_run(run, counted))
    return steps


def _paused_together(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Paused days that follow one another as one step: a pause may last for weeks."""
    told: list[Step] = []
    first: date | None = None
    for step in steps:
        if step.on is None or not step.text.endswith(PAUSED):
            told.append(step)
            first = None
        elif first is None:
            told.append(step)
            first = step.on
        else:
            told[-1] = Step(f"Skipped: {from_to(first, step.on)}, {PAUSED}", step.on)
    return tuple(told)


def _stood_still(deadline: Deadline, step: Step) -> tuple[Step, ...]:
    """The days of the pauses put on the end of a count of days, weeks or months."""
    end = deadline.rule_due_on or deadline.due_on
    if not deadline.paused or end is None or step.on is None or end == step.on:
        return (step,)
    over = range(1, (end - deadline.trigger_on).days + 1)
    days = sum(is_paused(deadline.trigger_on + timedelta(count), deadline.paused) for count in over)
    return step, Step(f"{days} days more, on which {PAUSED}: {with_weekday(end)}", end)


def _run(days: list[date], counted: int) -> Step:
    first, last = days[0], days[-1]
    numbers = f"day {counted}" if len(days) == 1 else f"days {counted - len(days) + 1} to {counted}"
    span = from_to(first, last)
    return Step(f"Working {numbers}: {span}", last)


def explain(deadline: Deadline, calendar: WorkingCalendar) -> tuple[Step, ...]:
    """The steps of one deadline, the last of which is its date; empty of counts where there is none yet."""
    rule = deadline.rule
    if deadline.due_on is None:
        if rule.id == "review.opening":
            return (Step(f"{deadline.note} A date follows once the last review is recorded.", None),)
        return (Step(deadline.note, None),)
    trigger = rule.trigger[0].upper() + rule.trigger[1:]
    if rule.offset.count == 0:
        first = Step(f"{trigger} on {with_weekday(deadline.trigger_on)}", deadline.trigger_on)
        day = deadline.rule_due_on or deadline.due_on
        return (first, *_by_hand((Step(f"On that day at the latest: {with_weekday(day)}", day),), deadline))
    is_paused_then = is_paused(deadline.trigger_on, deadline.paused)
    is_day_one = rule.counts_start and calendar.is_working(deadline.trigger_on) and not is_paused_then
    said = "that day is counted as day 1" if is_day_one else "that day is not counted"
    first = Step(f"{trigger} on {with_weekday(deadline.trigger_on)}; {said}", deadline.trigger_on)
    own = deadline.rule_due_on or deadline.due_on
    if is_age(rule):
        first = Step(f"{trigger} on {with_weekday(deadline.trigger_on)}", deadline.trigger_on)
        steps: tuple[Step, ...] = (Step(f"{rule.offset.words} old: {with_weekday(own)}", own),)
    else:
        steps = _counted(deadline, calendar)
    if rule.is_earliest:
        steps = (*steps, Step(f"From that day on, as soon as it can be: {with_weekday(own)}", own))
    return (first, *_by_hand(steps, deadline))


def _counted(deadline: Deadline, calendar: WorkingCalendar) -> tuple[Step, ...]:
    """The steps after the first; days on which the clock stood still are named as skipped."""
    rule = deadline.rule
    by_days = rule.offset.unit is Unit.WORKING_DAYS
    if deadline.paused and by_days:
        calendar = paused_calendar(calendar, deadline.paused)
    steps = steps_of(calendar, deadline.trigger_on, rule.offset, counts_start=rule.counts_start)[1:]
    if not deadline.paused:
        return steps
    return _paused_together(steps) if by_days else (*steps[:-1], *_stood_still(deadline, steps[-1]))


def _by_hand(steps: tuple[Step, ...], deadline: Deadline) -> tuple[Step, ...]:
    """The steps, and last the day that a person set in the place of the one they reach."""
    if not deadline.override or deadline.due_on is None:
        return steps
    return (*steps, Step(f"Set by hand to {with_weekday(deadline.due_on)}: {deadline.override}", deadline.due_on))


def is_age(rule: Rule) -> bool:
    """Whether its day is a birthday: attained at its start, moved by no holiday."""
    return rule.subject == "age" or rule.id in ("pathway.ends", "private-fostering.too-old")


def as_text(deadline: Deadline, calendar: WorkingCalendar, what: str = "") -> str:
    """The explanation as a few lines that can be pasted into an e-mail; names the child by id only.

    ``what``: what is asked for, where that can be said closer than by the rule ("Fifth review").
    """
    rule = deadline.rule
    at_once = deadline.due_on is None and rule.id in _AT_ONCE
    due = in_full(deadline.due_on) if deadline.due_on else "as soon as it can be" if at_once else "not known yet"
    lines = [f"{what or rule.what} for {deadline.child}: {due}."]
    lines += (
        [] if rule.id == "review.early" and at_once else [rule.sentence]
    )  # its sentence is about a day it has to come before
    lines += [f"- {step.text}" for step in explain(deadline, calendar)]
    if deadline.plan_by and deadline.plan_by != deadline.due_on:
        lines.append(f"That is not a working day: plan by {with_weekday(deadline.plan_by)}.")
    if deadline.note and deadline.due_on is not None:
        lines.append(deadline.note)
    if deadline.provisional:
        lines.append("Provisional: bank holidays of that time are not proclaimed or not checked yet.")
    lines.append(f"Source: {rule.citation.source} ({rule.authority.label}; {rule.citation.mark.label}).")
    return "\n".join(lines)
