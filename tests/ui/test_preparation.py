"""Prepare and People by keys alone: each line's act, each form, the texts to copy, and what is refused at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from iro_desktop.domain.acts import (
    AddPerson,
    ChangePerson,
    LiftRestriction,
    PersonLeaves,
    RecordChased,
    RecordReturned,
    RecordSent,
    RecordTalk,
    RecordTaskDone,
    RecordWishes,
    RemoveSent,
    RestrictPerson,
)
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, TalkHow, Task
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.pages.child.sheet_page import SheetPage
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.scroller import Scroller
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import window_of

OpenShell = Callable[..., Shell]
CHILD = "AB015"  # booked, thirteen, with five people around, one of them restricted
NOBODY = "AB014"


@pytest.fixture
def shell(open_shell: OpenShell) -> Shell:
    """The Prepare part of that child's page."""
    opened = open_shell(FakeDesk())
    opened.select(CHILD)
    opened.go(Command.CHILD_PAGE)
    opened.child_page.show_part("Prepare")
    opened.child_page.focus_list()
    return opened


@pytest.fixture
def keys(shell: Shell) -> Keyboard:
    return Keyboard(window_of(shell))


def page(shell: Shell) -> SheetPage:
    assert isinstance(shell.child_page.section, SheetPage)
    return shell.child_page.section


def here() -> str:
    """The name of the button one is at."""
    found = QApplication.focusWidget()
    return found.accessibleName() if isinstance(found, QPushButton) else ""


def go_to(keys: Keyboard, words: str) -> None:
    """Down to the line of that name."""
    for _ in range(30):
        if words in here():
            return
        keys.press(Qt.Key.Key_Down)
    raise AssertionError(f"no line {words}; at {here()}")


def form_of(shell: Shell) -> AskForm:
    assert isinstance(shell.side.form, AskForm)
    return shell.side.form


