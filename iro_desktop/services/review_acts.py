"""Acts about reviews, bookings and the work around them."""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    BookReview,
    CancelBooking,
    CorrectReview,
    MoveBooking,
    RecordReviewHeld,
    RecordTaskDone,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Booking, ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import BookingStatus, Participation, Task
from iro_desktop.rules import reviews
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from iro_desktop.services.people_acts import open_period
from iro_desktop.services.workspace import Workspace

# A review held early settles its booking; one booked later than this is taken for the review after it.
_SAME_REVIEW = timedelta(weeks=6)
CODED_AGE = 4  # PN0 below it, PN1 to PN7 from the fourth birthday on (SSDA903 rules 440, 441)


def record_review_held(act: RecordReviewHeld, work: Workspace) -> None:
    """Record a review, settle its booking, book the next where a day is given."""
    facts = work.child(act.child)
    _check_held(act, facts, work)
    _add_review(act, facts, work)
    for booking in facts.bookings:
        if booking.status is BookingStatus.OPEN and booking.review_on <= act.held_on + _SAME_REVIEW:
            work.put(replace(booking, status=BookingStatus.HELD, closed_on=act.held_on))
    if act.next_review_on is not None:
        _book(work, act.child, Booking("", "", act.next_review_on, BookingStatus.OPEN, work.today))


def _check_held(act: RecordReviewHeld, facts: ChildFacts, work: Workspace) -> None:
    if act.held_on > work.today:
        raise UserError(
            f"{short(act.held_on)} is still to come. Nothing was saved. Record the review once it was held."
        )
    if act.completed_on is not None and not act.held_on <= act.completed_on <= work.today:
        raise UserError("The review was completed before it began, or in the future. Nothing was saved.")
    if any(one.held_on == act.held_on for one in facts.reviews):
        raise UserError(f"A review of {act.child} on {short(act.held_on)} is recorded already. Nothing was saved.")
    if open_period(facts, act.held_on) is None:
        raise UserError(f"{act.child} was not looked after on {short(act.held_on)}. Nothing was saved. Check the date.")
    if act.next_review_on is not None and act.next_review_on <= act.held_on:
        raise UserError("The next review lies on or before this one. Nothing was saved. Check the date.")
    check_participation(act.participation, facts, act.held_on)
    late = out_of_timescale(facts, act.held_on, work)
    if late is not None and act.late_reason is None:
        assert late.due_on is not None
        raise UserError(
            f"The review was due by {short(late.due_on)}: say why it was out of timescale. Nothing was saved."
        )


def check_participation(code: Participation, facts: ChildFacts, held_on: date) -> None:
    """PN0 goes with under four on the day, the others with four and over. Raises ``UserError``."""
    if facts.child.born_on is None:
        return
    under_four = age_on(facts.child.born_on, held_on) < CODED_AGE
    if under_four != (code is Participation.PN0):
        rule = "under four on that day: use PN0" if under_four else "four or older on that day: use PN1 to PN7"
        raise UserError(f"The child was {rule}. Nothing was saved.")


def out_of_timescale(facts: ChildFacts, held_on: date, work: Workspace) -> Deadline | None:
    """The deadline that a review on that day misses, or ``None``; one with an incomplete history accuses nobody."""
    owed = owed_review(facts, held_on, work)
    if owed is None or owed.rule is reviews.OPENING or owed.due_on is None or held_on <= owed.due_on:
        return None
    return owed


def owed_review(facts: ChildFacts, day: date, work: Workspace) -> Deadline | None:
    """The review that was owed on a day, as it stood that day."""
    earlier = tuple(one for one in facts.reviews if one.held_on < day)
    found = deadlines_of(replace(facts, reviews=earlier, bookings=()), work.calendar, day)
    return next((one for one in found if one.rule.subject == "review" and one.is_open), None)


def _add_review(act: RecordReviewHeld, facts: ChildFacts, work: Workspace) -> None:
    work.put(
        Review(
            work.new_id(),
            facts.child.id,
            act.held_on,
            act.completed_on,
            act.participation,
            act.method,
            act.number,
            act.late_reason,
        )
    )
    if facts.child.complete_from is None:
        work.put(replace(facts.child, complete_from=act.held_on))


def correct_review(act: CorrectReview, work: Workspace) -> None:
    """Correct what was recorded of a review."""
    facts = work.child(act.child)
    review = _review(facts, act.held_on)
    to_held_on = act.to_held_on or review.held_on
    if to_held_on > work.today:
        raise UserError(f"{short(to_held_on)} is still to come. Nothing was saved. Check the date.")
    if to_held_on != review.held_on and any(one.held_on == to_held_on for one in facts.reviews):
        raise UserError(f"A review of {act.child} on {short(to_held_on)} is recorded already. Nothing was saved.")
    check_participation(act.participation or review.participation or _any_code(facts, to_held_on), facts, to_held_on)
    work.put(
        replace(
            review,
            held_on=to_held_on,
            participation=act.participation or review.participation,
            number=act.number or review.number,
            late_reason=act.late_reason or review.late_reason,
        )
    )


