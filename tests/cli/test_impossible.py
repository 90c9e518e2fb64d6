"""What cannot be, put to the command line: each refused with its sentence, and nothing saved."""

import json
import math
from collections.abc import Callable
from pathlib import Path

from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.acts import Act, PublishReport
from tests.cli.conftest import Answer
from tests.services.test_impossible_acts import IMPOSSIBLE


def test_every_one_is_refused_with_its_sentence_and_leaves_an_empty_store_empty(
    command: Callable[..., Answer], tmp_path: Path
):
    command("act", _file(tmp_path, [{"act": "AddIro", "name": "Ann Other"}]))
    before = command("history", "--json").out
    for one in IMPOSSIBLE:
        acts = (*one.before, one.act)
        if len(acts) > 1 and any(isinstance(act, PublishReport) for act in acts):  # it stands in no list
            continue
        answer = command("act", _file(tmp_path, [act_to_json(act) for act in (*one.before, one.act)]))
        if _is_no_number(one.act):  # JSON has no such number: the file itself cannot be read
            assert answer.code == 2, one.what
            continue
        assert answer.code == 1, one.what
        assert one.words in answer.err, one.what
        assert "Traceback" not in answer.err
    assert command("history", "--json").out == before


def test_what_is_no_value_of_its_field_is_refused_naming_the_field(command: Callable[..., Answer], tmp_path: Path):
    command("act", _file(tmp_path, [{"act": "AddIro", "name": "Ann Other"}]))
    said = {"act": "RecordReviewHeld", "child": "A1", "held_on": "2026-11-05", "participation": "PN1"}
    wrong = {
        "held_on": ("2026-02-31", "31 feb", "2026-11-31", "9999-99-99", 5, None),
        "participation": ("PN8", 1),
        "number": ("one", 1.5, True),
        "came": ("carer", ["dog"]),
        "is_plan_current": ("yes",),
    }
    for name, values in wrong.items():
        for value in values:
            answer = command("act", _file(tmp_path, [said | {name: value}]))
            assert answer.code == 2, (name, value)
            assert f"“{name}”" in answer.err, (name, value)
            assert "Nothing was changed" in answer.err


def _file(folder: Path, acts: list[dict[str, object]]) -> Path:
    path = folder / "acts.json"
    path.write_text(json.dumps(acts), encoding="utf-8")
    return path


def _is_no_number(act: Act) -> bool:
    return any(isinstance(value, float) and not math.isfinite(value) for value in act_to_json(act).values())
