"""The table model of the caseload: the columns that a file has too, and how long each may be missed on the screen."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from iro_desktop.domain.dates import short
from iro_desktop.services.caseload_columns import COLUMNS as SHARED
from iro_desktop.services.caseload_columns import booked_words
from iro_desktop.services.views import CaseloadRow
from iro_desktop.ui.models.records import Column, RecordsModel

# The higher, the longer it stays as room gets short.
_KEEP: Mapping[str, int] = {
    "standing": 99, "child": 98, "lawful": 95, "booked": 90, "slack": 80, "iro": 60, "age": 50, "writeups": 45,
    "last": 40, "mid": 35, "legal": 30, "siblings": 20, "placement": 10,
}  # fmt: skip
COLUMNS: tuple[Column[CaseloadRow], ...] = tuple(
    Column(one.key, one.header, one.show, one.sort, keep=_KEEP[one.key], header_words=one.title) for one in SHARED
)
BY_KEY = {column.key: column for column in COLUMNS}


def sentence(row: CaseloadRow) -> str:
    """The row as one sentence: standing, child, next review."""
    age = f", {row.age} years" if row.age is not None else ""
    slack = "" if row.slack_working_days is None else f", slack {row.slack_working_days} working days"
    lawful = f"last lawful day {short(row.last_lawful_on)}" if row.last_lawful_on else "last lawful day not known"
    return f"{row.standing_words}: {row.name}{age}. Next review {booked_words(row)}, {lawful}{slack}"


class CaseloadModel(RecordsModel[CaseloadRow]):
    """The children in scope."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda row: row.child, sentence, parent)
