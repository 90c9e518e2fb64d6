"""How figures are said on the page: what they are of, their change with its shape, and whole sentences."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.measures.model import Unit
from iro_desktop.services.figures_shown import OUT_HIDDEN
from iro_desktop.services.performance_views import Change, FigureShown, Part, PerformanceView, Point, RowShown, Tile
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Tone
from iro_desktop.ui.widgets.chart import ChartMark

NOT_RECORDED = "not recorded"
HIDDEN = "c"
_UP, _DOWN = "up", "down"
_ARROWS = {_UP: "▲", _DOWN: "▼"}
ARROWS = frozenset(_ARROWS.values())
_SHAPES = {_UP: Shape.TRIANGLE, _DOWN: Shape.DOWN}


def about_words(view: PerformanceView) -> str:
    """Time and scope of what is shown, for what leaves the page: a picture, paper."""
    hidden = ", small numbers hidden" if view.wish.hides_small else ""
    return f"{view.span_words}, {view.scope}{hidden}"


def is_broken(figure: FigureShown) -> bool:
    """Whether its parts contradict each other: then what is wrong stands in the check, and there is no figure."""
    return figure.value is None and "do not add up" in figure.check


def of_words(figure: FigureShown) -> str:
    """What it is of: ``67 of 80``; a count stands by itself; nothing to count in words."""
    if figure.printed == HIDDEN:
        return "hidden, so that nobody can be told from it"
    if figure.unit is Unit.PERCENT and figure.value is not None:
        return f"{figure.numerator:,} of {figure.denominator:,}"
    if figure.value is None:
        return "not shown: see why" if is_broken(figure) else "nothing to count"
    return "" if figure.unit is Unit.COUNT else figure.check.partition("; ")[0]


def _way(change: Change) -> str:
    return next((way for way in (_UP, _DOWN) if change.words.startswith(way)), "")


def change_words(change: Change | None, *, is_brief: bool = False) -> str:
    """The change and whether it is for the better: colour alone never says it."""
    if change is None:
        return "no earlier figure"
    words = change.words.replace("percentage point", "point") if is_brief else change.words
    verdict = {True: ", better", False: ", worse", None: ""}[change.is_better]
    return words + verdict


def change_line(change: Change | None) -> str:
    """The same with an arrow, for lists."""
    arrow = _ARROWS.get(_way(change), "") if change else ""
    return f"{arrow} {change_words(change)}".strip()


def change_shape(change: Change | None) -> Shape:
    """An arrow the way it went, else a dash."""
    return _SHAPES.get(_way(change), Shape.DASH) if change else Shape.DASH


def change_tone(change: Change | None) -> Tone:
    """Better, worse, or neither."""
    if change is None or change.is_better is None:
        return Tone.SOFT
    return Tone.MET if change.is_better else Tone.TODAY


def before_words(change: Change | None) -> str:
    """What it is compared with."""
    return f"{change.before} {change.before_words}" if change else ""


def tile_sentence(tile: Tile) -> str:
    """A tile read out."""
    figure, change = tile.figure, tile.change
    if is_broken(figure):
        return f"{figure.name}: {figure.check}"
    parts = [one for one in (figure.name, figure.printed, of_words(figure)) if one]
    if change is not None:
        parts.append(f"{change_words(change)}, against {before_words(change)}")
    known = [one for one in tile.months if one is not None]
    if len(known) > 1:
        parts.append(f"in the last twelve months between {min(known):g} and {max(known):g}")
    return ", ".join(parts)


def beneath(figure: FigureShown) -> str:
    """The counts beneath a column: ``67/80``."""
    is_told = figure.unit is Unit.PERCENT and figure.value is not None
    return f"{figure.numerator:,}/{figure.denominator:,}" if is_told else ""


def figure_sentence(label: str, figure: FigureShown) -> str:
    """One point or part read out."""
    parts = [figure.printed if figure.value is not None else "", of_words(figure)]
    return f"{label}: {', '.join(part for part in parts if part)}"


def mark_of_point(point: Point, from_on: date | None = None) -> ChartMark:
    """A month or a quarter as a column: ``Apr`` of ``2026``, ``Q1`` of ``2026/27``; aside where it begins before."""
    is_aside = from_on is not None and point.from_on < from_on
    first, _, last = point.label.partition(" ")
    label, group = (last, first) if last.startswith("Q") else (first, last)
    return ChartMark(
        label, point.figure.value, point.figure.printed, beneath(point.figure),
        figure_sentence(point.label, point.figure) + (", before the days counted above" if is_aside else ""), group,
        is_aside,
    )  # fmt: skip


def mark_of_part(part: Part) -> ChartMark:
    """A part as a bar."""
    label = part.words or NOT_RECORDED
    figure = part.figure
    counts = f"{figure.numerator:,} of {figure.denominator:,}" if beneath(figure) else ""
    return ChartMark(label, figure.value, figure.printed, counts, figure_sentence(label, figure))


def left_out_words(figure: FigureShown) -> str:
    """What is left out, a line each; where that is hidden, never that it is nothing."""
    if figure.printed == HIDDEN or OUT_HIDDEN in figure.check:
        return "hidden"
    return "\n".join(f"{count:,}: {why}" for why, count in figure.left_out) or "nothing"


def late_words(row: RowShown) -> str:
    """By how much: ``1 day``, ``6 days``; "" in time."""
    return "" if not row.days_late else "1 day" if row.days_late == 1 else f"{row.days_late} days"


def row_sentence(row: RowShown) -> str:
    """One row read out."""
    parts = [row.judged, row.name or row.child, short(row.day)]
    parts += [f"due {short(row.due_on)}"] if row.due_on else []
    parts += [f"done {short(row.done_on)}"] if row.done_on and row.done_on != row.day else []
    parts += [f"{late_words(row)} late"] if row.days_late else []
    return ", ".join([*parts, *(one for one in (row.reason, row.iro) if one)])
