"""The list of the report's sections: what each is called, and how far it is."""

from PySide6.QtCore import QObject

from iro_desktop.services.report.model import SectionShown
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.theme import Tokens

_COLUMNS: tuple[Column[SectionShown], ...] = (
    Column("title", "Section", lambda row: row.title, keep=9),
    Column("state", "How far", lambda row: row.state, keep=8),
)


def section_model(parent: QObject) -> RecordsModel[SectionShown]:
    """One row for each section, in the order of the report."""
    return RecordsModel(_COLUMNS, lambda row: row.key, _spoken, parent)


def section_ink(key: str, row: object, now: Tokens) -> str:
    """What is to be written stands out; how far the rest is stands back."""
    if key != "state" or not isinstance(row, SectionShown):
        return now.ink
    return now.today if row.is_missing else now.soft


def _spoken(row: SectionShown) -> str:
    return f"{row.title}: {row.state.lower()}"
