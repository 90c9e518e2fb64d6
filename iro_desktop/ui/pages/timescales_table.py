"""A table of plain facts: columns that can be missed go as room gets short; the side says a row in full."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.plan_views import RuleRow
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_models import is_read, is_unchecked
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.badge import mark_side, paint_standing, standing_width
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, Weight, paint_ground, paint_words, weighted, widest
from iro_desktop.ui.widgets.row_table import ROW_PADDING, RowTable
from iro_desktop.ui.widgets.table_header import TableHeader

_MOST_EMS = {"what": 30, "owner": 12, "about": 24, "judged": 16}  # the widest these may get: the side says them in full
_LEAST_EMS = 21  # how narrow the first column may get before another is left out
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MARK_GAP = 7
Ink = Callable[[str, object, Tokens], str]  # the colour of a cell: by column, row and theme


class FactTable(RowTable):
    """Rows of one part; ``lines`` says how many lines a cell may take."""

    def __init__(
        self, model: RecordsModel[Any], name: str, lines: int, parent: QWidget | None = None, ink: Ink | None = None
    ) -> None:
        super().__init__(parent)
        self.facts, self.lines, self.ink = model, lines, ink or _ink
        self._wanted: dict[str, int] = {}
        self.header = TableHeader(self)
        self.header.setSectionsClickable(False)
        self.header.unsetCursor()
        self.setHorizontalHeader(self.header)
        self.header.show()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(FactDelegate(self))
        model.modelReset.connect(self.measure)
        model.dataChanged.connect(self.measure)

    def row_height(self) -> int:
        """Room for the lines of a cell."""
        return self.metrics().lineSpacing() * (self.lines - 1) + self.metrics().height() + ROW_PADDING

    def measure(self) -> None:
        """Find out what each column needs, then share the room."""
        self._wanted = {column.key: self._width_of(column) for column in self.facts.columns}
        self.arrange()

    def arrange(self) -> None:
        """Share the room among the columns that fit."""
        super().arrange()
        shown = self._shown_columns()
        room = self.viewport().width()
        needed = sum(self._wanted.get(column.key, 0) for column in shown)
        spare = max(0, room - needed) // max(1, len(shown))
        rest = max(0, room - needed) - spare * len(shown)
        short = max(0, needed - room)  # the first column gives way
        for section, column in enumerate(self.facts.columns):
            self.setColumnHidden(section, column not in shown)
            extra = spare + (rest if shown and column is shown[-1] else 0) - (0 if section else short)
            self.setColumnWidth(section, min(room, self._wanted.get(column.key, 0) + extra))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are the page's keys, not a search in the list."""
        if event.text().strip() and event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _shown_columns(self) -> list[Column[Any]]:
        """The columns that say something, as many as fit; the first two always."""
        room = self.viewport().width()
        telling = [column for column in self.facts.columns if any(column.show(row) for row in self.facts.rows)]
        chosen: list[Column[Any]] = []
        for column in sorted(telling, key=lambda each: -each.keep):
            room -= self._least_of(column)
            if room < 0 and len(chosen) >= 2:
                break
            chosen.append(column)
        return [column for column in telling if column in chosen]

    def _least_of(self, column: Column[Any]) -> int:
        wanted = self._wanted.get(column.key, 0)
        return min(wanted, _LEAST_EMS * self.font().pixelSize()) if column is self.facts.columns[0] else wanted

    def _width_of(self, column: Column[Any]) -> int:
        words = [column.show(row) for row in self.facts.rows]
        if any(standing_of(column.key, row) is not None for row in self.facts.rows):
            width = max(standing_width(each, self.font()) for each in words)
            return max(width, self.header.width_of(column.header)) + PAD + END + 4
        em, strong = self.font().pixelSize(), Weight.STRONG if column is self.facts.columns[0] else Weight.PLAIN
        width = widest(words, weighted(self.font(), strong), _MOST_EMS.get(column.key, 99) * em)
        if self.lines > 1 and width > 12 * em:  # broken at words, the lines are seldom equally long
            width = max(12 * em, round(width / self.lines * 1.18))
        mark = mark_side(self.metrics()) + _MARK_GAP if column.key == "authority" else 0
        return max(width + mark, self.header.width_of(column.header)) + PAD + END + 4


class FactDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, view: FactTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row = self._view.facts.record(index)
        if row is None:
            return
        is_last = index.row() == len(self._view.facts.rows) - 1
        now = paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=is_last))
        column = self._view.facts.columns[index.column()]
        font = weighted(self._view.font(), Weight.PLAIN if index.column() else Weight.STRONG)
        box = option.rect.adjusted(PAD, 0, -END, 0)
        ink = self._view.ink(column.key, row, now)
        standing = standing_of(column.key, row)
        if standing is not None:
            paint_standing(painter, standing, column.show(row), QRectF(box), self._view.font())
            return
        if isinstance(row, RuleRow) and column.key == "authority":
            box = self._paint_mark(painter, row, box, ink)
        if self._view.lines == 1:
            paint_words(painter, column.show(row), box, font, ink)
        else:
            _paint_lines(painter, column.show(row), box, font, ink, self._view.lines)

    def _paint_mark(self, painter: QPainter, row: RuleRow, box: QRect, ink: str) -> QRect:
        side = mark_side(self._view.metrics())
        place = QRectF(box.left(), round(box.center().y() - side / 2) + 1, side, side)
        paint_shape(
            painter, Shape.QUESTION if is_unchecked(row) else Shape.TICK if is_read(row) else Shape.DOT, place, ink
        )
        return box.adjusted(side + _MARK_GAP, 0, 0, 0)


def standing_of(key: str, row: object) -> Standing | None:
    """The standing that a cell shows as shape and words: of a column of that name, where the rows have one."""
    found = getattr(row, "standing", None) if key == "standing" else None
    return found if isinstance(found, Standing) else None


def _paint_lines(painter: QPainter, words: str, box: QRect, font: QFont, colour: str, lines: int) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(font)
    most = metrics.lineSpacing() * lines + metrics.lineSpacing() // 2  # rounded otherwise at other sizes
    painter.drawText(box, _WRAPPED, shortened(words, metrics, box.width(), most))


def shortened(words: str, metrics: QFontMetrics, width: int, most: int) -> str:
    """As many whole words as fit into that height, and an ellipsis where some were left out."""
    shown, parts = words, words.split(" ")
    while len(parts) > 1 and metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, shown).height() > most:
        parts.pop()
        shown = " ".join(parts).rstrip(",;:.…") + "…"
    return shown


def _ink(key: str, row: object, now: Tokens) -> str:
    if key == "authority" and isinstance(row, RuleRow):
        return now.today if is_unchecked(row) else now.met if is_read(row) else now.soft
    if key == "limit" and isinstance(row, RuleRow):
        return now.accent if row.local else now.ink
    if key in {"owner", "force", "since"}:
        return now.soft
    return now.accent if key in {"added", "coming"} else now.ink
