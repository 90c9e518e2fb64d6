"""Figures as a page shows them, small numbers hidden where that is wished: in a figure, and across parts of a whole."""

from dataclasses import replace

from iro_desktop.measures.model import By, Figure, Row, Unit
from iro_desktop.measures.suppress import HIDDEN, hides_share, is_small
from iro_desktop.services.figure_words import printed
from iro_desktop.services.figures_hidden import BESIDE, LEFT_OUT, WHOLE, Frame, Hidden
from iro_desktop.services.performance_views import FigureShown, RowShown
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import display_name

TOO_FEW = "Hidden, so that nobody can be told from it."
OUT_HIDDEN = "how many are left out is hidden"
_COUNTED = "counted"


def shown_of(one: Figure) -> FigureShown:
    """A figure with its words."""
    about = one.definition
    return FigureShown(
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


def shown_where(one: Figure, hidden: Hidden, frame: Frame = WHOLE) -> FigureShown:
    """The same where small numbers are hidden: nothing of it that the plan of the whole set hides."""
    shown, about = shown_of(one), one.definition
    if hidden.hides(about.id, frame):
        return hidden_figure(shown)
    check, (words, _, out) = shown.check, shown.check.partition("; ")
    if about.unit is Unit.PERCENT and hidden.hides(about.id, frame, LEFT_OUT):
        check = f"{words}; {OUT_HIDDEN}" + out[len(out.split("; ")[0]) :]
    hides_beside = hidden.hides(about.id, frame, BESIDE)
    if one.beside and hides_beside:
        check = check.rpartition("; ")[0]
    hides_reasons = frame != WHOLE or hidden.hides(about.id, frame, LEFT_OUT)
    left_out = () if hides_reasons else shown.left_out
    return replace(shown, check=check, left_out=left_out, beside=0 if hides_beside else shown.beside)


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


def row_shown(row: Row, figure: Figure, snapshot: Snapshot) -> RowShown:
    """One row behind a figure, with the child's name."""
    child = snapshot.children.get(row.child)
    name = display_name(child.facts.child) if child else ""
    return RowShown(
        row.child,
        name,
        row.day,
        row.review_on,
        row.due_on,
        row.done_on,
        judged(row, figure),
        row.iro,
        row.team,
        row.tag(By.REASON),
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
