"""What is owed when a child is placed, and what has to be ready before a review."""

import pytest

from iro_desktop.domain.vocabulary import Ownership, Task
from tests.builders import booking, child_with, done, episode, on, review
from tests.rules.asking import of_rule, open_due, told

CARE = episode("2023-05-03", status="V2")
BEFORE = {
    "before.consult": "2024-03-08",
    "before.attendees": "2024-03-08",
    "before.forms": "2024-03-19",
    "before.invitations": "2024-03-23",
    "before.discussion": "2024-03-28",
    "before.report": "2024-03-26",
    "before.child-seen": "2024-04-02",
}


class TestBeforeReview:
    @pytest.mark.parametrize(("rule", "due"), BEFORE.items())
    def test_example_27_counted_back_from_the_day_booked_over_easter(self, rule: str, due: str) -> None:
        assert open_due(rule, child_with(CARE, booking("2024-04-02")), "2024-03-01") == due

    @pytest.mark.parametrize(("rule", "due"), [("before.report", "2022-12-29"), ("before.consult", "2022-12-09")])
    def test_example_28_counted_back_over_new_year(self, rule: str, due: str) -> None:
        facts = child_with(episode("2022-12-02"), booking("2023-01-04"))
        assert open_due(rule, facts, "2022-12-05") == due

    def test_work_done_since_the_review_before_settles_it(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), booking("2023-08-21"), done(Task.CONSULT, "2023-07-31"))
        assert told("before.consult", facts, "2023-08-01")[-1] == ("2023-07-31", "met")

    def test_work_done_by_the_review_before_was_for_that_one(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), booking("2023-08-21"), done(Task.CONSULT, "2023-05-30"))
        assert [one.met_on for one in of_rule("before.consult", facts, "2023-08-01")] == [on("2023-05-30"), None]

    def test_talk_on_the_first_day_in_care_is_before_the_first_review(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), done(Task.CHILD_SEEN, "2023-05-03"))
        assert told("before.child-seen", facts, "2023-06-01") == [("2023-05-30", "met")]

    def test_what_was_not_done_before_a_review_held_is_missed(self) -> None:
        found = told("before.consult", child_with(CARE, review("2023-05-30")), "2023-06-01")
        assert found == [("2023-05-05", "missed")]

    def test_what_nobody_tracks_leaves_no_trace(self) -> None:
        assert of_rule("before.forms", child_with(CARE, review("2023-05-30")), "2023-06-01") == []

    def test_nothing_is_asked_for_a_review_before_tracking(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), tracking_from="2023-05-31")
        assert of_rule("before.consult", facts, "2023-06-01") == []

    def test_day_that_passed_before_tracking_is_not_asked_for(self) -> None:
        facts = child_with(CARE, booking("2024-04-02"), tracking_from="2024-03-20")
        assert (of_rule("before.consult", facts, "2024-03-20"), open_due("before.report", facts, "2024-03-20")) == (
            [],
            "2024-03-26",
        )

    def test_nothing_is_prepared_for_a_child_who_left(self) -> None:
        care = episode("2023-05-03", ended="2024-03-01", end_reason="E4A")
        assert of_rule("before.consult", child_with(care, booking("2024-04-02")), "2024-03-04") == []


class TestPlacement:
    PLACED = episode("2023-12-21", "P", place="U4")

    @pytest.mark.parametrize("rule", ["care.placement-plan", "care.placement-told"])
    def test_plan_and_news_are_due_in_five_working_days_over_christmas(self, rule: str) -> None:
        assert told(rule, child_with(CARE, self.PLACED), "2023-12-22") == [("2024-01-02", "due-soon")]

    @pytest.mark.parametrize(
        ("day", "standing"), [("2023-12-07", "met"), ("2024-01-02", "met"), ("2024-01-03", "met-late")]
    )
    def test_plan_made_shortly_before_or_after_settles_it(self, day: str, standing: str) -> None:
        facts = child_with(CARE, self.PLACED, done(Task.PLACEMENT_PLAN, day))
        assert told("care.placement-plan", facts, "2024-02-01") == [("2024-01-02", standing)]

    def test_plan_made_earlier_was_for_the_placement_before(self) -> None:
        facts = child_with(CARE, self.PLACED, done(Task.PLACEMENT_PLAN, "2023-12-06"))
        expected = [("2023-05-11", "met-late"), ("2024-01-02", "due-soon")]
        assert told("care.placement-plan", facts, "2023-12-22") == expected

    def test_change_of_legal_status_is_no_placement(self) -> None:
        facts = child_with(CARE, episode("2023-12-21", "L", status="C2"))
        assert [str(one.trigger_on) for one in of_rule("care.placement-plan", facts, "2023-12-22")] == ["2023-05-03"]

    def test_it_is_shown_on_the_child_only(self) -> None:
        (one,) = of_rule("care.placement-plan", child_with(CARE, self.PLACED), "2023-12-22")
        assert one.rule.ownership is Ownership.WATCH

    def test_review_since_then_asked_about_it(self) -> None:
        facts = child_with(CARE, self.PLACED, review("2024-01-10"))
        assert of_rule("care.placement-plan", facts, "2024-01-11") == []


class TestFirstWeeks:
    @pytest.mark.parametrize(
        ("rule", "due"),
        [
            ("care.notified", "2024-04-02"),
            ("care.introduction", "2024-03-29"),
            ("care.health-assessment", "2024-04-26"),
            ("care.pep", "2024-04-12"),
            ("care.pep-ready", "2024-04-26"),
        ],
    )
    def test_each_is_shown_until_the_first_review(self, rule: str, due: str) -> None:
        care = episode("2024-03-27")
        assert open_due(rule, child_with(care), "2024-03-28") == due
        assert of_rule(rule, child_with(care, review("2024-04-10")), "2024-04-11") == []

    def test_education_is_not_asked_of_a_child_under_four(self) -> None:
        facts = child_with(episode("2024-03-27"), born="2020-03-28")
        assert of_rule("care.pep", facts, "2024-03-28") + of_rule("care.pep-ready", facts, "2024-03-28") == []

    @pytest.mark.parametrize(("born", "due"), [("2019-04-11", "2024-10-10"), ("2019-04-10", "2025-04-10")])
    def test_health_is_assessed_again_in_six_months_under_five_then_yearly(self, born: str, due: str) -> None:
        facts = child_with(episode("2024-03-27"), done(Task.HEALTH_ASSESSMENT, "2024-04-10"), born=born)
        assert open_due("care.health-review", facts, "2024-04-11") == due

    def test_row_not_yet_in_force_asks_for_nothing(self) -> None:
        facts = child_with(episode("2010-03-01"))
        assert (
            of_rule("care.health-assessment", facts, "2010-03-02") + of_rule("care.placement-plan", facts, "2010-03-02")
            == []
        )
