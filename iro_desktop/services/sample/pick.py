"""Drawing lots by shares."""

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeVar

T = TypeVar("T")

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
