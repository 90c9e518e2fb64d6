"""The footprint: what leaves a mark, what ends a time without, and what the caseload's months say."""

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    ChangeSetting,
    EndCare,
    RaiseAlert,
    RecordContact,
    RecordEvent,
    RecordReviewHeld,
    RecordTaskDone,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import AlertStage, ContactKind, EventKind, LateReason, Participation, Role, Task
from iro_desktop.services.footprint_views import Lane
from tests.conftest import TODAY
from tests.services.cases import HALF_WAY_LEFT_OUT, IRO
from tests.services.office import Office, day

VISIT, CALL, MEETING = ContactKind.VISIT, ContactKind.CALL, ContactKind.MEETING
CHILD = AddChild(child="A1", looked_after_since=day("1 Jan"), tracking_from=day("1 Jan"), iro="Jo Bloggs")


def contact(on: str, how: ContactKind = VISIT, whom: Role | None = None, note: str | None = None) -> RecordContact:
    return RecordContact(child="A1", on=day(on), how=how, with_whom=whom, note=note)


def held(on: str) -> RecordReviewHeld:
    return RecordReviewHeld(child="A1", held_on=day(on), participation=Participation.PN1, late_reason=LateReason.FAMILY)


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def test_marks_stand_in_their_lanes_newest_first_with_what_was_said(office: Office):
    office.each(
        contact("3 Feb", note="At school"),
        contact("4 Feb", CALL, Role.SCHOOL),
        contact("5 Feb", MEETING),
        RecordEvent(child="A1", what=EventKind.EXCLUSION, happened_on=day("6 Feb"), told_on=day("9 Feb")),
        RaiseAlert(child="A1", raised_on=day("10 Feb")),
    )
    marks = office.desk().footprint("A1").marks
    assert [(one.on.day, one.lane, one.what, one.detail) for one in marks] == [
        (10, Lane.ALERT, "Informal alert", ""),
        (6, Lane.EVENT, "Exclusion from school", "told 9 Feb 2026"),
        (5, Lane.MEETING, "Meeting attended", ""),
        (4, Lane.OTHERS, "Telephone with a professional", "with school"),
        (3, Lane.CHILD, "Visit to the child", "At school"),
    ]
    assert [one.is_contact for one in marks] == [False, False, True, True, True]


def test_a_mark_that_was_entered_here_can_be_taken_away_by_its_own_act(office: Office):
    office.each(contact("4 Feb", CALL, Role.SCHOOL), held("20 Jan"))
    for mark in office.desk().footprint("A1").marks:
        if mark.remove is not None:
            office.do(mark.remove)
    assert [one.what for one in office.desk().footprint("A1").marks] == ["Review"]


def test_reviews_mid_points_and_contacts_end_a_time_without_but_events_and_alerts_do_not(office: Office):
    office.each(
        held("20 Jan"),
        RecordEvent(child="A1", what=EventKind.MISSING, happened_on=day("1 Mar")),
        RaiseAlert(child="A1", raised_on=day("2 Mar")),
        contact("1 May"),
        RecordTaskDone(child="A1", task=Task.IRO_VISIT, done_on=day("1 Aug")),
    )
    view = office.desk().footprint("A1")
    assert [(one.from_on, one.to_on, one.is_open) for one in view.gaps] == [
        (day("20 Jan"), day("1 May"), False),
        (day("1 May"), day("1 Aug"), False),
        (day("1 Aug"), TODAY, True),
    ]
    assert "114 days, 1 Aug 2026 to today; the service’s limit is 90 days" in view.longest_words


def test_a_mid_point_ends_a_time_without_and_one_left_out_does_not(office: Office):
    office.do(held("20 Jan"))
    left_out = type(HALF_WAY_LEFT_OUT)(child="A1", review_on=day("20 Jan"), on=day("1 Apr"), reason="x")
    office.do(left_out)
    assert [one.days for one in office.desk().footprint("A1").gaps] == [(TODAY - day("20 Jan")).days]
    office.do(RecordTaskDone(child="A1", task=Task.MID_POINT, done_on=day("20 Apr"), review_on=day("20 Jan")))
    assert [one.to_on for one in office.desk().footprint("A1").gaps] == [TODAY]


def test_exactly_the_limit_is_not_over_it_and_the_service_chooses_it(office: Office):
    office.each(contact("24 May"), contact("22 Aug"))  # 90 days, then 93 to today
    assert [one.from_on for one in office.desk().footprint("A1").gaps] == [day("1 Jan"), day("22 Aug")]
    office.do(ChangeSetting(setting="footprint-gap", value="none", from_on=day("1 Jan")))
    view = office.desk().footprint("A1")
    assert (view.gaps, view.limit_words) == ((), "")
    office.do(ChangeSetting(setting="footprint-gap", value="5m", from_on=day("2 Jan")))
    assert office.desk().footprint("A1").gaps == ()
    assert office.desk().footprint("A1").limit_words == "5 months"


def test_what_lies_before_the_child_is_followed_here_is_no_time_without(office: Office):
    office.do(AddChild(child="B1", last_review_on=day("2 Feb"), tracking_from=day("2 Nov")))
    view = office.desk().footprint("B1")
    assert view.gaps == ()
    assert "21 days, 2 Nov 2026 to today" in view.longest_words


def test_the_time_without_ends_with_care(office: Office):
    office.each(contact("1 Feb"), EndCare(child="A1", on=day("1 Mar"), reason="E4A"))
    view = office.desk().footprint("A1")
    assert view.gaps == ()
    assert "31 days, 1 Jan 2026 to 1 Feb 2026" in view.longest_words


MANY: tuple[Act, ...] = (
    contact("3 Mar"),
    contact("4 Mar", CALL, Role.CARER),
    held("20 Jan"),
    AddChild(child="B1", looked_after_since=day("2 Nov"), iro="Jo Bloggs"),
)


def test_the_caseload_counts_contacts_by_month_longest_without_first(office: Office):
    office.each(*MANY)
    desk = office.desk()
    view = desk.footprints()
    assert [one.child for one in view.rows] == ["A1", "B1"]
    assert (view.over, len(view.months), view.months[-1]) == (1, 12, day("1 Nov"))
    row = view.rows[0]
    assert {cell.month.month: cell.contacts for cell in row.months if cell.contacts} == {3: 2}
    assert [cell.month.month for cell in row.months if cell.has_review] == [1]
    assert [cell.month.month for cell in row.months if cell.is_over] == list(range(3, 12))
    assert row.months[0].is_outside
    assert row.is_over
    assert (row.contacts, row.days_since) == (2, (TODAY - day("4 Mar")).days)
    assert "over the service’s limit today" in row.sentence


def test_the_caseload_is_of_the_iro_in_scope(office: Office):
    office.each(*MANY, AddChild(child="C1", looked_after_since=day("2 Nov")))
    desk = office.desk()
    desk.set_scope("Jo Bloggs")
    assert {one.child for one in desk.footprints().rows} == {"A1", "B1"}
    desk.set_scope(None)
    assert {one.child for one in desk.footprints().rows} == {"A1", "B1", "C1"}


def test_a_child_who_is_not_here_is_said_so(office: Office):
    with pytest.raises(UserError, match="no child"):
        office.desk().footprint("Z9")


def test_an_alert_marks_each_stage(office: Office):
    office.do(RaiseAlert(child="A1", raised_on=day("10 Feb"), stage=AlertStage.FORMAL))
    assert office.desk().footprint("A1").marks[0].what == "Formal alert"
