"""The register: whole, dated, cited, and unchanged unless somebody meant it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.easements import EASEMENTS, easement_on
from iro_desktop.rules.model import Rule
from iro_desktop.rules.pathway import NO_DAY
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES, rules_of
from tests.builders import on
from tests.rules.lives import life
from tests.rules.register_snapshot import SNAPSHOT, printed

IDS = sorted({rule.id for rule in RULES})
OF_THIS_PROGRAM = [
    "after.care-plan", "after.distribution", "after.letter", "after.minutes", "after.recommendations",
    "after.response", "after.sign-off", "age.eighteen", "age.four", "age.seventeen-and-a-half", "age.sixteen",
    "age.twenty-one", "alert.cap", "alert.formal", "alert.formal-2", "alert.formal-3", "alert.formal-4",
    "alert.formal-5", "alert.informal", "alert.partner", "before.attendees", "before.child-seen", "before.consult",
    "before.discussion", "before.forms", "before.invitations", "before.report", "care.appointment",
    "care.detention-plan", "care.health-assessment", "care.health-review", "care.introduction", "care.notified",
    "care.pep", "care.pep-ready", "care.placement-plan", "care.placement-told", "care.plan", "care.remand-plan",
    "conference.review", "foster-carer.ad-hoc", "foster-carer.review", "mid-point", "pathway.accommodation-review",
    "pathway.assessment", "pathway.assessment-education", "pathway.custody-review", "pathway.custody-visit",
    "pathway.ends", "pathway.home-to-parent", "pathway.move-review", "pathway.plan", "pathway.review",
    "pathway.visit",
    "private-fostering.first-visit", "private-fostering.notice", "private-fostering.report",
    "private-fostering.too-old", "private-fostering.visit", "recommendation.due", "review.adjourned",
    "review.adoption-authorised", "review.adoption-placed", "review.adoption-returned", "review.early",
    "review.first", "review.later", "review.meeting", "review.opening", "review.second", "review.series",
    "review.short-break",
]  # fmt: skip


def named(rule: Rule) -> str:
    return f"{rule.id} {rule.offset}"


def test_register_prints_as_its_snapshot() -> None:
    assert printed() == SNAPSHOT.read_text(encoding="utf-8"), "meant? python -m tests.rules.register_snapshot"


def test_register_has_these_rules() -> None:
    assert IDS == OF_THIS_PROGRAM


def test_law_was_checked_after_every_row_came_into_force() -> None:
    assert max(rule.valid_from or date.min for rule in RULES) <= LAW_CHECKED_ON


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_each_row_has_a_sentence_a_trigger_an_owner_and_a_source(rule: Rule) -> None:
    assert all((rule.sentence.endswith("."), rule.what, rule.trigger, rule.owner, rule.citation.source))


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_subject_is_the_first_word_of_the_id(rule: Rule) -> None:
    assert rule.subject == rule.id.split(".")[0]


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_interpretation_is_never_shown_as_law(rule: Rule) -> None:
    assert (rule.citation.mark is Mark.I) <= (rule.authority is Authority.LOCAL)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_sentence_says_the_number_that_is_counted(rule: Rule) -> None:
    assert rule.offset.words in rule.sentence or rule.id in NO_DAY


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_what_the_iro_owes_is_the_iros_own(rule: Rule) -> None:
    assert (rule.ownership is Ownership.MINE) == ("IRO" in rule.owner)


@pytest.mark.parametrize("id_", ["review.first", "review.second", "review.later"])
def test_rows_of_one_review_follow_each_other_without_a_gap(id_: str) -> None:
    rows = rules_of(id_)
    assert [(a.valid_to or date.max) + timedelta(days=1) for a, _ in pairwise(rows)] == [
        b.valid_from for _, b in pairwise(rows)
    ]


@pytest.mark.parametrize(("day", "in_force"), [("2011-03-31", [True, False]), ("2011-04-01", [False, True])])
def test_exactly_one_row_judges_a_first_review_of_a_day(day: str, in_force: list[bool]) -> None:
    assert [rule.in_force_on(on(day)) for rule in rules_of("review.first")] == in_force


def test_every_task_that_is_reported_is_a_rule_or_has_its_interval_by_local_choice() -> None:
    by_choice = {Task.IRO_VISIT.value, Task.FOSTERING_MEETING.value}
    assert {task.value for task in Task} - set(IDS) == by_choice


def test_no_rule_and_day_fall_under_two_easements() -> None:
    ids = [id_ for one in EASEMENTS for id_ in one.rule_ids]
    assert len(ids) == len(set(ids))


def test_every_easement_is_of_rules_in_the_register() -> None:
    assert {id_ for one in EASEMENTS for id_ in one.rule_ids} <= set(IDS)


@pytest.mark.parametrize(
    ("day", "is_eased"), [("2020-04-23", False), ("2020-04-24", True), ("2020-09-25", True), ("2020-09-26", False)]
)
def test_later_review_is_eased_on_the_days_of_the_covid_regulations(day: str, is_eased: bool) -> None:
    assert (easement_on("review.later", on(day)) is not None) == is_eased


@pytest.mark.parametrize("rule_id", ["review.first", "review.second"])
def test_whether_the_first_two_reviews_were_eased_is_told_as_unsure(rule_id: str) -> None:
    eased = easement_on(rule_id, on("2020-06-01"))
    assert eased is not None
    assert eased.citation.mark is Mark.M
    assert "one summary" in eased.sentence


def test_what_is_no_review_was_not_eased() -> None:
    assert easement_on("after.minutes", on("2020-06-01")) is None


def test_unknown_rule_has_no_rows() -> None:
    assert rules_of("review.imaginary") == ()


@pytest.mark.parametrize("seed", range(60))
def test_every_deadline_is_judged_by_a_row_in_force_on_its_trigger(seed: int) -> None:
    from iro_desktop.rules.calendar import england
    from iro_desktop.rules.compute import deadlines_of

    facts, today = life(seed)
    assert [one.id for one in deadlines_of(facts, england(), today) if not one.rule.in_force_on(one.trigger_on)] == []
