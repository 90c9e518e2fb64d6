"""Pathway plans: who is eligible since when, the assessment, and the reviews from leaving care to twenty-one."""

import pytest

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewKind, Task
from tests.builders import booking, child_with, circumstance, done, episode, on, pathway_review, review
from tests.rules.asking import nothing_owed, of_rule, only, open_due, owed, told

ASSESSMENT, REVIEW, HOME = "pathway.assessment", "pathway.review", "pathway.accommodation-review"
BORN = "2006-03-10"  # sixteen on 10 March 2022, eighteen on 10 March 2024
CARE = episode("2020-06-01")
AT_HOME = CircumstanceKind.HOME_TO_PARENT
ACCOMMODATION = CircumstanceKind.LA_ACCOMMODATION


def of_age(*facts: object, born: str = BORN, care: object = CARE) -> ChildFacts:
    """A young person with these facts, in care since before sixteen."""
    return child_with(care, *facts, born=born)  # type: ignore[arg-type]


class TestEligible:
    def test_child_in_care_is_eligible_at_sixteen(self) -> None:
        one = only(ASSESSMENT, of_age(), "2022-03-10")
        assert (one.trigger_on, one.due_on) == (on("2022-03-10"), on("2022-06-10"))

    def test_nothing_is_due_the_day_before_sixteen(self) -> None:
        assert of_rule(ASSESSMENT, of_age(), "2022-03-09") == []

    def test_example_37_child_born_on_a_leap_day(self) -> None:
        facts = of_age(born="2008-02-29")
        assert open_due(ASSESSMENT, facts, "2024-02-29") == "2024-05-29"

    def test_child_born_on_a_leap_day_turns_eighteen_on_1_march(self) -> None:
        facts = of_age(born="2008-02-29")
        assert [nothing_owed(facts, day) for day in ("2026-02-28", "2026-03-01")] == [False, True]

    def test_child_who_came_after_sixteen_is_eligible_after_thirteen_weeks(self) -> None:
        facts = of_age(care=episode("2022-05-02"))
        assert of_rule(ASSESSMENT, facts, "2022-07-31") == []
        assert only(ASSESSMENT, facts, "2022-08-01").due_on == on("2022-11-01")

    def test_weeks_since_fourteen_add_up_over_several_times_in_care(self) -> None:
        first = episode("2020-06-01", ended="2020-07-20", end_reason="E4A")  # 49 days
        facts = child_with(first, episode("2022-05-02"), born=BORN)
        assert only(ASSESSMENT, facts, "2022-07-01").trigger_on == on("2022-06-13")  # 42 days more

    def test_weeks_before_fourteen_do_not_count(self) -> None:
        first = episode("2019-06-01", ended="2020-03-10", end_reason="E4A")
        facts = child_with(first, episode("2022-05-02"), born=BORN)
        assert only(ASSESSMENT, facts, "2022-08-01").trigger_on == on("2022-08-01")

    def test_short_breaks_do_not_count(self) -> None:
        assert of_rule(ASSESSMENT, of_age(care=episode("2020-06-01", status="V4")), "2023-01-09") == []

    def test_child_who_left_a_day_short_of_thirteen_weeks_is_not_eligible(self) -> None:
        care = episode("2022-05-02", ended="2022-07-31", end_reason="E4A")
        assert of_rule(ASSESSMENT, of_age(care=care), "2022-09-01") == []

    def test_child_who_left_with_the_thirteen_weeks_just_complete_is_relevant(self) -> None:
        care = episode("2022-05-02", ended="2022-08-01", end_reason="E4A")
        assert told(ASSESSMENT, of_age(care=care), "2022-09-01") == [("2022-11-01", "waiting")]


class TestAssessment:
    @pytest.mark.parametrize(
        ("day", "standing"), [("2022-01-10", "met"), ("2022-06-10", "met"), ("2022-06-13", "met-late")]
    )
    def test_assessment_done_by_then_or_shortly_before_sixteen_settles_it(self, day: str, standing: str) -> None:
        assert told(ASSESSMENT, of_age(done(Task.PATHWAY_ASSESSMENT, day)), "2022-07-01") == [("2022-06-10", standing)]

    def test_child_who_leaves_without_one_is_relevant_and_has_three_months_more(self) -> None:
        care = episode("2020-06-01", ended="2022-05-02", end_reason="E4A")
        assert told(ASSESSMENT, of_age(care=care), "2022-05-03") == [("2022-08-02", "waiting")]

    def test_assessment_overdue_when_the_child_left_is_missed_and_the_next_is_owed(self) -> None:
        care = episode("2020-06-01", ended="2022-09-01", end_reason="E4A")
        expected = [("2022-06-10", "missed"), ("2022-12-01", "waiting")]
        assert told(ASSESSMENT, of_age(care=care), "2022-09-02") == expected

    def test_assessment_done_in_care_asks_for_no_second(self) -> None:
        care = episode("2020-06-01", ended="2022-09-01", end_reason="E4A")
        facts = of_age(done(Task.PATHWAY_ASSESSMENT, "2022-06-10"), care=care)
        assert told(ASSESSMENT, facts, "2022-09-02") == [("2022-06-10", "met")]

    def test_eighteenth_birthday_drops_one_not_due_yet(self) -> None:
        facts = of_age(care=episode("2023-10-02"))
        assert told(ASSESSMENT, facts, "2024-03-09") == [("2024-04-01", "waiting")]
        assert told(ASSESSMENT, facts, "2024-06-03") == []

    def test_education_resumed_asks_for_one_in_three_months(self) -> None:
        told_on = circumstance(CircumstanceKind.EDUCATION_RESUMED, "2024-11-30")
        assert open_due("pathway.assessment-education", of_age(told_on), "2024-12-02") == "2025-02-28"


