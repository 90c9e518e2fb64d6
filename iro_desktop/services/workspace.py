"""A unit of work: acts and imports change facts here, in memory; what differs at the end is written in one go."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import (
    Alert,
    AlertPause,
    AlertStep,
    Allocation,
    Arrangement,
    Attendance,
    BankHoliday,
    Booking,
    CarerFacts,
    CarerReview,
    CarerReviewAsked,
    Child,
    ChildFacts,
    ChildLetter,
    Circumstance,
    Completion,
    Contact,
    Episode,
    FosterCarer,
    Home,
    Iro,
    LegalAdvice,
    Override,
    Person,
    PersonRestriction,
    Recommendation,
    RecommendationCheck,
    Record,
    RecordSection,
    Review,
    Sending,
    Setting,
    SiblingGroup,
    SiblingMembership,
    SignificantEvent,
    Sitting,
    Touch,
    Wishes,
    Worker,
)
from iro_desktop.rules.calendar import WorkingCalendar, with_days
from iro_desktop.rules.practice import Practice
from iro_desktop.store.gate import Change
from iro_desktop.store.identity import new_id
from iro_desktop.store.queries import Reader, carers_of

R = TypeVar("R", bound=Record)
# What hangs on a child: the field of ``ChildFacts`` and its order. Every other record stands on a shelf of its own.
_FIELDS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    Episode: ("episodes", lambda one: (one.started_on, one.id)),
    Review: ("reviews", lambda one: (one.held_on, one.id)),
    Booking: ("bookings", lambda one: (one.review_on, one.id)),
    Completion: ("completions", lambda one: (one.done_on, one.id)),
    Allocation: ("allocations", lambda one: (one.from_on, one.id)),
    Circumstance: ("circumstances", lambda one: (one.from_on, one.id)),
    Sitting: ("sittings", lambda one: (one.on, one.id)),
    Override: ("overrides", lambda one: (one.set_on, one.id)),
    Alert: ("alerts", lambda one: (one.raised_on, one.id)),
    AlertStep: ("alert_steps", lambda one: (one.started_on, one.id)),
    Recommendation: ("recommendations", lambda one: (one.number, one.id)),
    RecommendationCheck: ("checks", lambda one: (one.on, one.id)),
    Attendance: ("attendances", lambda one: (one.review_id, one.id)),
    Person: ("people", lambda one: (one.name, one.id)),
    PersonRestriction: ("restrictions", lambda one: (one.from_on, one.id)),
    Sending: ("sendings", lambda one: (one.sent_on, one.id)),
    Wishes: ("wishes", lambda one: (one.told_on, one.id)),
    Contact: ("contacts", lambda one: (one.on, one.id)),
    SignificantEvent: ("events", lambda one: (one.happened_on, one.id)),
    Worker: ("workers", lambda one: (one.from_on, one.id)),
    AlertPause: ("alert_pauses", lambda one: (one.from_on, one.id)),
    LegalAdvice: ("advice", lambda one: (one.asked_on, one.id)),
    Home: ("homes", lambda one: (one.from_on, one.id)),
    Touch: ("touches", lambda one: (one.on, one.id)),
    Arrangement: ("arrangements", lambda one: (one.notified_on or one.aware_on, one.id)),
}


Writing = RecordSection | ChildLetter


class Workspace:
    """The facts an act sees and changes. Nothing reaches the store before ``changes`` is written."""

    def __init__(self, reader: Reader, today: date, calendar: WorkingCalendar, author: str = "") -> None:
        """Look at the store through one transaction; ``author``: who acts."""
        self.today = today
        self.author = author
        self._base = calendar
        self._reader = reader
        self._facts: dict[str, ChildFacts] = {}
        self._council_ids: dict[str, str] = {}  # row id to council id, for children seen
        self._before: dict[str, Record | None] = {}
        self._now: dict[str, Record | None] = {}
        self._shelves: dict[type, dict[str, Record]] = {}  # by kind and row id, each read when first asked for
        self._iros: dict[str, Iro] | None = None  # by name
        self._practice: Practice | None = None
        self._calendar: WorkingCalendar | None = None
        self._loaded_all = False
        self.steps = 0  # how often a record was put, moved or taken away
        self._let_go: list[Record] = []  # added and taken away again in this piece of work
        self._written: dict[str, dict[str, Writing]] = {}  # by row id of the child, read when first asked for

    # --- seeing

    @property
    def practice(self) -> Practice:
        """The service's choices, those of this piece of work included."""
        if self._practice is None:
            self._practice = Practice(self.all(Setting))
        return self._practice

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days: the days given, less the bank holidays added, those of this piece of work included."""
        if self._calendar is None:
            added = sorted((one.on, one.name) for one in self.all(BankHoliday))
            self._calendar = with_days(self._base, tuple(added))
        return self._calendar

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind that does not hang on a child."""
        return cast("list[R]", list(self._shelf_of(kind).values()))

    def carers(self) -> list[CarerFacts]:
        """All facts about every foster carer, by reference."""
        return carers_of(self.all(FosterCarer), self.all(CarerReview), self.all(CarerReviewAsked))

    def ever(self, kind: type[R]) -> list[R]:
        """Every record of such a kind that is there, or that history knows and is there no more; numbers go by it."""
        taken = [one for one in self._before.values() if isinstance(one, kind) and self._now[one.id] is None]
        given_up = [one for one in self._let_go if isinstance(one, kind)]
        return [*self.all(kind), *self._reader.gone(kind), *taken, *given_up]

    def load_all(self) -> None:
        """Read every child at once, worth it from some dozen acts on; what this piece of work did to some stays."""
        if self._loaded_all:
            return
        for facts in self._reader.facts():
            if facts.child.id not in self._council_ids and facts.child.id not in self._now:
                self._see(facts)
        self._loaded_all = True

    def know(self, facts: ChildFacts) -> None:
        """Take facts of a child that were read before, in the place of reading them."""
        self._see(facts)

    def find(self, council_id: str) -> ChildFacts | None:
        """All facts about a child, or ``None``."""
        if council_id not in self._facts and not self._loaded_all:
            child = self._reader.child_by_council_id(council_id)
            if child is not None:
                self._see(self._reader.facts([child.id])[0])
        return self._facts.get(council_id)

    def child(self, council_id: str) -> ChildFacts:
        """All facts about a child. Raises ``UserError`` if there is none with that id, or it was merged away."""
        facts = self.find(council_id)
        if facts is None:
            raise UserError(f"There is no child with the id {council_id} here. Nothing was changed. Check the id.")
        if facts.child.merged_into is not None:
            stays = self.entry_of(council_id)
            raise UserError(
                f"{council_id} was a second entry of {stays} and is merged into it. Nothing was changed. Use {stays}."
            )
        return facts

    def entry_of(self, council_id: str) -> str:
        """The id of the entry that stands for this one: its own, or that of the one it was merged into."""
        facts = self.find(council_id)
        while facts is not None and facts.child.merged_into is not None:
            into = self._council_ids.get(facts.child.merged_into)
            if into is None:
                self._see(self._reader.facts([facts.child.merged_into])[0])
                into = self._council_ids[facts.child.merged_into]
            facts = self._facts[into]
        return facts.child.council_id if facts is not None else council_id

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
            self._iros = {_folded(one.name): one for one in self.all(Iro)}
        return self._iros.get(_folded(name))

    def groups(self) -> list[SiblingGroup]:
        """All sibling groups."""
        return self.all(SiblingGroup)

    def memberships(self) -> list[SiblingMembership]:
        """All memberships of sibling groups."""
        return self.all(SiblingMembership)

    def record_sections(self, child: Child) -> list[RecordSection]:
        """What is written in the records of a child's reviews."""
        return [one for one in self.writings(child) if isinstance(one, RecordSection)]

    def letters(self, child: Child) -> list[ChildLetter]:
        """The letters written to a child."""
        return [one for one in self.writings(child) if isinstance(one, ChildLetter)]

    def writings(self, child: Child) -> list[Writing]:
        """Records of reviews and letters: what is written about a child at length."""
        return list(self._writings_of(child.id).values())

    # --- changing

    def new_id(self) -> str:
        """An id for a new row."""
        return new_id()

    def put(self, record: R) -> R:
        """Add a record, or replace the one with the same id."""
        self.steps += 1
        before = self._current(record)
        self._before.setdefault(record.id, before)
        self._now[record.id] = record
        self._show(record)
        return record

    def remove(self, record: Record) -> None:
        """Take a record away."""
        self.steps += 1
        self._before.setdefault(record.id, self._current(record))
        self._now[record.id] = None
        if self._before[record.id] is None:
            self._let_go.append(record)
        self._hide(record)

    def move(self, record: R, child: Child) -> R:
        """Hang what hangs on one child on another."""
        self.steps += 1
        self._before.setdefault(record.id, self._current(record))
        moved = cast("R", replace(cast("Any", record), child_id=child.id))
        self._hide(record)
        self._now[record.id] = moved
        self._show(moved)
        return moved

    def changes(self) -> list[Change]:
        """What differs from the store, in the order first touched."""
        pairs = [(self._before[key], self._now[key]) for key in self._now]
        return [Change(before, after) for before, after in pairs if before != after]

    def settle(self) -> None:
        """Go on from what was just written in the same transaction: nothing of it counts as changed any more."""
        written = self.changes()
        self._before.clear()
        self._now.clear()
        self._let_go.clear()
        for one in written:
            if one.before is not None and one.after is not None:
                self._show(replace(one.after, row_version=one.before.row_version + 1))  # as the gate wrote it

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
        if isinstance(record, Child):
            facts = self._facts.get(self._council_ids.get(record.id, ""))
            return facts.child if facts else None
        if type(record) in _FIELDS:
            return next((one for one in self._of_child(record) if one.id == record.id), None)
        if isinstance(record, Writing):
            return self._writings_of(record.child_id).get(record.id)
        return self._shelf_of(type(record)).get(record.id)

    def _writings_of(self, child_id: str) -> dict[str, Writing]:
        if child_id not in self._written:
            found: list[Writing] = [*self._reader.record_sections(child_id), *self._reader.letters(child_id)]
            self._written[child_id] = {one.id: one for one in found}
        return self._written[child_id]

    def _shelf_of(self, kind: type[Any]) -> dict[str, Record]:
        if kind not in self._shelves:
            self._shelves[kind] = {one.id: one for one in self._reader.all(kind)}
        return self._shelves[kind]

    def _of_child(self, record: Record) -> tuple[Record, ...]:
        facts = self._facts[self._council_ids[cast("Any", record).child_id]]
        shelf: tuple[Record, ...] = getattr(facts, _FIELDS[type(record)][0])
        return shelf

    def _show(self, record: Record) -> None:
        if isinstance(record, Child):
            known = self._facts.get(self._council_ids.get(record.id, record.council_id))
            self._see(replace(known, child=record) if known else ChildFacts(record))
        elif type(record) in _FIELDS:
            self._reshelve(record, keep=True)
        elif isinstance(record, Writing):
            self._writings_of(record.child_id)[record.id] = record
        else:
            self._shelf_of(type(record))[record.id] = record
            self._forget(record)

    def _hide(self, record: Record) -> None:
        if isinstance(record, Child):
            raise TypeError(f"{record.entity} is never removed by an act")
        if type(record) in _FIELDS:
            self._reshelve(record, keep=False)
        elif isinstance(record, Writing):
            self._writings_of(record.child_id).pop(record.id, None)
        else:
            self._shelf_of(type(record)).pop(record.id, None)
            self._forget(record)

    def _forget(self, record: Record) -> None:
        """What was derived from its shelf is derived again when next asked for."""
        if isinstance(record, Iro):
            self._iros = None
        elif isinstance(record, Setting):
            self._practice = None
        elif isinstance(record, BankHoliday):
            self._calendar = None

    def _reshelve(self, record: Record, *, keep: bool) -> None:
        name, key = _FIELDS[type(record)]
        council_id = self._council_ids[cast("Any", record).child_id]
        others = [one for one in self._of_child(record) if one.id != record.id]
        shelf: Any = tuple(sorted([*others, record], key=key)) if keep else tuple(others)
        self._facts[council_id] = replace(self._facts[council_id], **{name: shelf})


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
