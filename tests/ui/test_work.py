"""The work at the keyboard: find, record, undo, and come back to the same place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iro_desktop.domain.acts import BookReview, MoveBooking, RecordTaskDone, StateNotHeld
from iro_desktop.domain.dates import in_full
from iro_desktop.domain.vocabulary import Asker, Participation, Standing, Task
from iro_desktop.services.views import DoNow, TodayGroup
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.book import Book
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.models.work import MoreLine, WorkLine
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import focused, in_hand, recorded, review_form, window_of

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]


def choose(shell: Shell, group: TodayGroup, do_now: DoNow) -> str:
    """Choose the first work of that kind; the child's id."""
    for number, line in enumerate(shell.today.model.lines):
        if isinstance(line, WorkLine) and line.row.group is group and line.row.do_now is do_now:
            shell.today.table.choose_row(number)
            return line.row.child
    raise LookupError(group)


def test_child_is_found_and_a_review_recorded_in_twelve_inputs(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_K)
    keys.type("zara")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_N)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 12
    act = recorded(desk)
    assert desk.children[act.child].given == "Zara"
    assert act.participation is Participation.PN1
    assert act.next_review_on is not None
    assert shell.side.form is None
    assert {"after.minutes", "review.later"} <= {row.rule for row in desk.child(act.child).deadlines}
    assert "Record review held" in shell.note_bar.words.text()


def test_from_a_row_a_review_takes_four_keys_and_the_child_stays_in_hand(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = choose(shell, TodayGroup.NOT_RECORDED, DoNow.RECORD_REVIEW)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_2)
    if isinstance(shell.side.form, RecordReview) and shell.side.form.fields["late_reason"].isVisible():
        shell.side.form.late_reason.setCurrentIndex(1)
    keys.press(Qt.Key.Key_Return)
    assert keys.count == 4
    assert recorded(desk).child == child
    assert QApplication.focusWidget() is shell.today.table
    marked, view = shell.today.current(), shell.side.panel.view
    assert view is not None
    assert view.child == child
    assert marked is not None
    assert (marked.child, marked.deadline_id) == (child, in_hand(shell).id), "the list marks what comes next for them"


