"""The diary as it may leave the program: children by the council's id, and no typed word that names somebody."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import Child
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import DiaryEntry, EntryKind
from iro_desktop.services.names_typed import Named, named
from iro_desktop.services.snapshot import ChildNow, Snapshot

KEPT = "Time kept free"
_TYPED = {EntryKind.BLOCK: KEPT, EntryKind.HEARING: CircumstanceKind.HEARING.label}  # said in place of a typed name


def entries_by_id(
    snapshot: Snapshot, iro: str | None, from_on: date, to_on: date, *, theirs: bool = False
) -> list[DiaryEntry]:
    """Every entry for itself, in order; lines of several are taken apart."""
    names = named(snapshot)
    view = diary(nameless(snapshot), iro, from_on, to_on, theirs=theirs)
    return [_let_out(part, names) for one in view.entries for part in one.parts or (one,)]


def _let_out(one: DiaryEntry, names: Named) -> DiaryEntry:
    """What a person typed goes out only where it names nobody."""
    return replace(
        one,
        what=_TYPED[one.kind] if one.kind in _TYPED and names.is_in(one.what) else one.what,
        place="" if names.is_in(one.place) else one.place,
        clashes=tuple(_without(words, names) for words in one.clashes),
    )


def _without(words: str, names: Named) -> str:
    return f"At the same time as {KEPT[:1].lower()}{KEPT[1:]}." if names.is_in(words) else words


def nameless(snapshot: Snapshot) -> Snapshot:
    """The same facts of children without names: what is shown then falls back on the id."""
    return replace(snapshot, children={key: _unnamed(one) for key, one in snapshot.children.items()})


def _unnamed(child: ChildNow) -> ChildNow:
    record: Child = replace(child.facts.child, given_name=None, family_name=None, known_as=None)
    return replace(child, facts=replace(child.facts, child=record))
