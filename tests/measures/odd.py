"""Children on whom counts fail: two reviews on one day, a second time in care, eighteen, exits, series."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.records import (
    Alert,
    AlertPause,
    AlertStep,
    Allocation,
    Arrangement,
    Booking,
    CarerFacts,
    CarerReview,
    Child,
    ChildFacts,
    Completion,
    Contact,
    Episode,
    FosterCarer,
    Iro,
    Review,
    Sending,
    Wishes,
    Worker,
)
from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    Asker,
    BookingStatus,
    ContactKind,
    LateReason,
    Participation,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Role,
    SendingKind,
    TalkHow,
    Task,
    WorkerRole,
)
from tests.builders import new_id
from tests.conftest import TODAY

CODES = [None, *Participation]
TASKS = (
    Task.RECOMMENDATIONS, Task.RESPONSE, Task.UPDATED_CARE_PLAN, Task.MINUTES, Task.LETTER, Task.DISTRIBUTION,
)  # fmt: skip
BETWEEN = (Task.CONSULT, Task.REPORT, Task.IRO_VISIT, Task.MID_POINT, Task.INTRODUCTION)
STAGES = (AlertStage.INFORMAL, AlertStage.FORMAL)


def odd_children(seed: int, iros: Sequence[Iro], count: int) -> list[ChildFacts]:
    """So many of them, the same for the same seed."""
    dice = random.Random(seed)
    return [_newcomer(iros), *(_child(dice, f"ODD{number:03}", iros) for number in range(count))]


def _newcomer(iros: Sequence[Iro]) -> ChildFacts:
    """In care for ten days: nothing has been held, and nothing was due."""
    day = TODAY - timedelta(days=10)
    child = Child(new_id(), "NEW", day, day, born_on=day - timedelta(days=3000))
    allocation = Allocation(new_id(), "NEW", iros[0].id, day)
    return ChildFacts(child, (Episode(new_id(), "NEW", day, "S", "V2"),), allocations=(allocation,))


def odd_carers(seed: int, iros: Sequence[Iro]) -> list[CarerFacts]:
    """Fostering households reviewed about every year, one on two days in February that fall due again on one."""
    dice = random.Random(seed)
    found = []
    for number in range(4):
        carer = FosterCarer(new_id(), f"FC-ODD{number}", _ago(dice, 1500, 200), iro_id=dice.choice([None, iros[0].id]))
        days = [carer.approved_on + timedelta(days=365 * year + dice.randint(-30, 20)) for year in (1, 2, 3)]
        days += [date(2024, 2, 28), date(2024, 2, 29)] if not number else []
        held = (CarerReview(new_id(), carer.id, day) for day in sorted(set(days)) if day <= TODAY)
        found.append(CarerFacts(carer, tuple(held)))
    return found


def _child(dice: random.Random, council_id: str, iros: Sequence[Iro]) -> ChildFacts:
    episodes = tuple(_care(dice, council_id))
    start = episodes[0].started_on
    born_on = dice.choice(
        [None, _ago(dice, 18 * 365 + 4, 600), _ago(dice, 16 * 365, 300), start - _days(dice, 40, 5000)]
    )
    reviews = _one_after_another(sorted(_reviews(dice, council_id, episodes), key=lambda one: one.held_on))
    child = Child(
        new_id(), council_id, dice.choice([start, start, _ago(dice, 200, 100), date(2000, 1, 1)]),
        dice.choice([start, start, start, date(2000, 1, 1), None, _ago(dice, 300, 200)]), born_on=born_on,
    )  # fmt: skip
    alerts, steps, pauses = _alerts(dice, council_id)
    fostered, visits = _fostered(dice, council_id)
    return ChildFacts(
        child,
        episodes,
        reviews,
        tuple(_bookings(dice, council_id, reviews)),
        (*_done(dice, council_id, reviews), *visits),
        tuple(_allocations(dice, council_id, start, iros)),
        alerts=alerts,
        alert_steps=steps,
        alert_pauses=pauses,
        sendings=tuple(_sendings(dice, council_id, start)),
        wishes=tuple(_wishes(dice, council_id, start)),
        contacts=tuple(_contacts(dice, council_id, start)),
        workers=tuple(_workers(dice, council_id, start)),
        arrangements=fostered,
    )


def _days(dice: random.Random, least: int, most: int) -> timedelta:
    return timedelta(days=dice.randint(least, most))


def _ago(dice: random.Random, days: int, either_way: int) -> date:
    return min(TODAY, TODAY - timedelta(days=days) + timedelta(days=dice.randint(-either_way, either_way)))


def _any_day(dice: random.Random, first: date) -> date:
    return first + timedelta(days=dice.randint(0, max((TODAY - first).days, 0)))


def _care(dice: random.Random, child: str) -> Iterator[Episode]:
    """One to three times in care; a time may begin on the very day on which the one before ended."""
    day = TODAY - _days(dice, 30, 1500)
    times = dice.choice([1, 1, 2, 3])
    for number in range(times):
        is_last = number == times - 1
        statuses = dice.choice([("C2",), ("V2", "C1"), ("V4",), ("V2", "E1"), ("V4", "V2")])
        for place, status in enumerate(statuses):
            until = day + _days(dice, 20, 400)
            is_open = is_last and place == len(statuses) - 1 and dice.random() < 0.7
            ends = "X1" if place < len(statuses) - 1 else "E4A"
            if until > TODAY:
                is_open, until = True, TODAY
            yield Episode(
                new_id(), child, day, "S" if not place else "L", status, None, dice.choice(["U6", "K2", None]), None,
                None if is_open else until, None if is_open else ends,
            )  # fmt: skip
            if is_open:
                return
            day = until
        day += timedelta(days=dice.choice([0, 0, 10, 100]))
        if day > TODAY:
            return


def _reviews(dice: random.Random, child: str, episodes: Sequence[Episode]) -> Iterator[Review]:
    """Reviews on the days that matter: near their limit, on days of exit, twice on a day, after care, at eighteen."""
    day = episodes[0].started_on + _days(dice, 5, 40)
    while day <= TODAY:
        one = _review(dice, child, day)
        yield one
        if dice.random() < 0.15:  # the same one told twice
            yield replace(one, id=new_id(), participation=Participation.PN1)
        day += _days(dice, 60, 95) if dice.random() < 0.4 else _days(dice, 150, 200)
    for ended_on in (one.ended_on for one in episodes if one.ended_on):
        if dice.random() < 0.3:
            yield _review(dice, child, ended_on)
    breaks = any(one.legal_status == "V4" for one in episodes)  # whether they end care is not told by every reckoning
    for _ in range(0 if breaks else dice.choice([0, 0, 1, 3])):
        yield Review(
            new_id(), child, _any_day(dice, episodes[0].started_on), None, dice.choice(CODES), kind=ReviewKind.PATHWAY
        )


def _one_after_another(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """None goes on when the next is held."""
    days = sorted({one.held_on for one in reviews if one.kind is not ReviewKind.PATHWAY})
    found = []
    for one in reviews:
        last_on = min((day for day in days if day > one.held_on), default=date.max) - timedelta(days=1)
        is_over = one.completed_on is not None and one.completed_on > last_on
        found.append(replace(one, completed_on=last_on) if is_over else one)
    return tuple(found)


def _review(dice: random.Random, child: str, day: date) -> Review:
    method = dice.choice(
        [ReviewMethod.MEETING, ReviewMethod.MEETING, ReviewMethod.SERIES, ReviewMethod.NO_MEETING, None]
    )
    adjourned_on = day if method is ReviewMethod.MEETING and dice.random() < 0.1 else None
    in_parts = method is ReviewMethod.SERIES or adjourned_on is not None
    completed_on = min(day + _days(dice, 0, 35), TODAY) if in_parts and dice.random() < 0.8 else None
    return Review(
        new_id(), child, day, completed_on, dice.choice(CODES), method, None,
        dice.choice([None, LateReason.COURT, LateReason.REPORT]), dice.choice([None, ReviewKind.LOOKED_AFTER]),
        dice.choice([None, None, None, ReviewGround.IRO_ASKED]), adjourned_on, dice.choice([None, True, False]),
    )  # fmt: skip


def _bookings(dice: random.Random, child: str, reviews: Sequence[Review]) -> Iterator[Booking]:
    for one in reviews:
        for _ in range(dice.choice([0, 1, 1, 2])):
            closed_on = one.held_on - _days(dice, 0, 40)
            kind = (
                ReviewKind.PATHWAY if one.kind is ReviewKind.PATHWAY else dice.choice([None, ReviewKind.LOOKED_AFTER])
            )
            yield Booking(
                new_id(), child, closed_on + _days(dice, 0, 35),
                dice.choice([BookingStatus.MOVED, BookingStatus.MOVED, BookingStatus.CANCELLED]), closed_on,
                closed_on=closed_on, asked_by=dice.choice([None, Asker.CARER, Asker.FAMILY]),
                reason=dice.choice([None, "carer  unwell", "School trip"]), kind=kind,
            )  # fmt: skip


def _done(dice: random.Random, child: str, reviews: Sequence[Review]) -> Iterator[Completion]:
    for one in reviews:
        if one.kind is ReviewKind.PATHWAY:
            continue
        since = one.completed_on or one.held_on
        for task in TASKS:
            done_on = since + _days(dice, 0, 32)
            if dice.random() < 0.75 and done_on <= TODAY:
                yield Completion(new_id(), child, task, done_on, one.id)
        yield from _around(dice, child, one)
    for task in BETWEEN:
        if reviews and dice.random() < 0.6:
            yield Completion(new_id(), child, task, _any_day(dice, reviews[0].held_on))


def _around(dice: random.Random, child: str, one: Review) -> Iterator[Completion]:
    if dice.random() < 0.5:
        done_on = one.held_on + _days(dice, 50, 130)
        detail = dice.choice([None, None, "skipped"])
        if done_on <= TODAY:
            yield Completion(new_id(), child, Task.MID_POINT, done_on, one.id, detail, "With the family abroad")
    before = one.held_on - _days(dice, 0, 10)
    yield Completion(new_id(), child, Task.CHILD_SEEN, before, None, dice.choice([None, *TalkHow]))
    for task in (Task.CONSULT, Task.REPORT):
        if dice.random() < 0.7:
            yield Completion(new_id(), child, task, one.held_on - _days(dice, 0, 30))


def _allocations(dice: random.Random, child: str, start: date, iros: Sequence[Iro]) -> Iterator[Allocation]:
    """Nobody's at first, somebody's, then another's or the same one's again; perhaps nobody's in the end."""
    day = start + _days(dice, 0, 60)
    for _ in range(dice.choice([0, 1, 1, 2, 3])):
        until = day + _days(dice, 20, 500)
        is_open = until >= TODAY
        if day <= TODAY:
            yield Allocation(new_id(), child, dice.choice(iros).id, day, None if is_open else until)
        if is_open:
            return
        day = until + _days(dice, 1, 40)


