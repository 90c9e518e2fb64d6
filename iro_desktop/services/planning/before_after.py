"""Two states of the deadlines compared: what changes, appears and goes.

A deadline keeps its id while it counts from the same day. One that counts from a booking gets another id when the
booking moves; it is still the same piece of work for the same review, and is shown as one line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline
from iro_desktop.services.plan_views import Consequence, DatedStanding
from iro_desktop.services.words import what_of, working_days

Pair = tuple[Deadline | None, Deadline | None]
_Work = tuple[str, int | None, date | None]
_Say = Callable[[Deadline, WorkingCalendar], str]


def consequences(
    before: Iterable[Deadline], after: Iterable[Deadline], calendar: WorkingCalendar, after_calendar: WorkingCalendar
) -> list[Consequence]:
    """The open deadlines of one child that differ by id, day, standing or booking; soonest first."""
    pairs = _paired([one for one in before if one.is_open], [one for one in after if one.is_open])
    found = [_consequence(*pair, calendar, after_calendar) for pair in pairs if _shape(pair[0]) != _shape(pair[1])]
    return sorted(found, key=soonest)


def soonest(one: Consequence) -> tuple[date, str, str]:
    """The order of consequences: by the day afterwards, where there is none by the one before."""
    side = one.after or one.before
    return (side.due_on if side and side.due_on else date.max, one.child, one.id)


def _shape(one: Deadline | None) -> object:
    return one and (one.id, one.due_on, one.plan_by, one.standing, one.booked_on)


def _paired(before: list[Deadline], after: list[Deadline]) -> list[Pair]:
    by_id = {one.id: one for one in after}
    pairs: list[Pair] = [(one, by_id.pop(one.id)) for one in before if one.id in by_id]
    kept = {one.id for one, _ in pairs if one}
    left: dict[_Work, list[Deadline]] = defaultdict(list)
    for one in by_id.values():
        left[_work(one)].append(one)
    for one in before:
        if one.id not in kept:
            same = left[_work(one)]
            pairs.append((one, same.pop(0) if same else None))
    return pairs + [(None, one) for rest in left.values() for one in rest]


def _work(one: Deadline) -> _Work:
    return one.rule.id, one.review_number, one.review_on


def _consequence(
    before: Deadline | None, after: Deadline | None, calendar: WorkingCalendar, after_calendar: WorkingCalendar
) -> Consequence:
    shown = after or before
    assert shown is not None
    say = _plan_words if before and after and _shown(before) == _shown(after) else _words
    return Consequence(
        shown.id,
        shown.child,
        shown.rule.id,
        what_of(shown),
        _side(before, calendar, say),
        _side(after, after_calendar, say),
        before.id if before else "",
    )


def _shown(one: Deadline) -> object:
    return one.due_on, one.standing, one.booked_on


def _side(one: Deadline | None, calendar: WorkingCalendar, say: _Say) -> DatedStanding | None:
    return one and DatedStanding(one.due_on, one.standing, one.booked_on, say(one, calendar), one.plan_by)


def _plan_words(one: Deadline, _calendar: WorkingCalendar) -> str:
    return f"plan by {with_weekday(one.plan_by)}" if one.plan_by else "no day to plan by"


def _words(one: Deadline, calendar: WorkingCalendar) -> str:
    if one.booked_on is not None:
        booked = f"booked {with_weekday(one.booked_on)}"
        return booked if one.due_on is None else f"{booked}, {margin_words(one.booked_on, one.due_on, calendar)}"
    standing = one.standing.label.lower()
    return standing if one.due_on is None else f"due {with_weekday(one.due_on)}, {standing}"


def margin_words(day: date, limit: date | None, calendar: WorkingCalendar) -> str:
    """``in timescale, 6 working days to spare``; ``out of timescale by 2 working days``."""
    if limit is None:
        return "no limit is known"
    spare = calendar.between(day, limit)
    if day <= limit:
        return f"in timescale, {working_days(spare)} to spare"
    return f"out of timescale by {working_days(-spare) if spare else 'less than a working day'}"
