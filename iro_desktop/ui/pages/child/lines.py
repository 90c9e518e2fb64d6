"""Lines on a page, like a printed sheet: a mark, a label, what is so, and at the right the one thing to be done."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.services.preparation_views import PrepLine
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.tones import look_without_words
from iro_desktop.ui.widgets import Card, Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.mark import Mark

_LABEL_EMS = 11
_TO_BUTTON = 4  # the first line of words stands as high as those of the button
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LineButton(LinkButton):
    """Does what its line asks for; up and down go to the next line's."""

    stepped = Signal(int)  # 1 down, -1 up
    pointed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from line to line."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its line is the one pointed at."""
        super().focusInEvent(event)
        self.pointed.emit()


class LineRow(QWidget):
    """One line. Widgets stay, words change: the focus is never lost by a line that is shown anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: PrepLine | None = None
        self.mark = Mark(Shape.DOT, "soft", 1.0, self)
        self.label = Text("", Kind.BODY, Tone.SOFT, self)
        self.name = Text("", Kind.STRONG, parent=self)
        self.words = Text("", parent=self)
        self.said = Text("", Kind.BODY, Tone.SOFT, self)
        self.button = LineButton("", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        said, label, mark = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        said.setSpacing(2)
        for text in (self.name, self.words, self.said):
            said.addWidget(text)
        label.addWidget(self.label)
        mark.addWidget(self.mark)
        for column, top in ((said, _TO_BUTTON), (label, _TO_BUTTON), (mark, _TO_BUTTON + 2)):
            column.setContentsMargins(0, top, 0, 0)
            column.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 3, 0, 3)
        across.setSpacing(10)
        across.addLayout(mark)
        across.addLayout(label)
        across.addLayout(said, 1)
        across.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def show_line(self, line: PrepLine, key: str) -> None:
        """Show that; ``key`` does what its button does, too."""
        self.line = line
        standing = line.standing
        if standing is not None:
            look = look_without_words(standing)
            self.mark.show_shape(look.shape, look.token)
        self.mark.set_shown(is_shown=standing is not None)
        self.label.setText(line.label)
        self.label.setFixedWidth(_LABEL_EMS * self.font().pixelSize())
        for text, words in ((self.name, line.name), (self.words, line.words), (self.said, line.said)):
            text.set_or_hide(words)
        self.said.set_tone(Tone.SOFT if line.words else Tone.INK)
        self.button.setText(line.do_words)
        self.button.setAccessibleName(f"{line.do_words}: {line.label} {line.name or line.person or ''}".strip())
        self.button.setAccessibleDescription(" ".join(part for part in (line.words, line.said) if part))
        self.button.key = key
        self.button.setVisible(bool(line.do_words))
        self.button.updateGeometry()


class LineCard(Card):
    """Lines under one heading."""

    wanted = Signal(object)  # the PrepLine whose button was pressed
    pointed = Signal(object)  # the PrepLine one is at
    stepped = Signal(object, int)  # the button one is at, and which way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", padding=18)
        self._rows: list[LineRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def show_lines(self, heading: str, lines: Sequence[PrepLine], key_of: Callable[[PrepLine], str]) -> None:
        """Show these; no line too many is made, and none is thrown away."""
        self.set_heading(heading)
        while len(self._rows) < len(lines):
            self._add()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number], key_of(lines[number]))

    def rows(self) -> Iterator[LineRow]:
        """The lines that are shown."""
        return (row for row in self._rows if not row.isHidden())

    def _add(self) -> None:
        row = LineRow(self)
        row.button.clicked.connect(lambda: self.wanted.emit(row.line))
        row.button.pointed.connect(lambda: self.pointed.emit(row.line))
        row.button.stepped.connect(lambda way: self.stepped.emit(row.button, way))
        self._rows.append(row)
        self._column.addWidget(row)