def _workers(dice: random.Random, child: str, start: date) -> Iterator[Worker]:
    day = start
    for number in range(dice.choice([0, 1, 3])):
        until = day + _days(dice, 30, 300)
        role = WorkerRole.ADVISER if number == 2 else WorkerRole.SOCIAL_WORKER
        yield Worker(new_id(), child, role, "A. Worker", day, dice.choice([None, "North", "South"]), until)
        day = until + _days(dice, 1, 10)


def _sendings(dice: random.Random, child: str, start: date) -> Iterator[Sending]:
    for _ in range(dice.choice([0, 2, 5])):
        sent_on = _any_day(dice, start)
        back = dice.choice([None, min(sent_on + _days(dice, 0, 20), TODAY)])
        to = dice.choice([Role.CHILD, Role.SCHOOL, Role.HEALTH, Role.OTHER])
        what = dice.choice([SendingKind.CONSULTATION, SendingKind.CONSULTATION, SendingKind.INVITATION])
        yield Sending(new_id(), child, what, to, sent_on, returned_on=back)


def _wishes(dice: random.Random, child: str, start: date) -> list[Wishes]:
    days = sorted(_any_day(dice, start) for _ in range(dice.choice([0, 1, 2])))
    return [Wishes(new_id(), child, day, not_coming=dice.choice([None, "Football"])) for day in sorted(set(days))]


