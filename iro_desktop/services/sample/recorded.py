"""Reviews since the work is recorded here: booked, four in ten of them moved, and held; as a person records them.

They are left out of the return, which tells of the time before. The shares of one authority: 43 % rearranged; the rest
is assumed. Lots of their own: what else is drawn stays as it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    Act,
    BookReview,
    MoveBooking,
    RecordReturned,
    RecordReviewHeld,
    RecordSent,
    RecordTaskDone,
    RecordWishes,
)
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.participation import ABSENT
from iro_desktop.domain.vocabulary import LateReason, Role, SendingKind, Task
from iro_desktop.services.sample.bookings import PLACES, TIMES, moved, original_day
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.lives import CareKind, Stay
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

_MOVED = 0.5  # wanted: not every day can be moved
_PLAN_CURRENT = {True: 74, False: 20, None: 6}
_LATE_BECAUSE = {
    LateReason.REPORT: 24, LateReason.SOCIAL_WORKER: 22, LateReason.FAMILY: 16, LateReason.CHILD_ASKED: 12,
    LateReason.PLACEMENT_MOVED: 12, LateReason.COURT: 8, LateReason.IRO_ABSENT: 6,
}  # fmt: skip
# Asked before a review, of those who come into question, and answered, of those asked: few partners do.
_ASKED = {
    Role.CHILD: (0.9, 0.62), Role.CARER: (0.85, 0.78), Role.MOTHER: (0.6, 0.44), Role.SCHOOL: (0.8, 0.56),
    Role.HEALTH: (0.6, 0.38),
}  # fmt: skip
_AT_SCHOOL, _SCHOOL_AGE = frozenset({Role.CHILD, Role.SCHOOL}), 5
_SAID_WHY = 0.55  # of those who did not come
_WHY_NOT = ("I would rather be at football.", "I do not like talking in front of people.", "It is in lesson time.")
_FIRST_WEEKS_MONTHS = 7  # of the last months others tell the first weeks of care
_PASSPORT = 0.86


@dataclass(frozen=True, slots=True)
class Recorded:
    """The reviews of one child that are not in the return, with the acts that tell them."""

    child: str
    days: frozenset[date]
    acts: tuple[Act, ...]


def recorded(members: Sequence[Member], by_hand: frozenset[str], world: World) -> list[Recorded]:
    """Child by child; ``by_hand``: children of whose reviews more is told elsewhere."""
    lots = Random(f"recorded {world.today} {len(members)}")  # noqa: S311 invents, guards nothing
    found = []
    for member in members:
        kind = member.life.kind
        if member.child.council_id in by_hand or kind in (CareKind.SHORT_BREAKS, CareKind.ADOPTION):
            continue
        since = tracking_from(member, world)
        days = frozenset(day for stay in member.life.stays for day in stay.cycle.held if day >= since)
        if days:
            found.append(Recorded(member.child.council_id, days, tuple(_acts(lots, member, since, world))))
    return found


def _acts(lots: Random, member: Member, since: date, world: World) -> Iterator[Act]:
    for stay in member.life.stays:
        if since <= stay.started_on < add_months(world.today, -_FIRST_WEEKS_MONTHS) and lots.random() < _PASSPORT:
            sent_on = world.calendar.add(stay.started_on, lots.randint(1, 6))
            if sent_on < min(stay.ended_on or world.today, world.today):
                yield RecordTaskDone(child=member.child.council_id, task=Task.INTRODUCTION, done_on=sent_on)
        before = world.calendar.add(stay.started_on, 3)
        for held_on, lawful_on in zip(stay.cycle.held, stay.cycle.lawful, strict=True):
            if held_on >= since:
                yield from _review(lots, member, stay, before, held_on, is_late=held_on > lawful_on, world=world)
            before = held_on


def _review(
    lots: Random, member: Member, stay: Stay, before: date, held_on: date, *, is_late: bool, world: World
) -> Iterator[Act]:
    child, code = member.child.council_id, dict(member.participations)[held_on]
    yield from _booked(lots, child, before, held_on, stay, world)
    if code in ABSENT and lots.random() < _SAID_WHY:
        told_on = max(add_days(held_on, -lots.randint(1, 12)), stay.started_on)
        yield RecordWishes(child=child, told_on=told_on, not_coming=lots.choice(_WHY_NOT))
    yield from _asked(lots, member, before, held_on, world)
    yield RecordReviewHeld(
        child=child,
        held_on=held_on,
        participation=code,
        late_reason=weighted(lots, _LATE_BECAUSE) if is_late else None,
        is_plan_current=weighted(lots, _PLAN_CURRENT),
    )


def _asked(
    lots: Random, member: Member, before: date, held_on: date, world: World
) -> Iterator[RecordSent | RecordReturned]:
    """Consultation forms, to whom they went and what came back; where there was time for them."""
    child, what = member.child.council_id, SendingKind.CONSULTATION
    sent_on = world.on_or_after(add_days(held_on, -lots.randint(14, 21)))
    if sent_on <= before:
        return
    at_school = age_on(member.child.born_on, sent_on) >= _SCHOOL_AGE
    for role, (asked, answered) in _ASKED.items():
        if lots.random() > asked or (role in _AT_SCHOOL and not at_school):
            continue
        yield RecordSent(child=child, what=what, to=role, sent_on=sent_on)
        if lots.random() < answered:
            back_on = min(add_days(sent_on, lots.randint(2, 12)), held_on)
            yield RecordReturned(child=child, what=what, to=role, sent_on=sent_on, returned_on=back_on)


def _booked(
    lots: Random, child: str, before: date, held_on: date, stay: Stay, world: World
) -> Iterator[BookReview | MoveBooking]:
    """The booking it was held for, and the day it was first booked for where that was another."""
    booked_on = min(before, add_days(held_on, -2))
    first_on = original_day(lots, held_on, booked_on, world) if lots.random() < _MOVED else held_on
    if first_on > min(stay.ended_on or first_on, world.today):
        first_on = held_on
    at, place = lots.choice(TIMES), lots.choice(PLACES)
    yield BookReview(child=child, review_on=first_on, booked_on=max(booked_on, stay.started_on), at=at, place=place)
    if first_on != held_on:
        yield moved(lots, child, first_on, held_on, max(booked_on, stay.started_on), world)
