"""A unit of work: acts and imports change facts here, in memory; what differs at the end is written in one go."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import (
    Allocation,
    Booking,
    Child,
    ChildFacts,
    Completion,
    Episode,
    Iro,
    Record,
    Review,
    SiblingGroup,
    SiblingMembership,
)
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.store.gate import Change
from iro_desktop.store.identity import new_id
from iro_desktop.store.queries import Reader

R = TypeVar("R", bound=Record)
_FIELDS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    Episode: ("episodes", lambda one: (one.started_on, one.id)),
    Review: ("reviews", lambda one: (one.held_on, one.id)),
    Booking: ("bookings", lambda one: (one.review_on, one.id)),
    Completion: ("completions", lambda one: (one.done_on, one.id)),
    Allocation: ("allocations", lambda one: (one.from_on, one.id)),
}


class Workspace:
    """The facts an act sees and changes. Nothing reaches the store before ``changes`` is written."""

    def __init__(self, reader: Reader, today: date, calendar: WorkingCalendar) -> None:
        """Look at the store through one transaction."""
        self.today = today
        self.calendar = calendar
        self._reader = reader
        self._facts: dict[str, ChildFacts] = {}
        self._council_ids: dict[str, str] = {}  # row id to council id, for children seen
        self._before: dict[str, Record | None] = {}
        self._now: dict[str, Record | None] = {}
        self._iros: dict[str, Iro] | None = None
        self._groups: list[SiblingGroup] | None = None
        self._memberships: list[SiblingMembership] | None = None
        self._loaded_all = False

    # --- seeing

    def load_all(self) -> None:
        """Read every child at once; worth it from some dozen acts on."""
        for facts in self._reader.facts():
            self._see(facts)
        self._loaded_all = True

    def find(self, council_id: str) -> ChildFacts | None:
        """All facts about a child, or ``None``."""
        if council_id not in self._facts and not self._loaded_all:
            child = self._reader.child_by_council_id(council_id)
            if child is not None:
                self._see(self._reader.facts([child.id])[0])
        return self._facts.get(council_id)

    def child(self, council_id: str) -> ChildFacts:
        """All facts about a child. Raises ``UserError`` if there is none with that id."""
        facts = self.find(council_id)
        if facts is None:
            raise UserError(f"There is no child with the id {council_id} here. Nothing was changed. Check the id.")
        return facts

    def council_ids(self) -> Iterable[str]:
        """Ids of the children seen; all of them after ``load_all``."""
        return self._facts.keys()

    def iro(self, name: str) -> Iro:
        """An IRO by name. Raises ``UserError`` if there is none."""
        found = self.find_iro(name)
        if found is None:
            raise UserError(f"There is no IRO named {name} here. Nothing was changed. Add the IRO first.")
        return found

    def find_iro(self, name: str) -> Iro | None:
        """An IRO by name; case and blanks are forgiven."""
        if self._iros is None:
            self._iros = {_folded(one.name): one for one in self._reader.all(Iro)}
        return self._iros.get(_folded(name))

    def groups(self) -> list[SiblingGroup]:
        """All sibling groups."""
        if self._groups is None:
            self._groups = self._reader.all(SiblingGroup)
        return self._groups

    def memberships(self) -> list[SiblingMembership]:
        """All memberships of sibling groups."""
        if self._memberships is None:
            self._memberships = self._reader.all(SiblingMembership)
        return self._memberships

    # --- changing

    def new_id(self) -> str:
        """An id for a new row."""
        return new_id()

    def put(self, record: R) -> R:
        """Add a record, or replace the one with the same id."""
        before = self._current(record)
        self._before.setdefault(record.id, before)
        self._now[record.id] = record
        self._show(record)
        return record

    def remove(self, record: Record) -> None:
        """Take a record away."""
        self._before.setdefault(record.id, self._current(record))
        self._now[record.id] = None
        self._hide(record)

    def changes(self) -> list[Change]:
        """What differs from the store, in the order first touched."""
        pairs = [(self._before[key], self._now[key]) for key in self._now]
        return [Change(before, after) for before, after in pairs if before != after]

    def touches(self, record: Record) -> bool:
        """Whether the record has been changed in this piece of work."""
        return record.id in self._now and self._before[record.id] != self._now[record.id]

    # --- inside

    def _see(self, facts: ChildFacts) -> None:
        self._facts[facts.child.council_id] = facts
        self._council_ids[facts.child.id] = facts.child.council_id

    def _current(self, record: Record) -> Record | None:
        if record.id in self._now:
            return self._now[record.id]
        return next((one for one in self._shelf(record) if one.id == record.id), None)

    def _shelf(self, record: Record) -> Iterable[Record]:
        if isinstance(record, Child):
            facts = self._facts.get(self._council_ids.get(record.id, ""))
            return (facts.child,) if facts else ()
        if isinstance(record, Iro):
            self.find_iro("")
            return list((self._iros or {}).values())
        if isinstance(record, SiblingGroup):
            return self.groups()
        if isinstance(record, SiblingMembership):
            return self.memberships()
        shelf: tuple[Record, ...] = getattr(self._facts[self._council_ids[record.child_id]], _FIELDS[type(record)][0])
        return shelf

    def _show(self, record: Record) -> None:
        if isinstance(record, Child):
            known = self._facts.get(self._council_ids.get(record.id, record.council_id))
            self._see(replace(known, child=record) if known else ChildFacts(record))
        elif isinstance(record, Iro):
            self.find_iro("")
            assert self._iros is not None
            self._iros = {key: one for key, one in self._iros.items() if one.id != record.id}
            self._iros[_folded(record.name)] = record
        elif isinstance(record, SiblingGroup):
            self._groups = [one for one in self.groups() if one.id != record.id] + [record]
        elif isinstance(record, SiblingMembership):
            self._memberships = [one for one in self.memberships() if one.id != record.id] + [record]
        else:
            self._reshelve(record, keep=True)

    def _hide(self, record: Record) -> None:
        if isinstance(record, (Episode, Review, Booking, Completion, Allocation)):
            self._reshelve(record, keep=False)
        elif isinstance(record, SiblingMembership):
            self._memberships = [one for one in self.memberships() if one.id != record.id]
        else:
            raise TypeError(f"{record.entity} is never removed by an act")

    def _reshelve(self, record: Episode | Review | Booking | Completion | Allocation, *, keep: bool) -> None:
        name, key = _FIELDS[type(record)]
        council_id = self._council_ids[record.child_id]
        facts = self._facts[council_id]
        others = [one for one in getattr(facts, name) if one.id != record.id]
        shelf: Any = tuple(sorted([*others, record], key=key)) if keep else tuple(others)
        self._facts[council_id] = replace(facts, **{name: shelf})


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