def _any_code(facts: ChildFacts, day: date) -> Participation:
    """A code that fits the age, for reviews that hold none."""
    born_on = facts.child.born_on
    return Participation.PN0 if born_on and age_on(born_on, day) < CODED_AGE else Participation.PN1


def state_review_number(act: StateReviewNumber, work: Workspace) -> None:
    """Give a review its number where the history cannot."""
    if act.number < 1:
        raise UserError("Reviews are numbered from 1. Nothing was saved.")
    review = _review(work.child(act.child), act.held_on)
    work.put(replace(review, number=act.number))


def state_not_held(act: StateNotHeld, work: Workspace) -> None:
    """Take on a duty that fell due before tracking: from now on it stands as overdue."""
    child = work.child(act.child).child
    if act.due_on < child.tracking_from:
        work.put(replace(child, tracking_from=act.due_on))


def record_task_done(act: RecordTaskDone, work: Workspace) -> None:
    """Record that a piece of work was done, once."""
    facts = work.child(act.child)
    if act.done_on > work.today:
        raise UserError(f"{short(act.done_on)} is still to come. Nothing was saved. Record it once it is done.")
    review = None if act.task is Task.CARE_PLAN else _followed(facts, act)
    review_id = review.id if review else None
    if review is not None and act.done_on < review.held_on:
        raise UserError(f"That lies before the review of {short(review.held_on)}. Nothing was saved. Check the date.")
    for one in facts.completions:
        if one.task is act.task and one.review_id == review_id and review_id is not None:
            raise UserError(f"{act.task.label}: recorded already on {short(one.done_on)}. Nothing was saved.")
    work.put(Completion(work.new_id(), facts.child.id, act.task, act.done_on, review_id))


def _followed(facts: ChildFacts, act: RecordTaskDone) -> Review:
    """The review that the task follows: as said, or the last one held by then."""
    if act.review_on is not None:
        return _review(facts, act.review_on)
    held = [one for one in facts.reviews if one.held_on <= act.done_on]
    if not held:
        raise UserError(f"{act.child} has no review before {short(act.done_on)}. Nothing was saved. Record it first.")
    return held[-1]


def _review(facts: ChildFacts, held_on: date) -> Review:
    for review in facts.reviews:
        if review.held_on == held_on:
            return review
    raise UserError(f"No review of {facts.child.council_id} on {short(held_on)} is recorded. Nothing was saved.")


def book_review(act: BookReview, work: Workspace) -> None:
    """Book the next review; one open booking at a time."""
    _book(
        work,
        act.child,
        Booking("", "", act.review_on, BookingStatus.OPEN, act.booked_on or work.today, act.at, act.place),
    )


def _book(work: Workspace, council_id: str, booking: Booking) -> None:
    facts = work.child(council_id)
    if any(one.held_on >= booking.review_on for one in facts.reviews):
        raise UserError(f"A review on or after {short(booking.review_on)} is recorded already. Nothing was saved.")
    for one in facts.bookings:
        if one.status is BookingStatus.OPEN and not any(held.held_on >= one.review_on for held in facts.reviews):
            raise UserError(
                f"{council_id} is booked for {short(one.review_on)} already. Nothing was saved. Move it instead."
            )
    work.put(replace(booking, id=work.new_id(), child_id=facts.child.id))


def move_booking(act: MoveBooking, work: Workspace) -> None:
    """Move a booking; the old day stays in the ledger with who asked and why."""
    facts = work.child(act.child)
    booking = _open_booking(facts, act.review_on)
    if not act.reason.strip():
        raise UserError("Say why the review is moved. Nothing was saved.")
    if act.to_on == act.review_on and (act.at is None or act.at == booking.at):
        raise UserError("That is the day it is booked for. Nothing was saved.")
    moved = replace(
        booking, status=BookingStatus.MOVED, closed_on=act.moved_on, asked_by=act.asked_by, reason=act.reason.strip()
    )
    work.put(moved)
    _book(
        work,
        act.child,
        Booking("", "", act.to_on, BookingStatus.OPEN, act.moved_on, act.at or booking.at, booking.place),
    )


def cancel_booking(act: CancelBooking, work: Workspace) -> None:
    """Cancel a booking without a new day."""
    booking = _open_booking(work.child(act.child), act.review_on)
    work.put(
        replace(booking, status=BookingStatus.CANCELLED, closed_on=act.cancelled_on, reason=act.reason.strip() or None)
    )


def _open_booking(facts: ChildFacts, review_on: date) -> Booking:
    for one in facts.bookings:
        if one.status is BookingStatus.OPEN and one.review_on == review_on:
            return one
    raise UserError(f"{facts.child.council_id} has no open booking on {short(review_on)}. Nothing was saved.")
