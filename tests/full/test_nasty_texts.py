"""In full: ten thousand nasty texts in each format, read back as the texts they were, by us and by other programs."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iro_desktop.exchange.sheet_out import CSV, XLSX, content_of, kept_text
from iro_desktop.exchange.sheet_table import Cell, OutBook, OutColumn, OutTable
from iro_desktop.exchange.tabular import read_cells
from tests.exchange.nasty import FIRST, TEXTS, csv_rows, written
from tests.exchange.test_sheet_out import check

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this computer")
_LETTERS = "aZé0123456789 .,;:'\"!()+-*/=@&<>{}[]|\\#%$£€\t\n\u2028\u00a0א漢😀\x07\x0b\x1f\ufffe＝＋－＠"
_FORMULAS = (
    "1+1", "SUM(A1:A9)", 'HYPERLINK("https://example.org","x")', "cmd|' /C calc'!A0", 'DDE("a";"b")', "IMPORTXML(1)",
    "44 7700 900123", "A1", "1", "-1", "TRUE()", "now()", "'x", "_x0041_", "1E5", "12/11/2026",
)  # fmt: skip


def ten_thousand() -> list[str]:
    """Each begins as a formula could: with a sign, a tab, or a sign's full-width twin."""
    chance = Random(27)
    first = [one for one in FIRST if one not in "\r\n\0"]

    def rest() -> str:
        if chance.random() < 0.3:
            return chance.choice(_FORMULAS)
        return "".join(chance.choices(_LETTERS, k=chance.randint(0, 30)))

    return [f"{chance.choice(first)}{rest()}{chance.choice('.x')}" for _ in range(10_000)]


TEN_THOUSAND = ten_thousand()
WANTED = [kept_text(one) for one in TEN_THOUSAND]
_ABOVE = 3  # two lines of head and the heading


@pytest.mark.parametrize("thousand", range(10))
@settings(max_examples=250, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_a_thousand_nasty_texts_stay_the_texts_they_are(thousand: int, texts: list[str]) -> None:
    check(texts)


def test_openpyxl_reads_ten_thousand_of_them_as_the_texts_they_were() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(TEN_THOUSAND, XLSX))).active
    assert sheet is not None
    cells = [row[0] for row in sheet.iter_rows(min_row=_ABOVE + 1)]
    assert {one.data_type for one in cells} == {"s"}
    assert [one.value for one in cells] == WANTED


def test_our_own_import_reads_ten_thousand_of_them_as_the_texts_they_were(tmp_path: Path) -> None:
    others = [f"Column {number}" for number in range(12)]  # as wide as a caseload: a cell alone is no row of it
    columns = tuple(map(OutColumn, ("Child", "Words", *others)))
    rows: list[list[Cell]] = [[f"AB{number}", one, *others] for number, one in enumerate(TEN_THOUSAND)]
    book = OutBook((OutTable("Caseload", ("Head",), columns, rows),), datetime(2026, 11, 23))
    for ending in (XLSX, CSV):
        path = tmp_path / f"texts{ending}"
        path.write_bytes(content_of(book, ending))
        (sheet,) = read_cells(path)
        assert differing([row[1] for row in sheet.rows[2:]], WANTED) == []


def test_no_line_of_the_csv_begins_a_formula() -> None:
    found = [row[0] for row in csv_rows(written(TEN_THOUSAND, CSV))[_ABOVE:]]
    assert not [one for one in found if one.startswith(FIRST)]
    assert [one.removeprefix("'") for one in found] == WANTED


@needs_libreoffice
@pytest.mark.parametrize("ending", [XLSX, CSV])
def test_libreoffice_reads_ten_thousand_of_them_as_the_texts_they_were(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"texts{ending}"
    path.write_bytes(written(TEN_THOUSAND, ending))
    book = openpyxl.load_workbook(io.BytesIO(saved_by_libreoffice(path)))
    sheet = book.active
    assert sheet is not None
    cells = [row[0] for row in sheet.iter_rows(min_row=_ABOVE + 1)]
    assert {one.data_type for one in cells} == {"s"}
    assert not [one for one in cells if one.hyperlink]
    found = [str(one.value) for one in cells]
    assert differing([one.removeprefix("'") for one in found] if ending == CSV else found, WANTED) == []


def differing(found: Sequence[object], wanted: Sequence[str]) -> list[tuple[int, object, str]]:
    """The first few places where they are not the same."""
    assert len(found) == len(wanted)
    pairs = enumerate(zip(found, wanted, strict=True))
    return [(number, one, other) for number, (one, other) in pairs if one != other][:5]


def saved_by_libreoffice(path: Path) -> bytes:
    """The file as LibreOffice saves it once more, as a workbook."""
    filters = ["--infilter=CSV:44,34,76,1,,0,false,false,false"] if path.suffix == CSV else []
    home = f"-env:UserInstallation=file://{path.parent}/profile"
    folder = path.parent / "again"
    command = ["soffice", home, "--headless", *filters, "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / f"{path.stem}.xlsx").read_bytes()
