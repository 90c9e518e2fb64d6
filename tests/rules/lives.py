"""Invented lives in care, the odd ones above all, the same for the same seed."""

import random
from datetime import date, timedelta

from iro_desktop.domain.records import Booking, Child, ChildFacts, Completion, Episode, Review
from iro_desktop.domain.vocabulary import BookingStatus, ReviewMethod, Task
from tests.builders import new_id
from tests.rules.second_reckoning import owed_review

FIRST_DAY, LAST_DAY = date(2009, 6, 1), date(2027, 6, 30)
CHANGES = ("P", "L", "T", "B", "U")


def life(seed: int) -> tuple[ChildFacts, date]:
    """A child's facts and a today, which half the time lies close to the day a review is due."""
    dice = random.Random(seed)
    today = _between(dice, date(2013, 1, 1), LAST_DAY)
    episodes = _care(dice, today)
    reviews = _reviews(dice, episodes, today)
    started_on = episodes[0].started_on
    complete_from = dice.choice(
        [started_on, started_on, date(2000, 1, 1), None, _near(dice, started_on, 900), _near(dice, today, 400)]
    )
    tracking_from = dice.choice([date(2000, 1, 1), date(2000, 1, 1), today, _near(dice, today, 200)])
    facts = ChildFacts(
        Child("c", "AB12", tracking_from, complete_from, born_on=_birth(dice, today)),
        episodes,
        reviews,
        _bookings(dice, reviews, today),
        _completions(dice, reviews),
    )
    owed = owed_review(facts, today)
    if owed and owed.due_on and dice.random() < 0.5:
        today = min(max(owed.due_on + timedelta(days=dice.randint(-18, 3)), started_on), LAST_DAY)
    return facts, today


def _between(dice: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=dice.randrange((last - first).days + 1))


def _near(dice: random.Random, day: date, days: int) -> date:
    return day + timedelta(days=dice.randint(-days, days))


def _birth(dice: random.Random, today: date) -> date | None:
    """Often a child near the 18th birthday, sometimes one born on a leap day, sometimes not known."""
    return dice.choice(
        [
            None,
            date(2008, 2, 29),
            _near(dice, today - timedelta(days=18 * 365 + 4), 250),
            today - timedelta(days=dice.randrange(1, 6000)),
            today - timedelta(days=dice.randrange(1, 6000)),
        ]
    )


def _care(dice: random.Random, today: date) -> tuple[Episode, ...]:
    """One to four times in care, of one to five episodes each."""
    episodes: list[Episode] = []
    day = max(FIRST_DAY, today - timedelta(days=dice.choice([30, 200, 900, 2500])) - timedelta(days=dice.randrange(90)))
    for time in range(dice.choice([1, 1, 1, 2, 3, 4])):
        reason = "S" if time or dice.random() < 0.75 else dice.choice([*CHANGES, "?"])
        if time and dice.random() < 0.1:
            reason = dice.choice(CHANGES)
        day = _time_in_care(dice, episodes, day, reason)
    # The last of all is open as a rule; a time not ended before the next S is a slip that files hold.
    if dice.random() < 0.7:
        last = episodes[-1]
        episodes[-1] = Episode(
            last.id, "c", last.started_on, last.start_reason, last.legal_status, None, last.placement
        )
    return tuple(episodes)


def _time_in_care(dice: random.Random, episodes: list[Episode], day: date, reason: str) -> date:
    """Add one time in care that starts on ``day``; returns a day on which another may begin."""
    statuses = dice.choice([("V4",), ("V3", "V4"), ("C2",), ("V2", "C1", "C2"), ("V2", "E1"), ("V4", "V2"), (None,)])
    places = dice.choice([("U6",), ("U6", "K2", "U4"), ("U6", "A3"), ("A5",), ("U6", "A3", "A6", "U4"), (None,)])
    if day.year == 2011:  # GOV.UK's list begins with 2012, and counts of working days with it
        day += timedelta(days=366)
    changes = dice.randrange(5)
    for number in range(changes + 1):
        is_last = number == changes
        ended_on = day + timedelta(days=dice.choice([1, 20, 60, 200, 400]) + dice.randrange(40))
        end = ("E4A" if dice.random() < 0.85 else None) if is_last else "X1"
        episodes.append(
            Episode(
                new_id(), "c", day, reason if number == 0 else dice.choice(CHANGES), dice.choice(statuses), None,
                dice.choice(places), None, ended_on if end else None, end,
            )
        )  # fmt: skip
        day = ended_on
    return day + timedelta(days=dice.choice([0, 0, 1, 30, 300]))


def _reviews(dice: random.Random, episodes: tuple[Episode, ...], today: date) -> tuple[Review, ...]:
    """Reviews held about when due, early, late, left out, told twice, before care, after it, and in days to come."""
    starts = [one.started_on for one in episodes if one.start_reason not in CHANGES]
    days = [day + timedelta(days=dice.choice([0, 15, 24, 28, 28, 31, 70])) for day in starts]
    day = episodes[0].started_on + timedelta(days=dice.choice([28, 118, 200]))
    while day < today + timedelta(days=150):
        if dice.random() < 0.85:
            days.append(day)
        if dice.random() < 0.06:
            days.append(day)
        day += timedelta(days=dice.choice([80, 92, 150, 175, 182, 184, 190, 260]))
    if dice.random() < 0.2:
        days.append(_near(dice, episodes[0].started_on, 300))
    if dice.random() < 0.2:
        days.append(dice.choice(episodes).started_on)
    if dice.random() < 0.2:
        days.append(dice.choice(episodes).ended_on or today)
    keep = dice.choice([len(days), len(days), 1, 0])
    return tuple(_review(dice, day) for day in sorted(days)[-keep:]) if keep else ()


def _review(dice: random.Random, day: date) -> Review:
    is_series = dice.random() < 0.15
    completed_on = day + timedelta(days=dice.randrange(40)) if is_series and dice.random() < 0.6 else None
    method = ReviewMethod.SERIES if is_series else ReviewMethod.MEETING
    number = dice.choice([1, 2, 3, 7]) if dice.random() < 0.1 else None
    return Review(new_id(), "c", day, completed_on, None, method, number)


def _bookings(dice: random.Random, reviews: tuple[Review, ...], today: date) -> tuple[Booking, ...]:
    days = [_near(dice, today, 40) for _ in range(dice.choice([0, 0, 1, 1, 2]))]
    if reviews and dice.random() < 0.2:
        days.append(dice.choice(reviews).held_on)
    return tuple(Booking(new_id(), "c", day, dice.choice([BookingStatus.OPEN, *BookingStatus])) for day in days)


def _completions(dice: random.Random, reviews: tuple[Review, ...]) -> tuple[Completion, ...]:
    return tuple(
        Completion(new_id(), "c", task, one.held_on + timedelta(days=dice.randrange(60)), one.id)
        for one in reviews
        for task in (Task.RECOMMENDATIONS, Task.MINUTES, Task.RESPONSE, Task.MID_POINT)
        if dice.random() < 0.5
    )
