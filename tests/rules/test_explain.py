"""Why a date is what it is: every step, every holiday, and nothing that names a child."""

from dataclasses import replace
from datetime import timedelta

import pytest

from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.explain import as_text, explain, steps_of
from iro_desktop.rules.model import Offset, Unit
from iro_desktop.rules.offsets import add, parse_offset
from tests.builders import child_with, episode, on, review
from tests.rules.asking import only, owed
from tests.rules.lives import life

OVER_EASTER = child_with(episode("2024-03-04"))
STARTS = [on("2023-11-25") + timedelta(days=n) for n in range(0, 400, 9)]


def texts(start: str, offset: str) -> list[str]:
    return [step.text for step in steps_of(england(), on(start), parse_offset(offset))]


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("count", [-13, -1, 0, 1, 28])
def test_last_step_ends_on_the_day_the_count_leads_to(unit: Unit, count: int) -> None:
    offset = Offset(count, unit)
    assert [steps_of(england(), start, offset)[-1].on for start in STARTS] == [
        add(england(), start, offset) for start in STARTS
    ]


@pytest.mark.parametrize("seed", range(60))
def test_last_step_of_every_deadline_of_a_life_ends_on_its_due_day(seed: int) -> None:
    facts, today = life(seed)
    found = deadlines_of(facts, england(), today)
    assert [one.id for one in found if explain(one, england())[-1].on != one.due_on] == []


def test_first_step_names_the_fact_and_leaves_its_day_out_of_the_count() -> None:
    first = explain(owed(OVER_EASTER, "2024-03-05"), england())[0]
    assert (first.text, first.on) == (
        "The child became looked after on Mon 4 Mar 2024; that day is not counted",
        on("2024-03-04"),
    )


def test_working_days_are_counted_in_runs_and_skipped_holidays_named() -> None:
    assert texts("2024-03-27", "+5wd") == [
        "Start: Wed 27 Mar 2024, not counted",
        "Working day 1: Thu 28 Mar 2024",
        "Skipped: Fri 29 Mar 2024, Good Friday",
        "Skipped: Mon 1 Apr 2024, Easter Monday",
        "Working days 2 to 5: Tue 2 to Fri 5 Apr 2024",
    ]


def test_working_days_back_are_counted_back() -> None:
    assert texts("2024-04-02", "-3wd") == [
        "Start: Tue 2 Apr 2024, not counted",
        "Skipped: Mon 1 Apr 2024, Easter Monday",
        "Skipped: Fri 29 Mar 2024, Good Friday",
        "Working days 1 to 3: Thu 28 to Tue 26 Mar 2024",
    ]


@pytest.mark.parametrize(
    ("start", "offset", "text"),
    [
        ("2024-02-29", "+6m", "6 months on, same day of the month: Thu 29 Aug 2024"),
        ("2024-01-12", "+4w", "4 weeks on: Fri 9 Feb 2024"),
        ("2011-03-31", "+28d", "28 days on: Thu 28 Apr 2011"),
        ("2024-03-31", "+0wd", "0 working days: Sun 31 Mar 2024"),
        ("2024-03-28", "-1d", "1 day back: Wed 27 Mar 2024"),
    ],
)
def test_single_step_says_what_was_counted(start: str, offset: str, text: str) -> None:
    assert texts(start, offset)[-1] == text


@pytest.mark.parametrize(
    ("start", "offset", "counted", "day"),
    [
        ("2023-08-31", "+6m", "6 months on, same day of the month: Thu 29 Feb 2024", 31),
        ("2024-03-31", "-1m", "1 month back, same day of the month: Thu 29 Feb 2024", 31),
        ("2024-02-29", "+1y", "1 year on, same day of the month: Fri 28 Feb 2025", 29),
    ],
)
def test_clamped_step_says_which_day_the_month_lacks(start: str, offset: str, counted: str, day: int) -> None:
    assert texts(start, offset)[-1] == f"{counted} (no day {day} in that month, so its last day)"


