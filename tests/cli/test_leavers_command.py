"""``leavers``: by id, with what is missing; ``leavers why``: the count, without free words."""

import json

import pytest

ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddChild", "child": "A1", "iro": "Jo Bloggs", "born_on": "2010-03-01", "looked_after_since": "2026-01-05"},
    {"act": "AddChild", "child": "A2", "born_on": "2016-03-01", "looked_after_since": "2026-01-05"},
    {"act": "AddChild", "child": "A3", "born_on": "2008-03-01"},
    {
        "act": "StateEligibility",
        "child": "A3",
        "status": "former-relevant",
        "from_on": "2026-11-02",
        "reason": "Marigold told us",
    },
    {"act": "RecordHome", "child": "A3", "from_on": "2026-11-02", "what": "U", "note": "Marigold's flat"},
]


@pytest.fixture(autouse=True)
def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_the_list_holds_who_is_entitled_with_what_is_missing(command):
    told = {one["child"]: one for one in command("leavers", "--json").json}
    assert {key: one["status"] for key, one in told.items()} == {"A1": "eligible", "A3": "former-relevant"}
    assert told["A1"]["missing"] == ["no personal adviser", "no pathway plan recorded", "review not booked"]
    assert (told["A3"]["stated"], told["A3"]["home_since"]) == (True, "2026-11-02")
    assert told["A1"]["days_to"]["18"] > 0


def test_all_of_sixteen_or_more_and_those_of_one_iro(command, tmp_path):
    file = tmp_path / "more.json"
    file.write_text(json.dumps([{"act": "AddChild", "child": "A4", "born_on": "2008-03-01"}]), encoding="utf-8")
    command("act", file)
    assert {one["child"] for one in command("leavers", "--all", "--json").json} == {"A1", "A3", "A4"}
    assert {one["child"] for one in command("leavers", "--iro", "Jo Bloggs", "--json").json} == {"A1"}
    assert command("leavers", "--iro", "Nobody").code == 1


def test_why_counts_it_out(command):
    told = command("leavers", "why", "A1")
    assert "eligible child since" in told.out
    assert "the 91st of them on 5 Apr 2026" in told.out
    assert "at 18 years old: former relevant young person" in told.out


def test_what_was_stated_stands_beside_what_is_counted_and_free_words_stay_inside(command):
    told = command("leavers", "why", "A3", "--json")
    assert (told.json["stated"]["status"], told.json["computed"]["status"]) == ("former-relevant", "none")
    everything = [command(*words) for words in (
        ("leavers",), ("leavers", "--json"), ("leavers", "why", "A3"), ("child", "A3"), ("child", "A3", "--json"),
        ("dump",),
    )]  # fmt: skip
    assert not any("Marigold" in one.out for one in (told, *everything))


def test_a_child_unknown_is_said_so(command):
    assert command("leavers", "why", "ZZ").code == 1
