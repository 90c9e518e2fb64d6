"""Children who are privately fostered: not looked after, and visited by the law of their own (SI 2005/1533).

They are no part of the return; acts add them. Some arrangements were proposed first, some have ended, one was missed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    AddChild,
    DecideSuitability,
    EndArrangement,
    RecordArrangement,
    RecordFosteringReport,
    RecordTaskDone,
)
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import ArrangementEnd, Role, Sex, Suitability, Task
from iro_desktop.rules.fostering_reports import quarter_end
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.names import full_name, surname
from iro_desktop.services.sample.people import child_aged
from iro_desktop.services.sample.world import World

_A_CHILD = 0.015  # arrangements known for each child looked after: assumed
_A_CASELOAD = 40  # children looked after; smaller samples have no such child
_AGES = {(9, 14): 50, (14, 15): 50}  # below sixteen: Children Act 1989 s.66
_LATE_VISIT = 0.15
_MEETINGS_APART = (40, 75)  # days
_CARERS = ("an aunt", "a grown-up brother", "the family of a friend", "a host family", "a neighbour", "a godmother")
_WHO_TELLS = (Role.SCHOOL, Role.MOTHER, Role.CARER, Role.HEALTH, Role.SOCIAL_WORKER)
_DECIDER = "team manager"


@dataclass(frozen=True, slots=True)
class _Told:
    """One arrangement as it is told, in days ago."""

    known: int
    noticed: int | None = None  # of a proposal, before the authority knew that it began
    ended: int | None = None
    why: ArrangementEnd | None = None
    suitability: Suitability | None = Suitability.SUITABLE
    is_proposed: bool = False
    last_visit: int = 0  # the newest visit was made no later than so many days ago


# For one caseload; larger samples have them again, days shifted. Every visiting interval and every state is met.
_TOLD = (
    _Told(known=480),
    _Told(known=210, noticed=250, suitability=Suitability.REQUIREMENTS),
    _Told(known=95, last_visit=52),
    _Told(known=24, noticed=60, suitability=None),
    _Told(known=4, is_proposed=True, suitability=None),
    _Told(known=330, ended=130, why=ArrangementEnd.RETURNED),
    _Told(known=6, suitability=None, last_visit=7),
    _Told(known=75, is_proposed=True, ended=40, why=ArrangementEnd.NEVER_BEGAN, suitability=None),
)
FosteringAct = (
    AddChild | RecordArrangement | DecideSuitability | EndArrangement | RecordFosteringReport | RecordTaskDone
)


def private_fostering(rng: Random, children: int, world: World) -> Iterator[FosteringAct]:
    """Every arrangement with what was done about it, then the reports sent of the quarters since the first."""
    if children < _A_CASELOAD:
        return
    count = max(len(_TOLD), round(children * _A_CHILD))
    known: list[date] = []
    for index in range(count):
        round_number, told = index // len(_TOLD), _TOLD[index % len(_TOLD)]
        shift = 0 if round_number == 0 or told.known < 30 else rng.randint(-20, 20)
        for act in _arrangement(rng, f"PVF{index + 1:05d}", told, shift, world):
            if isinstance(act, RecordArrangement):
                known += [day for day in (act.notified_on, act.aware_on) if day]
            yield act
    yield from _reports(rng, min(known), world)


def _arrangement(rng: Random, child: str, told: _Told, shift: int, world: World) -> Iterator[FosteringAct]:
    known_on = add_days(world.today, -told.known - shift)
    noticed_on = add_days(world.today, -told.noticed - shift) if told.noticed else None
    first_on = noticed_on or known_on
    yield _added(rng, child, first_on, world)
    carer, teller = rng.choice(_CARERS), rng.choice(_WHO_TELLS)
    if told.is_proposed:
        yield RecordArrangement(
            child=child,
            notified_on=known_on,
            starts_on=add_days(known_on, rng.randint(43, 60)),
            notified_by=teller,
            carer=carer,
        )
    else:
        yield RecordArrangement(
            child=child,
            notified_on=noticed_on,
            aware_on=known_on,
            starts_on=add_days(known_on, -rng.randint(0, 5)) if noticed_on is None else known_on,
            notified_by=teller if noticed_on else None,
            carer=carer,
        )
    ended_on = add_days(world.today, -told.ended - shift) if told.ended else None
    until = min(ended_on or world.today, add_days(world.today, -told.last_visit))
    yield from _visits(rng, child, known_on, until, world, is_proposed=told.is_proposed)
    if not told.is_proposed:
        yield from _meetings(rng, child, known_on, ended_on or world.today, world)
    if told.suitability is not None:
        decided_on = world.calendar.add(known_on, rng.randint(15, 25))
        yield DecideSuitability(
            child=child,
            from_on=first_on,
            suitability=told.suitability,
            decided_on=decided_on,
            decided_by=_DECIDER,
        )
    if ended_on is not None and told.why is not None:
        yield EndArrangement(child=child, from_on=first_on, ended_on=ended_on, reason=told.why)


def _added(rng: Random, child: str, since: date, world: World) -> AddChild:
    person = child_aged(rng, world.today, _AGES)
    name = full_name(rng, person.sex, surname(rng), set())
    return AddChild(
        child=child,
        given_name=name.given,
        family_name=name.family,
        known_as=name.known_as,
        born_on=person.born_on,
        sex=Sex(person.sex),
        tracking_from=since,
    )


def _visits(
    rng: Random, child: str, since: date, until: date, world: World, *, is_proposed: bool
) -> Iterator[RecordTaskDone]:
    """Within seven working days, then six weeks apart in the first year and twelve after it; a few were late."""
    day = world.calendar.add(since, rng.randint(3, 7))
    while day < until:
        yield RecordTaskDone(child=child, task=Task.FOSTERING_VISIT, done_on=day)
        if is_proposed:
            return
        weeks = 6 if day < birthday(since, 1) else 12
        days = 7 * weeks + (rng.randint(1, 10) if rng.random() < _LATE_VISIT else -rng.randint(2, 12))
        day = world.calendar.on_or_before(add_days(day, days))


def _meetings(rng: Random, child: str, since: date, until: date, world: World) -> Iterator[RecordTaskDone]:
    day = world.calendar.add(since, rng.randint(12, 20))
    while day < until:
        yield RecordTaskDone(child=child, task=Task.FOSTERING_MEETING, done_on=day)
        day = world.on_or_after(add_days(day, rng.randint(*_MEETINGS_APART)))


def _reports(rng: Random, first_on: date, world: World) -> Iterator[RecordFosteringReport]:
    """On the day the quarter ends or a few days before; one of them was late."""
    quarters: list[date] = []
    day = quarter_end(first_on)
    while day < world.today:
        quarters.append(day)
        day = quarter_end(add_days(day, 1))
    yield from _sent(rng, quarters, world)


def _sent(rng: Random, quarters: Sequence[date], world: World) -> Iterator[RecordFosteringReport]:
    for index, quarter_on in enumerate(quarters):
        is_late = index == len(quarters) - 2
        sent_on = world.calendar.on_or_before(
            add_days(quarter_on, rng.randint(4, 9) if is_late else -rng.randint(0, 4))
        )
        yield RecordFosteringReport(quarter_on=quarter_on, sent_on=min(sent_on, world.today))
