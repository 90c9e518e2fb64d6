"""Planning at the child: days that suit, what would follow, brothers and sisters, facts, dates set by hand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import (
    Act,
    AdjournReview,
    AskForReview,
    BookReview,
    ChangeCare,
    CompleteReview,
    EndCircumstance,
    EscalateAlert,
    FormSiblingGroup,
    LeaveSiblingGroup,
    MoveBooking,
    OverrideDeadline,
    RaiseAlert,
    RecordCircumstance,
    RecordLeave,
    RecordTaskDone,
    RemoveCircumstance,
    WithdrawOverride,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import CircumstanceKind, Ownership, ReviewGround, ReviewMethod, Task
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.plan_views import DayOffer
from iro_desktop.services.views import DoNow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.about.catalogue import FORMS
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.book import Book
from iro_desktop.ui.forms.done_on import task_done
from iro_desktop.ui.forms.leave_form import LeaveForm
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, plus_working_days
from tests.ui.handles import focused, in_hand, review_form, window_of
from tests.ui.test_access import settle, with_siblings

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def unbooked(desk: FakeDesk) -> str:
    """A child whose next review lies well ahead and is not booked."""
    ahead = plus_working_days(TODAY, 60)
    return next(one.id for one in desk.children.values() if not one.booked_on and one.due_on and one.due_on > ahead)


def asked(shell: Shell) -> AskForm:
    """The small form that is open."""
    assert isinstance(shell.side.form, AskForm)
    return shell.side.form


def choose(form: AskForm, name: str, value: str) -> None:
    """Choose that value in the form's list."""
    box = form.fields[name].widget
    assert isinstance(box, DropDown)
    box.setCurrentIndex(box.findData(value))


def test_a_day_that_suits_is_taken_with_alt_and_a_digit_and_booked_with_enter(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = unbooked(desk)
    shell.select(child)
    window = desk.booking_window(child)
    assert window is not None
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_B)
    keys.press(Qt.Key.Key_2, ALT)
    assert isinstance(shell.side.form, Book)
    assert shell.side.form.day.day() == window.offers[1].on
    assert shell.side.form.offers.group.checkedId() == 1
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[-1]
    assert isinstance(act, BookReview)
    assert act.review_on == window.offers[1].on


def test_the_day_proposed_is_the_last_that_can_still_move(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = unbooked(desk)
    shell.select(child)
    shell.deeds.book()
    window = desk.booking_window(child)
    assert isinstance(shell.side.form, Book)
    assert window is not None
    assert shell.side.form.day.day() == window.book_by


def test_days_that_suit_are_one_stop_of_tab_with_arrows_inside(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.select(unbooked(desk))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_B)
    form = shell.side.form
    assert isinstance(form, Book)
    keys.press(Qt.Key.Key_Tab)
    assert form.offers.isAncestorOf(focused(shell))
    keys.press(Qt.Key.Key_Down)
    assert form.day.day() == form.offers.days[1]
    keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.time


def test_what_would_follow_is_shown_before_anything_moves(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell)
    shell.deeds.move()
    form = shell.side.form
    assert isinstance(form, Move)
    assert child.due_on is not None
    form.day.set_day(plus_working_days(child.due_on, 2))
    settle()
    assert "out of timescale by 2 working days" in form.verdict.accessibleName()
    assert form.what_if.changes.isVisibleTo(form)
    form.day.set_day(plus_working_days(TODAY, 3))
    assert "not enough time" in form.warnings.text()
    assert not desk.acted


def test_brothers_and_sisters_chosen_move_along_as_one_act(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell)
    before = desk.children
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_M)
    form = shell.side.form
    assert isinstance(form, Move)
    form.day.set_day(plus_working_days(TODAY, 30))
    form.asked_by.setCurrentIndex(1)
    form.reason.setText("court timetable")
    settle()
    checks = form.findChildren(Check)
    assert checks
    checks[0].setFocus()
    keys.press(Qt.Key.Key_Space)
    assert checks[0].isChecked()
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert len(desk.acted) == 2
    moves = [act for act in desk.acted if isinstance(act, MoveBooking)]
    assert {act.reason for act in moves} == {"court timetable"}
    assert child.family not in (desk.undo_label() or "")
    keys.control(Qt.Key.Key_Z)
    assert desk.children == before


