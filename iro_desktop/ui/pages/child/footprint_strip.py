"""The footprint as a strip of months: a lane for each kind of mark, times without past the limit hatched.

One tab stop; the arrows go from mark to mark. The same rows stand in the list beneath it.
"""

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.domain.dates import MONTHS
from iro_desktop.services.footprint_views import FootprintGap, FootprintMark, FootprintView, Lane
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.footprint_looks import look_of_mark
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import RADIUS, tokens

_PAD, _LEAST_MONTH_EMS = 12, 2.6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FootprintStrip(QWidget):
    """Paints what a list says; knows the mark one is at."""

    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FootprintView | None = None
        self._marks: tuple[FootprintMark, ...] = ()  # oldest first
        self._current = ""
        self.setAccessibleName("Footprint as a strip of months")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: FootprintView) -> None:
        """Show that child's months."""
        self._view, self._marks = view, tuple(reversed(view.marks))
        if self.current() is None:
            self._current = self._marks[-1].id if self._marks else ""
        self._describe()
        self.updateGeometry()
        self.update()

    def current(self) -> FootprintMark | None:
        """The mark one is at."""
        return next((one for one in self._marks if one.id == self._current), None)

    def take(self, mark_id: str) -> None:
        """Be at that mark."""
        self._current = mark_id
        self._describe()
        self.update()

    def _describe(self) -> None:
        here, longest = self.current(), self._view.longest_words if self._view else ""
        self.setAccessibleDescription(f"{here.sentence}. {longest}" if here else longest)

    # room

    def lanes(self) -> list[Lane]:
        """Those on which something stands, in their order."""
        used = {one.lane for one in self._marks}
        return [lane for lane in Lane if lane in used]

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(10, round(font.pixelSize() * 0.85)))
        return font

    def _line(self) -> int:
        return QFontMetrics(self._small()).height() + 8

    def sizeHint(self) -> QSize:
        """A line for the months and one for each lane."""
        return QSize(400, (len(self.lanes()) + 1) * self._line() + 6)

    def minimumSizeHint(self) -> QSize:
        """Narrower, but never lower."""
        return QSize(200, self.sizeHint().height())

    def _field(self) -> QRectF:
        """Where time runs, right of the names of the lanes."""
        metrics = QFontMetrics(self._small())
        names = max((metrics.horizontalAdvance(lane.label) for lane in self.lanes()), default=0)
        left = min(names + 2 * _PAD, self.width() * 0.4)
        return QRectF(left, self._line(), self.width() - left - _PAD, len(self.lanes()) * self._line())

    def _x(self, day: date, field: QRectF) -> float:
        if self._view is None:
            return field.left()
        span = max(1, (self._view.to_on - self._view.from_on).days)
        part = (min(max(day, self._view.from_on), self._view.to_on) - self._view.from_on).days / span
        return field.left() + part * field.width()

    def place_of(self, mark: FootprintMark, field: QRectF) -> QRectF:
        """Where a mark is painted."""
        side = round(QFontMetrics(self._small()).height() * 0.72)
        y = field.top() + (self.lanes().index(mark.lane) + 0.5) * self._line()
        return QRectF(self._x(mark.on, field) - side / 2, y - side / 2, side, side)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, times without, months, lanes, marks."""
        if self._view is None or not self._marks:
            return
        now, field = tokens(), self._field()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setFont(self._small())
        for gap in self._view.gaps:
            self._paint_gap(painter, gap, field)
        self._paint_months(painter, field)
        self._paint_lanes(painter, field)
        for mark in self._marks:
            self._paint_mark(painter, mark, field)
        painter.end()

    def _paint_gap(self, painter: QPainter, gap: FootprintGap, field: QRectF) -> None:
        """Hatched, with its length where there is room: never by colour alone."""
        now, left = tokens(), self._x(gap.from_on, field)
        box = QRectF(left, field.top(), self._x(gap.to_on, field) - left, field.height())
        colour = QColor(now.overdue)
        colour.setAlphaF(0.35)
        painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        words, metrics = f"{gap.days} days", QFontMetrics(self._small())
        chip = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 2)
        chip.moveCenter(QPointF(box.center().x(), field.bottom() - self._line() / 2))
        if chip.width() <= box.width() and not any(self.place_of(one, field).intersects(chip) for one in self._marks):
            painter.setPen(QPen(QColor(now.line), 1))
            painter.setBrush(QColor(now.surface))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(QColor(now.overdue))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_months(self, painter: QPainter, field: QRectF) -> None:
        now, metrics = tokens(), QFontMetrics(self._small())
        last_right = -1e9
        for month in self._months():
            x = self._x(month, field)
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawLine(QLineF(x, field.top() - 4, x, field.bottom()))
            words = MONTHS[month.month - 1]
            wide = metrics.horizontalAdvance(words)
            if x > last_right and x + wide <= self.width() - 4:
                painter.setPen(QColor(now.soft))
                painter.drawText(QRectF(x + 3, 0, wide + 4, field.top()), Qt.AlignmentFlag.AlignVCenter, words)
                last_right = x + wide + 8

    def _months(self) -> list[date]:
        if self._view is None:
            return []
        found, month = [], self._view.from_on.replace(day=1)
        while month <= self._view.to_on:
            found.append(month)
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        return found

    def _paint_lanes(self, painter: QPainter, field: QRectF) -> None:
        now = tokens()
        for number, lane in enumerate(self.lanes()):
            y = field.top() + number * self._line()
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawLine(QLineF(_PAD, y, self.width() - _PAD, y))
            painter.setPen(QColor(now.soft))
            names = QRectF(_PAD, y, field.left() - _PAD - 4, self._line())
            shown = QFontMetrics(self._small()).elidedText(lane.label, Qt.TextElideMode.ElideRight, int(names.width()))
            painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_mark(self, painter: QPainter, mark: FootprintMark, field: QRectF) -> None:
        now, box, look = tokens(), self.place_of(mark, field), look_of_mark(mark)
        if mark.id == self._current:
            ring = box.adjusted(-5, -5, 5, 5)
            painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.edge), 2))
            painter.setBrush(QColor(now.selected))
            painter.drawRoundedRect(ring, 5, 5)
        if look.shape is Shape.DOT:  # a dot leaves much room around itself
            box = box.adjusted(-box.width() * 0.3, -box.height() * 0.3, box.width() * 0.3, box.height() * 0.3)
        paint_shape(painter, look.shape, box, look.colour(now))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the mark before or after; Home and End to the first and the last."""
        key, ids = Qt.Key(event.key()), [one.id for one in self._marks]
        if not ids or key not in {*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
            return
        here = ids.index(self._current) if self._current in ids else len(ids) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(ids) - 1}
        self._go(ids[ends.get(key, min(max(0, here + _STEPS.get(key, 0)), len(ids) - 1))])

    def _go(self, mark_id: str) -> None:
        self.take(mark_id)
        self.mark_chosen.emit(mark_id)
        here = self.current()
        if here is not None:
            announce(self, here.sentence)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark one presses."""
        field = self._field()
        near = [
            one for one in self._marks if self.place_of(one, field).adjusted(-6, -6, 6, 6).contains(event.position())
        ]
        if near:
            self._go(near[-1].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """More quietly."""
        super().focusOutEvent(event)
        self.update()