def test_every_skipped_holiday_of_the_count_is_named() -> None:
    skipped = [
        step.text for step in steps_of(england(), on("2022-12-02"), parse_offset("+20wd")) if "Skipped" in step.text
    ]
    assert skipped == [
        "Skipped: Mon 26 Dec 2022, Boxing Day",
        "Skipped: Tue 27 Dec 2022, Christmas Day (substitute day)",
        "Skipped: Mon 2 Jan 2023, New Year's Day (substitute day)",
    ]


def test_working_days_of_the_steps_add_up_to_the_count() -> None:
    last = steps_of(england(), on("2024-03-04"), parse_offset("+20wd"))[-1].text
    assert last.startswith("Working days 19 to 20:")


def test_date_that_cannot_be_computed_is_explained_without_one() -> None:
    (step,) = explain(owed(child_with(episode("2024-01-08", "P")), "2024-02-01"), england())
    assert (step.text, step.on) == (
        "Nothing held here says when the last review was. A date follows once the last review is recorded.",
        None,
    )


class TestText:
    def test_text_begins_with_the_day_in_full(self) -> None:
        text = as_text(owed(OVER_EASTER, "2024-03-05"), england())
        assert text.splitlines()[0] == "First review for AB12: Wednesday 3 April 2024."

    def test_text_says_the_rule_and_its_source(self) -> None:
        lines = as_text(owed(OVER_EASTER, "2024-03-05"), england()).splitlines()
        assert (lines[1], lines[-1]) == (
            "The first review is held within 20 working days of the child becoming looked after.",
            "Source: SI 2010/959 reg 33(1) (statute; checked against the source).",
        )

    def test_text_holds_every_step(self) -> None:
        one = owed(OVER_EASTER, "2024-03-05")
        lines = as_text(one, england()).splitlines()
        assert [f"- {step.text}" for step in explain(one, england())] == [line for line in lines if line[0] == "-"]

    def test_text_says_when_to_plan_where_the_day_is_no_working_day(self) -> None:
        held = review("2023-06-01"), review("2023-08-31"), review("2024-03-28")
        text = as_text(owed(child_with(episode("2023-05-03"), *held), "2024-04-02"), england())
        assert "That is not a working day: plan by Fri 27 Sep 2024." in text

    def test_text_of_a_working_day_says_nothing_of_planning(self) -> None:
        assert "plan by" not in as_text(owed(OVER_EASTER, "2024-03-05"), england())

    def test_text_of_an_unknown_date_says_so(self) -> None:
        text = as_text(owed(child_with(episode("2024-01-08", "P")), "2024-02-01"), england())
        assert text.splitlines()[0] == "Next review for AB12: not known yet."

    def test_note_is_in_the_text(self) -> None:
        one = owed(child_with(episode("2024-03-04"), born="2006-03-20"), "2024-03-05")
        assert one.note in as_text(one, england()).splitlines()

    def test_provisional_date_says_so(self) -> None:
        one = owed(child_with(episode("2028-12-18")), "2028-12-19")
        assert "Provisional:" in as_text(one, england())

    def test_date_over_proclaimed_holidays_is_not_called_provisional(self) -> None:
        assert "Provisional" not in as_text(owed(OVER_EASTER, "2024-03-05"), england())

    def test_text_names_no_child(self) -> None:
        facts = replace(
            OVER_EASTER,
            child=replace(OVER_EASTER.child, given_name="Maisie", family_name="Quill", known_as="Mouse", upn="U123"),
        )
        found = "".join(as_text(one, england()) for one in deadlines_of(facts, england(), on("2024-03-05")))
        assert [name for name in ("Maisie", "Quill", "Mouse", "U123") if name in found] == []


@pytest.mark.parametrize(
    ("started", "is_provisional"),
    [("2028-11-01", False), ("2028-12-18", True), ("2029-02-05", True), ("2011-12-12", True), ("2012-01-03", False)],
)
def test_deadline_counted_over_unproclaimed_years_is_provisional(started: str, is_provisional: bool) -> None:
    facts = child_with(episode(started), born=None)
    assert only("review.first", facts, started).provisional is is_provisional
