"""Mid-point, contact and significant event on the real desk, by keys alone, counted."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from iro_desktop.domain.acts import AddRecommendation, RecordEvent, SkipMidPoint
from iro_desktop.domain.records import SKIPPED
from iro_desktop.domain.vocabulary import ContactKind, EventKind, Outcome, Progress, Role, Task
from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.mid_point import MidPoint
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.sections import SECTIONS
from tests.demo_copy import open_demo
from tests.ui.test_access import settle

TODAY = date(2026, 11, 23)
SHIFT = Qt.KeyboardModifier.ShiftModifier
UNDO_AGAIN = Qt.KeyboardModifier.ControlModifier | SHIFT


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", TODAY)
    yield opened
    opened.close()


def _dump(desk: LocalDesk) -> str:
    return desk._store.dump().hash


def _facts(desk: LocalDesk, child: str):
    return desk._snapshot.children[child].facts


@pytest.fixture
def child(desk: LocalDesk) -> str:
    """A child whose mid-point is to be done, with three recommendations open and no other."""
    for row in desk.caseload().rows:
        shown = desk.mid_point(row.child)
        if shown is not None and shown.left_out is None and len(shown.recommendations) <= 3:
            if TODAY - shown.review_on < timedelta(30):
                continue
            for number in range(3 - len(shown.recommendations)):
                desk.act(
                    AddRecommendation(
                        child=row.child, held_on=shown.review_on, text=f"Something else {number}", owner=Role.SCHOOL
                    )
                )
            return row.child
    raise AssertionError("the sample holds no such child")


def _open(open_shell, keyboard_of, desk: LocalDesk, child: str):
    shell = open_shell(desk)
    shell.select(child)
    shell.page().focus_list()
    shell.select(child)
    return shell, keyboard_of(shell)


def test_a_mid_point_with_three_recommendations_takes_eight_inputs_at_most(open_shell, keyboard_of, desk, child):
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_P)
    assert isinstance(shell.side.form, MidPoint)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_3)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 8
    assert shell.side.form is None
    facts = _facts(desk, child)
    assert (facts.completions[-1].task, facts.completions[-1].done_on) == (Task.MID_POINT, TODAY)
    looked = [one for one in facts.checks if one.on == TODAY]
    assert [one.progress for one in looked] == [Progress.IN_HAND, Progress.STUCK, Progress.DONE]
    assert [one.outcome for one in facts.recommendations if one.outcome_on == TODAY] == [Outcome.DONE]
    assert not [row for row in desk.child(child).deadlines if row.rule == "mid-point"]
    assert desk.undo_label() == f"Mid-point review for {child} on 23 Nov 2026"
    after = _dump(desk)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, UNDO_AGAIN)
    assert _dump(desk) == after


def test_how_one_stands_is_asked_for_and_what_was_said_stays(open_shell, keyboard_of, desk, child):
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_P)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert isinstance(form, MidPoint)
    refused = [field.problem.text() for field in form.fields.values() if field.problem.text()]
    assert refused == ["Say how it stands: press 1, 2, 3 or 4."] * 2
    assert next(iter(form.lines.values())).progress() is Progress.IN_HAND
    assert _dump(desk) == before


def test_a_day_that_cannot_be_is_said_beside_the_day(open_shell, keyboard_of, desk, child):
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_P)
    form = shell.side.form
    assert isinstance(form, MidPoint)
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1):
        keys.press(key)
    form.day.setText("1 Dec 2026")
    keys.press(Qt.Key.Key_Return)
    assert "1 Dec 2026 is still to come" in form.fields["day"].problem.text()
    assert form.day.text() == "1 Dec 2026"


def test_a_mid_point_is_left_out_with_its_reason(open_shell, keyboard_of, desk, child):
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_P, SHIFT)
    keys.type("Review next week")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    (one,) = [each for each in _facts(desk, child).completions if each.detail == SKIPPED]
    assert one.note == "Review next week"
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before


def test_an_ordinary_visit_of_today_takes_five_inputs_at_most(open_shell, keyboard_of, desk, child):
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_V)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 5
    assert shell.side.form is None
    newest = _facts(desk, child).contacts[-1]
    assert (newest.on, newest.how, newest.with_whom) == (TODAY, ContactKind.VISIT, None)
    after = _dump(desk)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, UNDO_AGAIN)
    assert _dump(desk) == after


def test_the_same_visit_twice_is_refused_beside_its_day(open_shell, keyboard_of, desk, child):
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    for _ in range(2):
        keys.press(Qt.Key.Key_V)
        keys.press(Qt.Key.Key_1)
        keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert form is not None
    assert "recorded already" in form.fields["day"].problem.text()


def test_an_event_that_calls_for_an_early_review_opens_the_form_that_asks_for_one(open_shell, keyboard_of, desk, child):
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_V, SHIFT)
    for _ in range(6):
        keys.press(Qt.Key.Key_Down)
    for _ in range(3):
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    settle()
    (event,) = [one for one in _facts(desk, child).events if one.happened_on == TODAY]
    assert (event.what, event.told_on, event.is_review_needed) == (EventKind.PLACEMENT_CHANGE, TODAY, True)
    assert isinstance(shell.side.form, AskForm)
    assert shell.side.form.title.text() == "Ask for an early review"
    keys.press(Qt.Key.Key_Escape)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before


def test_an_event_entered_by_mistake_is_taken_away_in_the_childs_own_list(open_shell, keyboard_of, desk, child):
    happened = TODAY - timedelta(2)
    desk.act(RecordEvent(child=child, what=EventKind.MISSING, happened_on=happened, told_on=TODAY))
    before = _dump(desk)
    shell, keys = _open(open_shell, keyboard_of, desk, child)
    keys.press(Qt.Key.Key_O)
    digit = [section.title for section in SECTIONS].index(Footprint.title) + 1
    keys.press(Qt.Key(Qt.Key.Key_0 + digit))
    part = shell.child_page.section
    assert isinstance(part, Footprint)
    while (mark := part.current()) is not None and mark.what != "Missing from care":
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Delete)
    assert not [one for one in _facts(desk, child).events if one.happened_on == happened]
    after = _dump(desk)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, UNDO_AGAIN)
    assert _dump(desk) == after


def test_a_mid_point_left_out_reads_so_in_the_caseload_and_is_owed_no_more(desk, child):
    shown = desk.mid_point(child)
    assert shown is not None
    desk.act(SkipMidPoint(child=child, review_on=shown.review_on, on=TODAY, reason="Placed for adoption"))
    assert not [row for row in desk.child(child).deadlines if row.rule == "mid-point"]
    assert [row.mid_point for row in desk.caseload().rows if row.child == child] in (["left out"], ["–"])
    again = desk.mid_point(child)
    assert again is not None
    assert again.left_out == "Placed for adoption"
