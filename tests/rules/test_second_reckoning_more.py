"""Everything but the plain reviews against a second reckoning by another method, under invented settings."""

from collections.abc import Callable

import pytest

from tests.rules.comparing_more import COMPARISONS


@pytest.mark.parametrize("compared", COMPARISONS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("tens", range(6))
def test_dates_of_ten_lives_equal_the_second_reckoning(compared: Callable[[int], str | None], tens: int) -> None:
    assert [found for seed in range(10) if (found := compared(10 * tens + seed))] == []
