"""What stands under the headings: children's rows, and the lines between and below that are none.

Every line is accounted for. A line is left out only for a reason that can be named; whatever might be a child is a
child's row, if only to be refused with its number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.exchange.sheet_cells import Cell, is_empty, shown
from iro_desktop.exchange.sheet_dates import read_date
from iro_desktop.exchange.sheet_fields import DATE_FIELDS, CaseloadField, Sureness
from iro_desktop.exchange.sheet_headings import guess
from iro_desktop.exchange.sheet_layout import Table, is_heading_like
from iro_desktop.exchange.sheet_values import NO_IRO, looks_like_id, read_iro, says_nothing

_TOTAL = re.compile(r"(?:(?:grand|sub|overall)[ -]*)*totals?\b(?!,)|(?:count|sum|average|mean)$", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:printed|produced|generated|created|exported|extracted|run|report(?:ed)?|prepared|requested|data|print)\b.*"
    r"(?:\b(?:by|on|at|from|date|time|as)\b|:)"
    r"|(?:key|notes?|source|filters?|parameters?|criteria|user|nb|legend|count|sum|average|mean|children|records|rows)"
    r"(?: \w+)? ?[:=]|number of |no\. of |end of (?:report|list|caseload)|page \d|confidential|official|as at\b|\*"
    r"|\d+ (?:children|records|rows|cases|young people)\b|average\b|please note|©",
    re.IGNORECASE,
)
_IRO_LINE = re.compile(
    r"(?:iro|(?:independent )?reviewing officer)(?:'s)?(?: name)?\s*(?:[:=]|\s[-–—]\s)\s*(.*)", re.IGNORECASE
)


_FAMILY_LINE = re.compile(r"(?:family|sibling group|siblings|household)\b", re.IGNORECASE)


class Kind(StrEnum):
    """What a line of the sheet is."""

    CHILD = "child"
    BLANK = "blank"
    ABOVE = "above"  # titles over the headings
    HEADING = "heading"
    TOTAL = "total"
    FOOTER = "footer"
    IRO = "iro"  # names the IRO of the rows below it
    FAMILY = "family"  # names the family of the rows below it
    LONELY = "lonely"  # one cell filled, and not the id
    OTHER_HEADING = "other heading"  # begins a table with other columns
    OTHER_TABLE = "other table"


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the sheet by what they are."""

    kinds: tuple[Kind, ...]  # one for each row of the sheet, from the first
    iros: dict[int, str]  # row of a line that names an IRO, and the name

    def rows(self, kind: Kind) -> list[int]:
        """The rows of one kind, from 0, in order."""
        return [row for row, found in enumerate(self.kinds) if found is kind]

    def iro_above(self, row: int) -> str | None:
        """The IRO named by the nearest line above."""
        return next((name for line, name in sorted(self.iros.items(), reverse=True) if line < row), None)


def body_of(table: Table, today: date) -> Body:
    """Say of every row of the sheet what it is."""
    reader = _BodyReader(table, today)
    kinds = tuple(reader.kind(row) for row in range(len(table.sheet.rows)))
    return Body(kinds, reader.iros)


