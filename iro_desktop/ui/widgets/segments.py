"""The parts of a page side by side: one tab stop, the arrows or a part's own key go to another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.hint import hint_size, paint_hint

_PAD, _TIGHT_PAD, _GAP, _RADIUS = 13, 6, 8, 8


class Segments(QTabBar):
    """Names of the parts, each with its digit where there is room; Down and Enter go on to the list."""

    left = Signal()

    def __init__(self, name: str, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_keys, self._pad = True, _PAD
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for each in words:
            self.addTab(each)

    def tabSizeHint(self, index: int) -> QSize:
        """Words as strong as they get, and the key."""
        return self._size_of(index, self._pad, has_key=self._has_keys)

    def _size_of(self, index: int, pad: int, *, has_key: bool) -> QSize:
        metrics = QFontMetrics(self._words_font(is_strong=True))
        key = hint_size(str(index + 1), self.font()).width() + _GAP if has_key else 0
        width = metrics.horizontalAdvance(self.tabText(index)) + key + 2 * pad
        return QSize(width, max(34, metrics.height() + 18))

    def _all(self, pad: int = _PAD, *, has_keys: bool) -> QSize:
        shown = (index for index in range(self.count()) if self.isTabVisible(index))
        sizes = [self._size_of(index, pad, has_key=has_keys) for index in shown]
        return QSize(sum(one.width() for one in sizes), max((one.height() for one in sizes), default=0))

    def sizeHint(self) -> QSize:
        """Every part with its digit."""
        return self._all(has_keys=True)

    def minimumSizeHint(self) -> QSize:
        """Every part, close together; the digits work unseen."""
        return self._all(_TIGHT_PAD, has_keys=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the digits only where no part is cut by them; where room is shorter still, the parts stand closer."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        has_keys = width >= self.sizeHint().width()
        pad = _PAD if width >= self._all(has_keys=False).width() else _TIGHT_PAD
        if (has_keys, pad) != (self._has_keys, self._pad):
            self._has_keys, self._pad = has_keys, pad
            self.setIconSize(self.iconSize())  # has the parts measured again

    def show_only(self, shown: Sequence[bool]) -> None:
        """Show those parts alone, by their number; the digits of the others do nothing."""
        if [self.isTabVisible(index) for index in range(self.count())] == list(shown):
            return
        for index, is_shown in enumerate(shown):
            self.setTabVisible(index, is_shown)
        self._fit(self.width())
        self.updateGeometry()

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never less: words aren't cut."""
        return self.tabSizeHint(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits belong to the page; Down and Enter leave for the list."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new size with the new type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each part; the one that is shown stands on a surface of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_part(painter, index)
        painter.end()

    def _words_font(self, *, is_strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        return font

    def _paint_part(self, painter: QPainter, index: int) -> None:
        now, is_current = tokens(), index == self.currentIndex()
        rect = QRectF(self.tabRect(index))
        box = rect.adjusted(1, 1, -1, -1)
        if is_current:
            painter.setPen(QPen(QColor(now.line), 1))
            painter.setBrush(QColor(now.surface))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
        if is_current and self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        font = self._words_font(is_strong=is_current)
        painter.setFont(font)
        painter.setPen(QColor(now.ink if is_current else now.soft))
        words = rect.adjusted(self._pad, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        if not self._has_keys:
            return
        size = hint_size(str(index + 1), self.font())
        top = round(rect.center().y() - size.height() / 2)
        chip = QRectF(rect.right() - self._pad - size.width(), top, size.width(), size.height())
        paint_hint(painter, str(index + 1), chip, self.font(), now.soft, now.line)
