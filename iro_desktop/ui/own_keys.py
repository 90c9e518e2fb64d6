"""Keys that belong to what has the focus, and not to the window's commands.

Qt asks the widget with the focus, and those around it, before a key becomes a shortcut. What keeps a key is then given
it as an ordinary press.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_PAD = Qt.KeyboardModifier.KeypadModifier
_TYPED = Qt.KeyboardModifier.ShiftModifier | _PAD


def keeps_key(event: QEvent, is_own: Callable[[QKeyEvent], bool]) -> bool:
    """Keep the key where Qt asks about one that is the widget's own; False for every other event.

    To be called from ``event``: ``return keeps_key(event, …) or super().event(event)``.
    """
    is_asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    if not is_asked or not is_own(event):  # type: ignore[arg-type]
        return False
    event.accept()
    return True


def is_plain(event: QKeyEvent) -> bool:
    """Whether the key is pressed alone; on the keypad is alone, too."""
    return not event.modifiers() & ~_PAD


def is_typed(event: QKeyEvent) -> bool:
    """Whether the key is pressed as in writing: alone or with Shift."""
    return not event.modifiers() & ~_TYPED


def is_writing(event: QKeyEvent) -> bool:
    """Whether the key would write something: a letter, a digit, a blank."""
    return bool(event.text()) and event.text().isprintable() and is_typed(event)
