"""From one child's facts to deadlines. Pure: given the calendar and today, it reads nothing else.

What was settled comes out too (met, met late, missed), so that lists and measures are views of one stream.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.records import Allocation, Booking, ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import BookingStatus, Standing, Task
from iro_desktop.rules import after_review, reviews, start_of_care
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.duties import Duties, Duty, completion_of
from iro_desktop.rules.model import Deadline, Offset, Rule, Unit
from iro_desktop.rules.numbering import NumberedReview, by_period, numbered
from iro_desktop.rules.offsets import Counted, counted
from iro_desktop.rules.standing import settled, unsettled

ADULT_AGE = 18
_SIX_MONTHS = Offset(6, Unit.MONTHS)
_NOBODY_SAYS = "Nothing held here says when the last review was."
_BEFORE_TRACKING = "It fell due before this child was tracked here; nothing says whether it was held."
_DAY = timedelta(days=1)
_NOTHING_DONE: Mapping[Task, date] = {}


def deadlines_of(facts: ChildFacts, calendar: WorkingCalendar, today: date) -> list[Deadline]:
    """All deadlines of one child, period by period, oldest first within a rule."""
    return _Timetable(facts, calendar, today).deadlines()


def all_deadlines(children: Iterable[ChildFacts], calendar: WorkingCalendar, today: date) -> Iterator[Deadline]:
    """The stream of many children's deadlines, child by child."""
    for facts in children:
        yield from deadlines_of(facts, calendar, today)


