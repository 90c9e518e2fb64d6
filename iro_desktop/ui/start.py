"""The program with a window: painted first; only then the store is looked for, and unlocked, or made."""

import atexit
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop import app, paths, settings
from iro_desktop.settings import WindowSettings
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.run import Look, open_window
from iro_desktop.ui.theme import Scheme

if TYPE_CHECKING:  # not before something is painted
    from iro_desktop.services.desk import Desk, Vault


def open_program(folder: Path | None = None, today: date | None = None) -> int:
    """Open the window on the person's own caseload; returns the exit code."""
    start = _Start(paths.data_dir(folder), today or app.today())
    return open_window(then=start.begin, look=start.look, remember=start.remember_look)


def open_sample(today: date) -> int:
    """Open the window on an invented caseload that goes with the program; returns the exit code."""
    return open_window(then=lambda window: window.show_desk(_sample_desk(today)))


class _Start:
    """The first minutes: unlock an existing caseload, or make one."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today
        self._settings = settings.load(folder)
        self._window: MainWindow | None = None

    @property
    def look(self) -> Look:
        """The look of last time."""
        return Look(Scheme(self._settings.scheme), self._settings.text_scale)

    def remember_look(self, scheme: str, text_scale: int) -> None:
        """For next time."""
        self._remember(replace(self._settings, scheme=scheme, text_scale=text_scale))

    def remember_scope(self, iro: str) -> None:
        """Whose caseload was chosen last."""
        self._remember(replace(self._settings, iro=iro or None))

    def remember_tiles(self, tiles: tuple[str, ...]) -> None:
        """Which figures were chosen to stand large."""
        self._remember(replace(self._settings, tiles=tiles))

    def _remember(self, changed: WindowSettings) -> None:
        self._settings = changed
        settings.save(self._folder, changed)

    def begin(self, window: MainWindow) -> None:
        """Called once the empty window stands on the screen; the store's libraries are imported here."""
        from iro_desktop.ui.pages.first_run import FirstRunPage
        from iro_desktop.ui.pages.unlock import UnlockPage

        self._window = window
        vault = self._vault()
        if vault.exists():
            unlock = UnlockPage(vault)
            unlock.opened.connect(self._opened)
            window.show_screen(unlock)
        else:
            first = FirstRunPage(vault)
            first.opened.connect(self._opened)
            first.sample_asked.connect(self._sample)
            window.show_screen(first)

    def _vault(self) -> "Vault":
        from iro_desktop.services.local import LocalVault

        return LocalVault(self._folder, app.author(), self._today)

    def _opened(self, desk: "Desk") -> None:
        assert self._window is not None
        if self._settings.iro in desk.iros():
            desk.set_scope(self._settings.iro)
        self._window.scope_chosen.connect(self.remember_scope)
        self._window.tiles = self._settings.tiles
        self._window.tiles_chosen.connect(self.remember_tiles)
        self._window.show_desk(desk)

    def _sample(self) -> None:
        assert self._window is not None
        self._window.show_desk(_sample_desk(self._today))


def _sample_desk(today: date) -> "Desk":
    """The invented caseload, in a folder of its own that is removed when the program ends."""
    import tempfile

    from iro_desktop.services.demo import open_demo

    folder = tempfile.TemporaryDirectory(prefix="iro-desktop-demo-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    desk = open_demo(Path(folder.name), today)
    atexit.register(desk.close)
    return desk
