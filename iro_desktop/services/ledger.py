"""The rearrangement ledger of a child: every day booked for a review, with what became of it, and with what notice."""

from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.records import Booking, ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus, ReviewKind
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.diary_views import LedgerLine
from iro_desktop.services.planning.owed import limit_of, owed_next
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.timescale import owed_pathway_review, owed_review
from iro_desktop.services.words import place_words

_CLOSED = frozenset({BookingStatus.MOVED, BookingStatus.CANCELLED})


def ledger(snapshot: Snapshot, child: ChildNow) -> tuple[LedgerLine, ...]:
    """Every booking, the newest made first."""
    made = sorted(child.facts.bookings, key=lambda one: (one.booked_on or one.review_on, one.id), reverse=True)
    return tuple(_line(snapshot, child, one) for one in made)


def _line(snapshot: Snapshot, child: ChildNow, one: Booking) -> LedgerLine:
    return LedgerLine(
        one.review_on,
        one.at or "",
        place_words(one),
        one.booked_on,
        _became(child.facts, one, snapshot.today),
        one.closed_on,
        one.asked_by.label if one.asked_by else "",
        one.reason or "",
        notice_of(one, snapshot.calendar),
        in_timescale(snapshot, child, one),
    )


def notice_of(one: Booking, calendar: WorkingCalendar) -> int | None:
    """Working days between the day it was moved or cancelled and the day it was booked for; negative: after it."""
    if one.status not in _CLOSED or one.closed_on is None:
        return None
    return calendar.between(one.closed_on, one.review_on)


def in_timescale(snapshot: Snapshot, child: ChildNow, one: Booking) -> bool | None:
    """Whether a review on that day was, or would be, in time; ``None``: no limit is known.

    An open booking is judged by the review that is owed; an earlier one by what was owed on its day.
    """
    limit = _limit(snapshot, child, one)
    return None if limit is None else one.review_on <= limit


def _limit(snapshot: Snapshot, child: ChildNow, one: Booking) -> date | None:
    owed = owed_next(child)
    follows = not any(held.held_on >= one.review_on for held in child.facts.reviews)
    if follows and owed is not None:
        return limit_of(owed)
    told = (child.facts, one.review_on, snapshot.calendar, snapshot.practice)
    return limit_of(owed_pathway_review(*told) if one.kind is ReviewKind.PATHWAY else owed_review(*told))


def _became(facts: ChildFacts, one: Booking, today: date) -> str:
    match one.status:
        case BookingStatus.MOVED:
            to = next_of(facts, one)
            return f"moved to {with_weekday(to.review_on)}" if to else "moved"
        case BookingStatus.CANCELLED:
            return "cancelled"
        case BookingStatus.HELD:
            return "held"
        case _:
            return "booked" if one.review_on >= today else "not yet recorded"


def next_of(facts: ChildFacts, one: Booking) -> Booking | None:
    """The booking that took the place of a moved one: made on that day, the first after it."""
    if one.status is not BookingStatus.MOVED:
        return None
    later = [other for other in facts.bookings if other.id > one.id and other.booked_on == one.closed_on]
    return min(later, key=lambda other: other.id, default=None)


def chain_of(facts: ChildFacts, booking_id: str) -> tuple[Booking, ...]:
    """The bookings by which one review was moved from day to day, up to this one, the first made first."""
    before = {found.id: one for one in facts.bookings if (found := next_of(facts, one)) is not None}
    here = next(one for one in facts.bookings if one.id == booking_id)
    chain = [here]
    while chain[0].id in before:
        chain.insert(0, before[chain[0].id])
    return tuple(chain)
