"""The box that takes cells copied from Excel."""

from PySide6.QtCore import QMimeData, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from iro_desktop.ui.theme import tokens

_LINES = 7


class PasteBox(QPlainTextEdit):
    """Takes cells. A table pasted into the empty box is read at once: ``table_pasted``."""

    table_pasted = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Cells from Excel")
        self.setPlaceholderText("Child ID    Name    Date of birth    Looked after since    Last review    …")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setUndoRedoEnabled(False)

    def sizeHint(self) -> QSize:
        """A few lines."""
        return QSize(200, self.fontMetrics().lineSpacing() * _LINES + 24)

    def minimumSizeHint(self) -> QSize:
        """No less: the page scrolls where there is no room."""
        return QSize(100, self.sizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take plain text alone."""
        was_empty = not self.toPlainText().strip()
        self.insertPlainText(source.text())
        if was_empty and len(source.text().strip().splitlines()) > 1:
            self.table_pasted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the outline."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the outline."""
        super().focusOutEvent(event)
        self.focus_changed.emit()


class Well(QFrame):
    """The outline around the box: that of a field, which scrolling boxes don't have of their own."""

    def __init__(self, box: PasteBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 2, 2, 2)
        layout.addWidget(box)
        box.focus_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline and ring."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self._box.hasFocus()
        painter.setPen(QPen(QColor(now.accent), 2) if has_focus else QPen(QColor(now.edge), 1))
        painter.setBrush(QColor(now.surface))
        inset = 1.0 if has_focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.end()
