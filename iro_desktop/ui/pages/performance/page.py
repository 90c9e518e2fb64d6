"""Performance: the figures of a time, whose, as known when; each opens. Beside them those that were kept."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from iro_desktop.measures.definitions import BY_ID
from iro_desktop.services.figure_times import FIGURE_TIMES
from iro_desktop.services.performance_views import TILES, FigureWish, PerformanceView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.performance.copying import copied
from iro_desktop.ui.pages.performance.counter import Counter
from iro_desktop.ui.pages.performance.figures import FiguresPart
from iro_desktop.ui.pages.performance.head import (
    COVERED,
    FIGURES,
    KEPT,
    MEASURE,
    NOTHING,
    STOPPED,
    FiguresHead,
    Standing,
)
from iro_desktop.ui.pages.performance.kept import KeptPart
from iro_desktop.ui.pages.performance.measure import ROWS, MeasurePart
from iro_desktop.ui.pages.performance.words import about_words
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.progress_strip import ProgressStrip

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_KEYS = {*_DIGITS, Qt.Key.Key_S}
_OWN_DAYS = "Own days"
_A_HOUSEHOLD = "That row is a fostering household, not a child. Nothing was opened. Find it in Foster carers."


class PerformancePage(FiguresHead):
    """Asks the desk for what is shown; keeps its time, the measure that is open and the part one is in."""

    chosen = Signal(str, str)  # child, no deadline
    opened = Signal()
    said = Signal(str)  # what was copied

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self._deeds, self._actions = deeds, actions
        self._view: PerformanceView | None = None
        self._time = 0  # of the times that have a name; past the last: own days
        self._own: tuple[date, date] | None = None
        self._as_at: date | None = None
        self._measure = ""
        self.figures = FiguresPart(self)
        self.kept = KeptPart(deeds, actions, self)
        self.measure = MeasurePart(deeds, self)
        self.empty = EmptyState(Mark(Shape.FIGURES, parent=self), self)
        self.stopped = EmptyState(Mark(Shape.FIGURES, parent=self), self)
        self.progress = ProgressStrip(self)
        self.counter = Counter(deeds, self.progress, self)
        self._count_action = QAction("Count the figures", self)
        self._count_action.triggered.connect(self._begin_again)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self.covered = QWidget(self)
        for page in (self.figures, self.kept, self.measure, self.empty, self.stopped, self.covered):
            self._stack.addWidget(page)
        self.column.addWidget(self.progress)
        self.column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.parts.currentChanged.connect(self._part_changed)
        self.parts.left.connect(self.focus_list)
        self.measure_parts.currentChanged.connect(self._measure_part_changed)
        self.measure_parts.left.connect(self.focus_list)
        self.time.activated.connect(self._time_chosen)
        self.hide_small.toggled.connect(self._hiding_changed)
        self.back_link.clicked.connect(self.back)
        self.figures.opened.connect(self.open_measure)
        self.measure.part_wanted.connect(self._go_to_part)
        self.measure.child_chosen.connect(lambda child: self.chosen.emit(child, ""))
        self.kept.level_changed.connect(self._say_head)
        self.measure.follow_copy(self.copy_table)
        for opens in (self.measure.child_opened, self.kept.child_opened):
            opens.connect(self._open_child)
        for part in (self.measure.trend, self.measure.apart):
            part.chart.copied.connect(self.said)
        self.counter.came.connect(self._show)
        self.counter.part_came.connect(self._show_part)
        self.counter.refused.connect(self._say_head)
        self.counter.stopped.connect(self._say_stopped)
        self.counter.outdated.connect(self.show_again)

    # what the window asks of every place

    @property
    def table(self) -> FactTable | None:
        """The list that is shown."""
        shown = {FIGURES: self.figures.list, KEPT: self.kept.table, MEASURE: self.measure.table}
        return shown.get(self._stack.currentIndex())

    def has_rows(self) -> bool:
        """Whether there are figures."""
        return self._view is not None and self._stack.currentIndex() not in {NOTHING, STOPPED, COVERED}

    def focus_list(self) -> None:
        """Go to what is shown; where there are no children, to what brings them in."""
        at = self._stack.currentIndex()
        if at == COVERED or (at == FIGURES and not self.figures.has_tiles()):
            self.setFocus()  # they are being counted; they take the focus when they come
        elif at == FIGURES:
            self.figures.focus_tiles()
        elif at == KEPT:
            self.kept.focus_first()
        elif at == MEASURE:
            self.measure.focus_first()
        else:
            (self.stopped if at == STOPPED else self.empty).button.setFocus()

    def choose(self, _child: str, _deadline_id: str = "") -> bool:
        """Figures stand here; a child only among the rows of one, where they were chosen."""
        return False

    def chosen_child(self) -> str:
        """Whose row is chosen among the rows of a figure."""
        is_at_rows = self._stack.currentIndex() == MEASURE and self.measure.number == ROWS
        row = self.measure.rows.current() if is_at_rows else None
        return row.child if row and row.name else ""

    # showing

    def wish(self) -> FigureWish:
        """What is asked for now."""
        own = self._own if self._time >= len(FIGURE_TIMES) else None
        first, last = own or FIGURE_TIMES[self._time].days(self._deeds.desk.today_on)
        return FigureWish(
            first, last, self._deeds.desk.whose(), as_at=self._as_at, hides_small=self.hide_small.isChecked(),
            tiles=tuple(one for one in self._deeds.tiles if one in BY_ID) or TILES,
        )  # fmt: skip

    def show_again(self) -> None:
        """Ask the desk for what is shown; what takes a while comes when it is counted."""
        if self.parts.currentIndex():
            self.kept.show_again()
            self._stack.setCurrentIndex(KEPT)
        elif self._is_covered():
            self._stack.setCurrentIndex(COVERED)
        elif self._stack.currentIndex() in {KEPT, STOPPED, COVERED}:
            self._stack.setCurrentIndex(FIGURES)
        self.counter.ask(self.wish())
        self._say_head()

    def _is_covered(self) -> bool:
        """Whether small numbers are to be hidden, and the figures that stand there are from before that."""
        return self.hide_small.isChecked() and self._view is None

    def _show(self, view: PerformanceView) -> None:
        """Show the figures that have come."""
        had_focus, stood_here = self.hasFocus(), self._holds_focus()
        self._view = view
        status = self._deeds.attempt(self._deeds.desk.status)
        has_children = status is None or bool(status.children)
        self.figures.show_view(view)
        tile = next((one for one in view.tiles if one.figure.measure == self._measure), None)
        if self._measure and tile is None:
            self._measure = ""
        if not has_children and self.parts.currentIndex() == 0:
            self.empty.say(
                "No children yet",
                "Import the list your council's system prints of your children; their figures appear here. "
                "Ctrl N adds one child.",
                self._actions[Command.IMPORT],
                "Import your list",
            )
            self._stack.setCurrentIndex(NOTHING)
        elif self.parts.currentIndex():
            self._stack.setCurrentIndex(KEPT)
        elif tile is not None:
            self._stack.setCurrentIndex(MEASURE)
            self.measure.show_measure(tile, view.wish, about_words(view), compares_iros=view.compares_iros)
        else:
            self._stack.setCurrentIndex(FIGURES)
        self._say_head()
        if had_focus or (stood_here and not self._holds_focus()):
            self.focus_list()

    def _holds_focus(self) -> bool:
        """Whether the keys are on this page."""
        holder = QApplication.focusWidget()
        return holder is self or (holder is not None and self.isAncestorOf(holder))

    def _show_part(self, view: PerformanceView) -> None:
        """What is counted so far, in the page's order; figures that only are counted anew stay until all are there."""
        is_new = self._view is None or self._view.wish != view.wish
        if is_new and self._stack.currentIndex() == FIGURES:
            stood_here = self._holds_focus()
            self.figures.show_part(view)
            if self.hasFocus() or (stood_here and not self._holds_focus()):
                self.focus_list()

    def _say_stopped(self) -> None:
        """Counting was stopped: say so, and offer to begin again."""
        self._view, self._measure = None, ""
        self.stopped.say(
            "Not counted",
            "You stopped the counting. Nothing was changed.",
            self._count_action,
            "Count the figures",
        )
        if self._stack.currentIndex() != KEPT:
            self._stack.setCurrentIndex(STOPPED)
            self.focus_list()
        self._say_head()

    def _begin_again(self) -> None:
        self.show_again()
        self.focus_list()

    def when_counted(self, do: Callable[[], None]) -> None:
        """Do what needs the figures, once they are there."""
        self.counter.when_counted(do)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves does not wait for figures any more; coming back asks for them again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.counter.drop()

    def _say_head(self) -> None:
        at, tile = self._stack.currentIndex(), self.measure.tile
        name = tile.figure.name if at == MEASURE and tile else ""
        is_within = at == MEASURE and self.measure.number == ROWS and self.measure.came_from != ROWS
        is_deep = at == KEPT and self.kept.level > 0
        self.say_head(Standing(at, name, is_within, is_deep, self.counter.is_counting, self._view))

    # where one is

    def open_measure(self, measure: str) -> None:
        """Open one figure, over time first."""
        self._measure = measure
        self.figures.take(measure)
        self.measure.whole()
        self.measure_parts.blockSignals(True)
        self.measure_parts.setCurrentIndex(0)
        self.measure_parts.blockSignals(False)
        self.measure.show_part(0)
        self.show_again()
        self.focus_list()
        announce(self, self.heading.text())

    def back(self) -> bool:
        """One step back: from rows of a part to it, from a figure to all; False at the figures."""
        at = self._stack.currentIndex()
        if at == KEPT:
            return self.kept.back()
        if at != MEASURE:
            return False
        if self.measure.number == ROWS and self.measure.came_from != ROWS:
            came_from = self.measure.came_from
            self.measure.whole()
            self._go_to_part(came_from)
            return True
        measure, self._measure = self._measure, ""
        self._stack.setCurrentIndex(FIGURES)
        self._say_head()
        self.figures.take(measure)
        self.figures.focus_measure(measure)
        return True

    def set_days(self, from_on: date, to_on: date, as_at: date | None) -> None:
        """Show other days, or as it was known on one."""
        self._own, self._time, self._as_at = (from_on, to_on), len(FIGURE_TIMES), as_at
        if self.time.count() == len(FIGURE_TIMES):
            self.time.addItem(_OWN_DAYS)
        self.time.setCurrentIndex(self._time)
        self.show_again()

    def _hiding_changed(self, is_on: bool) -> None:  # noqa: FBT001 Qt hands it over so
        """All that is shown, anew; said, for the key works from anywhere on the page.

        Until the others are counted nothing stands there: who hides small numbers is about to show the page.
        """
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.kept.hides_small = is_on
        self.show_again()
        if is_on and self.counter.is_counting:
            self._view = None
            if self._stack.currentIndex() in {FIGURES, MEASURE}:
                self._stack.setCurrentIndex(COVERED)
            if had_focus:
                self.setFocus()  # what comes takes it again
        self._say_head()
        announce(self, "Small numbers are hidden" if is_on else "Small numbers are shown")

    def set_tiles(self, tiles: tuple[str, ...]) -> None:
        """Show these measures large."""
        self._deeds.choose_tiles(tiles)
        self.show_again()

    def _time_chosen(self, number: int) -> None:
        self._time = number
        self._as_at = self._as_at if number >= len(FIGURE_TIMES) else None
        self.show_again()

    def _part_changed(self) -> None:
        self._measure = ""
        self.show_again()

    def _measure_part_changed(self, number: int) -> None:
        if number == ROWS:
            self.measure.whole()
        self.measure.show_part(number)
        self._say_head()

    def _go_to_part(self, number: int) -> None:
        """Another part of the figure, and the keys with it."""
        self.measure_parts.blockSignals(True)
        self.measure_parts.setCurrentIndex(number)
        self.measure_parts.blockSignals(False)
        self.measure.show_part(number)
        self._say_head()
        self.measure.focus_first()

    def _open_child(self, child: str) -> None:
        if not child:
            self._deeds.went_wrong.emit(_A_HOUSEHOLD)
            return
        self.chosen.emit(child, "")
        self.opened.emit()

    # copying and keys

    def copy_table(self, table: FactTable) -> None:
        """Put a list on the clipboard as a table."""
        self.said.emit(copied(table))

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while something of it has the focus."""
        return keeps_key(event, lambda key: key.key() in _KEYS and is_plain(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a part, S shows it another way, Esc goes a step back, Delete takes a published figure away."""
        key, is_alone = Qt.Key(event.key()), is_plain(event)
        at, table = self._stack.currentIndex(), self.table
        segments = self.measure_parts if at == MEASURE else self.parts
        if is_alone and key in _DIGITS[: segments.count()]:
            segments.setCurrentIndex(_DIGITS.index(key))
            self.focus_list()
        elif is_alone and key == Qt.Key.Key_S and at == MEASURE:
            self.measure.show_other()
        elif key == Qt.Key.Key_Delete and at == KEPT:
            self.kept.take_away()
        elif event.matches(QKeySequence.StandardKey.Copy) and table is not None and table is QApplication.focusWidget():
            self.copy_table(table)
        elif self.progress.stops(event):
            event.accept()
        elif key != Qt.Key.Key_Escape or not self.back():
            super().keyPressEvent(event)

    def measure_shown(self) -> str:
        """The measure that is open; "" where none is."""
        return self._measure if self._stack.currentIndex() == MEASURE else ""

    def view(self) -> PerformanceView | None:
        """What is shown."""
        return self._view
