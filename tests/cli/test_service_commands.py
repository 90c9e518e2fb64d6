"""The service's own records on the command line: figures with what they count, words only for a stated reader."""

import json

import pytest

from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.acts import ChangeIro, ChangeSetting, SignOffStandard
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_service import (
    ACTION,
    FEEDBACK,
    LINKED,
    OBSERVED,
    OTHER,
    STANDARD,
    SUPERVISED,
    TEAM_MET,
)
from tests.services.office import day

NAMES = ("--names", "--for", "board", "--purpose", "annual report")
ACTS = (
    IRO,
    OTHER,
    CHILD,
    FIRST,
    ChangeIro(iro="Jo Bloggs", link_areas="fostering, health", background="Speaks Welsh"),
    ChangeSetting(setting="supervision", value="6w", from_on=day("1 Jan")),
    SUPERVISED,
    OBSERVED,
    TEAM_MET,
    LINKED,
    STANDARD,
    SignOffStandard(name=STANDARD.name, on=day("16 Nov")),
    FEEDBACK,
    ACTION,
)


@pytest.fixture(autouse=True)
def entered(command, tmp_path) -> None:
    file = tmp_path / "acts.json"
    file.write_text(json.dumps([act_to_json(act) for act in ACTS]), encoding="utf-8")
    answer = command("act", file)
    assert answer.code == 0, answer.err


def test_the_team_is_told_with_caseloads_and_what_is_missing(command):
    rows = {one["name"]: one for one in command("team", "--json").json}
    assert (rows["Jo Bloggs"]["children"], rows["Jo Bloggs"]["per_fte"], rows["Jo Bloggs"]["load"]) == (
        1,
        1.0,
        "below 50",
    )
    assert rows["Jo Bloggs"]["supervised_on"] == "2026-11-09"
    assert any("Supervision is missing" in gap for gap in rows["Ann Other"]["gaps"])
    assert "Ann Other" in command("team").out


def test_meetings_are_told_by_time_and_by_iro_with_what_is_missing(command):
    rows = command("team", "meetings", "--from", "2026-11-01", "--to", "2026-11-30", "--json").json
    assert [(one["what"], one["area"]) for one in rows if one["missing"]] == [
        ("supervision", None),
        ("link-meeting", "health"),
    ]
    assert sum(not one["missing"] for one in rows) == 4
    mine = command("team", "meetings", "--iro", "Ann Other", "--json").json
    assert {one["what"] for one in mine} == {"supervision", "observation"}
    assert command("team", "meetings", "--iro", "Nobody").code == 1
    assert command("team", "meetings", "--from", "2026-12-01", "--to", "2026-11-01").code == 1


def test_a_standard_is_told_with_what_its_figure_counts(command):
    (row,) = command("standards", "--json").json
    assert (row["measure"], row["numerator"], row["denominator"], row["benchmark_percent"]) == (
        "minutes.in-time",
        0,
        0,
        90.0,
    )
    assert "Nothing to count" in command("standards").out


def test_the_plan_by_itself_is_the_services_plan(command):
    (row,) = command("plan", "--year", "2026", *NAMES, "--json").json
    assert (row["year"], row["number"], row["text"]) == (2026, 1, "More mid-points")
    assert command("plan", "--year", "2025", "--json").json == []
    assert command("plan", "window", "A1").code == 0


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        (("team",), "Speaks Welsh"),
        (("team", "meetings"), "Virtual school"),
        (("team", "meetings"), "caseload"),
        (("feedback", "--quotable"), "She listens."),
        (("plan",), "More mid-points"),
        (("standards",), STANDARD.text),
    ],
)
def test_what_somebody_wrote_or_said_is_shown_to_a_stated_reader_alone(command, words, secret):
    for answer in (command(*words), command(*words, "--json")):
        assert answer.code == 0
        assert secret not in answer.out
    told = command(*words, *NAMES, "--json")
    assert secret in told.out
    assert any("Names shown by" in one["sentence"] for one in command("history", "--json").json)


def test_only_what_may_be_quoted_is_asked_for(command, tmp_path):
    assert [one["number"] for one in command("feedback", "--quotable", "--json").json] == [1]
    file = tmp_path / "more.json"
    file.write_text(json.dumps([act_to_json(FEEDBACK) | {"may_quote": False}]), encoding="utf-8")
    assert command("act", file).code == 0
    assert [one["number"] for one in command("feedback", "--quotable", "--json").json] == [1]
    assert [one["number"] for one in command("feedback", "--json").json] == [2, 1]
