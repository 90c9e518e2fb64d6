"""Rows about reviews of children looked after: those held in a period, and those that fell due in it.

A review may have answered to two limits at once (regulation 33 beside the review before a placement for adoption): it
is one row, in time where it kept both, due by the earlier.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Review
from iro_desktop.domain.vocabulary import BookingStatus, ReviewKind, ReviewMethod, Standing
from iro_desktop.measures.model import By, Counted, LeftOut, Limit, Row, Span, Tags, iro_on, team_on

_ONE = ReviewMethod.MEETING
REVIEW_LIMITS = frozenset(
    {
        "review.first",
        "review.second",
        "review.later",
        "review.opening",
        "review.short-break",
        "review.adoption-authorised",
        "review.adoption-placed",
    }
)  # the rules that say by when the next review is held


def reviews_held(counted: Counted) -> Sequence[Review]:
    """Reviews of a child looked after, oldest first; two on one day are the same one told twice."""
    return counted.held


def is_tracked(counted: Counted, day: date) -> bool:
    """Whether the child's work was recorded here on that day; what was done before may be missing here."""
    return day >= counted.facts.child.tracking_from


def held_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period."""
    settled = _settled(counted.limits)
    for review in reviews_held(counted):
        if span.holds(review.held_on):
            yield _held_row(counted, review, settled.get(review.held_on, ()))


def all_held_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period, judged or not."""
    yield from _counted_rows(counted, span, lambda _: True, lambda one: ((By.KIND, (one.method or _ONE).label),))


def series_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review of the period that was a series of meetings."""
    yield from _counted_rows(counted, span, lambda one: one.method is ReviewMethod.SERIES)


def adjourned_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review of the period that was adjourned."""
    yield from _counted_rows(counted, span, lambda one: one.adjourned_on is not None)


def additional_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review of the period that was held before its turn, by its ground."""
    yield from _counted_rows(
        counted,
        span,
        lambda one: one.ground is not None,
        lambda one: ((By.REASON, one.ground.label),) if one.ground else (),
    )


def _counted_rows(
    counted: Counted,
    span: Span,
    is_one: Callable[[Review], bool],
    tags: Callable[[Review], Tags] = lambda _: (),
) -> Iterator[Row]:
    for one in reviews_held(counted):
        if span.holds(one.held_on) and is_one(one):
            day = one.held_on
            yield Row(
                counted.facts.child.council_id, day, day, None, day, is_met=True, left_out=None,
                iro=iro_on(counted, day), team=team_on(counted, day), tags=tags(one),
            )  # fmt: skip


def due_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review whose last day in time lies in the period; also those held in it whose last day is not known."""
    settled = _settled(counted.limits)
    for held_on, limits in settled.items():
        due_on = due_of(limits)
        if due_on is not None and span.holds(due_on):
            yield _row(counted, due_on, limits, held_on)
    for review in reviews_held(counted):
        if review.held_on not in settled and span.holds(review.held_on):
            yield _held_row(counted, review, ())
    yield from _not_held(counted, span)


def _settled(limits: Sequence[Limit]) -> dict[date, list[Limit]]:
    """What each review settled, by its day."""
    found: dict[date, list[Limit]] = {}
    for one in limits:
        if one.rule.id in REVIEW_LIMITS and one.met_on is not None:
            found.setdefault(one.met_on, []).append(one)
    return found


def _held_row(counted: Counted, review: Review, limits: Sequence[Limit]) -> Row:
    if limits:
        return _row(counted, review.held_on, limits, review.held_on)
    return Row(
        counted.facts.child.council_id,
        review.held_on,
        review.held_on,
        None,
        review.held_on,
        is_met=False,
        left_out=_why_not_judged(counted, review),
        iro=iro_on(counted, review.held_on),
        team=team_on(counted, review.held_on),
    )


def _row(counted: Counted, day: date, limits: Sequence[Limit], held_on: date | None) -> Row:
    return Row(
        counted.facts.child.council_id,
        day,
        held_on,
        due_of(limits),
        held_on,
        is_met=all(one.standing is Standing.MET for one in limits),
        left_out=None,
        iro=iro_on(counted, day),
        team=team_on(counted, day),
        tags=_late_because(counted, held_on),
    )


