"""Children who have left care: what makes an authority's history believable."""

from dataclasses import replace
from datetime import date
from random import Random

from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.cycle import cycle
from iro_desktop.services.sample.days import add_days, add_months, any_day
from iro_desktop.services.sample.drafts import Draft, kept
from iro_desktop.services.sample.endings import end_reason
from iro_desktop.services.sample.lives import CareKind, Life, Person
from iro_desktop.services.sample.people import child_aged
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.world import World

_ADULT = 18
_ADOPTED = 0.8  # of those under six who stayed long enough
_LONG_ENOUGH = 330  # days; children adopted in 2024 had entered two years and four months before
_UASC_OF_TEENS = 0.3  # 21 % of all starts in 2022/23


def ceased(rng: Random, world: World, years: int) -> Life:
    """Somebody who ceased to be looked after in the last so many years."""
    ended_on = any_day(rng, add_days(add_months(world.today, -12 * years), 1), add_days(world.today, -1))
    ages = weighted(rng, shares.AGES_AT_END)
    person = _who(rng, ended_on, *ages)
    is_adult = ages[0] == _ADULT
    if is_adult:
        ended_on = birthday(person.born_on, _ADULT)
    started_on = _start(rng, person, ended_on)
    kind = _kind(rng, person, started_on, ended_on)
    return kept(rng, world, _draft(rng, world, person, kind, started_on, (ended_on, is_adult)))


def left_at_eighteen(rng: Random, world: World, days: tuple[int, int]) -> Life:
    """A care leaver who turned eighteen in care, so many days ago at the least and at the most."""
    ended_on = add_days(world.today, -rng.randint(*days))
    person = _who(rng, ended_on, _ADULT, _ADULT)
    started_on = add_days(birthday(person.born_on, 14), -rng.randint(30, 1500))
    draft = _draft(rng, world, person, CareKind.COURT, started_on, (birthday(person.born_on, _ADULT), True))
    return kept(rng, world, draft)


def _who(rng: Random, ended_on: date, low: int, high: int) -> Person:
    if low != _ADULT:
        return child_aged(rng, ended_on, {(low, high): 1})
    return replace(child_aged(rng, ended_on), born_on=add_months(ended_on, -12 * _ADULT))


def _start(rng: Random, person: Person, ended_on: date) -> date:
    alive = (ended_on - person.born_on).days - 1
    possible = {(low, min(high, alive)): share for (low, high), share in shares.DURATIONS.items() if low <= alive}
    return add_days(ended_on, -rng.randint(*weighted(rng, possible)))


def _kind(rng: Random, person: Person, started_on: date, ended_on: date) -> CareKind:
    days, age = (ended_on - started_on).days, age_on(person.born_on, ended_on)
    if age_on(person.born_on, started_on) >= 14:
        return CareKind.UASC if rng.random() < _UASC_OF_TEENS else CareKind.AGREEMENT
    if age < 6 and days > _LONG_ENOUGH and rng.random() < _ADOPTED:
        return CareKind.ADOPTION
    return CareKind.AGREEMENT if rng.random() < (0.6 if days < 180 else 0.15) else CareKind.COURT


def _draft(
    rng: Random, world: World, person: Person, kind: CareKind, started_on: date, end: tuple[date, bool]
) -> Draft:
    ended_on, is_adult = end
    placed_on = add_days(ended_on, -rng.randint(100, 200)) if kind is CareKind.ADOPTION else None
    return Draft(
        person=person,
        kind=kind,
        started_on=started_on,
        cycle=cycle(rng, world, started_on, ended_on, placed_on=placed_on),
        ending=(ended_on, end_reason(rng, kind, adult=is_adult)),
        placed_on=placed_on,
    )
