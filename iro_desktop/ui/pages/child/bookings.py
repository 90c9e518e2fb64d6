"""The rearrangement ledger of a child: every day that was booked, what became of it, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.services.diary_views import LedgerLine
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import QuietButton
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.row_table import RowTable

_WORDS = {
    Command.BOOK: "Book…",
    Command.MOVE: "Move…",
    Command.CHANGE_BOOKING: "Time or place…",
    Command.CANCEL_BOOKING: "Cancel…",
}


def in_time_words(line: LedgerLine) -> str:
    """Whether that day was in timescale."""
    return {True: "in timescale", False: "out of timescale", None: ""}[line.in_timescale]


def spoken(line: LedgerLine) -> str:
    """A line of the ledger as it is read out."""
    asked = f"asked by {line.asked_by}" if line.asked_by else ""
    made = f"booked on {short(line.booked_on)}" if line.booked_on else ""
    parts = (_day(line), line.place, made, line.became, asked, line.reason, line.notice_words, in_time_words(line))
    return ", ".join(part for part in parts if part)


def _day(line: LedgerLine) -> str:
    return f"{with_weekday(line.review_on)} {line.at}".rstrip()


def _became(line: LedgerLine) -> str:
    """What became of it, who asked and why: on two lines where it is long."""
    asked = f"asked by {line.asked_by}" if line.asked_by else ""
    return ", ".join(part for part in (line.became, ": ".join(one for one in (asked, line.reason) if one)) if part)


def _notice(line: LedgerLine) -> str:
    """Short: the heading says what it is."""
    return line.notice_words.removesuffix(" notice").rstrip("’").removesuffix("’s")


COLUMNS: tuple[Column[LedgerLine], ...] = (
    Column("day", "For", _day, keep=9),
    Column("place", "Where", lambda line: line.place, keep=3),
    Column("made", "Booked on", lambda line: short(line.booked_on) if line.booked_on else "", keep=2),
    Column("what", "What became of it", _became, keep=8),
    Column("notice", "Notice", _notice, keep=7),
    Column("in_time", "Timescale", in_time_words, keep=6),
)


class Bookings(Section):
    """The newest booking first."""

    title = "Bookings"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self.model: RecordsModel[LedgerLine] = RecordsModel(
            COLUMNS, lambda line: f"{line.booked_on}/{line.review_on}/{line.became}", spoken, self
        )
        self._list = FactTable(self.model, "Bookings", 2, self)
        self.empty = EmptyState(Mark(Shape.DIARY, "soft", parent=self), self)
        self.empty.say(
            "Nothing was booked yet", "Each day booked for a review stands here, with every move and its reason."
        )
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self._lay_out()

    def _lay_out(self) -> None:
        line = FlowLayout()
        for button in self.buttons.values():
            line.addWidget(button)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addLayout(self._stack, 1)

    @property
    def table(self) -> RowTable | None:
        """The list."""
        return self._list

    def show_child(self, view: ChildView) -> None:
        """Ask for the ledger of that child."""
        place = max(0, self._list.current_row())
        self.model.set_rows(self.deeds.attempt(lambda: self.desk.ledger(view.child)) or ())
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._list.choose_row(place)

    def focus_first(self) -> None:
        """Go to the list; where it is empty, to what can be done."""
        able = next((button for button in self.buttons.values() if button.isEnabled()), None)
        (self._list if self.model.rows else able or self.empty).setFocus()
