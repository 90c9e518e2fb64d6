"""Reading facts: selects of columns into frozen records, grouped by child. No lazy loading, no objects of a session."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.engine import Connection

from iro_desktop.domain.records import (
    RECORD_TYPES,
    Alert,
    AlertPause,
    AlertStep,
    Allocation,
    AnnualReport,
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
    Clinic,
    ClinicAction,
    Completion,
    Contact,
    DiaryBlock,
    Episode,
    Feedback,
    FosterCarer,
    FosteringReport,
    FrozenFigure,
    FrozenSet,
    Home,
    Iro,
    IroProfile,
    Leave,
    LegalAdvice,
    ListEntry,
    Override,
    Person,
    PersonRestriction,
    PlanAction,
    PracticeStandard,
    Recommendation,
    RecommendationCheck,
    Record,
    RecordSection,
    ReportSection,
    Review,
    SavedView,
    Sending,
    Setting,
    SiblingGroup,
    SiblingMembership,
    SignificantEvent,
    Sitting,
    TeamEvent,
    Touch,
    Wishes,
    Worker,
)
from iro_desktop.store import tables
from iro_desktop.store.codec import from_json, row_maker

R = TypeVar("R", bound=Record)
_ORDER: dict[type[Record], str] = {
    Child: "council_id",
    Episode: "started_on",
    Review: "held_on",
    Booking: "review_on",
    Completion: "done_on",
    Allocation: "from_on",
    Iro: "name",
    SiblingGroup: "name",
    SiblingMembership: "from_on",
    Sitting: "on",
    Circumstance: "from_on",
    Override: "set_on",
    Alert: "raised_on",
    AlertStep: "started_on",
    Leave: "from_on",
    Setting: "from_on",
    BankHoliday: "on",
    FosterCarer: "reference",
    CarerReview: "held_on",
    Attendance: "review_id",
    Person: "name",
    PersonRestriction: "from_on",
    Sending: "sent_on",
    Wishes: "told_on",
    Recommendation: "number",
    RecommendationCheck: "on",
    RecordSection: "review_id",
    Contact: "on",
    SignificantEvent: "happened_on",
    Worker: "from_on",
    DiaryBlock: "on",
    SavedView: "name",
    AlertPause: "from_on",
    LegalAdvice: "asked_on",
    ListEntry: "name",
    Home: "from_on",
    Touch: "on",
    Arrangement: "aware_on",
    CarerReviewAsked: "asked_on",
    FosteringReport: "quarter_on",
    TeamEvent: "on",
    PracticeStandard: "name",
    Feedback: "number",
    PlanAction: "number",
    FrozenSet: "frozen_on",
    FrozenFigure: "measure",
    ChildLetter: "review_id",
    IroProfile: "iro_id",
    Clinic: "held_on",
    ClinicAction: "number",
    AnnualReport: "year",
    ReportSection: "section",
}
# What belongs to a child, in the order of the fields of ``ChildFacts``.
_OF_CHILD: tuple[type[Any], ...] = (
    Episode, Review, Booking, Completion, Allocation, Circumstance, Sitting, Override, Alert, AlertStep, Recommendation,
    RecommendationCheck, Attendance, Person, PersonRestriction, Sending, Wishes, Contact, SignificantEvent, Worker,
    AlertPause, LegalAdvice, Home, Touch, Arrangement,
)  # fmt: skip
_CHUNK = 500  # values in one IN list


@cache
def rows_of(entity: str) -> Select[Any]:
    """Every row of an authority (parameter ``authority``), columns in field order. Kept: building it costs most."""
    table = tables.ENTITY_TABLES[entity]
    columns = [table.c[name] for name in RECORD_TYPES[entity].__slots__]
    return select(*columns).where(table.c.authority_id == bindparam("authority"))


@cache
def _in_order(entity: str) -> Select[Any]:
    table = tables.ENTITY_TABLES[entity]
    return rows_of(entity).order_by(table.c[_ORDER[RECORD_TYPES[entity]]], table.c.id)


def in_natural_order(kind: type[R], found: list[R]) -> list[R]:
    """The records as a query gives them: by their dates or names, those without one first, then by id."""
    name = _ORDER[RECORD_TYPES[kind.entity]]

    def key(one: R) -> tuple[bool, Any, str]:
        value = getattr(one, name)
        return value is not None, value if value is not None else "", one.id

    return sorted(found, key=key)


class FactReader(ABC):
    """Questions about facts, whoever answers: the tables as they stand, or the history as of a moment."""

    @abstractmethod
    def all(self, kind: type[R], *conditions: ColumnElement[bool]) -> list[R]:
        """Every record of a type that fits, in its natural order (dates, then id)."""

    @abstractmethod
    def of_children(self, kind: type[R], column: str, child_ids: Collection[str] | None) -> list[R]:
        """Records of the children named, or of everybody."""

    def facts(self, child_ids: Collection[str] | None = None) -> list[ChildFacts]:
        """All facts about the children named (row ids), or about everybody, in order of the council's id."""
        if child_ids is not None and len(child_ids) > _CHUNK:
            wanted = set(child_ids)
            return [one for one in self.facts() if one.child.id in wanted]
        children = self.of_children(Child, "id", child_ids)
        shelves = [_by_child(self.of_children(kind, "child_id", child_ids)) for kind in _OF_CHILD]
        return [ChildFacts(child, *(tuple(shelf.get(child.id, ())) for shelf in shelves)) for child in children]

    def carers(self) -> list[CarerFacts]:
        """All facts about every foster carer, in order of the reference."""
        return carers_of(self.all(FosterCarer), self.all(CarerReview), self.all(CarerReviewAsked))


