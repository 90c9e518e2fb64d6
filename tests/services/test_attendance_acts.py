"""Who came to a review: recorded with it or later, replaced as a whole, and never against the child's code."""

import pytest

from iro_desktop.domain.acts import AddSitting, CorrectReview, RecordAttendance, RecordReviewHeld
from iro_desktop.domain.vocabulary import Participation, ReviewMethod, Role
from tests.services.cases import CHILD, FIRST, IRO, SERIES
from tests.services.office import Office, day

HELD_ON = FIRST.held_on


def came_to(office: Office) -> dict[Role, bool]:
    return {one.role: one.came for one in office.facts().attendances}


def attendance(came: tuple[Role, ...] = (), apologies: tuple[Role, ...] = ()) -> RecordAttendance:
    return RecordAttendance(child="A1", held_on=HELD_ON, came=came, apologies=apologies)


@pytest.fixture
def held(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST)
    return office


def test_who_came_is_recorded_with_the_review_and_whether_the_plan_was_current(office: Office):
    told = RecordReviewHeld(
        child="A1",
        held_on=HELD_ON,
        participation=Participation.PN1,
        came=(Role.CARER, Role.CHILD),
        apologies=(Role.SCHOOL,),
        is_plan_current=False,
    )
    office.each(IRO, CHILD, told)
    assert came_to(office) == {Role.CARER: True, Role.CHILD: True, Role.SCHOOL: False}
    assert office.review(HELD_ON).is_plan_current is False


def test_nothing_said_is_kept_as_not_known(held: Office):
    assert came_to(held) == {}
    assert held.review(HELD_ON).is_plan_current is None


def test_said_again_it_replaces_what_was_said(held: Office):
    held.do(attendance((Role.CARER, Role.SCHOOL), (Role.HEALTH,)))
    held.do(attendance((Role.CARER, Role.HEALTH), (Role.MOTHER,)))
    assert came_to(held) == {Role.CARER: True, Role.HEALTH: True, Role.MOTHER: False}


def test_said_again_the_same_nothing_is_saved(held: Office):
    held.do(attendance((Role.CARER,)))
    assert "how it stands already" in held.refused(attendance((Role.CARER,)))


@pytest.mark.parametrize(
    ("came", "apologies", "words"),
    [
        ((Role.CARER, Role.CARER), (), "Named twice: carer"),
        ((), (Role.SCHOOL, Role.SCHOOL), "Named twice: school"),
        ((Role.CARER,), (Role.CARER,), "Both there and not there: carer"),
        ((Role.IRO,), (), "needs no mention"),
        ((), (Role.CHILD,), "PN1 says that the child was there"),
    ],
)
def test_what_cannot_be_is_refused(held: Office, came, apologies, words):
    assert words in held.refused(attendance(came, apologies))


@pytest.mark.parametrize("code", [Participation.PN5, Participation.PN6, Participation.PN7])
def test_a_child_who_was_not_there_did_not_come(office: Office, code: Participation):
    office.each(IRO, CHILD)
    said = RecordReviewHeld(child="A1", held_on=HELD_ON, participation=code, came=(Role.CHILD,))
    assert f"{code} says that the child was not there" in office.refused(said)
    office.do(RecordReviewHeld(child="A1", held_on=HELD_ON, participation=code, apologies=(Role.CHILD,)))


def test_after_another_code_the_childs_own_presence_follows_it(held: Office):
    held.do(attendance((Role.CHILD, Role.CARER)))
    held.do(CorrectReview(child="A1", held_on=HELD_ON, participation=Participation.PN5))
    assert came_to(held) == {Role.CHILD: False, Role.CARER: True}


def test_a_review_not_recorded_has_no_attendance(held: Office):
    said = RecordAttendance(child="A1", held_on=day("6 Nov"), came=(Role.CARER,))
    assert "No review of A1 on 6 Nov 2026 is recorded" in held.refused(said)


def test_method_and_plan_are_corrected_and_what_is_not_said_stays(held: Office):
    held.do(CorrectReview(child="A1", held_on=HELD_ON, method=ReviewMethod.NO_MEETING, is_plan_current=True))
    review = held.review(HELD_ON)
    assert (review.method, review.is_plan_current) == (ReviewMethod.NO_MEETING, True)
    assert review.participation is Participation.PN1


def test_what_met_again_stays_a_series(office: Office):
    office.each(IRO, CHILD, SERIES, AddSitting(child="A1", held_on=HELD_ON, on=day("12 Nov")))
    words = office.refused(CorrectReview(child="A1", held_on=HELD_ON, method=ReviewMethod.MEETING))
    assert "Further meetings of that review are recorded" in words
