"""Challenge: the board and its list, one alert in full, counts that open what makes them, the service's lists."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import AnswerAlert, ChangeAlert, RaiseAlert, RemoveAlert, ResolveAlert
from iro_desktop.domain.vocabulary import AlertKind, AlertStage, ServiceList, Standing
from iro_desktop.services.views import DeadlineRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.raise_alert import RaiseAlertForm
from iro_desktop.ui.pages.challenge.page import BOARD, CONSULTATIONS, COUNTS, LIST, ChallengePage
from iro_desktop.ui.pages.challenge.words import spoken
from iro_desktop.ui.pages.timescales_table import shortened
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_challenge import FakeChallenge
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, plus_working_days
from tests.ui.handles import fake_of

OpenShell = Callable[..., Shell]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shell(open_shell: OpenShell) -> Shell:
    shell = open_shell(FakeDesk(60))
    shell.go(Command.CHALLENGE)
    return shell


@pytest.fixture
def keys(shell: Shell) -> Keyboard:
    return Keyboard(shell.window())


def page(shell: Shell) -> ChallengePage:
    return shell.challenge.page


def choose(shell: Shell, stage: AlertStage) -> str:
    """Choose the first card of that stage; its key."""
    card = next(one for one in shell.desk.challenge().alerts if one.stage is stage and one.is_open)
    assert page(shell).choose(card.child)
    shell.select(card.child)
    return card.key


def test_the_rail_counts_overdue_answers(shell: Shell) -> None:
    overdue = shell.desk.challenge().overdue
    assert overdue
    assert str(overdue) in shell.rail.places[Command.CHALLENGE].accessibleName()


def test_arrows_go_from_card_to_card_and_the_child_is_in_hand(shell: Shell, keys: Keyboard) -> None:
    columns = shell.desk.challenge().columns
    filled = [column.cards for column in columns if column.cards]
    assert page(shell).choose(filled[0][0].child)
    seen = [page(shell).current()]
    assert seen[0] == filled[0][0]
    keys.press(Qt.Key.Key_Down)
    seen.append(page(shell).current())
    assert seen[1] == filled[0][1]
    keys.press(Qt.Key.Key_Right)
    card = page(shell).current()
    assert card in filled[1]
    assert card is not None
    view = shell.deeds.in_hand.view
    assert view is not None
    assert view.child == card.child
    assert page(shell).board.canvas.accessibleDescription() == spoken(card)


def test_what_is_overdue_stands_first_in_its_column(shell: Shell) -> None:
    for column in shell.desk.challenge().columns:
        is_late = [card.standing is Standing.OVERDUE for card in column.cards]
        assert is_late == sorted(is_late, reverse=True)


def test_the_list_has_every_card_of_the_board_and_stays_with_the_chosen_one(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Down)
    chosen = page(shell).current()
    keys.press(Qt.Key.Key_2)
    assert page(shell).views.currentIndex() == LIST
    assert page(shell).current() == chosen
    on_board = {card.key for column in shell.desk.challenge().columns for card in column.cards}
    assert on_board <= {card.key for card in page(shell).rows.rows}
    keys.press(Qt.Key.Key_Down)
    other = page(shell).current()
    keys.press(Qt.Key.Key_1)
    assert page(shell).views.currentIndex() == BOARD
    assert page(shell).current() == other != chosen


def test_enter_opens_the_alert_and_esc_comes_back_to_its_card(shell: Shell, keys: Keyboard) -> None:
    key = choose(shell, AlertStage.FORMAL)
    page(shell).focus_list()
    keys.press(Qt.Key.Key_Return)
    assert shell.page() is shell.challenge.alert
    card = shell.challenge.alert.current()
    assert card is not None
    assert card.key == key
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is page(shell)
    back = page(shell).current()
    assert back is not None
    assert back.key == key


def test_esc_goes_back_through_every_place_one_came_by(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_O)
    assert shell.page() is shell.child_page
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.challenge.alert
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is page(shell)


def test_d_answers_the_stage_of_the_chosen_card(shell: Shell, keys: Keyboard) -> None:
    choose(shell, AlertStage.FORMAL)
    page(shell).focus_list()
    keys.press(Qt.Key.Key_D)
    (act,) = fake_of(shell).acted
    assert isinstance(act, AnswerAlert)
    assert (act.stage, act.answered_on) == (AlertStage.FORMAL, TODAY)
    keys.control(Qt.Key.Key_Z)
    assert "Undone" in shell.note_bar.words.text()


def test_an_alert_at_cafcass_is_answered_by_the_stage_it_came_from(shell: Shell, keys: Keyboard) -> None:
    choose(shell, AlertStage.CAFCASS)
    page(shell).focus_list()
    keys.press(Qt.Key.Key_X, SHIFT)
    form = shell.side.form
    assert form is not None
    what = form.fields["what"].widget
    assert isinstance(what, DropDown)
    words = [what.itemText(row) for row in range(what.count())]
    assert words[:2] == ["Answered", "Cafcass answered"]
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, AnswerAlert)
    assert act.stage is AlertStage.FORMAL


def test_resolving_asks_what_came_of_it_and_what_it_changed(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_X, SHIFT)
    keys.type("r")
    form = shell.side.form
    assert form is not None
    assert form.fields["outcome"].isVisible()
    assert form.fields["effect"].isVisible()
    assert not form.fields["reply"].isVisible()
    keys.press(Qt.Key.Key_Return)
    assert not fake_of(shell).acted, "what it changed for the child is never said by Enter alone"
    assert form.fields["effect"].problem.text() == "Choose one."
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, ResolveAlert)
    assert act.effect


def test_q_changes_the_chosen_alert_and_says_only_what_differs(shell: Shell, keys: Keyboard) -> None:
    before = page(shell).current()
    assert before is not None
    keys.press(Qt.Key.Key_Q)
    keys.type("Now: ")
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, ChangeAlert)
    assert act.about == f"Now: {before.about}"
    assert (act.theme, act.team, act.agency, act.clear) == (None, None, None, ())


def test_delete_takes_it_away_and_undo_brings_it_back(shell: Shell, keys: Keyboard) -> None:
    before = page(shell).current()
    assert before is not None
    keys.press(Qt.Key.Key_Delete)
    (act,) = fake_of(shell).acted
    assert isinstance(act, RemoveAlert)
    assert before.key not in {card.key for card in page(shell).rows.rows}
    keys.control(Qt.Key.Key_Z)
    assert before.key in {card.key for card in page(shell).rows.rows}


def test_an_alert_that_is_gone_is_left_for_where_one_was(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert shell.page() is page(shell)


def test_the_lines_of_a_count_add_up_and_enter_opens_the_alerts_that_make_one(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_3)
    part = page(shell).counts
    raised = [card for card in shell.desk.challenge().alerts if card.raised_on.isoformat() >= "2026-04-01"]
    assert sum(line.count for line in part.model.rows) == len(raised)
    assert f"= {len(raised)} alerts raised" in part.check.text()
    line = part.model.rows[0]
    keys.press(Qt.Key.Key_Return)
    assert page(shell).views.currentIndex() == LIST
    assert [card.key for card in page(shell).rows.rows] == [card.key for card in line.alerts]
    keys.press(Qt.Key.Key_Escape)
    assert page(shell).views.currentIndex() == COUNTS
    assert len(page(shell).rows.rows) == len(shell.desk.challenge().alerts)


def test_another_count_and_another_time_are_shown_at_once(shell: Shell) -> None:
    page(shell).views.setCurrentIndex(COUNTS)
    box = page(shell).by
    box.setCurrentIndex(box.findData("kind"))
    assert [line.words for line in page(shell).counts.model.rows] == sorted(one.label for one in AlertKind)
    page(shell).time.setCurrentIndex(page(shell).time.count() - 1)
    assert not page(shell).counts.model.rows
    assert page(shell).empty.isVisible()
    assert "in this time" in page(shell).empty.words.text()


def test_enter_opens_the_forms_of_an_agency_and_esc_comes_back(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_4)
    assert page(shell).views.currentIndex() == CONSULTATIONS
    part = page(shell).consultations
    row = part.agencies.rows[0]
    keys.press(Qt.Key.Key_Return)
    assert len(part.forms.rows) == row.sent == row.returned + row.waiting
    keys.press(Qt.Key.Key_Escape)
    assert part.table is part.agency_list
    assert shell.page() is page(shell)


def missed(desk: FakeDesk) -> DeadlineRow:
    """An overdue date that no alert is about."""
    return next(
        row
        for child in desk.children
        for row in desk.child(child).deadlines
        if row.standing is Standing.OVERDUE and not row.rule.startswith("alert.")
    )


def test_a_missed_date_is_drafted_with_its_facts(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    late = missed(fake_of(shell))
    shell.select(late.id.split("/")[0], late.id)
    keys = Keyboard(shell.window())
    keys.press(Qt.Key.Key_X)
    assert isinstance(shell.side.form, RaiseAlertForm)
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, RaiseAlert)
    assert (act.rule, act.trigger_on) == (late.rule, late.trigger_on)
    assert act.about is not None
    assert late.what in act.about


def test_what_is_late_is_not_told_as_good_practice(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    late = missed(fake_of(shell))
    shell.select(late.id.split("/")[0], late.id)
    keys = Keyboard(shell.window())
    keys.press(Qt.Key.Key_X)
    form = shell.side.form
    assert isinstance(form, RaiseAlertForm)
    drafted = form.answers()
    assert drafted.text("about")
    keys.type("g")
    assert (form.answers().text("about"), form.answers().choice("theme")) == (None, "")
    keys.press(Qt.Key.Key_Return)
    assert not fake_of(shell).acted
    assert "done well" in form.fields["about"].problem.text()
    form.fields["what"].widget.setFocus()
    keys.press(Qt.Key.Key_Home)
    again = form.answers()
    assert (again.text("about"), again.choice("theme")) == (drafted.text("about"), drafted.choice("theme"))
    keys.type("g")
    form.fields["about"].widget.setFocus()
    keys.type("Seen every week.")
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, RaiseAlert)
    assert (act.about, act.theme, act.rule, act.trigger_on) == ("Seen every week.", None, None, None)


def test_who_answers_and_by_when_follows_the_day_it_is_raised(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_X)
    form = shell.side.form
    assert isinstance(form, RaiseAlertForm)
    assert "within 5 working days, by Mon 30 Nov 2026" in form.fields["stage"].note.text()
    day = form.fields["on"].widget
    assert isinstance(day, DateField)
    day.set_day(plus_working_days(TODAY, -5))
    assert "by Mon 23 Nov 2026" in form.fields["stage"].note.text()


def test_a_partner_escalation_names_its_agency(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_X)
    keys.type("p")
    form = shell.side.form
    assert isinstance(form, RaiseAlertForm)
    assert form.fields["agency"].isVisible()
    assert not form.fields["stage"].isVisible()
    keys.press(Qt.Key.Key_Return)
    assert "which agency" in form.fields["agency"].problem.text()
    assert not fake_of(shell).acted


def test_what_is_added_to_a_list_is_offered_when_an_alert_is_raised(shell: Shell, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | SHIFT)
    keys.press(Qt.Key.Key_A)
    keys.type("Passports")
    keys.press(Qt.Key.Key_Return)
    assert "Passports" in [line.name for line in shell.desk.service_list(ServiceList.THEME)]
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is page(shell)
    keys.press(Qt.Key.Key_X)
    form = shell.side.form
    assert form is not None
    theme = form.fields["theme"].widget
    assert isinstance(theme, DropDown)
    assert theme.findData("Passports") >= 0


def test_without_alerts_and_without_children_it_says_why_and_what_to_do(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    desk.raised = FakeChallenge()
    shell = open_shell(desk)
    shell.go(Command.CHALLENGE)
    assert page(shell).empty.isVisible()
    assert "X raises one" in page(shell).empty.reason.text()
    empty = open_shell(FakeDesk(0))
    empty.go(Command.CHALLENGE)
    assert page(empty).empty.button.isVisible()
    assert page(empty).empty.button.hasFocus()


def test_on_today_enter_opens_the_alert_whose_answer_is_waited_for(open_shell: OpenShell, tmp_path: Path) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    shell = open_shell(desk)
    row = next(row for row in desk.today().rows if "/" in row.deadline_id and row.deadline_id.startswith("alert."))
    assert shell.today.choose(row.child, row.deadline_id)
    shell.today.table.row_opened.emit(shell.today.table.currentIndex())
    assert shell.page() is shell.challenge.alert
    card = shell.challenge.alert.current()
    assert card is not None
    assert card.child == row.child
    assert row.deadline_id in {clock.deadline_id for clock in (card.clock, card.cap) if clock is not None}
    desk.close()


def test_a_half_filled_change_of_an_alert_comes_back_from_anywhere(shell: Shell, keys: Keyboard) -> None:
    before = page(shell).current()
    assert before is not None
    keys.press(Qt.Key.Key_Q)
    keys.type("Now: ")
    keys.press(Qt.Key.Key_Escape)
    shell.go_today()
    keys.control(Qt.Key.Key_G)
    keys.press(Qt.Key.Key_Return)
    (act,) = fake_of(shell).acted
    assert isinstance(act, ChangeAlert)
    assert (act.child, act.raised_on, act.about) == (before.child, before.raised_on, f"Now: {before.about}")


def test_d_does_no_other_work_of_the_child_where_a_resolved_alert_is_shown(shell: Shell, keys: Keyboard) -> None:
    resolved = next(card for card in shell.desk.challenge().alerts if not card.is_open)
    shell.challenge.open(resolved)
    keys.press(Qt.Key.Key_D)
    assert not fake_of(shell).acted
    assert not shell.challenge.alert.buttons[Command.DONE].isEnabled()


def test_whoever_was_in_hand_while_no_alert_was_shown_is_not_meant_by_the_chosen_card(
    shell: Shell, keys: Keyboard
) -> None:
    card = page(shell).current()
    assert card is not None
    keys.press(Qt.Key.Key_4)
    other = next(child for child in fake_of(shell).children if child != card.child)
    shell.select(other)
    for view in (Qt.Key.Key_1, Qt.Key.Key_2):
        keys.press(view)
        assert shell.deeds.in_hand.view is not None
        assert shell.deeds.in_hand.view.child == page(shell).chosen_child() == card.child


def test_a_text_longer_than_its_lines_ends_at_a_whole_word(dressed: QApplication) -> None:
    metrics = QFontMetrics(dressed.font())
    words = "The care plan still says what was so before the last change, so nobody works to the same plan."
    width, two = metrics.horizontalAdvance("x" * 30), metrics.height() + metrics.lineSpacing()
    shown = shortened(words, metrics, width, two)
    assert shown.endswith("…")
    assert words.startswith(shown[:-1])
    assert words[len(shown) - 1] in " ,"
    assert shortened(words, metrics, width, two * 4) == words


def test_a_second_alert_about_the_same_date_says_that_one_is_open(open_shell: OpenShell, tmp_path: Path) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    shell = open_shell(desk)
    late = next(
        row.deadline_id
        for row in desk.today().rows
        if row.child and row.standing is Standing.OVERDUE and not row.deadline_id.startswith("alert.")
    )
    shell.select(late.split("/")[1], late)
    keys = Keyboard(shell.window())
    keys.press(Qt.Key.Key_X)
    assert isinstance(shell.side.form, RaiseAlertForm)
    assert "is open since" not in shell.side.form.about.text()
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_X)
    assert isinstance(shell.side.form, RaiseAlertForm)
    assert "is open since 23 Nov 2026" in shell.side.form.about.text()
