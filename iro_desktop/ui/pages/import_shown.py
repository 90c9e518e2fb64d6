"""A planned import: how its rows count, what each column means, what was found. Nothing is written yet."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.domain.problems import Severity
from iro_desktop.services.desk import ImportShown
from iro_desktop.ui.pages.first_run_frame import Tall
from iro_desktop.ui.pages.first_run_notice import Remark
from iro_desktop.ui.pages.first_run_rows import WrapRow
from iro_desktop.ui.pages.import_columns import ColumnsCard
from iro_desktop.ui.pages.import_files import FilesCard
from iro_desktop.ui.pages.import_problem_lines import MoreLine, ProblemModel, lines_of
from iro_desktop.ui.pages.import_problem_list import ProblemList
from iro_desktop.ui.pages.import_words import button_words, names_of, not_beside_columns, why_not
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets import PrimaryButton, QuietButton, Tone
from iro_desktop.ui.widgets.scroller import Scroller

_SIDE = 24


class _Bar(QFrame):
    """The foot of the page: always in sight, a hairline above it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and line."""
        now = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(now.surface))
        painter.setPen(QColor(now.line))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()


class ShownView(QWidget):
    """What would be imported. ``said`` corrects a column, ``agreed`` goes ahead, ``left`` starts again."""

    said = Signal(str, object)
    agreed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ImportShown | None = None
        self._opened: set[Severity] = set()
        self.pane = Scroller(self)
        self.files = FilesCard()
        self.columns = ColumnsCard()
        self.model = ProblemModel(self)
        self.problems = ProblemList(self.model)
        self.clean = Remark(Shape.TICK, Tone.MET)
        self.go = PrimaryButton("Import", parent=self)
        self.again = QuietButton("Choose another list", parent=self)
        self.reason = Remark(Shape.BARS, Tone.SOFT, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._content = Tall()
        inner = QVBoxLayout(self._content)
        self.pane.keep_margin(inner, _SIDE, 4, _SIDE, 20)
        inner.setSpacing(12)
        for part in (self.files, self.columns, self.clean, self.problems):
            inner.addWidget(part)
        inner.addStretch(1)
        self.pane.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pane, 1)
        layout.addWidget(self._bar())

    def _bar(self) -> QWidget:
        bar = _Bar(self)
        inner = QVBoxLayout(bar)
        inner.setContentsMargins(_SIDE, 12, _SIDE, 12)
        inner.setSpacing(8)
        inner.addWidget(self.reason)
        inner.addWidget(WrapRow(self.go, self.again, parent=bar))
        return bar

    def _connect(self) -> None:
        self.columns.said.connect(self.said)
        self.columns.grown.connect(self._order_tabs)
        self.go.clicked.connect(self.agreed)
        self.again.clicked.connect(self.left)
        self.problems.row_opened.connect(self._line_opened)
        self.problems.in_sight.connect(self._scroll_to)

    def start(self) -> None:
        """Forget the sheet before."""
        self._shown, self._opened = None, set()
        self.columns.start()
        self.model.set_lines([])
        self.pane.verticalScrollBar().setValue(0)

    def show_import(self, shown: ImportShown) -> None:
        """Show what was planned; keeps place and focus where the same sheet is shown anew."""
        self._shown = shown
        self.files.show_files(shown.counts)
        self.columns.show_columns(shown)
        self._show_problems()
        why = why_not(shown)
        self.reason.say(why)
        self.go.setText(button_words(shown))
        self.go.setEnabled(not why)
        self.go.setAccessibleDescription(why)
        self.go.updateGeometry()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes from top to bottom, also through rows that came later."""
        parts = self.columns.in_order()
        first, last = parts[0], parts[-1]
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)
        for part in (self.go, self.again):
            self.setTabOrder(first, part)  # away first: Qt leaves a part alone that is next by going round
            self.setTabOrder(last, part)
            last = part
        self.setTabOrder(self.columns.more, self.problems)  # and puts nothing after a list

    def arrive(self) -> None:
        """Put the focus on the first question, else on the button."""
        asked = self.columns.first_asked()
        if asked is not None:
            asked.choice.setFocus()
        elif self.go.isEnabled():
            self.go.setFocus()
        else:
            self.again.setFocus()

    def _show_problems(self) -> None:
        shown = self._shown
        if shown is None:
            return
        problems = not_beside_columns(shown)
        lines = lines_of(problems, self._opened, names_of(shown), names_files=len(shown.counts) > 1)
        self.model.set_lines(lines)
        self.problems.setVisible(bool(problems))
        self.clean.say("" if problems else "Every row could be read.")

    def _line_opened(self, index: QModelIndex) -> None:
        line = self.model.lines[index.row()]
        if isinstance(line, MoreLine):
            self._opened ^= {line.severity}
            self._show_problems()
            self.problems.choose_row(min(index.row(), len(self.model.lines) - 1))

    def _scroll_to(self, line: QRect) -> None:
        place = self.problems.mapTo(self._content, line.center())
        self.pane.ensureVisible(place.x(), place.y(), 0, line.height() // 2 + 24)
