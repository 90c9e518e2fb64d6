"""What the store holds now, with every deadline computed: the one stream that all lists are views of.

After an act only the children it touched are read and computed again; everybody, where the service as a whole changed.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.records import (
    BankHoliday,
    CarerFacts,
    ChildFacts,
    Clinic,
    ClinicAction,
    DiaryBlock,
    Feedback,
    FosteringReport,
    Iro,
    Leave,
    ListEntry,
    PlanAction,
    PracticeStandard,
    SavedView,
    Setting,
    SiblingGroup,
    SiblingMembership,
    TeamEvent,
)
from iro_desktop.rules.calendar import WorkingCalendar, england, with_days
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.fostering_reports import report_deadlines
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.services.kept import Kept
from iro_desktop.store.queries import FactReader
from iro_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class ChildNow:
    """One child with the deadlines as they stand."""

    facts: ChildFacts
    deadlines: tuple[Deadline, ...]
    owed: tuple[Deadline, ...]  # those of them that are open: one in ten, which most lists ask for
    iro: str | None  # name of the IRO allocated today
    is_looked_after: bool


@dataclass(frozen=True, slots=True)
class CarerNow:
    """One foster carer with the deadlines as they stand; their ``child`` is the carer's reference."""

    facts: CarerFacts
    deadlines: tuple[Deadline, ...]


