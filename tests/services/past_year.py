"""A simulated year: acts day by day, recorded late, corrected, undone, merged; what was known on a day is kept then.

Afterwards the history alone has to give back every one of those days: facts, deadlines, caseload, figures.
"""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from random import Random

from iro_desktop.domain.acts import MergeChild
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.model import Span
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.caseload import caseload_view
from iro_desktop.services.figures import figures
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.codec import to_json
from iro_desktop.store.store import Store
from tests.services.lives import CHILDREN, a_small_caseload, acts_done
from tests.services.office import Office

BEGINS, DAYS = date(2025, 12, 1), 365


@dataclass(frozen=True)
class Known:
    """All that was known on a day, without the versions of rows, which are no facts."""

    facts: tuple[str, ...]
    deadlines: tuple[object, ...]
    caseload: object
    figures: tuple[object, ...]


def known(snapshot: Snapshot) -> Known:
    """What a snapshot says, whether of today or of a past day."""
    records: list[object] = [*snapshot.iros, *snapshot.settings, *snapshot.bank_holidays, *snapshot.leave]
    records += [*snapshot.groups, *snapshot.memberships, *snapshot.lists, *snapshot.standards, *snapshot.reports]
    for carer in snapshot.carers.values():
        records += [carer.facts.carer, *carer.facts.reviews]
    deadlines: list[object] = [carer.deadlines for carer in snapshot.carers.values()]
    for child in snapshot.children.values():
        records += [child.facts.child]
        for name in child.facts.__slots__:
            shelf = getattr(child.facts, name)
            records += shelf if isinstance(shelf, tuple) else []
        deadlines.append((child.deadlines, child.iro, child.is_looked_after))
    span = Span(snapshot.today - timedelta(300), snapshot.today, snapshot.today)
    told = [
        (one.definition.id, one.numerator, one.denominator, one.value, one.left_out, one.beside)
        for one in figures(snapshot, span)
    ]
    return Known(
        tuple(to_json(one) for one in records),  # type: ignore[arg-type]
        tuple(deadlines),
        (caseload_view(snapshot, None), snapshot.siblings, snapshot.merged),
        tuple(told),
    )


def live_a_year(store: Store, seed: int, dates: int, days: int = DAYS) -> dict[date, Known]:
    """Live through it, or its first days; at the end of that many of them, what was known then."""
    rng, kept = Random(seed), {}
    chosen = set(rng.sample(range(30, days), dates))
    office = Office(store, BEGINS)
    a_small_caseload(office)
    for number in range(1, days):
        office.actor = Actor("tester", "window", BEGINS + timedelta(number))
        _a_day(office, rng)
        if number in chosen:
            kept[office.actor.today] = known(Snapshot.of(store, office.actor.today, england()))
    return kept


def _a_day(office: Office, rng: Random) -> None:
    """Nothing on many days; otherwise a few acts, now and then an undo, a redo or a merge."""
    if rng.random() < 0.4:
        return
    list(acts_done(office, rng, rng.randint(1, 3), attempts=8))
    chance = rng.random()
    try:
        if chance < 0.2:
            office.undo()
        if chance < 0.08:
            office.redo()
        if 0.2 < chance < 0.23:
            goes, stays = rng.sample(CHILDREN, 2)
            office.do(MergeChild(child=goes, into=stays))
    except UserError:
        return


def differing(store: Store, kept: dict[date, Known]) -> list[tuple[date, str]]:
    """The days, and what of each, that the history gives back otherwise than it was known."""
    found = []
    for day, then in kept.items():
        past = known(Snapshot.as_at(store, day, england()))
        found += [(day, one.name) for one in fields(Known) if getattr(past, one.name) != getattr(then, one.name)]
    return found
