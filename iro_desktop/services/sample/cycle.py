"""When reviews are held: within the law, up to three weeks early, some late by days, on working days.

Care Planning, Placement and Case Review (England) Regulations 2010 reg 33 (20 working days, 3 months, 6 months); once
placed for adoption, Adoption Agencies Regulations 2005 reg 36(3) (4 weeks, 3 months, 6 months).
"""

from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.world import World

_WORKING_DAYS_SINCE = date(2011, 4, 1)  # before, the first review was due within 28 days
_EARLY_DAYS = 21
_LATE_WORKING_DAYS = 8
_SEEN_IN_TIME = 0.6  # of the reviews that would be late: nobody books a day after the last lawful one on purpose


@dataclass(frozen=True, slots=True)
class Cycle:
    """The reviews of one stay, oldest first, and the next one."""

    held: tuple[date, ...]
    lawful: tuple[date, ...]  # the last lawful day of each
    due_on: date  # the last lawful day of the next
    planned_on: date | None  # the day meant for the next; None: nothing is planned

    def without_last(self, *, planned: bool) -> "Cycle":
        """The same with the newest review not held; ``planned`` keeps its day as the one that was meant."""
        return Cycle(self.held[:-1], self.lawful[:-1], self.lawful[-1], self.held[-1] if planned else None)

    def lawful_after(self, index: int) -> date:
        """The last lawful day of the review that follows the one of that index."""
        return self.lawful[index + 1] if index + 1 < len(self.held) else self.due_on


def cycle(
    rng: Random, world: World, started_on: date, until: date, *, placed_on: date | None = None, punctual: bool = False
) -> Cycle:
    """Reviews from the start of care to the day before ``until``, and the one meant after them."""
    late_share = 0.0 if punctual else world.late_share
    held: list[date] = []
    lawful: list[date] = []
    while True:
        due_on, planned_on = _next(rng, world, started_on, held, placed_on, late_share)
        if planned_on >= until:
            if planned_on > due_on >= until and rng.random() < _SEEN_IN_TIME:
                planned_on = max(world.calendar.on_or_before(due_on), until)
            return Cycle(tuple(held), tuple(lawful), due_on, planned_on)
        held.append(planned_on)
        lawful.append(due_on)


def _next(
    rng: Random, world: World, started_on: date, held: list[date], placed_on: date | None, late_share: float
) -> tuple[date, date]:
    due_on = _by_care_planning(world, started_on, held)
    earliest = held[-1] if held else world.calendar.add(started_on, 7)
    planned_on = _meant(rng, world, due_on, earliest, late_share)
    if placed_on is not None and planned_on >= placed_on:
        due_on = _by_adoption(held, placed_on)
        planned_on = _meant(rng, world, due_on, max(placed_on, earliest), late_share)
    return due_on, planned_on


def _by_care_planning(world: World, started_on: date, held: list[date]) -> date:
    if held:
        return add_months(held[-1], 3 if len(held) == 1 else 6)
    if started_on < _WORKING_DAYS_SINCE:
        return add_days(started_on, 28)
    return world.calendar.add(started_on, 20)


def _by_adoption(held: list[date], placed_on: date) -> date:
    since = [day for day in held if day >= placed_on]
    if not since:
        return add_days(placed_on, 28)
    return add_months(since[-1], 3 if len(since) == 1 else 6)


def _meant(rng: Random, world: World, due_on: date, earliest: date, late_share: float) -> date:
    """A working day after ``earliest``, and after ``due_on`` only as often as reviews are late."""
    if rng.random() < late_share:
        return world.calendar.add(due_on, rng.randint(1, _LATE_WORKING_DAYS))
    early = min(_EARLY_DAYS, (due_on - earliest).days - 4)
    return world.calendar.on_or_before(add_days(due_on, -rng.randint(0, max(early, 0))))
