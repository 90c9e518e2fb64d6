"""The work at the start of care, after each review, and half-way to the next."""

import pytest

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import Ownership, ReviewMethod, Task
from tests.builders import allocated, child_with, done, episode, on, review
from tests.rules.asking import deadlines, missed, of_rule, only

CARE = episode("2023-05-03", status="V2")
AFTER = {
    "after.recommendations": "2024-01-02",
    "after.care-plan": "2024-01-09",
    "after.minutes": "2024-01-16",
    "after.letter": "2024-01-16",
    "after.distribution": "2024-01-23",
}


class TestAppointment:
    def test_iro_is_due_five_working_days_after_care_began(self) -> None:
        assert only("care.appointment", child_with(episode("2024-03-27")), "2024-03-28").due_on == on("2024-04-05")

    def test_iro_allocated_today_is_appointed(self) -> None:
        facts = child_with(episode("2024-03-27"), allocated("2024-04-02"))
        assert only("care.appointment", facts, "2024-04-02").met_on == on("2024-04-02")

    def test_iro_who_leaves_on_the_first_day_was_appointed(self) -> None:
        facts = child_with(episode("2024-03-27"), allocated("2020-01-01", "2024-03-27"))
        assert only("care.appointment", facts, "2024-03-28").met_on == on("2024-03-27")

    @pytest.mark.parametrize(("day", "standing"), [("2024-04-05", "met"), ("2024-04-08", "met-late")])
    def test_allocation_settles_it(self, day: str, standing: str) -> None:
        facts = child_with(episode("2024-03-27"), allocated(day))
        assert only("care.appointment", facts, "2024-04-10").standing == standing

    def test_iro_who_was_there_before_is_appointed_on_the_first_day(self) -> None:
        facts = child_with(episode("2024-03-27"), allocated("2020-01-01"))
        assert only("care.appointment", facts, "2024-04-10").met_on == on("2024-03-27")

    def test_iro_who_had_left_before_does_not_count(self) -> None:
        facts = child_with(episode("2024-03-27"), allocated("2020-01-01", "2024-03-26"))
        assert only("care.appointment", facts, "2024-03-28").met_on is None

    def test_iro_allocated_from_a_day_to_come_is_not_appointed_yet(self) -> None:
        facts = child_with(episode("2024-03-27"), allocated("2024-04-02"))
        assert only("care.appointment", facts, "2024-03-28").met_on is None

    def test_iro_allocated_after_care_ended_does_not_count(self) -> None:
        facts = child_with(episode("2024-03-27", ended="2024-04-02", end_reason="E4A"), allocated("2024-04-03"))
        assert of_rule("care.appointment", facts, "2024-04-10") == []

    def test_each_time_in_care_needs_an_iro(self) -> None:
        first = episode("2020-01-06", ended="2020-06-01", end_reason="E4A")
        facts = child_with(first, episode("2022-05-09"), allocated("2020-01-08"))
        assert [str(one.met_on) for one in of_rule("care.appointment", facts, "2022-05-10")] == [
            "2020-01-08",
            "2022-05-09",
        ]

    def test_child_on_short_breaks_has_an_iro_too(self) -> None:
        assert only("care.appointment", child_with(episode("2024-03-27", status="V4")), "2024-03-28").met_on is None

    def test_appointment_is_somebody_elses_to_make(self) -> None:
        one = only("care.appointment", child_with(episode("2024-03-27")), "2024-03-28")
        assert one.rule.ownership is Ownership.THEIRS


