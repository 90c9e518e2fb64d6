"""The calendar file of the diary: what is in it, what never is, and that a later one takes its place."""

from pathlib import Path

import pytest
from icalendar import Calendar

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AddPerson,
    AllocateWorker,
    BlockTime,
    BookReview,
    CancelBooking,
    ChangeBooking,
    MoveBooking,
    RecordCircumstance,
    RecordReviewHeld,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker, CircumstanceKind, Participation, Role, Venue, WorkerRole
from iro_desktop.services.calendar_out import calendar_out, wish_of, write_calendar
from iro_desktop.services.diary_views import CalendarWish
from tests.conftest import TODAY
from tests.services.office import Office, day

JO = "Jo Bloggs"
ON, TO = day("20 Jan 2027"), day("22 Jan 2027")


@pytest.fixture
def busy(office: Office) -> Office:
    office.do(AddIro(name=JO))
    for council_id, given in (("A1", "Zebedee"), ("A2", "Ann")):
        office.do(
            AddChild(
                child=council_id,
                given_name=given,
                family_name="Quarrington",
                looked_after_since=day("12 Oct"),
                tracking_from=day("12 Oct"),
                born_on=day("5 May 2015"),
                iro=JO,
            ),
            RecordReviewHeld(child=council_id, held_on=day("5 Nov"), participation=Participation.PN1),
        )
    office.each(
        BookReview(child="A1", review_on=ON, at="10:00", place="Elm Primary", venue=Venue.SCHOOL),
        BookReview(child="A2", review_on=TO),
        BlockTime(iro=JO, on=ON, starts_at="14:00", minutes=90, what="Writing up"),
        RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("2 Feb 2027"), note="Quarrington"),
    )
    return office


