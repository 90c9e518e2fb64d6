"""Who is entitled as a care leaver, in two thousand random care histories, against a count of every day."""

import pytest

from tests.rules.comparing_leaving import difference_in_entitlement


@pytest.mark.parametrize("hundred", range(20))
def test_entitlement_in_a_hundred_histories_equals_the_count_of_every_day(hundred: int) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    assert [found for seed in seeds if (found := difference_in_entitlement(seed))] == []
