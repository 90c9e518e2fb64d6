"""The booking window: its bounds in order, no day offered that is blocked, slack from the ledger."""

from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Booking
from iro_desktop.domain.vocabulary import Asker, BookingStatus, CircumstanceKind
from iro_desktop.rules.calendar import england
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.plan_views import BookingWindow
from iro_desktop.services.planning.slack import forward_shifts, ninetieth, slack_of
from iro_desktop.store.identity import new_id
from tests.conftest import TODAY
from tests.services.office import Office, day
from tests.services.planning.family import IROS, a_family, in_care

CALENDAR = england()


def window(office: Office, child: str = "A1") -> BookingWindow:
    found = office.desk().booking_window(child)
    assert found is not None
    return found


def test_the_window_lies_between_half_the_interval_and_the_slack_before_the_limit(office: Office):
    a_family(office)
    found = window(office)
    assert (found.what, found.rule) == ("Fourth review", "review.later")
    assert found.last_lawful == day("1 Jan 2027")
    assert found.earliest == day("14 Dec")  # fifteen working days from today
    assert (found.slack, found.book_by) == (5, day("22 Dec"))
    assert found.arrange_by == day("1 Dec")
    assert not found.is_tight
    assert [one.on for one in found.offers] == [day(f"{n} Dec") for n in (22, 21, 18, 17, 16)]
    assert {one.why for one in found.offers} == {"room for a move"}
    assert (day("25 Dec"), "Christmas Day") in found.blocked


def test_half_of_six_months_has_to_run_first(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("10 Nov")))
    found = window(office)
    assert (found.last_lawful, found.earliest) == (day("10 May 2027"), day("9 Feb 2027"))
    assert found.earliest_words == "half of the interval has run by then"


def test_a_second_review_comes_ten_working_days_after_the_first_at_the_soonest(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("20 Nov"), number=1))
    found = window(office)
    assert found.last_lawful == day("20 Feb 2027")
    assert found.earliest == CALENDAR.add(TODAY, 15)
    near = CALENDAR.add(day("20 Nov"), 11)
    assert near < found.earliest


def test_a_near_limit_is_tight_and_keeps_half_the_room(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("2 Jun")))
    found = window(office)
    assert (found.earliest, found.last_lawful) == (day("24 Nov"), day("2 Dec"))
    assert found.is_tight
    assert (found.slack, found.book_by) == (3, day("27 Nov"))
    assert "The limit is near" in found.words


def test_an_overdue_review_is_offered_the_next_days_that_suit(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("1 May")))
    office.do(acts.RecordLeave(iro=IROS[0], from_on=day("24 Nov"), to_on=day("25 Nov")))
    found = window(office)
    assert found.is_tight
    assert found.earliest == day("26 Nov")
    assert found.words.startswith("Out of timescale already")
    assert [one.on for one in found.offers] == [day("26 Nov"), day("27 Nov"), day("30 Nov"), day("1 Dec"), day("2 Dec")]


def test_leave_up_to_the_limit_is_said(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("2 Jun")))
    office.do(acts.RecordLeave(iro=IROS[0], from_on=TODAY, to_on=day("4 Dec")))
    found = window(office)
    assert found.earliest == day("7 Dec")
    assert "somebody else could hold it in time" in found.words


def test_the_review_is_booked_before_a_hearing_in_the_window(office: Office):
    a_family(office)
    office.do(acts.RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("18 Dec")))
    found = window(office)
    assert found.book_by == day("17 Dec")
    assert (day("18 Dec"), "not before the hearing of 18 Dec 2026") in found.blocked
    assert "before the hearing of 18 Dec 2026" in found.words


def test_a_hearing_with_no_day_before_it_blocks_nothing(office: Office):
    a_family(office)
    office.do(acts.RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("24 Nov")))
    assert window(office).book_by == day("22 Dec")


def test_a_day_on_which_a_sister_is_booked_is_offered_first(office: Office):
    a_family(office)
    desk = office.desk()
    desk.apply_move("A2", day("16 Dec"), [], Asker.IRO, "room")
    best = window(office, "A1").offers[0]
    assert (best.on, best.why) == (day("16 Dec"), "a brother or sister is reviewed that day")


