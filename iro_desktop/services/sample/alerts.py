"""Challenges by IROs: informal ones mostly, a few formal, one in a while to Cafcass; answered or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import AnswerAlert, EscalateAlert, RaiseAlert, ResolveAlert
from iro_desktop.domain.vocabulary import AlertOutcome, AlertStage, CafcassGround
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import any_day
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

AlertAct = RaiseAlert | EscalateAlert | AnswerAlert | ResolveAlert

_CLOSED = 0.09  # alerts a child looked after, raised and resolved in the months that are tracked: assumed
_FORMAL = 0.25  # of those, taken further
_TO_CAFCASS = 0.12  # of the formal ones


@dataclass(frozen=True, slots=True)
class _Open:
    """One alert that stands open today."""

    raised: int  # working days ago
    answered: int | None = None  # working days ago the first stage was
    formal: int | None = None  # working days ago it was taken further
    cafcass: int | None = None
    starts_formal: bool = False


# For two caseloads; larger samples have them again.
_OPEN = (
    _Open(raised=3),
    _Open(raised=9, answered=5),
    _Open(raised=13, formal=6),
    _Open(raised=7),
    _Open(raised=16, answered=12, formal=8),
    _Open(raised=24, formal=17, cafcass=4),
    _Open(raised=5, starts_formal=True),
)
_OPEN_A_CHILD = 3 / 60


def alerts(rng: Random, members: Sequence[Member], world: World) -> Iterator[AlertAct]:
    """Closed alerts of the months that are tracked, then the open ones; for children looked after today."""
    known = [one for one in members if one.life.is_open and one.life.stays[-1].started_on < world.ago(60)]
    children = sum(one.life.is_open for one in members)
    for member in some(rng, known, _CLOSED, children):
        yield from _closed(rng, member, world)
    for index, member in enumerate(some(rng, known, _OPEN_A_CHILD, children)):
        yield from _open(member.child.council_id, _OPEN[index % len(_OPEN)], world)


def _closed(rng: Random, member: Member, world: World) -> Iterator[AlertAct]:
    child = member.child.council_id
    first_on = max(world.tracking_from, member.life.stays[-1].started_on)
    raised_on = world.on_or_after(any_day(rng, first_on, world.ago(45)))
    yield RaiseAlert(child=child, raised_on=raised_on)
    stage, day = AlertStage.INFORMAL, raised_on
    if rng.random() < _FORMAL:
        stage, day = AlertStage.FORMAL, world.calendar.add(day, rng.randint(4, 8))
        yield EscalateAlert(child=child, raised_on=raised_on, stage=stage, started_on=day)
        if rng.random() < _TO_CAFCASS:
            stage, day = AlertStage.CAFCASS, world.calendar.add(day, rng.randint(9, 14))
            yield EscalateAlert(
                child=child, raised_on=raised_on, stage=stage, started_on=day, ground=CafcassGround.DECISION
            )
    answered_on = world.calendar.add(day, rng.randint(1, 7))
    yield AnswerAlert(child=child, raised_on=raised_on, stage=stage, answered_on=answered_on)
    yield ResolveAlert(
        child=child,
        raised_on=raised_on,
        resolved_on=_after(rng, answered_on, world),
        outcome=AlertOutcome.RESOLVED,
        effect="Plan moved on",
    )


def _after(rng: Random, day: date, world: World) -> date:
    return world.calendar.add(day, rng.randint(0, 6))


def _open(child: str, how: _Open, world: World) -> Iterator[AlertAct]:
    raised_on = world.ago(how.raised)
    first = AlertStage.FORMAL if how.starts_formal else AlertStage.INFORMAL
    yield RaiseAlert(child=child, raised_on=raised_on, stage=first)
    if how.answered is not None:
        yield AnswerAlert(child=child, raised_on=raised_on, stage=first, answered_on=world.ago(how.answered))
    further = ((AlertStage.FORMAL, how.formal), (AlertStage.CAFCASS, how.cafcass))
    for stage, working_days_ago in further:
        if working_days_ago is not None:
            began_on = world.ago(working_days_ago)
            ground = CafcassGround.DECISION if stage is AlertStage.CAFCASS else None
            yield EscalateAlert(child=child, raised_on=raised_on, stage=stage, started_on=began_on, ground=ground)
