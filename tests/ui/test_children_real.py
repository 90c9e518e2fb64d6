"""Children on the real services, by keys alone: added, changed, handed over, merged, and back to the letter."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.pages.child.on_record import OnRecord
from iro_desktop.ui.pages.child.sections import SECTIONS
from tests.demo_copy import open_demo
from tests.ui.handles import focused

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", date(2026, 11, 23))
    yield opened
    opened.close()


def back_and_again(desk: LocalDesk, before: str, count: int) -> None:
    """Undone to the letter, and done again to the letter."""
    after = desk._store.dump().hash
    assert after != before
    for _ in range(count):
        desk.undo()
    assert desk._store.dump().hash == before
    for _ in range(count):
        desk.redo()
    assert desk._store.dump().hash == after


def test_a_child_added_twice_is_merged_by_keys_and_taken_apart_again(open_shell: Callable, keyboard_of, desk):
    before = desk._store.dump().hash
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    for council_id in ("NEW1", "NEW2"):
        keys.control(Qt.Key.Key_N)
        keys.type(council_id)
        keys.press(Qt.Key.Key_Tab)
        keys.type("2 nov")
        keys.press(Qt.Key.Key_Return)
        assert shell.side.form is None
        assert shell.deeds.in_hand.view.child == council_id
    keys.press(Qt.Key.Key_M, CONTROL | SHIFT)
    keys.type("new1")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert desk.undo_label() == "Merge the second entry NEW1 into NEW2"
    assert [one.child for one in desk.find("new1")] == ["NEW2"]
    back_and_again(desk, before, 3)


def test_what_is_not_known_yet_is_filled_in_where_it_stands(open_shell: Callable, keyboard_of, desk):
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    before = desk._store.dump().hash
    keys.press(Qt.Key.Key_O)
    keys.press(Qt.Key(Qt.Key.Key_1 + SECTIONS.index(OnRecord)))
    part = shell.child_page.section
    part.fields.move_to([one.name for one in part.fields._record.fields].index("languages"))
    keys.press(Qt.Key.Key_Return)
    field = focused(shell.window())
    assert isinstance(field, QLineEdit)
    field.selectAll()
    keys.type("Polish")
    keys.press(Qt.Key.Key_Return)
    child = shell.child_page.chosen_child()
    assert {one.name: one.words for one in desk.child_record(child).fields}["languages"] == "Polish"
    assert desk.undo_label() == f"Change child {child}"
    back_and_again(desk, before, 1)


def test_a_move_of_siblings_costs_one_input_more(open_shell: Callable, keyboard_of, desk):
    """Booked brothers and sisters move along to the same day by Alt+S."""
    snapshot = desk._snapshot
    child = next(
        one
        for one in snapshot.children
        if len(desk.same_for(one, ())) == 2
        and all(desk.child(each).booked_on for each in (one, *(other.child for other in desk.same_for(one, ()))))
    )
    shell = open_shell(desk)
    shell.select(child)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_M)
    form = shell.side.form
    assert form is not None
    to_on = date.fromordinal(desk.child(child).booked_on.toordinal() - 1)
    form.day.set_day(to_on)
    offered = len(form.what_if._checks)
    chosen = len(form.chosen())
    keys.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert len(form.chosen()) == offered != chosen
