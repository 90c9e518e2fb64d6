"""The rows behind a figure: late or lacking first, then those counted, then those left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.performance_views import FigureShown, RowShown, RowsView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.performance.words import late_words, row_sentence
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone

NOT_MET, MET, LEFT_OUT = "not met", "met", "left out"
_MARKS = {MET: "✓", NOT_MET: "▲", LEFT_OUT: "–"}
_SHOWN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("all", (NOT_MET, MET, LEFT_OUT)),
    ("only those in the denominator alone", (NOT_MET,)),
    ("only those counted", (MET,)),
    ("only those left out", (LEFT_OUT,)),
)


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row, and in which of the three lists it stands."""

    row: RowShown
    group: str
    place: int  # the same child can stand there more than once


COLUMNS: tuple[Column[RowLine], ...] = (
    Column("name", "Child", lambda one: one.row.name or one.row.child, keep=10),
    Column("judged", "How it counts", lambda one: f"{_MARKS[one.group]}  {one.row.judged}", keep=9),
    Column("day", "Day", lambda one: short(one.row.day), keep=8),
    Column("due", "Due", lambda one: _day(one.row.due_on), keep=7),
    Column("done", "Done", lambda one: _day(one.row.done_on), keep=4),
    Column("late", "Late by", lambda one: late_words(one.row), keep=6),
    Column("reason", "Reason", lambda one: one.row.reason, keep=5),
    Column("iro", "IRO", lambda one: one.row.iro, keep=3),
    Column("team", "Team", lambda one: one.row.team, keep=2),
    Column("id", "Id", lambda one: one.row.child, keep=1),
)


class RowsPart(QWidget):
    """A list that scrolls by itself; Enter opens the child."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RowsView | None = None
        self._shown = 0
        self.heading = Text("", Kind.STRONG, parent=self)
        self.other = QuietButton("", "S", self)
        self.note = Text("", Kind.BODY, Tone.SOFT, self)
        self.rows: RecordsModel[RowLine] = RecordsModel(COLUMNS, _identity, lambda one: row_sentence(one.row), self)
        self.list = FactTable(self.rows, "Rows of the figure", 1, self, _ink)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.heading, 1)
        head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        self._spare = QWidget(self)
        column.addWidget(self._spare, 1)
        self.other.clicked.connect(self.show_other)
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._row_opened)

    def show_rows(self, about: str, view: RowsView) -> None:
        """Show the rows of that figure; ``about`` says which part of it, "" the whole."""
        self._view = view
        figure = view.figure
        self.heading.setText(f"{about}: {_count_words(figure)}" if about else figure.check)
        self._fill()

    def show_reason(self, words: str) -> None:
        """No rows, and why."""
        self._view = None
        self.heading.setText("")
        self.rows.set_rows(())
        self._settle(words)

    def show_other(self) -> None:
        """Show the next of the lists alone, or all again."""
        counts = self._counts()
        for _ in _SHOWN:
            self._shown = (self._shown + 1) % len(_SHOWN)
            if self._shown == 0 or any(counts[group] for group in _SHOWN[self._shown][1]):
                break
        self._fill()
        announce(self, f"Shown: {_SHOWN[self._shown][0]}, {len(self.rows.rows)} rows")

    def focus_first(self) -> None:
        """Go to the list; where there are no rows, to what is said instead."""
        (self.list if self.rows.rows else self).setFocus()

    def reset(self) -> None:
        """All of them again."""
        self._shown = 0

    def current(self) -> RowShown | None:
        """The row one is at."""
        line = self.rows.record(self.list.currentIndex()) if self.list.selectionModel().hasSelection() else None
        return line.row if line else None

    def _groups(self) -> tuple[tuple[str, Sequence[RowShown]], ...]:
        view = self._view
        return () if view is None else ((NOT_MET, view.not_met), (MET, view.met), (LEFT_OUT, view.left_out))

    def _counts(self) -> dict[str, int]:
        return {group: len(rows) for group, rows in self._groups()} or dict.fromkeys(_MARKS, 0)

    def _fill(self) -> None:
        wanted = _SHOWN[self._shown][1]
        lines = [
            RowLine(row, group, number)
            for group, rows in self._groups()
            if group in wanted
            for number, row in enumerate(rows)
        ]
        place = max(0, self.list.current_row())
        self.rows.set_rows(lines)
        if lines:
            self.list.choose_row(min(place, len(lines) - 1))
        self.other.setText(f"Shown: {_SHOWN[self._shown][0]}")
        self.other.updateGeometry()
        self._settle("Nothing to count here." if not lines else "")

    def _settle(self, words: str) -> None:
        has_rows = bool(self.rows.rows)
        self.note.set_or_hide(words)
        self.setAccessibleName(words or "Rows of the figure")
        self.heading.setVisible(bool(self.heading.text()))
        self.list.setVisible(has_rows)
        self._spare.setVisible(not has_rows)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if has_rows else Qt.FocusPolicy.StrongFocus)
        if has_rows and self.hasFocus():
            self.list.setFocus()
        self.other.setVisible(sum(bool(count) for count in self._counts().values()) > 1)

    def _row_chosen(self, index: QModelIndex) -> None:
        line = self.rows.record(index)
        if line is not None and line.row.name:
            self.chosen.emit(line.row.child)

    def _row_opened(self, index: QModelIndex) -> None:
        line = self.rows.record(index)
        if line is not None:
            self.opened.emit(line.row.child if line.row.name else "")


def _count_words(figure: FigureShown) -> str:
    return f"{figure.printed}. {figure.check}" if figure.value is not None else figure.check


def _identity(line: RowLine) -> str:
    return f"{line.group}/{line.place}/{line.row.child}/{line.row.day}"


def _day(day: date | None) -> str:
    return short(day) if day else ""


def _ink(key: str, row: object, now: Tokens) -> str:
    if not isinstance(row, RowLine):
        return now.ink
    if key == "judged":
        return {MET: now.met, NOT_MET: now.overdue, LEFT_OUT: now.soft}[row.group]
    return now.ink if key in {"name", "day"} else now.soft