@dataclass(slots=True)
class Snapshot:
    """Everybody, by the council's id, in its order; and the service's own choices, by which their dates are counted."""

    today: date
    calendar: WorkingCalendar  # with the bank holidays the service added
    children: dict[str, ChildNow] = field(default_factory=dict)
    iros: tuple[Iro, ...] = ()
    siblings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # council id to those of the others
    practice: Practice = STANDARD
    settings: tuple[Setting, ...] = ()  # by the day from which they count
    bank_holidays: tuple[BankHoliday, ...] = ()  # those the service added
    leave: tuple[Leave, ...] = ()
    groups: tuple[SiblingGroup, ...] = ()
    memberships: tuple[SiblingMembership, ...] = ()
    carers: dict[str, CarerNow] = field(default_factory=dict)  # by reference
    reports: tuple[FosteringReport, ...] = ()  # on private fostering, oldest quarter first
    service: tuple[Deadline, ...] = ()  # what the service as a whole owes: of no child
    blocks: tuple[DiaryBlock, ...] = ()  # time kept free by IROs
    views: tuple[SavedView, ...] = ()  # by name
    lists: tuple[ListEntry, ...] = ()  # the lists the service owns, by name
    team_events: tuple[TeamEvent, ...] = ()  # oldest first
    standards: tuple[PracticeStandard, ...] = ()  # by name
    feedback: tuple[Feedback, ...] = ()  # by number
    plan: tuple[PlanAction, ...] = ()  # by number; of every year
    clinics: tuple[Clinic, ...] = ()  # oldest first
    clinic_actions: tuple[ClinicAction, ...] = ()  # by number; of every clinic
    merged: dict[str, str] = field(default_factory=dict)  # council id of a second entry to the row id it went to
    merged_rows: dict[str, str] = field(default_factory=dict)  # and to its own row id
    base: WorkingCalendar = field(default_factory=england)  # without days of the service's own
    kept: Kept = field(default_factory=Kept, init=False, repr=False, compare=False)  # a copy begins with none

    @classmethod
    def of(cls, store: Store, today: date, calendar: WorkingCalendar) -> "Snapshot":
        """Read and compute everything."""
        snapshot = cls(today, calendar, base=calendar)
        snapshot.refresh(store, (), everybody=True)
        return snapshot

    @classmethod
    def as_at(cls, store: Store, day: date, calendar: WorkingCalendar) -> "Snapshot":
        """Everything as it was known at the end of a past day, computed for that day."""
        snapshot = cls(day, calendar, base=calendar)
        reader = store.as_at(day)
        snapshot._read_service(reader)
        snapshot._read(reader, None)
        return snapshot

    def aside(self) -> "Snapshot":
        """The same, to be reckoned from in another thread while this one goes on: what changes here is copied."""
        copy = replace(self, children=dict(self.children), merged=dict(self.merged), merged_rows=dict(self.merged_rows))
        copy.kept = self.kept.aside()
        return copy

    def refresh(self, store: Store, child_ids: Collection[str], *, everybody: bool = False) -> None:
        """Read and compute the children with these row ids again, or everything."""
        self.kept.forget(everybody=everybody)
        with store.reading() as reader:
            if everybody:
                self._read_service(reader)
                self.children = {}
            self._read(reader, None if everybody else child_ids)

    def in_scope(self, iro: str | None) -> list[ChildNow]:
        """Children looked after today: one IRO's, or everybody's."""
        return list(self.kept.once(("in scope", iro), lambda: self._in_scope(iro)))

    def council_ids(self) -> dict[str, str]:
        """The council's ids by row id."""
        return self.kept.once(
            "council ids", lambda: {child.facts.child.id: key for key, child in self.children.items()}
        )

    def merged_ids(self) -> dict[str, tuple[str, ...]]:
        """For each child into whom a second entry was merged: the ids of those entries."""
        found: dict[str, tuple[str, ...]] = {}
        for one in sorted(self.merged):
            into = self.stands_as(one)
            if into is not None:
                found[into] = (*found.get(into, ()), one)
        return found

    def stands_as(self, council_id: str) -> str | None:
        """The id of the child that a merged entry went to; ``None``: that id was not merged."""
        into, by_row = self.merged.get(council_id), {row: key for key, row in self.merged_rows.items()}
        while into in by_row:
            into = self.merged[by_row[into]]
        return next((key for key, one in self.children.items() if one.facts.child.id == into), None) if into else None

    def deadline(self, deadline_id: str) -> tuple[ChildNow, Deadline] | None:
        """A deadline by its id, with its child. Council ids may hold slashes, so the child is found from both ends."""
        parts = deadline_id.split("/")
        for end in range(2, len(parts)):
            child = self.children.get("/".join(parts[1:end]))
            for one in child.deadlines if child else ():
                if one.id == deadline_id and child is not None:
                    return child, one
        return None

    def any_deadline(self, deadline_id: str) -> Deadline | None:
        """A deadline by its id, whoever it is about: a child, a foster carer or the service."""
        found = self.deadline(deadline_id)
        if found is not None:
            return found[1]
        others = (*self.service, *(one for carer in self.carers.values() for one in carer.deadlines))
        return next((one for one in others if one.id == deadline_id), None)

    def _in_scope(self, iro: str | None) -> tuple[ChildNow, ...]:
        return tuple(
            child for child in self.children.values() if child.is_looked_after and (iro is None or child.iro == iro)
        )

    def _read_service(self, reader: FactReader) -> None:
        self.settings, self.leave = tuple(reader.all(Setting)), tuple(reader.all(Leave))
        self.practice = Practice(self.settings)
        self.bank_holidays = tuple(reader.all(BankHoliday))
        self.calendar = with_days(self.base, tuple((one.on, one.name) for one in self.bank_holidays))
        self.carers = {
            one.carer.reference: CarerNow(one, tuple(carer_deadlines(one, self.calendar, self.today, self.practice)))
            for one in reader.carers()
        }

    def _read(self, reader: FactReader, child_ids: Collection[str] | None) -> None:
        before, self.iros = {one.id: one.name for one in self.iros}, tuple(reader.all(Iro))
        names = {one.id: one.name for one in self.iros}
        self._rename({name: names[key] for key, name in before.items() if names.get(key, name) != name})
        everybody = reader.facts(child_ids)
        self._remember_merged(everybody)
        found = [one for one in everybody if one.child.merged_into is None]
        if child_ids is not None:  # children whose adding was undone, or who were merged into another entry
            gone = set(child_ids) - {facts.child.id for facts in found}
            self.children = {key: one for key, one in self.children.items() if one.facts.child.id not in gone}
        known = len(self.children)
        for facts in found:
            self.children[facts.child.council_id] = self._now(facts, names)
        if len(self.children) != known:
            self.children = dict(sorted(self.children.items()))
        self.groups, self.memberships = tuple(reader.all(SiblingGroup)), tuple(reader.all(SiblingMembership))
        self.siblings = self._siblings()
        self.blocks, self.views = tuple(reader.all(DiaryBlock)), tuple(reader.all(SavedView))
        self.lists, self.team_events = tuple(reader.all(ListEntry)), tuple(reader.all(TeamEvent))
        self.standards, self.feedback = tuple(reader.all(PracticeStandard)), tuple(reader.all(Feedback))
        self.plan = tuple(reader.all(PlanAction))
        self.clinics, self.clinic_actions = tuple(reader.all(Clinic)), tuple(reader.all(ClinicAction))
        self.reports = tuple(reader.all(FosteringReport))
        everybody_now = (one.facts for one in self.children.values())
        self.service = tuple(report_deadlines(everybody_now, self.reports, self.calendar, self.today, self.practice))

    def _rename(self, renamed: dict[str, str]) -> None:
        """Children go by their IRO's new name; nothing about them is computed again for it."""
        if renamed:
            self.children = {
                key: replace(one, iro=renamed[one.iro]) if one.iro in renamed else one
                for key, one in self.children.items()
            }

    def _remember_merged(self, read: Collection[ChildFacts]) -> None:
        for one in read:
            if one.child.merged_into is not None:
                self.merged[one.child.council_id] = one.child.merged_into
                self.merged_rows[one.child.council_id] = one.child.id
            elif self.merged.pop(one.child.council_id, None):
                del self.merged_rows[one.child.council_id]

    def _now(self, facts: ChildFacts, names: dict[str, str]) -> ChildNow:
        deadlines = tuple(deadlines_of(facts, self.calendar, self.today, self.practice))
        looked_after = any(period.is_open_on(self.today) for period in periods_of_care(facts.episodes))
        iro_id = next(
            (
                one.iro_id
                for one in reversed(facts.allocations)
                if one.from_on <= self.today and (one.to_on is None or one.to_on >= self.today)
            ),
            None,
        )
        owed = tuple(one for one in deadlines if one.is_open)
        return ChildNow(facts, deadlines, owed, names.get(iro_id) if iro_id else None, looked_after)

    def _siblings(self) -> dict[str, tuple[str, ...]]:
        council_ids = self.council_ids()
        groups: dict[str, list[str]] = {}
        for one in self.memberships:
            if (one.to_on is None or one.to_on >= self.today) and one.child_id in council_ids:
                groups.setdefault(one.group_id, []).append(council_ids[one.child_id])
        return {
            one: tuple(other for other in sorted(group) if other != one) for group in groups.values() for one in group
        }
