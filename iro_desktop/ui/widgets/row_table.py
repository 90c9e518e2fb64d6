"""A table of rows that are chosen whole, by arrows or mouse; one tab stop."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from iro_desktop.ui.models.records import AnyIndex

ROW_PADDING = 19
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CHOOSING = {*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down}


class RowTable(QTableView):
    """What the tables share. There is a current row whenever there is one to choose."""

    row_opened = Signal(QModelIndex)
    row_chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._is_arriving = False  # at a row that is not chosen by it
        self._is_standing = False  # at a row that is not chosen
        self.end_room = 20
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(20)

    def metrics(self) -> QFontMetrics:
        """How large the words are."""
        return QFontMetrics(self.font())

    def row_height(self) -> int:
        """The height of a row of one line."""
        return self.metrics().height() + ROW_PADDING

    def arrange(self) -> None:
        """Give rows and columns their sizes; called on every change of room or type."""
        self.verticalHeader().setDefaultSectionSize(self.row_height())

    def current_row(self) -> int:
        """The chosen row; -1 where there is none."""
        return self.currentIndex().row()

    def stands_at(self, row: int) -> bool:
        """Whether the keys go on from that row, though it is not chosen."""
        return row == self.current_row() and not self.selectionModel().hasSelection()

    def choose_row(self, row: int) -> None:
        """Choose that row, or the nearest one that can be chosen."""
        index = self._nearest(row)
        if index is not None:
            self.setCurrentIndex(index)
            self.selectRow(index.row())
            self._keep_in_sight()

    def clear_choice(self, place: int = 0) -> None:
        """Choose no row: what is in hand isn't in the list. The keys go on from that place."""
        self.clearSelection()
        self.selectionModel().clearCurrentIndex()
        self._stand_at(place)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell who listens, and keep the row in sight."""
        super().currentChanged(current, previous)
        self._keep_in_sight()
        self.viewport().update()
        self._is_standing = self._is_arriving
        if current.isValid() and current.row() != previous.row() and not self._is_arriving:
            self.row_chosen.emit(current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """The row one only stood at is chosen now: it is no other row than before, so nothing else tells it."""
        super().selectionChanged(selected, deselected)
        here = self.currentIndex()
        if self._is_standing and here.isValid() and self.selectionModel().isRowSelected(here.row()):
            self._is_standing = False
            self.row_chosen.emit(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; Home and End go to the first and the last."""
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
            return
        if event.key() in _CHOOSING and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.current_row())
            return
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands, and the find box finds: a word typed here leads to nobody else."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the row, too."""
        index = self.indexAt(event.position().toPoint())
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.row_opened.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arrive on a row, never on nothing."""
        self._is_arriving = True  # Qt makes a row the current one by itself
        super().focusInEvent(event)
        self._is_arriving = False
        if not self.currentIndex().isValid():
            self._stand_at(0)
        self.viewport().update()

    def _stand_at(self, place: int) -> None:
        """Stand at a row without choosing it: screen readers need a place, the child in hand stays in hand."""
        index = self._nearest(place)
        if index is not None:
            self._is_arriving = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._is_arriving = False

    def _nearest(self, row: int) -> QModelIndex | None:
        """That row, or the nearest one that can be chosen."""
        model = self.model()
        for candidate in sorted(range(model.rowCount()), key=lambda each: (abs(each - row), each < row)):
            index = model.index(candidate, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
        return None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The current row is painted more quietly."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row beneath the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is beneath the pointer."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room, as when something is said beneath the list: the chosen row does not go out of sight by it."""
        was = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if was.isValid() and was.top() >= 0 and was.bottom() <= event.oldSize().height():
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The current row, and the heading above it where it is the first of a group."""
        here = self.currentIndex()
        above = here.siblingAtRow(here.row() - 1)
        if not here.isValid() or not self.isVisible():
            return
        if above.isValid() and not above.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.scrollTo(above)
        self.scrollTo(here)

    def updateGeometries(self) -> None:
        """Scrolled to its end, a list keeps some room beneath its last row."""
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if self.end_room and bar.maximum() > 0:
            bar.setMaximum(bar.maximum() + self.end_room)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self.arrange()

    def _hover(self, index: AnyIndex) -> None:
        if index.row() != self.hovered_row:
            self.hovered_row = index.row()
            self.viewport().update()
