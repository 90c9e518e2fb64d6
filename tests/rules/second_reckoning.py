"""The review that is owed, reckoned a second time by walking through a child's life day by day.

Written from the regulations' text as the README of the rules tells it, by another method than the program's, so that
the two can be compared: nothing of ``iro_desktop.rules`` or of the program's periods of care is used here, and the
holidays come from GOV.UK's list.

* first review: 20 working days after care began (28 days before 1 April 2011); second: 3 months after the first;
  each later one: 6 months after the one before (SI 2010/959 reg 33);
* short breaks (every episode V3 or V4): 3 months after the start, then 6 months (reg 48);
* placed for adoption: 4 weeks after the placement, 3 months after that review, then 6 months (SI 2005/389 reg 36(3));
* a month's count ends on the same day number, or on the month's last day where there is none;
* a start of care is never inferred; a number is known only from a known start, or from a stated number, over a time
  in which every review is held here; without it: 6 months after the last review known, or no date at all.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from iro_desktop.domain.records import ChildFacts, Episode, Review
from tests.rules.day_by_day import DAY, days_on, is_working_day, months_on, working_days_on

SOON = 10  # working days


class Owed(NamedTuple):
    """The one review a child is owed."""

    rule: str
    number: int | None
    due_on: date | None
    standing: str


class Life:
    """What the walk knows on the day it has reached."""

    def __init__(self, complete_from: date | None) -> None:
        self.complete_from = complete_from
        self.in_care = False
        self.started_on: date | None = None
        self.first_seen = date.min
        self.ends_on: date | None = None
        self.only_short_breaks = True
        self.placed_on: date | None = None
        self.placement_is_new = False
        self.held: list[Review] = []
        self.outside_care: list[Review] = []  # held since care last ended, as far as is known

    def everything_held_since(self, day: date | None) -> bool:
        """Whether no review of that day or later can be missing."""
        return day is not None and self.complete_from is not None and self.complete_from <= day

    def begin_episode(self, episode: Episode) -> None:
        if self.in_care and self.ends_on is not None and self.ends_on <= episode.started_on:
            self.leave_care()
        if episode.start_reason == "S" or not self.in_care:
            self.enter_care(episode)
        if episode.legal_status not in ("V3", "V4"):
            self.only_short_breaks = False
        if episode.placement not in ("A3", "A4", "A5", "A6"):
            self.placed_on = None
        elif self.placed_on is None:
            self.placed_on = episode.started_on
            self.placement_is_new = episode.start_reason in ("S", "P", "T", "B", "U")
        ends = episode.end_reason not in (None, "X1")
        self.ends_on = episode.ended_on if ends else None

    def enter_care(self, episode: Episode) -> None:
        known = episode.start_reason == "S"
        self.held = [] if known else self.outside_care
        self.outside_care = []
        self.in_care, self.only_short_breaks, self.placed_on = True, True, None
        self.started_on, self.first_seen = (episode.started_on if known else None), episode.started_on

    def leave_care(self) -> None:
        self.in_care, self.ends_on, self.outside_care = False, None, []

    def hold(self, review: Review) -> None:
        """Note a review; a second one on the same day is the same one told twice."""
        reviews = self.held if self.in_care else self.outside_care
        if not reviews or reviews[-1].held_on != review.held_on:
            reviews.append(review)

    def number_of(self, place: int) -> int | None:
        """The number of the review at that place: from the last stated number up to it, or from the start."""
        for back in range(place + 1):
            stated = self.held[place - back]
            if stated.number is not None:
                return stated.number + back if back == 0 or self.everything_held_since(stated.held_on) else None
        return place + 1 if self.everything_held_since(self.started_on) else None

    def next_number(self) -> int | None:
        if not self.held:
            return 1 if self.everything_held_since(self.started_on) else None
        last = self.number_of(len(self.held) - 1)
        return last + 1 if last is not None and self.everything_held_since(self.held[-1].held_on) else None


def owed_review(facts: ChildFacts, today: date) -> Owed | None:
    """The review the child is owed today; ``None`` if there is none."""
    life = live_until(today, facts)
    if not life.in_care or has_turned_18(facts.child.born_on, today):
        return None
    rule, number, due_on = duty_of(life, today)
    after = life.held[-1].held_on if life.held else life.first_seen
    booked = [one.review_on for one in facts.bookings if one.status == "open"]
    booked_on = max((day for day in booked if day > after), default=None)
    return Owed(rule, number, due_on, standing_of(due_on, booked_on, today, facts.child.tracking_from))


def live_until(today: date, facts: ChildFacts) -> Life:
    """Walk from the first day anything is known of to the end of today."""
    life = Life(facts.child.complete_from)
    days = [one.started_on for one in facts.episodes] + [one.held_on for one in facts.reviews]
    day = min(days, default=today)
    while day <= today:
        for episode in (one for one in facts.episodes if one.started_on == day):
            life.begin_episode(episode)
        for review in (one for one in facts.reviews if one.held_on == day):
            life.hold(review)
        if life.in_care and life.ends_on is not None and life.ends_on <= day:
            life.leave_care()
        day += DAY
    return life


def duty_of(life: Life, today: date) -> tuple[str, int | None, date | None]:
    """Rule, number and due date of the review that is owed."""
    last = last_day_of(life.held, today)
    number = life.next_number()
    if life.placed_on is not None:
        if life.placement_is_new and life.everything_held_since(life.placed_on):
            since = sum(1 for one in life.held if one.held_on >= life.placed_on)
            if since == 0 or last is None:
                return "review.adoption-placed", number, days_on(life.placed_on, 28)
            return "review.adoption-placed", number, months_on(last, 3 if since == 1 else 6)
        return "review.opening", None, months_on(last, 6) if last else None
    if last is None:
        return first_duty(life, number)
    if life.only_short_breaks:
        return "review.short-break", number, months_on(last, 6)
    before = life.number_of(len(life.held) - 1)
    if before is None:
        return "review.opening", None, months_on(last, 6)
    return (
        ("review.second", number, months_on(last, 3)) if before == 1 else ("review.later", number, months_on(last, 6))
    )


def first_duty(life: Life, number: int | None) -> tuple[str, int | None, date | None]:
    """The duty where no review of this time in care is known."""
    if number is None or life.started_on is None:
        return "review.opening", None, None
    if life.only_short_breaks:
        return "review.short-break", number, months_on(life.started_on, 3)
    if life.started_on < date(2011, 4, 1):
        return "review.first", number, days_on(life.started_on, 28)
    return "review.first", number, working_days_on(life.started_on, 20)


def last_day_of(held: Iterable[Review], today: date) -> date | None:
    """The day from which the next review counts: the last one's completion, or its first meeting while it is open."""
    *_, last = (None, *held)
    if last is None:
        return None
    return last.completed_on if last.completed_on is not None and last.completed_on <= today else last.held_on


def standing_of(due_on: date | None, booked_on: date | None, today: date, tracking_from: date) -> str:
    """The first standing that fits."""
    if booked_on is not None and booked_on < today:
        return "not-recorded"
    if due_on is None:
        return "not-recorded" if booked_on is None else "upcoming"
    if booked_on is None and due_on < tracking_from:
        return "not-recorded"
    if due_on <= today:
        return "due-today" if due_on == today else "overdue"
    ahead = (today + timedelta(days=n) for n in range(1, (due_on - today).days + 1))
    return "due-soon" if sum(is_working_day(day) for day in ahead) <= SOON else "upcoming"


def has_turned_18(born_on: date | None, today: date) -> bool:
    """Whether the 18th birthday has begun; born on 29 February, it is 1 March in a common year."""
    if born_on is None:
        return False
    day = born_on
    while (day.year, day.month) < (born_on.year + 18, born_on.month):
        day += DAY
    while day.month == born_on.month and day.day < born_on.day:
        day += DAY
    return day <= today
