"""The caseload written as a file, and ways to look at it kept: by keys alone, seen beforehand, told afterwards."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document as OpenWord
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from iro_desktop.domain.acts import RemoveView, SaveView
from iro_desktop.services.names_out import Reader
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.summary_form import SummaryForm
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def at_caseload(open_shell: OpenShell, folder: Path, desk: object | None = None) -> Shell:
    shell = open_shell(desk or FakeDesk(60, iros=("Angela Marsh", "David Okafor")))
    shell.caseload_deeds.folder = folder
    shell.go_caseload()
    return shell


def form_of(shell: Shell) -> SummaryForm:
    form = shell.side.form
    assert isinstance(form, SummaryForm)
    return form


def test_two_keys_write_the_summary_as_it_is_proposed(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path
) -> None:
    shell = at_caseload(open_shell, tmp_path)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_E)
    assert form_of(shell).path.text() == str(tmp_path / "caseload-summary-2026-11-23.xlsx")
    keys.press(Qt.Key.Key_Return)
    assert fake_of(shell).exported == [(SummaryWish(), tmp_path / "caseload-summary-2026-11-23.xlsx")]
    assert shell.side.form is None
    said = shell.note_bar.words.text()
    assert said == f"Written: caseload-summary-2026-11-23.xlsx in {tmp_path.name}, 60 of 60 children"
    assert shell.note_bar.undo_button.isHidden(), "what was written cannot be undone"


def test_what_will_be_in_the_file_is_seen_before(open_shell: OpenShell, tmp_path: Path) -> None:
    shell = at_caseload(open_shell, tmp_path)
    shell.caseload.look("foster", "slack", is_turned=True)
    shell.refresh()
    shell.caseload_deeds.export()
    form, rows = form_of(shell), len(shell.caseload.model.rows)
    assert f"{rows} of 60 children" in form.head.text()
    assert "Filter: foster. Order: Slack." in form.head.text()
    assert form.columns.text().startswith("13 columns: Standing, Child, Age")
    assert "93.8 %" in form.figures.text()
    form.try_save()
    assert fake_of(shell).exported[0][0] == SummaryWish("foster", "slack", True)


def test_names_ask_for_a_reader_and_a_purpose_beside_their_fields(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path
) -> None:
    shell = at_caseload(open_shell, tmp_path)
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_E)
    form = form_of(shell)
    assert not form.fields["reader"].isVisible()
    form.names.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert "14 columns" in form.columns.text()
    keys.press(Qt.Key.Key_Return)
    assert form.fields["reader"].problem.isVisible()
    assert form.fields["purpose"].problem.isVisible()
    assert not fake_of(shell).exported
    keys.type("team manager")
    keys.press(Qt.Key.Key_Tab)
    keys.type("monthly clinic")
    assert "With names, for team manager: (what for)" in form.head.text()
    keys.press(Qt.Key.Key_Return)
    assert fake_of(shell).exported[0][0].names == Reader("team manager", "monthly clinic")


def test_the_kind_and_the_ending_follow_each_other(open_shell: OpenShell, tmp_path: Path) -> None:
    shell = at_caseload(open_shell, tmp_path)
    shell.caseload_deeds.export()
    form = form_of(shell)
    for number, ending in enumerate((".docx", ".pdf", ".csv"), 1):
        form.kinds.button(number).click()
        assert form.place().name == f"caseload-summary-2026-11-23{ending}"
        assert form.figures.isHidden() is (ending == ".csv")
    assert form.figures.isHidden()
    form.path.setText(str(tmp_path / "mine.xlsx"))
    assert form.kinds.checkedId() == 0
    form.path.setText(str(tmp_path / "mine.odt"))
    form.try_save()
    assert ".xlsx" in form.fields["path"].problem.text()
    assert form.path.text().endswith("mine.odt")
    assert not fake_of(shell).exported


def test_a_file_that_would_be_replaced_is_told_and_the_proposed_name_is_free(
    open_shell: OpenShell, tmp_path: Path
) -> None:
    (tmp_path / "caseload-summary-2026-11-23.xlsx").touch()
    shell = at_caseload(open_shell, tmp_path)
    shell.caseload_deeds.export()
    form = form_of(shell)
    assert form.place().name == "caseload-summary-2026-11-23-2.xlsx"
    assert "replaced" not in form.fields["path"].note.text()
    form.path.setText(str(tmp_path / "caseload-summary-2026-11-23.xlsx"))
    assert "replaced" in form.fields["path"].note.text()


def test_a_name_without_a_folder_goes_where_it_was_proposed_and_a_folder_is_refused(
    open_shell: OpenShell, tmp_path: Path
) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    shell = at_caseload(open_shell, tmp_path, desk)
    shell.caseload_deeds.export()
    form = form_of(shell)
    (tmp_path / "taken.csv").mkdir()
    form.path.setText("taken.csv")
    form.try_save()
    assert "is a folder" in form.fields["path"].problem.text()
    assert form.path.text() == "taken.csv"
    form.path.setText("mine.csv")
    form.try_save()
    assert (tmp_path / "mine.csv").is_file()
    assert shell.note_bar.words.text().startswith(f"Written: mine.csv in {tmp_path.name}, 60 of 60")
    desk.close()


def test_the_summary_of_very_many_children_is_made_in_documents_where_it_can_be_stopped(
    open_shell: OpenShell, keyboard_of: KeyboardOf
) -> None:
    shell = open_shell(FakeDesk(320))
    shell.go_caseload()
    keyboard_of(shell).control(Qt.Key.Key_E)
    assert shell.side.form is None
    assert shell.places.here.command is Command.DOCUMENTS
    assert shell.documents.make.ready is not None
    assert shell.documents.make.ready.wish.output == "caseload"


def test_the_place_can_be_chosen_by_a_button(open_shell: OpenShell, tmp_path: Path) -> None:
    shell = at_caseload(open_shell, tmp_path)
    asked: list[Path] = []

    def choose(_parent: QWidget, proposed: Path) -> Path | None:
        asked.append(proposed)
        return tmp_path / "chosen.csv" if len(asked) == 1 else None

    shell.caseload_deeds.choose_place = choose
    shell.caseload_deeds.export()
    form = form_of(shell)
    form.choose_button.click()
    assert (form.place(), form.kinds.checkedId()) == (tmp_path / "chosen.csv", 3)
    form.choose_button.click()
    assert form.place() == tmp_path / "chosen.csv", "a mind changed changes nothing"


def test_every_cell_of_the_word_file_says_what_stands_on_the_screen(open_shell: OpenShell, tmp_path: Path) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    shell = at_caseload(open_shell, tmp_path, desk)
    shell.caseload.look("c2", "slack", is_turned=True)
    shell.refresh()
    shell.caseload_deeds.export()
    form = form_of(shell)
    form.kinds.button(1).click()
    form.names.setChecked(True)
    form.reader.setText("the manager")
    form.purpose.setText("clinic")
    form.try_save()
    model = shell.caseload.model
    screen = [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]
    word = OpenWord(str(form.place()))
    table = next(one for one in word.tables if one.rows[0].cells[0].text == "Standing")
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    place = lines[0].index("Id")
    assert [[*line[:place], *line[place + 1 :]] for line in lines[1:]] == screen
    desk.close()


def test_every_cell_of_the_file_says_what_stands_on_the_screen(open_shell: OpenShell, tmp_path: Path) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    out = tmp_path / "out"
    out.mkdir()
    shell = at_caseload(open_shell, out, desk)
    shell.caseload.look("c2", "booked", is_turned=True)
    shell.refresh()
    shell.caseload_deeds.export()
    form = form_of(shell)
    form.names.setChecked(True)
    form.reader.setText("the manager")
    form.purpose.setText("clinic")
    form.try_save()
    model = shell.caseload.model
    screen = [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]
    sheet = openpyxl.load_workbook(form.place())["Caseload"]
    from tests.services.test_caseload_summary import shown

    lines = [[shown(cell.value, cell.number_format) for cell in row] for row in sheet]
    top = next(number for number, line in enumerate(lines) if line[0] == "Standing")
    place = lines[top].index("Id")
    assert [[*line[:place], *line[place + 1 :]] for line in lines[top + 1 :]] == screen
    assert [*lines[top][:place], *lines[top][place + 1 :]] == [
        model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())
    ]
    assert len(screen) > 5
    desk.close()


# --- views


def test_a_view_is_kept_chosen_and_taken_away_by_keys(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_caseload(open_shell, Path("unused"))
    keys, desk = keyboard_of(shell), fake_of(shell)
    keys.control(Qt.Key.Key_F)
    keys.type("foster")
    shell.caseload.filter.left.emit()
    shell.caseload.sort_by("slack")
    keys.press(Qt.Key.Key_V, BOTH)
    keys.type("In foster care")
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [SaveView(name="In foster care", iro="Angela Marsh", words="foster", sort="slack")]
    shell.caseload.look("", "standing", is_turned=False)
    shell.go_today()
    find(shell, "View “In foster care”").trigger()
    assert shell.page() is shell.caseload
    assert (shell.caseload.words(), shell.caseload.order()) == ("foster", ("slack", False))
    assert len(shell.caseload.model.rows) < 60
    assert QApplication.focusWidget() is shell.caseload.table
    assert shell.caseload_deeds.wish().view == "In foster care"
    find(shell, "Take away view “In foster care”").trigger()
    assert desk.acted[-1] == RemoveView(name="In foster care")
    assert not shell.caseload_deeds.actions
    keys.control(Qt.Key.Key_Z)
    assert [one.name for one in desk.views()] == ["In foster care"]
    assert len(shell.caseload_deeds.actions) == 2


def find(shell: Shell, words: str) -> QAction:
    return next(action for action in window_of(shell).commands() if action.text() == words)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # grabbing the keyboard for a menu
def test_the_key_opens_the_list_of_views_from_anywhere(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_caseload(open_shell, Path("unused"))
    fake_of(shell).act(SaveView(name="Late", words="late"))
    shell.go_today()
    window_of(shell).actions_by_command[Command.VIEWS].trigger()
    menu = shell.caseload_deeds.menu
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if action.text()][:1] == ["View “Late”"]
    menu.close()


def test_a_view_of_another_iro_brings_their_children(open_shell: OpenShell) -> None:
    shell = at_caseload(open_shell, Path("unused"))
    desk = fake_of(shell)
    desk.act(SaveView(name="David's", iro="David Okafor"))
    desk.act(SaveView(name="Everybody", words="foster"))
    desk.act(SaveView(name="Gone", iro="Nobody Now"))
    find(shell, "View “David's”").trigger()
    assert desk.scope == "David Okafor"
    find(shell, "View “Everybody”").trigger()
    assert desk.scope is None
    find(shell, "View “Gone”").trigger()
    assert desk.scope is None
    assert "Nothing was changed" in shell.note_bar.words.text()


@pytest.mark.parametrize("name", ["", "   "])
def test_a_view_without_a_name_is_refused_beside_its_field(
    open_shell: OpenShell, keyboard_of: KeyboardOf, name: str
) -> None:
    shell = at_caseload(open_shell, Path("unused"))
    keys = keyboard_of(shell)
    keys.press(Qt.Key.Key_V, BOTH)
    keys.type(name)
    keys.press(Qt.Key.Key_Return)
    form = shell.side.form
    assert form is not None
    assert form.fields["name"].problem.text() == "Give it a name."
    assert not fake_of(shell).acted
