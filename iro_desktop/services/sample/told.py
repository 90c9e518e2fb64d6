"""Reviews of which a person tells more than the return can: without a meeting, in a series, adjourned.

The return has a day and a code; such a review is therefore left out of it here and recorded by an act, as it would be
between two collections.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddSitting, CompleteReview, RecordCircumstance, RecordReviewHeld
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewMethod
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.slots import Begun
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

ToldAct = RecordReviewHeld | AddSitting | CompleteReview | RecordCircumstance

_LONG_TERM = frozenset({"U1", "U4"})
_WITHOUT_MEETING = 0.04  # children, in long-term placements, whose last review had no meeting: assumed
_SERIES = 0.03
_ADJOURNED = 0.025
_LATE = 0.15  # of those in parts, completed after 20 working days


@dataclass(frozen=True, slots=True)
class Told:
    """One review, left out of the return, with the acts that tell it."""

    child: str
    held_on: date
    acts: tuple[ToldAct, ...]


def told(rng: Random, members: Sequence[Member], world: World) -> list[Told]:
    """The newest review of some children looked after, at most one for each."""
    children = sum(one.life.is_open for one in members)
    begun = [one for one in members if one.life.slot is not None and one.life.slot.begun is not None]
    found = [_begun(rng, one, world) for one in begun if one.child.reviews]
    free = [one for one in members if _is_plain(one, world)]
    long_term = [one for one in free if _long_term_since(one) is not None and _is_second_since(one)]
    without = some(rng, long_term, _WITHOUT_MEETING, children)
    found += [_told(one, ReviewMethod.NO_MEETING) for one in without]
    left = [one for one in free if one not in without]
    in_parts = some(rng, left, _SERIES + _ADJOURNED, children)
    for index, member in enumerate(in_parts):
        found.append(_completed(rng, member, Begun.ADJOURNED if index % 2 else Begun.SERIES, world))
    return found


def without_told(members: Sequence[Member], days: Mapping[str, Collection[date]]) -> list[Member]:
    """The same members; the reviews told, by child, are not in the return."""
    return [
        replace(
            one,
            child=replace(
                one.child,
                reviews=tuple(each for each in one.child.reviews if each.held_on not in days[one.child.council_id]),
            ),
        )
        if one.child.council_id in days
        else one
        for one in members
    ]


def completions(found: Sequence[Told]) -> dict[tuple[str, date], date]:
    """When reviews of more than one meeting were completed, by child and first day."""
    return {
        (act.child, act.held_on): act.completed_on
        for one in found
        for act in one.acts
        if isinstance(act, CompleteReview)
    }


def long_term(members: Sequence[Member]) -> Iterator[RecordCircumstance]:
    """Foster placements agreed as long-term, from the day they were."""
    for member in members:
        since = _long_term_since(member)
        if since is not None:
            yield RecordCircumstance(
                child=member.child.council_id, what=CircumstanceKind.LONG_TERM_PLACEMENT, from_on=since
            )


def _long_term_since(member: Member) -> date | None:
    """Since when the child has been in the long-term foster placement of today."""
    if not member.life.is_open:
        return None
    since: date | None = None
    for one in member.child.episodes:
        since = (since or one.started_on) if one.placement in _LONG_TERM else None
    return since


def _is_second_since(member: Member) -> bool:
    """Whether two reviews were held since the placement was agreed as long-term."""
    since = _long_term_since(member)
    return since is not None and member.life.stays[-1].cycle.held[-2] > since


def _is_plain(member: Member, world: World) -> bool:
    """Whether the newest review was in time, is tracked and in the return, and not of the last weeks."""
    cycle, life = member.life.stays[-1].cycle, member.life
    if not life.is_open or life.slot is not None or len(cycle.held) < 4 or life.kind is CareKind.SHORT_BREAKS:
        return False
    is_settled = tracking_from(member, world) <= cycle.held[-1] < world.ago(30)
    return is_settled and cycle.held[-1] <= cycle.lawful[-1]


def _told(member: Member, method: ReviewMethod, *more: ToldAct, adjourned: bool = False) -> Told:
    child, held_on = member.child.council_id, member.life.stays[-1].cycle.held[-1]
    participation = dict(member.participations)[held_on]
    held = RecordReviewHeld(
        child=child, held_on=held_on, participation=participation, method=method, adjourned=adjourned
    )
    return Told(child, held_on, (held, *more))


def _in_parts(member: Member, how: Begun, *more: ToldAct) -> Told:
    method = ReviewMethod.SERIES if how is Begun.SERIES else ReviewMethod.MEETING
    return _told(member, method, *more, adjourned=how is Begun.ADJOURNED)


def _completed(rng: Random, member: Member, how: Begun, world: World) -> Told:
    child, held_on = member.child.council_id, member.life.stays[-1].cycle.held[-1]
    days = rng.randint(21, 24) if rng.random() < _LATE else rng.randint(6, 19)
    completed_on = world.calendar.add(held_on, days)
    sitting = AddSitting(child=child, held_on=held_on, on=completed_on)
    return _in_parts(member, how, sitting, CompleteReview(child=child, held_on=held_on, completed_on=completed_on))


def _begun(rng: Random, member: Member, world: World) -> Told:
    """Still to be completed; a series has had its second meeting."""
    assert member.life.slot is not None
    assert member.life.slot.begun is not None
    child, held_on = member.child.council_id, member.life.stays[-1].cycle.held[-1]
    if member.life.slot.begun is Begun.ADJOURNED:
        return _in_parts(member, Begun.ADJOURNED)
    second_on = world.calendar.add(held_on, rng.randint(2, 5))
    return _in_parts(member, Begun.SERIES, AddSitting(child=child, held_on=held_on, on=second_on))
