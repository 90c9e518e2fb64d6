"""Alerts: raised at any stage, taken further, answered once, paused, resolved, opened again; several at once."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddRecommendation,
    AnswerAlert,
    ChangeAlert,
    ChangeSetting,
    EscalateAlert,
    PauseAlert,
    RemoveAlert,
    ReopenAlert,
    ResumeAlert,
    RetireFromList,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertOutcome, AlertStage, CafcassGround, Role, ServiceList
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_challenge import (
    ALERT,
    ANSWERED,
    CAFCASS,
    ESCALATED,
    FORMAL,
    FULL,
    PAUSED,
    PRAISED,
    RAISED,
    RESOLVED,
    RESUMED,
)
from tests.services.office import Office, day

INFORMAL = AlertStage.INFORMAL
FOUR = "formal, One, a, 5wd | formal, Two, b, 5wd | formal, Three, c, 5wd | formal, Four, d, 5wd"


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def test_an_alert_goes_from_stage_to_stage_until_it_is_resolved(office: Office):
    office.each(ALERT, ANSWERED, FORMAL, RESOLVED)
    facts = office.facts()
    (alert,) = facts.alerts
    assert (alert.resolved_on, alert.outcome, alert.effect) == (
        day("20 Nov"),
        AlertOutcome.RESOLVED,
        "New plan agreed",
    )
    assert [(one.stage, one.started_on, one.answered_on, one.responder) for one in facts.alert_steps] == [
        (INFORMAL, RAISED, day("13 Nov"), "Kim Roy"),
        (AlertStage.FORMAL, day("16 Nov"), None, "Kim Roy"),
    ]


def test_stages_are_skipped_and_several_alerts_of_one_day_are_told_apart_by_number(office: Office):
    office.each(ALERT, replace(FULL, theme=None), replace(RESOLVED, nth=2))
    facts = office.facts()
    assert [(one.nth, one.resolved_on) for one in facts.alerts] == [(1, None), (2, day("20 Nov"))]
    assert [one.stage for one in facts.alert_steps] == [INFORMAL, AlertStage.FORMAL]


def test_without_a_stage_it_begins_at_the_first_of_the_protocol_of_its_day(office: Office):
    office.do(ChangeSetting(setting="alert-stages", value=FOUR, from_on=day("10 Nov")))
    office.each(ALERT, replace(ALERT, raised_on=day("11 Nov")))
    assert [one.stage for one in office.facts().alert_steps] == [INFORMAL, AlertStage.FORMAL]


def test_a_referral_to_cafcass_runs_beside_the_stages(office: Office):
    office.each(ALERT, CAFCASS, replace(FORMAL, started_on=day("20 Nov")))
    referral = office.facts().alert_steps[1]
    assert (referral.ground, referral.told, referral.told_on) == (CafcassGround.DECISION, "Director", day("19 Nov"))


def test_an_alert_may_be_about_a_date_or_a_recommendation_of_the_child(office: Office):
    office.do(FIRST)
    office.do(AddRecommendation(child="A1", held_on=day("5 Nov"), text="Laptop", owner=Role.SCHOOL))
    due = office.deadlines(rule="after.care-plan")[0]
    office.do(replace(ALERT, rule=due.rule.id, trigger_on=due.trigger_on))
    office.do(replace(ALERT, review_on=day("5 Nov"), number=1))
    first, second = office.facts().alerts
    assert (first.rule_id, first.trigger_on) == ("after.care-plan", due.trigger_on)
    assert second.recommendation_id == office.facts().recommendations[0].id


def test_a_pause_ends_with_the_alert_and_one_after_it_stood_for_nothing(office: Office):
    goes_on = replace(PAUSED, from_on=day("18 Nov"), to_on=None)
    office.each(ALERT, PAUSED, goes_on, replace(RESOLVED, resolved_on=day("19 Nov")))
    assert [one.to_on for one in office.facts().alert_pauses] == [day("13 Nov"), day("19 Nov")]
    office.undo()
    office.do(replace(RESOLVED, resolved_on=day("17 Nov")))
    assert [one.to_on for one in office.facts().alert_pauses] == [day("13 Nov")]


def test_opened_again_its_clocks_run_as_if_it_had_not_ended(office: Office):
    office.each(ALERT, RESOLVED, ReopenAlert(child="A1", raised_on=RAISED))
    (alert,) = office.facts().alerts
    assert (alert.resolved_on, alert.outcome, alert.effect_id, alert.effect) == (None, None, None, None)
    assert {one.rule.id for one in office.deadlines() if one.is_open} >= {"alert.informal", "alert.cap"}


def test_taken_away_it_goes_with_stages_and_pauses_and_undo_brings_all_back(office: Office):
    office.each(ALERT, FORMAL, PAUSED)
    before = office.facts()
    office.do(RemoveAlert(child="A1", raised_on=RAISED))
    facts = office.facts()
    assert (facts.alerts, facts.alert_steps, facts.alert_pauses) == ((), (), ())
    office.undo()
    assert office.facts() == before


def test_a_change_keeps_what_is_not_said_and_empties_what_is_named(office: Office):
    office.each(FULL, ChangeAlert(child="A1", raised_on=RAISED, about="Two plans", clear=("team",)))
    (alert,) = office.facts().alerts
    assert (alert.about, alert.team, alert.theme_id is not None) == ("Two plans", None, True)


def test_a_partner_escalation_has_its_agency_its_day_and_its_senior_manager(office: Office):
    senior = EscalateAlert(
        child="A1", raised_on=RAISED, stage=AlertStage.PARTNER_SENIOR, started_on=day("18 Nov"), reply_by=day("2 Dec")
    )
    office.each(ESCALATED, senior)
    found = [(one.trigger_on, one.due_on, one.rule.owner) for one in office.deadlines(rule="alert.partner")]
    assert found == [(day("18 Nov"), day("2 Dec"), "health")]


def test_what_waits_for_a_partner_stands_on_today_under_waiting(office: Office):
    office.do(replace(ESCALATED, reply_by=day("16 Nov")))
    rows = [one for one in office.desk().today().rows if one.deadline_id.startswith("alert.partner")]
    assert [(one.group.value, one.standing.value) for one in rows] == [("waiting", "overdue")]


CHALLENGE_OF_HEALTH = replace(ALERT, agency=Agency.HEALTH)
FURTHER = EscalateAlert(child="A1", raised_on=RAISED, stage=AlertStage.FORMAL_2, started_on=day("16 Nov"))
RETIRED = RetireFromList(which=ServiceList.THEME, name="Health")


@pytest.mark.parametrize(
    ("before", "act", "field", "sentence"),
    [
        ((), replace(ALERT, raised_on=day("24 Nov")), "raised_on", "still to come"),
        ((), CHALLENGE_OF_HEALTH, "agency", "An alert goes to the service itself"),
        ((), replace(ESCALATED, agency=None), "agency", "names the partner agency"),
        ((), replace(ESCALATED, stage=AlertStage.FORMAL), "stage", "no stage of this kind"),
        ((), replace(PRAISED, stage=INFORMAL), "stage", "no stage of this kind"),
        ((), replace(ESCALATED, reply_by=day("8 Nov")), "reply_by", "lies before 9 Nov 2026"),
        ((), replace(ALERT, reply_by=day("20 Nov")), "reply_by", "asked of a partner agency"),
        ((), replace(ALERT, stage=AlertStage.CAFCASS), "stage", "says its ground"),
        ((), replace(ALERT, stage=AlertStage.FORMAL_2), "stage", "It has: Informal alert, Formal alert."),
        ((), replace(ALERT, theme="Zebras"), "theme", "“Zebras” is not among the themes"),
        ((), replace(ALERT, theme=" "), "theme", "is not empty"),
        ((RETIRED,), replace(ALERT, theme="Health"), "theme", "“Health” is retired from the themes"),
        ((), replace(ALERT, rule="after.minutes"), "trigger_on", "Say both"),
        ((), replace(ALERT, rule="after.minutes", trigger_on=RAISED), "rule", "has no date of after.minutes"),
        ((), replace(ALERT, number=1), "review_on", "Say both"),
        ((FIRST,), replace(ALERT, review_on=day("5 Nov"), number=7), "number", "made no recommendation 7"),
        ((), FORMAL, "raised_on", "has no alert raised on 9 Nov 2026"),
        ((ALERT,), replace(FORMAL, nth=2), "nth", "with the number 2"),
        ((ALERT, FORMAL), FORMAL, "stage", "Formal alert: that stage began on 16 Nov 2026 already"),
        ((ALERT, RESOLVED), FORMAL, "raised_on", "resolved on 20 Nov 2026"),
        ((ALERT,), FURTHER, "stage", "no stage of the protocol in force when the alert was raised"),
        ((ALERT,), replace(FORMAL, stage=AlertStage.PARTNER_SENIOR), "stage", "no stage of the protocol"),
        ((replace(FULL, theme=None),), replace(FORMAL, stage=INFORMAL), "stage", "past that stage"),
        ((ALERT,), replace(FORMAL, ground=CafcassGround.PLAN), "ground", "belongs to a referral"),
        ((ALERT,), replace(FORMAL, reply_by=day("20 Nov")), "reply_by", "asked of a partner agency"),
        ((ALERT,), replace(CAFCASS, ground=None), "ground", "says its ground"),
        ((ALERT,), replace(CAFCASS, told_on=day("8 Nov")), "told_on", "lies before 9 Nov 2026"),
        ((ALERT,), replace(CAFCASS, started_on=day("8 Nov")), "started_on", "lies before 9 Nov 2026"),
        ((ESCALATED,), CAFCASS, "stage", "not referred to Cafcass"),
        ((ESCALATED,), FORMAL, "stage", "goes to the agency’s senior manager"),
        ((PRAISED,), FORMAL, "stage", "Good practice is not taken further"),
        ((ALERT,), replace(ANSWERED, stage=AlertStage.FORMAL), "stage", "that stage has not begun"),
        ((ALERT, ANSWERED), ANSWERED, "stage", "Informal alert: answered on 13 Nov 2026 already"),
        ((ALERT,), replace(ANSWERED, answered_on=day("24 Nov")), "answered_on", "still to come"),
        ((PRAISED,), PAUSED, "raised_on", "no clock"),
        ((ALERT,), replace(PAUSED, reason=" "), "reason", "Say why"),
        ((ALERT,), replace(PAUSED, from_on=day("24 Nov"), to_on=None), "from_on", "still to come"),
        ((ALERT,), replace(PAUSED, to_on=day("10 Nov")), "to_on", "lies before 11 Nov 2026"),
        ((ALERT, PAUSED), replace(PAUSED, from_on=day("13 Nov"), to_on=None), "from_on", "was paused from 11 Nov"),
        (
            (ALERT, replace(PAUSED, to_on=None)),
            replace(PAUSED, from_on=day("20 Nov"), to_on=None),
            "from_on",
            "is paused since 11 Nov 2026 already",
        ),
        ((ALERT, PAUSED), RESUMED, "raised_on", "is not paused"),
        ((ALERT, replace(PAUSED, to_on=None)), replace(RESUMED, to_on=day("10 Nov")), "to_on", "lies before"),
        ((ALERT, FORMAL), replace(RESOLVED, resolved_on=day("12 Nov")), "resolved_on", "lies before 16 Nov 2026"),
        ((ALERT, RESOLVED), RESOLVED, "raised_on", "resolved on 20 Nov 2026"),
        ((ALERT,), replace(RESOLVED, effect="Zebras"), "effect", "not among the effects"),
        ((ALERT,), replace(RESOLVED, outcome=AlertOutcome.ACKNOWLEDGED), "outcome", "is not acknowledged"),
        ((PRAISED,), RESOLVED, "outcome", "is acknowledged or withdrawn"),
        ((ALERT,), replace(RESOLVED, child_told_on=day("8 Nov")), "child_told_on", "lies before"),
        ((ALERT,), ReopenAlert(child="A1", raised_on=RAISED), "raised_on", "is open"),
        ((ALERT,), ChangeAlert(child="A1", raised_on=RAISED, effect="Safer"), "effect", "has had no effect yet"),
        ((ALERT,), ChangeAlert(child="A1", raised_on=RAISED, agency=Agency.POLICE), "agency", "not to an agency"),
        ((ESCALATED,), ChangeAlert(child="A1", raised_on=RAISED, clear=("agency",)), "clear", "names the partner"),
        ((ALERT,), ChangeAlert(child="A1", raised_on=RAISED, clear=("nth",)), "clear", "cannot be cleared"),
        ((ALERT,), ChangeAlert(child="A1", raised_on=RAISED, team="A", clear=("team",)), "clear", "both given"),
        ((ALERT,), ChangeAlert(child="A1", raised_on=RAISED, team="A", row_version=7), None, "changed elsewhere"),
    ],
)
def test_what_does_not_fit_is_refused(
    office: Office, before: tuple[Act, ...], act: Act, field: str | None, sentence: str
):
    office.each(*before)
    assert sentence in office.refused(act)
    with pytest.raises(UserError) as caught:
        office.do(act)
    assert (caught.value.field or None) == field


def test_a_pause_with_a_last_day_to_come_is_ended_early(office: Office):
    office.each(ALERT, replace(PAUSED, to_on=day("4 Dec")), replace(RESUMED, to_on=day("20 Nov")))
    assert [one.to_on for one in office.facts().alert_pauses] == [day("20 Nov")]


def test_a_stage_may_be_answered_and_the_alert_still_be_taken_further(office: Office):
    office.each(ALERT, ANSWERED, FORMAL, replace(ANSWERED, stage=AlertStage.FORMAL, answered_on=day("20 Nov")))
    assert [one.answered_on for one in office.facts().alert_steps] == [day("13 Nov"), day("20 Nov")]


def test_good_practice_is_acknowledged(office: Office):
    office.each(PRAISED, replace(RESOLVED, outcome=AlertOutcome.ACKNOWLEDGED, effect="Practice shared with others"))
    assert office.facts().alerts[0].kind is AlertKind.GOOD_PRACTICE
    assert [one for one in office.deadlines() if one.rule.subject == "alert"] == []


def test_pausing_moves_the_date_and_resuming_brings_the_rest(office: Office):
    def due() -> str:
        return str(office.deadlines(rule="alert.informal")[0].due_on)

    office.do(ALERT)
    assert due() == "2026-11-16"
    office.do(PauseAlert(child="A1", raised_on=RAISED, from_on=day("11 Nov"), reason="Court"))
    assert due() == "2026-11-27"  # one day counted, four from today on
    office.do(ResumeAlert(child="A1", raised_on=RAISED, to_on=day("12 Nov")))
    assert due() == "2026-11-18"
    office.do(AnswerAlert(child="A1", raised_on=RAISED, stage=INFORMAL, answered_on=day("18 Nov")))
    assert office.deadlines(rule="alert.informal")[0].standing.value == "met"
