"""Acts about reviews, bookings and the work around them: what they do, and how they refuse."""

from datetime import date

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    BookReview,
    CancelBooking,
    ChangeChild,
    CorrectReview,
    EndCare,
    MoveBooking,
    RecordReviewHeld,
    RecordTaskDone,
    StartCare,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.vocabulary import Asker, BookingStatus, LateReason, Participation, ReviewMethod, Standing, Task
from tests.conftest import TODAY
from tests.services.cases import BOOKED, CHILD, FIRST, IRO
from tests.services.office import Office, day

PN0, PN1, PN5 = Participation.PN0, Participation.PN1, Participation.PN5


def held(on: str, *, child: str = "A1", code: Participation = PN1, **said) -> RecordReviewHeld:
    return RecordReviewHeld(child=child, held_on=day(on), participation=code, **said)


def bookings(office: Office) -> list[tuple[date, BookingStatus]]:
    return [(one.review_on, one.status) for one in office.facts().bookings]


@pytest.fixture
def child(office: Office) -> Office:
    """A1, looked after since 12 October: the first review is due on 9 November."""
    office.each(IRO, CHILD)
    return office


# --- recording a review


def test_a_first_review_in_time_brings_the_second_in_three_months_and_the_work_after_it(child: Office):
    child.do(FIRST)
    assert [one.standing for one in child.deadlines(rule="review.first")] == [Standing.MET]
    assert (child.owed().rule.id, child.owed().due_on) == ("review.second", day("5 Feb 2027"))
    after = {one.rule.id: one.due_on for one in child.deadlines() if one.rule.subject == "after"}
    assert after["after.recommendations"] == day("12 Nov")
    assert after["after.minutes"] == day("26 Nov")


def test_held_on_the_last_lawful_day_needs_no_reason_and_the_day_after_does(child: Office):
    sentence = child.refused(held("10 Nov"))
    assert "was due by 9 Nov 2026" in sentence
    child.do(held("10 Nov", late_reason=LateReason.COURT))
    assert child.review(day("10 Nov")).late_reason is LateReason.COURT
    assert [one.standing for one in child.deadlines(rule="review.first")] == [Standing.MET_LATE]
    child.undo()
    child.do(held("9 Nov"))


def test_after_a_late_review_the_next_counts_from_the_day_it_was_held(child: Office):
    child.do(held("20 Nov", late_reason=LateReason.FAMILY))
    assert child.owed().due_on == day("20 Feb 2027")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (held("24 Nov"), "still to come"),
        (held("11 Oct"), "was not looked after"),
        (held("6 Nov", code=PN0), "four or older"),
        (held("6 Nov", completed_on=day("5 Nov")), "before it began"),
        (held("6 Nov", completed_on=day("24 Nov")), "in the future"),
        (held("6 Nov", next_review_on=day("6 Nov")), "on or before this one"),
        (held("6 Nov", number=0), "numbered from 1"),
        (held("6 Nov", number=-1), "numbered from 1"),
        (held("6 Nov", child="XX"), "no child with the id XX"),
        (held("6 Nov", child="A2"), "Record the start of care first"),
    ],
)
def test_what_cannot_be_of_a_review_is_refused(child: Office, act, words):
    child.do(AddChild(child="A2"))
    assert words in child.refused(act)


def test_one_day_has_one_review(child: Office):
    child.do(FIRST)
    assert "recorded already" in child.refused(FIRST)


@pytest.mark.parametrize(
    ("born", "on", "code"),
    [
        ("6 Nov 2022", "5 Nov", PN0),
        ("5 Nov 2022", "5 Nov", PN1),  # the fourth birthday itself
        ("29 Feb 2020", "28 Feb 2024", PN0),
        ("29 Feb 2020", "29 Feb 2024", PN1),
    ],
)
def test_the_code_goes_with_the_age_on_the_day(office: Office, born, on, code):
    since = day("1 Feb 2024") if on.endswith("2024") else day("12 Oct")
    office.do(AddChild(child="A1", born_on=day(born), looked_after_since=since, tracking_from=since))
    wrong = PN1 if code is PN0 else PN0
    assert "use PN" in office.refused(held(on, code=wrong))
    office.do(held(on, code=code))


