"""The 44 worked examples and the 45 single counts, each stated date a test."""

from datetime import timedelta

import pytest

from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.explain import steps_of
from iro_desktop.rules.offsets import add, parse_offset
from iro_desktop.rules.register import rules_of
from tests.builders import child_with, done, episode, on, review
from tests.rules.cases import Example, MachineCase, machine_cases, worked_examples
from tests.rules.day_by_day import offset_on

EXAMPLES = worked_examples()
IN_REGISTER = [one for one in EXAMPLES if one.rule]
TOLD_OF_CARE_ALONE = ("review.", "care.", "after.", "mid-point")  # owed without a booking, an alert, a circumstance
OF_A_CHILD = [
    one for one in IN_REGISTER if one.rule.startswith(TOLD_OF_CARE_ALONE) and one.example not in (32, 33)
]  # an adjourned review and authority to place are facts of their own


def named(one: Example) -> str:
    return f"{one.example}: {one.claim}"


def child_of(one: Example) -> ChildFacts:
    """A child in whose life the example's count begins on its start day."""
    start = one.start.isoformat()
    match one.rule:
        case "review.first" | "care.appointment" | "care.plan":
            return child_with(episode(start, status="V2"), born=None)
        case "review.short-break":
            return child_with(episode(start, status="V4"), born=None)
        case "review.second":
            return child_with(episode((one.start - timedelta(days=20)).isoformat()), review(start), born=None)
        case "review.adoption-placed":
            care = episode("2023-01-09"), episode("2024-01-12", "P", place="A5")
            held = [review(day) for day in ("2024-02-09", "2024-05-09") if on(day) <= one.start]
            return child_with(*care, *held, born=None)
        case "after.response":
            fourth = review("2023-12-21", number=4)
            sent = done(Task.RECOMMENDATIONS, start, fourth)
            return child_with(episode("2020-01-06"), fourth, sent, complete_from=None, born=None)
        case _:
            return child_with(episode("2020-01-06"), review(start, number=4), complete_from=None, born=None)


@pytest.mark.parametrize("one", EXAMPLES, ids=named)
def test_worked_example_counts_to_its_stated_day(one: Example) -> None:
    assert add(england(), one.start, parse_offset(one.offset)) == one.result


@pytest.mark.parametrize("one", EXAMPLES, ids=named)
def test_worked_example_has_its_stated_planning_day(one: Example) -> None:
    assert england().on_or_before(one.result) == one.plan_by


@pytest.mark.parametrize("one", EXAMPLES, ids=named)
def test_counting_worked_example_day_by_day_gives_its_stated_day(one: Example) -> None:
    assert offset_on(one.start, one.offset.removeprefix("+")) == one.result


@pytest.mark.parametrize("one", EXAMPLES, ids=named)
def test_explaining_worked_example_ends_on_its_stated_day(one: Example) -> None:
    assert steps_of(england(), one.start, parse_offset(one.offset))[-1].on == one.result


@pytest.mark.parametrize("one", IN_REGISTER, ids=named)
def test_register_holds_worked_examples_offset(one: Example) -> None:
    rows = [row for row in rules_of(one.rule) if row.in_force_on(one.start)]
    assert parse_offset(one.offset) in [row.offset for row in rows]


@pytest.mark.parametrize("one", OF_A_CHILD, ids=named)
def test_child_of_worked_example_has_the_stated_deadline(one: Example) -> None:
    found = deadlines_of(child_of(one), england(), one.start + timedelta(days=1))
    assert [(d.due_on, d.plan_by) for d in found if d.rule.id == one.rule and d.trigger_on == one.start] == [
        (one.result, one.plan_by)
    ]


def test_every_worked_example_from_1_to_44_is_in_the_table() -> None:
    assert sorted({one.example for one in EXAMPLES}) == list(range(1, 45))


@pytest.mark.parametrize(("held", "is_late"), [("2024-01-10", False), ("2024-01-24", True)])
def test_example_21_late_review_is_late_once(held: str, is_late: bool) -> None:
    facts = child_with(episode("2022-01-06"), review("2023-07-10", number=3), review(held))
    settled = next(d for d in deadlines_of(facts, england(), on("2024-02-01")) if d.met_on == on(held))
    assert (settled.due_on, settled.standing == "met-late") == (on("2024-01-10"), is_late)


def test_example_22_early_review_is_met() -> None:
    facts = child_with(episode("2022-01-06"), review("2024-01-24", number=4), review("2024-06-03"))
    settled = next(d for d in deadlines_of(facts, england(), on("2024-06-04")) if d.met_on == on("2024-06-03"))
    assert (settled.due_on, settled.standing) == (on("2024-07-24"), "met")


def test_example_42_half_the_interval_is_the_same_day_as_three_months() -> None:
    interval = on("2024-02-29") - on("2023-08-31")
    assert on("2023-08-31") + timedelta(days=interval.days // 2) == on("2023-11-30")


@pytest.mark.parametrize(("day", "years"), [("2023-12-31", 3), ("2024-01-01", 4)])
def test_example_43_child_turns_four_at_the_start_of_the_birthday(day: str, years: int) -> None:
    assert age_on(on("2020-01-01"), on(day)) == years


def test_example_43_birthday_is_the_day_from_which_pn0_no_longer_fits() -> None:
    assert birthday(on("2020-01-01"), 4) == on("2024-01-01")


@pytest.mark.parametrize("case", machine_cases(), ids=lambda case: f"{case.start}{case.offset}")
def test_machine_case_counts_to_its_stated_day(case: MachineCase) -> None:
    assert add(england(), case.start, parse_offset(case.offset)) == case.result


def test_machine_table_has_all_45_cases() -> None:
    assert len(machine_cases()) == 45
