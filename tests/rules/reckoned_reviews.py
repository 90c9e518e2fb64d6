"""Reviews, and the work around them, reckoned a second time by walking through one time in care day by day.

Nothing of ``iro_desktop.rules`` is used. Written from timescales, sections 3 to 5 and 13: regulation 33, authority to
place for adoption and the placement itself (SI 2005/389 reg 36), a series or an adjournment, early reviews, a meeting
once a year, the mid-point, and what comes before and after. The child's history is whole and its start known.
"""

from datetime import date

from iro_desktop.domain.records import ChildFacts, Circumstance, Review
from tests.rules.day_by_day import DAY, days_on
from tests.rules.reckoned_counts import Reckoned, Settings, birthday_of

BEFORE = (
    ("before.consult", "-15wd", False, "mine"),
    ("before.attendees", "-15wd", False, "watch"),
    ("before.forms", "-2w", False, "watch"),
    ("before.invitations", "-10d", False, "watch"),
    ("before.discussion", "-5d", False, "watch"),
    ("before.report", "-3wd", False, "theirs"),
    ("before.child-seen", "0d", True, "mine"),
)
AFTER = (
    ("after.recommendations", "5wd", False),
    ("after.care-plan", "10wd", True),
    ("after.minutes", "15wd", False),
    ("after.letter", "15wd", False),
    ("after.distribution", "20wd", True),
)
Duty = tuple[str, date, str]  # rule, trigger, offset


