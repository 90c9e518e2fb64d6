"""Invented lives with everything beside the plain reviews, under invented settings; the same for the same seed."""

import random
from datetime import date, timedelta

from iro_desktop.domain.records import (
    Alert,
    AlertStep,
    Booking,
    CarerFacts,
    CarerReview,
    Child,
    ChildFacts,
    Circumstance,
    Completion,
    Episode,
    FosterCarer,
    Review,
    Setting,
)
from iro_desktop.domain.vocabulary import (
    AlertStage,
    BookingStatus,
    CarerReviewKind,
    CircumstanceKind,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Task,
)
from tests.builders import new_id
from tests.rules.reckoned_counts import birthday_of

LAST_DAY = date(2027, 3, 31)
ALWAYS = date(2000, 1, 1)
CHOSEN = (
    ("anchor", "original-due"), ("series", "completion"), ("extra-review-resets", "no"),
    ("adoption-authorised", "adoption-only"), ("informal-counts-to-cap", "no"), ("mid-point", "half-interval"),
    ("foster-carer-year", "decision"), ("day-0", "counted"), ("due-soon", "3"), ("due-soon", "25"),
)  # fmt: skip
LIMITED = (
    "review.first", "review.second", "review.later", "review.adoption-authorised", "review.adoption-placed",
    "review.adoption-returned", "review.series", "review.adjourned", "review.meeting", "review.early", "mid-point",
    "before.consult", "before.report", "before.child-seen", "before.forms", "after.minutes", "after.recommendations",
    "after.response", "alert.informal", "alert.formal", "alert.cap", "pathway.assessment", "pathway.review",
    "pathway.accommodation-review", "private-fostering.first-visit", "private-fostering.visit", "foster-carer.review",
)  # fmt: skip
LIMITS = ("2wd", "10wd", "18wd", "3d", "28d", "5w", "2m", "5m", "7m", "+4wd", "-20d", "1y")


def settings(dice: random.Random, today: date) -> tuple[Setting, ...]:
    """What a service chose, often nothing; from always, or from a day in the child's time, or yet to come."""
    found: list[Setting] = []
    for key, value in dice.sample(CHOSEN, dice.choice([0, 0, 1, 2, 4])):
        found.append(Setting(new_id(), key, value, dice.choice([ALWAYS, near(dice, today, 700)])))
    for rule in dice.sample(LIMITED, dice.choice([0, 0, 1, 4])):
        from_on = near(dice, today, 700)
        found.append(Setting(new_id(), f"limit:{rule}", dice.choice(LIMITS), dice.choice([ALWAYS, from_on])))
        if dice.random() < 0.2:
            found.append(Setting(new_id(), f"limit:{rule}", "rule", from_on + timedelta(days=100)))
    keys = [(one.key, one.from_on) for one in found]
    return tuple(one for index, one in enumerate(found) if (one.key, one.from_on) not in keys[:index])


def near(dice: random.Random, day: date, days: int) -> date:
    """A day not far from another."""
    return day + timedelta(days=dice.randint(-days, days))


def a_today(dice: random.Random) -> date:
    """A day of 2016 to 2027; often the eve of Christmas or Easter, a leap day, a month's end."""
    odd = (
        date(2024, 2, 29), date(2023, 2, 28), date(2022, 9, 19), date(2022, 6, 2), date(2023, 12, 22),
        date(2024, 3, 28), date(2020, 5, 8), date(2023, 8, 31), date(2025, 12, 31),
    )  # fmt: skip
    if dice.random() < 0.2:
        return dice.choice(odd)
    return date(2016, 1, 1) + timedelta(days=dice.randrange((LAST_DAY - date(2016, 1, 1)).days))


