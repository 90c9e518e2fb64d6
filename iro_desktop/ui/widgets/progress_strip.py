"""What is being done, how much of it, and a way to stop it; comes only where it takes longer than a moment."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.services.long_work import Step
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.tasks import Task
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets.buttons import QuietButton
from iro_desktop.ui.widgets.labels import Kind, Text, Tone

A_MOMENT_MS = 300  # what is over by then needs no word
_SAID_EVERY_MS = 10_000  # to whoever listens
_THICK = 4
_PARTS = 1000


class ProgressStrip(QWidget):
    """Follows one task at a time. Esc stops it where the page hands the key on (``stops``)."""

    cancelled = Signal()  # by the person; the task is dropped already

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._task: Task | None = None
        self.words = Text("", Kind.STRONG, parent=self)
        self.step = Text("", Kind.SMALL, Tone.SOFT, self)
        self.bar = _Bar(self)
        self.cancel_button = QuietButton("Cancel", "Esc", self)
        self.cancel_button.clicked.connect(self.cancel)
        told = QVBoxLayout()
        told.setSpacing(6)
        for part in (self.words, self.bar, self.step):
            told.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(told, 1)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._moment = QTimer(self, singleShot=True, interval=A_MOMENT_MS)
        self._moment.timeout.connect(self._come)
        self._again = QTimer(self, interval=_SAID_EVERY_MS)
        self._again.timeout.connect(self._announce)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show this one, once it has taken a moment; until then nothing on the page moves."""
        self._task = task
        task.stepped.connect(self._show_step)
        task.ended.connect(self._ended)
        self.words.setText(task.words)
        self.cancel_button.setAccessibleName(f"Cancel: {task.words}")
        self._show(task.step)
        if not task.is_running:
            self._leave()
        elif not self.isVisible():
            self._moment.start()

    def cancel(self) -> None:
        """The person does not want to wait for it."""
        if self._task is not None:
            words = self._task.words
            self._task.drop()
            announce(self, f"Stopped: {words}")
            self.cancelled.emit()

    def stops(self, event: QKeyEvent) -> bool:
        """Whether the key stopped the work: Esc, while it is shown; what nobody sees is not meant."""
        is_esc = event.key() == Qt.Key.Key_Escape and self.isVisible()
        if is_esc:
            self.cancel()
        return is_esc

    def said(self) -> str:
        """What is being done and how much of it, in one sentence."""
        return ". ".join(words for words in (self.words.text(), self.step.text()) if words)

    def _come(self) -> None:
        self.show()
        self._announce()
        self._again.start()

    def _announce(self) -> None:
        announce(self, self.said())

    def _show_step(self, step: Step) -> None:
        if self._task is not None and self.sender() is self._task:
            self._show(step)

    def _show(self, step: Step | None) -> None:
        share = step.share if step is not None else None
        self.bar.show_share(share)
        amount = f"{step.done:,} of {step.of:,}" if step is not None and step.of else ""
        self.step.setText(" · ".join(one for one in (amount, step.words if step is not None else "") if one))
        self.bar.setAccessibleName(self.words.text())
        self.bar.setAccessibleDescription(self.step.text())

    def _ended(self) -> None:
        if self._task is not None and self.sender() is self._task:
            self._leave()

    def _leave(self) -> None:
        self._task = None
        self._moment.stop()
        self._again.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface of its own, as the bar that says what was saved has."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(now.line))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()


class _Bar(QProgressBar):
    """A thin line that fills; grey and still where nobody knows how much there is. Nothing moves by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _PARTS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_known = True

    def show_share(self, share: float | None) -> None:
        """From 0 to 1; ``None``: nobody knows."""
        self._is_known = share is not None
        self.setValue(round(_PARTS * (share or 0)))
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(160, _THICK)

    def minimumSizeHint(self) -> QSize:
        """As thin in a narrow place."""
        return QSize(40, _THICK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is done in the accent, what is to come as a faint line."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
        painter.setBrush(QColor(now.line))
        painter.drawRoundedRect(whole, _THICK / 2, _THICK / 2)
        done = QRectF(whole)
        if self._is_known:
            done.setWidth(whole.width() * self.value() / _PARTS)
        else:
            done.setWidth(whole.width() / 3)
        painter.setBrush(QColor(now.accent if self._is_known else now.soft))
        painter.drawRoundedRect(done, _THICK / 2, _THICK / 2)
        painter.end()
