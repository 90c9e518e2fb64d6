"""Letters that a page of fostering keeps for itself, and the commands they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from iro_desktop.ui.commands import Command
from iro_desktop.ui.own_keys import is_typed

Keys = Mapping[str, tuple[Command, str]]  # key as it is written: the command, and the words of its button
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Letters:
    """Commands by key and modifier."""

    by_key: Mapping[int, Command]

    def command(self, event: QKeyEvent) -> Command | None:
        """What that key stands for; ``None``: it is none of these."""
        if not is_typed(event):
            return None
        return self.by_key.get(event.key() | (_SHIFT.value if event.modifiers() & _SHIFT else 0))


def letters_of(keys: Keys) -> Letters:
    """Read the keys as they are written, such as ``Shift+A``."""
    return Letters({_combined(key): command for key, (command, _) in keys.items()})


def _combined(key: str) -> int:
    *modifiers, letter = key.split("+")
    code: int = Qt.Key[f"Key_{letter}"].value
    return code | (_SHIFT.value if modifiers else 0)
