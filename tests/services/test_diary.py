"""The diary: what stands on which day, in which words, and what speaks against it."""

import pytest

from iro_desktop.domain.acts import (
    AddBankHoliday,
    AddChild,
    AddIro,
    BookReview,
    FormSiblingGroup,
    MoveBooking,
    RecordCircumstance,
    RecordLeave,
    RecordReviewHeld,
)
from iro_desktop.domain.vocabulary import Asker, CircumstanceKind, Participation, Standing
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import DiaryEntry, DiaryView, EntryKind
from tests.services.office import Office, day

JO, ANN = "Jo Bloggs", "Ann Other"


def child(council_id: str, iro: str = JO) -> tuple[AddChild, RecordReviewHeld]:
    """Looked after since October, the first review held on 5 November: the second is due by 5 February 2027."""
    return (
        AddChild(
            child=council_id,
            looked_after_since=day("12 Oct"),
            tracking_from=day("12 Oct"),
            born_on=day("5 May 2015"),
            iro=iro,
        ),
        RecordReviewHeld(child=council_id, held_on=day("5 Nov"), participation=Participation.PN1),
    )


@pytest.fixture
def busy(office: Office) -> Office:
    office.each(AddIro(name=JO), AddIro(name=ANN), *child("A1"), *child("A2"), *child("A3"), *child("B1", ANN))
    return office


def book(council_id: str, on: str, at: str | None = None, place: str | None = None) -> BookReview:
    return BookReview(child=council_id, review_on=day(on), at=at, place=place)


def seen(office: Office, iro: str | None = JO, *, theirs: bool = False) -> DiaryView:
    return diary(office.snapshot(), iro, day("26 Oct"), day("28 Feb 2027"), theirs=theirs)


def reviews(office: Office, iro: str | None = JO) -> list[DiaryEntry]:
    return [one for one in seen(office, iro).entries if one.kind is EntryKind.REVIEW]


def test_a_booked_review_stands_on_its_day_with_time_place_and_slack(busy):
    busy.do(book("A1", "20 Jan 2027", "9.30", "At school"))
    (review,) = reviews(busy)
    assert (review.on, review.at, review.place, review.child) == (day("20 Jan 2027"), "09:30", "At school", "A1")
    owed = busy.owed()
    assert review.deadline_id == owed.id
    assert review.last_lawful == owed.due_on
    assert review.slack == busy.snapshot().calendar.between(review.on, review.last_lawful) > 0
    assert review.can_move
    assert not review.is_late
    assert review.sentence.startswith("09:30, A1, second review, At school, in timescale, ")


def test_a_review_booked_after_its_last_lawful_day_is_late(busy):
    busy.do(book("A1", "10 Feb 2027"))
    (review,) = reviews(busy)
    assert review.is_late
    assert (review.standing, review.slack) == (Standing.OVERDUE, -3)
    assert seen(busy).late == 1


def test_a_booked_day_that_passed_asks_what_became_of_it(busy):
    busy.do(book("A1", "20 Nov"))
    (review,) = reviews(busy)
    assert (review.on, review.standing, review.detail) == (day("20 Nov"), Standing.NOT_RECORDED, "Was it held?")
    assert seen(busy).unrecorded == 1
    busy.do(RecordReviewHeld(child="A1", held_on=day("20 Nov"), participation=Participation.PN1))
    assert reviews(busy) == []
    assert [one.what for one in seen(busy).entries if one.on == day("20 Nov")] == ["Review held"]


def test_a_moved_review_stands_on_its_new_day_alone(busy):
    busy.each(
        book("A1", "20 Jan 2027"),
        MoveBooking(
            child="A1",
            review_on=day("20 Jan 2027"),
            to_on=day("22 Jan 2027"),
            moved_on=day("23 Nov"),
            asked_by=Asker.CHILD,
            reason="School trip",
        ),
    )
    assert [one.on for one in reviews(busy)] == [day("22 Jan 2027")]


def test_the_review_that_is_not_booked_stands_on_its_last_lawful_day(busy):
    shown = [one for one in seen(busy).entries if one.child == "A1" and one.what == "Second review not booked"]
    assert [one.on for one in shown] == [busy.owed().due_on]
    busy.do(book("A1", "20 Jan 2027"))
    assert "Second review not booked" not in {one.what for one in seen(busy).entries if one.child == "A1"}


def test_three_of_one_kind_on_one_day_are_one_line_that_knows_its_parts(busy):
    minutes = [one for one in seen(busy).entries if one.kind is EntryKind.DUE and "inutes" in one.what]
    assert [one.what for one in minutes] == ["3 × minutes"]
    assert [part.child for part in minutes[0].parts] == ["A1", "A2", "A3"]
    assert all(part.deadline_id.startswith("after.minutes/") for part in minutes[0].parts)


def test_what_others_owe_stands_there_only_where_it_is_asked_for(busy):
    assert not [one for one in seen(busy).entries if one.kind is EntryKind.THEIRS]
    assert [one for one in seen(busy, theirs=True).entries if one.kind is EntryKind.THEIRS]


