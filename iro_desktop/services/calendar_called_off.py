"""Reviews of the ledger that will not be on their day: a calendar that took one in is told that it is off, or moved."""

from collections.abc import Iterator
from datetime import date, timedelta

from iro_desktop.domain.records import Booking
from iro_desktop.domain.vocabulary import BookingStatus
from iro_desktop.exchange.calendar_feed import FeedEvent
from iro_desktop.services.calendar_uids import of_booking
from iro_desktop.services.diary_views import CalendarWish
from iro_desktop.services.ledger import chain_of
from iro_desktop.services.planning.clock import USUAL_MINUTES
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import with_work

_AROUND = timedelta(days=60)  # an earlier file may have reached further


def called_off(snapshot: Snapshot, iro: str | None, wish: CalendarWish, busy: str) -> Iterator[FeedEvent]:
    """Those whose day lies among the days asked for, or near them; ``busy``: what stands for a time that is busy."""
    for child in with_work(snapshot, iro):
        for one in child.facts.bookings:
            is_near = wish.from_on - _AROUND <= one.review_on <= wish.to_on + _AROUND
            if is_near and _is_off(one) and (one.at or not wish.is_busy):
                uid, sequence = of_booking(child.facts, one.id)
                summary = busy if wish.is_busy else f"Cancelled: review {child.facts.child.council_id}"
                yield FeedEvent(
                    uid, one.review_on, summary, one.at or "", USUAL_MINUTES, sequence=sequence, is_cancelled=True
                )


def moved_away(snapshot: Snapshot, iro: str | None, wish: CalendarWish) -> dict[str, date]:
    """Entries of reviews that were booked for one of the days asked for and now for none; with the day they are on."""
    return {
        f"booking/{one.id}": one.review_on
        for child in with_work(snapshot, iro)
        for one in child.facts.bookings
        if one.status is BookingStatus.OPEN
        and not _is_among(one, wish)
        and any(_is_among(each, wish) for each in chain_of(child.facts, one.id))
    }


def _is_among(one: Booking, wish: CalendarWish) -> bool:
    return wish.from_on <= one.review_on <= wish.to_on


def _is_off(one: Booking) -> bool:
    """Cancelled, or settled by a review that was held on an earlier day."""
    was_held_before = one.status is BookingStatus.HELD and one.closed_on is not None and one.closed_on < one.review_on
    return one.status is BookingStatus.CANCELLED or was_held_before
