"""Care leavers: pathway plans reviewed from leaving care to twenty-one, and what else happens to young people then.

SI 2010/2571 reg 7: every six months; in accommodation by the authority after 28 days, then every three months.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import Act, BookReview, RecordCircumstance, RecordReviewHeld, RecordTaskDone
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import CircumstanceKind, LateReason, Participation, ReviewKind, Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months, any_day
from iro_desktop.services.sample.pick import some, weighted
from iro_desktop.services.sample.sixteen import eligible
from iro_desktop.services.sample.world import World

_TAKEN_UP = 0.02  # for each child looked after: who left before the months that are tracked, and is followed here
_IN_ACCOMMODATION, _MOVED, _IN_CUSTODY, _RESUMES_EDUCATION = 0.15, 0.25, 0.05, 0.06
_LATE = 0.08
_BOOKED = 0.8
_FIRST_DAYS = 28  # in accommodation by the authority before the review that it asks for
_AT_HOME = frozenset({"E4A", "E4B"})
_CODES = {"PN1": 70, "PN6": 12, "PN7": 10, "PN5": 5, "PN2": 3}
_LATE_BECAUSE = (LateReason.CHILD_ASKED, LateReason.SOCIAL_WORKER, LateReason.REPORT)
_TIMES, _PLACES = ("10:30", "13:30", "15:00", "16:30"), ("Leaving care team", "At home", "Video call", "Café")
_NOTES = {
    CircumstanceKind.LA_ACCOMMODATION: "Supported lodgings",
    CircumstanceKind.MOVED: "Own tenancy",
    CircumstanceKind.EDUCATION_RESUMED: "College course",
}


@dataclass(frozen=True, slots=True)
class _Leaver:
    """One young person after care."""

    child: str
    left_on: date
    until: date  # when reviews end
    anchor: date  # the last review in care, or the day of leaving
    accommodated_on: date | None  # by the authority, from that day


def leavers(rng: Random, members: Sequence[Member], world: World) -> Iterator[Act]:
    """All that is told of those who left care as eligible young people."""
    left = [(one, day) for one in members if (day := _left_on(one)) is not None and not _is_over(one, world)]
    before = [(one, day) for one, day in left if day < world.tracking_from and day == birthday(one.child.born_on, 18)]
    taken_up = some(rng, before, _TAKEN_UP, sum(one.life.is_open for one in members))
    for member, left_on in left:
        if left_on >= world.tracking_from or (member, left_on) in taken_up:
            yield from _followed(rng, member, left_on, world)


def _left_on(member: Member) -> date | None:
    """The day on which an eligible young person left care."""
    left_on = member.life.stays[-1].ended_on
    return left_on if left_on is not None and eligible(member) is not None else None


def _is_over(member: Member, world: World) -> bool:
    return birthday(member.child.born_on, 21) <= world.today


def _followed(rng: Random, member: Member, left_on: date, world: World) -> Iterator[Act]:
    child = member.child.council_id
    if left_on < world.tracking_from:
        yield RecordCircumstance(child=child, what=CircumstanceKind.CARE_LEAVER, from_on=left_on)
    home_on = left_on if member.child.episodes[-1].end_reason in _AT_HOME else None
    if home_on is not None:
        yield RecordCircumstance(child=child, what=CircumstanceKind.HOME_TO_PARENT, from_on=home_on)
    leaver = _leaver(rng, member, left_on, home_on, world)
    if leaver.accommodated_on is not None:
        yield _so(child, CircumstanceKind.LA_ACCOMMODATION, leaver.accommodated_on)
    yield from _reviewed(rng, leaver, world)
    yield from _around(rng, leaver, world)


def _leaver(rng: Random, member: Member, left_on: date, home_on: date | None, world: World) -> _Leaver:
    held = [day for stay in member.life.stays for day in stay.cycle.held]
    until = birthday(member.child.born_on, 21)
    if home_on is not None and left_on < birthday(member.child.born_on, 18):
        until = min(until, add_months(home_on, 6))
    can_be = home_on is None and add_days(left_on, 20) < world.today
    accommodated_on = add_days(left_on, rng.randint(0, 14)) if can_be and rng.random() < _IN_ACCOMMODATION else None
    return _Leaver(member.child.council_id, left_on, until, held[-1] if held else left_on, accommodated_on)


def _reviewed(rng: Random, leaver: _Leaver, world: World) -> Iterator[RecordReviewHeld | BookReview]:
    """The reviews held, oldest first, and the day booked for the next."""
    anchor, months = leaver.anchor, 6
    while True:
        due_on = add_months(anchor, months)
        held_on = _held(rng, due_on, world)
        if leaver.accommodated_on is not None and held_on >= add_days(leaver.accommodated_on, _FIRST_DAYS):
            first_on = world.on_or_after(add_days(leaver.accommodated_on, rng.randint(_FIRST_DAYS, 40)))
            held_on, months = held_on if months == 3 else min(held_on, first_on), 3
        held_on = max(held_on, world.on_or_after(add_days(leaver.left_on, 1)))
        if held_on >= leaver.until:
            return
        if held_on >= world.today:
            held_on = min(held_on, max(world.calendar.on_or_before(due_on), world.today))
            break
        yield _review(rng, leaver.child, held_on, is_late=held_on > due_on)
        anchor = held_on
    if rng.random() < _BOOKED:
        booked_on = max(world.calendar.on_or_before(any_day(rng, anchor, world.yesterday)), anchor)
        at, place = rng.choice(_TIMES), rng.choice(_PLACES)
        yield BookReview(child=leaver.child, review_on=held_on, booked_on=booked_on, at=at, place=place)


def _held(rng: Random, due_on: date, world: World) -> date:
    if rng.random() < _LATE:
        return world.calendar.add(due_on, rng.randint(1, 8))
    return world.calendar.on_or_before(add_days(due_on, -rng.randint(0, 21)))


def _review(rng: Random, child: str, held_on: date, *, is_late: bool) -> RecordReviewHeld:
    return RecordReviewHeld(
        child=child,
        held_on=held_on,
        participation=Participation(weighted(rng, _CODES)),
        late_reason=rng.choice(_LATE_BECAUSE) if is_late else None,
        under=ReviewKind.PATHWAY,
    )


def _around(rng: Random, leaver: _Leaver, world: World) -> Iterator[RecordCircumstance | RecordTaskDone]:
    """Visits by the personal adviser, a move, custody, education taken up again."""
    first_on = max(leaver.left_on, world.tracking_from)
    last_on = min(world.yesterday, leaver.until)
    seen_on = world.calendar.on_or_before(add_days(last_on, -rng.randint(3, 50)))
    if seen_on > first_on:
        yield RecordTaskDone(child=leaver.child, task=Task.ADVISER_VISIT, done_on=seen_on)
    if add_days(first_on, 45) >= last_on:
        return
    day = any_day(rng, add_days(first_on, 15), add_days(last_on, -10))
    lot = rng.random()
    if lot < _MOVED:
        yield _so(leaver.child, CircumstanceKind.MOVED, day)
        for task, days in ((Task.ADVISER_VISIT, rng.randint(2, 9)), (Task.MOVE_REVIEW, rng.randint(22, 30))):
            done_on = world.on_or_after(add_days(day, days))
            if done_on < world.today and done_on != seen_on:
                yield RecordTaskDone(child=leaver.child, task=task, done_on=done_on)
    elif lot < _MOVED + _IN_CUSTODY:
        yield RecordCircumstance(
            child=leaver.child,
            what=CircumstanceKind.CUSTODY,
            from_on=day,
            to_on=add_days(world.today, rng.randint(40, 150)),
        )
        done_on = world.calendar.add(day, rng.randint(4, 12))
        if done_on < world.today:
            yield RecordTaskDone(child=leaver.child, task=Task.CUSTODY_VISIT, done_on=done_on)
    elif lot < _MOVED + _IN_CUSTODY + _RESUMES_EDUCATION:
        yield _so(leaver.child, CircumstanceKind.EDUCATION_RESUMED, day)
        done_on = world.on_or_after(add_days(day, rng.randint(20, 80)))
        if done_on < world.today:
            yield RecordTaskDone(child=leaver.child, task=Task.PATHWAY_ASSESSMENT, done_on=done_on)


def _so(child: str, what: CircumstanceKind, from_on: date) -> RecordCircumstance:
    return RecordCircumstance(child=child, what=what, from_on=from_on, note=_NOTES.get(what))
