"""``export caseload``: a file with the rows asked for, told in the history; refusals and what they say."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.loaded import loaded, loaded_once
from tests.exchange.nasty import csv_rows, sheet_faults

__all__ = ["loaded", "loaded_once"]


def rows_of(path: Path) -> list[dict[str, str]]:
    rows = csv_rows(path.read_bytes())
    top = next(number for number, row in enumerate(rows) if row[0] == "Standing")
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


def test_it_says_which_files_how_many_rows_and_of_how_many(loaded, tmp_path):
    answer = loaded("export", "caseload", tmp_path / "summary.xlsx", "--find", "c2", "--json")
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")["Caseload"]
    rows = [row for row in sheet.iter_rows(min_row=6, values_only=True) if row[0]]
    assert answer.json == {"files": [str(tmp_path / "summary.xlsx")], "rows": len(rows), "of": 60}
    assert {row[4] for row in rows} == {"C2"}
    assert sheet_faults((tmp_path / "summary.xlsx").read_bytes()) == []


def test_rows_of_one_iro_stand_in_the_order_asked_for(loaded, tmp_path):
    iro = loaded("find", "SMP", "--json").json[0]["iro"]
    answer = loaded("export", "caseload", tmp_path / "a.csv", "--iro", iro, "--sort", "lawful", "--json")
    rows = rows_of(tmp_path / "a.csv")
    assert {row["IRO"] for row in rows} == {iro}
    days = [row["Last lawful"] for row in rows]
    assert days == sorted(days, key=lambda day: day.replace("–", "9999"))
    assert answer.json["rows"] == answer.json["of"] == len(rows)
    loaded("export", "caseload", tmp_path / "b.csv", "--iro", iro, "--sort", "lawful", "--descending")
    assert [row["Last lawful"] for row in rows_of(tmp_path / "b.csv")] == sorted(
        days, key=lambda day: day.replace("–", "9999"), reverse=True
    )


def test_a_saved_view_brings_its_words_and_order_and_what_is_said_goes_first(loaded, tmp_path):
    acts = tmp_path / "view.json"
    acts.write_text(json.dumps([{"act": "SaveView", "name": "Clinic", "words": "c2", "sort": "slack"}]))
    assert loaded("act", acts).code == 0
    loaded("export", "caseload", tmp_path / "a.csv", "--view", "clinic")
    loaded("export", "caseload", tmp_path / "b.csv", "--find", "c2", "--sort", "slack")
    assert rows_of(tmp_path / "a.csv") == rows_of(tmp_path / "b.csv")
    assert "Saved view “Clinic”" in (tmp_path / "a.csv").read_text(encoding="utf-8")
    loaded("export", "caseload", tmp_path / "c.csv", "--view", "Clinic", "--find", "c1")
    assert {row["Legal"] for row in rows_of(tmp_path / "c.csv")} == {"C1"}
    missing = loaded("export", "caseload", tmp_path / "d.csv", "--view", "Nobody's")
    assert (missing.code, "no saved view" in missing.err) == (1, True)
    assert not (tmp_path / "d.csv").exists()


def test_another_ending_is_refused_naming_those_that_are_written(loaded, tmp_path):
    answer = loaded("export", "caseload", tmp_path / "summary.odt")
    assert answer.code == 1
    assert "ends in .xlsx for Excel, .docx for Word, .pdf or .csv" in answer.err
    assert not (tmp_path / "summary.odt").exists()


def test_names_need_a_reader_and_a_purpose_and_then_stand_in_file_and_log(loaded, tmp_path):
    refused = loaded("export", "caseload", tmp_path / "a.csv", "--names", "--for", "manager")
    assert (refused.code, "--purpose" in refused.err) == (1, True)
    assert not (tmp_path / "a.csv").exists()
    loaded("export", "caseload", tmp_path / "a.csv", "--names", "--for", "the manager", "--purpose", "clinic")
    assert {row["Id"][:3] for row in rows_of(tmp_path / "a.csv")} == {"SMP"}
    sentence = loaded("history", "--json").json[0]["sentence"]
    assert sentence == "Caseload summary as CSV: 60 of 60 children, with names, for the manager: clinic"


def test_every_export_leaves_its_line(loaded, tmp_path):
    before = len(loaded("history", "--json").json)
    loaded("export", "caseload", tmp_path / "a.csv")
    history = loaded("history", "--json").json
    assert len(history) == before + 1
    assert history[0]["sentence"] == "Caseload summary as CSV: 60 of 60 children, by id"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--iro", "Nobody"], "no IRO of that name"),
        (["--sort", "colour"], "slack"),
        (["--from", "2026-05-01", "--to", "2026-04-01"], "lies before"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(loaded, tmp_path, words, sentence):
    answer = loaded("export", "caseload", tmp_path / "a.csv", *words)
    assert answer.code == 1
    assert sentence in answer.err
    assert not (tmp_path / "a.csv").exists()
