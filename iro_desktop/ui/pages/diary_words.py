"""The diary's words: an entry on one short line, a day in a sentence, the columns of the list."""

from iro_desktop.domain.dates import in_full, with_weekday
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView, EntryKind
from iro_desktop.ui.models.records import Column

KINDS = {
    EntryKind.HOLIDAY: "Bank holiday",
    EntryKind.LEAVE: "Leave",
    EntryKind.HEARING: "Hearing",
    EntryKind.REVIEW: "Booked",
    EntryKind.TO_BOOK: "Not booked",
    EntryKind.HELD: "Held",
    EntryKind.CARER: "Foster carer",
    EntryKind.BLOCK: "Time kept",
    EntryKind.DUE: "Due",
    EntryKind.THEIRS: "Owed by others",
}
_AFTER_NAME = {EntryKind.HEARING: "hearing", EntryKind.TO_BOOK: "not booked", EntryKind.HELD: "held"}


def line_of(entry: DiaryEntry) -> str:
    """As it stands in a cell: ``10:00 Kyle P.``, ``Kyle P. hearing``, ``3 × minutes``."""
    if entry.kind is EntryKind.REVIEW:
        return f"{entry.at} {entry.name}".strip()
    if entry.kind is EntryKind.BLOCK:
        return f"{entry.at} {entry.what}"
    if entry.kind in _AFTER_NAME:
        return f"{entry.name} {_AFTER_NAME[entry.kind]}"
    return f"{entry.name} {entry.what[:1].lower()}{entry.what[1:]}" if entry.name else entry.what


def second_line_of(entry: DiaryEntry) -> str:
    """Beneath it, where there is room: ``Third review, at school``."""
    return _what(entry) if entry.kind is EntryKind.REVIEW else ""


def spoken(entry: DiaryEntry) -> str:
    """An entry of the list as it is read out, with its day."""
    return f"{with_weekday(entry.on)}: {entry.sentence}"


def day_sentence(day: DiaryDay) -> str:
    """A day as it is read out."""
    note = f", {day.note}" if day.note else ""
    if not day.entries:
        return f"{in_full(day.on)}{note}: nothing"
    return f"{in_full(day.on)}{note}: " + "; ".join(one.sentence for one in day.entries)


def summed(view: DiaryView) -> list[tuple[int, str]]:
    """What the days shown hold, counted."""
    return [
        (view.unrecorded, "not yet recorded"),
        (view.booked - view.unrecorded, "booked"),
        (view.late, "out of timescale"),
        (view.clashes, "with something against it" if view.clashes == 1 else "with something against them"),
        (view.due, "of your own due"),
    ]


def _what(entry: DiaryEntry) -> str:
    return ", ".join(part for part in (entry.what, entry.place) if part)


def _how(entry: DiaryEntry) -> str:
    return " ".join((*entry.clashes, entry.detail)) if entry.clashes else entry.detail


COLUMNS: tuple[Column[DiaryEntry], ...] = (
    Column("day", "Day", lambda one: with_weekday(one.on), keep=9),
    Column("at", "Time", lambda one: one.at, keep=8),
    Column("name", "Child", lambda one: one.name, keep=7),
    Column("what", "What", _what, keep=6),
    Column("kind", "Kind", lambda one: KINDS[one.kind], keep=3),
    Column("how", "How it stands", _how, keep=5),
)
