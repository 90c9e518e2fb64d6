"""From one child's facts to deadlines. Pure: given the calendar and today, it reads nothing else.

What was settled comes out too (met, met late, missed), so that lists and measures are views of one stream.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.records import Booking, ChildFacts, Review
from iro_desktop.domain.vocabulary import ADOPTION_PLACEMENTS, BookingStatus, ReviewMethod, Standing, Task
from iro_desktop.rules import after_review, reviews, start_of_care
from iro_desktop.rules.calendar import FIRST_YEAR, LAST_YEAR, WorkingCalendar
from iro_desktop.rules.model import Deadline, Offset, Rule, Unit
from iro_desktop.rules.numbering import NumberedReview, by_period, numbered
from iro_desktop.rules.offsets import add
from iro_desktop.rules.standing import settled, unsettled

ADULT_AGE = 18
_SIX_MONTHS = Offset(6, Unit.MONTHS)
_NOBODY_SAYS = "Nothing held here says when the last review was."
_BEFORE_TRACKING = "It fell due before this child was tracked here; nothing says whether it was held."


def deadlines_of(facts: ChildFacts, calendar: WorkingCalendar, today: date) -> list[Deadline]:
    """All deadlines of one child, period by period, oldest first within a rule."""
    return _Timetable(facts, calendar, today).deadlines()


class _Timetable:
    """One child's computation; holds what every step needs."""

    def __init__(self, facts: ChildFacts, calendar: WorkingCalendar, today: date) -> None:
        self.facts = facts
        self.child = facts.child.council_id
        self.tracking_from = facts.child.tracking_from
        self.calendar = calendar
        self.today = today
        born_on = facts.child.born_on
        self.adult_on = birthday(born_on, ADULT_AGE) if born_on is not None else date.max
        self.done = {(one.task, one.review_id): one.done_on for one in facts.completions if one.review_id is not None}
        self.out: list[Deadline] = []

    def deadlines(self) -> list[Deadline]:
        periods = [period for period in periods_of_care(self.facts.episodes) if period.first_on <= self.today]
        for period, held in by_period(periods, self.facts.reviews, self.today):
            known = numbered(period, held, self.facts.child.complete_from)
            self._start_of_care(period)
            self._reviews(period, known)
            self._after_reviews(known)
        return _with_repeats(self.out)

    # --- reviews

    def _reviews(self, period: PeriodOfCare, known: list[NumberedReview]) -> None:
        """One settled deadline for each review whose predecessor is known, then the one that is still owed."""
        duties = _Duties(period)
        previous: NumberedReview | None = None
        for one in known:
            duty = duties.owed_on(one.review.held_on, previous)
            if duty is not None and one.follows_known:
                self._settled_review(duty, one)
            self._mid_point(period, previous, duty, one.review)
            duties.held(one.review.held_on)
            previous = one
        if not period.is_open_on(self.today) or self.today >= self.adult_on:
            return
        duty = duties.owed_on(self.today, previous)
        self._owed_review(period, duty, previous)
        self._mid_point(period, previous, duty, None)

    def _settled_review(self, duty: tuple[Rule, date], one: NumberedReview) -> None:
        rule, trigger_on = duty
        due_on = add(self.calendar, trigger_on, rule.offset)
        held_on = one.review.held_on
        self._emit(rule, trigger_on, due_on, settled(due_on, held_on), met_on=held_on, number=one.number)

    def _owed_review(
        self, period: PeriodOfCare, duty: tuple[Rule, date] | None, previous: NumberedReview | None
    ) -> None:
        number = _next_number(period, previous, self.facts.child.complete_from)
        after = previous.review.held_on if previous else period.first_on
        booking = _open_booking(self.facts.bookings, after)
        booked_on = booking.review_on if booking else None
        if duty is None or (previous is None and number is None):
            note = _NOBODY_SAYS
            standing = Standing.UPCOMING if booked_on and booked_on >= self.today else Standing.NOT_RECORDED
            self._emit(reviews.OPENING, period.first_on, None, standing, booked_on=booked_on, note=note)
            return
        rule, trigger_on = duty
        due_on = add(self.calendar, trigger_on, rule.offset)
        standing, note = self._owed_standing(rule, due_on, booked_on)
        if due_on > self.adult_on:
            note = f"{note} The child turns 18 before this day, on {short(self.adult_on)}.".strip()
        self._emit(rule, trigger_on, due_on, standing, number=number, booked_on=booked_on, note=note)

    def _owed_standing(self, rule: Rule, due_on: date, booked_on: date | None) -> tuple[Standing, str]:
        if booked_on is not None and booked_on < self.today:
            return Standing.NOT_RECORDED, f"It was booked for {short(booked_on)}; nothing says what happened."
        if booked_on is None and due_on < self.tracking_from:
            return Standing.NOT_RECORDED, _BEFORE_TRACKING
        left = self.calendar.between(self.today, due_on)
        return unsettled(due_on, self.today, left, rule.ownership), ""

    def _mid_point(
        self,
        period: PeriodOfCare,
        previous: NumberedReview | None,
        duty: tuple[Rule, date] | None,
        next_review: Review | None,
    ) -> None:
        """The check in the interval after ``previous``, where that interval is six months long."""
        if previous is None or duty is None or duty[0].offset != _SIX_MONTHS:
            return
        last = previous.review
        if last.held_on < self.tracking_from:
            return
        rule = after_review.MID_POINT
        due_on = add(self.calendar, last.held_on, rule.offset)
        met_on = self._mid_point_done(last, next_review)
        if met_on is not None:
            self._emit(rule, last.held_on, due_on, settled(due_on, met_on), met_on=met_on, follows=previous)
        elif next_review is not None:
            if next_review.held_on > due_on:  # a review held early makes the check needless
                self._emit(rule, last.held_on, due_on, Standing.MISSED, follows=previous)
        elif due_on < (period.ended_on or date.max) and due_on < self.adult_on:
            self._emit_open(rule, last.held_on, due_on, previous)

    def _mid_point_done(self, last: Review, next_review: Review | None) -> date | None:
        linked = self.done.get((Task.MID_POINT, last.id))
        if linked is not None:
            return linked
        until = next_review.held_on if next_review else self.today + timedelta(days=1)
        return next(
            (
                one.done_on
                for one in self.facts.completions
                if one.task is Task.MID_POINT and one.review_id is None and last.held_on < one.done_on < until
            ),
            None,
        )

    # --- start of care, after the review

    def _start_of_care(self, period: PeriodOfCare) -> None:
        started_on = period.started_on
        if started_on is None or started_on < self.tracking_from or period.is_short_breaks:
            return
        still_owed = period.is_open_on(self.today) and self.today < self.adult_on
        appointed_on = min(
            (
                max(one.from_on, started_on)
                for one in self.facts.allocations
                if (one.to_on is None or one.to_on >= started_on) and one.from_on <= (period.ended_on or date.max)
            ),
            default=None,
        )
        self._task(start_of_care.APPOINTMENT, started_on, appointed_on, still_owed)
        prepared_on = min(
            (
                one.done_on
                for one in self.facts.completions
                if one.task is Task.CARE_PLAN and one.done_on <= (period.ended_on or date.max)
            ),
            default=None,
        )
        self._task(start_of_care.CARE_PLAN, started_on, prepared_on, still_owed)

    def _after_reviews(self, known: Iterable[NumberedReview]) -> None:
        for one in known:
            review = one.review
            completed_on = completion_of(review)
            if review.held_on < self.tracking_from or completed_on is None:
                continue
            for task, rule in after_review.FROM_COMPLETION:
                self._task(rule, completed_on, self.done.get((task, review.id)), True, one)
            sent_on = self.done.get((Task.RECOMMENDATIONS, review.id))
            if sent_on is not None:
                answered_on = self.done.get((Task.RESPONSE, review.id))
                self._task(after_review.RESPONSE, sent_on, answered_on, True, one)

    def _task(
        self,
        rule: Rule,
        trigger_on: date,
        done_on: date | None,
        still_owed: bool,
        follows: NumberedReview | None = None,
    ) -> None:
        due_on = add(self.calendar, trigger_on, rule.offset)
        if done_on is not None:
            self._emit(rule, trigger_on, due_on, settled(due_on, done_on), met_on=done_on, follows=follows)
        elif still_owed:
            self._emit_open(rule, trigger_on, due_on, follows)

    # --- emitting

    def _emit_open(self, rule: Rule, trigger_on: date, due_on: date, follows: NumberedReview | None) -> None:
        left = self.calendar.between(self.today, due_on)
        standing = unsettled(due_on, self.today, left, rule.ownership)
        self._emit(rule, trigger_on, due_on, standing, follows=follows)

    def _emit(
        self,
        rule: Rule,
        trigger_on: date,
        due_on: date | None,
        standing: Standing,
        *,
        met_on: date | None = None,
        number: int | None = None,
        follows: NumberedReview | None = None,
        booked_on: date | None = None,
        note: str = "",
    ) -> None:
        calendar = self.calendar
        review_on = None
        if follows is not None:
            number, review_on = follows.number, follows.review.held_on
        plan_by, left, provisional = None, None, False
        if due_on is not None:
            plan_by = calendar.on_or_before(due_on)
            if met_on is None:
                left = calendar.between(self.today, due_on)
            provisional = not (FIRST_YEAR <= trigger_on.year and due_on.year <= LAST_YEAR)
        self.out.append(
            Deadline(
                rule, self.child, trigger_on, due_on, plan_by, standing, left, met_on, provisional, number, review_on,
                booked_on, note, 1,
            )  # fmt: skip
        )


