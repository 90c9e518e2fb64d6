"""Acts about reviews held and the work around them."""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    CorrectReview,
    RecordReviewHeld,
    RecordTaskDone,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.births import Birth
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SKIPPED, Booking, ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import BookingStatus, LateReason, Participation, ReviewKind, ReviewMethod, Task
from iro_desktop.rules.compute import deadlines_of, next_review
from iro_desktop.services.attendance_acts import check_attendance, follow_code, put_attendance
from iro_desktop.services.booking_acts import put_booking
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.mid_point_acts import take_back_left_out
from iro_desktop.services.people_acts import check_number
from iro_desktop.services.timescale import (
    followed_up,
    is_care_leaver,
    kind_on,
    late_for,
    late_for_pathway,
    may_be_reviewed,
    review_held,
    with_review,
)
from iro_desktop.services.workspace import Workspace

# A review held early settles its booking; one booked later than this is taken for the review after it.
_SAME_REVIEW = timedelta(weeks=6)
_AFTER_REVIEW = frozenset({Task.MID_POINT, *(task for task in Task if task.startswith("after."))})
_ONCE_IN_CARE = frozenset(
    {
        Task.NOTIFIED, Task.INTRODUCTION, Task.CARE_PLAN, Task.REMAND_PLAN, Task.DETENTION_PLAN,
        Task.HEALTH_ASSESSMENT, Task.PEP, Task.PEP_READY,
    }
)  # fmt: skip
CODED_AGE = 4  # PN0 below it, PN1 to PN7 from the fourth birthday on (SSDA903 rules 440, 441)


def record_review_held(act: RecordReviewHeld, work: Workspace) -> None:
    """Record a review, settle its booking, book the next where a day is given."""
    facts = work.child(act.child)
    kind = _kind_of(act, facts)
    _check_held(act, facts, kind, work)
    review = _add_review(act, facts, kind, work)
    put_attendance(act.came, act.apologies, review, facts, work)
    settled = settled_by(facts, act.held_on)
    for booking in settled:
        work.put(replace(booking, status=BookingStatus.HELD, closed_on=act.held_on))
    is_booked = any(
        one.status is BookingStatus.OPEN and one.review_on == act.next_review_on and one not in settled
        for one in facts.bookings
    )
    if act.next_review_on is not None and not is_booked:
        booked = Booking("", "", act.next_review_on, BookingStatus.OPEN, work.today)
        put_booking(work, act.child, booked, "next_review_on")


def settled_by(facts: ChildFacts, held_on: date) -> list[Booking]:
    """The open bookings that a review on that day was held for: none that another review came before or after."""
    before = max((one.held_on for one in facts.reviews if one.held_on < held_on), default=date.min)
    after = min((one.held_on for one in facts.reviews if one.held_on > held_on), default=date.max)
    return [
        one
        for one in facts.bookings
        if one.status is BookingStatus.OPEN
        and before < one.review_on <= held_on + _SAME_REVIEW
        and one.review_on < after
    ]


def _kind_of(act: RecordReviewHeld, facts: ChildFacts) -> ReviewKind | None:
    """Under which law: as said, else by whether the child was looked after on that day; ``None``: looked after."""
    if act.under is not None:
        return None if act.under is ReviewKind.LOOKED_AFTER else act.under
    return kind_on(facts, act.held_on)


def _check_held(act: RecordReviewHeld, facts: ChildFacts, kind: ReviewKind | None, work: Workspace) -> None:
    check_come(act.held_on, work.today, "held_on", "Record the review once it was held.")
    if act.completed_on is not None and not act.held_on <= act.completed_on <= work.today:
        raise UserError(
            "The review was completed before it began, or in the future. Nothing was saved.", field="completed_on"
        )
    if any(one.held_on == act.held_on for one in facts.reviews):
        raise UserError(
            f"A review of {act.child} on {short(act.held_on)} is recorded already. Nothing was saved.", field="held_on"
        )
    _check_subject(facts, act.held_on, kind)
    if act.adjourned:
        _check_adjourned(act, kind)
    if act.number is not None:
        check_number(act.number)
    if act.next_review_on is not None and act.next_review_on <= act.held_on:
        raise UserError(
            "The next review lies on or before this one. Nothing was saved. Check the date.", field="next_review_on"
        )
    if kind is None:
        check_participation(act.participation, facts, act.held_on)
    check_attendance(act.came, act.apologies, act.participation)
    _check_reason(act.late_reason, facts, act.held_on, kind, work, number=act.number)


def _check_adjourned(act: RecordReviewHeld, kind: ReviewKind | None) -> None:
    """Only reviews of children looked after are adjourned (SI 2010/959 reg 36(2)), and not completed the same day."""
    if kind is not None:
        raise UserError(
            "A pathway plan review is not adjourned (SI 2010/959 reg 36(2)). Nothing was saved.", field="adjourned"
        )
    if act.completed_on == act.held_on:
        raise UserError(
            "The review is both adjourned and completed on that day. Nothing was saved. Say one of the two.",
            field="completed_on",
        )


