"""Foster carers' approval, reviewed every year (SI 2011/581 reg 28)."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import CarerFacts, CarerReviewAsked
from iro_desktop.domain.vocabulary import CarerReviewGround, CarerReviewKind
from iro_desktop.rules.calendar import england
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD, Practice
from tests.builders import carer, carer_review, new_id, on, practice

DECISION = practice(foster_carer_year="decision")


def yearly(facts: CarerFacts, today: str, chosen: Practice = STANDARD) -> list[tuple[str, str]]:
    """Due day and standing of each yearly review."""
    found = carer_deadlines(facts, england(), on(today), chosen)
    return [(str(one.due_on), one.standing.value) for one in found if one.rule.id == "foster-carer.review"]


def open_one(facts: CarerFacts, today: str) -> Deadline:
    (found,) = [one for one in carer_deadlines(facts, england(), on(today)) if one.is_open]
    return found


def test_example_39_a_leap_day_is_clamped() -> None:
    assert yearly(carer("2024-02-29"), "2024-03-01") == [("2025-02-28", "upcoming")]


def test_example_40_due_on_a_saturday_is_planned_for_friday() -> None:
    one = open_one(carer("2023-06-15"), "2023-06-16")
    assert (one.due_on, one.plan_by, one.child) == (on("2024-06-15"), on("2024-06-14"), "FC1")


@pytest.mark.parametrize(("held", "standing"), [("2024-06-15", "met"), ("2024-06-17", "met-late")])
def test_review_is_judged_and_starts_the_next_year(held: str, standing: str) -> None:
    facts = carer("2023-06-15", carer_review(held))
    assert yearly(facts, "2024-07-01") == [("2024-06-15", standing), (held.replace("2024", "2025"), "upcoming")]


def test_year_runs_from_the_meeting() -> None:
    assert yearly(carer("2023-06-15", carer_review("2024-06-03", "2024-07-01")), "2024-07-02")[-1][0] == "2025-06-03"


def test_year_runs_from_the_decision_by_choice() -> None:
    facts = carer("2023-06-15", carer_review("2024-06-03", "2024-07-01"))
    assert yearly(facts, "2024-07-02", DECISION)[-1][0] == "2025-07-01"


@pytest.mark.parametrize("decided", [None, "2024-07-01"])
def test_meeting_counts_until_there_is_a_decision(decided: str | None) -> None:
    assert (
        yearly(carer("2023-06-15", carer_review("2024-06-03", decided)), "2024-06-30", DECISION)[-1][0] == "2025-06-03"
    )


def test_choice_made_after_the_meeting_leaves_its_year_as_it_was() -> None:
    facts = carer("2023-06-15", carer_review("2024-06-03", "2024-07-01"))
    chosen = practice("2024-06-04", foster_carer_year="decision")
    assert yearly(facts, "2024-07-02", chosen)[-1][0] == "2025-06-03"


def test_review_of_a_day_to_come_is_not_held() -> None:
    assert yearly(carer("2023-06-15", carer_review("2024-06-03")), "2024-06-02") == [("2024-06-15", "due-soon")]


@pytest.mark.parametrize(("ended", "expected"), [("2024-06-15", []), ("2024-06-16", [("2024-06-15", "missed")])])
def test_approval_that_ended_leaves_only_what_was_due(ended: str, expected: list[tuple[str, str]]) -> None:
    assert yearly(carer("2023-06-15", ended=ended), "2024-07-01") == expected


@pytest.mark.parametrize(("panel", "standing"), [("2024-02-09", "met"), ("2024-02-12", "met-late")])
def test_review_after_an_allegation_goes_to_panel_in_28_working_days(panel: str, standing: str) -> None:
    facts = carer("2023-06-15", carer_review("2024-01-02", panel=panel, kind=CarerReviewKind.AD_HOC))
    found = [one for one in carer_deadlines(facts, england(), on("2024-03-01")) if one.rule.id == "foster-carer.ad-hoc"]
    assert [(one.due_on, one.standing) for one in found] == [(on("2024-02-09"), standing)]


def test_panel_of_a_day_to_come_was_not_yet() -> None:
    facts = carer("2023-06-15", carer_review("2024-01-02", panel="2024-02-09", kind=CarerReviewKind.AD_HOC))
    found = carer_deadlines(facts, england(), on("2024-02-08"))
    assert [one.rule.id for one in found] == ["foster-carer.review", "foster-carer.review"]


def test_approval_before_the_regulations_is_judged_by_those_of_2002() -> None:
    facts = carer("2009-06-15", carer_review("2010-06-14"), carer_review("2011-06-14"))
    found = carer_deadlines(facts, england(), on("2012-01-03"))
    assert ["2002" in one.rule.citation.source for one in found] == [True, True, False]
    assert all(one.rule.in_force_on(one.trigger_on) for one in found)


def test_two_reviews_of_one_day_have_their_own_ids() -> None:
    facts = carer("2023-06-15", carer_review("2024-06-03"), carer_review("2024-06-03", kind=CarerReviewKind.AD_HOC))
    found = carer_deadlines(facts, england(), on("2024-06-04"))
    assert len({one.id for one in found}) == len(found)


class TestAskedFor:
    """Reviews out of turn: asked for, held, gone to panel."""

    RULE = "foster-carer.ad-hoc"

    def told(self, facts: CarerFacts, today: str, *asked: str) -> list[tuple[str, str, str]]:
        found = tuple(CarerReviewAsked(new_id(), "f", on(day), CarerReviewGround.ALLEGATION) for day in asked)
        dates = carer_deadlines(replace(facts, asked=found), england(), on(today))
        return [(str(one.due_on), one.standing.value, one.note) for one in dates if one.rule.id == self.RULE]

    def test_is_open_for_28_working_days_from_the_day_it_was_asked_for(self) -> None:
        said = "Asked for on 2 Jan 2024: allegation."
        assert self.told(carer("2023-06-15"), "2024-01-03", "2024-01-02") == [("2024-02-09", "waiting", said)]

    def test_held_alone_does_not_close_it(self) -> None:
        facts = carer("2023-06-15", carer_review("2024-01-16", kind=CarerReviewKind.AD_HOC))
        ((due, standing, note),) = self.told(facts, "2024-02-12", "2024-01-02")
        assert (due, standing) == ("2024-02-09", "overdue")
        assert note.endswith("Held on 16 Jan 2024, not gone to panel yet.")

    def test_an_annual_review_does_not_close_it(self) -> None:
        facts = carer("2023-06-15", carer_review("2024-01-16", panel="2024-01-30"))
        assert [one[1] for one in self.told(facts, "2024-02-12", "2024-01-02")] == ["overdue"]

    def test_panel_closes_it_once(self) -> None:
        facts = carer("2023-06-15", carer_review("2024-01-16", panel="2024-02-12", kind=CarerReviewKind.AD_HOC))
        assert [one[:2] for one in self.told(facts, "2024-03-01", "2024-01-02")] == [("2024-02-09", "met-late")]

    def test_ends_with_the_approval(self) -> None:
        assert self.told(carer("2023-06-15", ended="2024-02-09"), "2024-03-01", "2024-01-02") == []


class TestBooked:
    def test_passed_day_is_asked_about(self) -> None:
        facts = carer("2023-06-15")
        one = open_one(replace(facts, carer=replace(facts.carer, booked_on=on("2024-06-03"))), "2024-06-04")
        assert (one.standing, one.booked_on) == ("not-recorded", on("2024-06-03"))

    def test_day_that_a_review_has_followed_is_settled(self) -> None:
        facts = carer("2023-06-15", carer_review("2024-06-03"))
        one = open_one(replace(facts, carer=replace(facts.carer, booked_on=on("2024-06-03"))), "2024-06-04")
        assert (one.standing, one.booked_on) == ("upcoming", None)


def test_first_review_alone_says_that_it_goes_to_panel() -> None:
    assert "panel" in open_one(carer("2023-06-15"), "2023-06-16").note
    assert open_one(carer("2023-06-15", carer_review("2024-06-03")), "2024-06-04").note == ""
