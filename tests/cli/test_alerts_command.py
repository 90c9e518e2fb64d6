"""``alerts``, ``consultations``, ``lists`` and ``legal-advice``: by id, without words, unless they are asked for."""

import json

import pytest

WORDS = "Marigold was not told"
MANAGER = "Kim Roy"
RAISED = "2026-11-09"
ACTS = [
    {"act": "AddIro", "name": "Jo Bloggs"},
    {
        "act": "AddChild",
        "child": "A1",
        "iro": "Jo Bloggs",
        "looked_after_since": "2026-10-12",
        "tracking_from": "2026-10-12",
    },
    {"act": "RecordReviewHeld", "child": "A1", "held_on": "2026-11-05", "participation": "PN1"},
    {
        "act": "AllocateWorker",
        "child": "A1",
        "role": "social-worker",
        "worker": MANAGER,
        "team": "North",
        "from_on": "2026-10-12",
    },
    {
        "act": "RaiseAlert",
        "child": "A1",
        "raised_on": RAISED,
        "about": WORDS,
        "theme": "Voice of the child",
        "team": "North",
        "responder": MANAGER,
    },
    {
        "act": "AnswerAlert",
        "child": "A1",
        "raised_on": RAISED,
        "stage": "informal",
        "answered_on": "2026-11-12",
        "reply": WORDS,
    },
    {"act": "PauseAlert", "child": "A1", "raised_on": RAISED, "from_on": "2026-11-10", "to_on": "2026-11-11",
     "reason": WORDS},
    {"act": "EscalateAlert", "child": "A1", "raised_on": RAISED, "stage": "formal", "started_on": "2026-11-16"},
    {"act": "RaiseAlert", "child": "A1", "raised_on": RAISED, "what": "partner", "agency": "health",
     "reply_by": "2026-11-18"},
    {"act": "RaiseAlert", "child": "A1", "raised_on": "2026-11-10", "what": "good-practice", "about": WORDS},
    {"act": "ResolveAlert", "child": "A1", "raised_on": "2026-11-10", "resolved_on": "2026-11-13",
     "outcome": "acknowledged", "effect": "Practice shared with others", "effect_words": WORDS},
    {"act": "RecordSent", "child": "A1", "what": "consultation", "to": "school", "sent_on": "2026-11-02"},
    {"act": "RecordReturned", "child": "A1", "what": "consultation", "to": "school", "sent_on": "2026-11-02",
     "returned_on": "2026-11-09", "views": WORDS},
    {"act": "RecordLegalAdvice", "child": "A1", "asked_on": "2026-11-12", "question": WORDS},
]  # fmt: skip
NAMES = ("--names", "--for", "Jo Bloggs", "--purpose", "supervision")


@pytest.fixture(autouse=True)
def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps(ACTS), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_open_alerts_are_told_with_their_clocks_the_most_pressing_first(command):
    told = command("alerts", "--json").json
    assert [(one["nth"], one["kind"], one["stage"], one["standing"]) for one in told] == [
        (2, "partner", "partner", "overdue"),
        (1, "challenge", "formal", "due-soon"),
    ]
    assert told[0]["answer"] == {
        "id": f"alert.partner/A1/{RAISED}",
        "due_on": "2026-11-18",
        "standing": "overdue",
        "words": "3 working days over",
    }
    assert told[0]["whole"] is None
    assert told[1]["whole"]["due_on"] == "2026-12-07"


def test_they_are_chosen_by_child_iro_and_kind_and_the_resolved_ones_asked_for(command):
    assert [one["kind"] for one in command("alerts", "--kind", "partner", "--json").json] == ["partner"]
    assert len(command("alerts", "--child", "A1", "--iro", "Jo Bloggs", "--all", "--json").json) == 3
    assert command("alerts", "--child", "A9").code == 1
    assert command("alerts", "--iro", "Nobody").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("alerts", "--all"),
        ("alerts", "show", "A1", RAISED),
        ("alerts", "show", "A1", "2026-11-10"),
        ("alerts", "counts", "--by", "theme"),
        ("alerts", "draft", "after.recommendations/A1/2026-11-05"),
        ("consultations",),
        ("legal-advice",),
    ],
)
def test_what_was_said_and_who_said_it_stay_in_unless_names_are_asked_for(command, words):
    for way in (words, (*words, "--json")):
        answer = command(*way)
        assert answer.code == 0, answer.err
        assert WORDS not in answer.out
        assert MANAGER not in answer.out


