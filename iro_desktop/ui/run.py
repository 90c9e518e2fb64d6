"""Opening the window: painted first, filled afterwards."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iro_desktop.domain.errors import UserError
from iro_desktop.ui.failures import Failures
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:  # not before something is painted
    from iro_desktop.services.desk import Desk

SIZE = (1440, 900)


@dataclass(frozen=True, slots=True)
class Look:
    """How the person likes the window."""

    scheme: Scheme = Scheme.SYSTEM
    text_scale: int = 100


class _Opening:
    """What happens once the window stands on the screen; failures a person can do something about are said there."""

    def __init__(self, window: MainWindow, then: Callable[[MainWindow], None]) -> None:
        self._window, self._then = window, then

    def begin(self) -> None:
        """Load, and say why where it can't be done."""
        try:
            self._then(self._window)
        except UserError as error:
            self._window.say_wrong(str(error))


def make_app(arguments: Sequence[str] = (), look: Look = Look()) -> QApplication:
    """The one application of the process, dressed."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("IRO Desktop")
    apply_theme(app, look.scheme, look.text_scale)
    return app


def open_window(
    desk: "Desk | None" = None,
    *,
    then: Callable[[MainWindow], None] | None = None,
    look: Look = Look(),
    remember: Callable[[str, int], None] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit code.

    With a desk it shows the work at once. Otherwise ``then`` is called after the first paint with the window, to show
    a screen (``show_screen``) or, once a store is open, the work (``show_desk``). ``remember`` is told the scheme and
    the size of text whenever they change.
    """
    app = make_app(look=look)
    failures = Failures(app)
    failures.install()
    window = MainWindow()
    failures.happened.connect(window.say_wrong)
    window.resize(*SIZE)
    if remember is not None:
        window.look_chosen.connect(remember)
    if desk is not None:
        window.show_desk(desk)
    opening = _Opening(window, then) if then is not None else None
    if opening is not None:
        window.painted.connect(opening.begin)
    window.show()
    return app.exec()
