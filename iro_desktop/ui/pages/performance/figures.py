"""The page's first part: tiles of what matters most, and below them every measure as a list by subject."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.performance_views import PerformanceView, Tile
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.performance.tiles import TileGrid
from iro_desktop.ui.pages.performance.whole_table import WholeTable, bring_row
from iro_desktop.ui.pages.performance.words import (
    before_words,
    change_line,
    change_tone,
    is_broken,
    of_words,
    tile_sentence,
)
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.scroller import Scroller


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A measure in the list; the subject stands at the first of each."""

    tile: Tile
    subject: str


COLUMNS: tuple[Column[FigureLine], ...] = (
    Column("subject", "About", lambda one: one.subject, keep=3),
    Column("measure", "Measure", lambda one: one.tile.figure.name, keep=9),
    Column("figure", "Figure", lambda one: _printed(one.tile), keep=8),
    Column("of", "Of", lambda one: of_words(one.tile.figure), keep=4),
    Column("change", "Change", lambda one: change_line(one.tile.change), keep=5),
    Column("before", "Before", lambda one: before_words(one.tile.change), keep=2),
)


class FiguresPart(QWidget):
    """Tiles and list hold the same figures; Enter on either opens one."""

    opened = Signal(str)  # a measure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = TileGrid(self)
        self.heading = Text("All figures", Kind.GROUP, parent=self)
        self.note = Text("", Kind.SMALL, Tone.SOFT, self)
        self.rows: RecordsModel[FigureLine] = RecordsModel(
            COLUMNS, _identity, lambda one: tile_sentence(one.tile), self
        )
        self.list = WholeTable(self.rows, "All figures", 1, self, _ink)
        self._lay_out()
        self._show_list(is_shown=False)
        self.grid.opened.connect(self.opened)
        self.grid.left.connect(self.focus_list)
        self.grid.sight_wanted.connect(lambda tile: self._scroll.ensureWidgetVisible(tile, 0, 12))
        self.list.left_above.connect(self.focus_tiles)
        self.list.sight_wanted.connect(lambda row: bring_row(self._scroll, self.list, row))
        self.list.row_opened.connect(self._row_opened)

    def _lay_out(self) -> None:
        self._scroll = Scroller(self)
        content = QWidget(self._scroll)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 2, 0, 16)
        column.setSpacing(10)
        column.addWidget(self.note)
        column.addWidget(self.grid)
        column.addSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        column.addStretch(1)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def show_view(self, view: PerformanceView) -> None:
        """Show these figures; one stays at the same one."""
        here = self.rows.record(self.list.currentIndex()) if self.list.selectionModel().hasSelection() else None
        self.note.set_or_hide(_note(view))
        self._show_list(is_shown=True)
        self.grid.show_tiles(view.tiles, view.wish.tiles)
        if self.grid.tiles:  # they are made after the list: Tab goes from them to it all the same
            QWidget.setTabOrder(self.grid.tiles[-1], self.list)
        self.rows.set_rows(by_subject(view.tiles))
        line = self.rows.line_of(_identity(here)) if here else -1
        if line >= 0:
            self.list.choose_row(line)

    def show_part(self, view: PerformanceView) -> None:
        """Tiles as they are counted; the list comes whole."""
        self.note.hide()
        self._show_list(is_shown=False)
        if len(view.tiles) <= len(view.wish.tiles):
            self.grid.show_tiles(view.tiles, view.wish.tiles, len(view.wish.tiles))

    def has_tiles(self) -> bool:
        """Whether there is one to go to."""
        tile = self.grid.current()
        return tile is not None and tile.isVisibleTo(self)

    def _show_list(self, *, is_shown: bool) -> None:
        self.heading.setVisible(is_shown)
        self.list.setVisible(is_shown)

    def take(self, measure: str) -> None:
        """Be at that measure in the list."""
        line = self.rows.line_of(measure)
        if line >= 0:
            self.list.choose_row(line)

    def focus_tiles(self) -> None:
        """Go to the tiles."""
        tile = self.grid.current()
        if tile is not None:
            tile.setFocus()
            self._scroll.ensureWidgetVisible(tile, 0, 12)

    def focus_list(self) -> None:
        """Go to the list of all."""
        self.list.setFocus()
        if not self.list.selectionModel().hasSelection():
            self.list.choose_row(max(0, self.list.current_row()))
        bring_row(self._scroll, self.list, self.list.current_row())

    def focus_measure(self, measure: str) -> None:
        """Go to that measure: its tile where one was opened there, else its line."""
        tile = self.grid.current()
        is_tile = tile is not None and tile.tile is not None and tile.tile.figure.measure == measure
        if is_tile:
            self.focus_tiles()
        else:
            self.focus_list()

    def _row_opened(self, index: QModelIndex) -> None:
        line = self.rows.record(index)
        if line is not None:
            self.opened.emit(line.tile.figure.measure)


def by_subject(tiles: tuple[Tile, ...]) -> list[FigureLine]:
    """Every measure below its subject, subjects in the order in which they come first."""
    subjects = list(dict.fromkeys(one.figure.subject for one in tiles))
    found: list[FigureLine] = []
    for subject in subjects:
        of_it = [one for one in tiles if one.figure.subject == subject]
        found += [FigureLine(one, subject if not number else "") for number, one in enumerate(of_it)]
    return found


def _note(view: PerformanceView) -> str:
    """What keeps figures away, said once."""
    if all(one.figure.denominator == 0 and one.figure.value in {None, 0} for one in view.tiles):
        return "Nothing that these figures count is recorded in this time. Choose another time above."
    if all(one.change is None for one in view.tiles):
        return "What is recorded here does not reach back a year before: no change is shown yet."
    broken = sum(is_broken(one.figure) for one in view.tiles)
    return f"{broken} not shown, because the parts do not add up: open it to see what is wrong." if broken else ""


def _printed(tile: Tile) -> str:
    return "not shown" if is_broken(tile.figure) else tile.figure.printed


def _identity(line: FigureLine) -> str:
    return line.tile.figure.measure


def _ink(key: str, row: object, now: Tokens) -> str:
    if isinstance(row, FigureLine) and key == "change":
        return str(getattr(now, change_tone(row.tile.change).value))
    return now.ink if key in {"measure", "figure"} else now.soft
