"""First, second and later reviews: which is owed, from when, by when, and which number it has."""

import pytest

from iro_desktop.domain.vocabulary import Ownership, ReviewMethod
from tests.builders import child_with, episode, on, review
from tests.rules.asking import deadlines, missed, nothing_owed, of_rule, owed, settled_on

LEFT = {"ended": "2020-06-01", "end_reason": "E4A"}


class TestFirstSecondLater:
    def test_first_review_is_due_twenty_working_days_after_care_began(self) -> None:
        one = owed(child_with(episode("2024-03-04")), "2024-03-05")
        assert (one.rule.id, one.due_on) == ("review.first", on("2024-04-03"))

    def test_second_review_is_due_three_months_after_the_first(self) -> None:
        one = owed(child_with(episode("2023-11-03"), review("2023-11-30")), "2023-12-01")
        assert (one.rule.id, one.due_on) == ("review.second", on("2024-02-29"))

    def test_later_review_is_due_six_months_after_the_one_before(self) -> None:
        held = review("2023-05-31"), review("2023-08-31")
        one = owed(child_with(episode("2023-05-03"), *held), "2023-09-01")
        assert (one.rule.id, one.due_on) == ("review.later", on("2024-02-29"))

    @pytest.mark.parametrize(("held", "number"), [(0, 1), (1, 2), (2, 3), (3, 4)])
    def test_review_owed_has_the_number_after_the_last_held(self, held: int, number: int) -> None:
        days = ["2022-05-30", "2022-08-29", "2023-02-20"][:held]
        assert owed(child_with(episode("2022-05-03"), *map(review, days)), "2023-03-01").review_number == number

    @pytest.mark.parametrize("day", ["2023-11-01", "2024-02-20", "2024-03-15"])
    def test_next_review_counts_from_the_day_the_last_was_held_early_in_time_or_late(self, day: str) -> None:
        facts = child_with(episode("2023-05-03"), review("2023-05-31"), review("2023-08-31"), review(day))
        assert owed(facts, "2024-03-20").trigger_on == on(day)

    def test_review_is_the_iros(self) -> None:
        assert owed(child_with(episode("2024-03-04")), "2024-03-05").rule.ownership is Ownership.MINE

    def test_review_dated_after_today_is_not_held_yet(self) -> None:
        facts = child_with(episode("2024-03-04"), review("2024-03-20"))
        assert owed(facts, "2024-03-19").rule.id == "review.first"

    def test_review_dated_today_is_held(self) -> None:
        facts = child_with(episode("2024-03-04"), review("2024-03-20"))
        assert owed(facts, "2024-03-20").rule.id == "review.second"

    def test_same_review_told_twice_counts_once(self) -> None:
        facts = child_with(episode("2024-03-04"), review("2024-03-28"), review("2024-03-28"))
        assert (owed(facts, "2024-04-02").rule.id, owed(facts, "2024-04-02").review_number) == ("review.second", 2)

    def test_review_held_on_the_day_care_began_is_the_first(self) -> None:
        assert owed(child_with(episode("2024-03-04"), review("2024-03-04")), "2024-03-05").rule.id == "review.second"

    def test_placement_change_does_not_reset_the_clock(self) -> None:
        facts = child_with(episode("2024-03-04"), episode("2024-03-18", "P"), episode("2024-03-25", "L"))
        assert owed(facts, "2024-03-26").trigger_on == on("2024-03-04")


class TestBefore2011:
    def test_first_review_was_due_within_28_days(self) -> None:
        facts = child_with(episode("2011-03-31"), born=None)
        assert owed(facts, "2011-04-01").due_on == on("2011-04-28")

    def test_first_review_of_care_begun_on_1_april_2011_is_due_in_working_days(self) -> None:
        facts = child_with(episode("2011-04-01"), born=None)
        assert owed(facts, "2011-04-02").rule.offset.words == "20 working days"

    @pytest.mark.parametrize("held", [["2010-02-01"], ["2010-02-01", "2010-04-26"]])
    def test_next_review_is_judged_by_the_law_of_its_trigger(self, held: list[str]) -> None:
        facts = child_with(episode("2010-01-04"), *map(review, held), born=None)
        assert "SI 1991/895" in owed(facts, "2010-05-01").rule.citation.source

    def test_interval_that_begins_under_the_new_law_is_judged_by_it(self) -> None:
        facts = child_with(episode("2011-03-07"), review("2011-04-01"), born=None)
        assert "SI 2010/959" in owed(facts, "2011-04-04").rule.citation.source


