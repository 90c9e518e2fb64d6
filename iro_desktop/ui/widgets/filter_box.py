"""A box that narrows a list as one types; Esc empties it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget


class FilterBox(QLineEdit):
    """Esc clears, and leaves when there is nothing to clear; Enter and Down go to the list."""

    left = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription("Esc clears")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for what it says."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText())
        return QSize(words + 44, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear or leave."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
