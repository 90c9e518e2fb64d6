"""All that is told of children beside their reviews, bookings and the work after reviews: one subject after another."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import Act, AskForReview
from iro_desktop.services.sample.adoption import consents
from iro_desktop.services.sample.alerts import alerts
from iro_desktop.services.sample.before import prepared
from iro_desktop.services.sample.carers import carers
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.conferences import conferences
from iro_desktop.services.sample.early import early_reviews
from iro_desktop.services.sample.first_weeks import first_weeks
from iro_desktop.services.sample.hearings import hearings
from iro_desktop.services.sample.leave import leave
from iro_desktop.services.sample.leavers import leavers
from iro_desktop.services.sample.overrides import overrides
from iro_desktop.services.sample.private_fostering import private_fostering
from iro_desktop.services.sample.sixteen import assessments
from iro_desktop.services.sample.told import long_term
from iro_desktop.services.sample.world import World


def around(
    rng: Random,
    members: Sequence[Member],
    names: Sequence[str],
    booked: Mapping[str, date],
    by_hand: frozenset[str],
    world: World,
) -> Iterator[Act]:
    """``booked``: the open day of each child's next review; ``by_hand``: children of whose reviews more was told."""
    children = sum(member.life.is_open for member in members)
    yield from prepared(rng, members, booked, world)
    yield from first_weeks(rng, members, world)
    yield from long_term(members)
    yield from hearings(rng, members, world)
    yield from conferences(rng, members, world)
    yield from consents(rng, members, world)
    early = tuple(early_reviews(rng, members, by_hand, world))
    yield from early
    yield from assessments(rng, members, world)
    yield from leavers(rng, members, world)
    yield from private_fostering(rng, children, world)
    yield from alerts(rng, members, world)
    asked = frozenset(act.child for act in early if isinstance(act, AskForReview))
    yield from overrides(rng, members, booked, by_hand | asked, world)
    yield from carers(rng, children, names, world)
    yield from leave(rng, names, members, booked, world)
