"""The whole of it: at fifty random dates of a simulated year the past is what was known on that day."""

import pytest

from tests.services.past_year import differing, live_a_year


@pytest.mark.parametrize("seed", range(11, 14))
def test_at_fifty_random_dates_the_past_is_what_was_known_on_that_day(store, tripwire, seed):
    kept = live_a_year(store, seed, dates=50)
    assert len(kept) == 50
    assert differing(store, kept) == []
