"""How what reviews recommended stands on a day: what is open, how far it drifted, how it was found."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import ChildFacts, Recommendation, RecommendationCheck, Review
from iro_desktop.domain.vocabulary import Agency, Outcome, Progress, Role
from iro_desktop.services.recommendations import open_recommendations, recommendations
from tests.builders import child_with, episode, maybe, new_id, on, practice, review

FIRST, SECOND, THIRD = review("2025-03-04"), review("2025-06-03"), review("2025-12-02")


def recommended(of: Review, number: int, due: str | None = None, closed: str | None = None) -> Recommendation:
    over = Outcome.PARTLY if closed else None
    return Recommendation(
        f"r{number}", "c", of.id, number, f"Text {number}", Role.SCHOOL, None, maybe(due), over, maybe(closed), None
    )


def looked(number: int, day: str, progress: Progress, note: str | None = None) -> RecommendationCheck:
    return RecommendationCheck(new_id(), "c", f"r{number}", on(day), progress, note)


def told(*ones: Recommendation, checks: tuple[RecommendationCheck, ...] = ()) -> ChildFacts:
    facts = child_with(episode("2025-02-03"), FIRST, SECOND, THIRD)
    return replace(facts, recommendations=ones, checks=checks)


def test_what_nobody_closed_is_carried_on_by_itself() -> None:
    facts = told(recommended(SECOND, 1), recommended(FIRST, 2), recommended(FIRST, 1, closed="2025-06-03"))
    found = [(str(one.held_on), one.number) for one in open_recommendations(facts, on("2026-01-05"))]
    assert found == [("2025-03-04", 2), ("2025-06-03", 1)]


def test_on_an_earlier_day_what_is_closed_now_was_open_and_later_ones_were_not_made() -> None:
    facts = told(recommended(FIRST, 1, closed="2025-06-03"), recommended(SECOND, 2))
    assert [one.number for one in open_recommendations(facts, on("2025-06-02"))] == [1]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-03-04", "0 days"),
        ("2025-03-05", "1 day"),
        ("2025-06-03", "second review running, 91 days"),
        ("2026-04-10", "third review running, 402 days"),
    ],
)
def test_drift_counts_reviews_running_and_days_since_it_was_made(day: str, words: str) -> None:
    (one,) = recommendations(told(recommended(FIRST, 1)), on(day))
    assert one.drift_words == words


def test_closed_it_has_drifted_as_far_as_it_had_then() -> None:
    (one,) = recommendations(told(recommended(FIRST, 1, closed="2025-06-10")), on("2026-04-10"))
    assert (one.drift_words, one.is_drifting) == ("second review running, 98 days", False)


def test_it_drifts_from_the_next_review_on_or_by_the_services_own_limit() -> None:
    facts = told(recommended(FIRST, 1))
    at = {day: recommendations(facts, on(day))[0].is_drifting for day in ("2025-06-02", "2025-06-03")}
    assert at == {"2025-06-02": False, "2025-06-03": True}
    own = practice(recommendation_drift="3")
    assert not recommendations(facts, on("2025-12-01"), own)[0].is_drifting
    assert recommendations(facts, on("2025-12-02"), own)[0].is_drifting


def test_it_stands_as_it_was_found_last() -> None:
    checks = (looked(1, "2025-04-01", Progress.IN_HAND), looked(1, "2025-06-03", Progress.STUCK, "No place yet"))
    (one,) = recommendations(told(recommended(FIRST, 1), checks=checks), on("2025-07-01"))
    assert one.stood_words == "no progress on 3 Jun 2025: No place yet"
    (one,) = recommendations(told(recommended(FIRST, 1), checks=checks), on("2025-05-01"))
    assert one.stood_words == "in hand on 1 Apr 2025"
    (one,) = recommendations(told(recommended(FIRST, 1, closed="2025-07-01"), checks=checks), on("2025-07-02"))
    assert one.stood_words == "partly done, closed on 1 Jul 2025"


def test_it_is_overdue_from_the_day_after_its_day_while_it_is_open() -> None:
    facts = told(recommended(FIRST, 1, "2025-04-01"), recommended(FIRST, 2, "2025-04-01", "2025-05-01"))
    assert [one.is_overdue for one in recommendations(facts, on("2025-04-01"))] == [False, False]
    assert [one.is_overdue for one in recommendations(facts, on("2025-04-02"))] == [True, True]
    assert [one.is_overdue for one in recommendations(facts, on("2025-05-01"))] == [True, False]


def test_agency_is_the_usual_one_of_the_owner_where_none_is_said() -> None:
    (one,) = recommendations(told(recommended(FIRST, 1)), on("2025-04-01"))
    assert one.agency is Agency.EDUCATION
