"""Charts on paper: light colours that hold in grey, kinds told apart by pattern too, values written on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from iro_desktop.domain.documents import Chart, ChartKind, shown
from iro_desktop.ui.paper_type import ACCENT, HAIRLINE, INK, RULE, SOFT, UNITS_PER_INCH, WHITE, font, mm, pt
from iro_desktop.ui.theme import PAPER
from iro_desktop.ui.widgets.chart_scale import Scale, scale_of

_DOTS_PER_INCH = 300
_PICTURE_WIDTH = mm(170)
_FIELD = pt(130)  # how tall the columns get
_LINE = pt(10.5)  # a line of labels
_LEGEND = pt(17)
_BAR = pt(15)  # a lying bar with its air
_MOST_NAME = 0.38  # of the width, for the names of lying bars
_SHARE = "%"


@dataclass(frozen=True, slots=True)
class Fill:
    """How one series is filled: colour, hatching, and the ink that can be read on it."""

    colour: QColor
    ink: QColor
    hatch: int = 0  # degrees; 0: plain


FILLS = (
    Fill(ACCENT, WHITE),
    Fill(QColor(PAPER.pale), INK),
    Fill(WHITE, INK, 45),
    Fill(QColor(PAPER.slate), WHITE),
    Fill(QColor(PAPER.stone), INK, 135),
    Fill(QColor(PAPER.deep), WHITE),
)
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_LINES = (ACCENT, SOFT, QColor(PAPER.deep), RULE)


def chart_png(chart: Chart) -> bytes:
    """The chart as a PNG of 300 dots per inch, 170 mm wide."""
    scale = _DOTS_PER_INCH / UNITS_PER_INCH
    tall = chart_height(chart, _PICTURE_WIDTH)
    image = QImage(round(_PICTURE_WIDTH * scale), round(tall * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DOTS_PER_INCH / 0.0254))
    image.setDotsPerMeterY(round(_DOTS_PER_INCH / 0.0254))
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_chart(painter, chart, QRectF(0, 0, _PICTURE_WIDTH, tall))
    painter.end()
    content = QByteArray()
    held = QBuffer(content)
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]  # PySide6's stubs know bytes alone
    return bytes(content.data())


def chart_height(chart: Chart, width: float) -> float:
    """How tall it has to be at that width."""
    legend = _LEGEND if _has_legend(chart) else 0.0
    if _lies(chart, width):
        per = len(chart.series) if chart.kind is ChartKind.BARS else 1
        return legend + len(chart.categories) * (_BAR * max(1, per) * (0.8 if per > 1 else 1) + pt(4)) + pt(6)
    return legend + _FIELD + _LINE * (0.6 + _name_lines(chart, width)) + pt(8)


def paint_chart(painter: QPainter, chart: Chart, room: QRectF) -> None:
    """All of it but its title, which stands above as words."""
    painter.save()
    if _has_legend(chart):
        _paint_legend(painter, chart, room)
        room = room.adjusted(0, _LEGEND, 0, 0)
    if not chart.categories or not chart.series:
        _words(painter, room, "Nothing to show", SOFT, Qt.AlignmentFlag.AlignCenter)
    elif _lies(chart, room.width()):
        _Lying(chart, room).paint(painter)
    else:
        _Upright(chart, room).paint(painter)
    painter.restore()


def _has_legend(chart: Chart) -> bool:
    return len(chart.series) > 1


def _lies(chart: Chart, width: float) -> bool:
    """Long names, or many, are read beside lying bars; time goes from left to right."""
    if chart.kind is ChartKind.LINE or not chart.categories:
        return False
    slot = width * 0.92 / len(chart.categories)
    longest = max(_metrics().horizontalAdvance(one) for one in chart.categories)
    word = max((_metrics().horizontalAdvance(part) for one in chart.categories for part in one.split()), default=0)
    return word > slot or longest > 2.4 * slot


def _name_lines(chart: Chart, width: float) -> int:
    if not chart.categories:
        return 1
    slot = width * 0.92 / len(chart.categories)
    longest = max(_metrics().horizontalAdvance(one) for one in chart.categories)
    return 1 if longest <= slot else min(3, ceil(longest / slot * 1.15))


def value_words(value: float | None, unit: str) -> str:
    """A value as it is written on: "93.8 %", "12"; – where none is known."""
    if value is None:
        return "–"
    return shown(int(value)) if float(value).is_integer() and unit != _SHARE else shown(float(value))


def _axis(chart: Chart) -> Scale:
    if chart.kind is ChartKind.STACKED:
        values: list[float | None] = [sum(one or 0 for one in at) for at in _across(chart)]
    else:
        values = [one for series in chart.series for one in series.values]
    is_share = chart.unit == _SHARE and all(one is None or one <= 100.05 for one in values)
    return scale_of(values, is_share=is_share)


def _across(chart: Chart) -> Iterator[tuple[float | None, ...]]:
    """For each category, the value of each series."""
    return zip(*(one.values for one in chart.series), strict=True)


# --- upright: columns, stacks and lines


class _Upright:
    def __init__(self, chart: Chart, room: QRectF) -> None:
        self._chart, self._scale = chart, _axis(chart)
        axis = max(_metrics().horizontalAdvance(self._tick(one)) for one in self._scale.ticks) + pt(6)
        below = _LINE * _name_lines(chart, room.width()) + pt(6)
        self._field = room.adjusted(axis, _LINE * 1.1, -pt(2), -below)
        self._slot = self._field.width() / len(chart.categories)
        self._left = room.left()

    def _tick(self, value: float) -> str:
        return f"{value:,g}{' %' if self._chart.unit == _SHARE else ''}"

    def _y(self, value: float) -> float:
        return self._field.bottom() - self._scale.part(value) * self._field.height()

    def paint(self, painter: QPainter) -> None:
        for tick in self._scale.ticks:
            y = self._y(tick)
            painter.setPen(QPen(RULE if not tick else HAIRLINE, pt(0.6)))
            painter.drawLine(QLineF(self._field.left(), y, self._field.right(), y))
            box = QRectF(self._left, y - _LINE / 2, self._field.left() - self._left - pt(4), _LINE)
            _words(painter, box, self._tick(tick), SOFT, _RIGHT)
        if self._chart.kind is ChartKind.LINE:
            self._paint_lines(painter)
        else:
            for number, values in enumerate(_across(self._chart)):
                slot = QRectF(self._field.left() + number * self._slot, 0, self._slot, 0)
                paint = self._paint_stack if self._chart.kind is ChartKind.STACKED else self._paint_columns
                paint(painter, slot, values)
        self._paint_names(painter)

    def _paint_names(self, painter: QPainter) -> None:
        for number, name in enumerate(self._chart.categories):
            left = self._field.left() + number * self._slot
            box = QRectF(left - pt(1), self._field.bottom() + pt(3), self._slot + pt(2), _LINE * 3)
            painter.setFont(_FONT())
            painter.setPen(INK)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(box, int(flags) | int(Qt.TextFlag.TextWordWrap), name)

    def _paint_columns(self, painter: QPainter, slot: QRectF, values: Sequence[float | None]) -> None:
        wide = min(self._slot * 0.76 / len(values), pt(38))
        left = slot.center().x() - wide * len(values) / 2
        for number, value in enumerate(values):
            words = value_words(value, self._chart.unit)
            if value is None:
                top = self._field.bottom()
            else:
                top = min(self._y(value), self._field.bottom() - pt(0.6))
                bar = QRectF(
                    left + number * wide, top, wide - (pt(1) if len(values) > 1 else 0), self._field.bottom() - top
                )
                fill(painter, bar, FILLS[number % len(FILLS)])
            box = QRectF(left + number * wide - pt(8), top - _LINE, wide + pt(16), _LINE)
            if _metrics().horizontalAdvance(words) <= max(wide, self._slot if len(values) == 1 else wide) + pt(1):
                _words(painter, box, words, INK if value is not None else SOFT, _MIDDLE, is_strong=True)
            elif value is not None and _metrics().horizontalAdvance(f"{value:.0f}") <= wide + pt(2):
                _words(painter, box, f"{value:.0f}", INK, _MIDDLE, is_strong=True)

    def _paint_stack(self, painter: QPainter, slot: QRectF, values: Sequence[float | None]) -> None:
        wide = min(self._slot * 0.66, pt(52))
        left, base = slot.center().x() - wide / 2, 0.0
        for number, value in enumerate(values):
            if not value:
                continue
            bar = QRectF(left, self._y(base + value), wide, self._y(base) - self._y(base + value))
            look = FILLS[number % len(FILLS)]
            fill(painter, bar, look)
            if bar.height() >= _LINE:
                _on_fill(painter, bar, value_words(value, self._chart.unit), look)
            base += value
        if len(values) > 1:
            box = QRectF(slot.left(), self._y(base) - _LINE, self._slot, _LINE)
            _words(painter, box, value_words(base, self._chart.unit), INK, _MIDDLE, is_strong=True)

    def _paint_lines(self, painter: QPainter) -> None:
        taken: list[QRectF] = []
        for number, series in enumerate(self._chart.series):
            points = [
                None if value is None else QPointF(self._field.left() + (place + 0.5) * self._slot, self._y(value))
                for place, value in enumerate(series.values)
            ]
            colour = _LINES[number % len(_LINES)]
            painter.setPen(QPen(colour, pt(1.5), _DASHES[number % len(_DASHES)]))
            for first, second in pairwise(points):
                if first and second:
                    painter.drawLine(first, second)
            for point in points:
                if point:
                    mark(painter, point, number, colour)
            self._paint_values(painter, points, series.values, taken, is_above=number % 2 == 0)

    def _paint_values(
        self, painter: QPainter, points: Sequence[QPointF | None], values: Sequence[float | None],
        taken: list[QRectF], *, is_above: bool,
    ) -> None:  # fmt: skip
        """Where there is room: above for one line, below for the next."""
        for point, value in zip(points, values, strict=True):
            if point is None:
                continue
            words = value_words(value, self._chart.unit)
            wide = _metrics().horizontalAdvance(words) + pt(2)
            for shift in (-_LINE - pt(3), pt(3)) if is_above else (pt(3), -_LINE - pt(3)):
                box = QRectF(point.x() - wide / 2, point.y() + shift, wide, _LINE)
                if not any(box.intersects(one) for one in taken) and box.bottom() <= self._field.bottom():
                    _words(painter, box, words, INK, _MIDDLE)
                    taken.append(box)
                    break


# --- lying: bars beside their names


class _Lying:
    def __init__(self, chart: Chart, room: QRectF) -> None:
        self._chart, self._room, self._scale = chart, room, _axis(chart)
        longest = max(_metrics().horizontalAdvance(one) for one in chart.categories)
        self._name = min(longest + pt(4), room.width() * _MOST_NAME)
        self._per = len(chart.series) if chart.kind is ChartKind.BARS else 1
        self._left = room.left() + self._name + pt(6)
        self._wide = room.right() - self._left - pt(34)
        self._line = room.height() / len(chart.categories)

    def paint(self, painter: QPainter) -> None:
        for number, values in enumerate(_across(self._chart)):
            top = self._room.top() + number * self._line
            name = _metrics().elidedText(self._chart.categories[number], Qt.TextElideMode.ElideRight, self._name)
            _words(painter, QRectF(self._room.left(), top, self._name, self._line), name, INK, _LEFT)
            if self._chart.kind is ChartKind.STACKED:
                self._paint_stack(painter, top, values)
            else:
                self._paint_bars(painter, top, values)
        painter.setPen(QPen(RULE, pt(0.6)))
        painter.drawLine(QLineF(self._left, self._room.top(), self._left, self._room.bottom()))

    def _paint_bars(self, painter: QPainter, top: float, values: Sequence[float | None]) -> None:
        tall = (self._line - pt(4)) / self._per
        for number, value in enumerate(values):
            y = top + pt(2) + number * tall
            wide = 0.0 if value is None else max(pt(0.6), self._wide * self._scale.part(value))
            if value is not None:
                fill(painter, QRectF(self._left, y + pt(0.5), wide, tall - pt(1)), FILLS[number % len(FILLS)])
            self._paint_value(painter, self._left + wide, y, tall, value)

    def _paint_stack(self, painter: QPainter, top: float, values: Sequence[float | None]) -> None:
        x, tall = self._left, self._line - pt(4)
        for number, value in enumerate(values):
            if not value:
                continue
            bar = QRectF(x, top + pt(2), self._wide * self._scale.part(value), tall)
            fill(painter, bar, FILLS[number % len(FILLS)])
            words = value_words(value, self._chart.unit)
            if bar.width() >= _metrics().horizontalAdvance(words) + pt(4):
                _on_fill(painter, bar, words, FILLS[number % len(FILLS)])
            x = bar.right()
        self._paint_value(painter, x, top + pt(2), tall, sum(one or 0 for one in values))

    def _paint_value(self, painter: QPainter, x: float, y: float, tall: float, value: float | None) -> None:
        words = value_words(value, self._chart.unit)
        words = f"{words} %" if self._chart.unit == _SHARE and value is not None else words
        _words(
            painter,
            QRectF(x + pt(3), y, pt(60), tall),
            words,
            INK if value is not None else SOFT,
            _LEFT,
            is_strong=True,
        )


# --- ink


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def _FONT(*, is_strong: bool = False) -> QFont:
    return font(7.6, QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(_FONT(is_strong=True))


def _words(
    painter: QPainter, box: QRectF, words: str, ink: QColor, align: Qt.AlignmentFlag, *, is_strong: bool = False
) -> None:
    painter.setFont(_FONT(is_strong=is_strong))
    painter.setPen(ink)
    painter.drawText(box, int(align) | int(Qt.TextFlag.TextDontClip) | int(Qt.TextFlag.TextSingleLine), words)


def _on_fill(painter: QPainter, bar: QRectF, words: str, look: Fill) -> None:
    """A value within its bar; on hatching it has a plain ground."""
    if look.hatch:
        wide = _metrics().horizontalAdvance(words) + pt(3)
        ground = QRectF(bar.center().x() - wide / 2, bar.center().y() - pt(4.6), wide, pt(9.2))
        painter.fillRect(ground.intersected(bar), WHITE)
    _words(painter, bar, words, look.ink, _MIDDLE, is_strong=True)


def fill(painter: QPainter, bar: QRectF, look: Fill) -> None:
    """A bar in its colour and hatching, with an outline, so that white stands out on white."""
    painter.fillRect(bar, look.colour)
    if look.hatch:
        painter.save()
        painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(SOFT, pt(0.6)))
        step, tall = pt(3.4), bar.height()
        for number in range(ceil((bar.width() + tall) / step) + 1):
            x = bar.left() - tall + number * step
            ends = (x, bar.bottom(), x + tall, bar.top()) if look.hatch < 90 else (x, bar.top(), x + tall, bar.bottom())
            painter.drawLine(QLineF(*ends))
        painter.restore()
    painter.setPen(QPen(SOFT if look.hatch else ACCENT, pt(0.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)


def mark(painter: QPainter, at: QPointF, number: int, colour: QColor) -> None:
    """A point of a line: round, square, triangle, or a ring."""
    size = pt(2.7)
    painter.setPen(QPen(colour, pt(1)))
    painter.setBrush(WHITE if number % 4 == 3 else colour)
    box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
    if number % 4 == 1:
        painter.drawRect(box)
    elif number % 4 == 2:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(at.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        path.closeSubpath()
        painter.drawPath(path)
    else:
        painter.drawEllipse(box)


def _paint_legend(painter: QPainter, chart: Chart, room: QRectF) -> None:
    x = room.left()
    for number, series in enumerate(chart.series):
        swatch = QRectF(x, room.top() + pt(2.5), pt(13), pt(8))
        if chart.kind is ChartKind.LINE:
            colour = _LINES[number % len(_LINES)]
            painter.setPen(QPen(colour, pt(1.5), _DASHES[number % len(_DASHES)]))
            painter.drawLine(QLineF(swatch.left(), swatch.center().y(), swatch.right(), swatch.center().y()))
            mark(painter, swatch.center(), number, colour)
        else:
            fill(painter, swatch, FILLS[number % len(FILLS)])
        wide = QFontMetricsF(_FONT()).horizontalAdvance(series.name)
        _words(painter, QRectF(swatch.right() + pt(4), room.top(), wide + pt(2), pt(13)), series.name, INK, _LEFT)
        x = swatch.right() + wide + pt(18)