def events(office: Office, wish: CalendarWish | None = None) -> list[dict[str, str]]:
    content = calendar_out(office.snapshot(), JO, wish or wish_of(TODAY)).content
    return [
        {name: str(one[name]) for name in one} | {"on": str(one.decoded("DTSTART"))}
        for one in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_in_full_reviews_hearings_and_kept_time_stand_there_by_id(busy):
    assert [one["SUMMARY"] for one in events(busy)] == [
        "Review A1 (second)",
        "Writing up",
        "Review A2 (second)",
        "Hearing A1",
    ]
    assert events(busy)[0]["LOCATION"] == "School, Elm Primary"


def test_busy_times_say_busy_and_no_more(busy):
    out = calendar_out(busy.snapshot(), JO, wish_of(TODAY, is_busy=True))
    shown = events(busy, wish_of(TODAY, is_busy=True))
    assert [one["SUMMARY"] for one in shown] == ["Busy", "Busy"]
    assert not [one for one in shown if "LOCATION" in one]
    for secret in (b"A1", b"A2", b"Elm", b"second", b"Writing", b"Bloggs"):
        assert secret not in out.content
    assert "1 review without a time left out" in out.shown.words


def test_no_name_of_a_child_is_ever_in_it(busy):
    busy.each(
        BlockTime(iro=JO, on=TO, starts_at="09:00", minutes=60, what="Write up zebedee"),
        ChangeBooking(child="A2", review_on=TO, at="11:00", place="The Quarringtons' home, Quarrington"),
    )
    content = calendar_out(busy.snapshot(), JO, wish_of(TODAY, deadlines=True)).content.decode().casefold()
    assert "zebedee" not in content
    assert "quarrington" not in content
    assert "time kept free" in content


def test_no_name_of_somebody_around_a_child_or_of_a_worker_is_in_it(busy):
    busy.each(
        AddPerson(child="A1", role=Role.CARER, name="Mabel Pennythorpe"),
        AllocateWorker(child="A2", role=WorkerRole.SOCIAL_WORKER, worker="Yorick Larkby", from_on=day("2 Nov")),
        BlockTime(iro=JO, on=TO, starts_at="09:00", minutes=60, what="Supervision with Yorick"),
        ChangeBooking(child="A2", review_on=TO, at="11:00", place="At the Pennythorpes' home"),
    )
    content = calendar_out(busy.snapshot(), JO, wish_of(TODAY, deadlines=True)).content.decode().casefold()
    for name in ("pennythorpe", "yorick"):
        assert name not in content
    assert "writing up" in content
    assert "elm primary" in content.replace("\\", "")


def test_what_falls_due_comes_where_it_is_asked_for(busy):
    plain, full = events(busy), events(busy, wish_of(TODAY, deadlines=True))
    assert len(full) > len(plain)
    assert [one for one in full if one["SUMMARY"].startswith("Due: minutes")]


def test_a_moved_review_keeps_its_uid_and_counts_on(busy):
    before = events(busy)[0]
    busy.do(
        MoveBooking(
            child="A1", review_on=ON, to_on=TO, moved_on=day("23 Nov"), asked_by=Asker.CHILD, reason="School trip"
        )
    )
    after = next(one for one in events(busy) if one["SUMMARY"] == "Review A1 (second)")
    assert after["UID"] == before["UID"]
    assert after["on"] != before["on"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


@pytest.mark.parametrize("is_busy", [False, True])
def test_a_cancelled_review_takes_its_event_out_again(busy, is_busy):
    wish = wish_of(TODAY, is_busy=is_busy)
    before = events(busy, wish)[0]
    busy.do(CancelBooking(child="A1", review_on=ON, cancelled_on=day("23 Nov"), reason="Zebedee is ill"))
    (after,) = (one for one in events(busy, wish) if one["UID"] == before["UID"])
    assert (before["STATUS"], after["STATUS"], after["TRANSP"]) == ("CONFIRMED", "CANCELLED", "TRANSPARENT")
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert (after["on"], after["SUMMARY"]) == (before["on"], "Busy" if is_busy else "Cancelled: review A1")
    assert "LOCATION" not in after
    assert "1 cancelled review" in calendar_out(busy.snapshot(), JO, wish).shown.words


def test_a_review_moved_and_then_cancelled_is_one_event_taken_out(busy):
    before = events(busy)[0]
    moved = MoveBooking(
        child="A1", review_on=ON, to_on=TO, moved_on=day("23 Nov"), asked_by=Asker.CHILD, reason="School trip"
    )
    busy.each(moved, CancelBooking(child="A1", review_on=TO, cancelled_on=day("23 Nov"), reason="Care ends"))
    (after,) = (one for one in events(busy) if one["UID"] == before["UID"])
    assert after["STATUS"] == "CANCELLED"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


@pytest.mark.parametrize("to_on", ["15 Dec", "8 Feb 2027"])
def test_a_review_moved_to_another_month_does_not_stay_in_this_one(busy, to_on):
    january = wish_of(TODAY, from_on=day("1 Jan 2027"), to_on=day("31 Jan 2027"))
    before = events(busy, january)
    busy.do(
        MoveBooking(
            child="A1", review_on=ON, to_on=day(to_on), moved_on=day("23 Nov"), asked_by=Asker.CHILD, reason="Trip"
        )
    )
    after = {one["UID"]: one for one in events(busy, january)}
    assert after.keys() == {one["UID"] for one in before}
    assert after[before[0]["UID"]]["on"].startswith(str(day(to_on)))


def test_a_review_cancelled_long_before_the_days_asked_for_is_not_told_again(busy):
    busy.do(CancelBooking(child="A1", review_on=ON, cancelled_on=day("23 Nov"), reason="Care ends"))
    for from_on, told in (("20 Mar 2027", 1), ("22 Mar 2027", 0)):
        found = events(busy, wish_of(TODAY, from_on=day(from_on)))
        assert len([one for one in found if one["STATUS"] == "CANCELLED"]) == told


def test_a_review_held_before_its_day_takes_the_booked_day_out(busy):
    sooner = MoveBooking(
        child="A1", review_on=ON, to_on=day("26 Nov"), moved_on=day("23 Nov"), asked_by=Asker.CHILD, reason="Trip"
    )
    before = events(busy)[0]
    busy.each(sooner, RecordReviewHeld(child="A1", held_on=day("23 Nov"), participation=Participation.PN1))
    (after,) = (one for one in events(busy) if one["UID"] == before["UID"])
    assert after["STATUS"] == "CANCELLED"


def test_what_falls_due_before_a_review_keeps_its_uid_when_the_review_moves(busy):
    def due() -> dict[str, dict[str, str]]:
        found = events(busy, wish_of(TODAY, deadlines=True))
        return {one["SUMMARY"]: one for one in found if one["SUMMARY"].startswith("Due: consultation")}

    before = due()
    busy.do(
        MoveBooking(
            child="A1", review_on=ON, to_on=TO, moved_on=day("23 Nov"), asked_by=Asker.CHILD, reason="School trip"
        )
    )
    after = due()
    assert before.keys() == after.keys() == {f"Due: consultation about the review {one}" for one in ("A1", "A2")}
    for summary, was in before.items():
        assert after[summary]["UID"] == was["UID"]
    was, now = (one["Due: consultation about the review A1"] for one in (before, after))
    assert was["on"] != now["on"]
    assert int(now["SEQUENCE"]) > int(was["SEQUENCE"])


def test_another_time_is_the_same_event_changed(busy):
    before = events(busy)[0]
    busy.do(ChangeBooking(child="A1", review_on=ON, at="11:00"))
    after = events(busy)[0]
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


def test_uids_are_each_its_own_and_the_same_facts_give_the_same_bytes(busy):
    wish = wish_of(TODAY, deadlines=True)
    uids = [one["UID"] for one in events(busy, wish)]
    assert len(uids) == len(set(uids))
    assert calendar_out(busy.snapshot(), JO, wish).content == calendar_out(busy.snapshot(), JO, wish).content


def test_written_it_leaves_a_line_in_the_history_and_no_name_there(busy, tmp_path):
    wish = wish_of(TODAY)
    out = calendar_out(busy.snapshot(), JO, wish)
    write_calendar(busy.store, out, wish, tmp_path / "diary.ics", busy.actor)
    assert (tmp_path / "diary.ics").read_bytes() == out.content
    last = busy.store.acts()[-1]
    assert (last.kind, last.sentence) == (
        "Export",
        "Calendar of 4 events written, by id, Mon 23 Nov 2026 to Mon 24 May 2027",
    )


@pytest.mark.parametrize("name", ["diary.txt", "no-folder/diary.ics"])
def test_where_it_cannot_be_written_nothing_is_and_no_line_is_left(busy, tmp_path, name):
    wish, count = wish_of(TODAY), len(busy.store.acts())
    with pytest.raises(UserError, match="Nothing was written"):
        write_calendar(busy.store, calendar_out(busy.snapshot(), JO, wish), wish, Path(tmp_path / name), busy.actor)
    assert list(tmp_path.rglob("*.ics")) == list(tmp_path.rglob("*.part")) == []
    assert len(busy.store.acts()) == count


def test_days_turned_round_are_refused():
    with pytest.raises(UserError, match="before the first"):
        wish_of(TODAY, from_on=TO, to_on=ON)
