"""Acts about alerts: raised, changed, resolved, opened again, taken away. Several may be open at once."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import ChangeAlert, RaiseAlert, RemoveAlert, ReopenAlert, ResolveAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.protocol import Protocol, protocol_of
from iro_desktop.domain.records import Alert, AlertStep, ChildFacts
from iro_desktop.domain.vocabulary import AlertKind, AlertOutcome, AlertStage, ServiceList
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.alerts_held import alert_meant, check_day, name_of, open_alert, pauses_of
from iro_desktop.services.list_acts import entry_for
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_FIRST = {AlertKind.PARTNER: AlertStage.PARTNER, AlertKind.GOOD_PRACTICE: AlertStage.GOOD_PRACTICE}
_PARTNERS = (AlertStage.PARTNER, AlertStage.PARTNER_SENIOR)
_CLEARABLE = ("about", "theme", "team", "agency", "effect_words", "child_told_on")


def raise_alert(act: RaiseAlert, work: Workspace) -> None:
    """Raise an alert; stages may be skipped, and of several raised on one day each has its number."""
    facts = work.child(act.child)
    check_day(act.raised_on, act.raised_on, work.today, "raised_on")
    _check_agency(act)
    stage = _begins_at(act, protocol_of(work.practice.value("alert-stages", act.raised_on)))
    _check_date_it_is_about(act, facts, work)
    theme = entry_for(work, ServiceList.THEME, act.theme, "theme") if act.theme is not None else None
    alert = Alert(
        work.new_id(),
        facts.child.id,
        act.raised_on,
        about=_text(act.about),
        kind=act.what,
        nth=1 + max((one.nth for one in facts.alerts if one.raised_on == act.raised_on), default=0),
        theme_id=theme.id if theme else None,
        team=words_of(act.team),
        agency=act.agency,
        rule_id=act.rule,
        trigger_on=act.trigger_on,
        recommendation_id=_recommendation(act, facts),
    )
    work.put(alert)
    work.put(
        AlertStep(
            work.new_id(),
            facts.child.id,
            alert.id,
            stage,
            act.raised_on,
            responder=words_of(act.responder),
            reply_by=act.reply_by,
        )
    )


def _check_agency(act: RaiseAlert) -> None:
    if act.what is AlertKind.PARTNER and act.agency is None:
        raise UserError("An escalation names the partner agency. Nothing was saved. Say which.", "agency")
    if act.what is AlertKind.CHALLENGE and act.agency is not None:
        raise UserError(
            "An alert goes to the service itself. Nothing was saved. Escalate to the agency instead, or leave it out.",
            "agency",
        )
    if act.reply_by is not None:
        check_reply_by(act.reply_by, act.raised_on, act.what)


def check_reply_by(reply_by: date, started_on: date, kind: AlertKind) -> None:
    """A day is asked of partner agencies alone, and not before they were."""
    if kind is not AlertKind.PARTNER:
        raise UserError(
            "A day to answer by is asked of a partner agency; other stages have their own time. Nothing was saved. "
            "Leave it out.",
            "reply_by",
        )
    if reply_by < started_on:
        raise UserError(
            f"{short(reply_by)} lies before {short(started_on)}. Nothing was saved. Check the date.", "reply_by"
        )


def _begins_at(act: RaiseAlert, protocol: Protocol) -> AlertStage:
    if act.what is not AlertKind.CHALLENGE:
        allowed = _PARTNERS if act.what is AlertKind.PARTNER else (AlertStage.GOOD_PRACTICE,)
        if act.stage is not None and act.stage not in allowed:
            raise UserError(
                f"{name_of(act.stage)}: that is no stage of this kind. Nothing was saved. Leave the stage out.", "stage"
            )
        return act.stage or _FIRST[act.what]
    if act.stage is AlertStage.CAFCASS:
        raise UserError(
            "A referral to Cafcass says its ground. Nothing was saved. Raise the alert, then refer it the same day.",
            "stage",
        )
    if act.stage is not None and protocol.of(act.stage) is None:
        raise UserError(no_stage(act.stage, protocol), "stage")
    return act.stage or protocol.first.stage


def no_stage(stage: AlertStage, protocol: Protocol) -> str:
    """Why an alert cannot be at that stage."""
    known = ", ".join(one.name for one in protocol.stages)
    return (
        f"{name_of(stage)}: that is no stage of the protocol in force when the alert was raised. Nothing was saved. "
        f"It has: {known}."
    )


def _check_date_it_is_about(act: RaiseAlert, facts: ChildFacts, work: Workspace) -> None:
    """A date named with an alert is one of the child's."""
    if act.rule is None and act.trigger_on is None:
        return
    if act.rule is None or act.trigger_on is None:
        field = "rule" if act.rule is None else "trigger_on"
        raise UserError(
            "A date is named by its rule and by the day it is counted from. Nothing was saved. Say both.", field
        )
    known = deadlines_of(facts, work.calendar, work.today, work.practice)
    if not any((one.rule.id, one.trigger_on) == (act.rule, act.trigger_on) for one in known):
        raise UserError(
            f"{act.child} has no date of {act.rule} counted from {short(act.trigger_on)}. Nothing was saved. "
            "Look at the child again.",
            "rule",
        )


