"""Raw cells come out of a file as they stand, or the file is refused in a sentence."""

import contextlib
import csv
import io
import random
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.exchange import sheet_container, sheet_text, sheet_workbook, tabular
from iro_desktop.exchange.tabular import NOT_COMPUTED, cells_from_text, read_cells

SECRET = "Quillfeather"


def workbook(rows: list[list[Any]], **options: Any) -> bytes:
    book = openpyxl.Workbook()
    if options.get("is_1904"):
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for cells in rows:
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return stream.getvalue()


def sheet_xml(cells: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def first_rows(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> tuple[tuple[Any, ...], ...]:
    path = tmp_path / name
    path.write_bytes(content)
    return read_cells(path)[0].rows


def refusal_of(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RefusedInput) as caught:
        read_cells(path)
    assert SECRET not in str(caught.value)
    return str(caught.value)


SOUND = workbook([["Child ID", "Surname"], [1, SECRET]])
SHEET = "xl/worksheets/sheet1.xml"


def test_a_workbook_keeps_numbers_texts_dates_and_empty_rows(tmp_path: Path) -> None:
    content = workbook([["Child ID", "Seen"], [], ["00123", date(2026, 3, 12)], [12.5, True]])
    rows = first_rows(tmp_path, content)
    assert rows == (("Child ID", "Seen"), (None, None), ("00123", date(2026, 3, 12)), (12.5, True))


def test_a_1904_workbook_has_the_same_days(tmp_path: Path) -> None:
    assert first_rows(tmp_path, workbook([[date(2026, 3, 12)]], is_1904=True)) == ((date(2026, 3, 12),),)


def test_a_formula_without_a_stored_result_is_marked_and_not_blank(tmp_path: Path) -> None:
    rows = first_rows(tmp_path, workbook([["a", "b"], [1, "=A2+1"]]))
    assert rows[1] == (1, NOT_COMPUTED)


def test_a_formula_with_a_stored_result_is_that_result(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(1, 0, '="a"', None, "a")
        sheet.write_formula(2, 0, "=NA()", None, "#N/A")
    assert [row[0] for row in read_cells(path)[0].rows] == [2, "a", "#N/A"]


def test_an_id_that_excel_shows_with_leading_zeros_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 1234, book.add_format({"num_format": "000000"}))
        sheet.write(1, 0, 56, book.add_format({"num_format": '"M"0000'}))
        sheet.write(2, 0, 1234, book.add_format({"num_format": "#,##0"}))
    assert [row[0] for row in read_cells(path)[0].rows] == ["001234", "M0056", 1234]


def test_a_cell_merged_downwards_says_the_same_of_each_row(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A3", "Ruth Okafor")
        sheet.write("B3", 3)
    assert [row[0] for row in read_cells(path)[0].rows] == ["Ruth Okafor"] * 3


def test_hidden_sheets_and_rows_are_read_and_known_as_hidden(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        shown, hidden = book.add_worksheet("Shown"), book.add_worksheet("Hidden")
        shown.write_column(0, 0, ["a", "b"])
        shown.set_row(1, None, None, {"hidden": True})
        hidden.write(0, 0, "c")
        hidden.hide()
    first, second = read_cells(path)
    assert (first.name, first.is_hidden, first.hidden_rows) == ("Shown", False, frozenset({1}))
    assert (second.name, second.is_hidden) == ("Hidden", True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_is_read_in_every_encoding_and_separator_of_excel(encoding: str, separator: str, tmp_path: Path) -> None:
    lines = [("Child ID", "Name", "Reviewed"), ("0012", "Siân, Zoë", "12/03/2026")]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(lines)
    assert first_rows(tmp_path, stream.getvalue().encode(encoding), "a.csv") == tuple(lines)


def test_titles_without_separators_do_not_hide_the_separator() -> None:
    text = "Caseload, by IRO, printed on Monday, 16 March\n\nChild;Name;IRO\n1;FERN, Ava;Ruth\n2;FERN, Ben;Ruth\n"
    assert cells_from_text(text).rows[3][:3] == ("1", "FERN, Ava", "Ruth")


def test_excels_own_way_of_keeping_zeros_in_text_is_undone() -> None:
    assert cells_from_text('Child,Name\n="00123",Ava\n').rows[1] == ("00123", "Ava")


def test_a_guard_against_formulas_is_taken_off_again() -> None:
    assert cells_from_text("Child,Note\n1,'-\n2,'+44 1\n3,'s Gravenmoer\n").rows[1:] == (
        ("1", "-"),
        ("2", "+44 1"),
        ("3", "'s Gravenmoer"),
    )


def test_a_separator_hint_names_the_separator_and_keeps_the_row_numbers() -> None:
    assert cells_from_text("sep=;\nChild;Name\n1;a\n").rows == ((None, None), ("Child", "Name"), ("1", "a"))


def test_a_quotation_mark_that_never_closes_is_refused_with_its_row() -> None:
    with pytest.raises(RefusedInput, match="row 2"):
        cells_from_text('Child,Name\n1,"Ava\n2,Ben\n3,Cara\n')


def test_two_stray_quotation_marks_cannot_swallow_the_rows_between_them() -> None:
    with pytest.raises(RefusedInput, match="row 2"):
        cells_from_text('Child,Name,IRO\n1,"Ava,r\n2,Ben,r\n3,Cara,r\n4,Dan",r\n5,e,r\n')


def test_a_cell_of_several_lines_is_one_cell() -> None:
    assert cells_from_text('Child,Note\n1,"a,\nb"\n2,c\n').rows[1:] == (("1", "a,\nb"), ("2", "c"))


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=8), min_size=3, max_size=3
        ),
        min_size=2,
        max_size=6,
    ),
    st.sampled_from("\t,;"),
)
def test_what_a_csv_writer_wrote_is_read_back(cells: list[list[str]], separator: str) -> None:
    rows = [["Child ID", "Name", "Date of birth"], *cells]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    read = cells_from_text(stream.getvalue()).rows
    assert [[cell or "" for cell in row] for row in read] == [[_unguarded(cell) for cell in row] for row in rows]


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@", "＝", "＋", "－", "＠"} else text


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_can_do_more_than_be_refused_as_text(content: bytes) -> None:
    with contextlib.suppress(RefusedInput):
        sheet_text.rows_of(sheet_text.decoded(content))


@settings(deadline=None)
@given(st.data())
def test_no_damage_to_a_workbook_can_do_more_than_have_it_refused(data: st.DataObject) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:end])):
        with contextlib.suppress(RefusedInput):
            sheet_workbook.workbook_sheets(damaged)


