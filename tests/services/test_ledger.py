"""The rearrangement ledger: what became of each booking, with what notice, and whether it was in time."""

import pytest

from iro_desktop.domain.acts import BookReview, CancelBooking, MoveBooking, RecordReviewHeld
from iro_desktop.domain.vocabulary import Asker, Participation
from iro_desktop.services.diary_views import LedgerLine
from iro_desktop.services.ledger import chain_of, ledger
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office, day

ON, LATER, LAST = day("20 Jan 2027"), day("1 Feb 2027"), day("10 Feb 2027")


@pytest.fixture
def booked(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST, BookReview(child="A1", review_on=ON, at="10:00", booked_on=day("16 Nov")))
    return office


def move(from_on, to_on, moved_on="23 Nov", reason="School trip"):
    return MoveBooking(
        child="A1", review_on=from_on, to_on=to_on, moved_on=day(moved_on), asked_by=Asker.CHILD, reason=reason
    )


def lines(office: Office) -> tuple[LedgerLine, ...]:
    now = office.snapshot()
    return ledger(now, now.children["A1"])


def test_a_booking_stands_there_with_the_day_it_was_made(booked):
    (line,) = lines(booked)
    assert (line.review_on, line.at, line.booked_on, line.became) == (ON, "10:00", day("16 Nov"), "booked")
    assert (line.notice, line.notice_words, line.in_timescale) == (None, "", True)


def test_a_move_says_who_asked_why_and_with_what_notice(booked):
    booked.do(move(ON, LATER))
    new, old = lines(booked)
    assert (new.review_on, new.became) == (LATER, "booked")
    assert (old.became, old.asked_by, old.reason) == ("moved to Mon 1 Feb 2027", "the child", "School trip")
    assert old.notice == booked.snapshot().calendar.between(day("23 Nov"), ON)
    assert old.notice_words == f"{old.notice} working days’ notice"


def test_a_move_out_of_timescale_is_told_apart(booked):
    booked.do(move(ON, LAST))
    new, old = lines(booked)
    assert (new.in_timescale, old.in_timescale) == (False, True)


@pytest.mark.parametrize(
    ("review_on", "notice", "words"),
    [("24 Nov", 1, "1 working day’s notice"), ("23 Nov", 0, "on the day"), ("20 Nov", -1, "after the day")],
)
def test_short_notice_is_said_as_it_is(office, review_on, notice, words):
    office.each(
        IRO,
        CHILD,
        FIRST,
        BookReview(child="A1", review_on=day(review_on), booked_on=day("16 Nov")),
        CancelBooking(child="A1", review_on=day(review_on), cancelled_on=day("23 Nov"), reason="Snow"),
    )
    (line,) = lines(office)
    assert (line.became, line.notice, line.notice_words, line.reason) == ("cancelled", notice, words, "Snow")


def test_a_review_that_was_held_settles_its_booking_and_judges_it_by_what_was_owed_then(office):
    office.each(
        IRO,
        CHILD,
        BookReview(child="A1", review_on=day("5 Nov"), booked_on=day("19 Oct")),
        RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1),
    )
    (line,) = lines(office)
    assert (line.became, line.in_timescale) == ("held", True)


def test_the_chain_of_moves_is_followed_back_to_the_first_booking(booked):
    booked.each(move(ON, LATER), move(LATER, LAST, reason="Carer ill"))
    facts = booked.facts()
    newest = max(facts.bookings, key=lambda one: one.id)
    assert [one.review_on for one in chain_of(facts, newest.id)] == [ON, LATER, LAST]
    booked.do(CancelBooking(child="A1", review_on=LAST, cancelled_on=day("23 Nov"), reason="Snow"))
    booked.do(BookReview(child="A1", review_on=ON))
    facts = booked.facts()
    newest = max(facts.bookings, key=lambda one: one.id)
    assert [one.review_on for one in chain_of(facts, newest.id)] == [ON], "a new booking begins a chain of its own"
