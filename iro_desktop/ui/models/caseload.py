"""The columns of the caseload and the orders it can stand in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.views import CaseloadRow
from iro_desktop.ui.models.records import Column, RecordsModel

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
NONE = "–"


def _day(day: date | None) -> str:
    return short(day) if day else NONE


def _booked(row: CaseloadRow) -> str:
    return with_weekday(row.next_booked_on) if row.next_booked_on else "not booked"


def _slack(row: CaseloadRow) -> str:
    return NONE if row.slack_working_days is None else f"{row.slack_working_days} wd".replace("-", "−")


def _legal(row: CaseloadRow) -> str:
    return f"{row.legal} {row.legal_words}".strip() or NONE


COLUMNS: tuple[Column[CaseloadRow], ...] = (
    Column("standing", "Standing", lambda row: row.standing_words, lambda row: _RANK[row.standing], keep=99),
    Column("child", "Child", lambda row: row.name, lambda row: (row.name.casefold(), row.child), keep=98),
    Column(
        "age",
        "Age",
        lambda row: NONE if row.age is None else str(row.age),
        lambda row: 99 if row.age is None else row.age,
        keep=50,
    ),
    Column("siblings", "Siblings", lambda row: row.siblings, lambda row: (not row.siblings, row.siblings), keep=20),
    Column("legal", "Legal", lambda row: row.legal or NONE, _legal, keep=30, header_words="Legal status"),
    Column("placement", "Placement", lambda row: row.placement or NONE, keep=10),
    Column(
        "last", "Last review", lambda row: _day(row.last_review_on), lambda row: row.last_review_on or _FAR, keep=40
    ),
    Column("booked", "Next booked", _booked, lambda row: row.next_booked_on or _FAR, keep=90),
    Column(
        "lawful", "Last lawful", lambda row: _day(row.last_lawful_on), lambda row: row.last_lawful_on or _FAR, keep=95
    ),
    Column(
        "slack",
        "Slack",
        _slack,
        lambda row: 9999 if row.slack_working_days is None else row.slack_working_days,
        keep=80,
        header_words="Slack in working days",
    ),
    Column("mid", "Mid-point", lambda row: row.mid_point or NONE, lambda row: row.mid_point_on or _FAR, keep=35),
    Column(
        "writeups",
        "Write-ups",
        lambda row: str(row.write_ups) if row.write_ups else NONE,
        lambda row: -row.write_ups,
        keep=45,
        header_words="Write-ups open",
    ),
    Column("iro", "IRO", lambda row: row.iro or NONE, lambda row: (not row.iro, row.iro.casefold()), keep=60),
)
BY_KEY = {column.key: column for column in COLUMNS}


def sentence(row: CaseloadRow) -> str:
    """The row as one sentence: standing, child, next review."""
    age = f", {row.age} years" if row.age is not None else ""
    slack = "" if row.slack_working_days is None else f", slack {row.slack_working_days} working days"
    lawful = f"last lawful day {short(row.last_lawful_on)}" if row.last_lawful_on else "last lawful day not known"
    return f"{row.standing_words}: {row.name}{age}. Next review {_booked(row)}, {lawful}{slack}"


def in_order(rows: Sequence[CaseloadRow], key: str, *, is_turned: bool) -> list[CaseloadRow]:
    """The rows sorted by that column; equal ones keep the order they came in."""
    column = BY_KEY[key]
    return sorted(rows, key=column.sort or column.show, reverse=is_turned)


class CaseloadModel(RecordsModel[CaseloadRow]):
    """The children in scope."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda row: row.child, sentence, parent)
