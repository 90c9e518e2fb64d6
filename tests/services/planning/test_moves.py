"""A move before it is made: what is foretold is what follows, and planning changes nothing."""

from datetime import date
from random import Random

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker, CircumstanceKind, LeaveKind, Standing
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.plan_views import MovePlan
from tests.services.office import Office, day
from tests.services.planning.family import IROS, a_family, in_care, store_of
from tests.services.planning.moving import check_a_move


@pytest.mark.parametrize("seed", range(5))
def test_what_is_foretold_of_a_random_move_is_what_follows(authority: LocalDesk, seed: int):
    """Five moves each, 25 in all; five hundred stand in tests/full."""
    rng = Random(seed)
    assert sum(check_a_move(authority, store_of(authority), rng) for _ in range(5)) >= 3


def planned(office: Office, to: str, *chosen: str, child: str = "A1") -> MovePlan:
    return office.desk().plan_move(child, day(to), chosen or None)


def test_a_review_not_booked_is_booked(office: Office):
    a_family(office)
    plan = planned(office, "1 Dec", child="A3")
    assert plan.acts == (acts.BookReview(child="A3", review_on=day("1 Dec"), booked_on=office.actor.today),)
    assert plan.from_on is None
    assert [part.key for part in plan.parts if part.is_fixed] == ["move/A3"]


def test_the_margin_counts_working_days_to_the_last_lawful_day(office: Office):
    a_family(office)
    plan = planned(office, "22 Dec")  # last lawful day 1 Jan 2027: Christmas, a weekend and New Year lie between
    assert (plan.in_timescale, plan.margin) == (True, 5)
    assert "in timescale, 5 working days to spare" in plan.words
    late = planned(office, "6 Jan 2027")
    assert (late.in_timescale, late.margin) == (False, -3)
    assert late.parts[0].is_late
    assert "out of timescale by 3 working days" in late.words


def test_a_brother_booked_on_the_same_day_comes_along_unless_left_out(office: Office):
    a_family(office)
    plan = planned(office, "8 Dec")
    assert {part.key: part.is_chosen for part in plan.parts} == {
        "move/A1": True, "sibling/A2": True, "sibling/A3": False,
    }  # fmt: skip
    assert {one.child for one in plan.consequences} == {"A1", "A2"}
    alone = planned(office, "8 Dec", "move/A1")
    assert {one.child for one in alone.consequences} == {"A1"}
    assert len(alone.acts) == 1


def test_the_move_itself_cannot_be_left_out(office: Office):
    a_family(office)
    assert planned(office, "8 Dec", "sibling/A2").parts[0].is_chosen


def test_moved_together_is_one_act_with_one_undo(office: Office):
    a_family(office)
    desk, before = office.desk(), office.dump()
    done = desk.apply_move("A1", day("8 Dec"), ["move/A1", "sibling/A2", "sibling/A3"], Asker.FAMILY, "holiday", "9.30")
    assert done.sentence == "Move reviews of 3 children to 8 Dec 2026"
    booked = {key: [one for one in office.facts(key).bookings if one.status == "open"] for key in ("A1", "A2", "A3")}
    assert {(one.review_on, one.at) for found in booked.values() for one in found} == {(day("8 Dec"), "09:30")}
    assert [one.reason for one in office.facts("A1").bookings if one.asked_by is Asker.FAMILY] == ["holiday"]
    desk.undo()
    assert office.dump() == before


def test_preparation_keeps_its_line_though_it_counts_from_another_day(office: Office):
    a_family(office)
    plan = planned(office, "22 Dec", "move/A1")
    report = next(one for one in plan.consequences if one.rule == "before.report")
    assert (report.id_before, report.id) == ("before.report/A1/2026-12-01", "before.report/A1/2026-12-22")
    assert report.before is not None
    assert report.after is not None
    assert report.before.due_on is not None
    assert report.after.due_on is not None
    assert report.before.due_on < report.after.due_on


def test_work_due_the_same_day_for_another_booking_is_told_with_both_ids(office: Office):
    a_family(office)
    office.desk().apply_move("A1", day("28 Dec"), [], Asker.IRO, "room")  # a bank holiday, as the 26th is a Saturday
    plan = planned(office, "26 Dec", "move/A1")
    report = next(one for one in plan.consequences if one.rule == "before.report")
    assert (report.id_before, report.id) == ("before.report/A1/2026-12-28", "before.report/A1/2026-12-26")
    assert report.before == report.after
    assert report.looks_same


def test_what_would_follow_if_held_that_day_is_told(office: Office):
    a_family(office)
    told = dict(planned(office, "2 Dec").if_held)
    assert told["Next review"] == "Wed 2 Jun 2027"
    assert told["Minutes, review of 2 Dec 2026"] == "Wed 23 Dec 2026"


