"""What was done after reviews, and when: 55 % of recommendations and 46 % of minutes in time, most mid-points done.

What a slot leaves undone stays undone; all else that would stand on today's list or be overdue is done by yesterday.
Those two shares are one authority's published figures; the others are assumed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.lives import CareKind, Stay
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

# Share done in time; working days after the review when in time, and when late.
_PACE = {
    Task.RECOMMENDATIONS: (0.55, (2, 5), (6, 9)),
    Task.UPDATED_CARE_PLAN: (0.62, (4, 10), (11, 16)),
    Task.MINUTES: (0.46, (7, 15), (16, 22)),
    Task.LETTER: (0.6, (6, 15), (16, 20)),
}
_LIMITS = {Task.RECOMMENDATIONS: 5, Task.MINUTES: 15, Task.LETTER: 15}  # what the IRO owes, in working days
# Of what a recent review would leave on today's list, so much is done by yesterday: the list stays readable.
_PROMPT = {Task.UPDATED_CARE_PLAN: 0.85, Task.LETTER: 0.8, Task.MINUTES: 0.6, Task.RESPONSE: 0.5}
_PROMPT_AFTER = 3  # working days after the review
_ANSWER = (0.7, (1, 5), (6, 9))  # after the recommendations were sent
_CARE_PLAN = (0.85, (0, 10), (11, 15))  # after the start of care
_TO_DISTRIBUTE = (0, 4)  # after the minutes
_SIGNED_OFF, _TO_SIGN_OFF = 0.2, (1, 7)  # share of records, and after the minutes
_MID_POINT_IN_TIME = 0.8
_MID_POINT_LATE = 0.13  # the rest was never done


def tasks_done(
    rng: Random, members: Sequence[Member], completed: Mapping[tuple[str, date], date], world: World
) -> Iterator[RecordTaskDone]:
    """All that was done, child by child, stay by stay, review by review.

    ``completed``: when a review of more than one meeting was, by child and its first day.
    """
    for member in members:
        since = tracking_from(member, world)
        for stay in member.life.stays:
            yield from _care_plan(rng, member, stay, world)
            for index, held_on in enumerate(stay.cycle.held):
                if held_on < since:
                    continue
                is_newest = index == len(stay.cycle.held) - 1 and stay is member.life.stays[-1]
                undone = member.life.slot.undone if member.life.slot and is_newest else frozenset()
                child = member.child.council_id
                completed_on = completed.get((child, held_on), held_on)
                for task, done_on in _after(rng, member, stay, index, undone, completed_on, world):
                    yield RecordTaskDone(child=child, task=task, done_on=done_on, review_on=held_on)


def _care_plan(rng: Random, member: Member, stay: Stay, world: World) -> Iterator[RecordTaskDone]:
    if member.life.kind is CareKind.SHORT_BREAKS or stay.started_on < world.tracking_from:
        return
    done_on = _paced(rng, world, stay.started_on, _CARE_PLAN)
    if done_on <= min(world.today, stay.ended_on or world.today):
        yield RecordTaskDone(child=member.child.council_id, task=Task.CARE_PLAN, done_on=done_on)


def _after(
    rng: Random, member: Member, stay: Stay, index: int, undone: frozenset[Task], completed_on: date, world: World
) -> Iterator[tuple[Task, date]]:
    done: dict[Task, date] = {}
    for task, pace in _PACE.items():
        done_on = _paced(rng, world, completed_on, pace)
        if task in _LIMITS and world.calendar.add(completed_on, _LIMITS[task]) <= world.in_five:
            done_on = min(done_on, world.yesterday)
        done[task] = _promptly(rng, task, done_on, completed_on, world)
    answered_on = _paced(rng, world, done[Task.RECOMMENDATIONS], _ANSWER)
    done[Task.RESPONSE] = max(
        _promptly(rng, Task.RESPONSE, answered_on, completed_on, world), done[Task.RECOMMENDATIONS]
    )
    done[Task.DISTRIBUTION] = world.calendar.add(done[Task.MINUTES], rng.randint(*_TO_DISTRIBUTE))
    if rng.random() < _SIGNED_OFF:
        done[Task.SIGN_OFF] = world.calendar.add(done[Task.MINUTES], rng.randint(*_TO_SIGN_OFF))
    mid_point_on = _mid_point(rng, member, stay, index, world)
    if mid_point_on is not None:
        done[Task.MID_POINT] = mid_point_on
    waiting = {Task.RESPONSE: Task.RECOMMENDATIONS, Task.DISTRIBUTION: Task.MINUTES, Task.SIGN_OFF: Task.MINUTES}
    left = undone | {task for task, first in waiting.items() if first in undone}
    yield from ((task, day) for task, day in done.items() if task not in left and day < world.today)


def _promptly(rng: Random, task: Task, done_on: date, completed_on: date, world: World) -> date:
    if done_on < world.today or completed_on > world.ago(_PROMPT_AFTER):
        return done_on
    return world.yesterday if rng.random() < _PROMPT.get(task, 0) else done_on


def _paced(rng: Random, world: World, since: date, pace: tuple[float, tuple[int, int], tuple[int, int]]) -> date:
    in_time, early, late = pace
    return world.calendar.add(since, rng.randint(*(early if rng.random() < in_time else late)))


def _mid_point(rng: Random, member: Member, stay: Stay, index: int, world: World) -> date | None:
    """The day of the check in the interval after this review, where that is six months long and there was one."""
    held_on = stay.cycle.held[index]
    if stay.cycle.lawful_after(index) != add_months(held_on, 6):
        return None
    due_on = add_months(held_on, 3)
    is_newest = index == len(stay.cycle.held) - 1
    lot = rng.random()
    done_on: date | None = None
    if lot < _MID_POINT_IN_TIME:
        done_on = world.calendar.on_or_before(add_days(due_on, -rng.randint(0, 12)))
    elif lot < _MID_POINT_IN_TIME + _MID_POINT_LATE:
        done_on = world.calendar.add(due_on, rng.randint(1, 12))
    if is_newest and member.life.is_open and due_on <= world.in_five:
        return min(done_on or due_on, world.yesterday)
    before = stay.ended_on or world.today
    if not is_newest:
        before = stay.cycle.held[index + 1]
    return done_on if done_on is not None and done_on < before else None
