"""The diary as a list: the same entries in the same order, for screen readers and whoever likes rows better."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.services.diary_views import DiaryEntry
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.pages.diary_words import COLUMNS, spoken
from iro_desktop.ui.pages.timescales_table import FactTable

_OF_THE_PAGE = {Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Right}


class DiaryList(FactTable):
    """Rows go up and down; days and months are the page's keys, as in the month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows: RecordsModel[DiaryEntry] = RecordsModel(COLUMNS, lambda one: one.id, spoken, parent)
        super().__init__(self.rows, "Diary as a list", 1, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the page what is the page's."""
        if event.key() in _OF_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)
