"""Over all outputs of the register: seen before, told after, no name that was not asked for, opened by other programs.

Every child of the invented caseload has marked names, so that any of them is found wherever it turns up.
"""

import csv
import errno
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx import Document as OpenWord
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import ChangeChild, WriteLetter
from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Agency, OutputFormat
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.long_work import Cancelled
from iro_desktop.services.names_out import EXPORT, Reader
from iro_desktop.services.outputs.model import Asks, Names, Output, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.ui.painter import PaperPainter
from tests.demo_copy import open_demo
from tests.exchange.nasty import no_leftovers, sheet_faults
from tests.ui.fake_people import TODAY

MARK = "Qzx"
READER = Reader("the marked reader", "to see what is in it")
EVERY = tuple(OUTPUTS.by_key.values())
KINDS = [(one.key, kind) for one in EVERY for kind in one.formats]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    """One for all: what is written out changes no fact."""
    opened = open_demo(tmp_path_factory.mktemp("demo"), TODAY)
    now = opened._snapshot.children.values()
    opened.acts([_marked(one.facts.child.council_id, one.facts.child.row_version) for one in now], "Marked")
    child = child_of(opened)
    held_on = opened.child(child).held[0].held_on
    letter = opened.child_letter(child, held_on)
    opened.act(WriteLetter(child=child, held_on=held_on, band=letter.band, text=letter.proposed))
    yield opened
    opened.close()


def _marked(child: str, row_version: int) -> ChangeChild:
    number = "".join("abcdefghij"[int(one)] for one in child if one.isdigit())
    return ChangeChild(
        child=child,
        given_name=f"{MARK}given{number}",
        family_name=f"{MARK}family{number}",
        known_as=f"{MARK}known{number}",
        row_version=row_version,
    )


def child_of(desk: LocalDesk) -> str:
    """Somebody with a held review, and with brothers and sisters."""
    known = desk._snapshot
    return next(
        key
        for key, one in known.children.items()
        if one.is_looked_after and desk.child(key).held and known.siblings.get(key)
    )


def wish_of(desk: LocalDesk, output: Output, names: Reader | None = None) -> OutputWish:
    """What a person would say for it."""
    asks = set(output.asks)
    return OutputWish(
        output.key,
        iro=desk.iros()[0] if asks & {Asks.IRO, Asks.ONE_IRO} else None,
        child=child_of(desk) if Asks.CHILD in asks else None,
        agency=Agency.HEALTH if Asks.AGENCY in asks else None,
        names=READER if output.names is Names.ALWAYS else names,
    )


def words_of(document: Document) -> str:
    return " ".join(document.words.split())


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_it_says_what_it_is_and_is_seen_before_it_is_written(desk: LocalDesk, output: Output) -> None:
    assert output.title
    assert output.what_for.endswith(".")
    assert output.formats
    ready = desk.make_output(wish_of(desk, output))
    shown = ready.shown
    assert shown.document.title
    assert shown.document.blocks
    assert shown.document.is_sample, "the children of the demo are invented, and each page says so"
    assert 0 <= shown.children <= shown.of
    assert shown.file_stem
    assert not set(shown.file_stem) & set('/\\:*?"<>| ')
    if shown.of:
        assert shown.fields, "what it tells of each child is said before"
    assert ready.told.startswith(f"{shown.children:,} of" if shown.of else "tells of no single child")


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_without_names_asked_no_name_is_in_it(desk: LocalDesk, output: Output) -> None:
    if output.names is Names.ALWAYS:
        with pytest.raises(UserError, match="without names"):
            desk.make_output(replace(wish_of(desk, output), names=None))
        return
    made = desk.make_output(wish_of(desk, output)).made
    assert MARK not in made.document.words
    assert MARK not in f"{made.document.title} {made.document.foot} {made.log} {made.file_stem}"
    for sheet in made.book.tables if made.book else ():
        assert MARK not in f"{sheet.name} {sheet.head} {[list(row) for row in sheet.rows]}"


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_names_that_are_asked_for_stand_in_it_and_in_no_title_and_no_log(desk: LocalDesk, output: Output) -> None:
    if output.names is Names.NEVER:
        with pytest.raises(UserError, match="never holds names"):
            desk.make_output(replace(wish_of(desk, output), names=READER))
        return
    ready = desk.make_output(wish_of(desk, output, READER))
    assert MARK in ready.made.document.words
    assert READER.words in ready.told
    assert MARK not in f"{ready.made.document.title} {ready.made.log} {ready.made.file_stem}"


