"""Children looked after today who are no special case: one by one, and as brothers and sisters."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from random import Random

from iro_desktop.services.sample import shares
from iro_desktop.services.sample.cycle import cycle
from iro_desktop.services.sample.days import add_days, any_day
from iro_desktop.services.sample.drafts import Draft, day_in_care_since, kept, quiet, yielding
from iro_desktop.services.sample.lives import CareKind, Life, Person
from iro_desktop.services.sample.people import brothers_and_sisters, child_aged, unaccompanied_child
from iro_desktop.services.sample.slots import Slot, is_quiet
from iro_desktop.services.sample.world import World

_BY_AGREEMENT = 0.11  # with the unaccompanied, 19 % are under section 20


def only_child(rng: Random, world: World, slot: Slot | None) -> tuple[Life, ...]:
    """One child in care without brothers or sisters there."""
    return (_with_slot(rng, world, slot, _kind(rng), partial(child_aged, rng, world.today), shares.ELAPSED),)


def unaccompanied(rng: Random, world: World, slot: Slot | None) -> tuple[Life, ...]:
    """One unaccompanied asylum-seeking child."""
    who = partial(unaccompanied_child, rng, world.today)
    return (_with_slot(rng, world, slot, CareKind.UASC, who, shares.UASC_ELAPSED),)


def family(rng: Random, world: World, slot: Slot | None, size: int) -> tuple[Life, ...]:
    """Brothers and sisters; those who came together are half the time reviewed together."""
    kind = _kind(rng)
    who = partial(child_aged, rng, world.today, shares.AGES_OF_ELDERS)
    eldest = _with_slot(rng, world, slot, kind, who, shares.ELAPSED)
    younger = brothers_and_sisters(rng, eldest.person, world.today, size - 1)
    together = rng.random() < shares.REVIEWED_TOGETHER
    return (eldest, *(_younger(rng, world, eldest, person, together=together) for person in younger))


def _kind(rng: Random) -> CareKind:
    return CareKind.AGREEMENT if rng.random() < _BY_AGREEMENT else CareKind.COURT


def _with_slot(
    rng: Random,
    world: World,
    slot: Slot | None,
    kind: CareKind,
    who: Callable[[], Person],
    spans: Mapping[tuple[int, int], float],
) -> Life:
    def make() -> Draft:
        person = who()
        started_on = day_in_care_since(rng, world, person, spans)
        drawn = cycle(rng, world, started_on, world.today)
        return Draft(person=person, kind=kind, started_on=started_on, cycle=drawn)

    found = yielding(world, slot, make) if slot else None
    if found is None:
        return kept(rng, world, quiet(world, make))
    return kept(rng, world, found, slot=slot)


def _younger(rng: Random, world: World, eldest: Life, person: Person, *, together: bool) -> Life:
    first = eldest.stays[-1]
    if person.born_on >= first.started_on:
        return _born_into_care(rng, world, eldest.kind, person)
    path = tuple((one.started_on, one.legal_status or "") for one in first.episodes if one.start_reason in "SLBU")

    def make() -> Draft:
        drawn = cycle(rng, world, first.started_on, world.today)
        return Draft(person=person, kind=eldest.kind, started_on=first.started_on, cycle=drawn, path=path)

    draft = quiet(world, make)
    if together or not is_quiet(world, draft.cycle):
        draft = replace(draft, cycle=first.cycle)
    return kept(rng, world, draft)


def _born_into_care(rng: Random, world: World, kind: CareKind, person: Person) -> Life:
    def make() -> Draft:
        started_on = any_day(rng, add_days(person.born_on, 2), add_days(person.born_on, 45))
        drawn = cycle(rng, world, started_on, world.today)
        return Draft(person=person, kind=kind, started_on=started_on, cycle=drawn)

    return kept(rng, world, quiet(world, make))
