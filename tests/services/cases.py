"""One thing to do for every kind of act, with what has to be there before it."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddBankHoliday,
    AddChild,
    AddFosterCarer,
    AddIro,
    AddRecommendation,
    AddSitting,
    AdjournReview,
    AllocateIro,
    AskForReview,
    BlockTime,
    BookReview,
    CancelBooking,
    ChangeBooking,
    ChangeCare,
    ChangeChild,
    ChangeRecommendation,
    ChangeSetting,
    CheckRecommendation,
    CompleteReview,
    CorrectReview,
    EndCare,
    EndCircumstance,
    EndFosterCarer,
    FormSiblingGroup,
    FreeTime,
    JoinSiblingGroup,
    LeaveSiblingGroup,
    MoveBooking,
    OverrideDeadline,
    RecordAttendance,
    RecordCarerReview,
    RecordCircumstance,
    RecordContact,
    RecordEvent,
    RecordLeave,
    RecordMidPoint,
    RecordOutcome,
    RecordReviewHeld,
    RecordTaskDone,
    RemoveBankHoliday,
    RemoveCircumstance,
    RemoveContact,
    RemoveEvent,
    RemoveLeave,
    RemoveRecommendation,
    RemoveView,
    SaveView,
    SkipMidPoint,
    StartCare,
    StateNotHeld,
    StateReviewNumber,
    WithdrawOverride,
    WriteRecord,
)
from iro_desktop.domain.vocabulary import (
    Agency,
    Asker,
    CarerReviewKind,
    CircumstanceKind,
    ContactKind,
    EventKind,
    LateReason,
    LeaveKind,
    Outcome,
    Participation,
    Progress,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Role,
    Sex,
    Task,
    Venue,
)
from tests.services.cases_around import around_cases
from tests.services.cases_challenge import challenge_cases
from tests.services.cases_children import children_cases
from tests.services.cases_clinic import clinic_cases
from tests.services.cases_figures import figures_cases
from tests.services.cases_fostering import fostering_cases
from tests.services.cases_leavers import leaver_cases
from tests.services.cases_letters import letter_cases
from tests.services.cases_report import report_cases
from tests.services.cases_service import service_cases
from tests.services.office import day

STARTED = day("12 Oct")  # five weeks ago: the first review is due on 9 November 2026
IRO = AddIro(name="Jo Bloggs")
CHILD = AddChild(
    child="A1", looked_after_since=STARTED, tracking_from=STARTED, born_on=date(2015, 5, 5), iro="Jo Bloggs"
)
FIRST = RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1)
BOOKED = BookReview(child="A1", review_on=day("20 Jan 2027"), at="10:00")
SERIES = RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1, method=ReviewMethod.SERIES)
PLACED = StartCare(child="A2", on=day("2 Nov"), legal_status="C1", placement="U6")
HEARING = RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec"), note="Final hearing")
LEAVER = AddChild(child="A3", born_on=date(2008, 3, 1), tracking_from=STARTED)  # 18 since 1 March 2026
FOLLOWED = RecordCircumstance(child="A3", what=CircumstanceKind.CARE_LEAVER, from_on=day("1 Nov"))
SET = OverrideDeadline(
    child="A1", rule="review.second", trigger_on=day("5 Nov"), due_on=day("20 Jan 2027"), reason="Court asks for it"
)
GROUP = FormSiblingGroup(name="One", children=("A1", "A2"), from_on=STARTED)
LEAVE = RecordLeave(iro="Jo Bloggs", from_on=day("21 Dec"), to_on=day("1 Jan 2027"), what=LeaveKind.SICK)
HOLIDAY = AddBankHoliday(on=day("4 Dec"), name="Day of mourning")
BLOCK = BlockTime(iro="Jo Bloggs", on=day("26 Nov"), starts_at="14:00", minutes=90, what="Writing up")
VISITED = RecordContact(child="A1", on=day("18 Nov"), how=ContactKind.VISIT, note="At school")
MOVED_OUT = RecordEvent(
    child="A1",
    what=EventKind.PLACEMENT_CHANGE,
    happened_on=day("16 Nov"),
    told_on=day("18 Nov"),
    is_review_needed=True,
    note="To emergency carers",
)
HALF_WAY_LEFT_OUT = SkipMidPoint(
    child="A1", review_on=day("5 Nov"), on=day("19 Nov"), reason="A review comes before it"
)
CARER = AddFosterCarer(carer="F 1", approved_on=day("1 Sep 2025"))


@dataclass(frozen=True)
class Case:
    act: Act
    before: tuple[Act, ...] = ()


RECOMMENDED = AddRecommendation(
    child="A1", held_on=day("5 Nov"), text="Laptop for home", owner=Role.SCHOOL, due_on=day("18 Dec")
)
LOOKED_AT = CheckRecommendation(
    child="A1", held_on=day("5 Nov"), number=1, on=day("12 Nov"), progress=Progress.STUCK, note="No funds"
)
CLOSED = RecordOutcome(
    child="A1", held_on=day("5 Nov"), number=1, outcome=Outcome.NOT_DONE, on=day("20 Nov"), note="Refused"
)
VIEW = SaveView(name="Late ones", words="late", sort="slack", is_descending=True)
CASES = (
    Case(IRO),
    Case(VIEW),
    Case(SaveView(name="late  ones", iro="Jo Bloggs"), (IRO, VIEW)),
    Case(RemoveView(name="Late ones"), (VIEW,)),
    Case(
        AddChild(child="A1", last_review_on=day("1 Sep"), last_review_number=3, given_name="Ann", iro="Jo Bloggs"),
        (IRO,),
    ),
    Case(AddChild(child="A1", looked_after_since=STARTED)),
    Case(
        ChangeChild(child="A1", known_as="Annie", sex=Sex.FEMALE, ethnicity="WBRI", clear=("born_on",), row_version=1),
        (IRO, CHILD),
    ),
    Case(
        AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Nov")), (IRO, CHILD, AddIro(name="Ann Other", fte=0.5))
    ),
    Case(AllocateIro(child="A1", iro="Ann Other", from_on=STARTED), (IRO, CHILD, AddIro(name="Ann Other"))),
    Case(FormSiblingGroup(name="One", children=("A1", "A2"), from_on=STARTED), (IRO, CHILD, AddChild(child="A2"))),
    Case(StartCare(child="A2", on=day("20 Nov"), legal_status="V2", placement="U6"), (AddChild(child="A2"),)),
    Case(EndCare(child="A1", on=day("20 Nov"), reason="E4A"), (IRO, CHILD, FIRST)),
    Case(FIRST, (IRO, CHILD)),
    Case(
        RecordReviewHeld(
            child="A1",
            held_on=day("12 Nov"),
            participation=Participation.PN6,
            late_reason=LateReason.COURT,
            next_review_on=day("1 Feb 2027"),
        ),
        (IRO, CHILD, BookReview(child="A1", review_on=day("6 Nov"))),
    ),
    Case(
        CorrectReview(
            child="A1", held_on=day("5 Nov"), to_held_on=day("4 Nov"), participation=Participation.PN2, number=1
        ),
        (IRO, CHILD, FIRST),
    ),
    Case(RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("20 Nov")), (IRO, CHILD, FIRST)),
    Case(RecordTaskDone(child="A1", task=Task.CARE_PLAN, done_on=day("20 Oct")), (IRO, CHILD)),
    Case(BOOKED, (IRO, CHILD, FIRST)),
    Case(
        MoveBooking(
            child="A1",
            review_on=BOOKED.review_on,
            to_on=day("22 Jan 2027"),
            moved_on=day("23 Nov"),
            asked_by=Asker.CHILD,
            reason="School trip",
            at="14:00",
        ),
        (IRO, CHILD, FIRST, BOOKED),
    ),
    Case(
        CancelBooking(child="A1", review_on=BOOKED.review_on, cancelled_on=day("23 Nov"), reason="Snow"),
        (IRO, CHILD, FIRST, BOOKED),
    ),
    Case(
        StateReviewNumber(child="A1", held_on=day("1 Sep"), number=4),
        (AddChild(child="A1", last_review_on=day("1 Sep")),),
    ),
    Case(StateNotHeld(child="A1", due_on=day("1 Oct")), (AddChild(child="A1", last_review_on=day("1 Apr")),)),
    Case(ChangeCare(child="A2", on=day("16 Nov"), legal_status="J1"), (AddChild(child="A2"), PLACED)),
    Case(ChangeCare(child="A2", on=day("16 Nov"), placement="A4", same_carer=True), (AddChild(child="A2"), PLACED)),
    Case(HEARING, (IRO, CHILD)),
    Case(
        EndCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec"), to_on=day("4 Dec")),
        (IRO, CHILD, HEARING),
    ),
    Case(RemoveCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec")), (IRO, CHILD, HEARING)),
    Case(
        AskForReview(child="A1", ground=ReviewGround.UNPLANNED_MOVE, asked_on=day("20 Nov"), before=day("18 Dec")),
        (IRO, CHILD, FIRST),
    ),
    Case(AdjournReview(child="A1", held_on=day("5 Nov"), adjourned_on=day("6 Nov")), (IRO, CHILD, FIRST)),
    Case(AddSitting(child="A1", held_on=day("5 Nov"), on=day("12 Nov"), mode="by telephone"), (IRO, CHILD, SERIES)),
    Case(CompleteReview(child="A1", held_on=day("5 Nov"), completed_on=day("20 Nov")), (IRO, CHILD, SERIES)),
    Case(
        RecordReviewHeld(
            child="A1",
            held_on=day("5 Nov"),
            participation=Participation.PN1,
            adjourned=True,
            under=ReviewKind.LOOKED_AFTER,
            ground=ReviewGround.IRO_ASKED,
        ),
        (IRO, CHILD),
    ),
    Case(RecordReviewHeld(child="A3", held_on=day("5 Nov"), participation=Participation.PN1), (LEAVER, FOLLOWED)),
    Case(SET, (IRO, CHILD, FIRST)),
    Case(WithdrawOverride(child="A1", rule="review.second", trigger_on=day("5 Nov")), (IRO, CHILD, FIRST, SET)),
    Case(
        JoinSiblingGroup(group="One", child="A4", from_on=day("2 Nov")),
        (IRO, CHILD, AddChild(child="A2"), GROUP, AddChild(child="A4")),
    ),
    Case(LeaveSiblingGroup(group="One", child="A2", to_on=day("2 Nov")), (IRO, CHILD, AddChild(child="A2"), GROUP)),
    Case(LEAVE, (IRO,)),
    Case(RemoveLeave(iro="Jo Bloggs", from_on=day("21 Dec")), (IRO, LEAVE)),
    Case(ChangeSetting(setting="mid-point", value="half-interval", from_on=day("1 Nov"), reason="Panel of May")),
    Case(ChangeSetting(setting="limit:after.minutes", value="+10wd", from_on=day("1 Nov")), (IRO, CHILD, FIRST)),
    Case(HOLIDAY, (IRO, CHILD)),
    Case(RemoveBankHoliday(on=day("4 Dec")), (IRO, CHILD, HOLIDAY)),
    *(Case(act, before) for act, before in challenge_cases(IRO, CHILD)),
    Case(CARER),
    Case(
        RecordCarerReview(
            carer="F 1",
            held_on=day("1 Sep"),
            panel_on=day("10 Sep"),
            decided_on=day("17 Sep"),
            what=CarerReviewKind.AD_HOC,
        ),
        (CARER,),
    ),
    Case(
        ChangeBooking(child="A1", review_on=BOOKED.review_on, at="15:00", venue=Venue.VIDEO),
        (IRO, CHILD, FIRST, BOOKED),
    ),
    Case(BLOCK, (IRO,)),
    Case(FreeTime(iro="Jo Bloggs", on=day("26 Nov"), starts_at="14:00"), (IRO, BLOCK)),
    Case(EndFosterCarer(carer="F 1", on=day("1 Nov")), (CARER,)),
    Case(
        RecordReviewHeld(
            child="A1",
            held_on=day("5 Nov"),
            participation=Participation.PN1,
            came=(Role.CARER, Role.SOCIAL_WORKER),
            apologies=(Role.SCHOOL,),
            is_plan_current=False,
        ),
        (IRO, CHILD),
    ),
    Case(
        CorrectReview(
            child="A1",
            held_on=day("5 Nov"),
            participation=Participation.PN6,
            method=ReviewMethod.SERIES,
            is_plan_current=True,
        ),
        (IRO, CHILD, FIRST, RecordAttendance(child="A1", held_on=day("5 Nov"), came=(Role.CHILD,))),
    ),
    Case(
        RecordAttendance(child="A1", held_on=day("5 Nov"), came=(Role.CHILD, Role.MOTHER), apologies=(Role.HEALTH,)),
        (IRO, CHILD, FIRST, RecordAttendance(child="A1", held_on=day("5 Nov"), came=(Role.HEALTH, Role.CARER))),
    ),
    Case(VISITED, (IRO, CHILD)),
    Case(RemoveContact(child="A1", on=day("18 Nov"), how=ContactKind.VISIT), (IRO, CHILD, VISITED)),
    Case(MOVED_OUT, (IRO, CHILD)),
    Case(RemoveEvent(child="A1", what=EventKind.PLACEMENT_CHANGE, happened_on=day("16 Nov")), (IRO, CHILD, MOVED_OUT)),
    Case(
        RecordMidPoint(child="A1", review_on=day("5 Nov"), on=day("20 Nov"), note="All in hand"),
        (IRO, CHILD, FIRST, HALF_WAY_LEFT_OUT),
    ),
    Case(HALF_WAY_LEFT_OUT, (IRO, CHILD, FIRST)),
    *(Case(act, before) for act, before in around_cases(IRO, CHILD)),
    *(Case(act, before) for act, before in leaver_cases((IRO, CHILD, LEAVER))),
    *(Case(act, before) for act, before in fostering_cases(IRO, CHILD)),
    *(Case(act, before) for act, before in figures_cases(IRO, CHILD, FIRST)),
    *(Case(act, before) for act, before in report_cases(IRO, CHILD, FIRST)),
    *(Case(act, before) for act, before in letter_cases(IRO, CHILD, FIRST)),
    *(Case(act, before) for act, before in children_cases(IRO, CHILD, FIRST)),
    *(Case(act, before) for act, before in clinic_cases(IRO, CHILD)),
    *(Case(act, before) for act, before in service_cases(IRO, CHILD)),
    Case(RECOMMENDED, (IRO, CHILD, FIRST)),
    Case(
        ChangeRecommendation(
            child="A1",
            held_on=day("5 Nov"),
            number=1,
            text="Laptop and desk",
            owner=Role.CARER,
            agency=Agency.OTHER,
            clear=("due_on",),
        ),
        (IRO, CHILD, FIRST, RECOMMENDED),
    ),
    Case(
        ChangeRecommendation(child="A1", held_on=day("5 Nov"), number=1, clear=("outcome", "agency")),
        (IRO, CHILD, FIRST, RECOMMENDED, CLOSED),
    ),
    Case(
        RemoveRecommendation(child="A1", held_on=day("5 Nov"), number=1),
        (IRO, CHILD, FIRST, RECOMMENDED, RECOMMENDED, LOOKED_AT),
    ),
    Case(CLOSED, (IRO, CHILD, FIRST, RECOMMENDED, LOOKED_AT)),
    Case(LOOKED_AT, (IRO, CHILD, FIRST, RECOMMENDED)),
    Case(
        CheckRecommendation(child="A1", held_on=day("5 Nov"), number=1, on=day("20 Nov"), progress=Progress.DONE),
        (IRO, CHILD, FIRST, RECOMMENDED, LOOKED_AT),
    ),
    Case(WriteRecord(child="A1", held_on=day("5 Nov"), heading="Health", text="Teeth\n\nEyes"), (IRO, CHILD, FIRST)),
    Case(
        WriteRecord(child="A1", held_on=day("5 Nov"), heading=" Health ", text=" "),
        (IRO, CHILD, FIRST, WriteRecord(child="A1", held_on=day("5 Nov"), heading="Health", text="Teeth")),
    ),
)
