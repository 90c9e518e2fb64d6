"""The grounds of the window's parts: rail, bar and side, each with a hairline where it ends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.theme import tokens


class Rule(QWidget):
    """A hairline from side to side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().line))
        painter.end()


class Pane(QWidget):
    """A plain ground in one of the theme's colours with a line at one edge."""

    def __init__(self, colour: str, edge: Qt.Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._edge = colour, edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and line."""
        now, rect = tokens(), self.rect()
        painter = QPainter(self)
        painter.fillRect(rect, QColor(str(getattr(now, self._colour))))
        painter.setPen(QColor(now.line))
        ends = {
            Qt.Edge.LeftEdge: (rect.topLeft(), rect.bottomLeft()),
            Qt.Edge.RightEdge: (rect.topRight(), rect.bottomRight()),
            Qt.Edge.TopEdge: (rect.topLeft(), rect.topRight()),
            Qt.Edge.BottomEdge: (rect.bottomLeft(), rect.bottomRight()),
        }
        painter.drawLine(*ends[self._edge])
        painter.end()
