"""Which review is owed at a given time of one period of care: by regulation 33, for short breaks, or for adoption."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from iro_desktop.domain.care import PeriodOfCare, completion_of
from iro_desktop.domain.records import Circumstance, Episode, Review
from iro_desktop.domain.vocabulary import (
    ADOPTION_PLACEMENTS,
    SHORT_BREAK_STATUSES,
    CircumstanceKind,
    ReviewMethod,
    StartReason,
)
from iro_desktop.rules import reviews
from iro_desktop.rules.model import Rule
from iro_desktop.rules.numbering import NumberedReview
from iro_desktop.rules.practice import STANDARD, Practice

PLACEMENT_ORDER = "E1"
# Reasons by which the episode's legal status is new: the day it begins is the day of the order.
_LEGAL_BEGINS = frozenset({StartReason.STARTED, StartReason.LEGAL, StartReason.BOTH, StartReason.BOTH_SAME_CARER})
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

    def __init__(
        self,
        period: PeriodOfCare,
        complete_from: date | None,
        practice: Practice = STANDARD,
        circumstances: Sequence[Circumstance] = (),
    ) -> None:
        """Begin with no review held; ``complete_from`` as on the child."""
        self._started_on = period.started_on
        self._complete_from = complete_from
        self._practice = practice
        self._short_breaks_until = _short_breaks_until(period, circumstances)
        self._adoption_runs = adoption_runs(period, complete_from)
        self._authorities = _authorities(period, circumstances)
        self._held_on: list[date] = []
        self._ordinary: NumberedReview | None = None  # the last one in its turn, where extra ones do not reset
        self._due_on: date | None = None  # when the last review held was due, where that is known

    @property
    def returns(self) -> tuple[date, ...]:
        """The days on which an adoption placement ended and the child came back to other care."""
        return tuple(run.until for run in self._adoption_runs if run.until < date.max)

    def counts(self, review: Review) -> bool:
        """Whether a review takes its turn and starts the count of the next: an early one does, but by choice."""
        if review.ground is None or self._practice.is_plain:
            return True
        return self._practice.is_chosen("extra-review-resets", "yes", review.held_on)

    def held(self, review: Review, due_on: date | None) -> None:
        """Count a review that was held; ``due_on``: its last lawful day, where that is known."""
        if self.counts(review):
            self._held_on.append(review.held_on)
            self._due_on = due_on

    def owed_on(self, day: date, previous: NumberedReview | None) -> Duty | None:
        """The review owed on ``day`` after ``previous``, the last one held; ``None``: there is no day to count from."""
        previous = self._in_turn(previous)
        anchor = self._anchor(previous.review, day) if previous else None
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

    def authorised_on(self, day: date, previous: NumberedReview | None) -> Duty | None:
        """The review that SI 2005/389 reg 36(1) asks for beside, between the authority to place and the placement."""
        previous = self._in_turn(previous)
        authority = next((one for one in self._authorities if one.first_on <= day < one.until), None)
        if authority is None or any(run.first_on <= day < run.until for run in self._adoption_runs):
            return None
        since = sum(one > authority.first_on for one in self._held_on)
        if since == 0 or previous is None:
            return Duty(reviews.ADOPTION_AUTHORISED_FIRST, authority.first_on)
        return Duty(reviews.ADOPTION_AUTHORISED_LATER, self._anchor(previous.review, day))

    def is_adoption_alone(self, duty: Duty | None, authorised: Duty | None) -> bool:
        """Whether the service lets the adoption clock stand alone, as older procedures have it, for that review."""
        if authorised is None or self._practice.is_plain:
            return False
        counted_from = (duty or authorised).trigger_on
        return self._practice.is_chosen("adoption-authorised", "adoption-only", counted_from)

    def _in_turn(self, previous: NumberedReview | None) -> NumberedReview | None:
        """The review from which the next counts: the last one, or the last in its turn."""
        if previous is None or self.counts(previous.review):
            self._ordinary = previous
        return self._ordinary

    def _anchor(self, review: Review, day: date) -> date:
        """The day from which the next review counts, as known on ``day``: completion, until then the first meeting.

        By the service's choice the first meeting of a series, or the day the review was due where that is earlier.
        """
        completed_on = completion_of(review)
        anchor = completed_on if completed_on is not None and completed_on <= day else review.held_on
        if self._practice.is_plain:
            return anchor
        if review.method is ReviewMethod.SERIES and self._practice.is_chosen("series", "completion", review.held_on):
            anchor = review.held_on
        if self._due_on is not None and self._practice.is_chosen("anchor", "original-due", review.held_on):
            return min(anchor, self._due_on)
        return anchor

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


def _short_breaks_until(period: PeriodOfCare, circumstances: Sequence[Circumstance]) -> date:
    """The first day on which the period is more than short breaks, and regulation 33 applies in full."""
    more = [one.started_on for one in period.episodes if one.legal_status not in SHORT_BREAK_STATUSES]
    if circumstances:
        more += [
            one.from_on
            for one in circumstances
            if one.kind is CircumstanceKind.SHORT_BREAKS_EXCEEDED and period.is_open_on(one.from_on)
        ]
    return min(more, default=date.max)


class Authority(NamedTuple):
    """One time in which the authority may place the child for adoption."""

    first_on: date
    until: date  # the day after the last


def _authorities(period: PeriodOfCare, circumstances: Sequence[Circumstance]) -> tuple[Authority, ...]:
    """By a placement order, where an episode shows when it was made, or as a person recorded it."""
    found: list[Authority] = []
    before = ""
    for index, one in enumerate(period.episodes):
        status = one.legal_status or ""
        if status == PLACEMENT_ORDER and before != PLACEMENT_ORDER and one.start_reason in _LEGAL_BEGINS:
            later = (each.started_on for each in period.episodes[index:] if each.legal_status != PLACEMENT_ORDER)
            found.append(Authority(one.started_on, next(later, date.max)))
        before = status
    found += [
        Authority(one.from_on, one.to_on + timedelta(days=1) if one.to_on else date.max)
        for one in circumstances
        if one.kind is CircumstanceKind.ADOPTION_AUTHORITY and period.is_open_on(one.from_on)
    ]
    return tuple(sorted(found)) if len(found) > 1 else tuple(found)


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
