"""Offsets: read, written, and added as the law counts."""

import random
from calendar import monthrange
from datetime import date, timedelta

import pytest

from iro_desktop.rules.calendar import england
from iro_desktop.rules.model import Offset, Unit
from iro_desktop.rules.offsets import add, add_months, counted, parse_offset
from tests.builders import on
from tests.rules.day_by_day import offset_on

EVERY_DAY = [date(2023, 1, 1) + timedelta(days=n) for n in range(1500)]


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("+20wd", 20, Unit.WORKING_DAYS),
        ("-15wd", -15, Unit.WORKING_DAYS),
        ("+3m", 3, Unit.MONTHS),
        ("6w", 6, Unit.WEEKS),
        ("+28d", 28, Unit.DAYS),
        (" +1Y ", 1, Unit.YEARS),
        ("-0wd", 0, Unit.WORKING_DAYS),
    ],
)
def test_offset_is_read_as_written(text: str, count: int, unit: Unit) -> None:
    assert parse_offset(text) == Offset(count, unit)


@pytest.mark.parametrize("text", ["", "20", "wd", "+wd", "+2.5m", "++3m", "3 m", "+3months", "1e3d", "+123456d"])
def test_what_is_no_offset_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is not an offset: write for example"):
        parse_offset(text)


@pytest.mark.parametrize("text", ["+20wd", "-15wd", "+3m", "+6w", "+28d", "+1y", "-3m"])
def test_offset_is_written_as_read(text: str) -> None:
    assert str(parse_offset(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+1wd", "1 working day"),
        ("-15wd", "15 working days"),
        ("+1m", "1 month"),
        ("+4w", "4 weeks"),
        ("-1y", "1 year"),
    ],
)
def test_offset_in_words_has_its_number_agree(text: str, words: str) -> None:
    assert parse_offset(text).words == words


@pytest.mark.parametrize("months", [1, 3, 6, 12, -1, -3, 25])
def test_months_equal_a_calculation_by_month_lengths(months: int) -> None:
    def reckoned(day: date) -> date:
        years, month = divmod(day.month - 1 + months, 12)
        return date(day.year + years, month + 1, min(day.day, monthrange(day.year + years, month + 1)[1]))

    assert [add_months(day, months) for day in EVERY_DAY] == [reckoned(day) for day in EVERY_DAY]


def test_clamped_day_is_not_kept_for_the_next_count() -> None:
    assert add_months(add_months(on("2024-01-31"), 1), 1) == on("2024-03-29")


def test_notice_of_30_september_ends_four_months_on_with_30_january() -> None:
    # Dodds v Walker [1981] UKHL J0618-1
    assert add_months(on("2023-09-30"), 4) == on("2024-01-30")


def test_year_from_a_leap_day_ends_on_28_february() -> None:
    assert add(england(), on("2024-02-29"), parse_offset("+1y")) == on("2025-02-28")


def test_four_years_from_a_leap_day_end_on_the_leap_day() -> None:
    assert add(england(), on("2024-02-29"), parse_offset("+4y")) == on("2028-02-29")


def test_weeks_are_seven_days_each_whatever_they_hold() -> None:
    assert add(england(), on("2023-12-20"), parse_offset("+2w")) == on("2024-01-03")


@pytest.mark.parametrize(
    ("start", "offset"),
    [("9000-03-04", "+9999y"), ("0900-03-04", "-19999m"), ("9000-03-04", "+99999w"), ("0900-03-04", "-9999y")],
)
def test_count_out_of_all_years_is_refused_with_a_sentence(start: str, offset: str) -> None:
    with pytest.raises(ValueError, match="leads outside the years 1 to 9999"):
        add(england(), on(start), parse_offset(offset))


@pytest.mark.parametrize("unit", list(Unit))
def test_forward_count_ends_after_its_start_and_backward_before_it(unit: Unit) -> None:
    ends = [(add(england(), day, Offset(-5, unit)), day, add(england(), day, Offset(5, unit))) for day in EVERY_DAY]
    assert [day for before, day, after in ends if not before < day < after] == []


@pytest.mark.parametrize("unit", list(Unit))
def test_later_start_never_leads_to_an_earlier_end(unit: Unit) -> None:
    ends = [add(england(), day, Offset(3, unit)) for day in EVERY_DAY]
    assert ends == sorted(ends)


def random_offset(dice: random.Random) -> tuple[date, str]:
    """A start and an offset whose whole count lies on GOV.UK's list."""
    start = date(2015, 1, 1) + timedelta(days=dice.randrange(4000))
    unit, most = dice.choice([("wd", 500), ("d", 900), ("w", 120), ("m", 30), ("y", 2)])
    return start, f"{dice.randint(-most, most):+d}{unit}"


@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_random_offsets_equal_a_day_by_day_count(seed: int) -> None:
    dice = random.Random(seed)
    cases = [random_offset(dice) for _ in range(100)]
    assert [add(england(), start, parse_offset(text)) for start, text in cases] == [offset_on(*one) for one in cases]


class TestCounted:
    def test_end_on_a_working_day_is_the_day_to_plan_by(self) -> None:
        assert counted(england(), on("2024-03-04"), 20, Unit.WORKING_DAYS)[:2] == (on("2024-04-03"), on("2024-04-03"))

    def test_end_on_a_weekend_is_planned_for_the_friday_before(self) -> None:
        assert counted(england(), on("2024-03-28"), 6, Unit.MONTHS)[:2] == (on("2024-09-28"), on("2024-09-27"))

    @pytest.mark.parametrize(
        ("start", "count", "is_provisional"),
        [("2028-12-01", 5, False), ("2028-12-29", 5, True), ("2029-01-03", -5, True), ("2011-12-30", 5, True)],
    )
    def test_count_that_touches_an_unproclaimed_year_is_provisional(
        self, start: str, count: int, is_provisional: bool
    ) -> None:
        assert counted(england(), on(start), count, Unit.WORKING_DAYS).is_provisional is is_provisional
