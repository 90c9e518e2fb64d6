"""Whether the values under a heading are what the heading says: a second opinion on every guess."""

from collections.abc import Iterator
from datetime import date
from statistics import median

from iro_desktop.exchange.sheet_cells import Cell, shown
from iro_desktop.exchange.sheet_dates import read_date
from iro_desktop.exchange.sheet_fields import DATE_FIELDS, CaseloadField
from iro_desktop.exchange.sheet_headings import ColumnGuess
from iro_desktop.exchange.sheet_layout import Table
from iro_desktop.exchange.sheet_names import name_doubt
from iro_desktop.exchange.sheet_values import looks_like_id, read_iro, read_review_number, says_nothing
from iro_desktop.exchange.sheet_words import plain_words, word_set

#: Numbers that are each child's own without being the council's id, and numbers that are not a child's.
_OTHER_NUMBERS = word_set(
    "upn nhs urn ni passport postcode post phone telephone mobile email worker team placement carer school family"
    " sibling group household age date row review address home"
)


def values_under(table: Table, column: ColumnGuess) -> list[Cell]:
    """The filled cells under a heading, words for nothing left out."""
    cells = (row[column.index] for row in table.sheet.rows[table.first_row :])
    return [cell for cell in cells if not says_nothing(cell)]


def share_that_fits(table: Table, column: ColumnGuess, field: CaseloadField, today: date) -> float:
    """How many of the column's values, from 0 to 1, can be read as the field; 1 where there are none."""
    cells = values_under(table, column)
    return sum(_fits(cell, field, today) for cell in cells) / len(cells) if cells else 1.0


def _fits(cell: Cell, field: CaseloadField, today: date) -> bool:
    if field in DATE_FIELDS:
        reading = read_date(cell, today)
        return reading.value is not None or reading.has_figures or reading.is_evening
    if field is CaseloadField.CHILD:
        return looks_like_id(shown(cell))
    if field is CaseloadField.LAST_REVIEW_NUMBER:
        return read_review_number(cell).value is not None
    if field is CaseloadField.SIBLINGS:
        return True
    if field is CaseloadField.IRO:
        return read_iro(cell).value is not None
    return isinstance(cell, str) and name_doubt(shown(cell)) is None


def length_of_ids(table: Table, column: ColumnGuess, today: date) -> int:
    """How long the ids are in a column of different ids under an unforeseen heading; 0 where it holds none.

    A running number is no id, and short numbers may be ages or counts: the column with the longest is the likeliest.
    """
    if set(plain_words(column.heading)) & _OTHER_NUMBERS or column.is_nameless:
        return 0
    texts = [shown(cell) for cell in values_under(table, column)]
    ids = [text for text in texts if looks_like_id(text) and (text.isdecimal() or not read_date(text, today).value)]
    is_running = ids[:3] in (["1", "2", "3"], ["01", "02", "03"], ["001", "002", "003"])
    # Totals and footers stand under the ids too, so not every value has to be one.
    are_ids = len(ids) >= 2 and len(set(ids)) >= 0.9 * len(ids) >= 0.6 * len(texts) and not is_running
    return int(median(map(len, ids))) if are_ids else 0


def holds_people(table: Table, column: ColumnGuess) -> bool:
    """True for a column of people's names, some of them more than once, as workers' names are."""
    names = list(_names(values_under(table, column)))
    return 0 < 2 * len(set(names)) <= len(names)


def _names(cells: list[Cell]) -> Iterator[str]:
    for cell in cells:
        name = read_iro(cell).value if isinstance(cell, str) else None
        if name and 2 <= len(name.split()) <= 4:
            yield name
