"""The next review's booking, and the ledger of days it was moved from.

Four reviews in ten are moved (assumed; authorities report rearranged reviews by the hundred). A few are cancelled and
not booked again, a few were never booked.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import BookReview, CancelBooking, MoveBooking
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, any_day
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.world import World

BookingAct = BookReview | MoveBooking | CancelBooking

_CANCELLED = 0.03
TIMES = ("09:30", "10:00", "11:00", "13:00", "14:00", "15:30", "16:00")
PLACES = ("At the carers' home", "At school", "Family centre", "Video call", "Council office")
_ASKERS = {
    Asker.SOCIAL_WORKER: 40, Asker.FAMILY: 15, Asker.CARER: 15, Asker.CHILD: 12, Asker.IRO: 10, Asker.PARTNER: 8,
}  # fmt: skip
_REASONS = {
    Asker.SOCIAL_WORKER: ("Report not ready", "Social worker on leave", "New social worker"),
    Asker.FAMILY: ("Mother could not come", "Work shifts", "Hospital appointment"),
    Asker.CARER: ("Carer unwell", "Carer away"),
    Asker.CHILD: ("School trip", "Exam on that day", "Wants it after school"),
    Asker.IRO: ("Court on that day", "IRO unwell"),
    Asker.PARTNER: ("School closed", "Health colleague not available"),
}
_CANCELLED_BECAUSE = ("Placement moved, new day to be agreed", "Snow: school closed", "Child unwell")


def bookings(rng: Random, members: Sequence[Member], world: World) -> Iterator[BookingAct]:
    """The booking of each open child's next review, with its moves, in the order in which they were made."""
    taken: set[tuple[str, date, str]] = set()
    for member in members:
        planned_on = member.life.stays[-1].cycle.planned_on
        if not member.life.is_open or planned_on is None or planned_on >= birthday(member.child.born_on, 18):
            continue
        wanted = member.life.slot.booked if member.life.slot else None
        if wanted is None:
            wanted = rng.random() < shares.BOOKED
        if wanted:
            yield from _booking(rng, member, planned_on, world, taken)


def booked_days(acts: Iterable[BookingAct]) -> dict[str, date]:
    """The day that stands booked for each child after all acts."""
    booked: dict[str, date] = {}
    for act in acts:
        match act:
            case BookReview():
                booked[act.child] = act.review_on
            case MoveBooking():
                booked[act.child] = act.to_on
            case CancelBooking():
                booked.pop(act.child, None)
    return booked


def _booking(
    rng: Random, member: Member, planned_on: date, world: World, taken: set[tuple[str, date, str]]
) -> Iterator[BookingAct]:
    child = member.child.council_id
    stay = member.life.stays[-1]
    booked_on = stay.cycle.held[-1] if stay.cycle.held else min(world.calendar.add(stay.started_on, 3), world.today)
    at = _time(rng, member.iro, planned_on, taken)
    original_on = original_day(rng, planned_on, booked_on, world) if rng.random() < shares.MOVED_REVIEWS else planned_on
    latest = min(world.today, original_on, planned_on)
    place = rng.choice(PLACES)
    if original_on == planned_on or booked_on >= latest:
        yield BookReview(child=child, review_on=planned_on, booked_on=booked_on, at=at, place=place)
        if member.life.slot is None and rng.random() < _CANCELLED:
            cancelled_on = max(booked_on, world.calendar.on_or_before(any_day(rng, booked_on, world.today)))
            reason = rng.choice(_CANCELLED_BECAUSE)
            yield CancelBooking(child=child, review_on=planned_on, cancelled_on=cancelled_on, reason=reason)
        return
    yield BookReview(child=child, review_on=original_on, booked_on=booked_on, at=rng.choice(TIMES), place=place)
    yield moved(rng, child, original_on, planned_on, booked_on, world, at=at)


def moved(
    rng: Random, child: str, from_on: date, to_on: date, booked_on: date, world: World, *, at: str | None = None
) -> MoveBooking:
    """A booking moved to another day, some time after it was made: who asked, and why."""
    asker = weighted(rng, _ASKERS)
    latest = min(world.today, from_on, to_on)
    moved_on = max(booked_on, world.calendar.on_or_before(any_day(rng, add_days(booked_on, 1), latest)))
    reason = rng.choice(_REASONS[asker])
    return MoveBooking(
        child=child, review_on=from_on, to_on=to_on, moved_on=moved_on, asked_by=asker, reason=reason, at=at
    )


def original_day(rng: Random, planned_on: date, booked_on: date, world: World) -> date:
    """Another working day some days before or after, later than the booking was made."""
    shifts = [days for days in (*range(-12, -1), *range(2, 8)) if world.calendar.add(planned_on, days) > booked_on]
    return world.calendar.add(planned_on, rng.choice(shifts)) if shifts else planned_on


def _time(rng: Random, iro: str, day: date, taken: set[tuple[str, date, str]]) -> str:
    """A time of day at which this IRO has no other review yet, while there is one."""
    free = [at for at in TIMES if (iro, day, at) not in taken] or list(TIMES)
    at = rng.choice(free)
    taken.add((iro, day, at))
    return at
