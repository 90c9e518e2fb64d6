"""Acts about the pauses of an alert: the clock of a stage stands still, the limit of the whole runs on."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import PauseAlert, ResumeAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import AlertPause
from iro_desktop.domain.vocabulary import AlertKind
from iro_desktop.services.alerts_held import check_day, open_alert, pauses_of
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def pause_alert(act: PauseAlert, work: Workspace) -> None:
    """Let the clock stand still from a day on, with the reason."""
    facts = work.child(act.child)
    alert = open_alert(facts, act.raised_on, act.nth)
    if alert.kind is AlertKind.GOOD_PRACTICE:
        raise UserError("Good practice has no clock to be paused. Nothing was saved.", "raised_on")
    reason = words_of(act.reason)
    if reason is None:
        raise UserError("A pause has a reason. Nothing was saved. Say why.", "reason")
    check_day(act.from_on, act.raised_on, work.today, "from_on")
    if act.to_on is not None and act.to_on < act.from_on:
        raise UserError(
            f"{short(act.to_on)} lies before {short(act.from_on)}. Nothing was saved. Check the date.", "to_on"
        )
    for other in pauses_of(facts, alert):
        if act.from_on <= (other.to_on or date.max) and other.from_on <= (act.to_on or date.max):
            raise UserError(f"The clock {_paused(other)} already. Nothing was saved. End that pause first.", "from_on")
    work.put(AlertPause(work.new_id(), facts.child.id, alert.id, act.from_on, reason, act.to_on))


def resume_alert(act: ResumeAlert, work: Workspace) -> None:
    """End the pause that goes on."""
    facts = work.child(act.child)
    alert = open_alert(facts, act.raised_on, act.nth)
    mine = pauses_of(facts, alert)
    pause = next((one for one in mine if one.to_on is None or one.to_on >= work.today), None)
    if pause is None:
        raise UserError("The clock of that alert is not paused. Nothing was saved.", "raised_on")
    check_day(act.to_on, pause.from_on, work.today, "to_on")
    work.put(replace(pause, to_on=act.to_on))


def _paused(one: AlertPause) -> str:
    if one.to_on is None:
        return f"is paused since {short(one.from_on)}"
    return f"was paused from {short(one.from_on)} to {short(one.to_on)}"
