"""The program's reviews against a second reckoning by another method, over invented lives."""

import pytest

from tests.rules.comparing import difference_about_settled_reviews, difference_about_the_open_review


@pytest.mark.parametrize("tens", range(20))
def test_review_owed_in_ten_lives_equals_the_second_reckoning(tens: int) -> None:
    assert [found for seed in range(10) if (found := difference_about_the_open_review(10 * tens + seed))] == []


@pytest.mark.parametrize("tens", range(10))
def test_reviews_settled_in_ten_lives_settle_what_the_second_reckoning_owed(tens: int) -> None:
    assert [found for seed in range(10) if (found := difference_about_settled_reviews(10 * tens + seed))] == []
