"""``footprint`` for a child and for a caseload, by id, without notes; contacts and events that ``child`` tells."""

import json

import pytest

CONTACT = {"act": "RecordContact", "child": "A1", "on": "2026-05-04", "how": "visit", "note": "Saw Marigold at school"}
ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {
        "act": "AddChild",
        "child": "A1",
        "iro": "Jo Bloggs",
        "looked_after_since": "2026-01-05",
        "tracking_from": "2026-01-05",
    },
    {"act": "AddChild", "child": "A2", "looked_after_since": "2026-11-02"},
    CONTACT,
    {
        "act": "RecordEvent",
        "child": "A1",
        "what": "exclusion",
        "happened_on": "2026-05-06",
        "told_on": "2026-05-08",
        "note": "Marigold again",
    },
]


@pytest.fixture(autouse=True)
def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_a_childs_footprint_is_told_day_by_day_with_the_times_without(command):
    told = command("footprint", "A1", "--json").json
    assert [(one["on"], one["lane"], one["contact"]) for one in told["marks"]] == [
        ("2026-05-06", "event", False),
        ("2026-05-04", "child", True),
    ]
    assert [(one["from"], one["to"], one["days"], one["open"]) for one in told["gaps_over_limit"]] == [
        ("2026-01-05", "2026-05-04", 119, False),
        ("2026-05-04", "2026-11-23", 203, True),
    ]
    assert (told["contacts"], told["limit"]) == (1, "90 days")


def test_the_caseload_is_told_by_month_longest_without_first_and_by_iro(command):
    told = command("footprint", "--json").json
    assert [one["child"] for one in told] == ["A1", "A2"]
    assert [cell["month"] for cell in told[0]["months"] if cell["contacts"]] == ["2026-05"]
    assert [one["over_limit"] for one in told] == [True, False]
    assert [one["child"] for one in command("footprint", "--iro", "Jo Bloggs", "--json").json] == ["A1"]


def test_days_are_chosen_and_what_cannot_be_is_refused(command):
    told = command("footprint", "A1", "--from", "2026-05-05", "--to", "2026-06-30", "--json").json
    assert [one["on"] for one in told["marks"]] == ["2026-05-06"]
    assert command("footprint", "A1", "--from", "2026-05-05", "--to", "2026-05-04").code == 1
    assert command("footprint", "Z9").code == 1
    assert command("footprint", "--iro", "Nobody").code == 1


def test_for_people_it_is_a_table_without_notes(command):
    told = command("footprint", "A1").out
    assert "Visit to the child" in told
    assert "203 days" in told
    assert "Marigold" not in told + command("footprint").out


def test_the_child_has_contacts_and_events_and_notes_only_with_names(command):
    told = command("child", "A1", "--json").json
    assert told["contacts"] == [{"on": "2026-05-04", "how": "visit", "with_whom": None}]
    assert told["events"][0]["what"] == "exclusion"
    assert "Marigold" not in json.dumps(told)
    named = command("child", "A1", "--json", "--names", "--for", "Jo", "--purpose", "handover").json
    assert named["contacts"][0]["note"] == "Saw Marigold at school"