class _Duties:
    """Which review is owed at a given time of one period: by reg 33, for short breaks, or after adoption placement."""

    def __init__(self, period: PeriodOfCare) -> None:
        self.period = period
        self.is_short_breaks = period.is_short_breaks
        self.adoption_runs = _adoption_runs(period)
        self.held_on: list[date] = []

    def held(self, day: date) -> None:
        self.held_on.append(day)

    def owed_on(self, day: date, previous: NumberedReview | None) -> tuple[Rule, date] | None:
        """The rule and its trigger day for the review owed on ``day``; ``None`` where no start is known."""
        for start, end in self.adoption_runs:
            if start <= day < end:
                return self._adoption(start)
        if previous is None:
            return self._first()
        if self.is_short_breaks:
            return reviews.SHORT_BREAK_LATER, previous.review.held_on
        anchor = completion_of(previous.review) or previous.review.held_on
        if previous.number is None:
            return reviews.OPENING, anchor
        return (reviews.SECOND if previous.number == 1 else reviews.LATER), anchor

    def _first(self) -> tuple[Rule, date] | None:
        started_on = self.period.started_on
        if started_on is None:
            return None
        if self.is_short_breaks:
            return reviews.SHORT_BREAK_FIRST, started_on
        in_force = reviews.FIRST.in_force_on(started_on)
        return (reviews.FIRST if in_force else reviews.FIRST_BEFORE_2011), started_on

    def _adoption(self, placed_on: date) -> tuple[Rule, date]:
        since = [day for day in self.held_on if day >= placed_on]
        if not since:
            return reviews.ADOPTION_FIRST, placed_on
        return (reviews.ADOPTION_SECOND if len(since) == 1 else reviews.ADOPTION_LATER), since[-1]


