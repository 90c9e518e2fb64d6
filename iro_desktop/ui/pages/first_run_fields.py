"""One question with its field: the name above, the note or the problem below, tied together for screen readers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_notice import Remark
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone


class Field(QWidget):
    """A line to type in. ``entered`` on Enter; ``changed`` with each letter, which also takes the problem back."""

    entered = Signal()
    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, is_secret: bool = False) -> None:
        super().__init__(parent)
        self._note, self._is_good = "", False
        self.edit = QLineEdit(self)
        self.label = Text(name, Kind.STRONG, parent=self)
        self.label.setBuddy(self.edit)
        self.note = Text("", Kind.SMALL, Tone.SOFT, self)
        self.note.hide()
        self.good = Remark(Shape.TICK, Tone.MET, self, Kind.SMALL)
        self.problem = Remark(parent=self)
        self.set_name(name)
        self.set_secret(is_secret=is_secret)
        self._lay_out()
        self.edit.returnPressed.connect(self.entered)
        self.edit.textChanged.connect(self._changed)

    def _lay_out(self) -> None:
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.line.addWidget(self.edit, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addLayout(self.line)
        for below in (self.problem, self.good, self.note):
            layout.addWidget(below)

    def text(self) -> str:
        """What was typed, as it is."""
        return self.edit.text()

    def set_name(self, name: str) -> None:
        """Ask another question."""
        self.label.setText(name)
        self.edit.setAccessibleName(name)

    def set_secret(self, *, is_secret: bool) -> None:
        """Dots in the place of letters. Pasting and password managers work all the same."""
        echo = QLineEdit.EchoMode.Password if is_secret else QLineEdit.EchoMode.Normal
        self.edit.setEchoMode(echo)

    def advise(self, words: str, *, is_good: bool = False) -> None:
        """Say quietly what is wanted, or that it will do."""
        self._note, self._is_good = words, is_good
        self._show_below("")

    def warn(self, words: str) -> None:
        """Say beside the field what is in the way, out loud as well; the text stays."""
        self._show_below(words)
        announce(self.edit, words, is_urgent=True)

    def refuse(self, words: str) -> None:
        """Say what is in the way and go back to it; the text stays and is selected."""
        self.warn(words)
        self.edit.setFocus()
        self.edit.selectAll()

    def clear(self) -> None:
        """Forget what was typed and said."""
        self.edit.clear()
        self._show_below("")

    def _changed(self, text: str) -> None:
        self._show_below("")
        self.changed.emit(text)

    def _show_below(self, problem: str) -> None:
        self.problem.say(problem)
        self.good.say(self._note if self._is_good and not problem else "")
        self.note.set_or_hide("" if self._is_good or problem else self._note)
        self.edit.setAccessibleDescription(problem or self._note)
        if self.edit.property("refused") != bool(problem):
            self.edit.setProperty("refused", bool(problem))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class SecretField(Field):
    """A passphrase: hidden until asked."""

    eye_turned = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, is_secret=True)
        self.eye = QuietButton("Show", parent=self)
        self._name_eye()
        self.line.addWidget(self.eye)
        self.eye.clicked.connect(self.turn)

    @property
    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.edit.echoMode() is QLineEdit.EchoMode.Normal

    def turn(self) -> None:
        """Show the letters, or hide them again."""
        self.show_letters(are_shown=not self.is_shown)

    def show_letters(self, *, are_shown: bool) -> None:
        """Show them, or dots."""
        self.set_secret(is_secret=not are_shown)
        self._name_eye()
        self.eye_turned.emit()

    def set_name(self, name: str) -> None:
        """Ask another question; the button beside it follows."""
        super().set_name(name)
        if hasattr(self, "eye"):
            self._name_eye()

    def _name_eye(self) -> None:
        self.eye.setText("Hide" if self.is_shown else "Show")
        self.eye.setAccessibleName(f"{self.eye.text()} {self.label.text().lower()}")
