"""The diary and its calendar file from the command line: by the council's id, never a name."""

from pathlib import Path

import pytest
from icalendar import Calendar

ACTS = """[
 {"act": "AddIro", "name": "Dana Whitlock"},
 {"act": "AddChild", "child": "AB12", "given_name": "Zebedee", "family_name": "Quarrington", "born_on": "2015-05-05",
  "looked_after_since": "2026-10-12", "tracking_from": "2026-10-12", "iro": "Dana Whitlock"},
 {"act": "RecordReviewHeld", "child": "AB12", "held_on": "2026-11-05", "participation": "PN1"},
 {"act": "BookReview", "child": "AB12", "review_on": "2026-12-02", "at": "10:00", "venue": "school",
  "booked_on": "2026-11-16"},
 {"act": "MoveBooking", "child": "AB12", "review_on": "2026-12-02", "to_on": "2026-12-04", "moved_on": "2026-11-23",
  "asked_by": "child", "reason": "School trip"},
 {"act": "BlockTime", "iro": "Dana Whitlock", "on": "2026-12-01", "starts_at": "14:00", "minutes": 90,
  "what": "Writing up"},
 {"act": "AddChild", "child": "AB13", "given_name": "Persephone", "family_name": "Quarrington", "born_on": "2014-05-05",
  "looked_after_since": "2026-10-12", "tracking_from": "2026-10-12", "iro": "Dana Whitlock"},
 {"act": "RecordReviewHeld", "child": "AB13", "held_on": "2026-11-05", "participation": "PN1"},
 {"act": "BookReview", "child": "AB13", "review_on": "2026-12-04", "at": "10:30", "place": "With Persephone",
  "booked_on": "2026-11-16"},
 {"act": "RecordCircumstance", "child": "AB13", "what": "hearing", "from_on": "2026-12-03", "note": "Quarrington"}
]"""


@pytest.fixture
def told(tmp_path: Path, command):
    path = tmp_path / "acts.json"
    path.write_text(ACTS, encoding="utf-8")
    done = command("act", path)
    assert done.code == 0, done.err
    return command


def test_the_diary_is_told_as_json_by_id(told):
    answer = told("diary", "--from", "2026-12-01", "--to", "2026-12-06", "--json")
    review = next(one for one in answer.json if one["kind"] == "review")
    assert (review["on"], review["at"], review["child"], review["place"]) == ("2026-12-04", "10:00", "AB12", "School")
    assert review["working_days_to_spare"] > 0
    assert [one["what"] for one in answer.json if one["kind"] == "block"] == ["Writing up"]
    assert "Zebedee" not in answer.out
    assert "Quarrington" not in answer.out


def test_what_a_person_typed_and_what_clashes_is_told_without_names(told):
    answer = told("diary", "--json")
    booked = {one["child"]: one for one in answer.json if one["kind"] == "review"}
    assert booked["AB12"]["clashes"] == ["At the same time as AB13, second review (10:30)."]
    assert booked["AB13"]["place"] is None
    assert [one["what"] for one in answer.json if one["kind"] == "hearing"] == ["Court hearing"]
    for shown in (answer.out, told("diary").out, told("plan", "move", "AB12", "--to", "2026-12-04").out):
        assert "Persephone" not in shown
        assert "Quarrington" not in shown


def test_the_diary_is_told_as_a_table_of_two_weeks_from_today(told):
    answer = told("diary")
    assert answer.code == 0
    assert "Second review" in answer.out
    assert "Zebedee" not in answer.out


def test_somebody_elses_diary_holds_nothing_and_an_unknown_one_is_refused(told):
    assert told("diary", "--iro", "Dana Whitlock", "--json").json
    assert "no IRO of that name" in told("diary", "--iro", "No Body").err
    assert "before the first" in told("diary", "--from", "2026-12-04", "--to", "2026-12-01").err


def test_a_calendar_is_written_and_leaves_its_line(told, tmp_path):
    path = tmp_path / "diary.ics"
    answer = told("export", "calendar", path)
    assert answer.code == 0, answer.err
    assert "2 reviews, 1 hearing, 1 time kept free" in answer.out
    shown = [str(one["SUMMARY"]) for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
    assert shown == ["Writing up", "Hearing AB13", "Review AB12 (second)", "Review AB13 (second)"]
    assert "Calendar of 4 events written, by id" in told("history").out


def test_busy_times_hold_no_id(told, tmp_path):
    path = tmp_path / "busy.ics"
    assert told("export", "calendar", path, "--busy", "--json").json["events"] == 3
    content = path.read_text(encoding="utf-8")
    assert "AB12" not in content
    assert content.count("SUMMARY:Busy") == 3


@pytest.mark.parametrize("name", ["diary.xlsx", "none/diary.ics"])
def test_a_place_that_cannot_be_is_refused_in_a_sentence(told, tmp_path, name):
    answer = told("export", "calendar", tmp_path / name)
    assert answer.code == 1
    assert "Nothing was written" in answer.err
    assert "Export" not in told("history", "--json").out


def test_the_ledger_of_a_child_says_notice_and_timescale(told):
    moved, booked = told("child", "AB12", "--json").json["bookings"]
    assert (moved["review_on"], moved["notice_working_days"], moved["in_timescale"]) == ("2026-12-02", 7, True)
    assert (moved["asked_by"], "reason" in moved) == ("child", False)
    named = told("child", "AB12", "--json", "--names", "--for", "the manager", "--purpose", "the clinic").json
    assert named["bookings"][0]["reason"] == "School trip"
    assert (booked["review_on"], booked["notice_working_days"], booked["in_timescale"]) == ("2026-12-04", None, True)