def test_born_on_29_february_a_child_is_four_on_that_day_and_in_common_years_on_1_march(office: Office):
    office.do(AddChild(child="A1", born_on=day("29 Feb 2016"), last_review_on=day("1 Sep 2019")))
    office.do(held("28 Feb 2020", code=PN0))
    office.do(held("29 Feb 2020", code=PN1))


def test_without_a_birth_date_any_code_goes(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("12 Oct")))
    office.do(held("5 Nov", code=PN0))


def test_the_next_review_is_booked_with_it(child: Office):
    child.do(held("5 Nov", next_review_on=day("20 Jan 2027")))
    [booking] = child.facts().bookings
    assert (booking.review_on, booking.status, booking.booked_on) == (day("20 Jan 2027"), BookingStatus.OPEN, TODAY)
    assert child.owed().booked_on == day("20 Jan 2027")


def test_a_series_still_open_brings_no_work_after_it_yet(child: Office):
    child.do(held("5 Nov", method=ReviewMethod.SERIES))
    assert not [one for one in child.deadlines() if one.rule.subject == "after"]


# --- what a review settles


@pytest.mark.parametrize("on", ["5 Nov", "1 Nov", "9 Nov"])
def test_the_booking_it_was_held_for_is_settled(child: Office, on):
    child.each(BookReview(child="A1", review_on=day("5 Nov")), held(on))
    [booking] = child.facts().bookings
    assert (booking.status, booking.closed_on) == (BookingStatus.HELD, day(on))


def test_a_booking_six_weeks_off_is_the_same_review_held_early_a_later_one_the_next(child: Office):
    child.each(BookReview(child="A1", review_on=day("18 Dec")), held("6 Nov"))
    assert bookings(child) == [(day("18 Dec"), BookingStatus.HELD)]
    child.undo()
    child.each(CancelBooking(child="A1", review_on=day("18 Dec"), cancelled_on=TODAY, reason="Snow"))
    child.each(BookReview(child="A1", review_on=day("19 Dec")), held("6 Nov"))
    assert (day("19 Dec"), BookingStatus.OPEN) in bookings(child)
    assert child.owed().booked_on == day("19 Dec")


def test_a_next_review_that_is_booked_already_is_not_booked_twice(child: Office):
    child.each(BookReview(child="A1", review_on=day("19 Dec")), held("6 Nov", next_review_on=day("19 Dec")))
    assert bookings(child) == [(day("19 Dec"), BookingStatus.OPEN)]


def test_a_next_review_beside_another_booking_is_refused_by_its_day(child: Office):
    child.do(BookReview(child="A1", review_on=day("19 Dec")))
    assert "booked for 19 Dec 2026 already" in child.refused(held("6 Nov", next_review_on=day("20 Jan 2027")))


def test_an_older_review_told_late_settles_no_booking_of_a_later_one(child: Office):
    child.each(held("9 Nov"), BookReview(child="A1", review_on=day("7 Dec")), held("28 Oct"))
    assert bookings(child) == [(day("7 Dec"), BookingStatus.OPEN)]


# --- the history's wholeness


def test_an_older_review_told_late_is_counted_and_changes_no_other(child: Office):
    child.each(held("9 Nov"), held("28 Oct"))
    assert [one.met_on for one in child.deadlines(rule="review.first")] == [day("28 Oct")]
    assert [one.met_on for one in child.deadlines(rule="review.second") if one.met_on] == [day("9 Nov")]
    assert (child.owed().rule.id, child.owed().due_on, child.owed().review_number) == (
        "review.later",
        day("9 May 2027"),
        3,
    )


def test_the_first_review_told_of_a_child_with_an_unknown_past_makes_it_whole_from_there(office: Office):
    office.each(AddChild(child="A1"), StartCare(child="A1", on=day("1 Mar 2024")))
    assert office.child().complete_from is None
    office.do(held("1 Jun"))
    assert office.child().complete_from == day("1 Jun")
    assert (office.owed().rule.id, office.owed().due_on) == ("review.opening", day("1 Dec"))


def test_an_older_review_of_an_unknown_past_claims_nothing_about_what_lies_between(office: Office):
    office.each(AddChild(child="A1"), StartCare(child="A1", on=day("1 Mar 2024")), held("1 Jun"), held("1 Feb 2025"))
    assert office.child().complete_from == day("1 Jun")


