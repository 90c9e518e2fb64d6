"""Counts of one publication with small numbers hidden: all its tables at once, so that none gives another away.

Every number that a report or a card prints goes through one ``Sheet``: first all are told to it, with how they hang
together, then each is asked for as it may be printed.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from iro_desktop.domain.documents import Look, Paragraph
from iro_desktop.measures.linked import Sum
from iro_desktop.measures.suppress import HIDDEN, THRESHOLD
from iro_desktop.measures.tables import TOTAL, Table, TableShown, suppressed


class Sheet:
    """The counts of one publication. ``hides``: whether small numbers are hidden."""

    def __init__(self, *, hides: bool) -> None:
        """Nothing is told to it yet."""
        self.hides = hides
        self._tables: list[Table] = []
        self._sums: list[Sum] = []
        self._shown: dict[str, TableShown] | None = None

    def add(self, name: str, parts: Mapping[str, int], whole: int | None = None) -> str:
        """One table, by a name of its own; with a ``whole`` where its parts make one. Returns the name."""
        self._tables.append(Table(name, dict(parts), whole))
        return name

    def same(self, whole: Sequence[Hashable], parts: Sequence[Hashable]) -> None:
        """What else comes to the same: numbers by ``(table, part)``; the total of a table by ``total(table)``."""
        self._sums.append(Sum(tuple(whole), tuple(parts)))

    def number(self, name: str, part: str) -> str:
        """One number as it may be printed; a part that is none prints 0."""
        return self._table(name).parts.get(part, "0")

    def whole(self, name: str) -> str:
        """The total of a table as it may be printed."""
        return self._table(name).whole or "0"

    def is_hidden(self, name: str, part: str) -> bool:
        """Whether a number may not be shown."""
        return self.number(name, part) == HIDDEN

    def _table(self, name: str) -> TableShown:
        if self._shown is None:
            tables = suppressed(self._tables, self._sums) if self.hides else [_plain(one) for one in self._tables]
            self._shown = {one.name: one for one in tables}
        return self._shown[name]


def hidden_words(sheet: Sheet) -> Iterator[Paragraph]:
    """What a hidden number looks like, where small numbers are hidden."""
    if sheet.hides:
        yield Paragraph(
            f"“{HIDDEN}” stands for a number that is not shown: one from 1 to {THRESHOLD - 1}, or one from which such "
            "a number could be reckoned.",
            Look.SOFT,
        )


def total(name: str) -> tuple[str, None]:
    """The total of a table, as sums name it."""
    return name, TOTAL


def value_of(printed: str) -> float | None:
    """A printed number for a chart; ``None`` where it is hidden.

    >>> value_of("1,233"), value_of("c")
    (1233.0, None)
    """
    return None if printed == HIDDEN else float(printed.replace(",", ""))


def _plain(one: Table) -> TableShown:
    parts = {words: f"{count:,}" for words, count in one.parts.items()}
    return TableShown(one.name, parts, None if one.whole is None else f"{one.whole:,}")
