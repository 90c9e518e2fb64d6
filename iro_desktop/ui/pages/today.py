"""Today: what needs doing, in order of consequence."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.views import TodayGroup, TodayRow, TodayView
from iro_desktop.ui.models.work import MoreLine, WorkLine, WorkModel, lines_of
from iro_desktop.ui.pages.today_rows import WorkTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.summary import SummaryLine

_SUMMED = (
    (TodayGroup.NOT_RECORDED, "not yet recorded"),
    (TodayGroup.OVERDUE, "overdue"),
    (TodayGroup.BOOKED_LATE, "booked too late"),
    (TodayGroup.TODAY, "due today"),
    (TodayGroup.NEXT_FIVE, "within five working days"),
    (TodayGroup.SOON, "more within ten"),
)


def _passed_words(view: TodayView) -> str:
    """How many reviews nothing is recorded of, and the keys that settle it; "" for none."""
    count, new = view.counts.get(TodayGroup.NOT_RECORDED, 0), view.newly_passed
    if not count:
        return ""
    told, older = new or count, count - new if new else 0
    words = f"{told} {'review' if told == 1 else 'reviews'}"
    words += " since you were last here" if new else ""
    words += f" {'is' if told == 1 else 'are'} not recorded yet"
    words += f", {older} from before" if older else ""
    further = " (Ctrl Enter goes on to the next)" if count > 1 else ""
    return f"{words}. R: it was held{further}. N: it was not. M: it moves."


class TodayPage(QWidget):
    """The day, one line that sums it up, and the groups."""

    chosen = Signal(str, str)  # child, deadline
    opened = Signal()
    act_wanted = Signal()

    def __init__(self, bring_in: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TodayView | None = None
        self._opened: set[TodayGroup] = set()
        self._bring_in = bring_in
        self.heading = Text("", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.passed = Text("", Kind.SMALL, Tone.SOFT, self)
        self.model = WorkModel(self)
        self.table = WorkTable(self.model, self)
        self.empty = EmptyState(Mark(Shape.TICK, "met", parent=self), self)
        self._lay_out()
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(self._row_opened)
        self.table.act_clicked.connect(self._act_clicked)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.passed)
        self.column.addSpacing(8)
        self.column.addLayout(self._stack, 1)

    def show_view(self, view: TodayView) -> None:
        """Show the day; stays on the same work, or where it was."""
        self._view = view
        self.heading.setText(view.heading)
        self.summary.show_counts([(view.counts.get(group, 0), words) for group, words in _SUMMED], view.scope)
        self.passed.set_or_hide(_passed_words(view))
        here, place = self.current(), self.table.current_row()
        self.model.set_lines(lines_of(view, self._opened))
        self._stack.setCurrentIndex(0 if self.model.lines else 1)
        self._say_why_empty(view)
        if not (here and self.choose(here.child, here.deadline_id)):
            self.table.choose_row(max(0, place))

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.model.lines)

    def current(self) -> TodayRow | None:
        """The chosen piece of work."""
        return self.model.row_at(self.table.currentIndex())

    def chosen_child(self) -> str:
        """Whose work is chosen."""
        row = self.current()
        return row.child if row else ""

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to what fills it."""
        (self.table if self.has_rows() else self.empty.button).setFocus()

    def choose(self, child: str, deadline_id: str = "") -> bool:
        """Choose that work, or the child's first; False where it isn't in the list."""
        rows = [(line, self.model.row_at(self.model.index(line, 0))) for line in range(self.model.rowCount())]
        of_child = [(line, row.deadline_id) for line, row in rows if row is not None and row.child == child]
        exact = [line for line, found in of_child if found == deadline_id] or (
            [] if deadline_id else [line for line, _ in of_child]
        )
        if exact:
            self.table.choose_row(exact[0])
        return bool(exact)

    def _say_why_empty(self, view: TodayView) -> None:
        self.empty.mark.show_shape(*((Shape.TICK, "met") if view.children else (Shape.PEOPLE, "soft")))
        if view.children:
            self.empty.say("Nothing is due", "Nothing is overdue or due within ten working days, and nothing waits.")
        else:
            self.empty.say(
                "No children yet",
                "Import the list your council's system prints of your children; their dates appear here. "
                "Ctrl N adds one child.",
                self._bring_in,
                "Import your list",
            )
        self.summary.setVisible(bool(view.children))

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.chosen.emit(row.child, row.deadline_id)

    def _row_opened(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if isinstance(line, MoreLine) and self._view is not None:
            self._opened ^= {line.group}
            place = index.row()
            self.model.set_lines(lines_of(self._view, self._opened))
            self.table.choose_row(min(place, self.model.rowCount() - 1))
        elif isinstance(line, WorkLine) and line.row.group is TodayGroup.NOT_RECORDED:
            self.act_wanted.emit()
        elif line is not None:
            self.opened.emit()

    def _act_clicked(self, index: QModelIndex) -> None:
        self.table.choose_row(index.row())
        self.act_wanted.emit()
