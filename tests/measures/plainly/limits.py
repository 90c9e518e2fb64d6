"""What was owed before each review, from the second reckoning, which walks day by day.

A date that a person set by hand moves no limit of the law.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import ChildFacts, Episode, Review
from tests.rules.day_by_day import DAY, days_on, months_on, working_days_on
from tests.rules.reckoned_counts import birthday_of
from tests.rules.second_reckoning import owed_review

ADOPTION = ("A3", "A4", "A5", "A6")


def reviews_of(facts: ChildFacts, today: date) -> list[Review]:
    """Reviews of a child looked after that were held, one a day."""
    found: dict[date, Review] = {}
    for one in facts.reviews:
        if one.kind != "pathway" and one.held_on <= today:
            found.setdefault(one.held_on, one)
    return [found[day] for day in sorted(found)]


def completion(one: Review) -> date | None:
    in_parts = one.method == "series" or one.adjourned_on is not None
    return one.completed_on or (None if in_parts else one.held_on)


def completed_in_time(one: Review, today: date) -> bool:
    """A review in parts is completed within 20 working days of its first meeting, or may still be."""
    if one.method != "series" and one.adjourned_on is None:
        return True
    end = one.completed_on if one.completed_on and one.completed_on <= today else today
    return end <= working_days_on(one.held_on, 20)


def due_before(facts: ChildFacts, one: Review) -> date | None:
    """The last day in time of a review that was held; ``None``: it cannot be known."""
    day = one.held_on
    if not in_care(facts, day) or is_adult(facts, day):
        return None
    known_from, start = facts.child.complete_from, start_of(facts, day)
    before = [each for each in reviews_of(facts, day - DAY) if start is None or each.held_on >= start.started_on]
    previous_on = before[-1].held_on if before else start.started_on if start and start.start_reason == "S" else None
    if one.number != 1 and (known_from is None or previous_on is None or previous_on < known_from):
        return from_another_day(facts, day)
    return owed_on(facts, day, day - DAY)


def from_another_day(facts: ChildFacts, day: date) -> date | None:
    """What is known without the review before: limits from a placement for adoption, or from the authority to place."""
    known = tuple(reviews_of(facts, day - DAY))
    owed = owed_review(replace(facts, reviews=known, bookings=()), day)
    placed = owed.due_on if owed and owed.rule == "review.adoption-placed" else None
    limits = (placed, authorised(facts, day, known, first_only=True))
    return min((one for one in limits if one is not None), default=None)


def owed_on(facts: ChildFacts, day: date, held_until: date) -> date | None:
    """The earlier of the limits that run on that day, with the reviews held until then."""
    known = tuple(one for one in reviews_of(facts, held_until))
    owed = owed_review(replace(facts, reviews=known, bookings=()), day)
    if owed is None:  # the day of exit itself
        owed = owed_review(replace(facts, reviews=known, bookings=()), day - DAY)
    limits = [owed.due_on if owed else None, authorised(facts, day, known)]
    return min((one for one in limits if one is not None), default=None)


def authorised(facts: ChildFacts, day: date, known: tuple[Review, ...], *, first_only: bool = False) -> date | None:
    """Three months after a placement order, then six after each review, until placed (SI 2005/389 reg 36(1))."""
    since: date | None = None
    for one in facts.episodes:
        if one.started_on <= day:
            since = (since or one.started_on) if one.legal_status == "E1" and one.placement not in ADOPTION else None
    by_hand = [
        one.from_on
        for one in facts.circumstances
        if one.kind == "adoption-authority" and one.from_on <= day and (one.to_on is None or day <= one.to_on)
    ]
    first = min([*by_hand, *([since] if since else [])], default=None)
    now = [one for one in facts.episodes if one.started_on <= day][-1:]
    if first is None or not now or now[0].placement in ADOPTION:
        return None
    after = [one for one in known if one.held_on > first]
    if after and first_only:
        return None
    return months_on(completion(after[-1]) or after[-1].held_on, 6) if after else months_on(first, 3)


def start_of(facts: ChildFacts, day: date) -> Episode | None:
    """The episode that began the time in care of that day."""
    first: Episode | None = None
    ended_on: date | None = None
    for one in facts.episodes:
        if one.started_on > day:
            break
        if first is None or one.start_reason == "S" or ended_on is not None:
            first = one
        ended_on = one.ended_on if one.end_reason not in (None, "X1") else None
    return first


def in_care(facts: ChildFacts, day: date) -> bool:
    """Whether the child is looked after on that day; the day of exit is the last."""
    begun = [one for one in facts.episodes if one.started_on <= day]
    if not begun:
        return False
    last = begun[-1]
    return last.end_reason in (None, "X1") or last.ended_on is None or day <= last.ended_on


def is_adult(facts: ChildFacts, day: date) -> bool:
    return facts.child.born_on is not None and day >= birthday_of(facts.child.born_on, 18)


def last_days(facts: ChildFacts, today: date) -> Iterator[tuple[date, bool]]:
    """The last day of each time in care on which a review was owed, and whether that is over; else it is today."""
    ends = [
        one.ended_on
        for one in facts.episodes
        if one.end_reason not in (None, "X1") and one.ended_on is not None and one.started_on <= today
    ]
    adult_on = birthday_of(facts.child.born_on, 18) if facts.child.born_on else date.max
    for end in ends:
        if end <= today and _began_before(facts, end, adult_on):
            yield min(days_on(end, -1), days_on(adult_on, -1)), True
    begun = [one for one in facts.episodes if one.started_on <= today]
    if not begun or not _began_before(facts, today, adult_on):
        return
    last = begun[-1]
    if last.ended_on is None or last.end_reason in (None, "X1") or last.ended_on > today:
        yield (days_on(adult_on, -1), True) if adult_on <= today else (today, False)


def _began_before(facts: ChildFacts, day: date, adult_on: date) -> bool:
    """Whether the time in care of a day, or that ended on it, began while the child was one."""
    start = start_of(facts, days_on(day, -1)) or start_of(facts, day)
    return start is not None and start.started_on < adult_on
