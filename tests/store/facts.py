"""Acts written straight through the gate, for tests of the store alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

from iro_desktop.domain.records import (
    Allocation,
    Attendance,
    Booking,
    Child,
    Completion,
    Contact,
    DiaryBlock,
    Episode,
    Iro,
    Person,
    PersonRestriction,
    Recommendation,
    RecommendationCheck,
    Record,
    RecordSection,
    Review,
    SavedView,
    Sending,
    SiblingGroup,
    SiblingMembership,
    SignificantEvent,
    Wishes,
    Worker,
)
from iro_desktop.domain.vocabulary import (
    Agency,
    Asker,
    BookingStatus,
    BornAs,
    ContactKind,
    EventKind,
    LateReason,
    Outcome,
    Participation,
    Progress,
    Restriction,
    ReviewMethod,
    Role,
    SendingKind,
    Sex,
    SplitReason,
    TalkHow,
    Task,
    Venue,
    WorkerRole,
)
from iro_desktop.store.gate import ActLine, Change
from iro_desktop.store.identity import new_id
from iro_desktop.store.store import Store

DAY = date(2026, 3, 12)


def line(sentence: str = "Test act", *, kind: str = "Test", undoes: str | None = None) -> ActLine:
    return ActLine(kind, sentence, "tester", "window", datetime.now(UTC), undoes)


def a_child(council_id: str = "A1", given_name: str | None = None) -> Child:
    return Child(new_id(), council_id, DAY, given_name=given_name)


def add(store: Store, *records: Record, sentence: str = "Add") -> str:
    with store.writing() as writer:
        return writer.write(line(sentence), [Change(None, record) for record in records])


def change(store: Store, before: Record, after: Record) -> str:
    with store.writing() as writer:
        return writer.write(line("Change"), [Change(before, after)])


def remove(store: Store, record: Record) -> str:
    with store.writing() as writer:
        return writer.write(line("Remove"), [Change(record, None)])


def undo(store: Store, act_id: str) -> str:
    with store.writing() as writer:
        return writer.write(line("Undo", undoes=act_id), writer.inverse(act_id))


def one_of_each() -> tuple[Record, ...]:
    """A row of every table with every field filled, parents first."""
    child = replace(
        a_child("A1", "Ann"), complete_from=DAY, family_name="O’Neill", known_as="Annie", born_on=date(2016, 2, 29),
        sex=Sex.FEMALE, ethnicity="WBRI", upn="A123456789012", born_as=BornAs.MONTH, is_disabled=False,
        is_asylum_seeking=True, school="Elm Lane", languages="Welsh", communication="pictures", notes="likes trains",
    )  # fmt: skip
    iro, group = Iro(new_id(), "Jo Bloggs", 0.6), SiblingGroup(new_id(), "Family 001")
    review = Review(
        new_id(), child.id, DAY, DAY, Participation.PN1, ReviewMethod.SERIES, 3, LateReason.COURT,
        is_plan_current=False,
    )  # fmt: skip
    aunt = Person(
        new_id(), child.id, Role.RELATIVE, "Bea", Agency.FAMILY, False, "01", "b@example.org", True, False, True,
        "evenings", DAY,
    )  # fmt: skip
    advice = Recommendation(
        new_id(), child.id, review.id, 1, "A life story book", Role.SOCIAL_WORKER, Agency.CHILDRENS_SERVICES, DAY,
        Outcome.PARTLY, DAY, "begun",
    )  # fmt: skip
    return (
        child, iro, group,
        Episode(new_id(), child.id, DAY, "S", "C2", "N1", "U6", "PR1", DAY, "X1", "CARPL"),
        review,
        Booking(new_id(), child.id, DAY, BookingStatus.MOVED, DAY, "09:30", "School", DAY, Asker.CHILD, "Trip", None,
                Venue.SCHOOL),
        Completion(new_id(), child.id, Task.CHILD_SEEN, DAY, review.id, TalkHow.ALONE, "in the park"),
        Allocation(new_id(), child.id, iro.id, DAY, DAY, "wants to be called Annie"),
        SiblingMembership(new_id(), group.id, child.id, DAY, DAY, SplitReason.CONFLICT, "weekly call"),
        aunt,
        PersonRestriction(new_id(), child.id, aunt.id, Restriction.NO_PLACEMENT, "court order", DAY, DAY),
        Attendance(new_id(), child.id, review.id, Role.RELATIVE, False, aunt.id),
        Sending(new_id(), child.id, SendingKind.CONSULTATION, Role.RELATIVE, DAY, aunt.id, DAY, 2, DAY, "all well"),
        Wishes(new_id(), child.id, DAY, "at school", "after lunch", "no uncle", "with help", "shy", "I like it", DAY),
        advice,
        RecommendationCheck(new_id(), child.id, advice.id, DAY, Progress.IN_HAND, "half"),
        RecordSection(new_id(), child.id, review.id, "Health", "Well."),
        Contact(new_id(), child.id, DAY, ContactKind.VISIT, Role.CHILD, "at home"),
        SignificantEvent(new_id(), child.id, EventKind.EXCLUSION, DAY, DAY, True, "two days"),
        Worker(new_id(), child.id, WorkerRole.SOCIAL_WORKER, "Sam", DAY, "North", DAY),
        DiaryBlock(new_id(), iro.id, DAY, "14:00", 90, "writing up"),
        SavedView(new_id(), "Mine", "Jo Bloggs", "c2", "name", True),
    )  # fmt: skip
