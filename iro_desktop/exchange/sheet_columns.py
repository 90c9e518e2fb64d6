"""Which column is read as which field: guesses settled among rival headings and against the values below."""

from dataclasses import replace
from datetime import date

from iro_desktop.exchange.sheet_body import Body, Kind
from iro_desktop.exchange.sheet_cells import is_empty
from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_fit import length_of_ids, share_that_fits, values_under
from iro_desktop.exchange.sheet_headings import ColumnGuess
from iro_desktop.exchange.sheet_layout import Table

_RANK = (Sureness.NONE, Sureness.UNSURE, Sureness.LIKELY, Sureness.SURE, Sureness.STATED)
_ENOUGH = 4  # fewer odd values are asked about one by one
_TWICE = "another column of this sheet looks the same"
_MISFIT = "most of its values cannot be read as that"
_BY_VALUES = "its values look like ids, but its heading does not say so"


def settled(table: Table, today: date) -> Table:
    """At most one column for each field: the surest whose values fit."""
    columns = [_fitting(table, column, today) for column in table.columns]
    for field in CaseloadField:
        for column in _rivals_settled([column for column in columns if column.field is field]):
            columns[column.index] = column
    columns = _with_names_settled(columns)
    return replace(table, columns=tuple(_with_child_by_values(table, columns, today)))


def _fitting(table: Table, column: ColumnGuess, today: date) -> ColumnGuess:
    if column.field is None or column.sureness is Sureness.STATED:
        return column
    is_enough = len(values_under(table, column)) >= _ENOUGH
    if not is_enough or share_that_fits(table, column, column.field, today) >= 0.5:
        return column
    # A child's column is kept: without it no row could be used, and each row is looked at again.
    sureness = Sureness.LIKELY if column.field is CaseloadField.CHILD and column.is_read else Sureness.UNSURE
    return replace(column, sureness=sureness, because=_MISFIT)


def _rivals_settled(rivals: list[ColumnGuess]) -> list[ColumnGuess]:
    """Of two columns that are equally sure, neither is read; but of two ids the first is, and asked about."""
    if len(rivals) < 2:
        return rivals
    best = max(rivals, key=lambda column: _RANK.index(column.sureness))
    equals = [column for column in rivals if column.sureness is best.sureness]
    others = [replace(column, field=None, sureness=Sureness.NONE) for column in rivals if column not in equals]
    if len(equals) == 1 or best.sureness is Sureness.UNSURE:
        return equals + others
    drawn = [replace(column, sureness=Sureness.UNSURE, because=_TWICE) for column in equals]
    if best.field is CaseloadField.CHILD:
        drawn[0] = replace(drawn[0], sureness=Sureness.LIKELY)
    return drawn + others


def _with_names_settled(columns: list[ColumnGuess]) -> list[ColumnGuess]:
    """Where surname and first name have columns of their own, a column with the whole name is not needed."""
    read = {column.field for column in columns if column.is_read}
    if not {CaseloadField.GIVEN_NAME, CaseloadField.FAMILY_NAME} <= read:
        return columns
    return [
        replace(column, field=None, sureness=Sureness.NONE)
        if column.field is CaseloadField.NAME and column.sureness is not Sureness.STATED
        else column
        for column in columns
    ]


def _with_child_by_values(table: Table, columns: list[ColumnGuess], today: date) -> list[ColumnGuess]:
    """Where no heading says which column holds the ids, the one with the longest is taken, and asked about."""
    if any(column.field is CaseloadField.CHILD for column in columns):
        return columns
    free = [column for column in columns if not column.is_read and column.sureness is not Sureness.STATED]
    lengths = {column: length_of_ids(table, column, today) for column in free}
    found = max(free, key=lambda column: lengths[column], default=None)
    if found and lengths[found]:
        columns[found.index] = replace(found, field=CaseloadField.CHILD, sureness=Sureness.LIKELY, because=_BY_VALUES)
    return columns


def counted(table: Table, body: Body) -> tuple[ColumnGuess, ...]:
    """The columns that have a heading or a value, each with the number of its filled cells."""
    children = [table.sheet.rows[row] for row in body.rows(Kind.CHILD)]
    columns = [
        replace(column, filled=sum(not is_empty(row[column.index]) for row in children)) for column in table.columns
    ]
    return tuple(column for column in columns if column.filled or not column.is_nameless)
