"""The place Clinic: one IRO's exceptions, figures beside their own, what was agreed; and where it leads."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.clinic import AGREED, EXCEPTIONS, FIGURES
from iro_desktop.ui.pages.service_parts import CLINICS
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import IROS
from tests.ui.handles import window_of

OpenShell = Callable[..., Shell]
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def at(open_shell: OpenShell, part: int = EXCEPTIONS, desk: FakeDesk | None = None) -> Shell:
    shell = open_shell(desk or FakeDesk(60))
    Keyboard(window_of(shell)).press(Qt.Key.Key_J, _MODIFIERS)
    shell.clinic.parts.setCurrentIndex(part)
    shell.clinic.focus_list()
    return shell


def test_it_opens_on_the_exceptions_of_the_iro_who_is_shown_with_the_first_child_in_hand(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    assert shell.page() is shell.clinic
    assert shell.clinic.iro.currentText() == (shell.desk.whose() or shell.desk.iros()[0])
    view = shell.desk.clinic(shell.clinic.iro.currentText())
    assert list(shell.clinic.models[EXCEPTIONS].rows) == list(view.exceptions)
    assert view.exceptions
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == shell.clinic.chosen_child() != ""


def test_an_exception_opens_its_child(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    shell.clinic.table.choose_row(1)
    child = shell.clinic.chosen_child()
    Keyboard(window_of(shell)).press(Qt.Key.Key_Return)
    assert shell.page() is shell.child_page
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == child


def test_digits_show_the_parts_and_each_row_says_itself(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    keys = Keyboard(window_of(shell))
    for part, key in ((FIGURES, Qt.Key.Key_2), (AGREED, Qt.Key.Key_3), (EXCEPTIONS, Qt.Key.Key_1)):
        keys.press(key)
        assert shell.clinic.parts.currentIndex() == part
        assert shell.clinic.table.hasFocus()
        model = shell.clinic.models[part]
        assert model.rows
        said = [model.index(line, 0).data(Qt.ItemDataRole.AccessibleTextRole) for line in range(len(model.rows))]
        assert all(len(words.split()) > 3 and "None" not in words for words in said)


def test_another_iro_is_looked_at_alone(open_shell: OpenShell) -> None:
    shell = at(open_shell, desk=FakeDesk(90, iros=IROS))
    shell.clinic.show_iro(IROS[1])
    view = shell.desk.clinic(IROS[1])
    assert list(shell.clinic.models[EXCEPTIONS].rows) == list(view.exceptions)
    assert all(row.iro == IROS[1] for row in shell.clinic.models[AGREED].rows)


def test_an_agreed_action_opens_where_the_service_keeps_it(open_shell: OpenShell) -> None:
    shell = at(open_shell, AGREED)
    row = shell.clinic.models[AGREED].rows[0]
    shell.clinic.table.choose_row(0)
    Keyboard(window_of(shell)).press(Qt.Key.Key_Return)
    assert shell.page() is shell.service
    assert shell.service.number == CLINICS
    assert shell.service.current() == row


@pytest.mark.parametrize("kind", [ClinicRow, ActionRow])
def test_from_a_row_of_the_clinics_one_looks_at_its_iro(
    open_shell: OpenShell, kind: type[ClinicRow] | type[ActionRow]
) -> None:
    shell = open_shell(FakeDesk(90, iros=IROS))
    shell.go_service()
    shell.service.show_part(CLINICS)
    rows = shell.service.models[CLINICS].rows
    line = next(at for at, row in enumerate(rows) if isinstance(row, kind) and row.iro == IROS[2])
    shell.service.table.choose_row(line)
    shell.go(Command.CLINIC)
    assert shell.clinic.iro.currentText() == IROS[2]


def test_the_pack_is_made_for_the_iro_who_is_looked_at(open_shell: OpenShell) -> None:
    shell = at(open_shell, desk=FakeDesk(90, iros=IROS))
    shell.clinic.show_iro(IROS[1])
    shell.clinic.pack_button.click()
    assert shell.page() is shell.documents
    made = shell.documents.make.chosen()
    assert made is not None
    assert made.key == "clinic-pack"
    assert shell.documents.make.fields.iro.currentData() == IROS[1]


def test_without_an_iro_it_says_so_and_offers_to_add_one(open_shell: OpenShell) -> None:
    shell = at(open_shell, desk=FakeDesk(0))
    assert shell.clinic.empty.isVisible()
    assert shell.clinic.empty.words.text() == "No IRO is entered yet"
    assert shell.clinic.empty.button.isVisible()


def test_where_no_child_is_seen_a_agrees_an_action(open_shell: OpenShell) -> None:
    shell = at(open_shell, AGREED)
    Keyboard(window_of(shell)).press(Qt.Key.Key_A)
    assert shell.page() is shell.service
    assert type(shell.side.form).__name__ == "ServiceForm"


def test_beside_an_exception_a_is_about_its_child(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    Keyboard(window_of(shell)).press(Qt.Key.Key_A)
    assert shell.page() is shell.clinic
    assert shell.side.form is not None
    assert type(shell.side.form).__name__ != "ServiceForm"
