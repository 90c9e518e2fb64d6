"""The cycle of a review as a line: what was and what comes, at its distance in days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.domain.dates import MONTHS, short
from iro_desktop.services.views import CyclePoint
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.tones import look_without_words

_MARK = 12
_GAP = 8


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point with its place on the line and that of its words."""

    point: CyclePoint
    x: float
    words: QRectF


def day_and_month(day: date) -> str:
    """Short enough to stand beneath a mark; the list has the year."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def sentence_of(points: Sequence[CyclePoint]) -> str:
    """The line in words."""
    return "; ".join(f"{point.label} {short(point.on)}, {point.standing.label.lower()}" for point in points)


class CycleLine(QWidget):
    """Paints the line. The same points stand in a list beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[CyclePoint, ...] = ()
        self._today: date | None = None
        self._known: tuple[tuple[int, int, tuple[CyclePoint, ...]], tuple[list[_Placed], float]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("This cycle as a line")

    def show_points(self, points: Sequence[CyclePoint], today: date) -> None:
        """Show these points, oldest first."""
        self._points, self._today = tuple(points), today
        self.setAccessibleDescription(sentence_of(points))
        self.updateGeometry()
        self.update()

    def label_font(self) -> QFont:
        """The font of the words at the marks."""
        font = QFont(self.font())
        font.setPixelSize(max(10, round(font.pixelSize() * 0.85)))
        return font

    def hasHeightForWidth(self) -> bool:
        """Words that don't fit beside each other stand on further lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the line and every word."""
        placed, _axis = self._place(width)
        return int(max((each.words.bottom() for each in placed), default=_MARK)) + 2

    def sizeHint(self) -> QSize:
        """As at a usual width."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """It can be squeezed."""
        return QSize(160, 2 * _MARK)

    def _place(self, width: int) -> tuple[list[_Placed], float]:
        """Where everything goes at that width; reckoned once, layouts ask often."""
        key = (width, self.font().pixelSize(), self._points)
        if self._known is None or self._known[0] != key:
            self._known = (key, self._reckon(width))
        return self._known[1]

    def _reckon(self, width: int) -> tuple[list[_Placed], float]:
        """Marks and words: below if there is room, else above, else one line further down."""
        if not self._points:
            return [], 0.0
        metrics = QFontMetrics(self.label_font())
        height = 2 * metrics.height()
        first, last = self._points[0].on, self._points[-1].on
        span = max(1, (last - first).days)
        inset = max(20, metrics.horizontalAdvance("00 Mmm") // 2 + 2)
        lanes: list[float] = [-1e9, -1e9, -1e9, -1e9]
        chosen: list[tuple[CyclePoint, float, float, float, int]] = []
        for point in self._points:
            x = inset + (width - 2 * inset) * ((point.on - first).days / span)
            wide = max(metrics.horizontalAdvance(point.label), metrics.horizontalAdvance(day_and_month(point.on))) + 2
            left = min(max(0.0, x - wide / 2), max(0.0, float(width - wide)))
            lane = next((each for each in range(4) if lanes[each] + _GAP <= left), 3)
            lanes[lane] = left + wide
            chosen.append((point, x, left, wide, lane))
        has_above = any(lane == 1 for *_rest, lane in chosen)
        axis = (height + 4 if has_above else 0) + _MARK / 2 + 1
        tops = {0: axis + _MARK, 1: 0.0, 2: axis + _MARK + height + 4, 3: axis + _MARK + 2 * (height + 4)}
        return [_Placed(p, x, QRectF(left, tops[lane], wide, height)) for p, x, left, wide, lane in chosen], axis

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, today, the marks and their words."""
        placed, axis = self._place(self.width())
        if not placed:
            return
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.line), 2))
        painter.drawLine(QPointF(0, axis), QPointF(self.width(), axis))
        self._paint_today(painter, placed, axis)
        painter.setFont(self.label_font())
        for each in placed:
            self._paint_point(painter, each, axis)
        painter.end()

    def _paint_today(self, painter: QPainter, placed: list[_Placed], axis: float) -> None:
        """What is past is drawn stronger."""
        first, last = placed[0], placed[-1]
        if self._today is None or self._today <= first.point.on:
            return
        part = (self._today - first.point.on).days / max(1, (last.point.on - first.point.on).days)
        x = min(first.x + (last.x - first.x) * part, float(self.width()))
        painter.setPen(QPen(QColor(tokens().soft), 2))
        painter.drawLine(QPointF(first.x, axis), QPointF(x, axis))
        painter.drawLine(QPointF(x, axis - 5), QPointF(x, axis + 5))

    def _paint_point(self, painter: QPainter, each: _Placed, axis: float) -> None:
        now, look = tokens(), look_without_words(each.point.standing)
        box = QRectF(each.x - _MARK / 2, axis - _MARK / 2, _MARK, _MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.surface))
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
        paint_shape(painter, look.shape, box, look.colour(now))
        metrics = QFontMetrics(self.label_font())
        upper = QRectF(each.words.x(), each.words.y(), each.words.width(), metrics.height())
        painter.setPen(QColor(now.ink))
        painter.drawText(upper, Qt.AlignmentFlag.AlignHCenter, day_and_month(each.point.on))
        painter.setPen(QColor(now.soft))
        painter.drawText(upper.translated(0, metrics.height()), Qt.AlignmentFlag.AlignHCenter, each.point.label)
