"""Where the history is incomplete, no start is inferred and no number is claimed that cannot be known."""

import pytest

from iro_desktop.domain.vocabulary import Authority, Mark
from tests.builders import booking, child_with, episode, on, review
from tests.rules.asking import deadlines, owed, settled_on

UNKNOWN_STARTS = ["P", "L", "T", "B", "U", "?"]


@pytest.mark.parametrize("reason", UNKNOWN_STARTS)
def test_next_review_is_due_six_months_after_the_last_known_where_the_start_is_not_known(reason: str) -> None:
    one = owed(child_with(episode("2024-01-08", reason), review("2024-03-20")), "2024-04-02")
    assert (one.rule.id, one.due_on, one.review_number) == ("review.opening", on("2024-09-20"), None)


@pytest.mark.parametrize("reason", UNKNOWN_STARTS)
def test_child_without_a_known_review_or_start_has_no_due_date(reason: str) -> None:
    one = owed(child_with(episode("2024-01-08", reason)), "2024-04-02")
    assert (one.rule.id, one.due_on, one.standing) == ("review.opening", None, "not-recorded")


@pytest.mark.parametrize("complete_from", [None, "2024-01-09"])
def test_known_start_without_reviews_has_no_due_date_where_reviews_may_be_missing(complete_from: str | None) -> None:
    one = owed(child_with(episode("2024-01-08"), complete_from=complete_from), "2024-01-10")
    assert (one.rule.id, one.due_on, one.review_number) == ("review.opening", None, None)


def test_first_review_is_known_where_the_history_is_whole_from_the_very_start() -> None:
    assert owed(child_with(episode("2024-01-08"), complete_from="2024-01-08"), "2024-01-10").rule.id == "review.first"


def test_date_that_cannot_be_computed_has_no_planning_day_and_no_days_left() -> None:
    one = owed(child_with(episode("2024-01-08", "P")), "2024-04-02")
    assert (one.plan_by, one.working_days_left, one.provisional) == (None, None, False)


@pytest.mark.parametrize(
    ("booked", "standing"), [("2024-04-01", "not-recorded"), ("2024-04-02", "upcoming"), ("2024-05-01", "upcoming")]
)
def test_booking_to_come_makes_an_unknown_date_upcoming(booked: str, standing: str) -> None:
    facts = child_with(episode("2024-01-08", "P"), booking(booked))
    assert (owed(facts, "2024-04-02").standing, owed(facts, "2024-04-02").booked_on) == (standing, on(booked))


def test_opening_position_is_shown_as_local_interpretation() -> None:
    rule = owed(child_with(episode("2024-01-08", "P"), review("2024-03-20")), "2024-04-02").rule
    assert (rule.citation.mark, rule.authority) == (Mark.I, Authority.LOCAL)


def test_reviews_known_before_the_first_episode_shown_belong_to_care_of_unknown_start() -> None:
    one = owed(child_with(episode("2024-01-08", "P"), review("2023-11-20")), "2024-04-02")
    assert one.trigger_on == on("2023-11-20")


def test_care_of_unknown_start_after_an_exit_takes_no_review_of_the_time_before() -> None:
    before = episode("2020-01-06", ended="2020-06-01", end_reason="E4A")
    facts = child_with(before, review("2020-01-30"), episode("2022-05-09", "P"))
    assert owed(facts, "2022-06-01").due_on is None


@pytest.mark.parametrize("complete_from", [None, "2024-01-09", "2024-03-21"])
def test_number_is_not_claimed_where_earlier_reviews_may_be_missing(complete_from: str | None) -> None:
    facts = child_with(episode("2024-01-08"), review("2024-03-20"), complete_from=complete_from)
    assert (owed(facts, "2024-04-02").rule.id, owed(facts, "2024-04-02").review_number) == ("review.opening", None)


def test_review_whose_start_is_not_known_is_left_out_of_timeliness() -> None:
    facts = child_with(episode("2024-01-08", "P"), review("2024-03-20"))
    assert [one for one in deadlines(facts, "2024-04-02") if one.rule.subject == "review" and one.met_on] == []


def test_review_whose_predecessor_may_be_missing_is_left_out_of_timeliness() -> None:
    facts = child_with(
        episode("2022-01-10"), review("2022-06-20"), review("2023-02-20"), complete_from="2022-09-01"
    )  # fmt: skip
    assert [one for one in deadlines(facts, "2023-03-02") if one.rule.subject == "review" and one.met_on] == []


def test_review_whose_predecessor_is_known_is_judged_by_six_months() -> None:
    facts = child_with(episode("2022-01-10"), review("2022-06-20"), review("2023-02-20"), complete_from="2022-06-20")
    assert settled_on("2023-02-20", facts, "2023-03-02").due_on == on("2022-12-20")


class TestStatedNumbers:
    def test_review_after_one_stated_to_be_the_first_is_due_in_three_months(self) -> None:
        facts = child_with(episode("2024-01-08", "P"), review("2024-03-20", number=1))
        assert (owed(facts, "2024-04-02").rule.id, owed(facts, "2024-04-02").due_on) == (
            "review.second",
            on("2024-06-20"),
        )

    def test_review_after_one_stated_to_be_the_fifth_is_the_sixth(self) -> None:
        facts = child_with(episode("2024-01-08", "P"), review("2024-03-20", number=5))
        assert (owed(facts, "2024-04-02").rule.id, owed(facts, "2024-04-02").review_number) == ("review.later", 6)

    def test_count_goes_on_from_a_stated_number(self) -> None:
        facts = child_with(episode("2024-01-08", "P"), review("2024-03-20", number=5), review("2024-09-18"))
        assert owed(facts, "2024-10-01").review_number == 7

    def test_count_does_not_go_on_over_a_time_in_which_reviews_may_be_missing(self) -> None:
        facts = child_with(episode("2024-01-08", "P"), review("2024-03-20", number=5), complete_from="2024-06-01")
        assert owed(facts, "2024-10-01").review_number is None

    def test_stated_number_holds_against_the_count(self) -> None:
        facts = child_with(episode("2024-01-08"), review("2024-01-30"), review("2024-04-10", number=4))
        assert owed(facts, "2024-04-11").review_number == 5

    def test_review_stated_to_be_the_first_is_judged_from_the_known_start(self) -> None:
        facts = child_with(episode("2024-01-08"), review("2024-01-30", number=1), complete_from=None)
        assert settled_on("2024-01-30", facts, "2024-02-01").rule.id == "review.first"

    def test_review_stated_to_be_the_first_is_not_judged_without_a_start(self) -> None:
        facts = child_with(episode("2024-01-08", "P"), review("2024-01-30", number=1), complete_from=None)
        assert [one for one in deadlines(facts, "2024-02-01") if one.rule.subject == "review" and one.met_on] == []

    def test_second_known_review_stated_to_be_the_first_is_not_judged_from_the_start(self) -> None:
        held = review("2024-01-30"), review("2024-04-10", number=1)
        facts = child_with(episode("2024-01-08"), *held, complete_from=None)
        assert [one for one in deadlines(facts, "2024-04-11") if one.rule.subject == "review" and one.met_on] == []
