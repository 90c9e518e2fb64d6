"""Which review is owed at a given time of one period of care: by regulation 33, for short breaks, or for adoption."""

from datetime import date
from typing import NamedTuple

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.records import Episode, Review
from iro_desktop.domain.vocabulary import ADOPTION_PLACEMENTS, SHORT_BREAK_STATUSES, ReviewMethod, StartReason
from iro_desktop.rules import reviews
from iro_desktop.rules.model import Rule
from iro_desktop.rules.numbering import NumberedReview

_PLACEMENT_BEGINS = frozenset(StartReason) - {StartReason.LEGAL}  # reasons by which the episode's placement is new


class Duty(NamedTuple):
    """A review that is owed."""

    rule: Rule
    trigger_on: date  # day 0 of its count


class AdoptionRun(NamedTuple):
    """One unbroken time in adoption placements."""

    first_on: date
    until: date  # the day after the last
    is_whole: bool  # whether the placement surely began on that first day and every review since is held here


class Duties:
    """The duties of one period, asked for in order of time; ``held`` tells it of each review."""

    def __init__(self, period: PeriodOfCare, complete_from: date | None) -> None:
        """Begin with no review held; ``complete_from`` as on the child."""
        self._started_on = period.started_on
        self._short_breaks_until = _short_breaks_until(period)
        self._adoption_runs = adoption_runs(period, complete_from)
        self._held_on: list[date] = []

    def held(self, day: date) -> None:
        """Count a review that was held on that day."""
        self._held_on.append(day)

    def owed_on(self, day: date, previous: NumberedReview | None) -> Duty | None:
        """The review owed on ``day`` after ``previous``, the last one held; ``None``: there is no day to count from."""
        anchor = _anchor(previous.review, day) if previous else None
        for run in self._adoption_runs:
            if run.first_on <= day < run.until:
                return self._after_adoption_placement(run, anchor)
        if previous is None or anchor is None:
            return self._first(day)
        if day < self._short_breaks_until:
            return Duty(reviews.SHORT_BREAK_LATER, anchor)
        if previous.number is None:
            return Duty(reviews.OPENING, anchor)
        return Duty((reviews.second_on if previous.number == 1 else reviews.later_on)(anchor), anchor)

    def _first(self, day: date) -> Duty | None:
        if self._started_on is None:
            return None
        is_short_breaks = day < self._short_breaks_until
        rule = reviews.SHORT_BREAK_FIRST if is_short_breaks else reviews.first_on(self._started_on)
        return Duty(rule, self._started_on)

    def _after_adoption_placement(self, run: AdoptionRun, anchor: date | None) -> Duty | None:
        if not run.is_whole:
            return Duty(reviews.OPENING, anchor) if anchor is not None else None
        since = sum(day >= run.first_on for day in self._held_on)
        if since == 0 or anchor is None:
            return Duty(reviews.ADOPTION_FIRST, run.first_on)
        return Duty(reviews.ADOPTION_SECOND if since == 1 else reviews.ADOPTION_LATER, anchor)


def _short_breaks_until(period: PeriodOfCare) -> date:
    """The first day on which the period is more than short breaks, and regulation 33 applies in full."""
    more = (one.started_on for one in period.episodes if one.legal_status not in SHORT_BREAK_STATUSES)
    return next(more, date.max)


def adoption_runs(period: PeriodOfCare, complete_from: date | None) -> tuple[AdoptionRun, ...]:
    """The times in adoption placements, oldest first."""
    runs: list[AdoptionRun] = []
    first: Episode | None = None
    for episode in period.episodes:
        placed = episode.placement in ADOPTION_PLACEMENTS
        if placed and first is None:
            first = episode
        elif not placed and first is not None:
            runs.append(_run(first, episode.started_on, complete_from))
            first = None
    if first is not None:
        runs.append(_run(first, date.max, complete_from))
    return tuple(runs)


def _run(first: Episode, until: date, complete_from: date | None) -> AdoptionRun:
    is_whole = (
        first.start_reason in _PLACEMENT_BEGINS and complete_from is not None and complete_from <= first.started_on
    )
    return AdoptionRun(first.started_on, until, is_whole)


def completion_of(review: Review) -> date | None:
    """The day a review was completed; ``None`` for a series that is still open."""
    if review.completed_on is not None:
        return review.completed_on
    return None if review.method is ReviewMethod.SERIES else review.held_on


def _anchor(review: Review, day: date) -> date:
    """The day from which the next review counts, as known on ``day``: completion, until then the first meeting."""
    completed_on = completion_of(review)
    return completed_on if completed_on is not None and completed_on <= day else review.held_on