@pytest.mark.parametrize("words", [("alerts",), ("alerts", "show", "A1", RAISED), ("legal-advice", "A1")])
def test_with_names_the_words_are_shown_and_the_log_says_so(command, words):
    for way in ((), ("--json",)):
        assert WORDS in command(*words, *way, *NAMES).out
    assert "Names shown by" in command("history").out
    assert command(*words, "--names").code == 1


def test_one_alert_is_told_with_its_stages_pauses_and_where_it_may_go(command):
    told = command("alerts", "show", "A1", RAISED, "--json").json
    assert [(one["stage"], one["started_on"], one["answered_on"]) for one in told["stages"]] == [
        ("informal", RAISED, "2026-11-12"),
        ("formal", "2026-11-16", None),
    ]
    assert told["pauses"] == [{"from": "2026-11-10", "to": "2026-11-11", "working_days": 2}]
    assert [one["stage"] for one in told["next"]] == ["cafcass"]
    assert command("alerts", "show", "A1", f"{RAISED}/2", "--json").json["kind"] == "partner"
    for_people = command("alerts", "show", "A1", RAISED).out
    assert "30 Nov 2026, " in for_people
    assert "2026-11-30" not in for_people


@pytest.mark.parametrize(("raised", "words"), [("monday", "named by the day"), ("2026-11-09/7", "no such alert")])
def test_an_alert_that_is_not_there_is_told(command, raised, words):
    answer = command("alerts", "show", "A1", raised)
    assert (answer.code, words in answer.err) == (1, True)


def test_counts_add_up_and_say_so(command):
    told = command("alerts", "counts", "--by", "kind", "--from", "2026-11-01", "--json").json
    assert [(one["words"], one["count"]) for one in told["lines"]] == [
        ("quality assurance alert", 1),
        ("partner escalation", 1),
        ("good practice", 1),
    ]
    assert (told["total"], told["check"]) == (3, "1 + 1 + 1 = 3 alerts raised")
    assert "1 + 2 = 3 alerts raised" in command("alerts", "counts", "--by", "theme").out
    assert command("alerts", "counts", "--by", "theme", "--from", "2026-12-01", "--to", "2026-11-01").code == 1


def test_a_draft_is_an_act_that_can_be_done(command, tmp_path):
    answer = command("alerts", "draft", "after.recommendations/A1/2026-11-05")
    (act,) = answer.json
    assert (act["act"], act["rule"], act["team"]) == ("RaiseAlert", "after.recommendations", "North")
    assert "responder" not in act
    file = tmp_path / "draft.json"
    file.write_text(answer.out, encoding="utf-8")
    assert command("act", file).code == 0
    drafted = command("alerts", "show", "A1", "2026-11-23", "--json").json["drafted_from"]
    assert drafted.endswith("review of 5 Nov 2026")
    assert command("alerts", "draft", "after.recommendations/A1/2026-11-05", *NAMES).json[0]["responder"] == MANAGER


def test_of_a_date_that_is_not_late_none_is_drafted(command):
    answer = command("alerts", "draft", "review.second/A1/2026-11-05")
    assert (answer.code, "neither missed nor overdue" in answer.err) == (1, True)


def test_consultations_are_counted_by_agency(command):
    (told,) = command("consultations", "--json").json
    assert (told["agency"], told["sent"], told["returned"], told["median_working_days"]) == ("education", 1, 1, 5)
    assert "education" in command("consultations").out
    assert command("consultations", "--iro", "Nobody").code == 1


def test_a_list_shows_what_is_used_and_what_is_offered(command):
    told = {one["name"]: one for one in command("lists", "theme", "--json").json}
    assert (told["Voice of the child"]["used"], told["Voice of the child"]["is_standard"]) == (1, False)
    assert (told["Health"]["used"], told["Health"]["is_standard"]) == (0, True)
    assert "offered by the program" in command("lists", "effect").out


def test_legal_advice_is_told_with_how_long_it_took(command):
    assert command("legal-advice", "--json").json == [
        {"child": "A1", "asked_on": "2026-11-12", "answered_on": None, "working_days": 7}
    ]
    assert command("legal-advice", "A9").code == 1
