"""Acts, records, problems and the closed sets: what holds for all of them."""

import doctest
import importlib
import pkgutil
from dataclasses import fields

import pytest

import iro_desktop.domain
import iro_desktop.rules
from iro_desktop.domain import vocabulary
from iro_desktop.domain.acts import (
    ACT_TYPES,
    Act,
    AddBankHoliday,
    AddChild,
    AddClinicAction,
    AddFosterCarer,
    AddIro,
    AddPerson,
    AddPlanAction,
    AddRecommendation,
    AddSitting,
    AddStandard,
    AddToList,
    AdjournReview,
    AllocateIro,
    AllocateWorker,
    AnswerAlert,
    AnswerLegalAdvice,
    AskForCarerReview,
    AskForReview,
    BlockTime,
    BookCarerReview,
    BookReview,
    CancelBooking,
    ChangeAlert,
    ChangeArrangement,
    ChangeBooking,
    ChangeCare,
    ChangeChild,
    ChangeClinicAction,
    ChangeFeedback,
    ChangeFosterCarer,
    ChangeHome,
    ChangeIro,
    ChangePerson,
    ChangePlanAction,
    ChangeRecommendation,
    ChangeSetting,
    ChangeStandard,
    CheckRecommendation,
    CompleteReview,
    CorrectCarerReview,
    CorrectEpisode,
    CorrectReview,
    DecideSuitability,
    EndArrangement,
    EndCare,
    EndCircumstance,
    EndFosterCarer,
    EndWorker,
    EscalateAlert,
    FormSiblingGroup,
    FreeTime,
    FreezeFigures,
    JoinSiblingGroup,
    LeaveSiblingGroup,
    LiftRestriction,
    MergeChild,
    MergeInList,
    MoveBooking,
    OverrideDeadline,
    PauseAlert,
    PersonLeaves,
    PublishReport,
    RaiseAlert,
    RecordArrangement,
    RecordAttendance,
    RecordCarerReview,
    RecordChased,
    RecordCircumstance,
    RecordClinic,
    RecordClinicAction,
    RecordContact,
    RecordEvent,
    RecordFeedback,
    RecordFosteringReport,
    RecordHome,
    RecordLeave,
    RecordLegalAdvice,
    RecordMidPoint,
    RecordOutcome,
    RecordPlanProgress,
    RecordPublished,
    RecordReturned,
    RecordReviewHeld,
    RecordSent,
    RecordTalk,
    RecordTaskDone,
    RecordTeamEvent,
    RecordTouch,
    RecordWishes,
    RemoveAlert,
    RemoveArrangement,
    RemoveBankHoliday,
    RemoveCarerReview,
    RemoveCircumstance,
    RemoveClinic,
    RemoveClinicAction,
    RemoveContact,
    RemoveEvent,
    RemoveFeedback,
    RemoveFosteringReport,
    RemoveHome,
    RemoveLeave,
    RemoveLegalAdvice,
    RemovePlanAction,
    RemovePublished,
    RemoveRecommendation,
    RemoveSent,
    RemoveStandard,
    RemoveTeamEvent,
    RemoveTouch,
    RemoveView,
    RenameInList,
    ReopenAlert,
    ResolveAlert,
    RestrictPerson,
    ResumeAlert,
    RetireFromList,
    SaveView,
    SetIroPicture,
    SignOffStandard,
    SkipMidPoint,
    StartCare,
    StateEligibility,
    StateNotHeld,
    StateReviewNumber,
    StateSiblingSplit,
    WithdrawEligibility,
    WithdrawOverride,
    WithdrawSiblingSplit,
    WriteAboutIro,
    WriteLetter,
    WriteRecord,
    WriteReportSection,
)
from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.domain.records import RECORD_TYPES
from iro_desktop.domain.vocabulary import (
    Accommodation,
    AgeBand,
    AlertOutcome,
    AlertStage,
    ArrangementEnd,
    Asker,
    CarerReviewGround,
    CircumstanceKind,
    ContactKind,
    EventKind,
    InTouch,
    Labelled,
    LeaverStatus,
    Outcome,
    Participation,
    PlanProgress,
    Progress,
    Restriction,
    ReviewGround,
    Role,
    SendingKind,
    ServiceList,
    SplitReason,
    Standing,
    Suitability,
    TalkHow,
    Task,
    TeamEventKind,
    WorkerRole,
)
from tests.builders import on

