"""Tables with totals both ways, against every other way in which their hidden numbers could have come about."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from iro_desktop.measures.linked import Cell, Sum, hidden_pieces

_PLACES = ("NW", "NE", "SW", "SE")
_TOTALS = {"N": ("NW", "NE"), "S": ("SW", "SE"), "W": ("NW", "SW"), "E": ("NE", "SE"), "all": _PLACES}
_SUMS = [
    *(Sum((name,), parts) for name, parts in _TOTALS.items()),
    Sum(("all",), ("N", "S")),
    Sum(("all",), ("W", "E")),
]


@pytest.mark.parametrize("seed", range(40))
def test_each_hidden_number_could_be_another_and_a_small_one_could_be_large(seed: int) -> None:
    rng = Random(seed)
    counts = _with_totals([rng.choice((0, 1, 2, 3, 4, 5, 7, 9)) for _ in _PLACES])
    cells = [Cell(name, count, name, 50 if name in _TOTALS else 1) for name, count in counts.items()]
    hidden = hidden_pieces(cells, _SUMS, {name for name, count in counts.items() if 0 < count < 5})
    assert {name for name, count in counts.items() if 0 < count < 5} <= hidden
    if "all" in hidden:
        return  # with the whole hidden there is no end to the ways
    could: dict[str, set[int]] = {str(name): set() for name in hidden}
    for way in _ways(counts["all"]):
        if all(way[name] > 0 if name in hidden else way[name] == counts[name] for name in counts):
            for name, found in could.items():
                found.add(way[name])
    for name, found in could.items():
        assert len(found) > 1, (counts, name)
        assert max(found) >= 5, (counts, name)


def _with_totals(parts: list[int]) -> dict[str, int]:
    counts = dict(zip(_PLACES, parts, strict=True))
    return counts | {name: sum(counts[one] for one in of) for name, of in _TOTALS.items()}


def _ways(total: int) -> Iterator[dict[str, int]]:
    for first in product(range(total + 1), repeat=3):
        if sum(first) <= total:
            yield _with_totals([*first, total - sum(first)])