@pytest.mark.parametrize("cut", [10, 200, len(SOUND) // 2, len(SOUND) - 30])
def test_a_workbook_cut_short_is_refused(cut: int, tmp_path: Path) -> None:
    assert "cut short" in refusal_of(tmp_path, SOUND[:cut])


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = repacked(SOUND, {"xl/media/zeros.bin": bytes(30 * 1024 * 1024)})
    assert len(bomb) < 100_000
    assert "unpacks to far more" in refusal_of(tmp_path, bomb)


def test_a_part_that_states_a_smaller_size_than_it_has_is_refused(tmp_path: Path) -> None:
    content = repacked(SOUND, {"xl/media/zeros.bin": bytes(range(256)) * 1000})
    lying = content.replace(struct.pack("<L", 256_000), struct.pack("<L", 1_000))
    assert lying != content
    assert refusal_of(tmp_path, lying)


def test_more_than_two_thousand_parts_are_refused(tmp_path: Path) -> None:
    many = repacked(SOUND, {f"xl/media/{number}": b"" for number in range(sheet_container.MAX_PARTS)})
    assert "unpacks to far more" in refusal_of(tmp_path, many)


@pytest.mark.parametrize("name", ["../outside.xml", "/outside.xml"])
def test_a_part_that_leads_outside_is_refused(name: str, tmp_path: Path) -> None:
    assert refusal_of(tmp_path, repacked(SOUND, {name: b"<a/>"}))


def test_entities_and_document_types_are_refused(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'
    assert "no ordinary spreadsheet" in refusal_of(tmp_path, repacked(SOUND, {SHEET: laughs}))


def test_one_cell_in_the_last_corner_is_refused_instead_of_filling_the_memory(tmp_path: Path) -> None:
    far = sheet_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert "far larger" in refusal_of(tmp_path, repacked(SOUND, {SHEET: far}))


def test_empty_formatted_cells_down_to_the_last_row_do_no_harm(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert first_rows(tmp_path, repacked(SOUND, {SHEET: sheet_xml(cells)})) == ((7,),)


def test_macros_are_refused(tmp_path: Path) -> None:
    assert "macros" in refusal_of(tmp_path, repacked(SOUND, {"xl/vbaProject.bin": b"x"}))


def test_a_document_renamed_to_xlsx_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<a>{SECRET}</a>")
    assert "no Excel workbook" in refusal_of(tmp_path, stream.getvalue())


def test_a_workbook_with_a_password_is_refused_with_what_to_do(tmp_path: Path) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    assert "without the password" in refusal_of(tmp_path, locked)


def test_an_old_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    assert ".xlsx" in refusal_of(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "a.xls")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b"Child ID,Name\n1,Quillfeather\n"),
        ("a.xlsx", b"<html><table><tr><td>Quillfeather</td></tr></table></html>"),
        ("a.csv", SOUND),
        ("a.csv", b"<html><table><tr><td>Quillfeather</td></tr></table></html>"),
        ("a.csv", b"%PDF-1.7\nQuillfeather"),
        ("a.csv", b"Child ID,Name\n1,Quill\x00feather\n"),
        ("a.csv", bytes(range(256)) * 4),
        ("a.csv", b"\xff\xfeC\x00h\x00i"),
        ("a.csv", b""),
        ("a.csv", b" \r\n,,,\r\n"),
        ("a.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.pdf", b"Child ID,Name\n1,Quillfeather\n"),
        ("a.csv", b"Child ID,Name\n1," + b"q" * 1024 * 1024 + b"\n"),
        ("a.csv", b"," * 100_000),
        ("a.xlsx", workbook([])),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence_without_its_content(
    name: str, content: bytes, tmp_path: Path
) -> None:
    message = refusal_of(tmp_path, content, name)
    assert "Nothing was read and nothing was changed." in message


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "MAX_FILE", 10)
    assert "larger than" in refusal_of(tmp_path, b"Child ID,Name\n", "a.csv")


def test_more_rows_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_text, "MAX_ROWS", 10)
    assert "rows" in refusal_of(tmp_path, b"a,b\n" * 11, "a.csv")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="could not be opened"):
        read_cells(tmp_path / "a.csv")


def test_a_cell_of_a_megabyte_in_a_workbook_is_only_a_long_cell(tmp_path: Path) -> None:
    text = random.Random(1).randbytes(512 * 1024).hex()
    cells = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(repacked(SOUND, {SHEET: sheet_xml(cells)}))
    assert read_cells(path)[0].rows == ((text,),)


def test_a_date_with_a_time_stays_a_moment(tmp_path: Path) -> None:
    rows = first_rows(tmp_path, workbook([[datetime(2026, 3, 12, 14, 30)]]))
    assert rows == ((datetime(2026, 3, 12, 14, 30),),)
