"""Care leavers in the service: followed by the same IRO at eighteen, reviewed, written up, listed with the gaps."""

from dataclasses import replace
from datetime import date

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AllocateIro,
    AllocateWorker,
    BookReview,
    ChangeHome,
    ChangeSetting,
    EndCare,
    MoveBooking,
    RecordHome,
    RecordMidPoint,
    RecordReviewHeld,
    RecordTaskDone,
    RecordTouch,
    WithdrawEligibility,
)
from iro_desktop.domain.vocabulary import (
    Accommodation,
    Asker,
    InTouch,
    LateReason,
    LeaverStatus,
    Participation,
    ReviewKind,
    Role,
    Task,
    WorkerRole,
)
from iro_desktop.services.figures import figures, span_of
from iro_desktop.services.planning.owed import limit_of, not_before, owed_next
from tests.conftest import TODAY
from tests.services.cases import IRO
from tests.services.cases_leavers import HOME, STATED, TOUCH
from tests.services.office import Office, day

# Eighteen on 2 March 2026; today is 23 November 2026.
YOUNG = AddChild(
    child="A3",
    born_on=date(2008, 3, 2),
    looked_after_since=day("6 Jan 2025"),
    iro="Jo Bloggs",
    tracking_from=day("6 Jan 2025"),
)
LAST_IN_CARE = RecordReviewHeld(
    child="A3", held_on=day("26 Jan 2026"), participation=Participation.PN1, late_reason=LateReason.OTHER
)
OF_AGE = EndCare(child="A3", on=day("2 Mar 2026"), reason="E8")
HELD = RecordReviewHeld(
    child="A3",
    held_on=day("16 Jul 2026"),
    participation=Participation.PN1,
    came=(Role.CHILD, Role.ADVISER),
)
FOLLOWED = (IRO, YOUNG, LAST_IN_CARE, OF_AGE)


@pytest.fixture
def followed(office: Office) -> Office:
    office.each(*FOLLOWED)
    return office


def test_the_same_iro_goes_on_at_eighteen(followed: Office):
    assert [one.to_on for one in followed.facts("A3").allocations] == [None]
    assert followed.snapshot().children["A3"].iro == "Jo Bloggs"


def test_the_iro_goes_on_for_a_relevant_child_and_ends_for_a_younger_one(office: Office):
    relevant = replace(YOUNG, born_on=date(2009, 9, 1), looked_after_since=day("6 Jan 2026"))
    younger = replace(relevant, child="A4", born_on=date(2014, 9, 1))
    ends = EndCare(child="A3", on=day("2 Nov"), reason="E4A")
    office.each(IRO, relevant, younger, ends, replace(ends, child="A4"))
    assert [office.facts(one).allocations[0].to_on for one in ("A3", "A4")] == [None, day("2 Nov")]


def test_nobody_is_followed_who_died_or_went_to_another_authority(office: Office):
    office.each(IRO, YOUNG, LAST_IN_CARE, replace(OF_AGE, reason="E3"))
    assert office.facts("A3").allocations[0].to_on == day("2 Mar 2026")
    assert [one for one in office.deadlines("A3") if one.is_open and one.rule.subject == "pathway"] == []


def test_a_pathway_review_is_booked_moved_recorded_and_written_up(followed: Office):
    followed.each(HELD, BookReview(child="A3", review_on=day("10 Dec"), at="10:30"))
    followed.do(
        MoveBooking(
            child="A3", review_on=day("10 Dec"), to_on=day("16 Dec"), reason="Exam", moved_on=day("23 Nov"),
            asked_by=Asker.CHILD,
        )
    )  # fmt: skip
    facts = followed.facts("A3")
    assert followed.review(day("16 Jul 2026"), "A3").kind is ReviewKind.PATHWAY
    assert {one.role for one in facts.attendances} >= {Role.CHILD}
    assert [(one.review_on, one.kind) for one in facts.bookings if one.closed_on is None] == [
        (day("16 Dec"), ReviewKind.PATHWAY)
    ]
    followed.do(RecordTaskDone(child="A3", task=Task.MINUTES, done_on=day("3 Aug 2026"), review_on=day("16 Jul 2026")))
    (minutes,) = [one for one in followed.deadlines("A3", "after.minutes") if one.review_on == day("16 Jul 2026")]
    assert minutes.standing == "met"


def test_iro_worker_and_adviser_are_allocated_after_eighteen(followed: Office):
    followed.each(
        AllocateWorker(child="A3", role=WorkerRole.ADVISER, worker="Sol Mere", from_on=day("2 Nov")),
        AllocateWorker(child="A3", role=WorkerRole.SOCIAL_WORKER, worker="Ida Fenwick", from_on=day("2 Nov")),
        AllocateIro(child="A3", iro="Jo Bloggs", from_on=day("9 Nov")),
    )
    (row,) = followed.desk().leavers().rows
    assert (row.adviser, row.iro) == ("Sol Mere", "Jo Bloggs")


