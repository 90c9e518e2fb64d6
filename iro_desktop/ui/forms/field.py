"""One field of a form: its name, what is filled in, a note, and what is wrong with it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from iro_desktop.domain.lengths import LINE, WRITING, too_long
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.badge import StandingBadge


class Field(QWidget):
    """Label above, note and problem beneath; a problem never takes the input away."""

    def __init__(self, label: str, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = widget
        self.label = Text(label, Kind.LABEL, parent=self, wraps=False)
        self.label.setBuddy(widget)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(widget, 1)
        self.note = Text("", Kind.SMALL, Tone.SOFT, self)
        self.problem = Text("", Kind.SMALL, Tone.OVERDUE, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addLayout(self.beside)
        for text in (self.note, self.problem):
            text.hide()
            layout.addWidget(text)

    def say(self, note: str) -> None:
        """Say how it was understood."""
        self.note.set_or_hide(note)

    def refuse(self, problem: str) -> None:
        """Say what is wrong; nothing is wrong with ``""``."""
        self.problem.set_or_hide(problem)
        self.note.setVisible(bool(self.note.text()) and not problem)
        if isinstance(self.widget, QLineEdit | QPlainTextEdit) and self.widget.property("refused") != bool(problem):
            self.widget.setProperty("refused", bool(problem))
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)
        self.widget.setAccessibleDescription(problem)


def too_long_in(widget: QWidget) -> str:
    """What to say where more is typed than can be kept; "" where it fits."""
    inputs = (widget, *widget.findChildren(QWidget))
    faults = [too_long(len(one.toPlainText()), WRITING) for one in inputs if isinstance(one, QPlainTextEdit)]
    faults += [too_long(len(one.text()), LINE) for one in inputs if isinstance(one, QLineEdit)]
    return next((fault for fault in faults if fault), "")


class StandingLine(StandingBadge):
    """A standing said in a form."""

    def say(self, standing: Standing, words: str) -> None:
        """Show it; nothing to say takes no room."""
        self.setVisible(bool(words))
        self.show_standing(standing, words)
