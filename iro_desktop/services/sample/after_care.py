"""What else is known of young people leaving care: adviser, plan, homes, being in touch, reviews written up.

All shares are assumed. Lots are drawn apart from those of everything else, so that nothing else changes with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    Act,
    AddRecommendation,
    AllocateWorker,
    BookReview,
    RecordCircumstance,
    RecordHome,
    RecordReviewHeld,
    RecordTalk,
    RecordTaskDone,
    RecordTouch,
    StateEligibility,
)
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import (
    Accommodation,
    Activity,
    CircumstanceKind,
    ContactKind,
    InTouch,
    LeaverStatus,
    ReviewKind,
    Role,
    TalkHow,
    Task,
    WorkerRole,
)
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.names import adult_names, surname
from iro_desktop.services.sample.pick import weighted
from iro_desktop.services.sample.sixteen import eligible
from iro_desktop.services.sample.world import World

_ADVISER, _ADVISER_OF_CHILD, _PLAN = 0.9, 0.75, 0.85
_TEAM = "Leaving care"
_HOMES = {
    Accommodation.SEMI_INDEPENDENT: 25,
    Accommodation.FORMER_CARERS: 20,
    Accommodation.LODGINGS_SUPPORTED: 15,
    Accommodation.INDEPENDENT: 25,
    Accommodation.FOYER: 10,
    Accommodation.BED_AND_BREAKFAST: 5,
}
_ACTIVITIES = {
    Activity.EDUCATION_FULL: 30,
    Activity.WORK_FULL: 20,
    Activity.APPRENTICE_FULL: 10,
    Activity.HIGHER_FULL: 6,
    Activity.NOT_IN_WORK: 24,
    Activity.PARENT: 5,
    Activity.ILL: 5,
}
_HOW = (ContactKind.VISIT, ContactKind.CALL_CHILD, ContactKind.MESSAGE)
_NOT_SUITABLE, _LOST = 0.08, 0.12
# Share in time; working days after the review when in time, and when late.
_PACE = {
    Task.RECOMMENDATIONS: (0.6, (2, 5), (6, 9)),
    Task.UPDATED_CARE_PLAN: (0.6, (4, 10), (11, 16)),
    Task.MINUTES: (0.55, (7, 15), (16, 22)),
    Task.LETTER: (0.6, (6, 15), (16, 20)),
}
_BEFORE = {Task.CONSULT: (0.9, 15, 20), Task.REPORT: (0.9, 3, 6)}  # share done, working days before the review
_DONE_ANYWAY = frozenset({Task.UPDATED_CARE_PLAN, Task.LETTER})  # of a review just held; the rest is written up
_TEXTS = (
    ("The tenancy is ready before the placement ends, with a date to move", Role.SOCIAL_WORKER),
    ("A bank account, a passport and a National Insurance number are in the young person's hands", Role.SOCIAL_WORKER),
    ("A place at college from September, with the bursary asked for", Role.SCHOOL),
    ("A GP and a dentist near the new home", Role.HEALTH),
    ("Savings and the setting-up allowance are explained and planned", Role.SOCIAL_WORKER),
)


def after_care(told: Sequence[Act], members: Sequence[Member], world: World) -> Iterator[Act]:
    """``told``: what was told of them already, in its order; those whose plan is reviewed, then eligible children."""
    followed = [one for one in members if _is_followed(one, told, world)]
    lots = Random(f"after care of {[one.child.council_id for one in followed]} on {world.today}")  # noqa: S311 invents
    for number, member in enumerate(followed):
        mine = [one for one in told if getattr(one, "child", "") == member.child.council_id]
        yield from _followed(lots, member, mine, world)
        if number == len(followed) // 2:
            yield from _stated(member, world)
    for member in members:
        if member.life.is_open:
            yield from _eligible(lots, member, world)


def _is_followed(member: Member, told: Sequence[Act], world: World) -> bool:
    left_on = member.life.stays[-1].ended_on
    if left_on is None or eligible(member) is None or birthday(member.child.born_on, 21) <= world.today:
        return False
    is_taken_up = any(
        isinstance(one, RecordCircumstance)
        and one.what is CircumstanceKind.CARE_LEAVER
        and one.child == member.child.council_id
        for one in told
    )
    return left_on >= world.tracking_from or is_taken_up


def _followed(lots: Random, member: Member, told: Sequence[Act], world: World) -> Iterator[Act]:
    child, left_on = member.child.council_id, member.life.stays[-1].ended_on
    assert left_on is not None  # who is followed has left care
    if lots.random() < _ADVISER:
        yield _adviser(lots, child, max(left_on, world.tracking_from))
    if lots.random() < _PLAN:
        made_on = world.calendar.on_or_before(add_days(left_on, -lots.randint(60, 300)))
        yield RecordTaskDone(child=child, task=Task.PATHWAY_PLAN, done_on=made_on)
    done = {(one.task, one.done_on) for one in told if isinstance(one, RecordTaskDone)}
    yield from _homes(lots, child, left_on, told, done, world)
    yield from _touches(lots, child, left_on, world)
    since = max(left_on, world.tracking_from)
    held = [one.held_on for one in told if isinstance(one, RecordReviewHeld) and one.under is ReviewKind.PATHWAY]
    before = max([day for stay in member.life.stays for day in stay.cycle.held], default=left_on)
    for index, held_on in enumerate(held):
        following = held[index + 1] if index + 1 < len(held) else world.today
        if held_on >= since:
            yield from _prepared(lots, child, held_on, before, world)
            yield from _written_up(lots, child, held_on, following, world)
        before = held_on
    for one in told:
        if isinstance(one, BookReview):
            yield from _prepared(lots, child, one.review_on, before, world)


def _adviser(lots: Random, child: str, from_on: date) -> AllocateWorker:
    name = f"{adult_names(lots, 1)[0]} {surname(lots)}"
    return AllocateWorker(child=child, role=WorkerRole.ADVISER, worker=name, from_on=from_on, team=_TEAM)


def _stated(member: Member, world: World) -> Iterator[StateEligibility]:
    """One entitlement is stated: what another authority knew of the years before."""
    adult_on = birthday(member.child.born_on, 18)
    if adult_on <= world.today:
        yield StateEligibility(
            child=member.child.council_id,
            status=LeaverStatus.FORMER_RELEVANT,
            from_on=adult_on,
            reason="Confirmed by the leaving care team from the paper file",
        )


def _homes(
    lots: Random, child: str, left_on: date, told: Iterable[Act], done: set[tuple[Task, date]], world: World
) -> Iterator[Act]:
    """The first home on leaving care, then where a move or the authority's accommodation was told."""
    so = {one.from_on: one.what for one in told if isinstance(one, RecordCircumstance)}
    provided = [day for day, what in so.items() if what is CircumstanceKind.LA_ACCOMMODATION]
    moved = [day for day, what in so.items() if what is CircumstanceKind.MOVED]
    if left_on not in provided:
        at_home = so.get(left_on) is CircumstanceKind.HOME_TO_PARENT
        what = Accommodation.FAMILY if at_home else weighted(lots, _HOMES)
        yield _home(lots, child, left_on, what, is_provided=False)
    for day in provided:
        yield _home(lots, child, day, Accommodation.SEMI_INDEPENDENT, is_provided=True)
    for day in moved:
        if day not in provided:
            yield _home(lots, child, day, Accommodation.INDEPENDENT, is_provided=False)
    for day in {left_on, *provided} - set(moved):  # moved into, as into every home: a visit and a look at the plan
        for task, days in ((Task.ADVISER_VISIT, lots.randint(2, 7)), (Task.MOVE_REVIEW, lots.randint(22, 28))):
            done_on = add_days(day, days)
            if day >= world.tracking_from and done_on < world.today and (task, done_on) not in done:
                done.add((task, done_on))
                yield RecordTaskDone(child=child, task=task, done_on=done_on)


