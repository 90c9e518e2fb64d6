"""Between tables of a document and sheets of a workbook: the same cells, shown alike on paper and on the screen."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.documents import Align, Column, Document, Facts, Heading, Paragraph, Table, Value, shown
from iro_desktop.exchange.sheet_table import Cell, Form, OutBook, OutColumn, OutTable

_LONGEST_NAME = 31  # of a sheet
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_NUMBERS = frozenset({Form.WHOLE, Form.COUNT, Form.WORKING_DAYS, Form.PERCENT, Form.DECIMAL})
_NARROWEST, _AIR, _BOLD = 4, 3.0, 1.15  # characters that count for the width of a column; the room around them
_ACROSS, _LEAST_WIDE = 190, 12  # characters that a page on its side has room for; the least that is asked for
_WIDE = 1.25  # capitals and figures, beside small letters


def book_of(document: Document, on: date | None = None) -> OutBook:
    """A workbook of a document's tables, each named by its caption or the heading before it."""
    tables: list[OutTable] = []
    heading = document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.words
        elif isinstance(block, Facts):
            columns = (Column("What"), Column("As it stands"))
            tables.append(_sheet(Table(columns, block.rows), heading, document, tables))
        elif isinstance(block, Table):
            tables.append(_sheet(block, block.caption or heading, document, tables))
    if not tables:
        lines = [[line] for line in document.words.split("\n")[1 + len(document.head) :]]
        tables.append(OutTable(_name(document.title, tables), _head(document), (OutColumn("Words"),), lines))
    return OutBook(tuple(tables), datetime.combine(on or date(2000, 1, 1), time()))


def table_of(sheet: OutTable) -> Table:
    """A sheet as a table of a document: every cell as the sheet shows it, numbers at the right."""
    rows = tuple(
        tuple(_shown(cell, column.form) for cell, column in zip(row, sheet.columns, strict=True)) for row in sheet.rows
    )
    widest = max(_LEAST_WIDE, _ACROSS // max(1, len(sheet.columns)))
    columns = tuple(
        Column(
            column.heading,
            Align.RIGHT if column.form in _NUMBERS else Align.LEFT,
            _width(column.heading, rows, at, widest),
        )
        for at, column in enumerate(sheet.columns)
    )
    return Table(columns, rows)


def blocks_of(sheet: OutTable) -> tuple[Heading | Paragraph | Table, ...]:
    """A sheet as a section of a document: its name, the lines above it, the table."""
    return (Heading(sheet.name), *(Paragraph(line) for line in sheet.head), table_of(sheet))


def _sheet(table: Table, named: str, document: Document, before: Sequence[OutTable]) -> OutTable:
    forms = [_form([row[at] for row in table.rows]) for at in range(len(table.columns))]
    headings = _unlike([one.heading for one in table.columns])
    columns = tuple(OutColumn(heading, form) for heading, form in zip(headings, forms, strict=True))
    return OutTable(_name(named, before), _head(document), columns, table.rows)


def _head(document: Document) -> tuple[str, ...]:
    sample = ("Sample data: invented children",) if document.is_sample else ()
    return (document.title, *document.head, *sample)


def _form(values: Sequence[Value]) -> Form:
    kinds = {type(one) for one in values if one is not None and one != ""}
    if kinds == {date}:
        return Form.DAY
    if kinds == {int}:
        return Form.WHOLE
    return Form.DECIMAL if kinds and kinds <= {int, float} else Form.TEXT


def _unlike(headings: Sequence[str]) -> list[str]:
    """Each heading once: a table of a workbook asks for it."""
    found: list[str] = []
    for one in headings:
        more = (one, *(f"{one} ({number})" for number in range(2, len(headings) + 2)))
        found.append(next(each for each in more if each and each.casefold() not in {f.casefold() for f in found}))
    return found


def _name(words: str, before: Sequence[OutTable]) -> str:
    """A name for a sheet, which no other has."""
    plain = " ".join(_NO_NAME.sub(" ", words).split())[:_LONGEST_NAME].strip() or "Table"
    taken = {one.name.casefold() for one in before}
    more = (f"{plain[: _LONGEST_NAME - 4]} {number}" for number in range(2, len(before) + 3))
    return next(one for one in (plain, *more) if one.casefold() not in taken)


def _shown(cell: Cell, form: Form) -> Value:
    """A cell as a spreadsheet program shows it."""
    if isinstance(cell, date) and form is Form.WEEKDAY:
        return with_weekday(cell)
    if isinstance(cell, str) or cell is None or isinstance(cell, date):
        return cell
    if form is Form.WORKING_DAYS:
        return f"{cell} wd".replace("-", "−")
    if form is Form.COUNT:
        return cell or "–"
    return f"{cell:.1f} %" if form is Form.PERCENT else cell


def _width(heading: str, rows: Sequence[Sequence[Value]], at: int, widest: int) -> float:
    """Its share of the width: room for its values, and no word of them or of the heading cut."""
    values = [shown(row[at]) for row in rows]
    whole = max((_size(line) for value in values for line in value.split("\n")), default=0)
    word = max((_size(word) for value in values for word in value.split()), default=0)
    head = max((_size(word) for word in heading.split()), default=0) * _BOLD
    return _AIR + max(_NARROWEST, min(widest, whole), word, head)


def _size(words: str) -> float:
    """About how wide it is, in small letters."""
    return sum(_WIDE if one.isupper() or one.isdigit() else 1.0 for one in words)
