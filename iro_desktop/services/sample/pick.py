"""Drawing lots by shares."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

_A_CASELOAD = 40  # children; from here on every kind of fact occurs
TRIES = 6000  # the rarest wish, a review on one given day, comes true about once in 120


def weighted(rng: Random, shares: Mapping[T, float]) -> T:
    """One of the keys, each as often as its share says; shares need not sum to anything."""
    return rng.choices(list(shares), list(shares.values()))[0]


def first_that(fits: Callable[[T], bool], make: Callable[[], T], tries: int = TRIES) -> T | None:
    """The first made that fits, or ``None`` if none did."""
    for _ in range(tries):
        made = make()
        if fits(made):
            return made
    return None


def some(rng: Random, found: Sequence[T], share: float, of: int) -> list[T]:
    """So many of those found as the share of ``of`` says, in their order; of a caseload one at the least."""
    wanted = max(round(share * of), 1 if of >= _A_CASELOAD else 0)
    chosen = rng.sample(range(len(found)), min(wanted, len(found)))
    return [found[index] for index in sorted(chosen)]
