"""What a review recommended, with a day: somebody's deadline until it has an outcome."""

from dataclasses import replace

from iro_desktop.domain.records import ChildFacts, Recommendation, Review
from iro_desktop.domain.vocabulary import Outcome, Ownership, Role, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.explain import explain
from tests.builders import child_with, done, episode, maybe, new_id, on, override, review
from tests.rules.asking import of_rule, only, told

CARE = episode("2023-05-03")
HELD = review("2023-05-30")
DUE = "recommendation.due"


def recommended(of: Review, number: int, due: str | None, owner: Role = Role.SCHOOL,
                outcome: str | None = None) -> Recommendation:  # fmt: skip
    over = Outcome.DONE if outcome else None
    return Recommendation(new_id(), "c", of.id, number, "Text", owner, None, maybe(due), over, maybe(outcome))


def child_told(*ones: Recommendation) -> ChildFacts:
    return replace(child_with(CARE, HELD), recommendations=ones)


def test_recommendation_with_a_day_is_due_on_that_day_and_owed_by_its_owner() -> None:
    one = only(DUE, child_told(recommended(HELD, 2, "2023-07-14")), "2023-06-01")
    assert (one.due_on, one.rule.owner, one.rule.what) == (on("2023-07-14"), "school", "Recommendation 2")
    assert (one.rule.ownership, one.standing.value) == (Ownership.THEIRS, "waiting")
    assert one.id == "recommendation.due/AB12/2023-07-14"
    assert one.review_on == HELD.held_on


def test_recommendation_to_the_iro_is_the_iros_own() -> None:
    one = only(DUE, child_told(recommended(HELD, 1, "2023-07-14", Role.IRO)), "2023-06-01")
    assert (one.rule.ownership, one.standing.value) == (Ownership.MINE, "upcoming")


def test_recommendation_without_a_day_is_no_deadline() -> None:
    assert of_rule(DUE, child_told(recommended(HELD, 1, None)), "2023-06-01") == []


def test_recommendation_is_overdue_from_the_day_after_until_it_has_an_outcome() -> None:
    still = child_told(recommended(HELD, 1, "2023-07-14"))
    assert told(DUE, still, "2023-07-14") == [("2023-07-14", "due-today")]
    assert told(DUE, still, "2023-07-15") == [("2023-07-14", "overdue")]
    over = child_told(recommended(HELD, 1, "2023-07-14", outcome="2023-07-14"))
    assert told(DUE, over, "2023-07-20") == [("2023-07-14", "met")]
    late = child_told(recommended(HELD, 1, "2023-07-14", outcome="2023-07-17"))
    assert told(DUE, late, "2023-07-20") == [("2023-07-14", "met-late")]


def test_outcome_of_a_later_day_has_not_happened_yet() -> None:
    over = child_told(recommended(HELD, 1, "2023-07-14", outcome="2023-07-17"))
    assert told(DUE, over, "2023-07-15") == [("2023-07-14", "overdue")]


def test_recommendation_of_a_review_to_come_has_not_been_made_yet() -> None:
    assert of_rule(DUE, child_told(recommended(HELD, 1, "2023-07-14")), "2023-05-29") == []


def test_recommendation_outlasts_the_next_review_and_the_time_in_care() -> None:
    left = replace(
        child_with(episode("2023-05-03", ended="2023-10-02", end_reason="E4A"), HELD, review("2023-08-21")),
        recommendations=(recommended(HELD, 1, "2023-07-14"),),
    )
    assert told(DUE, left, "2023-11-01") == [("2023-07-14", "overdue")]


def test_two_of_one_day_are_told_apart_in_the_order_of_review_and_number() -> None:
    later = review("2023-08-21")
    both = (recommended(later, 1, "2023-09-29"), recommended(HELD, 3, "2023-09-29"))
    found = of_rule(DUE, replace(child_with(CARE, HELD, later), recommendations=both), "2023-09-01")
    assert [(one.id, one.rule.what) for one in found] == [
        ("recommendation.due/AB12/2023-09-29", "Recommendation 3"),
        ("recommendation.due/AB12/2023-09-29/2", "Recommendation 1"),
    ]


def test_its_day_is_explained_as_the_day_named() -> None:
    first, last = explain(only(DUE, child_told(recommended(HELD, 1, "2023-07-14")), "2023-06-01"), england())
    assert first.text == "The day named for it falls on Fri 14 Jul 2023"
    assert last.on == on("2023-07-14")


def test_texts_listed_tick_nothing_off_and_sending_lists_no_texts() -> None:
    listed = child_told(recommended(HELD, 1, "2023-07-14"))
    assert told("after.recommendations", listed, "2023-06-01") == [("2023-06-06", "due-soon")]
    sent = child_with(CARE, HELD, done(Task.RECOMMENDATIONS, "2023-06-05", HELD))
    assert told("after.recommendations", sent, "2023-06-06") == [("2023-06-06", "met")]
    assert of_rule(DUE, sent, "2023-06-06") == []


def test_each_clock_after_a_review_stands_on_its_own() -> None:
    """A late one puts none of the others off; the manager's alone counts from the day the recommendations were sent."""
    late = child_with(CARE, HELD, done(Task.RECOMMENDATIONS, "2023-06-20", HELD))
    on_time = child_with(CARE, HELD, done(Task.RECOMMENDATIONS, "2023-06-05", HELD))
    for rule in ("after.care-plan", "after.minutes", "after.letter", "after.distribution"):
        assert told(rule, late, "2023-06-20")[0][0] == told(rule, on_time, "2023-06-20")[0][0]
    assert told("after.response", late, "2023-06-21") == [("2023-06-27", "due-soon")]
    assert told("after.response", on_time, "2023-06-06") == [("2023-06-12", "due-soon")]
    assert of_rule("after.response", child_with(CARE, HELD), "2023-06-20") == []


def test_date_set_by_hand_for_minutes_moves_no_recommendation() -> None:
    facts = replace(child_told(recommended(HELD, 1, "2023-07-14")), overrides=(
        override("after.minutes", "2023-05-30", "2023-06-12"),))  # fmt: skip
    assert told(DUE, facts, "2023-06-01") == [("2023-07-14", "waiting")]
