"""The columns of the caseload: what each shows, how it sorts, and what it is in a file. Screen and file share them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.exchange.sheet_table import Cell, Form
from iro_desktop.services.views import CaseloadRow

NONE = "–"
STANDING = "standing"  # the key of the order in which the caseload comes
_FAR = date.max
_WORST_FIRST = (
    Standing.NOT_RECORDED,
    Standing.OVERDUE,
    Standing.MISSED,
    Standing.DUE_TODAY,
    Standing.DUE_SOON,
    Standing.WAITING,
    Standing.NOT_DUE,
    Standing.UPCOMING,
    Standing.MET_LATE,
    Standing.MET,
)
_RANK = {standing: rank for rank, standing in enumerate(_WORST_FIRST)}


@dataclass(frozen=True, slots=True)
class CaseloadColumn:
    """One column. In a file its cell is ``cell``, or the words that are shown where that gives ``None``."""

    key: str
    header: str
    show: Callable[[CaseloadRow], str]
    sort: Callable[[CaseloadRow], Any]  # a comparable value
    form: Form = Form.TEXT
    cell: Callable[[CaseloadRow], Cell] = lambda _row: None
    title: str = ""  # the header in full, where the heading is short

    def cell_of(self, row: CaseloadRow) -> Cell:
        """What stands in a file: a real date or number, or the words."""
        found = self.cell(row)
        return self.show(row) if found is None else found


def _day(day: date | None) -> str:
    return short(day) if day else NONE


def booked_words(row: CaseloadRow) -> str:
    """The next booked day, or that there is none."""
    return with_weekday(row.next_booked_on) if row.next_booked_on else "not booked"


def _slack(row: CaseloadRow) -> str:
    return NONE if row.slack_working_days is None else f"{row.slack_working_days} wd".replace("-", "−")


def _mid_point(row: CaseloadRow) -> date | None:
    """The day itself where that is what is shown; one that was done or missed is told in words."""
    return row.mid_point_on if row.mid_point_on and row.mid_point == short(row.mid_point_on) else None


COLUMNS = (
    CaseloadColumn(STANDING, "Standing", lambda row: row.standing_words, lambda row: _RANK[row.standing]),
    CaseloadColumn("child", "Child", lambda row: row.name, lambda row: (row.name.casefold(), row.child)),
    CaseloadColumn(
        "age",
        "Age",
        lambda row: NONE if row.age is None else str(row.age),
        lambda row: 99 if row.age is None else row.age,
        Form.WHOLE,
        lambda row: row.age,
    ),
    CaseloadColumn("siblings", "Siblings", lambda row: row.siblings, lambda row: (not row.siblings, row.siblings)),
    CaseloadColumn(
        "legal",
        "Legal",
        lambda row: row.legal or NONE,
        lambda row: f"{row.legal} {row.legal_words}".strip() or NONE,
        title="Legal status",
    ),
    CaseloadColumn("placement", "Placement", lambda row: row.placement or NONE, lambda row: row.placement or NONE),
    CaseloadColumn(
        "last",
        "Last review",
        lambda row: _day(row.last_review_on),
        lambda row: row.last_review_on or _FAR,
        Form.DAY,
        lambda row: row.last_review_on,
    ),
    CaseloadColumn(
        "booked",
        "Next booked",
        booked_words,
        lambda row: row.next_booked_on or _FAR,
        Form.WEEKDAY,
        lambda row: row.next_booked_on,
    ),
    CaseloadColumn(
        "lawful",
        "Last lawful",
        lambda row: _day(row.last_lawful_on),
        lambda row: row.last_lawful_on or _FAR,
        Form.DAY,
        lambda row: row.last_lawful_on,
    ),
    CaseloadColumn(
        "slack",
        "Slack",
        _slack,
        lambda row: 9999 if row.slack_working_days is None else row.slack_working_days,
        Form.WORKING_DAYS,
        lambda row: row.slack_working_days,
        title="Slack in working days",
    ),
    CaseloadColumn(
        "mid",
        "Mid-point",
        lambda row: row.mid_point or NONE,
        lambda row: row.mid_point_on or _FAR,
        Form.DAY,
        _mid_point,
    ),
    CaseloadColumn(
        "writeups",
        "Write-ups",
        lambda row: str(row.write_ups) if row.write_ups else NONE,
        lambda row: -row.write_ups,
        Form.COUNT,
        lambda row: row.write_ups,
        title="Write-ups open",
    ),
    CaseloadColumn("iro", "IRO", lambda row: row.iro or NONE, lambda row: (not row.iro, row.iro.casefold())),
)
BY_KEY = {column.key: column for column in COLUMNS}


def in_order(rows: Sequence[CaseloadRow], key: str, *, is_turned: bool) -> tuple[CaseloadRow, ...]:
    """The rows sorted by that column; equal ones keep the order they came in. By standing they come already."""
    if key == STANDING and not is_turned:
        return tuple(rows)
    return tuple(sorted(rows, key=BY_KEY[key].sort, reverse=is_turned))
