"""What the steps of the first run share: how far one is, the title, a sentence, and the buttons below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui.pages.first_run_rows import WrapRow
from iro_desktop.ui.widgets import Kind, Text, Tone


class Step(QWidget):
    """One step. ``back`` when Esc is pressed and there is somewhere to go back to."""

    back = Signal()

    def __init__(self, place: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(title, Kind.TITLE, parent=self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(6)
        if place:
            head.addWidget(Text(place, Kind.LABEL, parent=self))
        head.addWidget(self.title)
        self.sentence = Text(sentence, Kind.BODY, Tone.SOFT, self)
        head.addWidget(self.sentence)
        self.body.addLayout(head)

    def add(self, part: QWidget) -> None:
        """One below the other."""
        self.body.addWidget(part)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Side by side where they fit; the primary one first."""
        self.body.addWidget(WrapRow(*buttons, parent=self))

    def arrive(self) -> None:
        """Put the focus where one begins."""

    def go_on(self) -> None:
        """What Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A held Enter never runs through two steps."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)
