"""Dates in words, ages, and dates as people type them."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from iro_desktop.domain import dates
from iro_desktop.domain.dates import age_on, birthday, typed_date
from tests.builders import on

with (Path(__file__).parent / "typed_dates.csv").open(encoding="utf-8", newline="") as _file:
    TYPED = [(row["text"], row["result"]) for row in csv.DictReader(_file)]
EVERY_DAY = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]


@pytest.mark.parametrize(("text", "result"), TYPED, ids=[repr(text) for text, _ in TYPED])
def test_typed_text_on_23_november_2026_is_this_day_or_none(text: str, result: str) -> None:
    assert typed_date(text, on("2026-11-23")) == (on(result) if result else None)


@pytest.mark.parametrize(
    ("text", "today", "result"),
    [
        ("31 dec", "2026-01-02", "2025-12-31"),
        ("2 jan", "2025-12-30", "2026-01-02"),
        ("29 feb", "2024-03-01", "2024-02-29"),
        ("29 feb", "2025-01-01", "2024-02-29"),
        ("29 feb", "2023-06-01", "2024-02-29"),
        ("tomorrow", "2024-02-28", "2024-02-29"),
        ("yesterday", "2026-01-01", "2025-12-31"),
        ("Thu 12 mar", "2026-03-01", "2026-03-12"),
        ("Wed 12 mar", "2026-03-01", None),
    ],
)
def test_day_without_a_year_is_the_nearest_one(text: str, today: str, result: str | None) -> None:
    assert typed_date(text, on(today)) == (on(result) if result else None)


@pytest.mark.parametrize("style", [dates.short, dates.with_weekday, dates.in_full, date.isoformat])
def test_day_written_by_the_program_is_read_back_as_the_same_day(style: object) -> None:
    assert callable(style)
    assert [typed_date(style(day), on("2030-06-01")) for day in EVERY_DAY] == EVERY_DAY


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-01-06", "2026-01-09", "Tue 6 to Fri 9 Jan 2026"),
        ("2026-06-29", "2026-07-03", "Mon 29 Jun to Fri 3 Jul 2026"),
        ("2024-12-30", "2025-01-03", "Mon 30 Dec 2024 to Fri 3 Jan 2025"),
        ("2025-01-31", "2026-01-30", "Fri 31 Jan 2025 to Fri 30 Jan 2026"),
        ("2024-03-28", "2024-03-26", "Thu 28 to Tue 26 Mar 2024"),
    ],
)
def test_run_of_days_says_month_and_year_once_where_they_are_the_same(first: str, last: str, words: str) -> None:
    assert dates.from_to(on(first), on(last)) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ("2026-11-10", "0 months"),
        ("2026-10-23", "1 month"),
        ("2024-11-24", "23 months"),
        ("2024-11-23", "2 years"),
        ("2010-01-01", "16 years"),
    ],
)
def test_age_is_said_in_months_up_to_two_years(born: str, words: str) -> None:
    assert dates.age_words(on(born), on("2026-11-23")) == words


@pytest.mark.parametrize(("day", "words"), [("2026-11-01", "Sun 1 Nov"), ("2025-11-01", "Sat 1 Nov 2025")])
def test_year_is_left_out_of_a_near_day(day: str, words: str) -> None:
    assert dates.near(on(day), on("2026-11-23")) == words


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        ("2008-03-01", "2026-02-28", 17),
        ("2008-03-01", "2026-03-01", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2024-02-29", 16),
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-23", "2026-11-22", -1),
    ],
)
def test_age_is_attained_at_the_start_of_the_birthday(born: str, day: str, years: int) -> None:
    assert age_on(on(born), on(day)) == years


@pytest.mark.parametrize("born", ["2008-02-29", "2008-02-28", "2007-12-31", "2008-01-01", "2007-06-15"])
def test_birthday_is_the_first_day_of_the_new_age(born: str) -> None:
    ages = [(age_on(on(born), birthday(on(born), years)), years) for years in range(1, 26)]
    assert [age for age, _ in ages] == [years for _, years in ages]


@pytest.mark.parametrize("born", ["2008-02-29", "2008-02-28", "2007-12-31", "2008-01-01", "2007-06-15"])
def test_day_before_the_birthday_still_has_the_old_age(born: str) -> None:
    eves = [birthday(on(born), years) - timedelta(days=1) for years in range(1, 26)]
    assert [age_on(on(born), eve) for eve in eves] == list(range(25))


def test_child_born_on_a_leap_day_turns_18_on_1_march() -> None:
    assert birthday(on("2008-02-29"), 18) == on("2026-03-01")