def test_where_no_review_is_owed_there_is_no_window(office: Office):
    office.do(acts.AddChild(child="L1", born_on=TODAY - timedelta(days=4000)))
    assert office.desk().booking_window("L1") is None


@pytest.mark.parametrize("seed", range(3))
def test_every_window_is_in_order_and_offers_no_blocked_day(authority: LocalDesk, seed: int):
    rng = Random(seed)
    for iro in authority.iros():
        start = TODAY + timedelta(days=rng.randint(1, 60))
        with suppress(UserError):  # away already
            authority.act(acts.RecordLeave(iro=iro, from_on=start, to_on=start + timedelta(days=rng.randint(0, 20))))
    found = [authority.booking_window(row.child) for row in authority.caseload().rows]
    assert sum(one is not None for one in found) > 15
    for one in found:
        if one is None:
            continue
        assert one.earliest <= one.book_by
        assert one.book_by <= one.last_lawful or one.is_tight
        assert one.earliest > TODAY
        assert len(one.offers) <= 5
        blocked = {on for on, _ in one.blocked}
        for offer in one.offers:
            assert offer.on not in blocked
            assert CALENDAR.is_working(offer.on)
            assert one.earliest <= offer.on
            assert offer.spare == CALENDAR.between(offer.on, one.last_lawful)


# --- slack


def _moved(child: str, *days: str) -> list[Booking]:
    """A booking moved from day to day, each on a day of its own."""
    found = []
    for number, text in enumerate(days):
        is_last = number == len(days) - 1
        status = BookingStatus.OPEN if is_last else BookingStatus.MOVED
        made_on = TODAY - timedelta(days=30 - number)
        closed_on = None if is_last else made_on + timedelta(days=1)
        found.append(Booking(new_id(), child, day(text), status, made_on, closed_on=closed_on))
    return found


def test_only_moves_to_a_later_day_count_in_working_days():
    assert forward_shifts(_moved("c", "1 Dec", "8 Dec", "4 Dec", "29 Dec"), CALENDAR) == [5, 15]


def test_a_cancelled_booking_is_no_move():
    cancelled = Booking(new_id(), "c", day("1 Dec"), BookingStatus.CANCELLED, TODAY, closed_on=TODAY)
    again = Booking(new_id(), "c", day("9 Dec"), BookingStatus.OPEN, TODAY)
    assert forward_shifts([cancelled, again], CALENDAR) == []


@pytest.mark.parametrize(("shifts", "expected"), [(range(1, 9), 8), (range(1, 11), 9), (range(1, 21), 18), ([3], 3)])
def test_the_ninetieth_percentile_is_by_nearest_rank(shifts, expected):
    assert ninetieth(shifts) == expected


def _with_moves(office: Office, child: str, count: int, first: int) -> None:
    """So many moves, each a working day longer than the one before."""
    booked = day("1 Dec")
    office.do(acts.BookReview(child=child, review_on=booked, booked_on=TODAY))
    for number in range(count):
        to_on = CALENDAR.add(booked, first + number)
        office.do(
            acts.MoveBooking(
                child=child, review_on=booked, to_on=to_on, moved_on=TODAY, asked_by=Asker.CARER, reason="asked"
            )
        )
        booked = to_on


def test_slack_is_the_iros_own_from_eight_moves_on_else_everybodys_else_five(office: Office):
    office.do(*(acts.AddIro(name=name) for name in IROS), *in_care("A1", day("1 Jul")))
    office.do(*in_care("A2", day("1 Jul"), IROS[1]))
    assert slack_of(office.snapshot(), IROS[0]).days == 5
    assert "by default: 0 moves" in slack_of(office.snapshot(), IROS[0]).words
    _with_moves(office, "A1", 8, 1)
    own = slack_of(office.snapshot(), IROS[0])
    assert own.days == 8
    assert own.words == "8 working days: nine in ten of this IRO's moves to a later day were within it (8 moves)"
    other = slack_of(office.snapshot(), IROS[1])
    assert other.days == 8
    assert "all IROs' moves" in other.words
