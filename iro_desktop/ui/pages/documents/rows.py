"""The rows of Documents: the outputs by group, and the lines of the export log, with their columns."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from iro_desktop.domain.dates import short
from iro_desktop.services.outputs.model import Group, LoggedExport, Output, Outputs
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class OutputRow:
    """One output of the list."""

    output: Output
    is_first: bool  # of its group

    @property
    def group(self) -> str:
        """The heading of its group, beside the first of it."""
        return self.output.group if self.is_first else ""


_OUTPUTS: tuple[Column[OutputRow], ...] = (
    Column("title", "Document", lambda row: row.output.title, keep=9),
    Column("group", "For whom", lambda row: row.group, keep=8),
)
_LOG: tuple[Column[LoggedExport], ...] = (
    Column("what", "What left", lambda row: row.what, keep=9),
    Column("when", "When", lambda row: f"{short(row.at.date())}, {row.at:%H:%M}", keep=8),
    Column("kind", "As", lambda row: row.kind, keep=5),
    Column("children", "Children", lambda row: row.children, keep=6),
    Column("names", "Named", lambda row: row.names, keep=7),
    Column("reader", "For whom", lambda row: row.reader, keep=4),
    Column("purpose", "Why", lambda row: row.purpose, keep=3),
    Column("author", "By", lambda row: row.author, keep=1),
)


def rows_of(outputs: Outputs, words: str) -> list[OutputRow]:
    """The outputs that hold every one of the words, or are of the group so called, group by group in their order."""
    wanted = words.casefold().split()
    whole = next((group for group in Group if group == words), None)
    groups = list(dict.fromkeys(one.group for one in outputs.by_key.values()))
    found = [
        one
        for group in groups
        for one in outputs.by_key.values()
        if one.group is group and (one.group is whole if whole else all(word in _hay(one) for word in wanted))
    ]
    return [
        OutputRow(one, is_first=not place or found[place - 1].group is not one.group) for place, one in enumerate(found)
    ]


def output_model(parent: QObject) -> RecordsModel[OutputRow]:
    """The list of outputs."""
    return RecordsModel(_OUTPUTS, lambda row: f"{row.output.key}{row.is_first}", _spoken, parent)


def log_model(parent: QObject) -> RecordsModel[LoggedExport]:
    """The export log."""
    return RecordsModel(_LOG, lambda row: f"{row.at.isoformat()} {row.sentence}", _told, parent)


def soft_ink(key: str, _row: object, now: Tokens) -> str:
    """Whom it is for in the second voice."""
    return now.soft if key in {"group", "when", "author", "kind"} else now.ink


def _hay(one: Output) -> str:
    return f"{one.title} {one.group} {one.what_for} {one.key}".casefold()


def _spoken(row: OutputRow) -> str:
    return f"{row.output.title}, {row.output.group}"


def _told(row: LoggedExport) -> str:
    reader = f"for {row.reader}: {row.purpose}" if row.reader else ""
    as_kind = f"as {row.kind}" if row.kind else ""
    parts = (row.what, as_kind, f"{short(row.at.date())}, {row.at:%H:%M}", row.children, row.names, reader)
    return ", ".join(part for part in (*parts, f"by {row.author}") if part)
