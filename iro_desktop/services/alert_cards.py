"""One alert as it stands: the furthest stage, who has to answer, its clocks. Pure; nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.alerts import furthest, steps_of
from iro_desktop.domain.dates import near
from iro_desktop.domain.records import Alert, AlertPause, AlertStep
from iro_desktop.domain.vocabulary import AlertKind, AlertStage, Standing
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.owed_alerts import clocks_of, protocol_for
from iro_desktop.services.challenge_views import AlertCard, AlertClock
from iro_desktop.services.service_lists import Lists
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import display_name, working_days

WHOLE = "All stages together"
_WORST_FIRST = (
    Standing.MISSED,
    Standing.MET_LATE,
    Standing.OVERDUE,
    Standing.DUE_TODAY,
    Standing.DUE_SOON,
    Standing.WAITING,
    Standing.MET,
    Standing.NOT_DUE,
)
PRECEDENCE = {standing: position for position, standing in enumerate(_WORST_FIRST)}


@dataclass(frozen=True, slots=True)
class Held:
    """One alert with what hangs on it."""

    child: ChildNow
    alert: Alert
    steps: tuple[AlertStep, ...]  # oldest first
    pauses: tuple[AlertPause, ...]  # oldest first
    clocks: dict[str, Deadline]  # by row id of the stage; "": of the whole

    @property
    def in_hand(self) -> AlertStep:
        """The stage whose answer is waited for, or was given: the furthest but a referral, which runs beside."""
        beside = [one for one in self.steps if one.stage is not AlertStage.CAFCASS]
        return (beside or list(self.steps))[-1]

    @property
    def furthest(self) -> AlertStep:
        """The furthest it has come; a referral to Cafcass is past every stage of the service."""
        return furthest(self.steps)

    def pause_on(self, day: date) -> AlertPause | None:
        """The pause of that day."""
        return next((one for one in self.pauses if one.from_on <= day <= (one.to_on or date.max)), None)


def alerts_of(snapshot: Snapshot, child: ChildNow) -> tuple[Held, ...]:
    """Every alert of one child, oldest first."""
    if not child.facts.alerts:
        return ()
    return snapshot.kept.of_one("alerts", child.facts.child.council_id, child, lambda: tuple(_held(snapshot, child)))


def _held(snapshot: Snapshot, child: ChildNow) -> Iterable[Held]:
    facts = child.facts
    known = [one for one in child.deadlines if one.rule.subject == "alert"]  # with days set by hand, and their ids
    clocks = clocks_of(facts, snapshot.calendar, snapshot.today, snapshot.practice)
    for alert in facts.alerts:
        steps = steps_of(facts, alert)
        if not steps:
            continue
        pairs = zip(clocks, known, strict=True)
        mine = {clock.step_id: one for clock, one in pairs if clock.alert_id == alert.id}
        pauses = tuple(one for one in facts.alert_pauses if one.alert_id == alert.id)
        yield Held(child, alert, steps, pauses, mine)


def card_of(snapshot: Snapshot, lists: Lists, one: Held) -> AlertCard:
    """The alert as a card."""
    alert, step, is_open = one.alert, one.in_hand, one.alert.resolved_on is None
    clock = one.clocks.get(step.id) if is_open and step.answered_on is None else None
    whole = one.clocks.get("") if is_open else None
    shown = [clock_words(snapshot, one, each) for each in (clock, whole)]
    record = one.child.facts.child
    return AlertCard(
        record.council_id,
        display_name(record),
        alert.raised_on,
        alert.nth,
        alert.kind,
        one.furthest.stage,
        stage_words(snapshot, alert, one.furthest.stage),
        _iro(snapshot, one),
        lists.name_of(alert.theme_id),
        alert.team or "",
        alert.agency,
        responder_words(snapshot, alert, step),
        alert.about or "",
        step.answered_on is not None,
        is_open and one.pause_on(snapshot.today) is not None,
        shown[0],
        shown[1],
        _standing(one, clock, whole),
        snapshot.calendar.between(alert.raised_on, alert.resolved_on or snapshot.today),
        alert.resolved_on,
        alert.outcome,
        lists.name_of(alert.effect_id),
        alert.effect or "",
        alert.child_told_on,
        alert.row_version,
    )


def _standing(one: Held, clock: Deadline | None, whole: Deadline | None) -> Standing:
    """Of an open one the worse of both clocks; of a resolved one whether every clock of it was kept."""
    settled = one.clocks.values() if one.alert.resolved_on is not None else ()
    found = [each.standing for each in (clock, whole, *settled) if each is not None]
    if one.alert.resolved_on is not None:
        return Standing.MET_LATE if {Standing.MISSED, Standing.MET_LATE} & set(found) else Standing.MET
    return min(found, key=PRECEDENCE.__getitem__, default=Standing.NOT_DUE)


def clock_words(snapshot: Snapshot, one: Held, deadline: Deadline | None) -> AlertClock | None:
    """A clock in words; a paused one says since when, and the whole is never paused."""
    if deadline is None:
        return None
    is_whole = deadline is one.clocks.get("")
    what = WHOLE if is_whole else f"Answer by {_the(deadline.rule.owner)}"
    pause = None if is_whole or not deadline.is_open else one.pause_on(snapshot.today)
    words = _left(deadline)
    if pause is not None and deadline.paused:
        words = f"paused since {near(pause.from_on, snapshot.today, weekday=False)}"
    return AlertClock(what, deadline.due_on, deadline.standing, words, deadline.id)


def _the(owner: str) -> str:
    return owner if owner[:1].isupper() else f"the {owner}"


def _left(one: Deadline) -> str:
    left = one.working_days_left or 0
    if not one.is_open:
        return one.standing.label
    if one.standing is Standing.OVERDUE:
        return f"{working_days(-left)} over" if left else "over since the last working day"
    return "due today" if one.standing is Standing.DUE_TODAY else f"{working_days(left)} left"


def stage_words(snapshot: Snapshot, alert: Alert, stage: AlertStage) -> str:
    """The stage as the service called it when the alert was raised."""
    own = protocol_for(snapshot.practice, alert).of(stage) if alert.kind is AlertKind.CHALLENGE else None
    return own.name if own else f"{stage.label[:1].upper()}{stage.label[1:]}"


def responder_words(snapshot: Snapshot, alert: Alert, step: AlertStep) -> str:
    """Who has to answer: ``team manager: Kim Roy``; the role alone, or the name, where only that is known."""
    role = ""
    if alert.agency is not None:
        role = alert.agency.label
    elif alert.kind is AlertKind.CHALLENGE:
        own = protocol_for(snapshot.practice, alert).of(step.stage)
        role = own.responder if own else ""
    return ": ".join(part for part in (role, step.responder or "") if part)


def _iro(snapshot: Snapshot, one: Held) -> str:
    """Whose child it was on the day the alert was raised; else whose it is."""
    day = one.alert.raised_on
    then = [
        each.iro_id
        for each in one.child.facts.allocations
        if each.from_on <= day and (each.to_on is None or each.to_on >= day)
    ]
    name = next((iro.name for iro in snapshot.iros if then and iro.id == then[-1]), None)
    return name or one.child.iro or ""


def pressing(card: AlertCard) -> tuple[int, date, date, str]:
    """The most pressing first: the worse standing, then the nearer day."""
    days = [each.due_on for each in (card.clock, card.cap) if each is not None and each.due_on is not None]
    return PRECEDENCE[card.standing], min(days, default=date.max), card.raised_on, card.key
