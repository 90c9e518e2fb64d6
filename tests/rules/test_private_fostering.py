"""Private fostering and child protection conferences: clocks that run beside the reviews."""

from dataclasses import replace

import pytest

from iro_desktop.domain.arrangements import arrangements_of
from iro_desktop.domain.records import Arrangement, ChildFacts, FosteringReport
from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.fostering_reports import report_deadlines
from tests.builders import child_with, circumstance, done, maybe, new_id, on, practice
from tests.rules.asking import of_rule, only, open_due, told

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

    @pytest.mark.parametrize(("tracked", "expected"), [("2024-04-10", [("2024-04-10", "overdue")]), ("2024-04-11", [])])
    def test_what_fell_due_before_tracking_is_not_asked(self, tracked: str, expected: list[tuple[str, str]]) -> None:
        facts = child_with(circumstance(FOSTERED, "2024-03-28"), tracking_from=tracked)
        assert told(FIRST, facts, "2024-06-03") == expected


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


def arrangement(
    *visits: str,
    notified: str | None = None,
    aware: str | None = None,
    starts: str | None = None,
    ended: str | None = None,
    born: str | None = "2015-05-05",
    tracking_from: str = "2000-01-01",
) -> ChildFacts:
    """A child with one arrangement, and visits made."""
    facts = child_with(*(done(Task.FOSTERING_VISIT, day) for day in visits), born=born, tracking_from=tracking_from)
    one = Arrangement(new_id(), "c", maybe(notified), maybe(aware), maybe(starts), maybe(ended))
    return replace(facts, arrangements=(one,))


class TestArrangements:
    def test_notice_of_a_child_who_is_there_already_is_no_proposal(self) -> None:
        facts = arrangement(notified="2024-03-28", aware="2024-03-28")
        assert only(FIRST, facts, "2024-03-29").rule.citation.source.endswith("reg 7")

    def test_a_proposal_that_begins_has_a_visit_before_and_one_after(self) -> None:
        facts = arrangement("2024-04-05", "2024-05-13", notified="2024-03-28", aware="2024-05-06", starts="2024-05-06")
        assert told(FIRST, facts, "2024-05-14") == [("2024-04-10", "met"), ("2024-05-15", "met")]

    def test_a_visit_before_it_began_does_not_count_as_one_of_the_year(self) -> None:
        facts = arrangement("2024-04-05", notified="2024-03-28", aware="2024-05-06")
        assert told(VISIT, facts, "2024-05-14") == []

    def test_the_visit_before_is_owed_no_more_once_the_child_is_there(self) -> None:
        assert told(FIRST, arrangement(notified="2024-03-28", aware="2024-04-08"), "2024-06-03")[:-1] == []

    def test_a_proposal_that_never_began_owes_nothing_after_its_end(self) -> None:
        assert told(FIRST, arrangement(notified="2024-03-28", ended="2024-04-08"), "2024-06-03") == []

    def test_known_before_tracking_without_a_visit_says_so_instead_of_a_date(self) -> None:
        one = only(VISIT, arrangement(aware="2024-03-28", tracking_from="2024-06-03"), "2024-06-04")
        assert (one.due_on, one.standing) == (None, "not-due")
        assert "Record the last visit" in one.note

    def test_known_before_tracking_counts_from_the_last_visit_recorded(self) -> None:
        facts = arrangement("2024-04-10", "2024-05-22", aware="2024-03-28", tracking_from="2024-07-03")
        assert told(VISIT, facts, "2024-07-04") == [("2024-07-03", "overdue")]

    def test_facts_of_an_older_file_are_one_arrangement(self) -> None:
        facts = child_with(circumstance(PROPOSED, "2024-03-28", "2024-05-06"), circumstance(FOSTERED, "2024-05-07"))
        (one,) = arrangements_of(facts)
        assert (one.notified_on, one.starts_on, one.aware_on) == (on("2024-03-28"), on("2024-05-06"), on("2024-05-07"))

    def test_one_that_ended_before_the_next_proposal_is_another(self) -> None:
        facts = child_with(circumstance(FOSTERED, "2024-01-08", "2024-03-01"), circumstance(PROPOSED, "2024-03-28"))
        assert [one.aware_on for one in arrangements_of(facts)] == [on("2024-01-08"), None]


class TestOfAge:
    def test_it_is_told_ahead(self) -> None:
        found = told("private-fostering.too-old", arrangement(aware="2024-03-28", born="2008-06-10"), "2024-06-03")
        assert found == [("2024-06-10", "due-soon")]

    def test_nothing_is_owed_from_the_birthday_on(self) -> None:
        facts = arrangement("2024-04-10", aware="2024-03-28", born="2008-05-21")
        assert told(VISIT, facts, "2024-05-21") == []

    def test_a_disabled_child_is_fostered_to_eighteen(self) -> None:
        facts = arrangement("2024-04-10", aware="2024-03-28", born="2008-05-21")
        facts = replace(facts, child=replace(facts.child, is_disabled=True))
        assert told(VISIT, facts, "2024-05-21") == [("2024-05-22", "due-soon")]
        assert only("private-fostering.too-old", facts, "2024-05-21").due_on == on("2026-05-21")


class TestMeetings:
    RULE = "private-fostering.meeting"
    EVERY = practice(fostering_meeting="6w")

    def test_no_interval_no_deadline(self) -> None:
        assert told(self.RULE, arrangement(aware="2024-03-28"), "2024-04-02") == []

    def test_counts_from_the_day_the_authority_knew_and_then_from_the_last(self) -> None:
        facts = arrangement(aware="2024-03-28")
        facts = replace(facts, completions=(done(Task.FOSTERING_MEETING, "2024-05-10"),))
        assert told(self.RULE, facts, "2024-05-13", self.EVERY) == [
            ("2024-05-09", "met-late"),
            ("2024-06-21", "waiting"),
        ]


class TestReports:
    def due(self, facts: ChildFacts, today: str, *sent: FosteringReport) -> list[tuple[str, str]]:
        found = report_deadlines([facts], sent, england(), on(today))
        return [(one.id, one.standing.value) for one in found]

    def test_is_owed_for_each_quarter_in_which_an_arrangement_was_known(self) -> None:
        assert self.due(arrangement(aware="2024-03-28", ended="2024-07-01"), "2024-11-04") == [
            ("private-fostering.report/-/2024-03-31", "overdue"),
            ("private-fostering.report/-/2024-06-30", "overdue"),
            ("private-fostering.report/-/2024-09-30", "overdue"),
        ]

    def test_of_the_quarter_that_runs_is_told_ahead(self) -> None:
        assert self.due(arrangement(aware="2024-03-28", tracking_from="2024-04-01"), "2024-05-07") == [
            ("private-fostering.report/-/2024-06-30", "upcoming")
        ]

    def test_sent_settles_it(self) -> None:
        sent = FosteringReport(new_id(), on("2024-03-31"), on("2024-03-28"))
        assert self.due(arrangement(aware="2024-03-28", ended="2024-03-30"), "2024-05-07", sent) == [
            ("private-fostering.report/-/2024-03-31", "met")
        ]

    def test_nobody_privately_fostered_nothing_to_report(self) -> None:
        assert self.due(child_with(), "2024-05-07") == []


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
