"""Beside challenges: escalations to partner agencies, good practice told, and legal advice taken.

Cheshire East reports 27 partner escalations beside 1,233 reviews in a year; the other shares are assumed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import Act, AnswerAlert, EscalateAlert, RaiseAlert, RecordLegalAdvice, ResolveAlert
from iro_desktop.domain.vocabulary import AlertKind, AlertOutcome, AlertStage
from iro_desktop.services.sample.alert_words import DONE_WELL, LAW_FIRM, QUESTIONS, WITH_PARTNERS
from iro_desktop.services.sample.alerts import Around, matter_for
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_months, any_day
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

_REVIEWS_AN_ESCALATION = 1233 / 27
_OPEN_EVERY = 4  # one escalation in so many stands open
_PRAISED = 0.09  # a child looked after
_ACKNOWLEDGED = 0.8
_ADVISED = 0.03
_SENIOR_AFTER = 12  # working days


def praise(rng: Random, members: Sequence[Member], around: Around, world: World) -> Iterator[Act]:
    """All of it, subject after subject; for children looked after today."""
    here = [one for one in members if one.life.is_open and one.life.stays[-1].started_on < world.ago(60)]
    children = sum(one.life.is_open for one in members)
    wanted = round(_reviews_in_the_year(members, world) / _REVIEWS_AN_ESCALATION)
    for index, member in enumerate(some(rng, here, wanted / max(children, 1), children)):
        yield from _escalated(rng, member, index, around, world)
    for member in some(rng, here, _PRAISED, children):
        yield from _praised(rng, member, around, world)
    for index, member in enumerate(some(rng, here, _ADVISED, children)):
        yield _advised(rng, member, index, world)


def _reviews_in_the_year(members: Sequence[Member], world: World) -> int:
    since = add_months(world.today, -12)
    return sum(since < day <= world.today for one in members for day, _ in one.participations)


def _a_day(rng: Random, member: Member, world: World, days_back: int) -> date:
    since = max(add_months(world.today, -12), member.life.stays[-1].started_on)
    return any_day(rng, since, world.ago(days_back))


def _escalated(rng: Random, member: Member, index: int, around: Around, world: World) -> Iterator[Act]:
    """Raised, with a day to answer by for some; every fourth stands open, one of them with the senior manager."""
    child, matter = member.child.council_id, matter_for(rng, member, WITH_PARTNERS, world.today)
    is_open = index % _OPEN_EVERY == 0
    day = world.ago(14 if index % (2 * _OPEN_EVERY) == 0 else 4) if is_open else _a_day(rng, member, world, 40)
    raised_on = around.free_day(child, day, world)
    yield RaiseAlert(
        child=child,
        raised_on=raised_on,
        what=AlertKind.PARTNER,
        about=matter.about,
        theme=matter.theme,
        agency=matter.agency,
        reply_by=world.calendar.add(raised_on, 15) if index % 3 == 1 else None,
    )
    stage, began_on = AlertStage.PARTNER, raised_on
    if index % 5 == 0 and world.calendar.add(raised_on, _SENIOR_AFTER) <= world.today:
        stage, began_on = AlertStage.PARTNER_SENIOR, world.calendar.add(raised_on, _SENIOR_AFTER)
        yield EscalateAlert(child=child, raised_on=raised_on, stage=stage, started_on=began_on)
    if is_open:
        return
    answered_on = world.calendar.add(began_on, rng.randint(4, 14))
    yield AnswerAlert(child=child, raised_on=raised_on, stage=stage, answered_on=answered_on, reply=matter.reply)
    yield ResolveAlert(
        child=child,
        raised_on=raised_on,
        resolved_on=world.calendar.add(answered_on, rng.randint(0, 6)),
        outcome=AlertOutcome.RESOLVED if rng.random() < 0.75 else AlertOutcome.PARTLY,
        effect=matter.effect,
    )


def _praised(rng: Random, member: Member, around: Around, world: World) -> Iterator[Act]:
    child, matter = member.child.council_id, matter_for(rng, member, DONE_WELL, world.today)
    raised_on = around.free_day(child, _a_day(rng, member, world, 12), world)
    yield RaiseAlert(
        child=child,
        raised_on=raised_on,
        what=AlertKind.GOOD_PRACTICE,
        about=matter.about,
        theme=matter.theme,
        team=around.team_of(child),
        agency=matter.agency,
        responder=around.manager_of(child),
    )
    if rng.random() >= _ACKNOWLEDGED:
        return
    answered_on = world.calendar.add(raised_on, rng.randint(1, 6))
    yield AnswerAlert(
        child=child,
        raised_on=raised_on,
        stage=AlertStage.GOOD_PRACTICE,
        answered_on=answered_on,
        reply=matter.reply,
    )
    yield ResolveAlert(
        child=child,
        raised_on=raised_on,
        resolved_on=answered_on,
        outcome=AlertOutcome.ACKNOWLEDGED,
        effect=matter.effect,
    )


def _advised(rng: Random, member: Member, index: int, world: World) -> RecordLegalAdvice:
    question, advice, use = QUESTIONS[index % len(QUESTIONS)]
    is_waiting = index % len(QUESTIONS) == 1
    asked_on = world.on_or_after(_a_day(rng, member, world, 20)) if not is_waiting else world.ago(6)
    return RecordLegalAdvice(
        child=member.child.council_id,
        asked_on=asked_on,
        question=question,
        asked_of=LAW_FIRM,
        answered_on=None if is_waiting else world.calendar.add(asked_on, rng.randint(2, 9)),
        advice=None if is_waiting else advice,
        use=None if is_waiting else use,
    )