def test_a_diary_is_one_iros_or_everybodys(busy):
    busy.each(book("A1", "20 Jan 2027"), book("B1", "20 Jan 2027"))
    assert [one.child for one in reviews(busy, ANN)] == ["B1"]
    assert [one.child for one in reviews(busy, None)] == ["A1", "B1"]
    assert (seen(busy, JO).children, seen(busy, None).children) == (3, 4)


def test_leave_and_bank_holidays_stand_on_their_days(busy):
    busy.each(
        RecordLeave(iro=JO, from_on=day("24 Dec"), to_on=day("29 Dec")),
        AddBankHoliday(on=day("4 Dec"), name="Day of mourning"),
    )
    entries = seen(busy).entries
    assert [one.on for one in entries if one.kind is EntryKind.LEAVE] == [day("24 Dec"), day("29 Dec")]
    assert "Christmas Day" in {one.what for one in entries if one.kind is EntryKind.HOLIDAY}
    mourning = next(one for one in seen(busy).days if one.on == day("4 Dec"))
    assert (mourning.is_working, mourning.note) == (False, "Day of mourning")
    assert not [one for one in seen(busy, ANN).entries if one.kind is EntryKind.LEAVE]


def test_every_day_stands_there_once_and_weekends_are_told_apart(busy):
    view = seen(busy)
    assert len(view.days) == (view.to_on - view.from_on).days + 1 == len({one.on for one in view.days})
    assert {one.note for one in view.days if one.on.weekday() >= 5} <= {"weekend", "Christmas Day", "Boxing Day"}


def clashes(office: Office, iro: str | None = JO) -> dict[str, tuple[str, ...]]:
    return {one.child: one.clashes for one in reviews(office, iro) if one.clashes}


def test_two_reviews_of_one_iro_at_overlapping_times_clash(busy):
    busy.each(
        book("A1", "20 Jan 2027", "10:00"), book("A2", "20 Jan 2027", "10:30"), book("A3", "20 Jan 2027", "11:30")
    )
    assert clashes(busy) == {
        "A1": ("At the same time as A2, second review (10:30).",),
        "A2": ("At the same time as A1, second review (10:00).",),
    }
    assert seen(busy).clashes == 2


def test_reviews_of_two_iros_or_without_a_time_do_not_clash(busy):
    busy.each(book("A1", "20 Jan 2027", "10:00"), book("B1", "20 Jan 2027", "10:00"), book("A2", "20 Jan 2027"))
    assert clashes(busy, None) == {}


def test_brothers_and_sisters_at_one_time_are_reviewed_together(busy):
    busy.each(
        FormSiblingGroup(name="One", children=("A1", "A2"), from_on=day("12 Oct")),
        book("A1", "20 Jan 2027", "10:00"),
        book("A2", "20 Jan 2027", "10:00"),
    )
    assert clashes(busy) == {}


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("3 Jan 2027", "Sun 3 Jan 2027 is not a working day: a weekend."),
        ("28 Dec", "Mon 28 Dec 2026 is not a working day: Boxing Day (substitute day)."),
        ("22 Dec", "The IRO is away (annual leave): Mon 21 to Thu 24 Dec 2026."),
        (
            "13 Jan 2027",
            "The review would fall after the hearing of Tue 12 Jan 2027; it should inform it.",
        ),
    ],
)
def test_what_speaks_against_a_day_is_said(busy, on, words):
    busy.each(
        RecordLeave(iro=JO, from_on=day("21 Dec"), to_on=day("24 Dec")),
        RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("12 Jan 2027")),
        book("A1", on),
    )
    assert words in clashes(busy)["A1"]


def test_a_hearing_stands_on_its_day_in_the_words_of_its_note(busy):
    busy.do(RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec"), note="final hearing"))
    (hearing,) = [one for one in seen(busy).entries if one.kind is EntryKind.HEARING]
    assert (hearing.on, hearing.what, hearing.child) == (day("3 Dec"), "Final hearing", "A1")


def test_what_stands_on_a_day_is_in_the_order_of_its_times(busy):
    busy.each(
        book("A1", "20 Jan 2027", "14:00"),
        book("A2", "20 Jan 2027", "09:30"),
        book("A3", "20 Jan 2027"),
        RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("20 Jan 2027")),
    )
    on = [one for one in seen(busy).entries if one.on == day("20 Jan 2027") and one.kind is not EntryKind.DUE]
    assert [(one.kind, one.child) for one in on] == [
        (EntryKind.HEARING, "A1"),
        (EntryKind.REVIEW, "A2"),
        (EntryKind.REVIEW, "A1"),
        (EntryKind.REVIEW, "A3"),
    ]


def test_ids_of_entries_are_all_different(busy):
    busy.each(book("A1", "20 Jan 2027"), book("A2", "20 Jan 2027"))
    ids = [one.id for one in seen(busy, None, theirs=True).entries]
    assert len(ids) == len(set(ids))
