"""Child protection plans beside care: an initial conference, and review conferences after three and six months."""

from collections.abc import Iterator, Sequence
from random import Random

from iro_desktop.domain.acts import RecordCircumstance, RecordTaskDone
from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months, any_day
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

_SHARE = 0.025  # of children looked after: assumed
_NOT_YET = frozenset({"V2", "C1"})


def conferences(rng: Random, members: Sequence[Member], world: World) -> Iterator[RecordCircumstance | RecordTaskDone]:
    """For a few children without a full care order, in the months that are tracked."""
    children = sum(one.life.is_open for one in members)
    first_on, last_on = add_days(world.tracking_from, 20), add_days(world.today, -20)
    found = [
        one
        for one in members
        if one.life.is_open
        and one.child.uasc_until is None
        and one.child.episodes[-1].legal_status in _NOT_YET
        and one.life.stays[-1].started_on < add_days(last_on, -10)
    ]
    for member in some(rng, found, _SHARE, children):
        child = member.child.council_id
        day = world.on_or_after(any_day(rng, max(first_on, member.life.stays[-1].started_on), last_on))
        yield RecordCircumstance(child=child, what=CircumstanceKind.CHILD_PROTECTION, from_on=day)
        months = 3
        while True:
            day = world.calendar.on_or_before(add_days(add_months(day, months), -rng.randint(0, 10)))
            if day >= world.today:
                break
            yield RecordTaskDone(child=child, task=Task.CONFERENCE, done_on=day)
            months = 6
