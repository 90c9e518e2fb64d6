"""Challenges: the clock of each stage, what an escalation closes, and the cap over all of them."""

import pytest

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import AlertStage
from tests.builders import alert, child_with, episode, local_limits, on, practice, step
from tests.rules.asking import of_rule, only, told

CARE = episode("2020-01-06")
INFORMAL, FORMAL, CAFCASS = AlertStage.INFORMAL, AlertStage.FORMAL, AlertStage.CAFCASS


def raised(day: str, *steps: tuple[AlertStage, str, str | None], resolved: str | None = None) -> ChildFacts:
    """A child about whom a challenge was raised on that day."""
    one = alert(day, resolved)
    return child_with(CARE, one, *(step(one, *each) for each in steps))


class TestStages:
    @pytest.mark.parametrize(
        ("day", "informal", "cap"),
        [
            ("2024-05-20", "2024-05-28", "2024-06-18"),  # example 29
            ("2022-09-09", "2022-09-16", "2022-10-10"),  # example 30, the funeral day
            ("2024-12-13", "2024-12-20", "2025-01-15"),  # example 31, Christmas
        ],
    )
    def test_examples_29_to_31(self, day: str, informal: str, cap: str) -> None:
        facts = raised(day, (INFORMAL, day, None))
        assert (told("alert.informal", facts, day), told("alert.cap", facts, day)) == (
            [(informal, "due-soon")],
            [(cap, "waiting")],
        )

    def test_formal_stage_counts_from_its_own_start_and_shows_the_15_days_from_day_0(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-29", None))
        one = only("alert.formal", facts, "2024-05-30")
        assert (one.due_on, "15 working days end on 11 Jun 2024" in one.note) == (on("2024-06-12"), True)

    @pytest.mark.parametrize(
        ("limits", "said"),
        [
            ({"alert.informal": "3wd"}, "13 working days end on 7 Jun 2024"),
            ({"alert.informal": "3wd", "alert.formal": "5wd"}, "8 working days end on 31 May 2024"),
            ({"alert.formal": "10d"}, ""),
        ],
    )
    def test_days_from_day_0_are_those_of_the_service(self, limits: dict[str, str], said: str) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-29", None))
        note = only("alert.formal", facts, "2024-05-30", local_limits(limits)).note
        assert (said in note, bool(note)) == (True, bool(said))

    def test_formal_stage_may_come_first(self) -> None:
        facts = raised("2024-05-20", (FORMAL, "2024-05-20", None))
        assert told("alert.formal", facts, "2024-05-21") == [("2024-06-04", "due-soon")]
        assert of_rule("alert.informal", facts, "2024-05-21") == []

    @pytest.mark.parametrize(("day", "standing"), [("2024-05-28", "met"), ("2024-05-29", "met-late")])
    def test_answer_settles_its_stage(self, day: str, standing: str) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", day))
        assert told("alert.informal", facts, "2024-06-03") == [("2024-05-28", standing)]

    def test_referral_to_cafcass_has_no_clock(self) -> None:
        facts = raised("2024-05-20", (CAFCASS, "2024-05-20", None))
        assert {one.rule.id for one in of_rule("alert.cap", facts, "2024-05-21")} == {"alert.cap"}
        assert of_rule("alert.formal", facts, "2024-05-21") == []

    def test_stage_of_a_day_to_come_has_not_begun_and_closes_nothing(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-06-10", None))
        assert told("alert.informal", facts, "2024-06-03") == [("2024-05-28", "overdue")]
        assert of_rule("alert.formal", facts, "2024-06-03") == []


class TestEscalation:
    def test_stage_taken_further_after_its_time_was_missed(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-29", None))
        assert told("alert.informal", facts, "2024-05-30") == [("2024-05-28", "missed")]

    def test_stage_taken_further_in_its_time_is_closed(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-28", None))
        assert told("alert.informal", facts, "2024-06-05") == []

    @pytest.mark.parametrize(("further", "expected"), [("2024-05-29", [("2024-05-28", "missed")]), ("2024-05-22", [])])
    def test_end_of_the_whole_changes_no_stage_that_was_taken_further(
        self, further: str, expected: list[tuple[str, str]]
    ) -> None:
        steps = (INFORMAL, "2024-05-20", None), (FORMAL, further, None)
        assert told("alert.informal", raised("2024-05-20", *steps, resolved="2024-05-31"), "2024-06-05") == expected

    def test_end_of_the_whole_answers_the_last_stage(self) -> None:
        steps = (INFORMAL, "2024-05-20", "2024-05-24"), (FORMAL, "2024-05-29", None)
        facts = raised("2024-05-20", *steps, resolved="2024-06-13")
        assert told("alert.formal", facts, "2024-07-01") == [("2024-06-12", "met-late")]


class TestCap:
    def test_no_stage_pauses_it(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", "2024-05-24"))
        assert told("alert.cap", facts, "2024-06-19") == [("2024-06-18", "overdue")]

    @pytest.mark.parametrize(("day", "standing"), [("2024-06-18", "met"), ("2024-06-19", "met-late")])
    def test_resolving_settles_it(self, day: str, standing: str) -> None:
        assert told("alert.cap", raised("2024-05-20", resolved=day), "2024-07-01") == [("2024-06-18", standing)]

    def test_informal_days_may_be_left_out_by_choice(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-29", None))
        chosen = practice(informal_counts_to_cap="no")
        assert told("alert.cap", facts, "2024-05-30", chosen) == [("2024-06-26", "waiting")]

    def test_without_a_formal_stage_there_is_then_no_cap(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None))
        assert told("alert.cap", facts, "2024-05-30", practice(informal_counts_to_cap="no")) == []

    def test_choice_made_after_it_was_raised_changes_nothing(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None), (FORMAL, "2024-05-29", None))
        chosen = practice("2024-05-21", informal_counts_to_cap="no")
        assert told("alert.cap", facts, "2024-05-30", chosen) == [("2024-06-18", "waiting")]

    def test_alert_of_a_day_to_come_is_not_raised_yet(self) -> None:
        assert told("alert.cap", raised("2024-05-20"), "2024-05-19") == []


class TestSettings:
    def test_example_44_day_0_counted(self) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None))
        assert told("alert.informal", facts, "2024-05-20", practice(day_0="counted")) == [("2024-05-24", "due-soon")]

    @pytest.mark.parametrize(("limit", "due"), [("3wd", "2024-05-23"), ("10wd", "2024-06-04"), ("14d", "2024-06-03")])
    def test_limit_of_a_stage_may_be_replaced_either_way(self, limit: str, due: str) -> None:
        facts = raised("2024-05-20", (INFORMAL, "2024-05-20", None))
        (one,) = of_rule("alert.informal", facts, "2024-05-20", local_limits({"alert.informal": limit}))
        assert (one.due_on, one.rule.authority.value) == (on(due), "local")

    def test_two_challenges_at_once_have_their_own_clocks(self) -> None:
        first, second = alert("2024-05-20"), alert("2024-05-20")
        facts = child_with(CARE, first, second, step(first, INFORMAL, "2024-05-20"), step(second, FORMAL, "2024-05-20"))
        found = of_rule("alert.cap", facts, "2024-05-21")
        assert [one.id for one in found] == ["alert.cap/AB12/2024-05-20", "alert.cap/AB12/2024-05-20/2"]