class TestCarePlan:
    def test_plan_is_due_ten_working_days_after_the_first_placement(self) -> None:
        facts = child_with(episode("2022-12-23", status="V2"))
        assert only("care.plan", facts, "2022-12-28").due_on == on("2023-01-11")

    @pytest.mark.parametrize(
        ("day", "standing"), [("2022-12-20", "met"), ("2023-01-11", "met"), ("2023-01-12", "met-late")]
    )
    def test_plan_prepared_before_the_placement_or_after_settles_it(self, day: str, standing: str) -> None:
        facts = child_with(episode("2022-12-23", status="V2"), done(Task.CARE_PLAN, day))
        assert only("care.plan", facts, "2023-02-01").standing == standing

    @pytest.mark.parametrize("status", ["C1", "C2", "V3", "V4"])
    def test_no_plan_is_owed_where_the_courts_stands_or_for_short_breaks(self, status: str) -> None:
        assert of_rule("care.plan", child_with(episode("2022-12-23", status=status)), "2022-12-28") == []

    def test_plan_of_an_earlier_time_in_care_does_not_settle_the_next(self) -> None:
        first = episode("2020-01-06", status="V2", ended="2020-06-01", end_reason="E4A")
        facts = child_with(first, episode("2022-05-09", status="V2"), done(Task.CARE_PLAN, "2020-01-10"))
        assert [one.met_on for one in of_rule("care.plan", facts, "2022-05-10")] == [on("2020-01-10"), None]

    def test_plan_prepared_on_the_day_of_exit_is_for_the_time_that_ends(self) -> None:
        first = episode("2020-05-11", status="V2", ended="2020-06-01", end_reason="E4A")
        facts = child_with(first, episode("2022-05-09", status="V2"), done(Task.CARE_PLAN, "2020-06-01"))
        assert [one.met_on for one in of_rule("care.plan", facts, "2022-05-10")] == [on("2020-06-01"), None]

    def test_plan_prepared_between_two_times_in_care_is_for_the_next(self) -> None:
        first = episode("2020-01-06", status="V2", ended="2020-06-01", end_reason="E4A")
        facts = child_with(first, episode("2022-05-09", status="V2"), done(Task.CARE_PLAN, "2022-05-01"))
        assert [str(one.met_on) for one in of_rule("care.plan", facts, "2022-05-10")] == ["2022-05-01"]

    def test_plan_prepared_on_the_day_of_a_new_s_is_for_the_new_time(self) -> None:
        facts = child_with(
            episode("2022-01-10", status="V2"), episode("2022-05-09", status="V2"), done(Task.CARE_PLAN, "2022-05-09")
        )
        assert of_rule("care.plan", facts, "2022-05-10")[-1].met_on == on("2022-05-09")

    def test_plan_reported_for_a_day_to_come_is_not_prepared_yet(self) -> None:
        facts = child_with(episode("2022-12-23", status="V2"), done(Task.CARE_PLAN, "2023-01-05"))
        assert only("care.plan", facts, "2023-01-04").met_on is None

    def test_earliest_report_counts(self) -> None:
        twice = done(Task.CARE_PLAN, "2023-01-09"), done(Task.CARE_PLAN, "2023-01-05")
        facts = child_with(episode("2022-12-23", status="V2"), *twice)
        assert only("care.plan", facts, "2023-02-01").met_on == on("2023-01-05")


@pytest.mark.parametrize("rule", ["care.appointment", "care.plan"])
class TestStartOfCare:
    def test_nothing_is_owed_where_the_start_is_not_known(self, rule: str) -> None:
        assert of_rule(rule, child_with(episode("2024-03-27", "P", status="V2")), "2024-03-28") == []

    def test_nothing_is_owed_for_care_begun_before_tracking(self, rule: str) -> None:
        facts = child_with(episode("2024-03-27", status="V2"), tracking_from="2024-03-28")
        assert of_rule(rule, facts, "2024-03-28") == []

    def test_care_begun_on_the_first_day_of_tracking_is_tracked(self, rule: str) -> None:
        facts = child_with(episode("2024-03-27", status="V2"), tracking_from="2024-03-27")
        assert only(rule, facts, "2024-03-28").is_open

    def test_what_was_not_done_is_dropped_when_care_ends(self, rule: str) -> None:
        facts = child_with(episode("2024-03-27", status="V2", ended="2024-04-20", end_reason="E4A"))
        assert of_rule(rule, facts, "2024-04-20") == []

    def test_what_was_not_done_is_dropped_on_the_18th_birthday(self, rule: str) -> None:
        assert of_rule(rule, child_with(episode("2024-03-27", status="V2"), born="2006-04-02"), "2024-04-02") == []


