"""A box to tick, painted like the other choices; its words run on to further lines where they must."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.hint import hint_size, paint_hint

_PAD, _GAP = 6, 9
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Check(QCheckBox):
    """The whole line is the target; the space bar ticks it. ``key``: of a command that ticks it from anywhere."""

    def __init__(self, words: str, parent: QWidget | None = None, key: str = "") -> None:
        super().__init__(words, parent)
        self.key = key
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return max(26, self._words_at(width).height() + 2 * _PAD)

    def sizeHint(self) -> QSize:
        """Box and words, on two lines at the most usual width."""
        width = min(
            2 * _PAD + self._side() + _GAP + QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2, self._most()
        )
        width += self._key_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        return QSize(8 * self.font().pixelSize(), 26)

    def hitButton(self, pos: object) -> bool:
        """The whole line is the target."""
        return self.rect().contains(pos)  # type: ignore[call-overload]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line: box, tick, words, and a ring where the focus is."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(whole, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)
        self._paint_box(painter)
        painter.setPen(QColor(now.ink))
        painter.drawText(self._words_at(self.width()).translated(self._left(), _PAD), _WRAPPED, self.text())
        if self.key:
            size = hint_size(self.key, self.font())
            box = QRectF(self.width() - _PAD - size.width(), (self.height() - size.height()) / 2, *size.toTuple())
            paint_hint(painter, self.key, box, self.font(), now.soft, now.line)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        now, side = tokens(), self._side()
        box = QRectF(_PAD, _PAD + (QFontMetrics(self.font()).height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(now.accent if self.isChecked() else now.edge), 1.6))
        is_ticked = self.checkState() is Qt.CheckState.Checked
        painter.setBrush(QColor(now.accent if is_ticked else now.surface))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if self.checkState() is Qt.CheckState.PartiallyChecked:
            middle = box.center().y()
            painter.drawLine(QPointF(box.left() + 4.5, middle), QPointF(box.right() - 4.5, middle))
        elif is_ticked:
            paint_shape(painter, Shape.TICK, box.adjusted(4, 4, -4, -4), now.on_accent)

    def _side(self) -> int:
        return round(self.font().pixelSize() * 1.15)

    def _most(self) -> int:
        """The width at which words run on to a second line: it grows with the text."""
        return 25 * self.font().pixelSize()

    def _key_width(self) -> int:
        return _GAP + hint_size(self.key, self.font()).width() if self.key else 0

    def _left(self) -> int:
        return _PAD + self._side() + _GAP

    def _words_at(self, width: int) -> QRect:
        room = max(1, width - self._left() - _PAD - self._key_width())
        return QFontMetrics(self.font()).boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text())