def choose(keys: Keyboard, words: str) -> None:
    """In the list that has the focus, go down to what begins so."""
    box = QApplication.focusWidget()
    assert isinstance(box, DropDown)
    keys.press(Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        keys.press(Qt.Key.Key_Down)
    raise AssertionError(words)


def acted(shell: Shell) -> object:
    desk = shell.desk
    assert isinstance(desk, FakeDesk)
    return desk.acted[-1]


def test_a_line_is_done_by_enter_and_undone_in_one(shell: Shell, keys: Keyboard):
    go_to(keys, "Sent today: Carer")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == RecordSent(
        child=CHILD, what=SendingKind.CONSULTATION, to=Role.CARER, sent_on=TODAY, person="June Abbott"
    )
    assert shell.desk.undo_label() == f"Invitation and consultation form sent for {CHILD}: carer"
    assert here() == "Back today: Carer June Abbott"
    keys.control(Qt.Key.Key_Z)
    assert here() == "Sent today: Carer June Abbott"


def test_the_focus_goes_on_where_a_line_asks_for_nothing_more(shell: Shell, keys: Keyboard):
    go_to(keys, "Sent today: School")
    keys.press(Qt.Key.Key_Return)
    assert "School" not in here()
    assert here()


def test_lines_that_ask_for_nothing_are_reached_by_the_arrows_too(open_shell: OpenShell):
    opened = open_shell(FakeDesk(), (1366, 768))
    opened.select(CHILD)
    opened.go(Command.CHILD_PAGE)
    keys = Keyboard(window_of(opened))
    bar = opened.child_page.section.findChildren(Scroller)[0].verticalScrollBar()
    for _ in range(40):
        keys.press(Qt.Key.Key_Down)
    assert bar.value() == bar.maximum() > 0
    for _ in range(40):
        keys.press(Qt.Key.Key_Up)
    assert bar.value() == 0


def test_work_before_the_review_is_done_in_its_line(shell: Shell, keys: Keyboard):
    go_to(keys, "Received today: Reports")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == RecordTaskDone(child=CHILD, task=Task.REPORT, done_on=TODAY)


def test_what_must_not_be_sent_is_said_with_its_reason(shell: Shell):
    row = page(shell).row_of("asked/" + _father(shell))
    assert row is not None
    assert "only without the place" in row.words.text()
    assert row.said.text() == "The reason: Court order of 3 June"


def _father(shell: Shell) -> str:
    return next(one.person for one in shell.desk.people(CHILD).people if one.role is Role.FATHER)


def _mother(shell: Shell) -> str:
    return next(one.person for one in shell.desk.people(CHILD).people if one.role is Role.MOTHER)


def test_the_child_was_heard(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_T)
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == RecordTalk(child=CHILD, on=TODAY, how=TalkHow.ALONE)
    assert keys.count == 2


def test_a_child_of_four_is_not_heard_through_others_and_that_is_said_beside_the_field(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_T)
    choose(keys, "Observed")
    keys.press(Qt.Key.Key_Return)
    assert "four or older on that day" in form_of(shell).fields["how"].problem.text()
    choose(keys, "Not appropriate")
    keys.press(Qt.Key.Key_Return)
    assert "Say why" in form_of(shell).fields["note"].problem.text()
    assert isinstance(shell.desk, FakeDesk)
    assert not shell.desk.acted
    keys.type("Too unwell")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == RecordTalk(child=CHILD, on=TODAY, how=TalkHow.NOT_SUITABLE, note="Too unwell")


def test_wishes_stand_in_the_form_to_be_kept_or_changed(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Tab)
    keys.type("By the window")
    keys.press(Qt.Key.Key_Return)
    act = acted(shell)
    assert isinstance(act, RecordWishes)
    assert (act.told_on, act.when) == (TODAY, "After lunch, not in maths")
    assert "By the window" in (act.where or "")
    row = page(shell).row_of("wishes")
    assert row is not None
    assert row.words.text() == "told Mon 23 Nov"


def test_something_is_sent_to_several_as_one_act(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_U)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(shell.desk, FakeDesk)
    sent = [one for one in shell.desk.acted if isinstance(one, RecordSent)]
    assert len(sent) == 6
    assert [one.without_place for one in sent if one.to is Role.FATHER] == [True]
    label = shell.desk.undo_label()
    assert label == f"Invitation sent for {CHILD}: the child, mother, father, carer, social worker, school"
    keys.control(Qt.Key.Key_Z)
    assert not [one for one in shell.desk.people(CHILD).sendings if one.what is SendingKind.INVITATION]


def test_who_must_not_have_the_record_is_said_beside_their_name_before_saving(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_U)
    choose(keys, "Record")
    form = form_of(shell)
    said = [field.problem.text() for name, field in form.fields.items() if name.startswith("to/")]
    assert [words for words in said if words] == [
        (
            "Not told where the child lives, since 26 Jul 2026. The reason: Court order of 3 June. "
            "The record can say where the child lives."
        )
    ]
    keys.press(Qt.Key.Key_Return)
    assert isinstance(shell.desk, FakeDesk)
    assert not shell.desk.acted


def test_nobody_ticked_is_said(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_U)
    for _ in range(6):
        keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    assert form_of(shell).fields["to/0"].problem.text() == "Tick to whom it was sent."


@pytest.mark.parametrize(
    ("what", "kind"), [("It came back", RecordReturned), ("Asked for it", RecordChased), ("It was entered", RemoveSent)]
)
def test_what_was_sent_came_back_or_was_chased_or_was_a_mistake(shell: Shell, keys: Keyboard, what: str, kind: type):
    go_to(keys, "Sent today: School")
    keys.press(Qt.Key.Key_Return)  # so that something sent today is open
    keys.press(Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Tab)
    choose(keys, what)
    keys.press(Qt.Key.Key_Return)
    assert isinstance(acted(shell), kind), shell.note_bar.words.text()


def test_somebody_is_added_with_a_role_and_a_name(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_I)
    choose(keys, "Advocate")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Rose Hill")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == AddPerson(child=CHILD, role=Role.ADVOCATE, name="Rose Hill")
    assert page(shell).row_of("person/Rose Hill") is not None


def test_the_same_person_twice_is_refused_and_what_was_typed_stays(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_I)
    keys.press(Qt.Key.Key_Tab)
    keys.type("june abbott")
    keys.press(Qt.Key.Key_Return)
    assert "of that name is among the people around" in form_of(shell).fields["name"].problem.text()
    assert form_of(shell).answers().text("name") == "june abbott"


def test_a_restriction_is_stated_with_its_reason_and_lifted(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_2)
    go_to(keys, "Change: Mother")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Tab)
    choose(keys, "Not invited")
    keys.press(Qt.Key.Key_Return)
    assert form_of(shell).fields["reason"].problem.text() == "Say why."
    keys.type("Bail")
    keys.press(Qt.Key.Key_Return)
    mother = _mother(shell)
    assert acted(shell) == RestrictPerson(
        child=CHILD, person=mother, what=Restriction.NOT_INVITED, reason="Bail", from_on=TODAY
    )
    go_to(keys, "Change: Mother")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Tab)
    choose(keys, "Not invited")
    keys.press(Qt.Key.Key_Tab)
    keys.type("x")
    keys.press(Qt.Key.Key_Return)
    assert "stands already" in form_of(shell).fields["what"].problem.text()
    choose(keys, "A restriction")
    keys.press(Qt.Key.Key_Tab)
    choose(keys, "Not invited")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == LiftRestriction(child=CHILD, person=mother, what=Restriction.NOT_INVITED, to_on=TODAY)


