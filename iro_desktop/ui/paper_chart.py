"""Charts on paper: light colours that hold in grey, kinds told apart by pattern too, values written on."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from iro_desktop.domain.documents import Chart, ChartKind
from iro_desktop.ui.paper_ink import (
    LEFT,
    MIDDLE,
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
from iro_desktop.ui.paper_type import INK, RULE, SOFT, UNITS_PER_INCH, WHITE, mm, pt
from iro_desktop.ui.paper_upright import Upright, upright_height

_DOTS_PER_INCH = 300
_PICTURE_WIDTH = mm(170)
_LEGEND_LINE = pt(14)
_BAR = pt(15)  # a lying bar with its air
_MOST_NAME = 0.38  # of the width, for the names of lying bars


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
    legend = len(_legend_lines(chart, width)) * _LEGEND_LINE
    if _lies(chart, width):
        return legend + len(chart.categories) * _lying_line(chart) + pt(6)
    return legend + upright_height(chart, width)


def paint_chart(painter: QPainter, chart: Chart, room: QRectF) -> None:
    """All of it but its title, which stands above as words."""
    painter.save()
    legend = _legend_lines(chart, room.width())
    for number, line in enumerate(legend):
        _paint_legend(painter, chart, line, QRectF(room.left(), room.top() + number * _LEGEND_LINE, 0, 0))
    room = room.adjusted(0, len(legend) * _LEGEND_LINE, 0, 0)
    if not chart.categories or not chart.series:
        write(painter, room, "Nothing to show", SOFT, MIDDLE)
    elif _lies(chart, room.width()):
        _Lying(chart, room).paint(painter)
    else:
        Upright(chart, room).paint(painter)
    painter.restore()


def _lies(chart: Chart, width: float) -> bool:
    """Long names, or many, are read beside lying bars; time goes from left to right."""
    if chart.kind is ChartKind.LINE or not chart.categories or not chart.series:
        return False
    slot = width * 0.92 / len(chart.categories)
    longest_word = max((width_of(word) for one in chart.categories for word in one.split()), default=0.0)
    return longest_word > slot or max(map(width_of, chart.categories)) > 2.4 * slot


def _lying_line(chart: Chart) -> float:
    per = len(chart.series) if chart.kind is ChartKind.BARS else 1
    return _BAR * per * (0.8 if per > 1 else 1.0) + pt(4)


# --- the legend


def _legend_lines(chart: Chart, width: float) -> list[list[int]]:
    """The numbers of the series in each line of the legend; one series needs none."""
    lines: list[list[int]] = []
    taken = width
    for number in range(len(chart.series) if len(chart.series) > 1 else 0):
        wide = _entry(chart, number)
        if taken + wide > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(number)
        taken += wide
    return lines


def _entry(chart: Chart, number: int) -> float:
    return QFontMetricsF(small()).horizontalAdvance(chart.series[number].name) + pt(31)


def _paint_legend(painter: QPainter, chart: Chart, line: Sequence[int], at: QRectF) -> None:
    x = at.left()
    for number in line:
        swatch = QRectF(x, at.top() + pt(2.5), pt(13), pt(8))
        if chart.kind is ChartKind.LINE:
            painter.setPen(line_pen(number))
            painter.drawLine(QLineF(swatch.left(), swatch.center().y(), swatch.right(), swatch.center().y()))
            mark(painter, swatch.center(), number)
        else:
            fill(painter, swatch, fill_of(number))
        box = QRectF(swatch.right() + pt(4), at.top(), _entry(chart, number), pt(13))
        write(painter, box, chart.series[number].name, INK, LEFT)
        x += _entry(chart, number)


# --- lying bars


class _Lying:
    """Bars beside their names."""

    def __init__(self, chart: Chart, room: QRectF) -> None:
        self._chart, self._room, self._axis = chart, room, axis_of(chart)
        self._name = min(max(map(width_of, chart.categories)) + pt(4), room.width() * _MOST_NAME)
        self._per = len(chart.series) if chart.kind is ChartKind.BARS else 1
        self._left = room.left() + self._name + pt(6)
        self._wide = room.right() - self._left - pt(34) - (width_of(chart.unit) if chart.unit != "%" else 0.0)
        self._line = _lying_line(chart)

    def paint(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(small())
        for number, values in enumerate(across(self._chart)):
            top = self._room.top() + number * self._line
            name = metrics.elidedText(self._chart.categories[number], Qt.TextElideMode.ElideRight, self._name)
            write(painter, QRectF(self._room.left(), top, self._name, self._line), name, INK, LEFT)
            if self._chart.kind is ChartKind.STACKED:
                self._paint_stack(painter, top, values)
            else:
                self._paint_bars(painter, top, values)
        painter.setPen(QPen(RULE, pt(0.6)))
        foot = self._room.top() + self._line * len(self._chart.categories)
        painter.drawLine(QLineF(self._left, self._room.top(), self._left, foot))

    def _paint_bars(self, painter: QPainter, top: float, values: Sequence[float | None]) -> None:
        tall = (self._line - pt(4)) / self._per
        for number, value in enumerate(values):
            y = top + pt(2) + number * tall
            wide = 0.0 if value is None else max(pt(0.6), self._wide * self._axis.part(value))
            if value is not None:
                fill(painter, QRectF(self._left, y + pt(0.5), wide, tall - pt(1)), fill_of(number))
            self._paint_value(painter, self._left + wide, y, tall, value)

    def _paint_stack(self, painter: QPainter, top: float, values: Sequence[float | None]) -> None:
        x, tall = self._left, self._line - pt(4)
        for number, value in enumerate(values):
            if not value:
                continue
            bar = QRectF(x, top + pt(2), self._wide * self._axis.part(value), tall)
            fill(painter, bar, fill_of(number))
            words = value_words(value, self._chart.unit)
            if bar.width() >= width_of(words) + pt(4):
                write_on(painter, bar, words, fill_of(number))
            x = bar.right()
        self._paint_value(painter, x, top + pt(2), tall, sum(one or 0 for one in values))

    def _paint_value(self, painter: QPainter, x: float, y: float, tall: float, value: float | None) -> None:
        words = value_words(value, self._chart.unit)
        words = f"{words} {self._chart.unit}".strip() if value is not None else words
        ink = SOFT if value is None else INK
        write(painter, QRectF(x + pt(3), y, pt(60), tall), words, ink, LEFT, is_strong=True)