class _BodyReader:
    """Reads downwards; what a line is can depend on the totals and headings before it."""

    def __init__(self, table: Table, today: date) -> None:
        self.iros: dict[int, str] = {}
        self._table = table
        self._today = today
        self._children = 0
        self._after_total = False
        self._in_other_table = False
        self._headings = [[shown(cell).casefold() for cell in table.sheet.rows[row]] for row in table.heading_rows]
        self._columns = {column.field: column.index for column in table.columns if column.is_read}

    def kind(self, row: int) -> Kind:
        cells = self._table.sheet.rows[row]
        if all(is_empty(cell) for cell in cells):
            return Kind.BLANK
        if row in self._table.heading_rows:
            return Kind.HEADING
        if not self._has_id(cells) and (name := _named_iro(cells)):
            self.iros[row] = name
            return Kind.ABOVE if row < self._table.first_row else Kind.IRO
        if row < self._table.first_row:
            return Kind.ABOVE
        kind = self._below(cells)
        self._children += kind is Kind.CHILD
        self._after_total = kind is Kind.TOTAL or (self._after_total and kind is not Kind.HEADING)
        return kind

    def _below(self, cells: Sequence[Cell]) -> Kind:
        if self._repeats_headings(cells):
            self._in_other_table = False
            return Kind.HEADING
        if self._is_other_heading(cells):
            self._in_other_table = True
            return Kind.OTHER_HEADING
        if self._in_other_table:
            return Kind.OTHER_TABLE
        return self._line(cells) or Kind.CHILD

    def _line(self, cells: Sequence[Cell]) -> Kind | None:
        """What the line is if it is no child's row."""
        filled = [shown(cell) for cell in cells if not is_empty(cell)]
        if self._has_id(cells):
            is_count = set(filled) == {str(self._children)} and self._children > 1
            return Kind.TOTAL if is_count else None
        dates = self._dates(cells)
        # A row that is filled like a child's is none only if it says so in its first words.
        is_narrow = len(set(filled)) <= max(3, len(self._columns) // 2) and dates < 2
        if any(_TOTAL.match(text) for text in (filled if is_narrow else filled[:1])):
            return Kind.TOTAL
        if is_narrow and (any(_FOOTER.match(text) for text in filled) or (self._after_total and not dates)):
            return Kind.FOOTER
        if len(set(filled)) > 1 or self._is_name_alone(cells):
            return None
        return Kind.FAMILY if _FAMILY_LINE.match(filled[0]) else Kind.LONELY

    def _is_name_alone(self, cells: Sequence[Cell]) -> bool:
        """True where the one filled cell stands under a name, right of the id that is missing: a child, not a title."""
        names = {CaseloadField.NAME, CaseloadField.GIVEN_NAME, CaseloadField.FAMILY_NAME}
        first = next(index for index, cell in enumerate(cells) if not is_empty(cell))
        return first > 0 and any(self._columns.get(name) == first for name in names)

    def _has_id(self, cells: Sequence[Cell]) -> bool:
        text = shown(self._cell(cells, CaseloadField.CHILD))
        is_date = not text.isdecimal() and read_date(text, self._today).value is not None
        return looks_like_id(text) and not (is_date or _TOTAL.match(text) or _FOOTER.match(text))

    def _dates(self, cells: Sequence[Cell]) -> int:
        return sum(read_date(self._cell(cells, field), self._today).value is not None for field in DATE_FIELDS)

    def _cell(self, cells: Sequence[Cell], field: CaseloadField) -> Cell:
        index = self._columns.get(field)
        return None if index is None else cells[index]

    def _repeats_headings(self, cells: Sequence[Cell]) -> bool:
        texts = [shown(cell).casefold() for cell in cells]
        filled = sum(bool(text) for text in texts)
        for heading in self._headings:
            same = sum(bool(text) and text == above for text, above in zip(texts, heading, strict=True))
            if same >= 2 and same * 5 >= filled * 3:
                return True
        return False

    def _is_other_heading(self, cells: Sequence[Cell]) -> bool:
        if self._has_id(cells) or not is_heading_like(cells):
            return False
        fields = {found.field for cell in cells if (found := guess(shown(cell))).sureness is Sureness.SURE}
        return len(fields) >= 3


def _named_iro(cells: Sequence[Cell]) -> str | None:
    """The name on a line such as ``IRO: …``, in one cell or in two."""
    filled = [shown(cell) for cell in cells if not is_empty(cell)]
    for position, text in enumerate(filled):
        found = _IRO_LINE.fullmatch(text)
        name = (found[1] or next(iter(filled[position + 1 :]), "")) if found else ""
        if name and len(filled) <= 4 and not says_nothing(name, NO_IRO):
            return read_iro(name).value
    return None
