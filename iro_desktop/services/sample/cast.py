"""From drawn lives to children of the return: ids, unique pupil numbers, participation codes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.domain.records import Episode, Review
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.lives import CareKind, Life, Name
from iro_desktop.services.sample.model import SampleChild
from iro_desktop.services.sample.names import full_name, new_surname
from iro_desktop.services.sample.pick import weighted

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S
_NO_AUTHORITY = 999  # a local authority number that none has
_SCHOOL_AGE = 4


Coded = tuple[tuple[date, Participation], ...]  # days of reviews, oldest first


@dataclass(frozen=True, slots=True)
class Member:
    """A life with all that it is known by."""

    life: Life
    child: SampleChild
    name: Name
    iro: str
    participations: Coded  # every review, also those that are not in the return


Household = tuple[tuple[str, Life], ...]  # brothers and sisters or one child, each with the IRO's name


def cast(rng: Random, households: Sequence[Household], today: date) -> list[tuple[Member, ...]]:
    """Name and number everyone, household by household; ids rise with the day a child first came into care."""
    lives = [life for household in households for _, life in household]
    ids = _ids(lives)
    taken = {(life.name.given, life.name.family) for life in lives if life.name}
    borne: set[str] = set()
    found: list[tuple[Member, ...]] = []
    for household in households:
        family = new_surname(rng, borne)
        names = [life.name or full_name(rng, life.person.sex, family, taken) for _, life in household]
        found.append(
            tuple(
                _member(rng, life, ids[id(life)], name, iro, today)
                for name, (iro, life) in zip(names, household, strict=True)
            )
        )
    return found


def _ids(lives: Sequence[Life]) -> dict[int, int]:
    ordered = sorted(lives, key=lambda life: life.stays[0].started_on)
    return {id(life): number for number, life in enumerate(ordered, 1)}


def _member(rng: Random, life: Life, number: int, name: Name, iro: str, today: date) -> Member:
    council_id = f"SMP{number:05d}"
    held = [day for stay in life.stays for day in stay.cycle.held]
    coded = tuple((day, _participation(rng, age_on(life.person.born_on, day))) for day in held)
    in_return = () if life.kind is CareKind.SHORT_BREAKS else coded
    child = SampleChild(
        council_id,
        life.person.born_on,
        life.person.sex,
        life.person.ethnicity,
        _upn(number, age_on(life.person.born_on, today)),
        tuple(_episodes(life, council_id)),
        _reviews(council_id, in_return),
        birthday(life.person.born_on, 18) if life.kind is CareKind.UASC else None,
    )
    return Member(life, child, name, iro, coded)


def _reviews(council_id: str, coded: Coded) -> tuple[Review, ...]:
    return tuple(
        Review(id=f"{council_id}-R{n}", child_id=council_id, held_on=day, participation=code)
        for n, (day, code) in enumerate(coded, 1)
    )


def _episodes(life: Life, council_id: str) -> list[Episode]:
    found = [episode for stay in life.stays for episode in stay.episodes]
    return [replace(one, id=f"{council_id}-E{n}", child_id=council_id) for n, one in enumerate(found, 1)]


def _participation(rng: Random, age: int) -> Participation:
    if age < 4:
        return Participation.PN0
    table = next(table for highest, table in shares.PARTICIPATION.items() if age <= highest)
    return Participation(weighted(rng, table))


def _upn(number: int, age: int) -> str:
    """A unique pupil number with its check letter; UN1 below school age (SSDA903 rules 168 and 209).

    The letter: digits weighted 2, 3, 4 … from the left, summed, modulo 23 (DfE, "Unique pupil numbers").
    """
    if age < _SCHOOL_AGE:
        return "UN1"
    digits = f"{_NO_AUTHORITY}{number:09d}"
    return _UPN_LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, 2)) % 23] + digits
