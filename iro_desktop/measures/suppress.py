"""Small numbers: counts below five in a table that leaves the service are not shown, nor what would give them away.

Secondary suppression: where a table shows its total and one part alone is hidden, the part is the total less the rest;
so the smallest other part is hidden too. The practice of the Department for Education's statistics, as commonly stated.
"""

from collections.abc import Sequence
from dataclasses import dataclass

THRESHOLD = 5  # counts from 1 to one less are small; nought tells of nobody
HIDDEN = "c"  # for confidential, as national tables print it


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of a table, shown or not."""

    count: int
    is_hidden: bool

    @property
    def shown(self) -> str:
        """The count, or the letter in its stead."""
        return HIDDEN if self.is_hidden else f"{self.count:,}"


def is_small(count: int) -> bool:
    """Whether a count alone could point to a person."""
    return 0 < count < THRESHOLD


def suppressed(counts: Sequence[int]) -> tuple[Cell, ...]:
    """The parts of a table, small ones hidden and what would give them away; ``hides_total`` says of the total.

    One alone is the total less the rest; so are several that are all one. Then the smallest other is hidden too.

    >>> [one.shown for one in suppressed([3, 40, 12])], [one.shown for one in suppressed([3, 2, 40])]
    (['c', '40', 'c'], ['c', 'c', '40'])
    >>> [one.shown for one in suppressed([1, 1, 40, 0, 50])]
    ['c', 'c', 'c', '0', '50']
    """
    small = [count for count in counts if is_small(count)]
    hidden = {at for at, count in enumerate(counts) if is_small(count)}
    rest = [(count, at) for at, count in enumerate(counts) if count and at not in hidden]
    if rest and small and len(small) in (1, sum(small)):
        hidden.add(min(rest)[1])
    return tuple(Cell(count, at in hidden) for at, count in enumerate(counts))


def hides_total(counts: Sequence[int]) -> bool:
    """Whether the total of a table would give away what is hidden in it: no part but noughts is shown beside it.

    >>> hides_total([3, 0]), hides_total([3, 12]), hides_total([3, 12, 40]), hides_total([0, 0])
    (True, True, False, False)
    """
    cells = suppressed(counts)
    return any(one.is_hidden for one in cells) and not any(one.count and not one.is_hidden for one in cells)


def hides_share(numerator: int, denominator: int) -> bool:
    """Whether a share tells of too few: those in it, those not in it, or all of them are a small number."""
    return any(is_small(one) for one in (numerator, denominator - numerator, denominator))


def hidden_parts(parts: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which parts of a whole that is shown are hidden: places of (numerator, denominator) pairs.

    A part that tells of too few is hidden, and then the smallest others, until at least two are and the hidden ones
    together, which the whole less the rest gives away, tell of too few no more.

    >>> sorted(hidden_parts([(3, 20), (40, 60), (9, 30)])), sorted(hidden_parts([(40, 60), (9, 30)]))
    ([0, 2], [])
    """
    hidden = {at for at, part in enumerate(parts) if hides_share(*part)}
    rest = sorted(
        (at for at, (_, whole) in enumerate(parts) if whole and at not in hidden), key=lambda at: (parts[at][1], at)
    )
    while hidden and rest and _gives_away([parts[at] for at in hidden]):
        hidden.add(rest.pop(0))
    return frozenset(hidden)


def _gives_away(parts: Sequence[tuple[int, int]]) -> bool:
    return len(parts) < 2 or hides_share(sum(met for met, _ in parts), sum(whole for _, whole in parts))
