"""The line above the fields that says: this was typed before; with the way to start empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets import Kind, LinkButton, Text

_KEY = "Alt+E"
_NOT_WHOLE = ". Something chosen then is no longer offered: look at every field."
_SIDE, _TOP, _BOTTOM = 20, 6, 6  # the form's margins, drawn here so that they go with the line


class GivenBack(QWidget):
    """Hidden until something is given back. Its key works from anywhere in the form."""

    emptied = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.words = Text("", Kind.SMALL, parent=self)
        self.button = LinkButton("Start empty", _KEY.replace("+", " "), self)
        self.button.clicked.connect(self._empty)
        key = QShortcut(QKeySequence(_KEY), form)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._empty)
        column = QVBoxLayout(self)
        self.words.setContentsMargins(4, 0, 0, 0)  # as far in as the words of the button
        column.setContentsMargins(_SIDE + 8, _TOP + 8, _SIDE + 12, _BOTTOM + 6)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self.hide()

    def say(self, when: str, *, is_whole: bool = True) -> None:
        """Say when it was typed, and whether all of it still fits: what was chosen then may not be offered any more."""
        self.words.setText(f"Given back: typed {when}" + ("" if is_whole else _NOT_WHOLE))
        self.show()

    def _empty(self) -> None:
        if not self.isHidden():
            self.hide()
            self.emptied.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().selected))
        painter.drawRoundedRect(self.rect().adjusted(_SIDE, _TOP, -_SIDE, -_BOTTOM), RADIUS, RADIUS)
        painter.end()
