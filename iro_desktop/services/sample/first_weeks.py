"""What others do when care or a placement begins: shown on the child, in nobody's list."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_months
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.world import World

_MONTHS = 7  # back to the starts of which this is still told
_DONE = 0.9
_SCHOOL_AGE = 4
# Working days after the start, at the least and at the most; some are late.
_AT_START = {Task.NOTIFIED: (0, 3), Task.INTRODUCTION: (1, 4), Task.HEALTH_ASSESSMENT: (8, 24)}
_AT_SCHOOL = {Task.PEP: (4, 12), Task.PEP_READY: (13, 21)}
_AT_PLACEMENT = {Task.PLACEMENT_PLAN: (0, 6), Task.PLACEMENT_TOLD: (0, 6)}


def first_weeks(rng: Random, members: Sequence[Member], world: World) -> Iterator[RecordTaskDone]:
    """For children looked after: the last start of care, and the last placement, of the last months."""
    since = add_months(world.today, -_MONTHS)
    for member in members:
        if not member.life.is_open or member.life.kind is CareKind.SHORT_BREAKS:
            continue
        started_on = member.life.stays[-1].started_on
        if started_on >= since:
            at_school = age_on(member.child.born_on, started_on) >= _SCHOOL_AGE
            yield from _done(rng, member, started_on, _AT_START | (_AT_SCHOOL if at_school else {}), world)
        placed_on = max(one.started_on for one in member.child.episodes if one.start_reason != "L")
        if placed_on >= since:
            yield from _done(rng, member, placed_on, _AT_PLACEMENT, world)


def _done(
    rng: Random, member: Member, since: date, spans: dict[Task, tuple[int, int]], world: World
) -> Iterator[RecordTaskDone]:
    for task, span in spans.items():
        done_on = world.calendar.add(since, rng.randint(*span))
        if rng.random() < _DONE and done_on < world.today:
            yield RecordTaskDone(child=member.child.council_id, task=task, done_on=done_on)
