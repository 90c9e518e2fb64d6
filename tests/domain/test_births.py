"""Birth dates as far as they are known: read as people type them, and ages that claim no more than is known."""

from datetime import date

import pytest

from iro_desktop.domain.births import Birth, birth_of, typed_birth
from iro_desktop.domain.vocabulary import BornAs

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "on", "known_as"),
    [
        ("3 May 2015", date(2015, 5, 3), None),
        ("3/5/2015", date(2015, 5, 3), None),
        ("May 2015", date(2015, 5, 1), BornAs.MONTH),
        ("may, 2015", date(2015, 5, 1), BornAs.MONTH),
        ("5/2015", date(2015, 5, 1), BornAs.MONTH),
        ("2015", date(2015, 1, 1), BornAs.YEAR),
        ("expected 3 Feb 2027", date(2027, 2, 3), BornAs.EXPECTED),
        ("due 3 feb", date(2027, 2, 3), BornAs.EXPECTED),
        ("3 Feb 2027", date(2027, 2, 3), BornAs.EXPECTED),
    ],
)
def test_it_is_read_as_it_is_typed(text: str, on: date, known_as: BornAs | None):
    assert typed_birth(text, TODAY) == Birth(on, known_as)


@pytest.mark.parametrize("text", ["", "31 February 2015", "13/2015", "0/2015", "0000", "Ma 2015", "spring", "expected"])
def test_what_is_no_birth_date_is_none(text: str):
    assert typed_birth(text, TODAY) is None


@pytest.mark.parametrize(
    ("birth", "age", "words"),
    [
        (Birth(date(2015, 5, 3)), 11, "11 years"),
        (Birth(date(2015, 5, 1), BornAs.MONTH), 11, "11 years"),
        (Birth(date(2015, 11, 1), BornAs.MONTH), None, "10 or 11 years"),
        (Birth(date(2015, 1, 1), BornAs.YEAR), None, "10 or 11 years"),
        (Birth(date(2025, 1, 1), BornAs.YEAR), None, "under 2 years"),
        (Birth(date(2026, 2, 3), BornAs.EXPECTED), None, "expected 3 Feb 2026, birth not recorded"),
        (Birth(date(2026, 12, 3)), -1, ""),
        (Birth(date(2027, 2, 3), BornAs.EXPECTED), None, "expected 3 Feb 2027"),
    ],
)
def test_an_age_claims_no_more_than_is_known(birth: Birth, age: int | None, words: str):
    assert birth.age_on(TODAY) == age
    assert birth.age_words(TODAY) == words


def test_under_four_is_said_only_where_it_is_sure():
    month = Birth(date(2022, 11, 1), BornAs.MONTH)
    assert month.is_under(4, date(2026, 10, 31)) is True
    assert month.is_under(4, date(2026, 11, 23)) is None
    assert month.is_under(4, date(2026, 11, 30)) is False
    expected = Birth(date(2026, 11, 1), BornAs.EXPECTED)
    assert (expected.is_under(4, date(2026, 10, 1)), expected.is_under(4, TODAY)) == (True, None)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_day_of_a_month_is_the_last_it_can_have_been(month: int):
    latest = Birth(date(2024, month, 1), BornAs.MONTH).latest
    assert (latest.month, (date.fromordinal(latest.toordinal() + 1)).day) == (month, 1)


def test_what_is_held_is_the_first_day_it_can_have_been():
    assert birth_of(date(2015, 5, 7), BornAs.YEAR, TODAY) == Birth(date(2015, 1, 1), BornAs.YEAR)
    assert birth_of(date(2015, 5, 7), BornAs.MONTH, TODAY) == Birth(date(2015, 5, 1), BornAs.MONTH)
    assert birth_of(date(2027, 5, 7), None, TODAY).known_as is BornAs.EXPECTED
