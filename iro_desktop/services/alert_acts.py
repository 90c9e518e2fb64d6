"""Acts about alerts: raised, taken further, answered, resolved. Several may be open at once."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import AnswerAlert, EscalateAlert, RaiseAlert, ResolveAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.protocol import protocol_of
from iro_desktop.domain.records import Alert, AlertStep, ChildFacts
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.services.workspace import Workspace


def raise_alert(act: RaiseAlert, work: Workspace) -> None:
    """Raise an alert at any stage; an alert is known by the day on which it was raised."""
    facts = work.child(act.child)
    _check_day(act.raised_on, act.raised_on, work.today, "raised_on")
    if any(one.raised_on == act.raised_on for one in facts.alerts):
        raise UserError(
            f"An alert raised on {short(act.raised_on)} is recorded already. Nothing was saved.", field="raised_on"
        )
    alert = work.put(Alert(work.new_id(), facts.child.id, act.raised_on, about=(act.about or "").strip() or None))
    stage = act.stage or protocol_of(work.practice.value("alert-stages", act.raised_on)).first.stage
    work.put(AlertStep(work.new_id(), facts.child.id, alert.id, stage, act.raised_on))


def escalate_alert(act: EscalateAlert, work: Workspace) -> None:
    """Begin a further stage; stages may be skipped (IRO Handbook 6.2)."""
    facts = work.child(act.child)
    alert = _open_alert(facts, act.raised_on)
    _check_day(act.started_on, act.raised_on, work.today, "started_on")
    begun = _step(facts, alert, act.stage)
    if begun is not None:
        raise UserError(
            f"{_name(act.stage)}: that stage began on {short(begun.started_on)} already. Nothing was saved.",
            field="stage",
        )
    work.put(AlertStep(work.new_id(), facts.child.id, alert.id, act.stage, act.started_on))


def answer_alert(act: AnswerAlert, work: Workspace) -> None:
    """Record the answer to a stage, once."""
    facts = work.child(act.child)
    alert = _open_alert(facts, act.raised_on)
    step = _step(facts, alert, act.stage)
    if step is None:
        raise UserError(
            f"{_name(act.stage)}: that stage has not begun. Nothing was saved. Record that first.", field="stage"
        )
    if step.answered_on is not None:
        raise UserError(
            f"{_name(act.stage)}: answered on {short(step.answered_on)} already. Nothing was saved.", field="stage"
        )
    _check_day(act.answered_on, step.started_on, work.today, "answered_on")
    work.put(replace(step, answered_on=act.answered_on))


def resolve_alert(act: ResolveAlert, work: Workspace) -> None:
    """Close an alert; stages not answered are owed no more."""
    facts = work.child(act.child)
    alert = _open_alert(facts, act.raised_on)
    steps = [one for one in facts.alert_steps if one.alert_id == alert.id]
    last_on = max(one.answered_on or one.started_on for one in steps)
    _check_day(act.resolved_on, last_on, work.today, "resolved_on")
    work.put(replace(alert, resolved_on=act.resolved_on))


def _open_alert(facts: ChildFacts, raised_on: date) -> Alert:
    alert = next((one for one in facts.alerts if one.raised_on == raised_on), None)
    if alert is None:
        raise UserError(
            f"{facts.child.council_id} has no alert raised on {short(raised_on)}. Nothing was saved. Check the date.",
            field="raised_on",
        )
    if alert.resolved_on is not None:
        raise UserError(f"That alert was resolved on {short(alert.resolved_on)}. Nothing was saved.", field="raised_on")
    return alert


def _step(facts: ChildFacts, alert: Alert, stage: AlertStage) -> AlertStep | None:
    return next((one for one in facts.alert_steps if one.alert_id == alert.id and one.stage is stage), None)


def _check_day(day: date, first_on: date, today: date, field: str) -> None:
    if day > today:
        raise UserError(f"{short(day)} is still to come. Nothing was saved. Record it on the day.", field)
    if day < first_on:
        raise UserError(f"{short(day)} lies before {short(first_on)}. Nothing was saved. Check the date.", field)


def _name(stage: AlertStage) -> str:
    return stage.label[:1].upper() + stage.label[1:]