@pytest.mark.parametrize(("key", "kind"), KINDS, ids=str)
def test_another_program_opens_it_and_its_line_stands_in_the_log(
    desk: LocalDesk, tmp_path: Path, dressed: QApplication, key: str, kind: OutputFormat
) -> None:
    output = OUTPUTS.get(key)
    before = len(desk._store.acts())
    ready = desk.make_output(wish_of(desk, output))
    path = tmp_path / f"out.{kind.value}"
    done = desk.write_output(ready, path, PaperPainter())
    assert (done.files, done.rows, done.of) == ((path,), ready.made.children, ready.made.of)
    told = _opened(path.read_bytes(), kind)
    assert MARK not in told or output.names is Names.ALWAYS
    if kind in {OutputFormat.WORD, OutputFormat.PDF}:
        missing = [word for word in words_of(ready.made.document).split() if word not in told]
        assert not missing
    assert no_leftovers(tmp_path, path.name)
    [line] = desk._store.acts()[before:]
    assert (line.kind, MARK in line.sentence) == (EXPORT, False)
    logged = desk.export_log()[0]
    assert logged.what == ready.made.log
    assert logged.kind == kind.label
    assert logged.reader == (READER.who if ready.wish.names else "")


def _opened(content: bytes, kind: OutputFormat) -> str:
    """Every word of the file, as another program reads it."""
    if kind is OutputFormat.WORD:
        word = OpenWord(io.BytesIO(content))
        parts = [one.text for one in word.element.body.iter() if one.tag.endswith("}t") and one.text]
        edges = [
            one.text for section in word.sections for one in (*section.header.paragraphs, *section.footer.paragraphs)
        ]
        return " ".join((*parts, *edges))
    if kind is OutputFormat.PDF:
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if kind is OutputFormat.EXCEL:
        assert sheet_faults(content) == []
        book = openpyxl.load_workbook(io.BytesIO(content))
        return " ".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)
    return " ".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_a_full_disk_leaves_the_old_file_and_no_line(
    desk: LocalDesk, tmp_path: Path, dressed: QApplication, monkeypatch: pytest.MonkeyPatch, output: Output
) -> None:
    path = tmp_path / f"out.{output.formats[0].value}"
    path.write_bytes(b"as it was")
    ready, before = desk.make_output(wish_of(desk, output)), len(desk._store.acts())

    def is_full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(UserError, match=r"no space left.*Nothing was left half-written"):
        desk.write_output(ready, path, PaperPainter())
    monkeypatch.undo()
    assert path.read_bytes() == b"as it was"
    assert no_leftovers(tmp_path, path.name)
    assert len(desk._store.acts()) == before


def test_a_file_open_elsewhere_stays_and_the_log_says_that_nothing_left(
    desk: LocalDesk, tmp_path: Path, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.docx"
    path.write_bytes(b"as it was")
    ready = desk.make_output(wish_of(desk, OUTPUTS.get("caseload")))

    def is_open(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", is_open)
    with pytest.raises(UserError, match=r"It is as it was before\. Close it where it is open"):
        desk.write_output(ready, path, PaperPainter())
    monkeypatch.undo()
    assert path.read_bytes() == b"as it was"
    assert no_leftovers(tmp_path, path.name)
    assert desk.export_log()[0].what.endswith("The place refused it: nothing left")


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_an_ending_that_is_not_offered_is_refused_in_words(desk: LocalDesk, tmp_path: Path, output: Output) -> None:
    ready, before = desk.make_output(wish_of(desk, output)), len(desk._store.acts())
    with pytest.raises(UserError, match=r"Nothing was written. Choose a name that ends in \.") as refused:
        desk.write_output(ready, tmp_path / "out.odt")
    assert refused.value.field == "path"
    assert all(f".{one.value}" in str(refused.value) for one in output.formats)
    assert len(desk._store.acts()) == before


@pytest.mark.parametrize("output", [one for one in EVERY if one.is_of_snapshot], ids=lambda one: one.key)
def test_what_is_made_beside_the_window_tells_how_far_it_is_and_can_be_stopped(desk: LocalDesk, output: Output) -> None:
    steps: list[str] = []
    work = desk.output_work(wish_of(desk, output))
    ready = work.run(lambda step: steps.append(step.words), lambda: False)
    assert ready.made.document.words.split("\n")[0] == ready.made.document.title
    assert len(steps) > 1
    with pytest.raises(Cancelled):
        desk.output_work(wish_of(desk, output)).run(lambda _step: None, lambda: True)


@pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)
def test_printing_leaves_its_line_first(desk: LocalDesk, output: Output) -> None:
    ready = desk.make_output(wish_of(desk, output))
    lines_when_sent: list[str] = []

    def send(document: Document) -> int:
        assert document == ready.made.document
        lines_when_sent.append(desk.export_log()[0].kind)
        return 1

    assert desk.print_output(ready, send) == 1
    assert lines_when_sent == ["paper"]
