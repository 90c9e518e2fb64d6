"""Figures as a page shows them, small numbers hidden where that is wished: in a figure, and across parts of a whole."""

from collections.abc import Sequence
from dataclasses import replace

from iro_desktop.measures.model import Figure, Row, Unit
from iro_desktop.measures.suppress import HIDDEN, hidden_parts, hides_share, is_small
from iro_desktop.services.figure_words import printed
from iro_desktop.services.performance_views import FigureShown, RowShown
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import display_name

TOO_FEW = "Too few to be shown."
_COUNTED = "counted"


def shown_of(one: Figure, *, hides_small: bool = False) -> FigureShown:
    """A figure with its words; ``hides_small``: nothing in it tells of fewer than five."""
    about = one.definition
    shown = FigureShown(
        measure=about.id,
        name=about.name,
        subject=about.subject,
        unit=about.unit,
        printed=printed(about.unit, one.value),
        value=one.value,
        numerator=one.numerator,
        denominator=one.denominator,
        check=one.check,
        left_out=tuple((str(why), count) for why, count in one.left_out),
        beside=one.beside,
        definition=about.definition,
        population=about.population,
        numerator_words=about.numerator,
        denominator_words=about.denominator,
        source=about.source,
        by=about.by,
        better=about.better,
    )
    if not hides_small:
        return shown
    return hidden_figure(shown) if tells_of_few(one) else _without_few(shown, one)


def tells_of_few(one: Figure) -> bool:
    """Whether a figure alone points to fewer than five: in it, not in it, or in all."""
    if one.definition.unit is Unit.PERCENT:
        return hides_share(one.numerator, one.denominator)
    return is_small(one.numerator) or is_small(one.denominator)


def hidden_figure(shown: FigureShown) -> FigureShown:
    """The same figure with nothing that tells how many."""
    return replace(shown, printed=HIDDEN, value=None, numerator=0, denominator=0, check=TOO_FEW, left_out=(), beside=0)


def refused_figure(shown: FigureShown, fault: str) -> FigureShown:
    """The same figure, not printed: its parts contradict each other, and it says so."""
    refused = hidden_figure(shown)
    return replace(refused, printed="not shown", check=f"Not shown, because its parts do not add up: {fault}")


def shown_parts(parts: Sequence[Figure], *, hides_small: bool, whole_is_hidden: bool = False) -> list[FigureShown]:
    """Figures that make a whole that is shown beside them; what would give a small one away is hidden too."""
    if not hides_small:
        return [shown_of(one) for one in parts]
    hidden = hidden_parts([(one.numerator, one.denominator) for one in parts])
    return [
        hidden_figure(shown_of(one)) if at in hidden or whole_is_hidden else shown_of(one, hides_small=True)
        for at, one in enumerate(parts)
    ]


def row_shown(row: Row, figure: Figure, snapshot: Snapshot) -> RowShown:
    """One row behind a figure, with the child's name."""
    child = snapshot.children.get(row.child)
    name = display_name(child.facts.child) if child else ""
    return RowShown(
        row.child, name, row.day, row.review_on, row.due_on, row.done_on, judged(row, figure), row.iro, row.team
    )


def judged(row: Row, figure: Figure) -> str:
    """How the row is counted, in the words of the measure."""
    about = figure.definition
    if row.left_out is not None:
        return f"left out: {row.left_out}"
    if about.unit is Unit.PERCENT:
        return about.words[0] if row.is_met else about.words[1]
    if about.unit is Unit.AVERAGE:
        return f"{row.amount or 0:g} {about.words[0]}"
    if about.unit is Unit.MEDIAN and row.amount is not None:
        return printed(about.unit, row.amount)
    return _COUNTED


def _without_few(shown: FigureShown, one: Figure) -> FigureShown:
    """What stands beside a figure is left away where it is small; the reckoning then names only what is counted."""
    left_out = tuple((why, count) for why, count in shown.left_out if not is_small(count))
    check = shown.check
    if len(left_out) < len(shown.left_out):
        check = check.partition("; ")[0]  # without how many are left out in all, which would give the small one away
    elif is_small(one.beside):
        check = check.rpartition("; ")[0]
    beside = 0 if is_small(one.beside) else shown.beside
    return replace(shown, check=check, left_out=left_out, beside=beside)
