"""The write-up queue: whose it is, what it reckons, where late ones and days away go."""

from iro_desktop.domain.acts import (
    AddBankHoliday,
    AddChild,
    AddIro,
    ChangeSetting,
    RecordLeave,
    RecordReviewHeld,
    RecordTaskDone,
)
from iro_desktop.domain.vocabulary import Participation, Task
from iro_desktop.services.write_ups import WriteUpsView, write_ups
from tests.services.office import Office, day


def held(child: str, on: str) -> RecordReviewHeld:
    return RecordReviewHeld(child=child, held_on=day(on), participation=Participation.PN1)


def child(council_id: str, iro: str = "Jo Bloggs") -> AddChild:
    return AddChild(child=council_id, looked_after_since=day("26 Oct"), tracking_from=day("26 Oct"), iro=iro)


def begun(office: Office, *reviews: tuple[str, str]) -> None:
    office.each(AddIro(name="Jo Bloggs"), AddIro(name="Ann Other"))
    for council_id, on in reviews:
        office.each(child(council_id), held(council_id, on))


def queue(office: Office, iro: str | None = "Jo Bloggs") -> WriteUpsView:
    return write_ups(office.snapshot(), iro)


def told(view: WriteUpsView) -> list[tuple[str, str, str]]:
    return [(row.child, row.planned_words, row.reckoning) for row in view.rows]


def test_the_dates_of_a_review_are_kept_by_writing_it_up_today(office: Office) -> None:
    begun(office, ("A1", "16 Nov"))
    view = queue(office)
    assert view.heading == "Finish this one today: 3 dates kept"
    assert view.rows[0].tasks_words == (
        "Recommendations, due today; Letter to the child, due Mon 7 Dec; Minutes, due Mon 7 Dec"
    )
    assert view.rows[0].reckoning == "keeps 3 dates; left until the next day, 1 date is missed"


def test_what_fits_into_a_day_is_shared_out_so_that_most_dates_are_kept(office: Office) -> None:
    begun(office, ("A1", "17 Nov"), ("A2", "16 Nov"), ("A3", "16 Nov"), ("A4", "18 Nov"))
    assert told(queue(office)) == [
        ("A2", "today", "keeps 3 dates; left until the next day, 1 date is missed"),
        ("A3", "today", "keeps 3 dates; left until the next day, 1 date is missed"),
        ("A1", "Tue 24 Nov", "keeps 3 dates"),
        ("A4", "Tue 24 Nov", "keeps 3 dates"),
    ]
    assert queue(office).whole == "In this order, 2 a day, 12 of 12 dates still open are kept."


def test_the_service_says_how_many_fit_into_a_day(office: Office) -> None:
    begun(office, ("A1", "16 Nov"), ("A2", "16 Nov"), ("A3", "16 Nov"))
    office.do(ChangeSetting(setting="write-ups-a-day", value="1", from_on=day("1 Nov")))
    view = queue(office)
    assert [row.planned_words for row in view.rows] == ["today", "Tue 24 Nov", "Wed 25 Nov"]
    assert view.whole == "In this order, 1 a day, 7 of 9 dates still open are kept."


def test_what_is_late_altogether_comes_last_and_says_so(office: Office) -> None:
    begun(office, ("A1", "27 Oct"), ("A2", "16 Nov"))
    view = queue(office)
    assert [row.child for row in view.rows] == ["A2", "A1"]
    assert view.rows[1].reckoning == "late already: no date left to keep"
    assert view.whole.endswith("; 3 are past already.")


def test_days_on_which_the_iro_is_away_are_no_days_to_write(office: Office) -> None:
    begun(office, ("A1", "18 Nov"), ("A2", "18 Nov"), ("A3", "18 Nov"))
    office.do(RecordLeave(iro="Jo Bloggs", from_on=day("24 Nov"), to_on=day("26 Nov")))
    office.do(AddBankHoliday(on=day("27 Nov"), name="Proclaimed"))
    rows = queue(office).rows
    assert [row.planned_words for row in rows] == ["today", "today", "Mon 30 Nov"]
    assert rows[0].lost == 1


def test_what_is_done_is_no_longer_in_the_queue(office: Office) -> None:
    begun(office, ("A1", "16 Nov"))
    for task in (Task.RECOMMENDATIONS, Task.LETTER):
        office.do(RecordTaskDone(child="A1", task=task, done_on=day("20 Nov"), review_on=day("16 Nov")))
    assert queue(office).rows[0].tasks_words == "Minutes, due Mon 7 Dec"
    office.do(RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("20 Nov"), review_on=day("16 Nov")))
    assert queue(office).rows == ()
    assert queue(office).heading == "Nothing is waiting to be written up"


def test_each_iro_has_a_queue_of_their_own(office: Office) -> None:
    begun(office, ("A1", "16 Nov"), ("A2", "16 Nov"))
    office.each(child("B1", "Ann Other"), held("B1", "17 Nov"))
    assert [row.child for row in queue(office, "Ann Other").rows] == ["B1"]
    assert [(row.child, row.planned_words) for row in queue(office, None).rows] == [
        ("A1", "today"), ("A2", "today"), ("B1", "today"),
    ]  # fmt: skip


def test_what_gives_way_to_others_says_so(office: Office) -> None:
    begun(office, ("A1", "16 Nov"), ("A2", "16 Nov"))
    office.do(ChangeSetting(setting="write-ups-a-day", value="1", from_on=day("1 Nov")))
    for council_id in ("A1", "A2"):
        for task in (Task.LETTER, Task.MINUTES):
            office.do(RecordTaskDone(child=council_id, task=task, done_on=day("20 Nov"), review_on=day("16 Nov")))
    assert [row.reckoning for row in queue(office).rows] == [
        "keeps 1 date; left until the next day, 1 date is missed",
        "misses 1 date: the reviews above keep as many",
    ]
