"""How a recognised sheet is shown for checking: its columns with their first values, and the words for each field."""

from iro_desktop.exchange.caseload_sheet import CaseloadField, CaseloadSheet
from iro_desktop.exchange.sheet_body import Kind
from iro_desktop.exchange.sheet_cells import shown
from iro_desktop.services.desk import ColumnShown

_SAMPLES = 3


def field_labels() -> tuple[tuple[str, str], ...]:
    """Every field a column can be, with its label."""
    return tuple((one.value, _first_upper(one.sentence_start.removeprefix("The "))) for one in CaseloadField)


def _first_upper(words: str) -> str:
    return words[0].upper() + words[1:]


def columns_shown(sheet: CaseloadSheet) -> tuple[ColumnShown, ...]:
    """The sheet's columns as they would be read."""
    found = sheet.recognised
    rows = [found.sheet.rows[row] for row in found.body.rows(Kind.CHILD)]
    columns = []
    for column in found.columns:
        values = (shown(row[column.index]) for row in rows if column.index < len(row))
        sample = tuple([text for text in values if text][:_SAMPLES])
        field = column.field.value if column.field and column.is_read else None
        columns.append(ColumnShown(column.index, column.heading, field, sample))
    return tuple(columns)
