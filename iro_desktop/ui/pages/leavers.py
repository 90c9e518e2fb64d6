"""Care leavers: every young person of sixteen or more who is entitled, the worst first; digits narrow it by age."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.leaver_views import Band, LeaverRow, LeaversView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

BANDS: tuple[tuple[str, Band | None], ...] = (("All", None), *((one.value, one) for one in Band))
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_NOBODY = (
    "No care leavers yet",
    "Young people appear here from sixteen on, once they were looked after for 13 weeks. A takes up who left before.",
)
_NOT_OF_THAT_AGE = ("Nobody of that age", "1 shows everybody of sixteen or more.")

_WORKS = (
    (Command.TOUCH, "In touch…"),
    (Command.HOME, "Home…"),
    (Command.PLAN_MADE, "Plan made…"),
)


def _sorted_by(day: date | None) -> date:
    return day or date.max


COLUMNS: tuple[Column[LeaverRow], ...] = (
    Column("child", "Name", lambda row: f"{row.name} · {row.age}", keep=99),
    Column("standing", "Standing", lambda row: row.standing_words, keep=98),
    Column("next", "Next", lambda row: row.next_words or "–", keep=96),
    Column("status", "Entitled as", lambda row: row.status_words, keep=90),
    Column("missing", "Missing", lambda row: "; ".join(row.gaps) or "–", keep=97),
    Column(
        "review",
        "Next review",
        lambda row: short(row.next_due_on) if row.next_due_on else "–",
        lambda row: _sorted_by(row.next_due_on),
        keep=88,
    ),
    Column("booked", "Booked", lambda row: short(row.booked_on) if row.booked_on else "–", keep=50),
    Column("adviser", "Adviser", lambda row: row.adviser or "–", keep=60),
    Column("touch", "In touch", lambda row: short(row.touch_on) if row.touch_on else "–", keep=55),
    Column("home", "Home", lambda row: row.home_words or "–", keep=40),
    Column("ahead", "Ahead", lambda row: row.ahead_words or "–", keep=30),
    Column("owner", "IRO", lambda row: row.iro, keep=1),
)


def ink(key: str, row: object, now: Tokens) -> str:
    """What is late stands out, then what is missing; what only informs stands back."""
    if not isinstance(row, LeaverRow):
        return now.ink
    if key == "missing":
        return now.today if row.gaps else now.soft
    return now.soft if key in {"owner", "ahead"} else now.ink


class LeaversPage(QWidget):
    """Keeps the chosen young person over every narrowing."""

    chosen = Signal(str, str)  # child, the most pressing deadline about the plan
    opened = Signal()

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: LeaversView | None = None
        self._bring_in = actions[Command.ADD_CHILD]
        self.heading = Text("Care leavers", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.bands = Segments("By age", tuple(words for words, _ in BANDS), self)
        self.buttons = tuple(self._button(words, actions[command]) for command, words in _WORKS)
        self.said = Text("", Kind.SMALL, Tone.SOFT, self)
        self.rows: RecordsModel[LeaverRow] = RecordsModel(COLUMNS, _child, _spoken, self)
        self.list = FactTable(self.rows, "Care leavers", 2, self, ink)
        self.empty = EmptyState(Mark(Shape.KEY, parent=self), self)
        self._lay_out()
        self.bands.currentChanged.connect(self._narrow)
        self.bands.left.connect(self.focus_list)
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._row_opened)

    def _button(self, words: str, action: QAction) -> QuietButton:
        """One of what is done most for the young person who is chosen."""
        button = QuietButton(words, parent=self)
        button.follow(action)
        return button

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        line = FlowLayout()
        for one in (self.bands, *self.buttons):
            line.addWidget(one)
        self.column.addLayout(line)
        self.column.addWidget(self.said)
        self.column.addLayout(self._stack, 1)

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The list."""
        return self.list

    def has_rows(self) -> bool:
        """Whether anybody is shown."""
        return bool(self.rows.rows)

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to what can be done."""
        if self.has_rows():
            self.list.setFocus()
        else:
            (self.bands if self._view is not None and self._view.rows else self.empty.button).setFocus()

    def begin(self) -> None:
        """One came here: the first is in hand, unless the one in hand stands here."""
        if self.has_rows() and not self.chosen_child():
            self.list.choose_row(0)

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """Choose that young person's row."""
        line = self.rows.line_of(child)
        if line >= 0:
            self.list.choose_row(line)
        return line >= 0

    def chosen_child(self) -> str:
        """Whose row is chosen."""
        row = self.rows.record(self.list.currentIndex()) if self.list.selectionModel().hasSelection() else None
        return row.child if row else ""

    # showing

    def show_view(self, view: LeaversView) -> None:
        """Show them, and stay with the same one."""
        self._view = view
        counts = [(len(view.rows), "young person" if len(view.rows) == 1 else "young people")]
        counts += [(view.overdue, "overdue or not recorded"), (view.with_gaps, "with something missing")]
        self.summary.show_counts(counts, view.scope)
        self._narrow()

    def _narrow(self, _number: int = 0) -> None:
        if self._view is None:
            return
        here, place = self.chosen_child(), max(0, self.list.current_row())
        had_focus = self.list.hasFocus()
        band = BANDS[self.bands.currentIndex()][1]
        rows = [row for row in self._view.rows if band is None or row.band is band]
        self.rows.set_rows(rows)
        is_anybody = bool(self._view.rows)
        for part in (self.summary, self.bands, self.said):
            part.setVisible(is_anybody)
        self.said.set_or_hide(_shown(len(rows), len(self._view.rows)) if band is not None else "")
        if not rows:
            self.empty.say(*(_NOT_OF_THAT_AGE if is_anybody else _NOBODY), self._bring_in, "Add a child")
        self._stack.setCurrentIndex(0 if rows else 1)
        if here and not self.choose(here):
            self.list.clear_choice(place)
        if had_focus:
            self.focus_list()

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.rows.record(index)
        if row is not None:
            self.chosen.emit(row.child, row.deadline_id)

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()

    # keys

    def event(self, event: QEvent) -> bool:
        """The digits are not the window's while the list has the focus."""
        return keeps_key(event, lambda key: key.key() in _KEYS and is_plain(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit narrows the list."""
        key, is_alone = Qt.Key(event.key()), is_plain(event)
        if key in _KEYS and is_alone:
            self.bands.setCurrentIndex(_KEYS.index(key))
            self.focus_list()
        else:
            super().keyPressEvent(event)


def _shown(count: int, of: int) -> str:
    return f"{count} of {of} shown."


def _child(row: LeaverRow) -> str:
    return row.child


def _spoken(row: LeaverRow) -> str:
    return row.sentence
