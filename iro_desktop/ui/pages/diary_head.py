"""The head of the diary: which days, what they hold, how they are shown, and the way to others."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.diary_where import Span, Where
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

VIEWS = ("Month", "Week", "List")


class DiaryHead(QWidget):
    """Heading and summary at the left, the ways to other days at the right, the views beneath."""

    view_wanted = Signal(int)
    page_wanted = Signal(int)
    today_wanted = Signal()
    left = Signal()

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text("", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.views = Segments("How the diary is shown", VIEWS, self)
        self.back = QuietButton("‹", "PgUp", self)
        self.on = QuietButton("›", "PgDn", self)
        self.today = QuietButton("Today", "Home", self)
        self.theirs = Check("With what others owe", self)
        self.keep = QuietButton("Keep time free…", parent=self)
        self.export = QuietButton("Export…", parent=self)
        self.keep.follow(actions[Command.KEEP_TIME])
        self.export.follow(actions[Command.EXPORT_CALENDAR])
        self.back.setAccessibleName("Back")
        self.on.setAccessibleName("On")
        self._lay_out()
        self.views.currentChanged.connect(self.view_wanted)
        self.views.left.connect(self.left)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        self.today.clicked.connect(self.today_wanted)

    def _lay_out(self) -> None:
        # Wrapped words ask for the height they would have at their narrowest; only that at the real width is wanted.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.summary)
        column.addSpacing(6)
        self.line = FlowLayout()
        for part in (self.views, self.back, self.today, self.on, self.keep, self.export, self.theirs):
            self.line.addWidget(part)
        column.addLayout(self.line)
        column.addStretch(1)

    def show_where(self, where: Where, today: date) -> None:
        """Say which days are shown, and how."""
        self.heading.setText(where.heading)
        number = 2 if where.is_list else 1 if where.span is Span.WEEK else 0
        self.views.blockSignals(True)
        self.views.setCurrentIndex(number)
        self.views.blockSignals(False)
        self.today.setEnabled(where.day != today)

    def _turn_back(self) -> None:
        self.page_wanted.emit(-1)

    def _turn_on(self) -> None:
        self.page_wanted.emit(1)
