"""Performance while its figures are counted beside the window: calm, keys alive, nothing late, nothing lost."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import IsCancelled, LongWork, Progress, Step, stop_where
from iro_desktop.services.performance_views import FigureWish, PerformanceView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.print_form import PrintForm
from iro_desktop.ui.pages.performance.head import KEPT, STOPPED
from iro_desktop.ui.pages.performance.page import PerformancePage
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets import progress_strip
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import focused, window_of

OpenShell = Callable[..., Shell]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SlowDesk(FakeDesk):
    """A desk that counts in the worker, as far as it is let: first three tiles, then the whole."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.may_go_on = threading.Event()
        self.begun = 0
        self.problem = ""

    def count_performance(self, wish: FigureWish) -> LongWork[PerformanceView]:
        whole = self.performance(wish)
        first = tuple(one for one in whole.tiles if one.figure.measure in wish.tiles[:3])
        part = PerformanceView(wish, whole.scope, whole.span_words, first)

        def run(progress: Progress, is_cancelled: IsCancelled) -> PerformanceView:
            self.begun += 1
            while not self.may_go_on.wait(0.005):
                progress(Step("Reviews held in time", 3, len(whole.tiles), part))
                stop_where(is_cancelled)
            if self.problem:
                raise UserError(self.problem)
            return whole

        return LongWork(run, lambda view: view)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being done is said without a moment's wait."""
    monkeypatch.setattr(progress_strip, "A_MOMENT_MS", 0)


def at(open_shell: OpenShell, desk: FakeDesk) -> tuple[Shell, PerformancePage, Keyboard]:
    shell = open_shell(desk)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_P, CONTROL_SHIFT)
    return shell, shell.performance, keys


def shown_tiles(page: PerformancePage) -> int:
    return sum(one.isVisibleTo(page) for one in page.figures.grid.tiles)


@pytest.mark.usefixtures("at_once")
def test_the_page_says_that_it_counts_and_tiles_come_as_they_are_counted(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    shell, page, _ = at(open_shell, desk)
    assert "Counting" in page.summary.accessibleName()
    qtbot.waitUntil(page.progress.isVisible)
    assert page.progress.cancel_button.accessibleName() == "Cancel: Counting the figures"
    qtbot.waitUntil(lambda: shown_tiles(page) == 3)
    assert page.progress.said() == f"Counting the figures. 3 of {len(page_tiles(desk, page))} · Reviews held in time"
    assert not page.figures.list.isVisibleTo(page)
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: page.view() is not None)
    assert not page.progress.isVisible()
    assert shown_tiles(page) > 3
    assert page.figures.list.isVisibleTo(page)
    assert "April" in page.summary.accessibleName()
    assert focused(window_of(shell)) in page.figures.grid.tiles


def page_tiles(desk: FakeDesk, page: PerformancePage) -> tuple[object, ...]:
    return desk.performance(page.wish()).tiles


def test_what_is_over_in_a_moment_shows_no_strip(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    desk.may_go_on.set()
    page = open_shell(desk).performance
    shown: list[bool] = []
    page.counter.came.connect(lambda _view: shown.append(page.progress.isVisible()))
    page.counter.ask(page.wish())
    qtbot.waitUntil(lambda: page.view() is not None)
    assert shown == [False]


@pytest.mark.usefixtures("at_once")
def test_esc_stops_the_counting_and_one_key_begins_it_again(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    shell, page, keys = at(open_shell, desk)
    qtbot.waitUntil(page.progress.isVisible)
    keys.press(Qt.Key.Key_Escape)
    assert page._stack.currentIndex() == STOPPED
    assert not page.has_rows()
    assert focused(window_of(shell)) is page.stopped.button
    desk.may_go_on.set()
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view() is not None)
    assert focused(window_of(shell)) in page.figures.grid.tiles


@pytest.mark.usefixtures("at_once")
def test_other_keys_are_alive_meanwhile_and_leaving_lets_go(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    shell, page, keys = at(open_shell, desk)
    qtbot.waitUntil(page.progress.isVisible)
    keys.press(Qt.Key.Key_2)
    assert page._stack.currentIndex() == KEPT
    keys.control(Qt.Key.Key_1)
    assert shell.page() is shell.today
    assert not shell.deeds.tasks.is_busy()
    assert not page.progress.isVisible()
    desk.may_go_on.set()
    keys.press(Qt.Key.Key_P, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: page.view() is not None)


def test_another_time_lets_go_of_the_one_before(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    _, page, _ = at(open_shell, desk)
    page.time.setCurrentIndex(1)
    page.time.activated.emit(1)
    wish = page.wish()
    desk.may_go_on.set()
    came: list[PerformanceView] = []
    page.counter.came.connect(came.append)
    qtbot.waitUntil(lambda: page.view() is not None)
    assert [one.wish for one in came] == [wish]


def test_figures_counted_anew_after_an_act_stay_until_all_are_there(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    desk.may_go_on.set()
    shell, page, _ = at(open_shell, desk)
    qtbot.waitUntil(lambda: page.view() is not None)
    before, begun = shown_tiles(page), desk.begun
    desk.may_go_on.clear()
    shell.refresh()
    qtbot.waitUntil(lambda: desk.begun > begun)
    qtbot.waitUntil(page.progress.isVisible)
    assert shown_tiles(page) == before
    assert page.figures.list.isVisibleTo(page)
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: not page.counter.is_counting)


def test_a_deed_that_needs_the_figures_waits_for_them(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    shell, page, _ = at(open_shell, desk)
    window_of(shell).actions_by_command[Command.PRINT_FIGURES].trigger()
    assert shell.side.form is None
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: shell.side.form is not None)
    assert isinstance(shell.side.form, PrintForm)
    assert page.view() is not None


def test_what_cannot_be_counted_is_said(open_shell: OpenShell, qtbot: QtBot):
    desk = SlowDesk()
    desk.problem = "Nothing was known then. Nothing was counted. Choose a later day."
    desk.may_go_on.set()
    shell, page, _ = at(open_shell, desk)
    qtbot.waitUntil(lambda: not page.counter.is_counting)
    assert shell.note_bar.words.text() == desk.problem
    assert "Counting" not in page.summary.accessibleName()


def test_closing_the_window_while_it_counts_leaves_no_thread(open_shell: OpenShell):
    desk = SlowDesk()
    shell, _, _ = at(open_shell, desk)
    assert shell.deeds.tasks.is_busy()
    window_of(shell).close()
    assert not [one for one in threading.enumerate() if one.name == "long work"]


@pytest.mark.parametrize("opens", ["", "timeliness.held"])
def test_from_the_key_on_nothing_stands_there_that_tells_of_few(open_shell: OpenShell, qtbot: QtBot, opens: str):
    """Who hides small numbers is about to show the page: the figures of before go at once."""
    desk = SlowDesk()
    desk.may_go_on.set()
    _, page, keys = at(open_shell, desk)
    qtbot.waitUntil(lambda: page.view() is not None)
    if opens:
        page.open_measure(opens)
        qtbot.waitUntil(lambda: page.measure_shown() == opens)
    desk.may_go_on.clear()
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    assert page.is_hiding.isVisible()
    assert page.view() is None
    for part in (page.figures, page.measure, page.kept):
        assert not part.isVisible()
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_1)
    assert not page.figures.isVisible()
    desk.may_go_on.set()
    qtbot.waitUntil(lambda: page.view() is not None)
    view = page.view()
    assert view is not None
    assert view.wish.hides_small
    assert page.figures.isVisible() or page.measure_shown() == opens
