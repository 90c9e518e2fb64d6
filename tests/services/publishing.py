"""Small authorities cut at random out of a larger one, and everything that is published of each.

The service is one that compares its IROs, so that there are more tables to reckon from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Definition, Unit
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.services.performance import figures_told, parts, trend
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot
from tests.services.attacker import Name, Published

TIMES = (By.MONTH, By.QUARTER)


@dataclass
class Small:
    """A small authority with the time that is published."""

    snapshot: Snapshot
    wish: FigureWish


def small_authorities(whole: Snapshot, seeds: range) -> Iterator[Small]:
    """Some of the children, at random, and some of the time: the same for the same seed."""
    for seed in seeds:
        rng = Random(seed)
        many = rng.randint(8, min(150, len(whole.children)))
        chosen = sorted(rng.sample(sorted(whole.children), many))
        snapshot = replace(whole, children={one: whole.children[one] for one in chosen})
        first = date(2026, rng.randint(1, 8), 1) if seed % 4 else date(2025, 11, 23) + timedelta(rng.randint(0, 200))
        yield Small(snapshot, FigureWish(first, date(2027, 3, 31)))


def published(small: Small, kept: KeptFigures, *, hides_small: bool) -> Published:
    """Every measure, whole and by everything that it can be told apart by, and the page of each IRO."""
    found, wish = Published(), replace(small.wish, hides_small=hides_small)
    for figure, _ in figures_told(small.snapshot, kept, wish):
        found.read(figure)
    for definition in DEFINITIONS:
        _read_apart(found, small.snapshot, definition, wish)
    for iro in small.snapshot.iros:
        for figure, _ in figures_told(small.snapshot, kept, replace(wish, iro=iro.name)):
            if figure.unit in (Unit.PERCENT, Unit.COUNT):
                found.read(figure, By.IRO.value, iro.name)
    return found


def _read_apart(found: Published, snapshot: Snapshot, definition: Definition, wish: FigureWish) -> None:
    for by in definition.by:
        for part in parts(snapshot, definition.id, wish, by).parts:
            found.read(part.figure, by.value, part.words)
    for by in TIMES:
        for point in trend(snapshot, definition.id, wish, by):
            found.read(point.figure, by.value, point.label)


def truth_of(small: Small, kept: KeptFigures) -> dict[Name, int]:
    """The same numbers with nothing hidden."""
    return published(small, kept, hides_small=False).known
