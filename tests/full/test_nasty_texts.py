"""In full: ten thousand nasty texts in each format, read back as the texts they were."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.nasty import TEXTS
from tests.exchange.test_sheet_out import check


@pytest.mark.parametrize("thousand", range(10))
@settings(max_examples=250, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_a_thousand_nasty_texts_stay_the_texts_they_are(thousand: int, texts: list[str]) -> None:
    check(texts)
