"""An Excel workbook (.xlsx) as sheets of raw cells. The library for it is imported when the first workbook is read."""

from datetime import time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from iro_desktop.exchange.sheet_cells import Cell, Sheet, refusal
from iro_desktop.exchange.sheet_container import Tab, tabs_of
from iro_desktop.exchange.sheet_xml import WorksheetPart

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_ROWS = 200_000
MAX_CELLS = 5_000_000  # the square from the first to the last cell, which the reader makes room for


def workbook_sheets(content: bytes) -> list[Sheet]:
    """Every worksheet that holds anything, in the order of the tabs. Raises RefusedInput."""
    tabs = tabs_of(content)
    for tab in tabs:
        _check_size(tab.part)
    sheets = [sheet for sheet in _read(content, tabs) if any(cell is not None for row in sheet.rows for cell in row)]
    if not sheets:
        raise refusal("This workbook is empty.", "Choose the workbook that holds the caseload.")
    return sheets


def _check_size(part: WorksheetPart | None) -> None:
    if part and (part.height > MAX_ROWS or part.height * part.width > MAX_CELLS):
        raise refusal(
            "A sheet of this workbook is far larger than a caseload.",
            "Copy the rows of the caseload into a new workbook and import that.",
        )


def _read(content: bytes, tabs: list[Tab]) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            names = book.sheet_names
            return [
                _sheet(book.get_sheet_by_index(position), tab, tab.part)
                for position, (_name, tab) in enumerate(zip(names, tabs, strict=True))
                if tab.part
            ]
    except (CalamineError, ValueError) as error:
        raise refusal(
            "This workbook could not be read.", "Open it in Excel, save it again as .xlsx, and import that copy."
        ) from error


def _sheet(source: "CalamineSheet", tab: Tab, part: WorksheetPart) -> Sheet:
    # The size comes from our own look at the sheet: the reader leaves out what stands after the last value, and an
    # error or a formula never computed is no value to it.
    rows: list[list[Cell]] = [[None] * part.width for _ in range(part.height)]
    for row, values in zip(rows, source.to_python(skip_empty_area=False), strict=False):
        row[: len(values)] = [_cell(value) for value in values]
    for (row_index, column), text in part.replaced.items():
        rows[row_index][column] = text
    merged = tuple((first[0], first[1], last[0], last[1]) for first, last in source.merged_cell_ranges or ())
    _fill_down(rows, merged)
    return Sheet(source.name, tuple(map(tuple, rows)), tab.state != "visible", frozenset(part.hidden_rows), merged)


def _cell(value: Cell | time | timedelta) -> Cell:
    if isinstance(value, time | timedelta):
        return str(value)
    return None if value == "" else value


def _fill_down(rows: list[list[Cell]], merged: tuple[tuple[int, int, int, int], ...]) -> None:
    """A cell merged over several rows says the same of each of them, but only the first row holds it."""
    for top, left, bottom, _right in merged:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
