"""Challenges by IROs: informal ones mostly, a few formal, one in a while to Cafcass; answered, paused, drafted or not.

How many there are is guided by what authorities publish (some 200 a year for 280 children looked after); the shares
of stages, answers and pauses are assumed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    Act,
    AddRecommendation,
    AllocateWorker,
    AnswerAlert,
    EscalateAlert,
    PauseAlert,
    RaiseAlert,
    RecordOutcome,
    RecordTaskDone,
    ResolveAlert,
    ResumeAlert,
)
from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.vocabulary import AlertOutcome, AlertStage, CafcassGround, Task
from iro_desktop.services.sample.alert_words import CONCERNS, PAUSES, Matter
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import any_day
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.names import adult_names, surname
from iro_desktop.services.sample.pick import some, weighted
from iro_desktop.services.sample.world import World

_CLOSED = 0.2  # alerts a child looked after, raised and resolved in the months that are tracked: assumed
_FORMAL = 0.25  # of those, taken further
_TO_CAFCASS = 0.12  # of the formal ones
_PAUSED = 0.12
_TOLD = 0.6  # of resolved ones, where the child was told
_DRAFTED = 0.03  # a child looked after: raised about a care plan that was late
_DRIFTING = 0.015  # about a recommendation that drifts
_CARE_PLAN_DAYS = 10  # working days after the review
_OUTCOMES = {
    AlertOutcome.RESOLVED: 62, AlertOutcome.PARTLY: 18, AlertOutcome.EXPLAINED: 8, AlertOutcome.OVERTAKEN: 7,
    AlertOutcome.NOT_RESOLVED: 5,
}  # fmt: skip
_GROUNDS = (CafcassGround.DECISION, CafcassGround.PLAN, CafcassGround.DUTY)


@dataclass(frozen=True, slots=True)
class _Open:
    """One alert that stands open today."""

    raised: int  # working days ago
    answered: int | None = None  # working days ago the first stage was
    formal: int | None = None  # working days ago it was taken further
    cafcass: int | None = None
    paused: int | None = None  # working days ago the clock was paused, until further notice
    starts_formal: bool = False
    with_another: bool = False  # a second one on the same day for the same child


# For a caseload the first of them; larger samples have all of them, and again.
_OPEN = (
    _Open(raised=5, starts_formal=True, with_another=True),
    _Open(raised=8, paused=5),
    _Open(raised=24, formal=17, cafcass=4),
    _Open(raised=3),
    _Open(raised=9, answered=5),
    _Open(raised=13, formal=6),
    _Open(raised=7),
    _Open(raised=16, answered=12, formal=8),
)
_OPEN_A_CHILD = 3 / 60


@dataclass(slots=True)
class Around:
    """What was told of the children before: who works with them, what was done and recommended."""

    workers: dict[str, AllocateWorker]  # the newest of each child
    done: list[RecordTaskDone]
    open_recommendations: list[AddRecommendation]
    numbers: dict[int, int]  # of a recommendation, by its identity
    managers: dict[str, str]  # of teams
    senior: str
    by_hand: frozenset[str]  # children of whose reviews more was told
    raised: set[tuple[str, date]]  # an alert was

    def team_of(self, child: str) -> str | None:
        """The team of the social worker; ``None``: nobody is allocated."""
        worker = self.workers.get(child)
        return worker.team if worker else None

    def manager_of(self, child: str) -> str | None:
        """Who manages that team."""
        return self.managers.get(self.team_of(child) or "")

    def free_day(self, child: str, day: date, world: World) -> date:
        """That day, or the first working day from it on which no alert was raised for the child."""
        day = world.on_or_after(day)
        while (child, day) in self.raised:
            day = world.calendar.add(day, 1)
        self.raised.add((child, day))
        return day


def around_of(rng: Random, told: Sequence[Act], by_hand: frozenset[str]) -> Around:
    """Read what alerts need to know out of what was told."""
    workers, numbers, count = dict[str, AllocateWorker](), dict[int, int](), dict[tuple[str, date], int]()
    made: list[AddRecommendation] = []
    closed: set[tuple[str, date, int]] = set()
    for act in told:
        if isinstance(act, AllocateWorker):
            workers[act.child] = act
        elif isinstance(act, AddRecommendation):
            count[act.child, act.held_on] = count.get((act.child, act.held_on), 0) + 1
            numbers[id(act)] = count[act.child, act.held_on]
            made.append(act)
        elif isinstance(act, RecordOutcome):
            closed.add((act.child, act.held_on, act.number))
    teams = sorted({one.team for one in workers.values() if one.team})
    return Around(
        workers,
        [act for act in told if isinstance(act, RecordTaskDone)],
        [one for one in made if (one.child, one.held_on, numbers[id(one)]) not in closed],
        numbers,
        {team: _a_name(rng) for team in teams},
        _a_name(rng),
        by_hand,
        set(),
    )


def _a_name(rng: Random) -> str:
    return f"{adult_names(rng, 1)[0]} {surname(rng)}"


def alerts(rng: Random, members: Sequence[Member], around: Around, world: World) -> Iterator[Act]:
    """Closed alerts of the months that are tracked, drafted ones, then the open; for children looked after today."""
    known = [one for one in members if one.life.is_open and one.life.stays[-1].started_on < world.ago(60)]
    children = sum(one.life.is_open for one in members)
    for member in some(rng, known, _CLOSED, children):
        yield from _closed(rng, member, around, world)
    late = [one for one in around.done if _is_late_care_plan(one, known, around, world)]
    for one in some(rng, late, _DRAFTED, children):
        yield from _about_a_late_plan(rng, one, around, world)
    drifting = [one for one in around.open_recommendations if (world.today - one.held_on).days > 200]
    for recommended in some(rng, drifting, _DRIFTING, children):
        yield _about_a_recommendation(recommended, around, world)
    for index, member in enumerate(some(rng, known, _OPEN_A_CHILD, children)):
        yield from _open(rng, member, _OPEN[index % len(_OPEN)], around, world)


def matter_for(rng: Random, member: Member, among: Sequence[Matter], today: date) -> Matter:
    """Something that may be so of a child of that age."""
    age = age_on(member.child.born_on, today)
    return rng.choice([one for one in among if age in one.ages] or [among[0]])


def _closed(rng: Random, member: Member, around: Around, world: World) -> Iterator[Act]:
    child, matter = member.child.council_id, matter_for(rng, member, CONCERNS, world.today)
    first_on = max(world.tracking_from, member.life.stays[-1].started_on)
    raised_on = around.free_day(child, any_day(rng, first_on, world.ago(45)), world)
    yield _raised(child, raised_on, matter, around)
    stage, day = AlertStage.INFORMAL, raised_on
    if rng.random() < _PAUSED:
        last_on = world.calendar.add(raised_on, 3)
        paused_on = world.calendar.add(raised_on, 1)
        yield PauseAlert(child=child, raised_on=raised_on, from_on=paused_on, reason=rng.choice(PAUSES))
        yield ResumeAlert(child=child, raised_on=raised_on, to_on=last_on)
        day = last_on
    if rng.random() < _FORMAL:
        stage, day = AlertStage.FORMAL, world.calendar.add(day, rng.randint(4, 8))
        yield EscalateAlert(child=child, raised_on=raised_on, stage=stage, started_on=day, responder=around.senior)
        if rng.random() < _TO_CAFCASS:
            yield _to_cafcass(rng, child, raised_on, world.calendar.add(day, rng.randint(2, 9)), world)
            day = world.calendar.add(day, 9)
    answered_on = world.calendar.add(day, rng.randint(1, 7))
    yield AnswerAlert(child=child, raised_on=raised_on, stage=stage, answered_on=answered_on, reply=matter.reply)
    resolved_on = world.calendar.add(answered_on, rng.randint(0, 6))
    outcome = weighted(rng, _OUTCOMES)
    yield _resolved(rng, child, raised_on, resolved_on, outcome, matter)


def _resolved(
    rng: Random, child: str, raised_on: date, resolved_on: date, outcome: AlertOutcome, matter: Matter
) -> ResolveAlert:
    has_helped = outcome in (AlertOutcome.RESOLVED, AlertOutcome.PARTLY)
    return ResolveAlert(
        child=child,
        raised_on=raised_on,
        resolved_on=resolved_on,
        outcome=outcome,
        effect=matter.effect if has_helped else "No effect",
        child_told_on=resolved_on if rng.random() < _TOLD else None,
    )


def _to_cafcass(rng: Random, child: str, raised_on: date, day: date, world: World) -> EscalateAlert:
    return EscalateAlert(
        child=child,
        raised_on=raised_on,
        stage=AlertStage.CAFCASS,
        started_on=day,
        ground=rng.choice(_GROUNDS),
        told="Director of children’s services",
        told_on=min(world.calendar.add(day, 1), world.today),
    )


def _raised(child: str, raised_on: date, matter: Matter, around: Around, stage: AlertStage | None = None) -> RaiseAlert:
    is_formal = stage is AlertStage.FORMAL
    return RaiseAlert(
        child=child,
        raised_on=raised_on,
        stage=stage,
        about=matter.about,
        theme=matter.theme,
        team=around.team_of(child),
        responder=around.senior if is_formal else around.manager_of(child),
    )


def _is_late_care_plan(one: RecordTaskDone, known: Sequence[Member], around: Around, world: World) -> bool:
    """A care plan updated late enough after a plain review for an alert to have been raised before."""
    if one.task is not Task.UPDATED_CARE_PLAN or one.review_on is None or one.child in around.by_hand:
        return False
    here = any(each.child.council_id == one.child and each.life.kind is not CareKind.SHORT_BREAKS for each in known)
    return here and world.calendar.between(one.review_on, one.done_on) > _CARE_PLAN_DAYS + 2


def _about_a_late_plan(rng: Random, one: RecordTaskDone, around: Around, world: World) -> Iterator[Act]:
    assert one.review_on is not None
    due_on = world.calendar.add(one.review_on, _CARE_PLAN_DAYS)
    raised_on = around.free_day(one.child, world.calendar.add(due_on, 1), world)
    yield RaiseAlert(
        child=one.child,
        raised_on=raised_on,
        about=f"The care plan was due on {short(due_on)}, after the review of {short(one.review_on)}, and is not "
        "updated.\nPlease say what has been done, what stands in the way, and by when it will be done.",
        theme="Care plan not updated",
        team=around.team_of(one.child),
        responder=around.manager_of(one.child),
        rule="after.care-plan",
        trigger_on=one.review_on,
    )
    settled_on = max(one.done_on, raised_on)
    yield AnswerAlert(
        child=one.child,
        raised_on=raised_on,
        stage=AlertStage.INFORMAL,
        answered_on=settled_on,
        reply="The plan is rewritten and shared with everybody.",
    )
    yield _resolved(rng, one.child, raised_on, settled_on, AlertOutcome.RESOLVED, CONCERNS[1])


def _about_a_recommendation(one: AddRecommendation, around: Around, world: World) -> RaiseAlert:
    number = around.numbers[id(one)]
    return RaiseAlert(
        child=one.child,
        raised_on=around.free_day(one.child, world.ago(2), world),
        about=f"Recommendation {number} of the review of {short(one.held_on)} is still open.",
        theme="Recommendations not acted on",
        team=around.team_of(one.child),
        responder=around.manager_of(one.child),
        review_on=one.held_on,
        number=number,
    )


def _open(rng: Random, member: Member, how: _Open, around: Around, world: World) -> Iterator[Act]:
    child, raised_on = member.child.council_id, world.ago(how.raised)
    if (child, raised_on) in around.raised:
        return
    around.raised.add((child, raised_on))
    first = AlertStage.FORMAL if how.starts_formal else AlertStage.INFORMAL
    matter = matter_for(rng, member, CONCERNS, world.today)
    yield _raised(child, raised_on, matter, around, first)
    if how.with_another:
        yield _raised(child, raised_on, matter_for(rng, member, CONCERNS, world.today), around)
    if how.paused is not None:
        yield PauseAlert(child=child, raised_on=raised_on, from_on=world.ago(how.paused), reason=PAUSES[0])
    if how.answered is not None:
        answered_on = world.ago(how.answered)
        yield AnswerAlert(child=child, raised_on=raised_on, stage=first, answered_on=answered_on, reply=matter.reply)
    if how.formal is not None:
        began_on = world.ago(how.formal)
        yield EscalateAlert(
            child=child, raised_on=raised_on, stage=AlertStage.FORMAL, started_on=began_on, responder=around.senior
        )
    if how.cafcass is not None:
        yield _to_cafcass(rng, child, raised_on, world.ago(how.cafcass), world)
