"""Footprint: the caseload's months as a heat map, and the same children as a list; who was left longest comes first."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.footprint_views import FootprintRow, FootprintsView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.footprints_table import LIST_COLUMNS, HeatTable, heat_columns
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

_VIEW_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2)
_KEYS = {*_VIEW_KEYS, Qt.Key.Key_S}
_EVER = 10**6  # days: nothing is recorded at all
ORDERS: tuple[tuple[str, Callable[[FootprintRow], Any]], ...] = (
    (
        "longest without, today",
        lambda row: (not row.is_over, -(row.days_since if row.days_since is not None else _EVER)),
    ),
    ("longest without, in these months", lambda row: -row.longest),
    ("fewest contacts", lambda row: row.contacts),
    ("name", lambda row: row.name.casefold()),
)
_LEGEND = (
    "A number: contacts. A tick: review. A ring: mid-point. "
    "Hatched: no contact, mid-point or review for longer than {}; underlined, still so today."
)


class FootprintsPage(QWidget):
    """Keeps the chosen child over both views and every order. 1 and 2 show a view, S takes the next order."""

    chosen = Signal(str, str)  # child, no deadline
    opened = Signal()

    def __init__(
        self, months: tuple[date, ...], actions: Mapping[Command, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view: FootprintsView | None = None
        self._order = 0
        self._bring_in = actions[Command.IMPORT]
        self.heading = Text("Footprint", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.views = Segments("How it is shown", ("Months", "List"), self)
        self.sort_button = QuietButton("", "S", self)
        self.legend = Text("", Kind.SMALL, Tone.SOFT, self)
        self.heat: RecordsModel[FootprintRow] = RecordsModel(heat_columns(months), _child, _spoken, self)
        self.rows: RecordsModel[FootprintRow] = RecordsModel(LIST_COLUMNS, _child, _spoken, self)
        self.tables: tuple[FactTable, ...] = (HeatTable(self.heat, self), FactTable(self.rows, "Footprint", 1, self))
        self.empty = EmptyState(Mark(Shape.PEOPLE, parent=self), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (*self.tables, self.empty):
            self._stack.addWidget(part)
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        line.addWidget(self.views)
        line.addWidget(self.sort_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.legend)
        self.column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.views.currentChanged.connect(self._settle)
        self.views.left.connect(self.focus_list)
        self.sort_button.clicked.connect(self.next_order)
        for table in self.tables:
            table.row_chosen.connect(self._row_chosen)
            table.row_opened.connect(self._row_opened)

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The view that is shown."""
        return self.tables[self.views.currentIndex()]

    def has_rows(self) -> bool:
        """Whether there are children."""
        return bool(self.rows.rows)

    def focus_list(self) -> None:
        """Go to the children; where there are none, to what brings them in."""
        (self.table if self.has_rows() else self.empty.button).setFocus()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """Choose that child's row in both views."""
        line = self.rows.line_of(child)
        if line >= 0:
            for table in self.tables:
                table.choose_row(line)
        return line >= 0

    def chosen_child(self) -> str:
        """Whose row is chosen."""
        row = self.rows.record(self.table.currentIndex()) if self.table.selectionModel().hasSelection() else None
        return row.child if row else ""

    # showing

    def show_view(self, view: FootprintsView) -> None:
        """Show these children in the order one likes, and stay with the same one."""
        self._view = view
        here, place = self.chosen_child(), max(0, self.table.current_row())
        rows = sorted(view.rows, key=ORDERS[self._order][1])
        for model in (self.heat, self.rows):
            model.set_rows(rows)
        over = f"over {view.limit_words} today"
        self.summary.show_counts(
            [(len(rows), "child" if len(rows) == 1 else "children"), (view.over, over)], view.scope
        )
        limit = view.limit_words
        self.legend.setText(_LEGEND.format(limit) if limit else _LEGEND.split(" Hatched", maxsplit=1)[0])
        self._settle()
        if here and not self.choose(here):
            self.table.clear_choice(place)

    def _settle(self) -> None:
        had_focus = any(table.hasFocus() for table in self.tables)
        has_rows, is_map = self.has_rows(), self.views.currentIndex() == 0
        if not has_rows:
            self.empty.say(
                "No children yet",
                "Import the list your council's system prints of your children; their months appear here. "
                "Ctrl N adds one child.",
                self._bring_in,
                "Import your list",
            )
        self._stack.setCurrentIndex(self.views.currentIndex() if has_rows else len(self.tables))
        for part in (self.summary, self.views, self.sort_button):
            part.setVisible(has_rows)
        self.legend.setVisible(has_rows and is_map)
        self.sort_button.setText(f"Order: {ORDERS[self._order][0]}")
        self.sort_button.updateGeometry()
        if had_focus:
            self.focus_list()

    def next_order(self) -> None:
        """Take the next order; the chosen child stays chosen."""
        self._order = (self._order + 1) % len(ORDERS)
        if self._view is not None:
            self.show_view(self._view)
        announce(self, f"Order: {ORDERS[self._order][0]}")

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.rows.record(index)
        if row is None:
            return
        for table in self.tables:
            if table is not self.sender() and table.current_row() != index.row():
                table.blockSignals(True)
                table.choose_row(index.row())
                table.blockSignals(False)
        if self.sender() is self.table:
            self.chosen.emit(row.child, "")

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while a list of it has the focus."""
        return keeps_key(event, lambda key: key.key() in _KEYS and is_plain(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a view, S takes the next order."""
        key, is_alone = Qt.Key(event.key()), is_plain(event)
        if key in _VIEW_KEYS and is_alone:
            self.views.setCurrentIndex(_VIEW_KEYS.index(key))
            self.focus_list()
        elif key == Qt.Key.Key_S and is_alone:
            self.next_order()
        else:
            super().keyPressEvent(event)


def _child(row: FootprintRow) -> str:
    return row.child


def _spoken(row: FootprintRow) -> str:
    return row.sentence
