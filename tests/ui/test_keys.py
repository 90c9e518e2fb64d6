"""Keys pressed where no field has the focus, and forms one comes back to: nothing is done or lost by accident."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from iro_desktop.services.views import DoNow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.book import Book
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.models.work import WorkLine
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import focused, in_hand, review_form

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]


def at_work(shell: Shell) -> str:
    """Choose the first work that D marks as done; the child's id."""
    for number, line in enumerate(shell.today.model.lines):
        if isinstance(line, WorkLine) and line.row.do_now is DoNow.TASK_DONE:
            shell.today.table.choose_row(number)
            return line.row.child
    raise LookupError("no work to mark as done")


def shown_child(shell: Shell) -> str:
    """Whom the panel shows."""
    view = shell.side.panel.view
    assert view is not None
    return view.child


@pytest.mark.parametrize("typed", ["2 dec", "1 dec", "17 aug", "3 mar"])
def test_a_date_typed_with_no_field_in_focus_does_nothing_and_says_so(
    open_shell: OpenShell, keyboard_of: KeyboardOf, typed: str
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = at_work(shell)
    keys = keyboard_of(shell)
    keys.type(typed)
    assert shown_child(shell) == child
    assert "Nothing was changed" in shell.note_bar.words.text()
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert not desk.acted


def test_a_letter_after_an_arrow_is_a_command_again(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    at_work(shell)
    keys = keyboard_of(shell)
    keys.type("2")
    keys.press(Qt.Key.Key_Left)
    keys.press(Qt.Key.Key_D)
    assert len(desk.acted) == 1


@pytest.mark.parametrize(
    ("key", "words"), [(Qt.Key.Key_F, "a series that is still open"), (Qt.Key.Key_K, "that is still open")]
)
def test_a_letter_that_can_do_nothing_says_why(
    open_shell: OpenShell, keyboard_of: KeyboardOf, key: Qt.Key, words: str
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    quiet = next(one for one in desk.children if not any(held.is_open for held in desk.child(one).held))
    shell.select(quiet)
    keyboard_of(shell).press(key)
    assert words in shell.note_bar.words.text()
    assert shell.note_bar.words.text().endswith("Nothing was changed.")
    assert not desk.acted


def test_a_letter_about_a_child_says_that_none_is_in_hand(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    shell.forget()
    keyboard_of(shell).press(Qt.Key.Key_B)
    assert shell.note_bar.words.text().startswith("No child is in hand. Nothing was changed.")


@pytest.mark.parametrize(
    ("key", "field"),
    [(Qt.Key.Key_E, "asked_on"), (Qt.Key.Key_A, "from_on"), (Qt.Key.Key_C, "on"), (Qt.Key.Key_J, "on")],
)
def test_enter_on_an_untouched_form_asks_for_the_day_and_saves_nothing(
    open_shell: OpenShell, keyboard_of: KeyboardOf, key: Qt.Key, field: str
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.select(next(one for one in desk.children if any(held.can_adjourn for held in desk.child(one).held)))
    keys = keyboard_of(shell)
    keys.press(key)
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert isinstance(form, AskForm)
    assert form.fields[field].problem.text().startswith("Say the day")
    assert QApplication.focusWidget() is form.fields[field].widget
    assert not desk.acted


def test_after_work_is_done_the_same_child_is_in_hand_and_shown(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    for _ in range(4):
        child, place = at_work(shell), shell.today.table.current_row()
        keys.press(Qt.Key.Key_D)
        assert shown_child(shell) == child
        view, row = shell.deeds.in_hand.view, shell.today.current()
        assert view is not None
        assert view.child == child
        if shell.today.table.selectionModel().hasSelection():
            assert row is not None
            assert (row.child, row.deadline_id) == (child, in_hand(shell).id)
        else:
            assert shell.today.table.current_row() in {place, place + 1, place - 1}, (
                "the keys go on from the same place"
            )
        keys.press(Qt.Key.Key_Left)


def test_a_row_one_only_stands_at_is_taken_in_hand_by_a_click(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    listed = {row.child for row in desk.today().rows}
    shell.select(next(one for one in desk.children if one not in listed))
    table = shell.today.table
    table.clear_choice(3)
    place = table.currentIndex()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(place).center())
    row = shell.today.current()
    assert row is not None
    assert table.currentIndex() == place
    assert shown_child(shell) == row.child


def test_the_same_letter_or_enter_in_the_list_brings_the_open_form_back(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    keys.type("3")
    for key in (Qt.Key.Key_R, Qt.Key.Key_Return):
        shell.today.table.setFocus()
        keys.press(key)
        assert shell.side.form is form
        assert form.participation.checkedId() == 3
        assert form.isAncestorOf(focused(shell))


def test_no_other_form_or_place_takes_a_half_filled_form_away(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    keys.type("3")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_I):
        shell.note_bar.hide()
        keys.control(key)
        assert shell.side.form is form
        assert shell.page() is shell.today
        assert "form first" in shell.note_bar.words.text()
        assert shell.note_bar.isVisible()
    shell.today.table.setFocus()
    keys.press(Qt.Key.Key_X)
    assert shell.side.form is form


def test_an_untouched_form_gives_way(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    keys.control(Qt.Key.Key_2)
    assert shell.side.form is None
    assert shell.page() is shell.caseload


def test_a_problem_goes_when_the_field_is_put_right_and_comes_back_when_it_is_left_wrong(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60))
    at_work(shell)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert isinstance(form, AskForm)
    field = form.fields["from_on"]
    assert field.problem.text()
    keys.type("so")
    assert not field.problem.text()
    keys.press(Qt.Key.Key_Tab)
    assert field.problem.text().startswith("Not a date")
    field.widget.setFocus()
    keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys.type("3 dec")
    keys.press(Qt.Key.Key_Tab)
    assert not field.problem.text()


def test_tab_goes_through_the_fields_to_save_and_cancel_and_round_the_form(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.select(next(one.id for one in desk.children.values() if one.booked_on))
    keys = keyboard_of(shell)
    shell._actions[Command.MOVE].trigger()
    form = shell.side.form
    assert isinstance(form, Move)
    first = focused(shell)
    seen = [first]
    keys.press(Qt.Key.Key_Tab)
    while focused(shell) is not first and len(seen) < 30:
        seen.append(focused(shell))
        keys.press(Qt.Key.Key_Tab)
    assert focused(shell) is first
    assert seen[-2:] == [form.save_button, form.cancel_button]
    fields = [one for one in seen if one in {form.day, form.asked_by, form.reason}]
    assert fields == [form.day, form.asked_by, form.reason]
    tops = [one.mapTo(form, one.rect().center()).y() for one in seen if isinstance(one, QLineEdit)]
    assert tops == sorted(tops)
    keys.press(Qt.Key.Key_Backtab)
    assert focused(shell) is form.cancel_button


def test_a_day_that_cannot_be_planned_is_told_beside_it_and_nothing_is_said_of_saving_before_enter(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path
) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    shell = open_shell(desk)
    shell.select(next(row.child for row in desk.caseload().rows if row.next_booked_on is None))
    shell.deeds.book()
    form = shell.side.form
    assert isinstance(form, Book)
    form.day.selectAll()
    keys = keyboard_of(shell)
    keys.type("1 jan 2020")
    assert form.fields["day"].problem.text()
    assert "Nothing was" not in form.fields["day"].problem.text()
    assert not form.summary.text()
    keys.press(Qt.Key.Key_Return)
    assert "Nothing was" in form.summary.text()
    form.day.selectAll()
    keys.type("tomorrow")
    assert not form.summary.text()
    assert not form.fields["day"].problem.text()
    desk.close()
