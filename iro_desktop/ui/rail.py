"""The rail at the left: the places, how much waits in each, and what the store says of itself."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.desk import StoreStatus
from iro_desktop.ui.commands import Command
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.panes import Pane
from iro_desktop.ui.widgets.scroller import Scroller

_PAD, _GAP, _RADIUS = 10, 10, 8
WIDE_EMS, SLIM_EMS = 14.6, 5.1
PLACES = (
    (Command.TODAY, "Today", Shape.TODAY),
    (Command.CASELOAD, "Caseload", Shape.PEOPLE),
    (Command.DIARY, "Diary", Shape.DIARY),
    (Command.WRITE_UPS, "Write-ups", Shape.PEN),
    (Command.FOOTPRINT, "Footprint", Shape.FOOTPRINT),
    (Command.CHALLENGE, "Challenge", Shape.CHALLENGE),
    (Command.LEAVERS, "Care leavers", Shape.KEY),
    (Command.PRIVATE_FOSTERING, "Private fostering", Shape.HOUSE),
    (Command.FOSTER_CARERS, "Foster carers", Shape.HOUSEHOLD),
    (Command.SERVICE, "Service", Shape.SERVICE),
    (Command.PERFORMANCE, "Performance", Shape.FIGURES),
    (Command.ANNUAL_REPORT, "Annual report", Shape.REPORT),
    (Command.DOCUMENTS, "Documents", Shape.DOCUMENT),
    (Command.TIMESCALES, "Timescales", Shape.CLOCK),
    (Command.IMPORT, "Import…", Shape.IMPORT),  # a work, not a place to stay: it stands apart
)


class PlaceButton(QPushButton):
    """A place: its icon, its name, and a count where there is one."""

    focused = Signal()

    def __init__(self, action: QAction, words: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._shape, self._words = shape, words
        self._count, self._is_urgent, self._is_slim = 0, False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.clicked.connect(action.trigger)

    def set_count(self, count: int, *, is_urgent: bool = False) -> None:
        """Show how much waits there."""
        self._count, self._is_urgent = count, is_urgent
        self.setAccessibleName(f"{self._words}, {count}" if count else self._words)
        self.update()

    def set_slim(self, *, is_slim: bool) -> None:
        """Show the icon alone, with its name as a tip."""
        self._is_slim = is_slim
        self.setToolTip(self._words if is_slim else "")
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so: what has the focus must be seen."""
        super().focusInEvent(event)
        self.focused.emit()

    def sizeHint(self) -> QSize:
        """A target for finger and mouse."""
        metrics = QFontMetrics(self.font())
        if self._is_slim:
            return QSize(metrics.height() * 2, metrics.height() + 24)
        count = metrics.horizontalAdvance(str(self._count)) + _GAP if self._count else 0
        width = 2 * _PAD + round(self.font().pixelSize() * 1.1) + _GAP + metrics.horizontalAdvance(self._words) + count
        return QSize(width + 2, max(32, metrics.height() + 17))

    def minimumSizeHint(self) -> QSize:
        """May be as slim as its icon."""
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint state, icon, name, count."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(QColor(now.line), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.surface if self.isChecked() else now.pressed))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        now, font = tokens(), QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        side = round(font.pixelSize() * (1.3 if self._is_slim else 1.1))
        x = (self.width() - side) / 2 if self._is_slim else float(_PAD)
        icon = QRectF(x, (self.height() - side) / 2, side, side)
        paint_shape(painter, self._shape, icon, now.accent if self.isChecked() else now.soft)
        if self._is_slim:
            return
        painter.setFont(font)
        painter.setPen(QColor(now.ink))
        words = QRectF(icon.right() + 10, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        if self._count:
            font.setWeight(QFont.Weight.DemiBold if self._is_urgent else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(now.overdue if self._is_urgent else now.soft))
            right = QRectF(0, 0, self.width() - _PAD, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


class Rail(Pane):
    """Name of the program, places, and the state of the store."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__("rail", Qt.Edge.RightEdge, parent)
        self.name = Text("IRO Desktop", Kind.GROUP, parent=self, wraps=False)
        self.whose = Text("", Kind.SMALL, parent=self)
        self.sample = Text("Sample data", Kind.LABEL, Tone.TODAY, self)
        self.places = {command: PlaceButton(actions[command], words, shape, self) for command, words, shape in PLACES}
        for place in self.places.values():
            place.setCheckable(True)
        self.saved = Text("", Kind.SMALL, parent=self)
        self.law = Text("", Kind.SMALL, parent=self)
        self.recovery = Text("", Kind.SMALL, Tone.TODAY, self)
        self._is_slim = False
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 18, 11, 16)
        layout.setSpacing(3)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for inner, parts in (
            (head, (self.name, self.whose, self.sample)),
            (foot, (self.recovery, self.saved, self.law)),
        ):
            inner.setContentsMargins(_PAD, 0, 0, 0)
            inner.setSpacing(3)
            for part in parts:
                inner.addWidget(part)
        layout.addLayout(head)
        layout.addSpacing(12)
        layout.addWidget(self._column_of_places(), 1)
        layout.addLayout(foot)
        self._foot, self._head = foot, head

    def _column_of_places(self) -> Scroller:
        """The places one below the other; with large text on a low screen they scroll, and none is squeezed."""
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        for command, place in self.places.items():
            if command is Command.IMPORT:
                lines.addSpacing(12)
            lines.addWidget(place)
        lines.addStretch(1)
        scroller = Scroller(self)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)
        scroller.setWidget(column)
        for place in self.places.values():
            place.focused.connect(lambda place=place: scroller.ensureWidgetVisible(place, 0, 0))
        return scroller

    def set_slim(self, *, is_slim: bool) -> None:
        """Icons alone where room is short."""
        self._is_slim = is_slim
        for place in self.places.values():
            place.set_slim(is_slim=is_slim)
        for part in (self.name, self.whose, self.law):
            part.setVisible(not is_slim)
        self._foot.setContentsMargins(0 if is_slim else _PAD, 0, 0, 0)
        self._head.setContentsMargins(0 if is_slim else _PAD, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignHCenter if is_slim else Qt.AlignmentFlag.AlignLeft
        for part in (self.saved, self.sample):
            part.setAlignment(side)
        self.sample.setText("Sample" if is_slim else "Sample data")
        self.setFixedWidth(round(self.font().pixelSize() * (SLIM_EMS if is_slim else WIDE_EMS)))

    def show_place(self, command: Command) -> None:
        """Mark where one is."""
        for each, place in self.places.items():
            place.setChecked(each is command)

    def show_status(self, status: StoreStatus, whose: str) -> None:
        """Say whose children, what was saved, and how fresh the law is."""
        self.whose.setText(f"{whose[:1].upper()}{whose[1:]}")
        self.sample.setVisible(status.is_sample)
        self.saved.set_or_hide(f"Saved {status.saved_at}" if status.saved_at else "")
        self.law.setText(f"Law checked {short(status.law_checked_on)}")
        self.recovery.set_or_hide("" if status.recovery_confirmed else "Recovery key not confirmed")
        self.law.setVisible(not self._is_slim)
        self.recovery.setVisible(not self._is_slim and not status.recovery_confirmed)
