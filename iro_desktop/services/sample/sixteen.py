"""The needs assessment of children who become eligible at sixteen (SI 2010/959 reg 42): mostly within three months."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.world import World

_IN_TIME = 0.85
_CAUGHT_UP = 0.85  # of those that would stand as overdue or be due within days
_QUALIFYING_DAYS = 91  # in care since the fourteenth birthday (reg 40)


def assessments(rng: Random, members: Sequence[Member], world: World) -> Iterator[RecordTaskDone]:
    """The assessment of each young person who became eligible in the months that are tracked."""
    for member in members:
        eligible_on = eligible(member)
        if eligible_on is None or not world.tracking_from <= eligible_on < world.today:
            continue
        done_on = _done(rng, eligible_on, world)
        left_on = member.life.stays[-1].ended_on
        if done_on is not None and done_on < min(left_on or world.today, birthday(member.child.born_on, 18)):
            yield RecordTaskDone(child=member.child.council_id, task=Task.PATHWAY_ASSESSMENT, done_on=done_on)


def eligible(member: Member) -> date | None:
    """The day a young person became eligible in their last stay; ``None``: that one was too short, or ended before."""
    stay, born_on = member.life.stays[-1], member.child.born_on
    if member.life.kind is CareKind.SHORT_BREAKS:
        return None
    counted_from = max(stay.started_on, birthday(born_on, 14))
    on = max(add_days(counted_from, _QUALIFYING_DAYS), birthday(born_on, 16))
    return on if on < min(stay.ended_on or date.max, birthday(born_on, 18)) else None


def _done(rng: Random, eligible_on: date, world: World) -> date | None:
    days = rng.randint(30, 88) if rng.random() < _IN_TIME else rng.randint(93, 120)
    done_on = world.on_or_after(add_days(eligible_on, days))
    if done_on < world.today:
        return done_on
    is_pressing = add_months(eligible_on, 3) <= world.calendar.add(world.today, 10)
    return world.yesterday if is_pressing and rng.random() < _CAUGHT_UP else None
