"""Small numbers in a whole set of tables: hidden so that none of them follows from all that is shown together.

Every number of the set is a cell, and what is known of how they add up is a sum: parts make a whole, those in time and
those late make those counted, the alerts of each kind make those of all. Cells that tell of few are hidden first. Then
the sums are solved as a reader with all the tables could solve them; while something hidden follows, or is left so
little room that it can be nothing but small, what costs least of the numbers it follows from is hidden as well.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

from iro_desktop.measures.linear import Bounds, Row, narrowed, reduced
from iro_desktop.measures.suppress import THRESHOLD, is_small


@dataclass(frozen=True, slots=True)
class Cell:
    """One number that is published, or that can be reckoned from what is."""

    key: Hashable
    count: int
    piece: Hashable  # what is hidden together: a share with its numbers; ``None``: printed nowhere
    cost: int = 1  # of hiding its piece: how much a reader would miss it
    is_guarded: bool = True  # nobody may find it out while it is hidden; False: only that it stands in sums
    least: int = 1  # what a reader knows of one that is hidden: noughts of a count are never hidden


@dataclass(frozen=True, slots=True)
class Sum:
    """Two groups of cells that come to the same, by what they are. A key that no cell has is nought."""

    whole: tuple[Hashable, ...]
    parts: tuple[Hashable, ...]


def hidden_pieces(cells: Iterable[Cell], sums: Iterable[Sum], small: Collection[Hashable]) -> frozenset[Hashable]:
    """All pieces to hide. ``small``: those that tell of few by themselves.

    >>> cells = [Cell(name, count, name) for name, count in (("all", 60), ("a", 3), ("b", 40), ("c", 17))]
    >>> sorted(hidden_pieces(cells, [Sum(("all",), ("a", "b", "c"))], {"a"}))
    ['a', 'c']
    """
    return _System(tuple(cells), tuple(sums), small).settled()


class _System:
    """The cells as variables, those that are the same by what they are being one."""

    def __init__(self, cells: Sequence[Cell], sums: Sequence[Sum], small: Collection[Hashable]) -> None:
        self._hidden: set[Hashable] = {None, *small}
        places = {one.key: at for at, one in enumerate(cells)}
        rows = [_row(one, places) for one in sums]
        rows = [row for row in rows if row and sum(count * cells[at].count for at, count in row.items()) == 0]
        same = _same(rows, len(cells))
        self._cells: dict[int, list[Cell]] = {}
        self._pieces: dict[Hashable, list[int]] = {}
        for at, one in enumerate(cells):
            self._cells.setdefault(same[at], []).append(one)
            self._pieces.setdefault(one.piece, []).append(same[at])
        merged = (_merged(row, same) for row in rows)
        self._rows = list({tuple(sorted(row.items())): row for row in merged if row}.values())
        self._count = {at: found[0].count for at, found in self._cells.items()}

    def settled(self) -> frozenset[Hashable]:
        """Hide until nothing hidden follows."""
        self._close()
        while self._hide_more():
            self._close()
        return frozenset(self._hidden - {None})

    def _hide_more(self) -> bool:
        guarded, known = self._guarded(), {at: count for at, count in self._count.items() if self._is_known(at)}
        unknown = frozenset(self._count.keys() - known.keys())
        asked = [row for row in self._rows if any(at in unknown for at in row)]
        solved = reduced(asked, unknown)
        told = [row for row in solved if len(row.keys() & unknown) == 1 and row.keys() & guarded]
        if told:
            return self._break(told, known)
        least = {at: min(one.least for one in self._cells[at]) for at in unknown}
        bounds, said = narrowed([*asked, *solved], known, least)
        tight = [at for at in guarded if at in bounds and self._is_tight(at, bounds[at])]
        return self._break([self._whence(at, said, known) for at in sorted(tight)], known)

    def _break(self, rows: Sequence[Row], known: dict[int, int]) -> bool:
        """Of each equation that tells too much hide what costs least; one that is broken already needs no more."""
        done: set[int] = set()
        for row in sorted(rows, key=len):
            can = [at for at in row if at in known]
            can = [at for at in can if known[at]] or can
            if can and done.isdisjoint(row):
                best = min(can, key=lambda at: (self._cost(at), known[at], at))
                self._hidden.update(self._shown(best))
                done.add(best)
        return bool(done)

    def _whence(self, at: int, said: dict[int, Row], known: dict[int, int]) -> Row:
        """The numbers shown from which the room of a hidden one was reckoned, through others where need be."""
        seen, found, waiting = {at}, dict[int, int](), [at]
        while waiting and not found:
            row = said.get(waiting.pop(0), {})
            found |= {one: 1 for one in row if known.get(one)}
            waiting += [one for one in row if one not in known and one not in seen]
            seen.update(row)
        return found

    def _is_tight(self, at: int, bounds: Bounds) -> bool:
        least, most = bounds
        return most is not None and (least == most or (is_small(self._count[at]) and most < THRESHOLD))

    def _close(self) -> None:
        """A number that stands in several places is hidden in all of them."""
        waiting = list(self._hidden)
        while waiting:
            for at in set(self._pieces.get(waiting.pop(), ())):
                if self._is_guarded(at):
                    new = self._shown(at)
                    self._hidden.update(new)
                    waiting += new

    def _guarded(self) -> set[int]:
        return {at for piece in self._hidden for at in self._pieces.get(piece, ()) if self._is_guarded(at)}

    def _is_guarded(self, at: int) -> bool:
        return self._count[at] > 0 and any(one.is_guarded and one.piece in self._hidden for one in self._cells[at])

    def _is_known(self, at: int) -> bool:
        return any(one.piece not in self._hidden for one in self._cells[at])

    def _shown(self, at: int) -> set[Hashable]:
        return {one.piece for one in self._cells[at]} - self._hidden

    def _cost(self, at: int) -> int:
        return sum({one.piece: one.cost for one in self._cells[at] if one.piece not in self._hidden}.values())


def _row(one: Sum, places: dict[Hashable, int]) -> Row:
    found: Row = {}
    for sign, keys in ((1, one.whole), (-1, one.parts)):
        for key in keys:
            if key in places:
                found[places[key]] = found.get(places[key], 0) + sign
    return {at: count for at, count in found.items() if count}


def _same(rows: Iterable[Row], many: int) -> list[int]:
    """For each cell the first of those that are the same number by what they are."""
    first = list(range(many))

    def root(at: int) -> int:
        while first[at] != at:
            at = first[at]
        return at

    for row in rows:
        if len(row) == 2 and sum(row.values()) == 0:
            one, other = sorted(map(root, row))
            first[other] = one
    return [root(at) for at in range(many)]


def _merged(row: Row, same: Sequence[int]) -> Row:
    found: Row = {}
    for at, count in row.items():
        found[same[at]] = found.get(same[at], 0) + count
    return {at: count for at, count in found.items() if count}