def test_a_day_that_is_no_working_day_is_warned_of_by_name(office: Office):
    a_family(office)
    assert "Fri 25 Dec 2026 is not a working day: Christmas Day." in planned(office, "25 Dec").warnings
    assert "Sat 5 Dec 2026 is not a working day: a weekend." in planned(office, "5 Dec").warnings


def test_a_day_that_has_passed_is_warned_of(office: Office):
    a_family(office)
    assert "Thu 19 Nov 2026 has passed." in planned(office, "19 Nov").warnings


def test_the_leave_of_each_childs_own_iro_is_warned_of(office: Office):
    a_family(office)
    away = acts.RecordLeave(iro="Ann Other", from_on=day("7 Dec"), to_on=day("11 Dec"), what=LeaveKind.TRAINING)
    office.do(away)
    assert not any("away" in words for words in planned(office, "8 Dec", "move/A1").warnings)
    assert "A2: The IRO is away (training): Mon 7 to Fri 11 Dec 2026." in planned(office, "8 Dec").warnings


def test_a_review_after_the_hearing_it_should_inform_is_warned_of(office: Office):
    a_family(office)
    office.do(acts.RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec")))
    told = "The review would fall after the hearing of Thu 3 Dec 2026; it should inform it."
    assert told in planned(office, "4 Dec").warnings
    assert any("on the day of the hearing" in words for words in planned(office, "3 Dec").warnings)
    assert not any("hearing" in words for words in planned(office, "2 Dec").warnings)


def test_too_little_time_to_prepare_is_warned_of(office: Office):
    a_family(office)
    assert any("to prepare" in words for words in planned(office, "11 Dec").warnings)
    assert not any("to prepare" in words for words in planned(office, "14 Dec").warnings)


def test_a_pathway_review_is_moved_too(office: Office):
    office.do(
        acts.AddIro(name="Jo Bloggs"),
        acts.AddChild(child="L1", born_on=date(2008, 3, 1), iro="Jo Bloggs"),
        acts.RecordCircumstance(child="L1", what=CircumstanceKind.CARE_LEAVER, from_on=day("1 Sep")),
    )
    plan = planned(office, "1 Feb 2027", child="L1")
    assert (plan.in_timescale, plan.margin) == (True, 20)
    assert ("Next review", "Sun 1 Aug 2027") in plan.if_held
    office.desk().apply_move("L1", day("1 Feb 2027"), [], Asker.IRO, "room booked")
    moved = planned(office, "2 Feb 2027", child="L1")
    assert moved.from_on == day("1 Feb 2027")
    assert moved.acts[0].kind == "MoveBooking"


def test_where_nothing_is_owed_or_known_it_is_refused(office: Office):
    a_family(office)
    office.do(acts.AddChild(child="L9", born_on=date(2012, 3, 1)))
    for child, chosen in (("XX", None), ("L9", None), ("A1", ["sibling/L9"])):
        with pytest.raises(UserError, match="Nothing was changed"):
            office.desk().plan_move(child, day("1 Dec"), chosen)


def test_what_the_handlers_refuse_the_plan_refuses_in_their_words(office: Office):
    a_family(office)
    assert "is the day it is booked for" in office.refused(by=lambda: office.desk().plan_move("A1", day("1 Dec")))


def test_a_move_after_the_limit_changes_no_standing_of_the_review_itself(office: Office):
    a_family(office)
    plan = planned(office, "6 Jan 2027", "move/A1")
    review = next(one for one in plan.consequences if one.rule.startswith("review."))
    assert review.id == review.id_before
    assert review.after is not None
    assert (review.after.standing, review.after.booked_on) == (Standing.UPCOMING, day("6 Jan 2027"))


def test_what_the_iro_has_at_the_same_time_is_warned_of(office: Office):
    a_family(office)
    office.do(
        *in_care("B1", day("10 Jul")),
        acts.BookReview(child="B1", review_on=day("3 Dec"), booked_on=day("2 Nov"), at="10:30"),
        acts.ChangeBooking(child="A1", review_on=day("1 Dec"), at="10:00"),
        acts.BlockTime(iro=IROS[0], on=day("4 Dec"), starts_at="09:30", minutes=60, what="Writing up"),
    )
    desk = office.desk()
    assert "The review of B1 is at 10:30 that day." in desk.plan_move("A1", day("3 Dec")).warnings
    assert "Time is kept free that day from 09:30." in desk.plan_move("A1", day("4 Dec")).warnings
    assert not [one for one in desk.plan_move("A1", day("2 Dec")).warnings if "that day" in one]
    assert not [one for one in desk.plan_move("A3", day("3 Dec")).warnings if "that day" in one], "no time is said"
