"""Private fostering and child protection conferences: clocks that run beside the reviews."""

import pytest

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from tests.builders import child_with, circumstance, done
from tests.rules.asking import of_rule, open_due, told

FIRST, VISIT, NOTICE = "private-fostering.first-visit", "private-fostering.visit", "private-fostering.notice"
FOSTERED, PROPOSED = CircumstanceKind.PRIVATE_FOSTERING, CircumstanceKind.FOSTERING_PROPOSED


def fostered(*visits: str, since: str = "2024-03-28", until: str | None = None) -> ChildFacts:
    """A child the authority knows to be privately fostered."""
    return child_with(circumstance(FOSTERED, since, until), *(done(Task.FOSTERING_VISIT, day) for day in visits))


class TestFirstVisit:
    def test_example_38_visit_in_seven_working_days_over_easter(self) -> None:
        assert told(FIRST, fostered(), "2024-03-29") == [("2024-04-10", "due-soon")]

    @pytest.mark.parametrize(
        ("day", "standing"), [("2024-03-28", "met"), ("2024-04-10", "met"), ("2024-04-11", "met-late")]
    )
    def test_visit_settles_it(self, day: str, standing: str) -> None:
        assert told(FIRST, fostered(day), "2024-05-01") == [("2024-04-10", standing)]

    @pytest.mark.parametrize(("until", "expected"), [("2024-04-09", []), ("2024-04-10", [("2024-04-10", "missed")])])
    def test_arrangement_that_ended_before_it_was_due_leaves_nothing(
        self, until: str, expected: list[tuple[str, str]]
    ) -> None:
        assert told(FIRST, fostered(until=until), "2024-06-03") == expected

    def test_before_tracking_nothing_is_asked(self) -> None:
        facts = child_with(circumstance(FOSTERED, "2024-03-28"), tracking_from="2024-03-29")
        assert told(FIRST, facts, "2024-06-03") == []


class TestVisits:
    def test_example_38_next_visit_is_due_in_six_weeks(self) -> None:
        assert open_due(VISIT, fostered("2024-04-10"), "2024-04-11") == "2024-05-22"

    def test_visit_on_the_last_day_of_the_first_year_is_followed_in_six_weeks(self) -> None:
        assert open_due(VISIT, fostered("2025-03-27"), "2025-03-28") == "2025-05-08"

    def test_visit_on_the_first_day_of_the_second_year_is_followed_in_twelve(self) -> None:
        assert open_due(VISIT, fostered("2025-03-28"), "2025-03-28") == "2025-06-20"

    def test_each_visit_is_judged_from_the_one_before(self) -> None:
        facts = fostered("2024-04-10", "2024-05-22", "2024-07-04")
        expected = [("2024-05-22", "met"), ("2024-07-03", "met-late"), ("2024-08-15", "waiting")]
        assert told(VISIT, facts, "2024-07-05") == expected

    @pytest.mark.parametrize(("until", "expected"), [("2024-05-21", []), ("2024-05-22", [("2024-05-22", "missed")])])
    def test_visits_end_with_the_arrangement(self, until: str, expected: list[tuple[str, str]]) -> None:
        assert told(VISIT, fostered("2024-04-10", until=until), "2024-09-02") == expected


class TestProposed:
    def test_visit_is_due_seven_working_days_after_notice(self) -> None:
        assert told(FIRST, child_with(circumstance(PROPOSED, "2024-03-28")), "2024-03-29") == [
            ("2024-04-10", "due-soon")
        ]

    @pytest.mark.parametrize(("notice", "standing"), [("2024-03-18", "met"), ("2024-03-19", "met-late")])
    def test_notice_is_due_six_weeks_before_it_begins(self, notice: str, standing: str) -> None:
        facts = child_with(circumstance(PROPOSED, notice, "2024-04-29"))
        assert told(NOTICE, facts, "2024-04-01") == [("2024-03-18", standing)]

    def test_notice_of_a_day_to_come_was_not_given_yet(self) -> None:
        facts = child_with(circumstance(PROPOSED, "2024-03-28"))
        assert told(FIRST, facts, "2024-03-27") == []


class TestConferences:
    def conferences(self, *held: str, until: str | None = None) -> ChildFacts:
        start = circumstance(CircumstanceKind.CHILD_PROTECTION, "2023-11-30", until)
        return child_with(start, *(done(Task.CONFERENCE, day) for day in held))

    def test_first_review_conference_is_due_in_three_months(self) -> None:
        assert open_due("conference.review", self.conferences(), "2023-12-01") == "2024-02-29"

    def test_later_one_is_due_in_six(self) -> None:
        found = told("conference.review", self.conferences("2024-02-29"), "2024-03-01")
        assert found == [("2024-02-29", "met"), ("2024-08-29", "upcoming")]

    def test_they_end_with_the_plan(self) -> None:
        assert of_rule("conference.review", self.conferences(until="2024-01-08"), "2024-06-03") == []
