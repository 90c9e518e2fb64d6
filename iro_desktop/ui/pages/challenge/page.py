"""Challenge: the alerts that are open by stage, every one as a list, counts, and what consultations brought back."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.challenge_views import AlertCard, ChallengeView, Counted
from iro_desktop.services.desk import Desk
from iro_desktop.services.periods import periods
from iro_desktop.ui.commands import Command
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.challenge.alert_table import ALL, AlertTable, alert_model
from iro_desktop.ui.pages.challenge.board import Board
from iro_desktop.ui.pages.challenge.consultations import Consultations
from iro_desktop.ui.pages.challenge.counts import BY, Counts
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

BOARD, LIST, COUNTS, CONSULTATIONS = range(4)
_TITLES = ("Board", "List", "Counts", "Consultations")
_WORDS = {
    Command.RAISE_ALERT: "Raise…",
    Command.ALERT_STEP: "What became of it…",
    Command.LISTS: "Themes and effects",
}
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_OWN = {*_KEYS, Qt.Key.Key_Delete}
_EMPTY = len(_TITLES)
_NO_CHILDREN = "Alerts are raised for a child. Import the list your council's system prints; Ctrl N adds one child."
_NO_ALERTS = (
    "An alert raised for a child stands here until it is resolved: with the service, a partner agency, or as good "
    "practice. X raises one for the child in hand, from any list."
)


class ChallengePage(QWidget):
    """Keeps the chosen alert over board and list. 1 to 4 show a view; Enter opens what is chosen."""

    chosen = Signal(str, str)  # child, and the clock's deadline
    opened = Signal(object)  # an AlertCard
    away_wanted = Signal(object)  # an AlertCard

    def __init__(self, desk: Desk, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, actions
        self._view: ChallengeView | None = None
        self.narrowed: Counted | None = None  # the line of a count whose alerts the list shows
        self.heading = Text("Challenge", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.views = Segments("What is shown", _TITLES, self)
        self.by, self.time = DropDown("Counted by", self), DropDown("Time", self)
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self.board = Board(self)
        self.rows = alert_model(ALL, self)
        self.list = AlertTable(self.rows, "Alerts", self)
        self.counts = Counts(self)
        self.consultations = Consultations(self)
        self.empty = EmptyState(Mark(Shape.CHALLENGE, "soft", parent=self), self)
        self._fill_choices()
        self._lay_out()
        self._connect()

    def _fill_choices(self) -> None:
        for box in (self.by, self.time):
            box.setMinimumContentsLength(24)
        for key, words in BY:
            self.by.addItem(f"By {words[:1].lower()}{words[1:]}" if words != "IRO" else "By IRO", key)
        self._periods = periods(self._desk.today_on)
        for one in self._periods:
            self.time.addItem(one.words)

    def _lay_out(self) -> None:
        self.narrow_words = Text("", Kind.GROUP, parent=self, wraps=False)
        self.narrow_back = QuietButton("All alerts", "Esc", self)
        listed = QWidget(self)
        inside, line = QVBoxLayout(listed), QHBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        line.addWidget(self.narrow_words, 1)
        line.addWidget(self.narrow_back)
        inside.addLayout(line)
        inside.addWidget(self.list, 1)
        self._stack = QStackedLayout()
        for part in (self.board, listed, self.counts, self.consultations, self.empty):
            self._stack.addWidget(part)
        head, bar, choices = QVBoxLayout(), FlowLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        bar.addWidget(self.views)
        for button in self.buttons.values():
            bar.addWidget(button)
        for box in (self.by, self.time):
            choices.addWidget(box)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        self.column.addLayout(bar)
        self.column.addLayout(choices)
        self.column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.views.currentChanged.connect(self._settle)
        self.views.left.connect(self.focus_list)
        self.board.canvas.chosen.connect(self._card_chosen)
        self.board.canvas.opened.connect(self._open)
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._open)
        self.counts.line_wanted.connect(self.narrow_to)
        self.narrow_back.clicked.connect(self.widen)
        self.by.currentIndexChanged.connect(self._ask_more)
        self.time.currentIndexChanged.connect(self._ask_more)

    # what the window asks of every place

    @property
    def table(self) -> RowTable | None:
        """The list that is shown; the board is none."""
        return (None, self.list, self.counts.table, self.consultations.table)[self.views.currentIndex()]

    def has_rows(self) -> bool:
        """Whether any alert is told."""
        return bool(self._view and self._view.alerts)

    def focus_list(self) -> None:
        """Go to what is shown; where it is empty, to what fills it."""
        if self._stack.currentIndex() == _EMPTY:
            (self.empty.button if self.empty.button.isVisible() else self.views).setFocus()
        else:
            (self.table or self.board.canvas).setFocus()

    def choose(self, child: str, deadline_id: str = "") -> bool:
        """Choose that child's alert, the one with that clock where it is told; the chosen one stays where it fits."""
        here = self.current()
        mine = [card for card in (self._view.alerts if self._view else ()) if card.child == child]
        by_clock = [card for card in mine if card.clock is not None and card.clock.deadline_id == deadline_id]
        card = next(iter(by_clock), here if here in mine else next(iter(mine), None))
        return card is not None and self._mark(card)

    def chosen_child(self) -> str:
        """Whose alert is chosen."""
        card = self.current()
        return card.child if card else ""

    def current(self) -> AlertCard | None:
        """The chosen alert, in the two views that show single ones."""
        return (self.board.canvas.current, self.list.current, _none, _none)[self.views.currentIndex()]()

    def begin(self) -> None:
        """One came here: the child of the chosen alert is in hand, whoever was before."""
        self._tell(self.current())

    # showing

    def show_view(self, view: ChallengeView) -> None:
        """Show the alerts as they stand now; stays with the chosen one."""
        self._view = view
        self.board.show_columns(view.columns)
        self._fill_list()
        still = sum(card.is_open for card in view.alerts)
        words = "answer overdue" if view.overdue == 1 else "answers overdue"
        self.summary.show_counts(
            [(view.overdue, words), (still, "open"), (len(view.alerts) - still, "resolved in twelve months")],
            view.scope,
        )
        self._ask_more()
        self._settle()

    def narrow_to(self, line: Counted) -> None:
        """The list shows the alerts that make that line."""
        self.narrowed = line
        self._fill_list()
        self.views.setCurrentIndex(LIST)
        self._settle()
        self.list.choose_row(0)
        self.focus_list()

    def widen(self) -> None:
        """Back to the count; the list shows every alert again."""
        self.narrowed = None
        self._fill_list()
        self.views.setCurrentIndex(COUNTS)
        self.focus_list()

    def _fill_list(self) -> None:
        here, place = self.list.current(), max(0, self.list.current_row())
        known = {card.key: card for card in (self._view.alerts if self._view else ())}
        cards = list(known.values())
        if self.narrowed is not None:
            cards = [known.get(card.key, card) for card in self.narrowed.alerts]
        self.rows.set_rows(cards)
        line = self.rows.line_of(here.key) if here else -1
        self.list.choose_row(line if line >= 0 else place)

    def _ask_more(self) -> None:
        """What only one view needs is asked for there."""
        period, view = self._periods[max(0, self.time.currentIndex())], self.views.currentIndex()
        if view == COUNTS:
            self.counts.show_count(self._desk.alert_counts(str(self.by.currentData()), period.from_on, period.to_on))
        elif view == CONSULTATIONS:
            self.consultations.show_returns(self._desk.consultations(period.from_on, period.to_on))
        self._show_part()

    def _settle(self) -> None:
        """Another view is shown, or what it shows changed."""
        number = self.views.currentIndex()
        shown, here = self._stack.currentWidget(), QApplication.focusWidget()
        had_focus = shown is not None and here is not None and shown.isAncestorOf(here)
        card = self.list.current() if number == BOARD else self.board.canvas.current()
        if number != LIST and self.narrowed is not None:
            self.narrowed = None
            self._fill_list()
        self._ask_more()
        if card is not None and number in {BOARD, LIST} and self.narrowed is None and self.sender() is self.views:
            self._mark(card)
        if number in {BOARD, LIST} and self.sender() is self.views:
            self._tell(self.current())  # whoever was in hand while no single alert was shown
        if had_focus:
            self.focus_list()

    def _show_part(self) -> None:
        number = self.views.currentIndex()
        is_bare = self._view is not None and not self.has_rows() and number in {BOARD, LIST}
        has_none = (number == COUNTS and not self.counts.model.rows) or (
            number == CONSULTATIONS and not self.consultations.agencies.rows
        )
        has_any = self.has_rows() or number == COUNTS
        self._say_why_empty(number)
        self._stack.setCurrentIndex(_EMPTY if is_bare or has_none else number)
        for command, button in self.buttons.items():
            button.setVisible((number == COUNTS) is (command is Command.LISTS) and number != CONSULTATIONS and has_any)
        self.by.setVisible(number == COUNTS)
        self.time.setVisible(number in {COUNTS, CONSULTATIONS})
        self.narrow_words.setText(_narrow_words(self.narrowed))
        for part in (self.narrow_words, self.narrow_back):
            part.setVisible(self.narrowed is not None)
        self.summary.setVisible(self.has_rows())

    def _say_why_empty(self, number: int) -> None:
        if number == CONSULTATIONS:
            self.empty.say(
                "No consultation form was sent in this time",
                "U records what was sent, from any list; what comes back is counted here by agency.",
            )
        elif number == COUNTS:
            self.empty.say("No alert was raised in this time", "Choose another time above.")
        elif self._desk.caseload().of:
            self.empty.say("No alert is open or was resolved in twelve months", _NO_ALERTS)
        else:
            self.empty.say("No children yet", _NO_CHILDREN, self._actions[Command.IMPORT], "Import your list")

    def _mark(self, card: AlertCard) -> bool:
        """Choose it in both views; whether it stands in the one that is shown."""
        in_board = self.board.canvas.choose(card.key)
        line = self.rows.line_of(card.key)
        if line >= 0:
            self.list.choose_row(line)
        if self.views.currentIndex() == BOARD:
            self.board.keep_in_sight()
        return in_board if self.views.currentIndex() == BOARD else line >= 0

    def _card_chosen(self) -> None:
        self._tell(self.board.canvas.current())

    def _row_chosen(self, _index: QModelIndex) -> None:
        if self.views.currentIndex() == LIST:
            self._tell(self.rows.record(self.list.currentIndex()))

    def _tell(self, card: AlertCard | None) -> None:
        if card is not None:
            self.chosen.emit(card.child, card.clock.deadline_id if card.clock else "")

    def _open(self) -> None:
        card = self.current()
        if card is not None:
            self.opened.emit(card)

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while a list of it has the focus."""
        return keeps_key(event, lambda key: is_plain(key) and key.key() in _OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a view; Delete takes a mistaken alert away; Esc shows all alerts again."""
        key = Qt.Key(event.key())
        if key in _KEYS and is_plain(event):
            self.views.setCurrentIndex(_KEYS.index(key))
            self.focus_list()
        elif key == Qt.Key.Key_Delete and (card := self.current()) is not None:
            self.away_wanted.emit(card)
        elif key == Qt.Key.Key_Escape and self.narrowed is not None:
            self.widen()
        else:
            super().keyPressEvent(event)


def _none() -> AlertCard | None:
    return None


def _narrow_words(line: Counted | None) -> str:
    if line is None:
        return ""
    count = "1 alert" if line.count == 1 else f"{line.count} alerts"
    return f"{line.words[:1].upper()}{line.words[1:]}: {count}"
