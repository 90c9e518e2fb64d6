"""What happened to an alert as a list: day, what, and the words; as high as its rows, for the page scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.services.challenge_views import StoryLine
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactTable

_DID_EMS = 16
_LONGEST = 70  # letters of a row; a stage's own card has the reply in full
_COLUMNS: tuple[Column[StoryLine], ...] = (
    Column("on", "Day", lambda line: short(line.on), keep=9),
    Column("did", "What happened", lambda line: _cut(_did(line)), keep=8),
)


class WholeTable(FactTable):
    """Two lines a row."""

    def __init__(self, model: RecordsModel[StoryLine], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, 2, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beyond its ends, and by pages, the page moves that it stands in."""
        here, last = self.current_row(), self.model().rowCount() - 1
        is_beyond = (event.key() == Qt.Key.Key_Up and here <= 0) or (event.key() == Qt.Key.Key_Down and here >= last)
        if is_beyond or event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def arrange(self) -> None:
        """The day takes what it needs, the words the rest."""
        super().arrange()
        day = self._wanted.get("on", 0)
        self.setColumnWidth(0, day)
        self.setColumnWidth(1, max(_DID_EMS * self.font().pixelSize(), self.viewport().width() - day))


def story_model(parent: QWidget) -> RecordsModel[StoryLine]:
    """Lines by their day and words."""
    return RecordsModel(_COLUMNS, lambda line: f"{line.on}/{line.words}", _spoken, parent)


def _spoken(line: StoryLine) -> str:
    return ", ".join(part for part in (with_weekday(line.on), line.words, line.detail) if part)


def _did(line: StoryLine) -> str:
    return f"{line.words}. {line.detail}" if line.detail else line.words


def _cut(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
