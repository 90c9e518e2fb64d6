"""All open deadlines of the child; choosing one shows why it is due then."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.views import DeadlineRow
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.tones import look_without_words
from iro_desktop.ui.widgets.badge import mark_side
from iro_desktop.ui.widgets.row_painting import Weight, paint_words, weighted, widest
from iro_desktop.ui.widgets.row_table import RowTable

_COLUMNS = (
    Column[DeadlineRow]("what", "Deadline", lambda row: row.what),
    Column[DeadlineRow]("due", "Due", lambda row: short(row.due_on) if row.due_on else "–"),
)


def _sentence(row: DeadlineRow) -> str:
    return f"{row.standing_words}: {row.what}, {row.due_words}, {row.owner}"


class DeadlineList(RowTable):
    """As tall as its rows: the panel scrolls, not the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deadlines = RecordsModel[DeadlineRow](_COLUMNS, lambda row: row.id, _sentence, self)
        self.end_room = 0
        self.setAccessibleName("Open deadlines")
        self.setModel(self.deadlines)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.deadlines.modelReset.connect(self.arrange)

    def row_height(self) -> int:
        """Closer together than the rows of a page."""
        return self.metrics().height() + 12

    def arrange(self) -> None:
        """Dates at the right, what is due in the rest."""
        super().arrange()
        due = (
            widest([_COLUMNS[1].show(row) for row in self.deadlines.rows], self.font(), 20 * self.font().pixelSize())
            + 16
        )
        self.setColumnWidth(1, due)
        self.setColumnWidth(0, max(40, self.viewport().width() - due))
        self.setFixedHeight(len(self.deadlines.rows) * self.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.arrange()

    def show_rows(self, rows: tuple[DeadlineRow, ...], chosen: str) -> None:
        """Show these with one chosen, without telling that it was chosen by hand."""
        was_blocked = self.blockSignals(True)
        self.deadlines.set_rows(rows)
        line = self.deadlines.line_of(chosen)
        if line >= 0:
            self.choose_row(line)
        else:
            self.clearSelection()
        self.blockSignals(was_blocked)


class _Delegate(QStyledItemDelegate):
    """Shape, words, date; the chosen one on a tint."""

    def __init__(self, view: DeadlineList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row = self._view.deadlines.record(index)
        if row is None:
            return
        now, look, font = tokens(), look_without_words(row.standing), self._view.font()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or index.row() == self._view.hovered_row:
            painter.fillRect(option.rect, QColor(now.selected if is_chosen else now.hover))
        if is_chosen and self._view.hasFocus() and index.column() == 0:
            bar = option.rect.adjusted(0, 0, 3 - option.rect.width(), 0)
            painter.fillRect(bar, QColor(now.accent))
        box = option.rect.adjusted(8, 0, -8, 0)
        if index.column():
            paint_words(painter, _COLUMNS[1].show(row), box, font, now.soft, to_right=True)
            return
        side = mark_side(self._view.metrics())
        mark = QRectF(box.left(), round(box.center().y() - side / 2) + 1, side, side)
        paint_shape(painter, look.shape, mark, look.colour(now))
        words = weighted(font, Weight.STRONG if is_chosen else Weight.PLAIN)
        beside = box.adjusted(side + 8, 0, 0, 0)
        is_fitting = QFontMetrics(words).horizontalAdvance(row.what) <= beside.width()
        # Of "Minutes, review of 13 Nov 2026" the first word tells these rows apart; the card above says the rest.
        paint_words(painter, row.what if is_fitting else row.what.split(",")[0], beside, words, now.ink)