class TestCrossingEighteen:
    """The track goes on where the other ends: no day without an owed review."""

    FACTS = of_age(review("2020-06-26"), review("2020-09-25"), review("2023-12-15"))

    def test_the_day_before_a_review_of_a_child_looked_after_is_owed(self) -> None:
        assert owed(self.FACTS, "2024-03-09").due_on == on("2024-06-15")
        assert of_rule(REVIEW, self.FACTS, "2024-03-09") == []

    def test_on_the_birthday_a_pathway_review_is_owed_from_the_last_review_in_care(self) -> None:
        assert nothing_owed(self.FACTS, "2024-03-10")
        assert open_due(REVIEW, self.FACTS, "2024-03-10") == "2024-06-15"

    def test_without_a_review_in_care_it_counts_from_the_birthday(self) -> None:
        assert open_due(REVIEW, of_age(), "2024-03-11") == "2024-09-10"

    def test_example_36_six_months_are_clamped(self) -> None:
        facts = of_age(pathway_review("2024-08-31"))
        assert open_due(REVIEW, facts, "2024-09-02") == "2025-02-28"

    @pytest.mark.parametrize(("held", "standing"), [("2024-06-15", "met"), ("2024-06-16", "met-late")])
    def test_review_held_is_judged_and_starts_the_next(self, held: str, standing: str) -> None:
        facts = of_age(review("2023-12-15"), pathway_review(held))
        found = told(REVIEW, facts, "2024-07-01")
        assert found == [("2024-06-15", standing), (held.replace("-06-", "-12-"), "upcoming")]

    def test_booked_day_that_passed_is_asked_about(self) -> None:
        facts = of_age(review("2023-12-15"), booking("2024-05-02", kind=ReviewKind.PATHWAY))
        assert told(REVIEW, facts, "2024-05-03") == [("2024-06-15", "not-recorded")]

    def test_booking_of_a_review_of_a_child_looked_after_is_none_of_it(self) -> None:
        facts = of_age(review("2023-12-15"), booking("2024-05-02"))
        assert told(REVIEW, facts, "2024-05-03") == [("2024-06-15", "upcoming")]


class TestLeftCare:
    LEFT = episode("2020-06-01", ended="2023-05-02", end_reason="E4A")

    def test_relevant_child_is_reviewed_from_the_day_of_exit(self) -> None:
        assert open_due(REVIEW, of_age(care=self.LEFT), "2023-05-02") == "2023-11-02"

    def test_child_back_in_care_is_no_care_leaver(self) -> None:
        facts = child_with(self.LEFT, episode("2023-08-07"), born=BORN)
        assert of_rule(REVIEW, facts, "2023-08-07") == []

    def test_child_who_left_before_tracking_is_not_followed_unless_taken_up_by_hand(self) -> None:
        taken_up = circumstance(CircumstanceKind.CARE_LEAVER, "2024-01-08")
        plain = child_with(self.LEFT, born=BORN, tracking_from="2024-01-01")
        by_hand = child_with(self.LEFT, taken_up, born=BORN, tracking_from="2024-01-01")
        assert of_rule(REVIEW, plain, "2024-02-01") == []
        assert open_due(REVIEW, by_hand, "2024-02-01") == "2024-07-08"

    def test_time_in_care_recorded_after_eighteen_changes_nothing(self) -> None:
        facts = child_with(self.LEFT, episode("2024-04-02", ended="2024-06-03", end_reason="E8"), born=BORN)
        assert only(REVIEW, facts, "2024-07-01").trigger_on == on("2023-05-02")


