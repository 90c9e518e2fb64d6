"""The contract of the command line: help, exit codes, names, one writer."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from iro_desktop.cli import main
from iro_desktop.cli.main import COMMANDS, program
from iro_desktop.store import vault
from iro_desktop.store.history import NOT_UNDOABLE
from iro_desktop.store.store import Places, Store, open_store
from tests.cli.conftest import PASSPHRASE


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_with_an_example(command, name):
    answer = command(name, "--help")
    assert answer.code == 0
    assert "Example: iro-desktop" in answer.out


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"demo"}))
def test_every_command_that_answers_speaks_json(name):
    found = program.get_command(click.Context(program), name)
    assert found is not None
    for one in found.commands.values() if isinstance(found, click.Group) else (found,):
        assert "--json" in {option for parameter in one.params for option in parameter.opts}


def test_a_first_writing_command_makes_the_store_and_says_that_its_key_is_unconfirmed(command, sample):
    answer = command("import", "ssda903", sample / "903")
    assert answer.code == 0
    assert "unconfirmed" in answer.err
    assert not command("check", "--json").json["recovery_confirmed"]


def test_init_makes_a_store_once_and_its_recovery_key_opens_it(command, folder, tmp_path):
    key_file = tmp_path / "recovery.txt"
    assert command("init", "--recovery-key-file", key_file).code == 0
    key = key_file.read_text(encoding="ascii").strip()
    assert vault.open_with_recovery_key(Places(folder).key, key)
    again = command("init")
    assert again.code == 1
    assert "already" in again.err


def test_a_damaged_store_is_told_with_an_exit_code_of_its_own(command, folder, monkeypatch):
    command("init")
    assert command("check").code == 0
    monkeypatch.setattr(Store, "problems", lambda _self: ["alert 1 is not as the history tells"])
    told, as_json = command("check"), command("check", "--json")
    assert (told.code, as_json.code) == (1, 1)
    assert "not as the history tells" in told.out
    assert not as_json.json["ok"]


def test_a_recovery_key_shown_once_can_be_confirmed(command):
    key = command("init", "--json").json["recovery_key"]
    assert not command("check", "--json").json["recovery_confirmed"]
    assert command("init", "--confirm", "ABCD-" + key[5:]).code == 1
    assert command("init", "--confirm", key.lower().replace("-", " ")).code == 0
    assert command("check", "--json").json["recovery_confirmed"]


def test_a_wrong_passphrase_and_a_damaged_key_file_get_different_sentences(command, folder, monkeypatch):
    command("init")
    monkeypatch.setenv("IRO_DESKTOP_PASSPHRASE", "something else")
    wrong = command("due")
    key = Places(folder).key
    key.write_bytes(key.read_bytes()[:-40])
    damaged = command("due")
    assert (wrong.code, damaged.code) == (1, 1)
    assert "does not open" in wrong.err
    assert "damaged" in damaged.err


def test_the_passphrase_comes_from_a_file_before_the_environment(command, folder, tmp_path, monkeypatch):
    command("init")
    monkeypatch.delenv("IRO_DESKTOP_PASSPHRASE")
    assert "No passphrase" in command("due").err
    words = tmp_path / "words.txt"
    words.write_text(PASSPHRASE + "\n", encoding="utf-8")
    assert main.run(["--data-dir", str(folder), "--passphrase-file", str(words), "dump", "--json"]) == 0


def test_while_a_window_has_the_store_open_reading_works_and_writing_is_refused(command, folder, sample):
    command("import", "ssda903", sample / "903")
    places = Places(folder)
    with open_store(places, vault.open_with_passphrase(places.key, PASSPHRASE)):
        assert command("due", "--json").code == 0
        refused = command("undo")
    assert refused.code == 1
    assert "already open" in refused.err
    assert command("undo").code == 0


def test_every_deadline_can_say_why_and_ends_in_its_date(command, sample):
    command("import", "ssda903", sample / "903")
    command("act", sample / "acts.json")
    stream = command("due", "--all", "--json").json
    assert len({one["id"] for one in stream}) == len(stream)
    one_of_each = {(one["rule"], one["standing"]): one for one in stream}
    for one in one_of_each.values():
        why = command("why", one["id"], "--json").json
        assert why["steps"][-1]["on"] == why["due_on"] == one["due_on"]


def test_due_filters_by_child_rule_iro_and_day(command, sample):
    command("import", "ssda903", sample / "903")
    command("act", sample / "acts.json")
    stream = command("due", "--json").json
    child = stream[0]["child"]
    assert command("due", "--child", child, "--json").json == [one for one in stream if one["child"] == child]
    assert {one["rule"] for one in command("due", "--rule", "mid-point", "--json").json} == {"mid-point"}
    until = command("due", "--until", "2026-11-30", "--json").json
    assert until == [one for one in stream if one["due_on"] and one["due_on"] <= "2026-11-30"]
    assert command("due", "--child", "nobody").code == 1
    assert command("due", "--iro", "nobody").code == 1


def test_names_leave_only_for_a_reader_and_a_purpose_and_the_export_is_logged(command, sample):
    command("import", "ssda903", sample / "903")
    command("act", sample / "acts.json")
    acts = json.loads((sample / "acts.json").read_text(encoding="utf-8"))
    named = next(one for one in acts if one["act"] == "ChangeChild")
    child, family = named["child"], named["family_name"]
    assert family not in command("child", child).out + command("child", child, "--json").out
    assert command("find", family, "--json").json[0].keys() == {"child", "iro", "was_also"}
    assert command("child", child, "--names").code == 1
    shown = command("child", child, "--names", "--for", "team manager", "--purpose", "supervision")
    assert family in shown.out
    assert "supervision" in command("history", "--json").json[0]["sentence"]
    assert "acts from a list" in command("undo").out  # looking is not an act that undo takes back
    assert {"Export", "PublishReport"} == NOT_UNDOABLE


def test_undo_and_redo_give_identical_dumps(command, sample):
    command("import", "ssda903", sample / "903")
    before = command("dump", "--json").json
    command("act", sample / "acts.json")
    after = command("dump", "--json").json
    command("undo")
    assert command("dump", "--json").json == before
    command("redo")
    assert command("dump", "--json").json == after != before
    assert command("check", "--json").json["ok"]


def test_acts_are_all_or_nothing_and_a_dry_run_changes_nothing(command, sample, tmp_path):
    command("import", "ssda903", sample / "903")
    before = command("dump", "--json").json["hash"]
    dry = command("act", sample / "acts.json", "--dry-run", "--json")
    assert (dry.code, dry.json["ids"]) == (0, [])
    acts = json.loads((sample / "acts.json").read_text(encoding="utf-8"))
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps([*acts[:30], {"act": "ChangeChild", "child": "nobody"}]), encoding="utf-8")
    refused = command("act", broken)
    assert refused.code == 1
    assert "Act 31" in refused.err
    assert command("dump", "--json").json["hash"] == before


@pytest.mark.parametrize("text", ["", "{", "[]", "[1]", '[{"act": "Nonsense"}]', '[{"act": "AddChild"}]', '"acts"',
                                  '[{"act": "AddChild", "child": "A", "shoe_size": 4}]', "[" * 100_000])  # fmt: skip
def test_acts_that_cannot_be_read_are_refused_before_a_store_is_touched(command, folder, tmp_path, text):
    file = tmp_path / "acts.json"
    file.write_text(text, encoding="utf-8")
    assert command("act", file).code == 2
    assert not (folder / "caseload.iro").exists() or command("dump", "--json").json["counts"]["child"] == 0


def test_the_schema_lists_every_act(command):
    titles = {one["title"] for one in command("act", "--schema").json["items"]["oneOf"]}
    assert {"RecordReviewHeld", "MoveBooking", "AddChild"} <= titles


def test_rules_are_printed_with_their_source_and_the_day_the_law_was_checked(command):
    rules = command("rules", "--json").json
    assert all(rule["citation"] and rule["mark"] and rule["law_checked_on"] for rule in rules)
    assert [rule["id"] for rule in command("rules", "review.first", "--json").json] == ["review.first", "review.first"]
    assert command("rules", "nonsense").code == 1


def test_a_bug_is_told_without_its_data(command, monkeypatch):
    def explode(*_: object) -> None:
        raise ValueError("Maya Okonwright was here")

    monkeypatch.setattr("iro_desktop.cli.rules.rule_row", explode)
    answer = command("rules", "--json")
    assert answer.code == 70
    assert "ValueError" in answer.err
    assert "Maya" not in answer.err + answer.out


def test_a_missing_file_a_folder_and_an_unknown_option_are_the_persons_to_put_right(command, tmp_path):
    assert command("import", "ssda903", tmp_path / "nowhere").code == 1
    assert command("import", "caseload", tmp_path / "nowhere.xlsx").code == 1
    assert command("import", "nonsense", tmp_path).code == 1
    assert command("due", "--sideways").code == 1
    assert command("nonsense").code == 1


def _modules(*words: str) -> set[str]:
    """What a command has imported by its end, in a process of its own."""
    code = "import sys; from iro_desktop.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [("date", "2024-03-04", "+20wd"), ("--help",), ("rules",)])
def test_commands_that_need_no_store_load_none(words):
    heavy = {"sqlalchemy", "alembic", "sqlcipher3", "PySide6", "holidays", "openpyxl", "cryptography", "argon2"}
    assert not heavy & _modules(*words)