def test_a_review_before_the_first_day_shown_can_be_told_where_no_start_is_known(office: Office):
    office.each(AddChild(child="A1", last_review_on=day("1 Sep")), held("1 Mar"))
    assert [one.held_on for one in office.facts().reviews] == [day("1 Mar"), day("1 Sep")]
    assert office.child().complete_from == day("1 Sep")
    assert office.owed().due_on == day("1 Mar 2027")


def test_a_review_after_one_that_fell_due_untracked_accuses_nobody_and_claims_no_number(office: Office):
    office.do(
        AddChild(child="A1", looked_after_since=day("1 Mar 2024"), last_review_on=day("1 Mar"), last_review_number=5)
    )
    assert office.owed().standing is Standing.NOT_RECORDED
    office.do(held("5 Oct"))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.opening", None)
    assert not [one for one in office.deadlines() if one.standing is Standing.MET_LATE]
    office.undo()
    office.do(StateNotHeld(child="A1", due_on=day("1 Sep")))
    assert "was due by 1 Sep 2026" in office.refused(held("5 Oct"))
    office.do(held("5 Oct", late_reason=LateReason.IRO_ABSENT))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.later", 7)


def test_an_older_review_told_after_a_gap_closes_no_other_gap(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Mar 2025"), last_review_number=5))
    office.each(held("10 May"), held("1 Dec 2025"))
    assert office.child().complete_from == day("10 May")


def test_a_review_held_in_time_before_the_child_was_tracked_keeps_its_number(office: Office):
    office.do(
        AddChild(child="A1", looked_after_since=day("1 Mar 2024"), last_review_on=day("1 Mar"), last_review_number=5)
    )
    office.do(held("28 Aug"))
    assert office.owed().review_number == 7


# --- correcting


def test_correcting_changes_what_is_said_and_keeps_the_rest(child: Office):
    child.each(
        held("10 Nov", late_reason=LateReason.COURT),
        CorrectReview(child="A1", held_on=day("10 Nov"), participation=PN5),
    )
    review = child.review(day("10 Nov"))
    assert (review.participation, review.late_reason, review.number) == (PN5, LateReason.COURT, None)


def test_a_review_moved_to_a_late_day_needs_a_reason_and_one_merely_recoded_does_not(child: Office):
    child.do(FIRST)
    late = CorrectReview(child="A1", held_on=day("5 Nov"), to_held_on=day("12 Nov"))
    assert "was due by 9 Nov 2026" in child.refused(late)
    child.do(CorrectReview(child="A1", held_on=day("5 Nov"), to_held_on=day("12 Nov"), late_reason=LateReason.OTHER))
    assert child.owed().due_on == day("12 Feb 2027")


def test_a_last_review_stated_with_the_wrong_day_is_corrected_with_what_it_made_whole(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep"), last_review_number=4))
    office.do(CorrectReview(child="A1", held_on=day("1 Sep"), to_held_on=day("1 Aug")))
    assert office.child().complete_from == day("1 Aug")
    assert (office.owed().due_on, office.owed().review_number) == (day("1 Feb 2027"), 5)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"held_on": day("4 Nov")}, "No review of A1 on 4 Nov 2026"),
        ({"to_held_on": day("24 Nov")}, "still to come"),
        ({"to_held_on": day("11 Oct")}, "was not looked after"),
        ({"to_held_on": day("28 Oct")}, "recorded already"),
        ({"participation": PN0}, "four or older"),
        ({"number": 0}, "numbered from 1"),
        ({"to_held_on": day("9 Nov")}, "from 6 Nov 2026 on"),
        ({}, "how it stands already"),
    ],
)
def test_what_cannot_be_a_correction_is_refused(child: Office, said, words):
    child.each(held("28 Oct"), FIRST, RecordTaskDone(child="A1", task=Task.RECOMMENDATIONS, done_on=day("6 Nov")))
    assert words in child.refused(CorrectReview(**{"child": "A1", "held_on": day("5 Nov"), **said}))


