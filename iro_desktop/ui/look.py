"""How the window looks by command: the size of its text, and its colours."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from iro_desktop.ui.commands import Command
from iro_desktop.ui.theme import Scheme, Theme

_STEPS = (100, 110, 125, 150, 175, 200, 225)


class Look(QObject):
    """Changes the theme of the application; what was chosen is told, to be remembered."""

    chosen = Signal(str, int)  # scheme and text size

    def __init__(self, theme: Theme, actions: Mapping[Command, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        for command, work in {
            Command.LARGER: self._larger,
            Command.SMALLER: self._smaller,
            Command.USUAL_SIZE: self._usual_size,
            Command.SYSTEM_COLOURS: self._follow_system,
            Command.LIGHT: self._light,
            Command.DARK: self._dark,
        }.items():
            actions[command].triggered.connect(work)
        self.mark_scheme()

    def _larger(self) -> None:
        self._size(next((step for step in _STEPS if step > self._theme.text_scale), _STEPS[-1]))

    def _smaller(self) -> None:
        self._size(next((step for step in reversed(_STEPS) if step < self._theme.text_scale), _STEPS[0]))

    def _usual_size(self) -> None:
        self._size(_STEPS[0])

    def _size(self, text_scale: int) -> None:
        self._theme.choose(text_scale=text_scale)
        self.chosen.emit(self._theme.scheme.value, self._theme.text_scale)

    def _follow_system(self) -> None:
        self._dress(Scheme.SYSTEM)

    def _light(self) -> None:
        self._dress(Scheme.LIGHT)

    def _dark(self) -> None:
        self._dress(Scheme.DARK)

    def _dress(self, scheme: Scheme) -> None:
        self._theme.choose(scheme)
        self.mark_scheme()
        self.chosen.emit(scheme.value, self._theme.text_scale)

    def mark_scheme(self) -> None:
        """Mark the command whose colours are shown."""
        marks = {Scheme.SYSTEM: Command.SYSTEM_COLOURS, Scheme.LIGHT: Command.LIGHT, Scheme.DARK: Command.DARK}
        for scheme, command in marks.items():
            self._actions[command].setChecked(scheme is self._theme.scheme)
