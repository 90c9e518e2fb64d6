"""The table of the caseload. As room gets short the columns that can be missed go first; each child opens whole."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.services.views import CaseloadRow
from iro_desktop.ui.models.caseload import CaseloadModel
from iro_desktop.ui.models.records import Column
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.badge import paint_standing, standing_width
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, Weight, paint_ground, paint_words, weighted, widest
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.table_header import TableHeader

FULL_SLACK = 25  # working days that fill the bar
TIGHT, SHORT = 2, 5  # working days at or below which slack is painted as a worry, or as a warning
_ROOM = 4  # beside the words of a cell, so that columns breathe
_MOST_EMS = {"standing": 12, "child": 14, "siblings": 9, "placement": 12, "iro": 11, "mid": 12}


class CaseloadTable(RowTable):
    """One row for each child."""

    def __init__(self, model: CaseloadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._children = model
        self._wanted: dict[str, int] = {}
        self.header = TableHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.show()
        self.setAccessibleName("Caseload")
        self.setModel(model)
        self.setItemDelegate(CaseloadDelegate(self, model))
        model.modelReset.connect(self.measure)

    def measure(self) -> None:
        """Find out what each column needs, then share the room."""
        self._wanted = {column.key: self._width_of(column) for column in self._children.columns}
        self.arrange()

    def arrange(self) -> None:
        """Share the room among the columns that fit."""
        super().arrange()
        if not self._wanted and self._children.rows:
            self._wanted = {column.key: self._width_of(column) for column in self._children.columns}
        shown = self._shown_columns()
        needed = sum(self._wanted.get(column.key, 0) for column in shown)
        spare = max(0, self.viewport().width() - needed) // max(1, len(shown))
        rest = max(0, self.viewport().width() - needed) - spare * len(shown)
        for section, column in enumerate(self._children.columns):
            self.setColumnHidden(section, column not in shown)
            extra = spare + (rest if shown and column is shown[-1] else 0)
            self.setColumnWidth(section, self._wanted.get(column.key, 0) + extra)

    def forget_widths(self) -> None:
        """Measure again at the next arranging."""
        self._wanted = {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.arrange()

    def _shown_columns(self) -> list[Column[CaseloadRow]]:
        """The columns to be shown, in their order: those that say something, as many as fit."""
        room = self.viewport().width()
        telling = [column for column in self._children.columns if self._tells(column)]
        chosen: list[Column[CaseloadRow]] = []
        for column in sorted(telling, key=lambda each: -each.keep):
            room -= self._wanted.get(column.key, 0)
            if room < 0 and len(chosen) >= 2:
                break
            chosen.append(column)
        return [column for column in telling if column in chosen]

    def _tells(self, column: Column[CaseloadRow]) -> bool:
        if column.key not in {"siblings", "iro", "placement", "legal", "age"}:
            return True
        values = {column.show(row) for row in self._children.rows}
        return len(values) > 1 if column.key == "iro" else bool(values - {"", "–"})

    def _width_of(self, column: Column[CaseloadRow]) -> int:
        em, rows = self.font().pixelSize(), self._children.rows
        words = [column.show(row) for row in rows]
        most = _MOST_EMS.get(column.key, 14) * em
        if column.key == "standing":
            width = min(most, standing_width(max(words, key=len, default=""), self.font()))
        elif column.key == "slack":
            width = bar_width(em) + 8 + widest(words, self.font(), most)
        else:
            strong = Weight.STRONG if column.key == "child" else Weight.PLAIN
            width = widest(words, weighted(self.font(), strong), most)
        return max(width, self.header.width_of(column.header)) + PAD + END + (_ROOM if column.key == "standing" else 0)


def bar_width(em: int) -> int:
    """The length of a full slack bar."""
    return 5 * em


def slack_colour(days: int, now: Tokens) -> str:
    """The colour of so much slack."""
    return now.overdue if days <= TIGHT else now.today if days <= SHORT else now.met


class CaseloadDelegate(QStyledItemDelegate):
    """Paints the cells of a child's row."""

    def __init__(self, view: CaseloadTable, model: CaseloadModel) -> None:
        super().__init__(view)
        self._view, self._children = view, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row = self._children.record(index)
        if row is None:
            return
        is_last = index.row() == len(self._children.rows) - 1
        now = paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=is_last))
        key = self._children.columns[index.column()].key
        box = option.rect.adjusted(PAD, 0, -END, 0)
        if key == "standing":
            paint_standing(painter, row.standing, row.standing_words, QRectF(box), self._view.font())
        elif key == "slack":
            self._paint_slack(painter, row, box, now)
        else:
            font = weighted(self._view.font(), Weight.STRONG if key == "child" else Weight.PLAIN)
            paint_words(painter, self._children.columns[index.column()].show(row), box, font, _ink(key, row, now))

    def _paint_slack(self, painter: QPainter, row: CaseloadRow, box: QRect, now: Tokens) -> None:
        days = row.slack_working_days
        font = self._view.font()
        track = QRectF(box.left(), box.center().y() - 2, bar_width(font.pixelSize()), 6)
        words = box.adjusted(int(track.width()) + 8, 0, 0, 0)
        if days is None:
            paint_words(painter, "–", words, font, now.soft)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.line))
        painter.drawRoundedRect(track, 3, 3)
        part = min(1.0, max(0.0, days / FULL_SLACK))
        if part > 0:
            painter.setBrush(QColor(slack_colour(days, now) if row.next_booked_on else now.edge))
            painter.drawRoundedRect(QRectF(track.x(), track.y(), max(6.0, track.width() * part), track.height()), 3, 3)
        painter.restore()
        shown = f"{days} wd".replace("-", "−")
        paint_words(painter, shown, words, font, now.overdue if days < 0 else now.soft)


_SOFT_WHERE: Mapping[str, str] = {"siblings": "", "iro": ""}


def _ink(key: str, row: CaseloadRow, now: Tokens) -> str:
    if key in _SOFT_WHERE:
        return now.soft
    if key == "booked" and row.next_booked_on is None:
        return now.waiting
    is_nothing = (key == "writeups" and not row.write_ups) or (key == "mid" and row.mid_point in {"", "–"})
    return now.soft if is_nothing else now.ink
