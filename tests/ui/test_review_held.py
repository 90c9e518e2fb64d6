"""The form for a review that was held, and those about one recorded: what is explained, ticked, added, corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import AddSitting, CompleteReview, CorrectReview, RecordAttendance, RecordReviewHeld
from iro_desktop.domain.participation import meaning
from iro_desktop.domain.vocabulary import Participation, ReviewMethod, Role
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.attendance_form import AttendanceForm
from iro_desktop.ui.forms.correct_review import CorrectReviewForm
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, FakeChild
from tests.ui.handles import fake_of, recorded, review_form

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]


def grown(desk: FakeDesk) -> FakeChild:
    """A child of four or more whose review is not out of timescale."""
    return next(
        one
        for one in desk.children.values()
        if one.born_on and (TODAY - one.born_on).days > 1900 and one.due_on and one.due_on > TODAY and one.last_on
    )


def record(shell: Shell) -> RecordReview:
    shell.select(grown(fake_of(shell)).id)
    shell._actions[Command.RECORD].trigger()
    form = review_form(shell)
    form.held_on.set_day(TODAY)
    return form


@pytest.mark.parametrize("code", list(Participation))
def test_each_code_is_explained_as_it_is_chosen(
    open_shell: OpenShell, keyboard_of: KeyboardOf, code: Participation
) -> None:
    shell = open_shell(FakeDesk(60))
    form = record(shell)
    keyboard_of(shell).type(code.value[-1])
    assert form.took_part.code() is code
    assert form.took_part.meaning.text() == f"{code}: {meaning(code)}"


def test_the_code_in_focus_is_explained_before_it_is_chosen(open_shell: OpenShell) -> None:
    form = record(open_shell(FakeDesk(60)))
    assert form.took_part.code() is None
    form.participation.button(4).setFocus()
    assert form.took_part.meaning.text().startswith("PN4")
    form.participation.button(1).setChecked(True)
    form.held_on.setFocus()
    assert form.took_part.meaning.text().startswith("PN1")


def test_a_code_that_does_not_go_with_the_age_is_said_at_once_and_not_saved(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    form = record(shell := open_shell(desk))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_0)
    assert "four or older" in form.fields["participation"].problem.text()
    keys.press(Qt.Key.Key_Return)
    assert not desk.acted
    keys.press(Qt.Key.Key_1)
    assert not form.fields["participation"].problem.isVisible()


@pytest.mark.parametrize(("before", "code"), [(1, Participation.PN0), (0, Participation.PN1)])
def test_the_fourth_birthday_is_four(open_shell: OpenShell, before: int, code: Participation) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    born_on = TODAY.replace(year=TODAY.year - 4)
    child = grown(desk)
    desk.children = {**desk.children, child.id: replace(child, born_on=born_on)}
    shell.select(child.id)
    shell._actions[Command.RECORD].trigger()
    form = review_form(shell)
    form.took_part.choose(code)
    form.held_on.set_day(TODAY - timedelta(before))
    assert "participation" not in dict(form.problems())
    form.took_part.choose(Participation.PN1 if code is Participation.PN0 else Participation.PN0)
    assert "participation" in dict(form.problems())


def test_all_who_are_usually_there_came_by_one_key_and_one_sent_apologies_by_space(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    form = record(shell := open_shell(desk))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_Tab)
    assert form.who_came.ticks[0].hasFocus(), "the ticks are one stop"
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    assert form.who_came.ticks[1].accessibleName().endswith("sent apologies")
    keys.press(Qt.Key.Key_Return)
    act = recorded(desk)
    assert act.came == (Role.MOTHER, Role.SOCIAL_WORKER, Role.SCHOOL)
    assert act.apologies == (Role.CARER,)


def test_nothing_said_of_attendance_or_plan_says_nothing(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    record(shell := open_shell(desk))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    act = recorded(desk)
    assert (act.came, act.apologies, act.is_plan_current) == ((), (), None)


def test_another_role_is_called_up(open_shell: OpenShell) -> None:
    form = record(open_shell(FakeDesk(60)))
    assert Role.POLICE not in [tick.attender.role for tick in form.who_came.ticks]
    form.who_came.others.click()
    shown = [tick.attender.role for tick in form.who_came.ticks]
    assert Role.POLICE in shown
    assert not {Role.CHILD, Role.IRO} & set(shown)


def test_a_series_takes_its_further_meetings_and_its_end_in_one_act(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    form = record(shell := open_shell(desk))
    form.held_on.set_day(TODAY - timedelta(14))
    form.took_part.take(1)
    form.method.button(list(ReviewMethod).index(ReviewMethod.SERIES)).setChecked(True)
    first, second = TODAY - timedelta(7), TODAY - timedelta(3)
    form.more.meetings.lines[0].set_day(first)
    form.more.meetings.lines[1].set_day(second)
    form.more.completed.set_day(second)
    form.plan.button(2).setChecked(True)
    keyboard_of(shell).press(Qt.Key.Key_Return)
    held, one, other, end = desk.acted
    assert isinstance(held, RecordReviewHeld)
    assert (held.completed_on, held.is_plan_current) == (None, False)
    assert [act.on for act in (one, other) if isinstance(act, AddSitting)] == [first, second]
    assert isinstance(end, CompleteReview)
    assert end.completed_on == second
    assert desk.undo_label() == held.sentence


@pytest.mark.parametrize(
    ("typed", "words"), [("31 feb", "not a date"), ("tomorrow", "still to come"), ("1 jan 2026", "after the first one")]
)
def test_a_further_meeting_that_cannot_be_is_said_beside_it(open_shell: OpenShell, typed: str, words: str) -> None:
    desk = FakeDesk(60)
    form = record(open_shell(desk))
    form.took_part.take(1)
    form.method.button(1).setChecked(True)
    form.more.meetings.lines[0].setText(typed)
    form.try_save()
    assert words in form.fields["further"].problem.text()
    assert form.more.meetings.lines[0].text() == typed
    assert not desk.acted


def held_child(shell: Shell) -> FakeChild:
    child = next(one for one in fake_of(shell).children.values() if one.last_on)
    shell.select(child.id)
    return child


def test_who_came_to_a_recorded_review_is_shown_and_replaced_by_keys(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = held_child(shell)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    form = shell.side.form
    assert isinstance(form, AttendanceForm)
    assert (form.who_came.came(), form.who_came.apologies()) == ((Role.CARER,), (Role.SCHOOL,))
    keys.press(Qt.Key.Key_Return)
    assert "recorded already" in form.fields["who_came"].problem.text()
    keys.press(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, RecordAttendance)
    assert (act.child, act.held_on) == (child.id, child.last_on)
    assert act.came == (Role.MOTHER, Role.CARER, Role.SOCIAL_WORKER)
    assert act.apologies == (Role.SCHOOL,)


def test_a_correction_says_only_what_is_changed(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = held_child(shell)
    shell._actions[Command.CORRECT].trigger()
    form = shell.side.form
    assert isinstance(form, CorrectReviewForm)
    assert form.held_on.day() == child.last_on
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    assert "as recorded" in form.fields["held_on"].problem.text()
    form.code.setFocus()
    form.code.setCurrentIndex(form.code.findData("PN6"))
    form.number.setText("4")
    form.plan.setCurrentIndex(1)
    form.try_save()
    (act,) = desk.acted
    assert child.last_on is not None
    assert act == CorrectReview(
        child=child.id, held_on=child.last_on, participation=Participation.PN6, number=4, is_plan_current=True
    )


def test_a_second_enter_saves_nothing_more(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    form = record(shell := open_shell(desk))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_1)
    keys.press(Qt.Key.Key_Return)
    form.try_save()
    form.save_button.click()
    keys.press(Qt.Key.Key_Return)
    assert len(desk.acted) == 1
    assert QApplication.focusWidget() is not None
