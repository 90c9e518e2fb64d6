"""Reviews that have to come early (SI 2010/959 regs 33(3), 32(2)), and what they do to the count."""

import pytest

from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewGround
from tests.builders import child_with, circumstance, episode, on, practice, review
from tests.rules.asking import of_rule, only, open_due, owed, told

CARE = episode("2023-01-09")
REVIEWS = review("2023-02-01"), review("2023-04-26"), review("2023-10-18")  # next due 18 April 2024
NO = practice(extra_review_resets="no")
ASKED = CircumstanceKind.EXTRA_REVIEW


class TestAskedFor:
    @pytest.mark.parametrize("ground", list(ReviewGround))
    def test_each_ground_is_told(self, ground: ReviewGround) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01", ground.value))
        one = only("review.early", facts, "2024-01-10")
        assert (one.due_on, one.note) == (on("2024-01-31"), f"Asked for on 8 Jan 2024: {ground.label}.")

    @pytest.mark.parametrize("ground", list(ReviewGround))
    def test_without_a_day_to_come_before_no_day_is_invented(self, ground: ReviewGround) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08", None, ground.value))
        one = only("review.early", facts, "2024-01-10")
        assert (one.due_on, one.standing) == (None, "due-soon")
        assert "before the ordinary limit. That is 18 Apr 2024." in one.note

    def test_without_a_day_it_is_overdue_once_the_ordinary_limit_is_past(self) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08"))
        assert told("review.early", facts, "2024-04-19") == [("None", "overdue")]

    @pytest.mark.parametrize(
        ("held", "standing"),
        [("2024-01-08", "met"), ("2024-01-31", "met"), ("2024-02-01", "met-late"), ("2024-02-02", "met-late")],
    )
    def test_it_is_held_before_the_day_it_must_come_before(self, held: str, standing: str) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01"), review(held))
        assert told("review.early", facts, "2024-03-01") == [("2024-01-31", standing)]

    def test_review_held_before_it_was_asked_for_does_not_settle_it(self) -> None:
        facts = child_with(CARE, *REVIEWS, review("2024-01-05"), circumstance(ASKED, "2024-01-08", "2024-02-01"))
        assert told("review.early", facts, "2024-01-10") == [("2024-01-31", "upcoming")]

    def test_without_a_day_the_next_review_ends_it(self) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08"), review("2024-01-15"))
        assert of_rule("review.early", facts, "2024-01-20") == []

    def test_asked_for_on_a_day_to_come_is_not_asked_for_yet(self) -> None:
        facts = child_with(CARE, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01"))
        assert of_rule("review.early", facts, "2024-01-07") == []

    def test_accommodation_that_ended_without_the_review_shows_it_missed(self) -> None:
        care = episode("2023-01-09", ended="2024-02-01", end_reason="E4A")
        facts = child_with(care, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01", "accommodation-ends"))
        assert told("review.early", facts, "2024-03-01") == [("2024-01-31", "missed")]

    def test_child_who_left_before_it_was_due_is_owed_none(self) -> None:
        care = episode("2023-01-09", ended="2024-01-31", end_reason="E4A")
        facts = child_with(care, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01"))
        assert told("review.early", facts, "2024-03-01") == []

    def test_nothing_is_asked_of_a_child_not_looked_after(self) -> None:
        care = episode("2023-01-09", ended="2024-01-08", end_reason="E4A")
        facts = child_with(care, *REVIEWS, circumstance(ASKED, "2024-01-08", "2024-02-01"))
        assert told("review.early", facts, "2024-03-01") == []


class TestCount:
    EXTRA = review("2024-01-15", ground=ReviewGround.PLAN_CHANGE)

    def test_early_review_starts_the_next_count(self) -> None:
        one = owed(child_with(CARE, *REVIEWS, self.EXTRA), "2024-01-16")
        assert (one.due_on, one.review_number) == (on("2024-07-15"), 5)

    def test_by_choice_the_ordinary_count_goes_on_and_the_number_too(self) -> None:
        (one,) = [
            each
            for each in of_rule("review.later", child_with(CARE, *REVIEWS, self.EXTRA), "2024-01-16", NO)
            if each.is_open
        ]
        assert (one.due_on, one.review_number) == (on("2024-04-18"), 5)

    def test_by_choice_it_settles_no_ordinary_review(self) -> None:
        facts = child_with(CARE, *REVIEWS, self.EXTRA)
        assert [one.met_on for one in of_rule("review.later", facts, "2024-01-16", NO)] == [on("2023-10-18"), None]

    def test_by_choice_an_early_one_before_the_first_leaves_the_first_owed(self) -> None:
        facts = child_with(CARE, review("2023-01-16", ground=ReviewGround.SAFEGUARDING))
        assert open_due("review.first", facts, "2023-01-17", NO) == "2023-02-06"

    def test_choice_made_after_it_was_held_changes_nothing(self) -> None:
        facts = child_with(CARE, *REVIEWS, self.EXTRA)
        later = practice("2024-01-16", extra_review_resets="no")
        assert open_due("review.later", facts, "2024-01-20", later) == "2024-07-15"

    def test_original_due_day_is_kept_over_an_early_review_that_takes_no_turn(self) -> None:
        late = review("2023-11-20")  # was due on 26 October 2023
        both = practice(extra_review_resets="no", anchor="original-due")
        facts = child_with(CARE, *REVIEWS[:2], late)
        with_extra = child_with(CARE, *REVIEWS[:2], late, self.EXTRA)
        assert open_due("review.later", facts, "2024-01-16", both) == "2024-04-26"
        assert open_due("review.later", with_extra, "2024-01-16", both) == "2024-04-26"


class TestAnchor:
    ORIGINAL = practice(anchor="original-due")

    def test_late_review_does_not_move_the_cycle_by_choice(self) -> None:
        facts = child_with(CARE, *REVIEWS[:2], review("2023-11-20"))
        assert (
            open_due("review.later", facts, "2023-11-21"),
            open_due("review.later", facts, "2023-11-21", self.ORIGINAL),
        ) == (
            "2024-05-20",
            "2024-04-26",
        )

    def test_early_review_moves_it_all_the_same(self) -> None:
        facts = child_with(CARE, *REVIEWS[:2], review("2023-09-04"))
        assert open_due("review.later", facts, "2023-09-05", self.ORIGINAL) == "2024-03-04"

    def test_choice_made_after_the_review_leaves_its_successor_as_it_was(self) -> None:
        facts = child_with(CARE, *REVIEWS[:2], review("2023-11-20"))
        assert (
            open_due("review.later", facts, "2023-11-21", practice("2023-11-21", anchor="original-due")) == "2024-05-20"
        )
