"""What was left out of a sheet and why: every line and column that is not read is named."""

from collections.abc import Iterator, Sequence

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.sheet_body import Kind
from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_recognised import Recognised

_LEFT_OUT = {
    Kind.ABOVE: (Severity.NOTE, "above the headings"),
    Kind.HEADING: (Severity.NOTE, "headings again"),
    Kind.BLANK: (Severity.NOTE, "blank"),
    Kind.TOTAL: (Severity.NOTE, "totals"),
    Kind.FOOTER: (Severity.NOTE, "words below or between the children"),
    Kind.IRO: (Severity.NOTE, "the IRO of the rows below"),
    Kind.FAMILY: (Severity.NOTE, "the families of the rows below"),
    Kind.LONELY: (Severity.WARNING, "one cell only and no child's id"),
    Kind.OTHER_HEADING: (Severity.ASK, "the headings of another table, which was not read"),
}


def notes_on(recognised: Recognised, file: str) -> list[Problem]:
    """Notes about the whole file, in the order: which sheet, lines left out, columns left out, what is missing."""
    found = [*_sheet(recognised), *_lines(recognised), *_columns(recognised), *_missing(recognised)]
    return [Problem(file, None, field, message, severity) for severity, field, message in found]


def row_ranges(rows: Sequence[int]) -> str:
    """Rows (from 0) as a person would list them (from 1).

    >>> row_ranges([0, 1, 2, 63])
    '1–3, 64'
    """
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    return ", ".join(f"{first + 1}–{last + 1}" if last > first else str(first + 1) for first, last in ranges)


Finding = tuple[Severity, str | None, str]


def _sheet(recognised: Recognised) -> Iterator[Finding]:
    if recognised.sheet.is_hidden:
        yield Severity.WARNING, None, f"“{recognised.sheet.name}” is hidden in the workbook; it was read all the same."
    hidden = [row for row in recognised.body.rows(Kind.CHILD) if row in recognised.sheet.hidden_rows]
    if hidden:
        message = f"Hidden or filtered away in Excel, but read all the same: {_named(hidden)}."
        yield Severity.WARNING, None, message


def _lines(recognised: Recognised) -> Iterator[Finding]:
    last = max((row for row, kind in enumerate(recognised.body.kinds) if kind is not Kind.BLANK), default=0)
    for kind, (severity, reason) in _LEFT_OUT.items():
        is_below = kind in {Kind.HEADING, Kind.BLANK}
        start = recognised.heading_row if is_below else 0
        if rows := [row for row in recognised.body.rows(kind) if start <= row <= last]:
            yield severity, None, f"Left out: {_named(rows)} ({reason})."


def _named(rows: Sequence[int]) -> str:
    return f"row {rows[0] + 1}" if len(rows) == 1 else f"rows {row_ranges(rows)}"


def _columns(recognised: Recognised) -> Iterator[Finding]:
    unread = [column for column in recognised.columns if column.sureness is Sureness.NONE and column.filled]
    for column in unread:
        yield Severity.NOTE, column.heading, f"Column {column.letter}, “{column.heading}”, is not read."


def _missing(recognised: Recognised) -> Iterator[Finding]:
    present = {column.field for column in recognised.columns if column.is_read}
    asked = {question.field for question in recognised.questions}
    for field in (CaseloadField.BORN_ON, CaseloadField.LOOKED_AFTER_SINCE, CaseloadField.LAST_REVIEW_ON):
        if field not in present and field not in asked:
            yield Severity.WARNING, field, f"No column holds {field.label}."
    if recognised.body.iros and CaseloadField.IRO not in present:
        yield Severity.NOTE, CaseloadField.IRO, "The IRO was read from a line above the children's rows."
