"""``plan``: its JSON, its exit codes, and that nothing is written without ``--apply``."""

import json

import pytest

ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {"act": "AddChild", "child": "A1", "given_name": "Quintus", "family_name": "Marked", "born_on": "2015-05-05",
     "last_review_on": "2026-07-01", "last_review_number": 3, "iro": "Jo Bloggs"},
    {"act": "AddChild", "child": "A2", "given_name": "Septima", "family_name": "Marked", "born_on": "2016-05-05",
     "last_review_on": "2026-07-10", "last_review_number": 3, "iro": "Jo Bloggs"},
    {"act": "AddChild", "child": "A3", "born_on": "2016-05-05"},
    {"act": "FormSiblingGroup", "name": "Family 1", "children": ["A1", "A2"], "from_on": "2026-07-01"},
    {"act": "BookReview", "child": "A1", "review_on": "2026-12-01"},
    {"act": "BookReview", "child": "A2", "review_on": "2026-12-01"},
]  # fmt: skip
COUNTRY = {
    "england-and-wales": {
        "division": "england-and-wales",
        "events": [
            {"title": "Christmas Day", "date": "2026-12-25", "notes": "", "bunting": True},
            {"title": "Proclaimed day", "date": "2026-12-03", "notes": "", "bunting": True},
        ],
    },
    "scotland": {"division": "scotland", "events": [{"title": "St Andrew's Day", "date": "2026-11-30"}]},
}


@pytest.fixture
def family(command, tmp_path):
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    assert command("act", file).code == 0


@pytest.fixture
def unchanged(command):
    """Whether the store and its history are as they were when this was asked for."""

    def state():
        return command("dump", "--json").json, command("history", "--json").json

    return state


def written(tmp_path, value, name="changes.json"):
    file = tmp_path / name
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


def test_a_move_is_told_in_full_and_not_made(command, family, unchanged):
    before = unchanged()
    answer = command("plan", "move", "A1", "--to", "2026-12-22", "--json")
    assert answer.code == 0
    told = answer.json
    assert list(told) == [
        "child", "from", "to", "in_timescale", "margin", "words", "warnings", "parts", "deadlines", "if_held", "act",
    ]  # fmt: skip
    assert (told["child"], told["from"], told["to"]) == ("A1", "2026-12-01", "2026-12-22")
    assert (told["in_timescale"], told["margin"], told["act"]) == (True, 5, None)
    review = next(one for one in told["deadlines"] if one["rule"] == "review.later")
    assert review["id"] == "review.later/A1/2026-07-01"
    assert (review["before"]["booked_on"], review["after"]["booked_on"]) == ("2026-12-01", "2026-12-22")
    assert {"key": "sibling/A2", "chosen": False}.items() <= told["parts"][1].items()
    assert unchanged() == before
    assert command("plan", "move", "A1", "--to", "2026-12-22").out.endswith(
        "Nothing was changed. Add --apply to do it.\n"
    )
    assert unchanged() == before


def test_a_move_with_a_sister_is_made_as_one_act_and_undone(command, family, unchanged):
    before = unchanged()[0]
    words = ("move", "A1", "--to", "2026-12-22", "--with", "A2", "--asked-by", "family", "--reason", "one journey")
    told = command("plan", *words, "--json").json
    done = command("plan", *words, "--apply", "--json").json
    assert {**done, "act": None} == told
    newest = command("history", "--json").json[0]
    assert (newest["id"], newest["sentence"]) == (done["act"], "Move reviews of 2 children to 22 Dec 2026")
    stream = {one["id"]: one for one in command("due", "--json").json}
    for one in told["deadlines"]:
        for key in ("due_on", "standing", "booked_on"):
            assert one["after"] is None or stream[one["id"]][key] == one["after"][key]
    command("undo")
    assert unchanged()[0] == before


def test_plans_hold_no_names(command, family):
    for words in (("move", "A1", "--to", "2026-12-22"), ("window", "A1"), ("siblings", "A1")):
        for answer in (command("plan", *words), command("plan", *words, "--json")):
            assert answer.code == 0
            assert not {"Quintus", "Septima", "Marked"} & set(answer.out.replace('"', " ").replace(".", " ").split())


def test_a_window_is_told(command, family, unchanged):
    before = unchanged()
    told = command("plan", "window", "A1", "--json").json
    assert told["earliest"] <= told["book_by"] <= told["last_lawful"] == "2027-01-01"
    assert told["offers"][0]["on"] == told["book_by"]
    assert "Best between" in command("plan", "window", "A1").out
    assert command("plan", "window", "A3", "--json").json is None
    assert "No review with a date" in command("plan", "window", "A3").out
    assert unchanged() == before


def test_siblings_days_are_told_and_booked_as_one_act(command, family, unchanged):
    before = unchanged()
    told = command("plan", "siblings", "Family 1", "--json").json
    assert told == command("plan", "siblings", "A2", "--json").json
    best = told["offers"][0]
    assert (best["children"], set(best["margins"])) == (["A1", "A2"], {"A1", "A2"})
    assert "Both can be reviewed" in command("plan", "siblings", "A2").out
    assert unchanged() == before
    done = command("plan", "siblings", "A2", "--apply", "--on", best["on"], "--json").json
    assert command("history", "--json").json[0]["id"] == done["act"]
    booked = {one["booked_on"] for one in command("due", "--rule", "review.later", "--json").json}
    assert booked == {best["on"]}