class TestSettled:
    @pytest.mark.parametrize(
        ("held", "standing"), [("2024-04-02", "met"), ("2024-04-03", "met"), ("2024-04-04", "met-late")]
    )
    def test_review_on_the_last_day_is_in_time_and_the_day_after_is_late(self, held: str, standing: str) -> None:
        facts = child_with(episode("2024-03-04"), review(held))
        assert settled_on(held, facts, "2024-04-05").standing == standing

    def test_each_held_review_settles_one_duty(self) -> None:
        held = ["2022-05-30", "2022-08-29", "2023-02-20"]
        facts = child_with(episode("2022-05-03"), *map(review, held))
        found = [one for one in deadlines(facts, "2023-03-01") if one.rule.subject == "review" and one.met_on]
        assert [str(one.met_on) for one in found] == held

    def test_settled_review_has_no_days_left(self) -> None:
        facts = child_with(episode("2024-03-04"), review("2024-03-28"))
        assert settled_on("2024-03-28", facts, "2024-04-05").working_days_left is None


class TestPeriods:
    def test_return_to_care_starts_with_a_first_review(self) -> None:
        facts = child_with(episode("2020-01-06", **LEFT), review("2020-01-30"), episode("2022-05-09"))
        assert (owed(facts, "2022-05-10").rule.id, owed(facts, "2022-05-10").review_number) == ("review.first", 1)

    def test_return_to_care_counts_its_reviews_anew(self) -> None:
        facts = child_with(
            episode("2020-01-06", **LEFT), review("2020-01-30"), review("2020-04-20"), episode("2022-05-09"),
            review("2022-06-01"),
        )  # fmt: skip
        assert owed(facts, "2022-06-02").review_number == 2

    def test_new_s_while_in_care_restarts_the_clock(self) -> None:
        facts = child_with(episode("2024-01-08"), review("2024-01-31"), episode("2024-03-04"))
        assert (owed(facts, "2024-03-05").rule.id, owed(facts, "2024-03-05").trigger_on) == (
            "review.first",
            on("2024-03-04"),
        )

    def test_review_on_the_day_of_a_new_s_belongs_to_the_new_period(self) -> None:
        facts = child_with(episode("2024-01-08"), episode("2024-03-04"), review("2024-03-04"))
        assert settled_on("2024-03-04", facts, "2024-03-05").trigger_on == on("2024-03-04")

    def test_review_on_the_day_of_exit_belongs_to_the_period_that_ends(self) -> None:
        facts = child_with(episode("2020-05-11", **LEFT), review("2020-06-01"))
        assert settled_on("2020-06-01", facts, "2020-06-02").trigger_on == on("2020-05-11")

    def test_review_before_the_first_s_settles_nothing(self) -> None:
        facts = child_with(episode("2024-03-04"), review("2023-09-04"))
        assert (owed(facts, "2024-03-05").rule.id, owed(facts, "2024-03-05").review_number) == ("review.first", 1)

    def test_review_between_two_times_in_care_settles_nothing(self) -> None:
        facts = child_with(episode("2020-01-06", **LEFT), review("2021-01-30"), episode("2022-05-09"))
        assert [one for one in deadlines(facts, "2022-05-10") if one.review_on == on("2021-01-30")] == []

    def test_only_one_review_is_owed_where_two_periods_overlap(self) -> None:
        first = episode("2024-01-08", ended="2024-08-01", end_reason="E4A")
        assert owed(child_with(first, episode("2024-03-04")), "2024-03-05").trigger_on == on("2024-03-04")

    def test_care_that_begins_after_today_is_not_known_yet(self) -> None:
        facts = child_with(episode("2024-03-04", "P"), episode("2024-05-01"))
        assert owed(facts, "2024-03-05").rule.id == "review.opening"

    def test_care_that_begins_today_is_known_whatever_follows(self) -> None:
        facts = child_with(episode("2024-03-04"), episode("2024-03-18", "P"))
        assert owed(facts, "2024-03-04").rule.id == "review.first"

    def test_child_without_episodes_is_owed_nothing(self) -> None:
        assert deadlines(child_with(review("2024-03-04")), "2024-03-05") == []


