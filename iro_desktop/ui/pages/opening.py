"""What stands in the window while the store is opened: calm, and true if it can't be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.brand import Brand


class OpeningScreen(QWidget):
    """The program's sign and one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text("IRO Desktop", Kind.HEADING, parent=self, wraps=False)
        self.words = Text("Opening your caseload…", Kind.BODY, Tone.SOFT, self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMinimumWidth(280)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(3)
        for part in (Brand(3.2, self), self.name, self.words):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(4)

    def say_wrong(self, sentence: str) -> None:
        """Say why it can't be opened and what to do."""
        self.words.setText(sentence)
        self.words.set_tone(Tone.OVERDUE)
        announce(self, sentence, is_urgent=True)
