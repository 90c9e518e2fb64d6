"""A chart of our own: one tab stop, arrows from mark to mark, each said as a sentence; Enter opens what it counts.

What is drawn says nothing that the list beside it doesn't say: screen readers and tests use that list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.theme import LIGHT, RADIUS, Tokens, tokens

_PICTURE = QSize(1200, 420)  # of a copied picture, before it is doubled
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_HEAD = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One column or bar."""

    label: str  # "Apr", "Care 1"
    value: float | None  # None: nothing to count, or not shown; a gap, never nought
    printed: str  # "83.8 %"; "–"; "c"
    beneath: str  # "67/80"; ""
    sentence: str  # all of it, to be read out
    group: str = ""  # "2026": said once for the marks that share it
    is_aside: bool = False  # not of the time that the figure above counts: drawn pale, with an outline


@dataclass(frozen=True, slots=True)
class Look:
    """With what a drawing is painted: the screen's colours, or those of paper."""

    colours: Tokens
    font: QFont
    current: int = -1
    has_focus: bool = False


class Drawing(Protocol):
    """How marks become a picture; where one begins with nobody chosen is the first or the last of them."""

    @property
    def begins_last(self) -> bool:
        """Whether one begins at the last mark: of what goes by time the newest."""
        ...

    def height(self, marks: Sequence[ChartMark], font: QFont) -> int:
        """How tall it has to be."""
        ...

    def places(self, marks: Sequence[ChartMark], font: QFont, room: QRectF) -> list[QRectF]:
        """Where each mark can be pressed."""
        ...

    def paint(self, painter: QPainter, marks: Sequence[ChartMark], room: QRectF, look: Look) -> None:
        """Paint all of it into the room."""
        ...


class Chart(QWidget):
    """Paints what a list says; knows the mark one is at."""

    mark_chosen = Signal(int)
    mark_opened = Signal(int)
    copied = Signal(str)  # what was copied, to be said

    def __init__(self, name: str, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self.title = name
        self.about = ""  # time and scope, said beneath the title of a picture that goes elsewhere
        self.marks: tuple[ChartMark, ...] = ()
        self.current = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, title: str, marks: Sequence[ChartMark], drawing: Drawing | None = None) -> None:
        """Show these; one stays at the same mark where it is still there, else where one begins."""
        here = _name(self.marks[self.current]) if 0 <= self.current < len(self.marks) else None
        self.title, self.marks = title, tuple(marks)
        self.drawing = drawing or self.drawing
        found = [number for number, one in enumerate(self.marks) if _name(one) == here]
        begin = len(self.marks) - 1 if self.drawing.begins_last else min(0, len(self.marks) - 1)
        self.current = found[-1] if found else begin
        self.setAccessibleName(title)
        self._describe()
        self.updateGeometry()
        self.update()

    def take(self, number: int) -> None:
        """Be at that mark."""
        if 0 <= number < len(self.marks) and number != self.current:
            self.current = number
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.marks[self.current].sentence if self.marks else "Nothing to show")

    # room

    def sizeHint(self) -> QSize:
        """As tall as the drawing asks."""
        return QSize(480, self.drawing.height(self.marks, self.font()))

    def minimumSizeHint(self) -> QSize:
        """Narrower, but never lower."""
        return QSize(160, self.sizeHint().height())

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def places(self) -> list[QRectF]:
        """Where each mark stands now."""
        return self.drawing.places(self.marks, self.font(), self._room())

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing, and a ring where the focus is."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)
        look = Look(now, self.font(), self.current, self.hasFocus())
        self.drawing.paint(painter, self.marks, self._room(), look)
        painter.end()

    def picture(self, size: QSize = _PICTURE) -> QImage:
        """The chart for paper and other programs: light colours, title, time and scope above, twice as fine."""
        font = QFont(self.font())
        font.setPixelSize(15)
        head, below = 68 if self.about else 44, self.drawing.height(self.marks, font)
        height = max(size.height(), head + below + 16)
        image = QImage(size.width() * 2, height * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(LIGHT.ink))
        painter.drawText(QRectF(20, 8, size.width() - 40, 36), _HEAD, self.title)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.soft))
        painter.drawText(QRectF(20, 36, size.width() - 40, 24), _HEAD, self.about)
        room = QRectF(12, head, size.width() - 24, height - head - 12)
        self.drawing.paint(painter, self.marks, room, Look(LIGHT, font))
        painter.end()
        return image

    def copy_picture(self) -> None:
        """Put the picture on the clipboard; it holds counts alone, no child."""
        kept = QMimeData()
        kept.setImageData(self.picture())
        QGuiApplication.clipboard().setMimeData(kept)
        self.copied.emit("Copied: the chart as a picture. It holds counts, no child.")

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from mark to mark, Enter opens what it counts, Ctrl+C copies the picture."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        elif self.marks and key in {*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End}:
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.marks) - 1}
            self._go(ends.get(key, min(max(0, self.current + _STEPS.get(key, 0)), len(self.marks) - 1)))
        elif self.marks and key in _ENTER:
            self.mark_opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tip says the mark beneath the pointer; Ctrl+C is the chart's own while it has the focus."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos().toPointF())
            if number < 0:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.marks[number].sentence, self)
            return True
        return keeps_key(event, lambda key: key.matches(QKeySequence.StandardKey.Copy)) or super().event(event)

    def _at(self, point: object) -> int:
        return next((n for n, place in enumerate(self.places()) if place.contains(point)), -1)  # type: ignore[call-overload]

    def _go(self, number: int) -> None:
        self.take(number)
        self.mark_chosen.emit(number)
        announce(self, self.marks[number].sentence)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark one presses."""
        number = self._at(event.position())
        if number >= 0:
            self._go(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens it."""
        if self._at(event.position()) >= 0:
            self.mark_opened.emit(self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """More quietly."""
        super().focusOutEvent(event)
        self.update()


def _name(mark: ChartMark) -> tuple[str, str]:
    return mark.group, mark.label
