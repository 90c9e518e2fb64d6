"""Children who are privately fostered: not looked after, and visited by the law of their own (SI 2005/1533).

They are no part of the return; acts add them.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddChild, RecordCircumstance, RecordTaskDone
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import CircumstanceKind, Sex, Task
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.names import full_name, surname
from iro_desktop.services.sample.people import child_aged
from iro_desktop.services.sample.world import World

_A_CHILD = 0.01  # arrangements known for each child looked after: assumed
_FEWEST = 3
_A_CASELOAD = 40  # children looked after; smaller samples have no such child
_AGES = {(9, 14): 50, (14, 16): 50}  # below sixteen: Children Act 1989 s.66
_DAYS_AGO = ((400, 600), (60, 250), (20, 45))  # since the authority had notice: every visiting interval is met
_LATE_VISIT = 0.1

FosteringAct = AddChild | RecordCircumstance | RecordTaskDone


def private_fostering(rng: Random, children: int, world: World) -> Iterator[FosteringAct]:
    """The arrangements that are known, and one that is proposed."""
    if children < _A_CASELOAD:
        return
    count = max(_FEWEST, round(children * _A_CHILD))
    for index in range(count):
        child = f"PVF{index + 1:05d}"
        since = add_days(world.today, -rng.randint(*_DAYS_AGO[index % len(_DAYS_AGO)]))
        yield _added(rng, child, since, world)
        yield RecordCircumstance(child=child, what=CircumstanceKind.PRIVATE_FOSTERING, from_on=since)
        yield from _visits(rng, child, since, world)
    child = f"PVF{count + 1:05d}"
    told_on = world.ago(4)
    yield _added(rng, child, told_on, world)
    begins_on = add_days(told_on, rng.randint(40, 60))
    yield RecordCircumstance(
        child=child, what=CircumstanceKind.FOSTERING_PROPOSED, from_on=told_on, to_on=begins_on, note="Host family"
    )


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


def _visits(rng: Random, child: str, since: date, world: World) -> Iterator[RecordTaskDone]:
    """Within seven working days, then six weeks apart in the first year and twelve after it; a few were late."""
    day = world.calendar.add(since, rng.randint(2, 7))
    while day < world.today:
        yield RecordTaskDone(child=child, task=Task.FOSTERING_VISIT, done_on=day)
        weeks = 6 if day < birthday(since, 1) else 12
        days = 7 * weeks + (rng.randint(1, 10) if rng.random() < _LATE_VISIT else -rng.randint(2, 12))
        day = world.calendar.on_or_before(add_days(day, days))
