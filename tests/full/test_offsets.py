"""Twenty thousand random offsets of all units against a day-by-day count over GOV.UK's list."""

import random

import pytest

from iro_desktop.rules.calendar import WorkingCalendar, england
from iro_desktop.rules.offsets import add, parse_offset
from tests.builders import on
from tests.rules.day_by_day import offset_on
from tests.rules.test_offsets import random_offset


@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_random_offsets_equal_a_day_by_day_count(seed: int) -> None:
    dice = random.Random(1000 + seed)
    cases = [random_offset(dice) for _ in range(1000)]
    assert [add(england(), start, parse_offset(text)) for start, text in cases] == [offset_on(*one) for one in cases]


def test_nothing_lies_after_the_last_of_all_years() -> None:
    with pytest.raises(ValueError, match="outside the years 1 to 9999"):
        WorkingCalendar().add(on("9999-12-31"), 1)
