"""A service's own choices: dated, never later than the law, and shown as local where they replace guidance."""

from dataclasses import replace
from datetime import timedelta

import pytest

from iro_desktop.domain.records import Setting
from iro_desktop.domain.vocabulary import Authority, CircumstanceKind, Task
from iro_desktop.rules import reviews
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.explain import explain
from iro_desktop.rules.model import Offset, Unit
from iro_desktop.rules.practice import Practice
from tests.builders import booking, child_with, circumstance, done, episode, local_limits, on, practice, review
from tests.rules.asking import of_rule, only, open_due, told

CARE = episode("2023-05-03")
SIX_MONTHLY = CARE, review("2023-05-30"), review("2023-08-31")  # next due 29 February 2024
COUNTED = practice(day_0="counted")


class TestDay0:
    def test_working_day_the_count_starts_from_is_day_1(self) -> None:
        assert open_due("review.first", child_with(episode("2024-03-04")), "2024-03-05", COUNTED) == "2024-04-02"

    @pytest.mark.parametrize(("started", "due"), [("2023-11-25", "2023-12-22"), ("2024-04-01", "2024-04-29")])
    def test_weekend_or_holiday_is_no_day_1(self, started: str, due: str) -> None:
        assert open_due("review.first", child_with(episode(started)), started, COUNTED) == due

    def test_days_before_a_review_are_counted_back_as_ever(self) -> None:
        facts = child_with(CARE, booking("2024-04-02"))
        assert open_due("before.report", facts, "2024-03-01", COUNTED) == "2024-03-26"

    def test_months_are_counted_as_ever(self) -> None:
        assert open_due("review.later", child_with(*SIX_MONTHLY), "2023-09-01", COUNTED) == "2024-02-29"

    def test_local_limit_in_days_is_no_day_shorter(self) -> None:
        both = Practice([*_settings(COUNTED), *_settings(local_limits({"after.minutes": "28d"}))])
        assert open_due("after.minutes", child_with(CARE, review("2023-05-30")), "2023-05-31", both) == "2023-06-27"

    def test_local_limit_in_working_days_counts_day_1_though_the_rule_counts_months(self) -> None:
        both = Practice([*_settings(COUNTED), *_settings(local_limits({"mid-point": "10wd"}))])
        assert open_due("mid-point", child_with(*SIX_MONTHLY), "2023-09-01", both) == "2023-09-13"

    def test_explanation_counts_as_the_date_does(self) -> None:
        one = only("review.first", child_with(episode("2024-03-04")), "2024-03-05", COUNTED)
        steps = explain(one, england())
        assert (steps[0].text[-26:], steps[-1].on) == ("that day is counted as day 1"[-26:], on("2024-04-02"))


def _settings(chosen: Practice) -> list[Setting]:
    return [one for _, rows in chosen._by_key.values() for one in rows]


class TestLocalLimits:
    @pytest.mark.parametrize(("limit", "due"), [("5m", "2024-01-31"), ("6m", "2024-02-29"), ("7m", "2024-02-29")])
    def test_date_of_the_law_is_only_brought_forward(self, limit: str, due: str) -> None:
        chosen = local_limits({"review.later": limit})
        assert open_due("review.later", child_with(*SIX_MONTHLY), "2023-09-01", chosen) == due

    @pytest.mark.parametrize(("limit", "due"), [("10wd", "2023-06-13"), ("20wd", "2023-06-27")])
    def test_limit_of_guidance_is_replaced_either_way_and_shown_as_local(self, limit: str, due: str) -> None:
        facts = child_with(CARE, review("2023-05-30"))
        (one,) = of_rule("after.minutes", facts, "2023-05-31", local_limits({"after.minutes": limit}))
        assert (str(one.due_on), one.rule.authority) == (due, Authority.LOCAL)
        assert "By the service's own standard" in one.rule.sentence

    def test_law_that_stands_is_shown_as_law(self) -> None:
        found = of_rule("review.later", child_with(*SIX_MONTHLY), "2023-09-01", local_limits({"review.later": "7m"}))
        assert [one.rule.authority for one in found if one.is_open] == [Authority.STATUTE]

    def test_reading_of_the_law_is_only_brought_forward_too(self) -> None:
        facts = child_with(episode("2023-05-03", "P"), review("2023-08-31"))
        assert open_due("review.opening", facts, "2023-09-01", local_limits({"review.opening": "8m"})) == "2024-02-29"

    @pytest.mark.parametrize("limit", ["-5wd", "5wd", "+5wd"])
    def test_what_comes_before_is_counted_back_whatever_sign_is_written(self, limit: str) -> None:
        facts = child_with(CARE, booking("2024-04-02"))
        chosen = local_limits({"before.report": limit})
        assert open_due("before.report", facts, "2024-03-01", chosen) == "2024-03-22"

    def test_private_talk_may_be_asked_for_some_days_before(self) -> None:
        facts = child_with(CARE, booking("2024-04-02"))
        assert (
            open_due("before.child-seen", facts, "2024-03-01", local_limits({"before.child-seen": "2wd"}))
            == "2024-03-27"
        )

    def test_rules_own_limit_is_taken_back(self) -> None:
        both = Practice(
            [
                *_settings(local_limits({"review.later": "5m"})),
                *_settings(local_limits({"review.later": "rule"}, "2023-08-01")),
            ]
        )
        assert open_due("review.later", child_with(*SIX_MONTHLY), "2023-09-01", both) == "2024-02-29"

    def test_first_day_of_the_law_is_no_last_day_to_bring_forward(self) -> None:
        home = circumstance(CircumstanceKind.LA_ACCOMMODATION, "2024-02-05")
        facts = child_with(episode("2020-06-01"), home, born="2006-01-10")
        found = told(
            "pathway.accommodation-review", facts, "2024-02-06", local_limits({"pathway.accommodation-review": "10d"})
        )
        assert found == [("2024-03-04", "upcoming")]