class TestHomeToParent:
    LEFT = TestLeftCare.LEFT
    BACK = circumstance(AT_HOME, "2023-05-02")

    def test_six_months_at_home_are_shown_coming(self) -> None:
        assert open_due("pathway.home-to-parent", of_age(self.BACK, care=self.LEFT), "2023-05-03") == "2023-11-02"

    def test_reviews_go_on_until_they_are_over(self) -> None:
        facts = of_age(self.BACK, care=self.LEFT)
        assert [one.is_open for one in of_rule(REVIEW, facts, "2023-11-01")] == [True]
        assert of_rule(REVIEW, facts, "2023-11-02") == []

    def test_qualifying_young_person_stays_so_at_eighteen(self) -> None:
        assert of_rule(REVIEW, of_age(self.BACK, care=self.LEFT), "2024-03-11") == []

    def test_six_months_not_over_at_eighteen_change_nothing(self) -> None:
        back = circumstance(AT_HOME, "2023-10-02")
        facts = of_age(back, care=self.LEFT)
        assert of_rule("pathway.home-to-parent", facts, "2023-11-01") == []
        assert [one.is_open for one in of_rule(REVIEW, facts, "2024-04-02")] == [True]

    def test_arrangement_that_broke_down_brings_the_reviews_back(self) -> None:
        broken = circumstance(AT_HOME, "2023-05-02", "2023-12-01")
        assert [one.is_open for one in of_rule(REVIEW, of_age(broken, care=self.LEFT), "2023-12-02")] == [True]


class TestAccommodation:
    MOVED_IN = circumstance(ACCOMMODATION, "2024-02-05")

    def young(self, *facts: object) -> ChildFacts:
        return of_age(review("2023-12-15"), self.MOVED_IN, *facts, born="2006-01-10")

    def test_example_35_review_is_from_the_29th_day(self) -> None:
        one = only(HOME, self.young(), "2024-02-06")
        assert (one.due_on, one.rule.is_earliest) == (on("2024-03-04"), True)

    def test_example_35_next_is_three_months_after_it(self) -> None:
        facts = self.young(pathway_review("2024-03-06"))
        assert told(HOME, facts, "2024-03-07") == [("2024-03-04", "met"), ("2024-06-06", "upcoming")]

    def test_review_before_the_28_days_are_over_does_not_settle_it(self) -> None:
        facts = self.young(pathway_review("2024-03-03"))
        assert told(HOME, facts, "2024-03-03") == [("2024-03-04", "due-soon")]
        assert open_due(REVIEW, facts, "2024-03-03") == "2024-09-03"


class TestEnd:
    def test_reviews_end_on_the_21st_birthday(self) -> None:
        facts = of_age(pathway_review("2026-12-15"))
        assert open_due(REVIEW, facts, "2027-03-09") == "2027-06-15"
        assert [one for one in of_rule(REVIEW, facts, "2027-03-10") if one.is_open] == []

    def test_review_overdue_at_21_is_missed_and_not_dropped(self) -> None:
        facts = of_age(pathway_review("2026-08-15"))
        assert told(REVIEW, facts, "2027-03-10")[-1] == ("2027-02-15", "missed")

    def test_in_education_they_go_on_to_25(self) -> None:
        study = circumstance(CircumstanceKind.EDUCATION_RESUMED, "2026-09-07")
        facts = of_age(pathway_review("2026-12-15"), study)
        assert open_due(REVIEW, facts, "2027-03-10") == "2027-06-15"
        assert [one for one in of_rule(REVIEW, facts, "2031-03-10") if one.is_open] == []

    def test_end_is_shown_coming(self) -> None:
        assert open_due("pathway.ends", of_age(), "2024-03-11") == "2027-03-10"


class TestAround:
    def test_move_is_followed_by_a_visit_in_seven_days_and_a_look_at_28(self) -> None:
        facts = of_age(circumstance(CircumstanceKind.MOVED, "2024-04-02"))
        assert (
            open_due("pathway.visit", facts, "2024-04-03"),
            open_due("pathway.move-review", facts, "2024-04-03"),
        ) == (
            "2024-04-09",
            "2024-04-30",
        )

    def test_next_visit_is_due_two_months_after_the_last(self) -> None:
        facts = of_age(circumstance(CircumstanceKind.MOVED, "2024-04-02"), done(Task.ADVISER_VISIT, "2024-04-08"))
        assert told("pathway.visit", facts, "2024-04-10") == [("2024-04-09", "met"), ("2024-06-08", "upcoming")]

    def test_custody_is_visited_in_ten_working_days_and_reviewed_a_month_before_release(self) -> None:
        facts = of_age(circumstance(CircumstanceKind.CUSTODY, "2024-12-20", "2025-03-31"))
        assert open_due("pathway.custody-visit", facts, "2024-12-23") == "2025-01-08"
        assert open_due("pathway.custody-review", facts, "2024-12-23") == "2025-02-28"

    def test_review_before_release_is_overdue_until_then_and_leaves_no_trace(self) -> None:
        facts = of_age(circumstance(CircumstanceKind.CUSTODY, "2024-12-20", "2025-03-31"))
        assert only("pathway.custody-review", facts, "2025-03-01").standing == "overdue"
        assert of_rule("pathway.custody-review", facts, "2025-03-31") == []
