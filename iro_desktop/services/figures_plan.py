"""The plan of what is hidden, counted once for each snapshot and period; what every page of figures asks."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from iro_desktop.measures.compute import beside_of
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Counted, Definition, Figure, Row, Span, quarter_of
from iro_desktop.services.figures_hidden import (
    FIGURE,
    TIMES,
    WHOLE,
    Frame,
    Hidden,
    Tallies,
    Tally,
    hidden_of,
    tallied,
    tally_of,
)
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot

Cut = Callable[[Span, By], Sequence[Span]]
_NONE = Tally()
_Answer = TypeVar("_Answer")


class Asked(Protocol):
    """A wish over a snapshot, checked: ``performance.Counting`` is one."""

    @property
    def snapshot(self) -> Snapshot:
        """What is counted from."""
        ...

    @property
    def wish(self) -> FigureWish:
        """What is asked."""
        ...

    @property
    def span(self) -> Span:
        """The time that is asked about."""
        ...

    @property
    def children(self) -> list[Counted]:
        """The children who can have rows in it."""
        ...

    def rows(self, definition: Definition, span: Span) -> list[Row]:
        """The rows of a measure in a time."""
        ...

    def of(self, wish: FigureWish) -> "Asked":
        """Another wish over the same snapshot."""
        ...


def frame_of(by: By, span: Span) -> Frame:
    """A month or a quarter as a part."""
    return by, span.from_on.strftime("%Y-%m") if by is By.MONTH else quarter_of(span.from_on)


def hidden_for(asked: Asked, cut: Cut) -> Hidden:
    """What is hidden of a wish; where it is narrowed, by what the whole service shows of that part."""
    wish = asked.wish
    service = asked.of(replace(wish, iro=None, where=()))
    hidden = _once(service, "hidden figures", lambda: hidden_of(DEFINITIONS, _tallies(service, cut)))
    narrowed: list[Frame] = [*wish.where, *([(By.IRO, wish.iro)] if wish.iro else [])]
    if not narrowed or _once(asked, "narrows nothing", lambda: _is_all(asked, hidden)):
        return hidden
    if len(narrowed) > 1:
        return replace(hidden, is_narrowed=True)
    return replace(hidden, within=narrowed[0], is_narrowed=True)


def hidden_before(earlier: Sequence[Figure]) -> Callable[[str], bool]:
    """Which figures of the year before are hidden: they stand beside each other as this year's do."""
    return hidden_of(DEFINITIONS, _wholes(earlier)).hides


def hidden_together(sets: Sequence[Sequence[Figure]], small: Collection[str]) -> frozenset[str]:
    """Which measures are hidden in all of these sets, which stand side by side; ``small``: those that are anyway."""
    hidden, before = set(small), -1
    while len(hidden) > before:
        before = len(hidden)
        for one in sets:
            found = hidden_of(DEFINITIONS, _wholes(one), {(measure, WHOLE, FIGURE) for measure in hidden})
            hidden |= {figure.definition.id for figure in one if found.hides(figure.definition.id)}
    return frozenset(hidden)


def _wholes(figures: Sequence[Figure]) -> Tallies:
    return {(one.definition.id, WHOLE): tally_of(one) for one in figures}


def _is_all(asked: Asked, hidden: Hidden) -> bool:
    """Whether a narrowed wish leaves nothing away: the caseload is one IRO's alone."""
    for one in DEFINITIONS:
        whole = hidden.tallies.get((one.id, WHOLE), _NONE)
        if len(asked.rows(one, asked.span)) != whole.counted + whole.left_out.total():
            return False
    return True


def _once(asked: Asked, what: str, reckon: Callable[[], _Answer]) -> _Answer:
    wish = asked.wish
    key: Hashable = (what, asked.span, wish.iro, wish.where)
    return asked.snapshot.kept.once(key, reckon)


def _tallies(asked: Asked, cut: Cut) -> Tallies:
    found: Tallies = {}
    times = {by: cut(asked.span, by) for by in TIMES}
    for one in DEFINITIONS:
        dimensions = one.by if one.of_period else (*one.by, *TIMES)
        for frame, tally in tallied(asked.rows(one, asked.span), dimensions):
            found[one.id, frame] = tally
        for by, spans in times.items():
            for span in spans:
                part = found.setdefault((one.id, frame_of(by, span)), Tally())
                if one.of_period:
                    part.add_all(asked.rows(one, span))
                part.beside = beside_of(one, asked.children, span)
        found[one.id, WHOLE].beside = beside_of(one, asked.children, asked.span)
    return found
