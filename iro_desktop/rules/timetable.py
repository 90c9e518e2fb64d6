"""One child's computation in progress: the facts, the day, and the deadlines emitted so far.

What was settled comes out too (met, met late, missed), so that lists and measures are views of one stream. Facts dated
after today have not happened yet.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.records import SKIPPED, ChildFacts, Completion, Override
from iro_desktop.domain.seen import NOT_HEARD
from iro_desktop.domain.vocabulary import Authority, Ownership, ReviewKind, Standing, Task
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import NOT_PAUSED, Deadline, Rule
from iro_desktop.rules.offsets import Counted, counted
from iro_desktop.rules.practice import Practice
from iro_desktop.rules.standing import settled, unsettled

ADULT_AGE = 18
DAY = timedelta(days=1)
_READ_OUT = frozenset({"review.opening", "review.series"})
_LEAP = "Born on 29 February: in a common year the age is attained on 1 March, by convention."
_NOTHING_DONE: Mapping[Task, date] = {}
_NO_DAYS: tuple[date, ...] = ()


class Timetable:
    """Holds what every step needs; each subject's module adds its deadlines through it."""

    def __init__(self, facts: ChildFacts, calendar: WorkingCalendar, today: date, practice: Practice) -> None:
        """Begin with nothing emitted."""
        self.facts = facts
        self.child = facts.child.council_id
        self.tracking_from = facts.child.tracking_from
        self.complete_from = facts.child.complete_from
        self.calendar = calendar
        self.today = today
        self.practice = practice
        self.soon = practice.due_soon_on(today)
        born_on = facts.child.born_on
        self.adult_on = birthday(born_on, ADULT_AGE) if born_on is not None else date.max
        self.sixteen_on = birthday(born_on, 16) if born_on is not None else date.max
        self.done = Done(facts.completions, today)
        self.reviews = tuple(one for one in facts.reviews if one.kind is not ReviewKind.PATHWAY)
        self.out: list[Deadline] = []

    def judged(self, rule: Rule, trigger_on: date) -> tuple[Rule, Counted]:
        """The row that judges that trigger, the service's practice included, and where its count ends.

        A local limit only brings a date of the law forward; one of guidance it replaces either way.
        """
        if self.practice.is_plain:
            return rule, counted(self.calendar, trigger_on, rule.offset.count, rule.offset.unit)
        row, local = self.practice.rows(rule, trigger_on)
        count = self._count(row, trigger_on)
        if local is None or row.is_earliest:  # a local limit is a last day, and makes no first one
            return row, count
        own = self._count(local, trigger_on)
        return (row, count) if is_law(rule) and own.due_on >= count.due_on else (local, own)

    def _count(self, rule: Rule, trigger_on: date) -> Counted:
        return counted(self.calendar, trigger_on, rule.offset.count, rule.offset.unit, rule.counts_start)

    def task(
        self,
        rule: Rule,
        trigger_on: date,
        done_on: date | None,
        number: int | None = None,
        review_on: date | None = None,
        note: str = "",
    ) -> None:
        """What was done on a day, or is still to be done."""
        row, count = self.judged(rule, trigger_on)
        due_on, plan_by, provisional = count
        if done_on is None:
            left = self.calendar.between(self.today, due_on)
            standing = unsettled(due_on, self.today, left, row.ownership, self.soon)
            self.emit(row, trigger_on, count, standing, number=number, review_on=review_on, note=note)
            return
        # Nine deadlines in ten are made here; calling the class costs twice as much as its _make.
        standing = Standing.MET if row.is_earliest else settled(due_on, done_on)
        self.out.append(
            Deadline._make(
                (
                    row,
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
                    note,
                    1,
                    None,
                    "",
                    NOT_PAUSED,
                )
            )
        )

    def duty(
        self,
        rule: Rule,
        trigger_on: date,
        done_on: date | None,
        *,
        is_owed: bool,
        until: date = date.max,
        note: str = "",
    ) -> None:
        """A duty outside the reviews: done, still owed, or missed where it fell due while it was owed.

        ``until``: the first day on which it is owed no more. What began before its row was in force is none of it;
        what others do and nobody tracks (watch) leaves no trace where nothing was reported.
        """
        if rule.valid_from is not None and trigger_on < rule.valid_from:
            return
        if done_on is not None or is_owed:
            self.task(rule, trigger_on, done_on, note=note)
        elif rule.ownership is not Ownership.WATCH:
            row, count = self.judged(rule, trigger_on)
            if count.due_on < min(self.today, until):
                self.emit(row, trigger_on, count, Standing.MISSED, note=note)

    def ahead(self, rule: Rule, trigger_on: date, *, note: str = "") -> None:
        """A day that comes by itself, shown until it has."""
        row, count = self.judged(rule, trigger_on)
        if count.due_on >= self.today:
            left = self.calendar.between(self.today, count.due_on)
            standing = unsettled(count.due_on, self.today, left, row.ownership, self.soon)
            self.emit(row, trigger_on, count, standing, note=note)

    def attained(self, rule: Rule, born_on: date, day: date) -> None:
        """An age ahead. Holidays move no birthday, and the calendar is not asked for years nobody has proclaimed."""
        if day < self.today:
            return
        near = not self.calendar.is_provisional(day)
        left = self.calendar.between(self.today, day) if near else None
        standing = Standing.UPCOMING if left is None else unsettled(day, self.today, left, rule.ownership, self.soon)
        is_leap = (born_on.month, born_on.day) == (2, 29) and (day.month, day.day) == (3, 1)
        self.emit_attained(rule, born_on, day, standing, left, _LEAP if is_leap else "")

    def emit_attained(
        self, rule: Rule, born_on: date, day: date, standing: Standing, left: int | None, note: str
    ) -> None:
        """An age as a deadline; its day is the day, whatever the holidays."""
        self.out.append(
            Deadline(rule, self.child, born_on, day, day, standing, left, None, False, None, None, None, note, 1)  # noqa: FBT003 the row's own order
        )

    def emit(
        self,
        row: Rule,
        trigger_on: date,
        count: Counted | None,
        standing: Standing,
        *,
        number: int | None = None,
        review_on: date | None = None,
        booked_on: date | None = None,
        note: str = "",
    ) -> None:
        """One deadline, its row judged already."""
        due_on, plan_by, provisional = count or (None, None, False)
        left = self.calendar.between(self.today, due_on) if due_on else None
        self.out.append(
            Deadline(
                row, self.child, trigger_on, due_on, plan_by, standing, left, None, provisional, number, review_on,
                booked_on, note, 1,
            )
        )  # fmt: skip

    def overridden(self) -> None:
        """Put the days set by hand in the place of those the rules give."""
        for override in self.facts.overrides:
            for index, one in enumerate(self.out):
                if (
                    one.rule.id == override.rule_id
                    and one.trigger_on == override.trigger_on
                    and one.due_on is not None
                    and one.due_on != override.due_on
                ):
                    self.out[index] = self._set_by_hand(one, one.due_on, override)

    def _set_by_hand(self, one: Deadline, own: date, override: Override) -> Deadline:
        due_on = override.due_on
        if is_law(one.rule):
            due_on = max(own, due_on) if one.rule.is_earliest else min(own, due_on)
        standing, left = one.standing, None
        if one.met_on is not None:
            # A date set by hand is a plan; whether the law was kept is judged by the law.
            standing = one.standing if is_law(one.rule) else settled(due_on, one.met_on)
        else:
            left = self.calendar.between(self.today, due_on)
            if standing not in (Standing.NOT_RECORDED, Standing.MISSED):
                standing = unsettled(due_on, self.today, left, one.rule.ownership, self.soon)
        said = f"Set by hand on {short(override.set_on)}: {override.reason} The rule gives {short(own)}."
        return one._replace(
            due_on=due_on,
            plan_by=self.calendar.on_or_before(due_on),
            standing=standing,
            working_days_left=left,
            rule_due_on=own,
            override=override.reason,
            note=f"{one.note} {said}".strip(),
        )


