"""The cases on which trackers fail, one child or two for each; every sample of sixty has them all.

What they share: nothing of theirs is on today's list, so that the list stays as planned.
"""

from dataclasses import replace
from datetime import date
from random import Random

from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.domain.vocabulary import Sex
from iro_desktop.services.sample.cohorts import authorised_not_placed, placed_for_adoption, short_breaks
from iro_desktop.services.sample.cycle import cycle
from iro_desktop.services.sample.days import add_days, add_months, any_day, easter_sunday, is_holiday
from iro_desktop.services.sample.drafts import Draft, day_in_care_since, kept, quiet, stay_of
from iro_desktop.services.sample.legal import legal_path
from iro_desktop.services.sample.lives import CareKind, Life, Name, Person
from iro_desktop.services.sample.people import born_aged, child_aged
from iro_desktop.services.sample.world import World

_SCHOOL_AGE = {(8, 16): 1}
_SOME_YEARS = {(400, 1800): 1}


def started_at_christmas(rng: Random, world: World) -> tuple[Life, ...]:
    """Start of care from 25 December to 1 January: the count runs over three holidays."""

    def make() -> Draft:
        eve = date(world.today.year - rng.randint(1, 5), 12, 24)
        return _came_on(rng, world, add_days(eve, rng.randint(1, 8)))

    return (kept(rng, world, quiet(world, make), name=Name("Niamh", "O'Wexcombe")),)


def started_on_good_friday(rng: Random, world: World) -> tuple[Life, ...]:
    """Start of care on the Friday before Easter."""

    def make() -> Draft:
        return _came_on(rng, world, add_days(easter_sunday(world.today.year - rng.randint(1, 5)), -2))

    return (kept(rng, world, quiet(world, make), name=Name("Ellie-May", "Thistleby-Quillhurst", "Ellie")),)


def born_on_leap_day(rng: Random, world: World) -> tuple[Life, ...]:
    """Born on 29 February: turns four on one, and eighteen on 1 March of a common year."""
    leap_years = [year for year in range(world.today.year - 15, world.today.year - 5) if year % 4 == 0]

    def make() -> Draft:
        return _whenever(rng, world, Person(date(rng.choice(leap_years), 2, 29), Sex.FEMALE, "WOTH"))

    return (kept(rng, world, quiet(world, make), name=Name("Zoë", "Łarkenström")),)


def twins(rng: Random, world: World) -> tuple[Life, ...]:
    """Two born on one day, come together, reviewed together."""

    def make() -> Draft:
        return _whenever(rng, world, child_aged(rng, world.today, {(3, 12): 1}))

    drawn = quiet(world, make)
    first = replace(drawn, path=legal_path(rng, drawn.kind, drawn.started_on, world.today))
    second = replace(first, person=replace(first.person, sex=Sex.FEMALE))
    return kept(rng, world, first), kept(rng, world, second)


def came_back_within_a_year(rng: Random, world: World) -> tuple[Life, ...]:
    """A second period of care: the count of reviews begins anew."""

    def make() -> Draft:
        person = child_aged(rng, world.today, _SCHOOL_AGE)
        started_on = day_in_care_since(rng, world, person, {(120, 500): 1})
        ended_on = add_days(started_on, -rng.randint(40, 300))
        first_on = add_days(ended_on, -rng.randint(100, 380))
        before = Draft(
            person=person, kind=CareKind.AGREEMENT, started_on=first_on, cycle=cycle(rng, world, first_on, ended_on),
            ending=(ended_on, "E4A"),
        )  # fmt: skip
        earlier = (stay_of(rng, world, before, before.cycle),)
        drawn = cycle(rng, world, started_on, world.today)
        return Draft(person=person, kind=CareKind.COURT, started_on=started_on, cycle=drawn, earlier=earlier)

    return (kept(rng, world, quiet(world, make)),)


def adult_before_the_next_review(rng: Random, world: World) -> tuple[Life, ...]:
    """Turns eighteen before the next review falls due: the duty ends first."""

    def make() -> Draft:
        adult_on = add_days(world.today, rng.randint(12, 150))
        return _whenever(rng, world, Person(add_months(adult_on, -12 * 18), Sex.MALE, "WBRI"))

    draft = quiet(world, make, lambda one: world.today < birthday(one.person.born_on, 18) < one.cycle.due_on)
    return (kept(rng, world, draft),)