def test_a_number_is_stated_where_the_history_cannot_tell(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    office.do(StateReviewNumber(child="A1", held_on=day("1 Sep"), number=1))
    assert (office.owed().rule.id, office.owed().due_on, office.owed().review_number) == (
        "review.second",
        day("1 Dec"),
        2,
    )
    for number in (0, -3, 100, 10**30):
        assert "numbered from 1" in office.refused(StateReviewNumber(child="A1", held_on=day("1 Sep"), number=number))


# --- not held


def test_what_fell_due_untracked_is_overdue_once_somebody_says_it_was_not_held(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Apr")))
    assert office.owed().standing is Standing.NOT_RECORDED
    office.do(StateNotHeld(child="A1", due_on=day("1 Oct")))
    assert office.owed().standing is Standing.OVERDUE
    assert {one.standing for one in office.deadlines()} == {Standing.OVERDUE}


@pytest.mark.parametrize("due_on", [day("2 Oct"), day("1 Jan 2015"), day("1 Dec")])
def test_not_held_is_said_of_a_review_that_fell_due(office: Office, due_on):
    office.do(AddChild(child="A1", last_review_on=day("1 Apr")))
    assert "No review of A1 fell due" in office.refused(StateNotHeld(child="A1", due_on=due_on))


def test_a_booked_day_that_passed_is_moved_or_cancelled_rather_than_said_not_held(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Apr")))
    office.do(BookReview(child="A1", review_on=day("20 Nov")))
    assert "Move or cancel" in office.refused(StateNotHeld(child="A1", due_on=day("1 Oct")))


def test_what_is_overdue_already_stays_so(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Apr"), tracking_from=day("1 Apr")))
    assert "how it stands" in office.refused(StateNotHeld(child="A1", due_on=day("1 Oct")))


# --- tasks


def test_a_task_is_done_once_for_each_review(child: Office):
    child.each(held("28 Oct"), held("5 Nov"))
    minutes = RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("12 Nov"), review_on=day("28 Oct"))
    child.do(minutes)
    assert "recorded already on 12 Nov 2026" in child.refused(minutes)
    child.do(RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("12 Nov")))
    done = [(one.review_on, one.standing) for one in child.deadlines(rule="after.minutes")]
    assert done == [(day("28 Oct"), Standing.MET), (day("5 Nov"), Standing.MET)]


def test_a_task_without_a_review_said_follows_the_last_one_held_by_then(child: Office):
    child.each(held("28 Oct"), held("5 Nov"), RecordTaskDone(child="A1", task=Task.LETTER, done_on=day("2 Nov")))
    [done] = child.facts().completions
    assert done.review_id == child.review(day("28 Oct")).id


def test_a_care_plan_is_done_once_for_each_time_in_care(child: Office):
    child.do(RecordTaskDone(child="A1", task=Task.CARE_PLAN, done_on=day("20 Oct")))
    again = RecordTaskDone(child="A1", task=Task.CARE_PLAN, done_on=day("22 Oct"))
    assert "recorded already on 20 Oct 2026" in child.refused(again)
    child.each(EndCare(child="A1", on=day("2 Nov"), reason="E4A"), StartCare(child="A1", on=day("9 Nov")))
    child.do(RecordTaskDone(child="A1", task=Task.CARE_PLAN, done_on=day("12 Nov")))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"done_on": day("24 Nov")}, "still to come"),
        ({"done_on": day("4 Nov")}, "no review before 4 Nov 2026"),
        ({"done_on": day("4 Nov"), "review_on": day("5 Nov")}, "before the review of 5 Nov 2026"),
        ({"review_on": day("6 Nov")}, "No review of A1 on 6 Nov 2026"),
    ],
)
def test_what_cannot_be_of_a_task_is_refused(child: Office, said, words):
    child.do(FIRST)
    task = RecordTaskDone(**{"child": "A1", "task": Task.MINUTES, "done_on": day("6 Nov"), **said})
    assert words in child.refused(task)


# --- bookings


def moved(**said) -> MoveBooking:
    return MoveBooking(
        **{
            "child": "A1",
            "review_on": BOOKED.review_on,
            "to_on": day("22 Jan 2027"),
            "moved_on": TODAY,
            "asked_by": Asker.CHILD,
            "reason": " School trip ",
            **said,
        }
    )


def test_a_moved_booking_leaves_both_days_in_the_ledger(child: Office):
    child.each(FIRST, BOOKED, moved())
    before, after = child.facts().bookings
    assert (before.status, before.closed_on, before.asked_by, before.reason) == (
        BookingStatus.MOVED,
        TODAY,
        Asker.CHILD,
        "School trip",
    )
    assert (after.review_on, after.status, after.at, after.booked_on) == (
        day("22 Jan 2027"),
        BookingStatus.OPEN,
        "10:00",
        TODAY,
    )