def is_law(rule: Rule) -> bool:
    """Whether no choice of a service may put the date later: statute, and what is read out of it about reviews."""
    return rule.authority is Authority.STATUTE or rule.id in _READ_OUT


class Done:
    """The work reported as done by today: the first day of each with its review, every day of the rest.

    What was left out, with its reason, is not done.
    """

    def __init__(self, completions: Iterable[Completion], today: date) -> None:
        """Sort them by review and task."""
        self._by_review = by_review = dict[str, dict[Task, date]]()
        self._days = days = dict[Task, list[date]]()
        self._talks: list[Completion] = []  # with the child before a review: how matters beside when
        self._left_out: dict[tuple[str | None, Task], str] = {}
        for one in completions:
            done_on = one.done_on
            if done_on > today:
                continue
            if one.detail == SKIPPED:
                self._left_out[one.review_id, one.task] = one.note or ""
            elif one.review_id is not None:
                tasks = by_review.get(one.review_id)
                if tasks is None:
                    by_review[one.review_id] = {one.task: done_on}
                elif one.task not in tasks or done_on < tasks[one.task]:
                    tasks[one.task] = done_on
            else:
                days.setdefault(one.task, []).append(done_on)
                if one.task is Task.CHILD_SEEN:
                    self._talks.append(one)

    def of_review(self, review_id: str) -> Mapping[Task, date]:
        """The tasks of one review that were done."""
        return self._by_review.get(review_id, _NOTHING_DONE)

    def left_out(self, review_id: str, task: Task) -> str | None:
        """Why a task of a review was left out; ``None``: it was not."""
        return self._left_out.get((review_id, task))

    def days(self, task: Task) -> Iterable[date]:
        """Every day on which a task without a review was done."""
        return self._days.get(task, _NO_DAYS)

    def first(self, task: Task, after: date, until: date) -> date | None:
        """The first day after ``after`` and by ``until`` on which a task without a review was done."""
        return min((day for day in self._days.get(task, _NO_DAYS) if after < day <= until), default=None)

    def talk(self, after: date, until: date) -> Completion | None:
        """What settles the talk with the child in that time: the first one held, else why there was none."""
        within = (one for one in self._talks if after < one.done_on <= until)
        return min(within, key=lambda one: (one.detail in NOT_HEARD, one.done_on), default=None)

    @property
    def is_empty(self) -> bool:
        """Whether no task without a review was done."""
        return not self._days
