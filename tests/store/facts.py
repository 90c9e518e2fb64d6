"""Acts written straight through the gate, for tests of the store alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

from iro_desktop.domain.records import (
    Alert,
    AlertPause,
    AlertStep,
    Allocation,
    AnnualReport,
    Arrangement,
    Attendance,
    Booking,
    CarerReview,
    CarerReviewAsked,
    Child,
    ChildLetter,
    Clinic,
    ClinicAction,
    Completion,
    Contact,
    DiaryBlock,
    Episode,
    Feedback,
    FosterCarer,
    FosteringReport,
    Home,
    Iro,
    IroProfile,
    LegalAdvice,
    ListEntry,
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
    SiblingGroup,
    SiblingMembership,
    SignificantEvent,
    TeamEvent,
    Touch,
    Wishes,
    Worker,
)
from iro_desktop.domain.vocabulary import (
    Accommodation,
    Activity,
    AgeBand,
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    ArrangementEnd,
    Asker,
    BookingStatus,
    BornAs,
    CafcassGround,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    ContactKind,
    Contract,
    EventKind,
    InTouch,
    IroRole,
    LateReason,
    Outcome,
    Participation,
    PlanProgress,
    Progress,
    Restriction,
    ReviewMethod,
    Role,
    SendingKind,
    ServiceList,
    Sex,
    SplitReason,
    StandardState,
    Suitability,
    TalkHow,
    Task,
    TeamEventKind,
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
    iro = Iro(
        new_id(), "Jo Bloggs", 0.6, DAY, DAY, IroRole.FOSTERING, Contract.AGENCY, DAY, "Welsh speaker", "adoption", 20
    )
    group, theme = (
        SiblingGroup(new_id(), "Family 001"),
        ListEntry(new_id(), ServiceList.THEME, "Drift", new_id(), True, "Delay"),
    )
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
    alert = Alert(
        new_id(), child.id, DAY, DAY, "no plan", AlertKind.PARTNER, 2, theme.id, "North", Agency.HEALTH,
        "after.care-plan", DAY, advice.id, AlertOutcome.PARTLY, theme.id, "moved on", DAY,
    )  # fmt: skip
    carer = FosterCarer(new_id(), "FC-9", DAY, DAY, iro.id, "two children", DAY)
    clinic = Clinic(new_id(), iro.id, DAY, "Three exceptions")
    report = AnnualReport(new_id(), 2025, DAY, "Jo Bloggs", None, "{}", "f" * 64)
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
        theme, alert,
        AlertStep(new_id(), child.id, alert.id, AlertStage.CAFCASS, DAY, DAY, "Kim", "agreed", DAY, CafcassGround.PLAN,
                  "the director", DAY),
        AlertPause(new_id(), child.id, alert.id, DAY, "court", DAY),
        LegalAdvice(new_id(), child.id, DAY, "May the plan change?", "A firm", DAY, "It may", "raised an alert"),
        Home(new_id(), child.id, DAY, Accommodation.FOYER, False, True, DAY, "shared kitchen"),
        Touch(new_id(), child.id, DAY, InTouch.YES, Activity.WORK_PART, ContactKind.VISIT, "well"),
        Arrangement(new_id(), child.id, DAY, DAY, DAY, DAY, ArrangementEnd.RETURNED, Role.SCHOOL, "an aunt",
                    Suitability.REQUIREMENTS, DAY, "panel", "one child only"),
        carer,
        CarerReview(new_id(), carer.id, DAY, DAY, DAY, CarerReviewKind.AD_HOC, CarerReviewOutcome.CHANGED, "two now"),
        FosteringReport(new_id(), DAY, DAY, 2),
        CarerReviewAsked(new_id(), carer.id, DAY, CarerReviewGround.TERMS, "wants two"),
        TeamEvent(new_id(), TeamEventKind.OBSERVATION, DAY, iro.id, iro.id, "chairing", "a guest", "warm"),
        PracticeStandard(new_id(), "Minutes", "In fifteen days", StandardState.SIGNED_OFF, DAY, "head of service",
                         "95 %", "minutes.in-time", "below", DAY),
        Feedback(new_id(), 1, DAY, Role.CHILD, "She listens", "What is good?", False),
        PlanAction(new_id(), 2026, 1, "More mid-points", "Jo", DAY, PlanProgress.IN_HAND, DAY, "begun", 3),
        ChildLetter(new_id(), child.id, review.id, AgeBand.MIDDLE, "Thank you for coming."),
        IroProfile(new_id(), iro.id, "I like dogs.", "AAAA"),
        clinic,
        ClinicAction(new_id(), clinic.id, 1, "Minutes first", DAY, DAY, "done in time"),
        report,
        ReportSection(new_id(), report.id, "introduction", "A good year."),
    )  # fmt: skip
