"""The caseload's footprint as a heat map: a row for each child, a column for each month.

A cell says how many contacts there were as a number; review and mid-point have a mark each. A time without that is past
the limit is hatched, and underlined where it runs today: nothing is told by colour alone. Read out, each cell is a
sentence.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from iro_desktop.domain.dates import MONTHS, short
from iro_desktop.services.footprint_views import FootprintMonth, FootprintRow
from iro_desktop.ui.footprint_looks import MID_POINT, REVIEW
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactDelegate, FactTable
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, paint_ground, paint_words

_MONTH_EMS = 2.1
_FULL = 4  # contacts in a month from which on the tint gets no stronger


def since_words(row: FootprintRow) -> str:
    """How long nothing was, today: ``114 days, over the limit``."""
    if row.days_since is None:
        return "nothing yet"
    days = "today" if not row.days_since else "1 day" if row.days_since == 1 else f"{row.days_since} days"
    return f"{days}, over the limit" if row.is_over else days


def _in_month(number: int) -> Callable[[FootprintRow], str]:
    return lambda row: row.months[number].words


def heat_columns(months: tuple[date, ...]) -> tuple[Column[FootprintRow], ...]:
    """Child, the months (the oldest go first where there is no room), how long nothing was."""
    return (
        Column("child", "Child", lambda row: row.name, keep=99),
        *(
            Column(
                f"month-{number}",
                MONTHS[month.month - 1],
                _in_month(number),
                keep=10 + number,
                header_words=f"{MONTHS[month.month - 1]} {month.year}",
            )
            for number, month in enumerate(months)
        ),
        Column("since", "Without, today", since_words, keep=50),
    )


LIST_COLUMNS: tuple[Column[FootprintRow], ...] = (
    Column("child", "Child", lambda row: row.name, keep=9),
    Column("since", "Without, today", since_words, keep=8),
    Column("last", "Last", lambda row: short(row.last_on) if row.last_on else "–", keep=7),
    Column("contacts", "Contacts", lambda row: str(row.contacts), keep=6),
    Column("longest", "Longest without, in these months", lambda row: row.longest_words, keep=5),
    Column("owner", "IRO", lambda row: row.iro, keep=1),
)


class HeatTable(FactTable):
    """The months as cells."""

    def __init__(self, model: RecordsModel[FootprintRow], parent: QWidget | None = None) -> None:
        super().__init__(model, "Footprint by month", 1, parent)
        self.setItemDelegate(HeatDelegate(self))

    def _width_of(self, column: Column[FootprintRow]) -> int:
        if not column.key.startswith("month-"):
            return super()._width_of(column)
        marks = 2 * self.metrics().height()
        return max(round(_MONTH_EMS * self.font().pixelSize()) + marks // 2, self.header.width_of(column.header)) + PAD


class HeatDelegate(FactDelegate):
    """Paints a month; everything else as in any list."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        column = self._view.facts.columns[index.column()]
        row = self._view.facts.record(index)
        if row is None or not column.key.startswith("month-"):
            super().paint(painter, option, index)
            return
        is_last = index.row() == len(self._view.facts.rows) - 1
        now = paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=is_last))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_month(painter, row.months[int(column.key.removeprefix("month-"))], QRectF(option.rect), now)
        painter.restore()

    def _paint_month(self, painter: QPainter, month: FootprintMonth, whole: QRectF, now: Tokens) -> None:
        box = whole.adjusted(PAD - 7, 5, -2, -5)
        if month.is_outside and not month.contacts and not month.has_review:
            return
        _paint_tint(painter, month, box, now)
        font = self._view.font()
        words = str(month.contacts) if month.contacts else "" if month.has_review or month.has_mid_point else "·"
        paint_words(
            painter, words, whole.adjusted(PAD, 0, -END, 0).toRect(), font, now.ink if month.contacts else now.soft
        )
        side = round(font.pixelSize() * 0.62)
        left = box.right() - side - 4
        for is_shown, look in ((month.has_review, REVIEW), (month.has_mid_point, MID_POINT)):
            if is_shown:
                mark = QRectF(left, round(whole.center().y() - side / 2), side, side)
                paint_shape(painter, look.shape, mark, look.colour(now))
                left -= side + 3


def _paint_tint(painter: QPainter, month: FootprintMonth, box: QRectF, now: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if month.contacts:
        tint = QColor(now.accent)
        tint.setAlphaF(0.10 + 0.28 * min(month.contacts, _FULL) / _FULL)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 4, 4)
    if month.is_over:
        colour = QColor(now.overdue if month.is_running else now.soft)
        colour.setAlphaF(0.4)
        painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 4, 4)
    if month.is_running:
        painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), QColor(now.overdue))
