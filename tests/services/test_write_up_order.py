"""The order of writing up: no order of the same reviews keeps more dates, however few fit in a day."""

import random
from datetime import date, timedelta
from itertools import permutations

import pytest

from iro_desktop.services.write_up_order import assigned, kept, planned_days

TODAY = date(2026, 11, 23)
DAYS = [TODAY + timedelta(days=n) for n in range(12)]


def some_dates(luck: random.Random) -> list[date]:
    return [TODAY + timedelta(days=luck.randint(-2, 6)) for _ in range(luck.randint(1, 3))]


def kept_by(order: tuple[int, ...], dates: list[list[date]], a_day: int) -> int:
    return sum(kept(dates[one], DAYS[place // a_day]) for place, one in enumerate(order))


@pytest.mark.parametrize("a_day", [1, 2, 3])
@pytest.mark.parametrize("seed", range(40))
def test_no_other_order_keeps_more_dates(seed: int, a_day: int) -> None:
    luck = random.Random(seed)
    dates = [some_dates(luck) for _ in range(luck.randint(1, 6))]
    best = max(kept_by(order, dates, a_day) for order in permutations(range(len(dates))))
    planned = planned_days(dates, DAYS, a_day)
    assert sum(kept(own, day) for own, day in zip(dates, planned, strict=True)) == best
    assert all(planned.count(day) <= a_day for day in DAYS)


def test_two_that_run_out_together_come_before_one_that_loses_most_today() -> None:
    """One a day: today's single date is given up, since two reviews of three dates each run out tomorrow."""
    today, tomorrow = DAYS[0], DAYS[1]
    assert planned_days([[today], [tomorrow] * 3, [tomorrow] * 3], DAYS, 1) == [DAYS[2], today, tomorrow]


def test_of_plans_that_keep_as_many_the_sooner_date_comes_first() -> None:
    assert planned_days([[DAYS[6]], [DAYS[4]], [DAYS[5]]], DAYS, 1) == [DAYS[2], DAYS[0], DAYS[1]]


def test_what_is_late_altogether_takes_no_place_from_what_can_be_kept() -> None:
    late = [TODAY - timedelta(days=3)]
    assert planned_days([late, [TODAY]], DAYS, 1) == [DAYS[1], TODAY]


def test_nothing_to_write_has_no_days() -> None:
    assert planned_days([], DAYS, 2) == []


@pytest.mark.parametrize("seed", range(30))
def test_assignment_is_the_cheapest_of_all(seed: int) -> None:
    luck = random.Random(seed)
    size = luck.randint(1, 6)
    costs = [[luck.randint(-9, 9) for _ in range(size)] for _ in range(size)]
    found = assigned(costs)
    assert sorted(found) == list(range(size))
    least = min(sum(costs[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
    assert sum(costs[row][column] for row, column in enumerate(found)) == least
