"""One shape by itself, large and quiet."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens


class Mark(QWidget):
    """A shape in one of the theme's colours; decorates, says nothing."""

    def __init__(self, shape: Shape, colour: str = "soft", ems: float = 2.4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._colour, self._ems = shape, colour, ems
        self._is_shown = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: Shape, colour: str) -> None:
        """Show another one."""
        self._shape, self._colour = shape, colour
        self.update()

    def set_shown(self, *, is_shown: bool) -> None:
        """Show it or not; its room stays, so that words beside it stay in line."""
        self._is_shown = is_shown
        self.update()

    def sizeHint(self) -> QSize:
        """As many times the size of running text as asked."""
        side = round(self.font().pixelSize() * self._ems)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if not self._is_shown:
            return
        painter = QPainter(self)
        inset = 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_shape(painter, self._shape, box, str(getattr(tokens(), self._colour)))
        painter.end()
