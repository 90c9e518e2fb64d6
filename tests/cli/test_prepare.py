"""``prepare`` and the people of ``child``: ids and roles by default, names and free words for a stated reader."""

import json

import pytest

ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddChild", "child": "A1", "looked_after_since": "2026-10-12", "tracking_from": "2026-10-12",
     "born_on": "2015-05-05", "given_name": "Ann"},
    {"act": "AddPerson", "child": "A1", "role": "father", "name": "Zebedee", "phone": "01234"},
    {"act": "RestrictPerson", "child": "A1", "person": "Zebedee", "what": "not-invited", "reason": "Quillfeather",
     "from_on": "2026-11-02"},
    {"act": "RecordSent", "child": "A1", "what": "consultation", "to": "father", "person": "Zebedee",
     "sent_on": "2026-11-09"},
    {"act": "RecordWishes", "child": "A1", "told_on": "2026-11-10", "where": "At Quillfeather"},
    {"act": "BookReview", "child": "A1", "review_on": "2026-12-07", "place": "Quillfeather", "venue": "school"},
]  # fmt: skip


@pytest.fixture
def told(command, tmp_path) -> None:
    path = tmp_path / "acts.json"
    path.write_text(json.dumps(ACTS), encoding="utf-8")
    assert command("init").code == 0
    answer = command("act", path)
    assert answer.code == 0, answer.err


def test_the_sheet_tells_roles_and_states_and_no_names(command, told):
    for words in (("prepare", "A1"), ("prepare", "A1", "--json"), ("child", "A1", "--json")):
        answer = command(*words)
        assert answer.code == 0, answer.err
        assert "Zebedee" not in answer.out
        assert "Quillfeather" not in answer.out
        assert "01234" not in answer.out


def test_the_sheet_as_json_has_its_parts(command, told):
    sheet = command("prepare", "A1", "--json").json
    assert sheet["booked_on"] == "2026-12-07"
    headings = [part["heading"] for part in sheet["parts"]]
    assert headings == ["The review", "The child", "Who is asked", "Before the review"]
    (father,) = (line for part in sheet["parts"] for line in part["lines"] if line["to"] == "father")
    assert father["words"] == "not invited, consultation form sent Mon 9 Nov, not back"
    assert father["acts"] == ["RecordReturned"]


def test_names_come_for_a_reader_and_a_purpose(command, told):
    assert command("prepare", "A1", "--names").code == 1
    answer = command("prepare", "A1", "--json", "--names", "--for", "me", "--purpose", "the review")
    assert "Zebedee" in answer.out
    assert "Quillfeather" in answer.out


def test_a_child_is_told_with_people_sendings_and_wishes(command, told):
    child = command("child", "A1", "--json").json
    (person,), (sending,), (wishes,) = child["people"], child["sendings"], child["wishes"]
    assert (person["role"], person["restrictions"][0]["what"]) == ("father", "not-invited")
    assert (sending["to"], sending["is_to_person"], sending["sent_on"]) == ("father", True, "2026-11-09")
    assert wishes["told_on"] == "2026-11-10"
    assert "where" not in wishes


def test_nobody_is_prepared_for_whom_nobody_is_held(command, told):
    assert command("prepare", "XX").code == 1
