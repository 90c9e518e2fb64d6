"""Working days: the list is GOV.UK's, and the counting is right on it and beyond it."""

from datetime import date, timedelta

import holidays
import pytest

from iro_desktop.rules.bank_holidays import BANK_HOLIDAYS
from iro_desktop.rules.calendar import FIRST_YEAR, LAST_YEAR, WorkingCalendar, england
from tests.builders import on
from tests.rules.day_by_day import bank_holidays, is_working_day, working_days_on

EVERY_DAY = [
    date(FIRST_YEAR, 1, 1) + timedelta(days=n) for n in range((date(LAST_YEAR + 1, 1, 1) - date(2012, 1, 1)).days)
]


def test_list_is_gov_uks() -> None:
    assert [date.fromisoformat(day) for day, _ in BANK_HOLIDAYS] == sorted(bank_holidays())


def test_names_begin_as_gov_uk_begins_them() -> None:
    theirs = {day: title.replace("’", "'").split()[0] for day, title in bank_holidays().items()}
    assert [day for day, name in BANK_HOLIDAYS if name.split()[0] != theirs[on(day)]] == []


def test_list_equals_the_holidays_librarys_weekdays() -> None:
    library = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    assert {on(day) for day, _ in BANK_HOLIDAYS} == {day for day in library if day.weekday() < 5}


def test_every_day_of_seventeen_years_is_working_or_not_as_the_list_says() -> None:
    calendar = WorkingCalendar()
    assert [day for day in EVERY_DAY if calendar.is_working(day) != is_working_day(day)] == []


@pytest.mark.parametrize("day", ["2021-12-24", "2021-12-29", "2026-12-31", "2024-01-02", "2024-03-28"])
def test_councils_own_closing_days_are_working_days(day: str) -> None:
    assert england().is_working(on(day))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2020-05-08", "Early May bank holiday (VE day)"),
        ("2021-12-25", None),
        ("2024-03-28", None),
        ("2024-01-02", None),
    ],
)
def test_weekday_holiday_is_known_by_name(day: str, name: str | None) -> None:
    assert england().name_of(on(day)) == name


@pytest.mark.parametrize(("start", "end", "count"), [
    ("2024-03-28", "2024-03-28", 0),
    ("2024-03-28", "2024-04-02", 1),
    ("2024-03-28", "2024-04-01", 0),
    ("2024-04-02", "2024-03-28", -1),
    ("2024-03-30", "2024-04-08", 5),
])  # fmt: skip
def test_working_days_between_leave_out_the_start_and_take_in_the_end(start: str, end: str, count: int) -> None:
    assert england().between(on(start), on(end)) == count


@pytest.mark.parametrize(("day", "found"), [
    ("2024-04-02", "2024-04-02"),
    ("2024-04-01", "2024-03-28"),
    ("2024-03-31", "2024-03-28"),
    ("2012-01-02", "2011-12-30"),
])  # fmt: skip
def test_planning_day_is_the_last_working_day_not_after(day: str, found: str) -> None:
    assert WorkingCalendar().on_or_before(on(day)) == on(found)


def test_no_working_days_leads_nowhere_even_on_a_sunday() -> None:
    assert england().add(on("2024-03-31"), 0) == on("2024-03-31")


def test_holidays_between_are_the_weekdays_skipped() -> None:
    assert england().holidays_between(on("2024-03-28"), on("2024-04-02")) == (
        (on("2024-03-29"), "Good Friday"),
        (on("2024-04-01"), "Easter Monday"),
    )


def test_holiday_on_the_start_day_is_not_between() -> None:
    assert england().holidays_between(on("2024-04-01"), on("2024-04-02")) == ()


def test_working_days_there_and_back_end_where_they_began() -> None:
    calendar = england()
    days = [day for day in EVERY_DAY[400:-400] if calendar.is_working(day)]
    assert [day for day in days if calendar.add(calendar.add(day, 20), -20) != day] == []


def test_five_working_days_and_fifteen_are_twenty() -> None:
    calendar = england()
    days = EVERY_DAY[:-400:3]
    assert [day for day in days if calendar.add(calendar.add(day, 5), 15) != calendar.add(day, 20)] == []


def test_later_start_never_ends_earlier() -> None:
    calendar = england()
    ends = [calendar.add(day, 20) for day in EVERY_DAY[:-400]]
    assert ends == sorted(ends)


class TestDaysOfTheUsersOwn:
    def test_added_day_is_not_a_working_day(self) -> None:
        assert not england().with_day(on("2027-05-12"), "Extra holiday").is_working(on("2027-05-12"))

    def test_added_day_is_skipped_in_counts(self) -> None:
        assert england().with_day(on("2027-05-12"), "Extra holiday").add(on("2027-05-11"), 1) == on("2027-05-13")

    def test_added_day_is_known_by_its_name(self) -> None:
        assert england().with_day(on("2027-05-12"), "Extra holiday").name_of(on("2027-05-12")) == "Extra holiday"

    def test_adding_a_day_leaves_the_calendar_as_it_was(self) -> None:
        calendar = WorkingCalendar()
        calendar.with_day(on("2027-05-12"), "Extra holiday")
        assert calendar.is_working(on("2027-05-12"))

    def test_second_added_day_keeps_the_first(self) -> None:
        both = england().with_day(on("2027-05-12"), "One").with_day(on("2027-05-13"), "Two")
        assert both.add(on("2027-05-11"), 1) == on("2027-05-14")

    def test_added_day_beyond_the_list_holds_when_its_year_is_loaded(self) -> None:
        assert WorkingCalendar({on("2031-05-14"): "Extra holiday"}).add(on("2031-05-13"), 1) == on("2031-05-15")

    def test_added_weekend_changes_nothing(self) -> None:
        assert england().with_day(on("2027-05-15"), "A Saturday").add(on("2027-05-14"), 1) == on("2027-05-17")


class TestBeyondTheList:
    @pytest.mark.parametrize(("day", "expected"), [
        ("2011-12-31", True), ("2012-01-01", False), ("2028-12-31", False), ("2029-01-01", True),
    ])  # fmt: skip
    def test_only_years_without_a_proclaimed_list_are_provisional(self, day: str, expected: bool) -> None:
        assert england().is_provisional(on(day)) is expected

    def test_count_runs_on_into_the_next_year_by_the_librarys_holidays(self) -> None:
        assert WorkingCalendar().add(on("2028-12-22"), 5) == on("2029-01-03")

    def test_count_runs_back_into_the_year_before(self) -> None:
        assert WorkingCalendar().add(on("2012-01-03"), -5) == on("2011-12-22")

    def test_list_itself_is_unchanged_when_years_are_added(self) -> None:
        calendar = WorkingCalendar()
        calendar.add(on("2035-06-01"), -3)
        calendar.add(on("1995-06-01"), 3)
        days = EVERY_DAY[40:-40:7]
        assert [day for day in days if calendar.add(day, 20) != working_days_on(day, 20)] == []

    @pytest.mark.parametrize("count", [9999, -9999])
    def test_far_count_equals_a_day_by_day_count_by_the_library(self, count: int) -> None:
        library = holidays.country_holidays("GB", subdiv="ENG")
        day, left = on("2024-03-04"), abs(count)
        while left:
            day += timedelta(days=1 if count > 0 else -1)
            left -= day.weekday() < 5 and day not in library
        assert WorkingCalendar().add(on("2024-03-04"), count) == day

    def test_nothing_lies_before_the_first_of_all_years(self) -> None:
        with pytest.raises(ValueError, match="outside the years 1 to 9999"):
            WorkingCalendar().add(on("0001-01-01"), -1)
