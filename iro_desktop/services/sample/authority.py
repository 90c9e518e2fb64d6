"""Putting an invented authority together: the same one for the same wishes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from random import Random

from iro_desktop.domain.acts import Act, AddPerson, RecordReviewHeld
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.advice import advice
from iro_desktop.services.sample.alerts import alerts, around_of
from iro_desktop.services.sample.around import around
from iro_desktop.services.sample.between import between
from iro_desktop.services.sample.bookings import booked_days, bookings
from iro_desktop.services.sample.carers import fostering_iro
from iro_desktop.services.sample.cast import Household, Member, cast
from iro_desktop.services.sample.ceased import ceased, left_at_eighteen
from iro_desktop.services.sample.circle import circle, reachable
from iro_desktop.services.sample.kept import frozen, published
from iro_desktop.services.sample.letters import letters
from iro_desktop.services.sample.lives import CareKind, Life
from iro_desktop.services.sample.model import Sample
from iro_desktop.services.sample.names import iro_names
from iro_desktop.services.sample.plan import caseloads
from iro_desktop.services.sample.praise import praise
from iro_desktop.services.sample.recorded import Recorded, recorded
from iro_desktop.services.sample.report import report
from iro_desktop.services.sample.service import service
from iro_desktop.services.sample.tasks import tasks_done
from iro_desktop.services.sample.team import add_iros, allocations, changes, sibling_groups
from iro_desktop.services.sample.told import Told, completions, told, without_told
from iro_desktop.services.sample.voices import voices
from iro_desktop.services.sample.world import World, world_of

_DEMO_CHILDREN = 60
_DEMO_CEASED = 2
_DEMO_LEAVERS = ((60, 330), (60, 330), (480, 900))  # days since they turned eighteen, at the least and at the most
_DEMO_SEED = 2026
_OTHER_IRO = 0.05


def generate(children: int, years: int, seed: int, today: date, *, iros: int | None = None) -> Sample:
    """An authority with exactly so many children looked after today, and those who ceased in the last ``years``.

    ``iros``: how many review them; ``None``: one for each 65 children.
    """
    left = round(children * years * shares.CEASED_A_YEAR)
    team = iros or max(1, round(children / shares.CHILDREN_PER_IRO))
    return _authority(Random(seed), children, left, max(years, 1), today, team)  # noqa: S311 invents, guards nothing


def demo(today: date) -> Sample:
    """The caseload of one IRO: sixty children looked after today, two who have just left, three care leavers."""
    found = _authority(Random(_DEMO_SEED), _DEMO_CHILDREN, _DEMO_CEASED, 1, today, 1, _DEMO_LEAVERS)  # noqa: S311 as above
    return replace(found, acts=(*found.acts, *frozen(today)))


def _authority(
    rng: Random, children: int, left: int, years: int, today: date, team: int, leavers: Sequence[tuple[int, int]] = ()
) -> Sample:
    world = world_of(rng, today)
    names = iro_names(team)
    households: list[Household] = []
    for name, caseload in zip(names, caseloads(rng, children, team), strict=True):
        households += [_reviewed(rng, unit.make(rng, world, slot), name, names) for unit, slot in caseload]
    households += [((rng.choice(names), ceased(rng, world, years)),) for _ in range(left)]
    households += [((rng.choice(names), left_at_eighteen(rng, world, days)),) for days in leavers]
    cast_households = cast(rng, households, today)
    members = sorted(chain.from_iterable(cast_households), key=lambda member: member.child.council_id)
    by_hand = told(rng, members, world)
    here = recorded(members, frozenset(one.child for one in by_hand), world)
    acts = tuple(_acts(rng, cast_households, members, by_hand, here, names, world))
    days = {one.child: frozenset({one.held_on}) for one in by_hand} | {one.child: one.days for one in here}
    return Sample(today, tuple(member.child for member in without_told(members, days)), acts)


def _reviewed(rng: Random, lives: tuple[Life, ...], iro: str, names: Sequence[str]) -> Household:
    """Brothers and sisters share an IRO, but for a few: there may be a conflict between them."""
    return tuple(
        (rng.choice(names) if index and rng.random() < _OTHER_IRO else iro, life) for index, life in enumerate(lives)
    )


def _acts(
    rng: Random,
    households: Sequence[Sequence[Member]],
    members: Sequence[Member],
    by_hand: Sequence[Told],
    here: Sequence[Recorded],
    names: Sequence[str],
    world: World,
) -> Iterator[Act]:
    yield from add_iros(rng, names)
    yield from changes(members, world)
    allocated = tuple(allocations(rng, members, names, world))
    yield from allocated
    yield from sibling_groups(households)
    yield from _reviews_outside_the_return(members)
    yield from chain.from_iterable(one.acts for one in by_hand)
    yield from chain.from_iterable(one.acts for one in here)
    booked = tuple(bookings(rng, members, world))
    yield from booked
    done = tuple(tasks_done(rng, members, completions(by_hand), world))
    yield from done
    told_more = frozenset(one.child for one in by_hand)
    yield from around(rng, members, names, booked_days(booked), told_more, world)
    circled = tuple(circle(rng, members, world))
    people = [one for one in circled if isinstance(one, AddPerson)]
    yield from circled
    yield from voices(rng, members, reachable(circled), booked_days(booked), world)
    recommended = tuple(advice(rng, members, completions(by_hand), people, world))
    yield from recommended
    lot = Random(rng.getrandbits(32))  # noqa: S311 a lot of its own: what follows is drawn as if there were no alerts
    known = around_of(lot, (*circled, *done, *recommended), told_more)
    yield from alerts(lot, members, known, world)
    yield from praise(lot, members, known, world)
    yield from between(rng, members, names, world)
    yield from service(rng, names, allocated, world)
    yield from fostering_iro(sum(member.life.is_open for member in members), names)
    yield from letters(rng, members, names, (*done, *recommended), world)
    yield from published(world)
    yield from report(world)


def _reviews_outside_the_return(members: Sequence[Member]) -> Iterator[RecordReviewHeld]:
    """Short breaks are reviewed, but rule 399 keeps their reviews out of the return; all were held in time."""
    for member in members:
        if member.life.kind is CareKind.SHORT_BREAKS:
            for held_on, participation in member.participations:
                yield RecordReviewHeld(child=member.child.council_id, held_on=held_on, participation=participation)
