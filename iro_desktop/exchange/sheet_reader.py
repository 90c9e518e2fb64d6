"""Reads the children's rows of a recognised sheet; what cannot be read surely becomes a problem beside it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.sheet_body import Kind
from iro_desktop.exchange.sheet_cells import Cell, is_broken, shown
from iro_desktop.exchange.sheet_date_columns import DateColumns
from iro_desktop.exchange.sheet_fields import DATE_FIELDS, CaseloadField
from iro_desktop.exchange.sheet_headings import heading_key, name_order_is_family_first
from iro_desktop.exchange.sheet_names import PersonName, name_doubt, natural_family, natural_given, split_name
from iro_desktop.exchange.sheet_recognised import Recognised
from iro_desktop.exchange.sheet_rows import CaseloadRow
from iro_desktop.exchange.sheet_values import (
    NO_NAME,
    Reading,
    looks_like_id,
    read_id,
    read_iro,
    read_review_number,
)

Value = TypeVar("Value")
_EXPECTED = {CaseloadField.BORN_ON, CaseloadField.LOOKED_AFTER_SINCE}


class RowReader:
    """Knows what the columns as a whole show about their dates; collects the problems of the rows it reads."""

    def __init__(self, recognised: Recognised, today: date, file: str, month_first: Mapping[str, bool]) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._recognised = recognised
        self._columns = {column.field: column for column in recognised.columns if column.field and column.is_read}
        stated = {heading_key(heading): comes_first for heading, comes_first in month_first.items()}
        keys = {field: heading_key(column.heading) for field, column in self._columns.items()}
        children = recognised.body.rows(Kind.CHILD)
        self._dates = DateColumns(
            {field: [self._cell(row, field) for row in children] for field in DATE_FIELDS},
            {field: stated[key] for field, key in keys.items() if key in stated},
            today,
        )

    @property
    def order_in_doubt(self) -> tuple[str, ...]:
        """The headings of which a person should say whether the day or the month comes first."""
        return tuple(self._columns[field].heading for field in self._dates.in_doubt())

    def read(self, row: int) -> CaseloadRow | Problem:
        """The child on a row (from 0), or why the row cannot be used."""
        child = read_id(self._cell(row, CaseloadField.CHILD))
        if refused := self._unusable(row, child) or self._overlong(row):
            return self.problem(row, CaseloadField.CHILD, f"{refused} The row is left out.", Severity.REFUSED)
        name = self._name(row, child.value or "")
        self._check_length(row)
        return CaseloadRow(
            row=row + 1,
            child=child.value or "",
            given_name=name.given,
            family_name=name.family,
            born_on=self._date(row, CaseloadField.BORN_ON),
            looked_after_since=self._date(row, CaseloadField.LOOKED_AFTER_SINCE),
            last_review_on=self._date(row, CaseloadField.LAST_REVIEW_ON),
            last_review_number=self._value(row, CaseloadField.LAST_REVIEW_NUMBER, read_review_number),
            next_review_on=self._date(row, CaseloadField.NEXT_REVIEW_ON),
            iro=self._iro(row),
            siblings=(),
        )

    def known(self, row: int) -> set[CaseloadField]:
        """The fields that have a column and, so far, no problem in this row (from 0)."""
        doubtful = {problem.field for problem in self.problems if problem.row == row + 1}
        return {field for field in self._columns if field not in doubtful}

    def text(self, row: int, field: CaseloadField) -> str:
        """The words of a cell; a formula without a result is asked about and counts as blank."""
        cell = self._cell(row, field)
        if is_broken(cell):
            self.ask(row, field, f"{field.sentence_start} comes from a formula whose result is not in the file.")
            return ""
        return shown(cell)

    def ask(self, row: int, field: CaseloadField, message: str) -> None:
        """Put a question beside one cell."""
        self.problem(row, field, message, Severity.ASK)

    def problem(self, row: int, field: CaseloadField | None, message: str, severity: Severity) -> Problem:
        """Put a finding beside one cell, or a whole row (from 0)."""
        self.problems.append(Problem(self._file, row + 1, field, message, severity))
        return self.problems[-1]

    def _cell(self, row: int, field: CaseloadField) -> Cell:
        column = self._columns.get(field)
        return self._recognised.sheet.rows[row][column.index] if column else None

    def _unusable(self, row: int, child: Reading[str]) -> str | None:
        if child.doubt:
            return f"The child's id {child.doubt}."
        if child.value is None:
            return "There is no child's id."
        if looks_like_id(child.value):
            return None
        # A word without figures may be an id of an unusual kind, but only in a row that holds a child's dates.
        has_dates = any(self._dates.read(field, self._cell(row, field)).value for field in DATE_FIELDS)
        if " " in child.value or not has_dates:
            return "What stands in the place of the child's id is not an id."
        self.ask(row, CaseloadField.CHILD, "The child's id has no figures in it: is it an id?")
        return None

    def _overlong(self, row: int) -> str | None:
        """Why the row's cells may stand under wrong headings: a comma without quotation marks moves them all."""
        headed = max(column.index for column in self._recognised.columns if not column.is_nameless)
        cells = self._recognised.sheet.rows[row]
        if self._recognised.sheet.lengths and any(shown(cell) for cell in cells[headed + 1 :]):
            return "The line has more cells than there are headings, so its values may stand in wrong columns."
        return None

    def _check_length(self, row: int) -> None:
        lengths = self._recognised.sheet.lengths
        if lengths and lengths[row] < lengths[self._recognised.heading_row - 1]:
            message = "The line has fewer cells than the headings: is something missing, or broken into the next line?"
            self.problem(row, None, message, Severity.ASK)

    def _value(self, row: int, field: CaseloadField, read: Callable[[Cell], Reading[Value]]) -> Value | None:
        reading = read(self._cell(row, field))
        if reading.doubt:
            self.ask(row, field, f"{field.sentence_start} {reading.doubt}.")
        return reading.value

    def _iro(self, row: int) -> str | None:
        if CaseloadField.IRO in self._columns:
            return self._value(row, CaseloadField.IRO, read_iro)
        return self._recognised.body.iro_above(row)

    def _date(self, row: int, field: CaseloadField) -> date | None:
        reading = self._dates.read(field, self._cell(row, field))
        if reading.doubt:
            self.ask(row, field, f"{field.sentence_start} {reading.doubt}.")
        elif reading.value is None and field in _EXPECTED and field in self._columns:
            self.problem(row, field, f"{field.sentence_start} is not given.", Severity.WARNING)
        return reading.value

    def _name(self, row: int, child: str) -> PersonName:
        given = self._name_part(row, CaseloadField.GIVEN_NAME)
        family = self._name_part(row, CaseloadField.FAMILY_NAME)
        whole = self._whole_name(row, child, given, family)
        return PersonName(natural_given(given) or whole.given, natural_family(family) or whole.family)

    def _whole_name(self, row: int, child: str, given: str, family: str) -> PersonName:
        column = self._columns.get(CaseloadField.NAME)
        text = "" if column is None else self.text(row, CaseloadField.NAME)
        text = re.sub(rf"[ ,]*[(\[]?\b{re.escape(child)}[)\]]?$", "", text)
        if column is None or text.casefold() in NO_NAME:
            return PersonName()
        # Some sheets head the first name with "Name" and the surname with "Surname", or the other way round.
        known = (given or family).casefold()
        if known and "," not in text and known not in text.casefold() and not name_doubt(text):
            return PersonName(given=natural_given(text)) if family else PersonName(family=natural_family(text))
        name = split_name(text, family_first=name_order_is_family_first(column.heading))
        if name.doubt:
            self.ask(row, CaseloadField.NAME, f"The name {name.doubt}" + ("" if name.doubt.endswith("?") else "."))
        return name

    def _name_part(self, row: int, field: CaseloadField) -> str:
        text = self.text(row, field)
        if text.casefold() in NO_NAME:
            return ""
        if doubt := name_doubt(text):
            self.ask(row, field, f"{field.sentence_start} {doubt}.")
            return ""
        return text
