"""Foster carers and the yearly reviews of their approval by the fostering IRO; known by reference alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    AddFosterCarer,
    AskForCarerReview,
    BookCarerReview,
    EndFosterCarer,
    RecordCarerReview,
)
from iro_desktop.domain.vocabulary import CarerReviewGround, CarerReviewKind, CarerReviewOutcome
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.world import World

_A_CHILD = 0.12  # households followed for each child looked after: assumed
_LATE = 0.06
_AD_HOC = 0.08
_ENDED = 0.05
_CHANGED = 0.1  # of reviews that come to other terms
_FIRST_DUE = {1: 12, 2: -6}  # households in their first year: days until its review is due
_ASKED = {3: 9, 4: 55}  # households of which a review out of turn is open: days since it was asked for
_BOOKED = 0.7  # of those due within two months
_TERMS = ("one child, 0 to 4", "two children, 5 to 11", "one child, 11 to 18", "brothers and sisters, up to three")
_GROUNDS = (CarerReviewGround.HOUSEHOLD, CarerReviewGround.ALLEGATION, CarerReviewGround.TERMS)

CarerAct = AddFosterCarer | RecordCarerReview | EndFosterCarer | AskForCarerReview | BookCarerReview


def carers(rng: Random, children: int, names: Sequence[str], world: World) -> Iterator[CarerAct]:
    """Each household's approval and reviews, oldest first; the last of the team is the fostering IRO."""
    iro = names[-1]
    for number in range(1, round(children * _A_CHILD) + 1):
        reference = f"FC-{number:04d}"
        if number in _FIRST_DUE:
            approved_on = add_months(add_days(world.today, _FIRST_DUE[number]), -12)
            yield _added(rng, reference, approved_on, iro)
            if _FIRST_DUE[number] > 0:
                yield BookCarerReview(carer=reference, review_on=world.calendar.add(world.today, 6))
        else:
            yield from _household(rng, number, iro, world)


def _added(rng: Random, reference: str, approved_on: date, iro: str) -> AddFosterCarer:
    return AddFosterCarer(carer=reference, approved_on=approved_on, iro=iro, terms=rng.choice(_TERMS))


def _household(rng: Random, number: int, iro: str, world: World) -> Iterator[CarerAct]:
    reference = f"FC-{number:04d}"
    years = 2 if number in _ASKED else rng.randint(1, 8)
    approved_on = world.on_or_after(add_days(world.today, -365 * years + rng.randint(10, 300)))
    yield _added(rng, reference, approved_on, iro)
    last_on, is_first = approved_on, True
    while True:
        held_on = _held(rng, add_months(last_on, 12), world)
        if held_on >= world.today:
            break
        yield _review(rng, reference, held_on, CarerReviewKind.ANNUAL, world, to_panel=is_first)
        last_on, is_first = held_on, False
        if rng.random() < _AD_HOC:
            yield from _out_of_turn(rng, reference, add_days(held_on, rng.randint(60, 200)), world)
    if number in _ASKED:
        asked_on = max(add_days(approved_on, 1), add_days(world.today, -_ASKED[number]))
        yield AskForCarerReview(carer=reference, asked_on=asked_on, ground=_GROUNDS[number % len(_GROUNDS)])
    elif rng.random() < _ENDED and add_days(last_on, 40) < world.today:
        yield EndFosterCarer(carer=reference, on=add_days(world.today, -rng.randint(5, 30)))
        return
    due_on = add_months(last_on, 12)
    if world.today < due_on <= add_days(world.today, 60) and rng.random() < _BOOKED:
        yield BookCarerReview(carer=reference, review_on=world.calendar.on_or_before(due_on))


def _out_of_turn(rng: Random, reference: str, asked_on: date, world: World) -> Iterator[CarerAct]:
    """Asked for, held three weeks on, gone to panel; where that has come to its end by now."""
    held_on = world.calendar.add(asked_on, rng.randint(8, 14))
    if world.calendar.add(held_on, 30) >= world.today:
        return
    yield AskForCarerReview(carer=reference, asked_on=asked_on, ground=rng.choice(_GROUNDS))
    yield _review(rng, reference, held_on, CarerReviewKind.AD_HOC, world, to_panel=True)


def _held(rng: Random, due_on: date, world: World) -> date:
    if rng.random() < _LATE:
        return world.calendar.add(due_on, rng.randint(2, 25))
    return world.calendar.on_or_before(add_days(due_on, -rng.randint(0, 30)))


def _review(
    rng: Random, reference: str, held_on: date, what: CarerReviewKind, world: World, *, to_panel: bool
) -> RecordCarerReview:
    """A first review and one out of turn go to panel; a week later the decision, as far as that day has come."""
    panel_on = world.calendar.add(held_on, rng.randint(8, 18)) if to_panel else None
    decided_on = world.calendar.add(panel_on or held_on, rng.randint(3, 9))
    is_decided = decided_on <= world.today
    outcome = CarerReviewOutcome.CHANGED if rng.random() < _CHANGED else CarerReviewOutcome.CONTINUES
    return RecordCarerReview(
        carer=reference,
        held_on=held_on,
        panel_on=panel_on if panel_on and panel_on <= world.today else None,
        decided_on=decided_on if is_decided else None,
        what=what,
        outcome=outcome if is_decided else None,
    )
