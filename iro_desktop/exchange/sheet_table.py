"""A table that is to become a file: its head in words, typed columns, rows. Knows no file format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Cell = str | date | int | float | None  # None: an empty cell


class Form(StrEnum):
    """How the values of a column are shown; words among dates or numbers stay words."""

    TEXT = "text"
    DAY = "day"  # 12 Mar 2026
    WEEKDAY = "weekday"  # Thu 12 Mar 2026
    WHOLE = "whole"  # 12
    COUNT = "count"  # 12, and – for none
    WORKING_DAYS = "working-days"  # 12 wd
    PERCENT = "percent"  # 96.8 of a hundred, shown as 96.8%
    DECIMAL = "decimal"  # 1.5


@dataclass(frozen=True, slots=True)
class OutColumn:
    """One column."""

    heading: str  # unlike every other of its table
    form: Form = Form.TEXT


@dataclass(frozen=True, slots=True)
class OutTable:
    """One sheet: lines of words above, then headings and rows."""

    name: str  # of the sheet
    head: tuple[str, ...]
    columns: tuple[OutColumn, ...]
    rows: Sequence[Sequence[Cell]]  # each as long as ``columns``


@dataclass(frozen=True, slots=True)
class OutBook:
    """What one file holds; a .csv has room for the first table alone."""

    tables: tuple[OutTable, ...]
    as_at: datetime  # the file says that it was made then
