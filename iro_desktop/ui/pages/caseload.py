"""Caseload: every child in scope, one row each, in the order one likes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.caseload_columns import in_order
from iro_desktop.services.views import CaseloadRow, CaseloadView
from iro_desktop.ui.models.caseload import BY_KEY, COLUMNS, CaseloadModel
from iro_desktop.ui.pages.caseload_rows import CaseloadTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.filter_box import FilterBox
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.summary import SummaryLine

_MARGIN = 24
_HEADING_EMS = 24  # for the heading and its counts
_PAUSE_MS = 120  # typing settles before the list is asked for again


def sort_actions(parent: QWidget, work: Callable[[], None]) -> list[QAction]:
    """One action for each column, its key as data, for the sort menu and the list of commands."""
    actions = []
    for column in COLUMNS:
        action = QAction(f"Sort caseload by {column.title[0].lower() + column.title[1:]}", parent)
        if column.key == "iro":
            action.setText("Sort caseload by IRO")
        action.setData(column.key)
        action.triggered.connect(work)
        actions.append(action)
    return actions


class CaseloadPage(QWidget):
    """The children, their next reviews and how much slack is left."""

    chosen = Signal(str, str)  # child, no deadline
    opened = Signal()
    filter_changed = Signal(str)

    def __init__(self, bring_in: QAction, export: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseloadView | None = None
        self._key, self._is_turned = "standing", False
        self._bring_in = bring_in
        self.heading = Text("Caseload", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.filter = FilterBox("Filter by name or id", self)
        self.sort_button = QuietButton("Sort", "S", self, Shape.CHEVRON)
        self.views_button = QuietButton("Views", "Shift S", self, Shape.CHEVRON)
        self.export_button = QuietButton("Export…", parent=self)
        self.export_button.follow(export)
        self.model = CaseloadModel(self)
        self.table = CaseloadTable(self.model, self)
        self.empty = EmptyState(Mark(Shape.PEOPLE, parent=self), self)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        self._head.addLayout(words, 1)
        self.tools = QWidget(self)
        tools = FlowLayout(self.tools)
        for part in (self.filter, self.sort_button, self.views_button, self.export_button):
            tools.addWidget(part)
        self._head.addWidget(self.tools)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, 20, _MARGIN, 0)
        self.column.setSpacing(16)
        self.column.addLayout(self._head)
        self.column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(self._row_opened)
        self.table.header.sectionClicked.connect(self._section_clicked)
        self.filter.textChanged.connect(self._typed)
        self.filter.left.connect(self._leave_filter)
        self._typing.timeout.connect(self._ask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is done with the list stands beside its heading, or beneath where there is no room for both."""
        super().resizeEvent(event)
        self._share_head()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._share_head()

    def _share_head(self) -> None:
        needed = self.tools.sizeHint().width() + _HEADING_EMS * self.font().pixelSize()
        is_wide = self.width() - 2 * _MARGIN >= needed
        beside, beneath = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(beside if is_wide else beneath)
        self._head.setSpacing(8 if is_wide else 12)
        self._head.setStretch(0, 1 if is_wide else 0)
        self._head.setAlignment(self.tools, Qt.AlignmentFlag.AlignBottom if is_wide else Qt.AlignmentFlag(0))

    def set_sort_menu(self, menu: QMenu) -> None:
        """The menu that opens at the sort button."""
        self._sort_menu = menu
        self.sort_button.clicked.connect(self.open_sort_menu)

    def open_sort_menu(self) -> None:
        """Open the menu beneath the button."""
        self._sort_menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def set_views_menu(self, menu: QMenu) -> None:
        """The menu that opens at the views button."""
        self._views_menu = menu
        self.views_button.clicked.connect(self.open_views_menu)

    def open_views_menu(self) -> None:
        """Open the menu beneath the button."""
        self._views_menu.popup(self.views_button.mapToGlobal(self.views_button.rect().bottomLeft()))

    def show_view(self, view: CaseloadView) -> None:
        """Show the children; stays on the same child, or where it was."""
        self._view = view
        self._say_summary(view)
        here, place = self.current(), self.table.current_row()
        self._show_rows()
        if not (here and self.choose(here.child)):
            self.table.choose_row(max(0, place))
        self._say_why_empty(view)

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.model.rows)

    def current(self) -> CaseloadRow | None:
        """The chosen child's row."""
        return self.model.record(self.table.currentIndex())

    def chosen_child(self) -> str:
        """Whose row is chosen."""
        row = self.current()
        return row.child if row else ""

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to what fills it."""
        (self.table if self.has_rows() else self.empty.button).setFocus()

    def begin_filter(self) -> None:
        """Go where the list is narrowed."""
        self.filter.setFocus()
        self.filter.selectAll()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """Choose that child; False where the list doesn't hold it."""
        line = self.model.line_of(child)
        if line >= 0:
            self.table.choose_row(line)
        return line >= 0

    def sort_by(self, key: str) -> None:
        """Order by that column; asked twice, the other way round."""
        self._is_turned = key == self._key and not self._is_turned
        self._key = key
        here = self.current()
        self._show_rows()
        if here:
            self.choose(here.child)

    def order(self) -> tuple[str, bool]:
        """The column by which it stands, and whether the other way round."""
        return self._key, self._is_turned

    def look(self, words: str, key: str, *, is_turned: bool) -> None:
        """Filter and order as kept; what is shown is asked for by whoever shows the page."""
        self._key, self._is_turned = key, is_turned
        self.filter.setText(words)
        self._typing.stop()

    def words(self) -> str:
        """What the list is filtered by."""
        return self.filter.text().strip()

    def _show_rows(self) -> None:
        rows = self._view.rows if self._view else ()
        rows = in_order(rows, self._key, is_turned=self._is_turned)
        section = COLUMNS.index(BY_KEY[self._key])
        self.table.header.show_order(section, is_turned=self._is_turned)
        self.model.set_rows(rows)

    def _say_summary(self, view: CaseloadView) -> None:
        parts = [(str(len(view.rows)), f"of {view.of} children")]
        parts += [(str(view.sibling_groups), "sibling groups")] if view.sibling_groups else []
        parts += [(str(view.not_booked), "not booked")] if view.not_booked else []
        self.summary.show_parts(parts, view.scope)
        for part in (self.summary, self.tools):
            part.setVisible(bool(view.of))

    def _say_why_empty(self, view: CaseloadView) -> None:
        self._stack.setCurrentIndex(0 if view.rows else 1)
        if view.of:
            self.empty.say(
                "No child matches", f"None of the {view.of} children matches “{self.words()}”. Esc clears it."
            )
        else:
            self.empty.say(
                "No children yet",
                "Import the list your council's system prints of your children. Ctrl N adds one child.",
                self._bring_in,
                "Import your list",
            )

    def _leave_filter(self) -> None:
        """Go to the list; where nothing matches, the filter is cleared first, for there is no list to go to."""
        if self._view is not None and not self._view.rows:
            self.filter.clear()
        self.table.setFocus()

    def _typed(self) -> None:
        self._typing.start()

    def _ask(self) -> None:
        self.filter_changed.emit(self.words())

    def _section_clicked(self, section: int) -> None:
        self.sort_by(COLUMNS[section].key)

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.model.record(index)
        if row is not None:
            self.chosen.emit(row.child, "")

    def _row_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()
