"""Small drawings for the ways in: a page, a grid of cells, a folder."""

from enum import Enum

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.ui.theme import tokens

_Line = tuple[tuple[float, float], ...]


class Drawing(Enum):
    """Each as lines within a square of side 1."""

    PAGE = (
        ((0.6, 0.06), (0.18, 0.06), (0.18, 0.94), (0.84, 0.94), (0.84, 0.3), (0.6, 0.06)),
        ((0.6, 0.06), (0.6, 0.3), (0.84, 0.3)),
        ((0.34, 0.52), (0.68, 0.52)),
        ((0.34, 0.72), (0.68, 0.72)),
    )
    CELLS = (
        ((0.06, 0.14), (0.94, 0.14), (0.94, 0.86), (0.06, 0.86), (0.06, 0.14)),
        ((0.06, 0.38), (0.94, 0.38)),
        ((0.06, 0.62), (0.94, 0.62)),
        ((0.38, 0.14), (0.38, 0.86)),
    )
    FOLDER = (
        ((0.06, 0.3), (0.06, 0.16), (0.38, 0.16), (0.48, 0.3), (0.94, 0.3), (0.94, 0.86), (0.06, 0.86), (0.06, 0.3)),
        ((0.06, 0.3), (0.48, 0.3)),
    )


class WayMark(QWidget):
    """One drawing in the accent; decorates, says nothing."""

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[_Line, ...] = drawing.value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A little larger than the words beside it."""
        side = round(self.font().pixelSize() * 1.45)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        side = self.width() - 2
        pen = QPen(QColor(tokens().accent), max(1.4, side * 0.085))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for line in self._lines:
            painter.drawPolyline(QPolygonF([QPointF(1 + x * side, 1 + y * side) for x, y in line]))
        painter.end()