def test_escape_leaves_the_form_and_nothing_was_saved(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    place = shell.today.table.currentIndex().row()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    assert isinstance(shell.side.form, RecordReview)
    keys.type("3")
    keys.press(Qt.Key.Key_Escape)
    assert shell.side.form is None
    assert not desk.acted
    assert shell.today.table.currentIndex().row() == place
    assert QApplication.focusWidget() is shell.today.table


def test_record_without_a_child_begins_with_finding_one(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.forget()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    assert QApplication.focusWidget() is form.child
    keys.type("isla")
    keys.press(Qt.Key.Key_Return)
    assert desk.children[form.child.child].given == "Isla"
    assert QApplication.focusWidget() is form.held_on


def test_late_review_asks_for_its_reason_and_says_so_beside_the_field(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    late = next(
        child for child in desk.children.values() if child.due_on and child.due_on < TODAY and not child.booked_on
    )
    shell.select(late.id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    assert form.fields["late_reason"].isVisible()
    keys.press(Qt.Key.Key_Return)
    assert form.fields["late_reason"].problem.text()
    assert form.fields["participation"].problem.text()
    assert not desk.acted
    form.late_reason.setCurrentIndex(2)
    form.participation.button(1).setFocus()
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    assert recorded(desk).late_reason is not None


def test_what_was_typed_stays_when_it_is_no_date(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    form.held_on.setFocus()
    form.held_on.selectAll()
    keys.type("32 mar")
    keys.press(Qt.Key.Key_Return)
    assert form.held_on.text() == "32 mar"
    assert form.fields["held_on"].problem.isVisible()
    assert QApplication.focusWidget() is form.held_on


def test_under_four_is_chosen_for_a_child_under_four(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    small = next(child for child in desk.children.values() if child.born_on and (TODAY - child.born_on).days < 1000)
    shell.select(small.id)
    shell.deeds.record()
    form = review_form(shell)
    assert form.participation.checkedId() == 0


def test_arrows_step_a_day_in_a_date(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    shell.forget()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    form.held_on.setFocus()
    keys.press(Qt.Key.Key_Down)
    assert form.held_on.text() == "22 Nov 2026"


def test_done_by_one_key_and_undone_by_another(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    before = desk.children
    child = choose(shell, TodayGroup.OVERDUE, DoNow.TASK_DONE)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_D)
    act = desk.acted[0]
    assert isinstance(act, RecordTaskDone)
    assert act.child == child
    assert act.review_on is not None
    undo = window_of(shell).actions_by_command[Command.UNDO]
    assert undo.text().startswith("Undo: ")
    assert child in undo.text()
    keys.control(Qt.Key.Key_Z)
    assert desk.children == before
    assert not undo.isEnabled()
    redo = window_of(shell).actions_by_command[Command.REDO]
    assert redo.isEnabled()
    redo.trigger()
    assert desk.children != before


def test_arrows_go_across_groups_and_skip_headings(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    shell.today.table.choose_row(0)
    keys = keyboard_of(shell)
    seen = []
    for _ in range(20):
        keys.press(Qt.Key.Key_Down)
        seen.append(shell.today.model.lines[shell.today.table.current_row()])
    assert all(isinstance(line, WorkLine | MoreLine) for line in seen)
    assert len({line.row.group for line in seen if isinstance(line, WorkLine)}) >= 2


def test_show_all_opens_the_group_at_the_same_place(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    line = next(n for n, each in enumerate(shell.today.model.lines) if isinstance(each, MoreLine))
    shell.today.table.choose_row(line)
    before = shell.today.model.rowCount()
    keyboard_of(shell).press(Qt.Key.Key_Return)
    assert shell.today.model.rowCount() > before
    assert shell.today.table.current_row() == line
    assert isinstance(shell.today.model.lines[line], WorkLine)


def test_enter_goes_into_the_child_and_escape_comes_back(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    choose(shell, TodayGroup.OVERDUE, DoNow.TASK_DONE)
    place = shell.today.table.current_row()
    keys.press(Qt.Key.Key_Return)
    assert shell.side.panel.isAncestorOf(focused(shell))
    keys.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is shell.today.table
    assert shell.today.table.current_row() == place


def test_why_by_one_key_and_copied_without_names(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = choose(shell, TodayGroup.OVERDUE, DoNow.TASK_DONE)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Y)
    assert QApplication.focusWidget() is shell.side.panel.why.copy_button
    assert shell.side.panel.why.heading.text().startswith("Why ")
    keys.press(Qt.Key.Key_Space)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Why ")
    assert desk.children[child].family not in copied


def test_choosing_another_deadline_shows_why_it_is_due(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    several = next(child for child in desk.children if len(desk.child(child).deadlines) > 2)
    shell.select(several)
    shell.open_child()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Home)
    for _ in range(2):
        keys.press(Qt.Key.Key_Down)
    assert shell.side.panel.list.current_row() == 2
    assert in_hand(shell).id == desk.child(several).deadlines[2].id
    due_on = in_hand(shell).due_on
    assert due_on is not None
    assert shell.side.panel.why.heading.text() == f"Why {in_full(due_on)}?"


def test_single_letters_do_nothing_while_typing(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_F)
    keys.type("rdbmnys")
    assert shell.caseload.filter.text() == "rdbmnys"
    assert shell.side.form is None
    keys.press(Qt.Key.Key_Escape)
    assert shell.caseload.filter.text() == ""
    shell.go_today()
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    form.participation.button(3).setFocus()
    keys.type("dby")
    assert shell.side.form is form
    assert not desk.acted


def test_single_letter_keys_can_be_switched_off(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    switch = window_of(shell).actions_by_command[Command.SINGLE_KEYS]
    switch.trigger()
    keyboard_of(shell).press(Qt.Key.Key_R)
    assert shell.side.form is None
    switch.trigger()
    keyboard_of(shell).press(Qt.Key.Key_R)
    assert shell.side.form is not None


def test_not_held_is_stated_for_a_review_due_before(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    past = [(row, row.due_on) for row in desk.today().rows if row.due_on and row.due_on < TODAY]
    row, due_on = next(
        each
        for each in past
        if each[0].standing is Standing.NOT_RECORDED and desk.child(each[0].child).booked_on is None
    )
    shell.select(row.child, row.deadline_id)
    assert shell.side.panel.deadline.also[Command.NOT_HELD].isVisible()
    keyboard_of(shell).press(Qt.Key.Key_N)
    assert desk.acted == [StateNotHeld(child=row.child, due_on=due_on)]


def test_a_booked_day_that_passed_can_be_said_not_to_have_taken_place(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path
) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    row = next(each for each in desk.today().rows if each.standing is Standing.NOT_RECORDED)
    shell = open_shell(desk)
    shell.select(row.child, row.deadline_id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_N)
    keys.press(Qt.Key.Key_Return)
    assert desk.child(row.child).booked_on is not None, "a reason is needed"
    keys.type("foster carer ill")
    keys.press(Qt.Key.Key_Return)
    assert desk.child(row.child).booked_on is None
    assert row.child not in {each.child for each in desk.today().rows if each.standing is Standing.NOT_RECORDED}


def test_undo_waits_while_a_form_is_open(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    shell.undo()
    assert "form first" in shell.note_bar.words.text()


def test_booking_and_moving_by_short_forms(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    later = TODAY.replace(year=TODAY.year + 1, month=3)
    free = next(each for each in desk.children.values() if not each.booked_on and each.due_on and each.due_on > later)
    shell.select(free.id)
    keys.press(Qt.Key.Key_B)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(desk.acted[-1], BookReview)
    shell.select(free.id)
    keys.press(Qt.Key.Key_M)
    keys.type("+3wd" if desk.typed_date("+3wd") else "tomorrow")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is not None, "who asked is needed"
    keys.type("so")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is not None, "a reason is needed"
    keys.type("social worker away")
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[-1]
    assert isinstance(act, MoveBooking)
    assert (act.asked_by, act.reason) == (Asker.SOCIAL_WORKER, "social worker away")


def test_no_day_is_proposed_that_has_passed(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    late = next(each for each in desk.children.values() if not each.booked_on and each.due_on and each.due_on < TODAY)
    shell.select(late.id)
    shell.deeds.book()
    assert isinstance(shell.side.form, Book)
    assert shell.side.form.day.text() == ""


def test_done_on_another_day(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    choose(shell, TodayGroup.OVERDUE, DoNow.TASK_DONE)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    keys.type("yesterday")
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[0]
    assert isinstance(act, RecordTaskDone)
    assert act.done_on.isoformat() == "2026-11-22"
    assert act.task in Task


def test_refused_act_is_said_in_the_form_and_nothing_is_lost(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    form = review_form(shell)
    desk.children.pop(form.child.child)
    form.participation.button(1).setChecked(True)
    form.try_save()
    assert shell.side.form is form
    assert "is held here" in form.summary.text()


def test_find_offers_commands_with_one_letter_wrong_and_by_other_words(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    for typed, wanted in (("recrod", "Record review held"), ("zoom in", "Larger text"), ("lac", "Go to Caseload")):
        keys.control(Qt.Key.Key_K)
        shell.find_box.clear()
        keys.type(typed)
        assert wanted in [item.title for item in shell.find_box.box().model.items], typed
    keys.press(Qt.Key.Key_Escape)


def test_find_box_does_a_command(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_K)
    keys.type("go to case")
    keys.press(Qt.Key.Key_Return)
    assert shell.page() is shell.caseload
    assert QApplication.focusWidget() is shell.caseload.table


@pytest.mark.parametrize(("count", "button"), [(0, True), (60, False)])
def test_empty_places_say_why_and_what_next(open_shell: OpenShell, count: int, button: bool) -> None:
    shell = open_shell(FakeDesk(count))
    assert shell.today.empty.isVisible() is button
    assert shell.today.empty.button.isVisible() is button
    assert shell.top_bar.record_button.isEnabled() is not button
    shell.go_caseload()
    assert shell.caseload.empty.isVisible() is button
    if count:
        shell.caseload.filter.setText("zzz")
        shell.refresh()
        assert "No child matches" in shell.caseload.empty.words.text()
        assert not shell.caseload.empty.button.isVisible()


def test_caseload_is_filtered_sorted_and_says_how_many(
    open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot
) -> None:
    shell = open_shell(FakeDesk(400))
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_2)
    keys.control(Qt.Key.Key_F)
    keys.type("isla")
    qtbot.waitUntil(lambda: 0 < shell.caseload.model.rowCount() < 400)
    assert f"{shell.caseload.model.rowCount()} of 400 children" in shell.caseload.summary.accessibleName()
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.caseload.model.rowCount() == 400)
    shell.caseload.sort_by("child")
    names = [row.name for row in shell.caseload.model.rows]
    assert names == sorted(names, key=str.casefold)


def test_window_title_holds_no_name(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    shell.open_child()
    assert shell.window().windowTitle() == "IRO Desktop"


def test_scope_is_chosen_and_shown(open_shell: OpenShell) -> None:
    desk = FakeDesk(60, iros=("Angela Marsh", "David Okafor"))
    shell = open_shell(desk)
    action = next(each for each in window_of(shell).commands() if each.text().endswith("David Okafor"))
    action.trigger()
    assert desk.scope == "David Okafor"
    assert shell.rail.whose.text() == "David Okafor"


def test_closing_the_window_closes_the_desk(open_shell: OpenShell) -> None:
    desk = FakeDesk(3)
    open_shell(desk).window().close()
    assert desk.is_closed
