"""Write-ups: the reviews to be written up, in the order that keeps the most dates, with the reckoning."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.write_ups import WriteUpRow, WriteUpsView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.summary import SummaryLine

_WORDS = {
    Command.DONE: "Done today",
    Command.WRITE_RECORD: "Write the record…",
    Command.WRITE_LETTER: "Write the letter…",
    Command.KEEP_TIME: "Keep time free…",
}
COLUMNS: tuple[Column[WriteUpRow], ...] = (
    Column("child", "Child", lambda row: row.name, keep=9),
    Column("planned", "Write", lambda row: row.planned_words, keep=8),
    Column("review", "Review", lambda row: row.review_words.removeprefix("review of "), keep=5),
    Column("tasks", "To be done", lambda row: row.tasks_words, keep=7),
    Column("reckoning", "What it means", lambda row: row.reckoning, keep=6),
)


def spoken(row: WriteUpRow) -> str:
    """A write-up as it is read out."""
    return f"{row.name}, {row.review_words}, write {row.planned_words}: {row.tasks_words}. It {row.reckoning}"


class WriteUpsPage(QWidget):
    """D marks the piece that is due first as done, Enter opens the record to write."""

    chosen = Signal(str, str)  # child, deadline
    opened = Signal()

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self.heading = Text("", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.whole = Text("", Kind.BODY, Tone.SOFT, self)
        self.model: RecordsModel[WriteUpRow] = RecordsModel(
            (*COLUMNS, Column("iro", "IRO", self._whose, keep=1)),
            lambda row: f"{row.child}/{row.held_on}",
            spoken,
            self,
        )
        self.list = FactTable(self.model, "Write-ups", 3, self)
        self.empty = EmptyState(Mark(Shape.TICK, "met", parent=self), self)
        self.empty.say("Nothing to write up", "Every review held is written up, or its work is not tracked here.")
        self._lay_out()
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._row_opened)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(4)
        for part in (self.heading, self.summary, self.whole):
            self.column.addWidget(part)
        line = FlowLayout()
        for button in self.buttons.values():
            line.addWidget(button)
        self.column.addSpacing(8)
        self.column.addLayout(line)
        self.column.addSpacing(6)
        self.column.addLayout(self._stack, 1)

    @property
    def table(self) -> FactTable:
        """The list."""
        return self.list

    def show_view(self, view: WriteUpsView) -> None:
        """Show the queue; stays on the same review, or where it was."""
        self.heading.setText(view.heading)
        late = sum(one.is_late for row in view.rows for one in row.tasks)
        counts = [(len(view.rows), "to write up"), (len(view.for_today), "today"), (late, "dates past already")]
        self.summary.show_counts(counts, view.scope)
        self.whole.set_or_hide(view.whole)
        here, place = self.current(), self.list.current_row()
        self.model.set_rows(view.rows)
        self._stack.setCurrentIndex(0 if view.rows else 1)
        if not (here and self.choose(here.child, here.deadline_id)):
            self.list.choose_row(max(0, place))

    def _whose(self, row: WriteUpRow) -> str:
        """Whose it is, where more than one IRO has something to write."""
        return row.iro if len({one.iro for one in self.model.rows}) > 1 else ""

    def current(self) -> WriteUpRow | None:
        """The chosen review."""
        return self.model.record(self.list.currentIndex())

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.model.rows)

    def focus_list(self) -> None:
        """Go to the list."""
        (self.list if self.has_rows() else self.empty).setFocus()

    def choose(self, child: str, deadline_id: str = "", /) -> bool:
        """Choose the review that this deadline is about, or the child's first."""
        lines = [number for number, row in enumerate(self.model.rows) if row.child == child]
        exact = [n for n in lines if any(one.deadline_id == deadline_id for one in self.model.rows[n].tasks)]
        wanted = exact or ([] if deadline_id else lines)
        if wanted:
            self.list.choose_row(wanted[0])
        return bool(wanted)

    def begin(self) -> None:
        """One came to write: the first review of the queue is in hand, unless the one in hand waits in it."""
        if not self.list.selectionModel().hasSelection():
            self.list.choose_row(0)

    def chosen_child(self) -> str:
        """Whose review is chosen."""
        row = self.current()
        return row.child if row else ""

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.model.record(index)
        if row is not None:
            self.chosen.emit(row.child, row.deadline_id)

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()
