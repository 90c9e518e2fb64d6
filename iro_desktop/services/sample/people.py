"""Who: ages, sex and ethnicity by the shares of the collection."""

from collections.abc import Mapping
from datetime import date
from random import Random

from iro_desktop.domain.vocabulary import Sex
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.days import add_days, add_months, any_day
from iro_desktop.services.sample.lives import Person
from iro_desktop.services.sample.pick import weighted

Ages = Mapping[tuple[int, int], float]  # from the first age, to below the second

_NEW_YEAR_BIRTHDAYS = 0.7  # of unaccompanied children: the day that is entered where none is known
_YOUNGEST_DAYS = 25
_TEN_MONTHS = 310
_MOST_APART = 3000


def born_aged(rng: Random, day: date, low: int, high: int) -> date:
    """A birth date of somebody who is from ``low`` to below ``high`` years old on that day."""
    first = add_days(add_months(day, -12 * high), 1)
    return any_day(rng, first, min(add_months(day, -12 * low), add_days(day, -_YOUNGEST_DAYS)))


def child_aged(rng: Random, day: date, ages: Ages = shares.AGES) -> Person:
    """A child as old on that day as the shares have it."""
    return _child(rng, born_aged(rng, day, *weighted(rng, ages)))


def unaccompanied_child(rng: Random, day: date) -> Person:
    """An unaccompanied asylum-seeking child; most are boys of sixteen and seventeen, born "on 1 January"."""
    low, high = weighted(rng, shares.UASC_AGES)
    born_on = born_aged(rng, day, low, high)
    new_year = date(born_on.year, 1, 1)
    if rng.random() < _NEW_YEAR_BIRTHDAYS and add_months(new_year, 12 * 18) > day:
        born_on = new_year
    sex = Sex.MALE if rng.random() < shares.UASC_MALE else Sex.FEMALE
    return Person(born_on, sex, weighted(rng, shares.UASC_ETHNICITY))


def brothers_and_sisters(rng: Random, elder: Person, day: date, count: int) -> list[Person]:
    """Younger ones, at least ten months apart, eldest first; the elder is old enough for all of them to be born."""
    latest = min(add_days(elder.born_on, _MOST_APART), add_days(day, -2 * _YOUNGEST_DAYS))
    room = max((latest - elder.born_on).days - _TEN_MONTHS * count, 0)
    extra = sorted(rng.randint(0, room) for _ in range(count))
    births = [add_days(elder.born_on, _TEN_MONTHS * number + days) for number, days in enumerate(extra, 1)]
    return [Person(born_on, _sex(rng), elder.ethnicity) for born_on in births]


def _child(rng: Random, born_on: date) -> Person:
    return Person(born_on, _sex(rng), weighted(rng, shares.ETHNICITY))


def _sex(rng: Random) -> Sex:
    return Sex.MALE if rng.random() < shares.MALE else Sex.FEMALE