def _late_because(counted: Counted, held_on: date | None) -> Tags:
    reasons = (one.late_reason for one in reviews_held(counted) if one.held_on == held_on)
    reason = next(reasons, None)
    return ((By.REASON, reason.label),) if reason else ()


def due_of(limits: Sequence[Limit]) -> date | None:
    """The earliest last day; a date set by hand is a plan, and the law stays what it was."""
    days = [one.rule_due_on or one.due_on for one in limits]
    return min((day for day in days if day is not None), default=None)


def _not_held(counted: Counted, span: Span) -> Iterator[Row]:
    """The review that is owed now, and of each period of care that ended the one that was missed."""
    owed: dict[int, list[Limit]] = {}
    periods = counted.periods
    for one in counted.limits:
        if one.rule.id in REVIEW_LIMITS and one.met_on is None:
            owed.setdefault(place_of(one, periods), []).append(one)
    for limits in owed.values():
        due_on = due_of(limits)
        if due_on is None:
            if span.holds(span.today):  # the one thing known of its day is that it is not settled today
                yield _unknown(counted, span.today, LeftOut.PREDECESSOR_UNKNOWN)
        elif due_on < span.today and span.holds(due_on):
            yield _fallen_due(counted, due_on, limits)


def _fallen_due(counted: Counted, due_on: date, limits: Sequence[Limit]) -> Row:
    if not is_tracked(counted, due_on):  # it may have been held: nobody has said
        return _unknown(counted, due_on, LeftOut.NOT_TRACKED)
    return _row(counted, due_on, limits, None)


def _unknown(counted: Counted, day: date, why: LeftOut) -> Row:
    due_on = day if why is LeftOut.NOT_TRACKED else None
    child = counted.facts.child.council_id
    return Row(
        child, day, None, due_on, None, is_met=False, left_out=why, iro=iro_on(counted, day), team=team_on(counted, day)
    )


def place_of(one: Limit, periods: Sequence[PeriodOfCare]) -> int:
    """Which period of care the limit belongs to; a day shared by two belongs to the later."""
    return next((i for i in range(len(periods) - 1, -1, -1) if periods[i].first_on <= one.trigger_on), -1)


def period_of(counted: Counted, day: date) -> PeriodOfCare | None:
    """The period of care that a review of that day belongs to; the day of exit is still part of it."""
    found = [one for one in counted.periods if one.first_on <= day and (one.ended_on is None or day <= one.ended_on)]
    return found[-1] if found else None


def _why_not_judged(counted: Counted, review: Review) -> LeftOut:
    """Why the stream of deadlines judged nothing by this review."""
    period, born_on = period_of(counted, review.held_on), counted.facts.child.born_on
    if period is None:
        return LeftOut.OUTSIDE_CARE
    if born_on is not None and review.held_on >= birthday(born_on, 18):
        return LeftOut.ADULT
    is_known = is_predecessor_known(counted, period, review.held_on)
    return LeftOut.NOT_IN_TURN if is_known and review.ground is not None else LeftOut.PREDECESSOR_UNKNOWN


def is_predecessor_known(counted: Counted, period: PeriodOfCare, day: date) -> bool:
    """Whether the last review before that day, or the start of care where there was none, is surely the last."""
    before = [one.held_on for one in reviews_held(counted) if period.first_on <= one.held_on < day]
    previous_on, complete_from = before[-1] if before else period.started_on, counted.facts.child.complete_from
    return previous_on is not None and complete_from is not None and complete_from <= previous_on


def not_recorded(counted: Counted, span: Span) -> Iterator[str]:
    """Each booked day of the period that has passed with nothing recorded: the IRO whose it is."""
    last = max((one.held_on for one in reviews_held(counted)), default=date.min)
    for one in counted.facts.bookings:
        is_open = one.status is BookingStatus.OPEN and one.kind is not ReviewKind.PATHWAY
        if is_open and last < one.review_on < span.today and span.holds(one.review_on):
            yield iro_on(counted, one.review_on)
