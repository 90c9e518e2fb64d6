"""What a planned change touches: each open deadline before and after, soonest first, in a list that scrolls."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.plan_views import Consequence, DatedStanding
from iro_desktop.ui.forms.change_words import SayDay, bare, becomes, change_words, without_year, year_unless
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.tones import LOOKS, look_without_words
from iro_desktop.ui.widgets.badge import mark_side
from iro_desktop.ui.widgets.row_painting import Weight, paint_words, weighted
from iro_desktop.ui.widgets.row_table import RowTable

_ROWS_SHOWN = 5.5  # half a row says that there are more


def _standing(row: Consequence) -> str:
    return f"becomes {becomes(row)}" if becomes(row) else ""


def _sentence(row: Consequence) -> str:
    return ", ".join(part for part in (f"{row.what}, {row.child}", change_words(row), _standing(row)) if part)


_COLUMNS = (Column[Consequence]("touched", "Deadline", lambda row: f"{row.what} · {row.child}"),)


class TouchedList(RowTable):
    """Two lines a row. Enter belongs to the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.touched = RecordsModel[Consequence](_COLUMNS, lambda row: row.id, _sentence, self)
        self.end_room = 0
        self.ways: tuple[SayDay, ...] = (without_year,)
        self.setAccessibleName("Deadlines touched")
        self.setModel(self.touched)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.touched.modelReset.connect(self.arrange)

    def row_height(self) -> int:
        """Two lines."""
        return 2 * self.metrics().lineSpacing() + 14

    def arrange(self) -> None:
        """As tall as its rows, up to a few."""
        super().arrange()
        self.setColumnWidth(0, max(40, self.viewport().width()))
        self.setFixedHeight(round(min(len(self.touched.rows), _ROWS_SHOWN) * self.row_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new width."""
        super().resizeEvent(event)
        self.setColumnWidth(0, max(40, self.viewport().width()))

    def show_rows(self, rows: tuple[Consequence, ...]) -> None:
        """Show these, from the first."""
        sides = [side.due_on for row in rows if (side := row.after or row.before) and side.due_on]
        soonest = min(sides, default=date.max)
        self.ways = (year_unless(soonest.year), without_year, bare)
        self.touched.set_rows(rows)
        self.setVisible(bool(rows))
        if rows:
            self.choose_row(0)
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move; Enter saves the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: TouchedList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Mark, what and how it then stands; beneath, from when to when, and whose."""
        row = self._view.touched.record(index)
        if row is None:
            return
        now, font, metrics = tokens(), self._view.font(), self._view.metrics()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if is_chosen:
            painter.fillRect(option.rect, QColor(now.selected))
            painter.fillRect(option.rect.adjusted(0, 0, 3 - option.rect.width(), 0), QColor(now.accent))
        painter.setPen(QColor(now.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box, side = option.rect.adjusted(8, 6, -8, -7), mark_side(metrics)
        line = metrics.lineSpacing()
        first = box.adjusted(side + 8, 0, 0, line - box.height())
        standing = (row.after or row.before or DatedStanding(None, Standing.NOT_DUE, None, "")).standing
        words = becomes(row)
        look = LOOKS[standing] if words else look_without_words(standing)
        mark = QRectF(box.left(), round(first.center().y() - side / 2) + 1, side, side)
        paint_shape(painter, look.shape, mark, look.colour(now))
        paint_words(painter, row.what, first, weighted(font, Weight.STRONG), now.ink)
        second = first.translated(0, line)
        paint_words(painter, row.child, second, font, now.soft, to_right=True)
        room = second.adjusted(0, 0, -metrics.horizontalAdvance(row.child) - 10, 0)
        told = f" · {words}" if words else ""
        days = _fitting(row, self._view.ways, metrics, room.width() - metrics.horizontalAdvance(told))
        paint_words(painter, days, room, font, now.soft)
        rest = room.adjusted(metrics.horizontalAdvance(days), 0, 0, 0)
        paint_words(painter, told, rest, font, look.colour(now))


def _fitting(row: Consequence, says: Sequence[SayDay], metrics: QFontMetrics, room: int) -> str:
    """The first way of saying it that fits."""
    ways = [change_words(row, say) for say in says]
    return next((words for words in ways if metrics.horizontalAdvance(words) <= room), ways[-1])
