"""IROs, who reviews whom since when, and sibling groups.

An IRO is appointed within five working days of the start of care (IRO Handbook 2010, as authorities state it); brothers
and sisters share one unless there is a conflict; on return to care the same one takes over where practicable.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddIro, AllocateIro, ChangeChild, FormSiblingGroup
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, any_day
from iro_desktop.services.sample.world import World

_LATE_APPOINTMENTS = 0.07
_CHANGED = 0.3  # of those in care for two years and more
_TWO_YEARS = 730
_PART_TIME = (0.6, 0.8)


def add_iros(rng: Random, names: Sequence[str]) -> Iterator[AddIro]:
    """The team; the first works full time, some of the others do not."""
    for index, name in enumerate(names):
        yield AddIro(name=name, fte=rng.choice(_PART_TIME) if index and rng.random() < 0.2 else 1.0)


def changes(members: Sequence[Member], world: World) -> Iterator[ChangeChild]:
    """Names, and from when the work around reviews is tracked: fourteen months ago or the start of care."""
    for member in members:
        yield ChangeChild(
            child=member.child.council_id,
            given_name=member.name.given,
            family_name=member.name.family,
            known_as=member.name.known_as,
            tracking_from=tracking_from(member, world),
        )


def tracking_from(member: Member, world: World) -> date:
    """The day from which the work around this child's reviews is recorded."""
    return max(world.tracking_from, member.life.stays[0].started_on)


def allocations(rng: Random, members: Sequence[Member], names: Sequence[str], world: World) -> Iterator[AllocateIro]:
    """For each stay the IRO since its first days, for some after another; oldest first for each child."""
    for member in members:
        child = member.child.council_id
        for stay in member.life.stays:
            days = rng.randint(6, 9) if rng.random() < _LATE_APPOINTMENTS else rng.randint(0, 5)
            last_on = stay.ended_on or world.today
            from_on = min(world.calendar.add(stay.started_on, days), last_on)
            others = [name for name in names if name != member.iro]
            if others and (last_on - from_on).days > _TWO_YEARS and rng.random() < _CHANGED:
                yield AllocateIro(child=child, iro=rng.choice(others), from_on=from_on)
                from_on = any_day(rng, add_days(from_on, 200), add_days(last_on, -30))
            yield AllocateIro(child=child, iro=member.iro, from_on=from_on)


def sibling_groups(households: Sequence[Sequence[Member]]) -> Iterator[FormSiblingGroup]:
    """One group for each household of two and more, from the day the last of them came into care."""
    families = [members for members in households if len(members) > 1]
    for number, members in enumerate(families, 1):
        if members[0].life.name:
            continue
        yield FormSiblingGroup(
            name=f"Family {number:03d}",
            children=tuple(member.child.council_id for member in members),
            from_on=max(member.life.stays[-1].started_on for member in members),
        )
