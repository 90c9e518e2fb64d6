"""The program's reviews against a second reckoning, over two thousand invented lives."""

import pytest

from tests.rules.comparing import difference_about_settled_reviews, difference_about_the_open_review


@pytest.mark.parametrize("hundred", range(20))
def test_review_owed_in_a_hundred_lives_equals_the_second_reckoning(hundred: int) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    assert [found for seed in seeds if (found := difference_about_the_open_review(seed))] == []


@pytest.mark.parametrize("hundred", range(20))
def test_reviews_settled_in_a_hundred_lives_settle_what_was_owed(hundred: int) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    assert [found for seed in seeds if (found := difference_about_settled_reviews(seed))] == []
