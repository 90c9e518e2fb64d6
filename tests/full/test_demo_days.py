"""The demo opens whatever the day: a year and a half from its first, every fifth day."""

from datetime import date, timedelta

import pytest

from tests.services.test_laid_down import test_the_demo_opens_on_any_day as opens

DAYS = [date(2026, 11, 24) + timedelta(days=number) for number in range(0, 540, 5)]


@pytest.mark.parametrize("today", DAYS)
def test_the_demo_opens(tmp_path, today):
    opens(tmp_path, today)
