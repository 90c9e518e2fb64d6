"""Choosing one of a few: radio buttons painted in the theme, and a list that opens."""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.hint import hint_size, paint_hint
from iro_desktop.ui.widgets.row_painting import paint_words

_PAD, _GAP = 8, 9
_OF_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Choice(QRadioButton):
    """One of several, with the key that chooses it at the right."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.key = key
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ring, words, key."""
        metrics = QFontMetrics(self.font())
        key = hint_size(self.key, self.font()).width() + _GAP if self.key else 0
        width = 2 * _PAD + self._side() + _GAP + metrics.horizontalAdvance(self.text()) + key + 2
        return QSize(width, max(26, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Words may be cut by an ellipsis before they push others away."""
        return QSize(6 * self.font().pixelSize(), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        """The whole line is the target."""
        return self.rect().contains(pos)  # type: ignore[call-overload]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_ring(painter)
        right = _PAD
        if self.key:
            size = hint_size(self.key, self.font())
            top = round((self.height() - size.height()) / 2)
            chip = QRectF(self.width() - _PAD - size.width(), top, size.width(), size.height())
            paint_hint(painter, self.key, chip, self.font(), now.soft, now.line)
            right += size.width() + _GAP
        words = self.rect().adjusted(_PAD + self._side() + _GAP, 0, -right, 0)
        paint_words(painter, self.text(), words, self.font(), now.ink)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        """The tint of the chosen or hovered line, and the ring of the focus."""
        now = tokens()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.selected if self.isChecked() else now.hover))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def _side(self) -> int:
        return round(self.font().pixelSize() * 1.08)

    def _paint_ring(self, painter: QPainter) -> None:
        now, side = tokens(), self._side()
        ring = QRectF(_PAD, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(now.accent if self.isChecked() else now.edge), 1.6))
        painter.setBrush(QColor(now.surface))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self.isChecked():
            inset = side * 0.29
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))


class DropDown(QComboBox):
    """A list that opens; its arrow is painted like the other marks."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._typed = ""
        self._typing = QElapsedTimer()  # since the last letter that went to an entry

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What one types goes to the entry that begins so; a blank within it belongs to it, else it opens the list."""
        goes_on = self._typing.isValid() and not self._typing.hasExpired(QApplication.keyboardInputInterval())
        letter, is_held = event.text(), event.modifiers() & ~_OF_LETTERS
        if not letter.isprintable() or not letter or is_held or not (goes_on or letter.strip()):
            super().keyPressEvent(event)
            return
        self._typed = (self._typed if goes_on else "") + letter.casefold()
        self._typing.start()
        self._go_to_typed()

    def _go_to_typed(self) -> None:
        """One letter, again and again, goes on to the next such entry; a word is found from the top.

        So the first letters of the entry that is chosen already stay with it.
        """
        is_one_letter = len(set(self._typed)) == 1
        wanted = self._typed[0] if is_one_letter else self._typed
        start = self.currentIndex() + 1 if is_one_letter else 0
        for row in (*range(start, self.count()), *range(start)):
            can_be = self.model().index(row, self.modelColumn()).flags() & Qt.ItemFlag.ItemIsEnabled
            if can_be and self.itemText(row).casefold().startswith(wanted):
                self.setCurrentIndex(row)
                self.activated.emit(row)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field as the sheet has it, then the arrow."""
        super().paintEvent(event)
        side = self.font().pixelSize() * 0.75
        painter = QPainter(self)
        box = QRectF(self.width() - side - 11, (self.height() - side) / 2 + 1, side, side)
        paint_shape(painter, Shape.CHEVRON, box, tokens().soft)
        painter.end()
