"""The whole cycle around pathway plan reviews, homes and their clocks, the plan, being in touch."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import ChildFacts, Home, Touch
from iro_desktop.domain.vocabulary import Accommodation, Authority, CircumstanceKind, InTouch, ReviewKind, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.explain import as_text
from iro_desktop.rules.practice import STANDARD, Practice
from tests.builders import (
    booking,
    child_with,
    circumstance,
    done,
    episode,
    local_limits,
    on,
    pathway_review,
    practice,
    review,
)  # fmt: skip
from tests.rules.asking import deadlines, of_rule, only, open_due, told

BORN = "2006-03-10"  # sixteen on 10 March 2022, eighteen on 10 March 2024
CARE = episode("2020-06-01")
LAST = review("2023-12-15")
HELD = pathway_review("2024-06-03")
NO_CYCLE = practice(pathway_cycle="no")


def young(*facts: object, homes: tuple[Home, ...] = (), touches: tuple[Touch, ...] = ()) -> ChildFacts:
    """A young person in care until eighteen."""
    return replace(child_with(CARE, LAST, *facts, born=BORN), homes=homes, touches=touches)  # type: ignore[arg-type]


def home(from_on: str, what: Accommodation = Accommodation.INDEPENDENT, **said: object) -> Home:
    return Home(f"home-{from_on}", "c", on(from_on), what, **said)  # type: ignore[arg-type]


class TestCycle:
    @pytest.mark.parametrize(
        ("rule", "due"),
        [
            ("after.recommendations", "2024-06-10"),
            ("after.care-plan", "2024-06-17"),
            ("after.minutes", "2024-06-24"),
            ("after.letter", "2024-06-24"),
            ("after.distribution", "2024-07-01"),
            ("mid-point", "2024-09-03"),
        ],
    )
    def test_what_follows_a_review_follows_this_one_as_local_practice(self, rule: str, due: str) -> None:
        (one,) = [each for each in of_rule(rule, young(HELD), "2024-06-04") if each.review_on == HELD.held_on]
        assert (str(one.due_on), one.rule.authority) == (due, Authority.LOCAL)

    def test_it_says_that_no_law_asks_for_it(self) -> None:
        (one,) = [
            each
            for each in of_rule("after.minutes", young(HELD), "2024-06-04")
            if each.is_open and each.review_on == HELD.held_on
        ]
        assert "no law asks for it" in as_text(one, england())

    def test_minutes_finished_settle_it(self) -> None:
        facts = young(HELD, done(Task.MINUTES, "2024-06-20", HELD))
        assert ("2024-06-24", "met") in told("after.minutes", facts, "2024-07-01")

    def test_before_a_booked_one_there_is_work_too(self) -> None:
        facts = young(HELD, booking("2024-11-20", kind=ReviewKind.PATHWAY))
        assert open_due("before.consult", facts, "2024-10-01") == "2024-10-30"
        assert open_due("before.child-seen", facts, "2024-10-01") == "2024-11-20"

    @pytest.mark.parametrize("rule", ["after.minutes", "mid-point", "before.consult"])
    def test_by_choice_there_is_none_of_it(self, rule: str) -> None:
        facts = young(HELD, booking("2024-11-20", kind=ReviewKind.PATHWAY))
        assert [one for one in of_rule(rule, facts, "2024-10-01", NO_CYCLE) if one.trigger_on >= HELD.held_on] == []

    def test_a_choice_counts_from_its_day_on(self) -> None:
        later = practice("2024-09-01", pathway_cycle="no")
        second = pathway_review("2024-11-20")
        found = of_rule("after.minutes", young(HELD, second), "2024-12-02", later)
        assert {one.review_on for one in found} == {LAST.held_on, HELD.held_on}

    def test_our_own_limit_for_minutes_holds_here(self) -> None:
        found = of_rule("after.minutes", young(HELD), "2024-06-04", local_limits({"after.minutes": "10wd"}))
        assert str(found[-1].due_on) == "2024-06-17"

    def test_no_mid_point_where_the_interval_is_three_months(self) -> None:
        stay = circumstance(CircumstanceKind.LA_ACCOMMODATION, "2024-04-01")
        assert [
            one for one in of_rule("mid-point", young(HELD, stay), "2024-06-04") if one.trigger_on == HELD.held_on
        ] == []


class TestHomes:
    def test_each_home_after_care_is_a_move(self) -> None:
        facts = young(homes=(home("2024-03-10", Accommodation.FOYER), home("2024-05-01")))
        assert [str(one.due_on) for one in of_rule("pathway.visit", facts, "2024-05-02")] == [
            "2024-03-17",
            "2024-05-08",
        ]
        assert open_due("pathway.move-review", young(homes=(home("2024-05-01"),)), "2024-05-02") == "2024-05-29"

    @pytest.mark.parametrize("what", [Accommodation.CUSTODY, Accommodation.UNKNOWN, Accommodation.ABROAD])
    def test_custody_abroad_and_not_known_are_no_move(self, what: Accommodation) -> None:
        assert of_rule("pathway.visit", young(homes=(home("2024-05-01", what),)), "2024-05-02") == []

    def test_staying_with_the_foster_carers_is_no_move(self) -> None:
        facts = young(homes=(home("2024-03-10", Accommodation.FORMER_CARERS),))
        assert of_rule("pathway.visit", facts, "2024-03-12") == []

    def test_provided_by_the_authority_starts_its_clocks(self) -> None:
        facts = young(homes=(home("2024-04-01", is_provided=True),))
        assert open_due("pathway.accommodation-review", facts, "2024-04-02") == "2024-04-29"

    def test_and_they_end_with_the_next_home(self) -> None:
        facts = young(HELD, homes=(home("2024-04-01", is_provided=True), home("2024-07-01")))
        assert open_due("pathway.review", facts, "2024-07-02") == "2024-12-03"
        assert [one for one in of_rule("pathway.accommodation-review", facts, "2024-07-02") if one.is_open] == []

    def test_custody_as_a_home_starts_the_clock_of_custody(self) -> None:
        facts = young(homes=(home("2024-12-20", Accommodation.CUSTODY),))
        assert open_due("pathway.custody-visit", facts, "2024-12-23") == "2025-01-08"

    def test_recorded_as_a_fact_too_it_counts_once(self) -> None:
        facts = young(circumstance(CircumstanceKind.MOVED, "2024-05-01"), homes=(home("2024-05-01"),))
        assert len(of_rule("pathway.visit", facts, "2024-05-02")) == 1


class TestPlan:
    ASSESSED = done(Task.PATHWAY_ASSESSMENT, "2022-05-10")

    def test_it_follows_the_assessment_on_no_day_of_the_law(self) -> None:
        one = only("pathway.plan", young(self.ASSESSED), "2022-06-01")
        assert (one.due_on, one.standing) == (None, "waiting")
        assert "as soon as it can be" in as_text(one, england())

    def test_made_it_is_owed_no_more(self) -> None:
        assert of_rule("pathway.plan", young(self.ASSESSED, done(Task.PATHWAY_PLAN, "2022-05-30")), "2022-06-01") == []

    def test_a_service_may_set_a_day(self) -> None:
        limit = local_limits({"pathway.plan": "30d"})
        assert told("pathway.plan", young(self.ASSESSED), "2022-07-01", limit) == [("2022-06-09", "overdue")]
        made = young(self.ASSESSED, done(Task.PATHWAY_PLAN, "2022-06-08"))
        assert told("pathway.plan", made, "2022-07-01", limit) == [("2022-06-09", "met")]


class TestInTouch:
    EVERY_8_WEEKS = practice(in_touch="8w")
    SEEN = Touch("t1", "c", on("2024-05-01"), InTouch.YES)

    def due(self, *touches: Touch, by: Practice = EVERY_8_WEEKS) -> list[str]:
        return [str(one.due_on) for one in of_rule("pathway.in-touch", young(touches=touches), "2024-05-20", by)]

    def test_no_deadline_unless_the_service_has_one(self) -> None:
        assert self.due(self.SEEN, by=STANDARD) == []

    def test_it_counts_from_the_last_day_in_touch(self) -> None:
        assert self.due(self.SEEN) == ["2024-06-26"]

    def test_before_any_it_counts_from_leaving_care(self) -> None:
        assert self.due() == ["2024-05-05"]

    def test_not_reached_counts_as_no_touch(self) -> None:
        assert self.due(self.SEEN, Touch("t2", "c", on("2024-05-10"), InTouch.NO)) == ["2024-06-26"]

    @pytest.mark.parametrize("how", [InTouch.REFUSED, InTouch.NOT_REQUIRED, InTouch.RETURNED_HOME, InTouch.DIED])
    def test_who_wants_none_is_not_chased(self, how: InTouch) -> None:
        assert self.due(self.SEEN, Touch("t2", "c", on("2024-05-10"), how)) == []


class TestStated:
    def test_stated_not_entitled_ends_the_reviews_from_that_day(self) -> None:
        said = circumstance(CircumstanceKind.ELIGIBILITY, "2024-05-02", detail="qualifying")
        assert [one.is_open for one in of_rule("pathway.review", young(said), "2024-05-01")] == [True]
        assert [
            one for one in deadlines(young(said), "2024-05-02") if one.is_open and one.rule.id == "pathway.review"
        ] == []

    def test_stated_former_relevant_takes_a_young_person_up(self) -> None:
        said = circumstance(CircumstanceKind.ELIGIBILITY, "2024-05-02", detail="former-relevant")
        facts = child_with(said, born=BORN, tracking_from="2024-04-01")
        assert open_due("pathway.review", facts, "2024-05-02") == "2024-11-02"
