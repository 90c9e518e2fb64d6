"""The diary: month, week and list of the same entries; a booking is picked up and carried to another day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.desk import Desk
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView, EntryKind
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.own_keys import is_typed, keeps_key
from iro_desktop.ui.pages.diary_canvas import DiaryCanvas, Shown
from iro_desktop.ui.pages.diary_carry import CarryBar
from iro_desktop.ui.pages.diary_head import DiaryHead
from iro_desktop.ui.pages.diary_list import DiaryList
from iro_desktop.ui.pages.diary_month import MonthCanvas
from iro_desktop.ui.pages.diary_week import WeekCanvas
from iro_desktop.ui.pages.diary_where import Span, Where
from iro_desktop.ui.pages.diary_words import day_sentence, summed
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.scroller import Scroller

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_VIEWS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_BY_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_BY_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OWN_KEYS = {*_VIEWS, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Home, *_BY_PAGES, *_BY_DAYS}


class DayScroller(Scroller):
    """Its content's keys are the page's: arrows go from day to day."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()


class DiaryPage(QWidget):
    """Holds where one is; asks for the days it shows. Its own keys work while month, week or list has the focus."""

    chosen = Signal(str, str)  # child, deadline; both "": a day on which nobody stands
    opened = Signal()
    move_wanted = Signal(object)  # a date
    went_wrong = Signal(str)
    free_wanted = Signal(object)  # a DiaryEntry: time kept

    def __init__(self, desk: Desk, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._today, self._bring_in = desk, desk.today_on, actions[Command.IMPORT]
        self._view: DiaryView | None = None
        self.where = Where(self._today)
        self.entry_id = ""
        self.lifted: DiaryEntry | None = None
        self._opened: frozenset[str] = frozenset()
        self.head = DiaryHead(actions, self)
        self.summary = self.head.summary
        self.month, self.week = MonthCanvas("Month", self), WeekCanvas("Week", self)
        self._list = DiaryList(self)
        self.carry = CarryBar(desk.plan_move, self)
        self.empty = EmptyState(Mark(Shape.PEOPLE, "soft", parent=self), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._scrollers = []
        for canvas in (self.month, self.week):
            scroller = DayScroller(self)
            scroller.setWidget(canvas)
            self._scrollers.append(scroller)
            self._stack.addWidget(scroller)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        # What a carried booking would mean stands in the head's place: the days must not move beneath the pointer.
        self._top = QStackedLayout()
        self._top.addWidget(self.head)
        self._top.addWidget(self.carry)
        self.column.addLayout(self._top)
        self.column.addLayout(self._stack, 1)
        self.column.addSpacing(6)

    def _connect(self) -> None:
        for canvas in (self.month, self.week):
            canvas.day_pressed.connect(self.go_to)
            canvas.entry_pressed.connect(self.take)
            canvas.entry_opened.connect(self._open)
            canvas.lifted.connect(self.take_up)
            canvas.carried.connect(self._carry_to)
            canvas.dropped.connect(self._drop)
            canvas.put_back.connect(self._put_back)
        self._list.row_chosen.connect(self._row_chosen)
        self._list.row_opened.connect(self._row_opened)
        self.head.view_wanted.connect(self.show_as)
        self.head.page_wanted.connect(self.turn)
        self.head.today_wanted.connect(self.go_today)
        self.head.theirs.toggled.connect(self.show_again)
        self.head.left.connect(self.focus_list)

    # what the window asks of every place

    @property
    def table(self) -> DiaryList:
        """The list of the same entries."""
        return self._list

    def has_rows(self) -> bool:
        """Whether there is a diary to go to."""
        return self._view is not None and bool(self._view.children)

    def focus_list(self) -> None:
        """Go to the month, the week or the list; without children to what brings them in."""
        (self._shown_widget() if self.has_rows() else self.empty.button).setFocus()

    def chosen_child(self) -> str:
        """Whose entry is chosen."""
        entry = self.current()
        return entry.child if entry else ""

    def choose(self, child: str, deadline_id: str = "") -> bool:
        """Go to that child's entry, where one is among the days shown."""
        rows = [row for row in self.rows() if row.child == child]
        found = [row for row in rows if row.deadline_id == deadline_id] if deadline_id else rows
        booked_first = sorted(found, key=lambda row: not row.can_move)
        if booked_first:
            self._take_entry(booked_first[0])
        elif not rows:
            self.entry_id = ""
            self._paint()
        return bool(booked_first)

    # showing

    def show_again(self) -> None:
        """Ask for the days shown, and stay where one is."""
        self._view = self._desk.diary(self.where.from_on, self.where.to_on, theirs=self.head.theirs.isChecked())
        if self.current() is None:
            self.entry_id = ""
        self.head.show_where(self.where, self._today)
        self.summary.show_counts(summed(self._view), self._view.scope)
        self.summary.setVisible(self.has_rows())
        self._list.rows.set_rows(self.rows())
        self._settle()

    def _settle(self) -> None:
        if not self.has_rows():
            self.empty.say(
                "No children yet",
                "Import the list your council's system prints of your children; their reviews appear here. "
                "Ctrl N adds one child.",
                self._bring_in,
                "Import your list",
            )
        self._stack.setCurrentIndex(self._index() if self.has_rows() else 3)
        self._paint()

    def _index(self) -> int:
        return 2 if self.where.is_list else 1 if self.where.span is Span.WEEK else 0

    def _shown_widget(self) -> QWidget:
        return (self.month, self.week, self._list)[self._index()]

    def _canvas(self) -> DiaryCanvas:
        return self.week if self.where.span is Span.WEEK else self.month

    def _paint(self) -> None:
        if self._view is None:
            return
        month = self.where.day.month if self.where.span is Span.MONTH else 0
        shown = Shown(self._view, self.where.day, self.entry_id, month, self.lifted, self._opened)
        canvas, scroller = self._canvas(), self._scrollers[self._index() % 2]
        canvas.show_days(shown)
        canvas.setAccessibleDescription(self._day_words() or self.where.heading)
        line = self._list.rows.line_of(self.entry_id)
        if self.where.is_list and line >= 0:
            self._list.choose_row(line)
        box = canvas.rect_in_hand().toRect()
        scroller.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + 12)

    def rows(self) -> list[DiaryEntry]:
        """Every line, the parts of opened ones included."""
        found = self._view.entries if self._view else ()
        return [row for one in found for row in (one, *(one.parts if one.id in self._opened else ()))]

    def _day(self) -> DiaryDay | None:
        return next((day for day in self._view.days if day.on == self.where.day), None) if self._view else None

    def _day_words(self) -> str:
        day = self._day()
        return day_sentence(day) if day else ""

    def current(self) -> DiaryEntry | None:
        """The entry in hand."""
        return next((row for row in self.rows() if row.id == self.entry_id), None)

    # going

    def go_to(self, day: date) -> None:
        """Go to that day, and to the first that stands there."""
        before, self.where = self.where, self.where.at(day)
        if before.from_on != self.where.from_on or before.to_on != self.where.to_on:
            self.show_again()
        if self.lifted is not None:
            self.carry.look(self.lifted, self.where.day)
            self._paint()
            return
        here = self._day()
        self._put_in_hand(here.entries[0] if here and here.entries else None)
        if not self.where.is_list:
            announce(self._canvas(), self._day_words())

    def go_today(self) -> None:
        """Go to today."""
        self.go_to(self._today)

    def turn(self, pages: int) -> None:
        """A month or a week on, or back."""
        self.go_to(self.where.by_pages(pages).day)

    def show_as(self, number: int) -> None:
        """Month, week, or the list of the span last painted."""
        if number == 2:
            self.where = replace(self.where, is_list=True)
        else:
            self.where = Where(self.where.day, Span.WEEK if number == 1 else Span.MONTH)
        had_focus = any(widget.hasFocus() for widget in (self.month, self.week, self._list))
        self.show_again()
        if had_focus:
            self.focus_list()

    def take(self, entry_id: str) -> None:
        """Take that entry in hand."""
        entry = next((row for row in self.rows() if row.id == entry_id), None)
        if entry is not None:
            self._take_entry(entry)
            announce(self._canvas(), entry.sentence)

    def _take_entry(self, entry: DiaryEntry) -> None:
        self.where = self.where.at(entry.on)
        self._put_in_hand(entry)

    def _put_in_hand(self, entry: DiaryEntry | None) -> None:
        self.entry_id = entry.id if entry else ""
        self._paint()
        self.chosen.emit(entry.child if entry else "", entry.deadline_id if entry else "")

    def _row_chosen(self, index: QModelIndex) -> None:
        entry = self._list.rows.record(index)
        if entry is not None and entry.id != self.entry_id:
            self._take_entry(entry)

    def _row_opened(self, index: QModelIndex) -> None:
        entry = self._list.rows.record(index)
        if entry is not None:
            self._open(entry.id)

    def _open(self, entry_id: str) -> None:
        """Open the child beside the page; of a line of several, its parts."""
        entry = next((row for row in self.rows() if row.id == entry_id), None)
        if entry is None:
            return
        if entry.parts:
            self._opened ^= {entry.id}
            self._list.rows.set_rows(self.rows())
            self._paint()
        elif entry.child:
            self.opened.emit()

    def _free(self) -> None:
        entry = self.current()
        if entry is not None and entry.kind is EntryKind.BLOCK:
            self.free_wanted.emit(entry)
        else:
            self.went_wrong.emit("Only time kept free is given back with Delete. Nothing was changed.")

    def scope(self) -> str:
        """The IRO whose diary is shown; ``""``: everybody's."""
        return self._view.scope if self._view else ""

    # carrying

    def lift(self) -> None:
        """Pick up the entry in hand."""
        self.take_up(self.entry_id)

    def take_up(self, entry_id: str) -> None:
        """Pick up that entry, to carry it to another day."""
        entry = next((row for row in self.rows() if row.id == entry_id), None)
        if entry is None or not entry.can_move:
            self.went_wrong.emit("Only a review that is booked can be moved to another day. Nothing was changed.")
            return
        self.lifted = entry
        self._top.setCurrentWidget(self.carry)
        self.carry.begin(entry)
        self._paint()

    def _carry_to(self, day: date) -> None:
        if self.lifted is not None:
            self.go_to(day)

    def _drop(self) -> None:
        """Ask who and why, on the what-if form; the booking stands where it stood until that is saved."""
        entry, day = self.lifted, self.where.day
        if entry is None:
            return
        self._let_go()
        self.where = self.where.at(entry.on)
        self._come_back(entry)
        if day != entry.on:
            self.move_wanted.emit(day)

    def _put_back(self) -> None:
        entry = self.lifted
        self._let_go()
        if entry is not None:
            self.where = self.where.at(entry.on)
            self._come_back(entry)

    def _let_go(self) -> None:
        self.lifted = None
        self.carry.end()
        self._top.setCurrentWidget(self.head)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the diary carries nothing away."""
        super().hideEvent(event)
        if self.lifted is not None:
            self._put_back()

    def _come_back(self, entry: DiaryEntry) -> None:
        if self._view is None or not self._view.from_on <= entry.on <= self._view.to_on:
            self.show_again()
        self._put_in_hand(entry)

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while the diary has the focus."""
        return keeps_key(event, lambda key: key.key() in _OWN_KEYS and is_typed(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Days, months, views; picking up, dropping, putting back."""
        key = Qt.Key(event.key())
        if not is_typed(event) or not self._takes(key):
            super().keyPressEvent(event)

    def _takes(self, key: Qt.Key) -> bool:
        """Do what the key says; whether it says anything here."""
        if key in _VIEWS:
            self.show_as(_VIEWS.index(key))
        elif key in _BY_DAYS:
            self.go_to(self.where.by_days(_BY_DAYS[key]).day)
        elif key in _BY_PAGES:
            self.turn(_BY_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.go_today()
        elif key == Qt.Key.Key_Space and not self.where.is_list:
            self._drop() if self.lifted else self.lift()
        elif key in _ENTER:
            self._drop() if self.lifted else self._open(self.entry_id)
        elif key == Qt.Key.Key_Delete:
            self._free()
        elif key == Qt.Key.Key_Escape and self.lifted:
            self._put_back()
        else:
            return False
        return True
