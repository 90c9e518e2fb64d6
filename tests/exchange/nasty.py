"""Texts that spreadsheet programs take for something else, and a reader of files that sees what is really in them."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from iro_desktop.exchange.sheet_out import content_of
from iro_desktop.exchange.sheet_table import Form, OutBook, OutColumn, OutTable

FIRST = tuple("=+-@\t\r\n\0＝＋－＠")
KNOWN = (
    "=1+1", "=HYPERLINK(\"https://example.org\")", "+44 7700 900123", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠x",
    "https://example.org", "mailto:a@example.org", "internal:Sheet2!A1", "{=1+1}", "TRUE", "1e5", "0123", "12/11/2026",
    "_x0041_", "a\r\nb", "a\rb", 'say "so", he said', "'quoted", "", " ", "\x07bell", "\ufffe", "𐐷" * 20,
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(KNOWN),
    st.text(max_size=40),
    st.builds("".join, st.tuples(st.sampled_from(FIRST), st.text(max_size=20))),
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book_of(texts: Sequence[str]) -> OutBook:
    """One column of texts, with the first of them in the head too."""
    table = OutTable("Caseload", ("Head", *texts[:1]), (OutColumn("Words", Form.TEXT),), [[one] for one in texts])
    return OutBook((table,), datetime(2026, 11, 23))


def sheet_faults(content: bytes) -> list[str]:
    """Whatever in the raw file is more than values: formulas, links, comments, hidden things, names, people, macros."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8")
            markup = re.sub(r"<t[ >].*?</t>", "", text, flags=re.DOTALL)  # what a cell says is not markup
            wrong = r"<f[ >]|hyperlink |definedName|hidden=|<comment|externalLink|pivotCache|veryHidden|dde"
            found += [f"{name}: {one}" for one in re.findall(wrong, markup, flags=re.IGNORECASE)]
            if re.search(r"comments|externalLink|vba|pivot|drawing|customXml|connections|custom\.xml", name):
                found.append(name)
        for name, wanted in (("docProps/core.xml", ("creator", "lastModifiedBy")), ("docProps/app.xml", ("Company",))):
            for one in ET.fromstring(parts.read(name)).iter():
                if one.tag.rpartition("}")[2] in (*wanted, "Manager") and (one.text or "").strip():
                    found.append(f"{name}: {one.tag} {one.text}")
    return found


def texts_in(content: bytes) -> list[str]:
    """The strings of column A under its heading, straight from the XML; an empty cell says nothing."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        shared = [
            "".join(each.text or "" for each in one.iter(f"{_MAIN}t"))
            for one in ET.fromstring(parts.read("xl/sharedStrings.xml")).iter(f"{_MAIN}si")
        ]
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    cells = {}
    for one in sheet.iter(f"{_MAIN}c"):
        value = one.find(f"{_MAIN}v")
        if value is not None and value.text is not None:
            assert one.get("t") == "s", "every cell is a string"
            cells[int(re.sub("[A-Z]", "", one.get("r") or ""))] = shared[int(value.text)]
    rows = [int(one.get("r") or 0) for one in sheet.iter(f"{_MAIN}row")]
    return [_unescaped(cells.get(number, "")) for number in range(1, max(rows) + 1)]


def _unescaped(text: str) -> str:
    """As ECMA-376 reads ``_xHHHH_``."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda one: chr(int(one.group(1), 16)), text)


def csv_rows(content: bytes) -> list[list[str]]:
    """The rows of a .csv by RFC 4180."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def written(texts: Sequence[str], ending: str) -> bytes:
    return content_of(book_of(texts), ending)


def no_leftovers(folder: Path, *kept: str) -> bool:
    return sorted(one.name for one in folder.iterdir()) == sorted(kept)
