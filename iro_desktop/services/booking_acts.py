"""Acts about bookings: every day booked stays in the ledger, with what became of it."""

import re
from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import BookReview, CancelBooking, ChangeBooking, MoveBooking
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Booking, ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus, Venue
from iro_desktop.services.days_come import check_come
from iro_desktop.services.timescale import kind_on, may_be_reviewed
from iro_desktop.services.workspace import Workspace

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


def book_review(act: BookReview, work: Workspace) -> None:
    """Book the next review; one open booking at a time."""
    _check_past(act.booked_on, work.today, "booked_on")
    put_booking(
        work,
        act.child,
        Booking(
            "",
            "",
            act.review_on,
            BookingStatus.OPEN,
            act.booked_on or work.today,
            clock_time(act.at),
            act.place,
            venue=act.venue,
        ),
    )


def _check_past(day: date | None, today: date, field: str) -> None:
    """A booking is made, moved or cancelled today, or was before."""
    check_come(day, today, field, "Give today or an earlier day.")


def clock_time(typed: str | None) -> str | None:
    """A time of day as it is kept, ``09:30``; 9.30 and 9:30 are meant so."""
    if typed is None:
        return None
    match = _CLOCK.fullmatch(typed.strip())
    if match is None:
        raise UserError(
            "The time is not one of the day. Nothing was saved. Write it as 09:30, or leave it empty.", field="at"
        )
    return f"{int(match[1]):02}:{match[2]}"


def put_booking(work: Workspace, council_id: str, booking: Booking, field: str = "review_on") -> None:
    """Add a booking: none before a review that was held, one open at a time, none of a past day outside care.

    ``field``: of the act, where the day stands.
    """
    facts = work.child(council_id)
    if any(one.held_on >= booking.review_on for one in facts.reviews):
        raise UserError(
            f"A review on or after {short(booking.review_on)} is recorded already. Nothing was saved.", field=field
        )
    for one in facts.bookings:
        if one.status is BookingStatus.OPEN and not any(held.held_on >= one.review_on for held in facts.reviews):
            raise UserError(
                f"{council_id} is booked for {short(one.review_on)} already. Nothing was saved. Move it instead.",
                field=field,
            )
    if booking.review_on < work.today and facts.episodes and not may_be_reviewed(facts, booking.review_on):
        raise UserError(
            f"{council_id} was not looked after on {short(booking.review_on)}, which has passed. Nothing was saved. "
            "Check the date.",
            field=field,
        )
    kind = kind_on(facts, booking.review_on)
    work.put(replace(booking, id=work.new_id(), child_id=facts.child.id, kind=kind))


def move_booking(act: MoveBooking, work: Workspace) -> None:
    """Move a booking; the old day stays in the ledger with who asked and why."""
    _check_past(act.moved_on, work.today, "moved_on")
    facts = work.child(act.child)
    booking = _open_booking(facts, act.review_on)
    at = clock_time(act.at) or booking.at
    if not act.reason.strip():
        raise UserError("Say why the review is moved. Nothing was saved.", field="reason")
    if act.to_on == act.review_on and at == booking.at:
        raise UserError("That is the day it is booked for. Nothing was saved.", field="to_on")
    moved = replace(
        booking, status=BookingStatus.MOVED, closed_on=act.moved_on, asked_by=act.asked_by, reason=act.reason.strip()
    )
    work.put(moved)
    place, venue = _where(booking, act.place, act.venue)
    put_booking(
        work,
        act.child,
        Booking("", "", act.to_on, BookingStatus.OPEN, act.moved_on, at, place, venue=venue),
        "to_on",
    )


def _where(booking: Booking, place: str | None, venue: Venue | None) -> tuple[str | None, Venue | None]:
    """The place and what sort it is: of another sort the old place says nothing, and the other way round."""
    if place is None and venue is None:
        return booking.place, booking.venue
    if place is None:
        return (booking.place if venue is booking.venue else None), venue
    return place.strip() or None, venue or (booking.venue if place == booking.place else None)


def change_booking(act: ChangeBooking, work: Workspace) -> None:
    """Another time or place on the same day: nothing is rearranged, so the ledger has no new line."""
    booking = _open_booking(work.child(act.child), act.review_on)
    at = booking.at if act.at is None else clock_time(act.at.strip() or None)
    place, venue = _where(booking, act.place, act.venue)
    work.put(replace(booking, at=at, place=place, venue=venue))


def cancel_booking(act: CancelBooking, work: Workspace) -> None:
    """Cancel a booking without a new day."""
    _check_past(act.cancelled_on, work.today, "cancelled_on")
    booking = _open_booking(work.child(act.child), act.review_on)
    reason = act.reason.strip()
    if not reason:
        raise UserError("Say why the review does not take place. Nothing was saved.", field="reason")
    work.put(replace(booking, status=BookingStatus.CANCELLED, closed_on=act.cancelled_on, reason=reason))


def _open_booking(facts: ChildFacts, review_on: date) -> Booking:
    for one in facts.bookings:
        if one.status is BookingStatus.OPEN and one.review_on == review_on:
            return one
    raise UserError(
        f"{facts.child.council_id} has no open booking on {short(review_on)}. Nothing was saved.", field="review_on"
    )
