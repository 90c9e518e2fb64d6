"""Columns, stacks and lines on paper: what runs from left to right, as time does."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from iro_desktop.domain.documents import Chart, ChartKind
from iro_desktop.ui.paper_ink import (
    LINE,
    MIDDLE,
    RIGHT,
    across,
    axis_of,
    fill,
    fill_of,
    line_pen,
    mark,
    small,
    value_words,
    width_of,
    write,
    write_on,
)
from iro_desktop.ui.paper_type import HAIRLINE, INK, RULE, SOFT, WHITE, pt

_FIELD = pt(130)  # how tall the columns get
_USED = 0.92  # of the width, beside the axis
_MOST_LINES = 3  # of a name

Points = Sequence[QPointF | None]


def upright_height(chart: Chart, width: float) -> float:
    """Field and names."""
    return _FIELD + LINE * (0.6 + name_lines(chart, width)) + pt(8)


def name_lines(chart: Chart, width: float) -> int:
    """How many lines the longest name takes beneath its column."""
    if not chart.categories:
        return 1
    slot = width * _USED / len(chart.categories)
    return min(_MOST_LINES, max(sum(_lines(part, slot) for part in one.split("\n")) for one in chart.categories))


def _lines(words: str, slot: float) -> int:
    wide = width_of(words)
    return 1 if wide <= slot else ceil(wide / slot * 1.15)


class Upright:
    """One chart in its room."""

    def __init__(self, chart: Chart, room: QRectF) -> None:
        self._chart, self._axis = chart, axis_of(chart)
        wide = max(width_of(self._axis.words(one)) for one in self._axis.ticks) + pt(6)
        below = LINE * name_lines(chart, room.width()) + pt(6)
        self._field = room.adjusted(wide, LINE * 1.1, -pt(2), -below)
        self._slot = self._field.width() / len(chart.categories)
        self._left = room.left()

    def paint(self, painter: QPainter) -> None:
        """Axis, values, names."""
        self._paint_axis(painter)
        if self._chart.kind is ChartKind.LINE:
            self._paint_lines(painter)
        else:
            paint = self._paint_stack if self._chart.kind is ChartKind.STACKED else self._paint_columns
            for number, values in enumerate(across(self._chart)):
                slot = QRectF(self._field.left() + number * self._slot, 0, self._slot, 0)
                paint(painter, slot, values, is_aside=number in self._chart.aside)
        self._paint_names(painter)

    def _y(self, value: float) -> float:
        return self._field.bottom() - self._axis.part(value) * self._field.height()

    def _paint_axis(self, painter: QPainter) -> None:
        for number, tick in enumerate(self._axis.ticks):
            y = self._y(tick)
            painter.setPen(QPen(HAIRLINE if number else RULE, pt(0.6)))
            painter.drawLine(QLineF(self._field.left(), y, self._field.right(), y))
            box = QRectF(self._left, y - LINE / 2, self._field.left() - self._left - pt(4), LINE)
            write(painter, box, self._axis.words(tick), SOFT, RIGHT)

    def _paint_names(self, painter: QPainter) -> None:
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        for number, name in enumerate(self._chart.categories):
            left = self._field.left() + number * self._slot
            painter.setFont(small())
            painter.setPen(INK)
            box = QRectF(left - pt(1), self._field.bottom() + pt(3), self._slot + pt(2), LINE * _MOST_LINES)
            painter.drawText(box, flags, name)

    def _paint_columns(
        self, painter: QPainter, slot: QRectF, values: Sequence[float | None], *, is_aside: bool
    ) -> None:
        wide = min(self._slot * 0.76 / len(values), pt(38))
        left, base = slot.center().x() - wide * len(values) / 2, self._field.bottom()
        gap = pt(1) if len(values) > 1 else 0.0
        for number, value in enumerate(values):
            x = left + number * wide
            top = base if value is None else min(self._y(value), base - pt(0.6))
            if value is not None:
                fill(painter, QRectF(x, top, wide - gap, base - top), fill_of(number, is_aside=is_aside))
            room = self._slot if len(values) == 1 else wide
            words = self._fitting(value, room)
            write(painter, QRectF(x, top - LINE, wide - gap, LINE), words, INK if value is not None else SOFT, MIDDLE,
                  is_strong=True)  # fmt: skip

    def _fitting(self, value: float | None, room: float) -> str:
        """The value, without its tenth where there is no room for that; "" where there is none at all."""
        words = [value_words(value, self._chart.unit), "–" if value is None else f"{value:,.0f}", ""]
        return next(one for one in words if width_of(one) <= room + pt(1))

    def _paint_stack(self, painter: QPainter, slot: QRectF, values: Sequence[float | None], *, is_aside: bool) -> None:
        wide = min(self._slot * 0.66, pt(52))
        left, base = slot.center().x() - wide / 2, 0.0
        for number, value in enumerate(values):
            if not value:
                continue
            bar = QRectF(left, self._y(base + value), wide, self._y(base) - self._y(base + value))
            look = fill_of(number, is_aside=is_aside)
            fill(painter, bar, look)
            if bar.height() >= LINE:
                write_on(painter, bar, self._fitting(value, wide), look)
            base += value
        box = QRectF(slot.left(), self._y(base) - LINE, self._slot, LINE)
        write(painter, box, self._fitting(base, self._slot), INK, MIDDLE, is_strong=True)

    # --- lines

    def _paint_lines(self, painter: QPainter) -> None:
        """Lines first, then points, then values: nothing is drawn through a number."""
        lines = [self._points(one.values) for one in self._chart.series]
        for number, points in enumerate(lines):
            painter.setPen(line_pen(number))
            for first, second in pairwise(points):
                if first and second:
                    painter.drawLine(first, second)
        taken = [mark(painter, point, number) for number, points in enumerate(lines) for point in points if point]
        for number, (points, series) in enumerate(zip(lines, self._chart.series, strict=True)):
            self._paint_values(painter, points, series.values, taken, is_above=number % 2 == 0)

    def _points(self, values: Sequence[float | None]) -> Points:
        return [
            None if value is None else QPointF(self._field.left() + (place + 0.5) * self._slot, self._y(value))
            for place, value in enumerate(values)
        ]

    def _paint_values(
        self, painter: QPainter, points: Points, values: Sequence[float | None], taken: list[QRectF], *, is_above: bool
    ) -> None:
        """Where there is room: above for one line, below for the next."""
        for point, value in zip(points, values, strict=True):
            if point is None:
                continue
            words = value_words(value, self._chart.unit)
            wide = width_of(words) + pt(2)
            for shift in (-LINE - pt(2.8), pt(2.8)) if is_above else (pt(2.8), -LINE - pt(2.8)):
                box = QRectF(point.x() - wide / 2, point.y() + shift, wide, LINE)
                if not any(box.intersects(one) for one in taken) and box.bottom() <= self._field.bottom():
                    painter.fillRect(box.adjusted(0, pt(1), 0, -pt(1)), WHITE)
                    write(painter, box, words, INK, MIDDLE)
                    taken.append(box)
                    break
