"""The reviews of a child as the page lists them, and the alert that is drafted from drift."""

import pytest

from iro_desktop.domain.acts import (
    AddRecommendation,
    CheckRecommendation,
    RecordAttendance,
    RecordReviewHeld,
    RecordTaskDone,
)
from iro_desktop.domain.vocabulary import Participation, Progress, Role, Task
from iro_desktop.services.recommendation_sums import in_scope, sums
from iro_desktop.services.views import TodayGroup
from tests.services.cases import CHILD, CLOSED, FIRST, IRO, LOOKED_AT, RECOMMENDED
from tests.services.office import Office, day

HELD = day("5 Nov")
SECOND = RecordReviewHeld(child="A1", held_on=day("19 Nov"), participation=Participation.PN1)


def begun(office: Office) -> None:
    office.each(IRO, CHILD, FIRST, RECOMMENDED, LOOKED_AT, SECOND)


def test_reviews_are_listed_newest_first_with_what_is_known_of_them(office: Office) -> None:
    begun(office)
    office.do(RecordAttendance(child="A1", held_on=HELD, came=(Role.CARER,), apologies=(Role.SCHOOL,)))
    newest, first = office.desk().reviews_held("A1").rows
    assert newest.held_on == day("19 Nov")
    assert (first.number_words, first.participation, first.timescale) == ("First review", "PN1", "in timescale")
    assert first.came == "carer; apologies from school"
    assert (first.open_words, newest.open_words) == ("1 of 1 open", "")


def test_minutes_are_offered_while_they_are_open(office: Office) -> None:
    begun(office)
    assert [row.minutes for row in office.desk().reviews_held("A1").rows] == [
        "after.minutes/A1/2026-11-19", "after.minutes/A1/2026-11-05",
    ]  # fmt: skip
    office.do(RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("23 Nov"), review_on=HELD))
    assert [row.minutes for row in office.desk().reviews_held("A1").rows][1] == ""


def test_open_ones_are_carried_and_closed_ones_are_not(office: Office) -> None:
    begun(office)
    assert [one.number for one in office.desk().reviews_held("A1").still_open] == [1]
    office.do(CLOSED)
    assert office.desk().reviews_held("A1").still_open == ()


def test_alert_is_drafted_from_the_facts(office: Office) -> None:
    begun(office)
    assert office.desk().alert_draft("A1", HELD, 1).splitlines() == [
        "Recommendation 1 of the review of 5 Nov 2026 (child A1) is still open: second review running, 18 days.",
        "It reads: Laptop for home",
        "Whom it asks: school (education). Due: 18 Dec 2026.",
        "How it stood: no progress on 12 Nov 2026: No funds.",
        "Reviews held since: 19 Nov 2026.",
        "Please say what has been done, what stands in the way, and by when it will be done.",
    ]


def test_alert_about_what_is_not_here_is_refused(office: Office) -> None:
    begun(office)
    assert "is here no more" in office.refused(by=lambda: office.desk().alert_draft("A1", HELD, 7))


def test_sums_count_what_is_open_by_agency_and_owner(office: Office) -> None:
    begun(office)
    office.each(RECOMMENDED, RECOMMENDED)
    office.do(CheckRecommendation(child="A1", held_on=HELD, number=2, on=day("20 Nov"), progress=Progress.DONE))
    counted = sums(in_scope(office.snapshot(), "Jo Bloggs"))
    assert (counted.open, counted.overdue) == (2, 0)
    assert [(one.who, one.open, one.drifting) for one in counted.by_agency] == [("education", 2, 2)]
    assert [one.who for one in counted.by_owner] == ["school"]


@pytest.mark.parametrize(
    ("due", "is_shown"), [("16 Nov", True), ("13 Nov", False), ("23 Nov", True), ("24 Nov", False)]
)
def test_recommendation_of_others_stands_on_today_from_its_day_for_five_working_days(
    office: Office, due: str, is_shown: bool
) -> None:
    office.each(IRO, CHILD, FIRST)
    office.do(AddRecommendation(child="A1", held_on=HELD, text="Any", owner=Role.SCHOOL, due_on=day(due)))
    rows = [row.what for row in office.desk().today().rows if row.deadline_id.startswith("recommendation.due")]
    assert rows == (["Recommendation 1, review of 5 Nov"] if is_shown else [])


def test_recommendation_to_the_iro_stays_on_today_until_it_is_closed(office: Office) -> None:
    office.each(IRO, CHILD, FIRST)
    office.do(AddRecommendation(child="A1", held_on=HELD, text="Any", owner=Role.IRO, due_on=day("6 Nov")))
    (row,) = [row for row in office.desk().today().rows if row.deadline_id.startswith("recommendation.due")]
    assert row.group is TodayGroup.OVERDUE
