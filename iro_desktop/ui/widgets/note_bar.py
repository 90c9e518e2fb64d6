"""The bar that says what was saved, with undo at hand, or what went wrong. Stays long enough, never in the way."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets.buttons import QuietButton
from iro_desktop.ui.widgets.labels import Text
from iro_desktop.ui.widgets.mark import Mark

_TOP, _BOTTOM = 8, 16  # the page's margins, drawn by the bar so that they go with it
STAYS_MS = 15_000  # at least ten seconds (WCAG 2.2.1)


class NoteBar(QWidget):
    """One sentence at a time."""

    def __init__(self, undo: QAction, go_on: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._saved_mark = Mark(Shape.TICK, "met", 1.0, self)
        self._kept_mark = Mark(Shape.CLOCK, "soft", 1.0, self)
        self._wrong_mark = Mark(Shape.TRIANGLE, "overdue", 1.0, self)
        self.words = Text("", parent=self)
        self.undo_button = QuietButton("Undo", parent=self)
        self.undo_button.follow(undo)
        self.go_on_button = QuietButton("Go on", parent=self)
        self.go_on_button.follow(go_on)
        self.close_button = QuietButton("", parent=self, shape=Shape.CROSS)
        self.close_button.setAccessibleName("Close this message")
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        self._row = layout
        self.set_margin(24)
        layout.setSpacing(10)
        for mark in (self._saved_mark, self._kept_mark, self._wrong_mark):
            layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.go_on_button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        self.hide()

    def set_margin(self, side: int) -> None:
        """Begin and end where the page above does."""
        self._side = side
        self._row.setContentsMargins(side + 16, _TOP + 8, side + 8, _BOTTOM + 8)

    def say_saved(self, sentence: str, *, can_undo: bool) -> None:
        """Say what was saved; goes by itself after a while."""
        self._say(sentence, self._saved_mark, self.undo_button if can_undo else None)
        self._timer.start()

    def say_wrong(self, sentence: str) -> None:
        """Say what went wrong; stays until closed or replaced, or a form opens."""
        self._timer.stop()
        self._say(sentence, self._wrong_mark, None)

    def say_kept(self, sentence: str) -> None:
        """Say what was typed and not saved, with the way to go on; stays until closed or replaced."""
        self._timer.stop()
        self._say(sentence, self._kept_mark, self.go_on_button)

    def make_way(self) -> None:
        """A form opens: the way to go on is no longer offered, and what went wrong before it is not about it."""
        if self.go_on_button.isVisible() or self._wrong_mark.isVisible():
            self.hide()

    def _say(self, sentence: str, mark: Mark, button: QuietButton | None) -> None:
        self.words.setText(sentence)
        for each in (self._saved_mark, self._kept_mark, self._wrong_mark):
            each.setVisible(each is mark)
        for one in (self.undo_button, self.go_on_button):
            one.setVisible(one is button)
        self.show()
        announce(self, sentence, is_urgent=mark is self._wrong_mark)

    def _time_is_up(self) -> None:
        """Not while somebody is about to use it."""
        if self.underMouse() or self.undo_button.hasFocus() or self.close_button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface of its own."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.edge), 1))
        painter.setBrush(QColor(now.surface))
        box = QRectF(self.rect()).adjusted(self._side + 0.5, _TOP + 0.5, -self._side - 0.5, -_BOTTOM - 0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()