class _Timetable:
    """One child's computation; holds what every step needs. Facts dated after today have not happened yet."""

    def __init__(self, facts: ChildFacts, calendar: WorkingCalendar, today: date) -> None:
        self.facts = facts
        self.child = facts.child.council_id
        self.tracking_from = facts.child.tracking_from
        self.complete_from = facts.child.complete_from
        self.calendar = calendar
        self.today = today
        born_on = facts.child.born_on
        self.adult_on = birthday(born_on, ADULT_AGE) if born_on is not None else date.max
        self.done = _Done(facts.completions, today)
        self.out: list[Deadline] = []

    def deadlines(self) -> list[Deadline]:
        episodes = self.facts.episodes
        if episodes and episodes[-1].started_on > self.today:
            episodes = tuple(one for one in episodes if one.started_on <= self.today)
        before: PeriodOfCare | None = None
        for period, held in by_period(periods_of_care(episodes), self.facts.reviews, self.today):
            known = numbered(period, held, self.complete_from)
            self._start_of_care(period, before)
            self._reviews(period, known)
            self._after_reviews(known)
            before = period
        return _with_repeats(self.out)

    def _ends_on(self, period: PeriodOfCare) -> date:
        """The first day on which nothing is owed for that period: the day of exit or the 18th birthday."""
        return min(period.ended_on or date.max, self.adult_on)

    # --- reviews

    def _reviews(self, period: PeriodOfCare, known: list[NumberedReview]) -> None:
        """One settled deadline for each review whose predecessor is known, then the one that is or was still owed."""
        duties = Duties(period, self.complete_from)
        ends_on = self._ends_on(period)
        previous: NumberedReview | None = None
        for one in known:
            held_on = one.review.held_on
            if held_on >= self.adult_on:
                break
            duty = duties.owed_on(held_on, previous)
            if duty is not None:
                if one.follows_known or duty.rule is reviews.ADOPTION_FIRST:
                    self._task(duty.rule, duty.trigger_on, held_on, one.number, None)
                self._mid_point(ends_on, previous, duty, one.review)
            duties.held(held_on)
            previous = one
        duty = duties.owed_on(min(self.today, ends_on - _DAY), previous)
        if duty is not None:
            self._mid_point(ends_on, previous, duty, None)
        number = _next_number(period, previous, self.complete_from)
        if number is None and previous is None and duty is not None and duty.rule is not reviews.ADOPTION_FIRST:
            duty = None  # the review it asks for may have been held where the history does not reach
        if duty is not None and duty.rule is reviews.OPENING:
            number = None
        if self.today < ends_on:
            after = previous.review.held_on if previous else period.first_on
            self._owed_review(duty, number, period.first_on, _booked_on(self.facts.bookings, after))
        elif duty is not None:
            self._lapsed_review(duty, number, ends_on)

    def _owed_review(self, duty: Duty | None, number: int | None, first_on: date, booked_on: date | None) -> None:
        if duty is None:
            standing = Standing.UPCOMING if booked_on and booked_on >= self.today else Standing.NOT_RECORDED
            self._emit(reviews.OPENING, first_on, None, standing, booked_on=booked_on, note=_NOBODY_SAYS)
            return
        count = self._counted(*duty)
        standing, note = self._owed_standing(duty.rule, count.due_on, booked_on)
        if count.due_on >= self.adult_on:
            note = f"{note} The child turns 18 on {short(self.adult_on)}, and the duty ends on that day.".strip()
        self._emit(duty.rule, duty.trigger_on, count, standing, number=number, booked_on=booked_on, note=note)

    def _owed_standing(self, rule: Rule, due_on: date, booked_on: date | None) -> tuple[Standing, str]:
        if booked_on is not None and booked_on < self.today:
            return Standing.NOT_RECORDED, f"It was booked for {short(booked_on)}; nothing says what happened."
        if booked_on is None and due_on < self.tracking_from:
            return Standing.NOT_RECORDED, _BEFORE_TRACKING
        left = self.calendar.between(self.today, due_on)
        return unsettled(due_on, self.today, left, rule.ownership), ""

    def _lapsed_review(self, duty: Duty, number: int | None, ends_on: date) -> None:
        """A review that fell due and was not held while it was owed is missed; one not due by then is dropped."""
        count = self._counted(*duty)
        if self.tracking_from <= count.due_on < ends_on:
            self._emit(duty.rule, duty.trigger_on, count, Standing.MISSED, number=number)

    def _mid_point(
        self, ends_on: date, previous: NumberedReview | None, duty: Duty, next_review: Review | None
    ) -> None:
        """The check in the interval after ``previous``, where that interval is six months long."""
        if previous is None or previous.review.held_on < self.tracking_from or duty.rule.offset != _SIX_MONTHS:
            return
        rule = after_review.MID_POINT
        held_on = previous.review.held_on
        closed_on = next_review.held_on if next_review else min(self.today + _DAY, ends_on)
        met_on = self._mid_point_done(previous.review, closed_on)
        if met_on is not None:
            self._task(rule, held_on, met_on, previous.number, held_on)
            return
        count = self._counted(rule, held_on)
        if next_review is None and self.today < ends_on:
            if count.due_on < ends_on:
                self._task(rule, held_on, None, previous.number, held_on)
        elif count.due_on < closed_on:  # where the interval closes before, the check is not owed
            self._emit(rule, held_on, count, Standing.MISSED, number=previous.number, review_on=held_on)

    def _mid_point_done(self, last: Review, closed_on: date) -> date | None:
        """The first check after the review and before the interval closed, linked to the review or to none."""
        found = (self.done.of_review(last.id).get(Task.MID_POINT), *self.done.mid_points)
        return min((day for day in found if day is not None and last.held_on < day < closed_on), default=None)

    # --- at the start of care, and after each review

    def _start_of_care(self, period: PeriodOfCare, before: PeriodOfCare | None) -> None:
        started_on = period.started_on
        if started_on is None or started_on < self.tracking_from:
            return
        is_owed = self.today < self._ends_on(period)
        last_day = min(self.today, period.ended_on or self.today)
        appointed_on = _appointed_on(self.facts.allocations, started_on, last_day)
        if appointed_on is not None or is_owed:
            self._task(start_of_care.APPOINTMENT, started_on, appointed_on)
        if period.is_short_breaks or period.episodes[0].legal_status in start_of_care.COURT_PLANNED:
            return
        # A plan may be ready before the placement, but not one made for the time in care before.
        after = min(before.ended_on or date.min, started_on - _DAY) if before else date.min
        prepared_on = min((day for day in self.done.care_plans if after < day <= last_day), default=None)
        if prepared_on is not None or is_owed:
            self._task(start_of_care.CARE_PLAN, started_on, prepared_on)

    def _after_reviews(self, known: Iterable[NumberedReview]) -> None:
        for review, number, _ in known:
            completed_on = completion_of(review)
            if review.held_on < self.tracking_from or completed_on is None or completed_on > self.today:
                continue
            done = self.done.of_review(review.id)
            for task, rule in after_review.FROM_COMPLETION:
                self._task(rule, completed_on, done.get(task), number, review.held_on)
            sent_on = done.get(Task.RECOMMENDATIONS)
            if sent_on is not None:
                self._task(after_review.RESPONSE, sent_on, done.get(Task.RESPONSE), number, review.held_on)

    # --- emitting

    def _counted(self, rule: Rule, trigger_on: date) -> Counted:
        return counted(self.calendar, trigger_on, rule.offset.count, rule.offset.unit)

    def _task(
        self,
        rule: Rule,
        trigger_on: date,
        done_on: date | None,
        number: int | None = None,
        review_on: date | None = None,
    ) -> None:
        """What was done on a day, or is still to be done."""
        offset = rule.offset
        count = counted(self.calendar, trigger_on, offset.count, offset.unit)
        due_on, plan_by, provisional = count
        if done_on is None:
            left = self.calendar.between(self.today, due_on)
            standing = unsettled(due_on, self.today, left, rule.ownership)
            self._emit(rule, trigger_on, count, standing, number=number, review_on=review_on)
            return
        # Nine deadlines in ten are made here; calling the class costs twice as much as its _make.
        standing = settled(due_on, done_on)
        self.out.append(
            Deadline._make(
                (
                    rule,
                    self.child,
                    trigger_on,
                    due_on,
                    plan_by,
                    standing,
                    None,
                    done_on,
                    provisional,
                    number,
                    review_on,
                    None,
                    "",
                    1,
                )
            )
        )

    def _emit(
        self,
        rule: Rule,
        trigger_on: date,
        count: Counted | None,
        standing: Standing,
        *,
        number: int | None = None,
        review_on: date | None = None,
        booked_on: date | None = None,
        note: str = "",
    ) -> None:
        """One that nobody has reported as done."""
        due_on, plan_by, provisional = count or (None, None, False)
        left = self.calendar.between(self.today, due_on) if due_on else None
        self.out.append(
            Deadline(
                rule,
                self.child,
                trigger_on,
                due_on,
                plan_by,
                standing,
                left,
                None,
                provisional,
                number,
                review_on,
                booked_on,
                note,
                1,
            )
        )


