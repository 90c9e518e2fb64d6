"""Who is in the sample, and who reviews them: units of one child or one family, dealt to caseloads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from heapq import heapreplace
from random import Random

from iro_desktop.services.sample import shares
from iro_desktop.services.sample.cohorts import placed_for_adoption, short_breaks
from iro_desktop.services.sample.edges import EDGES
from iro_desktop.services.sample.households import family, only_child, unaccompanied
from iro_desktop.services.sample.lives import Life
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.slots import Slot, slots_for
from iro_desktop.services.sample.world import World

ALL_EDGES_FROM = 60  # children; smaller samples have as many special cases as fit into a quarter


@dataclass(frozen=True, slots=True)
class Unit:
    """One child or one family, before they are drawn."""

    size: int
    make: Callable[[Random, World, Slot | None], tuple[Life, ...]]
    takes_slot: bool = True


Caseload = list[tuple[Unit, Slot | None]]


def caseloads(rng: Random, children: int, iros: int) -> list[Caseload]:
    """The open children's units, dealt evenly to so many IROs, and the lines of today's list they yield."""
    units = _units(rng, children)
    rng.shuffle(units)
    dealt: list[list[Unit]] = [[] for _ in range(iros)]
    loads = [(0, index) for index in range(iros)]
    for unit in sorted(units, key=lambda one: -one.size):
        load, index = loads[0]
        dealt[index].append(unit)
        heapreplace(loads, (load + unit.size, index))
    for caseload in dealt:
        rng.shuffle(caseload)
    return [_with_slots(rng, caseload, is_varied=iros > 1) for caseload in dealt]


def _with_slots(rng: Random, units: list[Unit], *, is_varied: bool) -> Caseload:
    """Give out the lines of today's list; in a team one IRO is more up to date than another."""
    slots = slots_for(sum(unit.size for unit in units))
    if is_varied:
        slots = rng.sample(slots, rng.randint(len(slots) * 3 // 4, len(slots)))
    given: dict[int, Slot] = {}
    for slot in slots:
        free = (
            index
            for index, unit in enumerate(units)
            if unit.takes_slot and index not in given and not (slot.alone and unit.size > 1)
        )
        index = next(free, None)
        if index is not None:
            given[index] = slot
    return [(unit, given.get(index)) for index, unit in enumerate(units)]


def _units(rng: Random, children: int) -> list[Unit]:
    units = _special(children)
    left = children - sum(unit.size for unit in units)
    unaccompanied_left = min(left, max(round(shares.UASC * children) - 1, 0))
    units += [Unit(1, unaccompanied)] * unaccompanied_left
    left -= unaccompanied_left
    siblings = min(left, round(shares.SIBLINGS * children) - 2)
    while siblings > 1:
        size = min(weighted(rng, shares.SIBLING_GROUP_SIZES), siblings)
        units.append(Unit(size, partial(family, size=size)))
        siblings, left = siblings - size, left - size
    return units + [Unit(1, only_child)] * left


def _special(children: int) -> list[Unit]:
    """The edge cases once, and the small cohorts by their share."""
    room = children if children >= ALL_EDGES_FROM else children // 4
    units: list[Unit] = []
    for make, size in EDGES:
        if size <= room:
            units.append(_alone(make, size))
            room -= size
    if children >= ALL_EDGES_FROM:
        units += [_alone(placed_for_adoption, 1)] * max(round(shares.ADOPTION * children) - 1, 0)
        units += [_alone(short_breaks, 1)] * max(round(shares.SHORT_BREAKS * children) - 1, 0)
    return units


def _alone(make: Callable[[Random, World], tuple[Life, ...]], size: int) -> Unit:
    return Unit(size, lambda rng, world, _slot: make(rng, world), takes_slot=False)