DAY, LATER = on("2026-03-12"), on("2026-03-19")
SENTENCES: list[tuple[Act, str]] = [
    (AddIro(name="Dana Whitlock"), "Add an IRO"),
    (AddChild(child="AB12"), "Add child AB12"),
    (ChangeChild(child="AB12"), "Change child AB12"),
    (AllocateIro(child="AB12", iro="Dana Whitlock", from_on=DAY), "Allocate an IRO to AB12"),
    (FormSiblingGroup(name="G1", children=("AB12", "AB13"), from_on=DAY), "Form sibling group of 2 with AB12"),
    (StartCare(child="AB12", on=DAY), "Start of care for AB12"),
    (EndCare(child="AB12", on=DAY, reason="E4A"), "End of care for AB12"),
    (
        RecordReviewHeld(child="AB12", held_on=DAY, participation=Participation.PN1),
        "Record review held on 12 Mar 2026 for AB12",
    ),
    (CorrectReview(child="AB12", held_on=DAY), "Correct review of 12 Mar 2026 for AB12"),
    (RecordTaskDone(child="AB12", task=Task.MINUTES, done_on=DAY), "Minutes finished for AB12"),
    (BookReview(child="AB12", review_on=DAY), "Book review for AB12 on 12 Mar 2026"),
    (
        MoveBooking(child="AB12", review_on=DAY, to_on=LATER, moved_on=DAY, asked_by=Asker.CHILD, reason="school trip"),
        "Move review of AB12 to 19 Mar 2026",
    ),
    (
        CancelBooking(child="AB12", review_on=DAY, cancelled_on=DAY, reason="adopted"),
        "Cancel booking of 12 Mar 2026 for AB12",
    ),
    (StateReviewNumber(child="AB12", held_on=DAY, number=3), "State the number of AB12's review of 12 Mar 2026"),
    (StateNotHeld(child="AB12", due_on=DAY), "State that AB12's review due 12 Mar 2026 is not held"),
    (ChangeCare(child="AB12", on=DAY, legal_status="C2"), "Change of care for AB12 on 12 Mar 2026"),
    (
        RecordCircumstance(child="AB12", what=CircumstanceKind.HEARING, from_on=DAY),
        "Court hearing for AB12, 12 Mar 2026",
    ),
    (
        EndCircumstance(child="AB12", what=CircumstanceKind.HEARING, from_on=DAY, to_on=LATER),
        "Court hearing for AB12 ends 19 Mar 2026",
    ),
    (
        RemoveCircumstance(child="AB12", what=CircumstanceKind.HEARING, from_on=DAY),
        "Take away: Court hearing for AB12, 12 Mar 2026",
    ),
    (
        AskForReview(child="AB12", ground=ReviewGround.IRO_ASKED, asked_on=DAY),
        "Early review asked for AB12: the IRO asked for one",
    ),
    (AdjournReview(child="AB12", held_on=DAY), "Adjourn review of 12 Mar 2026 for AB12"),
    (AddSitting(child="AB12", held_on=DAY, on=LATER), "Further meeting of the review of 12 Mar 2026 for AB12"),
    (CompleteReview(child="AB12", held_on=DAY, completed_on=LATER), "Complete review of 12 Mar 2026 for AB12"),
    (
        OverrideDeadline(child="AB12", rule="after.minutes", trigger_on=DAY, due_on=LATER, reason="leave"),
        "Set a date by hand for AB12: 19 Mar 2026",
    ),
    (
        WithdrawOverride(child="AB12", rule="after.minutes", trigger_on=DAY),
        "Take back a date set by hand for AB12",
    ),
    (JoinSiblingGroup(group="G1", child="AB12", from_on=DAY), "AB12 joins a sibling group"),
    (LeaveSiblingGroup(group="G1", child="AB12", to_on=DAY), "AB12 leaves a sibling group"),
    (RecordLeave(iro="Dana Whitlock", from_on=DAY, to_on=LATER), "Leave from 12 Mar 2026 to 19 Mar 2026"),
    (RemoveLeave(iro="Dana Whitlock", from_on=DAY), "Take away leave from 12 Mar 2026"),
    (
        ChangeSetting(setting="anchor", value="original-due", from_on=DAY, reason="as agreed"),
        "Setting anchor: original-due from 12 Mar 2026",
    ),
    (AddBankHoliday(on=DAY, name="Jubilee"), "Add bank holiday 12 Mar 2026"),
    (RemoveBankHoliday(on=DAY), "Take away bank holiday 12 Mar 2026"),
    (RaiseAlert(child="AB12", raised_on=DAY), "Quality assurance alert for AB12"),
    (RaiseAlert(child="AB12", raised_on=DAY, stage=AlertStage.FORMAL), "Formal alert for AB12"),
    (
        EscalateAlert(child="AB12", raised_on=DAY, stage=AlertStage.CAFCASS, started_on=LATER),
        "Referred to Cafcass for AB12",
    ),
    (
        AnswerAlert(child="AB12", raised_on=DAY, stage=AlertStage.FORMAL, answered_on=LATER),
        "Formal alert for AB12 answered",
    ),
    (
        ResolveAlert(
            child="AB12", raised_on=DAY, resolved_on=LATER, outcome=AlertOutcome.RESOLVED, effect="Plan moved on"
        ),
        "Alert for AB12 resolved",
    ),
    (AddFosterCarer(carer="F7", approved_on=DAY), "Add foster carer F7"),
    (RecordCarerReview(carer="F7", held_on=DAY, decided_on=LATER), "Review of foster carer F7 on 12 Mar 2026"),
    (EndFosterCarer(carer="F7", on=DAY), "Approval of foster carer F7 ends"),
    (AddPerson(child="AB12", role=Role.CARER, name="Mo"), "Add to the people around AB12: carer"),
    (ChangePerson(child="AB12", person="Mo", phone="01"), "Change one of the people around AB12"),
    (PersonLeaves(child="AB12", person="Mo", on=DAY), "One of the people around AB12 is no longer there"),
    (
        RestrictPerson(child="AB12", person="Mo", what=Restriction.NOT_INVITED, reason="order", from_on=DAY),
        "Restriction around AB12: not invited",
    ),
    (
        LiftRestriction(child="AB12", person="Mo", what=Restriction.NOT_INVITED, to_on=DAY),
        "Restriction around AB12 lifted: not invited",
    ),
    (
        RecordSent(child="AB12", what=SendingKind.CONSULTATION, to=Role.SCHOOL, sent_on=DAY),
        "Consultation form sent for AB12: school",
    ),
    (
        RecordReturned(child="AB12", what=SendingKind.CONSULTATION, to=Role.SCHOOL, sent_on=DAY, returned_on=LATER),
        "Consultation form returned for AB12: school",
    ),
    (
        RecordChased(child="AB12", what=SendingKind.INVITATION, to=Role.SCHOOL, sent_on=DAY, chased_on=LATER),
        "Invitation chased for AB12: school",
    ),
    (
        RemoveSent(child="AB12", what=SendingKind.RECORD, to=Role.SCHOOL, sent_on=DAY),
        "Take away: record of the review sent for AB12, 12 Mar 2026",
    ),
    (RecordWishes(child="AB12", told_on=DAY), "Wishes of AB12 for the review, told 12 Mar 2026"),
    (RecordTalk(child="AB12", on=DAY, how=TalkHow.ALONE), "Before the review of AB12: spoken to alone"),
    (
        AddRecommendation(child="AB12", held_on=DAY, text="a life story book", owner=Role.SOCIAL_WORKER),
        "Recommendation of 12 Mar 2026 for AB12",
    ),
    (
        ChangeRecommendation(child="AB12", held_on=DAY, number=2, due_on=LATER),
        "Change recommendation 2 of 12 Mar 2026 for AB12",
    ),
    (RemoveRecommendation(child="AB12", held_on=DAY, number=2), "Take away recommendation 2 of 12 Mar 2026 for AB12"),
    (
        RecordOutcome(child="AB12", held_on=DAY, number=2, outcome=Outcome.DONE, on=LATER),
        "Recommendation 2 of 12 Mar 2026 for AB12: done",
    ),
    (
        CheckRecommendation(child="AB12", held_on=DAY, number=2, on=LATER, progress=Progress.STUCK),
        "Recommendation 2 of 12 Mar 2026 for AB12 looked at: no progress",
    ),
    (RecordMidPoint(child="AB12", review_on=DAY, on=LATER), "Mid-point review for AB12 on 19 Mar 2026"),
    (SkipMidPoint(child="AB12", review_on=DAY, on=LATER, reason="adopted"), "Mid-point review for AB12 left out"),
    (
        WriteRecord(child="AB12", held_on=DAY, heading="Sol and her mother", text="Well."),
        "Record of the review of 12 Mar 2026 for AB12",
    ),
    (RecordContact(child="AB12", on=DAY, how=ContactKind.VISIT), "Contact for AB12 on 12 Mar 2026: visit to the child"),
    (
        RemoveContact(child="AB12", on=DAY, how=ContactKind.VISIT),
        "Take away contact of 12 Mar 2026 for AB12: visit to the child",
    ),
    (
        RecordEvent(child="AB12", what=EventKind.EXCLUSION, happened_on=DAY),
        "Significant event for AB12: exclusion from school",
    ),
    (
        RemoveEvent(child="AB12", what=EventKind.EXCLUSION, happened_on=DAY),
        "Take away event of 12 Mar 2026 for AB12: exclusion from school",
    ),
    (MergeChild(child="AB12", into="AB13"), "Merge the second entry AB12 into AB13"),
    (
        AllocateWorker(child="AB12", role=WorkerRole.SOCIAL_WORKER, worker="Mo", from_on=DAY),
        "Social worker of AB12 from 12 Mar 2026",
    ),
    (EndWorker(child="AB12", role=WorkerRole.ADVISER, to_on=DAY), "Personal adviser of AB12 ends 12 Mar 2026"),
    (
        StateSiblingSplit(group="G1", child="AB12", reason=SplitReason.SIZE),
        "AB12 has another IRO than brothers and sisters: too many for one IRO",
    ),
    (WithdrawSiblingSplit(group="G1", child="AB12"), "AB12 needs no other IRO than brothers and sisters"),
    (CorrectEpisode(child="AB12", started_on=DAY), "Correct care of AB12 from 12 Mar 2026"),
    (RecordAttendance(child="AB12", held_on=DAY), "Who came to the review of 12 Mar 2026 for AB12"),
    (ChangeBooking(child="AB12", review_on=DAY, at="10:00"), "Change time or place of AB12's review on 12 Mar 2026"),
    (
        BlockTime(iro="Dana Whitlock", on=DAY, starts_at="14:00", minutes=60, what="writing up"),
        "Time kept free on 12 Mar 2026 at 14:00",
    ),
    (FreeTime(iro="Dana Whitlock", on=DAY, starts_at="14:00"), "Time given free on 12 Mar 2026 at 14:00"),
    (SaveView(name="Mine"), "Keep a view of the caseload"),
    (RemoveView(name="Mine"), "Take away a view of the caseload"),
    (ChangeAlert(child="AB12", raised_on=DAY, team="North"), "Change an alert for AB12"),
    (PauseAlert(child="AB12", raised_on=DAY, from_on=DAY, reason="court"), "Clock of an alert for AB12 paused"),
    (ResumeAlert(child="AB12", raised_on=DAY, to_on=LATER), "Clock of an alert for AB12 runs again"),
    (ReopenAlert(child="AB12", raised_on=DAY), "Alert for AB12 open again"),
    (RemoveAlert(child="AB12", raised_on=DAY, nth=2), "Take away an alert for AB12"),
    (RecordLegalAdvice(child="AB12", asked_on=DAY, question="May it?"), "Legal advice asked for AB12"),
    (AnswerLegalAdvice(child="AB12", asked_on=DAY, answered_on=LATER), "Legal advice for AB12 received"),
    (RemoveLegalAdvice(child="AB12", asked_on=DAY), "Take away legal advice for AB12"),
    (AddToList(which=ServiceList.THEME, name="Drift"), "Add to the themes"),
    (RenameInList(which=ServiceList.THEME, name="Drift", to="Delay"), "Rename in the themes"),
    (MergeInList(which=ServiceList.EFFECT, name="None", into="No effect"), "Merge in the effects for the child"),
    (RetireFromList(which=ServiceList.THEME, name="Drift"), "Retire from the themes"),
    (RecordArrangement(child="AB12", aware_on=DAY), "Private fostering arrangement for AB12"),
    (
        ChangeArrangement(child="AB12", from_on=DAY, carer="an aunt"),
        "Change the private fostering arrangement for AB12",
    ),
    (
        DecideSuitability(child="AB12", from_on=DAY, suitability=Suitability.SUITABLE, decided_on=LATER),
        "Private fostering of AB12: suitable",
    ),
    (
        EndArrangement(child="AB12", from_on=DAY, ended_on=LATER, reason=ArrangementEnd.RETURNED),
        "Private fostering of AB12 ends 19 Mar 2026",
    ),
    (RemoveArrangement(child="AB12", from_on=DAY), "Take away the private fostering arrangement for AB12"),
    (
        RecordFosteringReport(quarter_on=DAY, sent_on=DAY),
        "Private fostering report to 12 Mar 2026, sent 12 Mar 2026",
    ),
    (
        RemoveFosteringReport(quarter_on=DAY),
        "Take away the private fostering report to 12 Mar 2026",
    ),
    (ChangeFosterCarer(carer="FC-9", terms="two children"), "Change foster carer FC-9"),
    (
        AskForCarerReview(carer="FC-9", asked_on=DAY, ground=CarerReviewGround.ALLEGATION),
        "Review asked for of foster carer FC-9: allegation",
    ),
    (BookCarerReview(carer="FC-9", review_on=LATER), "Booked review of foster carer FC-9 on 19 Mar 2026"),
    (BookCarerReview(carer="FC-9"), "Booked review of foster carer FC-9 given up"),
    (
        CorrectCarerReview(carer="FC-9", held_on=DAY, panel_on=LATER),
        "Correct review of foster carer FC-9 on 12 Mar 2026",
    ),
    (RemoveCarerReview(carer="FC-9", held_on=DAY), "Take away review of foster carer FC-9 on 12 Mar 2026"),
    (
        StateEligibility(child="AB12", status=LeaverStatus.RELEVANT, from_on=DAY, reason="agreed"),
        "AB12 stated to be: relevant child",
    ),
    (WithdrawEligibility(child="AB12", from_on=DAY), "Take back the entitlement stated for AB12"),
    (
        RecordHome(child="AB12", from_on=DAY, what=Accommodation.FOYER),
        "AB12 lives elsewhere from 12 Mar 2026: foyer or similar",
    ),
    (ChangeHome(child="AB12", from_on=DAY, is_suitable=True), "Change where AB12 lives from 12 Mar 2026"),
    (RemoveHome(child="AB12", from_on=DAY), "Take away where AB12 lives from 12 Mar 2026"),
    (RecordTouch(child="AB12", on=DAY, in_touch=InTouch.YES), "AB12 on 12 Mar 2026: in touch"),
    (RemoveTouch(child="AB12", on=DAY), "Take away: in touch with AB12 on 12 Mar 2026"),
    (ChangeIro(iro="Dana Whitlock", fte=0.8), "Change what is held about an IRO"),
    (RecordTeamEvent(what=TeamEventKind.SUPERVISION, on=DAY, iro="Dana Whitlock"), "Supervision on 12 Mar 2026"),
    (RemoveTeamEvent(what=TeamEventKind.LINK_MEETING, on=DAY), "Take away: link area meeting on 12 Mar 2026"),
    (AddStandard(name="Minutes"), "Add a practice standard"),
    (ChangeStandard(name="Minutes", benchmark="95 %"), "Change a practice standard"),
    (SignOffStandard(name="Minutes", on=DAY), "Practice standard signed off"),
    (RemoveStandard(name="Minutes"), "Take away a practice standard"),
    (RecordFeedback(on=DAY, source=Role.CHILD, words="She listens"), "Feedback from the child, 12 Mar 2026"),
    (ChangeFeedback(number=3, may_quote=False), "Change feedback 3"),
    (RemoveFeedback(number=3), "Take away feedback 3"),
    (AddPlanAction(year=2026, text="More mid-points"), "Add to the plan for 2026/27"),
    (ChangePlanAction(year=2026, number=1, owner="Jo"), "Change action 1 of the plan for 2026/27"),
    (
        RecordPlanProgress(year=2099, number=1, progress=PlanProgress.DONE, on=DAY),
        "Action 1 of the plan for 2099/00: done",
    ),
    (RemovePlanAction(year=2026, number=1), "Take away action 1 of the plan for 2026/27"),
    (FreezeFigures(name="So far", from_on=DAY, to_on=LATER), "Keep the figures from 12 Mar 2026 to 19 Mar 2026"),
    (
        RecordPublished(name="2025/26", from_on=DAY, to_on=LATER, measure="attendance", value=62.0),
        "Figure as published for 12 Mar 2026 to 19 Mar 2026",
    ),
    (RemovePublished(name="2025/26", measure="attendance"), "Take away a figure as published"),
    (
        WriteLetter(child="AB12", held_on=DAY, band=AgeBand.YOUNG, text="Hello"),
        "Write the letter to AB12 after the review on 12 Mar 2026",
    ),
    (WriteAboutIro(iro="Jo Bloggs", words="I like dogs."), "Write about Jo Bloggs for the passport"),
    (SetIroPicture(iro="Jo Bloggs", picture="AAAA"), "Put in the picture of Jo Bloggs for the passport"),
    (SetIroPicture(iro="Jo Bloggs"), "Take out the picture of Jo Bloggs for the passport"),
    (RecordClinic(iro="Jo Bloggs", held_on=DAY), "Clinic of 12 Mar 2026"),
    (RemoveClinic(iro="Jo Bloggs", held_on=DAY), "Take away the clinic of 12 Mar 2026"),
    (
        AddClinicAction(iro="Jo Bloggs", held_on=DAY, text="Minutes first"),
        "Agree an action at the clinic of 12 Mar 2026",
    ),
    (
        ChangeClinicAction(iro="Jo Bloggs", held_on=DAY, number=1, text="Minutes"),
        "Change action 1 of the clinic of 12 Mar 2026",
    ),
    (
        RecordClinicAction(iro="Jo Bloggs", held_on=DAY, number=1, done_on=LATER),
        "Action 1 of the clinic of 12 Mar 2026 done",
    ),
    (
        RecordClinicAction(iro="Jo Bloggs", held_on=DAY, number=1),
        "Action 1 of the clinic of 12 Mar 2026 open again",
    ),
    (
        RemoveClinicAction(iro="Jo Bloggs", held_on=DAY, number=1),
        "Take away action 1 of the clinic of 12 Mar 2026",
    ),
    (
        WriteReportSection(year=2025, section="introduction", text="A good year."),
        "Write in the annual report 2025/26: introduction",
    ),
    (PublishReport(year=2025), "Publish the annual report 2025/26"),
]
SETS = [one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, Labelled)][1:]
MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (iro_desktop.domain, iro_desktop.rules)
    for module in pkgutil.iter_modules(package.__path__)
]


