"""The window before and after there is a store, what it says when something goes wrong, and its picture."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.domain.acts import BookReview
from iro_desktop.domain.errors import UserError
from iro_desktop.ui.commands import Command
from iro_desktop.ui.failures import Failures
from iro_desktop.ui.grab import grab_window
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.run import _Opening
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.theme import DARK, Scheme
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_vault import reachable
from tests.ui.handles import shell_of


def test_something_is_painted_before_anything_is_loaded(dressed: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.screens.currentWidget() is window.opening
    assert not window.actions_by_command[Command.RECORD].isEnabled()
    assert window.actions_by_command[Command.DARK].isEnabled()


def test_a_screen_gives_way_to_the_work_and_the_work_to_a_screen(dressed: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    label = QLabel("Unlock")
    window.show_screen(label)
    assert window.screens.currentWidget() is label
    window.show_desk(FakeDesk(3))
    assert window.screens.currentWidget() is window.shell
    assert window.actions_by_command[Command.RECORD].isEnabled()
    window.show_desk(FakeDesk(3))
    window.show_screen(QLabel("Locked"))
    assert window.shell is None


def test_a_store_that_cannot_be_opened_is_said_in_the_window(dressed: QApplication, qtbot: QtBot) -> None:
    def refuse(_window: MainWindow) -> None:
        raise UserError("Another window has this store open. Close it first.")

    window = MainWindow()
    qtbot.addWidget(window)
    _Opening(window, refuse).begin()
    assert window.opening.words.text() == "Another window has this store open. Close it first."


def test_a_failure_is_logged_by_number_and_never_by_its_words(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    failures = Failures(qapp)
    said: list[str] = []
    failures.happened.connect(said.append)
    try:
        raise KeyError("Zara Pemberley")
    except KeyError as error:
        failures.handle(KeyError, error, error.__traceback__)
    assert "What was saved before is safe" in said[0]
    assert "Zara" not in caplog.text + said[0]
    assert "KeyError" in caplog.text
    assert "test_window.py" in caplog.text


def test_failures_take_the_outer_door(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    failures = Failures(qapp)
    failures.install()
    assert sys.excepthook == failures.handle


def test_what_goes_wrong_stands_in_the_bar_until_it_is_closed(dressed: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_desk(FakeDesk(3))
    window.show()
    shell_of(window).deeds.undo()
    bar = shell_of(window).note_bar
    assert bar.words.text() == "There is nothing to undo."
    assert bar.isVisible()
    assert not bar.undo_button.isVisible()
    bar.close_button.click()
    assert not bar.isVisible()


def test_picture_of_the_window_is_written_and_the_desk_stays_open(dressed: QApplication, tmp_path: Path) -> None:
    desk = FakeDesk(60)
    path = grab_window(desk, tmp_path / "deep" / "today.png", (1366, 768), Scheme.DARK)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1366, 768)
    assert picture.pixelColor(700, 760).name() in {DARK.ground, DARK.surface, DARK.line}
    assert not desk.is_closed


def test_a_desk_outlives_its_window(dressed: QApplication, tmp_path: Path) -> None:
    desk = FakeDesk(5)
    grab_window(desk, tmp_path / "one.png")
    child = next(iter(desk.children.values()))
    desk.act(BookReview(child=child.id, review_on=desk.today_on))
    grab_window(desk, tmp_path / "two.png")


def pages_made(shell: Shell) -> set[str]:
    return {type(one).__name__ for one in shell.findChildren(QWidget) if type(one).__name__.endswith("Page")}


def test_a_page_is_made_when_somebody_first_goes_there_and_once(open_shell: Callable[..., Shell]) -> None:
    shell = open_shell(FakeDesk(3))
    assert pages_made(shell) == {"TodayPage"}
    assert shell.places.was_at(Command.TODAY)
    assert not shell.places.was_at(Command.PERFORMANCE)
    shell.go(Command.PERFORMANCE)
    first = shell.page()
    assert pages_made(shell) == {"TodayPage", "PerformancePage"}
    shell.go(Command.TODAY)
    shell.go(Command.PERFORMANCE)
    assert shell.page() is first


def test_what_the_find_box_offers_and_what_acts_change_makes_no_page(open_shell: Callable[..., Shell]) -> None:
    shell = open_shell(FakeDesk(3))
    child = next(iter(shell.desk.caseload().rows)).child
    shell.find_box.begin()
    shell.deeds.save(BookReview(child=child, review_on=shell.desk.today_on))
    assert pages_made(shell) == {"TodayPage"}


def test_tab_goes_from_a_page_to_what_stands_beside_it_whenever_the_page_was_made(
    open_shell: Callable[..., Shell],
) -> None:
    shell = open_shell(FakeDesk(3))
    for command in reversed(shell.places.commands()):
        if command is Command.ALERT:  # none is chosen, so one goes back at once
            continue
        shell.go(command)
        page, line = shell.page(), reachable(shell.window())
        assert isinstance(page, QWidget)
        inside = [number for number, part in enumerate(line) if page.isAncestorOf(part)]
        beside = [number for number, part in enumerate(line) if shell.side.isAncestorOf(part)]
        before = [number for number, part in enumerate(line) if shell.top_bar.isAncestorOf(part)]
        assert inside[0] == before[-1] + 1
        assert not beside or inside[0] < beside[0]
