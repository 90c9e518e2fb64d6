"""What is sent and comes back, wishes and the talk with the child: what is refused, with its sentence."""

from dataclasses import replace
from datetime import date

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    ChangePerson,
    PersonLeaves,
    RecordChased,
    RecordReturned,
    RecordTalk,
    RecordTaskDone,
    RecordWishes,
    RestrictPerson,
)
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, Standing, TalkHow, Task
from tests.services.cases import BOOKED, CHILD, FIRST, IRO
from tests.services.cases_around import MOTHER, SENT, SENT_TO_SCHOOL
from tests.services.office import Office, day

BACK = RecordReturned(
    child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"),
    returned_on=day("16 Nov"), person="Mary Smith",
)  # fmt: skip
AGAIN = RecordChased(
    child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"),
    chased_on=day("16 Nov"), person="Mary Smith",
)  # fmt: skip
TALK = RecordTalk(child="A1", on=day("19 Nov"), how=TalkHow.ALONE)
BABY = AddChild(child="B1", looked_after_since=day("12 Oct"), tracking_from=day("12 Oct"), born_on=date(2023, 5, 5))


@pytest.fixture(autouse=True)
def a_child(office: Office) -> None:
    office.each(IRO, CHILD, MOTHER)


def test_nothing_was_sent_in_the_future_before_care_or_twice(office: Office):
    assert "still to come" in office.refused(replace(SENT, sent_on=day("24 Nov")))
    assert "before A1 came into care, 12 Oct 2026" in office.refused(replace(SENT, sent_on=day("11 Oct")))
    assert "before the child was born" in office.refused(replace(SENT, sent_on=day("1 May 2015")))
    office.do(SENT)
    assert "recorded already" in office.refused(SENT)
    office.do(replace(SENT, sent_on=day("10 Nov")))


def test_it_is_sent_to_people_in_their_own_role_while_they_are_there(office: Office):
    assert "recorded as mother, not as father" in office.refused(replace(SENT, to=Role.FATHER))
    office.do(PersonLeaves(child="A1", person="Mary Smith", on=day("5 Nov")))
    assert "no longer around A1 since 5 Nov 2026" in office.refused(SENT)


def test_it_comes_back_once_and_not_before_it_went(office: Office):
    assert "not recorded as sent" in office.refused(BACK)
    office.do(SENT)
    assert "before it was sent" in office.refused(replace(BACK, returned_on=day("6 Nov")))
    assert "still to come" in office.refused(replace(BACK, returned_on=day("24 Nov")))
    office.do(BACK)
    assert "came back on 16 Nov 2026 already" in office.refused(BACK)
    assert "nothing is to be chased" in office.refused(AGAIN)


def test_it_is_found_though_the_persons_role_was_put_right(office: Office):
    office.each(SENT, ChangePerson(child="A1", person="Mary Smith", role=Role.RELATIVE))
    office.do(replace(BACK, to=Role.RELATIVE))
    assert office.facts().sendings[0].returned_on == day("16 Nov")


def test_each_chase_is_later_than_the_one_before(office: Office):
    office.do(SENT)
    assert "before it was sent" in office.refused(replace(AGAIN, chased_on=day("6 Nov")))
    office.do(AGAIN)
    assert "chased on 16 Nov 2026 already" in office.refused(AGAIN)
    office.do(replace(AGAIN, chased_on=day("20 Nov")))
    (sending,) = office.facts().sendings
    assert (sending.chases, sending.chased_on) == (2, day("20 Nov"))


def test_nobody_is_chased_to_whom_nothing_is_sent(office: Office):
    office.do(SENT)
    office.do(
        RestrictPerson(
            child="A1", person="Mary Smith", what=Restriction.NOTHING_SENT, reason="Bail", from_on=day("10 Nov")
        )
    )
    assert "The reason: Bail." in office.refused(AGAIN)
    assert "The reason: Bail." in office.refused(replace(SENT, sent_on=day("10 Nov")))
    office.do(BACK)


def test_an_agency_as_such_is_told_apart_from_its_people(office: Office):
    office.each(SENT_TO_SCHOOL, SENT)
    returned = replace(BACK, what=SendingKind.INVITATION, to=Role.SCHOOL, person=None)
    office.do(returned)
    assert [one.returned_on for one in office.facts().sendings if one.to is Role.SCHOOL] == [day("16 Nov")]


def test_wishes_told_again_the_same_day_take_the_place_of_the_others(office: Office):
    assert "Nothing is said yet" in office.refused(RecordWishes(child="A1", told_on=day("19 Nov"), where=" "))
    assert "still to come" in office.refused(RecordWishes(child="A1", told_on=day("24 Nov"), where="School"))
    told = RecordWishes(child="A1", told_on=day("19 Nov"), where="School", explained_on=day("18 Nov"))
    office.do(told)
    assert "stands already" in office.refused(told)
    office.do(RecordWishes(child="A1", told_on=day("19 Nov"), views="No more moves."))
    (wishes,) = office.facts().wishes
    assert (wishes.where, wishes.views, wishes.explained_on) == (None, "No more moves.", None)


@pytest.mark.parametrize("how", [TalkHow.OBSERVED, TalkHow.THROUGH_OTHERS])
def test_a_child_of_four_is_not_heard_through_others(office: Office, how: TalkHow):
    assert "four or older on that day" in office.refused(replace(TALK, how=how))
    office.do(BABY)
    office.do(replace(TALK, child="B1", how=how))


def test_a_child_under_four_may_be_spoken_to_alone(office: Office):
    office.do(BABY)
    office.do(replace(TALK, child="B1"))


def test_a_child_not_yet_born_is_not_heard(office: Office):
    office.do(AddChild(child="C1", born_on=day("20 Dec")))
    assert "not yet born" in office.refused(replace(TALK, child="C1"))
    assert "not yet born" in office.refused(RecordWishes(child="C1", told_on=day("19 Nov"), views="x"))


def test_not_appropriate_says_why_and_the_same_is_not_said_twice(office: Office):
    assert "Say why" in office.refused(replace(TALK, how=TalkHow.NOT_SUITABLE))
    office.do(TALK)
    assert "recorded already" in office.refused(TALK)
    office.do(replace(TALK, how=TalkHow.REFUSED))


def test_a_talk_reported_as_done_gets_its_how_in_place(office: Office):
    office.do(RecordTaskDone(child="A1", task=Task.CHILD_SEEN, done_on=day("19 Nov")))
    office.do(TALK)
    (done,) = office.facts().completions
    assert done.detail == TalkHow.ALONE


def test_a_refusal_settles_the_duty_before_the_review(office: Office):
    office.each(FIRST, BOOKED, replace(TALK, how=TalkHow.REFUSED))
    (duty,) = (one for one in office.deadlines(rule="before.child-seen") if one.trigger_on == BOOKED.review_on)
    assert duty.standing is Standing.MET
    assert "did not want to" in duty.note
