"""A meeting once a year in long-term placements; short breaks that became more; remand; the Covid easement."""

import pytest

from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewMethod, Task
from tests.builders import child_with, circumstance, done, episode, on, review
from tests.rules.asking import of_rule, only, open_due, owed, settled_on, told

CARE = episode("2022-05-09")
WITHOUT = ReviewMethod.NO_MEETING


class TestMeeting:
    def held(self, *without: str) -> list[object]:
        return [CARE, review("2022-06-06"), review("2022-09-06"), *(review(day, method=WITHOUT) for day in without)]

    def test_meeting_is_due_a_year_after_the_last_that_was(self) -> None:
        facts = child_with(*self.held("2023-03-06"))  # type: ignore[arg-type]
        assert open_due("review.meeting", facts, "2023-03-07") == "2023-09-06"

    def test_leap_day_is_clamped(self) -> None:
        facts = child_with(CARE, review("2024-02-29"), review("2024-08-29", method=WITHOUT))
        assert open_due("review.meeting", facts, "2024-08-30") == "2025-02-28"

    @pytest.mark.parametrize(("today", "standing"), [("2023-09-06", "due-today"), ("2023-09-07", "overdue")])
    def test_it_is_overdue_once_the_year_is_over(self, today: str, standing: str) -> None:
        facts = child_with(*self.held("2023-03-06"))  # type: ignore[arg-type]
        assert only("review.meeting", facts, today).standing == standing

    def test_review_without_a_meeting_is_a_review(self) -> None:
        facts = child_with(*self.held("2023-03-06"))  # type: ignore[arg-type]
        assert owed(facts, "2023-03-07").due_on == on("2023-09-06")

    def test_nothing_is_said_while_every_review_is_a_meeting(self) -> None:
        assert of_rule("review.meeting", child_with(*self.held()), "2022-09-07") == []  # type: ignore[arg-type]

    def test_meeting_ends_it(self) -> None:
        facts = child_with(*self.held("2023-03-06"), review("2023-08-30"))  # type: ignore[arg-type]
        assert of_rule("review.meeting", facts, "2023-08-31") == []


class TestShortBreaksExceeded:
    EXCEEDED = circumstance(CircumstanceKind.SHORT_BREAKS_EXCEEDED, "2024-02-05")

    def test_regulation_33_applies_from_that_day(self) -> None:
        facts = child_with(
            episode("2023-06-01", status="V4"), review("2023-08-30"), review("2024-02-01"), self.EXCEEDED
        )
        assert (owed(facts, "2024-02-04").rule.id, owed(facts, "2024-02-05").rule.id) == (
            "review.short-break",
            "review.later",
        )

    def test_review_held_before_that_day_is_judged_as_a_short_break(self) -> None:
        facts = child_with(episode("2023-11-30", status="V4"), review("2024-02-01"), self.EXCEEDED)
        assert settled_on("2024-02-01", facts, "2024-02-05").rule.id == "review.short-break"

    def test_example_41_first_review_is_due_in_three_months(self) -> None:
        assert owed(child_with(episode("2023-11-30", status="V3")), "2023-12-01").due_on == on("2024-02-29")


class TestRemand:
    def test_plan_on_remand_is_due_in_five_working_days(self) -> None:
        facts = child_with(episode("2024-03-27", status="J1"))
        assert open_due("care.remand-plan", facts, "2024-03-28") == "2024-04-05"
        assert of_rule("care.plan", facts, "2024-03-28") == []

    @pytest.mark.parametrize("place", ["R5", "K1"])
    def test_detention_placement_plan_is_due_in_ten_working_days(self, place: str) -> None:
        facts = child_with(episode("2022-12-23", status="J1", place=place))
        assert open_due("care.detention-plan", facts, "2022-12-28") == "2023-01-11"

    def test_plan_prepared_settles_it(self) -> None:
        facts = child_with(episode("2024-03-27", status="J1"), done(Task.REMAND_PLAN, "2024-04-08"))
        assert told("care.remand-plan", facts, "2024-05-01") == [("2024-04-05", "met-late")]

    def test_first_review_is_due_as_for_every_child(self) -> None:
        assert owed(child_with(episode("2024-03-04", status="J1")), "2024-03-05").due_on == on("2024-04-03")

    def test_before_the_regulations_there_is_a_care_plan(self) -> None:
        facts = child_with(episode("2010-03-01", status="J1"))
        assert (len(of_rule("care.plan", facts, "2010-03-02")), of_rule("care.remand-plan", facts, "2010-03-02")) == (
            1,
            [],
        )


class TestCovidEasement:
    def history(self, held: str) -> list[object]:
        return [episode("2019-07-01"), review("2019-07-25"), review("2019-10-24"), review(held)]  # due 24 April 2020

    def test_late_review_of_that_time_carries_the_easement_beside_it(self) -> None:
        one = settled_on("2020-05-20", child_with(*self.history("2020-05-20")), "2020-06-01")  # type: ignore[arg-type]
        assert (one.standing, one.note.startswith("Covid easement: ")) == ("met-late", True)

    def test_review_in_time_carries_none(self) -> None:
        one = settled_on("2020-04-24", child_with(*self.history("2020-04-24")), "2020-06-01")  # type: ignore[arg-type]
        assert (one.standing, one.note) == ("met", "")

    def test_late_review_due_the_day_before_carries_none(self) -> None:
        facts = child_with(episode("2019-07-01"), review("2019-07-25"), review("2019-10-23"), review("2020-05-20"))
        assert settled_on("2020-05-20", facts, "2020-06-01").note == ""
