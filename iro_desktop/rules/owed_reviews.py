"""Reviews of a child looked after: which were settled, which is owed, and the limits that run beside it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from iro_desktop.domain.care import PeriodOfCare, completion_of
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Booking, Review
from iro_desktop.domain.vocabulary import (
    BookingStatus,
    CircumstanceKind,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Standing,
    Task,
)
from iro_desktop.rules import after_review, reviews
from iro_desktop.rules.duties import Duties, Duty
from iro_desktop.rules.easements import easement_on
from iro_desktop.rules.model import Offset, Rule, Unit
from iro_desktop.rules.numbering import NumberedReview
from iro_desktop.rules.offsets import Counted
from iro_desktop.rules.standing import unsettled
from iro_desktop.rules.timetable import DAY, Timetable

_SIX_MONTHS = Offset(6, Unit.MONTHS)
_NOBODY_SAYS = "Nothing held here says when the last review was."
_BEFORE_TRACKING = "It fell due before this child was tracked here; nothing says whether it was held."
_AT_ONCE = "No number of days is laid down: as soon as it can be, and before the ordinary limit."
LEFT_OUT = "Left out"  # begins the note of a check that a person decided not to make; then its reason
RETURNED_NOT_BEFORE = timedelta(days=28)  # SI 2005/389 reg 36(8)


def owed_reviews(sheet: Timetable, period: PeriodOfCare, known: list[NumberedReview]) -> None:
    """One settled deadline for each review whose predecessor is known, then those that are or were still owed."""
    duties = Duties(period, sheet.complete_from, sheet.practice, sheet.facts.circumstances)
    ends_on = _ends_on(sheet, period)
    previous = _settled(sheet, duties, ends_on, known)
    day = min(sheet.today, ends_on - DAY)
    duty = duties.owed_on(day, previous)
    if duty is not None:
        owed_mid_point(sheet, ends_on, previous, duty, None)
    number = _next_number(period, previous, sheet.complete_from)
    if number is None and previous is None and duty is not None and duty.rule is not reviews.ADOPTION_FIRST:
        duty = None  # the review it asks for may have been held where the history does not reach
    if duty is not None and duty.rule is reviews.OPENING:
        number = None
    authorised = duties.authorised_on(day, previous)
    if sheet.today < ends_on:
        after = previous.review.held_on if previous else period.first_on
        booked_on = booked_after(sheet.facts.bookings, after)
        if not duties.is_adoption_alone(duty, authorised):
            _owed(sheet, duty, number, period.first_on, booked_on)
        if authorised is not None:
            _owed(sheet, authorised, number, period.first_on, booked_on)
        _beside(sheet, known)
    else:
        for one in (None if duties.is_adoption_alone(duty, authorised) else duty, authorised):
            if one is not None:
                _lapsed(sheet, one, number, ends_on)
    _returned(sheet, duties, known, ends_on)
    _early(sheet, period, known, duty, ends_on)


def _ends_on(sheet: Timetable, period: PeriodOfCare) -> date:
    """The first day on which nothing is owed for that period: the day of exit or the 18th birthday."""
    return min(period.ended_on or date.max, sheet.adult_on)


def _settled(sheet: Timetable, duties: Duties, ends_on: date, known: Sequence[NumberedReview]) -> NumberedReview | None:
    """What each review settled, in order; returns the last one held while reviews were owed."""
    previous: NumberedReview | None = None
    for one in known:
        held_on = one.review.held_on
        if held_on >= sheet.adult_on:
            break
        duty = duties.owed_on(held_on, previous)
        authorised = duties.authorised_on(held_on, previous)
        due_on: date | None = None
        if duty is not None:
            owed_mid_point(sheet, ends_on, previous, duty, one.review)
        if duties.counts(one.review):
            is_alone = duties.is_adoption_alone(duty, authorised)
            if duty is not None and not is_alone and (one.follows_known or duty.rule is reviews.ADOPTION_FIRST):
                due_on = _judge(sheet, duty, one)
            if authorised is not None and (one.follows_known or authorised.rule is reviews.ADOPTION_AUTHORISED_FIRST):
                own = _judge(sheet, authorised, one)
                due_on = due_on or own
        duties.held(one.review, due_on)
        _completion(sheet, one, ends_on)
        previous = one
    return previous


def _judge(sheet: Timetable, duty: Duty, one: NumberedReview) -> date:
    """Emit what a review settled, by when it was held and completed; returns the last lawful day."""
    review = one.review
    row, count = sheet.judged(duty.rule, duty.trigger_on)
    note = ""
    if review.held_on > count.due_on:
        eased = easement_on(row.id, count.due_on)
        note = eased.sentence if eased else ""
    sheet.task(duty.rule, duty.trigger_on, review.held_on, one.number, None, note)
    if is_in_parts(review):
        standing, told = _of_a_series(sheet, review, count.due_on)
        if standing is not None:
            sheet.out[-1] = sheet.out[-1]._replace(standing=standing, note=f"{note} {told}".strip())
    return count.due_on


def is_in_parts(review: Review) -> bool:
    """Whether the review has more than one meeting: a series, or adjourned."""
    return review.method is ReviewMethod.SERIES or review.adjourned_on is not None


def _of_a_series(sheet: Timetable, review: Review, due_on: date) -> tuple[Standing | None, str]:
    """How a review in parts stands: begun in time, and completed within 20 working days or, by choice, by the due day.

    No text says which day is the review's; the readings are those of timescales "series of meetings". While it is
    still open and may yet be in time, it stands as its first meeting does.
    """
    completed_on = completion_of(review)
    if completed_on is not None and completed_on > sheet.today:
        completed_on = None
    end = completed_on or sheet.today
    by_completion = review.adjourned_on is None and sheet.practice.is_chosen("series", "completion", review.held_on)
    rule = reviews.ADJOURNED if review.adjourned_on is not None else reviews.SERIES
    limit = due_on if by_completion else sheet.judged(rule, review.held_on)[1].due_on
    if end <= limit:
        return None, ""
    when = f"it was completed on {short(completed_on)}" if completed_on else "it is not completed yet"
    return Standing.MET_LATE, f"Out of timescale as a whole: {when}, and the limit for that was {short(limit)}."


def _completion(sheet: Timetable, one: NumberedReview, ends_on: date) -> None:
    """The clock of a series or an adjourned review, from its first meeting; it ends with the duty to review."""
    review = one.review
    if not is_in_parts(review) or review.held_on < sheet.tracking_from:
        return
    completed_on = completion_of(review)
    if completed_on is not None and completed_on > sheet.today:
        completed_on = None
    rule = reviews.ADJOURNED if review.adjourned_on is not None else reviews.SERIES
    if not rule.in_force_on(review.held_on):
        return
    if completed_on is not None or sheet.today < ends_on:
        sheet.task(rule, review.held_on, completed_on, one.number, review.held_on)
    else:
        _fell_due(sheet, Duty(rule, review.held_on), ends_on, number=one.number, review_on=review.held_on)


# --- the review that is owed


def _owed(sheet: Timetable, duty: Duty | None, number: int | None, first_on: date, booked_on: date | None) -> None:
    if duty is None:
        standing = Standing.UPCOMING if booked_on and booked_on >= sheet.today else Standing.NOT_RECORDED
        sheet.emit(reviews.OPENING, first_on, None, standing, booked_on=booked_on, note=_NOBODY_SAYS)
        return
    row, count = sheet.judged(*duty)
    standing, note = _owed_standing(sheet, row, count.due_on, booked_on)
    said = [note, *_about(sheet, count.due_on, booked_on, first_on)]
    note = " ".join(one for one in said if one)
    sheet.emit(row, duty.trigger_on, count, standing, number=number, booked_on=booked_on, note=note)


def _about(sheet: Timetable, due_on: date, booked_on: date | None, first_on: date) -> Iterator[str]:
    """What else there is to know of the review that is owed: ages reached by then, a hearing it should inform."""
    if due_on >= sheet.adult_on:
        yield f"The child turns 18 on {short(sheet.adult_on)}, and the duty ends on that day."
    if sheet.sixteen_on <= due_on and max([*(one.held_on for one in sheet.reviews), first_on]) < sheet.sixteen_on:
        yield "First review after the sixteenth birthday: the pathway plan belongs to it."
    for one in sheet.facts.circumstances:
        if one.kind is CircumstanceKind.HEARING and booked_on and sheet.today <= one.from_on < booked_on:
            yield f"Booked after the hearing on {short(one.from_on)}, which it should inform."


def _owed_standing(sheet: Timetable, row: Rule, due_on: date, booked_on: date | None) -> tuple[Standing, str]:
    if booked_on is not None and booked_on < sheet.today:
        return Standing.NOT_RECORDED, f"It was booked for {short(booked_on)}; nothing says what happened."
    if booked_on is None and due_on < sheet.tracking_from:
        return Standing.NOT_RECORDED, _BEFORE_TRACKING
    left = sheet.calendar.between(sheet.today, due_on)
    return unsettled(due_on, sheet.today, left, row.ownership, sheet.soon), ""


def _lapsed(sheet: Timetable, duty: Duty, number: int | None, ends_on: date) -> None:
    """A review that fell due and was not held while it was owed is missed; one not due by then is dropped."""
    _fell_due(sheet, duty, ends_on, number=number)


def _fell_due(
    sheet: Timetable,
    duty: Duty,
    ends_on: date,
    *,
    number: int | None = None,
    review_on: date | None = None,
    note: str = "",
) -> None:
    row, count = sheet.judged(*duty)
    if sheet.tracking_from <= count.due_on < ends_on:
        sheet.emit(row, duty.trigger_on, count, Standing.MISSED, number=number, review_on=review_on, note=note)


def _next_number(period: PeriodOfCare, previous: NumberedReview | None, complete_from: date | None) -> int | None:
    """The number of the review that is owed, where no review before it can be missing here."""
    if complete_from is None:
        return None
    if previous is not None:
        is_known = previous.number is not None and complete_from <= previous.review.held_on
        return (previous.number or 0) + 1 if is_known else None
    return 1 if period.started_on is not None and complete_from <= period.started_on else None


def booked_after(bookings: Iterable[Booking], after: date, kind: ReviewKind | None = None) -> date | None:
    """The newest day still booked that no held review has settled; ``kind`` None: of a child looked after."""
    return max(
        (
            one.review_on
            for one in bookings
            if one.status is BookingStatus.OPEN and one.review_on > after and _kind(one) is kind
        ),
        default=None,
    )


def _kind(booking: Booking) -> ReviewKind | None:
    return None if booking.kind is ReviewKind.LOOKED_AFTER else booking.kind


# --- beside it


def owed_mid_point(
    sheet: Timetable,
    ends_on: date,
    previous: NumberedReview | None,
    duty: Duty,
    next_review: Review | None,
) -> None:
    """The check in the interval after ``previous``, where that interval is six months long."""
    if previous is None or previous.review.held_on < sheet.tracking_from or duty.rule.offset != _SIX_MONTHS:
        return
    held_on = previous.review.held_on
    rule = _mid_point_rule(sheet, held_on, duty)
    if rule is None:
        return
    closed_on = next_review.held_on if next_review else min(sheet.today + DAY, ends_on)
    met_on = _mid_point_done(sheet, previous.review, closed_on)
    if met_on is not None:
        sheet.task(rule, held_on, met_on, previous.number, held_on)
        return
    row, count = sheet.judged(rule, held_on)
    is_open = next_review is None and sheet.today < ends_on
    if count.due_on >= (ends_on if is_open else closed_on):
        return  # where the interval closes before, the check is not owed
    reason = sheet.done.left_out(previous.review.id, Task.MID_POINT)
    if is_open and reason is None:
        sheet.task(rule, held_on, None, previous.number, held_on)
        return
    note = "" if reason is None else f"{LEFT_OUT}: {reason}".rstrip(": ")
    sheet.emit(row, held_on, count, Standing.MISSED, number=previous.number, review_on=held_on, note=note)


def _mid_point_rule(sheet: Timetable, held_on: date, duty: Duty) -> Rule | None:
    """Three months after the review, or by choice half the days to the next one, where any are left."""
    if sheet.practice.is_plain or not sheet.practice.is_chosen("mid-point", "half-interval", held_on):
        return after_review.MID_POINT
    days = (sheet.judged(*duty)[1].due_on - held_on).days
    return after_review.half_way(days // 2) if days > 1 else None


def _mid_point_done(sheet: Timetable, last: Review, closed_on: date) -> date | None:
    """The first check after the review and before the interval closed, linked to the review or to none."""
    found = (sheet.done.of_review(last.id).get(Task.MID_POINT), *sheet.done.days(Task.MID_POINT))
    return min((day for day in found if day is not None and last.held_on < day < closed_on), default=None)


def _beside(sheet: Timetable, known: Sequence[NumberedReview]) -> None:
    """A meeting at least once a year, where a review since the last one was held without (long-term placements)."""
    met = [one for one in known if one.review.method is not ReviewMethod.NO_MEETING]
    without = bool(known) and known[-1].review.method is ReviewMethod.NO_MEETING
    if met and without:
        sheet.task(reviews.MEETING, met[-1].review.held_on, None, None, None)


def _returned(sheet: Timetable, duties: Duties, known: Sequence[NumberedReview], ends_on: date) -> None:
    """The review after an adoption placement ended and the child came back: from day 28 to day 42."""
    for returned_on in duties.returns:
        if not sheet.tracking_from <= returned_on <= sheet.today or returned_on >= ends_on:
            continue
        from_on = returned_on + RETURNED_NOT_BEFORE
        held = (one.review.held_on for one in known)
        met_on = min((day for day in held if day >= from_on), default=None)
        note = f"Not before {short(from_on)}."
        if met_on is not None or sheet.today < ends_on:
            sheet.task(reviews.ADOPTION_RETURNED, returned_on, met_on, None, None, note)
        else:
            _fell_due(sheet, Duty(reviews.ADOPTION_RETURNED, returned_on), ends_on, note=note)


def _early(
    sheet: Timetable, period: PeriodOfCare, known: Sequence[NumberedReview], duty: Duty | None, ends_on: date
) -> None:
    """Reviews asked for before their turn, settled by the first one held from then on (reg 33(3), 32(2))."""
    for one in sheet.facts.circumstances:
        asked_on = one.from_on
        if one.kind is not CircumstanceKind.EXTRA_REVIEW or not period.is_open_on(asked_on) or asked_on > sheet.today:
            continue
        if not reviews.EARLY.in_force_on(one.to_on or asked_on):
            continue
        ground = ReviewGround(one.detail) if one.detail else ReviewGround.IRO_ASKED
        note = f"Asked for on {short(asked_on)}: {ground.label}."
        met_on = min((each.review.held_on for each in known if each.review.held_on >= asked_on), default=None)
        if one.to_on is not None:
            if met_on is not None or sheet.today < ends_on:
                sheet.task(reviews.EARLY, one.to_on, met_on, None, None, note)
            else:
                _fell_due(sheet, Duty(reviews.EARLY, one.to_on), ends_on, note=note)
        elif met_on is None and sheet.today < ends_on:  # without a day, one that was held has nothing to be judged by
            limit = sheet.judged(*duty)[1] if duty else None
            said = f"{note} {_AT_ONCE}" + (f" That is {short(limit.due_on)}." if limit else "")
            sheet.emit(reviews.EARLY, asked_on, None, _early_standing(sheet, limit), note=said)


def _early_standing(sheet: Timetable, limit: Counted | None) -> Standing:
    return Standing.OVERDUE if limit is not None and limit.due_on < sheet.today else Standing.DUE_SOON