def test_a_change_of_rules_is_told_and_made(command, family, unchanged, tmp_path):
    before = unchanged()
    change = {"act": "ChangeSetting", "setting": "limit:review.later", "value": "5m", "from_on": "2026-01-01"}
    file = written(tmp_path, [change])
    told = command("plan", "rules", file, "--json").json
    assert [(one["child"], one["after"]["due_on"]) for one in told["deadlines"] if one["rule"] == "review.later"] == [
        ("A1", "2026-12-01"), ("A2", "2026-12-10"),
    ]  # fmt: skip
    assert unchanged() == before
    done = command("plan", "rules", file, "--apply", "--json").json
    assert {**done, "act": None} == told
    due = {one["child"]: one["due_on"] for one in command("due", "--rule", "review.later", "--json").json}
    assert due == {"A1": "2026-12-01", "A2": "2026-12-10"}


def test_gov_uks_bank_holidays_are_planned_and_imported(command, family, unchanged, tmp_path):
    file = written(tmp_path, COUNTRY, "bank-holidays.json")
    before = unchanged()
    assert command("plan", "rules", file, "--json").code == 0
    assert unchanged() == before
    counts = {"rows": 2, "new": 1, "changed": 0, "same": 1, "refused": 0}
    assert command("import", "bank-holidays", file, "--json").json["files"] == {"bank-holidays.json": counts}
    again = command("import", "bank-holidays", file, "--json").json
    assert again["files"]["bank-holidays.json"] == {"rows": 2, "new": 0, "changed": 0, "same": 2, "refused": 0}
    assert again["act"] is None
    assert command("plan", "rules", file, "--json").json["deadlines"] == []


def test_bank_holidays_come_as_lines_too(command, family, tmp_path):
    file = written(tmp_path, "date,name\n2026-12-03,Proclaimed day\nsoon,Another\n2026-12-04,\n", "days.csv")
    answer = command("import", "bank-holidays", file, "--json").json
    assert answer["files"]["days.csv"] == {"rows": 3, "new": 1, "changed": 0, "same": 0, "refused": 2}
    assert [one["row"] for one in answer["problems"]] == [3, 4]
    assert command("date", "2026-12-02", "+1wd", "--json").code == 0


@pytest.mark.parametrize(
    ("text", "code"), [("{", 2), ("[]", 2), ('{"scotland": {}}', 2), ("no date,at all", 2), ("", 2)]
)
def test_a_file_without_bank_holidays_is_refused(command, family, tmp_path, text, code):
    answer = command("import", "bank-holidays", written(tmp_path, text, "days.txt"))
    assert answer.code == code
    assert "Nothing was changed" in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("move", "XX", "--to", "2026-12-22"), 1),
        (("move", "A3", "--to", "2026-12-22"), 1),
        (("move", "A1", "--to", "2026-12-22", "--with", "A3"), 1),
        (("move", "A1", "--to", "2026-12-22", "--with", "A3", "--apply"), 1),
        (("move", "A1", "--to", "22/12/2026"), 1),
        (("move", "A1"), 1),
        (("window", "XX"), 1),
        (("siblings", "XX"), 1),
        (("siblings", "A1", "--apply"), 1),
        (("siblings", "A1", "--on", "2026-12-22"), 1),
        (("rules", "nowhere.json"), 1),
    ],
)
def test_what_cannot_be_planned_is_said_and_changes_nothing(command, family, unchanged, words, code):
    before = unchanged()
    answer = command("plan", *words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err
    assert unchanged() == before


@pytest.mark.parametrize(("value", "code"), [("[", 2), ([], 2), ([{"act": "AddIro", "name": "New One"}], 1)])
def test_a_file_that_changes_no_rule_is_refused(command, family, tmp_path, value, code):
    answer = command("plan", "rules", written(tmp_path, value), "--apply")
    assert answer.code == code
    assert "Nothing was changed" in answer.err


def test_planning_without_a_caseload_makes_none(command, folder):
    assert command("plan", "window", "A1").code == 1
    assert not (folder / "store.db").exists()


def test_the_settings_are_listed_with_and_without_a_caseload(command, family, tmp_path, monkeypatch):
    change = {"act": "ChangeSetting", "setting": "due-soon", "value": "15", "from_on": "2026-01-01"}
    limit = {"act": "ChangeSetting", "setting": "limit:after.minutes", "value": "10wd", "from_on": "2026-01-01"}
    assert command("act", written(tmp_path, [change, limit])).code == 0
    listed = {one["key"]: one for one in command("rules", "--settings", "--json").json}
    assert (listed["due-soon"]["default"], listed["due-soon"]["in_force"]) == ("10", "15")
    assert listed["limit:after.minutes"]["in_force"] == "10wd"
    assert listed["anchor"]["in_force"] == "actual"
    assert "15 working days" in command("rules", "--settings").out
    monkeypatch.delenv("IRO_DESKTOP_PASSPHRASE")
    closed = {one["key"]: one for one in command("rules", "--settings", "--json").json}
    assert closed["due-soon"]["in_force"] is None
    assert command("rules", "--json").code == 0
