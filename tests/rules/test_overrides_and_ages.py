"""Dates set by hand, and birthdays ahead."""

import pytest

from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.explain import explain
from tests.builders import booking, child_with, circumstance, done, episode, on, override, review
from tests.rules.asking import deadlines, of_rule, only, open_due, told

CARE = episode("2023-05-03")
SIX_MONTHLY = CARE, review("2023-05-30"), review("2023-08-31")  # next due 29 February 2024


class TestSetByHand:
    def by_hand(self, due: str) -> tuple[str, str, str]:
        facts = child_with(*SIX_MONTHLY, override("review.later", "2023-08-31", due))
        (one,) = [each for each in of_rule("review.later", facts, "2024-01-02") if each.is_open]
        return str(one.due_on), str(one.rule_due_on), one.standing.value

    def test_date_of_the_law_may_be_earlier(self) -> None:
        assert self.by_hand("2024-01-10") == ("2024-01-10", "2024-02-29", "due-soon")

    def test_date_of_the_law_is_never_later(self) -> None:
        assert self.by_hand("2024-03-15")[0] == "2024-02-29"

    def test_date_of_guidance_may_be_either(self) -> None:
        later = override("after.minutes", "2023-08-31", "2023-10-02")
        assert told("after.minutes", child_with(*SIX_MONTHLY, later), "2023-09-22")[-1] == ("2023-10-02", "due-soon")

    def test_explanation_ends_on_the_day_set_and_says_what_the_rule_gives(self) -> None:
        facts = child_with(*SIX_MONTHLY, override("review.later", "2023-08-31", "2024-01-10"))
        (one,) = [each for each in of_rule("review.later", facts, "2024-01-02") if each.is_open]
        steps = explain(one, england())
        assert [step.on for step in steps[-2:]] == [on("2024-02-29"), on("2024-01-10")]
        assert "Set by hand on" in one.note

    def test_it_holds_for_no_other_trigger(self) -> None:
        facts = child_with(*SIX_MONTHLY, review("2024-01-04"), override("review.later", "2023-08-31", "2024-01-10"))
        assert open_due("review.later", facts, "2024-01-05") == "2024-07-04"

    def test_whether_the_law_was_kept_is_judged_by_the_law(self) -> None:
        facts = child_with(*SIX_MONTHLY, review("2024-02-20"), override("review.later", "2023-08-31", "2024-01-10"))
        assert told("review.later", facts, "2024-02-21")[0] == ("2024-01-10", "met")

    @pytest.mark.parametrize(("day", "standing"), [("2023-10-02", "met"), ("2023-10-03", "met-late")])
    def test_guidance_is_judged_by_the_day_set(self, day: str, standing: str) -> None:
        last = review("2023-08-31")
        facts = child_with(
            CARE, review("2023-05-30"), last, done(Task.MINUTES, day, last),
            override("after.minutes", "2023-08-31", "2023-10-02"),
        )  # fmt: skip
        assert told("after.minutes", facts, "2023-11-01")[-1] == ("2023-10-02", standing)

    def test_day_set_is_overdue_once_past(self) -> None:
        facts = child_with(*SIX_MONTHLY, override("review.later", "2023-08-31", "2024-01-10"))
        (one,) = [each for each in of_rule("review.later", facts, "2024-01-11") if each.is_open]
        assert (one.standing, one.working_days_left) == ("overdue", -1)

    def test_passed_booking_is_still_asked_about(self) -> None:
        by_hand = override("review.later", "2023-08-31", "2024-01-10")
        facts = child_with(*SIX_MONTHLY, booking("2024-01-08"), by_hand)
        (one,) = [each for each in of_rule("review.later", facts, "2024-01-09") if each.is_open]
        assert one.standing == "not-recorded"

    def test_what_was_missed_stays_missed(self) -> None:
        care = episode("2023-05-03", ended="2024-03-04", end_reason="E4A")
        facts = child_with(care, *SIX_MONTHLY[1:], override("review.later", "2023-08-31", "2024-01-10"))
        assert told("review.later", facts, "2024-04-02")[-1] == ("2024-01-10", "missed")

    @pytest.mark.parametrize(("day", "due"), [("2024-03-11", "2024-03-11"), ("2024-03-01", "2024-03-04")])
    def test_first_day_of_the_law_may_only_be_later(self, day: str, due: str) -> None:
        home = circumstance(CircumstanceKind.LA_ACCOMMODATION, "2024-02-05")
        by_hand = override("pathway.accommodation-review", "2024-02-05", day)
        facts = child_with(episode("2020-06-01"), home, by_hand, born="2006-01-10")
        assert open_due("pathway.accommodation-review", facts, "2024-02-06") == due


class TestAges:
    def ahead(self, born: str, today: str) -> dict[str, str]:
        facts = child_with(episode("2012-02-01"), born=born)
        return {one.rule.id: str(one.due_on) for one in deadlines(facts, today) if one.rule.subject == "age"}

    def test_child_born_on_a_leap_day_attains_ages_on_1_march_of_a_common_year(self) -> None:
        assert self.ahead("2008-02-29", "2012-02-02") == {
            "age.four": "2012-02-29",
            "age.sixteen": "2024-02-29",
            "age.seventeen-and-a-half": "2025-08-29",
            "age.eighteen": "2026-03-01",
            "age.twenty-one": "2029-03-01",
        }

    def test_age_is_shown_until_its_day(self) -> None:
        assert (
            "age.four" in self.ahead("2010-05-05", "2014-05-05"),
            "age.four" in self.ahead("2010-05-05", "2014-05-06"),
        ) == (
            True,
            False,
        )

    def test_half_a_year_is_clamped_to_the_month(self) -> None:
        assert self.ahead("2006-08-31", "2023-01-03")["age.seventeen-and-a-half"] == "2024-02-29"

    def test_birthday_is_moved_by_no_holiday(self) -> None:
        facts = child_with(episode("2020-06-01"), born="2004-12-25")
        one = only("age.eighteen", facts, "2022-12-01")
        assert (one.due_on, explain(one, england())[-1].text) == (on("2022-12-25"), "18 years old: Sun 25 Dec 2022")

    def test_nobody_who_is_not_looked_after_has_ages_ahead(self) -> None:
        facts = child_with(episode("2020-06-01", ended="2020-07-01", end_reason="E4A"))
        assert [one for one in deadlines(facts, "2021-01-04") if one.rule.subject == "age"] == []

    def test_without_a_date_of_birth_there_are_none(self) -> None:
        facts = child_with(episode("2020-06-01"), born=None)
        assert [one for one in deadlines(facts, "2021-01-04") if one.rule.subject == "age"] == []
