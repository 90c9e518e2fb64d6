"""Tables out: as an Excel workbook or as CSV. Every word stays a word: no formula, no link, nothing hidden.

A spreadsheet program takes a CSV cell that begins with = + - @ for a formula; such text gets an apostrophe before it
(OWASP, "CSV injection"). In a workbook it is written as a string, which no program computes.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.sheet_table import Cell, Form, OutBook, OutTable
from iro_desktop.exchange.xml_text import xml_text

XLSX, CSV = ".xlsx", ".csv"
ENDINGS = (XLSX, CSV)
_FORMATS = {
    Form.TEXT: "@",
    Form.DAY: "d mmm yyyy",
    Form.WEEKDAY: "ddd d mmm yyyy",
    Form.WHOLE: "0",
    Form.COUNT: '0;-0;"–"',
    Form.WORKING_DAYS: '0" wd";"−"0" wd"',
    Form.PERCENT: "0.0%",
    Form.DECIMAL: "0.0",
}
# Days stand at the left, as the words do that may stand among them; numbers not against the words of the next column.
_AT_THE_RIGHT: dict[str, object] = {"align": "right", "indent": 1}
_STANDS: dict[Form, dict[str, object]] = {
    Form.TEXT: {},
    Form.DAY: {"align": "left"},
    Form.WEEKDAY: {"align": "left"},
}
_DATE_WIDTHS = {Form.DAY: 12, Form.WEEKDAY: 16}
_WIDEST, _NARROWEST = 60, 7  # characters
_MOST = 32_767  # characters that a cell of a workbook can hold, counted as UTF-16 does
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def ending_of(path: Path) -> str:
    """The format that a file's name asks for. Raises ``UserError`` for one that is not written here."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UserError(
            f"A file that ends in “{path.suffix or path.name}” is not written here. Nothing was written. "
            "Choose a name that ends in .xlsx for Excel, or in .csv for any program.",
            field="path",
        )
    return ending


def content_of(book: OutBook, ending: str) -> bytes:
    """The whole file, made in memory: nothing of it lies in a temporary folder."""
    return _workbook(book) if ending == XLSX else _csv(book.tables[0])


def kept_text(text: str) -> str:
    """A text as a file can keep it: one kind of line end, and a mark where XML has no such character."""
    plain = xml_text(text)
    if len(plain.encode("utf-16-le")) // 2 <= _MOST:
        return plain
    return plain.encode("utf-16-le")[: 2 * (_MOST - 1)].decode("utf-16-le", "ignore") + "…"


# --- CSV


def _csv(table: OutTable) -> bytes:
    """RFC 4180, dates in ISO; with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_guarded(line)] for line in table.head)
    writer.writerow([_guarded(column.heading) for column in table.columns])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return _guarded(cell)
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _guarded(text: str) -> str:
    kept = kept_text(text)
    return f"'{kept}" if kept.startswith(_FORMULA) else kept


# --- Excel


def _workbook(book: OutBook) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True})
    made.set_properties({"created": book.as_at.replace(tzinfo=None)})
    formats = {
        form: made.add_format({"num_format": words, "valign": "top"} | _STANDS.get(form, _AT_THE_RIGHT))
        for form, words in _FORMATS.items()
    }
    formats[Form.TEXT].set_text_wrap()
    bold = made.add_format({"bold": True})
    for number, table in enumerate(book.tables, 1):
        sheet = made.add_worksheet(table.name)
        _fill(sheet, table, formats, bold)
        _frame(sheet, table, number, bold)
    made.close()
    return content.getvalue()


def _fill(sheet: Any, table: OutTable, formats: dict[Form, Any], bold: Any) -> None:
    for line, words in enumerate(table.head):
        sheet.write_string(line, 0, kept_text(words), bold if line == 0 else None)
    first = len(table.head) + 1
    for line, row in enumerate(table.rows, first):
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write(sheet, line, place, cell, column.form, formats)


def _write(sheet: Any, line: int, place: int, cell: Cell, form: Form, formats: dict[Form, Any]) -> None:
    """A string is never looked at: ``write_string`` computes and links nothing."""
    if isinstance(cell, str):
        if cell:
            sheet.write_string(line, place, kept_text(cell), formats[Form.TEXT])
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, cell, formats[form])
    elif cell is not None:
        share = round(cell / 100, 3) if form is Form.PERCENT else cell
        sheet.write_number(line, place, share, formats[form])


def _frame(sheet: Any, table: OutTable, number: int, bold: Any) -> None:
    """Headings that stay in sight, and a table to filter by: a plain filter would leave a hidden name behind."""
    top, last = len(table.head), len(table.head) + len(table.rows)
    for place, column in enumerate(table.columns):
        sheet.write_string(top, place, kept_text(column.heading), bold)
        sheet.set_column(place, place, _width(table, place))
    if table.rows:
        columns = [{"header": kept_text(column.heading), "header_format": bold} for column in table.columns]
        options = {"name": f"Table{number}", "columns": columns, "style": "Table Style Light 1"}
        sheet.add_table(top, 0, last, len(table.columns) - 1, options)
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _width(table: OutTable, place: int) -> int:
    """Room for the widest value and for the heading with its filter button."""
    column = table.columns[place]
    cells: Sequence[Cell] = [row[place] for row in table.rows]
    texts = [max(cell.split("\n"), key=len) for cell in cells if isinstance(cell, str)]
    longest = max([len(text) for text in texts], default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 1, len(column.heading) + 4, _DATE_WIDTHS.get(column.form, 0)))
