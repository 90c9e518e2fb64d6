"""A line to type in with a list beneath it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.widgets.suggestion_box import Suggestion, SuggestionBox

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SuggestEdit(QLineEdit):
    """Type, go up and down, Enter picks, Esc leaves."""

    picked = Signal(object)  # the payload
    left = Signal()

    def __init__(self, words: str, offer: Callable[[str], Sequence[Suggestion]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._box: SuggestionBox | None = None
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.textEdited.connect(self.offer_now)

    def box(self) -> SuggestionBox:
        """The list, laid over the window this line stands in."""
        if self._box is None or self._box.parentWidget() is not self.window():
            self._box = SuggestionBox(f"{self.accessibleName()}: found", self.window())
            self._box.picked.connect(self._take)
        return self._box

    def offer_now(self) -> None:
        """Offer what matches the words."""
        items = self._offer(self.text())
        self.box().open_under(self, items, 34 * self.font().pixelSize())
        announce(self, f"{len(items)} found. {items[0].title}" if items else "Nothing found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer the list from the line."""
        key, box = event.key(), self.box()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps and box.isVisible():
            box.move_by(steps[Qt.Key(key)])
            current = box.current()
            announce(self, current.title if current else "")
        elif key == Qt.Key.Key_Down:
            self.offer_now()
        elif key in _ENTER and box.isVisible():
            self._take(box.current())
        elif key == Qt.Key.Key_Escape:
            self._leave(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self.box().hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left over the window."""
        super().hideEvent(event)
        if self._box is not None:
            self._box.hide()

    def _leave(self, event: QKeyEvent) -> None:
        if self.box().isVisible():
            self.box().hide()
            self.left.emit()
        else:
            event.ignore()

    def _take(self, item: Suggestion | None) -> None:
        if item is not None:
            self.box().hide()
            self.picked.emit(item.payload)