class TestMidPoint:
    HALF = practice(mid_point="half-interval")

    def test_example_42_half_the_interval_is_the_same_day(self) -> None:
        assert open_due("mid-point", child_with(*SIX_MONTHLY), "2023-09-01", self.HALF) == "2023-11-30"

    def test_half_is_rounded_down(self) -> None:
        facts = child_with(CARE, review("2023-05-30"), review("2023-08-28"))  # 184 days to 28 February
        assert open_due("mid-point", facts, "2023-09-01", self.HALF) == "2023-11-28"

    def test_half_is_of_the_interval_that_the_service_keeps(self) -> None:
        both = Practice([*_settings(self.HALF), *_settings(local_limits({"review.later": "4m"}))])
        assert open_due("mid-point", child_with(*SIX_MONTHLY), "2023-09-01", both) == "2023-10-31"  # of 122 days

    def test_no_half_is_left_where_the_next_is_due_already(self) -> None:
        both = Practice([*_settings(self.HALF), *_settings(practice(anchor="original-due"))])
        late = review("2024-09-20")  # was due on 29 February: the next on 29 August, by the cycle kept
        found = [one for one in of_rule("mid-point", child_with(*SIX_MONTHLY, late), "2024-09-23", both) if one.is_open]
        assert found == []


class TestVisits:
    def test_nothing_is_owed_by_default(self) -> None:
        assert of_rule("between.visit", child_with(*SIX_MONTHLY), "2023-09-01") == []

    def test_visit_counts_from_the_last_review(self) -> None:
        assert (
            open_due("between.visit", child_with(*SIX_MONTHLY), "2023-09-01", practice(iro_visit="2m")) == "2023-10-31"
        )

    @pytest.mark.parametrize("task", [Task.IRO_VISIT, Task.CHILD_SEEN])
    def test_visit_counts_from_the_last_one_however_it_came_about(self, task: Task) -> None:
        facts = child_with(*SIX_MONTHLY, done(task, "2023-10-02"))
        assert open_due("between.visit", facts, "2023-10-03", practice(iro_visit="30wd")) == "2023-11-13"


@pytest.mark.parametrize(("soon", "standing"), [("10", "upcoming"), ("11", "due-soon"), ("2", "upcoming")])
def test_within_how_many_working_days_is_soon_is_a_choice(soon: str, standing: str) -> None:
    facts = child_with(episode("2024-03-04"))  # due 3 April, 11 working days on
    assert told("review.first", facts, "2024-03-15", practice(due_soon=soon)) == [("2024-04-03", standing)]


LATER = {
    "anchor": "original-due", "series": "completion", "extra_review_resets": "no", "mid_point": "half-interval",
    "day_0": "counted", "adoption_authorised": "adoption-only", "informal_counts_to_cap": "no", "iro_visit": "2m",
}  # fmt: skip


class TestReviewOf2019:
    """Law and choices of a later day change nothing that counts from before."""

    FACTS = child_with(
        episode("2018-09-03"), review("2018-10-01"), review("2019-01-04"), review("2019-07-08"), review("2020-01-06")
    )

    def settled(self, chosen: Practice) -> list[tuple[str, object, str]]:
        found = deadlines_of(self.FACTS, england(), on("2024-06-03"), chosen)
        return [(one.id, one.due_on, one.standing.value) for one in found if one.trigger_on < on("2020-01-01")]

    def test_choice_dated_later_changes_nothing(self) -> None:
        assert self.settled(practice("2020-01-01", **LATER)) == self.settled(practice())

    def test_limit_dated_later_changes_nothing(self) -> None:
        limits = {one.id: "2wd" for one in reviews.RULES} | {"after.minutes": "1wd", "before.report": "9wd"}
        assert self.settled(local_limits(limits, "2020-01-07")) == self.settled(practice())

    def test_row_dated_later_changes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = self.settled(practice())
        law = on("2020-01-01")
        new = replace(reviews.LATER, offset=Offset(4, Unit.MONTHS), valid_from=law)
        old = replace(reviews.LATER, valid_to=law - timedelta(days=1))
        monkeypatch.setattr(reviews, "later_on", lambda day: new if new.in_force_on(day) else old)
        assert self.settled(practice()) == before
        assert open_due("review.later", self.FACTS, "2020-01-07") == "2020-05-06"

    def test_settings_come_into_force_in_their_order(self) -> None:
        chosen = practice("2020-01-01", anchor="original-due")
        assert [one.value for one in chosen.coming("anchor", on("2019-12-31"))] == ["original-due"]
        assert chosen.coming("anchor", on("2020-01-01")) == ()
        assert [chosen.value("anchor", on(day)) for day in ("2019-12-31", "2020-01-01")] == ["actual", "original-due"]
