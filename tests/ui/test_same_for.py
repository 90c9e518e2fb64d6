"""The same entry for brothers and sisters: one input more, records of their own, one undo."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from iro_desktop.domain.acts import RecordContact, RecordReviewHeld, RecordTaskDone
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.same_for import ALONE, siblings_in_care
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, FakeChild

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", date(2026, 11, 23))
    yield opened
    opened.close()


def of_three(desk: LocalDesk) -> str:
    """A child of the sample with two brothers or sisters in care."""
    snapshot = desk._snapshot
    return next(
        child
        for child, one in snapshot.children.items()
        if one.is_looked_after and len(siblings_in_care(snapshot, child)) == 2
    )


def with_group(desk: FakeDesk) -> FakeChild:
    return next(one for one in desk.children.values() if len(desk.same_for(one.id, ())) == 2)


def test_a_contact_with_three_siblings_costs_one_input_more_than_with_one(open_shell, keyboard_of, desk):
    child = of_three(desk)
    others = [one.child for one in desk.same_for(child, ())]
    before = desk._store.dump().hash
    counts = []
    shell = open_shell(desk)
    for is_for_all in (False, True):
        shell.select(child)
        shell.page().focus_list()
        keys = keyboard_of(shell)
        keys.press(Qt.Key.Key_V)
        keys.press(Qt.Key.Key_1)
        if is_for_all:
            keys.press(Qt.Key.Key_S, ALT)
        keys.press(Qt.Key.Key_Return)
        assert shell.side.form is None
        counts.append(keys.count)
        if not is_for_all:
            desk.undo()
    assert counts[1] == counts[0] + 1
    snapshot = desk._snapshot
    assert all(snapshot.children[one].facts.contacts[-1].on == TODAY for one in (child, *others))
    assert desk.undo_label() is not None
    assert "the same for 2 brothers and sisters" in str(desk.undo_label())
    after = desk._store.dump().hash
    desk.undo()
    assert desk._store.dump().hash == before
    desk.redo()
    assert desk._store.dump().hash == after


def test_who_cannot_have_the_same_is_left_out_and_told_why(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    child = with_group(desk)
    young = desk.same_for(child.id, ())[0]
    desk.children[young.child] = replace_born(desk.children[young.child], date(2025, 1, 1))
    desk.children[child.id] = replace_born(desk.children[child.id], date(2012, 1, 1))
    other = desk.same_for(child.id, ())[1]
    desk.children[other.child] = replace_born(desk.children[other.child], date(2012, 1, 1))
    shell = open_shell(desk)
    shell.select(child.id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_S, ALT)
    form = shell.side.form
    assert form is not None
    assert form.same.chosen() == [other.child]
    assert f"Not for {young.name}" in form.same.left_out.text()
    assert "PN0" in form.same.left_out.text()
    keys.press(Qt.Key.Key_Return)
    held = [act for act in desk.acted if isinstance(act, RecordReviewHeld)]
    assert [act.child for act in held] == [child.id, other.child]
    assert {act.participation for act in held} == {Participation.PN1}


def replace_born(child: FakeChild, born_on: date) -> FakeChild:
    return replace(child, born_on=born_on)


def test_one_ticked_before_the_form_was_whole_is_checked_at_enter_and_nothing_is_saved_unseen(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    child = with_group(desk)
    for one in (child.id, *(each.child for each in desk.same_for(child.id, ()))):
        desk.children[one] = replace_born(desk.children[one], date(2012, 1, 1))
    young = desk.same_for(child.id, ())[0]
    desk.children[young.child] = replace_born(desk.children[young.child], date(2025, 1, 1))
    shell = open_shell(desk)
    shell.select(child.id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_S, ALT)
    form = shell.side.form
    assert form is not None
    assert len(form.same.chosen()) == 2
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    assert "left out" in form.summary.text()
    assert len(form.same.chosen()) == 1
    keys.press(Qt.Key.Key_Return)
    assert len(desk.acted) == 2


def test_work_done_on_another_day_can_be_the_same(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    child = next(one for one in desk.children.values() if one.tasks and len(desk.same_for(one.id, ())) == 2)
    shell = open_shell(desk)
    shell.select(child.id, f"{child.id}/{child.tasks[0].task.value}")
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_S, ALT)
    keys.press(Qt.Key.Key_Return)
    assert len({act.child for act in desk.acted if isinstance(act, RecordTaskDone)}) == 3


def test_a_form_about_one_child_alone_offers_nobody(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    child = with_group(desk)
    shell = open_shell(desk)
    shell.select(child.id)
    keyboard_of(shell).press(Qt.Key.Key_G)
    assert shell.side.form is not None
    assert not shell.side.form.same.isVisible()


def test_acts_that_are_about_one_child_alone_are_all_in_one_table() -> None:
    assert RecordContact not in ALONE
    assert all("child" in kind.__dataclass_fields__ for kind in ALONE)


def test_the_real_desk_tells_why_not_without_changing_anything(desk: LocalDesk) -> None:
    child = of_three(desk)
    before = desk._store.dump().hash
    held = RecordReviewHeld(child=child, held_on=date(2026, 12, 24), participation=Participation.PN1)
    assert all("still to come" in one.wrong for one in desk.same_for(child, [held]))
    assert desk._store.dump().hash == before
