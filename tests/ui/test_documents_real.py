"""Every output from the window on the real store: chosen by its name, seen, written, told in the log of the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from iro_desktop.domain.acts import WriteLetter
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.outputs.model import Asks, Names, Output
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.write_form import WriteForm
from iro_desktop.ui.pages.documents.page import LOG
from iro_desktop.ui.shell import Shell
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard
from tests.ui.fake_people import TODAY

EVERY = tuple(OUTPUTS.by_key.values())
QUICK = (OutputFormat.CSV, OutputFormat.EXCEL, OutputFormat.WORD, OutputFormat.PDF)  # the cheapest to make first


def with_letter(desk: LocalDesk) -> str:
    """A child whose last review has its letter written."""
    child = next(key for key, one in desk._snapshot.children.items() if one.is_looked_after and desk.child(key).held)
    held_on = desk.child(child).held[0].held_on
    letter = desk.child_letter(child, held_on)
    desk.act(WriteLetter(child=child, held_on=held_on, band=letter.band, text=letter.proposed))
    return child


def test_every_output_is_written_from_the_window_as_it_is_shown(
    open_shell: Callable[..., Shell], keyboard_of: Callable[[Shell], Keyboard], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_demo(tmp_path / "demo", TODAY)
    child = with_letter(desk)
    shell = open_shell(desk)
    (tmp_path / "out").mkdir()
    shell.document_deeds.folder = tmp_path / "out"
    shell.select(child)
    keyboard_of(shell).control(Qt.Key.Key_D)
    assert shell.places.here.command is Command.DOCUMENTS
    for number, output in enumerate(EVERY, 1):
        write(shell, qtbot, output)
        assert len(list((tmp_path / "out").iterdir())) == number, shell.note_bar.words.text()
    shell.documents.parts.setCurrentIndex(LOG)
    log = shell.documents.log.model.rows
    assert len(log) == len(EVERY)
    assert [bool(row.reader) for row in reversed(log)] == [one.names is Names.ALWAYS for one in EVERY]
    desk.close()


def write(shell: Shell, qtbot: QtBot, output: Output) -> None:
    """From the list to the file."""
    make = shell.documents.make
    assert make.take(output.key)
    qtbot.waitUntil(lambda: not shell.deeds.tasks.is_busy(), timeout=30_000)
    if Asks.NAMES_STAY in output.asks and make.ready is None:  # a brother or sister is named in what was proposed
        names = make.problem.text().removeprefix("The letter names ").partition(".")[0]
        make.fields.stay.setText(names)
        make.make()
    assert make.ready is not None, f"{output.key}: {make.problem.text()}"
    assert make.ready.wish.output == output.key
    shell.document_deeds.write()
    if output.names is Names.ALWAYS and shell.side.form is None:  # no reader is proposed, and none was said
        assert make.fields.fields["reader"].problem.isVisible()
        make.fields.reader.setText("those who were invited")
        make.fields.purpose.setText("the record they are sent")
        shell.document_deeds.write()
    form = shell.side.form
    assert isinstance(form, WriteForm), output.key
    kind = next(one for one in QUICK if one in output.formats)
    form.kinds.button(output.formats.index(kind)).click()
    form.try_save()
    assert shell.note_bar.words.text().startswith("Written: ")
