"""A measure told apart, by time or by one thing: the chart, what the figure means, and the same rows as a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iro_desktop.measures.model import Unit
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.performance.meaning import MeaningCard
from iro_desktop.ui.pages.performance.whole_table import WholeTable, bring_row
from iro_desktop.ui.pages.performance.words import of_words
from iro_desktop.ui.widgets import Card, Kind, LinkButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.chart import Chart, ChartMark, Drawing
from iro_desktop.ui.widgets.chart_columns import Columns
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.scroller import Scroller

_BESIDE_EMS = 68  # from here on chart and meaning stand beside each other


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One point or part: its mark, its figure, and the time or narrowing that opens its rows."""

    mark: ChartMark
    label: str
    figure: FigureShown
    opens: object


def _columns(heading: str) -> tuple[Column[ChartLine], ...]:
    return (
        Column("label", heading, lambda one: one.label, keep=9),
        Column("figure", "Figure", lambda one: one.figure.printed, keep=8),
        Column("of", "Of", lambda one: of_words(one.figure), keep=7),
        Column("check", "Check", lambda one: _check(one.figure), keep=1),
    )


def _check(figure: FigureShown) -> str:
    """The parts and the whole; "" where the figure or what it is of says it already."""
    is_said = figure.unit is Unit.COUNT or figure.check == of_words(figure)
    return "" if figure.value is None or is_said else figure.check


class ChartPart(QWidget):
    """Chart and list are at the same mark; Enter on either opens its rows. The button shows it another way."""

    rows_wanted = Signal(object)  # a ChartLine
    other_wanted = Signal()

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = name
        self.card = Card(self, name)
        self.other = QuietButton("", "S", self.card)
        self.chart = Chart(name, Columns(is_share=True), self.card)
        self.copy_picture = LinkButton("Copy as picture", parent=self.card)
        self.copy_table = LinkButton("Copy as table", parent=self.card)
        self.note = Text("", Kind.SMALL, Tone.SOFT, self.card)
        self.meaning = MeaningCard(self)
        self.rows: RecordsModel[ChartLine] = RecordsModel(
            _columns(heading), lambda one: one.label, lambda one: one.mark.sentence, self
        )
        self.list = WholeTable(self.rows, f"{name} as a list", 1, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._scroll = Scroller(self)
        content = QWidget(self._scroll)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 2, 0, 16)
        column.setSpacing(12)
        links = FlowLayout(gap=12)
        for button in (self.copy_picture, self.copy_table):
            links.addWidget(button)
        self.card.head.addWidget(self.other)
        for part in (self.chart, self.note):
            self.card.body.addWidget(part)
        self.card.body.addLayout(links)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(12)
        told.addWidget(self.card)
        told.addWidget(self.list)
        told.addStretch(1)
        self._pair.addLayout(told, 5)
        self._pair.addWidget(self.meaning, 3, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._pair)
        column.addStretch(1)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        self.other.clicked.connect(self.other_wanted)
        self.chart.mark_chosen.connect(self.list.choose_row)
        self.chart.mark_opened.connect(self._open)
        self.copy_picture.clicked.connect(self.chart.copy_picture)
        self.list.row_chosen.connect(lambda index: self.chart.take(index.row()))
        self.list.row_opened.connect(self._row_opened)
        self.list.left_above.connect(self.focus_chart)
        self.list.sight_wanted.connect(lambda row: bring_row(self._scroll, self.list, row))

    def show_lines(
        self, title: str, lines: Sequence[ChartLine], drawing: Drawing, other: str, note: str = "", about: str = ""
    ) -> None:
        """Show these; one stays at the same one where it is still there. ``about``: what a picture says beneath."""
        self.chart.about = about
        self.card.set_heading(title)
        self.chart.show_marks(title, [one.mark for one in lines], drawing)
        self.rows.set_rows(lines)
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.other.updateGeometry()
        self.note.set_or_hide(note)
        has_rows = bool(lines)
        for part in (self.chart, self.list, self.copy_picture, self.copy_table):
            part.setVisible(has_rows)
        if has_rows:
            self.list.choose_row(max(0, self.chart.current))

    def show_meaning(self, figure: FigureShown) -> None:
        """What the figure means."""
        self.meaning.show_figure(figure)

    def current(self) -> ChartLine | None:
        """The point or part one is at."""
        return self.rows.record(self.list.currentIndex())

    def focus_chart(self) -> None:
        """Go to the chart; where there is nothing to draw, to what shows it another way."""
        target: QWidget = self.chart if self.rows.rows else self.other
        target.setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    def follow_copy(self, copy: Callable[[WholeTable], None]) -> None:
        """What copies the list."""
        self.copy_table.clicked.connect(lambda: copy(self.list))

    def _row_opened(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _open(self, number: int) -> None:
        if 0 <= number < len(self.rows.rows):
            self.rows_wanted.emit(self.rows.rows[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else one below the other."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_EMS * self.font().pixelSize()
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._pair.direction() is not way:
            self._pair.setDirection(way)