class Walk:
    """What is known on the day it has reached."""

    def __init__(self, facts: ChildFacts, settings: Settings, today: date) -> None:
        self.facts, self.settings, self.today = facts, settings, today
        self.start = facts.episodes[0].started_on
        self.eighteen_on = birthday_of(facts.child.born_on, 18) if facts.child.born_on else date.max
        self.status: str | None = None
        self.place: str | None = None
        self.authority: list[tuple[date, date | None]] = []  # since when by order, until when
        self.placed_on: date | None = None
        self.returned_on: list[date] = []
        self.all: list[Review] = []
        self.turn: list[tuple[Review, int, date | None]] = []  # those that start the next count: number, when due
        self.out: list[Reckoned] = []
        self.ended_on: date | None = None
        self.last_duties: tuple[Duty, Duty | None] | None = None

    # --- the walk

    def walk(self) -> list[Reckoned]:
        """Every deadline about reviews, from the first day in care to today."""
        day = self.start
        while day <= self.today and self.ended_on is None:
            if self._has_ended(day):
                self.ended_on = day
                break
            self._episodes(day)
            for review in (one for one in self.facts.reviews if one.held_on == day):
                self._hold(review)
            if day == self.today or self._has_ended(day + DAY):
                self.last_duties = self._cpr(day), self._authorised(day)
            day += DAY
        self._at_the_end()
        self._parts()
        self._returns()
        self._early()
        self._around()
        return self.out

    def _has_ended(self, day: date) -> bool:
        last = [one for one in self.facts.episodes if one.started_on <= self.today][-1]  # later ones are not known yet
        ended = last.ended_on is not None and last.end_reason not in (None, "X1") and last.ended_on <= day
        return ended or self.eighteen_on <= day

    def _episodes(self, day: date) -> None:
        for one in (each for each in self.facts.episodes if each.started_on == day):
            if one.legal_status == "E1" and self.status != "E1":
                self.authority.append((day, None))
            elif one.legal_status != "E1" and self.status == "E1":
                self.authority[-1] = (self.authority[-1][0], day - DAY)
            self.status = one.legal_status
            is_placed = one.placement in ("A3", "A4", "A5", "A6")
            if is_placed and self.placed_on is None:
                self.placed_on = day
            elif not is_placed and self.placed_on is not None:
                self.placed_on = None
                self.returned_on.append(day)

    def _hold(self, review: Review) -> None:
        day = review.held_on
        cpr, authorised = self._cpr(day), self._authorised(day)
        if self.all:
            self._mid_point(self.all[-1], cpr, day, is_open=False)
        due_on: date | None = None
        if self._counts(review):
            if not self._alone(cpr, authorised):
                due_on = self._judge(cpr, review)
            if authorised is not None:
                own = self._judge(authorised, review)
                due_on = due_on or own
        self.all.append(review)
        if self._counts(review):
            self.turn.append((review, len(self.all), due_on))

    # --- which review is owed

    def _counts(self, review: Review) -> bool:
        return review.ground is None or self.settings.chosen("extra-review-resets", review.held_on, "yes") == "yes"

    def _cpr(self, day: date) -> Duty:
        if self.placed_on is not None:
            since = [one for one, _, _ in self.turn if one.held_on >= self.placed_on]
            if not since:
                return "review.adoption-placed", self.placed_on, "4w"
            return "review.adoption-placed", self._anchor(day), "3m" if len(since) == 1 else "6m"
        if not self.turn:
            return "review.first", self.start, "20wd"
        if self.turn[-1][1] == 1:
            return "review.second", self._anchor(day), "3m"
        return "review.later", self._anchor(day), "6m"

    def _authorised(self, day: date) -> Duty | None:
        by_hand = [
            (one.from_on, one.to_on) for one in self.facts.circumstances if one.kind.value == "adoption-authority"
        ]
        now = sorted(
            first for first, last in [*self.authority, *by_hand] if first <= day and (last is None or day <= last)
        )
        if not now or self.placed_on is not None:
            return None
        if not any(one.held_on > now[0] for one, _, _ in self.turn):
            return "review.adoption-authorised", now[0], "3m"
        return "review.adoption-authorised", self._anchor(day), "6m"

    def _anchor(self, day: date) -> date:
        review, _, due_on = self.turn[-1]
        from_on = review.held_on
        by_meeting = review.method == "series" and self._strict(review)
        if review.completed_on is not None and review.completed_on <= day and not by_meeting:
            from_on = review.completed_on
        if due_on is not None and self.settings.chosen("anchor", review.held_on, "actual") == "original-due":
            return min(from_on, due_on)
        return from_on

    def _strict(self, review: Review) -> bool:
        return self.settings.chosen("series", review.held_on, "first-meeting") == "completion"

    def _alone(self, cpr: Duty, authorised: Duty | None) -> bool:
        return authorised is not None and self.settings.chosen("adoption-authorised", cpr[1], "both") == "adoption-only"

    def _due(self, duty: Duty) -> date:
        return self.settings.count(*duty, is_law=True)

    def _judge(self, duty: Duty, review: Review) -> date:
        due_on = self._due(duty)
        standing = "met" if review.held_on <= due_on else "met-late"
        if review.method == "series" or review.adjourned_on is not None:
            completed_on = review.completed_on if review.completed_on and review.completed_on <= self.today else None
            limit = self._part_limit(review)
            if review.adjourned_on is None and self._strict(review):
                limit = due_on
            if (completed_on or self.today) > limit:
                standing = "met-late"
        self.out.append(Reckoned(duty[0], duty[1], due_on, standing, review.held_on))
        return due_on

    def _part_limit(self, review: Review) -> date:
        rule = "review.series" if review.adjourned_on is None else "review.adjourned"
        return self.settings.count(rule, review.held_on, "20wd", is_law=True)

    # --- at the end of the walk

    def _at_the_end(self) -> None:
        if self.last_duties is None:
            return
        cpr, authorised = self.last_duties
        if self.all:
            self._mid_point(self.all[-1], cpr, self.ended_on or self.today + DAY, is_open=self.ended_on is None)
        for duty in (None if self._alone(cpr, authorised) else cpr, authorised):
            if duty is None:
                continue
            due_on = self._due(duty)
            if self.ended_on is None:
                self.out.append(Reckoned(duty[0], duty[1], due_on, self.settings.standing(due_on, self.today)))
            else:
                self._missed(duty[0], duty[1], due_on)
        meetings = [one for one in self.all if one.method != "no-meeting"]
        if self.ended_on is None and meetings and self.all[-1].method == "no-meeting":
            held_on = meetings[-1].held_on
            due_on = self.settings.count("review.meeting", held_on, "1y", is_law=False)
            self.out.append(Reckoned("review.meeting", held_on, due_on, self.settings.standing(due_on, self.today)))

    def _missed(self, rule: str, trigger_on: date, due_on: date) -> None:
        if self.ended_on is not None and due_on < self.ended_on:
            self.out.append(Reckoned(rule, trigger_on, due_on, "missed"))

    def _parts(self) -> None:
        for one in self.all:
            if one.method != "series" and one.adjourned_on is None:
                continue
            rule = "review.series" if one.adjourned_on is None else "review.adjourned"
            met_on = one.completed_on if one.completed_on and one.completed_on <= self.today else None
            due_on = self._part_limit(one)
            if met_on is None and self.ended_on is not None:
                self._missed(rule, one.held_on, due_on)
            else:
                self.out.append(self.settings.settled_or_open(rule, one.held_on, due_on, met_on, self.today))

    def _returns(self) -> None:
        for day in self.returned_on:
            rule = "review.adoption-returned"
            due_on = self.settings.count(rule, day, "42d", is_law=True)
            met_on = next((one.held_on for one in self.all if one.held_on >= days_on(day, 28)), None)
            if met_on is None and self.ended_on is not None:
                self._missed(rule, day, due_on)
            else:
                self.out.append(self.settings.settled_or_open(rule, day, due_on, met_on, self.today))

    def _early(self) -> None:
        for one in self.facts.circumstances:
            ended = self.ended_on is not None and self.ended_on <= one.from_on
            if one.kind.value == "extra-review" and self.start <= one.from_on <= self.today and not ended:
                self._asked_for(one)

    def _asked_for(self, one: Circumstance) -> None:
        met_on = next((each.held_on for each in self.all if each.held_on >= one.from_on), None)
        if one.to_on is not None:
            due_on = self.settings.count("review.early", one.to_on, "-1d", is_law=True)
            if met_on is None and self.ended_on is not None:
                self._missed("review.early", one.to_on, due_on)
            else:
                self.out.append(self.settings.settled_or_open("review.early", one.to_on, due_on, met_on, self.today))
        elif met_on is None and self.ended_on is None and self.last_duties is not None:
            late = self._due(self.last_duties[0]) < self.today
            self.out.append(Reckoned("review.early", one.from_on, None, "overdue" if late else "due-soon"))

    # --- around the reviews

    def _mid_point(self, last: Review, cpr: Duty, closed_on: date, *, is_open: bool) -> None:
        if cpr[2] != "6m":
            return
        offset = "3m"
        if self.settings.chosen("mid-point", last.held_on, "3-months") == "half-interval":
            days = (self._due(cpr) - last.held_on).days
            if days <= 1:
                return
            offset = f"{days // 2}d"
        due_on = self.settings.count("mid-point", last.held_on, offset, is_law=False)
        done = [one.done_on for one in self.facts.completions if one.task.value == "mid-point"]
        done = sorted(day for day in done if last.held_on < day < closed_on and day <= self.today)
        if done:
            self.out.append(self.settings.settled_or_open("mid-point", last.held_on, due_on, done[0], self.today))
        elif is_open:
            if not self._over_by(due_on):
                self.out.append(Reckoned("mid-point", last.held_on, due_on, self.settings.standing(due_on, self.today)))
        elif due_on < closed_on:
            self.out.append(Reckoned("mid-point", last.held_on, due_on, "missed"))

    def _over_by(self, day: date) -> bool:
        """Whether, as is known today, nothing is owed any more on that day."""
        return self._has_ended(day)

    def _around(self) -> None:
        before = self.start - DAY
        for one in self.all:
            self._before(one.held_on, before, is_open=False)
            before = one.held_on
            self._after(one)
        days = [one.review_on for one in self.facts.bookings if one.status.value == "open"]
        booked_on = max((day for day in days if day > max(before, self.start)), default=None)
        if booked_on is not None and self.ended_on is None:
            self._before(booked_on, before, is_open=booked_on >= self.today)

    def _before(self, review_on: date, after: date, *, is_open: bool) -> None:
        for rule, offset, is_law, whose in BEFORE:
            done = sorted(
                one.done_on
                for one in self.facts.completions
                if one.task.value == rule and after < one.done_on <= min(review_on, self.today)
            )
            due_on = self.settings.count(rule, review_on, offset, is_law=is_law)
            if done or is_open:
                first = done[0] if done else None
                self.out.append(
                    self.settings.settled_or_open(rule, review_on, due_on, first, self.today, theirs=whose == "theirs")
                )
            elif whose != "watch":
                self.out.append(Reckoned(rule, review_on, due_on, "missed"))

    def _after(self, review: Review) -> None:
        in_parts = review.method == "series" or review.adjourned_on is not None
        completed_on = review.completed_on or (None if in_parts else review.held_on)
        if completed_on is None or completed_on > self.today:
            return
        done: dict[str, date] = {}
        for one in self.facts.completions:
            if one.review_id == review.id and one.done_on <= self.today:
                done[one.task.value] = min(one.done_on, done.get(one.task.value, one.done_on))
        for rule, offset, theirs in AFTER:
            self._task(rule, completed_on, offset, done.get(rule), theirs=theirs)
        if "after.recommendations" in done:
            self._task("after.response", done["after.recommendations"], "5wd", done.get("after.response"), theirs=True)
        if "after.minutes" in done and "after.sign-off" in done:
            self._task("after.sign-off", done["after.minutes"], "5wd", done["after.sign-off"], theirs=False)

    def _task(self, rule: str, trigger_on: date, offset: str, met_on: date | None, *, theirs: bool) -> None:
        due_on = self.settings.count(rule, trigger_on, offset, is_law=False)
        self.out.append(self.settings.settled_or_open(rule, trigger_on, due_on, met_on, self.today, theirs=theirs))
