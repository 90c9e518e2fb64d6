"""A list as tall as its rows, for a page that scrolls as a whole."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.pages.timescales_table import FactTable, Ink

_PAGE = 10  # rows that Page Up and Page Down go
_PAGES = {Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class WholeTable(FactTable):
    """Never scrolls by itself: what shows it brings a row in sight. Up from the first row leaves it."""

    left_above = Signal()
    sight_wanted = Signal(int)  # a row

    def __init__(
        self, model: RecordsModel[Any], name: str, lines: int, parent: QWidget | None = None, ink: Ink | None = None
    ) -> None:
        super().__init__(model, name, lines, parent, ink)
        self.end_room = 0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Be as tall as the rows."""
        rows = self.facts.rowCount() * self.row_height()
        self.setFixedHeight(self.header.sizeHint().height() + rows + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The type may have changed."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type, taller rows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "header"):
            self.fit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Ask for the row to be brought in sight."""
        del hint
        if self.hasFocus():
            self.sight_wanted.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Down go ten rows; Up from the first one leaves."""
        step = _PAGES.get(Qt.Key(event.key()))
        if step:
            self.choose_row(min(max(0, self.current_row() + step), self.facts.rowCount() - 1))
        elif event.key() == Qt.Key.Key_Up and self.current_row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)


def bring_row(area: QScrollArea, table: WholeTable, row: int) -> None:
    """Scroll the page until that row is in sight, with a row above and below it."""
    within = area.widget()
    if within is None or row < 0:
        return
    height = table.row_height()
    top = table.mapTo(within, table.rect().topLeft()).y() + table.header.height() + row * height
    area.ensureVisible(0, top, 0, height)
    area.ensureVisible(0, top + height, 0, height)
