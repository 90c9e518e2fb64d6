"""A key as it is printed on the keyboard: a small chip beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.ui.theme import tokens


def key_words(action: QAction) -> str:
    """An action's key as it is shown: ``Ctrl Z``, ``R``; ``""`` where it has none."""
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("++", "+ plus").replace("+", " ").replace("  plus", " +")


def hint_font(font: QFont) -> QFont:
    """The font of a key, a little smaller than the words beside it."""
    smaller = QFont(font)
    smaller.setPixelSize(max(9, round(font.pixelSize() * 0.85)))
    smaller.setWeight(QFont.Weight.Normal)
    return smaller


def hint_size(key: str, font: QFont) -> QSize:
    """The room a key takes; ``font`` is that of the words beside it."""
    metrics = QFontMetrics(hint_font(font))
    height = metrics.height() + 3
    return QSize(max(height, metrics.horizontalAdvance(key) + 10), height)


def paint_hint(painter: QPainter, key: str, box: QRectF, font: QFont, ink: str, line: str) -> None:
    """Paint the key's outline and its letter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(hint_font(font))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyHint(QWidget):
    """A key shown for its own sake; says nothing to a screen reader, the action beside it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        return hint_size(self.key, self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        colours = tokens()
        painter = QPainter(self)
        paint_hint(painter, self.key, QRectF(self.rect()), self.font(), colours.soft, colours.line)
        painter.end()
