"""Foster carers and the yearly reviews of their approval; known by reference alone."""

from collections.abc import Iterator
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddFosterCarer, EndFosterCarer, RecordCarerReview
from iro_desktop.domain.vocabulary import CarerReviewKind
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.world import World

_A_CHILD = 0.12  # households followed for each child looked after: assumed
_LATE = 0.06
_AD_HOC = 0.05
_ENDED = 0.05
_FIRST_DUE = {1: 12, 2: -6}  # households in their first year: days until its review is due

CarerAct = AddFosterCarer | RecordCarerReview | EndFosterCarer


def carers(rng: Random, children: int, world: World) -> Iterator[CarerAct]:
    """Each household's approval and reviews, oldest first."""
    for number in range(1, round(children * _A_CHILD) + 1):
        reference = f"FC-{number:04d}"
        if number in _FIRST_DUE:
            approved_on = add_months(add_days(world.today, _FIRST_DUE[number]), -12)
            yield AddFosterCarer(carer=reference, approved_on=approved_on)
        else:
            yield from _household(rng, reference, world)


def _household(rng: Random, reference: str, world: World) -> Iterator[CarerAct]:
    approved_on = world.on_or_after(add_days(world.today, -rng.randint(60, 2900)))
    yield AddFosterCarer(carer=reference, approved_on=approved_on)
    last_on = approved_on
    while True:
        due_on = add_months(last_on, 12)
        held_on = _held(rng, due_on, world)
        if held_on >= world.today:
            break
        yield _review(rng, reference, held_on, CarerReviewKind.ANNUAL, world)
        last_on = held_on
        if rng.random() < _AD_HOC:
            asked_on = world.on_or_after(add_days(held_on, rng.randint(60, 200)))
            if asked_on < world.today:
                yield _review(rng, reference, asked_on, CarerReviewKind.AD_HOC, world)
                last_on = asked_on
    if rng.random() < _ENDED and add_days(last_on, 40) < world.today:
        yield EndFosterCarer(carer=reference, on=add_days(world.today, -rng.randint(5, 30)))


def _held(rng: Random, due_on: date, world: World) -> date:
    if rng.random() < _LATE:
        return world.calendar.add(due_on, rng.randint(2, 25))
    return world.calendar.on_or_before(add_days(due_on, -rng.randint(0, 30)))


def _review(rng: Random, reference: str, held_on: date, what: CarerReviewKind, world: World) -> RecordCarerReview:
    """To panel where something happened, and a week later the decision, as far as that day has come."""
    to_panel = what is CarerReviewKind.AD_HOC
    panel_on = world.calendar.add(held_on, rng.randint(12, 26)) if to_panel else None
    decided_on = world.calendar.add(panel_on or held_on, rng.randint(3, 9))
    return RecordCarerReview(
        carer=reference,
        held_on=held_on,
        panel_on=panel_on if panel_on and panel_on <= world.today else None,
        decided_on=decided_on if decided_on <= world.today else None,
        what=what,
    )
