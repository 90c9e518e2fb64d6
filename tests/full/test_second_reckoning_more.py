"""Everything but the plain reviews against a second reckoning, over ten thousand invented lives of each sort."""

from collections.abc import Callable

import pytest

from tests.rules.comparing_more import COMPARISONS


@pytest.mark.parametrize("compared", COMPARISONS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("thousand", range(10))
def test_dates_of_a_thousand_lives_equal_the_second_reckoning(
    compared: Callable[[int], str | None], thousand: int
) -> None:
    seeds = range(1000 + 1000 * thousand, 2000 + 1000 * thousand)
    assert [found for seed in seeds if (found := compared(seed))] == []