class TestEndOfTheDuty:
    def test_nothing_is_owed_from_the_day_of_exit(self) -> None:
        facts = child_with(episode("2024-03-04", ended="2024-03-20", end_reason="E4A"))
        assert nothing_owed(facts, "2024-03-20")

    def test_review_is_owed_on_the_eve_of_the_exit(self) -> None:
        facts = child_with(episode("2024-03-04", ended="2024-03-20", end_reason="E4A"))
        assert owed(facts, "2024-03-19").rule.id == "review.first"

    def test_review_that_fell_due_on_the_first_day_of_tracking_is_missed(self) -> None:
        care = episode("2024-03-04", ended="2024-04-04", end_reason="E4A")
        assert ("review.first", "2024-04-03") in missed(child_with(care, tracking_from="2024-04-03"), "2024-09-01")

    @pytest.mark.parametrize("ended", ["2024-03-20", "2024-04-03"])
    def test_child_who_leaves_before_the_day_is_over_is_no_missed_review(self, ended: str) -> None:
        facts = child_with(episode("2024-03-04", ended=ended, end_reason="E4A"))
        assert of_rule("review.first", facts, "2024-09-01") == []

    def test_review_that_fell_due_in_care_and_was_never_held_is_missed(self) -> None:
        facts = child_with(episode("2024-03-04", ended="2024-04-04", end_reason="E4A"))
        assert ("review.first", "2024-04-03") in missed(facts, "2024-09-01")

    def test_missed_review_keeps_its_number(self) -> None:
        facts = child_with(episode("2024-03-04", ended="2024-04-04", end_reason="E4A"))
        assert of_rule("review.first", facts, "2024-09-01")[0].review_number == 1

    def test_review_that_fell_due_before_tracking_is_not_missed(self) -> None:
        care = episode("2024-03-04", ended="2024-04-04", end_reason="E4A")
        assert missed(child_with(care, tracking_from="2024-04-04"), "2024-09-01") == []

    def test_exit_from_care_without_known_start_misses_nothing(self) -> None:
        facts = child_with(episode("2023-03-04", "P", ended="2024-04-04", end_reason="E4A"))
        assert missed(facts, "2024-09-01") == []

    def test_nothing_is_owed_from_the_18th_birthday(self) -> None:
        assert nothing_owed(child_with(episode("2024-03-04"), born="2006-03-20"), "2024-03-20")

    def test_review_is_owed_on_the_eve_of_the_18th_birthday(self) -> None:
        assert owed(child_with(episode("2024-03-04"), born="2006-03-20"), "2024-03-19").rule.id == "review.first"

    @pytest.mark.parametrize(("born", "is_noted"), [("2006-04-03", True), ("2006-03-20", True), ("2006-04-04", False)])
    def test_review_due_on_or_after_the_18th_birthday_says_so(self, born: str, is_noted: bool) -> None:
        assert ("turns 18" in owed(child_with(episode("2024-03-04"), born=born), "2024-03-05").note) is is_noted

    def test_note_about_the_birthday_comes_after_what_the_standing_says(self) -> None:
        facts = child_with(episode("2024-03-04"), born="2006-04-10", tracking_from="2024-04-08")
        assert owed(facts, "2024-04-08").note.startswith("It fell due before") is True

    @pytest.mark.parametrize("held", ["2024-03-20", "2024-03-25"])
    def test_review_held_on_or_after_the_18th_birthday_settles_no_duty(self, held: str) -> None:
        facts = child_with(episode("2024-03-04"), review(held), born="2006-03-20")
        assert [one for one in deadlines(facts, "2024-04-05") if one.met_on] == []

    def test_child_whose_birth_date_is_not_known_stays_owed(self) -> None:
        assert owed(child_with(episode("2012-03-05"), born=None), "2026-03-05").rule.id == "review.first"


class TestSeries:
    @pytest.mark.parametrize("today", ["2024-04-10", "2024-04-11"])
    def test_next_review_counts_from_completion(self, today: str) -> None:
        held = review("2024-03-20", completed="2024-04-10", method=ReviewMethod.SERIES)
        assert owed(child_with(episode("2024-03-04"), held), today).trigger_on == on("2024-04-10")

    def test_next_review_counts_from_the_first_meeting_while_the_series_is_open(self) -> None:
        held = review("2024-03-20", method=ReviewMethod.SERIES)
        assert owed(child_with(episode("2024-03-04"), held), "2024-04-11").trigger_on == on("2024-03-20")

    def test_completion_after_today_has_not_happened_yet(self) -> None:
        held = review("2024-03-20", completed="2024-04-10", method=ReviewMethod.SERIES)
        assert owed(child_with(episode("2024-03-04"), held), "2024-04-09").trigger_on == on("2024-03-20")

    def test_review_without_a_meeting_is_a_review(self) -> None:
        held = review("2024-03-20", method=ReviewMethod.NO_MEETING)
        assert owed(child_with(episode("2024-03-04"), held), "2024-04-09").rule.id == "review.second"
