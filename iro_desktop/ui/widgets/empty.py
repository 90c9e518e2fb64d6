"""An empty place says why it is empty and offers the one next thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.ui.widgets.buttons import PrimaryButton
from iro_desktop.ui.widgets.labels import Kind, Text, Tone
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.scroller import Scroller


class EmptyState(Scroller):
    """A mark, a sentence, a reason, and a button where there is something to do."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget(self)
        self.words = Text("", Kind.HEADING, parent=content)
        self.reason = Text("", Kind.BODY, Tone.SOFT, content)
        self.button = PrimaryButton("", parent=content)
        self.mark = mark
        self._action: QAction | None = None
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(3)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self.words, self.reason):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        across = QHBoxLayout(content)
        across.addStretch(1)
        across.addLayout(column, 3)
        across.addStretch(1)
        self.button.hide()
        self.setWidget(content)

    def say(self, words: str, reason: str, action: QAction | None = None, button_words: str = "") -> None:
        """Say why there is nothing, and offer the action."""
        self.words.setText(words)
        self.reason.setText(reason)
        if self._action is None and action is not None:
            self.button.follow(action)
            self._action = action
        self.button.setText(button_words)
        self.button.setVisible(action is not None)
