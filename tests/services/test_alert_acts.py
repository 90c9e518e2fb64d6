"""Alerts: raised at any stage, taken further, answered once, resolved; several at once."""

import pytest

from iro_desktop.domain.acts import Act, AnswerAlert, EscalateAlert, RaiseAlert, ResolveAlert
from iro_desktop.domain.vocabulary import AlertOutcome, AlertStage
from tests.services.cases import ALERT, CHILD, FORMAL, IRO
from tests.services.office import Office, day

RAISED = day("9 Nov")
INFORMAL, CAFCASS = AlertStage.INFORMAL, AlertStage.CAFCASS
ANSWERED = AnswerAlert(child="A1", raised_on=RAISED, stage=INFORMAL, answered_on=day("13 Nov"))
RESOLVED = ResolveAlert(
    child="A1", raised_on=RAISED, resolved_on=day("20 Nov"), outcome=AlertOutcome.RESOLVED, effect="Plan moved on"
)


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def test_an_alert_goes_from_stage_to_stage_until_it_is_resolved(office: Office):
    office.each(ALERT, ANSWERED, FORMAL, RESOLVED)
    facts = office.facts()
    assert [one.resolved_on for one in facts.alerts] == [day("20 Nov")]
    assert [(one.stage, one.started_on, one.answered_on) for one in facts.alert_steps] == [
        (INFORMAL, RAISED, day("13 Nov")),
        (AlertStage.FORMAL, day("16 Nov"), None),
    ]


def test_stages_are_skipped_and_several_alerts_are_open_at_once(office: Office):
    office.each(ALERT, RaiseAlert(child="A1", raised_on=day("10 Nov"), stage=CAFCASS), RESOLVED)
    assert [one.resolved_on for one in office.facts().alerts] == [day("20 Nov"), None]
    assert office.facts().alert_steps[1].stage is CAFCASS


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((ALERT,), ALERT, "An alert raised on 9 Nov 2026 is recorded already"),
        ((), RaiseAlert(child="A1", raised_on=day("24 Nov")), "still to come"),
        ((), FORMAL, "has no alert raised on 9 Nov 2026"),
        ((ALERT, FORMAL), FORMAL, "Formal alert: that stage began on 16 Nov 2026 already"),
        ((ALERT, RESOLVED), FORMAL, "resolved on 20 Nov 2026"),
        (
            (ALERT,),
            EscalateAlert(child="A1", raised_on=RAISED, stage=CAFCASS, started_on=day("8 Nov")),
            "lies before 9 Nov 2026",
        ),
        (
            (ALERT,),
            AnswerAlert(child="A1", raised_on=RAISED, stage=CAFCASS, answered_on=day("13 Nov")),
            "Referred to Cafcass: that stage has not begun",
        ),
        ((ALERT, ANSWERED), ANSWERED, "Informal alert: answered on 13 Nov 2026 already"),
        (
            (ALERT,),
            AnswerAlert(child="A1", raised_on=RAISED, stage=INFORMAL, answered_on=day("24 Nov")),
            "still to come",
        ),
        (
            (ALERT, FORMAL),
            ResolveAlert(
                child="A1",
                raised_on=RAISED,
                resolved_on=day("12 Nov"),
                outcome=AlertOutcome.RESOLVED,
                effect="Plan moved on",
            ),
            "lies before 16 Nov 2026",
        ),
        ((ALERT, RESOLVED), RESOLVED, "resolved on 20 Nov 2026"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)
