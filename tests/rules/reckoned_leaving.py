"""Who is entitled as a care leaver, reckoned a second time: one day after the other, from the text of the law.

Nothing of ``iro_desktop.rules`` is used. Children Act 1989 Sch 2 para 19B, ss.23A, 23C, 24; SI 2010/959 reg 40;
SI 2010/2571 reg 3(4).
"""

import random
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.records import Child, ChildFacts, Circumstance, Episode
from iro_desktop.domain.vocabulary import CircumstanceKind
from tests.builders import new_id
from tests.rules.day_by_day import DAY, months_on
from tests.rules.reckoned_counts import birthday_of
from tests.rules.reckoned_others import in_care_on

_ALWAYS = date(2000, 1, 1)


def statuses(facts: ChildFacts, today: date, until: date) -> dict[date, str]:
    """The status of every day from the 14th birthday on, before ``until``; what is open today is taken to go on."""
    born_on = facts.child.born_on
    assert born_on is not None
    ages = {years: birthday_of(born_on, years) for years in (14, 16, 18, 21, 25)}
    gone = [one.ended_on for one in facts.episodes if one.end_reason == "E2" and one.ended_on]
    homes = [one for one in facts.circumstances if one.kind.value == "home-to-parent" and one.from_on <= today]
    studies = [one for one in facts.circumstances if one.kind.value == "education-resumed" and one.from_on <= today]
    by_hand = [one for one in facts.circumstances if one.kind.value == "care-leaver" and one.from_on <= today]
    found: dict[date, str] = {}
    days, was_in, is_entitled, was_in_at_sixteen = 0, False, False, False
    at_home_since: dict[str, date] = {}
    day = ages[14]
    while day < until:
        is_in = day < ages[18] and in_care_on(facts, day, short_breaks=False)
        began = is_in and not was_in
        for home in homes:
            if home.from_on == day:
                at_home_since[home.id] = day
            if began and home.id in at_home_since and home.from_on < day:
                at_home_since[home.id] = date.max  # back in care: the time at home is broken off for good
        if days >= 91 and day >= ages[16] and (is_in or (was_in and day > ages[16])):
            is_entitled = True
        if (gone and day >= gone[0]) or not ages[16] <= day < ages[25]:
            status = "none"
        elif is_in:
            status = "eligible" if is_entitled else "none"
        elif is_entitled or any(_holds(one, day) for one in by_hand):
            status = "relevant" if day < ages[18] else "former-relevant"
            if any(_has_settled(home, at_home_since.get(home.id), day, ages[18]) for home in homes):
                status = _qualifying(studies, day, ages)
        else:
            status = _qualifying(studies, day, ages) if was_in_at_sixteen else "none"
        found[day] = status
        days += is_in
        was_in_at_sixteen |= is_in and day >= ages[16]
        was_in = is_in
        day += DAY
    return found


def _has_settled(home: Circumstance, since: date | None, day: date, eighteen: date) -> bool:
    if since is None or since == date.max or not _holds(home, day):
        return False
    settled_on = months_on(since, 6)
    return settled_on <= day and settled_on < eighteen


def _qualifying(studies: list[Circumstance], day: date, ages: dict[int, date]) -> str:
    limit = ages[25] if any(_holds(one, day) for one in studies) else ages[21]
    return "qualifying" if day < limit else "none"


def _holds(one: Circumstance, day: date) -> bool:
    return one.from_on <= day and (one.to_on is None or day <= one.to_on)


def life(seed: int) -> tuple[ChildFacts, date]:
    """Times in care around fourteen to eighteen in all kinds, with homes, study, being followed; and a day."""
    dice = random.Random(seed)
    born_on = dice.choice([date(2004, 2, 29), date(2008, 2, 29), date(2005, 1, 1) + timedelta(dice.randrange(1500))])
    day = born_on + timedelta(days=int(365.25 * dice.choice([13.5, 14, 15.7, 15.75, 15.8, 16, 17, 17.7])))
    day += timedelta(days=dice.randrange(40))
    today = born_on + timedelta(days=int(365.25 * dice.choice([15.5, 16, 16.5, 17, 17.5, 18, 19, 21, 24, 25])))
    today += timedelta(days=dice.randrange(-30, 60))
    episodes: list[Episode] = []
    for _ in range(dice.randrange(4)):
        reason = "S"
        for step in range(dice.choice([1, 1, 1, 2, 3])):
            ended_on = day + timedelta(days=dice.choice([5, 20, 45, 46, 90, 91, 92, 300, 700]))
            last = step == 0 or dice.random() < 0.5
            status = dice.choice(["C2", "V2", "V4", "J1"])
            is_open = dice.random() < 0.15
            end = (None, None) if is_open else (ended_on, dice.choice(["E4A", "E4A", "E8", "E2"]) if last else "X1")
            episodes.append(Episode(new_id(), "c", day, reason, status, None, "U6", None, *end))
            day, reason = ended_on, "L"
            if is_open or end[1] != "X1":
                break
        if episodes[-1].ended_on is None or episodes[-1].end_reason == "E2":
            break
        if episodes[-1].end_reason == "X1":
            break  # nothing says what followed: still looked after
        day += timedelta(days=dice.choice([0, 1, 30, 200]))
    told = [
        one if one.ended_on is None or one.ended_on <= today else replace(one, ended_on=None, end_reason=None)
        for one in episodes
        if one.started_on <= today
    ]
    return ChildFacts(
        Child("c", "AB12", _ALWAYS, _ALWAYS, born_on=born_on), tuple(told), circumstances=_so(dice, born_on, today)
    ), today


def _so(dice: random.Random, born_on: date, today: date) -> tuple[Circumstance, ...]:
    found = []
    kinds = (CircumstanceKind.HOME_TO_PARENT, CircumstanceKind.EDUCATION_RESUMED, CircumstanceKind.CARE_LEAVER)
    for kind, share in zip(kinds, (0.5, 0.2, 0.1), strict=True):
        if dice.random() < share:
            from_on = born_on + timedelta(days=int(365.25 * 16) + dice.randrange(900))
            to_on = dice.choice([None, None, from_on + timedelta(days=dice.randrange(400))])
            found.append(Circumstance(new_id(), "c", kind, from_on, to_on))
    return tuple(sorted((one for one in found if one.from_on <= today), key=lambda one: one.from_on))
