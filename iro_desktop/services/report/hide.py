"""Small numbers in the annual report, hidden by one plan for all that stands in it: it goes to the board and beyond.

The plan knows every figure that the report prints, whole and told apart, and how they hang together; so what one table
hides cannot be reckoned from another. It is made of what a first making of the sections asked for.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Definition, Figure, Row, Span
from iro_desktop.measures.suppress import HIDDEN, is_small
from iro_desktop.services.figures_hidden import (
    WHOLE,
    Frame,
    Hidden,
    Tallies,
    Tally,
    hidden_of,
    tallied,
    tally_of,
)
from iro_desktop.services.figures_plan import frame_of, hidden_before
from iro_desktop.services.figures_shown import hidden_figure, shown_of, shown_where
from iro_desktop.services.performance_views import FigureShown

Rows = Callable[[Definition], Sequence[Row]]
RowsOf = Callable[[Definition, Span], Sequence[Row]]


def plan_of_rows(printed: Mapping[str, Collection[By]], rows: Rows, at: RowsOf, quarters: Sequence[Span]) -> Hidden:
    """What is hidden of a year whose rows are known; ``printed``: each measure, and what it is told apart by.

    ``at``: the rows of a measure that looks at each quarter as a whole.
    """
    found: Tallies = {}
    for one in (one for one in DEFINITIONS if one.id in printed):
        dimensions = [by for by in printed[one.id] if by is not By.QUARTER or not one.of_period]
        for frame, tally in tallied(rows(one), dimensions):
            found[one.id, frame] = tally
        for span in quarters if By.QUARTER in printed[one.id] else ():
            part = found.setdefault((one.id, frame_of(By.QUARTER, span)), Tally())
            if one.of_period:
                part.add_all(at(one, span))
    return hidden_of(DEFINITIONS, found)


def plan_of_figures(figures: Iterable[Figure]) -> Hidden:
    """The same where figures alone are known, without what makes them."""
    return hidden_of(DEFINITIONS, {(one.definition.id, WHOLE): tally_of(one) for one in figures})


def before_hidden(figures: Sequence[Figure]) -> Callable[[str], bool]:
    """Which figures of the year before are hidden."""
    return hidden_before(figures)


def shown_by(plan: Hidden | None, figure: Figure, frame: Frame = WHOLE) -> FigureShown:
    """A figure, or a part of one, as the report may show it; without a plan as it is."""
    return shown_where(figure, plan, frame) if plan else shown_of(figure)


def shown_earlier(figure: Figure, *, hides: bool) -> FigureShown:
    """A figure of the year before as the report may show it."""
    shown = shown_of(figure)
    return hidden_figure(shown) if hides else shown


def hidden_count(count: int) -> str:
    """A count of children that no measure makes, as it may be shown."""
    return HIDDEN if is_small(count) else f"{count:,}"


def is_hidden(one: FigureShown) -> bool:
    """Whether nothing of it may be shown."""
    return one.printed == HIDDEN
