"""A mark that something is switched on, as one has to see it at once: a shape and words in an outline."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens

_PAD, _GAP = 10, 7


class Pill(QWidget):
    """Told by shape, outline and words, not by its colour alone."""

    def __init__(self, words: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._shape = words, shape
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Shape and words on one line."""
        metrics = QFontMetrics(self._words_font())
        return QSize(2 * _PAD + self._side() + _GAP + metrics.horizontalAdvance(self.words) + 2, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Never less: words aren't cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, shape, words."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8)
        painter.setPen(QPen(QColor(now.today), 1.4))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = self._side()
        paint_shape(painter, self._shape, QRectF(_PAD, (self.height() - side) / 2, side, side), now.today)
        painter.setFont(self._words_font())
        painter.setPen(QColor(now.today))
        room = QRectF(self.rect()).adjusted(_PAD + side + _GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
        painter.end()

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(round(self.font().pixelSize() * 0.93))
        return font

    def _side(self) -> int:
        return round(QFontMetrics(self._words_font()).capHeight() * 1.1)
