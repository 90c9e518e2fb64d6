"""``export KEY PATH`` for every output of the register, ``--dry-run``, and the log that ``exports`` shows."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from iro_desktop.cli.main import program
from iro_desktop.services.outputs.model import Asks, Names, Output
from iro_desktop.services.outputs.register import OUTPUTS
from tests.cli.conftest import Answer
from tests.cli.loaded import loaded, loaded_once
from tests.exchange.nasty import csv_rows

__all__ = ["loaded", "loaded_once"]
EVERY = tuple(OUTPUTS.by_key.values())
KEYS = {output.key: output for output in EVERY}
READER = ("--for", "the reader", "--purpose", "to see it")
Loaded = Callable[..., Answer]


@pytest.fixture
def known(loaded: Loaded) -> dict[str, str]:
    """An IRO, and a child with brothers and sisters whose last review is written up as far as it can be."""
    child = next(one for one in loaded("find", "SMP", "--json").json if one["iro"])
    return {"iro": child["iro"], "child": child["child"]}


def said(output: Output, known: dict[str, str]) -> Iterator[str]:
    """What has to be said for it."""
    if {Asks.ONE_IRO} & set(output.asks):
        yield from ("--iro", known["iro"])
    if Asks.CHILD in output.asks:
        yield from ("--child", known["child"])
    if Asks.AGENCY in output.asks:
        yield from ("--agency", "health")
    if output.names is Names.ALWAYS:
        yield from READER


@pytest.mark.parametrize("key", KEYS)
def test_each_has_its_help_with_an_example_that_names_it(key: str) -> None:
    answer = CliRunner().invoke(program, ["export", key, "--help"])
    assert answer.exit_code == 0
    plain = " ".join(answer.output.split())
    assert " ".join(KEYS[key].what_for.split()) in plain
    assert f"Example: iro-desktop export {key} " in plain
    assert "--dry-run" in plain
    assert ("--names" in plain) is (KEYS[key].names is Names.ON_WISH)
    assert ("--purpose" in plain) is (KEYS[key].names is not Names.NEVER)


def test_the_list_of_formats_says_what_each_is() -> None:
    plain = " ".join(CliRunner().invoke(program, ["export", "--help"]).output.split())
    for output in EVERY:
        assert output.key in plain
        assert " ".join(output.what_for.split()) in plain
    assert "calendar" in plain


@pytest.mark.parametrize("key", KEYS)
def test_a_dry_run_says_what_it_would_hold_and_writes_nothing(
    loaded: Loaded, known: dict[str, str], tmp_path: Path, key: str
) -> None:
    output = KEYS[key]
    path, words = tmp_path / f"out.{output.formats[0].value}", tuple(said(output, known))
    before = len(loaded("history", "--json").json)
    answer = loaded("export", key, path, *words, "--dry-run", "--json")
    if answer.code:
        assert "Nothing was made." in answer.err, answer.err
    else:
        told = answer.json
        assert told["title"]
        assert told["files"] == []
        assert 0 <= told["rows"] <= told["of"]
        assert told["names"] is (output.names is Names.ALWAYS)
        plain = loaded("export", key, path, *words, "--dry-run")
        assert plain.out.endswith("Nothing was written.\n")
        assert "Holds: " in plain.out
    assert not path.exists()
    assert len(loaded("history", "--json").json) == before


@pytest.mark.parametrize("key", KEYS)
def test_each_writes_its_file_and_stands_in_the_log(
    loaded: Loaded, known: dict[str, str], tmp_path: Path, key: str
) -> None:
    output = KEYS[key]
    path = tmp_path / f"out.{output.formats[-1].value}"
    before = len(loaded("exports", "--all", "--json").json)
    answer = loaded("export", key, path, *said(output, known), "--json")
    lines = loaded("exports", "--json").json
    if answer.code:
        assert "Nothing was made." in answer.err, answer.err
        assert not path.exists()
        assert len(lines) == before
        return
    assert answer.json.keys() == {"files", "rows", "of"}
    assert answer.json["files"] == [str(path)]
    assert path.read_bytes()
    assert len(lines) == before + 1
    assert lines[0]["kind"] == output.formats[-1].label
    assert lines[0]["from"] == "command line"
    assert (lines[0]["for"] or "") == ("the reader" if output.names is Names.ALWAYS else "")


@pytest.mark.parametrize("key", [key for key, one in KEYS.items() if one.names is Names.ON_WISH])
def test_names_need_a_reader_and_a_purpose(loaded: Loaded, known: dict[str, str], tmp_path: Path, key: str) -> None:
    path = tmp_path / f"out.{KEYS[key].formats[0].value}"
    answer = loaded("export", key, path, *said(KEYS[key], known), "--names", "--for", "somebody")
    assert (answer.code, "--purpose" in answer.err) == (1, True)
    assert not path.exists()


def test_the_log_shows_the_year_that_is_asked_for(loaded: Loaded, tmp_path: Path) -> None:
    loaded("export", "caseload", tmp_path / "a.csv", "--names", "--for", "the manager", "--purpose", "clinic: monthly")
    loaded("find", "SMP", "--names", "--for", "the manager", "--purpose", "to call back")
    loaded("export", "calendar", tmp_path / "a.ics")
    calendar, shown, summary = loaded("exports", "--json").json
    assert (summary["what"], summary["children"], summary["kind"]) == ("Caseload summary", "60 of 60 children", "CSV")
    assert (summary["for"], summary["purpose"]) == ("the manager", "clinic: monthly")
    assert (shown["what"], shown["for"], shown["purpose"]) == ("Names shown by “find”", "the manager", "to call back")
    assert calendar["what"].startswith("Calendar of ")
    assert calendar["names"] == "by id"
    assert loaded("exports", "--year", "2024", "--json").json == []
    assert "Nothing left" in loaded("exports", "--year", "2024").err
    plain = loaded("exports").out.splitlines()
    assert len(plain) == 4
    assert plain[0].split() == ["when", "what", "as", "children", "names", "for", "purpose", "by"]


def test_a_summary_of_the_service_has_its_further_sheets(loaded: Loaded, tmp_path: Path) -> None:
    import openpyxl

    loaded("export", "caseload", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Caseload", "Figures", "By IRO", "Overdue", "Coming 20 days", "Siblings", "Not known"]
    team = {row[0]: row for row in book["By IRO"].iter_rows(values_only=True)}
    told = loaded("team", "--json").json
    for one in told["iros"] if isinstance(told, dict) else told:
        assert team[one["name"]][4] == one["children"]
    assert team["All"][4] == 60
    loaded("export", "caseload", tmp_path / "b.xlsx", "--iro", loaded("find", "SMP", "--json").json[0]["iro"])
    assert "By IRO" not in openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames


def test_what_is_overdue_and_what_comes_is_what_the_stream_of_deadlines_says(loaded: Loaded, tmp_path: Path) -> None:
    import openpyxl

    loaded("export", "caseload", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    late = [
        row for row in book["Overdue"].iter_rows(values_only=True) if row[1] and str(row[1]).startswith(("SMP", "PVF"))
    ]
    due = loaded("due", "--json").json
    open_late = {(one["child"], one["due_on"]) for one in due if one["standing"] in {"overdue", "not-recorded"}}
    shown = {(row[1], row[3].date().isoformat() if isinstance(row[3], datetime) else None) for row in late}
    assert shown
    assert shown <= open_late
    soon = {one["child"] for one in due if one["standing"] in {"due-soon", "upcoming", "due-today", "waiting"}}
    coming = [
        row for row in book["Coming 20 days"].iter_rows(values_only=True) if str(row[1]).startswith(("SMP", "PVF"))
    ]
    assert coming
    assert {row[1] for row in coming} <= soon
    days = [row[0] for row in coming if isinstance(row[0], datetime)]
    assert len(days) == len(coming)
    assert days == sorted(days)


def test_a_filter_narrows_the_sheets_beside_too(loaded: Loaded, tmp_path: Path) -> None:
    import openpyxl

    loaded("export", "caseload", tmp_path / "a.csv", "--find", "c2")
    rows = csv_rows((tmp_path / "a.csv").read_bytes())
    top = next(number for number, row in enumerate(rows) if row[0] == "Standing")
    children = {row[1] for row in rows[top + 1 :]}
    loaded("export", "caseload", tmp_path / "a.xlsx", "--find", "c2")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    for name in ("Overdue", "Coming 20 days"):
        found = {row[1] for row in book[name].iter_rows(values_only=True) if str(row[1]).startswith("SMP")}
        assert found <= children
        assert "Only of the children that the caseload’s filter shows." in [row[0].value for row in book[name]["A1:A4"]]


def test_json_is_one_value(loaded: Loaded, tmp_path: Path) -> None:
    assert isinstance(json.loads(loaded("export", "caseload", tmp_path / "a.pdf", "--json").out), dict)
