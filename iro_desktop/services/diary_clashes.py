"""What speaks against an entry of the diary: another at the same time, leave, no working day, a hearing before it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.diary_views import DiaryEntry, EntryKind
from iro_desktop.services.planning.cautions import of_the_child
from iro_desktop.services.planning.clock import overlap
from iro_desktop.services.snapshot import Snapshot

_TAKES_TIME = frozenset({EntryKind.REVIEW, EntryKind.BLOCK})


def with_clashes(snapshot: Snapshot, entries: Iterable[DiaryEntry]) -> list[DiaryEntry]:
    """The entries of one day, each with its clashes in words; what has passed is left as it is."""
    found = list(entries)
    said: dict[str, list[str]] = {one.id: _of_the_day(snapshot, one) for one in found}
    for one, other in combinations([each for each in found if _counts(each, snapshot)], 2):
        if _overlap(one, other) and not _are_together(snapshot, one, other):
            said[one.id].append(f"At the same time as {_named(other)}.")
            said[other.id].append(f"At the same time as {_named(one)}.")
    return [replace(one, clashes=tuple(said[one.id])) for one in found]


def _of_the_day(snapshot: Snapshot, one: DiaryEntry) -> list[str]:
    """For a review still to come: as a move to that day would be warned of."""
    if one.kind is not EntryKind.REVIEW or one.on < snapshot.today:
        return []
    found = []
    if not snapshot.calendar.is_working(one.on):
        found.append(
            f"{with_weekday(one.on)} is not a working day: {snapshot.calendar.name_of(one.on) or 'a weekend'}."
        )
    return found + of_the_child(snapshot, snapshot.children[one.child], one.on)


def _counts(one: DiaryEntry, snapshot: Snapshot) -> bool:
    return one.kind in _TAKES_TIME and bool(one.at) and one.on >= snapshot.today


def _overlap(one: DiaryEntry, other: DiaryEntry) -> bool:
    """Whether one IRO would have to be in two places."""
    return one.iro == other.iro and overlap(one.at, other.at, one.minutes, other.minutes)


def _are_together(snapshot: Snapshot, one: DiaryEntry, other: DiaryEntry) -> bool:
    """Brothers and sisters booked for the same time are reviewed together, and that is meant."""
    return one.at == other.at and other.child in snapshot.siblings.get(one.child, ())


def _named(one: DiaryEntry) -> str:
    return f"{one.title} ({one.at})"
