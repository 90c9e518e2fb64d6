"""Bare letters as commands: not while a word is being typed, and never silent where they can't be done."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from iro_desktop.ui.cannot import WORD_TYPED, why_not
from iro_desktop.ui.commands import COMMANDS, Command, is_single_letter

WORD_MS = 600  # a key that follows another one sooner belongs to a word
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class Letters:
    """Looks at each key that no field took, before the window's commands get it."""

    def __init__(self, actions: Mapping[Command, QAction]) -> None:
        self._actions = {command: actions[command] for command, words in COMMANDS.items() if is_single_letter(words)}
        self._since = QElapsedTimer()
        self._last: tuple[int, int] = (0, 0)
        self._said = ""

    def begin_anew(self) -> None:
        """What was typed before belongs to no word."""
        self._since.invalidate()

    def refusal(self, event: QKeyEvent, *, has_child: bool, of_place: Collection[Command] = ()) -> str:
        """Why the key does nothing; empty where it may do what it does.

        ``of_place``: what is about the chosen row of the place one is at, no child.
        """
        if event.isAutoRepeat() or event.key() in _MODIFIERS:
            return ""
        pressed = (event.timestamp(), event.key())
        if pressed[0] and pressed == self._last:
            return self._said  # some platforms ask twice about one key
        self._last, self._said = pressed, self._judge(event, of_place, has_child=has_child)
        return self._said

    def _judge(self, event: QKeyEvent, of_place: Collection[Command], *, has_child: bool) -> str:
        is_word = self._goes_on(event)
        command = self._command(event)
        if command is None:
            return ""
        if is_word:
            return WORD_TYPED
        if self._actions[command].isEnabled():
            return ""
        return why_not(command, has_child=has_child, is_of_place=command in of_place)

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Whether the key follows another one as in a word; the space bar presses buttons and begins none."""
        is_word = self._since.isValid() and self._since.elapsed() < WORD_MS
        text = event.text()
        is_bare = bool(text) and text.isprintable() and not event.modifiers() & ~_TYPED
        if is_bare and (is_word or text != " "):
            self._since.start()
        else:
            self._since.invalidate()
        return is_word and is_bare

    def _command(self, event: QKeyEvent) -> Command | None:
        pressed = QKeySequence(event.keyCombination())
        return next((command for command, action in self._actions.items() if pressed in action.shortcuts()), None)
