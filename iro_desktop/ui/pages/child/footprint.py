"""The child's footprint: what was done between reviews as a strip of months, and the same rows as a list."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.footprint_views import FootprintMark, FootprintView
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.child.footprint_strip import FootprintStrip
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.scroller import Scroller

COLUMNS: tuple[Column[FootprintMark], ...] = (
    Column("day", "Day", lambda one: with_weekday(one.on), keep=9),
    Column("what", "What", lambda one: one.what, keep=8),
    Column("detail", "More", lambda one: one.detail, keep=7),
    Column("lane", "Kind", lambda one: one.lane.label, keep=1),
)
_LEAST_ROWS = 3
_NOTHING = "Nothing of the last twelve months is recorded here yet. V records a contact, Shift+V a significant event."
_ELSEWHERE = (
    "That was recorded where it belongs: with the review, the mid-point or the alert. Nothing was changed. "
    "Undo takes it back, or correct it there."
)


class Footprint(Section):
    """Strip and list show the same mark; Delete takes away what was entered here by mistake."""

    title = "Footprint"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self.longest = Text("", Kind.BODY, Tone.SOFT, self)
        self.contact = QuietButton("Contact…", parent=self)
        self.event_button = QuietButton("Significant event…", parent=self)
        self.mid_point = QuietButton("Mid-point…", parent=self)
        self.contact.follow(actions[Command.CONTACT])
        self.event_button.follow(actions[Command.EVENT])
        self.mid_point.follow(actions[Command.MID_POINT])
        self.strip = FootprintStrip(self)
        self.rows: RecordsModel[FootprintMark] = RecordsModel(COLUMNS, lambda one: one.id, _spoken, self)
        self.list = FactTable(self.rows, "Footprint as a list", 1, self)
        self._lay_out()
        self.strip.mark_chosen.connect(self._mark_chosen)
        self.list.row_chosen.connect(self._row_chosen)

    def _lay_out(self) -> None:
        self._scroll = Scroller(self)
        content = QWidget(self._scroll)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 0, 0, 8)
        column.setSpacing(10)
        buttons = FlowLayout()
        for button in (self.contact, self.event_button, self.mid_point):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.longest)
        column.addWidget(self.strip)
        column.addWidget(self.list, 1)
        self._spare = QWidget(self)  # keeps what stands above at the top where there is no list
        column.addWidget(self._spare, 1)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._keep_rows()

    def _keep_rows(self) -> None:
        """However little room there is, some rows of the list can be seen at once."""
        self.list.setMinimumHeight(self.list.header.sizeHint().height() + _LEAST_ROWS * self.list.row_height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "list"):
            self._keep_rows()

    def show_child(self, view: ChildView) -> None:
        """Ask for the child's marks; stays at the same one."""
        shown = self.deeds.attempt(lambda: self.desk.footprint(view.child))
        if shown is not None:
            self._show(shown)

    def _show(self, shown: FootprintView) -> None:
        here, place = self.strip.current(), self.list.current_row()
        self.rows.set_rows(shown.marks)
        self.strip.show_view(shown)
        has_marks = bool(shown.marks)
        self.longest.setText(shown.longest_words if has_marks else _NOTHING)
        self.strip.setVisible(has_marks)
        self.list.setVisible(has_marks)
        self._spare.setVisible(not has_marks)
        if has_marks:
            line = self.rows.line_of(here.id) if here else 0
            self.list.choose_row(line if line >= 0 else max(0, place))
            self._take(self.list.current_row())

    def focus_first(self) -> None:
        """The list; where nothing stands in it, what adds the first."""
        first = self.list if self.rows.rows else self.contact
        first.setFocus()
        self._scroll.ensureWidgetVisible(first)

    @property
    def table(self) -> FactTable:
        """The list of the same rows."""
        return self.list

    def current(self) -> FootprintMark | None:
        """The mark one is at."""
        return self.rows.record(self.list.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the mark away."""
        if event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.take_away()
        else:
            super().keyPressEvent(event)

    def take_away(self) -> None:
        """Take away the contact or event one is at; undo brings it back."""
        here = self.current()
        if here is None:
            return
        if here.remove is None:
            self.deeds.went_wrong.emit(_ELSEWHERE)
        else:
            self.deeds.take_away(here.remove)

    def _mark_chosen(self, mark_id: str) -> None:
        self.list.choose_row(self.rows.line_of(mark_id))

    def _row_chosen(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.rows.rows):
            self.strip.take(self.rows.rows[row].id)


def _spoken(mark: FootprintMark) -> str:
    return f"{mark.sentence}, {mark.lane.label.lower()}"
