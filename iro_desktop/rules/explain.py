"""Why a date is what it is: the count written out, every skipped holiday named; the last step ends on the date."""

from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import from_to, in_full, with_weekday
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline, Offset, Unit
from iro_desktop.rules.offsets import add


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count."""

    text: str
    on: date | None  # the day reached


def steps_of(calendar: WorkingCalendar, start: date, offset: Offset) -> tuple[Step, ...]:
    """The count of one offset from ``start``, which is day 0; the last step is the result."""
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


def _working_days(calendar: WorkingCalendar, start: date, result: date, count: int) -> list[Step]:
    """Runs of working days between weekends and holidays, each with the count reached."""
    if count == 0:
        return [Step(f"0 working days: {with_weekday(result)}", result)]
    step = timedelta(days=1 if count > 0 else -1)
    steps: list[Step] = []
    run: list[date] = []
    counted = 0
    day = start
    while counted < abs(count):
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


def _run(days: list[date], counted: int) -> Step:
    first, last = days[0], days[-1]
    numbers = f"day {counted}" if len(days) == 1 else f"days {counted - len(days) + 1} to {counted}"
    span = with_weekday(last) if len(days) == 1 else from_to(first, last)
    return Step(f"Working {numbers}: {span}", last)


def explain(deadline: Deadline, calendar: WorkingCalendar) -> tuple[Step, ...]:
    """The steps of one deadline; empty of counts where no date can be computed yet."""
    if deadline.due_on is None:
        return (Step(f"{deadline.note} A date follows once the last review is recorded.", None),)
    trigger = deadline.rule.trigger[0].upper() + deadline.rule.trigger[1:]
    counted = steps_of(calendar, deadline.trigger_on, deadline.rule.offset)
    first = Step(f"{trigger} on {with_weekday(deadline.trigger_on)}; that day is not counted", deadline.trigger_on)
    return (first, *counted[1:])


def as_text(deadline: Deadline, calendar: WorkingCalendar) -> str:
    """The explanation as a few lines that can be pasted into an e-mail; names the child by id only."""
    rule = deadline.rule
    due = in_full(deadline.due_on) if deadline.due_on else "not known yet"
    lines = [f"{rule.what} for {deadline.child}: {due}.", rule.sentence]
    lines += [f"- {step.text}" for step in explain(deadline, calendar)]
    if deadline.plan_by and deadline.plan_by != deadline.due_on:
        lines.append(f"That is not a working day: plan by {with_weekday(deadline.plan_by)}.")
    if deadline.note:
        lines.append(deadline.note)
    if deadline.provisional:
        lines.append("Provisional: bank holidays of that time are not proclaimed or not checked yet.")
    lines.append(f"Source: {rule.citation.source} ({rule.authority.label}; {rule.citation.mark.label}).")
    return "\n".join(lines)
