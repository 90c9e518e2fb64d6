"""``private-fostering`` and ``foster-carers``: by id and reference, without notes; names for a stated reader alone."""

import json

import pytest

NOTE, AUNT = "Sleeps in Marigold’s room", "Marigold, an aunt"
ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddChild", "child": "P1", "given_name": "Zebedee", "born_on": "2015-05-03", "tracking_from": "2026-01-05"},
    {"act": "RecordArrangement", "child": "P1", "aware_on": "2026-08-03", "carer": AUNT, "note": NOTE},
    {"act": "RecordTaskDone", "child": "P1", "task": "private-fostering.visit", "done_on": "2026-08-06"},
    {
        "act": "DecideSuitability",
        "child": "P1",
        "from_on": "2026-08-03",
        "suitability": "requirements",
        "decided_on": "2026-09-01",
    },
    {"act": "RecordFosteringReport", "quarter_on": "2026-09-30", "sent_on": "2026-09-30"},
    {"act": "AddChild", "child": "P2", "tracking_from": "2026-01-05"},
    {"act": "RecordArrangement", "child": "P2", "aware_on": "2026-02-02"},
    {"act": "EndArrangement", "child": "P2", "from_on": "2026-02-02", "ended_on": "2026-03-02", "reason": "returned"},
    {"act": "AddFosterCarer", "carer": "FC 1", "approved_on": "2025-10-01", "iro": "Jo Bloggs", "terms": NOTE},
    {"act": "AskForCarerReview", "carer": "FC 1", "asked_on": "2026-11-02", "ground": "allegation", "note": NOTE},
    {"act": "AddFosterCarer", "carer": "FC 2", "approved_on": "2026-06-01"},
    {"act": "EndFosterCarer", "carer": "FC 2", "on": "2026-09-01"},
]


@pytest.fixture(autouse=True)
def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_arrangements_are_told_by_id_with_their_visits_and_what_is_next(command):
    told = command("private-fostering", "--json")
    (one,) = told.json["arrangements"]
    assert (one["child"], one["visits"], one["next_on"], one["standing"]) == (
        "P1",
        ["2026-08-06"],
        "2026-09-17",
        "overdue",
    )
    assert (one["visits_in_time"], one["visits_due"], one["suitability"]) == (1, 2, "requirements")
    assert not any(word in told.out for word in ("Marigold", "Zebedee"))


def test_those_that_ended_are_told_where_asked_for(command):
    assert [one["child"] for one in command("private-fostering", "--all", "--json").json["arrangements"]] == [
        "P1",
        "P2",
    ]


def test_quarters_have_their_sums_and_their_reports(command):
    quarters = command("private-fostering", "--json").json["quarters"]
    by_day = {one["quarter_on"]: one for one in quarters}
    assert by_day["2026-09-30"] == {
        "quarter_on": "2026-09-30",
        "new": 1,
        "ended": 0,
        "open": 1,
        "visits_due": 2,
        "visits_in_time": 1,
        "report": "private-fostering.report/-/2026-09-30",
        "report_standing": "met",
        "sent_on": "2026-09-30",
    }
    assert (by_day["2026-03-31"]["new"], by_day["2026-03-31"]["ended"]) == (1, 1)


def test_names_and_notes_come_for_a_stated_reader(command):
    told = command("private-fostering", "--names", "--for", "Head of service", "--purpose", "Report", "--json")
    assert (told.json["arrangements"][0]["carer"], told.json["arrangements"][0]["note"]) == (AUNT, NOTE)
    assert command("private-fostering", "--names").code == 1


def test_reports_are_among_the_deadlines_and_say_why(command):
    owed = command("due", "--rule", "private-fostering.report", "--json").json
    assert [one["id"] for one in owed] == [
        "private-fostering.report/-/2026-03-31",
        "private-fostering.report/-/2026-12-31",
    ]
    assert "quarter ended" in command("why", "private-fostering.report/-/2026-12-31").out
    assert "private-fostering.report" not in command("due", "--child", "P1").out


def test_households_are_told_worst_first_and_those_that_ended_where_asked_for(command):
    told = command("foster-carers", "--json")
    (one,) = told.json
    assert (one["carer"], one["iro"], one["next_on"], one["standing"]) == (
        "FC 1",
        "Jo Bloggs",
        "2026-10-01",
        "overdue",
    )
    assert "Marigold" not in told.out
    assert [one["carer"] for one in command("foster-carers", "--all", "--json").json] == ["FC 1", "FC 2"]
    assert command("foster-carers", "--iro", "Nobody").code == 1


def test_one_household_is_told_in_full_without_notes(command):
    told = command("foster-carers", "show", "fc 1", "--json")
    assert told.json["asked"] == [{"asked_on": "2026-11-02", "ground": "allegation", "open": True}]
    assert {one["rule"] for one in told.json["deadlines"]} == {"foster-carer.review", "foster-carer.ad-hoc"}
    assert "Marigold" not in told.out
    named = command("foster-carers", "show", "FC 1", "--names", "--for", "Jo", "--purpose", "Review", "--json").json
    assert (named["terms"], named["asked"][0]["note"]) == (NOTE, NOTE)
    assert command("foster-carers", "show", "FC 9").code == 1


def test_both_are_printed_as_tables(command):
    assert "Suitability" not in command("private-fostering").out
    assert "suitable, with requirements" in command("private-fostering").out
    assert "Review of approval" in command("foster-carers").out or "First review" in command("foster-carers").out


def test_a_childs_arrangements_are_told_with_the_child(command):
    (one,) = command("child", "P1", "--json").json["arrangements"]
    assert (one["aware_on"], one["suitability"]) == ("2026-08-03", "requirements")
    assert "note" not in one
