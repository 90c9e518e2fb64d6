"""Raw cells out of a file or pasted text. What they mean is read elsewhere; nothing here knows of children.

A file is judged by its ending, its first bytes and its content together; whatever does not fit is refused in a
sentence that says what to do and never repeats what the file holds.
"""

from pathlib import Path

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.exchange.sheet_cells import NOT_COMPUTED, Cell, Sheet, is_empty, refusal
from iro_desktop.exchange.sheet_text import decoded, rows_of
from iro_desktop.exchange.sheet_workbook import workbook_sheets

__all__ = ["MAX_FILE", "NOT_COMPUTED", "Cell", "Sheet", "cells_from_text", "read_cells"]

MAX_FILE = 25 * 1024 * 1024
_WORKBOOKS = {".xlsx"}
_TEXTS = {".csv", ".txt", ".tsv"}
_SAVE_AS = "Open it in Excel, save it as an Excel workbook (.xlsx), and import that copy."
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_cells(path: Path) -> list[Sheet]:
    """The sheets of a .xlsx, .csv, .tsv or .txt file: at least one, each with at least one filled cell.

    Raises RefusedInput where nothing can be read.
    """
    content = _content(path)
    ending = path.suffix.lower()
    _check_kind(content, ending)
    if ending in _WORKBOOKS:
        return workbook_sheets(content)
    return [_text_sheet(path.stem, decoded(content))]


def cells_from_text(text: str) -> Sheet:
    """The rows of a pasted text, cut at tabs, commas or semicolons. Raises RefusedInput where there are none."""
    if len(text) > MAX_FILE:
        raise refusal("The pasted text is longer than 25 MiB.", "Paste the rows of the caseload alone.")
    if "\x00" in text:
        raise refusal("What was pasted is not text.", "Copy the cells of the caseload and paste them again.")
    return _text_sheet("pasted text", text.removeprefix("\ufeff"))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise refusal("This file could not be opened.", "Check that it is there and not open elsewhere.") from error
    if len(content) > MAX_FILE:
        raise refusal("This file is larger than 25 MiB.", "Import a file with the rows of the caseload alone.")
    if not content:
        raise refusal("This file is empty.", "Choose the file that holds the caseload.")
    return content


def _check_kind(content: bytes, ending: str) -> None:
    if content.startswith(_OLE):
        raise _old_office(content)
    if ending not in _WORKBOOKS | _TEXTS:
        raise refusal("Only .xlsx, .csv, .tsv and .txt files can be read here.", _SAVE_AS)
    is_zip = content.startswith(_ZIP)
    if ending in _WORKBOOKS and not is_zip:
        raise refusal("This file is called .xlsx but is no Excel workbook inside.", _SAVE_AS)
    if ending in _TEXTS and is_zip:
        raise refusal(f"This file is called {ending} but is a workbook or package inside.", _SAVE_AS)
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"%pdf", b"{\\rtf", b"<!doctype", b"<html", b"<table", b"<?xml", b"\x89png", b"\xff\xd8\xff")):
        raise refusal(f"This file is called {ending} but is no table of cells inside.", _SAVE_AS)


def _old_office(content: bytes) -> RefusedInput:
    if _ENCRYPTED in content:
        return refusal(
            "This workbook is protected by a password.", "Save a copy without the password and import that copy."
        )
    return refusal("This is a workbook of the old kind (.xls), which is not read here.", _SAVE_AS)


def _text_sheet(name: str, text: str) -> Sheet:
    rows = rows_of(text)
    if all(is_empty(cell) for row in rows for cell in row):
        raise refusal("There is nothing but blanks in this text.", "Choose or copy the rows of the caseload.")
    width = max(map(len, rows))
    padded = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return Sheet(name, padded, lengths=tuple(map(len, rows)))
