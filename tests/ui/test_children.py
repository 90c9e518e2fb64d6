"""Children by keys alone: added with two fields, changed where they stand, allocated, put right, merged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AllocateIro,
    AllocateWorker,
    ChangeChild,
    CorrectEpisode,
    EndCare,
    MergeChild,
    StateSiblingSplit,
)
from iro_desktop.domain.vocabulary import BornAs, SplitReason, WorkerRole
from iro_desktop.ui.forms.change_record import ChangeRecord
from iro_desktop.ui.pages.child.on_record import OnRecord
from iro_desktop.ui.pages.child.sections import SECTIONS
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import fake_of, focused

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
SHIFT = Qt.KeyboardModifier.ShiftModifier
BORN = 3  # the line of the birth date


def on_record(shell: Shell, keys: Keyboard) -> OnRecord:
    """The part of the child's page, come to by keys."""
    keys.press(Qt.Key.Key_O)
    keys.press(Qt.Key(Qt.Key.Key_1 + SECTIONS.index(OnRecord)))
    part = shell.child_page.section
    assert isinstance(part, OnRecord)
    return part


def type_in(shell: Shell, keys: Keyboard, words: str) -> None:
    field = focused(shell.window())
    assert isinstance(field, QLineEdit)
    field.selectAll()
    keys.type(words)


def test_a_child_is_added_with_two_fields_and_is_in_hand(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_N)
    keys.type("NEW1")
    keys.press(Qt.Key.Key_Tab)
    keys.type("2 nov")
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [AddChild(child="NEW1", looked_after_since=date(2026, 11, 2), iro="Angela Marsh")]
    view = shell.deeds.in_hand.view
    assert view is not None
    assert view.child == "NEW1"
    assert shell.side.form is None


def test_the_first_child_of_all_is_added_the_same_way(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(0)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_N)
    keys.type("NEW1")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("2 sep")
    keys.press(Qt.Key.Key_Return)
    assert [type(act) for act in desk.acted] == [AddChild]
    assert shell.deeds.in_hand.view is not None


