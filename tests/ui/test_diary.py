"""The diary by keys and by mouse, on the fake desk and on the real one."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from iro_desktop.services.diary_views import DiaryEntry, EntryKind
from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.calendar_form import CalendarForm
from iro_desktop.ui.forms.kept_time import KeptTimeForm
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.pages.diary_where import Span, Where
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import window_of

DAY = timedelta(days=1)


@pytest.fixture
def diary(open_shell) -> Shell:
    shell = open_shell(FakeDesk(60))
    shell.go(Command.DIARY)
    return shell


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path / "demo", TODAY)
    yield opened
    opened.close()


def first_booked(shell: Shell) -> DiaryEntry:
    """The first review booked for a day to come, taken in hand."""
    found = next(row for row in shell.diary.rows() if row.can_move and row.on > TODAY)
    shell.diary.take(found.id)
    return found


# going


def test_control_4_goes_to_the_diary_and_its_keys_to_month_week_and_list(diary, keyboard_of):
    keys = keyboard_of(diary)
    keys.control(Qt.Key.Key_1)
    keys.control(Qt.Key.Key_4)
    assert diary.page() is diary.diary
    for key, widget in (
        (Qt.Key.Key_2, diary.diary.week),
        (Qt.Key.Key_3, diary.diary.table),
        (Qt.Key.Key_1, diary.diary.month),
    ):
        keys.press(key)
        assert widget.hasFocus()
        assert widget.isVisible()


def test_arrows_go_by_day_and_week_and_home_comes_back_to_today(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    keys.press(Qt.Key.Key_Home)
    assert page.where.day == TODAY
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    assert page.where.day == TODAY + 8 * DAY
    assert page.head.heading.text() == "December 2026", "the days shown follow"
    keys.press(Qt.Key.Key_Left)
    keys.press(Qt.Key.Key_Up)
    assert page.where.day == TODAY
    keys.press(Qt.Key.Key_PageDown)
    assert page.head.heading.text() == "December 2026"
    keys.press(Qt.Key.Key_PageUp)
    assert page.where.day == TODAY


def test_page_keys_turn_a_week_where_a_week_is_shown(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_2)
    assert page.head.heading.text() == "Mon 23 to Sun 29 Nov 2026"
    keys.press(Qt.Key.Key_PageDown)
    assert page.head.heading.text() == "Mon 30 Nov to Sun 6 Dec 2026"


def test_tab_goes_through_the_entries_of_a_day_and_then_on(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    day = next(day for day in page._view.days if len([one for one in day.entries if not one.parts]) >= 2)
    page.go_to(day.on)
    seen = [page.entry_id]
    for _ in day.entries[1:]:
        keys.press(Qt.Key.Key_Tab)
        seen.append(page.entry_id)
    assert seen == [one.id for one in day.entries]
    assert page.month.hasFocus()
    keys.press(Qt.Key.Key_Tab)
    assert not page.month.hasFocus()
    keys.press(Qt.Key.Key_Backtab)
    assert page.month.hasFocus()


def test_enter_opens_the_child_of_an_entry_and_escape_comes_back_to_it(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    booked = first_booked(diary)
    assert not diary.side.isVisible()
    keys.press(Qt.Key.Key_Return)
    assert diary.side.isVisible()
    assert diary.deeds.in_hand.view.child == booked.child
    keys.press(Qt.Key.Key_Escape)
    assert not diary.side.isVisible()
    assert page.month.hasFocus()
    assert page.entry_id == booked.id


def test_on_a_day_without_a_child_nobody_is_in_hand(diary):
    page = diary.diary
    first_booked(diary)
    empty = next(day for day in page._view.days if not day.entries)
    page.go_to(empty.on)
    assert diary.deeds.in_hand.view is None


def test_a_line_of_several_opens_into_its_parts(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    group = next(row for row in page.rows() if row.parts)
    page.take(group.id)
    before = len(page.rows())
    keys.press(Qt.Key.Key_Return)
    assert len(page.rows()) == before + len(group.parts)
    keys.press(Qt.Key.Key_Tab)
    assert page.current() == group.parts[0]


# the list


def test_the_list_holds_the_same_rows_in_the_same_order_as_the_month(diary, keyboard_of):
    page = diary.diary
    shown = [row.id for row in page.rows()]
    keyboard_of(diary).press(Qt.Key.Key_3)
    assert [row.id for row in page.table.rows.rows] == shown
    assert {row.id for row in page.rows()} >= set(page.month.entries)
    QAbstractItemModelTester(page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_row_of_the_list_says_the_whole_of_it(diary, keyboard_of):
    keyboard_of(diary).press(Qt.Key.Key_3)
    page = diary.diary
    booked = first_booked(diary)
    index = page.table.rows.index(page.table.rows.line_of(booked.id), 0)
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert booked.name in words
    assert "working days to spare" in words


def test_the_chosen_entry_stays_chosen_from_view_to_view(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    booked = first_booked(diary)
    keys.press(Qt.Key.Key_3)
    assert page.table.rows.record(page.table.currentIndex()).id == booked.id
    keys.press(Qt.Key.Key_2)
    assert page.entry_id == booked.id
    assert page.week.entries[booked.id].isValid()


def test_the_painted_days_say_themselves_to_screen_readers(diary):
    booked = first_booked(diary)
    interface = QAccessible.queryAccessibleInterface(diary.diary.month)
    assert interface.text(QAccessible.Text.Name) == "Month"
    assert booked.name in interface.text(QAccessible.Text.Description)


def test_what_others_owe_comes_with_its_switch(diary):
    page = diary.diary
    assert not [row for row in page.rows() if row.kind is EntryKind.THEIRS]
    page.head.theirs.setChecked(True)
    assert [row for row in page.rows() if row.kind is EntryKind.THEIRS]


def test_without_children_the_diary_says_what_brings_them_in(open_shell):
    shell = open_shell(FakeDesk(0))
    shell.go(Command.DIARY)
    assert shell.diary.empty.words.text() == "No children yet"
    assert shell.diary.empty.button.hasFocus()


# moving


def test_a_booking_is_picked_up_carried_and_put_back_by_keys(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    booked = first_booked(diary)
    keys.press(Qt.Key.Key_Space)
    assert page.lifted.id == booked.id
    assert page.carry.isVisible()
    keys.press(Qt.Key.Key_Right)
    assert "timescale" in page.carry.verdict.accessibleName()
    keys.press(Qt.Key.Key_Escape)
    assert page.lifted is None
    assert not page.carry.isVisible()
    assert (page.where.day, page.entry_id) == (booked.on, booked.id)
    assert diary.side.form is None
    assert diary.desk.acted == []


def test_dropped_by_enter_the_form_opens_with_that_day_and_nothing_is_saved_before(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    booked = first_booked(diary)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Right)
    day = page.where.day
    keys.press(Qt.Key.Key_Return)
    form = diary.side.form
    assert isinstance(form, Move)
    assert form.day.day() == day
    assert form.asked_by.hasFocus()
    assert diary.desk.acted == []
    assert page.entry_id == booked.id, "it stands where it stood"


def test_only_a_booked_review_can_be_picked_up(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    held = next(row for row in page.rows() if row.kind is EntryKind.HELD)
    page.take(held.id)
    keys.press(Qt.Key.Key_Space)
    assert page.lifted is None
    assert "Only a review that is booked" in diary.note_bar.words.text()


def test_m_moves_the_booking_of_the_entry_in_hand(diary, keyboard_of):
    booked = first_booked(diary)
    keyboard_of(diary).press(Qt.Key.Key_M)
    assert isinstance(diary.side.form, Move)
    assert diary.deeds.in_hand.view.child == booked.child


def test_the_usual_reason_is_finished_for_whoever_begins_it(diary, keyboard_of):
    keys = keyboard_of(diary)
    first_booked(diary)
    keys.press(Qt.Key.Key_M)
    diary.side.form.reason.setFocus()
    keys.type("ill")
    assert diary.side.form.reason.text().lower() == "illness"


def drag(canvas, start: QPoint, *way: QPoint) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for point in way:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=way[-1])


@pytest.mark.parametrize("span", [Span.MONTH, Span.WEEK])
def test_a_booking_is_dragged_to_another_day(diary, span):
    page = diary.diary
    booked = first_booked(diary)
    page.show_as(1 if span is Span.WEEK else 0)
    canvas = page.week if span is Span.WEEK else page.month
    to = booked.on + DAY if booked.on.weekday() < 4 else booked.on - DAY
    start, end = canvas.entries[booked.id].center().toPoint(), canvas.days[to].center().toPoint()
    drag(canvas, start, start + QPoint(0, 12), end)
    assert isinstance(diary.side.form, Move)
    assert diary.side.form.day.day() == to
    assert diary.desk.acted == []


def test_dragged_beside_the_days_it_goes_back(diary):
    page = diary.diary
    booked = first_booked(diary)
    start = page.month.entries[booked.id].center().toPoint()
    drag(page.month, start, start + QPoint(0, 12), QPoint(20, -40))
    assert page.lifted is None
    assert diary.side.form is None
    assert page.where.day == booked.on


def test_a_click_goes_to_a_day_and_an_entry(diary):
    page = diary.diary
    booked = next(row for row in page.rows() if row.can_move)
    QTest.mouseClick(page.month, Qt.MouseButton.LeftButton, pos=page.month.entries[booked.id].center().toPoint())
    assert page.entry_id == booked.id
    QTest.mouseClick(page.month, Qt.MouseButton.LeftButton, pos=page.month.days[TODAY].center().toPoint())
    assert page.where.day == TODAY


# on the real desk


def _dump(desk: LocalDesk) -> str:
    return desk._store.dump().hash


def test_a_review_is_moved_by_keys_in_eight_inputs_undone_and_redone(open_shell, keyboard_of, desk):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    page = shell.diary
    booked = next(
        row
        for row in page.rows()
        if row.can_move and row.on > TODAY and desk.plan_move(row.child, row.on + DAY).in_timescale
    )
    page.take(booked.id)
    before = _dump(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Return)
    keys.type("S")  # asked by the social worker
    keys.press(Qt.Key.Key_Tab)
    keys.type("il")  # illness
    keys.press(Qt.Key.Key_Return)
    assert keys.count <= 8
    assert shell.side.form is None
    after = _dump(desk)
    view = desk.child(booked.child)
    assert view.booked_on == booked.on + DAY
    assert "Move review" in desk.history()[0].sentence
    assert page.current().on == booked.on + DAY, "the diary stands at the new day"
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert _dump(desk) == after != before


def test_time_is_kept_free_and_given_back_by_keys(open_shell, keyboard_of, desk):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    keys, page = keyboard_of(shell), shell.diary
    before = _dump(desk)
    page.go_to(TODAY + DAY)
    keys.control(Qt.Key.Key_B)
    assert isinstance(shell.side.form, KeptTimeForm)
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    (block,) = [row for row in page.rows() if row.kind is EntryKind.BLOCK and row.on == TODAY + DAY]
    assert (block.on, block.at, block.minutes, block.what) == (TODAY + DAY, "14:00", 90, "Writing up")
    page.take(block.id)
    page.focus_list()
    keys.press(Qt.Key.Key_Delete)
    assert block.id not in {row.id for row in page.rows()}
    assert _dump(desk) == before
    keys.control(Qt.Key.Key_Z)
    assert block.id in {row.id for row in page.rows()}


def test_a_calendar_is_written_from_the_window_and_says_first_what_will_be_in_it(
    open_shell, keyboard_of, desk, tmp_path
):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    shell.diary_deeds.folder = tmp_path
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = shell.side.form
    assert isinstance(form, CalendarForm)
    assert "no names" in form.shown.text()
    form.kinds.button(1).setChecked(True)
    assert "“Busy” and no more" in form.shown.text()
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert (tmp_path / "diary.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Written: diary.ics" in shell.note_bar.words.text()
    assert desk.history()[0].sentence.startswith("Calendar of ")


def test_a_calendar_that_cannot_be_written_says_so_beside_its_place(open_shell, desk, tmp_path):
    shell = open_shell(desk)
    window_of(shell).actions_by_command[Command.EXPORT_CALENDAR].trigger()
    form = shell.side.form
    assert isinstance(form, CalendarForm)
    form.path.setText(str(tmp_path / "diary.txt"))
    form.try_save()
    assert "ends in .ics" in form.fields["path"].problem.text()
    form.path.setText(str(tmp_path / "none" / "diary.ics"))
    form.try_save()
    assert "There is no folder" in form.fields["path"].problem.text()
    assert shell.side.form is form


# where one is


@pytest.mark.parametrize(
    ("day", "pages", "there"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_there_is(day, pages, there):
    assert Where(day).by_pages(pages).day == there


def test_the_days_shown_begin_on_a_monday_and_end_on_a_sunday():
    for n in range(400):
        for span in Span:
            here = Where(TODAY + n * DAY, span)
            assert (here.from_on.weekday(), here.to_on.weekday()) == (0, 6)
            assert here.holds(here.day)
            assert (here.to_on - here.from_on).days + 1 in {7, 28, 35, 42}


def test_no_day_beyond_the_calendar_is_asked_for(diary):
    diary.diary.turn(12 * 200)
    assert diary.diary.where.day <= date(2099, 12, 31)
    diary.diary.turn(-12 * 400)
    assert diary.diary.where.day >= date(1990, 1, 1)


# the ledger, and another time or place


def test_a_move_stands_in_the_ledger_on_the_childs_page(open_shell, keyboard_of, desk):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    booked = next(row for row in shell.diary.rows() if row.can_move and row.on > TODAY)
    shell.diary.take(booked.id)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part("Bookings")
    before = [line.review_on for line in desk.ledger(booked.child)]
    keys = keyboard_of(shell)
    shell.page().focus_list()
    keys.press(Qt.Key.Key_M)
    assert isinstance(shell.side.form, Move)
    shell.side.form.day.set_day(booked.on + DAY)
    shell.side.form.asked_by.setCurrentIndex(1)
    shell.side.form.reason.setText("Illness")
    keys.press(Qt.Key.Key_Return)
    shown = shell.page().table.facts.rows
    assert [line.review_on for line in shown] == [booked.on + DAY, *before]
    assert "moved to" in shown[1].became
    assert shown[1].notice is not None


def test_another_time_and_place_are_said_without_moving(open_shell, keyboard_of, desk):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    booked = next(row for row in shell.diary.rows() if row.can_move and row.on > TODAY)
    shell.diary.take(booked.id)
    before = _dump(desk)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_M)
    keys.press(Qt.Key.Key_Return)
    assert "another time or another place" in shell.side.form.fields["at"].problem.text()
    keys.type("11:15")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    now = shell.diary.current()
    assert (now.on, now.at) == (booked.on, "11:15")
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before


def test_whoever_leaves_the_diary_carries_nothing_away(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    booked = first_booked(diary)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Right)
    keys.control(Qt.Key.Key_1)
    keys.control(Qt.Key.Key_4)
    assert page.lifted is None
    assert page.head.isVisible()
    assert diary.desk.acted == []
    assert next(row for row in page.rows() if row.id == booked.id).on == booked.on


def test_a_booking_is_cancelled_with_its_reason_and_stays_in_the_ledger(open_shell, keyboard_of, desk):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    booked = next(row for row in shell.diary.rows() if row.can_move and row.on > TODAY)
    shell.diary.take(booked.id)
    before = _dump(desk)
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Return)
    assert "Say why" in shell.side.form.fields["reason"].problem.text()
    keys.type("Snow")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert desk.child(booked.child).booked_on is None
    newest = next(line for line in desk.ledger(booked.child) if line.review_on == booked.on)
    assert (newest.became, newest.reason) == ("cancelled", "Snow")
    after = _dump(desk)
    keys.control(Qt.Key.Key_Z)
    assert _dump(desk) == before
    keys.control(Qt.Key.Key_Y)
    assert _dump(desk) == after


def test_whoever_chooses_a_view_among_their_names_stays_there(diary, keyboard_of):
    keys, page = keyboard_of(diary), diary.diary
    page.head.views.setFocus()
    keys.press(Qt.Key.Key_Right)
    assert page.where.span is Span.WEEK
    assert page.head.views.hasFocus()
    keys.press(Qt.Key.Key_Down)
    assert page.week.hasFocus()


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({"on": "31 feb"}, "on", "Say the day"),
        ({"on": "1 nov"}, "on", "has passed"),
        ({"starts_at": "25:00"}, "starts_at", "Write it as 09:30"),
        ({"starts_at": "23:30"}, "minutes", "minutes of one day"),
        ({"what": " "}, "what", "Say what for"),
    ],
)
def test_time_that_cannot_be_kept_is_refused_beside_its_field_and_what_was_typed_stays(
    open_shell, desk, filled, field, words
):
    shell = open_shell(desk)
    shell.go(Command.DIARY)
    before = _dump(desk)
    shell.diary_deeds.keep_time()
    form = shell.side.form
    for name, text in filled.items():
        form.fields[name].widget.setText(text)
    form.try_save()
    assert words in form.fields[field].problem.text()
    assert all(form.fields[name].widget.text() == text for name, text in filled.items())
    assert shell.side.form is form
    assert _dump(desk) == before
