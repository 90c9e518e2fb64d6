"""A review of more than one meeting: when it is in time, what it starts, and when it has to be finished."""

import pytest

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import ReviewMethod, Task
from tests.builders import child_with, done, episode, on, practice, review
from tests.rules.asking import of_rule, only, open_due, settled_on, told

CARE = episode("2023-11-13")  # first review due Monday 11 December 2023
STRICT = practice(series="completion")
SERIES = ReviewMethod.SERIES


def begun(held: str, completed: str | None = None) -> ChildFacts:
    return child_with(CARE, review(held, method=SERIES, completed=completed))


class TestInTime:
    @pytest.mark.parametrize(
        ("held", "completed", "standing"),
        [
            ("2023-12-11", "2023-12-11", "met"),
            ("2023-12-11", "2024-01-11", "met"),  # 20 working days over Christmas and New Year
            ("2023-12-11", "2024-01-12", "met-late"),
            ("2023-12-12", "2023-12-12", "met-late"),
        ],
    )
    def test_first_meeting_by_the_due_day_and_the_whole_in_20_working_days(
        self, held: str, completed: str, standing: str
    ) -> None:
        assert settled_on(held, begun(held, completed), "2024-02-01").standing == standing

    @pytest.mark.parametrize(("today", "standing"), [("2024-01-11", "met"), ("2024-01-12", "met-late")])
    def test_open_series_stands_as_its_first_meeting_until_the_limit(self, today: str, standing: str) -> None:
        assert settled_on("2023-12-11", begun("2023-12-11"), today).standing == standing

    def test_completion_reported_for_a_day_to_come_is_not_known_yet(self) -> None:
        assert settled_on("2023-12-11", begun("2023-12-11", "2024-01-20"), "2024-01-15").standing == "met-late"

    def test_late_series_says_which_limit_it_broke(self) -> None:
        assert "11 Jan 2024" in settled_on("2023-12-11", begun("2023-12-11", "2024-01-12"), "2024-02-01").note

    @pytest.mark.parametrize(("completed", "standing"), [("2023-12-11", "met"), ("2023-12-12", "met-late")])
    def test_by_choice_the_whole_is_completed_by_the_due_day(self, completed: str, standing: str) -> None:
        (one,) = [
            each
            for each in of_rule("review.first", begun("2023-12-01", completed), "2024-02-01", STRICT)
            if each.met_on
        ]
        assert one.standing == standing

    def test_choice_made_after_the_meeting_changes_nothing(self) -> None:
        later = practice("2023-12-02", series="completion")
        (one,) = of_rule("review.first", begun("2023-12-01", "2023-12-12"), "2024-02-01", later)
        assert one.standing == "met"

    def test_day_0_counted_shortens_the_20_days_of_the_whole(self) -> None:
        (one,) = of_rule("review.first", begun("2023-12-05", "2024-01-05"), "2024-02-01", practice(day_0="counted"))
        assert (str(one.due_on), one.standing) == ("2023-12-08", "met-late")


class TestNext:
    def test_next_counts_from_completion(self) -> None:
        assert open_due("review.second", begun("2023-11-20", "2023-11-30"), "2023-12-01") == "2024-02-29"

    def test_next_counts_from_the_first_meeting_while_it_is_open(self) -> None:
        assert open_due("review.second", begun("2023-11-20"), "2023-12-01") == "2024-02-20"

    def test_next_counts_from_the_first_meeting_by_choice(self) -> None:
        assert open_due("review.second", begun("2023-11-20", "2023-11-30"), "2023-12-01", STRICT) == "2024-02-20"


class TestCompletion:
    def test_example_32_adjourned_review_is_completed_in_20_working_days(self) -> None:
        facts = child_with(CARE, review("2023-12-12", adjourned="2023-12-12"))
        assert told("review.adjourned", facts, "2023-12-13") == [("2024-01-12", "upcoming")]

    @pytest.mark.parametrize(("completed", "standing"), [("2024-01-12", "met"), ("2024-01-15", "met-late")])
    def test_adjourned_review_completed_on_the_last_day_is_in_time(self, completed: str, standing: str) -> None:
        facts = child_with(CARE, review("2023-12-12", adjourned="2023-12-12", completed=completed))
        assert told("review.adjourned", facts, "2024-02-01") == [("2024-01-12", standing)]

    def test_adjourned_series_has_the_clock_of_the_adjournment(self) -> None:
        facts = child_with(CARE, review("2023-12-12", method=SERIES, adjourned="2023-12-12"))
        assert (
            len(of_rule("review.adjourned", facts, "2024-01-02")),
            of_rule("review.series", facts, "2024-01-02"),
        ) == (
            1,
            [],
        )

    def test_adjourned_review_has_20_days_whatever_is_chosen_of_series(self) -> None:
        facts = child_with(CARE, review("2023-12-11", adjourned="2023-12-11", completed="2024-01-11"))
        (one,) = of_rule("review.first", facts, "2024-02-01", STRICT)
        assert one.standing == "met"

    def test_series_not_completed_is_overdue(self) -> None:
        assert only("review.series", begun("2023-12-12"), "2024-01-15").standing == "overdue"

    def test_one_meeting_has_no_completion_clock(self) -> None:
        facts = child_with(CARE, review("2023-12-12"))
        assert of_rule("review.series", facts, "2024-01-15") + of_rule("review.adjourned", facts, "2024-01-15") == []

    def test_adjournment_before_the_regulations_has_no_row(self) -> None:
        facts = child_with(episode("2010-02-01"), review("2010-03-01", adjourned="2010-03-01"))
        assert of_rule("review.adjourned", facts, "2013-01-07") == []

    @pytest.mark.parametrize(("ended", "expected"), [("2024-01-12", []), ("2024-01-13", [("2024-01-12", "missed")])])
    def test_series_open_when_the_child_leaves_is_missed_only_where_it_was_due(
        self, ended: str, expected: list[tuple[str, str]]
    ) -> None:
        care = episode("2023-11-13", ended=ended, end_reason="E4A")
        facts = child_with(care, review("2023-12-12", method=SERIES))
        assert told("review.series", facts, "2024-03-01") == expected

    def test_work_after_a_series_counts_from_its_completion(self) -> None:
        held = review("2023-12-12", method=SERIES, completed="2023-12-21")
        one = only("after.minutes", child_with(CARE, held, done(Task.MINUTES, "2024-01-16", held)), "2024-02-01")
        assert (one.due_on, one.standing) == (on("2024-01-16"), "met")
