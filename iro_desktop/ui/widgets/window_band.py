"""The days on which a review is best held, as a band: sensible from, book by, last lawful, and the day booked."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.domain.dates import MONTHS, with_weekday
from iro_desktop.services.plan_views import BookingWindow
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens

_BAND, _MARK, _GAP = 10, 12, 6


def _day(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]}"


def edges_of(window: BookingWindow) -> tuple[tuple[str, date], ...]:
    """The named days of a window, earliest first; a list that screen readers can read."""
    return (("From", window.earliest), ("Book by", window.book_by), ("Last lawful", window.last_lawful))


def is_drawn(window: BookingWindow | None) -> bool:
    """Whether there is a span to draw: a review overdue has none."""
    return window is not None and window.earliest <= window.last_lawful


class WindowBand(QWidget):
    """Solid where it is safe, hatched where a move would no longer be in timescale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: BookingWindow | None = None
        self._day: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("When to hold the review, as a band")

    def show_window(self, window: BookingWindow | None, day: date | None) -> None:
        """Show the window and mark the day; hidden where there is none, or the last lawful day has passed it."""
        self._window, self._day = window, day
        self.setVisible(is_drawn(window))
        if window is not None:
            said = [f"{words} {with_weekday(on)}" for words, on in edges_of(window)]
            said += [f"marked {with_weekday(day)}"] if day else []
            self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def label_font(self) -> QFont:
        """The font of the words at the marks."""
        font = QFont(self.font())
        font.setPixelSize(max(10, round(font.pixelSize() * 0.85)))
        return font

    def sizeHint(self) -> QSize:
        """The marked day above, the band, two lines beneath."""
        metrics = QFontMetrics(self.label_font())
        above = metrics.height() if self._marks_outside() else 0
        return QSize(240, above + _MARK + 2 * _GAP + 2 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It can be squeezed."""
        return QSize(160, self.sizeHint().height())

    def _marks_outside(self) -> bool:
        """Whether a day is marked that needs words of its own."""
        return self._day is not None

    def _span(self) -> tuple[date, date]:
        """First and last day drawn; a day outside the window widens it, a month at most."""
        window = self._window
        if window is None:
            return date.min, date.min
        first, last = min(window.earliest, window.book_by), window.last_lawful
        if self._day is not None:
            first = max(min(first, self._day), date.fromordinal(first.toordinal() - 31))
            last = min(max(last, self._day), date.fromordinal(last.toordinal() + 31))
        return first, last

    def _x(self, on: date) -> float:
        first, last = self._span()
        part = (on - first).days / max(1, (last - first).days)
        return _MARK / 2 + (self.width() - _MARK) * min(1.0, max(0.0, part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band, its edges with their words, and the day."""
        window = self._window
        if window is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.label_font())
        metrics = QFontMetrics(self.label_font())
        axis = (metrics.height() if self._marks_outside() else 0) + _MARK / 2 + 1
        self._paint_band(painter, window, axis)
        self._paint_edges(painter, window, axis)
        if self._day is not None:
            self._paint_day(painter, self._day, axis)
        painter.end()

    def _paint_band(self, painter: QPainter, window: BookingWindow, axis: float) -> None:
        now, half = tokens(), _BAND / 2
        painter.setPen(QPen(QColor(now.line), 2))
        painter.drawLine(QPointF(0, axis), QPointF(self.width(), axis))
        left, by, end = self._x(window.earliest), self._x(window.book_by), self._x(window.last_lawful)
        safe = QRectF(left, axis - half, max(2.0, by - left), _BAND)
        tight = QRectF(by, axis - half, max(2.0, end - by), _BAND)
        painter.setPen(QPen(QColor(now.accent), 1.2))
        painter.setBrush(QColor(now.selected))
        painter.drawRoundedRect(safe, 3, 3)
        painter.setPen(QPen(QColor(now.today), 1.2))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(tight, 3, 3)
        painter.setBrush(Qt.BrushStyle(Qt.BrushStyle.BDiagPattern))
        pattern = QColor(now.today)
        painter.setBrush(pattern)
        painter.save()
        painter.setClipRect(tight.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(pattern, 1))
        for step in range(0, int(tight.width()) + _BAND, 5):
            x = tight.left() + step
            painter.drawLine(QPointF(x - _BAND, axis + half), QPointF(x, axis - half))
        painter.restore()

    def _paint_edges(self, painter: QPainter, window: BookingWindow, axis: float) -> None:
        now, metrics = tokens(), QFontMetrics(self.label_font())
        top = axis + _BAND / 2 + _GAP
        for words, on, left, wide in self._placed(window, metrics):
            box = QRectF(left, top, wide, metrics.height())
            flag = Qt.AlignmentFlag.AlignLeft if left < 2 else Qt.AlignmentFlag.AlignHCenter
            flag = Qt.AlignmentFlag.AlignRight if left + wide > self.width() - 2 else flag
            painter.setPen(QColor(now.ink))
            painter.drawText(box, flag, _day(on))
            painter.setPen(QColor(now.soft))
            painter.drawText(box.translated(0, metrics.height()), flag, words)

    def _placed(self, window: BookingWindow, metrics: QFontMetrics) -> list[tuple[str, date, float, float]]:
        """Words, day, left edge and width. The ends come first; what has no room between them is in the list alone."""
        named = []
        for words, on in edges_of(window):
            lower = words.lower()
            wide = max(metrics.horizontalAdvance(lower), metrics.horizontalAdvance(_day(on))) + 2.0
            left = min(max(0.0, self._x(on) - wide / 2), self.width() - wide)
            named.append((lower, on, left, wide))
        first, *middle, last = named
        shown = [last] if first[2] + first[3] + _GAP > last[2] else [first, last]
        for lower, on, left, wide in middle:
            start = shown[0][2] + shown[0][3] + _GAP if len(shown) > 1 else 0.0
            moved = min(left, last[2] - _GAP - wide)
            if moved >= start:
                shown.append((lower, on, moved, wide))
        return shown

    def _paint_day(self, painter: QPainter, day: date, axis: float) -> None:
        now, metrics, x = tokens(), QFontMetrics(self.label_font()), self._x(day)
        box = QRectF(x - _MARK / 2, axis - _MARK / 2, _MARK, _MARK)
        is_late = self._window is not None and day > self._window.last_lawful
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.surface))
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
        shape, ink = (Shape.TRIANGLE, now.overdue) if is_late else (Shape.RING, now.accent)
        paint_shape(painter, shape, box, ink)
        wide = metrics.horizontalAdvance(_day(day)) + 2
        left = min(max(0.0, x - wide / 2), float(self.width() - wide))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(left, 0, wide, metrics.height()), Qt.AlignmentFlag.AlignHCenter, _day(day))
