"""The month, painted: a cell a day, entries in words; where there is no room for words, marks with their count."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from iro_desktop.domain.dates import MONTHS, WEEKDAYS
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry
from iro_desktop.ui.pages.diary_canvas import DiaryCanvas, Shown
from iro_desktop.ui.pages.diary_entry import line_height, look_of_entry
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.tones import Look
from iro_desktop.ui.widgets.badge import mark_side

WEEKEND_SHARE = 0.66  # of a working day's width
_PAD = 4
_LEAST_EMS = 7.2  # narrower than this, words say nothing
_BOOKED = "booked"


class MonthCanvas(DiaryCanvas):
    """Four to six weeks, Monday first."""

    def needed_height(self, shown: Shown) -> int:
        """Head, and for each week the number with two lines of entries, or the marks."""
        return self._head() + len(shown.view.days) // 7 * (
            self._number_height() + 2 * line_height(self.small_font()) + 6
        )

    def lay_out(self, shown: Shown) -> None:
        """Seven columns; entries beneath the day's number as far as there is room."""
        weeks = len(shown.view.days) // 7
        height = (self.height() - self._head()) / max(1, weeks)
        lefts = self._lefts()
        for position, day in enumerate(shown.view.days):
            week, weekday = divmod(position, 7)
            top = self._head() + week * height
            box = QRectF(lefts[weekday], top, lefts[weekday + 1] - lefts[weekday], height)
            self.days[day.on] = box
            if self.has_words(box):
                self._lay_entries(shown, day, box)

    def has_words(self, box: QRectF) -> bool:
        """Whether entries are told in words."""
        return box.width() >= _LEAST_EMS * WEEKEND_SHARE * self.small_font().pixelSize()

    def _lay_entries(self, shown: Shown, day: DiaryDay, box: QRectF) -> None:
        rows, line = shown.rows_of(day), line_height(self.small_font())
        top = box.top() + self._number_height()
        first, room = self.window_of(rows, shown.entry_id, int((box.bottom() - 3 - top) // line))
        for number, row in enumerate(rows[first : first + room]):
            self.entries[row.id] = QRectF(box.left() + 3, top + number * line, box.width() - 6, line - 1)

    def window_of(self, rows: list[DiaryEntry], entry_id: str, lines: int) -> tuple[int, int]:
        """The first row shown and how many; the last line says how many more there are, the chosen one is in sight."""
        if len(rows) <= lines:
            return 0, len(rows)
        room = max(0, lines - 1)
        chosen = next((number for number, row in enumerate(rows) if row.id == entry_id), 0)
        return max(0, chosen - room + 1), room

    def paint_days(self, painter: QPainter, shown: Shown) -> None:
        """The card, the heads, each day's ground and number."""
        now = tokens()
        whole = QRectF(0.5, self._head() + 0.5, self.width() - 1, self.height() - self._head() - 1)
        painter.setPen(QPen(QColor(now.line), 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(whole, RADIUS, RADIUS)
        self._paint_heads(painter)
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(whole, RADIUS, RADIUS)
        painter.setClipPath(path)
        for day in shown.view.days:
            self._paint_day(painter, shown, day)
        painter.restore()
        painter.setPen(QPen(QColor(now.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, RADIUS, RADIUS)

    def _paint_heads(self, painter: QPainter) -> None:
        now, lefts = tokens(), self._lefts()
        painter.setFont(self.small_font())
        painter.setPen(QColor(now.soft))
        for weekday, word in enumerate(WEEKDAYS):
            box = QRectF(lefts[weekday] + _PAD + 2, 0, lefts[weekday + 1] - lefts[weekday], self._head() - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, word)

    def _paint_day(self, painter: QPainter, shown: Shown, day: DiaryDay) -> None:
        now, box = tokens(), self.days[day.on]
        inner = box.adjusted(1, 1, 0, 0)
        if not day.is_working:
            painter.fillRect(inner, QColor(now.ground))
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        if day.on.weekday():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        self._paint_number(painter, shown, day, box)
        rows = shown.rows_of(day)
        if not self.has_words(box):
            self._paint_marks(painter, rows, box)
            return
        shown_ones = sum(row.id in self.entries for row in rows)
        if shown_ones < len(rows):
            top = box.top() + self._number_height() + shown_ones * line_height(self.small_font())
            self._paint_more(painter, QRectF(box.left(), top, box.width(), 0), len(rows) - shown_ones)

    def _paint_number(self, painter: QPainter, shown: Shown, day: DiaryDay, box: QRectF) -> None:
        now, font = tokens(), QFont(self.small_font())
        is_today = day.on == shown.view.today
        is_back = shown.month not in {0, day.on.month}
        words = f"{day.on.day} {MONTHS[day.on.month - 1]}" if day.on.day == 1 else str(day.on.day)
        font.setWeight(QFont.Weight.DemiBold if is_today or not is_back else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        place = QRectF(box.left() + _PAD + 2, box.top() + 3, metrics.horizontalAdvance(words), metrics.height())
        painter.setFont(font)
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(place.adjusted(-5, -1, 5, 1), metrics.height() / 2, metrics.height() / 2)
        painter.setPen(QColor(now.on_accent if is_today else now.soft if is_back else now.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_more(self, painter: QPainter, box: QRectF, hidden: int) -> None:
        painter.setFont(self.small_font())
        painter.setPen(QColor(tokens().soft))
        line = line_height(self.small_font())
        place = QRectF(box.left() + _PAD + 4, box.top(), box.width() - 2 * _PAD, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"+ {hidden} more")

    def _paint_marks(self, painter: QPainter, rows: list[DiaryEntry], box: QRectF) -> None:
        """How many of each mark, where words have no room."""
        now, font = tokens(), self.small_font()
        counts: Counter[Look | str] = Counter()
        for row in rows:
            counts[look_of_entry(row) or _BOOKED] += len(row.parts) or 1
        side, left = mark_side(QFontMetrics(font)), box.left() + _PAD + 2
        top = box.top() + self._number_height()
        painter.setFont(font)
        for look, count in counts.items():
            words = str(count)
            width = side + 3 + QFontMetrics(font).horizontalAdvance(words) + 7
            if left + width > box.right():
                left, top = box.left() + _PAD + 2, top + line_height(font)
            if top + line_height(font) > box.bottom() + 1:
                return
            mark = QRectF(left, top + (line_height(font) - side) / 2, side, side)
            if isinstance(look, Look):
                paint_shape(painter, look.shape, mark, look.colour(now))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.accent))
                painter.drawRoundedRect(mark.adjusted(0, 1, 0, -1), 2, 2)
            painter.setPen(QColor(now.ink))
            painter.drawText(
                QRectF(left + side + 3, top, width, line_height(font)), Qt.AlignmentFlag.AlignVCenter, words
            )
            left += width

    def _lefts(self) -> list[float]:
        unit = (self.width() - 1) / (5 + 2 * WEEKEND_SHARE)
        return [unit * (min(column, 5) + max(0, column - 5) * WEEKEND_SHARE) for column in range(8)]

    def _head(self) -> int:
        return QFontMetrics(self.small_font()).height() + 8

    def _number_height(self) -> int:
        return QFontMetrics(self.small_font()).height() + 7