def _check_subject(facts: ChildFacts, day: date, kind: ReviewKind | None) -> None:
    """The child was looked after on that day or, for a pathway plan review, is a care leaver or 16 at the least."""
    if kind is None or not is_care_leaver(facts, day):
        _check_in_care(facts, day)
    if kind is None:
        return
    born_on = facts.child.born_on
    if not is_care_leaver(facts, day) and born_on is not None:
        raise UserError(
            "Pathway plans are reviewed from 16 on. Nothing was saved. Check the kind of review.", field="under"
        )


def _check_in_care(facts: ChildFacts, day: date) -> None:
    if not facts.episodes:
        raise UserError(
            f"Nothing here says that {facts.child.council_id} is looked after. Nothing was saved. "
            "Record the start of care first.",
            field="held_on",
        )
    if not may_be_reviewed(facts, day):
        raise UserError(
            f"{facts.child.council_id} was not looked after on {short(day)}. Nothing was saved. Check the date.",
            field="held_on",
        )


def _check_reason(
    reason: LateReason | None,
    facts: ChildFacts,
    held_on: date,
    kind: ReviewKind | None,
    work: Workspace,
    *,
    number: int | None = None,
) -> None:
    """Every review out of timescale has a reason (IRO Handbook 7.11: reasons are reported)."""
    told = (facts, held_on, work.calendar, work.practice)
    late = late_for(*told, number=number) if kind is None else late_for_pathway(*told)
    if late is not None and reason is None:
        assert late.due_on is not None
        raise UserError(
            f"The review was due by {short(late.due_on)}: say why it was out of timescale. Nothing was saved.",
            field="late_reason",
        )


def check_participation(code: Participation, facts: ChildFacts, held_on: date) -> None:
    """PN0 goes with under four on the day, the others with four and over; refused is only what is impossible.

    Where the birth date is not known to the day, both may be right. Raises ``UserError``.
    """
    if facts.child.born_on is None:
        return
    under_four = Birth(facts.child.born_on, facts.child.born_as).is_under(CODED_AGE, held_on)
    if under_four is not None and under_four != (code is Participation.PN0):
        rule = "under four on that day: use PN0" if under_four else "four or older on that day: use PN1 to PN7"
        raise UserError(f"The child was {rule}. Nothing was saved.", field="participation")


def _add_review(act: RecordReviewHeld, facts: ChildFacts, kind: ReviewKind | None, work: Workspace) -> Review:
    review = Review(
        work.new_id(),
        facts.child.id,
        act.held_on,
        act.completed_on,
        act.participation,
        act.method,
        act.number,
        act.late_reason,
        kind,
        act.ground,
        act.held_on if act.adjourned else None,
        act.is_plan_current,
    )
    if kind is None:  # a pathway plan review says nothing of how whole the history of reviews in care is
        recorded = with_review(facts, review, work.calendar, work.practice)
        work.put(followed_up(recorded, act.held_on, work.calendar, work.today, work.practice).child)
    return work.put(review)


