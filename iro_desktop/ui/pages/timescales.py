"""Timescales: the law and the service's own choices, as they are applied today, in four lists."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.plan_views import TimescalesView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.own_keys import is_typed, keeps_key
from iro_desktop.ui.pages.timescales_models import (
    PARTS,
    RULES_PART,
    Detail,
    TimescaleRow,
    long_day,
    matching,
)
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.filter_box import FilterBox
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

_PAUSE_MS = 120  # typing settles before the list is narrowed
_PART_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_KEYS = {*_PART_KEYS, Qt.Key.Key_Plus}


class TimescalesPage(QWidget):
    """Rules, choices, bank holidays, leave. Its single keys work only while one of its lists has the focus."""

    row_changed = Signal()
    opened = Signal()
    add_wanted = Signal()
    take_away_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TimescalesView | None = None
        self.heading = Text("Timescales", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.filter = FilterBox("Filter the rules", self)
        self.add_button = QuietButton("", "+", self)
        self.parts = Segments("Part of the timescales", tuple(part.name for part in PARTS), self)
        self.models: list[RecordsModel[Any]] = [
            RecordsModel(part.columns, part.identity, part.sentence, self) for part in PARTS
        ]
        self.tables = [
            FactTable(model, part.name, part.lines, self) for model, part in zip(self.models, PARTS, strict=True)
        ]
        self.empty = EmptyState(Mark(Shape.CLOCK, parent=self), self)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (*self.tables, self.empty):
            self._stack.addWidget(part)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(8)
        words.setSpacing(4)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        head.addLayout(words, 1)
        head.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._stack, 1)
        self.add_button.hide()

    def _connect(self) -> None:
        self.parts.currentChanged.connect(self._part_changed)
        self.parts.left.connect(self.focus_list)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.left.connect(self._leave_filter)
        self._typing.timeout.connect(self._narrow)
        self.add_button.clicked.connect(self.add_wanted)
        self.empty.button.clicked.connect(self.add_wanted)
        for table in self.tables:
            table.row_chosen.connect(self.row_changed)
            table.row_opened.connect(self._row_opened)

    @property
    def number(self) -> int:
        """Which part is shown."""
        return self.parts.currentIndex()

    @property
    def table(self) -> FactTable:
        """The list that is shown."""
        return self.tables[self.number]

    def current(self) -> TimescaleRow | None:
        """The chosen row."""
        row: TimescaleRow | None = self.models[self.number].record(self.table.currentIndex())
        return row

    def detail(self) -> Detail | None:
        """The chosen row in full."""
        row = self.current()
        return PARTS[self.number].detail(row) if row is not None else None

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.models[self.number].rows)

    def choose(self, _child: str, _deadline_id: str = "") -> bool:
        """No child stands in these lists."""
        return False

    def chosen_child(self) -> str:
        """No child stands in these lists."""
        return ""

    def show_part(self, number: int) -> None:
        """Show that part and go to its list."""
        self.parts.setCurrentIndex(number)
        self.focus_list()

    def show_view(self, view: TimescalesView) -> None:
        """Show the law and the choices; stays on the same rows."""
        self._view = view
        checked = f"Law checked on {long_day(view.law_checked_on)}"
        self.summary.show_parts([("", checked), ("", f"bank holidays known to {view.proclaimed_to}")])
        had_focus = self._has_list_focus()
        shown = (matching(view.rules, self.filter.text()), view.settings, view.holidays, view.leave)
        for number, rows in enumerate(shown):
            self._fill(number, rows)
        self._settle()
        if had_focus:
            self.focus_list()  # the list may have become empty, or not be so any more

    def _fill(self, number: int, rows: Any) -> None:
        model, table = self.models[number], self.tables[number]
        here, place = model.record(table.currentIndex()), table.current_row()
        model.set_rows(rows)
        line = model.line_of(PARTS[number].identity(here)) if here is not None else -1
        table.choose_row(line if line >= 0 else max(0, place))

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to the one thing that can be done."""
        (
            self.table if self.has_rows() else self.empty.button if self.empty.button.isVisible() else self.parts
        ).setFocus()

    def begin_filter(self) -> None:
        """Go where the rules are narrowed."""
        self.parts.setCurrentIndex(RULES_PART)
        self.filter.setFocus()
        self.filter.selectAll()

    def _settle(self) -> None:
        """Show the list or why there is none, and the part's own controls."""
        part = PARTS[self.number]
        self._stack.setCurrentIndex(self.number if self.has_rows() else len(self.tables))
        self.filter.setVisible(self.number == RULES_PART)
        self.add_button.setText(part.add)
        self.add_button.updateGeometry()
        self.add_button.setVisible(bool(part.add) and self.has_rows())
        words, reason = part.empty
        if self.number == RULES_PART:
            reason = f"None of the rules holds “{self.filter.text().strip()}”. Esc clears it."
        self.empty.say(words, reason)
        self.empty.button.setText(part.add)
        self.empty.button.setVisible(bool(part.add))
        self.row_changed.emit()

    def _has_list_focus(self) -> bool:
        return any(table.hasFocus() for table in self.tables) or self.empty.button.hasFocus()

    def _part_changed(self) -> None:
        had_focus = self._has_list_focus()
        self._settle()
        if had_focus:
            self.focus_list()

    def _narrow(self) -> None:
        if self._view is not None:
            self.show_view(self._view)
            announce(self, f"{len(self.models[RULES_PART].rows)} of {len(self._view.rules)} rules")

    def _leave_filter(self) -> None:
        if not self.has_rows():
            self.filter.clear()
        self._typing.stop()
        self._narrow()
        self.focus_list()

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while a list of it has the focus."""
        return keeps_key(event, lambda key: key.key() in _KEYS and is_typed(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a part, + adds, Delete takes away."""
        key = Qt.Key(event.key())
        if key in _PART_KEYS:
            self.show_part(_PART_KEYS.index(key))
        elif key == Qt.Key.Key_Plus and PARTS[self.number].add:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.take_away_wanted.emit()
        else:
            super().keyPressEvent(event)
