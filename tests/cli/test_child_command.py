"""What the command line tells of a child: codes in words, who was responsible, merged ids; names only for a purpose."""

import json

import pytest

ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddIro", "name": "Ann Other"},
    {"act": "AddChild", "child": "A1", "iro": "Jo Bloggs", "born_on": "2015-01-01", "born_as": "year"},
    {"act": "StartCare", "child": "A1", "on": "2026-11-02", "legal_status": "C1", "placement": "U6"},
    {"act": "AllocateIro", "child": "A1", "iro": "Ann Other", "from_on": "2026-11-23", "note": "Court in March"},
    {
        "act": "AllocateWorker",
        "child": "A1",
        "role": "social-worker",
        "worker": "Sol Mere",
        "team": "North 2",
        "from_on": "2026-11-02",
    },
    {"act": "AddChild", "child": "A2", "looked_after_since": "2026-11-02", "iro": "Jo Bloggs"},
    {"act": "FormSiblingGroup", "name": "One", "children": ["A1", "A2"], "from_on": "2026-11-02"},
    {
        "act": "StateSiblingSplit",
        "group": "One",
        "child": "A1",
        "reason": "conflict",
        "liaison": "Ann calls Jo before each review",
    },
    {"act": "AddChild", "child": "A9"},
    {"act": "MergeChild", "child": "A9", "into": "A1"},
]


def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_a_child_is_told_with_codes_in_words_and_who_was_responsible(command, tmp_path):
    entered(command, tmp_path)
    told = command("child", "A1", "--json").json
    assert told["episodes"][0]["words"] == "Interim care order (C1), foster care (U6)"
    assert [(one["iro"], one["from_on"]) for one in told["allocations"]] == [
        ("Ann Other", "2026-11-23"),
    ]
    assert (told["workers"][0]["role"], told["workers"][0]["team"]) == ("social-worker", "North 2")
    assert told["was_also"] == ["A9"]
    assert told["sibling_split"] == {
        "group": "One",
        "has_another_iro": True,
        "reason": "conflict",
        "is_reason_missing": False,
    }
    assert not {"Sol Mere", "Court in March", "Ann calls"} & set(json.dumps(told).split('"'))


def test_names_and_notes_are_told_for_a_stated_reader_and_purpose(command, tmp_path):
    entered(command, tmp_path)
    told = command("child", "A1", "--json", "--names", "--for", "Jo", "--purpose", "handover").json
    assert told["workers"][0]["name"] == "Sol Mere"
    assert told["allocations"][-1]["note"] == "Court in March"
    assert told["sibling_split"]["liaison"] == "Ann calls Jo before each review"


def test_a_merged_id_finds_the_child_and_is_told_where_it_went(command, tmp_path):
    entered(command, tmp_path)
    assert command("find", "A9", "--json").json == [{"child": "A1", "iro": "Ann Other", "was_also": ["A9"]}]
    answer = command("child", "A9")
    assert answer.code == 1
    assert "merged into A1" in answer.err


@pytest.mark.parametrize("asked", [("due", "--child"), ("prepare",), ("footprint",), ("recommendations",)])
def test_every_command_about_one_child_says_where_a_merged_id_went(command, tmp_path, asked):
    entered(command, tmp_path)
    answer = command(*asked, "A9")
    assert (answer.code, "merged into A1" in answer.err) == (1, True)
