"""One table model for every list: rows are records, columns are data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
_SERVED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        RECORD_ROLE,
    }
)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: what it shows of a row, how it sorts, how long it may be missed."""

    key: str
    header: str
    show: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None  # a comparable value; None: by what is shown
    keep: int = 0  # the higher, the longer it stays as room gets short
    is_number: bool = False
    header_words: str = ""  # the header in full, where the heading is short

    @property
    def title(self) -> str:
        """The heading as it is read out."""
        return self.header_words or self.header


class RecordsModel(QAbstractTableModel, Generic[Row]):
    """Rows of records. ``sentence`` says a whole row for screen readers; ``identity`` tells rows apart."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], str],
        sentence: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity, self._sentence = identity, sentence
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where they are the same ones in the same order, only their content changes."""
        if rows and [self._identity(row) for row in rows] == [self._identity(row) for row in self._rows]:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def record(self, index: AnyIndex) -> Row | None:
        """The record at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def line_of(self, identity: str) -> int:
        """Where that record stands; -1 where it does not."""
        return next((line for line, row in enumerate(self._rows) if self._identity(row) == identity), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Columns; none below a row."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown, said and kept; other roles are painted by the delegate."""
        if role not in _SERVED or not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == RECORD_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._sentence(row)
        return column.show(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings; rows have none."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].header
        return self.columns[section].title if role == Qt.ItemDataRole.AccessibleTextRole else None