def test_esc_gives_the_place_back_and_adds_nobody(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys, here = keyboard_of(shell), focused(shell.window())
    row = shell.today.table.current_row()
    keys.control(Qt.Key.Key_N)
    keys.type("NEW1")
    keys.press(Qt.Key.Key_Escape)
    assert focused(shell.window()) is here
    assert shell.today.table.current_row() == row
    assert not desk.acted


def test_one_who_is_here_already_is_told_while_typing_and_opened_instead(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    known = next(iter(desk.children.values()))
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_N)
    keys.type(f" {known.id.lower()}")
    keys.press(Qt.Key.Key_Tab)
    keys.type("2 nov")
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    form = shell.side.form
    assert form is not None
    assert "has that id" in form.fields["council_id"].problem.text()
    keys.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    view = shell.deeds.in_hand.view
    assert view is not None
    assert view.child == known.id
    assert not desk.kept


def test_a_birth_date_as_far_as_it_is_known_is_understood(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    for _ in range(BORN):
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    type_in(shell, keys, "May 2015")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, ChangeChild)
    assert (act.born_on, act.born_as) == (date(2015, 5, 1), BornAs.MONTH)
    assert part.fields.editor is None
    assert focused(shell.window()) is part.fields
    keys.control(Qt.Key.Key_Z)
    assert "May 2015" not in part.fields.accessibleName()


def test_a_line_that_is_no_birth_date_keeps_what_was_typed_and_esc_leaves_it(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    part.fields.move_to(BORN)
    keys.press(Qt.Key.Key_Return)
    type_in(shell, keys, "31 february 2015")
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    assert part.fields.editor is not None
    assert part.fields.editor.value == "31 february 2015"
    keys.press(Qt.Key.Key_Escape)
    assert part.fields.editor is None
    assert shell.page() is shell.child_page


def test_what_somebody_else_changed_meanwhile_is_shown_beside_yours(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    child = shell.child_page.chosen_child()
    keys.press(Qt.Key.Key_Return)
    type_in(shell, keys, "Mine")
    desk.act(ChangeChild(child=child, given_name="Theirs"))
    keys.press(Qt.Key.Key_Return)
    assert part.fields.editor is not None
    words = part.fields._cell.problem.text()
    assert "Theirs" in words
    assert "Enter saves yours" in words
    keys.press(Qt.Key.Key_Return)
    assert desk.children[child].given == "Mine"


def test_a_letter_typed_into_a_line_is_no_command(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    part.fields.move_to(BORN + 1)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(focused(shell.window()), QComboBox)
    keys.press(Qt.Key.Key_F)
    assert shell.side.form is None
    assert part.fields.editor is not None
    assert part.fields.editor.value == "F"
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, ChangeChild)


def test_a_line_left_half_filled_is_kept_and_gone_on_with(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    child = shell.child_page.chosen_child()
    keys.press(Qt.Key.Key_Return)
    type_in(shell, keys, "Half")
    shell.select(next(one for one in desk.children if one != child))
    assert part.fields.editor is None
    assert not desk.acted
    keys.control(Qt.Key.Key_G)
    form = shell.side.form
    assert isinstance(form, ChangeRecord)
    assert form.whose() == child
    assert form.editors["given_name"].value == "Half"
    keys.press(Qt.Key.Key_Return)
    assert desk.children[child].given == "Half"
    assert not desk.kept


def test_a_line_left_by_esc_keeps_nothing(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    part = on_record(shell, keys)
    keys.press(Qt.Key.Key_Return)
    type_in(shell, keys, "Half")
    assert part.fields._keeper is not None
    part.fields._keeper.keep_now()
    assert desk.kept
    keys.press(Qt.Key.Key_Escape)
    assert not desk.kept


def test_several_fields_are_one_act(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Q)
    type_in(shell, keys, "Ada")
    keys.press(Qt.Key.Key_Tab)
    type_in(shell, keys, "Moor")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, ChangeChild)
    assert (act.given_name, act.family_name, act.school) == ("Ada", "Moor", None)


def test_the_whole_form_shows_theirs_beside_yours(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    view = shell.deeds.in_hand.view
    assert view is not None
    keys.press(Qt.Key.Key_Q)
    type_in(shell, keys, "Mine")
    desk.act(ChangeChild(child=view.child, given_name="Theirs", school="Oak"))
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert form is not None
    assert "Theirs" in form.fields["given_name"].note.text()
    keys.press(Qt.Key.Key_Return)
    assert desk.children[view.child].given == "Mine"
    record = desk.children[view.child].record
    assert record is not None
    assert record.child.school == "Oak"


def test_an_iro_takes_over_with_what_is_handed_over(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60, iros=("Angela Marsh", "David Okafor"))
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_L, SHIFT)
    for _ in range(3):
        keys.press(Qt.Key.Key_Tab)
    keys.type("Court in March")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, AllocateIro)
    assert (act.iro, act.from_on, act.note) == ("David Okafor", TODAY, "Court in March")


def test_a_social_worker_is_allocated(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_L, SHIFT)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Tab)
    keys.type("Ada Lund")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, AllocateWorker)
    assert (act.role, act.worker) == (WorkerRole.SOCIAL_WORKER, "Ada Lund")


def test_care_ends_and_an_episode_is_put_right(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_C, SHIFT)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted, "nobody's care ends by one Enter"
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    keys.type("E4A")
    keys.press(Qt.Key.Key_Return)
    assert [(act.on, act.reason) for act in desk.acted if isinstance(act, EndCare)] == [(TODAY, "E4A")]
    keys.control(Qt.Key.Key_Z)
    keys.press(Qt.Key.Key_C, SHIFT)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert form is not None
    assert "put right" in form.fields["to_started_on"].problem.text()
    type_in(shell, keys, "1 nov 2025")
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[-1]
    assert isinstance(act, CorrectEpisode)
    assert act.to_started_on == date(2025, 11, 1)


def test_another_iro_than_brothers_and_sisters_is_explained(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    child = next(one for one in desk.children.values() if desk.same_for(one.id, ()))
    shell = open_shell(desk)
    shell.select(child.id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_G, SHIFT)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Tab)
    keys.type("Call before each review")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, StateSiblingSplit)
    assert (act.reason, act.liaison) == (SplitReason.CONFLICT, "Call before each review")


def test_two_entries_are_merged_once_they_were_seen_and_what_differs_was_agreed_to(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    view = shell.deeds.in_hand.view
    assert view is not None
    other = next(one for one in desk.children.values() if one.id != view.child)
    desk.children[other.id] = replace(other, since=desk.children[view.child].since)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | SHIFT)
    keys.type(other.id)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    form = shell.side.form
    assert form is not None
    assert "one child" in form.fields["sure"].problem.text()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [MergeChild(child=other.id, into=view.child)]
    assert other.id not in desk.children
    keys.control(Qt.Key.Key_Z)
    assert other.id in desk.children


def test_entries_that_contradict_are_not_merged_and_the_reason_is_seen(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    view = shell.deeds.in_hand.view
    assert view is not None
    other = next(one for one in desk.children.values() if one.id != view.child)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | SHIFT)
    keys.type(other.id)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    form = shell.side.form
    assert form is not None
    assert "both cannot be" in form.fields["other"].problem.text()


def test_the_iro_there_is_is_not_allocated_once_more(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_L, SHIFT)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    form = shell.side.form
    assert form is not None
    assert "is the IRO already" in form.fields["iro"].problem.text()


def test_an_iro_nobody_named_yet_is_added_with_the_allocation(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_L, SHIFT)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("Ann Other")
    keys.press(Qt.Key.Key_Return)
    added, allocated = desk.acted
    assert added == AddIro(name="Ann Other")
    assert isinstance(allocated, AllocateIro)
    assert allocated.iro == "Ann Other"
    assert desk.undo_label() == allocated.sentence