def test_the_window_turns_into_a_list_of_the_same_days(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.select(unbooked(desk))
    shell.open_child()
    card = shell.side.panel.window_card
    assert "Last lawful" in card.band.accessibleDescription()
    card.switch.setFocus()
    card.switch.click()
    assert card.list.isVisibleTo(card)
    assert not card.band.isVisibleTo(card)
    assert card.switch.accessibleName().endswith("as a band")


def test_all_brothers_and_sisters_are_booked_on_the_best_day_by_one_key(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = next(one for one in desk.children.values() if (plan := desk.plan_siblings(one.id)) and plan.offers)
    shell.select(child.id)
    plan = desk.plan_siblings(child.id)
    assert plan is not None
    best = plan.offers[0]
    keyboard_of(shell).press(Qt.Key.Key_B, SHIFT)
    assert {desk.children[one].booked_on for one in best.children} == {best.on}
    label = desk.undo_label() or ""
    assert all(one in label for one in best.children)
    assert child.family not in label
    shell.deeds.book_together()
    assert "Nothing was changed" in shell.note_bar.words.text()


@pytest.mark.parametrize("command", list(FORMS))
def test_each_small_form_opens_by_its_key_and_escape_changes_nothing(
    open_shell: OpenShell, keyboard_of: KeyboardOf, command: Command
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell)
    desk.act(RaiseAlert(child=child.id, raised_on=TODAY))
    desk.act(RecordCircumstance(child=child.id, what=CircumstanceKind.HEARING, from_on=TODAY))
    if command in {Command.SITTING, Command.COMPLETE} and child.last_on:
        desk.act(AdjournReview(child=child.id, held_on=child.last_on))
    shell.select(child.id)
    done = len(desk.acted)
    action = shell._actions[command]
    assert action.isEnabled()
    (key,) = action.shortcuts()
    keys = keyboard_of(shell)
    keys.whole(key)
    form = asked(shell)
    assert child.id in form.about.text()
    assert form.isAncestorOf(focused(shell))
    keys.press(Qt.Key.Key_Escape)
    assert shell.side.form is None
    assert len(desk.acted) == done


def made(shell: Shell, command: Command, **filled: str) -> Act:
    """The act of a small form with those fields filled in."""
    window_of(shell).actions_by_command[command].trigger()
    form = asked(shell)
    for name, value in filled.items():
        widget = form.fields[name].widget
        if isinstance(widget, DropDown):
            choose(form, name, value)
        else:
            widget.setText(value)  # type: ignore[attr-defined]
    form.try_save()
    assert shell.side.form is None, [field.problem.text() for field in form.fields.values()]
    assert isinstance(shell.desk, FakeDesk)
    return shell.desk.acted[-1]


def test_facts_are_added_ended_and_taken_away(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    child = with_siblings(shell).id
    leaver = CircumstanceKind.CARE_LEAVER
    act = made(shell, Command.ADD_FACT, what=leaver.value, from_on="20 nov 2026", note="agreed")
    assert act == RecordCircumstance(child=child, what=leaver, from_on=date(2026, 11, 20), note="agreed")
    assert "Care leaver followed here" in shell.side.panel.so.words.text()
    act = made(shell, Command.END_FACT, how="ended", to_on="21 nov 2026")
    assert isinstance(act, EndCircumstance)
    made(shell, Command.ADD_FACT, what=CircumstanceKind.HEARING.value, from_on="3 dec 2026")
    assert "that it should inform" in shell.side.panel.notice_words.text()
    assert isinstance(made(shell, Command.END_FACT, how="mistake"), RemoveCircumstance)
    assert not shell.side.panel.so.buttons[Command.END_FACT].isVisibleTo(shell.side.panel)


def test_the_child_found_stays_in_hand_after_an_act_though_today_does_not_list_them(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    listed = {row.child for row in desk.today().rows}
    quiet = next(one for one in desk.children.values() if one.id not in listed)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_K)
    keys.type(quiet.id.lower())
    keys.press(Qt.Key.Key_Return)
    assert shell.side.panel.view is not None
    assert shell.side.panel.view.child == quiet.id
    keys.press(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_Return)
    keys.type("today")
    keys.press(Qt.Key.Key_Return)
    assert isinstance(desk.acted[-1], RecordCircumstance)
    assert shell.side.panel.view.child == quiet.id
    assert not shell.today.table.selectionModel().hasSelection()
    shell.today.table.setFocus()
    keys.press(Qt.Key.Key_Down)
    first = shell.today.current()
    assert first is not None
    assert shell.side.panel.view.child == first.child, "the arrows lead back to the list, at its first row"


def test_a_fact_that_happened_on_one_day_is_not_ended_but_told_so(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell).id
    desk.act(RecordCircumstance(child=child, what=CircumstanceKind.HEARING, from_on=TODAY))
    shell.deeds.ask(Command.END_FACT)
    form = asked(shell)
    choose(form, "how", "ended")
    form.try_save()
    assert "taken away" in form.fields["how"].problem.text()


def test_days_in_the_wrong_order_are_told_beside_the_field(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    with_siblings(shell)
    shell.deeds.ask(Command.EARLY_REVIEW)
    form = asked(shell)
    form.fields["asked_on"].widget.setText("today")  # type: ignore[attr-defined]
    form.fields["before"].widget.setText("1 nov 2026")  # type: ignore[attr-defined]
    form.try_save()
    assert "before the day it was asked for" in form.fields["before"].problem.text()
    form.fields["before"].widget.setText("soon")  # type: ignore[attr-defined]
    form.try_save()
    assert "Not a date" in form.fields["before"].problem.text()
    assert form.fields["before"].widget.property("text") == "soon"


def test_every_small_form_makes_its_act(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    known = with_siblings(shell)
    child, last = known.id, known.last_on
    assert last is not None
    ground = ReviewGround.UNPLANNED_MOVE
    assert made(
        shell, Command.EARLY_REVIEW, ground=ground.value, asked_on="today", before="4 dec 2026"
    ) == AskForReview(child=child, ground=ground, asked_on=TODAY, before=date(2026, 12, 4))
    assert made(shell, Command.CHANGE_CARE, on="today", placement="U4") == ChangeCare(
        child=child, on=TODAY, placement="U4"
    )
    assert made(shell, Command.ADJOURN, on=last.isoformat()) == AdjournReview(
        child=child, held_on=last, adjourned_on=last
    )
    made(shell, Command.SITTING, mode="by telephone")
    assert made(shell, Command.COMPLETE) == CompleteReview(child=child, held_on=last, completed_on=TODAY)
    assert isinstance(made(shell, Command.RAISE_ALERT), RaiseAlert)
    assert isinstance(made(shell, Command.ALERT_STEP, what="formal"), EscalateAlert)
    assert isinstance(made(shell, Command.SIBLINGS, what="leave"), LeaveSiblingGroup)
    alone = next(one.id for one in desk.children.values() if desk.plan_siblings(one.id) is None)
    shell.select(alone)
    act = made(shell, Command.SIBLINGS, others="AB99, AB98 AB99")
    assert isinstance(act, FormSiblingGroup)
    assert act.children == (alone, "AB99", "AB98")


def test_a_change_of_care_without_a_change_is_told(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    with_siblings(shell)
    shell.deeds.ask(Command.CHANGE_CARE)
    asked(shell).fields["on"].widget.setText("today")  # type: ignore[attr-defined]
    asked(shell).try_save()
    assert "Say what changed" in asked(shell).fields["legal"].problem.text()


def test_a_date_is_set_by_hand_with_its_reason_shown_and_taken_back(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    busy = next(one for one in desk.children.values() if one.tasks)
    shell.select(busy.id, f"{busy.id}/{busy.tasks[0].task.value}")
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_H)
    keys.type("27 nov")
    keys.press(Qt.Key.Key_Return)
    assert asked(shell).fields["reason"].problem.text()
    keys.type("agreed with the manager")
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[-1]
    assert isinstance(act, OverrideDeadline)
    assert act.due_on == date(2026, 11, 27)
    panel = shell.side.panel
    assert "agreed with the manager" in panel.deadline.by_hand.text()
    assert short(busy.tasks[0].due_on) in panel.deadline.by_hand.text()
    assert "agreed with the manager" in panel.why.note.text()
    keys.press(Qt.Key.Key_H, SHIFT)
    assert isinstance(desk.acted[-1], WithdrawOverride)
    assert not in_hand(shell).override


def test_leave_is_recorded_with_nobody_in_hand(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.forget()
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_L)
    form = shell.side.form
    assert isinstance(form, LeaveForm)
    form.from_on.setText("21 dec 2026")
    form.to_on.setText("24 dec 2026")
    form.try_save()
    act = desk.acted[-1]
    assert isinstance(act, RecordLeave)
    assert (act.iro, act.to_on) == ("Angela Marsh", date(2026, 12, 24))


def test_nothing_about_a_child_can_be_done_with_nobody_in_hand(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    shell.forget()
    assert not [command for command in FORMS if shell._actions[command].isEnabled()]


def test_work_before_a_review_is_done_without_a_review_and_the_first_visit_as_a_visit(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    row = replace(in_hand(shell), rule="before.consult", review_on=None)
    assert task_done("AB12", row, TODAY) == RecordTaskDone(child="AB12", task=Task.CONSULT, done_on=TODAY)
    visit = task_done("AB12", replace(row, rule="private-fostering.first-visit"), TODAY)
    assert isinstance(visit, RecordTaskDone)
    assert visit.task is Task.FOSTERING_VISIT


def test_a_review_can_be_early_adjourned_or_a_series_that_goes_on(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    shell.deeds.record()
    form = review_form(shell)
    form.participation.button(1).setChecked(True)
    assert form.more.completed_day() is None
    form.method.button(list(ReviewMethod).index(ReviewMethod.SERIES)).setChecked(True)
    held_on = form.held_on.known_day()
    form.more.completed.set_day(plus_working_days(held_on, -1))
    form.try_save()
    assert "before the first meeting" in form.fields["completed_on"].problem.text()
    form.more.completed.set_day(plus_working_days(held_on, 5))
    form.more.switch.click()
    form.more.ground_box.setCurrentIndex(1)
    assert form.act().ground is next(iter(ReviewGround))
    assert form.act().completed_on == plus_working_days(held_on, 5)
    form.more.adjourned_box.setChecked(True)
    assert form.act().completed_on is None
    assert form.act().adjourned


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[LocalDesk]:
    desk = open_demo(tmp_path / "demo", TODAY)
    yield desk
    desk.close()


def test_on_the_real_store_a_review_is_booked_by_four_keys_and_undone(
    open_shell: OpenShell, keyboard_of: KeyboardOf, demo: LocalDesk
) -> None:
    rows = demo.caseload().rows
    child = next(
        row.child
        for row in rows
        if row.next_booked_on is None and (window := demo.booking_window(row.child)) and window.offers
    )
    window = demo.booking_window(child)
    assert window is not None
    shell = open_shell(demo)
    shell.select(child)
    before = demo._store.dump().hash
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_B)
    keys.press(Qt.Key.Key_1, ALT)
    keys.press(Qt.Key.Key_Return)
    assert demo.child(child).booked_on == window.offers[0].on
    keys.control(Qt.Key.Key_Z)
    assert demo._store.dump().hash == before


def test_on_the_real_store_a_fact_and_a_date_by_hand_are_entered_and_shown(
    open_shell: OpenShell, demo: LocalDesk
) -> None:
    child, row = next(
        (view.child, one)
        for each in demo.caseload().rows
        for view in (demo.child(each.child),)
        for one in view.deadlines
        if one.rule == "after.minutes" and one.trigger_on
    )
    shell = open_shell(demo)
    shell.select(child, row.id)
    shell.deeds.ask(Command.ADD_FACT)
    asked(shell).fields["from_on"].widget.setText("3 dec 2026")  # type: ignore[attr-defined]
    asked(shell).try_save()
    assert "Court hearing, Thu 3 Dec 2026" in shell.side.panel.so.words.text()
    shell.select(child, row.id)
    shell.deeds.ask(Command.SET_DATE)
    asked(shell).fields["due_on"].widget.setText("24 nov 2026")  # type: ignore[attr-defined]
    asked(shell).fields["reason"].widget.setText("Agreed with the manager")  # type: ignore[attr-defined]
    asked(shell).try_save()
    assert shell.side.form is None
    by_hand = next(one for one in demo.child(child).deadlines if one.id == row.id)
    assert by_hand.due_on == date(2026, 11, 24)
    assert "Agreed with the manager" in by_hand.override
    assert "Agreed with the manager" in demo.why(row.id).as_text


def test_leave_is_typed_from_top_to_bottom_in_the_order_of_the_screen(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    keys = keyboard_of(open_shell(desk))
    keys.press(Qt.Key.Key_L)
    keys.press(Qt.Key.Key_Tab)
    keys.type("21 dec 2026")
    keys.press(Qt.Key.Key_Tab)
    keys.type("24 dec 2026")
    keys.press(Qt.Key.Key_Return)
    act = desk.acted[-1]
    assert isinstance(act, RecordLeave)
    assert (act.from_on, act.to_on) == (date(2026, 12, 21), date(2026, 12, 24))


def test_an_overdue_review_is_offered_days_that_say_how_late_they_are(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    shell.select(unbooked(FakeDesk(60)))
    shell.deeds.book()
    form = shell.side.form
    assert isinstance(form, Book)
    assert form.offers.heading.text() == "Days that suit · working days to spare"
    late = [DayOffer(date(2026, 12, 1), "Tue 1 Dec 2026", -6, "out of timescale", is_late=True)]
    form.offers.show_offers(late, is_overdue=True)
    assert form.offers.heading.text() == "Out of timescale already · working days late"
    assert form.offers.group.button(0).text() == "Tue 1 Dec 2026 · 6 late"
    assert form.offers.group.button(0).accessibleName() == "Tue 1 Dec 2026, 6 working days late"
    together = [DayOffer(date(2026, 12, 1), "Tue 1 Dec 2026", 4, "reviewed that day", is_together=True)]
    form.offers.show_offers(together, is_overdue=False)
    assert form.offers.group.button(0).text() == "Tue 1 Dec 2026 · 4"
    assert "brother or sister" in form.offers.reasons[0].text()


def test_what_moves_is_counted_beside_the_day_and_told_on_a_line_each(open_shell: OpenShell, tmp_path: Path) -> None:
    desk = open_demo(tmp_path / "demo", date(2026, 11, 23))
    shell = open_shell(desk)
    booked = ((row.child, row.next_booked_on) for row in desk.caseload().rows)
    shell.select(next(child for child, day in booked if day and day > date(2027, 1, 1)))
    shell.deeds.move()
    form = shell.side.form
    assert isinstance(form, Move)
    assert not form.count.isVisibleTo(form)
    form.day.setText("18 dec 2026")
    assert re.match(r"\d+ dates? moves?", form.count.text())
    shown = [line.text().replace("\N{NO-BREAK SPACE}", " ") for line in form.what_if.lines if line.isVisibleTo(form)]
    assert any(re.search(r" [A-Z][a-z]{2} \d+ [A-Z][a-z]{2} → [A-Z][a-z]{2} \d", line) for line in shown)


def test_a_further_meeting_is_asked_for_its_day_alone(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell)
    assert child.last_on is not None
    desk.act(AdjournReview(child=child.id, held_on=child.last_on))
    shell.select(child.id)
    shell.deeds.ask(Command.SITTING)
    form = asked(shell)
    assert form.fields["on"].isAncestorOf(focused(shell))
    assert "once it was held" in form.fields["on"].note.text()


def test_an_open_series_is_completed_from_the_panel_and_a_late_booking_moved_first(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    child = with_siblings(shell)
    assert child.last_on is not None
    desk.act(AdjournReview(child=child.id, held_on=child.last_on))
    shell.select(child.id)
    card, row = shell.side.panel.deadline, in_hand(shell)
    card.show_deadline(replace(row, rule="review.series", do_now=DoNow.OPEN), "")
    assert not card.also[Command.COMPLETE].isHidden()
    assert not card.also[Command.SITTING].isHidden()
    review = replace(row, rule="review.later", do_now=DoNow.MOVE)
    card.show_deadline(review, "Tue 1 Dec 2026")
    assert card.first_button() is card.first[DoNow.MOVE]
    assert card.also[Command.MOVE].isHidden()
    assert card.also[Command.COMPLETE].isHidden()
    theirs = replace(row, rule="before.report", do_now=DoNow.TASK_DONE, ownership=Ownership.THEIRS)
    card.show_deadline(theirs, "")
    assert card.first[DoNow.TASK_DONE].text() == "Received"
    for rule in ("pathway.visit", "private-fostering.first-visit", "private-fostering.visit"):
        card.show_deadline(replace(theirs, rule=rule), "")
        assert card.first[DoNow.TASK_DONE].text() == "Visited"
