"""Pairs of a label and what it says, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from iro_desktop.ui.widgets.labels import Kind, Text, Tone


class Pairs(QWidget):
    """Two columns of words; labels are kept and filled anew."""

    def __init__(self, parent: QWidget | None = None, *, is_value_right: bool = False) -> None:
        super().__init__(parent)
        self._labels: list[tuple[Text, Text]] = []
        self._is_value_right = is_value_right
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0 if is_value_right else 1, 1)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these; what is left over is hidden."""
        while len(self._labels) < len(pairs):
            self._add()
        for line, (label, value) in enumerate(self._labels):
            is_shown = line < len(pairs)
            label.setVisible(is_shown)
            value.setVisible(is_shown)
            if is_shown:
                label.setText(pairs[line][0])
                value.setText(pairs[line][1])

    def _add(self) -> None:
        line = len(self._labels)
        first, second = (Tone.INK, Tone.SOFT) if self._is_value_right else (Tone.SOFT, Tone.INK)
        label = Text("", Kind.BODY, first, self, wraps=self._is_value_right)
        value = Text("", Kind.BODY, second, self, wraps=not self._is_value_right)
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignTop)
        self._labels.append((label, value))
