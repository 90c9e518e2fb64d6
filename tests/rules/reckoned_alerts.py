"""Challenges and partner escalations, reckoned a second time, one day after another.

Nothing of ``iro_desktop.rules`` is used. Written from timescales section 6 and 13: stages in the order of the service's
own protocol, each with its own days from its own start; a whole limit of 20 working days from the day the alert was
raised, or from the first step that is not informal, by choice; a referral to Cafcass at any point, beside the process;
days on which the clock of a stage was paused are not counted for that stage, and are for the whole.
"""

from datetime import date

from iro_desktop.domain.records import Alert, AlertStep, ChildFacts
from tests.rules.day_by_day import DAY, is_working_day
from tests.rules.reckoned_counts import Reckoned, Settings

STANDARD = "informal, Informal alert, team manager, 5wd | formal, Formal alert, senior manager, 10wd"
ORDER = ("informal", "formal", "formal-2", "formal-3", "formal-4", "formal-5")
PARTNERS = ("partner", "partner-2")


def challenges(facts: ChildFacts, settings: Settings, today: date) -> list[Reckoned]:
    """Each stage that has begun, and the limit over all."""
    out: list[Reckoned] = []
    for alert in facts.alerts:
        if alert.kind.value == "good-practice":
            continue
        resolved = alert.resolved_on if alert.resolved_on is not None and alert.resolved_on <= today else None
        begun = [one for one in facts.alert_steps if one.alert_id == alert.id and one.started_on <= today]
        begun.sort(key=lambda one: one.started_on)
        stages = [one for one in begun if one.stage.value != "cafcass"]
        for index, step in enumerate(stages):
            further_on = stages[index + 1].started_on if index + 1 < len(stages) else None
            out += _stage(facts, alert, step, further_on, resolved, settings, today)
        if alert.kind.value == "challenge":
            out += _whole(alert, begun, resolved, settings, today)
    return out


def _stage(
    facts: ChildFacts,
    alert: Alert,
    step: AlertStep,
    further_on: date | None,
    resolved: date | None,
    settings: Settings,
    today: date,
) -> list[Reckoned]:
    rule = "alert.partner" if step.stage.value in PARTNERS else f"alert.{step.stage.value}"
    limit = _limit(alert, step, rule, settings)
    if limit is None:
        return []
    answers = [step.answered_on, resolved if further_on is None else None]
    answered = min((day for day in answers if day is not None and day <= today), default=None)
    over = answered or further_on
    still = set() if step.reply_by else _still_days(facts, alert, over, today)
    due_on = step.reply_by or _counted(step.started_on, limit, still, settings)
    if answered is None and further_on is not None:
        return [Reckoned(rule, step.started_on, due_on, "missed")] if due_on < further_on else []
    return [settings.settled_or_open(rule, step.started_on, due_on, answered, today, theirs=True)]


def _limit(alert: Alert, step: AlertStep, rule: str, settings: Settings) -> str | None:
    """The time of a stage as written, the service's own limit first; ``None``: it has none."""
    if step.reply_by is not None:
        return "asked"
    local = settings.chosen(f"limit:{rule}", step.started_on, "rule")
    if local != "rule":
        return local.lstrip("+-")
    if rule == "alert.partner":
        within = settings.chosen("partner-reply", step.started_on, "10wd")
        return None if within == "none" else within.lstrip("+")
    written = settings.chosen("alert-stages", alert.raised_on, STANDARD).split("|")
    lines = [[part.strip() for part in line.split(",")] for line in written]
    names = ORDER if lines[0][0] == "informal" else ORDER[1:]
    within = dict(zip(names, (line[3] for line in lines), strict=False))[step.stage.value]
    return None if within == "none" else within


def _still_days(facts: ChildFacts, alert: Alert, over: date | None, today: date) -> set[date]:
    """The days on which its clock stood still: to the day where the pause goes on, and never past the stage's end."""
    days: set[date] = set()
    for one in facts.alert_pauses:
        if one.alert_id != alert.id or one.from_on > today:
            continue
        last = one.to_on if one.to_on is not None else today
        day = one.from_on
        while day <= last and (over is None or day <= over):
            days.add(day)
            day += DAY
    return days


def _counted(start: date, limit: str, still: set[date], settings: Settings) -> date:
    if limit.endswith("wd"):
        left = int(limit[:-2])
        if settings.chosen("day-0", start, "not-counted") == "counted" and is_working_day(start) and start not in still:
            left -= 1
        day = start
        while left > 0:
            day += DAY
            if is_working_day(day) and day not in still:
                left -= 1
        return day
    end = settings.stepped(start, limit)
    day = start
    while day < end:  # each day that stood still puts the end off by one
        day += DAY
        if day in still:
            end += DAY
    return end


def _whole(
    alert: Alert, begun: list[AlertStep], resolved: date | None, settings: Settings, today: date
) -> list[Reckoned]:
    from_on: date | None = alert.raised_on
    if settings.chosen("informal-counts-to-cap", alert.raised_on, "yes") == "no":
        from_on = next((one.started_on for one in begun if one.stage.value != "informal"), None)
    if from_on is None or from_on > today:
        return []
    due_on = settings.count("alert.cap", from_on, "20wd", is_law=False)
    return [settings.settled_or_open("alert.cap", from_on, due_on, resolved, today, theirs=True)]
