"""A problem is a value: what is wrong with one field of one row, said so that a person can act on it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """A note informs, a warning flags, ask waits for a person, refused leaves the row out."""

    NOTE = "note"
    WARNING = "warning"
    ASK = "ask"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the input. Messages name ids and dates, never a child's name."""

    file: str  # the file's name, without folder
    row: int | None  # line as a person sees it, the first line is 1; None for the whole file
    field: str | None  # column heading or field name; None for the whole row
    message: str  # a sentence
    severity: Severity
