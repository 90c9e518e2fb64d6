"""What acts about alerts ask of the facts: which alert is meant, which stages it went through, which days fit."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Alert, AlertPause, AlertStep, ChildFacts
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.services.days_come import check_come


def alert_meant(facts: ChildFacts, raised_on: date, nth: int) -> Alert:
    """The alert raised on that day, the so manyth of them."""
    alert = next((one for one in facts.alerts if (one.raised_on, one.nth) == (raised_on, nth)), None)
    if alert is None:
        which = "" if nth == 1 else f" with the number {nth}"
        raise UserError(
            f"{facts.child.council_id} has no alert raised on {short(raised_on)}{which}. Nothing was saved. "
            "Check the date.",
            field="raised_on" if nth == 1 else "nth",
        )
    return alert


def open_alert(facts: ChildFacts, raised_on: date, nth: int) -> Alert:
    """The same, which is not resolved."""
    alert = alert_meant(facts, raised_on, nth)
    if alert.resolved_on is not None:
        raise UserError(
            f"That alert was resolved on {short(alert.resolved_on)}. Nothing was saved. Open it again first.",
            field="raised_on",
        )
    return alert


def step_of(facts: ChildFacts, alert: Alert, stage: AlertStage) -> AlertStep | None:
    """That stage, if it has begun."""
    return next((one for one in facts.alert_steps if one.alert_id == alert.id and one.stage is stage), None)


def pauses_of(facts: ChildFacts, alert: Alert) -> list[AlertPause]:
    """The pauses of an alert, oldest first."""
    return [one for one in facts.alert_pauses if one.alert_id == alert.id]


def check_day(day: date, first_on: date, today: date, field: str) -> None:
    """A day that has come, and not before another."""
    check_come(day, today, field, "Record it on the day.")
    if day < first_on:
        raise UserError(f"{short(day)} lies before {short(first_on)}. Nothing was saved. Check the date.", field)


def name_of(stage: AlertStage) -> str:
    """The stage with a capital letter."""
    return stage.label[:1].upper() + stage.label[1:]
