"""Documents: by keys alone, seen before it is written, never with a name nobody asked for; the log; the templates."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from iro_desktop.domain.documents import Column, Document, Heading, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import IsCancelled, LongWork, Progress, Step, stop_where
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.model import Asks, Names, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.outputs.write import Ready
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.template_form import TakeBack, TemplatePath
from iro_desktop.ui.forms.write_form import PrintOut, WriteForm
from iro_desktop.ui.pages.documents.beginning import LONG, beginning_of
from iro_desktop.ui.pages.documents.make_part import MakePart
from iro_desktop.ui.pages.documents.page import LOG, MAKE, TEMPLATES
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import fake_of

OpenShell = Callable[..., Shell]
KeyboardOf = Callable[[Shell], Keyboard]
EVERY = tuple(OUTPUTS.by_key.values())


def at_documents(open_shell: OpenShell, key: str = "caseload", folder: Path | None = None) -> Shell:
    shell = open_shell(FakeDesk(60, iros=("Angela Marsh", "David Okafor")))
    shell.go(Command.DOCUMENTS)
    shell.documents.make.take(key)
    if folder is not None:
        shell.document_deeds.folder = folder
    return shell


def make_of(shell: Shell) -> MakePart:
    return shell.documents.make


def test_from_anywhere_to_a_file_in_four_keys(open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path) -> None:
    shell = open_shell(FakeDesk(60))
    shell.document_deeds.folder = tmp_path
    keys = keyboard_of(shell)
    keys.control(Qt.Key.Key_D)
    assert shell.places.here.command is Command.DOCUMENTS
    make_of(shell).take("caseload")
    assert make_of(shell).told.text().startswith("12 of 60 children, by id; fields: what is late.")
    keys.control(Qt.Key.Key_E)
    assert isinstance(shell.side.form, WriteForm)
    assert "Holds 12 of 60 children, by id" in shell.side.form.about.text()
    keys.press(Qt.Key.Key_Return)
    [(wish, path)] = fake_of(shell).papers.written
    assert (wish.output, path.parent, path.suffix) == ("caseload", tmp_path, ".xlsx")
    assert shell.note_bar.words.text().startswith(f"Written: {path.name}")
    assert shell.note_bar.undo_button.isHidden(), "what was written cannot be undone"


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_an_output_is_asked_for_what_it_asks_and_nothing_else(open_shell: OpenShell, output: object) -> None:
    one = OUTPUTS.get(getattr(output, "key", ""))
    shell = at_documents(open_shell, one.key)
    fields = make_of(shell).fields
    asked = {
        "iro": {Asks.IRO, Asks.ONE_IRO},
        "child": {Asks.CHILD},
        "held_on": {Asks.REVIEW},
        "agency": {Asks.AGENCY},
        "on": {Asks.QUARTER},
        "year": {Asks.YEAR},
        "span": {Asks.PERIOD},
    }
    for name, kinds in asked.items():
        assert fields.fields[name].isVisibleTo(fields) is bool(kinds & set(one.asks)), name
    assert fields.filter_words.isVisibleTo(fields) is (Asks.FILTER in one.asks)
    assert fields.small.isVisibleTo(fields) is (Asks.SMALL in one.asks)
    assert fields.names.isVisibleTo(fields) is (one.names is Names.ON_WISH)
    assert not fields.names.isChecked(), "names are off until somebody asks"
    assert fields.fields["reader"].isVisibleTo(fields) is (one.names is Names.ALWAYS)


def test_names_are_written_for_a_reader_and_a_purpose_alone(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_documents(open_shell)
    keys, fields = keyboard_of(shell), make_of(shell).fields
    fields.names.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert "(who will read it): (what for)" in make_of(shell).told.text()
    keys.control(Qt.Key.Key_E)
    assert shell.side.form is None
    assert fields.fields["reader"].problem.isVisible()
    assert fields.reader.hasFocus()
    keys.type("the manager")
    fields.purpose.setFocus()
    keys.type("clinic")
    keys.control(Qt.Key.Key_E)
    assert isinstance(shell.side.form, WriteForm), "what was typed a moment ago counts"
    keys.press(Qt.Key.Key_Return)
    assert fake_of(shell).papers.written[0][0].names == Reader("the manager", "clinic")


def test_the_list_is_narrowed_by_typing_and_esc_leads_back(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_documents(open_shell)
    keys, make = keyboard_of(shell), make_of(shell)
    keys.control(Qt.Key.Key_F)
    assert make.filter.hasFocus()
    keys.type("caseload summ")
    assert [row.output.key for row in make.model.rows] == ["caseload"]
    keys.press(Qt.Key.Key_Down)
    assert make.list.hasFocus()
    keys.press(Qt.Key.Key_Return)
    assert make.fields.iro.hasFocus()
    keys.press(Qt.Key.Key_Escape)
    assert make.list.hasFocus()
    keys.control(Qt.Key.Key_F)
    keys.press(Qt.Key.Key_Escape)
    assert len(make.model.rows) == len(EVERY)
    make.filter.setText("nothing is called that")
    assert make.problem.text().startswith("No document is called that")
    assert not make.write_button.isVisible()


def test_the_child_in_hand_is_the_one_it_is_made_for(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = open_shell(FakeDesk(60))
    keys = keyboard_of(shell)
    child = shell.deeds.in_hand.view.child if shell.deeds.in_hand.view else ""
    assert child
    keys.control(Qt.Key.Key_O)
    assert shell.places.here.command is Command.DOCUMENTS
    assert shell.documents.chosen_child() == child
    rows = [row.output for row in make_of(shell).model.rows]
    assert rows
    assert all(Asks.CHILD in one.asks for one in rows)
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == child
    keys.control(Qt.Key.Key_2)
    assert shell.page().chosen_child() == child, "and is in hand where one goes on"


def test_what_is_refused_is_said_in_the_pages_place(open_shell: OpenShell) -> None:
    shell = at_documents(open_shell)
    fake_of(shell).papers.refuses = "Nothing is recorded yet. Nothing was made. Record a review first."
    make_of(shell).make()
    assert make_of(shell).problem.text() == fake_of(shell).papers.refuses
    assert not make_of(shell).preview.isVisible()
    assert not make_of(shell).write_button.isVisible()
    shell.document_deeds.write()
    assert shell.side.form is None


def test_what_is_shown_is_what_is_written_to_the_letter(open_shell: OpenShell, tmp_path: Path) -> None:
    shell = at_documents(open_shell, folder=tmp_path)
    shown = make_of(shell).ready
    assert shown is not None
    made = len(fake_of(shell).papers.made)
    shell.document_deeds.write()
    form = shell.side.form
    assert isinstance(form, WriteForm)
    form.try_save()
    assert len(fake_of(shell).papers.made) == made, "it is not made anew to be written"
    assert fake_of(shell).papers.written[0][0] is shown.wish


def test_an_ending_not_offered_is_refused_beside_its_field(open_shell: OpenShell, tmp_path: Path) -> None:
    shell = at_documents(open_shell, folder=tmp_path)
    shell.document_deeds.write()
    form = shell.side.form
    assert isinstance(form, WriteForm)
    form.path.setText("mine.odt")
    form.try_save()
    assert "ends in .xlsx for Excel" in form.fields["path"].problem.text()
    form.kinds.button(1).click()
    assert form.place().name == "mine.odt.docx"
    (tmp_path / "there.docx").touch()
    form.path.setText("there.docx")
    assert "will be replaced" in form.fields["path"].note.text()


def test_paper_is_asked_for_a_printer_and_stands_in_the_log(
    open_shell: OpenShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iro_desktop.ui.forms import write_form

    sent: list[str] = []

    def send(document: Document, name: str) -> int:
        sent.append(f"{document.title} to {name}")
        return 2

    monkeypatch.setattr(write_form, "send_to", send)
    shell = at_documents(open_shell)
    shell.document_deeds.printers = ("Office",)
    shell.document_deeds.print_out()
    form = shell.side.form
    assert isinstance(form, PrintOut)
    form.try_save()
    assert sent == ["Caseload summary to Office"]
    assert shell.note_bar.words.text() == "Written: 2 pages sent to Office"
    assert fake_of(shell).papers.log[0].kind == "paper"
    shell.document_deeds.printers = ()
    shell.document_deeds.print_out()
    form = shell.side.form
    assert isinstance(form, PrintOut)
    form.try_save()
    assert "knows no printer" in form.fields["printer"].problem.text()


def test_what_left_stands_in_the_log_of_its_year(open_shell: OpenShell, keyboard_of: KeyboardOf) -> None:
    shell = at_documents(open_shell)
    keys, log = keyboard_of(shell), shell.documents.log
    make_of(shell).list.setFocus()
    keys.press(Qt.Key.Key_2)
    assert shell.documents.parts.currentIndex() == LOG
    assert log.list.hasFocus()
    assert [row.what for row in log.model.rows] == ["Clinic pack for Angela Marsh", "Caseload summary"]
    assert log.sums.text() == "Something left 2 times, 1 of them with names."
    log.year.setCurrentIndex(2)
    assert not log.model.rows
    log.focus_list()
    assert log.empty.hasFocus()
    keys.press(Qt.Key.Key_3)
    assert shell.documents.parts.currentIndex() == TEMPLATES
    keys.press(Qt.Key.Key_2)
    assert shell.documents.parts.currentIndex() == LOG
    keys.press(Qt.Key.Key_1)
    assert shell.documents.parts.currentIndex() == MAKE


def test_a_template_is_copied_out_put_in_and_taken_back_by_keys(
    open_shell: OpenShell, keyboard_of: KeyboardOf, tmp_path: Path
) -> None:
    shell = at_documents(open_shell, folder=tmp_path)
    keys, papers = keyboard_of(shell), fake_of(shell).papers
    make_of(shell).list.setFocus()
    keys.press(Qt.Key.Key_3)
    assert shell.documents.parts.currentIndex() == TEMPLATES
    keys.press(Qt.Key.Key_Delete)
    assert shell.side.form is None, "the standard one cannot be taken back"
    keys.press(Qt.Key.Key_C)
    assert isinstance(shell.side.form, TemplatePath)
    keys.press(Qt.Key.Key_Return)
    assert papers.copied == [("document", tmp_path / "iro-document.docx")]
    keys.press(Qt.Key.Key_A)
    form = shell.side.form
    assert isinstance(form, TemplatePath)
    keys.press(Qt.Key.Key_Return)
    assert form.fields["path"].problem.text() == "Choose the file."
    keys.type("ours.docx")
    keys.press(Qt.Key.Key_Return)
    assert papers.own == {"document"}
    assert shell.documents.templates.model.rows[0].words == "the service’s own"
    keys.press(Qt.Key.Key_Delete)
    assert isinstance(shell.side.form, TakeBack)
    keys.press(Qt.Key.Key_Escape)
    assert papers.own == {"document"}
    keys.press(Qt.Key.Key_Delete)
    form = shell.side.form
    assert isinstance(form, TakeBack)
    form.save_button.click()
    assert papers.own == set()


def test_long_making_is_told_and_esc_stops_it_with_nothing_written(
    open_shell: OpenShell, keyboard_of: KeyboardOf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = at_documents(open_shell)
    stopped = threading.Event()

    def run(progress: Progress, is_cancelled: IsCancelled) -> Ready:
        for number in range(10_000):
            progress(Step("Overdue", number, 10_000))
            time.sleep(0.005)
            if is_cancelled():
                stopped.set()
            stop_where(is_cancelled)
        raise AssertionError("nobody stopped it")

    def work(_wish: OutputWish) -> LongWork[Ready]:
        return LongWork(run, lambda ready: ready)

    monkeypatch.setattr(shell.desk, "output_work", work)
    make = make_of(shell)
    make.list.setFocus()
    make.make()
    qtbot.waitUntil(make.strip.isVisible)
    assert make.strip.words.text() == "Making Caseload summary"
    assert not make.write_button.isVisible(), "what is not shown cannot be written"
    keyboard_of(shell).press(Qt.Key.Key_Escape)
    qtbot.waitUntil(stopped.is_set)
    qtbot.waitUntil(lambda: not make.strip.isVisible())
    assert make.problem.text().startswith("Stopped; nothing was written.")
    assert not fake_of(shell).papers.written


def test_a_long_document_is_written_beside_the_window_and_a_refusal_is_said(
    open_shell: OpenShell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = at_documents(open_shell, folder=tmp_path)
    ready = make_of(shell).ready
    assert ready is not None
    rows = tuple((f"SMP{number:05}",) for number in range(LONG + 1))
    document = replace(ready.made.document, blocks=(Heading("All"), Table((Column("Child"),), rows)))
    make_of(shell).ready = replace(ready, made=replace(ready.made, document=document))
    assert len(beginning_of(document).tables[0].rows) < len(rows)
    shell.document_deeds.write()
    form = shell.side.form
    assert isinstance(form, WriteForm)
    form.try_save()
    qtbot.waitUntil(lambda: bool(fake_of(shell).papers.written))
    qtbot.waitUntil(lambda: shell.note_bar.words.text().startswith("Written: caseload"))

    def refused(*_: object) -> None:
        raise UserError("It is open elsewhere. It is as it was before.")

    monkeypatch.setattr(shell.desk, "write_work", refused)
    shell.document_deeds.write()
    form = shell.side.form
    assert isinstance(form, WriteForm)
    form.try_save()
    assert "open elsewhere" in shell.note_bar.words.text()