def carers_of(
    carers: Iterable[FosterCarer], held: Iterable[CarerReview], asked_for: Iterable[CarerReviewAsked]
) -> list[CarerFacts]:
    """Foster carers, in order of the reference, each with what belongs to them."""
    reviews: dict[str, list[CarerReview]] = defaultdict(list)
    for one in held:
        reviews[one.carer_id].append(one)
    asked: dict[str, list[CarerReviewAsked]] = defaultdict(list)
    for each in asked_for:
        asked[each.carer_id].append(each)
    return [
        CarerFacts(
            carer,
            tuple(sorted(reviews.get(carer.id, ()), key=lambda one: (one.held_on, one.id))),
            tuple(sorted(asked.get(carer.id, ()), key=lambda one: (one.asked_on, one.id))),
        )
        for carer in sorted(carers, key=lambda one: (one.reference, one.id))
    ]


class Reader(FactReader):
    """Questions to one connection, within its transaction."""

    def __init__(self, connection: Connection, authority_id: str) -> None:
        """Answer for one authority."""
        self.connection = connection
        self.authority_id = authority_id

    def all(self, kind: type[R], *conditions: ColumnElement[bool]) -> list[R]:
        """Every record of a type that fits, in its natural order (dates, then id)."""
        statement = _in_order(kind.entity)
        if conditions:
            statement = statement.where(*conditions)
        make: Any = row_maker(kind.entity)
        return [make(row) for row in self.connection.execute(statement, {"authority": self.authority_id})]

    def gone(self, kind: type[R]) -> list[R]:
        """Every record of a type that was once there and is there no more, as it last was; from the history."""
        change, payload = tables.change, tables.payload
        mine = change.c.authority_id == self.authority_id
        statement = (
            select(change.c.entity_id, payload.c.before)
            .join_from(
                change, payload, mine & (payload.c.authority_id == self.authority_id) & (payload.c.id == change.c.id)
            )
            .where(change.c.entity == kind.entity, payload.c.before.is_not(None), payload.c.after.is_(None))
            .order_by(change.c.id)
        )
        last: dict[str, Any] = {row.entity_id: row.before for row in self.connection.execute(statement)}
        there = {one.id for one in self.all(kind)}
        return [cast("R", from_json(kind.entity, text, 1)) for key, text in last.items() if key not in there]

    def children(self) -> list[Child]:
        """Every child, in order of the council's id."""
        return self.all(Child)

    def record_sections(self, child_id: str) -> list[RecordSection]:
        """What is written in the records of one child's reviews (row id); long, so never read with the facts."""
        return self.of_children(RecordSection, "child_id", (child_id,))

    def letters(self, child_id: str) -> list[ChildLetter]:
        """The letters written to one child (row id); long, so never read with the facts."""
        return self.of_children(ChildLetter, "child_id", (child_id,))

    def frozen_figures(self, set_id: str) -> list[FrozenFigure]:
        """The figures of one kept set (row id), each with its rows; long, so never read with the facts."""
        return self.all(FrozenFigure, tables.frozen_figure.c.set_id == set_id)

    def of_children(self, kind: type[R], column: str, child_ids: Collection[str] | None) -> list[R]:
        """Records of the children named, or of everybody."""
        if child_ids is None:
            return self.all(kind)
        return self.all(kind, tables.ENTITY_TABLES[kind.entity].c[column].in_(child_ids))

    def child_by_council_id(self, council_id: str) -> Child | None:
        """The child with that council id."""
        return next(iter(self.all(Child, tables.child.c.council_id == council_id)), None)


def _by_child(records: list[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        grouped[record.child_id].append(record)
    return grouped
