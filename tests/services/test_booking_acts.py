"""Bookings in detail: where they are held, another time or place, and time kept free beside them."""

import pytest

from iro_desktop.domain.acts import AddIro, BlockTime, BookReview, ChangeBooking, FreeTime, MoveBooking
from iro_desktop.domain.records import Booking, DiaryBlock
from iro_desktop.domain.vocabulary import Asker, BookingStatus, Venue
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import EntryKind
from tests.services.cases import BLOCK, CHILD, FIRST, IRO
from tests.services.office import Office, day

ON, TO = day("20 Jan 2027"), day("22 Jan 2027")
AT_SCHOOL = BookReview(child="A1", review_on=ON, at="10:00", place="Elm Primary", venue=Venue.SCHOOL)


@pytest.fixture
def booked(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST, AT_SCHOOL)
    return office


def the_open(office: Office) -> Booking:
    (found,) = [one for one in office.facts().bookings if one.status is BookingStatus.OPEN]
    return found


def moved(place: str | None = None, venue: Venue | None = None) -> MoveBooking:
    return MoveBooking(
        child="A1",
        review_on=ON,
        to_on=TO,
        moved_on=day("23 Nov"),
        asked_by=Asker.CHILD,
        reason="Trip",
        place=place,
        venue=venue,
    )


def where(office: Office) -> tuple[str | None, str | None, Venue | None]:
    one = the_open(office)
    return one.at, one.place, one.venue


def test_a_booking_keeps_time_place_and_what_sort_of_place(booked):
    assert where(booked) == ("10:00", "Elm Primary", Venue.SCHOOL)


def test_a_move_takes_time_and_place_along(booked):
    booked.do(moved())
    assert where(booked) == ("10:00", "Elm Primary", Venue.SCHOOL)


@pytest.mark.parametrize(
    ("told", "place", "venue"),
    [
        ({"venue": Venue.VIDEO}, None, Venue.VIDEO),
        ({"venue": Venue.SCHOOL}, "Elm Primary", Venue.SCHOOL),
        ({"place": "Oak Academy", "venue": Venue.SCHOOL}, "Oak Academy", Venue.SCHOOL),
        ({"place": "Room 4"}, "Room 4", None),
        ({"place": "Elm Primary"}, "Elm Primary", Venue.SCHOOL),
    ],
)
def test_of_another_sort_of_place_the_old_one_says_nothing(booked, told, place, venue):
    booked.do(moved(**told))
    assert where(booked) == ("10:00", place, venue)


def test_another_time_or_place_is_no_rearrangement(booked):
    booked.do(ChangeBooking(child="A1", review_on=ON, at="9.30", venue=Venue.VIDEO))
    assert where(booked) == ("09:30", None, Venue.VIDEO)
    assert len(booked.facts().bookings) == 1
    booked.do(ChangeBooking(child="A1", review_on=ON, at=""))
    assert where(booked) == (None, None, Venue.VIDEO)


def test_a_change_that_changes_nothing_or_of_no_booking_is_refused(booked):
    assert "how it stands already" in booked.refused(ChangeBooking(child="A1", review_on=ON, at="10:00"))
    assert "no open booking" in booked.refused(ChangeBooking(child="A1", review_on=TO, at="10:00"))
    assert "Write it as 09:30" in booked.refused(ChangeBooking(child="A1", review_on=ON, at="25:00"))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (BlockTime(iro="Jo Bloggs", on=day("20 Nov"), starts_at="14:00", minutes=60, what="x"), "has passed"),
        (BlockTime(iro="Jo Bloggs", on=ON, starts_at="14:00", minutes=0, what="x"), "minutes of one day"),
        (BlockTime(iro="Jo Bloggs", on=ON, starts_at="23:30", minutes=60, what="x"), "minutes of one day"),
        (BlockTime(iro="Jo Bloggs", on=ON, starts_at="2pm", minutes=60, what="x"), "Write it as 09:30"),
        (BlockTime(iro="Jo Bloggs", on=ON, starts_at="14:00", minutes=60, what=" "), "what the time is kept for"),
        (BlockTime(iro="No Body", on=ON, starts_at="14:00", minutes=60, what="x"), "There is no IRO"),
        (BlockTime(iro="Jo Bloggs", on=day("26 Nov"), starts_at="15:00", minutes=60, what="x"), "already"),
        (FreeTime(iro="Jo Bloggs", on=ON, starts_at="14:00"), "No time is kept free"),
    ],
)
def test_time_that_cannot_be_kept_or_given_free_is_refused_in_words(booked, act, words):
    booked.do(BLOCK)
    assert words in booked.refused(act)


def test_time_of_two_iros_or_one_after_the_other_is_kept(booked):
    booked.each(
        BLOCK,
        AddIro(name="Ann Other"),
        BlockTime(iro="Ann Other", on=BLOCK.on, starts_at="14:00", minutes=60, what="Writing up"),
        BlockTime(iro="Jo Bloggs", on=BLOCK.on, starts_at="15.30", minutes=30, what="Calls"),
    )
    with booked.store.reading() as reader:
        assert sorted(one.starts_at for one in reader.all(DiaryBlock)) == ["14:00", "14:00", "15:30"]


def test_time_kept_free_stands_in_the_diary_and_a_review_in_it_is_told(booked):
    booked.do(BlockTime(iro="Jo Bloggs", on=ON, starts_at="10:30", minutes=60, what="Writing up"))
    view = diary(booked.snapshot(), "Jo Bloggs", ON, ON)
    block = next(one for one in view.entries if one.kind is EntryKind.BLOCK)
    assert (block.at, block.minutes, block.what) == ("10:30", 60, "Writing up")
    assert block.clashes == ("At the same time as A1, second review (10:00).",)
    review = next(one for one in view.entries if one.kind is EntryKind.REVIEW)
    assert review.clashes == ("At the same time as Writing up (10:30).",)
    assert review.place == "School, Elm Primary"
