"""The summary of a whole authority: told as it is made, stopped at any piece with no file left, right to the last."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document as OpenWord
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.long_work import Cancelled, Step
from iro_desktop.services.outputs.model import OutputWish
from iro_desktop.ui.forms.write_form import WriteForm
from iro_desktop.ui.painter import PaperPainter
from iro_desktop.ui.shell import Shell
from tests.bench.lists import desk_of
from tests.ui.conftest import dressed, open_shell

__all__ = ["dressed", "open_shell"]
CHILDREN = 2_000
WISH = OutputWish("caseload")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    opened = desk_of(tmp_path_factory.mktemp("authority"), CHILDREN)
    opened.set_scope(None)
    yield opened
    opened.close()


def test_every_piece_of_the_work_is_told_and_can_be_the_last(desk: LocalDesk, tmp_path: Path) -> None:
    told: list[Step] = []
    desk.output_work(WISH).run(told.append, lambda: False)
    assert [step.words for step in told if step.of]
    for number in range(len(told)):
        seen: list[Step] = []

        def is_cancelled(seen: list[Step] = seen, number: int = number) -> bool:
            return len(seen) >= number

        with pytest.raises(Cancelled):
            desk.output_work(WISH).run(seen.append, is_cancelled)
        assert len(seen) == number
    ready = desk.make_output(WISH)
    before = len(desk._store.acts())
    with pytest.raises(Cancelled):
        desk.write_work(ready, tmp_path / "a.pdf", PaperPainter()).run(lambda _step: None, lambda: True)
    assert list(tmp_path.iterdir()) == []
    assert len(desk._store.acts()) == before


@pytest.mark.parametrize("kind", list(OutputFormat))
def test_each_kind_of_file_holds_every_row(desk: LocalDesk, tmp_path: Path, qapp: object, kind: OutputFormat) -> None:
    del qapp
    ready = desk.make_output(WISH)
    path = tmp_path / f"a.{kind.value}"
    work = desk.write_work(ready, path, PaperPainter())
    written = work.keep(work.run(lambda _step: None, lambda: False))
    assert written is not None
    assert written.refusal is None
    assert written.done is not None
    content = path.read_bytes()
    ids = {row.child for row in desk.caseload().rows}
    assert len(ids) == written.done.rows == written.done.of > CHILDREN / 2
    assert ids <= set(_words(content, kind).split())


def _words(content: bytes, kind: OutputFormat) -> str:
    if kind is OutputFormat.WORD:
        table = OpenWord(io.BytesIO(content)).tables[1]
        return " ".join(row.cells[1].text for row in table.rows)
    if kind is OutputFormat.PDF:
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if kind is OutputFormat.EXCEL:
        sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True)["Caseload"]
        return " ".join(str(row[1]) for row in sheet.iter_rows(values_only=True) if len(row) > 1)
    return content.decode("utf-8-sig").replace(",", " ")


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_in_the_window_it_is_made_and_written_beside_it_and_a_stopped_one_leaves_no_file(
    desk: LocalDesk, open_shell: Callable[..., Shell], qtbot: QtBot, tmp_path: Path
) -> None:
    shell = open_shell(desk)
    shell.document_deeds.folder = tmp_path
    shell.go_caseload()
    shell.caseload_deeds.export()
    make = shell.documents.make
    qtbot.waitUntil(lambda: make.ready is not None, timeout=60_000)
    assert "its beginning is shown" in make.told.text()
    written = 0
    for is_stopped, kind in ((True, 1), (False, 1), (True, 2), (False, 2)):
        shell.document_deeds.write()
        form = shell.side.form
        assert isinstance(form, WriteForm)
        form.kinds.button(kind).click()
        form.try_save()
        if is_stopped:
            make.strip.cancel()
        qtbot.waitUntil(lambda: not shell.deeds.tasks.is_busy(), timeout=120_000)
        written += not is_stopped
        assert len(list(tmp_path.iterdir())) == written
