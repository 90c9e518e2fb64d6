"""What the facts as at a past day cost beside reading the tables as they stand.

Run as ``python -m tests.bench.past [CHILDREN]``: 2,000 invented children. The history is gone through once, whatever
the day. The ratios are of the best of several rounds within one run, in processor time. Aim: twice the tables at most.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.demo import fill
from iro_desktop.services.sample import generate
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.queries import FactReader
from iro_desktop.store.store import Places, Store, create
from tests.bench.rules import best_seconds

TODAY = date(2026, 11, 23)
CHILDREN, SEED, ROUNDS, AIM = 2000, 4, 5, 2.0


def made(folder: Path, children: int) -> Store:
    """An authority in a store."""
    store = create(Places(folder), bytes(32), is_sample=True)
    fill(store, generate(children, 1, SEED, TODAY), folder, Actor("bench", SAMPLE, TODAY))
    return store


def read(reader: FactReader) -> None:
    """All facts of everybody."""
    reader.facts()
    reader.carers()


def measured(store: Store) -> list[tuple[str, float, float]]:
    """What it is, what it costs now, what it costs as at a day."""

    def now() -> None:
        with store.reading() as reader:
            read(reader)

    def past() -> None:
        read(store.as_at(TODAY))

    pairs: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("facts", now, past),
        (
            "facts and deadlines",
            lambda: Snapshot.of(store, TODAY, england()),
            lambda: Snapshot.as_at(store, TODAY, england()),
        ),
    )
    return [(name, best_seconds(one, ROUNDS), best_seconds(other, ROUNDS)) for name, one, other in pairs]


def main() -> int:
    """Print each ratio; 1 where one is past its aim."""
    children = int(sys.argv[1]) if len(sys.argv) > 1 else CHILDREN
    with tempfile.TemporaryDirectory() as folder, made(Path(folder), children) as store:
        found = measured(store)
    for name, now, past in found:
        print(f"{name}: now {now:.3f} s, as at a day {past:.3f} s, {past / now:.2f} times")
    return int(any(past > AIM * now for _, now, past in found))


if __name__ == "__main__":
    raise SystemExit(main())
