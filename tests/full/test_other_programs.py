"""In full: what is written is opened by other programs, and they find the same words in it."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from iro_desktop.domain.documents import Bullets, Document
from iro_desktop.exchange.word_out import check_template, word_of
from iro_desktop.ui.painter import PaperPainter
from tests.exchange.documents import EVERY_BLOCK, body_lines, parts_of, said_by, template, word_faults
from tests.exchange.word_order import out_of_order

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this computer")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not on this computer")


def flat(text: str) -> str:
    return "".join(text.split())


def by_libreoffice(content: bytes, folder: Path) -> pypdf.PdfReader:
    """A Word file as LibreOffice prints it."""
    path = folder / "made.docx"
    path.write_bytes(content)
    return pypdf.PdfReader(io.BytesIO(converted(path, "pdf").read_bytes()))


def converted(path: Path, ending: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    home = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path.with_suffix(f".{ending}")


def missing(document: Document, text: str) -> list[str]:
    """The lines of the document that are not found in the text, in their order."""
    found, place = [], 0
    for block in document.blocks:
        marks = [f"{n}. " if isinstance(block, Bullets) and block.is_numbered else "" for n in range(1, 99)]
        for mark, line in zip(marks, said_by(block), strict=False):
            where = text.find(flat(mark + line), place)
            if where < 0:
                found.append(line)
            place = max(place, where)
    return found


@needs_libreoffice
@pytest.mark.parametrize("name", ["document", "letter"])
def test_libreoffice_prints_every_word_of_a_word_file_in_its_order(tmp_path: Path, name: str) -> None:
    document = replace(EVERY_BLOCK, template=name, has_contents=True, is_draft=True, is_sample=True)
    printed = by_libreoffice(word_of(document, template(name), PaperPainter().chart), tmp_path)
    pages = [one.extract_text() for one in printed.pages]
    assert missing(document, flat("".join(pages))) == []
    for number, page in enumerate(pages, 1):
        assert flat(f"Page {number} of {len(pages)}") in flat(page)
        assert flat("DRAFT · Sample data: invented children") in flat(page)
        assert ("OFFICIAL-SENSITIVE" in page) or name == "letter"
    assert flat("ContentsSummaryWhat we didFiguresAppendix") in flat(pages[0])


@needs_libreoffice
def test_libreoffice_shows_every_chart_and_picture(tmp_path: Path) -> None:
    printed = by_libreoffice(word_of(EVERY_BLOCK, template(), PaperPainter().chart), tmp_path)
    images = {
        one.idnum
        for page in printed.pages
        for one in page["/Resources"].get("/XObject", {}).values()
        if one.get_object()["/Subtype"] == "/Image"
    }
    assert len(images) == 4


@needs_libreoffice
@pytest.mark.parametrize("name", ["document", "letter"])
def test_a_template_saved_anew_by_libreoffice_is_used_and_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(template(name))
    odt = converted(path, "odt")
    path.unlink()
    own = converted(odt, "docx").read_bytes()
    assert own != template(name)
    assert check_template(own) == check_template(template(name))
    made = word_of(replace(EVERY_BLOCK, has_contents=True), own, PaperPainter().chart)
    assert word_faults(made) == []
    assert body_lines(made)[0] == EVERY_BLOCK.title
    xml = {path: part for path, part in parts_of(made).items() if path.startswith("word/") and path.endswith(".xml")}
    assert [(path, fault) for path, part in xml.items() for fault in out_of_order(part)] == []


@needs_poppler
def test_poppler_finds_every_word_of_a_pdf_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(PaperPainter().pdf(EVERY_BLOCK))
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    assert missing(EVERY_BLOCK, flat(done.stdout.decode())) == []
