"""Children whom another rule reviews, or none in the return: short breaks, and placement for adoption."""

from datetime import date
from random import Random

from iro_desktop.services.sample.cycle import cycle
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.drafts import Draft, day_in_care_since, kept, quiet
from iro_desktop.services.sample.lives import CareKind, Life
from iro_desktop.services.sample.people import child_aged
from iro_desktop.services.sample.world import World

_SCHOOL_AGE = {(8, 16): 1}


def short_breaks(rng: Random, world: World) -> tuple[Life, ...]:
    """Short breaks under one agreement (V4): reviewed, but not in the return (SSDA903 rule 399)."""

    def make() -> Draft:
        person = child_aged(rng, world.today, _SCHOOL_AGE)
        started_on = day_in_care_since(rng, world, person, {(260, 900): 1})
        drawn = cycle(rng, world, started_on, world.today, punctual=True)
        return Draft(person=person, kind=CareKind.SHORT_BREAKS, started_on=started_on, cycle=drawn)

    return (kept(rng, world, quiet(world, make)),)


def authorised_not_placed(rng: Random, world: World) -> tuple[Life, ...]:
    """Under a placement order, with adopters still sought: SI 2005/389 reg 36(1) runs beside the ordinary clock."""
    ordered_on = add_days(world.today, -rng.randint(30, 200))

    def make() -> Draft:
        started_on = add_days(ordered_on, -rng.randint(280, 500))
        person = child_aged(rng, started_on, {(0, 3): 1})
        interim_on = add_days(started_on, rng.randint(3, 20))
        path = ((started_on, "V2"), (interim_on, "C1"), (ordered_on, "E1"))
        drawn = cycle(rng, world, started_on, world.today)
        return Draft(person=person, kind=CareKind.COURT, started_on=started_on, cycle=drawn, moves=(), path=path)

    def in_time(one: Draft) -> bool:
        days = (*one.cycle.held, one.cycle.planned_on or date.max)
        return any(ordered_on < day <= add_months(ordered_on, 3) for day in days)

    return (kept(rng, world, quiet(world, make, in_time)),)


def placed_for_adoption(rng: Random, world: World, *, by_carer: bool | None = None) -> tuple[Life, ...]:
    """Placed for adoption: reviewed by reg 36 of the Adoption Agencies Regulations 2005 from then on.

    ``by_carer``: by the present foster carer (A5) or by others (A6); ``None``: as chance has it.
    """

    def make() -> Draft:
        placed_on = add_days(world.today, -rng.randint(45, 220))
        started_on = add_days(placed_on, -rng.randint(330, 600))
        person = child_aged(rng, started_on, {(0, 3): 1})
        drawn = cycle(rng, world, started_on, world.today, placed_on=placed_on)
        return Draft(
            person=person, kind=CareKind.ADOPTION, started_on=started_on, cycle=drawn, placed_on=placed_on,
            by_carer=rng.random() < 0.3 if by_carer is None else by_carer,
        )  # fmt: skip

    return (kept(rng, world, quiet(world, make)),)
