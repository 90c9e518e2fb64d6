"""Dates set by hand in place of those of a rule: a review before its last lawful day, a mid-point on another day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import OverrideDeadline
from iro_desktop.domain.dates import birthday
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

_EACH = 1 / 50  # of both kinds, for each child looked after
_SOON_ENOUGH = 4 * 365  # days: a stay so new is whole in the return, so that the rule is known
_REVIEW_REASONS = ("Before the exams.", "A decision on the school place is needed by then.", "Asked for by the child.")
_MID_POINT_REASONS = ("Carer away until then.", "To fit the school's meeting.", "New social worker starts that week.")


def overrides(
    rng: Random, members: Sequence[Member], booked: Mapping[str, date], taken: frozenset[str], world: World
) -> Iterator[OverrideDeadline]:
    """For a few children of whom nothing else is told by hand (``taken``)."""
    children = sum(one.life.is_open for one in members)
    free = [one for one in members if _is_plain(one, world) and one.child.council_id not in taken]
    for member in some(rng, [one for one in free if _has_room(one, booked, world)], _EACH, children):
        cycle = member.life.stays[-1].cycle
        due_on = max(add_days(cycle.due_on, -rng.randint(10, 30)), booked[member.child.council_id])
        reason = rng.choice(_REVIEW_REASONS)
        yield _set(member, "review.later", world.calendar.on_or_before(due_on), reason)
    for member in some(rng, [one for one in free if _has_mid_point(one, world)], _EACH, children):
        due_on = add_months(member.life.stays[-1].cycle.held[-1], 3)
        set_to = world.on_or_after(add_days(due_on, rng.choice((-9, 7, 12))))
        yield _set(member, "mid-point", set_to, rng.choice(_MID_POINT_REASONS))


def _set(member: Member, rule: str, due_on: date, reason: str) -> OverrideDeadline:
    held_on = member.life.stays[-1].cycle.held[-1]
    return OverrideDeadline(child=member.child.council_id, rule=rule, trigger_on=held_on, due_on=due_on, reason=reason)


def _is_plain(member: Member, world: World) -> bool:
    """Whether the next review is a later one under regulation 33, with nothing on today's list."""
    life = member.life
    if not life.is_open or life.slot is not None or life.kind in (CareKind.SHORT_BREAKS, CareKind.ADOPTION):
        return False
    stay = life.stays[-1]
    is_whole = (world.today - stay.started_on).days < _SOON_ENOUGH
    is_settled = len(stay.cycle.held) > 2 and stay.cycle.held[-1] < world.recent_from
    return is_whole and is_settled and stay.cycle.due_on < birthday(member.child.born_on, 18)


def _has_room(member: Member, booked: Mapping[str, date], world: World) -> bool:
    """Whether the review is booked well before its last lawful day."""
    booked_on, due_on = booked.get(member.child.council_id, date.max), member.life.stays[-1].cycle.due_on
    return world.in_five < booked_on <= world.calendar.add(due_on, -5)


def _has_mid_point(member: Member, world: World) -> bool:
    """Whether the mid-point review is still well ahead."""
    return add_days(world.today, 25) < add_months(member.life.stays[-1].cycle.held[-1], 3)
