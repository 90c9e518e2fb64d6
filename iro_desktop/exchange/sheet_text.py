"""Text with separators (.csv, a paste from Excel) as raw cells: its encoding, its separator, its quotes."""

import csv
import re
from collections import Counter
from io import StringIO

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.exchange.sheet_cells import Cell, refusal

MAX_ROWS = 200_000
MAX_COLUMNS = 2_000
_SEPARATORS = "\t,;|"
_HINT = re.compile(r"sep=(.)", re.IGNORECASE)
#: Excel's own way to keep leading zeros in a csv: ="00123". And the sign that guards a text from being a formula.
_KEPT_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_GUARDED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
#: Windows text leaves no byte without a letter but these; a text file has no such signs either.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decoded(content: bytes) -> str:
    """The bytes of a text file as text: UTF-8, UTF-16 as Excel writes it, else Windows-1252. Raises RefusedInput."""
    for marker, marked in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(marker):
            return _checked(_strictly(content, marked))
    if encoding := _unmarked_utf_16(content):
        return _checked(_strictly(content, encoding))
    try:
        return _checked(content.decode())
    except UnicodeDecodeError:
        return _checked(_strictly(content, "cp1252"))


def _unmarked_utf_16(content: bytes) -> str | None:
    half = len(content) // 2
    if half and content[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    return "utf-16-be" if half and content[0::2].count(0) > 0.4 * half else None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _checked(text: str) -> str:
    if _NOT_TEXT.search(text):
        raise _no_text()
    strange = sum(1 for sign in text if ord(sign) in range(0x80, 0x100) and not sign.isalpha())
    if strange > 20 and strange > len(text) / 10:
        raise _no_text()
    return text


def rows_of(text: str) -> list[list[Cell]]:
    """The text's rows as Excel would show them; lines that are blank stay, so that row numbers hold."""
    lines = text.splitlines() or [""]
    separator = _separator(text, lines)
    if any(line.count(separator) > MAX_COLUMNS for line in lines):
        raise refusal("A line of this text has more than 2,000 columns.", "Choose the file that holds the caseload.")
    rows: list[list[Cell]] = []
    for values in _split(text, separator):
        rows.append([_cell(value) for value in values])
        if len(rows) > MAX_ROWS:
            raise refusal("This text has more than 200,000 rows.", "Import the rows of the caseload alone.")
    if hint := _HINT.fullmatch(lines[0].strip().strip('"')):
        rows[0] = [None] * len(hint[1])
    return rows


def _separator(text: str, lines: list[str]) -> str:
    """The sign that cuts the most lines into the same number of cells."""
    if hint := _HINT.fullmatch(lines[0].strip().strip('"')):
        return hint[1]
    sample = [line for line in lines[:200] if line.strip()]
    start = "\n".join(sample)
    return max(_SEPARATORS, key=lambda separator: _agreement(start if sample else text, separator))


def _agreement(sample: str, separator: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(StringIO(sample, newline=""), delimiter=separator))
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _split(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        # Without a strict reader, a quotation mark that never closes swallows every row after it.
        raise _bad_quotes(len(rows) + 1) from error
    width = Counter(len(row) for row in rows if row).most_common(1)
    for number, row in enumerate(rows, 1):
        if width and width[0][0] > 1 and any(_holds_rows(cell, separator, width[0][0]) for cell in row):
            raise _bad_quotes(number)
    return rows


def _holds_rows(cell: str, separator: str, width: int) -> bool:
    """True if whole rows of the sheet stand inside one cell, which two stray quotation marks can do."""
    return any(line.count(separator) >= width - 1 for line in cell.splitlines()[1:-1])


def _cell(value: str) -> Cell:
    if kept := _KEPT_TEXT.fullmatch(value.strip()):
        return kept[1].replace('""', '"') or None
    return _GUARDED.sub("", value, count=1) or None if _GUARDED.match(value) else value or None


def _bad_quotes(row: int) -> RefusedInput:
    return refusal(
        f'At row {row} of this text a quotation mark (") is not closed, or a cell is longer than 131,072 letters.',
        "Open the file in Excel, mend that row, save it again, and import that copy.",
    )


def _no_text() -> RefusedInput:
    return refusal(
        "This file is neither an Excel workbook nor text in an encoding that Excel writes.",
        "Save it from Excel as .xlsx or as “CSV UTF-8”, and import that copy.",
    )
