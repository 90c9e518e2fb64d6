"""Reviews that had to come before their turn: asked for with a ground, held with it, or still to be held."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import AskForReview, CorrectReview
from iro_desktop.domain.vocabulary import ReviewGround
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.pick import some, weighted
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

_HELD = 0.06  # reviews a child held for a ground in the months that are tracked: assumed
_OPEN = 0.03
_EARLY_DAYS = 12  # before its last lawful day, so that it can be called early
_GROUNDS = {
    ReviewGround.UNPLANNED_MOVE: 45,
    ReviewGround.PLAN_CHANGE: 25,
    ReviewGround.IRO_ASKED: 15,
    ReviewGround.SAFEGUARDING: 8,
    ReviewGround.CEASING: 7,
}
_HAS_A_DAY = (ReviewGround.CEASING, ReviewGround.PLAN_CHANGE)  # the day on which it is meant to happen


def early_reviews(
    rng: Random, members: Sequence[Member], taken: frozenset[str], world: World
) -> Iterator[AskForReview | CorrectReview]:
    """Those held, then those still to be held; ``taken``: children whose reviews are told otherwise."""
    free = [one for one in members if one.life.is_open and one.life.slot is None and one.child.reviews]
    free = [one for one in free if one.child.council_id not in taken]
    children = sum(one.life.is_open for one in members)
    early = [(one, held_on) for one in free if (held_on := _held_early(one, world)) is not None]
    for member, held_on in some(rng, early, _HELD, children):
        yield from _held(rng, member, held_on, world)
    answered = {member.child.council_id for member, _ in early}
    open_ones = [one for one in free if one.child.council_id not in answered and _is_far(one, world)]
    for index, member in enumerate(some(rng, open_ones, _OPEN, children)):
        yield _open(rng, member, world, has_day=index % 2 == 0)


def _held_early(member: Member, world: World) -> date | None:
    """The newest review, where it came early, was tracked, and is not of the last weeks."""
    cycle = member.life.stays[-1].cycle
    held_on = cycle.held[-1]
    is_early = len(cycle.held) > 2 and add_days(held_on, _EARLY_DAYS) <= cycle.lawful[-1]
    return held_on if is_early and tracking_from(member, world) <= held_on < world.recent_from else None


def _held(rng: Random, member: Member, held_on: date, world: World) -> Iterator[AskForReview | CorrectReview]:
    child, ground = member.child.council_id, _fitting(weighted(rng, _GROUNDS), member)
    asked_on = max(world.calendar.add(held_on, -rng.randint(4, 12)), add_days(member.life.stays[-1].cycle.held[-2], 1))
    before = add_days(held_on, rng.randint(3, 10)) if ground in _HAS_A_DAY else None
    yield AskForReview(child=child, ground=ground, asked_on=asked_on, before=before)
    yield CorrectReview(child=child, held_on=held_on, ground=ground)


def _is_far(member: Member, world: World) -> bool:
    """Whether the next review in turn is far enough away that an early one makes sense."""
    cycle = member.life.stays[-1].cycle
    return bool(cycle.held) and cycle.due_on > add_days(world.today, 60) and cycle.held[-1] < world.recent_from


def _open(rng: Random, member: Member, world: World, *, has_day: bool) -> AskForReview:
    drawn = ReviewGround.CEASING if has_day else _asked_for(rng, member, world)
    before = world.on_or_after(add_days(world.today, rng.randint(12, 30))) if has_day else None
    asked_on = world.ago(rng.randint(2, 7))
    return AskForReview(child=member.child.council_id, ground=_fitting(drawn, member), asked_on=asked_on, before=before)


def _asked_for(rng: Random, member: Member, world: World) -> ReviewGround:
    """A move, where there was one in the last weeks."""
    if member.child.episodes[-1].started_on > world.ago(30) and member.child.episodes[-1].start_reason == "P":
        return ReviewGround.UNPLANNED_MOVE
    return rng.choice((ReviewGround.IRO_ASKED, ReviewGround.SAFEGUARDING))


def _fitting(ground: ReviewGround, member: Member) -> ReviewGround:
    """Only who is accommodated by agreement simply ceases to be (SI 2010/959 reg 39); others have a new plan."""
    is_by_agreement = member.child.episodes[-1].legal_status == "V2"
    return ReviewGround.PLAN_CHANGE if ground is ReviewGround.CEASING and not is_by_agreement else ground
