"""A picture of the window, where there is no display or a page wants one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from iro_desktop.services.desk import Desk
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.run import Look, make_app
from iro_desktop.ui.theme import Scheme


def grab_window(
    desk: Desk,
    path: Path,
    size: tuple[int, int] = (1440, 900),
    scheme: Scheme = Scheme.LIGHT,
    text_scale: int = 100,
    *,
    prepare: Callable[[MainWindow], None] | None = None,
) -> Path:
    """Write a picture of the window on that desk; ``prepare`` may go elsewhere in it first."""
    app = make_app(["-platform", "offscreen"], Look(scheme, text_scale))
    window = MainWindow()
    window.resize(*size)
    window.show_desk(desk)
    window.show()
    window.activateWindow()
    _settle(app)
    if prepare is not None:
        prepare(window)
        _settle(app)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise OSError(f"no picture could be written to {path}")
    window.hide()
    window.show_screen(window.opening)  # the desk is the caller's: it stays open
    window.deleteLater()
    _settle(app)
    return path


def _settle(app: QApplication) -> None:
    """Let layouts, which wait for the event loop, come to rest."""
    for _ in range(4):
        app.sendPostedEvents()
        app.processEvents()
