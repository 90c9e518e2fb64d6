"""Figures on paper: the page, or one measure with its charts, as documents for the one painter; no child in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import (
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Series,
    Table,
)
from iro_desktop.measures.model import By, Unit
from iro_desktop.services.performance_views import A_YEAR_BEFORE, Change, FigureShown, PerformanceView, Point, Tile
from iro_desktop.ui.pages.performance.meaning import meaning_of
from iro_desktop.ui.pages.performance.words import (
    ARROWS,
    about_words,
    before_words,
    change_line,
    change_words,
    is_broken,
    mark_of_point,
    of_words,
)

_SMALL = "Small numbers are hidden: c stands in the place of what would tell of fewer than five."
_FIGURE_COLUMNS = (
    Column("Figure", width=4.2), Column("", Align.RIGHT, 1.1), Column("Of", width=1.3), Column("Change", width=2.3),
    Column("A year before", width=1.4),
)  # fmt: skip
_POINT_COLUMNS = (Column("Time"), Column("Figure", Align.RIGHT), Column("Of", width=1.3), Column("Check", width=4.2))


@dataclass(frozen=True, slots=True)
class Printing:
    """By whom and when it is printed, and whether the children counted are invented."""

    by: str
    is_sample: bool = False


def page_document(view: PerformanceView, printing: Printing) -> Document:
    """Every figure of the page by subject, each with its check; then what each of them means."""
    blocks: list[Block] = [*_small(view)]
    for subject in dict.fromkeys(one.figure.subject for one in view.tiles):
        rows = tuple(_figure_row(one) for one in view.tiles if one.figure.subject == subject)
        blocks += [Heading(subject, 2), Table(_FIGURE_COLUMNS, rows)]
    meanings = tuple((one.figure.name, _meaning(one.figure)) for one in view.tiles)
    blocks += [NewPage(), Heading("What these figures mean"), Facts(meanings)]
    return _document("Performance", view, blocks, f"{about_words(view)}. {printing.by}", printing)


def measure_document(
    view: PerformanceView, tile: Tile, points: Mapping[By, Sequence[Point]], printing: Printing
) -> Document:
    """One measure: its figure, its charts, what it means, and its months as a table."""
    figure = tile.figure
    blocks: list[Block] = [*_small(view), Paragraph(_told(tile), Look.LEAD)]
    for by, each in points.items():
        if each:
            blocks.append(_chart(view, figure, by, each))
    blocks += [Heading("What this figure means"), Paragraph(figure.definition), Facts(tuple(meaning_of(figure)))]
    blocks += _source(figure)
    if months := points.get(By.MONTH):
        rows = tuple((one.label, one.figure.printed, of_words(one.figure), one.figure.check) for one in months)
        blocks += [Heading("By month"), Table(_POINT_COLUMNS, rows)]
    foot = f"{figure.name}. {about_words(view)}. {printing.by}"
    return _document(figure.name, view, blocks, foot, printing)


def _document(title: str, view: PerformanceView, blocks: list[Block], foot: str, printing: Printing) -> Document:
    return Document(title, (about_words(view),), tuple(blocks), foot=foot, is_sample=printing.is_sample)


def _small(view: PerformanceView) -> list[Block]:
    """Where small numbers are hidden, what stands in their stead."""
    return [Paragraph(_SMALL, Look.SOFT)] if view.wish.hides_small else []


def _figure_row(tile: Tile) -> tuple[str, ...]:
    """A figure, beneath its name the parts it is made of."""
    figure = tile.figure
    is_told = figure.value is not None
    of = of_words(figure) if is_told else ""
    has_check = is_broken(figure) or (is_told and figure.unit is not Unit.COUNT)
    check = figure.check if has_check and figure.check != of_words(figure) else ""
    name = f"{figure.name}\n{check}" if check else figure.name
    return name, figure.printed, of, _change(tile.change), _before(tile.change)


def _change(change: Change | None) -> str:
    arrow = change_line(change).partition(" ")[0] if change else ""
    return f"{arrow if arrow in ARROWS else ''} {change_words(change, is_brief=True)}".strip() if change else "–"


def _before(change: Change | None) -> str:
    """The earlier figure; where it comes from, unless that is what stands above all of them."""
    if change is None:
        return "–"
    return change.before if change.before_words == A_YEAR_BEFORE else f"{change.before}, {change.before_words}"


def _told(tile: Tile) -> str:
    """The figure in a line: "83.8 %, 67 of 80, up 2.1 points, against 81.7 % a year before"."""
    before = before_words(tile.change)
    against = f"{change_line(tile.change)}, against {before}" if before else ""
    return ", ".join(part for part in (tile.figure.printed, of_words(tile.figure), against) if part)


def _chart(view: PerformanceView, figure: FigureShown, by: By, points: Sequence[Point]) -> Chart:
    """Columns by time; those that begin before the days counted are outlines."""
    marks = [mark_of_point(one, view.wish.from_on) for one in points]
    years = [
        one.group if number == 0 or one.group != marks[number - 1].group else "" for number, one in enumerate(marks)
    ]
    return Chart(
        f"{figure.name}, by {by.value}",
        ChartKind.BARS,
        tuple(f"{one.label}\n{year}".strip() for one, year in zip(marks, years, strict=True)),
        (Series(figure.name, tuple(one.value for one in marks)),),
        _chart_told(view, points),
        "%" if figure.unit is Unit.PERCENT else "",
        frozenset(number for number, one in enumerate(points) if one.from_on < view.wish.from_on),
    )


def _chart_told(view: PerformanceView, points: Sequence[Point]) -> str:
    known = [(one.figure.value, one) for one in points if one.figure.value is not None]
    if not known:
        return "Nothing to show in this time."
    low, high = min(known, key=lambda one: one[0])[1], max(known, key=lambda one: one[0])[1]
    told = f"Between {low.figure.printed} ({low.label}) and {high.figure.printed} ({high.label})."
    aside = any(one.from_on < view.wish.from_on for one in points)
    note = f" Outlined columns begin before {short(view.wish.from_on)}: they are not in the figure above."
    return told + note if aside else told


def _source(figure: FigureShown) -> list[Block]:
    return [Paragraph(f"Source: {figure.source}.", Look.SOFT)] if figure.source else []


def _meaning(figure: FigureShown) -> str:
    return f"{figure.definition}\nSource: {figure.source}." if figure.source else figure.definition
