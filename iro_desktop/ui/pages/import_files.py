"""How the rows of each file of a set were accounted for."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iro_desktop.services.desk import ImportCounts
from iro_desktop.ui.pages.import_words import sentence_of
from iro_desktop.ui.widgets import Card, Kind, Text, Tone

_HEADS = ("File", "Rows", "New", "Changed", "Same", "Refused")
_PADDING = 16


class FilesCard(Card):
    """A table, one line a file; where there is no room for it, a sentence for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=_PADDING)
        self._parts: list[Text] = []
        self.sentences = Text("", parent=self)
        self.table = QWidget(self)
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(len(_HEADS), 1)
        self.body.addWidget(self.table)
        self.body.addWidget(self.sentences)

    def show_files(self, counts: Mapping[str, ImportCounts]) -> None:
        """Show them; one file alone needs no table."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []
        self.setVisible(len(counts) > 1)
        for place, words in enumerate(_HEADS):
            self._put(0, place, words, Kind.LABEL)
        for line, (name, each) in enumerate(counts.items(), 1):
            self._put_file(line, name, each)
        self.sentences.setText("\n".join(f"{name}: {sentence_of(each)}" for name, each in counts.items()))
        self._choose()

    def minimumSizeHint(self) -> QSize:
        """Narrower than the table, too."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Table or sentences."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        is_wide = self._grid.sizeHint().width() <= self.width() - 2 * _PADDING
        self.table.setVisible(is_wide)
        self.sentences.setVisible(not is_wide)

    def _put_file(self, line: int, name: str, counts: ImportCounts) -> None:
        self._put(line, 0, name, Kind.STRONG)
        figures = (counts.rows, counts.new, counts.changed, counts.same, counts.refused)
        for place, figure in enumerate(figures, 1):
            part = self._put(line, place, f"{figure:,}" if figure else "–", Kind.BODY)
            part.set_tone(Tone.OVERDUE if figure and place == len(figures) else Tone.INK if figure else Tone.SOFT)

    def _put(self, line: int, place: int, words: str, kind: Kind) -> Text:
        part = Text(words, kind, parent=self.table, wraps=False)
        side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(part, line, place, side | Qt.AlignmentFlag.AlignVCenter)
        self._parts.append(part)
        return part
