"""Today: whose work, in which group, in which order; nothing vanishes by being late."""

from datetime import timedelta

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AddRecommendation,
    AllocateIro,
    BookReview,
    EndCare,
    RecordReviewHeld,
    RecordTaskDone,
    StateNotHeld,
)
from iro_desktop.domain.vocabulary import Ownership, Participation, Role, Standing, Task
from iro_desktop.services.views import DoNow, TodayGroup, TodayRow
from tests.services.cases import IRO
from tests.services.office import Office, day

NOT_RECORDED, OVERDUE, BOOKED_LATE, DUE_TODAY, NEXT_FIVE, SOON, WAITING = TodayGroup


def due(child: str, on: str, **said) -> AddChild:
    """A child whose next review, the third, falls due on a day of November or December."""
    last_on = day(on).replace(month=day(on).month - 6)
    given = {"tracking_from": last_on + timedelta(days=1), "iro": "Jo Bloggs", **said}
    return AddChild(child=child, last_review_on=last_on, last_review_number=2, **given)


def reviews(office: Office) -> dict[str, TodayRow]:
    """The row of each child's review on Today."""
    return {row.child: row for row in office.desk().today().rows if row.deadline_id.startswith("review.")}


def test_reviews_stand_in_the_group_of_their_last_lawful_day(office: Office):
    office.do(IRO)
    for child, on in (
        ("late", "20 Nov"),
        ("today", "23 Nov"),
        ("five", "30 Nov"),
        ("six", "1 Dec"),
        ("ten", "7 Dec"),
        ("later", "8 Dec"),
    ):
        office.do(due(child, on))
    office.do(due("untold", "20 Nov", tracking_from=day("23 Nov")))
    assert {child: row.group for child, row in reviews(office).items()} == {
        "untold": NOT_RECORDED,
        "late": OVERDUE,
        "today": DUE_TODAY,
        "five": NEXT_FIVE,
        "six": SOON,
        "ten": SOON,
    }


def test_the_first_five_working_days_reach_over_the_weekend(office: Office):
    office.each(IRO, due("saturday", "28 Nov"), due("sunday", "29 Nov"))
    found = reviews(office)
    assert {row.group for row in found.values()} == {NEXT_FIVE}


def test_a_booked_review_counts_from_its_booked_day(office: Office):
    office.do(IRO)
    for child, on in (
        ("past", "20 Nov"),
        ("today", "23 Nov"),
        ("five", "30 Nov"),
        ("ten", "7 Dec"),
        ("later", "8 Dec"),
    ):
        office.each(due(child, "18 Dec"), BookReview(child=child, review_on=day(on), at="10:00"))
    found = reviews(office)
    assert {child: row.group for child, row in found.items()} == {
        "past": NOT_RECORDED,
        "today": DUE_TODAY,
        "five": NEXT_FIVE,
        "ten": SOON,
    }
    assert found["past"].do_now is DoNow.RECORD_REVIEW
    assert "10:00" in found["today"].what


def test_a_review_booked_after_its_last_lawful_day_has_a_group_of_its_own_until_it_is_late(office: Office):
    office.each(IRO, due("A1", "18 Dec"), BookReview(child="A1", review_on=day("21 Dec")))
    office.each(due("A2", "20 Nov"), BookReview(child="A2", review_on=day("21 Dec")))
    found = reviews(office)
    assert (found["A1"].group, found["A2"].group) == (BOOKED_LATE, OVERDUE)


def test_a_review_that_fell_due_untold_moves_from_asked_to_overdue_when_it_was_not_held(office: Office):
    office.each(IRO, due("A1", "20 Nov", tracking_from=day("23 Nov")))
    assert reviews(office)["A1"].group is NOT_RECORDED
    office.do(StateNotHeld(child="A1", due_on=day("20 Nov")))
    assert reviews(office)["A1"].group is OVERDUE


def test_groups_come_in_order_of_consequence_and_in_each_the_longest_due_first(office: Office):
    office.do(IRO)
    days = ("8 Nov", "20 Nov", "23 Nov", "27 Nov", "25 Nov", "4 Dec", "2 Dec", "12 Nov")
    for n, on in enumerate(days):
        office.do(due(f"A{n}", on))
        office.do(due(f"B{n}", on, tracking_from=day("23 Nov")))
    rows = office.desk().today().rows
    order = [(list(TodayGroup).index(row.group), row.due_on) for row in rows]
    assert order == sorted(order)


