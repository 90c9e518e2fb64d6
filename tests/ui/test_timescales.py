"""Timescales: four lists one key apart, and changes that show what they touch before anything is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iro_desktop.domain.acts import AddBankHoliday, ChangeSetting, RecordLeave, RemoveBankHoliday, RemoveLeave
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.plan_views import Consequence, DatedStanding, HolidayRow, RuleRow, TimescalesView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.change_form import ChangeForm
from iro_desktop.ui.forms.change_words import bare, becomes, change_words, count_words, without_year
from iro_desktop.ui.forms.holiday_form import AddHoliday, TakeHolidayAway
from iro_desktop.ui.forms.leave_form import LeaveForm
from iro_desktop.ui.forms.setting_form import SettingForm
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.pages.timescales_models import (
    CHOICES_PART,
    HOLIDAYS_PART,
    LEAVE_PART,
    PARTS,
    RULES_PART,
    matching,
    named,
    rule_detail,
    rule_sentence,
)
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import window_of

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
Form = TypeVar("Form")


def at_part(open_shell: OpenShell, number: int, desk: FakeDesk | None = None) -> Shell:
    """Timescales at that part."""
    shell = open_shell(desk or FakeDesk(60))
    shell.go_timescales()
    shell.timescales.show_part(number)
    return shell


def form_of(shell: Shell, kind: type[Form]) -> Form:
    """The form at the side, of that kind."""
    assert isinstance(shell.side.form, kind)
    return shell.side.form


def choose_rule(shell: Shell, rule: str) -> RuleRow:
    """Choose the rule of that id."""
    rows = shell.timescales.models[RULES_PART].rows
    line = next(number for number, row in enumerate(rows) if row.id == rule)
    shell.timescales.table.choose_row(line)
    row: RuleRow = rows[line]
    return row


def added_line(shell: Shell) -> int:
    """Where the bank holiday stands that was added."""
    rows = shell.timescales.models[HOLIDAYS_PART].rows
    return next(number for number, row in enumerate(rows) if row.is_added)


def rows_of(view: TimescalesView, number: int) -> tuple[object, ...]:
    return (view.rules, view.settings, view.holidays, view.leave)[number]


@pytest.mark.parametrize("number", range(len(PARTS)))
def test_each_list_keeps_the_contract_of_models(qapp: QApplication, number: int) -> None:
    part = PARTS[number]
    model: RecordsModel[object] = RecordsModel(part.columns, part.identity, part.sentence)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = rows_of(FakeDesk(3).timescales(), number)
    for shown in (rows, rows, rows[::-1], rows[:1], ()):
        model.set_rows(shown)
    assert tester.model() is model


@pytest.mark.parametrize("number", range(len(PARTS)))
def test_no_two_rows_are_taken_for_one_another(number: int) -> None:
    rows = rows_of(FakeDesk(3).timescales(), number)
    assert len({PARTS[number].identity(row) for row in rows}) == len(set(rows))


def test_the_place_has_a_key_and_is_found_by_other_words(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keyboard_of(shell).control(Qt.Key.Key_3)
    assert shell.page() is shell.timescales
    assert shell.rail.places[Command.TIMESCALES].isChecked()
    assert QApplication.focusWidget() is shell.timescales.tables[RULES_PART]
    action = window_of(shell).actions_by_command[Command.TIMESCALES]
    for words in ("law", "settings", "bank holidays", "rules", "leave"):
        shell.find_box.setText(words)
        shell.find_box.offer_now()
        assert action in [item.payload for item in shell.find_box.box().model.items], words


def test_law_day_and_last_known_year_stand_at_the_top(open_shell: OpenShell) -> None:
    shell = at_part(open_shell, RULES_PART)
    said = shell.timescales.summary.accessibleName()
    assert said == "Law checked on 31 July 2026 · bank holidays known to 2028"


def test_parts_are_one_key_apart_and_by_arrows(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_part(open_shell, RULES_PART)
    keys = keyboard_of(shell)
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
        keys.press(key)
        assert shell.timescales.number == number
        assert QApplication.focusWidget() is shell.timescales.tables[number]
    shell.timescales.parts.setFocus()
    keys.press(Qt.Key.Key_Left)
    assert shell.timescales.number == HOLIDAYS_PART
    assert QApplication.focusWidget() is shell.timescales.parts
    keys.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shell.timescales.table


def test_lists_are_one_tab_stop(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_part(open_shell, RULES_PART)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not shell.timescales.table
    keys.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is shell.timescales.table


def test_chosen_rule_says_its_sentence_source_and_evidence_at_the_side(open_shell: OpenShell) -> None:
    shell = at_part(open_shell, RULES_PART)
    row = choose_rule(shell, "after.distribution")
    side = shell.side.timescale
    assert side.isVisible()
    assert side.words.text() == row.sentence
    shown = dict(rule_detail(row).pairs)
    assert shown["Source"] == row.citation
    assert shown["Evidence"] == row.mark_words
    assert side.button.text() == "Set our own limit"


def test_what_was_not_checked_is_never_given_out_for_law() -> None:
    rows = [row for row in FakeDesk(3).timescales().rules if row.mark in {"M", "I"}]
    assert rows
    for row in rows:
        said = rule_sentence(row)
        assert "not checked" in said or "local interpretation" in said
        assert "statute" not in said
        assert rule_detail(row).note


def test_filter_narrows_the_rules_by_every_word(open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot) -> None:
    shell = at_part(open_shell, RULES_PART)
    page, rules = shell.timescales, shell.desk.timescales().rules
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_F)
    assert QApplication.focusWidget() is page.filter
    keys.type("handbook minutes")
    wanted = matching(rules, "handbook minutes")
    qtbot.waitUntil(lambda: len(page.models[RULES_PART].rows) == len(wanted))
    assert 0 < len(wanted) < len(rules)
    keys.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.table


def test_nothing_matching_says_so_and_escape_clears_it(
    open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot
) -> None:
    shell = at_part(open_shell, RULES_PART)
    page = shell.timescales
    page.begin_filter()
    keys = keyboard_of(shell)
    keys.type("zzz")
    qtbot.waitUntil(lambda: page.empty.isVisible() and "“zzz”" in page.empty.reason.text())
    assert not shell.side.isVisible()
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.isVisible)


def test_a_limit_shows_what_it_touches_before_it_is_saved_and_is_undone(
    open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot
) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, RULES_PART, desk)
    choose_rule(shell, "after.distribution")
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    form = form_of(shell, SettingForm)
    assert QApplication.focusWidget() is form.other
    keys.type("10 working days")
    qtbot.waitUntil(form.is_shown)
    plan = desk.plan_change([form.act()])
    assert form.effect_words.text() == plan.words
    assert tuple(form.touched.touched.rows) == plan.touched
    assert not desk.acted
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [
        ChangeSetting(setting="limit:after.distribution", value="10wd", from_on=desk.today_on, reason=None)
    ]
    assert shell.side.form is None
    assert QApplication.focusWidget() is shell.timescales.table
    assert "Distribution of the record: 10 working days from 23 Nov 2026" in shell.note_bar.words.text()
    assert rule(desk, "after.distribution").local
    keys.control(Qt.Key.Key_Z)
    assert not rule(desk, "after.distribution").local


def rule(desk: FakeDesk | LocalDesk, rule_id: str) -> RuleRow:
    return next(row for row in desk.timescales().rules if row.id == rule_id)


def test_enter_typed_too_soon_shows_what_it_touches_and_saves_nothing(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, RULES_PART, desk)
    choose_rule(shell, "after.distribution")
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    form = form_of(shell, SettingForm)
    form.other.setText("10wd")
    keys.press(Qt.Key.Key_Return)
    assert form.touched.touched.rows
    assert not desk.acted
    assert "Nothing was changed" in form.summary.text()
    keys.press(Qt.Key.Key_Return)
    assert len(desk.acted) == 1


def test_a_limit_of_the_law_is_said_to_come_only_forward(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, RULES_PART, desk)
    statute = next(row for row in desk.timescales().rules if row.can_change and row.authority == "statute")
    choose_rule(shell, statute.id)
    shell.timescale_deeds.change()
    assert "only bring it forward" in form_of(shell, SettingForm).about.text()


def test_a_rule_that_cannot_be_changed_offers_nothing(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_part(open_shell, RULES_PART)
    choose_rule(shell, "review.first")
    assert not shell.side.timescale.button.isVisible()
    keyboard_of(shell).press(Qt.Key.Key_Return)
    assert shell.side.form is None


def test_what_is_no_length_of_time_is_refused_beside_the_field(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, RULES_PART, desk)
    choose_rule(shell, "after.distribution")
    shell.timescale_deeds.change()
    form = form_of(shell, SettingForm)
    keys = keyboard_of(shell)
    keys.type("soon")
    keys.press(Qt.Key.Key_Return)
    assert form.fields["value"].problem.text()
    assert form.other.text() == "soon"
    assert not desk.acted


def test_a_limit_of_our_own_can_be_given_back_to_the_rule(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, RULES_PART, desk)
    choose_rule(shell, "after.minutes")
    shell.timescale_deeds.change()
    form = form_of(shell, SettingForm)
    form.choices.button(0).setChecked(True)
    form.look_now()
    form.try_save()
    (act,) = desk.acted
    assert act == ChangeSetting(setting="limit:after.minutes", value="rule", from_on=desk.today_on)


def test_a_choice_is_changed_from_a_day_to_come(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, CHOICES_PART, desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    form = form_of(shell, SettingForm)
    keys.press(Qt.Key.Key_Down)
    form.from_on.setText("1 jan 2027")
    form.reason.setText("Agreed by the service")
    form.look_now()
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [
        ChangeSetting(setting="anchor", value="original-due", from_on=date(2027, 1, 1), reason="Agreed by the service")
    ]
    row = desk.timescales().settings[0]
    assert row.coming
    assert row.coming in shell.timescales.table.facts.data(shell.timescales.table.facts.index(0, 3))


def test_a_further_value_is_typed_where_there_are_such(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, CHOICES_PART, desk)
    shell.timescales.table.choose_row(shell.timescales.models[CHOICES_PART].line_of("iro-visit"))
    shell.timescale_deeds.change()
    form = form_of(shell, SettingForm)
    assert not form.other.isVisible()
    form.choices.button(1).setChecked(True)
    assert form.other.isVisible()
    form.other.setText("2 months")
    assert form.value() == "2m"
    assert not form.missing()


def test_a_bank_holiday_is_added_by_its_key(open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, HOLIDAYS_PART, desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Plus)
    form = form_of(shell, AddHoliday)
    keys.press(Qt.Key.Key_Return)
    assert form.fields["on"].problem.text()
    assert form.fields["name"].problem.text()
    keys.type("4 may 2027")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Jubilee")
    qtbot.waitUntil(form.is_shown)
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [AddBankHoliday(on=date(2027, 5, 4), name="Jubilee")]
    assert any(row.is_added and row.name == "Jubilee" for row in shell.timescales.models[HOLIDAYS_PART].rows)


def test_an_added_bank_holiday_is_taken_away_after_its_effect_was_shown(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, HOLIDAYS_PART, desk)
    shell.timescales.table.choose_row(added_line(shell))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Delete)
    assert form_of(shell, TakeHolidayAway).touched.touched.rows
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [RemoveBankHoliday(on=date(2027, 6, 7))]
    keys.control(Qt.Key.Key_Z)
    assert added_line(shell) >= 0


def test_a_bank_holiday_of_the_law_cannot_be_taken_away(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_part(open_shell, HOLIDAYS_PART)
    row = shell.timescales.current()
    assert isinstance(row, HolidayRow)
    assert not row.is_added
    keyboard_of(shell).press(Qt.Key.Key_Delete)
    assert shell.side.form is None
    assert not shell.side.timescale.button.isVisible()


def test_leave_is_taken_away_and_the_empty_list_offers_to_record_some(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, LEAVE_PART, desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Delete)
    assert desk.acted == [RemoveLeave(iro="Angela Marsh", from_on=date(2026, 12, 21))]
    page = shell.timescales
    assert page.empty.isVisible()
    assert QApplication.focusWidget() is page.empty.button
    keys.control(Qt.Key.Key_Z)
    assert QApplication.focusWidget() is page.table
    assert len(page.models[LEAVE_PART].rows) == 1


def test_leave_is_recorded(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, LEAVE_PART, desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Plus)
    form = form_of(shell, LeaveForm)
    form.from_on.setText("1 feb 2027")
    form.to_on.setText("29 jan 2027")
    keys.press(Qt.Key.Key_Return)
    assert form.fields["to_on"].problem.text()
    form.to_on.setText("5 feb 2027")
    keys.press(Qt.Key.Key_Return)
    (act,) = desk.acted
    assert isinstance(act, RecordLeave)
    assert (act.iro, act.from_on, act.to_on) == ("Angela Marsh", date(2027, 2, 1), date(2027, 2, 5))


@pytest.mark.parametrize("number", [RULES_PART, CHOICES_PART, HOLIDAYS_PART])
def test_escape_leaves_a_form_for_the_same_row_and_changes_nothing(
    open_shell: OpenShell, keyboard_of: KeyboardOf, number: int
) -> None:
    desk = FakeDesk(60)
    shell = at_part(open_shell, number, desk)
    if number == RULES_PART:
        choose_rule(shell, "after.letter")
    if number == HOLIDAYS_PART:
        shell.timescales.table.choose_row(added_line(shell))
    place = shell.timescales.table.current_row()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(shell.side.form, ChangeForm)
    keys.press(Qt.Key.Key_Escape)
    assert shell.side.form is None
    assert not desk.acted
    assert shell.timescales.table.current_row() == place
    assert QApplication.focusWidget() is shell.timescales.table


def test_no_child_is_in_hand_at_the_rules_and_is_again_afterwards(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60))
    before = shell.deeds.in_hand
    assert before.view is not None
    shell.go_timescales()
    assert shell.deeds.in_hand.view is None
    assert not window_of(shell).actions_by_command[Command.BOOK].isEnabled()
    keyboard_of(shell).control(Qt.Key.Key_1)
    here = shell.deeds.in_hand
    assert here.view is not None
    assert (here.view.child, here.deadline) == (before.view.child, before.deadline)


def test_in_a_small_window_enter_shows_the_row_first_and_escape_comes_back(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(60), (900, 700))
    shell.go_timescales()
    choose_rule(shell, "after.letter")
    keys = keyboard_of(shell)
    assert not shell.side.isVisible()
    keys.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is shell.side.timescale.button
    keys.press(Qt.Key.Key_Return)
    assert isinstance(shell.side.form, SettingForm)
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    assert not shell.side.isVisible()
    assert QApplication.focusWidget() is shell.timescales.table


def test_before_and_after_are_said_in_a_line_with_the_year_once() -> None:
    was = DatedStanding(date(2026, 11, 27), Standing.DUE_SOON, None, "due Fri 27 Nov 2026")
    will = DatedStanding(date(2026, 11, 13), Standing.OVERDUE, None, "due Fri 13 Nov 2026")
    row = Consequence("after.minutes/AB12/2026-11-06", "AB12", "after.minutes", "Minutes", was, will)
    assert change_words(row) == "Fri 27 Nov → Fri 13 Nov 2026"
    assert change_words(row, without_year) == "Fri 27 Nov → Fri 13 Nov"
    assert change_words(row, bare) == "27 Nov → 13 Nov"
    assert becomes(row) == "overdue"
    assert not becomes(replace(row, before=replace(was, standing=Standing.OVERDUE))), "told only where it changes"
    assert change_words(replace(row, after=None)) == "no longer owed, was: Fri 27 Nov 2026"
    assert change_words(replace(row, before=None)) == "new: Fri 13 Nov 2026"
    booked = replace(was, booked_on=date(2026, 11, 19))
    moved = replace(row, before=booked, after=replace(was, booked_on=date(2026, 12, 1)))
    assert change_words(moved) == "booked Thu 19 Nov → Tue 1 Dec 2026"
    planned = replace(was, plan_by=date(2026, 11, 20)), replace(was, plan_by=date(2026, 11, 18))
    assert change_words(replace(row, before=planned[0], after=planned[1])) == "plan by Fri 20 Nov → Wed 18 Nov 2026"
    assert count_words((row, moved, replace(row, before=None))) == "1 date moves, 1 new date, 1 becomes overdue"


def test_a_rule_that_has_ended_says_so_beside_its_successor() -> None:
    row = replace(FakeDesk(3).timescales().rules[0], in_force="until 31 Mar 2011")
    assert named(row).endswith("until 31 Mar 2011")


def test_on_the_real_services_what_was_shown_is_what_happens_and_undo_takes_it_back(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_demo(tmp_path / "demo", date(2026, 11, 23))
    shell = open_shell(desk)
    shell.go_timescales()
    choose_rule(shell, "after.minutes")
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Return)
    form = form_of(shell, SettingForm)
    keys.type("5 working days")
    form.from_on.setText("1 oct")
    qtbot.waitUntil(form.is_shown)
    shown = {row.id: row.after.due_on for row in form.touched.touched.rows if row.after}
    children = {row.child for row in form.touched.touched.rows}
    before = due_days(desk, children)
    keys.press(Qt.Key.Key_Return)
    after = due_days(desk, children)
    assert {key: after[key] for key in shown} == shown
    assert rule(desk, "after.minutes").local.startswith("5 working days")
    keys.control(Qt.Key.Key_Z)
    assert due_days(desk, children) == before
    desk.close()


def due_days(desk: LocalDesk, children: set[str]) -> dict[str, date | None]:
    return {row.id: row.due_on for child in children for row in desk.child(child).deadlines}
