"""Recommendations, records and write-ups on the real sample: inputs counted, undone and redone to the letter."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.views import TodayGroup
from iro_desktop.ui.forms.recommendation_form import RecommendationForm
from iro_desktop.ui.pages.child.reviews import Reviews
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.handles import window_of

TODAY = date(2026, 11, 23)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OpenShell = Callable[..., Shell]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", TODAY)
    yield opened
    opened.close()


def _dump(desk: LocalDesk) -> str:
    return desk._store.dump().hash


def _to_write_up(desk: LocalDesk) -> tuple[str, str]:
    """A child with minutes to finish, and their deadline."""
    rows = desk.write_ups().rows
    return next((row.child, one.deadline_id) for row in rows for one in row.tasks if "minutes" in one.deadline_id)


def _undone_and_redone(keys: Keyboard, desk: LocalDesk, before: str) -> None:
    after = _dump(desk)
    assert after != before
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert _dump(desk) == after


def test_recommendation_takes_six_inputs_and_its_text(open_shell: OpenShell, desk: LocalDesk):
    child, deadline = _to_write_up(desk)
    shell = open_shell(desk)
    shell.select(child, deadline)
    before, keys = _dump(desk), Keyboard(window_of(shell))
    text = "Laptop for home"
    keys.press(Qt.Key.Key_W)
    keys.type(text)
    keys.press(Qt.Key.Key_Tab)
    keys.type("sc")
    keys.press(Qt.Key.Key_6)
    keys.press(Qt.Key.Key_Return)
    assert keys.count - len(text) <= 6
    made = desk.reviews_held(child).rows[0].made[-1]
    assert (made.text, made.owner.value) == (text, "school")
    assert made.due_on is not None
    _undone_and_redone(keys, desk, before)


def test_minutes_are_finished_in_three_inputs(open_shell: OpenShell, desk: LocalDesk):
    child, deadline = _to_write_up(desk)
    shell = open_shell(desk)
    shell.select(child, deadline)
    before, keys = _dump(desk), Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_R, CONTROL)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.count <= 3
    assert deadline not in {row.id for row in desk.child(child).deadlines}
    assert any(one.is_written for one in desk.record_of(child, desk.child(child).held[0].held_on).sections)
    _undone_and_redone(keys, desk, before)


def test_drifting_one_becomes_an_alert_in_two_inputs(open_shell: OpenShell, desk: LocalDesk):
    child, row = next(
        (one.child, row)
        for one in desk.caseload().rows
        for row in desk.reviews_held(one.child).still_open
        if row.is_drifting
    )
    shell = open_shell(desk)
    shell.select(child)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_O)
    shell.child_page.show_part(Reviews.title)
    part = shell.child_page.section
    assert isinstance(part, Reviews)
    part.made_list.choose_row(next(n for n, one in enumerate(part.made.rows) if one == row))
    part.made_list.setFocus()
    before, keys = _dump(desk), Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_X)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 2
    assert desk.child(child).alerts
    _undone_and_redone(keys, desk, before)


def test_what_became_of_it_is_said_and_taken_back(open_shell: OpenShell, desk: LocalDesk):
    child = next(one.child for one in desk.caseload().rows if desk.reviews_held(one.child).still_open)
    shell = open_shell(desk)
    shell.select(child)
    before, keys = _dump(desk), Keyboard(window_of(shell))
    count = len(desk.reviews_held(child).still_open)
    keys.press(Qt.Key.Key_W, SHIFT)
    keys.press(Qt.Key.Key_Return)
    assert len(desk.reviews_held(child).still_open) == count - 1
    _undone_and_redone(keys, desk, before)


def test_record_is_saved_and_its_words_leave_by_the_clipboard_alone(open_shell: OpenShell, desk: LocalDesk):
    child, deadline = _to_write_up(desk)
    shell = open_shell(desk)
    shell.select(child, deadline)
    before, keys = _dump(desk), Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_R, CONTROL)
    keys.type("Seen by the dentist")
    keys.press(Qt.Key.Key_S, CONTROL)
    keys.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert "Seen by the dentist" in QApplication.clipboard().text()
    assert "Seen by" not in "".join(row.sentence for row in desk.history())
    keys.press(Qt.Key.Key_Escape)
    _undone_and_redone(keys, desk, before)


def test_real_queue_is_worked_from_the_top(open_shell: OpenShell, desk: LocalDesk):
    shell = open_shell(desk)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_5, CONTROL)
    keys.press(Qt.Key.Key_Home)
    before, first = _dump(desk), shell.write_ups.current()
    assert first is not None
    keys.press(Qt.Key.Key_D)
    open_now = {one.deadline_id for row in desk.write_ups().rows for one in row.tasks}
    assert first.deadline_id not in open_now
    _undone_and_redone(keys, desk, before)


def test_date_in_hand_says_which_one_is_meant(open_shell: OpenShell, desk: LocalDesk):
    row = next(row for row in desk.today().rows if row.deadline_id.startswith("recommendation.due/"))
    shell = open_shell(desk)
    shell.select(row.child, row.deadline_id)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_W, SHIFT)
    keys.press(Qt.Key.Key_Return)
    assert row.deadline_id not in {one.id for one in desk.child(row.child).deadlines}


def test_on_the_page_of_a_child_the_recommendation_whose_date_is_in_hand_is_chosen(
    open_shell: OpenShell, desk: LocalDesk
):
    child, row = next(
        (one.child, row)
        for one in desk.caseload().rows
        for row in desk.child(one.child).deadlines
        if row.rule == DUE.id and row.what.startswith(f"{DUE.what} 2")
    )
    shell = open_shell(desk)
    shell.select(child, row.id)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_O)
    shell.child_page.show_part(Reviews.title)
    part = shell.child_page.section
    assert isinstance(part, Reviews)
    chosen = part.chosen()
    assert chosen.recommendation is not None
    assert (chosen.held_on, chosen.recommendation.due_on) == (row.review_on, row.due_on)


def test_before_the_last_review_is_recorded_its_recommendations_are_not_taken_for_the_one_before(
    open_shell: OpenShell, desk: LocalDesk
):
    waiting = next(row.child for row in desk.today().rows if row.group is TodayGroup.NOT_RECORDED)
    shell = open_shell(desk)
    shell.select(waiting)
    Keyboard(window_of(shell)).press(Qt.Key.Key_W)
    form = shell.side.form
    assert isinstance(form, RecommendationForm)
    assert "is not recorded: if this is of that one" in form.about.text()
