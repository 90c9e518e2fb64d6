"""Which reviews belong to which period of care, and which of them is known to be the first, second or later.

A number is known only where every review since the start of care is held here, or where a person stated it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.records import Review


class NumberedReview(NamedTuple):
    """A held review with what is known of its place in the period."""

    review: Review
    number: int | None  # None: not known
    follows_known: bool  # whether the review (or the start) just before it is surely held here


def by_period(
    periods: Sequence[PeriodOfCare], reviews: Sequence[Review], today: date
) -> Iterator[tuple[PeriodOfCare, list[Review]]]:
    """Give each period its held reviews, oldest first. Reviews dated after today do not count as held.

    On the day where one period ends and the next begins, the review belongs to the next. A period without known
    start takes the reviews since the end of the one before it; others take none from before their start. Two
    reviews on one day are the same review, told twice.
    """
    position = 0
    held_until = next((i for i in range(len(reviews), 0, -1) if reviews[i - 1].held_on <= today), 0)
    for index, period in enumerate(periods):
        next_first = periods[index + 1].first_on if index + 1 < len(periods) else date.max
        if period.started_on is not None:
            while position < held_until and reviews[position].held_on < period.started_on:
                position += 1
        last_on = period.ended_on or date.max
        held: list[Review] = []
        while position < held_until and reviews[position].held_on <= last_on and reviews[position].held_on < next_first:
            if not held or held[-1].held_on != reviews[position].held_on:
                held.append(reviews[position])
            position += 1
        yield period, held


def numbered(period: PeriodOfCare, reviews: Sequence[Review], complete_from: date | None) -> list[NumberedReview]:
    """Number one period's reviews, given oldest first; ``complete_from`` as on the child."""
    started_on = period.started_on
    whole = started_on is not None and complete_from is not None and complete_from <= started_on
    found: list[NumberedReview] = []
    number: int | None = 0 if whole else None
    previous_on = started_on if whole else None
    for review in reviews:
        follows = previous_on is not None and complete_from is not None and complete_from <= previous_on
        counted = number + 1 if number is not None and follows else None
        if counted is not None and review.number not in (None, counted):
            follows = False  # the number stated says that reviews before it are missing here
        number = review.number or counted
        is_stated_first = number == 1 and started_on is not None and not found
        found.append(NumberedReview(review, number, follows or is_stated_first))
        previous_on = review.held_on
    return found
