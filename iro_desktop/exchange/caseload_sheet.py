"""A council's sheet of an IRO's children, read: its headings recognised, shown and corrected, its rows as records.

Layouts differ in everything, so nothing is taken for granted and nothing is wrong in silence: whatever cannot be read
surely is asked about (severity *ask*), beside its row and field or beside its column. A person answers by
corrections, a mapping from the heading as shown to the field that it is, or to None for "not to be read"; reading
again with them asks no more about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.sheet_body import Body, Kind
from iro_desktop.exchange.sheet_cells import Sheet
from iro_desktop.exchange.sheet_checks import oddities
from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_headings import ColumnGuess
from iro_desktop.exchange.sheet_notes import notes_on
from iro_desktop.exchange.sheet_reader import RowReader
from iro_desktop.exchange.sheet_recognised import Recognised, recognised_in
from iro_desktop.exchange.sheet_rows import CaseloadRow
from iro_desktop.exchange.sheet_siblings import Kin, read_siblings

__all__ = [
    "CaseloadField",
    "CaseloadRow",
    "CaseloadSheet",
    "ColumnGuess",
    "Recognised",
    "Sureness",
    "read",
    "recognise",
]

_NO_CORRECTIONS: Mapping[str, CaseloadField | None] = {}
_NOTHING_STATED: Mapping[str, bool] = {}


@dataclass(frozen=True, slots=True)
class CaseloadSheet:
    """Every row of the sheet, read or refused, and every problem."""

    recognised: Recognised
    rows: tuple[CaseloadRow, ...]  # in the order of the sheet
    refused: tuple[Problem, ...]  # one for each row that cannot be used
    problems: tuple[Problem, ...]  # all: about the file first, then by row; the refused among them
    order_in_doubt: tuple[str, ...]  # headings of which to say, in ``month_first``, whether the month comes first

    @property
    def row_count(self) -> int:
        """All children's rows under the headings, used or not."""
        return len(self.rows) + len(self.refused)


def recognise(
    sheets: Sequence[Sheet],
    corrections: Mapping[str, CaseloadField | None] = _NO_CORRECTIONS,
    *,
    file: str = "",
    sheet: str | None = None,
    today: date = date.max,
) -> Recognised:
    """Find the caseload and say what each column is taken for. ``sheet`` names the tab, where a person chose one.

    Raises RefusedInput where there is no line of headings.
    """
    return recognised_in(sheets, corrections, file, sheet, today)


def read(
    sheets: Sequence[Sheet],
    corrections: Mapping[str, CaseloadField | None] = _NO_CORRECTIONS,
    *,
    today: date,
    file: str,
    sheet: str | None = None,
    month_first: Mapping[str, bool] = _NOTHING_STATED,
) -> CaseloadSheet:
    """Read the caseload. ``month_first`` says of headings whose dates are in doubt whether the month comes first.

    Raises RefusedInput where there is no line of headings.
    """
    recognised = recognised_in(sheets, corrections, file, sheet, today)
    reader = RowReader(recognised, today, file, month_first)
    rows, refused = _read_rows(recognised.body, reader)
    rows = _with_siblings(rows, recognised, reader)
    for row in rows:
        for field, severity, message in oddities(row, reader.known(row.row - 1), today):
            reader.problem(row.row - 1, field, message, severity)
    found = sorted(reader.problems, key=lambda problem: problem.row or 0)
    problems = (*recognised.questions, *notes_on(recognised, file), *found)
    return CaseloadSheet(recognised, tuple(rows), tuple(refused), problems, reader.order_in_doubt)


def _read_rows(body: Body, reader: RowReader) -> tuple[list[CaseloadRow], list[Problem]]:
    rows: dict[str, CaseloadRow] = {}
    refused: list[Problem] = []
    for row, kind in enumerate(body.kinds):
        if kind is Kind.OTHER_TABLE:
            message = "The row stands under other headings than those that were read. It is left out."
            refused.append(reader.problem(row, None, message, Severity.REFUSED))
        elif kind is Kind.CHILD:
            answer = reader.read(row)
            if isinstance(answer, Problem):
                refused.append(answer)
            elif first := rows.get(answer.child.casefold()):
                refused.append(_repeated(first, answer, reader))
            else:
                rows[answer.child.casefold()] = answer
    return list(rows.values()), refused


def _repeated(first: CaseloadRow, second: CaseloadRow, reader: RowReader) -> Problem:
    """Refuse a second row for one child; where the two differ, ask about the first, which may be the wrong one."""
    for field in CaseloadField:
        if field not in {CaseloadField.CHILD, CaseloadField.NAME, CaseloadField.SIBLINGS}:
            one, other = getattr(first, field), getattr(second, field)
            if other is not None and one != other:
                message = f"Row {second.row} has the same child with another value for {field.label}: which is right?"
                reader.ask(first.row - 1, field, message)
    message = f"Child {second.child} stands in row {first.row} already. This row is left out."
    return reader.problem(second.row - 1, CaseloadField.CHILD, message, Severity.REFUSED)


def _with_siblings(rows: list[CaseloadRow], recognised: Recognised, reader: RowReader) -> list[CaseloadRow]:
    column = recognised.column(CaseloadField.SIBLINGS)
    if column is None:
        return rows
    kin = [Kin(row.child, row.given_name, row.family_name) for row in rows]
    texts = [reader.text(row.row - 1, CaseloadField.SIBLINGS) for row in rows]
    answer = []
    for row, reading in zip(rows, read_siblings(column.heading, texts, kin), strict=True):
        if reading.doubt:
            reader.ask(row.row - 1, CaseloadField.SIBLINGS, f"The brothers and sisters {reading.doubt}.")
        answer.append(replace(row, siblings=reading.children))
    return answer
