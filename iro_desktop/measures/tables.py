"""Tables of counts with small numbers hidden, for whatever is published together: a report, a card, a summary.

Give every table of the publication at once, and what is known of how they hang together; each comes back with what may
be shown of it. Two tables of the same children tell more than each alone.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.measures.linked import Cell, Sum, hidden_pieces
from iro_desktop.measures.suppress import HIDDEN, is_small

TOTAL = None  # the words of a whole, beside those of its parts
_COST_OF_TOTAL = 100


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of parts that make a whole. A number is named by its table and part: ``("by team", "North")``."""

    name: str
    parts: Mapping[str, int]
    whole: int | None = None  # shown beside the parts; ``None``: no total is shown, or the parts do not make one


@dataclass(frozen=True, slots=True)
class TableShown:
    """The same, each number as it may be printed."""

    name: str
    parts: Mapping[str, str]
    whole: str | None


def suppressed(tables: Sequence[Table], sums: Iterable[Sum] = ()) -> tuple[TableShown, ...]:
    """The tables with small numbers hidden, and what they would follow from. A nought is shown: it tells of nobody.

    ``sums``: what else comes to the same, by the names of the numbers; the total of a table is ``(name, TOTAL)``.

    >>> suppressed([Table("by team", {"North": 3, "South": 40, "East": 12}, 55)])[0].parts
    {'North': 'c', 'South': '40', 'East': 'c'}
    >>> both = [Table("raised", {"alerts": 20, "praise": 3}, 23), Table("by agency", {"health": 3, "school": 17}, 20)]
    >>> [one.parts for one in suppressed(both, [Sum((("raised", "alerts"),), (("by agency", TOTAL),))])]
    [{'alerts': '20', 'praise': 'c'}, {'health': 'c', 'school': 'c'}]
    """
    cells = [cell for one in tables for cell in _cells(one)]
    within = [
        Sum(((one.name, TOTAL),), tuple((one.name, words) for words in one.parts))
        for one in tables
        if one.whole is not None
    ]
    hidden = hidden_pieces(cells, [*within, *sums], {one.piece for one in cells if is_small(one.count)})
    return tuple(_shown(one, hidden) for one in tables)


def _cells(one: Table) -> Iterable[Cell]:
    for words, count in one.parts.items():
        yield Cell((one.name, words), count, (one.name, words))
    if one.whole is not None:
        yield Cell((one.name, TOTAL), one.whole, (one.name, TOTAL), _COST_OF_TOTAL)


def _shown(one: Table, hidden: frozenset[Hashable]) -> TableShown:
    parts = {words: HIDDEN if (one.name, words) in hidden else f"{count:,}" for words, count in one.parts.items()}
    whole = None if one.whole is None else HIDDEN if (one.name, TOTAL) in hidden else f"{one.whole:,}"
    return TableShown(one.name, parts, whole)