def _recommendation(act: RaiseAlert, facts: ChildFacts) -> str | None:
    if act.review_on is None and act.number is None:
        return None
    if act.review_on is None or act.number is None:
        field = "review_on" if act.review_on is None else "number"
        raise UserError("A recommendation is named by its review and its number. Nothing was saved. Say both.", field)
    review = next((one for one in facts.reviews if one.held_on == act.review_on), None)
    made = (one for one in facts.recommendations if review and one.review_id == review.id)
    found = next((one for one in made if one.number == act.number), None)
    if found is None:
        raise UserError(
            f"The review of {short(act.review_on)} made no recommendation {act.number}. Nothing was saved. "
            "Look at the reviews again.",
            "number",
        )
    return found.id


def change_alert(act: ChangeAlert, work: Workspace) -> None:
    """Change what was said, empty what is to be cleared."""
    facts = work.child(act.child)
    alert = alert_meant(facts, act.raised_on, act.nth)
    if act.row_version is not None and act.row_version != alert.row_version:
        raise Conflict("That alert was changed elsewhere since it was opened here. Nothing was saved. Look again.")
    _check_clear(act)
    after = replace(
        alert,
        about=_kept("about", act, _text(act.about), alert.about),
        theme_id=_kept("theme", act, _theme(act, alert, work), alert.theme_id),
        team=_kept("team", act, words_of(act.team), alert.team),
        effect=_kept("effect_words", act, _text(act.effect_words), alert.effect),
    )
    after = _with_agency(act, after)
    after = _with_effect(act, after, work)
    if act.child_told_on is not None:
        check_day(act.child_told_on, alert.raised_on, work.today, "child_told_on")
        after = replace(after, child_told_on=act.child_told_on)
    elif "child_told_on" in act.clear:
        after = replace(after, child_told_on=None)
    work.put(after)


def _check_clear(act: ChangeAlert) -> None:
    unknown = sorted(set(act.clear) - set(_CLEARABLE))
    if unknown:
        raise UserError(
            f"“{unknown[0]}” of an alert cannot be cleared, only {', '.join(_CLEARABLE)}. Nothing was saved.", "clear"
        )
    twice = [name for name in act.clear if getattr(act, name) is not None]
    if twice:
        raise UserError(
            f"“{twice[0]}” is both given and to be emptied. Nothing was saved. Say one of the two.", "clear"
        )


def _kept(name: str, act: ChangeAlert, said: str | None, held: str | None) -> str | None:
    return None if name in act.clear else said or held


