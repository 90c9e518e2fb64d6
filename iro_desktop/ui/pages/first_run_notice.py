"""What went wrong, said in place: a mark, the sentence, and a voice for who does not see it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.mark import Mark

_BAR = 4


class Remark(QWidget):
    """A mark and a sentence in one voice, small enough to stand under a field; takes no room while it says nothing."""

    def __init__(
        self,
        shape: Shape = Shape.TRIANGLE,
        tone: Tone = Tone.OVERDUE,
        parent: QWidget | None = None,
        kind: Kind = Kind.BODY,
    ) -> None:
        super().__init__(parent)
        self.words = Text("", kind, tone, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Mark(shape, tone.value, 1.25, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say it, or nothing."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class Notice(QFrame):
    """A sentence that concerns the whole page: what happened, what is safe, what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remark = Remark(parent=self)
        self.remark.words.set_tone(Tone.INK)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.remark)
        self.hide()

    def text(self) -> str:
        """What it says now."""
        return self.remark.words.text()

    def say(self, words: str) -> None:
        """Show the sentence and have it read out at once; nothing to say takes no room."""
        self.remark.say(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words, is_urgent=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface with a bar at its left."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(path, QColor(now.surface))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(0, 0, _BAR, self.height(), QColor(now.overdue))
        painter.restore()
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawPath(path)
        painter.end()