def life_in_care(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """One time in care with a known start and a whole history: adoption, series, early reviews, the work around."""
    dice = random.Random(seed)
    today = a_today(dice)
    start = today - timedelta(days=dice.choice([5, 40, 200, 500, 900]) + dice.randrange(90))
    episodes = _episodes(dice, start, today)
    asked = tuple(_asked(dice, start, today))
    reviews = _reviews(dice, start, today)
    days = [near(dice, today, 40) for _ in range(dice.choice([0, 1, 1, 2]))]
    status = [BookingStatus.OPEN, BookingStatus.OPEN, BookingStatus.MOVED]
    bookings = tuple(Booking(new_id(), "c", day, dice.choice(status)) for day in days if day > start)
    born_on = (
        None
        if dice.random() < 0.3
        else today - timedelta(days=dice.choice([2000, 18 * 365 + 4]) + dice.randint(-80, 80))
    )
    if bookings:  # a passed booking is told elsewhere; here each date stands by itself
        bookings = tuple(one for one in bookings if one.review_on >= today)
    # Reviews on the day of exit or after eighteen are told elsewhere.
    ends_on = min(episodes[-1].ended_on or date.max, birthday_of(born_on, 18) if born_on else date.max)
    reviews = tuple(one for one in reviews if one.held_on < ends_on)
    facts = ChildFacts(
        Child("c", "AB12", ALWAYS, ALWAYS, born_on=born_on),
        episodes,
        reviews,
        bookings,
        _completions(dice, reviews, start, today),
        (),
        asked,
    )
    return facts, settings(dice, today), today


def _episodes(dice: random.Random, start: date, today: date) -> tuple[Episode, ...]:
    """Care, then perhaps a placement order, a placement for adoption, a return, and perhaps the end."""
    ways = ("C2/U6", "C2/U6 E1/U6", "E1/U6", "C2/U6 E1/U6 E1/A5", "C2/U6 E1/U6 E1/A5 E1/U4", "C1/U6 E1/A3 C2/U6 E1/U6",
            "V2/U6 C2/U6", "C2/A5 C2/U6")  # fmt: skip
    found: list[Episode] = []
    day, before = start, ("", "")
    for one in dice.choice(ways).split():
        status, place = one.split("/")
        reason = "S" if not found else "L" if place == before[1] else "P" if status == before[0] else "B"
        found.append(Episode(new_id(), "c", day, reason, status, None, place, None))
        before = status, place
        day += timedelta(days=dice.choice([10, 60, 200]) + dice.randrange(60))
    if day <= today + timedelta(days=60) and dice.random() < 0.4:
        last = found[-1]
        found[-1] = Episode(
            last.id, "c", last.started_on, last.start_reason, last.legal_status, None, last.placement, None, day, "E4A"
        )
    return tuple(found)


def _reviews(dice: random.Random, start: date, today: date) -> tuple[Review, ...]:
    days: list[date] = []
    day = start + timedelta(days=dice.choice([3, 20, 27, 28, 29, 45]))
    while day < today + timedelta(days=60):
        if not days or day > days[-1]:
            days.append(day)
        day += timedelta(days=dice.choice([9, 60, 89, 91, 92, 120, 181, 182, 184, 250]))
    return tuple(_review(dice, day) for day in days)


def _review(dice: random.Random, day: date) -> Review:
    method = dice.choice(
        [ReviewMethod.MEETING] * 4 + [ReviewMethod.SERIES, ReviewMethod.SERIES, ReviewMethod.NO_MEETING]
    )
    adjourned_on = day if dice.random() < 0.12 else None
    completed_on = None
    if method is ReviewMethod.SERIES or adjourned_on is not None:
        completed_on = dice.choice([None, day + timedelta(days=dice.randrange(45))])
    ground = dice.choice(list(ReviewGround)) if dice.random() < 0.2 else None
    return Review(new_id(), "c", day, completed_on, None, method, None, None, None, ground, adjourned_on)


def _asked(dice: random.Random, start: date, today: date) -> list[Circumstance]:
    found: list[Circumstance] = []
    for _ in range(dice.choice([0, 0, 1, 2])):
        day = today - timedelta(days=dice.randrange(-10, 120))
        if day >= start:
            to_on = dice.choice([None, day + timedelta(days=dice.randrange(1, 60))])
            found.append(Circumstance(new_id(), "c", CircumstanceKind.EXTRA_REVIEW, day, to_on, "iro-asked"))
    if dice.random() < 0.3:
        day = start + timedelta(days=dice.randrange(300))
        to_on = dice.choice([None, day + timedelta(days=dice.randrange(300))])
        found.append(Circumstance(new_id(), "c", CircumstanceKind.ADOPTION_AUTHORITY, day, to_on))
    days = [one.from_on for one in found]
    found = [one for index, one in enumerate(found) if one.from_on not in days[:index]]
    return sorted(found, key=lambda one: one.from_on)


def _completions(dice: random.Random, reviews: tuple[Review, ...], start: date, today: date) -> tuple[Completion, ...]:
    after = (
        Task.RECOMMENDATIONS, Task.UPDATED_CARE_PLAN, Task.MINUTES, Task.LETTER, Task.DISTRIBUTION, Task.RESPONSE,
        Task.SIGN_OFF,
    )  # fmt: skip
    found = [
        Completion(new_id(), "c", task, one.held_on + timedelta(days=dice.randrange(50)), one.id)
        for one in reviews
        for task in after
        if dice.random() < 0.4
    ]
    alone = (
        Task.CONSULT, Task.ATTENDEES, Task.FORMS, Task.INVITATIONS, Task.DISCUSSION, Task.REPORT, Task.CHILD_SEEN,
        Task.MID_POINT,
    )  # fmt: skip
    days = (today - start).days + 20
    for task in alone:
        found += [
            Completion(new_id(), "c", task, start + timedelta(days=dice.randrange(days)))
            for _ in range(dice.randrange(4))
        ]
    return tuple(found)


def life_after_care(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """A young person of 15 to 26: times in care since before 14, an assessment, pathway reviews, accommodation."""
    dice = random.Random(seed)
    today = a_today(dice)
    age = dice.choice([15.9, 16.1, 16.3, 17, 17.9, 18.05, 18.5, 19, 20.9, 21.1])
    born_on = dice.choice([today - timedelta(days=int(age * 365.25)), date(2004, 2, 29), date(2008, 2, 29)])
    episodes: list[Episode] = []
    day = born_on + timedelta(days=int(365.25 * dice.choice([10, 13.8, 15.7, 15.8, 16.5, 17.6])) + dice.randrange(60))
    for _ in range(dice.choice([1, 1, 2, 3])):
        if day > today:
            break
        status = dice.choice(["C2", "V2", "V4"])
        ended_on = day + timedelta(
            days=dice.choice([20, 50, 91, 92, 300, 900]) + dice.choice([0, 0, dice.randrange(40)])
        )
        is_open = dice.random() < 0.3
        end = (None, None) if is_open else (ended_on, "E4A")
        episodes.append(Episode(new_id(), "c", day, "S", status, None, "U6", None, *end))
        if is_open:
            break
        day = ended_on + timedelta(days=dice.randrange(1, 200))
    reviews = [
        Review(new_id(), "c", born_on + timedelta(days=int(365.25 * dice.choice([15, 16, 17])) + dice.randrange(365)))
        for _ in range(dice.randrange(3))
    ]
    day = born_on + timedelta(days=int(365.25 * 16) + dice.randrange(800))
    while day < today and dice.random() < 0.85:
        reviews.append(Review(new_id(), "c", day, kind=ReviewKind.PATHWAY))
        day += timedelta(days=dice.choice([28, 60, 92, 182, 184, 250]))
    circumstances: list[Circumstance] = []
    for kind in (CircumstanceKind.LA_ACCOMMODATION, CircumstanceKind.HOME_TO_PARENT, CircumstanceKind.CARE_LEAVER):
        if dice.random() < 0.3:
            from_on = today - timedelta(days=dice.randrange(700))
            to_on = dice.choice([None, None, from_on + timedelta(days=dice.randrange(400))])
            circumstances.append(Circumstance(new_id(), "c", kind, from_on, to_on))
    done = [
        Completion(new_id(), "c", Task.PATHWAY_ASSESSMENT, born_on + timedelta(days=dice.randrange(5500, 6800)))
        for _ in range(dice.randrange(2))
    ]
    facts = ChildFacts(
        Child("c", "AB12", ALWAYS, ALWAYS, born_on=born_on),
        tuple(episodes),
        tuple(sorted(reviews, key=lambda one: one.held_on)),
        (),
        tuple(done),
        (),
        tuple(sorted(circumstances, key=lambda one: one.from_on)),
    )
    return facts, settings(dice, today), today


def challenged(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """A child with one challenge of up to four steps, answered or not."""
    dice = random.Random(seed)
    today = a_today(dice)
    raised_on = today - timedelta(days=dice.randrange(-3, 80))
    alert = Alert(
        new_id(), "c", raised_on, raised_on + timedelta(days=dice.randrange(50)) if dice.random() < 0.5 else None
    )
    steps: list[AlertStep] = []
    day = raised_on
    for stage in dice.choice(["i", "f", "if", "ifc", "ic", "iff", "fc"]):
        answered_on = day + timedelta(days=dice.randrange(25)) if dice.random() < 0.4 else None
        which = {"i": AlertStage.INFORMAL, "f": AlertStage.FORMAL, "c": AlertStage.CAFCASS}[stage]
        steps.append(AlertStep(new_id(), "c", alert.id, which, day, answered_on))
        day += timedelta(days=dice.randrange(1, 25))
    child = Child("c", "AB12", ALWAYS, ALWAYS)
    facts = ChildFacts(child, alerts=(alert,), alert_steps=tuple(steps))
    return facts, settings(dice, today), today


def household(seed: int) -> tuple[CarerFacts, tuple[Setting, ...], date]:
    """A foster carer with up to some years of reviews."""
    dice = random.Random(seed)
    today = a_today(dice)
    approved_on = dice.choice([today - timedelta(days=dice.randrange(1800)), date(2020, 2, 29), date(2012, 2, 29)])
    reviews: list[CarerReview] = []
    day = approved_on + timedelta(days=dice.choice([200, 365, 366, 400]))
    while day < today + timedelta(days=30):
        decided_on = dice.choice([None, day + timedelta(days=dice.randrange(60))])
        panel_on = dice.choice([None, day + timedelta(days=dice.randrange(60))])
        reviews.append(CarerReview(new_id(), "f", day, decided_on, panel_on, dice.choice(list(CarerReviewKind))))
        day += timedelta(days=dice.choice([100, 364, 365, 366, 420]))
    ended_on = today + timedelta(days=dice.randint(-300, 100)) if dice.random() < 0.3 else None
    if ended_on is not None and ended_on <= approved_on:
        ended_on = None
    return CarerFacts(FosterCarer("f", "FC1", approved_on, ended_on), tuple(reviews)), settings(dice, today), today
