"""The week, painted with its hours: what has a time stands at it, the rest above."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from iro_desktop.domain.dates import MONTHS, WEEKDAYS
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry
from iro_desktop.services.planning.clock import USUAL_MINUTES, minute_of
from iro_desktop.ui.pages.diary_canvas import DiaryCanvas, Shown
from iro_desktop.ui.pages.diary_entry import line_height
from iro_desktop.ui.pages.diary_month import WEEKEND_SHARE
from iro_desktop.ui.theme import RADIUS, tokens

_FROM_HOUR, _TO_HOUR = 8, 18  # shown even where nothing stands there
_HOUR_LINES = 1.9  # the height of an hour, in lines
_LEAST_HALF_HOURS = 15  # minutes: what is shorter is drawn so long


class WeekCanvas(DiaryCanvas):
    """Monday to Sunday."""

    def needed_height(self, shown: Shown) -> int:
        """Heads, what has no time, and the hours."""
        hours = self._hours(shown)
        return self._top(shown) + round((hours[1] - hours[0]) * _HOUR_LINES * line_height(self.small_font())) + 8

    def lay_out(self, shown: Shown) -> None:
        """A column a day; overlapping times share its width."""
        lefts, top = self._lefts(), self._top(shown)
        for position, day in enumerate(shown.view.days[:7]):
            box = QRectF(lefts[position], 0, lefts[position + 1] - lefts[position], self.height() - 1)
            self.days[day.on] = box
            rows = shown.rows_of(day)
            self._lay_untimed([row for row in rows if not row.at], box)
            self._lay_timed(
                shown, [row for row in rows if row.at], QRectF(box.left(), top, box.width(), self._room(shown))
            )

    def _lay_untimed(self, rows: list[DiaryEntry], box: QRectF) -> None:
        line = line_height(self.small_font())
        for number, row in enumerate(rows):
            self.entries[row.id] = QRectF(box.left() + 3, self._head() + 3 + number * line, box.width() - 6, line - 1)

    def _lay_timed(self, shown: Shown, rows: list[DiaryEntry], box: QRectF) -> None:
        first, last = self._hours(shown)
        minute = box.height() / (60 * (last - first))
        for lane, lanes, row in _in_lanes(rows):
            begin = (minute_of(row.at) - 60 * first) * minute
            length = max(_LEAST_HALF_HOURS, row.minutes or USUAL_MINUTES) * minute
            width = (box.width() - 6) / lanes
            place = QRectF(box.left() + 3 + lane * width, box.top() + begin, width - 1, length - 1)
            self.entries[row.id] = place

    def paint_days(self, painter: QPainter, shown: Shown) -> None:
        """Card, heads, hours."""
        now = tokens()
        whole, path = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), QPainterPath()
        path.addRoundedRect(whole, RADIUS, RADIUS)
        painter.fillPath(path, QColor(now.surface))
        painter.save()
        painter.setClipPath(path)
        for day in shown.view.days[:7]:
            self._paint_day(painter, shown, day)
        self._paint_hours(painter, shown)
        painter.restore()
        painter.setPen(QPen(QColor(now.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, RADIUS, RADIUS)

    def _paint_day(self, painter: QPainter, shown: Shown, day: DiaryDay) -> None:
        now, box = tokens(), self.days[day.on]
        if not day.is_working:
            painter.fillRect(box.adjusted(1, 1, -1, 0), QColor(now.ground))
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        is_today = day.on == shown.view.today
        font = QFont(self.small_font())
        font.setWeight(QFont.Weight.DemiBold)
        words = f"{WEEKDAYS[day.on.weekday()]} {day.on.day}"
        if self._has_months():
            words = f"{words} {MONTHS[day.on.month - 1]}"
        metrics = QFontMetrics(font)
        place = QRectF(box.left() + 8, 4, metrics.horizontalAdvance(words), metrics.height() + 2)
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(place.adjusted(-5, -1, 5, 1), place.height() / 2, place.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(now.on_accent if is_today else now.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_hours(self, painter: QPainter, shown: Shown) -> None:
        now, (first, last) = tokens(), self._hours(shown)
        height = self._room(shown) / (last - first)
        painter.setFont(self.small_font())
        for hour in range(first, last):
            y = self._top(shown) + (hour - first) * height
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawLine(round(self._gutter()), round(y), self.width() - 1, round(y))
            painter.setPen(QColor(now.soft))
            box = QRectF(0, y + 1, self._gutter() - 5, line_height(self.small_font()))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, f"{hour}:00")

    def _hours(self, shown: Shown) -> tuple[int, int]:
        """From eight to six, and further where something stands earlier or later."""
        timed = [row for day in shown.view.days for row in shown.rows_of(day) if row.at]
        begins = [minute_of(row.at) // 60 for row in timed]
        ends = [-(-(minute_of(row.at) + (row.minutes or USUAL_MINUTES)) // 60) for row in timed]
        return min([_FROM_HOUR, *begins]), max([_TO_HOUR, *ends])

    def _top(self, shown: Shown) -> int:
        """Where the hours begin: beneath the heads and what has no time."""
        most = max((sum(not row.at for row in shown.rows_of(day)) for day in shown.view.days), default=0)
        return self._head() + 8 + most * line_height(self.small_font())

    def _room(self, shown: Shown) -> float:
        return max(1.0, self.height() - self._top(shown) - 8)

    def _lefts(self) -> list[float]:
        unit = (self.width() - 1 - self._gutter()) / (5 + 2 * WEEKEND_SHARE)
        return [self._gutter() + unit * (min(column, 5) + max(0, column - 5) * WEEKEND_SHARE) for column in range(8)]

    def _has_months(self) -> bool:
        """Whether a day's head has room for the month."""
        lefts = self._lefts()
        return lefts[7] - lefts[6] > QFontMetrics(self.small_font()).horizontalAdvance("Wed 30 Nov") + 22

    def _gutter(self) -> float:
        return QFontMetrics(self.small_font()).horizontalAdvance("18:00") + 12

    def _head(self) -> int:
        return QFontMetrics(self.small_font()).height() + 12


def _in_lanes(rows: list[DiaryEntry]) -> list[tuple[int, int, DiaryEntry]]:
    """Lane, how many lanes there are, and the row; what overlaps stands side by side."""
    found: list[tuple[int, int, DiaryEntry]] = []
    cluster: list[tuple[int, DiaryEntry]] = []
    ends: list[int] = []
    for row in sorted(rows, key=lambda one: one.at):
        begin = minute_of(row.at)
        if ends and begin >= max(ends):
            found += [(lane, len(ends), one) for lane, one in cluster]
            cluster, ends = [], []
        lane = next((number for number, end in enumerate(ends) if end <= begin), len(ends))
        ends[lane : lane + 1] = [begin + (row.minutes or USUAL_MINUTES)]
        cluster.append((lane, row))
    return found + [(lane, len(ends), one) for lane, one in cluster]
