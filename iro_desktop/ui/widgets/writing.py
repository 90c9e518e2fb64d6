"""A place to write more than a line: as high as what stands in it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ROOM = 18  # border and padding of the sheet, and the document's own margin


class WritingBox(QPlainTextEdit):
    """Plain words alone. Tab goes on; in a form Enter saves it, and Shift+Enter begins a new line."""

    entered = Signal()  # the focus came

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 3, enter_saves: bool = False) -> None:
        super().__init__(parent)
        self._lines, self._enter_saves = lines, enter_saves
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)

    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """So many lines as are written, and no fewer than it begins with."""
        lines = max(self._lines, round(self.document().size().height()))
        return QSize(240, lines * self.fontMetrics().lineSpacing() + _ROOM)

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be; narrower where need be."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the form what is the form's."""
        is_enter = event.key() in _ENTER
        is_new_line = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_asked = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and (is_asked or (self._enter_saves and not is_new_line)):
            event.ignore()
        elif is_enter and is_new_line:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one is here now."""
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, the same words need more lines."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _grow(self) -> None:
        if self.height() != self.sizeHint().height():
            self.updateGeometry()
