"""The answer to each row of a Header file."""

from collections.abc import Iterable
from datetime import date

from iro_desktop.domain.vocabulary import ETHNICITIES
from iro_desktop.exchange.ssda903_rows import Answers, HeaderRow, Reason
from iro_desktop.exchange.ssda903_table import DataRow
from iro_desktop.exchange.ssda903_values import SEXES, day_of, is_upn

NO_CHILD: Reason = ("CHILD", "CHILD is empty; the row was left out.")
_UNREADABLE = "{} holds a code that is not known; it was kept out (rule {})."


def read_header(file: str, rows: Iterable[DataRow], today: date) -> Answers[HeaderRow]:
    """Accept each child once; what cannot be read of a child is not known."""
    answers: Answers[HeaderRow] = Answers(file)
    seen: dict[str, DataRow] = {}
    upns: dict[str, int] = {}
    for row, values in rows:
        child = values[0]
        if not child:
            answers.refuse(child, row, NO_CHILD)
        elif child in seen:
            answers.refuse(child, row, _repeats(seen[child], values))
        else:
            seen[child] = row, values
            _accept(answers, row, values, today, upns)
    return answers


def _repeats(first: DataRow, values: tuple[str, ...]) -> Reason:
    row, other = first
    if other == values:
        return "CHILD", f"The row repeats row {row}; it was left out."
    return "CHILD", f"The child is in row {row} already, with other values; that row counts and this was left out."


def _accept(answers: Answers[HeaderRow], row: int, values: tuple[str, ...], today: date, upns: dict[str, int]) -> None:
    child, sex, born, ethnicity, upn, _, _ = values
    found = HeaderRow(
        row,
        child,
        SEXES.get(sex),
        day_of(born),
        ethnicity if ethnicity in ETHNICITIES else None,
        upn if is_upn(upn) else None,
    )
    answers.accepted.append(found)
    answers.flag(child, row, *_birth(born, found.born_on, today))
    if sex and found.sex is None:
        answers.flag(child, row, ("SEX", _UNREADABLE.format("SEX", 101)))
    if ethnicity and found.ethnicity is None:
        answers.flag(child, row, ("ETHNIC", _UNREADABLE.format("ETHNIC", 103)))
    if upn and found.upn is None:
        answers.flag(child, row, ("UPN", "UPN is not a valid number; it was kept out (rule 168)."))
    if found.upn and len(found.upn) == 13 and (first := upns.setdefault(found.upn, row)) != row:
        answers.flag(child, row, ("UPN", f"UPN is that of the child in row {first} too; kept as given (rule 444)."))


def _birth(text: str, born_on: date | None, today: date) -> list[Reason]:
    if born_on is None:
        fault = "is not a date (dd/mm/yyyy)" if text else "is empty"
        return [("DOB", f"DOB {fault}; the birth date is not known (rule 102).")]
    if born_on > today:
        return [("DOB", "DOB lies after today: taken as the day on which the child is expected.")]
    return []