@pytest.mark.parametrize(("act", "sentence"), SENTENCES, ids=[act.kind for act, _ in SENTENCES])
def test_act_tells_history_what_it_does(act: Act, sentence: str) -> None:
    assert act.sentence == sentence


def test_every_kind_of_act_has_a_sentence_here() -> None:
    assert {act.kind for act, _ in SENTENCES} == set(ACT_TYPES)


def test_each_act_is_found_under_the_name_of_its_class() -> None:
    assert {kind: act.__name__ for kind, act in ACT_TYPES.items()} == {kind: kind for kind in ACT_TYPES}


def test_no_sentence_names_an_iro_or_a_child() -> None:
    names = ("Dana", "Whitlock")
    assert not [act.kind for act, _ in SENTENCES if any(name in act.sentence for name in names)]


def test_every_record_counts_changes_to_its_row() -> None:
    assert [name for name, record in RECORD_TYPES.items() if fields(record)[-1].name != "row_version"] == []


@pytest.mark.parametrize("labelled", SETS, ids=lambda one: one.__name__)
def test_every_code_reads_back_as_its_member(labelled: type[Labelled]) -> None:
    assert [labelled(one.value) for one in labelled] == list(labelled)


@pytest.mark.parametrize("labelled", SETS, ids=lambda one: one.__name__)
def test_no_two_codes_share_a_label(labelled: type[Labelled]) -> None:
    assert len({one.label for one in labelled}) == len(labelled)


def test_code_without_words_is_its_own_label() -> None:
    class Bare(Labelled):
        ONE = "1"

    assert Bare.ONE.label == "1"


def test_standings_stand_in_their_order_of_precedence() -> None:
    in_order = "met met-late missed not-recorded overdue due-today due-soon waiting upcoming not-due"
    assert [one.value for one in Standing] == in_order.split()


def test_problem_is_a_value() -> None:
    assert Problem("reviews.csv", 2, "REVIEW", "not a date", Severity.REFUSED) == Problem(
        "reviews.csv", 2, "REVIEW", "not a date", Severity.REFUSED
    )


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_the_docstrings_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0
