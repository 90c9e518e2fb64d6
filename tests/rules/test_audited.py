"""Cases in which a reading of the law by somebody else once differed from the program's."""

from dataclasses import replace

from iro_desktop.domain.records import Circumstance
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewKind
from tests.builders import child_with, episode, new_id, on, review
from tests.rules.asking import deadlines, of_rule, only

KIND = CircumstanceKind


def so(kind: CircumstanceKind, from_on: str, to_on: str | None = None, detail: str | None = None) -> Circumstance:
    return Circumstance(new_id(), "c", kind, on(from_on), on(to_on) if to_on else None, detail)


def test_a_number_that_does_not_follow_says_that_reviews_are_missing_and_judges_none():
    facts = child_with(episode("2020-01-06"), review("2024-02-05", number=7))
    assert [one.rule.id for one in deadlines(facts, "2024-03-01") if one.met_on and one.rule.subject == "review"] == []
    assert only("review.later", facts, "2024-03-01").review_number == 8


def test_custody_keeps_its_review_until_release_and_a_pathway_review_meets_it():
    leaver = child_with(
        episode("2022-03-01", ended="2024-02-04", end_reason="E11"), born="2006-02-05", tracking_from="2022-01-01"
    )
    facts = replace(leaver, circumstances=(so(KIND.CUSTODY, "2024-06-03", "2024-12-31"),))
    assert only("pathway.custody-review", facts, "2024-12-02").standing == "overdue"
    held = replace(facts, reviews=(replace(review("2024-11-29"), kind=ReviewKind.PATHWAY),))
    assert only("pathway.custody-review", held, "2024-12-02").standing == "met"


def test_the_three_months_end_with_the_accommodation():
    leaver = child_with(
        episode("2022-03-01", ended="2024-02-04", end_reason="E11"), born="2006-02-05", tracking_from="2022-01-01"
    )
    ended = so(KIND.LA_ACCOMMODATION, "2024-02-05", "2024-04-01")
    held = replace(review("2024-03-06"), kind=ReviewKind.PATHWAY)
    facts = replace(leaver, circumstances=(ended,), reviews=(held,))
    assert [one.due_on for one in of_rule("pathway.review", facts, "2024-05-10") if one.is_open] == [on("2024-09-06")]


def test_the_review_after_28_days_is_not_forgotten_when_the_accommodation_ends():
    leaver = child_with(
        episode("2022-03-01", ended="2024-02-04", end_reason="E11"), born="2006-02-05", tracking_from="2022-01-01"
    )
    rule = "pathway.accommodation-review"
    missed = replace(leaver, circumstances=(so(KIND.LA_ACCOMMODATION, "2024-02-05", "2024-04-01"),))
    assert [(one.due_on, one.standing) for one in of_rule(rule, missed, "2024-05-10")] == [(on("2024-03-04"), "missed")]
    held = replace(missed, reviews=(replace(review("2024-03-06"), kind=ReviewKind.PATHWAY),))
    assert [one.standing for one in of_rule(rule, held, "2024-05-10") if one.trigger_on == on("2024-02-05")] == ["met"]
    too_late = replace(missed, reviews=(replace(review("2024-04-02"), kind=ReviewKind.PATHWAY),))
    assert [one.standing for one in of_rule(rule, too_late, "2024-05-10")] == ["missed"]
    short_stay = replace(leaver, circumstances=(so(KIND.LA_ACCOMMODATION, "2024-02-05", "2024-03-03"),))
    assert of_rule(rule, short_stay, "2024-05-10") == []


def test_thirteen_weeks_complete_on_the_eve_of_eighteen_count_and_a_day_less_does_not():
    def leaver(started_on):
        return child_with(episode(started_on), born="1996-10-24", tracking_from="2013-01-01")

    assert [one.due_on for one in of_rule("pathway.review", leaver("2014-07-25"), "2014-11-01")] == [on("2015-04-24")]
    assert of_rule("pathway.review", leaver("2014-07-26"), "2014-11-01") == []


def test_a_detained_child_has_one_placement_plan():
    facts = child_with(episode("2024-03-04", status="J1", place="K1"), tracking_from="2024-01-01")
    assert of_rule("care.placement-plan", facts, "2024-03-05") == []
    assert only("care.detention-plan", facts, "2024-03-05").due_on == on("2024-03-18")


def test_an_age_attained_on_1_march_by_convention_says_so():
    facts = child_with(episode("2023-06-01"), born="2012-02-29")
    assert "by convention" in only("age.eighteen", facts, "2024-01-01").note
    assert only("age.four", child_with(episode("2023-06-01"), born="2020-02-29"), "2024-01-01").note == ""
