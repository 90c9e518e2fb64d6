"""First thing: days that passed with nothing recorded lead, are counted, and are settled one after the other."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import CancelBooking, RecordReviewHeld
from iro_desktop.services.views import TodayGroup, TodayRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import fake_of, in_hand, review_form

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]


def waiting(desk: FakeDesk) -> list[TodayRow]:
    return [row for row in desk.today().rows if row.group is TodayGroup.NOT_RECORDED]


def booked(desk: FakeDesk) -> TodayRow:
    """One whose booked day has passed."""
    return next(row for row in waiting(desk) if desk.children[row.child].booked_on)


def test_the_day_begins_with_the_first_of_them_in_hand_and_their_number_said(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    first, *others = waiting(fake_of(shell))
    assert in_hand(shell).id == first.deadline_id
    assert f"{1 + len(others)} reviews are not recorded yet" in shell.today.passed.text()


def test_none_waiting_nothing_is_said_of_it(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(0))
    assert not shell.today.passed.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_R])
def test_enter_and_r_go_straight_into_the_form_with_the_booked_day(
    open_shell: OpenShell, keyboard_of: KeyboardOf, key: Qt.Key
) -> None:
    shell = open_shell(FakeDesk(60))
    row = booked(fake_of(shell))
    shell.today.choose(row.child, row.deadline_id)
    keyboard_of(shell).press(key)
    form, child = review_form(shell), fake_of(shell).children[row.child]
    assert form.child.child == row.child
    assert form.held_on.day() == child.booked_on
    assert f"Booked for {child.booked_at}" in form.fields["held_on"].note.text()
    assert form.method.checkedId() == 0


def test_n_asks_why_it_did_not_take_place(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    row = booked(desk)
    shell.today.choose(row.child, row.deadline_id)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_N)
    form = shell.side.form
    assert isinstance(form, AskForm)
    keys.press(Qt.Key.Key_Return)
    assert form.fields["reason"].problem.isVisible()
    assert not desk.acted
    keys.type("carer ill")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, CancelBooking)
    assert act.reason == "carer ill"


def test_m_moves_it_on(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    row = booked(fake_of(shell))
    shell.today.choose(row.child, row.deadline_id)
    keyboard_of(shell).press(Qt.Key.Key_M)
    assert isinstance(shell.side.form, Move)


def test_control_enter_saves_and_goes_on_to_the_next_until_there_is_none(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys, left = keyboard_of(shell), [row.child for row in waiting(desk)]
    keys.press(Qt.Key.Key_R)
    for done, child in enumerate(left):
        form = review_form(shell)
        assert form.child.child == child
        assert form.next_button.isVisible() is (done < len(left) - 1)
        under_four = desk.preview_review(child, form.held_on.day()).under_four
        keys.press(Qt.Key.Key_0 if under_four else Qt.Key.Key_1)
        if form.fields["late_reason"].isVisible():
            form.late_reason.setCurrentIndex(1)
        if form.next_button.isVisible():
            keys.control(Qt.Key.Key_Return)
        else:
            keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert [act.child for act in desk.acted if isinstance(act, RecordReviewHeld)] == left
    assert not waiting(desk)


@pytest.fixture
def slow_hands(dressed: QApplication) -> Iterator[None]:
    """What is pressed twice is taken for such however slow the machine is."""
    usual = dressed.doubleClickInterval()
    dressed.setDoubleClickInterval(600_000)
    yield
    dressed.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("slow_hands")
def test_an_enter_meant_for_the_one_before_saves_nothing_of_the_next(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_R)
    under_four = desk.preview_review(review_form(shell).child.child, review_form(shell).held_on.day()).under_four
    keys.press(Qt.Key.Key_0 if under_four else Qt.Key.Key_1)
    if review_form(shell).fields["late_reason"].isVisible():
        review_form(shell).late_reason.setCurrentIndex(1)
    keys.control(Qt.Key.Key_Return)
    keys.control(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert len(desk.acted) == 1
    assert not review_form(shell).summary.isVisible(), "nothing is asked of the next one yet"


def test_of_one_that_is_not_waiting_there_is_no_next(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    asked = {row.child for row in waiting(fake_of(shell))}
    shell.select(next(child for child in fake_of(shell).children if child not in asked))
    shell._actions[Command.RECORD].trigger()
    assert isinstance(shell.side.form, RecordReview)
    assert not shell.side.form.next_button.isVisible()
    assert QApplication.focusWidget() is not None
