"""The findings of an import as lines: a heading for each severity, the findings, an opener for what is left out."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.ui.models.records import AnyIndex
from iro_desktop.ui.pages.import_words import ORDER, where
from iro_desktop.ui.shapes import Shape

CAP = 8  # findings of one severity before "Show all"


@dataclass(frozen=True, slots=True)
class Look:
    """How a severity is shown: heading, what follows from it, shape and token of its colour."""

    words: str
    note: str
    shape: Shape
    token: str


LOOKS = {
    Severity.ASK: Look("To answer", "please see these before you go on", Shape.QUESTION, "today"),
    Severity.REFUSED: Look("Left out", "mend the row in your sheet and import it again", Shape.CROSS, "overdue"),
    Severity.WARNING: Look("Worth checking", "taken as it stands", Shape.DIAMOND, "today"),
    Severity.NOTE: Look("Good to know", "", Shape.DASH, "soft"),
}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The heading of a severity."""

    look: Look
    count: int

    @property
    def sentence(self) -> str:
        """As it is read out."""
        return f"{self.look.words}, {self.count}"


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One finding, where it is, and its place in the group's card."""

    look: Look
    place: str
    message: str
    is_first: bool
    is_last: bool

    @property
    def sentence(self) -> str:
        """As it is read out."""
        return f"{self.look.words}: {self.place}. {self.message}"


@dataclass(frozen=True, slots=True)
class MoreLine:
    """Opens the rest of a group, or closes it again."""

    severity: Severity
    words: str

    @property
    def sentence(self) -> str:
        """As it is read out."""
        return self.words


Line = GroupLine | ProblemLine | MoreLine


def lines_of(
    problems: Iterable[Problem],
    opened: Collection[Severity],
    names: Mapping[str, str] = MappingProxyType({}),
    *,
    names_files: bool = False,
) -> list[Line]:
    """Headings, findings and openers: what asks, then rows left out, warnings, notes, each in order of rows."""
    every = list(problems)
    placed = partial(where, names=names, names_file=names_files)
    lines: list[Line] = []
    for severity in ORDER:
        group = sorted((each for each in every if each.severity is severity), key=_place)
        if group:
            lines += _group_lines(severity, group, placed, is_open=severity in opened)
    return lines


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.row or 0


def _group_lines(
    severity: Severity, group: list[Problem], placed: Callable[[Problem], str], *, is_open: bool
) -> list[Line]:
    look, count = LOOKS[severity], len(group)
    is_long = count > CAP + 1
    shown = group if is_open or not is_long else group[:CAP]
    last = len(shown) - 1
    found = [
        ProblemLine(look, placed(each), each.message, place == 0, place == last and not is_long)
        for place, each in enumerate(shown)
    ]
    more = [MoreLine(severity, "Show fewer" if is_open else f"Show all {count:,}")] if is_long else []
    return [GroupLine(look, count), *found, *more]


class ProblemModel(QAbstractListModel):
    """The lines. Headings can't be selected; the rest can."""

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

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Lines; none below a line."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings are only read."""
        if not index.isValid() or isinstance(self._lines[index.row()], GroupLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line as a sentence; the delegate paints from the line itself."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self._lines[index.row()].sentence
