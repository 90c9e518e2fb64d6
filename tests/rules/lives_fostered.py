"""Invented private fostering arrangements and fostering households, under invented settings; the same for one seed."""

import random
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.records import (
    Arrangement,
    CarerFacts,
    CarerReviewAsked,
    Child,
    ChildFacts,
    Circumstance,
    Completion,
    Setting,
)
from iro_desktop.domain.vocabulary import CarerReviewGround, CircumstanceKind, Task
from tests.builders import new_id
from tests.rules.lives_more import ALWAYS, a_today, household, settings

GAPS = (5, 20, 41, 42, 43, 84, 85, 100)  # days between visits: on both sides of each limit
_MEETINGS = ("6w", "3m", "30wd", "none")


def fostered(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """A child with one or two arrangements, proposed, begun, ended or not; visits and meetings early, late or none."""
    dice = random.Random(seed)
    today = a_today(dice)
    days = sorted(_days_ago(dice, today) for _ in range(dice.choice([1, 1, 2])))
    found: list[Arrangement] = []
    for known_on in days:
        if found and (found[-1].ended_on is None or found[-1].ended_on >= known_on):
            found[-1] = replace(found[-1], ended_on=known_on - timedelta(days=1))
            if found[-1].aware_on is not None and found[-1].aware_on >= known_on:
                found[-1] = replace(found[-1], notified_on=found[-1].notified_on or known_on, aware_on=None)
        found.append(_arrangement(dice, known_on))
    born_on = dice.choice([None, date(2012, 2, 29), today - timedelta(days=365 * 16 + dice.randrange(-400, 400))])
    tracking_from = dice.choice([ALWAYS, ALWAYS, today - timedelta(days=dice.randrange(200))])
    child = Child("c", "AB12", tracking_from, ALWAYS, born_on=born_on, is_disabled=dice.choice([None, False, True]))
    facts = ChildFacts(child, completions=_done(dice, days[0], today), arrangements=tuple(found))
    if dice.random() < 0.3:
        facts = replace(facts, arrangements=(), circumstances=_as_older_files_have_it(found))
    return facts, _with_meetings(dice, settings(dice, today), today), today


def _days_ago(dice: random.Random, today: date) -> date:
    return today - timedelta(days=dice.choice([0, 3, 10, 60, 300, 366, 500]) + dice.randrange(20))


def _arrangement(dice: random.Random, known_on: date) -> Arrangement:
    aware_on = dice.choice([known_on, known_on, known_on + timedelta(days=dice.randrange(1, 80)), None])
    notified_on = None if aware_on == known_on and dice.random() < 0.5 else known_on
    if aware_on == known_on and notified_on is not None:
        notified_on += timedelta(days=dice.choice([0, 0, 30]))
    starts_on = dice.choice([None, known_on + timedelta(days=dice.randrange(-20, 70))])
    ended_on = dice.choice([None, None, (aware_on or known_on) + timedelta(days=dice.randrange(400))])
    return Arrangement(new_id(), "c", notified_on, aware_on, starts_on, ended_on)


def _as_older_files_have_it(found: list[Arrangement]) -> tuple[Circumstance, ...]:
    """Two facts for each: proposed, and fostered; the day it ended stands with the second alone."""
    out: list[Circumstance] = []
    for one in found:
        if one.notified_on is not None and (one.aware_on is None or one.notified_on < one.aware_on):
            out.append(Circumstance(new_id(), "c", CircumstanceKind.FOSTERING_PROPOSED, one.notified_on, one.starts_on))
        if one.aware_on is not None:
            out.append(Circumstance(new_id(), "c", CircumstanceKind.PRIVATE_FOSTERING, one.aware_on, one.ended_on))
    return tuple(sorted(out, key=lambda one: one.from_on))


def _done(dice: random.Random, first_on: date, today: date) -> tuple[Completion, ...]:
    done: list[Completion] = []
    for task in (Task.FOSTERING_VISIT, Task.FOSTERING_MEETING):
        day = first_on + timedelta(days=dice.randrange(16))
        while day < today + timedelta(days=5) and dice.random() < 0.9:
            done.append(Completion(new_id(), "c", task, day))
            day += timedelta(days=dice.choice(GAPS))
    return tuple(sorted(done, key=lambda one: one.done_on))


def _with_meetings(dice: random.Random, chosen: tuple[Setting, ...], today: date) -> tuple[Setting, ...]:
    if dice.random() < 0.5:
        return chosen
    from_on = dice.choice([ALWAYS, today - timedelta(days=dice.randrange(300))])
    return (*chosen, Setting(new_id(), "fostering-meeting", dice.choice(_MEETINGS), from_on))


def household_asked(seed: int) -> tuple[CarerFacts, tuple[Setting, ...], date]:
    """A household of whom reviews were asked for out of turn, with a day booked, or neither."""
    facts, chosen, today = household(seed)
    dice = random.Random(seed + 1)
    days = {today - timedelta(days=dice.randrange(-5, 900)) for _ in range(dice.choice([0, 1, 2]))}
    asked = tuple(
        CarerReviewAsked(new_id(), "f", day, dice.choice(list(CarerReviewGround)))
        for day in sorted(days)
        if day >= facts.carer.approved_on
    )
    booked_on = dice.choice([None, today + timedelta(days=dice.randrange(-40, 60))])
    return replace(facts, carer=replace(facts.carer, booked_on=booked_on), asked=asked), chosen, today
