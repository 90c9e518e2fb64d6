"""What is typed in a form is kept as it is typed, given back, and offered after a crash."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

import iro_desktop.ui
from iro_desktop.domain.errors import UserError
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.ui.commands import Command
from iro_desktop.ui.drafting import Draftkeeper
from iro_desktop.ui.filled import collect, give_back
from iro_desktop.ui.forms.book import Book
from iro_desktop.ui.forms.change_form import ChangeForm
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.child_form import ChildForm
from iro_desktop.ui.forms.figure_forms import PeriodForm
from iro_desktop.ui.forms.planned_form import PlannedForm
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.forms.which_review import WhichReview
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.date_field import DateField
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import FakeChild
from tests.ui.forms_of_screens import FORM_OF
from tests.ui.handles import review_form, window_of
from tests.ui.test_access import (
    SCREENS,
    go_done_on,
    go_holiday,
    go_leave,
    go_move,
    go_setting,
    settle,
)

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
ALT = Qt.KeyboardModifier.AltModifier
AT_MOST_MS = 2000  # behind what was typed


def free(desk: FakeDesk) -> FakeChild:
    """A child with no booking."""
    return next(child for child in desk.children.values() if child.booked_on is None)


def booking(shell: Shell, child: FakeChild) -> Book:
    """The booking form of that child, opened by its command."""
    shell.select(child.id)
    shell._actions[Command.BOOK].trigger()
    assert isinstance(shell.side.form, Book)
    return shell.side.form


def name_of(child: FakeChild) -> str:
    """As it is shown."""
    return f"{child.given} {child.family}"


def the_draft(desk: FakeDesk) -> Draft:
    """The only one."""
    (draft,) = desk.drafts()
    return draft


# --- while it is typed


def test_what_is_typed_is_kept_before_two_seconds_have_passed(
    open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot
) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    form = booking(shell, child)
    form.place.setFocus()
    keyboard_of(shell).type("Town hall")
    qtbot.waitUntil(lambda: bool(desk.kept), timeout=AT_MOST_MS)
    draft = the_draft(desk)
    assert draft.of == DraftOf("Book review", child.id)
    assert draft.state["place"] == "Town hall"
    assert draft.way == "book"


def test_typing_on_does_not_put_it_off(open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    form, keys = booking(shell, free(desk)), keyboard_of(shell)
    form.place.setFocus()

    def goes_on() -> bool:
        keys.type("a")
        return bool(desk.kept)

    qtbot.waitUntil(goes_on, timeout=AT_MOST_MS)
    assert form.place.text()


def test_a_form_in_which_nothing_was_typed_keeps_nothing(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    booking(shell, free(desk))
    keyboard_of(shell).press(Qt.Key.Key_Escape)
    assert shell.side.form is None
    assert desk.drafts() == ()
    assert not shell.note_bar.isVisible()
    assert not shell._actions[Command.GO_ON].isEnabled()


def test_what_is_typed_and_taken_back_again_is_no_longer_kept(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    form = booking(shell, free(desk))
    form.place.setText("Town hall")
    shell.forms.keep_now()
    assert desk.drafts()
    form.place.clear()
    shell.forms.keep_now()
    assert desk.drafts() == ()


def test_keys_and_titles_hold_no_names(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    booking(shell, child).place.setText("Town hall")
    shell.forms.keep_now()
    draft = the_draft(desk)
    assert name_of(child) not in draft.of.key
    assert draft.of.title == "Book review"
    assert name_of(child) not in window_of(shell).windowTitle()


def test_a_store_that_cannot_keep_it_is_said_once_and_typing_goes_on(
    open_shell: OpenShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    form = booking(shell, free(desk))

    def full(_draft: Draft) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(desk, "keep_draft", full)
    form.place.setText("T")
    shell.forms.keep_now()
    assert shell.note_bar.words.text() == "What you type can't be kept at the moment. The disk is full."
    shell.note_bar.hide()
    form.place.setText("To")
    shell.forms.keep_now()
    assert not shell.note_bar.isVisible()
    assert form.place.text() == "To"


# --- given back


def test_escape_keeps_what_was_typed_and_the_form_gives_it_back(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    keys = keyboard_of(shell)
    form = booking(shell, child)
    assert not form.given_back.isVisible()
    form.place.setFocus()
    keys.type("Town hall")
    keys.press(Qt.Key.Key_Escape)
    assert shell.side.form is None
    assert "What you typed is kept" in shell.note_bar.words.text()
    again = booking(shell, child)
    assert again.place.text() == "Town hall"
    assert again.given_back.isVisible()
    assert again.given_back.words.text() == "Given back: typed on Fri 20 Nov at 14:02"
    assert again.is_touched(), "it is not left behind by going elsewhere"


def test_a_choice_that_is_no_longer_offered_is_said_with_what_is_given_back(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    go_leave(shell)
    form = shell.side.form
    assert form is not None
    fill_in(form)
    shell.forms.cancel()
    draft = the_draft(desk)
    go_leave(shell)
    assert shell.side.form is not None
    assert "no longer offered" not in shell.side.form.given_back.words.text()
    shell.forms.cancel()
    desk.keep_draft(replace(draft, state={**draft.state, "iro": "Somebody who has left"}))
    go_leave(shell)
    assert shell.side.form is not None
    assert "look at every field" in shell.side.form.given_back.words.text()


def test_another_childs_form_gives_nothing_back(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    one, other, *_ = [child for child in desk.children.values() if child.booked_on is None]
    booking(shell, one).place.setText("Town hall")
    shell.forms.cancel()
    form = booking(shell, other)
    assert form.place.text() == ""
    assert not form.given_back.isVisible()


def test_saving_leaves_nothing_behind(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    booking(shell, child).place.setText("Town hall")
    shell.forms.cancel()
    form = booking(shell, child)
    form.day.setText("4 dec 2026")
    keyboard_of(shell).press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert desk.drafts() == ()
    assert desk.acted
    assert not shell._actions[Command.GO_ON].isEnabled()


def test_what_was_refused_stays_kept(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    form = booking(shell, free(desk))
    form.day.setText("31 feb")
    keyboard_of(shell).press(Qt.Key.Key_Return)
    shell.forms.keep_now()
    assert shell.side.form is form
    assert the_draft(desk).state["day"] == "31 feb"


def test_the_form_is_started_empty_by_key_from_wherever_in_it(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    proposed = booking(shell, child).collect()
    form = shell.side.form
    assert isinstance(form, Book)
    form.place.setText("Town hall")
    form.day.setText("12 mar")
    shell.forms.cancel()
    form = booking(shell, child)
    form.place.setFocus()
    keyboard_of(shell).press(Qt.Key.Key_E, ALT)
    assert form.collect() == proposed
    assert not form.given_back.isVisible()
    assert not form.is_touched()
    assert form.day.hasFocus()
    assert desk.drafts() == ()


def test_a_review_begun_for_nobody_is_kept_once_under_the_child_chosen_later(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell, child = open_shell(desk), free(desk)
    shell.select("")
    shell._actions[Command.RECORD].trigger()
    form = review_form(shell)
    form.held_on.setText("20 nov")
    shell.forms.keep_now()
    assert the_draft(desk).of.child == ""
    form.child.set_child(child.id, name_of(child))
    form.child.changed.emit()
    shell.forms.keep_now()
    assert the_draft(desk).of.child == child.id


def test_closing_the_window_and_leaving_the_desk_keep_what_is_typed(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    booking(shell, free(desk)).place.setText("Town hall")
    window_of(shell).close()
    assert the_draft(desk).state["place"] == "Town hall"
    assert desk.is_closed


# --- after a crash


def half_filled(desk: FakeDesk, open_shell: OpenShell, place: str = "Town hall") -> FakeChild:
    """A booking that was being typed as the window went."""
    child = free(desk)
    shell = open_shell(desk)
    booking(shell, child).place.setText(place)
    window_of(shell).close()
    return child


def test_an_unfinished_form_is_offered_at_the_next_opening_and_opened_by_its_key(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    child = half_filled(desk, open_shell)
    shell = open_shell(desk)
    assert shell.note_bar.isVisible()
    assert shell.note_bar.go_on_button.isVisible()
    said = shell.note_bar.words.text()
    assert said == f"You were filling in: Book review, {name_of(child)} (typed on Fri 20 Nov at 14:02)."
    keyboard_of(shell).control(Qt.Key.Key_G)
    form = shell.side.form
    assert isinstance(form, Book)
    assert form.whose() == child.id
    assert form.place.text() == "Town hall"
    assert not shell.note_bar.isVisible()


def test_each_of_several_stands_in_the_find_box(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    child = half_filled(desk, open_shell)
    shell = open_shell(desk)
    shell._actions[Command.LEAVE].trigger()
    assert shell.side.form is not None
    shell.side.form.findChildren(DateField)[0].setText("21 dec")
    shell.forms.cancel()
    shell = open_shell(desk)
    assert shell.note_bar.words.text().endswith("; and 1 more in the find box.")
    offered = [action for action in window_of(shell).commands() if action.text().startswith("Go on with ")]
    leave, book = (action for action in offered if action is not shell._actions[Command.GO_ON])
    assert leave.text() == "Go on with Record leave (typed on Fri 20 Nov at 14:03)"
    book.trigger()
    assert isinstance(shell.side.form, Book)
    assert shell.side.form.whose() == child.id
    assert shell.side.form.place.text() == "Town hall"


def test_a_form_of_timescales_is_opened_again_too(open_shell: OpenShell) -> None:
    for go in (go_setting, go_holiday):
        desk = FakeDesk(60)
        shell = open_shell(desk)
        go(shell)
        form = shell.side.form
        assert form is not None
        fill_in(form)
        typed = form.collect()
        window_of(shell).close()
        shell = open_shell(desk)
        shell._actions[Command.GO_ON].trigger()
        assert type(shell.side.form) is type(form)
        assert shell.side.form is not None
        assert shell.side.form.collect() == typed


def test_a_form_that_can_no_longer_be_opened_is_said_and_kept(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    go_move(shell)
    form = shell.side.form
    assert form is not None
    form.findChildren(QLineEdit)[-1].setText("Carer away")
    window_of(shell).close()
    child = desk.children[form.whose() or ""]
    desk.children[child.id] = replace(child, booked_on=None)
    shell = open_shell(desk)
    shell._actions[Command.GO_ON].trigger()
    assert shell.side.form is None
    assert "can't be opened. What you typed is kept" in shell.note_bar.words.text()
    assert desk.drafts()


def test_of_a_child_who_is_no_longer_here_nothing_is_offered(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    desk.keep_draft(Draft(DraftOf("Book review", "gone"), {}, "book"))
    shell = open_shell(desk)
    assert not shell.note_bar.isVisible()
    assert not shell._actions[Command.GO_ON].isEnabled()


def test_nothing_half_filled_nothing_said(open_shell: OpenShell) -> None:
    assert not open_shell(FakeDesk(60)).note_bar.isVisible()


# --- what is done at once while a form is half filled


def test_a_deed_by_one_key_waits_for_the_half_filled_form_of_the_same_child(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    go_done_on(shell)
    form = shell.side.form
    assert form is not None
    fill_in(form)
    shell._actions[Command.DONE].trigger()
    assert not desk.acted
    assert "Finish or cancel the form first" in shell.note_bar.words.text()
    assert shell.side.form is form
    shell.forms.cancel()
    shell._actions[Command.DONE].trigger()
    assert len(desk.acted) == 1


def test_of_another_child_it_is_done_beside_the_form(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    form = booking(shell, free(desk))
    form.place.setText("Town hall")
    other = next(one for one in desk.children.values() if one.tasks and one.id != form.whose())
    shell.select(other.id, f"{other.id}/{other.tasks[0].task.value}")
    shell._actions[Command.DONE].trigger()
    assert len(desk.acted) == 1
    assert shell.side.form is form
    assert form.place.text() == "Town hall"


# --- a page one writes on


def test_a_page_that_is_no_form_keeps_its_writing_by_the_same_means(qtbot: QtBot) -> None:
    desk = FakeDesk(1)
    stored = "What is stored."

    def opened() -> tuple[QPlainTextEdit, Draftkeeper]:
        page = QPlainTextEdit()
        qtbot.addWidget(page)
        writing = QPlainTextEdit(page)
        writing.setAccessibleName("Record of the review")
        writing.setPlainText(stored)
        of = DraftOf("Record of the review", "AB12", "2026-11-02")
        keeper = Draftkeeper(desk, lambda: of, lambda: collect(page), lambda state: give_back(page, state), page)
        keeper.watch(page)
        return writing, keeper

    writing, keeper = opened()
    assert keeper.begin() is None
    writing.appendPlainText("And more.")
    qtbot.waitUntil(lambda: bool(desk.kept), timeout=AT_MOST_MS)
    again, second = opened()
    given_back = second.begin()
    assert given_back is not None
    assert again.toPlainText() == "What is stored.\nAnd more."
    second.settle()
    assert desk.drafts() == ()
    again.appendPlainText("Still more.")
    second.keep_now()
    second.start_empty()
    assert again.toPlainText() == "What is stored.\nAnd more.", "as it was saved last"
    assert desk.drafts() == ()


def test_a_keeper_that_was_closed_has_kept_all_and_touches_the_page_no_more(qtbot: QtBot) -> None:
    desk, of = FakeDesk(1), [DraftOf("Record", "A1", "first")]
    page = QPlainTextEdit()
    qtbot.addWidget(page)
    line = QLineEdit(page)
    line.setAccessibleName("it")

    def keeper_of(number: int) -> Draftkeeper:
        keeper = Draftkeeper(
            desk, lambda: of[number], lambda: collect(page), lambda state: give_back(page, state), page
        )
        keeper.begin()
        keeper.watch(page)
        return keeper

    first = keeper_of(0)
    line.setText("of the first")
    first.close()
    line.clear()
    of.append(DraftOf("Record", "A2", "second"))
    second = keeper_of(1)
    with qtbot.waitSignal(first.destroyed):
        line.setText("of the second")
    second.keep_now()
    assert {one.of: one.state["it"] for one in desk.drafts()} == {of[0]: "of the first", of[1]: "of the second"}


# --- every form


SHARED = {ChildForm, PlannedForm, ChangeForm, WhichReview, PeriodForm}  # made only as one of the others


def fill_in(form: FormSheet) -> None:
    """Something other than was proposed, in every field."""
    for line in form.content.findChildren(QLineEdit):
        if isinstance(line, DateField):
            line.setText("12 mar 2027")
        elif not isinstance(line, ChildField) and not isinstance(line.parentWidget(), QComboBox):
            line.setText(f"typed {line.accessibleName()}")
    for writing in form.content.findChildren(QPlainTextEdit):
        writing.setPlainText("one line\nand another")
    for box in form.content.findChildren(QComboBox):
        box.setCurrentIndex(box.count() - 1)
    for button in form.findChildren(QAbstractButton):
        if button.isCheckable():
            button.setChecked(True)
    settle()


def forms() -> Iterator[type[FormSheet]]:
    """Every kind of form that the window has."""
    for module in pkgutil.walk_packages(iro_desktop.ui.__path__, "iro_desktop.ui."):
        importlib.import_module(module.name)
    waiting = list(FormSheet.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("iro_desktop.") and kind not in SHARED:
            yield kind


def fault_of_giving_back(desk: FakeDesk, shell: Shell, form: FormSheet) -> str:
    """What is lost between filling in, keeping and giving back; "" where nothing is."""
    before = form.collect()
    fill_in(form)
    typed = form.collect()
    form.give_back(before)
    if form.collect() != before:
        return "what was proposed does not come back"
    form.give_back(typed)
    if form.collect() != typed:
        return "what was typed does not come back"
    is_touched = form.is_touched()
    shell.forms.cancel()
    return "" if [one.state for one in desk.drafts()] == [typed] * is_touched else "it is not kept as it was typed"


@pytest.mark.parametrize("name", SCREENS)
def test_the_form_of_every_screen_gives_back_what_was_filled_in(open_shell: OpenShell, name: str) -> None:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    SCREENS[name](shell)
    form = shell.side.form
    assert (type(form).__name__ if form else None) == FORM_OF.get(name)
    for draft in desk.drafts():
        desk.drop_draft(draft.of)
    assert form is None or not fault_of_giving_back(desk, shell, form)


def test_no_form_is_without_a_screen() -> None:
    assert {kind.__name__ for kind in forms()} == set(FORM_OF.values())