def _home(lots: Random, child: str, day: date, what: Accommodation, *, is_provided: bool) -> RecordHome:
    is_poor = what is Accommodation.BED_AND_BREAKFAST or lots.random() < _NOT_SUITABLE
    return RecordHome(child=child, from_on=day, what=what, is_suitable=not is_poor, is_provided=is_provided)


def _touches(lots: Random, child: str, left_on: date, world: World) -> Iterator[RecordTouch]:
    day = world.on_or_after(add_days(max(left_on, world.tracking_from), lots.randint(3, 20)))
    activity = weighted(lots, _ACTIVITIES)
    is_lost = lots.random() < _LOST
    while day < world.today:
        following = world.on_or_after(add_days(day, lots.randint(28, 80)))
        is_last = following >= world.today
        if lots.random() < 0.2:
            activity = weighted(lots, _ACTIVITIES)
        how = InTouch.NO if is_lost and is_last else InTouch.YES
        said = activity if how is InTouch.YES else None
        yield RecordTouch(child=child, on=day, in_touch=how, activity=said, how=lots.choice(_HOW) if said else None)
        day = following


def _prepared(lots: Random, child: str, review_on: date, after: date, world: World) -> Iterator[Act]:
    for task, (share, soonest, earliest) in _BEFORE.items():
        done_on = max(
            world.calendar.add(review_on, -lots.randint(soonest, earliest)), world.on_or_after(add_days(after, 1))
        )
        if lots.random() < share and after < done_on <= review_on and done_on < world.today:
            yield RecordTaskDone(child=child, task=task, done_on=done_on)
    seen_on = max(world.calendar.add(review_on, -lots.randint(0, 5)), world.on_or_after(add_days(after, 1)))
    if lots.random() < 0.9 and after < seen_on <= review_on and seen_on < world.today:
        yield RecordTalk(child=child, on=seen_on, how=TalkHow.ALONE)


