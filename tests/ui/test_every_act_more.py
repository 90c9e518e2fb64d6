"""What doing every act by keys brought up: an IRO is added, proposals give way, words with a blank choose in a list."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from iro_desktop.store.store import Store
from iro_desktop.ui.finder import begins
from iro_desktop.ui.forms.about.iro import AddIroForm
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.choices import DropDown
from tests.services.cases import CHILD, IRO, SERIES
from tests.services.office import Office, day
from tests.ui.conftest import Keyboard
from tests.ui.every_act import press
from tests.ui.handles import focused, window_of

OpenShell = Callable[..., Shell]


def test_who_is_added_can_be_handed_a_child_and_looked_at(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD)
    shell = open_shell(office.desk())
    keys = Keyboard(window_of(shell))
    press(keys, ("Ctrl+Shift+N", "'Ann Other", "Return", "Ctrl+K", "'a1", "Return", "Shift+L", "Return"))
    assert dict(shell.desk.child("A1").facts)["IRO"] == "Ann Other"
    press(keys, ("Ctrl+K", "'show the children of ann", "Return"))
    assert shell.desk.today().scope == "Ann Other"


def test_name_that_is_there_already_is_refused_beside_its_field_and_kept(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD)
    shell = open_shell(office.desk())
    keys = Keyboard(window_of(shell))
    before = store.dump()
    press(keys, ("Ctrl+Shift+N", "'jo bloggs", "Return"))
    form = shell.side.form
    assert isinstance(form, AddIroForm)
    assert "already is an IRO" in form.fields["name"].problem.text()
    assert form.answers().text("name") == "jo bloggs"
    assert store.dump() == before


def test_what_is_proposed_goes_as_another_day_is_typed(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD, SERIES)
    shell = open_shell(office.desk())
    shell.select("A1")
    keys = Keyboard(window_of(shell))
    press(keys, ("K", "'20 nov", "Return"))
    assert shell.side.form is None
    assert office.review(day("5 Nov")).completed_on == day("20 Nov")


def test_blank_belongs_to_the_words_typed_in_a_list(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD)
    shell = open_shell(office.desk())
    shell.select("A1")
    keys = Keyboard(window_of(shell))
    interval = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)  # a slow machine is no slow typist
    try:
        press(keys, ("Shift+L", "'social w"))
    finally:
        QApplication.setKeyboardInputInterval(interval)
    box = focused(window_of(shell))
    assert isinstance(box, DropDown)
    assert box.currentText() == "Social worker"
    assert not box.view().isVisible()


def test_command_whose_own_words_are_typed_comes_before_others(dressed):
    own, other = QAction("Correct a recorded review…"), QAction("Change the chosen recommendation…")
    assert begins(own, "correct a")
    assert not begins(other, "correct a")
    assert not begins(own, "")