def test_somebody_changes_and_leaves(shell: Shell, keys: Keyboard):
    keys.press(Qt.Key.Key_2)
    go_to(keys, "Change: Carer")
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("07700 900999")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == ChangePerson(child=CHILD, person="June Abbott", phone="07700 900999")
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Tab)
    choose(keys, "No longer")
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == PersonLeaves(child=CHILD, person="June Abbott", on=TODAY)


def test_an_invitation_is_copied_and_recorded_as_sent(shell: Shell, keys: Keyboard):
    go_to(keys, "Sent today: Carer")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    keys.press(Qt.Key.Key_I, both)
    keys.press(Qt.Key.Key_Return)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Dear June Abbott,\n\nYou are invited to ")
    assert shell.note_bar.words.text() == "Copied: invitation, carer. U records it as sent."
    assert isinstance(shell.desk, FakeDesk)
    assert not shell.desk.acted
    keys.press(Qt.Key.Key_I, both)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    assert acted(shell) == RecordSent(
        child=CHILD, what=SendingKind.INVITATION, to=Role.CARER, sent_on=TODAY, person="June Abbott"
    )


def test_a_text_for_somebody_restricted_is_refused_at_once_and_made_without_the_place(shell: Shell, keys: Keyboard):
    go_to(keys, "Sent today: Father")
    QGuiApplication.clipboard().setText("before")
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "The reason: Court order of 3 June." in form_of(shell).fields["to"].problem.text()
    keys.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "before"
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    assert not form_of(shell).fields["to"].problem.text()
    keys.press(Qt.Key.Key_Return)
    assert "Harbour Lane" not in QGuiApplication.clipboard().text()


def test_a_reminder_is_copied_and_recorded_as_chased(shell: Shell, keys: Keyboard):
    go_to(keys, "Sent today: Carer")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    assert "we sent you a consultation form" in QGuiApplication.clipboard().text()
    assert isinstance(acted(shell), RecordChased)


@pytest.mark.parametrize(
    ("key", "words"),
    [(Qt.Key.Key_I, "Nobody around this child is entered yet"), (Qt.Key.Key_U, "Nothing is recorded as sent")],
)
def test_with_nobody_there_and_nothing_sent_the_keys_say_so(open_shell: OpenShell, key: Qt.Key, words: str):
    opened = open_shell(FakeDesk())
    opened.select(NOBODY)
    Keyboard(window_of(opened)).press(key, Qt.KeyboardModifier.ShiftModifier)
    assert words in opened.note_bar.words.text()
