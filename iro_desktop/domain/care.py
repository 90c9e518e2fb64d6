"""Periods of care, built from episodes (SSDA903: from an episode that started with S to the first REC but X1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.records import Episode, Review
from iro_desktop.domain.vocabulary import CONTINUES, SHORT_BREAK_STATUSES, ReviewMethod, StartReason


@dataclass(frozen=True, slots=True)
class PeriodOfCare:
    """One unbroken time of being looked after."""

    started_on: date | None  # None: began before the history held here, and no start is inferred
    first_on: date  # first day that the history shows
    ended_on: date | None  # day of exit; None: still looked after
    episodes: tuple[Episode, ...]  # oldest first

    @property
    def is_short_breaks(self) -> bool:
        """Whether every episode is under a short-break agreement (V3, V4; CPR reg 48)."""
        return all(episode.legal_status in SHORT_BREAK_STATUSES for episode in self.episodes)

    def is_open_on(self, day: date) -> bool:
        """Whether the child is looked after on that day by this period; the day of exit no longer counts."""
        return self.first_on <= day and (self.ended_on is None or day < self.ended_on)


def periods_of_care(episodes: Sequence[Episode]) -> tuple[PeriodOfCare, ...]:
    """Group one child's episodes, given oldest first, into periods of care, oldest first.

    A period opened by any other reason than S has no known start. An S while a period is open ends that
    period on the same day, and a period never outlasts the start of the next: the clock follows the newest S.
    """
    if len(episodes) == 1:
        return (_period((episodes[0],), _end_of(episodes[0])),)
    periods: list[PeriodOfCare] = []
    current: list[Episode] = []
    for episode in episodes:
        if current and episode.start_reason == StartReason.STARTED:
            periods.append(_period(tuple(current), episode.started_on))
            current = []
        if not current and periods and (periods[-1].ended_on or episode.started_on) > episode.started_on:
            periods[-1] = replace(periods[-1], ended_on=episode.started_on)
        current.append(episode)
        ended_on = _end_of(episode)
        if ended_on is not None:
            periods.append(_period(tuple(current), ended_on))
            current = []
    if current:
        periods.append(_period(tuple(current), None))
    return tuple(periods)


def _period(episodes: tuple[Episode, ...], ended_on: date | None) -> PeriodOfCare:
    first = episodes[0]
    started_on = first.started_on if first.start_reason == StartReason.STARTED else None
    return PeriodOfCare(started_on, first.started_on, ended_on, episodes)


def _end_of(episode: Episode) -> date | None:
    if episode.ended_on is None or episode.end_reason in (None, CONTINUES):
        return None
    return episode.ended_on


def completion_of(review: Review) -> date | None:
    """The day a review was completed; ``None`` for a series or an adjourned review that is still open."""
    if review.completed_on is not None:
        return review.completed_on
    is_in_parts = review.method is ReviewMethod.SERIES or review.adjourned_on is not None
    return None if is_in_parts else review.held_on