def test_of_what_is_overdue_the_iros_own_recommendations_come_last(office: Office):
    office.each(
        IRO,
        AddChild(child="A1", looked_after_since=day("1 Sep"), tracking_from=day("1 Sep"), iro="Jo Bloggs"),
        RecordReviewHeld(child="A1", held_on=day("28 Sep"), participation=Participation.PN1),
        AddRecommendation(child="A1", held_on=day("28 Sep"), text="Visit soon", owner=Role.IRO, due_on=day("30 Sep")),
    )
    overdue = [row.what for row in office.desk().today().rows if row.group is TodayGroup.OVERDUE]
    assert len(overdue) > 1
    assert overdue[-1].startswith("Recommendation 1")


def test_what_others_owe_stands_under_waiting_and_nowhere_else(office: Office):
    office.each(IRO, due("A1", "18 Dec"))
    office.do(RecordReviewHeld(child="A1", held_on=day("12 Nov"), participation=Participation.PN1))
    office.do(RecordTaskDone(child="A1", task=Task.RECOMMENDATIONS, done_on=day("13 Nov")))
    rows = office.desk().today().rows
    mine = {row.deadline_id.split("/")[0]: row.group for row in rows if row.ownership is Ownership.MINE}
    theirs = {row.deadline_id.split("/")[0]: row.group for row in rows if row.ownership is Ownership.THEIRS}
    assert mine == {"after.minutes": SOON, "after.letter": SOON}
    assert theirs == dict.fromkeys(("after.response", "after.care-plan"), WAITING)
    late = next(row for row in rows if row.deadline_id.startswith("after.response"))
    assert (late.standing, late.do_now_words) == (Standing.OVERDUE, "Received")


def test_the_whole_number_of_each_group_is_told(office: Office):
    office.do(IRO, *(due(f"A{n}", "20 Nov") for n in range(30)), *(due(f"B{n}", "24 Nov") for n in range(7)))
    view = office.desk().today()
    assert (view.counts[OVERDUE], view.counts[NEXT_FIVE], view.counts[SOON]) == (30, 7, 0)
    assert sum(view.counts.values()) == len(view.rows)
    assert set(view.counts) == set(TodayGroup)
    assert (view.children, view.heading, view.scope) == (37, "Monday 23 November", "all IROs")


@pytest.fixture
def two_iros(office: Office) -> Office:
    office.each(IRO, AddIro(name="Ann Other"), due("A1", "20 Nov"), due("B1", "20 Nov"), due("C1", "20 Nov"))
    office.do(AllocateIro(child="B1", iro="Ann Other", from_on=day("1 Nov")))
    office.do(AddChild(child="D1", last_review_on=day("20 May"), tracking_from=day("20 May")))
    return office


def test_each_iro_sees_her_own_children_and_everybody_all(two_iros: Office):
    desk = two_iros.desk()
    seen = {}
    for iro in (None, "Jo Bloggs", "Ann Other", "Nobody"):
        desk.set_scope(iro)
        view = desk.today()
        seen[iro] = ({row.child for row in view.rows}, view.children)
    assert seen == {
        None: ({"A1", "B1", "C1", "D1"}, 4),
        "Jo Bloggs": ({"A1", "C1"}, 2),
        "Ann Other": ({"B1"}, 1),
        "Nobody": (set(), 0),
    }


def test_work_owed_after_the_last_review_outlives_the_childs_care(two_iros: Office):
    two_iros.do(RecordReviewHeld(child="B1", held_on=day("16 Nov"), participation=Participation.PN1))
    two_iros.do(EndCare(child="B1", on=day("19 Nov"), reason="E4A"))
    desk = two_iros.desk()
    desk.set_scope("Ann Other")
    rows = desk.today().rows
    assert {row.child for row in rows} == {"B1"}
    assert not [row for row in rows if row.deadline_id.startswith("review.")]
    assert desk.today().children == 0


def test_a_booking_past_the_last_lawful_day_asks_to_be_moved(office: Office):
    office.each(
        AddChild(child="A1", looked_after_since=day("2 Nov")), BookReview(child="A1", review_on=day("4 Jan 2027"))
    )
    (row,) = [one for one in office.desk().today().rows if one.group is BOOKED_LATE]
    assert (row.do_now, row.do_now_words) == (DoNow.MOVE, "Move")
