"""The child's page: preparation, people, reviews, footprint, what is on record; a digit goes to each part."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.own_keys import is_typed, keeps_key
from iro_desktop.ui.pages.child.reviews import Reviews
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.child.sections import SECTIONS
from iro_desktop.ui.review_deeds import Chosen
from iro_desktop.ui.tab_order import FirstInLine, tab_after
from iro_desktop.ui.widgets import Kind, Text
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine


class ChildPage(QWidget):
    """Always about the child in hand; only the part that is looked at asks the desk."""

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._actions = deeds, actions
        self._view: ChildView | None = None
        self.heading = Text("", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.parts = Segments("Part of the child’s page", tuple(kind.title for kind in SECTIONS), self)
        self.parts.show_only([kind.is_usual for kind in SECTIONS])  # or all of them would widen the window
        self._first = FirstInLine(self)
        self._made: dict[int, Section] = {}
        self._lay_out()
        self.parts.currentChanged.connect(self._part_changed)
        self.parts.left.connect(self.focus_list)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        self.column.addLayout(head)
        self.column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._stack, 1)

    @property
    def section(self) -> Section:
        """The part that is shown, made when one first comes to it."""
        number = self.parts.currentIndex()
        if number not in self._made:
            section = self._made[number] = SECTIONS[number](self._deeds, self._actions, self)
            self._stack.addWidget(section)
            tab_after(self._first, section)
        return self._made[number]

    @property
    def table(self) -> RowTable | None:
        """The list of the part that is shown."""
        return self.section.table

    def show_child(self, view: ChildView) -> None:
        """Show the child in hand."""
        self._view = view
        self.heading.setText(view.name)
        parts = [("", view.subtitle)] if view.subtitle else []
        self.summary.show_parts([*parts, ("", f"id {view.child}")])
        self.parts.show_only([kind.applies(view, self._deeds) for kind in SECTIONS])
        self._show_section(view)

    def chosen_in_reviews(self) -> Chosen:
        """The review and the recommendation that are chosen, while their part is shown."""
        return self.section.chosen() if isinstance(self.section, Reviews) else Chosen()

    def show_part(self, title: str) -> None:
        """Go to the part of that name."""
        self.parts.setCurrentIndex([kind.title for kind in SECTIONS].index(title))

    def has_rows(self) -> bool:
        """There is something to look at while a child is shown."""
        return self._view is not None

    def focus_list(self) -> None:
        """Go to where the part's keys begin."""
        self.section.focus_first()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """The page is about whoever is in hand."""
        return bool(child)

    def chosen_child(self) -> str:
        """Who is shown."""
        return self._view.child if self._view else ""

    def _part_changed(self) -> None:
        if self._view is not None:
            self._show_section(self._view)

    def _show_section(self, view: ChildView) -> None:
        section = self.section
        self._stack.setCurrentWidget(section)
        section.show_child(view)

    def event(self, event: QEvent) -> bool:
        """Digits belong to the page while one of its lists has the focus."""
        return keeps_key(event, lambda key: self._digit(key) is not None) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit goes to its part."""
        digit = self._digit(event)
        if digit is None or not self.parts.isTabVisible(digit):
            super().keyPressEvent(event)
            return
        self.parts.setCurrentIndex(digit)
        self.focus_list()

    def _digit(self, event: QKeyEvent) -> int | None:
        number = event.key() - Qt.Key.Key_1
        return number if is_typed(event) and 0 <= number < len(SECTIONS) else None