def unaccompanied_on_new_year(rng: Random, world: World) -> tuple[Life, ...]:
    """An unaccompanied child with the birthday that is entered where none is known; a name in another script."""

    def make() -> Draft:
        person = Person(date(world.today.year - 16, 1, 1), Sex.MALE, "WOTH")
        started_on = day_in_care_since(rng, world, person, {(90, 500): 1})
        drawn = cycle(rng, world, started_on, world.today)
        return Draft(person=person, kind=CareKind.UASC, started_on=started_on, cycle=drawn)

    return (kept(rng, world, quiet(world, make), name=Name("Данило", "Квіткобрід", "Danylo")),)


def placed_with_carer(rng: Random, world: World) -> tuple[Life, ...]:
    """Placed for adoption with the present foster carer (A5)."""
    return placed_for_adoption(rng, world, by_carer=True)


def due_on_bank_holiday(rng: Random, world: World) -> tuple[Life, ...]:
    """A review whose last lawful day is a bank holiday: the law does not extend it."""

    def falls_so(draft: Draft) -> bool:
        return any(is_holiday(world.calendar, day) for day in (*draft.cycle.lawful, draft.cycle.due_on))

    def make() -> Draft:
        return _whenever(rng, world, child_aged(rng, world.today, _SCHOOL_AGE))

    return (kept(rng, world, quiet(world, make, falls_so)),)


def twelve_placements(rng: Random, world: World) -> tuple[Life, ...]:
    """Twelve placements in one stay."""

    def make() -> Draft:
        person = child_aged(rng, world.today, {(13, 16): 1})
        started_on = day_in_care_since(rng, world, person, {(1100, 1700): 1})
        days = rng.sample(range(10, (world.today - started_on).days - 5, 7), 11)
        return _draft(rng, world, person, started_on, moves=[add_days(started_on, day) for day in sorted(days)])

    return (kept(rng, world, quiet(world, make)),)


def moved_before_the_first_review(rng: Random, world: World) -> tuple[Life, ...]:
    """Other carers within the first twenty working days: the clock still runs from the start of care."""

    def make() -> Draft:
        person = child_aged(rng, world.today, _SCHOOL_AGE)
        started_on = day_in_care_since(rng, world, person, {(200, 400): 1})
        return _draft(rng, world, person, started_on, moves=[add_days(started_on, rng.randint(3, 12))])

    return (kept(rng, world, quiet(world, make)),)


def in_care_since_before_2012(rng: Random, world: World) -> tuple[Life, ...]:
    """In care from infancy to nearly eighteen, so from before 2012 while today allows it."""

    def make() -> Draft:
        person = Person(born_aged(rng, world.today, 17, 18), Sex.FEMALE, "MWBC")
        latest = min(add_days(person.born_on, 600), date(2011, 12, 31))
        started_on = any_day(rng, add_days(person.born_on, 30), latest)
        return _draft(rng, world, person, started_on)

    return (kept(rng, world, quiet(world, make, lambda one: _stays_a_child(world, one.person))),)


def namesakes(rng: Random, world: World) -> tuple[Life, ...]:
    """Two children of the same name who are no relations."""

    def make() -> Draft:
        return _whenever(rng, world, child_aged(rng, world.today, {(5, 16): 1}))

    return tuple(kept(rng, world, quiet(world, make), name=Name("Amelia", "Brambleworth")) for _ in range(2))


def _stays_a_child(world: World, person: Person) -> bool:
    return age_on(person.born_on, add_days(world.today, 60)) < 18


def _came_on(rng: Random, world: World, started_on: date) -> Draft:
    return _draft(rng, world, child_aged(rng, started_on, {(3, 12): 1}), started_on)


def _whenever(rng: Random, world: World, person: Person) -> Draft:
    return _draft(rng, world, person, day_in_care_since(rng, world, person, _SOME_YEARS))


def _draft(rng: Random, world: World, person: Person, started_on: date, moves: list[date] | None = None) -> Draft:
    drawn = cycle(rng, world, started_on, world.today)
    return Draft(person=person, kind=CareKind.COURT, started_on=started_on, cycle=drawn, moves=moves)


EDGES = (
    (started_at_christmas, 1),
    (started_on_good_friday, 1),
    (born_on_leap_day, 1),
    (twins, 2),
    (came_back_within_a_year, 1),
    (adult_before_the_next_review, 1),
    (unaccompanied_on_new_year, 1),
    (short_breaks, 1),
    (placed_with_carer, 1),
    (due_on_bank_holiday, 1),
    (twelve_placements, 1),
    (moved_before_the_first_review, 1),
    (in_care_since_before_2012, 1),
    (namesakes, 2),
    (authorised_not_placed, 1),
)  # each with the number of children it makes