def _written_up(lots: Random, child: str, held_on: date, following: date, world: World) -> Iterator[Act]:
    days: dict[Task, date] = {}
    is_recent = held_on >= world.recent_from
    for text, owner in lots.sample(_TEXTS, lots.randint(2, 3)):
        due_on = add_months(held_on, lots.randint(1, 4))
        yield AddRecommendation(child=child, held_on=held_on, text=text, owner=owner, due_on=due_on)
    for task, (in_time, early, late) in _PACE.items():
        day = world.calendar.add(held_on, lots.randint(*(early if lots.random() < in_time else late)))
        days[task] = min(day, world.yesterday) if task in _DONE_ANYWAY or not is_recent else day
    days[Task.RESPONSE] = world.calendar.add(days[Task.RECOMMENDATIONS], lots.randint(1, 6))
    days[Task.DISTRIBUTION] = world.calendar.add(days[Task.MINUTES], lots.randint(0, 4))
    half_on = world.calendar.on_or_before(add_days(add_months(held_on, 3), -lots.randint(0, 10)))
    if lots.random() < 0.8 and half_on < following:
        days[Task.MID_POINT] = half_on
    for task, day in days.items():
        if held_on <= day < world.today:
            yield RecordTaskDone(child=child, task=task, done_on=day, review_on=held_on)


def _eligible(lots: Random, member: Member, world: World) -> Iterator[Act]:
    """Children of sixteen and seventeen: adviser and plan, in most lives."""
    on = eligible(member)
    if on is None or on >= world.ago(40):
        return
    child = member.child.council_id
    if lots.random() < _ADVISER_OF_CHILD:
        yield _adviser(lots, child, world.on_or_after(add_days(on, lots.randint(10, 60))))
    if lots.random() < _PLAN:
        made_on = world.on_or_after(add_days(on, lots.randint(60, 130)))
        if made_on < world.today:
            yield RecordTaskDone(child=child, task=Task.PATHWAY_PLAN, done_on=made_on)
