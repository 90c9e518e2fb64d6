"""A life on trial: person, start and reviews are drawn first and kept only if they are what was wanted.

Episodes are added when the draft is kept: they are dear to draw, and nothing wanted depends on them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.services.sample import shares
from iro_desktop.services.sample.cycle import Cycle
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.episodes import Ending, episodes
from iro_desktop.services.sample.legal import LegalPath, legal_path
from iro_desktop.services.sample.lives import CareKind, Life, Name, Person, Stay
from iro_desktop.services.sample.pick import first_that, weighted
from iro_desktop.services.sample.placements import placed_for_adoption, placements
from iro_desktop.services.sample.slots import Slot, is_quiet
from iro_desktop.services.sample.world import World

_QUIET_TRIES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One stay as drawn."""

    person: Person
    kind: CareKind
    started_on: date
    cycle: Cycle
    ending: Ending | None = None  # None: looked after today
    placed_on: date | None = None  # for adoption
    by_carer: bool = False  # adopted by the foster carer
    moves: Sequence[date] | None = None  # days of placement moves; None: as chance has it
    earlier: tuple[Stay, ...] = ()
    path: LegalPath | None = None  # shared by brothers and sisters; None: as chance has it


def kept(rng: Random, world: World, draft: Draft, *, slot: Slot | None = None, name: Name | None = None) -> Life:
    """The life of which the draft is the newest stay."""
    cycle = slot.shape(draft.cycle) if slot else draft.cycle
    stay = stay_of(rng, world, draft, cycle)
    return Life(draft.person, draft.kind, (*draft.earlier, stay), slot, name)


def stay_of(rng: Random, world: World, draft: Draft, cycle: Cycle) -> Stay:
    """The drafted stay with episodes."""
    until = draft.ending[0] if draft.ending else world.today
    path = draft.path or legal_path(rng, draft.kind, draft.started_on, until, draft.placed_on)
    days = list(draft.moves) if draft.moves is not None else None
    moves = placements(rng, draft.kind, draft.person.born_on, draft.started_on, until, moves=days)
    if draft.placed_on is not None:
        moves = placed_for_adoption(rng, moves, draft.placed_on, by_carer=draft.by_carer)
    need = {CareKind.UASC: "N8", CareKind.SHORT_BREAKS: "N2"}.get(draft.kind) or weighted(rng, shares.NEED)
    ended_on = draft.ending[0] if draft.ending else None
    return Stay(draft.started_on, ended_on, episodes(path, moves, need, draft.ending), cycle)


def quiet(world: World, make: Callable[[], Draft], also: Callable[[Draft], bool] = lambda _: True) -> Draft:
    """A draft with nothing on today's list; if that cannot be, whatever was wanted besides, and else anything."""
    found = first_that(lambda draft: is_quiet(world, draft.cycle) and also(draft), make, _QUIET_TRIES)
    return found or first_that(also, make, _QUIET_TRIES) or make()


def yielding(world: World, slot: Slot, make: Callable[[], Draft]) -> Draft | None:
    """A draft that yields the slot's line of today's list, or ``None`` on a day on which there is none."""
    return first_that(lambda draft: slot.fits(world, draft.cycle), make)


def day_in_care_since(rng: Random, world: World, person: Person, spans: Mapping[tuple[int, int], float]) -> date:
    """A start of care so long ago as the spans of days have it, and not before birth; seldom on a weekend."""
    alive = (world.today - person.born_on).days - 1
    possible = {(low, min(high, alive)): share for (low, high), share in spans.items() if low <= alive}
    low, high = weighted(rng, possible)
    started_on = add_days(world.today, -rng.randint(low, high))
    weekend = started_on.weekday() - 4
    friday = add_days(started_on, -weekend)
    return friday if weekend > 0 and friday > person.born_on and rng.random() < 0.7 else started_on