def completion_of(review: Review) -> date | None:
    """The day a review was completed; ``None`` for a series that is still open."""
    if review.completed_on is not None:
        return review.completed_on
    return None if review.method is ReviewMethod.SERIES else review.held_on


def _adoption_runs(period: PeriodOfCare) -> list[tuple[date, date]]:
    """Unbroken times in adoption placements, as (first day, day after the last)."""
    runs: list[tuple[date, date]] = []
    start: date | None = None
    for episode in period.episodes:
        placed = episode.placement in ADOPTION_PLACEMENTS
        if placed and start is None:
            start = episode.started_on
        elif not placed and start is not None:
            runs.append((start, episode.started_on))
            start = None
    if start is not None:
        runs.append((start, date.max))
    return runs


def _next_number(period: PeriodOfCare, previous: NumberedReview | None, complete_from: date | None) -> int | None:
    if previous is not None:
        follows = complete_from is not None and complete_from <= previous.review.held_on
        return previous.number + 1 if previous.number is not None and follows else None
    whole = period.started_on is not None and complete_from is not None and complete_from <= period.started_on
    return 1 if whole else None


def _open_booking(bookings: Sequence[Booking], after: date) -> Booking | None:
    """The newest open booking that no held review has settled."""
    found = [one for one in bookings if one.status is BookingStatus.OPEN and one.review_on > after]
    return max(found, key=lambda one: one.review_on, default=None)


def _with_repeats(deadlines: list[Deadline]) -> list[Deadline]:
    """Number deadlines that share rule, child and trigger day, so that ids stay unique."""
    seen: dict[tuple[str, date], int] = {}
    for index, one in enumerate(deadlines):
        key = (one.rule.id, one.trigger_on)
        count = seen.get(key, 0) + 1
        seen[key] = count
        if count > 1:
            deadlines[index] = one._replace(repeat=count)
    return deadlines


def all_deadlines(children: Iterable[ChildFacts], calendar: WorkingCalendar, today: date) -> Iterator[Deadline]:
    """The stream of many children's deadlines, child by child."""
    for facts in children:
        yield from deadlines_of(facts, calendar, today)