class TestAfterReview:
    @pytest.mark.parametrize(("rule", "due"), AFTER.items())
    def test_task_is_due_in_working_days_from_completion(self, rule: str, due: str) -> None:
        assert only(rule, child_with(CARE, review("2023-12-21")), "2023-12-22").due_on == on(due)

    @pytest.mark.parametrize("rule", AFTER)
    def test_task_of_a_series_counts_from_the_last_meeting(self, rule: str) -> None:
        held = review("2023-12-01", completed="2023-12-21", method=ReviewMethod.SERIES)
        assert only(rule, child_with(CARE, held), "2023-12-22").due_on == on(AFTER[rule])

    def test_work_is_owed_from_the_day_of_completion(self) -> None:
        assert only("after.minutes", child_with(CARE, review("2023-12-21")), "2023-12-21").is_open

    def test_work_done_today_is_done(self) -> None:
        held = review("2023-12-21")
        facts = child_with(CARE, held, done(Task.MINUTES, "2024-01-10", held))
        assert only("after.minutes", facts, "2024-01-10").met_on == on("2024-01-10")

    @pytest.mark.parametrize("completed", [None, "2023-12-23"])
    def test_nothing_is_owed_while_a_series_is_open(self, completed: str | None) -> None:
        held = review("2023-12-01", completed=completed, method=ReviewMethod.SERIES)
        assert [one.rule.id for one in deadlines(child_with(CARE, held), "2023-12-22") if one.rule.id in AFTER] == []

    def test_nothing_is_owed_for_a_review_before_tracking(self) -> None:
        facts = child_with(CARE, review("2023-12-21"), tracking_from="2023-12-22")
        assert [one.rule.id for one in deadlines(facts, "2023-12-22") if one.rule.id in AFTER] == []

    def test_work_is_owed_for_a_review_on_the_first_day_of_tracking(self) -> None:
        facts = child_with(CARE, review("2023-12-21"), tracking_from="2023-12-21")
        assert only("after.minutes", facts, "2023-12-22").is_open

    def test_report_settles_the_task_of_its_own_review(self) -> None:
        first, second = review("2023-05-30"), review("2023-08-21")
        facts = child_with(CARE, first, second, done(Task.MINUTES, "2023-06-05", first))
        assert [one.met_on for one in of_rule("after.minutes", facts, "2023-09-01")] == [on("2023-06-05"), None]

    @pytest.mark.parametrize(("day", "standing"), [("2024-01-16", "met"), ("2024-01-17", "met-late")])
    def test_minutes_on_the_last_day_are_in_time(self, day: str, standing: str) -> None:
        held = review("2023-12-21")
        assert (
            only("after.minutes", child_with(CARE, held, done(Task.MINUTES, day, held)), "2024-02-01").standing
            == standing
        )

    @pytest.mark.parametrize("days", [("2024-01-20", "2024-01-10"), ("2024-01-10", "2024-01-20")])
    def test_earliest_of_two_reports_counts(self, days: tuple[str, str]) -> None:
        held = review("2023-12-21")
        facts = child_with(CARE, held, *(done(Task.MINUTES, day, held) for day in days))
        assert only("after.minutes", facts, "2024-02-01").met_on == on("2024-01-10")

    def test_work_reported_for_a_day_to_come_is_not_done_yet(self) -> None:
        held = review("2023-12-21")
        facts = child_with(CARE, held, done(Task.MINUTES, "2024-01-10", held))
        assert only("after.minutes", facts, "2024-01-09").met_on is None

    def test_work_stays_owed_when_the_child_leaves_care(self) -> None:
        care = episode("2023-05-03", ended="2023-12-28", end_reason="E4A")
        assert only("after.minutes", child_with(care, review("2023-12-21")), "2024-02-01").standing == "overdue"

    def test_report_that_names_no_review_settles_no_task(self) -> None:
        facts = child_with(CARE, review("2023-12-21"), done(Task.MINUTES, "2024-01-10"))
        assert only("after.minutes", facts, "2024-02-01").met_on is None

    def test_task_names_the_review_that_it_follows(self) -> None:
        one = only("after.minutes", child_with(CARE, review("2023-05-30")), "2023-06-01")
        assert (one.review_on, one.review_number) == (on("2023-05-30"), 1)


class TestManagersAnswer:
    def test_answer_is_not_owed_before_the_recommendations_are_sent(self) -> None:
        assert of_rule("after.response", child_with(CARE, review("2023-12-21")), "2024-02-01") == []

    def test_answer_is_due_five_working_days_after_they_were_sent(self) -> None:
        held = review("2023-12-21")
        facts = child_with(CARE, held, done(Task.RECOMMENDATIONS, "2024-01-02", held))
        assert only("after.response", facts, "2024-01-03").due_on == on("2024-01-09")

    def test_recommendations_sent_late_move_the_answer(self) -> None:
        held = review("2023-12-21")
        facts = child_with(CARE, held, done(Task.RECOMMENDATIONS, "2024-01-31", held))
        assert only("after.response", facts, "2024-02-01").due_on == on("2024-02-07")

    def test_answer_given_settles_it(self) -> None:
        held = review("2023-12-21")
        told = done(Task.RECOMMENDATIONS, "2024-01-02", held), done(Task.RESPONSE, "2024-01-09", held)
        assert only("after.response", child_with(CARE, held, *told), "2024-02-01").standing == "met"


def six_monthly(*facts: object, tracking_from: str = "2000-01-01", care: object = CARE) -> ChildFacts:
    """A child in six-monthly reviews, the last held on 31 August 2023; the check is due on 30 November."""
    held = review("2023-05-30"), review("2023-08-31")
    return child_with(care, *held, *facts, tracking_from=tracking_from)  # type: ignore[arg-type]


