"""Authority to place for adoption, and the return from a placement (SI 2005/389 reg 36(1), (8))."""

import pytest

from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewGround
from iro_desktop.rules.compute import next_review
from tests.builders import child_with, circumstance, episode, on, practice, review
from tests.rules.asking import deadlines, of_rule, only, open_due, told

RULE = "review.adoption-authorised"
CARE = episode("2023-01-09")
REVIEWS = review("2023-02-01"), review("2023-04-26"), review("2023-10-18")
ORDER = episode("2023-11-30", "L", status="E1")
PLACED = episode("2024-01-12", "P", status="E1", place="A5")
ALONE = practice(adoption_authorised="adoption-only")


class TestAuthorised:
    def test_example_33_first_review_is_due_three_months_after_authority(self) -> None:
        one = only(RULE, child_with(CARE, *REVIEWS, ORDER), "2023-12-01")
        assert (one.trigger_on, one.due_on) == (on("2023-11-30"), on("2024-02-29"))

    def test_authority_recorded_by_hand_counts_as_an_order_does(self) -> None:
        consent = circumstance(CircumstanceKind.ADOPTION_AUTHORITY, "2023-11-30")
        assert open_due(RULE, child_with(CARE, *REVIEWS, consent), "2023-12-01") == "2024-02-29"

    def test_both_clocks_run_and_the_earlier_governs(self) -> None:
        found = deadlines(child_with(CARE, *REVIEWS, ORDER), "2023-12-01")
        earliest = next_review(found)
        assert earliest is not None
        assert (earliest.rule.id, earliest.due_on) == (RULE, on("2024-02-29"))
        assert [str(one.due_on) for one in found if one.rule.id == "review.later" and one.is_open] == ["2024-04-18"]

    def test_regulation_33_governs_where_it_comes_first(self) -> None:
        facts = child_with(CARE, *REVIEWS, episode("2024-03-01", "L", status="E1"))
        one = next_review(deadlines(facts, "2024-03-04"))
        assert one is not None
        assert (one.rule.id, one.due_on) == ("review.later", on("2024-04-18"))

    def test_one_review_serves_as_both(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2024-02-29"))
        settled = {
            one.rule.id: one.standing for one in deadlines(facts, "2024-03-01") if one.met_on == on("2024-02-29")
        }
        assert (settled[RULE], settled["review.later"]) == ("met", "met")

    def test_review_a_day_late_by_one_clock_is_late_by_that_one_alone(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2024-03-01"))
        settled = {
            one.rule.id: one.standing for one in deadlines(facts, "2024-03-04") if one.met_on == on("2024-03-01")
        }
        assert (settled[RULE], settled["review.later"]) == ("met-late", "met")

    def test_later_review_is_due_six_months_after_the_one_before(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2024-02-29"))
        assert open_due(RULE, facts, "2024-03-01") == "2024-08-29"

    def test_review_on_the_day_of_the_order_is_not_yet_the_first_after_it(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2023-11-30"))
        assert open_due(RULE, facts, "2023-12-01") == "2024-02-29"

    def test_clock_stops_when_the_child_is_placed(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, PLACED)
        assert [one for one in of_rule(RULE, facts, "2024-01-12") if one.is_open] == []

    def test_clock_stops_when_the_order_ends(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, episode("2024-01-05", "L", status="C2"))
        assert of_rule(RULE, facts, "2024-01-05") == []

    def test_authority_ends_after_its_last_day(self) -> None:
        consent = circumstance(CircumstanceKind.ADOPTION_AUTHORITY, "2023-11-30", "2024-01-05")
        facts = child_with(CARE, *REVIEWS, consent)
        assert (len(of_rule(RULE, facts, "2024-01-05")), of_rule(RULE, facts, "2024-01-06")) == (1, [])

    @pytest.mark.parametrize("reason", ["P", "T"])
    def test_order_whose_day_no_episode_shows_starts_no_clock(self, reason: str) -> None:
        facts = child_with(CARE, *REVIEWS, episode("2023-11-30", reason, status="E1"))
        assert of_rule(RULE, facts, "2023-12-01") == []

    def test_change_of_placement_under_the_order_does_not_begin_anew(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, episode("2024-01-08", "P", status="E1", place="U4"))
        assert only(RULE, facts, "2024-01-09").trigger_on == on("2023-11-30")

    def test_clock_runs_again_after_a_placement_broke_down(self) -> None:
        back = episode("2024-05-20", "P", status="E1")
        facts = child_with(CARE, *REVIEWS, ORDER, PLACED, review("2024-02-08"), back)
        assert open_due(RULE, facts, "2024-05-21") == "2024-08-08"

    def test_eighteenth_birthday_ends_it(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, born="2006-02-10")
        assert of_rule(RULE, facts, "2024-02-10") == []

    def test_review_not_held_when_the_child_left_is_missed(self) -> None:
        care = episode("2023-11-30", "L", status="E1", ended="2024-03-01", end_reason="E4A")
        assert told(RULE, child_with(CARE, *REVIEWS, care), "2024-03-04") == [("2024-02-29", "missed")]

    def test_review_not_due_when_the_child_left_the_day_before_is_dropped(self) -> None:
        care = episode("2023-11-30", "L", status="E1", ended="2024-02-29", end_reason="E4A")
        assert told(RULE, child_with(CARE, *REVIEWS, care), "2024-03-04") == []


class TestAdoptionAlone:
    def test_regulation_33_is_not_asked_for(self) -> None:
        found = deadlines(child_with(CARE, *REVIEWS, ORDER), "2023-12-01", ALONE)
        assert [one.rule.id for one in found if one.rule.subject == "review" and one.is_open] == [RULE]

    def test_review_held_is_judged_by_the_adoption_clock_alone(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2024-02-20"))
        found = [one for one in deadlines(facts, "2024-03-01", ALONE) if one.met_on == on("2024-02-20")]
        assert [one.rule.id for one in found if one.rule.subject == "review"] == [RULE]

    def test_choice_made_later_changes_no_review_that_counts_from_before(self) -> None:
        later = practice("2023-11-01", adoption_authorised="adoption-only")
        facts = child_with(CARE, *REVIEWS, ORDER)
        assert open_due("review.later", facts, "2023-12-01", later) == "2024-04-18"


class TestExtraReviewsThatDoNotReset:
    """An early review, by choice, takes no turn: it is neither the first nor the second after a placement."""

    NO = practice(extra_review_resets="no")
    EARLY = review("2024-01-20", ground=ReviewGround.IRO_ASKED)

    def test_first_review_after_the_placement_is_still_owed(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, self.EARLY)
        assert open_due("review.adoption-placed", facts, "2024-01-22", self.NO) == "2024-02-09"

    def test_second_review_counts_from_the_first_in_its_turn(self) -> None:
        early = review("2024-03-01", ground=ReviewGround.PLAN_CHANGE)
        facts = child_with(CARE, *REVIEWS, PLACED, review("2024-02-09"), early)
        assert open_due("review.adoption-placed", facts, "2024-03-04", self.NO) == "2024-05-09"

    def test_review_after_authority_is_still_owed(self) -> None:
        facts = child_with(CARE, *REVIEWS, ORDER, review("2023-12-20", ground=ReviewGround.IRO_ASKED))
        assert told("review.adoption-authorised", facts, "2024-01-02", self.NO) == [("2024-02-29", "upcoming")]

    def test_they_reset_it_where_nobody_chose_otherwise(self) -> None:
        facts = child_with(CARE, *REVIEWS, PLACED, self.EARLY)
        assert open_due("review.adoption-placed", facts, "2024-01-22") == "2024-04-20"


RETURNED = CARE, *REVIEWS, PLACED, review("2024-02-09"), episode("2024-04-02", "P")


class TestReturned:
    """Not before day 28 and not after day 42."""

    def test_review_is_due_by_day_42(self) -> None:
        one = only("review.adoption-returned", child_with(*RETURNED), "2024-04-03")
        assert (one.due_on, one.note) == (on("2024-05-14"), "Not before 30 Apr 2024.")

    @pytest.mark.parametrize(
        ("held", "expected"),
        [
            ("2024-04-29", ("2024-05-14", "overdue")),
            ("2024-04-30", ("2024-05-14", "met")),
            ("2024-05-14", ("2024-05-14", "met")),
            ("2024-05-15", ("2024-05-14", "met-late")),
        ],
    )
    def test_review_counts_from_day_28_to_day_42(self, held: str, expected: tuple[str, str]) -> None:
        assert told("review.adoption-returned", child_with(*RETURNED, review(held)), "2024-05-20") == [expected]

    def test_child_who_left_before_it_was_due_is_owed_nothing(self) -> None:
        home = episode("2024-04-02", "P", ended="2024-05-14", end_reason="E4A")
        assert told("review.adoption-returned", child_with(*RETURNED[:-1], home), "2024-06-01") == []

    def test_review_not_held_before_the_child_left_is_missed(self) -> None:
        home = episode("2024-04-02", "P", ended="2024-05-15", end_reason="E4A")
        expected = [("2024-05-14", "missed")]
        assert told("review.adoption-returned", child_with(*RETURNED[:-1], home), "2024-06-01") == expected

    def test_adoption_order_is_no_return(self) -> None:
        placed = episode("2024-01-12", "P", place="A5", ended="2024-06-03", end_reason="E11")
        assert told("review.adoption-returned", child_with(CARE, *REVIEWS, placed), "2024-08-01") == []
