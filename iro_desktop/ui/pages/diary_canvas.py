"""A painted run of days. It knows where each day and entry lies; keys go to the page, the mouse picks up and drops."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView
from iro_desktop.ui.pages.diary_entry import Manner, paint_entry
from iro_desktop.ui.theme import tokens


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen: the days, where one is, and what is on its way to another day."""

    view: DiaryView
    day: date
    entry_id: str = ""
    month: int = 0  # the others' days are set back; 0: none is
    lifted: DiaryEntry | None = None
    opened: frozenset[str] = frozenset()  # lines of several that show their parts

    def rows_of(self, day: DiaryDay) -> list[DiaryEntry]:
        """The lines of a day, with the parts of those that are opened."""
        return [row for one in day.entries for row in (one, *(one.parts if one.id in self.opened else ()))]


class DiaryCanvas(QWidget):
    """What month and week share. One tab stop; Tab goes on through the entries of the day first."""

    day_pressed = Signal(object)  # a date
    entry_pressed = Signal(str)
    entry_opened = Signal(str)
    lifted = Signal(str)  # an entry is dragged
    carried = Signal(object)  # over that date
    dropped = Signal()
    put_back = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.days: dict[date, QRectF] = {}
        self.entries: dict[str, QRectF] = {}
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_days(self, shown: Shown) -> None:
        """Show these days."""
        self.shown = shown
        self.setMinimumHeight(self.needed_height(shown))
        self._lay_days()
        self.update()

    def needed_height(self, shown: Shown) -> int:
        """The least height at which it can be read."""
        raise NotImplementedError

    def lay_out(self, shown: Shown) -> None:
        """Find out where each day and entry lies: fill ``days`` and ``entries``."""
        raise NotImplementedError

    def paint_days(self, painter: QPainter, shown: Shown) -> None:
        """Paint what lies beneath the entries."""
        raise NotImplementedError

    def small_font(self) -> QFont:
        """The type of an entry."""
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 0.92))
        return font

    def rect_in_hand(self) -> QRectF:
        """Where one is: to be kept in sight."""
        if self.shown is None:
            return QRectF()
        day = self.days.get(self.shown.day, QRectF())
        return day if self.shown.lifted else self.entries.get(self.shown.entry_id, day)

    def paint_all_entries(self, painter: QPainter, shown: Shown) -> None:
        """Paint every entry that has a place."""
        font = self.small_font()
        for day in shown.view.days:
            for entry in shown.rows_of(day):
                box = self.entries.get(entry.id)
                if box is not None:
                    is_current = entry.id == shown.entry_id and self.hasFocus()
                    is_lifted = shown.lifted is not None and entry.id == shown.lifted.id
                    paint_entry(painter, entry, box, font, Manner(is_current, is_lifted))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, days, entries, and the frame of the day one is at."""
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_days(painter, self.shown)
        self.paint_all_entries(painter, self.shown)
        self._paint_here(painter, self.shown)
        painter.end()

    def _paint_here(self, painter: QPainter, shown: Shown) -> None:
        box, now = self.days.get(shown.day), tokens()
        if box is None or not (self.hasFocus() or shown.lifted):
            return
        style = Qt.PenStyle.DashLine if shown.lifted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(now.accent), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    # keys and mouse

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 Qt hands it over so
        """Tab goes through the entries of the day, then on."""
        rows = self._rows_here()
        ids = [row.id for row in rows]
        here = ids.index(self.shown.entry_id) if self.shown and self.shown.entry_id in ids else -1 if is_next else 0
        to = here + (1 if is_next else -1)
        if 0 <= to < len(ids) and not (self.shown and self.shown.lifted):
            self.entry_pressed.emit(ids[to])
            return True
        return super().focusNextPrevChild(is_next)

    def _rows_here(self) -> list[DiaryEntry]:
        if self.shown is None:
            return []
        return [row for day in self.shown.view.days if day.on == self.shown.day for row in self.shown.rows_of(day)]

    def day_at(self, point: QPointF) -> date | None:
        """The day beneath a point."""
        return next((on for on, box in self.days.items() if box.contains(point)), None)

    def entry_at(self, point: QPointF) -> str:
        """The entry beneath a point; ``""``: none."""
        return next((one for one, box in self.entries.items() if box.contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where one presses."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        entry, day = self.entry_at(event.position()), self.day_at(event.position())
        self._pressed_at = event.position() if entry else None
        if entry:
            self.entry_pressed.emit(entry)
        elif day is not None:
            self.day_pressed.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick up what is dragged, and carry it over the days."""
        entry = self.entry_at(event.position())
        self.setToolTip(next((row.sentence for row in self._all_rows() if row.id == entry), ""))
        if self._pressed_at is None or self.shown is None:
            return
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragging:
            self._is_dragging = True
            self.lifted.emit(self.shown.entry_id)
        day = self.day_at(event.position())
        if self._is_dragging and day is not None and self.shown.lifted and day != self.shown.day:
            self.carried.emit(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it there; beside the days it goes back."""
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        if was_dragging and self.shown and self.shown.lifted:
            (self.dropped if self.day_at(event.position()) else self.put_back).emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens what is there."""
        entry = self.entry_at(event.position())
        if entry:
            self.entry_opened.emit(entry)

    def _all_rows(self) -> list[DiaryEntry]:
        return [row for day in self.shown.view.days for row in self.shown.rows_of(day)] if self.shown else []

    def _lay_days(self) -> None:
        self.days, self.entries = {}, {}
        if self.shown is not None:
            self.lay_out(self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._lay_days()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where one is becomes visible."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Where one is recedes."""
        super().focusOutEvent(event)
        self.update()
