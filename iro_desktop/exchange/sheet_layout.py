"""Where the headings stand on a sheet: under titles and print dates, over one or more lines, on the right tab."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from iro_desktop.exchange.sheet_cells import Cell, Sheet, is_empty, shown
from iro_desktop.exchange.sheet_dates import read_date
from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_headings import (
    NO_GUESS,
    ColumnGuess,
    Guess,
    column_letter,
    corrected,
    group_guess,
    guess,
)
from iro_desktop.exchange.sheet_values import looks_like_id
from iro_desktop.exchange.sheet_words import plain_words

_SEARCHED = 100  # headings stand within the first rows of a sheet
_WORTH = {Sureness.STATED: 4, Sureness.SURE: 3, Sureness.LIKELY: 2, Sureness.UNSURE: 1, Sureness.NONE: 0}
_POINTS_BACK = re.compile(r"its\b", re.IGNORECASE)  # "Last review", "its number": of the column before
_TITLE = re.compile(
    r":|\b(?:report|caseload|list|printed|page|produced|confidential|official|run|team|as at)\b", re.IGNORECASE
)
_SOME_DAY = date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings found on a sheet."""

    sheet: Sheet
    heading_rows: tuple[int, ...]  # from 0, upper lines first
    columns: tuple[ColumnGuess, ...]
    score: int  # higher: more fields, more surely

    @property
    def first_row(self) -> int:
        """The row under the headings."""
        return self.heading_rows[-1] + 1

    @property
    def children(self) -> int:
        """How many rows below have something like an id in the child's column."""
        column = self.column(CaseloadField.CHILD)
        rows = self.sheet.rows[self.first_row :] if column else ()
        return sum(looks_like_id(shown(row[column.index])) for row in rows if column)

    def column(self, field: CaseloadField) -> ColumnGuess | None:
        """The column that is read as this field."""
        return next((column for column in self.columns if column.field is field and column.is_read), None)


def find_tables(sheets: Sequence[Sheet], corrections: Mapping[str, CaseloadField | None]) -> list[Table]:
    """The best headings of each sheet that has any, the best sheet first."""
    tables = [table for sheet in sheets if (table := _best_of(sheet, corrections))]
    return sorted(tables, key=lambda table: (table.sheet.is_hidden, not table.children, -table.score, -table.children))


def _best_of(sheet: Sheet, corrections: Mapping[str, CaseloadField | None]) -> Table | None:
    found = [
        _table(sheet, row, corrections)
        for row in range(min(len(sheet.rows), _SEARCHED))
        if is_heading_like(sheet.rows[row])
    ]
    sound = [table for table in found if table.score >= 4 or any(c.sureness is Sureness.STATED for c in table.columns)]
    if sound:
        return max(sound, key=lambda table: table.score)  # the first of equals: later ones are page breaks
    return next((table for table in found if _stands_over_data(table)), None)


def _stands_over_data(table: Table) -> bool:
    """True for a row of words over a row of values: headings that nobody foresaw, to be named by a person."""
    below = table.sheet.rows[table.first_row : table.first_row + 3]
    wide = sum(not is_empty(cell) for cell in table.sheet.rows[table.heading_rows[-1]]) >= 3
    return wide and any(sum(not is_empty(cell) for cell in row) >= 3 and not is_heading_like(row) for row in below)


def is_heading_like(row: Sequence[Cell]) -> bool:
    """True for a row of two or more different words, none of them a number, an id or a date."""
    filled = [cell for cell in row if not is_empty(cell)]
    if not all(isinstance(cell, str) for cell in filled):
        return False
    return len(set(map(shown, filled))) >= 2 and all(map(_is_words, filled))


def _is_words(cell: Cell) -> bool:
    if not isinstance(cell, str) or isinstance(cell, date | datetime):
        return False
    text = shown(cell)
    is_known_code = bool(guess(text).field)
    return len(text) <= 120 and (is_known_code or not looks_like_id(text)) and read_date(text, _SOME_DAY).value is None


