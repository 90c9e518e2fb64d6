"""The dressed application, a window on a fake desk, and keys pressed as a person presses them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.theme import Scheme, apply_theme
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import focused, shell_of


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light colours at the usual size, and so again afterwards."""
    theme = apply_theme(qapp, Scheme.LIGHT)
    yield qapp
    if theme.text_scale != 100 or theme.scheme is not Scheme.LIGHT:
        theme.choose(Scheme.LIGHT, 100)


@pytest.fixture
def open_shell(dressed: QApplication, qtbot: QtBot) -> Callable[..., Shell]:
    """Opens a window of some size on a desk and waits until it is active."""

    def open_it(desk: FakeDesk, size: tuple[int, int] = (1440, 900)) -> Shell:
        window = MainWindow()
        qtbot.addWidget(window)
        window.resize(*size)
        window.show_desk(desk)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        shell = shell_of(window)
        shell.page().focus_list()
        return shell

    return open_it


class Keyboard:
    """Presses keys on whatever has the focus, and counts them."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        QTest.keyClick(focused(self._window), key, modifier)
        QApplication.processEvents()

    def whole(self, keys: QKeySequence) -> None:
        """A key with whatever is held down beside it."""
        first = keys[0]  # type: ignore[index] # PySide6's stubs leave it out
        self.press(first.key(), first.keyboardModifiers())

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> None:
        for letter in words:
            self.count += 1
            if letter.isascii():
                QTest.keyClicks(focused(self._window), letter)
            else:  # a letter outside ASCII ends the process in QTest
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(focused(self._window), event)
            QApplication.processEvents()


@pytest.fixture
def keyboard_of() -> Callable[[Shell], Keyboard]:
    """A keyboard before the shell's window."""
    return lambda shell: Keyboard(shell.window())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says at every change of a window's least size that it can't pass it on."""
    for item in items:
        if "/tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))
