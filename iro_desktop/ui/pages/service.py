"""Service: team, meetings, practice standards, feedback, plan, clinics; what is missing meets the eye first."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.service_views import ServiceView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.own_keys import is_typed, keeps_key
from iro_desktop.ui.pages.service_parts import PARTS, ServiceRow, key_of, matching
from iro_desktop.ui.pages.service_words import Detail, detail_of
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, LinkButton, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.filter_box import FilterBox
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

_LINKS = 10  # as many things can be missing at once
_PAUSE_MS = 120  # typing settles before the list is narrowed
_PART_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


class MissingWord(LinkButton):
    """Begins the line of what is missing, in the voice of what is overdue; the links after it are what leads on."""

    def __init__(self, words: str, parent: QWidget | None = None, shape: Shape | None = None) -> None:
        super().__init__(words, parent=parent, shape=shape)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def words_font(self) -> QFont:
        """Strong."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def colours(self, now: Tokens) -> tuple[str, str, str, str]:
        """Of what is overdue, on nothing."""
        return "", "", now.overdue, now.soft


class ServicePage(QWidget):
    """Six lists. The digits work while one of them has the focus; A, Q, D and Shift+A are the window's commands."""

    row_changed = Signal()
    opened = Signal()

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ServiceView | None = None
        self.heading = Text("Service", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.missing = MissingWord("Missing", parent=self, shape=Shape.TRIANGLE)
        self.links = [LinkButton("", parent=self) for _ in range(_LINKS)]
        self.filter = FilterBox("Filter the list", self)
        self.add_button = QuietButton("", parent=self)
        self.parts = Segments("Part of the service’s records", tuple(part.name for part in PARTS), self)
        self.models: list[RecordsModel[Any]] = [
            RecordsModel(part.columns, key_of, part.sentence, self) for part in PARTS
        ]
        self.tables = [
            FactTable(model, part.name, part.lines, self) for model, part in zip(self.models, PARTS, strict=True)
        ]
        self.empty = EmptyState(Mark(Shape.SERVICE, parent=self), self)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect(actions)

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
        line, leads_on = QHBoxLayout(), FlowLayout(gap=6)  # what does not fit stands below the first link, not the word
        line.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(leads_on, 1)
        self.missing.hide()
        for link in self.links:
            leads_on.addWidget(link)
            link.hide()
        self.column.addLayout(line)
        self.column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._stack, 1)
        self.add_button.hide()

    def _connect(self, actions: Mapping[Command, QAction]) -> None:
        self.parts.currentChanged.connect(self._part_changed)
        self.parts.left.connect(self.focus_list)
        self.filter.textChanged.connect(self._typed)
        self.filter.left.connect(self._leave_filter)
        self._typing.timeout.connect(self._narrow)
        for link in self.links:
            link.clicked.connect(self._follow)
        self.add_button.follow(actions[Command.ADD_FACT])
        self.empty.button.follow(actions[Command.ADD_FACT])
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

    def current(self) -> ServiceRow | None:
        """The chosen row."""
        row: ServiceRow | None = self.models[self.number].record(self.table.currentIndex())
        return row

    def detail(self) -> Detail | None:
        """The chosen row in full."""
        row = self.current()
        return detail_of(row) if row is not None else None

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.models[self.number].rows)

    def choose(self, _child: str, _deadline_id: str = "") -> bool:
        """No child stands in these lists."""
        return False

    def chosen_child(self) -> str:
        """No child stands in these lists."""
        return ""

    def show_part(self, number: int, key: str = "") -> None:
        """Show that part, and choose that row of it where it is there; go to its list."""
        self.parts.setCurrentIndex(number)
        line = self.models[number].line_of(key) if key else -1
        if line >= 0:
            self.table.choose_row(line)
        self.focus_list()

    def show_view(self, view: ServiceView) -> None:
        """Show the records; stays on the same rows."""
        self.view = view
        had_focus = self._has_list_focus()
        for number in range(len(PARTS)):
            self._fill(number, matching(number, PARTS[number].rows(view), self.filter.text()))
        self._settle()
        if had_focus:
            self.focus_list()  # the list may have become empty, or not be so any more

    def _fill(self, number: int, rows: list[Any]) -> None:
        model, table = self.models[number], self.tables[number]
        here, place = model.record(table.currentIndex()), table.current_row()
        before = {key_of(row) for row in model.rows}
        model.set_rows(rows)
        new = [line for line, row in enumerate(rows) if key_of(row) not in before]
        line = model.line_of(key_of(here)) if here is not None else -1
        if len(new) == 1 and len(rows) == len(before) + 1 and before:
            line = new[0]  # what was just added, or came back, is what is meant next
        table.choose_row(line if line >= 0 else max(0, place))

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to the one thing that can be done."""
        (
            self.table if self.has_rows() else self.empty.button if self.empty.button.isVisible() else self.parts
        ).setFocus()

    def begin_filter(self) -> None:
        """Go where the list is narrowed."""
        self.filter.setFocus()
        self.filter.selectAll()

    def _settle(self) -> None:
        """Show the list or why there is none, what is missing everywhere, and the part's own controls."""
        part, view = PARTS[self.number], self.view
        has_any = view is not None and bool(part.rows(view))
        self._stack.setCurrentIndex(self.number if self.has_rows() else len(self.tables))
        counts = part.counts(view) if view is not None else []
        self.summary.show_parts(counts)
        self.summary.setVisible(bool(counts))
        self._show_missing(view.missing if view is not None else ())
        self.filter.setVisible(has_any)
        self.add_button.setText(part.add)
        self.add_button.updateGeometry()
        self.add_button.setVisible(self.has_rows())
        words, reason = part.empty
        if has_any:
            words, reason = "Nothing matches", f"Nothing here holds “{self.filter.text().strip()}”. Esc clears it."
        self.empty.say(words, reason)
        self.empty.button.setText(part.add)
        self.empty.button.setVisible(not has_any)
        self.row_changed.emit()

    def _show_missing(self, missing: Sequence[tuple[int, str]]) -> None:
        """Each thing that is missing leads to its list, where it stands first."""
        self.missing.setVisible(bool(missing))
        for number, link in enumerate(self.links):
            part, words = missing[number] if number < len(missing) else (0, "")
            link.setText(words)
            link.setProperty("part", part)
            link.setAccessibleName(f"Missing: {words}, {PARTS[part].name}")
            link.setVisible(bool(words))
            link.updateGeometry()

    def _follow(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.show_part(int(link.property("part")))
            self.table.choose_row(0)

    def _has_list_focus(self) -> bool:
        return any(table.hasFocus() for table in self.tables) or self.empty.button.hasFocus()

    def _part_changed(self) -> None:
        had_focus = self._has_list_focus()
        if self.filter.text():
            self.filter.clear()
            self._typing.stop()
            self._narrow()
        else:
            self._settle()
        if had_focus:
            self.focus_list()

    def _narrow(self) -> None:
        if self.view is not None:
            self.show_view(self.view)
            announce(self, f"{len(self.models[self.number].rows)} of {len(PARTS[self.number].rows(self.view))}")

    def _typed(self, words: str) -> None:
        """Once one stops typing; at once where nothing is left, so that the whole list is back with Esc."""
        if words:
            self._typing.start()
        else:
            self._typing.stop()
            self._narrow()

    def _leave_filter(self) -> None:
        if not self.has_rows():
            self.filter.clear()
        self._typing.stop()
        self._narrow()
        self.focus_list()

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def event(self, event: QEvent) -> bool:
        """The digits are not the window's while a list of it has the focus."""
        return keeps_key(event, lambda key: key.key() in _PART_KEYS and is_typed(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a part."""
        key = Qt.Key(event.key())
        if key in _PART_KEYS:
            self.show_part(_PART_KEYS.index(key))
        else:
            super().keyPressEvent(event)