def _table(sheet: Sheet, row: int, corrections: Mapping[str, CaseloadField | None]) -> Table:
    uppers = _upper_rows(sheet, row)
    columns = _distinct([_column(sheet, uppers, row, index) for index in range(len(sheet.rows[row]))])
    columns = corrected([_child_alone(sheet, row, column) for column in columns], corrections)
    best: Counter[CaseloadField] = Counter()
    for column in columns:
        if column.field:
            best[column.field] = max(best[column.field], _WORTH[column.sureness])
    return Table(sheet, (*uppers, row), tuple(columns), sum(best.values()))


def _upper_rows(sheet: Sheet, row: int) -> tuple[int, ...]:
    """The one or two lines above that belong to the headings: words over several columns, no title."""
    uppers: list[int] = []
    while len(uppers) < 2 and row - len(uppers) > 0 and _is_upper_line(sheet, row - len(uppers) - 1):
        uppers.insert(0, row - len(uppers) - 1)
    return tuple(uppers)


def _is_upper_line(sheet: Sheet, row: int) -> bool:
    texts = [shown(cell) if isinstance(cell, str) else None for cell in sheet.rows[row] if not is_empty(cell)]
    beyond_first = any(not is_empty(cell) for cell in sheet.rows[row][1:])
    return beyond_first and all(text and not _TITLE.search(text) and _is_words(text) for text in texts)


def _column(sheet: Sheet, uppers: tuple[int, ...], row: int, index: int) -> ColumnGuess:
    lower = shown(sheet.rows[row][index])
    over = [_over(sheet, upper, index) for upper in uppers]
    upper = " ".join(dict.fromkeys(text for text, _exact in over if text and text != lower))
    if _POINTS_BACK.match(lower) and index and (before := shown(sheet.rows[row][index - 1])):
        return _guessed(index, lower, guess(f"{before} {lower}"))
    if not upper or not lower:
        alone = guess(lower or upper) if lower or any(exact for _text, exact in over) else NO_GUESS
        return _guessed(index, lower or (upper if alone.field else ""), alone)
    together = group_guess(upper, lower, is_merged=all(exact for text, exact in over if text))
    return _guessed(index, lower if together == guess(lower) else f"{upper} {lower}", together)


def _over(sheet: Sheet, row: int, index: int) -> tuple[str, bool]:
    """The upper heading over a column, and whether it surely reaches that far."""
    if text := shown(sheet.rows[row][index]):
        return text, True
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left <= index <= right:
            return shown(sheet.rows[top][left]), True
    before = (shown(cell) for cell in reversed(sheet.rows[row][:index]))
    # A line with merged cells says itself how far each heading reaches; in any other line it may reach on.
    is_exact = any(top <= row <= bottom and left < right for top, left, bottom, right in sheet.merged)
    return ("" if is_exact else next((text for text in before if text), "")), False


def _guessed(index: int, heading: str, found: Guess) -> ColumnGuess:
    return ColumnGuess(index, heading, found.field, found.sureness, 0, found.because)


def _distinct(columns: list[ColumnGuess]) -> list[ColumnGuess]:
    """Columns without a heading, or with one that another has too, are called by their letter."""
    headings = Counter(column.heading.casefold() for column in columns)
    return [
        replace(
            column,
            heading=f"{column.heading} (column {column_letter(column.index)})".lstrip(),
            is_nameless=not column.heading,
        )
        if not column.heading or headings[column.heading.casefold()] > 1
        else column
        for column in columns
    ]


def _child_alone(sheet: Sheet, row: int, column: ColumnGuess) -> ColumnGuess:
    """``Child`` or ``Young person`` heads ids in one sheet and names in another: the values tell."""
    if set(plain_words(column.heading)) not in ({"child"}, {"child", "cla"}):
        return column
    texts = [shown(below[column.index]) for below in sheet.rows[row + 1 :]]
    filled = [text for text in texts if text]
    ids = sum(looks_like_id(text) for text in filled)
    field = CaseloadField.CHILD if ids * 2 > len(filled) else CaseloadField.NAME
    return replace(column, field=field, sureness=Sureness.SURE if filled else Sureness.UNSURE)
