"""What charts on paper are drawn with: small type, fills and marks that are told apart in grey, and the axis."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from iro_desktop.domain.documents import Chart, ChartKind, shown
from iro_desktop.ui.paper_type import ACCENT, INK, RULE, SOFT, WHITE, font, pt
from iro_desktop.ui.theme import PAPER
from iro_desktop.ui.widgets.chart_scale import Scale, scale_of

LINE = pt(10.5)  # a line of labels
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_POINTS = 7.6
_SHARE = "%"
_HIGH = 0.55  # of the highest value: a line whose lowest lies above is drawn from a later number than nought


@dataclass(frozen=True, slots=True)
class Fill:
    """How one series is filled: colour, hatching, and the ink that can be read on it."""

    colour: QColor
    ink: QColor
    hatch: int = 0  # degrees; 0: plain


_FILLS = (
    Fill(ACCENT, WHITE),
    Fill(QColor(PAPER.pale), INK),
    Fill(WHITE, INK, 45),
    Fill(QColor(PAPER.slate), INK),
    Fill(QColor(PAPER.stone), INK, 135),
    Fill(QColor(PAPER.deep), WHITE),
)
_OUTLINE = Fill(WHITE, INK)
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_LINES = (ACCENT, SOFT, QColor(PAPER.deep), RULE)


def fill_of(number: int, *, is_aside: bool = False) -> Fill:
    """How the series of that number is filled; neighbours never look alike. What stands aside is an outline."""
    return _OUTLINE if is_aside else _FILLS[number % len(_FILLS)]


def line_pen(number: int) -> QPen:
    """With what its line is drawn."""
    return QPen(_LINES[number % len(_LINES)], pt(1.5), _DASHES[number % len(_DASHES)])


def small(*, is_strong: bool = False) -> QFont:
    """The type of labels."""
    return font(_POINTS, QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)


def width_of(words: str) -> float:
    """How wide words are at most."""
    return QFontMetricsF(small(is_strong=True)).horizontalAdvance(words)


def write(
    painter: QPainter, box: QRectF, words: str, ink: QColor, align: Qt.AlignmentFlag, *, is_strong: bool = False
) -> None:
    """Words on one line within a box, or beyond it."""
    painter.setFont(small(is_strong=is_strong))
    painter.setPen(ink)
    painter.drawText(box, int(align) | int(Qt.TextFlag.TextDontClip) | int(Qt.TextFlag.TextSingleLine), words)


def write_on(painter: QPainter, bar: QRectF, words: str, look: Fill) -> None:
    """A value within its bar; on hatching it has a plain ground."""
    if look.hatch:
        wide = width_of(words) + pt(3)
        ground = QRectF(bar.center().x() - wide / 2, bar.center().y() - pt(4.6), wide, pt(9.2))
        painter.fillRect(ground.intersected(bar), WHITE)
    write(painter, bar, words, look.ink, MIDDLE, is_strong=True)


def fill(painter: QPainter, bar: QRectF, look: Fill) -> None:
    """A bar in its colour and hatching, with an outline, so that white stands out on white."""
    painter.fillRect(bar, look.colour)
    if look.hatch:
        painter.save()
        painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(SOFT, pt(0.6)))
        for line in _hatching(bar, is_rising=look.hatch < 90):
            painter.drawLine(line)
        painter.restore()
    painter.setPen(QPen(SOFT if look.hatch else ACCENT, pt(0.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)


def _hatching(bar: QRectF, *, is_rising: bool) -> Iterator[QLineF]:
    step, tall = pt(3.4), bar.height()
    for number in range(ceil((bar.width() + tall) / step) + 1):
        x = bar.left() - tall + number * step
        low, high = (bar.bottom(), bar.top()) if is_rising else (bar.top(), bar.bottom())
        yield QLineF(x, low, x + tall, high)


def mark(painter: QPainter, at: QPointF, number: int) -> QRectF:
    """A point of a line: round, square, triangle, or a ring; where it stands."""
    size = pt(2.7)
    painter.setPen(QPen(_LINES[number % len(_LINES)], pt(1)))
    painter.setBrush(WHITE if number % 4 == 3 else _LINES[number % len(_LINES)])
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
    return box


# --- values and the axis


def value_words(value: float | None, unit: str) -> str:
    """A value as it is written on: "93.8" where the axis says %, "12"; – where none is known."""
    if value is None:
        return "–"
    return shown(int(value)) if float(value).is_integer() and unit != _SHARE else shown(float(value))


def across(chart: Chart) -> Iterator[tuple[float | None, ...]]:
    """For each category, the value of each series."""
    return zip(*(one.values for one in chart.series), strict=True)


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where values run, and what is written at its lines."""

    low: float
    high: float
    ticks: tuple[float, ...]
    sign: str

    def part(self, value: float) -> float:
        """How much of the axis that is, from 0 to 1."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def words(self, tick: float) -> str:
        """What is written at that line."""
        return f"{tick:,g} {self.sign}".strip()


def axis_of(chart: Chart) -> Axis:
    """From nought; a line whose values all lie high is shown from a later round number, and the axis says which."""
    if chart.kind is ChartKind.STACKED:
        values: list[float | None] = [sum(one or 0 for one in at) for at in across(chart)]
    else:
        values = [one for series in chart.series for one in series.values]
    sign = chart.unit
    is_share = sign == _SHARE and all(one is None or one <= 100 for one in values)
    known = [one for one in values if one is not None]
    if chart.kind is ChartKind.LINE and known and min(known) > _HIGH * max(known):
        return _closer(min(known), 100.0 if is_share else max(known), sign)
    whole: Scale = scale_of(values, is_share=is_share)
    return Axis(0.0, whole.top, whole.ticks, sign)


def _closer(low: float, high: float, sign: str) -> Axis:
    room = max(high - low, high * 0.05)
    step = next(10.0**power * one for power in range(-3, 9) for one in (1, 2, 5) if 10.0**power * one * 4 >= room)
    first, last = floor(low / step - 0.2), ceil(high / step - 1e-9)
    ticks = tuple(round(number * step, 6) for number in range(max(0, first), last + 1))
    return Axis(ticks[0], ticks[-1], ticks, sign)
