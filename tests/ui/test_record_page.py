"""The place to write the record of a review: proposed until touched, saved as typed, given back, copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import RecordTaskDone, WriteRecord
from iro_desktop.domain.vocabulary import Task
from iro_desktop.ui.pages.record import RecordPage
from iro_desktop.ui.pages.record_section import RecordSectionCard
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import FakeChild
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def at_record(open_shell: OpenShell) -> tuple[Shell, Keyboard, FakeChild]:
    """At the record of the last review of a child whose minutes are open."""
    shell = open_shell(FakeDesk())
    child = next(
        one
        for one in fake_of(shell).children.values()
        if one.last_on and any(task.task is Task.MINUTES and task.review_on == one.last_on for task in one.tasks)
    )
    shell.select(child.id)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_R, CONTROL)
    return shell, keys, child


def page(shell: Shell) -> RecordPage:
    assert shell.page() is shell.record_place.page
    return shell.record_place.page


def card(shell: Shell, heading: str) -> RecordSectionCard:
    return next(one for one in page(shell).cards if one.section.heading == heading)


def test_one_key_goes_there_and_the_first_empty_heading_is_ready(open_shell: OpenShell):
    shell, _keys, _child = at_record(open_shell)
    assert card(shell, "Health").box.hasFocus()


def test_what_is_proposed_says_so_until_somebody_touches_it(open_shell: OpenShell):
    shell, keys, _child = at_record(open_shell)
    came = card(shell, "Who came")
    assert came.state.text().startswith("Proposed")
    came.box.setFocus()
    keys.type("x")
    assert came.state.text() == "Changed, not saved yet"


def test_only_what_was_changed_is_saved_as_one_act(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.type("Teeth seen to")
    keys.press(Qt.Key.Key_Return)
    keys.type("Eyes too")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_S, CONTROL)
    assert child.last_on is not None
    assert fake_of(shell).acted == [
        WriteRecord(child=child.id, held_on=child.last_on, heading="Health", text="Teeth seen to\nEyes too")
    ]
    assert card(shell, "Health").state.text() == "Saved"
    assert not page(shell).save_button.isEnabled()
    assert fake_of(shell).drafts() == ()


def test_minutes_are_finished_in_three_inputs_and_what_is_proposed_is_taken_in(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.count <= 3
    *written, done = fake_of(shell).acted
    assert done == RecordTaskDone(
        child=child.id, task=Task.MINUTES, done_on=fake_of(shell).today_on, review_on=child.last_on
    )
    assert [act.heading for act in written if isinstance(act, WriteRecord)] == [
        "Who came", "What the child said", "Education",
    ]  # fmt: skip
    assert shell.page() is shell.today


def test_what_is_typed_comes_back_after_going_elsewhere(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.type("Half a sen")
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.today
    (draft,) = fake_of(shell).drafts()
    assert draft.of.child == child.id
    keys.press(Qt.Key.Key_R, CONTROL)
    assert card(shell, "Health").box.words() == "Half a sen"


def test_draft_of_before_is_given_back_and_says_so(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.type("Half a sen")
    page(shell).keep_now()
    desk = fake_of(shell)
    again = open_shell(desk)
    again.select(child.id)
    Keyboard(window_of(again)).press(Qt.Key.Key_R, CONTROL)
    assert card(again, "Health").box.words() == "Half a sen"
    assert "Given back" in page(again).given_back.words.text()


def test_heading_and_whole_are_copied_and_it_is_said_that_they_are_about_a_child(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    card(shell, "Education").box.setFocus()
    keys.press(Qt.Key.Key_X, CONTROL | SHIFT)
    assert QApplication.clipboard().text() == "School: reads well, and needs help with numbers."
    assert "It is about a child" in shell.note_bar.words.text()
    keys.press(Qt.Key.Key_A, CONTROL | SHIFT)
    whole = QApplication.clipboard().text()
    assert whole.startswith("Who came\nCame: social worker, carer.")
    assert "Health" not in whole
    assert child.family not in whole


def test_esc_goes_back_to_where_one_was(open_shell: OpenShell):
    shell, keys, _child = at_record(open_shell)
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_O)
    keys.press(Qt.Key.Key_R, CONTROL)
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.child_page
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.today


def test_half_written_record_is_gone_on_with_by_one_key(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.type("Half a sen")
    page(shell).keep_now()
    again = open_shell(fake_of(shell))
    keys = Keyboard(window_of(again))
    keys.press(Qt.Key.Key_G, CONTROL)
    assert page(again).chosen_child() == child.id
    assert card(again, "Health").box.words() == "Half a sen"


def test_each_childs_record_keeps_its_own_words(open_shell: OpenShell):
    shell, keys, child = at_record(open_shell)
    keys.type("Of the first")
    other = next(one for one in fake_of(shell).children.values() if one.last_on and one.id != child.id and one.tasks)
    shell.select(other.id)
    shell.write_record()
    assert card(shell, "Health").box.words() == ""
    card(shell, "Health").box.setFocus()
    keys.type("Of the other")
    shell.select(child.id)
    shell.write_record()
    assert card(shell, "Health").box.words() == "Of the first"
    assert {draft.of.child for draft in fake_of(shell).drafts()} == {child.id, other.id}
    keys.press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert card(shell, "Health").box.words() == ""
    assert {draft.of.child for draft in fake_of(shell).drafts()} == {other.id}
