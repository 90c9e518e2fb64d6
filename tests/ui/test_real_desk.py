"""The window on the real services: the invented caseload in a real, encrypted store, worked by keys alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from iro_desktop.services.local import LocalDesk
from iro_desktop.services.views import DoNow, TodayGroup
from iro_desktop.ui.grab import grab_window
from tests.demo_copy import open_demo
from tests.ui.handles import review_form

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", TODAY)
    yield opened
    opened.close()


def _dump(desk: LocalDesk) -> str:
    return desk._store.dump().hash


def test_a_review_is_recorded_by_keys_alone_and_all_that_follows_appears(open_shell, keyboard_of, desk):
    asked = next(row for row in desk.today().rows if row.do_now is DoNow.RECORD_REVIEW)
    name = desk.child(asked.child).name
    before = _dump(desk)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_K)
    keys.type(f"{name.split()[0][:2]} {name.split()[-1][:1]}".lower())  # four keystrokes
    child = _choose(shell, asked.child)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_R)
    assert review_form(shell).child.child == child
    under_four = desk.preview_review(child, review_form(shell).held_on.day()).under_four
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_0 if under_four else Qt.Key.Key_1)
    keys.press(Qt.Key.Key_N)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 12
    assert shell.side.form is None, "the form closes once it is saved"
    rules = {row.rule for row in desk.child(child).deadlines}
    assert {"after.recommendations", "after.minutes", "after.letter"} <= rules
    assert any(rule.startswith("review.") for rule in rules)
    after = _dump(desk)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert _dump(desk) == after != before


def _choose(shell, wanted: str) -> str:
    """The child that the find box offers first is the one Enter takes."""
    found = shell.desk.find(shell.find_box.text())
    assert wanted in {one.child for one in found}
    return found[0].child


def test_the_sample_itself_cannot_be_undone(desk):
    assert desk.undo_label() is None


def test_todays_list_is_one_an_iro_can_work_through(desk):
    counts = desk.today().counts
    assert 1 <= counts[TodayGroup.NOT_RECORDED] <= 4
    assert 3 <= counts[TodayGroup.OVERDUE] <= 8
    assert counts[TodayGroup.TODAY] + counts[TodayGroup.NEXT_FIVE] <= 30


def test_a_picture_of_the_window_can_be_made_without_a_display(desk, tmp_path, dressed):
    path = grab_window(desk, tmp_path / "window.png", (1366, 768))
    assert path.read_bytes().startswith(b"\x89PNG")
