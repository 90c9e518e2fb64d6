"""What was ready before reviews, and when: mostly in time, some late, some never.

The IRO's own work and the social worker's report for every review that was tracked; what is only shown on the child for
the newest review and the next. All shares are assumed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordTalk, RecordTaskDone
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import TalkHow, Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

# Share done at all, and of those in time; working days before the review when in time, and when late.
_PACE = {
    Task.CONSULT: (0.93, 0.8, (15, 20), (6, 14)),
    Task.REPORT: (0.94, 0.68, (3, 6), (0, 2)),
    Task.CHILD_SEEN: (0.9, 1.0, (0, 6), (0, 0)),
}
_SHOWN_PACE = {
    Task.ATTENDEES: (0.85, 0.8, (15, 18), (8, 14)),
    Task.FORMS: (0.9, 0.85, (10, 14), (4, 9)),
    Task.INVITATIONS: (0.9, 0.85, (8, 12), (3, 6)),
    Task.DISCUSSION: (0.8, 0.8, (4, 8), (1, 3)),
}
_LIMITS = {Task.CONSULT: 15, Task.REPORT: 3, Task.CHILD_SEEN: 0}  # working days before the review
_CAUGHT_UP = 0.85  # of what would stand as overdue before a booked review, done after all
_TALKS_FROM = 4  # years of age
_BY_OTHERS, _REMOTE = 6, 7  # one day of so many: by the day, so that nothing else is drawn differently
_AHEAD = 0.4  # of what falls due within ten working days, done already

_Pace = tuple[float, float, tuple[int, int], tuple[int, int]]


def prepared(
    rng: Random, members: Sequence[Member], booked: Mapping[str, date], world: World
) -> Iterator[RecordTaskDone | RecordTalk]:
    """All that was done before reviews held and booked, child by child; ``booked``: the open day of each child."""
    for member in members:
        since = tracking_from(member, world)
        for stay in member.life.stays:
            after = stay.started_on
            is_last = stay is member.life.stays[-1]
            for held_on in stay.cycle.held:
                if held_on >= since:
                    paces = _paces(shown=is_last and held_on == stay.cycle.held[-1])
                    yield from _done(rng, member, (after, held_on), paces, world)
                after = held_on
        booked_on = booked.get(member.child.council_id)
        if booked_on is not None and member.life.is_open:
            yield from _done(rng, member, (after, booked_on), _paces(shown=True), world)


def _paces(*, shown: bool) -> Mapping[Task, _Pace]:
    return _PACE | _SHOWN_PACE if shown else _PACE


def _done(
    rng: Random, member: Member, interval: tuple[date, date], paces: Mapping[Task, _Pace], world: World
) -> Iterator[RecordTaskDone | RecordTalk]:
    """What was done in the interval after one review (not on its day) and by the day of the next."""
    after, review_on = interval
    for task, (share, in_time, early, late) in paces.items():
        is_done = rng.random() < share
        back = rng.randint(*(early if rng.random() < in_time else late))
        done_on = max(world.calendar.add(review_on, -back), world.on_or_after(add_days(after, 1)))
        if rng.random() < _already_done(task, review_on, world):
            is_done, done_on = True, min(done_on, world.yesterday)
        if is_done and after < done_on <= review_on and done_on < world.today:
            yield _told(member, task, done_on)


def _told(member: Member, task: Task, done_on: date) -> RecordTaskDone | RecordTalk:
    child = member.child.council_id
    if task is not Task.CHILD_SEEN:
        return RecordTaskDone(child=child, task=task, done_on=done_on)
    if age_on(member.child.born_on, done_on) < _TALKS_FROM:
        how = TalkHow.THROUGH_OTHERS if done_on.day % _BY_OTHERS == 0 else TalkHow.OBSERVED
    else:
        how = TalkHow.ALONE_REMOTELY if done_on.day % _REMOTE == 0 else TalkHow.ALONE
    return RecordTalk(child=child, on=done_on, how=how)


def _already_done(task: Task, review_on: date, world: World) -> float:
    """How likely what would stand on today's list before a booked review was done by yesterday."""
    if task not in _LIMITS or review_on < world.today:
        return 0
    due_on = world.calendar.add(review_on, -_LIMITS[task])
    if due_on < world.today:
        return _CAUGHT_UP
    return _AHEAD if due_on <= world.calendar.add(world.today, 10) else 0
