"""A calm surface that holds one thing."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets.labels import Kind, Text


class Card(QFrame):
    """A rounded surface with a hairline; ``body`` takes what it holds, ``head`` what stands beside the heading."""

    def __init__(self, parent: QWidget | None = None, heading: str = "", padding: int = 14) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 2, padding, padding)
        self.body.setSpacing(8)
        self.heading = Text(heading, Kind.LABEL, parent=self)
        self.heading.setVisible(bool(heading))
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading, 1)
        self.body.addLayout(self.head)

    def set_heading(self, heading: str) -> None:
        """Name what the card holds."""
        self.heading.set_or_hide(heading)
        self.setAccessibleName(heading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and hairline."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
