"""What an invented entry builds on: keys of the entries that have to be there before it is entered."""

from collections.abc import Hashable, Iterator

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddClinicAction,
    AddFosterCarer,
    AddPlanAction,
    AddRecommendation,
    AddSitting,
    AddStandard,
    AdjournReview,
    AllocateIro,
    AllocateWorker,
    AnswerAlert,
    AskForCarerReview,
    AskForReview,
    BookCarerReview,
    BookReview,
    CancelBooking,
    ChangeFosterCarer,
    ChangeStandard,
    CheckRecommendation,
    CompleteReview,
    CorrectReview,
    DecideSuitability,
    EndArrangement,
    EscalateAlert,
    MoveBooking,
    OverrideDeadline,
    PauseAlert,
    RaiseAlert,
    RecordArrangement,
    RecordCarerReview,
    RecordChased,
    RecordClinic,
    RecordClinicAction,
    RecordHome,
    RecordOutcome,
    RecordPlanProgress,
    RecordReturned,
    RecordReviewHeld,
    RecordSent,
    RecordTaskDone,
    ResolveAlert,
    RestrictPerson,
    ResumeAlert,
    SignOffStandard,
    WriteLetter,
    WriteRecord,
)

REVIEWS = (BookReview, MoveBooking, CancelBooking, RecordReviewHeld, AdjournReview, AddSitting, CompleteReview)
_ALERTS = (RaiseAlert, AnswerAlert, EscalateAlert, PauseAlert, ResumeAlert, ResolveAlert)
_CARERS = (AddFosterCarer, ChangeFosterCarer, BookCarerReview, RecordCarerReview, AskForCarerReview)
_SUBJECTS: dict[type, str] = {
    AddChild: "child",
    AllocateIro: "iro",
    AllocateWorker: "worker",
    AskForReview: "asked",
    RecordHome: "home",
    WriteRecord: "record",
    WriteLetter: "letter",
    **dict.fromkeys((RecordArrangement, DecideSuitability, EndArrangement), "arrangement"),
}  # of one child
_STANDARDS = (AddStandard, ChangeStandard, SignOffStandard)
_PLAN = (AddPlanAction, RecordPlanProgress)
_CLINICS = (RecordClinic, AddClinicAction, RecordClinicAction)
_RECOMMENDATIONS = (AddRecommendation, CheckRecommendation, RecordOutcome)
_SENDINGS = (RecordSent, RecordReturned, RecordChased)


def stands_for(act: Act) -> Iterator[Hashable]:
    """The keys under which others find that this was entered; those of one key are entered in their order."""
    child, held_on = getattr(act, "child", None), getattr(act, "held_on", None)
    if isinstance(act, REVIEWS):
        yield "reviews", child
        if held_on is not None:
            yield "review", child, held_on
    elif isinstance(act, OverrideDeadline):
        yield "reviews", child  # what comes after it may close the date it sets
    elif isinstance(act, RecordTaskDone):
        yield "tasks", child
    elif isinstance(act, CorrectReview):
        yield "review", child, act.to_held_on or held_on
    elif isinstance(act, _RECOMMENDATIONS):
        yield "recommendations", child, held_on
    elif isinstance(act, _ALERTS):
        yield "alert", child, act.raised_on
    elif isinstance(act, _SENDINGS):
        yield "sending", child, act.what, act.to, act.sent_on
        yield "sendings", child
    elif isinstance(act, _CARERS):
        yield "carer", act.carer
    else:
        yield from _of_a_kind(act, child)


def _of_a_kind(act: Act, child: str | None) -> Iterator[Hashable]:
    """Keys by the subject alone."""
    subject = _SUBJECTS.get(type(act))
    if subject is not None:
        yield subject, child, getattr(act, "role", None)
    elif isinstance(act, _STANDARDS):
        yield "standards"
    elif isinstance(act, _PLAN):
        yield "plan", act.year
    elif isinstance(act, _CLINICS):
        yield "clinics", act.iro


def waits_for(act: Act) -> Iterator[Hashable]:
    """The keys of what has to be there first."""
    child = getattr(act, "child", None)
    yield from (key for key in stands_for(act) if key not in {("sendings", child), ("tasks", child)})
    yield "child", child, None
    yield "asked", child, None
    yield "arrangement", child, None
    for name in ("held_on", "review_on"):
        yield "review", child, getattr(act, name, None)
    if isinstance(act, RaiseAlert):
        yield "recommendations", child, act.review_on
    elif isinstance(act, RestrictPerson):
        yield "sendings", child  # what was sent to them before was not known to be forbidden
    elif isinstance(act, OverrideDeadline):
        yield "reviews", child  # the date it sets is open only after these
        yield "tasks", child
