"""Invented authorities to be counted twice, with children on whom counts fail added to those of the sample."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.acts import Act, AllocateIro, OverrideDeadline
from iro_desktop.domain.records import CarerFacts, ChildFacts
from iro_desktop.measures.model import Counted, CountedCarer, Service
from iro_desktop.rules.calendar import england
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.figures import counted_of, service_of
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.importing import run_import
from iro_desktop.services.sample import Sample, generate, write
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store
from tests.conftest import TODAY
from tests.measures.odd import odd_carers, odd_children
from tests.measures.plainly.told import Town

NOBODYS = 12  # every so manieth child of a sample is allocated to nobody


@dataclass
class Authority:
    """One authority, as the measures see it and as the plain count does."""

    children: list[Counted]
    service: Service
    town: Town
    now: Snapshot


def authority(store: Store, folder: Path, seed: int, *, children: int, odd_ones: int, short: bool = False) -> Authority:
    """The same for the same seed; where it is ``short``, its files hold no review from before April 2025."""
    sample, actor = generate(children, 5, seed, TODAY, iros=3), Actor("sample", "window", TODAY)
    write(sample, folder)
    reviews = folder / "903" / "reviews.csv"
    lines = reviews.read_text(encoding="utf-8").splitlines()
    if short:
        reviews.write_text("\n".join([lines[0], *filter(_is_late, lines[1:])]), encoding="utf-8")
    run_import(store, read_903(folder / "903", TODAY), actor, england())
    apply_acts(store, _acts(sample, short=short), actor, england())
    now = Snapshot.of(store, TODAY, england())
    odd, households = odd_children(seed, now.iros, odd_ones), odd_carers(seed, now.iros)
    service = service_of(now)
    carers = [CountedCarer(one, carer_deadlines(one, england(), TODAY)) for one in households]
    service = replace(service, carers=(*service.carers, *carers))
    names = {one.id: one.name for one in now.iros}
    counted = counted_of(now)
    counted += [Counted(one, deadlines_of(one, england(), TODAY), names, service) for one in odd]
    return Authority(counted, service, _town(now, odd, households), now)


def _acts(sample: Sample, *, short: bool) -> list[Act]:
    """A date by hand is set for a deadline whose rule goes by the number, which a short history does not know."""
    nobodys = {one.council_id for one in sample.children[::NOBODYS]}
    return [
        one
        for one in sample.acts
        if not (short and isinstance(one, OverrideDeadline))
        and not (isinstance(one, AllocateIro) and one.child in nobodys)
    ]


def _is_late(line: str) -> bool:
    day, month, year = line.split(",")[2].split("/")
    return (year, month, day) >= ("2025", "04", "01")


def _town(now: Snapshot, odd: Sequence[ChildFacts], households: Sequence[CarerFacts]) -> Town:
    facts = [one.facts for one in now.children.values()]
    carers = [one.facts for one in now.carers.values()]
    return Town([*facts, *odd], [*carers, *households], now.iros, now.lists, TODAY)


def spans() -> list[tuple[date, date]]:
    """The year that runs to a day after today, the year before, and all there is."""
    return [(date(2026, 4, 1), date(2027, 3, 31)), (date(2025, 4, 1), date(2026, 3, 31)), (date(2018, 4, 1), TODAY)]
