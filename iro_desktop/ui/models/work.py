"""The lines of Today: a heading for each group, its rows, and a line for what is left out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.views import DoNow, TodayGroup, TodayRow, TodayView
from iro_desktop.ui.models.records import RECORD_ROLE, AnyIndex

COLUMNS = ("Standing", "Child", "What", "When", "To do")
STANDING, CHILD, WHAT, WHEN, ACT = range(5)
CAP = 6  # rows of a group before "Show all"

GROUP_WORDS: dict[TodayGroup, tuple[str, str]] = {
    TodayGroup.NOT_RECORDED: ("Held? Not yet recorded", "days that have passed, with nothing recorded"),
    TodayGroup.OVERDUE: ("Overdue", ""),
    TodayGroup.BOOKED_LATE: ("Booked too late", "after the last lawful day: to be moved"),
    TodayGroup.TODAY: ("Today", ""),
    TodayGroup.NEXT_FIVE: ("Next five working days", ""),
    TodayGroup.SOON: ("Six to ten working days", ""),
    TodayGroup.WAITING: ("Waiting for others", "owed by somebody else"),
}
KEYS = {DoNow.RECORD_REVIEW: "R", DoNow.TASK_DONE: "D", DoNow.BOOK: "B", DoNow.MOVE: "M", DoNow.OPEN: "↵"}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The heading of a group."""

    group: TodayGroup
    words: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One piece of work and its place in the group's card."""

    row: TodayRow
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class MoreLine:
    """Opens the rest of a group, or closes it again."""

    group: TodayGroup
    words: str


Line = GroupLine | WorkLine | MoreLine


def lines_of(view: TodayView, opened: Collection[TodayGroup]) -> list[Line]:
    """Headings, rows and the openers of what is left out, in order."""
    lines: list[Line] = []
    for group in TodayGroup:
        rows = [row for row in view.rows if row.group is group]
        if rows:
            lines += _group_lines(group, rows, max(len(rows), view.counts.get(group, 0)), is_open=group in opened)
    return lines


def _group_lines(group: TodayGroup, rows: list[TodayRow], count: int, *, is_open: bool) -> list[Line]:
    words, note = GROUP_WORDS[group]
    shown = rows if is_open or len(rows) <= CAP + 1 else rows[:CAP]
    more = MoreLine(group, "Show fewer" if is_open else f"Show all {count}") if len(rows) > CAP + 1 else None
    last = len(shown) - 1
    work = [WorkLine(row, n == 0, n == last and more is None) for n, row in enumerate(shown)]
    return [GroupLine(group, words, note, count), *work, *([more] if more else [])]


def standing_shown(row: TodayRow) -> Standing:
    """The mark of a row: a booked day close at hand counts as such, though the law leaves more time."""
    if row.group is TodayGroup.BOOKED_LATE:
        return Standing.DUE_TODAY  # something has to be done about it now
    if row.standing in {Standing.UPCOMING, Standing.DUE_SOON} and row.group is TodayGroup.TODAY:
        return Standing.DUE_TODAY
    near = {TodayGroup.NEXT_FIVE, TodayGroup.SOON}
    return Standing.DUE_SOON if row.standing is Standing.UPCOMING and row.group in near else row.standing


def sentence(row: TodayRow) -> str:
    """The row as one sentence: status, child, what, when."""
    age = f", {row.age} years" if row.age is not None else ""
    return f"{_status(row)}: {row.name}{age}. {row.what}, {row.when}. {row.do_now_words}: {KEYS[row.do_now]}"


def _status(row: TodayRow) -> str:
    words, label = row.standing_words, standing_shown(row).label
    return words if label.lower() in words.lower() else f"{label}, {words}"


_SHOW: dict[int, Callable[[TodayRow], str]] = {
    STANDING: lambda row: row.standing_words,
    CHILD: lambda row: row.name if row.age is None else f"{row.name} · {row.age}",
    WHAT: lambda row: row.what,
    WHEN: lambda row: row.when,
    ACT: lambda row: row.do_now_words,
}


class WorkModel(QAbstractTableModel):
    """Today's lines. Headings can't be selected; the rest can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> list[Line]:
        """All lines as shown."""
        return self._lines

    def set_lines(self, lines: list[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: AnyIndex) -> Line | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_at(self, index: AnyIndex) -> TodayRow | None:
        """The work at an index; ``None`` on a heading or an opener."""
        line = self.line(index)
        return line.row if isinstance(line, WorkLine) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Lines; none below a line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Always the same five."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings are only read."""
        if self.line(index) is None or isinstance(self.line(index), GroupLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown and said; the delegate paints from the record."""
        line = self.line(index)
        if role == RECORD_ROLE:
            return line
        if line is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        is_said = role == Qt.ItemDataRole.AccessibleTextRole
        if isinstance(line, WorkLine):
            return sentence(line.row) if is_said and index.column() == 0 else _SHOW[index.column()](line.row)
        if index.column():
            return ""
        return f"{line.words}, {line.count}" if isinstance(line, GroupLine) and is_said else line.words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Named for screen readers; the header itself isn't shown."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return COLUMNS[section] if shown and 0 <= section < len(COLUMNS) else None