def test_a_booking_may_move_to_another_hour_of_its_day(child: Office):
    child.each(FIRST, BOOKED, moved(to_on=BOOKED.review_on, at="9.30"))
    assert [one.at for one in child.facts().bookings if one.status is BookingStatus.OPEN] == ["09:30"]


def test_after_a_cancelled_booking_there_is_room_for_another(child: Office):
    child.each(FIRST, BOOKED, CancelBooking(child="A1", review_on=BOOKED.review_on, cancelled_on=TODAY, reason="Snow"))
    assert child.owed().booked_on is None
    child.do(BOOKED)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (BookReview(child="A1", review_on=day("1 Feb 2027")), "booked for 20 Jan 2027 already"),
        (BookReview(child="A1", review_on=day("5 Nov")), "on or after 5 Nov 2026 is recorded already"),
        (BookReview(child="A2", review_on=day("1 Feb 2027"), at="25:00"), "Write it as 09:30"),
        (BookReview(child="A2", review_on=day("1 Feb 2027"), at="soon"), "Write it as 09:30"),
        (BookReview(child="A2", review_on=day("1 Feb 2027"), booked_on=day("24 Nov")), "still to come"),
        (BookReview(child="A2", review_on=date(9999, 12, 31)), "Check the year"),
        (moved(review_on=day("21 Jan 2027")), "no open booking on 21 Jan 2027"),
        (moved(to_on=BOOKED.review_on), "the day it is booked for"),
        (moved(to_on=day("5 Nov")), "is recorded already"),
        (moved(reason="  "), "Say why"),
        (moved(moved_on=day("24 Nov")), "still to come"),
        (moved(at="25:00"), "Write it as 09:30"),
        (CancelBooking(child="A1", review_on=day("21 Jan 2027"), cancelled_on=TODAY, reason=""), "no open booking"),
        (CancelBooking(child="A1", review_on=BOOKED.review_on, cancelled_on=day("24 Nov"), reason=""), "still to come"),
    ],
)
def test_what_cannot_be_of_a_booking_is_refused(child: Office, act, words):
    child.each(FIRST, BOOKED, AddChild(child="A2", looked_after_since=day("12 Oct")))
    assert words in child.refused(act)


def test_a_booking_that_a_review_has_overtaken_does_not_stand_in_the_way(child: Office):
    child.each(BookReview(child="A1", review_on=day("19 Dec")), FIRST)
    assert "booked" in child.refused(BOOKED)
    child.each(
        ChangeChild(child="A1", tracking_from=day("13 Oct")),
        CancelBooking(child="A1", review_on=day("19 Dec"), cancelled_on=TODAY, reason="Snow"),
        BOOKED,
    )


def test_tasks_follow_a_review_just_held_even_before_the_child_came_in_but_not_one_of_long_ago(office: Office):
    office.do(
        AddChild(child="A1", looked_after_since=day("1 Mar 2024"), last_review_on=day("1 Mar"), last_review_number=5)
    )
    office.do(held("28 Aug"))
    assert not office.deadlines(rule="after.minutes")
    office.do(held("20 Nov", late_reason=LateReason.COURT))
    assert [one.review_on for one in office.deadlines(rule="after.minutes")] == [day("20 Nov")]


def test_what_comes_back_is_recorded_again_and_what_happens_once_is_not(office: Office):
    office.each(IRO, CHILD, RecordTaskDone(child="A1", task=Task.IRO_VISIT, done_on=day("2 Nov")))
    office.do(RecordTaskDone(child="A1", task=Task.IRO_VISIT, done_on=day("9 Nov")))
    again = RecordTaskDone(child="A1", task=Task.IRO_VISIT, done_on=day("9 Nov"))
    assert "recorded already on 9 Nov 2026" in office.refused(again)
    office.do(RecordTaskDone(child="A1", task=Task.PEP, done_on=day("2 Nov")))
    twice = RecordTaskDone(child="A1", task=Task.PEP, done_on=day("9 Nov"))
    assert "recorded already on 2 Nov 2026" in office.refused(twice)
    assert {one.review_id for one in office.facts().completions} == {None}
