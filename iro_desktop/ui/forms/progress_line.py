"""One open recommendation in a form: what it asks, how it stands by one key, and a note where there is one to make."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from iro_desktop.domain.vocabulary import Progress
from iro_desktop.domain.wording import capital
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.choices import Choice
from iro_desktop.ui.widgets.flow import FlowLayout

IN_ORDER = (Progress.IN_HAND, Progress.STUCK, Progress.DONE, Progress.OVERTAKEN)  # by the keys 1 to 4


class ProgressLine(QWidget):
    """Stands beneath its name; nothing is chosen before a person has looked."""

    chosen = Signal()

    def __init__(self, row: RecommendationRow, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.text = Text(row.text, parent=self)
        self.about = Text(f"{capital(row.owner.label)} · {_due(row)} · {_since(row)}", Kind.SMALL, Tone.SOFT, self)
        self.group = QButtonGroup(self)
        states = QWidget(self)
        flow = FlowLayout(states, 2)
        for number, progress in enumerate(IN_ORDER):
            choice = Choice(capital(progress.label), str(number + 1), states)
            choice.setAccessibleName(f"{name}: {progress.label}")
            self.group.addButton(choice, number)
            flow.addWidget(choice)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText("Note, if any")
        self.note.setAccessibleName(f"{name}: note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.text, self.about, states, self.note):
            column.addWidget(part)
        self.setFocusProxy(self.group.button(0))
        self.note.hide()  # comes once something is chosen: most need none
        self.group.idToggled.connect(self._chosen)

    def progress(self) -> Progress | None:
        """How it stands; ``None`` where nobody has said."""
        return IN_ORDER[self.group.checkedId()] if self.group.checkedId() >= 0 else None

    def choose(self, number: int) -> None:
        """Say how it stands, by its key."""
        self.group.button(number).setChecked(True)
        self.group.button(number).setFocus()

    def _chosen(self) -> None:
        self.note.setVisible(self.progress() is not None)
        self.chosen.emit()

    def begin(self) -> None:
        """Go to what was chosen, else to the first."""
        (self.group.checkedButton() or self.group.button(0)).setFocus()


def _due(row: RecommendationRow) -> str:
    return f"due {row.due_words}" if row.due_on is not None and not row.is_overdue else row.due_words


def _since(row: RecommendationRow) -> str:
    running = f"open {row.drift_words}" if row.reviews == 1 else row.drift_words
    return f"{running}, {row.stood_words}" if row.looks else running
