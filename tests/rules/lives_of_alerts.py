"""Invented alerts under invented protocols: skips, pauses, several at once, referrals; the same for the same seed."""

import random
from datetime import date, timedelta

from iro_desktop.domain.protocol import FORMAL_STAGES, protocol_of
from iro_desktop.domain.records import Alert, AlertPause, AlertStep, Child, ChildFacts, Setting
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertStage
from tests.builders import new_id
from tests.rules.lives_more import ALWAYS, a_today, near

LIMITS = ("5wd", "10wd", "5wd", "3wd", "20wd", "7d", "2w", "1m", "none", "1wd")
_LIMITED = ("alert.informal", "alert.formal", "alert.formal-2", "alert.formal-3", "alert.partner", "alert.cap")


def a_protocol(dice: random.Random) -> str:
    """One to six stages with limits of every unit, or none."""
    formal = dice.randint(0, 5)
    kinds = ["informal"] * (formal == 0 or dice.random() < 0.7) + ["formal"] * formal
    return " | ".join(f"{kind}, Stage {n}, manager {n}, {dice.choice(LIMITS)}" for n, kind in enumerate(kinds, 1))


def disputed(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """A child with up to three alerts, and what the service chose."""
    dice = random.Random(seed)
    today = a_today(dice)
    settings = _settings(dice, today)
    alerts: list[Alert] = []
    steps: list[AlertStep] = []
    pauses: list[AlertPause] = []
    for nth in range(1, dice.choice([2, 2, 3, 4])):
        raised_on = today - timedelta(days=dice.randrange(-3, 80))
        resolved_on = raised_on + timedelta(days=dice.randrange(60)) if dice.random() < 0.4 else None
        kind = dice.choices(list(AlertKind), [8, 3, 1])[0]
        alert = Alert(new_id(), "c", raised_on, resolved_on, kind=kind, nth=nth, agency=Agency.HEALTH)
        alerts.append(alert)
        steps += _steps(dice, alert, settings)
        pauses += _pauses(dice, alert, today)
    alerts.sort(key=lambda one: (one.raised_on, one.id))
    facts = ChildFacts(
        Child("c", "AB12", ALWAYS, ALWAYS),
        alerts=tuple(alerts),
        alert_steps=tuple(sorted(steps, key=lambda one: (one.started_on, one.id))),
        alert_pauses=tuple(sorted(pauses, key=lambda one: (one.from_on, one.id))),
    )
    return facts, settings, today


def _settings(dice: random.Random, today: date) -> tuple[Setting, ...]:
    found = []
    if dice.random() < 0.6:
        found.append(Setting(new_id(), "alert-stages", a_protocol(dice), ALWAYS))
        if dice.random() < 0.3:
            found.append(Setting(new_id(), "alert-stages", a_protocol(dice), near(dice, today, 60)))
    for key, values in (
        ("informal-counts-to-cap", ("no", "no", "yes")),
        ("partner-reply", ("none", "2w", "5wd")),
        ("day-0", ("counted",)),
        ("due-soon", ("3", "25")),
    ):
        if dice.random() < 0.35:
            found.append(Setting(new_id(), key, dice.choice(values), dice.choice([ALWAYS, near(dice, today, 60)])))
    if dice.random() < 0.3:
        rule = dice.choice(_LIMITED)
        found.append(Setting(new_id(), f"limit:{rule}", dice.choice(["2wd", "12wd", "9d", "3w", "1m"]), ALWAYS))
    return tuple(found)


def _steps(dice: random.Random, alert: Alert, settings: tuple[Setting, ...]) -> list[AlertStep]:
    """Through the stages of the protocol of its day in their order, some skipped; to Cafcass on any day."""
    if alert.kind is AlertKind.GOOD_PRACTICE:
        return [AlertStep(new_id(), "c", alert.id, AlertStage.GOOD_PRACTICE, alert.raised_on)]
    stages = [AlertStage.PARTNER, AlertStage.PARTNER_SENIOR]
    if alert.kind is AlertKind.CHALLENGE:
        written = [one for one in settings if one.key == "alert-stages" and one.from_on <= alert.raised_on]
        stages = [AlertStage.INFORMAL, FORMAL_STAGES[0]]
        if written:
            newest = max(written, key=lambda one: one.from_on)
            stages = [one.stage for one in protocol_of(newest.value).stages]
    taken = sorted(dice.sample(range(len(stages)), dice.randint(1, len(stages))))
    found: list[AlertStep] = []
    day = alert.raised_on
    for index in taken:
        answered_on = day + timedelta(days=dice.randrange(25)) if dice.random() < 0.3 else None
        reply_by = None
        if alert.kind is AlertKind.PARTNER and dice.random() < 0.4:
            reply_by = day + timedelta(days=dice.randrange(20))
        found.append(AlertStep(new_id(), "c", alert.id, stages[index], day, answered_on, reply_by=reply_by))
        day += timedelta(days=dice.randrange(1, 25))
    if alert.kind is AlertKind.CHALLENGE and dice.random() < 0.3:
        on = alert.raised_on + timedelta(days=dice.randrange(40))
        found.append(AlertStep(new_id(), "c", alert.id, AlertStage.CAFCASS, on))
    return found


def _pauses(dice: random.Random, alert: Alert, today: date) -> list[AlertPause]:
    """Up to two that do not overlap, the last of them perhaps going on, or with a last day to come."""
    found: list[AlertPause] = []
    day = alert.raised_on + timedelta(days=dice.randrange(12))
    for _ in range(dice.choice([0, 0, 1, 1, 2])):
        last = day + timedelta(days=dice.randrange(20))
        goes_on = dice.random() < 0.3
        found.append(AlertPause(new_id(), "c", alert.id, day, "Waiting for court", None if goes_on else last))
        if goes_on or last >= today:
            break
        day = last + timedelta(days=dice.randrange(1, 10))
    return found
