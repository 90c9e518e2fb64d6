"""The headings of a table: the top of its card; a click or the sort menu orders by one."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import RADIUS, Tokens, tokens
from iro_desktop.ui.widgets.row_painting import PAD


class TableHeader(QHeaderView):
    """Headings painted as the upper end of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sorted_section, self.is_turned = -1, False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_order(self, section: int, *, is_turned: bool) -> None:
        """Mark the column the rows are ordered by."""
        self.sorted_section, self.is_turned = section, is_turned
        self.viewport().update()

    def label_font(self) -> QFont:
        """The font of the headings."""
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 0.93))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """One line of words with room around."""
        return QSize(super().sizeHint().width(), QFontMetrics(self.label_font()).height() + 20)

    def width_of(self, words: str) -> int:
        """The room a heading needs; its sort mark may stand in the gap to the next."""
        metrics = QFontMetrics(self.label_font())
        return metrics.horizontalAdvance(words) + metrics.ascent() // 2

    def changeEvent(self, event: QEvent) -> None:
        """Take the new height with the new type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading."""
        now = tokens()
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(now.ground))
        painter.fillPath(self._card(), QColor(now.surface))
        painter.setPen(QColor(now.line))
        painter.drawPath(self._card())
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        self._paint_words(painter, rect, logicalIndex, now)
        painter.restore()

    def _card(self) -> QPainterPath:
        path = QPainterPath()
        box = QRectF(-self.offset(), 0, self.length(), self.height() + 2 * RADIUS)
        path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, 0), RADIUS, RADIUS)
        return path

    def _paint_words(self, painter: QPainter, rect: QRect, section: int, now: Tokens) -> None:
        is_sorted = section == self.sorted_section
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        font = self.label_font()
        painter.setFont(font)
        painter.setPen(QColor(now.ink if is_sorted else now.soft))
        box = rect.adjusted(PAD, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        if is_sorted:
            metrics = QFontMetrics(font)
            side = metrics.ascent() * 0.8
            mark = QRectF(box.left() + metrics.horizontalAdvance(words) + 4, 0, side, side)
            mark.moveTop(rect.center().y() - side / 2 + 1)
            if self.is_turned:
                painter.translate(mark.center())
                painter.rotate(180)
                painter.translate(-mark.center())
            paint_shape(painter, Shape.CHEVRON, mark, now.ink)
