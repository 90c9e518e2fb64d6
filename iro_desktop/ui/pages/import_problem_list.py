"""The findings of an import, painted: as high as they are, so that the page scrolls and not a list within it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iro_desktop.ui.pages.import_problem_lines import GroupLine, MoreLine, ProblemLine, ProblemModel
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.row_painting import PAD, Place, Weight, paint_ground, paint_words, weighted, widest
from iro_desktop.ui.widgets.row_table import RowTable

_NARROW_EMS, _PLACE_EMS, _GAP, _ROOM = 46, 24, 14, 10
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_TALLEST = 100_000


class ProblemList(RowTable):
    """One tab stop, arrows inside. ``in_sight`` asks the page to scroll to the chosen line."""

    in_sight = Signal(QRect)

    def __init__(self, model: ProblemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_width = 0
        self.setAccessibleName("What was found")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.arrange)
        self.row_chosen.connect(self._chosen)

    def problem_model(self) -> ProblemModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, ProblemModel)
        return model

    @property
    def is_narrow(self) -> bool:
        """Whether the message stands below its place."""
        return self.viewport().width() < _NARROW_EMS * self.font().pixelSize()

    def arrange(self) -> None:
        """Each line as high as its words, the list as high as its lines."""
        super().arrange()
        self.horizontalHeader().resizeSection(0, self.viewport().width())
        places = [line.place for line in self.problem_model().lines if isinstance(line, ProblemLine)]
        most = min(_PLACE_EMS * self.font().pixelSize(), self.viewport().width() // 3)
        self._place_width = widest(places, weighted(self.font(), Weight.STRONG), most)
        for row, line in enumerate(self.problem_model().lines):
            self.verticalHeader().resizeSection(row, self._height_of(line, is_first=row == 0))
        self.setFixedHeight(self.verticalHeader().length() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the chosen line into sight."""
        super().focusInEvent(event)
        self._chosen(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an opener opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(self.problem_model().lines[index.row()], MoreLine):
            self.row_opened.emit(index)

    def message_box(self, whole: QRect) -> QRect:
        """Where the message of a finding stands in its row."""
        left = PAD + self.metrics().ascent() + _GAP
        if self.is_narrow:
            return whole.adjusted(left, _ROOM + self.metrics().height() + 2, -PAD, -_ROOM)
        return whole.adjusted(left + self._place_width + _GAP, _ROOM, -PAD, -_ROOM)

    def _height_of(self, line: object, *, is_first: bool) -> int:
        height = self.metrics().height()
        if isinstance(line, GroupLine):
            return height + (14 if is_first else 34)
        if not isinstance(line, ProblemLine):
            return self.row_height()
        whole = self.message_box(QRect(0, 0, self.viewport().width(), _TALLEST))
        words = self.metrics().boundingRect(whole, _WRAP, line.message).height()
        return words + _TALLEST - whole.height()

    def _chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.hasFocus() and index.isValid():
            self.in_sight.emit(self.visualRect(index))


class _Delegate(QStyledItemDelegate):
    """Paints headings, findings and openers."""

    def __init__(self, view: ProblemList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The list decides."""
        return QSize(0, self._view.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        line = self._view.problem_model().lines[index.row()]
        if isinstance(line, GroupLine):
            self._paint_heading(painter, option.rect, line)
        elif isinstance(line, MoreLine):
            now = paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=True))
            paint_words(painter, line.words, option.rect.adjusted(PAD, 0, -PAD, 0), self._view.font(), now.accent)
        else:
            if not self._view.hasFocus():
                option.state &= (
                    ~QStyle.StateFlag.State_Selected
                )  # nothing is done with a chosen line: no need to keep it
            paint_ground(painter, self._view, option, index.row(), Place(line.is_first, line.is_last))
            self._paint_problem(painter, option.rect, line)

    def _paint_heading(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        now, font = tokens(), self._view.font()
        strong = weighted(font, Weight.STRONG)
        height = QFontMetrics(strong).height()
        box = QRect(rect.left() + 1, rect.bottom() - height - 8, rect.width() - 2, height)
        paint_words(painter, line.look.words, box, strong, now.ink)
        box.setLeft(box.left() + QFontMetrics(strong).horizontalAdvance(line.look.words) + 9)
        paint_words(painter, f"{line.count:,}   {line.look.note}".rstrip(), box, font, now.soft)

    def _paint_problem(self, painter: QPainter, rect: QRect, line: ProblemLine) -> None:
        now, font, metrics = tokens(), self._view.font(), self._view.metrics()
        side = metrics.capHeight() * 1.2
        top = rect.top() + _ROOM + (metrics.height() - side) / 2
        mark = QRectF(rect.left() + PAD, round(top), side, side)
        paint_shape(painter, line.look.shape, mark, str(getattr(now, line.look.token)))
        message = self._view.message_box(rect)
        left = rect.left() + PAD + metrics.ascent() + _GAP
        right = rect.right() - PAD if self._view.is_narrow else message.left() - _GAP
        place = QRect(left, rect.top() + _ROOM, right - left, metrics.height())
        paint_words(painter, line.place, place, weighted(font, Weight.STRONG), now.ink)
        painter.setFont(QFont(font))
        painter.setPen(QColor(now.ink))
        painter.drawText(message, _WRAP, line.message)
