"""Buttons: the one primary act, quiet ones beside it, and links. Painted from tokens; each shows its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import Tokens, tokens
from iro_desktop.ui.widgets.hint import hint_size, key_words, paint_hint

_PAD_X, _PAD_Y, _GAP, _RADIUS = 12, 8, 8, 8


class ActionButton(QPushButton):
    """What the buttons share: words, an icon at the left, a key at the right, a ring where the focus is."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None, shape: Shape | None = None) -> None:
        super().__init__(words, parent)
        self.key = key.replace("+", " ")
        self.shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def follow(self, action: QAction) -> None:
        """Do what the action does, with its key, and only while it can be done."""
        self.key = key_words(action)
        self.clicked.connect(action.trigger)
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)
        self.updateGeometry()

    def words_font(self) -> QFont:
        """The font of the words."""
        return QFont(self.font())

    def sizeHint(self) -> QSize:
        """Room for words, icon and key."""
        metrics = QFontMetrics(self.words_font())
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD_X
        if self.key:
            width += _GAP + hint_size(self.key, self.font()).width()
        if self.shape:
            width += metrics.ascent() + (_GAP if self.text() else 0)
        return QSize(width, max(32, metrics.height() + 2 * _PAD_Y))

    def minimumSizeHint(self) -> QSize:
        """Never less: words aren't cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as the space bar does; Ctrl+Enter is the form's around it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.click()
        else:
            super().keyPressEvent(event)

    def colours(self, now: Tokens) -> tuple[str, str, str, str]:
        """Surface, outline, words and key of the state it is in."""
        surface = now.pressed if self.isDown() else now.hover if self.underMouse() else now.surface
        return surface, now.line, now.ink if self.isEnabled() else now.soft, now.soft

    def ring(self, now: Tokens) -> tuple[str, float]:
        """Colour of the focus ring and how far inside the edge it runs."""
        return now.accent, 1.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, ring, words."""
        now = tokens()
        surface, outline, ink, key_ink = self.colours(now)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(outline), 1) if outline else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(surface) if surface else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            colour, inset = self.ring(now)
            painter.setPen(QPen(QColor(colour), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS - inset, _RADIUS - inset
            )
        self._paint_words(painter, ink, key_ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str, key_ink: str) -> None:
        font = self.words_font()
        metrics = QFontMetrics(font)
        content = self.sizeHint().width() - 2 * _PAD_X
        x = self.left_of(content)
        middle = self.height() / 2
        if self.shape:
            side = metrics.ascent()
            paint_shape(painter, self.shape, QRectF(x, middle - side / 2, side, side), ink)
            x += side + _GAP
        painter.setFont(font)
        painter.setPen(QColor(ink))
        wide = metrics.horizontalAdvance(self.text())
        painter.drawText(QRectF(x, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.key:
            size = hint_size(self.key, self.font())
            box = QRectF(x + wide + _GAP, round(middle - size.height() / 2), size.width(), size.height())
            paint_hint(painter, self.key, box, self.font(), key_ink, self.key_line(tokens()))

    def left_of(self, content: int) -> float:
        """Where the content begins: centred."""
        return (self.width() - content) / 2

    def key_line(self, now: Tokens) -> str:
        """The outline of the key."""
        return now.line


class QuietButton(ActionButton):
    """A button for what may be done as well."""


class PrimaryButton(ActionButton):
    """The one thing most likely wanted here."""

    def words_font(self) -> QFont:
        """A little stronger."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def colours(self, now: Tokens) -> tuple[str, str, str, str]:
        """The accent, and what can be read on it."""
        if not self.isEnabled():
            return now.line, "", now.soft, now.soft
        surface = now.accent_hover if self.underMouse() or self.isDown() else now.accent
        return surface, "", now.on_accent, now.on_accent

    def ring(self, now: Tokens) -> tuple[str, float]:
        """Inside the accent, in the colour that is read on it."""
        return (now.on_accent if self.isEnabled() else now.soft), 3.0

    def key_line(self, now: Tokens) -> str:
        """Faint on the accent."""
        colour = QColor(now.on_accent if self.isEnabled() else now.soft)
        colour.setAlphaF(0.45)
        return colour.name(QColor.NameFormat.HexArgb)


class LinkButton(ActionButton):
    """Words that do something, without a box; for the second voice of a card."""

    def sizeHint(self) -> QSize:
        """A target of at least 24 pixels, without the room of a box."""
        full = super().sizeHint()
        metrics = QFontMetrics(self.words_font())
        return QSize(full.width() - 2 * _PAD_X + 8, max(24, metrics.height() + 6))

    def left_of(self, _content: int) -> float:
        """At the left, with room for the ring."""
        return 4

    def colours(self, now: Tokens) -> tuple[str, str, str, str]:
        """The accent on nothing."""
        return (now.hover if self.underMouse() else ""), "", now.accent, now.soft
