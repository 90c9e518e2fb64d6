"""One thing to do for every kind of act about alerts, legal advice and the service's lists."""

from iro_desktop.domain.acts import (
    Act,
    AddToList,
    AnswerAlert,
    AnswerLegalAdvice,
    ChangeAlert,
    EscalateAlert,
    MergeInList,
    PauseAlert,
    RaiseAlert,
    RecordLegalAdvice,
    RemoveAlert,
    RemoveLegalAdvice,
    RenameInList,
    ReopenAlert,
    ResolveAlert,
    ResumeAlert,
    RetireFromList,
)
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertOutcome, AlertStage, CafcassGround, ServiceList
from tests.services.office import day

RAISED = day("9 Nov")
ALERT = RaiseAlert(child="A1", raised_on=RAISED)
FULL = RaiseAlert(
    child="A1",
    raised_on=RAISED,
    stage=AlertStage.FORMAL,
    about="The care plan was not updated after the move.",
    theme="Care plan not updated",
    team="North",
    responder="Sam Hill",
)
FORMAL = EscalateAlert(
    child="A1", raised_on=RAISED, stage=AlertStage.FORMAL, started_on=day("16 Nov"), responder="Kim Roy"
)
CAFCASS = EscalateAlert(
    child="A1",
    raised_on=RAISED,
    stage=AlertStage.CAFCASS,
    started_on=day("18 Nov"),
    ground=CafcassGround.DECISION,
    told="Director",
    told_on=day("19 Nov"),
)
ESCALATED = RaiseAlert(
    child="A1",
    raised_on=RAISED,
    what=AlertKind.PARTNER,
    agency=Agency.HEALTH,
    theme="Health",
    responder="Designated nurse",
    reply_by=day("20 Nov"),
)
PRAISED = RaiseAlert(child="A1", raised_on=RAISED, what=AlertKind.GOOD_PRACTICE, about="Life story work", team="North")
ANSWERED = AnswerAlert(
    child="A1",
    raised_on=RAISED,
    stage=AlertStage.INFORMAL,
    answered_on=day("13 Nov"),
    reply="The plan comes this week.",
    responder="Kim Roy",
)
PAUSED = PauseAlert(
    child="A1", raised_on=RAISED, from_on=day("11 Nov"), reason="Court decides first", to_on=day("13 Nov")
)
RESUMED = ResumeAlert(child="A1", raised_on=RAISED, to_on=day("16 Nov"))
RESOLVED = ResolveAlert(
    child="A1",
    raised_on=RAISED,
    resolved_on=day("20 Nov"),
    outcome=AlertOutcome.RESOLVED,
    effect="Plan moved on",
    effect_words="New plan agreed",
    child_told_on=day("21 Nov"),
)
ASKED = RecordLegalAdvice(child="A1", asked_on=RAISED, question="May contact stop?", asked_of="Gray and Co")
OWN = AddToList(which=ServiceList.THEME, name="Passports and travel")


def challenge_cases(iro: Act, child: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it, for the child A1."""
    base = (iro, child)
    return (
        (ALERT, base),
        (ALERT, (*base, ALERT)),
        (FULL, base),
        (ESCALATED, base),
        (PRAISED, base),
        (
            ChangeAlert(
                child="A1",
                raised_on=RAISED,
                about="Two plans",
                theme="drift and delay",
                team="South",
                effect="Safer",
                effect_words="Locks changed",
                child_told_on=day("21 Nov"),
                row_version=2,
            ),
            (*base, FULL, RESOLVED),
        ),
        (ChangeAlert(child="A1", raised_on=RAISED, clear=("theme", "team")), (*base, FULL)),
        (FORMAL, (*base, ALERT)),
        (CAFCASS, (*base, ALERT)),
        (
            EscalateAlert(
                child="A1",
                raised_on=RAISED,
                stage=AlertStage.PARTNER_SENIOR,
                started_on=day("18 Nov"),
                reply_by=day("2 Dec"),
                responder="Chief nurse",
            ),
            (*base, ESCALATED),
        ),
        (ANSWERED, (*base, ALERT)),
        (PAUSED, (*base, ALERT)),
        (RESUMED, (*base, ALERT, PauseAlert(child="A1", raised_on=RAISED, from_on=day("11 Nov"), reason="Court"))),
        (RESOLVED, (*base, ALERT, FORMAL)),
        (ReopenAlert(child="A1", raised_on=RAISED), (*base, ALERT, RESOLVED)),
        (RemoveAlert(child="A1", raised_on=RAISED), (*base, ALERT, FORMAL, PAUSED)),
        (
            RecordLegalAdvice(
                child="A1",
                asked_on=RAISED,
                question="May contact be suspended?",
                asked_of="Gray and Co",
                answered_on=day("16 Nov"),
                advice="Not without the court.",
                use="Told the team",
            ),
            base,
        ),
        (
            AnswerLegalAdvice(
                child="A1", asked_on=RAISED, answered_on=day("16 Nov"), advice="Not without the court.", use="Told all"
            ),
            (*base, ASKED),
        ),
        (RemoveLegalAdvice(child="A1", asked_on=RAISED), (*base, ASKED)),
        (OWN, ()),
        (RenameInList(which=ServiceList.THEME, name="Drift and delay", to="Delay"), (OWN,)),
        (MergeInList(which=ServiceList.THEME, name="Passports and travel", into="Family time"), (OWN,)),
        (RetireFromList(which=ServiceList.EFFECT, name="Safer"), ()),
    )