def _fostered(dice: random.Random, child: str) -> tuple[tuple[Arrangement, ...], tuple[Completion, ...]]:
    """Some were privately fostered, which is another thing than being looked after; visits about when they were due."""
    if dice.random() > 0.25:
        return (), ()
    aware_on, visits = _ago(dice, 300, 250), []
    day = aware_on + _days(dice, 2, 14)
    while day <= TODAY:
        visits.append(Completion(new_id(), child, Task.FOSTERING_VISIT, day))
        day += _days(dice, 30, 50)
    return (Arrangement(new_id(), child, aware_on=aware_on),), tuple(visits)


def _contacts(dice: random.Random, child: str, start: date) -> Iterator[Contact]:
    for _ in range(dice.choice([0, 1, 4])):
        yield Contact(new_id(), child, _any_day(dice, start), dice.choice(list(ContactKind)))


def _alerts(dice: random.Random, child: str) -> tuple[tuple[Alert, ...], tuple[AlertStep, ...], tuple[AlertPause, ...]]:
    """Several, some of one day; paused, answered, taken further, resolved."""
    alerts: list[Alert] = []
    steps: list[AlertStep] = []
    pauses: list[AlertPause] = []
    for _ in range(dice.choice([0, 0, 1, 3])):
        day = alerts[-1].raised_on if alerts and dice.random() < 0.4 else _ago(dice, 150, 140)
        kind = dice.choice([AlertKind.CHALLENGE, AlertKind.CHALLENGE, AlertKind.PARTNER, AlertKind.GOOD_PRACTICE])
        nth = 1 + sum(one.raised_on == day for one in alerts)
        resolved_on = min(day + _days(dice, 8, 40), TODAY) if dice.random() < 0.6 else None
        one = Alert(
            new_id(), child, day, resolved_on, kind=kind, nth=nth, team=dice.choice([None, "East"]),
            agency=Agency.HEALTH if kind is not AlertKind.CHALLENGE else None,
            outcome=dice.choice(list(AlertOutcome)) if resolved_on else None,
        )  # fmt: skip
        alerts.append(one)
        if kind is not AlertKind.CHALLENGE:
            continue
        first = AlertStep(new_id(), child, one.id, AlertStage.INFORMAL, day)
        if dice.random() < 0.4 and day + timedelta(days=7) <= TODAY:
            steps += [first, AlertStep(new_id(), child, one.id, AlertStage.FORMAL, day + _days(dice, 2, 7))]
        else:
            answered_on = min(day + _days(dice, 0, 12), TODAY) if dice.random() < 0.5 else None
            steps.append(replace(first, answered_on=answered_on))
        if dice.random() < 0.3:
            pauses.append(
                AlertPause(new_id(), child, one.id, day, "Court decides first", min(day + _days(dice, 1, 5), TODAY))
            )
    alerts.sort(key=lambda each: each.raised_on)
    steps.sort(key=lambda each: each.started_on)
    return tuple(alerts), tuple(steps), tuple(pauses)
