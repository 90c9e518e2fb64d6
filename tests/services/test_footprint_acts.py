"""Contacts, significant events and mid-points: recorded once, in a possible order, taken away again."""

from datetime import date

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    RecordContact,
    RecordEvent,
    RecordMidPoint,
    RecordReviewHeld,
    RecordTaskDone,
    RemoveContact,
    RemoveEvent,
    SkipMidPoint,
)
from iro_desktop.domain.records import SKIPPED
from iro_desktop.domain.vocabulary import ContactKind, EventKind, Participation, Role, Standing, Task
from tests.services.cases import CHILD, FIRST, HALF_WAY_LEFT_OUT, IRO, MOVED_OUT, VISITED
from tests.services.office import Office, day

VISIT, CALL = ContactKind.VISIT, ContactKind.CALL
HELD = day("5 Nov")
HALF_WAY = RecordMidPoint(child="A1", review_on=HELD, on=day("20 Nov"))
OLDER = AddChild(
    child="B1",
    last_review_on=day("1 Jul"),
    last_review_number=4,
    born_on=date(2012, 2, 2),
    tracking_from=day("1 Jun"),
)


def visit(on: str, **more: object) -> RecordContact:
    return RecordContact(child="A1", on=day(on), how=VISIT, **more)  # type: ignore[arg-type]


def event(happened: str, told: str | None = None) -> RecordEvent:
    return RecordEvent(
        child="A1", what=EventKind.MISSING, happened_on=day(happened), told_on=day(told) if told else None
    )


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def test_contacts_and_events_stand_with_the_child_oldest_first(office: Office):
    office.each(visit("20 Nov"), visit("18 Nov"), event("3 Nov", "4 Nov"), MOVED_OUT)
    facts = office.facts()
    assert [one.on for one in facts.contacts] == [day("18 Nov"), day("20 Nov")]
    assert [(one.what, one.told_on) for one in facts.events] == [
        (EventKind.MISSING, day("4 Nov")),
        (EventKind.PLACEMENT_CHANGE, day("18 Nov")),
    ]


def test_two_contacts_on_one_day_differ_by_kind_or_person(office: Office):
    for act in (
        VISITED,
        RecordContact(child="A1", on=VISITED.on, how=CALL, with_whom=Role.SCHOOL),
        RecordContact(child="A1", on=VISITED.on, how=CALL, with_whom=Role.CARER),
    ):
        office.do(act)
    assert len(office.facts().contacts) == 3


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((), visit("24 Nov"), "24 Nov 2026 is still to come"),
        ((), visit("1 Oct"), "known here only from 12 Oct 2026 on"),
        ((VISITED,), VISITED, "Visit to the child on 18 Nov 2026 is recorded already"),
        ((), RemoveContact(child="A1", on=VISITED.on, how=VISIT), "is not recorded"),
        ((), event("24 Nov"), "still to come"),
        ((), event("1 Oct"), "known here only from 12 Oct 2026 on"),
        ((), event("20 Nov", "24 Nov"), "24 Nov 2026 is still to come"),
        ((), event("20 Nov", "19 Nov"), "cannot have been told on 19 Nov 2026 of what happened on 20 Nov 2026"),
        ((event("3 Nov"),), event("3 Nov", "4 Nov"), "Missing from care on 3 Nov 2026 is recorded already"),
        ((), RemoveEvent(child="A1", what=EventKind.MISSING, happened_on=day("3 Nov")), "is not recorded"),
        ((FIRST,), RecordMidPoint(child="A1", review_on=HELD, on=HELD), "A mid-point lies after its review"),
        ((FIRST,), RecordMidPoint(child="A1", review_on=HELD, on=day("24 Nov")), "still to come"),
        ((), HALF_WAY, "No review of A1 on 5 Nov 2026 is recorded"),
        ((FIRST, HALF_WAY), HALF_WAY, "recorded already on 20 Nov 2026"),
        ((FIRST, HALF_WAY), HALF_WAY_LEFT_OUT, "was done on 20 Nov 2026: it was not left out"),
        ((FIRST, HALF_WAY_LEFT_OUT), HALF_WAY_LEFT_OUT, "left out already"),
        ((FIRST,), SkipMidPoint(child="A1", review_on=HELD, on=day("20 Nov"), reason=" "), "Say why"),
        ((FIRST,), SkipMidPoint(child="A1", review_on=HELD, on=day("24 Nov"), reason="x"), "not in the future"),
    ],
)
def test_what_cannot_be_is_refused_in_words(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)


def test_a_mid_point_after_the_next_review_is_refused(office: Office):
    second = RecordReviewHeld(child="A1", held_on=day("19 Nov"), participation=Participation.PN1)
    office.each(FIRST, second)
    assert "next review was held on 19 Nov 2026" in office.refused(HALF_WAY)


def test_a_child_whose_start_is_not_known_may_have_been_visited_any_day_since_birth(office: Office):
    office.do(OLDER)
    office.do(RecordContact(child="B1", on=date(2020, 1, 7), how=VISIT))
    born_later = RecordContact(child="B1", on=date(2011, 1, 7), how=VISIT)
    assert "known here only from 2 Feb 2012" in office.refused(born_later)


@pytest.mark.parametrize(
    "done", [HALF_WAY, RecordTaskDone(child="A1", task=Task.MID_POINT, done_on=day("20 Nov"), review_on=HELD)]
)
def test_a_mid_point_done_after_all_takes_the_place_of_the_one_left_out(office: Office, done: Act):
    office.each(FIRST, HALF_WAY_LEFT_OUT, done)
    (one,) = office.facts().completions
    assert (one.task, one.done_on, one.detail) == (Task.MID_POINT, day("20 Nov"), None)


def test_left_out_it_is_owed_no_more_and_the_reason_is_told_with_why(office: Office):
    office.do(OLDER)
    (owed,) = office.deadlines("B1", "mid-point")
    assert owed.is_open
    office.do(SkipMidPoint(child="B1", review_on=day("1 Jul"), on=day("20 Nov"), reason="Placed for adoption"))
    (after,) = office.deadlines("B1", "mid-point")
    assert (after.standing, after.note) == (Standing.MISSED, "Left out: Placed for adoption")
    assert "Left out: Placed for adoption" in office.desk().why(after.id).as_text
    assert [one.detail for one in office.facts("B1").completions] == [SKIPPED]


def test_a_visit_is_with_the_child_whether_that_is_said_or_not(office: Office):
    office.do(VISITED)
    said = visit("18 Nov", with_whom=Role.CHILD)
    assert "recorded already" in office.refused(said)
    office.do(RemoveContact(child="A1", on=VISITED.on, how=VISIT, with_whom=Role.CHILD))
    assert office.facts().contacts == ()


def test_the_child_tells_contacts_and_events_in_words_newest_first(office: Office):
    office.each(VISITED, visit("20 Nov", with_whom=Role.CARER), MOVED_OUT)
    view = office.desk().child("A1")
    assert [(one.on, one.words) for one in view.contacts] == [
        (day("20 Nov"), "Visit to the child, with carer"),
        (day("18 Nov"), "Visit to the child, At school"),
    ]
    assert [one.words for one in view.events] == [
        "Unplanned change of placement, told 18 Nov 2026, early review needed, To emergency carers"
    ]