class _Done:
    """The work reported as done by today: the first day of each."""

    def __init__(self, completions: Iterable[Completion], today: date) -> None:
        self.care_plans: list[date] = []
        self.mid_points: list[date] = []  # those that name no review
        self._by_review = by_review = dict[str, dict[Task, date]]()
        for one in completions:
            done_on = one.done_on
            if done_on > today:
                continue
            if one.review_id is not None:
                tasks = by_review.get(one.review_id)
                if tasks is None:
                    by_review[one.review_id] = {one.task: done_on}
                elif one.task not in tasks or done_on < tasks[one.task]:
                    tasks[one.task] = done_on
            elif one.task is Task.CARE_PLAN:
                self.care_plans.append(done_on)
            elif one.task is Task.MID_POINT:
                self.mid_points.append(done_on)

    def of_review(self, review_id: str) -> Mapping[Task, date]:
        """The tasks of one review that were done."""
        return self._by_review.get(review_id, _NOTHING_DONE)


def _appointed_on(allocations: Iterable[Allocation], started_on: date, last_day: date) -> date | None:
    """The first day from the start of care to ``last_day`` on which the child had an IRO."""
    days = (
        max(one.from_on, started_on)
        for one in allocations
        if one.from_on <= last_day and (one.to_on is None or one.to_on >= started_on)
    )
    return min(days, default=None)


def _next_number(period: PeriodOfCare, previous: NumberedReview | None, complete_from: date | None) -> int | None:
    """The number of the review that is owed, where no review before it can be missing here."""
    if complete_from is None:
        return None
    if previous is not None:
        is_known = previous.number is not None and complete_from <= previous.review.held_on
        return (previous.number or 0) + 1 if is_known else None
    return 1 if period.started_on is not None and complete_from <= period.started_on else None


def _booked_on(bookings: Iterable[Booking], after: date) -> date | None:
    """The newest day still booked that no held review has settled."""
    return max(
        (one.review_on for one in bookings if one.status is BookingStatus.OPEN and one.review_on > after), default=None
    )


def _with_repeats(deadlines: list[Deadline]) -> list[Deadline]:
    """Number deadlines that share rule, child and trigger day, so that ids stay unique."""
    if len({(one.rule.id, one.trigger_on) for one in deadlines}) == len(deadlines):
        return deadlines
    seen: dict[tuple[str, date], int] = {}
    for index, one in enumerate(deadlines):
        key = (one.rule.id, one.trigger_on)
        seen[key] = seen.get(key, 0) + 1
        deadlines[index] = one._replace(repeat=seen[key])
    return deadlines
