"""After a day's work no name stands readable in any file that the program wrote."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from iro_desktop.cli.main import run

MARK = "Qzxv"


def marked_acts(sample: Path) -> list[dict[str, object]]:
    """The sample's acts with a mark in every name, so that a search for it finds any of them."""
    acts = json.loads((sample / "acts.json").read_text(encoding="utf-8"))
    for number, act in enumerate(act for act in acts if act["act"] == "ChangeChild"):
        for field in ("given_name", "family_name", "known_as"):
            if act.get(field):
                act[field] = f"{MARK}{number}{act[field]}"
    return acts


def days_work(children: list[str], count: int) -> Iterator[dict[str, object]]:
    """Acts that all can be done, one after another: names corrected, IROs allocated."""
    for number in range(count):
        child = children[number % len(children)]
        yield {"act": "ChangeChild", "child": child, "known_as": f"{MARK}{number}x"}


def readable_names(folders: list[Path]) -> list[str]:
    """Files that hold the mark in UTF-8 or UTF-16."""
    needles = (MARK.encode(), MARK.encode("utf-16-le"), MARK.encode("utf-16-be"), MARK.lower().encode())
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(needle in file.read_bytes() for needle in needles)]


@pytest.mark.parametrize("acts", [12])
def test_no_name_is_readable_in_any_file_after_a_days_work(command, folder, sample, tmp_path, monkeypatch, acts):
    work, temporary = tmp_path / "work", tmp_path / "tmp"
    work.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", os.fspath(temporary))
    command("import", "ssda903", sample / "903")
    file = work / "acts.json"
    file.write_text(json.dumps(marked_acts(sample)), encoding="utf-8")
    assert command("act", file).code == 0
    children = [one["child"] for one in command("find", MARK, "--json").json]
    assert len(children) == 20  # the most that finding shows: names are in, and findable
    for act in days_work(children, acts):
        file.write_text(json.dumps([act]), encoding="utf-8")
        assert command("act", file).code == 0
    command("undo")
    command("due")
    file.unlink()
    assert readable_names([folder, temporary]) == []
    assert not (folder / "caseload.iro").read_bytes().startswith(b"SQLite format 3")


def test_an_error_message_holds_no_name(folder, sample, capsys):
    run(["--data-dir", str(folder), "import", "ssda903", str(sample / "903")])
    acts = marked_acts(sample)
    acts.append({"act": "ChangeChild", "child": f"{MARK}-nobody", "given_name": f"{MARK}Name"})
    (sample / "bad.json").write_text(json.dumps(acts), encoding="utf-8")
    capsys.readouterr()
    assert run(["--data-dir", str(folder), "act", str(sample / "bad.json")]) == 1
    assert f"{MARK}Name" not in capsys.readouterr().err
