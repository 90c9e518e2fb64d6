"""One alert with all that is known of it: clocks, stages, pauses, what happened, where it may go, its neighbours."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Alert, AlertPause, AlertStep
from iro_desktop.domain.vocabulary import AlertKind, AlertStage
from iro_desktop.rules.owed_alerts import protocol_for
from iro_desktop.rules.register import rules_of
from iro_desktop.services.alert_cards import Held, alerts_of, card_of, clock_words, responder_words, stage_words
from iro_desktop.services.challenge import stage_about
from iro_desktop.services.challenge_views import (
    AlertClock,
    AlertStory,
    NextStage,
    PauseShown,
    StageShown,
    StoryLine,
)
from iro_desktop.services.service_lists import Lists
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import what_of


def alert_story(snapshot: Snapshot, child: ChildNow, raised_on: date, nth: int = 1) -> AlertStory:
    """One alert of a child. Raises ``UserError`` where there is none such."""
    held = alerts_of(snapshot, child)
    one = next((each for each in held if (each.alert.raised_on, each.alert.nth) == (raised_on, nth)), None)
    if one is None:
        raise UserError(
            f"{child.facts.child.council_id} has no such alert raised on {short(raised_on)}. Nothing was changed. "
            "Look at the alerts again."
        )
    lists = Lists(snapshot.lists)
    return AlertStory(
        card_of(snapshot, lists, one),
        _drafted_from(child, one.alert),
        _clocks(snapshot, one),
        tuple(_stage(snapshot, one.alert, step) for step in one.steps),
        tuple(_pause(snapshot, one.alert, pause) for pause in one.pauses),
        _story(snapshot, lists, one),
        _next(snapshot, one),
        tuple(card_of(snapshot, lists, other) for other in reversed(held) if other is not one),
    )


def _drafted_from(child: ChildNow, alert: Alert) -> str:
    """``Care plan updated, review of 5 Nov 2026``; ``Recommendation 2 of the review of 5 Nov 2026``."""
    if alert.recommendation_id is not None:
        made = next((one for one in child.facts.recommendations if one.id == alert.recommendation_id), None)
        review = next((one for one in child.facts.reviews if made and one.id == made.review_id), None)
        if made is not None and review is not None:
            return f"Recommendation {made.number} of the review of {short(review.held_on)}"
    if alert.rule_id is None or alert.trigger_on is None:
        return ""
    about = (alert.rule_id, alert.trigger_on)
    known = next((one for one in child.deadlines if (one.rule.id, one.trigger_on) == about), None)
    if known is not None:
        return what_of(known)
    rules = rules_of(alert.rule_id)
    return f"{rules[-1].what if rules else alert.rule_id}, counted from {short(alert.trigger_on)}"


def _clocks(snapshot: Snapshot, one: Held) -> tuple[AlertClock, ...]:
    shown = (clock_words(snapshot, one, deadline) for deadline in one.clocks.values())
    return tuple(clock for clock in shown if clock is not None)


def _stage(snapshot: Snapshot, alert: Alert, step: AlertStep) -> StageShown:
    return StageShown(
        step.stage,
        stage_words(snapshot, alert, step.stage),
        step.started_on,
        step.answered_on,
        responder_words(snapshot, alert, step),
        step.reply or "",
        step.ground,
        step.told or "",
        step.told_on,
    )


def _pause(snapshot: Snapshot, alert: Alert, pause: AlertPause) -> PauseShown:
    """Working days so far: of one with a last day to come, those until today."""
    last = min(pause.to_on or snapshot.today, alert.resolved_on or snapshot.today, snapshot.today)
    before = snapshot.calendar.between(pause.from_on, last) + snapshot.calendar.is_working(pause.from_on)
    return PauseShown(pause.from_on, pause.to_on, max(before, 0), pause.reason)


def _story(snapshot: Snapshot, lists: Lists, one: Held) -> tuple[StoryLine, ...]:
    alert, lines = one.alert, list[tuple[int, StoryLine]]()
    for step in one.steps:
        words, detail = stage_words(snapshot, alert, step.stage), ""
        if step.started_on == alert.raised_on and step is one.steps[0]:
            words, detail = f"Raised: {words}", alert.about or ""
        elif step.ground is not None:
            detail = f"{step.ground.label[:1].upper()}{step.ground.label[1:]}"
        lines.append((0, StoryLine(step.started_on, words, detail)))
        if step.reply_by is not None:
            lines[-1] = (0, StoryLine(step.started_on, f"{words}, answer asked for by {short(step.reply_by)}", detail))
        if step.told_on is not None:
            lines.append((1, StoryLine(step.told_on, "Told of the referral", step.told or "")))
        if step.answered_on is not None:
            who = f" by {step.responder}" if step.responder else ""
            lines.append(
                (3, StoryLine(step.answered_on, f"{_named(snapshot, alert, step)} answered{who}", step.reply or ""))
            )
    for pause in one.pauses:
        until = f" to {short(pause.to_on)}" if pause.to_on is not None else ""
        lines.append((2, StoryLine(pause.from_on, f"Clock paused{until}", pause.reason)))
    if alert.resolved_on is not None:
        outcome = f": {alert.outcome.label}" if alert.outcome else ""
        effect = ". ".join(part for part in (lists.name_of(alert.effect_id), alert.effect or "") if part)
        lines.append((4, StoryLine(alert.resolved_on, f"Resolved{outcome}", effect)))
    if alert.child_told_on is not None:
        lines.append((5, StoryLine(alert.child_told_on, "Child told", "")))
    return tuple(line for _, line in sorted(lines, key=lambda each: (each[1].on, each[0])))


def _named(snapshot: Snapshot, alert: Alert, step: AlertStep) -> str:
    return stage_words(snapshot, alert, step.stage)


def _next(snapshot: Snapshot, one: Held) -> tuple[NextStage, ...]:
    """Where it may go: further stages of its protocol, any of them; Cafcass once; a partner's senior manager once."""
    alert, begun = one.alert, {step.stage for step in one.steps}
    if alert.resolved_on is not None or alert.kind is AlertKind.GOOD_PRACTICE:
        return ()
    if alert.kind is AlertKind.PARTNER:
        if AlertStage.PARTNER_SENIOR in begun:
            return ()
        return (_plain(AlertStage.PARTNER_SENIOR, "the agency’s senior manager"),)
    protocol = protocol_for(snapshot.practice, alert)
    further = [NextStage(each.stage, each.name, stage_about(each)) for each in protocol.after(one.in_hand.stage)]
    if AlertStage.CAFCASS not in begun:
        further.append(_plain(AlertStage.CAFCASS, "at any time, with its ground; beside the stages"))
    return tuple(further)


def _plain(stage: AlertStage, about: str) -> NextStage:
    return NextStage(stage, f"{stage.label[:1].upper()}{stage.label[1:]}", about)
