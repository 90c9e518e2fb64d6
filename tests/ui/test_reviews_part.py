"""Reviews held and what they recommended: added one after the other, followed and challenged, by keys alone."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import (
    Act,
    AddRecommendation,
    ChangeRecommendation,
    CheckRecommendation,
    RaiseAlert,
    RecordOutcome,
    RemoveRecommendation,
)
from iro_desktop.domain.vocabulary import Outcome, Progress, Role
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.recommendation_form import RecommendationForm
from iro_desktop.ui.pages.child.reviews import Reviews
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, FakeChild
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def at_reviews(open_shell: OpenShell) -> tuple[Shell, Keyboard, FakeChild]:
    """A child with two reviews in hand, at the part Reviews of their page."""
    shell = open_shell(FakeDesk())
    child = next(one for one in fake_of(shell).children.values() if one.last_on and (one.number or 0) > 1)
    shell.select(child.id)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_O)
    shell.child_page.show_part(Reviews.title)
    shell.child_page.focus_list()
    return shell, keys, child


def part(shell: Shell) -> Reviews:
    found = shell.child_page.section
    assert isinstance(found, Reviews)
    return found


def form_of(shell: Shell) -> RecommendationForm:
    found = shell.side.form
    assert isinstance(found, RecommendationForm)
    return found


def only_act(shell: Shell) -> Act:
    (act,) = fake_of(shell).acted
    return act


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_recommendation_is_written_down_with_owner_and_day(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_W)
    keys.type("Laptop for home")
    keys.press(Qt.Key.Key_Tab)
    keys.type("sch")
    keys.press(Qt.Key.Key_Tab)
    keys.type("18 dec")
    keys.press(Qt.Key.Key_Return)
    assert child.last_on is not None
    assert only_act(shell) == AddRecommendation(
        child=child.id,
        held_on=child.last_on,
        text="Laptop for home",
        owner=Role.SCHOOL,
        due_on=date(2026, 12, 18),
    )
    assert shell.side.form is None
    assert part(shell).made.rows[2].text == "Laptop for home"


def test_saving_by_control_enter_offers_the_next_of_the_same_review(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_Down)
    earlier = part(shell).chosen().held_on
    for text in ("First", "Second"):
        if shell.side.form is None:
            keys.press(Qt.Key.Key_W)
        keys.type(text)
        keys.press(Qt.Key.Key_Return, CONTROL)
        settle()
    assert form_of(shell).held_on == earlier != child.last_on
    assert form_of(shell).text.words() == ""
    assert [act.text for act in fake_of(shell).acted if isinstance(act, AddRecommendation)] == ["First", "Second"]


def test_shift_enter_begins_a_line_and_what_is_missing_is_said(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_W)
    keys.press(Qt.Key.Key_Return)
    assert form_of(shell).fields["text"].problem.text() == "Say what is to be done."
    keys.type("One")
    keys.press(Qt.Key.Key_Return, SHIFT)
    keys.type("two")
    assert form_of(shell).text.words() == "One\ntwo"
    form_of(shell).due_on.set_day(child.last_on - timedelta(days=1) if child.last_on else None)
    keys.press(Qt.Key.Key_Return)
    assert "before the review" in form_of(shell).fields["due_on"].problem.text()
    assert fake_of(shell).acted == []


def test_agency_follows_whom_it_asks(open_shell: OpenShell):
    shell, keys, _child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_W)
    assert form_of(shell).agency.currentText() == "Children’s services, as usual"
    form_of(shell).owner.setCurrentIndex(form_of(shell).owner.findData(Role.POLICE))
    assert form_of(shell).agency.currentText() == "Police, as usual"


def test_what_became_of_the_chosen_one_is_recorded(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_W, SHIFT)
    assert isinstance(shell.side.form, AskForm)
    keys.type("par")
    keys.press(Qt.Key.Key_Return)
    assert child.last_on is not None
    assert only_act(shell) == RecordOutcome(
        child=child.id, held_on=child.last_on, number=2, outcome=Outcome.PARTLY, on=TODAY
    )


def test_one_that_stays_open_is_looked_at(open_shell: OpenShell):
    shell, keys, _child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_W, SHIFT)
    form = shell.side.form
    assert isinstance(form, AskForm)
    box = form.fields["what"].widget
    box.setCurrentIndex(box.findData(Progress.STUCK.value))  # type: ignore[attr-defined]
    keys.press(Qt.Key.Key_Return)
    act = only_act(shell)
    assert isinstance(act, CheckRecommendation)
    assert act.progress is Progress.STUCK


def test_chosen_one_is_changed_and_taken_away(open_shell: OpenShell):
    shell, keys, _child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Return)
    assert form_of(shell).changing is not None
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.type("Said better")
    keys.press(Qt.Key.Key_Return)
    changed = fake_of(shell).acted[0]
    assert isinstance(changed, ChangeRecommendation)
    assert changed.text == "Said better"
    keys.press(Qt.Key.Key_W, CONTROL)
    form_of(shell).gone.setChecked(True)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(fake_of(shell).acted[1], RemoveRecommendation)


def test_alert_about_the_chosen_one_opens_drafted_by_one_key(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_X)
    assert isinstance(shell.side.form, AskForm)
    keys.press(Qt.Key.Key_Return)
    act = only_act(shell)
    assert isinstance(act, RaiseAlert)
    assert act.about == f"Recommendation 1 of the review of {child.last_on} (child {child.id}) is still open."


def test_carried_ones_stand_beneath_those_of_the_review(open_shell: OpenShell):
    shell, _keys, child = at_reviews(open_shell)
    rows = part(shell).made.rows
    assert [row.held_on == child.last_on for row in rows] == [True, True, False, False]
    assert "carried from earlier reviews" in part(shell).made_heading.text()


def test_digit_at_the_owner_sets_so_many_weeks_after_the_review(open_shell: OpenShell):
    shell, keys, child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_W)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_6)
    assert child.last_on is not None
    assert form_of(shell).due_on.day() == child.last_on + timedelta(weeks=6)


def test_drafted_alert_is_not_offered_for_brothers_and_sisters(open_shell: OpenShell):
    shell, keys, _child = at_reviews(open_shell)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_X)
    form = shell.side.form
    assert isinstance(form, AskForm)
    assert form.questions.is_for_one
    assert not form.same.isVisible()