def _theme(act: ChangeAlert, alert: Alert, work: Workspace) -> str | None:
    return entry_for(work, ServiceList.THEME, act.theme, "theme", alert.theme_id).id if act.theme is not None else None


def _with_agency(act: ChangeAlert, alert: Alert) -> Alert:
    if "agency" in act.clear:
        if alert.kind is AlertKind.PARTNER:
            raise UserError("An escalation names the partner agency. Nothing was saved. Say another.", "clear")
        return replace(alert, agency=None)
    if act.agency is None:
        return alert
    if alert.kind is AlertKind.CHALLENGE:
        raise UserError("An alert goes to the service itself, not to an agency. Nothing was saved.", "agency")
    return replace(alert, agency=act.agency)


def _with_effect(act: ChangeAlert, alert: Alert, work: Workspace) -> Alert:
    if act.effect is None and act.effect_words is None:
        return alert
    if alert.resolved_on is None:
        field = "effect" if act.effect is not None else "effect_words"
        raise UserError("An alert that is open has had no effect yet. Nothing was saved. Resolve it first.", field)
    if act.effect is None:
        return alert
    return replace(alert, effect_id=entry_for(work, ServiceList.EFFECT, act.effect, "effect", alert.effect_id).id)


def resolve_alert(act: ResolveAlert, work: Workspace) -> None:
    """Close an alert with what came of it; stages not answered are owed no more, and a pause that goes on ends."""
    facts = work.child(act.child)
    alert = open_alert(facts, act.raised_on, act.nth)
    steps = [one for one in facts.alert_steps if one.alert_id == alert.id]
    last_on = max(one.answered_on or one.started_on for one in steps)
    check_day(act.resolved_on, last_on, work.today, "resolved_on")
    is_praise = alert.kind is AlertKind.GOOD_PRACTICE
    if is_praise is not (act.outcome is AlertOutcome.ACKNOWLEDGED) and act.outcome is not AlertOutcome.WITHDRAWN:
        words = "is acknowledged or withdrawn" if is_praise else "is not acknowledged, but resolved or not"
        raise UserError(f"{name_of(steps[0].stage)} {words}. Nothing was saved. Choose another outcome.", "outcome")
    effect = entry_for(work, ServiceList.EFFECT, act.effect, "effect")
    if act.child_told_on is not None:
        check_day(act.child_told_on, alert.raised_on, work.today, "child_told_on")
    for pause in pauses_of(facts, alert):
        if pause.from_on > act.resolved_on:
            work.remove(pause)
        elif pause.to_on is None or pause.to_on > act.resolved_on:
            work.put(replace(pause, to_on=act.resolved_on))
    work.put(
        replace(
            alert,
            resolved_on=act.resolved_on,
            outcome=act.outcome,
            effect_id=effect.id,
            effect=_text(act.effect_words),
            child_told_on=act.child_told_on or alert.child_told_on,
        )
    )


def reopen_alert(act: ReopenAlert, work: Workspace) -> None:
    """Open it again; what was said to have come of it is said no more, and its clocks run as if it had not ended."""
    alert = alert_meant(work.child(act.child), act.raised_on, act.nth)
    if alert.resolved_on is None:
        raise UserError("That alert is open. Nothing was saved.", "raised_on")
    work.put(replace(alert, resolved_on=None, outcome=None, effect_id=None, effect=None, child_told_on=None))


def remove_alert(act: RemoveAlert, work: Workspace) -> None:
    """Take it away, with its stages and pauses."""
    facts = work.child(act.child)
    alert = alert_meant(facts, act.raised_on, act.nth)
    for step in facts.alert_steps:
        if step.alert_id == alert.id:
            work.remove(step)
    for pause in pauses_of(facts, alert):
        work.remove(pause)
    work.remove(alert)


def _text(said: str | None) -> str | None:
    """Several lines stay; blanks around them go."""
    return (said or "").strip() or None
