"""Rows about reviews that were moved or cancelled: the ledger of bookings."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.records import Booking, ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus, ReviewKind
from iro_desktop.measures.model import By, Counted, LeftOut, Row, Span, iro_on, team_on
from iro_desktop.measures.participation import review_row
from iro_desktop.measures.reviews import is_tracked, reviews_held

_CLOSED = frozenset({BookingStatus.MOVED, BookingStatus.CANCELLED})
_BANDS = ((1, "the day before or on the day"), (7, "2 to 7 days before"), (28, "8 to 28 days before"))
_LONGER = "more than 28 days before"


def rearranged_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period, by whether its booking was moved or cancelled since the review before."""
    closed = [one for one in _of_looked_after(counted.facts) if one.status in _CLOSED]
    after = date.min
    for review in reviews_held(counted):
        if span.holds(review.held_on):
            moves = [one for one in closed if one.closed_on and after < one.closed_on <= review.held_on]
            why = None if is_tracked(counted, review.held_on) else LeftOut.NOT_TRACKED
            yield review_row(counted, review, is_met=bool(moves), left_out=why)
        after = review.held_on


def rearrangement_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a booked review was moved or cancelled in the period: who asked, why, with how much notice."""
    seen: dict[date, int] = {}
    for one in _of_looked_after(counted.facts):
        day = one.closed_on
        if one.status in _CLOSED and day is not None and span.holds(day):
            nth = seen[day] = seen.get(day, 0) + 1
            yield _row(counted, one, day, nth)


def _row(counted: Counted, one: Booking, day: date, nth: int) -> Row:
    tags = (
        (By.KIND, one.status.label),
        (By.ASKED_BY, one.asked_by.label if one.asked_by else ""),
        (By.REASON, _plain(one.reason)),
        (By.NOTICE, _notice(day, one.review_on)),
    )
    return Row(
        counted.facts.child.council_id, day, one.review_on, None, day, is_met=True, left_out=None,
        iro=iro_on(counted, day), team=team_on(counted, day), tags=tags, nth=nth,
    )  # fmt: skip


def _of_looked_after(facts: ChildFacts) -> Iterator[Booking]:
    return (one for one in facts.bookings if one.kind is not ReviewKind.PATHWAY)


def _plain(reason: str | None) -> str:
    words = " ".join((reason or "").split())
    return words[:1].upper() + words[1:]


def _notice(closed_on: date, review_on: date) -> str:
    days = (review_on - closed_on).days
    return next((words for most, words in _BANDS if days <= most), _LONGER)