class TestMidPoint:
    def test_check_is_due_three_months_after_the_last_review(self) -> None:
        assert only("mid-point", six_monthly(), "2023-09-01").due_on == on("2023-11-30")

    @pytest.mark.parametrize("held", [[], ["2023-05-30"]])
    def test_no_check_is_owed_in_the_first_two_intervals(self, held: list[str]) -> None:
        assert of_rule("mid-point", child_with(CARE, *map(review, held)), "2023-06-01") == []

    def test_no_check_is_owed_for_a_review_before_tracking(self) -> None:
        assert of_rule("mid-point", six_monthly(tracking_from="2023-09-01"), "2023-12-05") == []

    def test_check_is_owed_for_a_review_on_the_first_day_of_tracking(self) -> None:
        assert only("mid-point", six_monthly(tracking_from="2023-08-31"), "2023-12-05").is_open

    @pytest.mark.parametrize(("today", "standing"), [("2023-11-30", "due-today"), ("2023-12-01", "overdue")])
    def test_check_can_still_be_done_until_the_next_review(self, today: str, standing: str) -> None:
        assert only("mid-point", six_monthly(), today).standing == standing

    @pytest.mark.parametrize(("day", "standing"), [("2023-11-30", "met"), ("2023-12-01", "met-late")])
    def test_check_in_the_interval_settles_it(self, day: str, standing: str) -> None:
        assert only("mid-point", six_monthly(done(Task.MID_POINT, day)), "2023-12-05").standing == standing

    def test_check_that_names_its_review_settles_it(self) -> None:
        last = review("2023-08-31")
        facts = child_with(CARE, review("2023-05-30"), last, done(Task.MID_POINT, "2023-11-20", last))
        assert only("mid-point", facts, "2023-12-05").met_on == on("2023-11-20")

    def test_check_that_names_another_review_does_not(self) -> None:
        first = review("2023-05-30")
        facts = child_with(CARE, first, review("2023-08-31"), done(Task.MID_POINT, "2023-11-20", first))
        assert only("mid-point", facts, "2023-12-05").met_on is None

    @pytest.mark.parametrize("day", ["2023-08-31", "2024-02-20", "2024-02-25"])
    def test_check_outside_the_interval_does_not_settle_it(self, day: str) -> None:
        facts = six_monthly(review("2024-02-20"), done(Task.MID_POINT, day))
        assert ("mid-point", "2023-11-30") in missed(facts, "2024-03-01")

    def test_check_reported_for_a_day_to_come_is_not_done_yet(self) -> None:
        assert only("mid-point", six_monthly(done(Task.MID_POINT, "2023-11-20")), "2023-11-19").met_on is None

    def test_check_not_done_before_the_next_review_is_missed(self) -> None:
        assert missed(six_monthly(review("2024-02-20")), "2024-03-01") == [("mid-point", "2023-11-30")]

    @pytest.mark.parametrize("held", ["2023-10-20", "2023-11-30"])
    def test_no_check_is_owed_where_the_next_review_came_first(self, held: str) -> None:
        facts = six_monthly(review(held))
        assert [one for one in of_rule("mid-point", facts, "2023-12-05") if one.trigger_on == on("2023-08-31")] == []

    def test_no_check_is_owed_where_the_child_will_have_turned_18(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), review("2023-08-31"), born="2005-11-30")
        assert of_rule("mid-point", facts, "2023-09-01") == []

    def test_check_not_done_before_the_child_left_is_missed(self) -> None:
        care = episode("2023-05-03", ended="2024-01-15", end_reason="E4A")
        assert missed(six_monthly(care=care), "2024-03-01") == [("mid-point", "2023-11-30")]

    def test_check_not_due_before_the_child_left_is_dropped(self) -> None:
        care = episode("2023-05-03", ended="2023-11-30", end_reason="E4A")
        assert of_rule("mid-point", six_monthly(care=care), "2024-03-01") == []

    def test_check_done_before_the_child_left_stays_done(self) -> None:
        care = episode("2023-05-03", ended="2024-01-15", end_reason="E4A")
        facts = six_monthly(done(Task.MID_POINT, "2023-11-20"), care=care)
        assert only("mid-point", facts, "2024-03-01").standing == "met"

    def test_check_after_the_child_left_is_no_check_of_that_time(self) -> None:
        care = episode("2023-05-03", ended="2024-01-15", end_reason="E4A")
        facts = six_monthly(done(Task.MID_POINT, "2024-02-20"), care=care)
        assert missed(facts, "2024-03-01") == [("mid-point", "2023-11-30")]

    def test_check_is_owed_where_the_number_is_not_known(self) -> None:
        facts = child_with(episode("2023-05-03", "P"), review("2023-08-31"))
        assert only("mid-point", facts, "2023-09-01").due_on == on("2023-11-30")
