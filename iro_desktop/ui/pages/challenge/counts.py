"""Counts of alerts: a line for each theme, stage, team …, a bar beside each number, the sum said beneath."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from iro_desktop.domain.wording import capital
from iro_desktop.services.challenge_views import AlertCount, Counted
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactDelegate, FactTable
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets import Text, Tone
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, paint_ground, paint_words

# What alerts are counted by, as ``services.alert_counts`` names it, and in words.
BY = (
    ("theme", "Theme"),
    ("stage", "Furthest stage"),
    ("kind", "Kind"),
    ("team", "Team"),
    ("agency", "Agency"),
    ("days", "Working days to resolve"),
    ("outcome", "What came of it"),
    ("effect", "Effect for the child"),
    ("iro", "IRO"),
)
_BAR_EMS = 26
_COLUMNS: tuple[Column[Counted], ...] = (
    Column("words", "What", lambda line: capital(line.words), keep=9),
    Column("count", "Alerts", lambda line: str(line.count), keep=8),
    Column("before", "Before", lambda line: str(line.before), keep=7),
)


class Counts(QWidget):
    """Enter opens the alerts that make a line."""

    line_wanted = Signal(object)  # a Counted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RecordsModel[Counted] = RecordsModel(_COLUMNS, lambda line: line.words, _spoken, self)
        self.table = BarTable(self.model, "Counts of alerts", 1, self)
        self.check = Text("", tone=Tone.SOFT, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.check)
        column.addWidget(self.table, 1)
        self.table.row_opened.connect(self._opened)

    def show_count(self, told: AlertCount) -> None:
        """Show these lines; stays where it was."""
        place = max(0, self.table.current_row())
        self.model.set_rows(told.lines)
        self.table.total = told.total
        before = f" Before, {told.before_words}: {told.before:,}." if told.before_words else ""
        self.check.set_or_hide(f"{told.title}: {told.check}.{before} Enter opens the alerts that make a line.")
        self.table.choose_row(place)

    def _opened(self, index: QModelIndex) -> None:
        line = self.model.record(index)
        if line is not None and line.alerts:
            self.line_wanted.emit(line)


class BarTable(FactTable):
    """The bar is as long as its number, the longest as wide as there is room."""

    def __init__(self, model: RecordsModel[Counted], name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(model, name, lines, parent)
        self.total = 0
        self.setItemDelegate(_Delegate(self))

    def most(self) -> int:
        """The greatest number."""
        return max((line.count for line in self.facts.rows), default=1)

    def _width_of(self, column: Column[Counted]) -> int:
        wide = super()._width_of(column)
        return wide + _BAR_EMS * self.font().pixelSize() if column.key == "count" else wide


class _Delegate(FactDelegate):
    _view: BarTable

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; the number with its bar."""
        line = self._view.facts.record(index)
        if line is None or self._view.facts.columns[index.column()].key != "count":
            super().paint(painter, option, index)
            return
        is_last = index.row() == len(self._view.facts.rows) - 1
        paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=is_last))
        now, em = tokens(), self._view.font().pixelSize()
        box = option.rect.adjusted(PAD, 0, -END - PAD, 0)
        number = box.adjusted(0, 0, 0, 0)
        number.setWidth(round(2.6 * em))
        paint_words(painter, str(line.count), number, self._view.font(), now.ink, to_right=True)
        left = number.right() + 10
        longest = min(box.right() - left, 1.2 * _BAR_EMS * em)
        wide = max(2.0, longest * line.count / max(1, self._view.most()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent))
        height = round(em * 0.72)
        if line.count:
            painter.drawRoundedRect(QRectF(left, round(box.center().y() - height / 2) + 1, wide, height), 3, 3)
        painter.restore()


def _spoken(line: Counted) -> str:
    return f"{line.words}, {line.count} {'alert' if line.count == 1 else 'alerts'}, {line.before} before"
