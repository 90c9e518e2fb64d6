"""What the last reviews recommended, to whom, and what became of it; and who came to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddPerson, AddRecommendation, CheckRecommendation, RecordAttendance, RecordOutcome
from iro_desktop.domain.vocabulary import Outcome, Progress, Role
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.team import tracking_from
from iro_desktop.services.sample.world import World

AdviceAct = AddRecommendation | CheckRecommendation | RecordOutcome | RecordAttendance

_TEXTS = (
    (Role.SOCIAL_WORKER, "Begin life story work and show it at the next review."),
    (Role.SOCIAL_WORKER, "Bring the plan for family time up to date with what was agreed."),
    (Role.SOCIAL_WORKER, "Apply for the passport."),
    (Role.CARER, "Register with a dentist and tell the social worker of the date."),
    (Role.SCHOOL, "Hold the meeting on the personal education plan this term."),
    (Role.HEALTH, "Arrange the review health assessment."),
    (Role.MENTAL_HEALTH, "Say whether the referral is accepted, and from when."),
    (Role.TEAM_MANAGER, "Decide on funding for swimming lessons."),
    (Role.ADVISER, "Open a savings account together."),
)
_OWN = (Role.IRO, "Visit before the next review.")
_OWN_SHARE = 0.05  # of reviews: what the IRO takes on is seldom a recommendation
_DUE_DAYS = (28, 42, 56, 90, 120)
_FINISHED = {Outcome.DONE: 78, Outcome.PARTLY: 6, Outcome.OVERTAKEN: 8, Outcome.NOT_DONE: 6, Outcome.DECLINED: 2}
_CLOSED_SHARE = {0: 0.6, 1: 0.95}  # by how many reviews came since; assumed
_LOOKED_AT = {Progress.IN_HAND: 7, Progress.STUCK: 3}
_TRACKED_REVIEWS = 2
_USUAL = {
    Role.SOCIAL_WORKER: 0.95,
    Role.CARER: 0.8,
    Role.SCHOOL: 0.55,
    Role.MOTHER: 0.4,
    Role.FATHER: 0.2,
    Role.HEALTH: 0.25,
}


@dataclass(frozen=True, slots=True)
class _Review:
    """One of the last reviews of a child."""

    child: str
    held_on: date
    until: date  # the day before the next review, or yesterday
    since: int  # reviews held since


def advice(
    rng: Random, members: Sequence[Member], completed: Mapping[tuple[str, date], date], people: Sequence[AddPerson],
    world: World,
) -> Iterator[AdviceAct]:  # fmt: skip
    """Who came, then recommendations with what became of them, review by review, oldest first."""
    known: dict[str, set[Role]] = {}
    for one in people:
        known.setdefault(one.child, set()).add(one.role)
    for member in members:
        if member.life.is_open:
            for review in _reviews(member, world):
                yield _who_came(rng, review, known.get(review.child, set()))
                made_on = completed.get((review.child, review.held_on), review.held_on)
                yield from _made(rng, review, made_on, world)


def _reviews(member: Member, world: World) -> list[_Review]:
    since, child = tracking_from(member, world), member.child.council_id
    days = [day for day in member.life.stays[-1].cycle.held if since <= day < world.today][-_TRACKED_REVIEWS:]
    ends = [*(add_days(day, -1) for day in days[1:]), world.yesterday]
    return [_Review(child, day, ends[index], len(days) - 1 - index) for index, day in enumerate(days)]


def _who_came(rng: Random, review: _Review, around: set[Role]) -> RecordAttendance:
    expected = [role for role in _USUAL if role is Role.SOCIAL_WORKER or role in around]
    came = tuple(role for role in expected if rng.random() < _USUAL[role])
    return RecordAttendance(
        child=review.child,
        held_on=review.held_on,
        came=came,
        apologies=tuple(role for role in expected if role not in came),
    )


def _made(
    rng: Random, review: _Review, made_on: date, world: World
) -> Iterator[AddRecommendation | CheckRecommendation | RecordOutcome]:
    chosen = rng.sample(_TEXTS, rng.randint(2, 4))
    if rng.random() < _OWN_SHARE:
        chosen[-1] = _OWN
    if (world.today - made_on).days < 3:  # still to be written
        return
    for number, (owner, text) in enumerate(chosen, 1):
        due_on = add_days(made_on, rng.choice(_DUE_DAYS))
        yield AddRecommendation(child=review.child, held_on=review.held_on, text=text, owner=owner, due_on=due_on)
        yield from _became(rng, review, number, due_on, world)


def _became(
    rng: Random, review: _Review, number: int, due_on: date, world: World
) -> Iterator[CheckRecommendation | RecordOutcome]:
    looked_on = add_days(review.held_on, 90)
    if looked_on < review.until and rng.random() < 0.7:
        yield CheckRecommendation(
            child=review.child, held_on=review.held_on, number=number, on=looked_on, progress=weighted(rng, _LOOKED_AT)
        )
    closed_on = max(add_days(due_on, rng.randint(-20, 25)), add_days(looked_on, 1))
    if rng.random() < _CLOSED_SHARE[min(review.since, 1)] and closed_on < world.today:
        yield RecordOutcome(
            child=review.child, held_on=review.held_on, number=number, outcome=weighted(rng, _FINISHED), on=closed_on
        )
