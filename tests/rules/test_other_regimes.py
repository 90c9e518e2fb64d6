"""Short breaks (reg 48) and placement for adoption (AAR reg 36(3))."""

import pytest

from tests.builders import child_with, episode, on, review
from tests.rules.asking import of_rule, owed, settled_on

CARE = episode("2023-01-09")
REVIEWS = review("2023-02-01"), review("2023-04-26"), review("2023-10-18")
PLACED = episode("2024-01-12", "P", place="A5")


class TestShortBreaks:
    @pytest.mark.parametrize("status", ["V3", "V4"])
    def test_first_review_is_due_three_months_after_the_first_placement(self, status: str) -> None:
        one = owed(child_with(episode("2023-11-30", status=status)), "2023-12-01")
        assert (one.rule.id, one.due_on) == ("review.short-break", on("2024-02-29"))

    def test_later_review_is_due_six_months_after_the_one_before(self) -> None:
        facts = child_with(episode("2023-11-30", status="V4"), review("2024-02-20"))
        assert (owed(facts, "2024-02-21").rule.id, owed(facts, "2024-02-21").due_on) == (
            "review.short-break",
            on("2024-08-20"),
        )

    def test_later_review_is_due_six_months_on_even_where_its_number_is_not_known(self) -> None:
        facts = child_with(episode("2023-11-30", "P", status="V4"), review("2024-02-20"))
        assert (owed(facts, "2024-02-21").rule.id, owed(facts, "2024-02-21").review_number) == (
            "review.short-break",
            None,
        )

    def test_other_status_brings_regulation_33_in_full(self) -> None:
        facts = child_with(episode("2024-03-04", status="V4"), episode("2024-03-18", "L", status="V2"))
        assert owed(facts, "2024-03-18").rule.id == "review.first"

    def test_review_held_while_on_short_breaks_is_judged_by_their_rule(self) -> None:
        facts = child_with(
            episode("2023-11-30", status="V4"), review("2024-02-20"), episode("2024-04-08", "L", status="V2")
        )
        assert settled_on("2024-02-20", facts, "2024-05-01").rule.id == "review.short-break"


class TestPlacedForAdoption:
    @pytest.mark.parametrize("place", ["A3", "A4", "A5", "A6"])
    def test_first_review_is_due_four_weeks_after_the_placement(self, place: str) -> None:
        one = owed(child_with(CARE, *REVIEWS, episode("2024-01-12", "P", place=place)), "2024-01-12")
        assert (one.rule.id, one.due_on) == ("review.adoption-placed", on("2024-02-09"))

    def test_second_review_is_due_three_months_after_the_first(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"))
        assert (owed(facts, "2024-02-10").due_on, owed(facts, "2024-02-10").review_number) == (on("2024-05-09"), 5)

    def test_later_review_is_due_six_months_after_the_one_before(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"), review("2024-05-09"))
        assert owed(facts, "2024-05-10").due_on == on("2024-11-09")

    def test_review_held_within_four_weeks_is_met(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"))
        assert settled_on("2024-02-09", facts, "2024-02-10").standing == "met"

    def test_return_to_a_foster_home_brings_back_regulation_33(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"), episode("2024-04-02", "P"))
        assert (owed(facts, "2024-04-02").rule.id, owed(facts, "2024-04-02").due_on) == (
            "review.later",
            on("2024-08-09"),
        )

    def test_second_placement_for_adoption_begins_anew(self) -> None:
        again = episode("2024-04-02", "P"), episode("2024-07-01", "P", place="A6")
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"), *again)
        assert owed(facts, "2024-07-02").trigger_on == on("2024-07-01")

    def test_change_of_legal_status_in_the_placement_does_not_begin_anew(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, episode("2024-03-01", "L", place="A5"))
        assert owed(facts, "2024-03-02").trigger_on == on("2024-01-12")

    def test_first_review_is_known_without_a_known_start_of_care(self) -> None:
        facts = child_with(episode("2023-06-01", "P"), PLACED, complete_from="2024-01-01")
        assert (owed(facts, "2024-01-15").due_on, owed(facts, "2024-01-15").review_number) == (on("2024-02-09"), None)

    def test_first_review_is_judged_without_a_known_start_of_care(self) -> None:
        facts = child_with(episode("2023-06-01", "P"), PLACED, review("2024-02-10"), complete_from="2024-01-01")
        assert settled_on("2024-02-10", facts, "2024-02-12").standing == "met-late"

    @pytest.mark.parametrize("complete_from", [None, "2024-01-13"])
    def test_place_in_the_sequence_is_not_claimed_where_reviews_may_be_missing(self, complete_from: str | None) -> None:
        facts = child_with(CARE, PLACED, review("2024-03-20"), complete_from=complete_from)
        assert (owed(facts, "2024-03-21").rule.id, owed(facts, "2024-03-21").due_on) == (
            "review.opening",
            on("2024-09-20"),
        )

    def test_nothing_is_counted_from_a_placement_where_reviews_may_be_missing(self) -> None:
        assert owed(child_with(CARE, PLACED, complete_from=None), "2024-03-21").due_on is None

    @pytest.mark.parametrize("reason", ["L", "?"])
    def test_start_of_a_placement_is_never_inferred(self, reason: str) -> None:
        facts = child_with(episode("2024-01-12", reason, place="A5"), review("2024-03-20"))
        assert owed(facts, "2024-03-21").rule.id == "review.opening"

    def test_number_stated_elsewhere_does_not_number_what_the_opening_position_owes(self) -> None:
        facts = child_with(episode("2024-01-12", "L", place="A5"), review("2024-03-20", number=4))
        assert owed(facts, "2024-03-21").review_number is None

    def test_no_adoption_review_is_listed_for_a_child_not_placed(self) -> None:
        assert of_rule("review.adoption-placed", child_with(CARE, *REVIEWS), "2024-01-15") == []
