"""A standing: its shape, its words, its colour, always together."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.tones import look_of

_GAP = 7
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def mark_side(metrics: QFontMetrics) -> int:
    """How big the shape stands beside words of this size."""
    return round(metrics.capHeight() * 1.2)


def badge_font(font: QFont) -> QFont:
    """The font of a standing's words."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    strong.setPixelSize(round(font.pixelSize() * 0.96))
    return strong


def paint_standing(painter: QPainter, standing: Standing, words: str, box: QRectF, font: QFont) -> None:
    """Paint shape and words into the box, middle of its height, cut with an ellipsis where too long."""
    look = look_of(standing)
    colour = look.colour(tokens())
    strong = badge_font(font)
    metrics = QFontMetrics(strong)
    side = mark_side(metrics)
    middle = box.center().y()
    paint_shape(painter, look.shape, QRectF(box.x(), round(middle - side / 2), side, side), colour)
    painter.setFont(strong)
    painter.setPen(QColor(colour))
    room = box.adjusted(side + _GAP, 0, 0, 0)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def standing_width(words: str, font: QFont) -> int:
    """The room shape and words take."""
    metrics = QFontMetrics(badge_font(font))
    return mark_side(metrics) + _GAP + metrics.horizontalAdvance(words) + 2


class StandingBadge(QWidget):
    """A standing as a widget; its words run on to further lines where they must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing, self._words = Standing.NOT_DUE, ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_standing(self, standing: Standing, words: str) -> None:
        """Show where something stands."""
        self._standing, self._words = standing, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return self._lines(width).height() + 4

    def sizeHint(self) -> QSize:
        """Shape and words on one line."""
        metrics = QFontMetrics(badge_font(self.font()))
        return QSize(standing_width(self._words, self.font()), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        return QSize(8 * self.font().pixelSize(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape at the first line, then the words."""
        look = look_of(self._standing)
        colour = look.colour(tokens())
        font = badge_font(self.font())
        metrics = QFontMetrics(font)
        side = mark_side(metrics)
        painter = QPainter(self)
        top = 2 + round((metrics.height() - side) / 2)
        paint_shape(painter, look.shape, QRectF(0, top, side, side), colour)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(self._lines(self.width()).translated(side + _GAP, 2), _WRAPPED, self._words)
        painter.end()

    def _lines(self, width: int) -> QRect:
        metrics = QFontMetrics(badge_font(self.font()))
        room = max(1, width - mark_side(metrics) - _GAP)
        return metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self._words)
