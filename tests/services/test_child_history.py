"""What the child's page says of reviews held: in timescale by every limit that ran, or not."""

from datetime import date

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.child_page import settled_reviews
from tests.builders import child_with, episode, on, review


def test_of_two_limits_on_one_day_the_missed_one_is_told():
    facts = child_with(
        episode("2023-06-01", status="C2"),
        episode("2023-10-02", "L", status="E1"),
        review("2023-06-28"),
        review("2023-09-20"),
        review("2024-02-20"),  # 6 months from September: in time; 3 months from the placement order: late
    )
    settled = settled_reviews(deadlines_of(facts, england(), on("2024-03-01")))
    assert settled[date(2024, 2, 20)].rule.id == "review.adoption-authorised"
    assert settled[date(2024, 2, 20)].standing is Standing.MET_LATE


def test_what_is_no_next_review_says_nothing_of_timescale():
    facts = child_with(episode("2023-06-01"), review("2023-06-28"))
    assert list(settled_reviews(deadlines_of(facts, england(), on("2024-03-01")))) == [date(2023, 6, 28)]
