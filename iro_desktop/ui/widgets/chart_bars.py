"""Bars for parts: one line each, name at the left, value and counts written at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from iro_desktop.ui.widgets.chart import ChartMark, Look
from iro_desktop.ui.widgets.chart_columns import small
from iro_desktop.ui.widgets.chart_scale import scale_of

_GAP = 10
_MOST_NAME = 0.36  # of the width
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Widths:
    """What name, value and counts take of a line."""

    name: float
    value: float
    counts: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying, in the order given; those in ``quiet`` are hatched: no part like the others."""

    is_share: bool
    quiet: frozenset[str] = frozenset()

    @property
    def begins_last(self) -> bool:
        """The first: parts are read from above."""
        return False

    def height(self, marks: Sequence[ChartMark], font: QFont) -> int:
        """A line for each."""
        return round(max(1, len(marks)) * _line(font) + 12)

    def places(self, marks: Sequence[ChartMark], font: QFont, room: QRectF) -> list[QRectF]:
        """The whole line of each."""
        line = _line(font)
        return [QRectF(room.left(), room.top() + 2 + n * line, room.width(), line) for n in range(len(marks))]

    def paint(self, painter: QPainter, marks: Sequence[ChartMark], room: QRectF, look: Look) -> None:
        """The line they begin at; names, bars, values."""
        if not marks:
            return
        widths = _widths(marks, room.width(), look.font)
        left = room.left() + widths.name + 2 * _GAP
        right = room.right() - widths.value - (widths.counts + _GAP if widths.counts else 0) - 2 * _GAP
        scale = scale_of([one.value for one in marks], is_share=self.is_share)
        for number, (mark, place) in enumerate(zip(marks, self.places(marks, look.font, room), strict=True)):
            ink = look.colours.ink if number == look.current else look.colours.accent
            if mark.value is not None:
                wide = max(2.0, max(8.0, right - left) * scale.part(mark.value))
                bar = QRectF(left, place.top() + place.height() * 0.17, wide, place.height() * 0.66)
                _paint_bar(painter, bar, ink, is_quiet=mark.label in self.quiet)
            _paint_words(painter, mark, place, widths, look, is_current=number == look.current)
        painter.setPen(QPen(QColor(look.colours.edge), 1))
        bottom = room.top() + 2 + len(marks) * _line(look.font)
        painter.drawLine(QLineF(left - 0.5, room.top() + 2, left - 0.5, bottom))


def _line(font: QFont) -> float:
    return QFontMetricsF(small(font)).height() + 14


def _widths(marks: Sequence[ChartMark], room: float, font: QFont) -> _Widths:
    strong, plain = QFontMetricsF(small(font, is_strong=True)), QFontMetricsF(small(font))
    return _Widths(
        min(max(strong.horizontalAdvance(one.label) for one in marks) + 4, room * _MOST_NAME),
        max(strong.horizontalAdvance(one.printed) for one in marks),
        max(plain.horizontalAdvance(one.beneath) for one in marks),
    )


def _paint_bar(painter: QPainter, bar: QRectF, ink: str, *, is_quiet: bool) -> None:
    painter.setPen(QPen(QColor(ink), 1) if is_quiet else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(ink), Qt.BrushStyle.BDiagPattern) if is_quiet else QColor(ink))
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5) if is_quiet else bar, 3, 3)


def _paint_words(
    painter: QPainter, mark: ChartMark, place: QRectF, widths: _Widths, look: Look, *, is_current: bool
) -> None:
    now, font = look.colours, small(look.font, is_strong=is_current)
    painter.setFont(font)
    painter.setPen(QColor(now.ink))
    name = QFontMetricsF(font).elidedText(mark.label, Qt.TextElideMode.ElideRight, widths.name)
    painter.drawText(QRectF(place.left() + _GAP, place.top(), widths.name + 2, place.height()), _LEFT, name)
    painter.setFont(small(look.font))
    painter.setPen(QColor(now.soft))
    painter.drawText(place.adjusted(0, 0, -_GAP, 0), _RIGHT, mark.beneath)
    painter.setFont(small(look.font, is_strong=True))
    painter.setPen(QColor(now.ink if mark.value is not None else now.soft))
    taken = _GAP + (widths.counts + _GAP if widths.counts else 0)
    painter.drawText(place.adjusted(0, 0, -taken, 0), _RIGHT, mark.printed)