def test_write_ups_diary_and_preparation_include_them(followed: Office):
    held = replace(HELD, held_on=day("16 Nov"), late_reason=None)
    followed.each(HELD, replace(held, came=()), BookReview(child="A3", review_on=day("10 Dec")))
    desk = followed.desk()
    assert {(row.child, row.held_on) for row in desk.write_ups().rows} >= {("A3", day("16 Nov"))}
    diary = desk.diary(day("1 Dec"), day("31 Dec"))
    assert any("A3" in entry.child for entry in diary.entries)
    sheet = desk.preparation("A3")
    assert sheet.child == "A3"
    assert any(one.rule.startswith("before.") for one in desk.child("A3").deadlines)


def test_a_mid_point_is_done_between_pathway_reviews_unless_the_service_has_none(followed: Office):
    followed.each(HELD)
    done = RecordMidPoint(child="A3", review_on=day("16 Jul 2026"), on=day("12 Oct 2026"))
    followed.do(ChangeSetting(setting="pathway-cycle", value="no", from_on=day("1 Jan 2026")))
    assert "By the service's choice" in followed.refused(done)
    followed.undo()
    followed.do(done)
    assert [one.standing.value for one in followed.deadlines("A3", "mid-point") if one.trigger_on == HELD.held_on] == [
        "met"
    ]


def test_the_measures_of_reviews_in_care_do_not_count_them(followed: Office):
    before = _figures(followed)
    done = RecordTaskDone(child="A3", task=Task.MINUTES, done_on=day("3 Aug 2026"), review_on=HELD.held_on)
    followed.each(HELD, done)
    assert _figures(followed) == before
    assert any(denominator for _, _, denominator in before)


def _figures(office: Office) -> list[tuple[str, int, int]]:
    found = figures(office.snapshot(), span_of(day("1 Jan 2026"), day("23 Nov"), TODAY))
    told = [one for one in found if not one.definition.id.startswith("pathway.")]
    return [(one.definition.id, one.numerator, one.denominator) for one in told]


class TestList:
    def test_it_names_status_plan_home_touch_and_what_is_missing(self, followed: Office):
        followed.each(HELD, HOME, TOUCH)
        (row,) = followed.desk().leavers().rows
        assert (row.status, row.status_words, row.age) == (LeaverStatus.FORMER_RELEVANT, "former relevant", 18)
        assert row.gaps == ("no personal adviser", "no pathway plan recorded")
        assert row.home_words == "independent living, suitable, since 5 Oct 2026"
        assert row.touch_words == "9 Nov 2026, 14 days ago"
        assert row.activity_words == "other education, full time"
        assert row.next_due_on == day("16 Jan 2027")
        assert row.ahead[0][:2] == (21, date(2029, 3, 2))

    def test_a_stated_entitlement_counts_until_it_is_taken_back(self, followed: Office):
        followed.each(replace(STATED, status=LeaverStatus.QUALIFYING))
        view = followed.desk().leaver("A3")
        assert view is not None
        assert (view.row.status_words, view.computed.status) == ("qualifying, stated", LeaverStatus.FORMER_RELEVANT)
        followed.do(WithdrawEligibility(child="A3", from_on=day("2 Nov")))
        assert followed.desk().leavers().rows[0].status is LeaverStatus.FORMER_RELEVANT

    def test_a_home_not_suitable_and_being_out_of_touch_are_named(self, followed: Office):
        followed.each(
            HOME,
            ChangeHome(child="A3", from_on=HOME.from_on, is_suitable=False),
            RecordTouch(child="A3", on=day("9 Nov"), in_touch=InTouch.NO),
        )
        assert {"home not suitable", "not in touch"} <= set(followed.desk().leavers().rows[0].gaps)

    def test_a_child_under_sixteen_has_no_page_about_it(self, office: Office):
        office.each(IRO, replace(YOUNG, born_on=date(2014, 9, 1)))
        assert office.desk().leaver("A3") is None
        assert office.desk().leavers().rows == ()


class TestAccommodation:
    """The 28-day review binds from its first day on; the last lawful day is that of the six months."""

    def test_the_next_review_is_not_before_28_days_and_by_the_six_months(self, followed: Office):
        home = RecordHome(child="A3", from_on=day("2 Nov"), what=Accommodation.FOYER, is_provided=True)
        followed.each(HELD, home)
        child = followed.snapshot().children["A3"]
        assert not_before(child) == day("30 Nov")
        assert limit_of(owed_next(child)) == day("16 Jan 2027")
        assert followed.desk().leavers().rows[0].next_due_on == day("30 Nov")


def test_recording_a_pathway_review_asks_about_the_pathway_plan_and_the_young_person(followed: Office):
    told = followed.desk().preview_review("A3", day("16 Jul 2026"), has_reason=False)
    assert told.is_pathway
    assert told.consulted_words == "Before it: no talk with the young person is recorded."
