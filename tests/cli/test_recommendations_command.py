"""``recommendations`` and ``write-ups``: by id and number; words of a recommendation only for a stated purpose."""

import json

import pytest

ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddChild", "child": "A1", "born_on": "2015-05-05", "looked_after_since": "2026-10-26",
     "tracking_from": "2026-10-26", "iro": "Jo Bloggs"},
    {"act": "RecordReviewHeld", "child": "A1", "held_on": "2026-11-05", "participation": "PN1"},
    {"act": "AddRecommendation", "child": "A1", "held_on": "2026-11-05", "text": "Secretword", "owner": "school",
     "due_on": "2026-11-18"},
    {"act": "AddRecommendation", "child": "A1", "held_on": "2026-11-05", "text": "Other", "owner": "iro"},
    {"act": "CheckRecommendation", "child": "A1", "held_on": "2026-11-05", "number": 1, "on": "2026-11-19",
     "progress": "stuck", "note": "Hiddenword"},
    {"act": "RecordOutcome", "child": "A1", "held_on": "2026-11-05", "number": 2, "outcome": "done",
     "on": "2026-11-20"},
]  # fmt: skip
WHY = ("--names", "--for", "my manager", "--purpose", "supervision")


@pytest.fixture(autouse=True)
def told(command, tmp_path):
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    assert command("act", file).code == 0


def test_recommendations_are_shown_by_number_without_their_words(command):
    answer = command("recommendations", "A1")
    assert answer.code == 0
    assert "Secretword" not in answer.out
    assert "Hiddenword" not in answer.out
    assert "overdue" in answer.out


def test_their_words_are_shown_for_a_stated_purpose_and_logged(command):
    assert "Secretword" in command("recommendations", "A1", *WHY).out
    assert command("recommendations", "A1", "--names").code == 1
    assert "my manager" in command("history").out


def test_json_tells_owner_agency_due_standing_and_drift(command):
    one, other = command("recommendations", "A1", "--json").json
    assert (one["owner"], one["agency"], one["due_on"]) == ("school", "education", "2026-11-18")
    assert (one["is_overdue"], one["drift"], one["is_drifting"]) == (True, "18 days", False)
    assert other["outcome"] == "done"
    assert "text" not in one


def test_open_ones_alone(command):
    assert [one["number"] for one in command("recommendations", "A1", "--open", "--json").json] == [1]


def test_caseload_is_summed_by_agency_and_owner(command):
    found = command("recommendations", "--iro", "Jo Bloggs", "--json").json
    assert found["by_agency"] == [{"who": "education", "open": 1, "overdue": 1, "drifting": 0}]
    assert found["by_owner"][0]["who"] == "school"


def test_alert_is_drafted_by_id_and_with_its_words_for_a_purpose(command):
    plain = command("recommendations", "A1", "--draft-alert", 1).out
    assert "Recommendation 1 of the review of 5 Nov 2026 (child A1) is still open: 18 days." in plain
    assert "Secretword" not in plain
    assert "Hiddenword" not in plain
    assert "It reads: Secretword" in command("recommendations", "A1", "--draft-alert", 1, *WHY).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("A9",), "no child with the id A9"),
        (("--draft-alert", 1), "Say the child's id too"),
        (("A1", "--draft-alert", 2), "A1 has no open recommendation 2"),
    ],
)
def test_what_is_not_there_is_said(command, words, sentence):
    answer = command("recommendations", *words)
    assert answer.code == 1
    assert sentence in answer.err


def test_write_ups_say_what_finishing_them_today_keeps(command):
    answer = command("write-ups")
    assert answer.out.startswith("Finish this one today: 2 dates kept")
    (row,) = command("write-ups", "--json").json["rows"]
    assert (row["child"], row["kept"], len(row["tasks"])) == ("A1", 2, 3)


def test_nobodys_write_ups_are_none(command):
    assert command("write-ups", "--iro", "Nobody").out.strip() == "Nothing is waiting to be written up"
