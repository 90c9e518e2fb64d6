"""The diary as it may leave the program: children by the council's id, and no typed word that is a child's name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import Child
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services.caseload import folded
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import DiaryEntry, EntryKind
from iro_desktop.services.snapshot import ChildNow, Snapshot

KEPT = "Time kept free"
_TYPED = {EntryKind.BLOCK: KEPT, EntryKind.HEARING: CircumstanceKind.HEARING.label}  # said in place of a typed name


def entries_by_id(
    snapshot: Snapshot, iro: str | None, from_on: date, to_on: date, *, theirs: bool = False
) -> list[DiaryEntry]:
    """Every entry for itself, in order; lines of several are taken apart."""
    names = _names(snapshot)
    view = diary(_nameless(snapshot), iro, from_on, to_on, theirs=theirs)
    return [_let_out(part, names) for one in view.entries for part in one.parts or (one,)]


def _let_out(one: DiaryEntry, names: frozenset[str]) -> DiaryEntry:
    """What a person typed goes out only where it holds no word of any child's name."""
    return replace(
        one,
        what=_TYPED[one.kind] if one.kind in _TYPED and _holds_name(one.what, names) else one.what,
        place="" if _holds_name(one.place, names) else one.place,
        clashes=tuple(_without(words, names) for words in one.clashes),
    )


def _without(words: str, names: frozenset[str]) -> str:
    return f"At the same time as {KEPT[:1].lower()}{KEPT[1:]}." if _holds_name(words, names) else words


def _nameless(snapshot: Snapshot) -> Snapshot:
    """The same facts of children without names: what is shown then falls back on the id."""
    return replace(snapshot, children={key: _unnamed(one) for key, one in snapshot.children.items()})


def _unnamed(child: ChildNow) -> ChildNow:
    record: Child = replace(child.facts.child, given_name=None, family_name=None, known_as=None)
    return replace(child, facts=replace(child.facts, child=record))


def _names(snapshot: Snapshot) -> frozenset[str]:
    records = (child.facts.child for child in snapshot.children.values())
    return frozenset(
        word for one in records for name in (one.given_name, one.family_name, one.known_as) for word in _words(name)
    )


def _holds_name(text: str, names: frozenset[str]) -> bool:
    return not names.isdisjoint(_words(text))


def _words(text: str | None) -> Iterator[str]:
    return (found.group() for found in re.finditer(r"\w+", folded(text or "")))
