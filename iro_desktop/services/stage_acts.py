"""Acts about the stages of an alert: taken further, answered. A stage may be skipped, none comes twice or back."""

from dataclasses import replace

from iro_desktop.domain.acts import AnswerAlert, EscalateAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.protocol import Protocol, protocol_of
from iro_desktop.domain.records import Alert, AlertStep, ChildFacts
from iro_desktop.domain.vocabulary import AlertKind, AlertStage
from iro_desktop.services.alert_acts import check_reply_by, no_stage
from iro_desktop.services.alerts_held import check_day, name_of, open_alert, step_of
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def escalate_alert(act: EscalateAlert, work: Workspace) -> None:
    """Begin a further stage, or refer to Cafcass, at any time and beside the stages (IRO Handbook 6.2, reg 45)."""
    facts = work.child(act.child)
    alert = open_alert(facts, act.raised_on, act.nth)
    if alert.kind is AlertKind.GOOD_PRACTICE:
        raise UserError("Good practice is not taken further. Nothing was saved.", "stage")
    begun = step_of(facts, alert, act.stage)
    if begun is not None:
        raise UserError(
            f"{name_of(act.stage)}: that stage began on {short(begun.started_on)} already. Nothing was saved.", "stage"
        )
    check_day(act.started_on, act.raised_on, work.today, "started_on")
    if act.stage is AlertStage.CAFCASS:
        _check_referral(act, alert, work)
    else:
        protocol = protocol_of(work.practice.value("alert-stages", alert.raised_on))
        _check_stage(act, alert, facts, protocol)
    if act.reply_by is not None:
        check_reply_by(act.reply_by, act.started_on, alert.kind)
    work.put(
        AlertStep(
            work.new_id(),
            facts.child.id,
            alert.id,
            act.stage,
            act.started_on,
            responder=words_of(act.responder),
            reply_by=act.reply_by,
            ground=act.ground,
            told=words_of(act.told),
            told_on=act.told_on,
        )
    )


def _check_referral(act: EscalateAlert, alert: Alert, work: Workspace) -> None:
    if alert.kind is not AlertKind.CHALLENGE:
        raise UserError(
            "A partner escalation is not referred to Cafcass. Nothing was saved. Raise an alert with the service.",
            "stage",
        )
    if act.ground is None:
        raise UserError("A referral to Cafcass says its ground. Nothing was saved. Choose one.", "ground")
    if act.told_on is not None:
        check_day(act.told_on, act.raised_on, work.today, "told_on")


def _check_stage(act: EscalateAlert, alert: Alert, facts: ChildFacts, protocol: Protocol) -> None:
    for field in ("ground", "told", "told_on"):
        if getattr(act, field) is not None:
            raise UserError("That belongs to a referral to Cafcass. Nothing was saved. Leave it out.", field)
    if alert.kind is AlertKind.PARTNER:
        if act.stage is not AlertStage.PARTNER_SENIOR:
            raise UserError(
                f"{name_of(act.stage)}: an escalation goes to the agency’s senior manager. Nothing was saved.", "stage"
            )
        order = [AlertStage.PARTNER, AlertStage.PARTNER_SENIOR]
    else:
        order = [one.stage for one in protocol.stages]
        if act.stage not in order:
            raise UserError(no_stage(act.stage, protocol), "stage")
    last = _last(facts, alert)
    if last.stage in order and order.index(act.stage) < order.index(last.stage):
        raise UserError(
            f"{name_of(act.stage)}: the alert is past that stage. Nothing was saved. Choose a further one.", "stage"
        )
    check_day(act.started_on, last.started_on, act.started_on, "started_on")


def _last(facts: ChildFacts, alert: Alert) -> AlertStep:
    """The furthest stage but a referral, which runs beside them."""
    order = list(AlertStage)
    mine = (one for one in facts.alert_steps if one.alert_id == alert.id and one.stage is not AlertStage.CAFCASS)
    return max(mine, key=lambda one: (one.started_on, order.index(one.stage)))


def answer_alert(act: AnswerAlert, work: Workspace) -> None:
    """Record the answer to a stage, once."""
    facts = work.child(act.child)
    alert = open_alert(facts, act.raised_on, act.nth)
    step = step_of(facts, alert, act.stage)
    if step is None:
        raise UserError(
            f"{name_of(act.stage)}: that stage has not begun. Nothing was saved. Record that first.", field="stage"
        )
    if step.answered_on is not None:
        raise UserError(
            f"{name_of(act.stage)}: answered on {short(step.answered_on)} already. Nothing was saved.", field="stage"
        )
    check_day(act.answered_on, step.started_on, work.today, "answered_on")
    reply = (act.reply or "").strip() or None
    responder = words_of(act.responder) or step.responder
    work.put(replace(step, answered_on=act.answered_on, reply=reply, responder=responder))
