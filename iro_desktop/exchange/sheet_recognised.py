"""A sheet recognised: its headings, what each column is taken for, what each line is, and what has to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.sheet_body import Body, body_of
from iro_desktop.exchange.sheet_cells import Sheet, refusal
from iro_desktop.exchange.sheet_columns import counted, settled
from iro_desktop.exchange.sheet_fields import CaseloadField
from iro_desktop.exchange.sheet_headings import ColumnGuess, heading_key
from iro_desktop.exchange.sheet_layout import Table, find_tables
from iro_desktop.exchange.sheet_questions import questions_about


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a sheet was taken for, to be shown to a person and corrected."""

    sheet: Sheet
    heading_row: int  # the (last) line of headings, from 1
    columns: tuple[ColumnGuess, ...]  # every column with a heading or a value, left to right
    questions: tuple[Problem, ...]  # all of severity ask, about the whole file
    body: Body

    def column(self, field: CaseloadField) -> ColumnGuess | None:
        """The column that is read as this field."""
        return next((column for column in self.columns if column.field is field and column.is_read), None)


def recognised_in(
    sheets: Sequence[Sheet], corrections: Mapping[str, CaseloadField | None], file: str, sheet: str | None, today: date
) -> Recognised:
    """Find the caseload in a workbook. Raises RefusedInput where no sheet has headings over rows."""
    tables = find_tables([each for each in sheets if sheet in {None, each.name}], corrections)
    if not tables:
        raise refusal(
            "No line of headings (child id, date of birth, last review, …) was found.",
            "Print the sheet with its headings, or write them into the first row, and import it again.",
        )
    table = settled(tables[0], today)
    body = body_of(table, today)
    table = replace(table, columns=counted(table, body))
    rivals: list[Table] = [] if sheet else tables[1:]
    headings = {heading_key(column.heading) for column in table.columns}
    strange = [heading for heading in corrections if heading_key(heading) not in headings]
    questions = [
        *(Problem(file, None, heading, f"No column is headed “{heading}”.", Severity.ASK) for heading in strange),
        *questions_about([table, *rivals], body, file, today),
    ]
    return Recognised(table.sheet, table.heading_rows[-1] + 1, table.columns, tuple(questions), body)
