"""The program's sign: a tick on its accent."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import LIGHT, Tokens, tokens


def paint_brand(painter: QPainter, box: QRectF, now: Tokens) -> None:
    """Paint the sign into the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.accent))
    painter.drawRoundedRect(box, box.width() * 0.26, box.width() * 0.26)
    inset = box.width() * 0.27
    paint_shape(painter, Shape.TICK, box.adjusted(inset, inset, -inset, -inset), now.on_accent)
    painter.restore()


def brand_icon() -> QIcon:
    """The window's icon, in the sizes that task bars ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_brand(painter, QRectF(0, 0, side, side), LIGHT)
        painter.end()
        icon.addPixmap(picture)
    return icon


class Brand(QWidget):
    """The sign by itself; says nothing, the name stands beside it."""

    def __init__(self, ems: float = 1.85, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ems = ems
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As many times the size of running text as asked."""
        side = round(self.font().pixelSize() * self._ems)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        paint_brand(painter, QRectF(self.rect()), tokens())
        painter.end()
