"""What a column means: a list to choose from."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens

NOT_READ = "Not read"


class FieldChoice(QComboBox):
    """``said`` with the heading and the field, each time a person chooses; the wheel scrolls the page instead."""

    said = Signal(str, object)

    def __init__(self, heading: str, fields: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading
        self.setAccessibleName(f"What “{heading}” means")
        self.addItem(NOT_READ, None)
        for value, label in fields:
            self.addItem(label[:1].upper() + label[1:], value)
        self.setMaxVisibleItems(len(fields) + 1)
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._activated)

    def show_field(self, field: str | None) -> None:
        """Show what the column is taken for."""
        self.setCurrentIndex(max(0, self.findData(field)) if field else 0)

    def field(self) -> str | None:
        """What is chosen; None: not read."""
        return None if self.currentData() is None else str(self.currentData())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel over a list must not change what a column means."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet's box, with our own chevron."""
        super().paintEvent(event)
        side = self.fontMetrics().ascent() * 0.75
        box = QRectF(self.width() - side - 11, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_shape(painter, Shape.CHEVRON, box, tokens().soft)
        painter.end()

    def _activated(self, _place: int) -> None:
        self.said.emit(self._heading, self.field())
