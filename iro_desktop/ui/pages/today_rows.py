"""The list of Today: cards of rows under the groups' headings, in one table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.services.views import TodayRow
from iro_desktop.ui.models.work import (
    ACT,
    CHILD,
    COLUMNS,
    KEYS,
    STANDING,
    WHAT,
    WHEN,
    GroupLine,
    MoreLine,
    WorkLine,
    WorkModel,
    standing_shown,
)
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.badge import paint_standing, standing_width
from iro_desktop.ui.widgets.hint import hint_size, paint_hint
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, Weight, paint_ground, paint_words, weighted, widest
from iro_desktop.ui.widgets.row_table import RowTable

_NARROW_EMS = 52  # below this what and when share a cell, one below the other


class WorkTable(RowTable):
    """Today's rows."""

    act_clicked = Signal(QModelIndex)

    def __init__(self, model: WorkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = model
        self.is_narrow = False
        self.setAccessibleName("Today's work")
        self.setModel(model)
        self.setItemDelegate(WorkDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.arrange)

    def work_model(self) -> WorkModel:
        """The model, as what it is."""
        return self._work

    def arrange(self) -> None:
        """Heights by line, widths by words; what is left goes to what is to be done."""
        super().arrange()
        self.is_narrow = self.viewport().width() < _NARROW_EMS * self.font().pixelSize()
        self.setColumnHidden(WHEN, self.is_narrow)
        self.clearSpans()
        for row, line in enumerate(self.work_model().lines):
            self.verticalHeader().resizeSection(row, self._height_of(line, is_first=row == 0))
            if not isinstance(line, WorkLine):
                self.setSpan(row, 0, 1, len(COLUMNS))
        self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the likely act does it; one on an opener opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.work_model().line(index)
        if isinstance(line, MoreLine):
            self.row_opened.emit(index)
        elif isinstance(line, WorkLine) and index.column() == ACT:
            self.act_clicked.emit(index)

    def _height_of(self, line: object, *, is_first: bool) -> int:
        height = self.metrics().height()
        if isinstance(line, GroupLine):
            return height + (14 if is_first else 34)
        if isinstance(line, WorkLine) and self.is_narrow:
            return 2 * height + ROW_GAP + 14
        return self.row_height()

    def _set_widths(self) -> None:
        rows = [line.row for line in self.work_model().lines if isinstance(line, WorkLine)]
        em, font = self.font().pixelSize(), self.font()
        strong = weighted(font, Weight.STRONG)
        longest = max((row.standing_words for row in rows), key=len, default="")
        widths = {
            STANDING: min(18 * em, standing_width(longest, font)) + PAD + END + 4,
            CHILD: widest([self._child(row) for row in rows], strong, (11 if self.is_narrow else 15) * em) + PAD + END,
            ACT: widest([row.do_now_words for row in rows], font, 8 * em)
            + PAD
            + END
            + max((hint_size(KEYS[row.do_now], font).width() for row in rows), default=0)
            + 18,
        }
        room = self.viewport().width() - sum(widths.values())
        what = widest([row.what for row in rows], font, 40 * em) + PAD + END
        when = 0 if self.is_narrow else widest([row.when for row in rows], font, 40 * em) + PAD + END
        widths[WHEN] = 0 if self.is_narrow else self._share(room, what, when)
        widths[WHAT] = max(6 * em, room - widths[WHEN])
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _share(self, room: int, what: int, when: int) -> int:
        """How much of the room the date gets: what it needs, unless that leaves the rest less than half."""
        return when if what + when <= room else min(when, room // 2)

    def _child(self, row: TodayRow) -> str:
        return row.name if row.age is None else f"{row.name} · {row.age}"


ROW_GAP = 2


class WorkDelegate(QStyledItemDelegate):
    """Paints headings, rows and openers."""

    def __init__(self, view: WorkTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The table decides."""
        return QSize(0, self._view.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        line = self._view.work_model().line(index)
        if isinstance(line, GroupLine):
            self._paint_heading(painter, option.rect, line)
        elif isinstance(line, MoreLine):
            now = paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=True))
            box = option.rect.adjusted(PAD, 0, -PAD, 0)
            paint_words(painter, line.words, box, self._view.font(), now.accent)
        elif line is not None:
            self._paint_work(painter, option, index, line)

    def _paint_heading(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        now = tokens()
        font, strong = self._view.font(), weighted(self._view.font(), Weight.STRONG)
        height = QFontMetrics(strong).height()
        box = QRect(rect.left() + 1, rect.bottom() - height - 8, rect.width() - 2, height)
        paint_words(painter, line.words, box, strong, now.ink)
        box.setLeft(box.left() + QFontMetrics(strong).horizontalAdvance(line.words) + 9)
        paint_words(painter, f"{line.count}   {line.note}".rstrip(), box, font, now.soft)

    def _paint_work(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        line: WorkLine,
    ) -> None:
        now = paint_ground(painter, self._view, option, index.row(), Place(line.is_first, line.is_last))
        row, font, column = line.row, self._view.font(), index.column()
        box = option.rect.adjusted(PAD + (3 if column == STANDING else 0), 0, -(PAD if column == ACT else END), 0)
        if column == STANDING:
            paint_standing(painter, standing_shown(row), row.standing_words, QRectF(box), font)
        elif column == CHILD:
            paint_words(painter, index.data(), box, weighted(font, Weight.STRONG), now.ink)
        elif column == WHAT and self._view.is_narrow:
            upper, lower = self._halves(box)
            paint_words(painter, row.what, upper, font, now.ink)
            paint_words(painter, row.when, lower, font, now.soft)
        elif column == ACT:
            self._paint_act(painter, option, row, box)
        else:
            paint_words(painter, index.data(), box, font, now.ink)

    def _halves(self, box: QRect) -> tuple[QRect, QRect]:
        height = self._view.metrics().height()
        top = box.center().y() - height - ROW_GAP // 2
        return QRect(box.left(), top, box.width(), height), QRect(
            box.left(), top + height + ROW_GAP, box.width(), height
        )

    def _paint_act(self, painter: QPainter, option: QStyleOptionViewItem, row: TodayRow, box: QRect) -> None:
        now, font = tokens(), self._view.font()
        key = KEYS[row.do_now]
        size = hint_size(key, font)
        chip = QRectF(box.right() - size.width() + 1, 0, size.width(), size.height())
        chip.moveTop(round(box.center().y() - size.height() / 2) + 1)
        is_current = self._view.current_row() == self._view.indexAt(option.rect.center()).row()
        paint_hint(painter, key, chip, font, now.soft, now.edge if is_current else now.line)
        words = box.adjusted(0, 0, -size.width() - 7, 0)
        paint_words(painter, row.do_now_words, words, font, now.ink if is_current else now.soft, to_right=True)
