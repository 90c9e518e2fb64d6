"""Bank holidays out of a file: GOV.UK's bank-holidays.json, or lines of date and name. Reads; decides nothing.

GOV.UK's file: https://www.gov.uk/bank-holidays.json, ``{"england-and-wales": {"events": [{"title", "date"}]}}``.
"""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.domain.problems import Problem, Severity

DIVISION = "england-and-wales"
MAX_FILE = 1024 * 1024
_SAFE = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """One bank holiday as the file has it."""

    row: int  # line or event, the first is 1
    on: date
    name: str


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """What was read, with a problem for each line that could not be."""

    lines: tuple[HolidayLine, ...]
    problems: tuple[Problem, ...]


def read_bank_holidays(path: Path) -> HolidayFile:
    """Read the file. Raises ``RefusedInput`` where nothing in it can be read."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
        if len(content) > MAX_FILE:
            raise RefusedInput(f"{path.name} is too large for a list of bank holidays. {_SAFE}")
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedInput(f"{path.name} could not be read as text. {_SAFE} Check the file.") from error
    raw = _events(text, path.name) if text.lstrip().startswith(("{", "[")) else _csv_lines(text)
    return _checked(raw, path.name)


def holiday_events(value: object, file: str) -> HolidayFile:
    """What GOV.UK's JSON holds, already parsed. Raises ``RefusedInput`` where it has no division for England."""
    return _checked(_of_division(value, file), file)


_Raw = list[tuple[int, object, object]]  # row, day, name


def _events(text: str, file: str) -> _Raw:
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedInput(f"{file} could not be read as JSON. {_SAFE} Download it from GOV.UK again.") from error
    return _of_division(value, file)


def _of_division(value: Any, file: str) -> _Raw:
    division = value.get(DIVISION) if isinstance(value, dict) else None
    events = division.get("events") if isinstance(division, dict) else None
    if not isinstance(events, list):
        raise RefusedInput(f"{file} holds no bank holidays of England and Wales. {_SAFE} Download it from GOV.UK.")
    return [
        (row, event.get("date"), event.get("title")) if isinstance(event, dict) else (row, None, None)
        for row, event in enumerate(events, 1)
    ]


def _csv_lines(text: str) -> _Raw:
    """Lines ``2027-05-07,Name``; a first line that is a heading is passed over."""
    try:
        rows = [(number, cells) for number, cells in enumerate(csv.reader(io.StringIO(text)), 1) if any(cells)]
    except csv.Error:
        return []
    if rows and _day(rows[0][1][0]) is None and rows[0][1][0].strip().casefold() in ("date", "day", "on"):
        rows = rows[1:]
    return [(number, cells[0], cells[1] if len(cells) > 1 else None) for number, cells in rows]


def _checked(raw: _Raw, file: str) -> HolidayFile:
    lines, problems = [], []
    for row, said, name in raw:
        day = _day(said)
        if day is None:
            problems.append(_refused(file, row, "date", "The date is not one written as 2027-05-07."))
        elif not isinstance(name, str) or not name.strip():
            problems.append(_refused(file, row, "name", "The bank holiday has no name."))
        else:
            lines.append(HolidayLine(row, day, name.strip()))
    if not lines:
        raise RefusedInput(f"{file} holds no line with a date and a name. {_SAFE} Write 2027-05-07,Name in each.")
    return HolidayFile(tuple(lines), tuple(problems))


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(said.strip()) if isinstance(said, str) else None
    except ValueError:
        return None


def _refused(file: str, row: int, field: str, message: str) -> Problem:
    return Problem(file, row, field, message, Severity.REFUSED)