def correct_review(act: CorrectReview, work: Workspace) -> None:
    """Correct what was recorded of a review."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    held_on = act.to_held_on or review.held_on
    after = replace(
        review,
        held_on=held_on,
        participation=act.participation or review.participation,
        number=review.number if act.number is None else act.number,
        late_reason=act.late_reason or review.late_reason,
        ground=act.ground or review.ground,
        method=act.method or review.method,
        is_plan_current=review.is_plan_current if act.is_plan_current is None else act.is_plan_current,
        adjourned_on=held_on if review.adjourned_on == review.held_on else review.adjourned_on,
    )
    if act.number is not None:
        check_number(act.number)
    _check_method(after, facts)
    if after.held_on != review.held_on:
        _check_moved(after, review, facts, work)
    if after.kind is not ReviewKind.PATHWAY:
        check_participation(after.participation or _any_code(facts, after.held_on), facts, after.held_on)
    if facts.child.complete_from == review.held_on and after.held_on < review.held_on:
        # The history was whole from this review on; it still is.
        work.put(replace(facts.child, complete_from=after.held_on))
    follow_code(after, facts, work)
    work.put(after)


def _check_method(review: Review, facts: ChildFacts) -> None:
    """What met more than once was a series, unless it was adjourned."""
    met_again = any(one.review_id == review.id for one in facts.sittings)
    if met_again and review.method is not ReviewMethod.SERIES and review.adjourned_on is None:
        raise UserError(
            "Further meetings of that review are recorded, so it was a series. Nothing was saved.", field="method"
        )


def _check_moved(after: Review, before: Review, facts: ChildFacts, work: Workspace) -> None:
    """Refuse another day that does not fit the rest of what is recorded."""
    day = after.held_on
    check_come(day, work.today, "to_held_on", CHECK)
    if any(one.held_on == day for one in facts.reviews):
        raise UserError(
            f"A review of {facts.child.council_id} on {short(day)} is recorded already. Nothing was saved.",
            field="to_held_on",
        )
    _check_subject(facts, day, _pathway_or_none(after))
    done = [one.done_on for one in facts.completions if one.review_id == before.id]
    met = [one.on for one in facts.sittings if one.review_id == before.id]
    first = min((one for one in (after.completed_on, after.adjourned_on, *met, *done) if one is not None), default=day)
    if first < day:
        raise UserError(
            f"What followed that review is recorded from {short(first)} on, before {short(day)}. "
            "Nothing was saved. Check the date.",
            field="to_held_on",
        )
    others = replace(facts, reviews=tuple(one for one in facts.reviews if one.id != before.id))
    _check_reason(after.late_reason, others, day, _pathway_or_none(after), work, number=after.number)


def _pathway_or_none(review: Review) -> ReviewKind | None:
    return review.kind if review.kind is ReviewKind.PATHWAY else None


def _any_code(facts: ChildFacts, day: date) -> Participation:
    """A code that fits the age, for reviews that hold none."""
    born_on = facts.child.born_on
    under_four = Birth(born_on, facts.child.born_as).is_under(CODED_AGE, day) if born_on else None
    return Participation.PN0 if under_four else Participation.PN1


def state_review_number(act: StateReviewNumber, work: Workspace) -> None:
    """Give a review its number where the history cannot."""
    check_number(act.number)
    review = review_held(work.child(act.child), act.held_on)
    work.put(replace(review, number=act.number))


def state_not_held(act: StateNotHeld, work: Workspace) -> None:
    """Take on a duty that fell due before tracking: from now on it stands as overdue."""
    facts = work.child(act.child)
    owed = next_review(deadlines_of(facts, work.calendar, work.today, work.practice))
    if owed is None or owed.due_on != act.due_on or act.due_on >= work.today:
        raise UserError(
            f"No review of {act.child} fell due on {short(act.due_on)}. Nothing was changed. Look again.",
            field="due_on",
        )
    if owed.booked_on is not None and owed.booked_on < work.today:
        raise UserError(
            f"The review is booked for {short(owed.booked_on)}. Nothing was changed. Move or cancel that booking; "
            "then it stands as overdue."
        )
    if act.due_on < facts.child.tracking_from:
        work.put(replace(facts.child, tracking_from=act.due_on))


def record_task_done(act: RecordTaskDone, work: Workspace) -> None:
    """Record that a piece of work was done: once for a review or a time in care, otherwise once a day."""
    facts = work.child(act.child)
    check_come(act.done_on, work.today, "done_on", "Record it once it is done.")
    review = _followed(facts, act) if act.task in _AFTER_REVIEW else None
    review_id = review.id if review else None
    if review is not None and act.done_on < review.held_on:
        raise UserError(
            f"That lies before the review of {short(review.held_on)}. Nothing was saved. Check the date.",
            field="done_on",
        )
    for one in facts.completions:
        is_same = one.task is act.task and one.review_id == review_id and one.detail != SKIPPED
        if is_same and _is_it(facts, one, act):
            raise UserError(
                f"{act.task.label}: recorded already on {short(one.done_on)}. Nothing was saved.", field="done_on"
            )
    if act.task is Task.MID_POINT and review is not None:
        take_back_left_out(facts, review, work)
    work.put(Completion(work.new_id(), facts.child.id, act.task, act.done_on, review_id))


def _is_it(facts: ChildFacts, one: Completion, act: RecordTaskDone) -> bool:
    """Whether what is recorded already is the same work: what comes back is told apart by its day."""
    if one.review_id is not None or one.done_on == act.done_on:
        return True
    return act.task in _ONCE_IN_CARE and _same_time_in_care(facts, one.done_on, act.done_on)


def _same_time_in_care(facts: ChildFacts, one_day: date, other: date) -> bool:
    starts = [period.first_on for period in periods_of_care(facts.episodes)]
    return not any(min(one_day, other) < start <= max(one_day, other) for start in starts[1:])


def _followed(facts: ChildFacts, act: RecordTaskDone) -> Review:
    """The review that the task follows: as said, or the last one held by then."""
    if act.review_on is not None:
        return review_held(facts, act.review_on)
    held = [one for one in facts.reviews if one.held_on <= act.done_on]
    if not held:
        raise UserError(
            f"{act.child} has no review before {short(act.done_on)}. Nothing was saved. Record it first.",
            field="done_on",
        )
    return held[-1]
