"""What somebody meets on the first day with the window: an empty store, lists that are typed into, rows in sight."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.views import TodayGroup
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.add_child import AddChildForm
from iro_desktop.ui.menu import LISTED
from iro_desktop.ui.models.work import GroupLine, WorkLine
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.choices import DropDown
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import review_form

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]


def test_before_there_is_an_iro_the_form_for_a_child_shows_no_list_of_them(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(0))
    keyboard_of(shell).control(Qt.Key.Key_N)
    form = shell.side.form
    assert isinstance(form, AddChildForm)
    shown = [box for box in form.findChildren(QComboBox) if box.isVisible()]
    assert shown == ([form.iro] if "iro" in form.fields else [])


def test_a_place_without_children_names_the_key_that_adds_one(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(0))
    assert "Ctrl N adds one child" in shell.today.empty.reason.text()


@pytest.fixture
def owners(dressed: QApplication, qtbot: QtBot) -> DropDown:
    """A list by itself, with the first entry chosen."""
    box = DropDown("Who is asked")
    qtbot.addWidget(box)
    box.addItems(["Social worker", "School", "Team manager", "Somebody else"])
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    return box


def test_the_first_letters_of_what_is_chosen_already_stay_with_it(owners: DropDown) -> None:
    Keyboard(owners).type("so")
    assert owners.currentText() == "Social worker"


def test_one_letter_again_and_again_goes_through_all_that_begin_with_it(owners: DropDown) -> None:
    seen = []
    for _ in range(3):
        Keyboard(owners).type("s")
        seen.append(owners.currentText())
    assert seen == ["School", "Somebody else", "Social worker"]


def test_the_first_row_of_a_group_shows_the_heading_of_the_group(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60), (1366, 768))
    table, keys = shell.today.table, keyboard_of(shell)
    keys.press(Qt.Key.Key_End)
    lines = shell.today.model.lines
    first = next(row for row, line in enumerate(lines) if isinstance(line, WorkLine))
    while table.current_row() > first:
        keys.press(Qt.Key.Key_Up)
    assert isinstance(lines[first - 1], GroupLine)
    heading = table.visualRect(table.model().index(first - 1, 0))
    assert table.viewport().rect().contains(heading.topLeft())


def test_what_is_said_beneath_the_list_hides_the_chosen_row_from_nobody(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60), (1366, 768))
    table, keys = shell.today.table, keyboard_of(shell)
    while table.visualRect(table.currentIndex()).bottom() < table.viewport().height() - 2 * table.row_height():
        keys.press(Qt.Key.Key_Down)
    shell.note_bar.say_wrong("Nothing was changed.")
    QApplication.processEvents()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).bottomLeft())


def test_how_a_child_of_four_or_older_took_part_begins_at_a_code_they_can_have(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    row = next(one for one in desk.today().rows if one.group is TodayGroup.NOT_RECORDED and (one.age or 0) > 4)
    shell.select(row.child, row.deadline_id)
    keyboard_of(shell).press(Qt.Key.Key_R)
    form = review_form(shell)
    assert isinstance(form.held_on.day(), date)
    assert form.participation.button(1).hasFocus()
    assert form.participation.checkedId() == -1


def test_a_recommendation_in_hand_offers_to_say_what_became_of_it(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = next(child for child in desk.children if desk.child(child).deadlines)
    row = desk.child(child).deadlines[0]
    shell.select(child, row.id)
    card = shell.side.panel.deadline
    assert not card.also[Command.OUTCOME].isVisible()
    card.show_deadline(replace(row, rule=DUE.id), "")
    assert card.also[Command.OUTCOME].isVisible()


def test_the_menu_holds_every_command_once() -> None:
    assert sorted(LISTED) == sorted(set(Command) - {Command.MENU})


def test_a_form_in_the_way_keeps_the_focus_where_one_was_in_it(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_I)
    for _ in range(3):
        keys.press(Qt.Key.Key_Tab)
    keys.type("0")
    here = QApplication.focusWidget()
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "Finish or cancel the form first" in shell.note_bar.words.text()
    assert QApplication.focusWidget() is here


def test_words_of_a_search_that_is_left_do_not_stay(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(10))
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_K)
    keys.type("lett")
    assert shell.find_box.text() == "lett"
    keys.press(Qt.Key.Key_Escape)
    assert not shell.find_box.text()


def test_what_went_wrong_before_does_not_stand_beside_another_form(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60))
    shell.note_bar.say_wrong("Nothing was changed.")
    keyboard_of(shell).press(Qt.Key.Key_V)
    assert shell.side.form is not None
    assert not shell.note_bar.isVisible()
