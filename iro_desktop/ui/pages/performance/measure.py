"""A measure that was opened: over time, in its parts, and the rows behind it. Each part is asked for as it is shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.measures.model import By, Unit
from iro_desktop.services.figure_times import months_shown, quarters_shown
from iro_desktop.services.figure_words import BY_WORDS
from iro_desktop.services.performance_views import FigureWish, PartsView, Point, Tile
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.performance.chart_part import ChartLine, ChartPart
from iro_desktop.ui.pages.performance.rows_part import RowsPart
from iro_desktop.ui.pages.performance.whole_table import WholeTable
from iro_desktop.ui.pages.performance.words import (
    NOT_RECORDED,
    before_words,
    change_line,
    change_tone,
    is_broken,
    mark_of_part,
    mark_of_point,
    of_words,
)
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.chart_bars import Bars
from iro_desktop.ui.widgets.chart_columns import Columns
from iro_desktop.ui.widgets.flow import FlowLayout

Answer = TypeVar("Answer")
PARTS = ("Over time", "Parts", "Rows")
TREND, APART, ROWS = range(3)
_NO_RANKING = "In the order of names: no ranking. An IRO is compared with their own earlier figures."
_NOT_COMPARED = (
    "Not by IRO: this service does not compare IROs with one another. Ctrl K, “show the children of”, shows one beside "
    "their own earlier figures; Ctrl Shift O changes the choice."
)
_HIDES = "Rows are children, and small numbers are hidden. Show small numbers above to see them."


class MeasurePart(QWidget):
    """Knows its measure, the wish, and the point or part to which the rows are narrowed."""

    child_chosen = Signal(str)
    child_opened = Signal(str)
    part_wanted = Signal(int)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.tile: Tile | None = None
        self._wish: FigureWish | None = None
        self._time, self._by = By.MONTH, 0
        self._compares_iros, self._about = False, ""
        self._narrow: ChartLine | None = None
        self.came_from = TREND  # where the rows were opened
        self.figure = Text("", Kind.FIGURE, parent=self, wraps=False)
        self.of = Text("", Kind.BODY, Tone.SOFT, self, wraps=False)
        self.change = Text("", Kind.BODY, parent=self, wraps=False)
        self.trend, self.apart, self.rows = (
            ChartPart(PARTS[TREND], "Time", self),
            ChartPart(PARTS[APART], "Part", self),
            RowsPart(self),
        )
        self._lay_out()
        for part in (self.trend, self.apart):
            part.rows_wanted.connect(self._narrow_to)
            part.other_wanted.connect(self.show_other)
        self.rows.chosen.connect(self.child_chosen)
        self.rows.opened.connect(self.child_opened)

    def _lay_out(self) -> None:
        line = FlowLayout(gap=14)
        for label in (self.figure, self.of, self.change):
            line.addWidget(label)
        self._stack = QStackedLayout()
        for part in (self.trend, self.apart, self.rows):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(self._stack, 1)

    @property
    def number(self) -> int:
        """Which part is shown."""
        return self._stack.currentIndex()

    @property
    def table(self) -> FactTable:
        """The list of the part that is shown."""
        lists: tuple[FactTable, ...] = (self.trend.list, self.apart.list, self.rows.list)
        return lists[self.number]

    def show_measure(self, tile: Tile, wish: FigureWish, about: str = "", *, compares_iros: bool = False) -> None:
        """Show that measure; another one than before begins anew.

        ``about``: time and scope, for a picture that goes elsewhere; ``compares_iros``: as the service chose.
        """
        self._compares_iros, self._about = compares_iros, about
        if self.tile is None or self.tile.figure.measure != tile.figure.measure:
            self._by, self._narrow = 0, None
            self.rows.reset()
        if self._wish is not None and self._wish != wish:
            self._narrow = None
        self.tile, self._wish = tile, wish
        figure = tile.figure
        self.figure.setText("" if is_broken(figure) else figure.printed)
        self.figure.setVisible(not is_broken(figure))
        self.of.set_or_hide("" if is_broken(figure) else of_words(figure))
        self.change.set_or_hide("" if is_broken(figure) else _against(tile))
        self.change.set_tone(change_tone(tile.change))
        self.show_part(self.number)

    def show_part(self, number: int) -> None:
        """Ask for that part and show it."""
        self._stack.setCurrentIndex(number)
        if self.tile is None or self._wish is None:
            return
        (self._show_trend, self._show_apart, self._show_rows)[number](self.tile, self._wish)

    def whole(self) -> None:
        """The rows of the whole figure again."""
        self._narrow = None
        self.came_from = ROWS

    def show_other(self) -> None:
        """Month or quarter; the next thing it is told apart by; the next list of rows."""
        if self.tile is None:
            return
        if self.number == TREND:
            self._time = By.QUARTER if self._time is By.MONTH else By.MONTH
        elif self.number == APART:
            self._by = (self._by + 1) % max(1, len(self._bys(self.tile)))
        else:
            self.rows.show_other()
            return
        self.show_part(self.number)
        announce(self, (self.trend if self.number == TREND else self.apart).card.accessibleName())

    def focus_first(self) -> None:
        """Where the keys begin."""
        if self.number == ROWS:
            self.rows.focus_first()
        else:
            (self.trend, self.apart)[self.number].focus_chart()

    def follow_copy(self, copy: Callable[[WholeTable], None]) -> None:
        """What copies a list."""
        for part in (self.trend, self.apart):
            part.follow_copy(copy)

    # the parts

    def _show_trend(self, tile: Tile, wish: FigureWish) -> None:
        cut = months_shown if self._time is By.MONTH else quarters_shown
        first, last = cut(wish.from_on, wish.to_on, self._deeds.desk.today_on)
        asked = wish if wish.hides_small else replace(wish, from_on=first, to_on=last)  # other days would tell more
        points = self._told(tile, lambda: self._deeds.desk.figure_trend(tile.figure.measure, asked, self._time))
        lines = [_line_of_point(point, wish) for point in points or ()]
        by = BY_WORDS[self._time]
        other = "By quarter" if self._time is By.MONTH else "By month"
        drawing = Columns(is_share=tile.figure.unit is Unit.PERCENT)
        self.trend.show_meaning(tile.figure)
        notes = [_empty(tile, lines), _aside_words(lines, wish, tile)]
        self.trend.show_lines(
            f"{tile.figure.name}, by {by}", lines, drawing, other, "\n".join(one for one in notes if one), self._about
        )

    def _show_apart(self, tile: Tile, wish: FigureWish) -> None:
        bys = self._bys(tile)
        by = bys[self._by % len(bys)] if bys else By.MONTH
        view = self._told(tile, lambda: self._deeds.desk.figure_parts(tile.figure.measure, wish, by))
        lines = _lines_of_parts(view, wish) if view else []
        drawing = Bars(tile.figure.unit is Unit.PERCENT, frozenset({NOT_RECORDED}))
        following = bys[(self._by + 1) % len(bys)] if len(bys) > 1 else None
        ranking = _NOT_COMPARED if self._keeps_iros_apart(tile) else _NO_RANKING if by is By.IRO else ""
        notes = [_empty(tile, lines), view.check if view and lines else "", ranking]
        self.apart.show_meaning(tile.figure)
        self.apart.show_lines(
            view.title if view else tile.figure.name, lines, drawing,
            f"By {BY_WORDS[following]}" if following else "", "\n".join(note for note in notes if note), self._about,
        )  # fmt: skip

    def _bys(self, tile: Tile) -> tuple[By, ...]:
        """What it is told apart by; of one IRO's figures not by IRO, which would be the whole again."""
        keeps_apart = self._keeps_iros_apart(tile)
        others = tuple(one for one in tile.figure.by if not (one is By.IRO and (keeps_apart or self._is_ones())))
        return others if others or keeps_apart else tile.figure.by

    def _is_ones(self) -> bool:
        """Whether it is of one IRO alone."""
        return self._wish is not None and self._wish.iro is not None

    def _keeps_iros_apart(self, tile: Tile) -> bool:
        """Whether by IRO it would compare them, where the service does not."""
        is_judged = bool(tile.figure.better) and By.IRO in tile.figure.by
        return is_judged and not self._compares_iros and not self._is_ones()

    def _show_rows(self, tile: Tile, wish: FigureWish) -> None:
        if wish.hides_small:
            self.rows.show_reason(_HIDES)
            return
        asked = self._narrow.opens if self._narrow and isinstance(self._narrow.opens, FigureWish) else wish
        view = self._told(tile, lambda: self._deeds.desk.figure_rows(tile.figure.measure, asked))
        if view is None:
            self.rows.show_reason(_empty(tile, []))
        else:
            self.rows.show_rows(self._narrow.label if self._narrow else "", view)

    def _told(self, tile: Tile, ask: Callable[[], Answer]) -> Answer | None:
        """What the desk says; of a measure that does not add up nothing is asked."""
        return None if is_broken(tile.figure) else self._deeds.attempt(ask)

    def _narrow_to(self, line: ChartLine) -> None:
        self._narrow = line
        self.came_from = self.number
        self.rows.reset()
        self.part_wanted.emit(ROWS)


def _against(tile: Tile) -> str:
    before = before_words(tile.change)
    return f"{change_line(tile.change)}, against {before}" if before else ""


def _empty(tile: Tile, lines: list[ChartLine]) -> str:
    if is_broken(tile.figure):
        return tile.figure.check
    return "" if lines else "There is nothing to count in this time."


def _aside_words(lines: list[ChartLine], wish: FigureWish, tile: Tile) -> str:
    """What the lighter columns are, where there are some."""
    if not any(line.mark.is_aside for line in lines):
        return ""
    return f"Outlined columns begin before {short(wish.from_on)}: they are not in the {tile.figure.printed} above."


def _line_of_point(point: Point, wish: FigureWish) -> ChartLine:
    opens = replace(wish, from_on=point.from_on, to_on=point.to_on)
    return ChartLine(mark_of_point(point, wish.from_on), point.label, point.figure, opens)


def _lines_of_parts(view: PartsView, wish: FigureWish) -> list[ChartLine]:
    found = []
    for part in view.parts:
        opens = replace(wish, where=(*wish.where, (view.by, part.words)))
        mark = mark_of_part(part)
        found.append(ChartLine(mark, mark.label, part.figure, opens))
    return found
