"""Write-ups: the order, the reckoning, and what is done from there by keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.kept_time import KeptTimeForm
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]
CONTROL = Qt.KeyboardModifier.ControlModifier


def at_write_ups(open_shell: OpenShell) -> tuple[Shell, Keyboard]:
    shell = open_shell(FakeDesk())
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_5, CONTROL)
    keys.press(Qt.Key.Key_Home)
    return shell, keys


def test_queue_says_what_finishing_today_keeps(open_shell: OpenShell):
    shell, _keys = at_write_ups(open_shell)
    assert shell.page() is shell.write_ups
    assert shell.write_ups.heading.text().startswith("Finish these 2 today")
    assert [row.child for row in shell.write_ups.model.rows] == [row.child for row in fake_of(shell).write_ups().rows]


def test_done_marks_the_piece_that_is_due_first(open_shell: OpenShell):
    shell, keys = at_write_ups(open_shell)
    row = shell.write_ups.current()
    assert row is not None
    keys.press(Qt.Key.Key_D)
    (act,) = fake_of(shell).acted
    assert isinstance(act, RecordTaskDone)
    assert (act.child, f"{act.child}/{act.task.value}") == (row.child, row.deadline_id)


def test_enter_opens_the_record_and_esc_comes_back(open_shell: OpenShell):
    shell, keys = at_write_ups(open_shell)
    row = shell.write_ups.current()
    assert row is not None
    keys.press(Qt.Key.Key_Return)
    assert shell.page() is shell.record_place.page
    assert shell.record_place.page.chosen_child() == row.child
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.write_ups
    assert shell.write_ups.chosen_child() == row.child


def test_empty_queue_says_so(open_shell: OpenShell):
    shell = open_shell(FakeDesk(0))
    Keyboard(window_of(shell)).press(Qt.Key.Key_5, CONTROL)
    assert shell.write_ups.empty.isVisible()


def test_time_to_write_is_kept_free_by_one_key(open_shell: OpenShell):
    shell, keys = at_write_ups(open_shell)
    keys.press(Qt.Key.Key_B, CONTROL)
    assert isinstance(shell.side.form, KeptTimeForm)
    assert shell.side.form.what.text() == "Writing up"


def test_done_again_marks_the_next_piece_of_the_same_review(open_shell: OpenShell):
    shell, keys = at_write_ups(open_shell)
    line = next(n for n, row in enumerate(shell.write_ups.model.rows) if len(row.tasks) > 1)
    shell.write_ups.list.choose_row(line)
    row = shell.write_ups.current()
    assert row is not None
    keys.press(Qt.Key.Key_D)
    window_of(shell).actions_by_command[Command.DONE].trigger()  # D at once again would be taken for a word
    done = [f"{act.child}/{act.task.value}" for act in fake_of(shell).acted if isinstance(act, RecordTaskDone)]
    assert done == [one.deadline_id for one in row.tasks[:2]]


def test_who_comes_to_write_has_the_first_of_the_queue_in_hand_not_a_child_who_is_not_in_it(open_shell: OpenShell):
    desk = FakeDesk()
    waiting = [row.child for row in desk.write_ups().rows]
    shell = open_shell(desk)
    shell.select(next(child for child in desk.children if child not in waiting))
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_5, CONTROL)
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == waiting[0]


def test_a_child_in_hand_whose_review_waits_stays_in_hand_among_the_write_ups(open_shell: OpenShell):
    desk = FakeDesk()
    child = desk.write_ups().rows[-1].child
    shell = open_shell(desk)
    shell.select(child)
    Keyboard(window_of(shell)).press(Qt.Key.Key_5, CONTROL)
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == child
