"""The import is in: what happened, how to take it back, where to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.ui.pages.first_run_rows import WrapRow
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Card, KeyHint, Kind, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.mark import Mark


class DoneView(QWidget):
    """One card with the result. ``today_wanted`` and ``another_wanted`` are the ways on."""

    today_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", Kind.HEADING, parent=self)
        self.counts = Text("", Kind.BODY, Tone.SOFT, self)
        self.today = PrimaryButton("Go to Today", parent=self)
        self.another = QuietButton("Import another list", parent=self)
        card = Card(self, padding=24)
        card.body.setSpacing(16)
        card.body.addLayout(self._result(card))
        card.body.addLayout(self._undo(card))
        card.body.addWidget(WrapRow(self.today, self.another, parent=card))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.today.clicked.connect(self.today_wanted)
        self.another.clicked.connect(self.another_wanted)

    def _result(self, card: Card) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.words)
        words.addWidget(self.counts)
        line = QHBoxLayout()
        line.setSpacing(14)
        self.mark = Mark(Shape.TICK, "met", 2.2, card)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _undo(self, card: Card) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self._key = KeyHint("Ctrl Z", card)
        self._meaning = Text("", Kind.BODY, Tone.SOFT, card)
        line.addWidget(self._key)
        line.addWidget(self._meaning, 1)
        return line

    def show_done(self, sentence: str, counts: str) -> None:
        """Show what was saved."""
        self.words.setText(sentence)
        self.counts.setText(counts)
        self.show_taken_back(is_taken_back=False)

    def show_taken_back(self, *, is_taken_back: bool) -> None:
        """Say whether the import stands, or was undone."""
        self.mark.setVisible(not is_taken_back)
        self._key.setVisible(not is_taken_back)
        kept = "takes the whole import back, as one step."
        gone = "It was undone: everything is as it was before. Redo brings it in again."
        self._meaning.setText(gone if is_taken_back else kept)
