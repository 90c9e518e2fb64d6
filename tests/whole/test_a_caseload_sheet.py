"""A council's own sheet in by the command, in eight layouts: every row accounted for, nothing wrong in silence."""

import json
from datetime import date
from pathlib import Path

import pytest

from iro_desktop.services.import_caseload import read_sheet
from tests.exchange.layouts import LAYOUTS, TODAY, TrueChild, csv_bytes, true_children, truth_of, write_xlsx

ON = TODAY.isoformat()


def _written(layout, children, ending: str, folder: Path) -> Path:
    path = folder / f"caseload{ending}"
    if ending == ".xlsx":
        write_xlsx(layout, children, path)
    else:
        path.write_bytes(csv_bytes(layout, children)[1])
    return path


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_sheet_of_sixty_children_comes_in_whole_and_once(command, tmp_path, layout, ending):
    children = true_children()
    path = _written(layout, children, ending, tmp_path)
    first = command("import", "caseload", path, "--json", on=ON).json
    counts = first["files"][path.name]
    assert counts["rows"] == counts["new"] + counts["refused"] == 60
    again = command("import", "caseload", path, "--json", on=ON).json
    assert (again["files"][path.name]["new"], again["files"][path.name]["changed"], again["act"]) == (0, 0, None)
    truth = truth_of(layout, children)
    asked = {(one["row"], one["field"]) for one in first["problems"] if one["severity"] in ("ask", "refused")}
    lines = {row.child: row.row for row in read_sheet(path, "", {}, TODAY).rows}
    for child, line in list(lines.items())[::10]:  # each cell is held against the truth in tests/exchange
        _check(command("child", child, "--json", on=ON).json, truth[child], line, asked)


def _check(stored: dict, true: TrueChild, line: int, asked: set[tuple[int | None, str | None]]) -> None:
    """What the store holds of a child is the truth, or was asked about."""
    held = [date.fromisoformat(one["held_on"]) if isinstance(one["held_on"], str) else one["held_on"]
            for one in stored["reviews"]]  # fmt: skip
    if held:
        assert held == [true.last_review_on] or (line, "last_review_on") in asked
    started = [one["started_on"] for one in stored["episodes"] if one["start_reason"] == "S"]
    if started:
        assert started == [str(true.looked_after_since)] or (line, "looked_after_since") in asked
    if stored["iro"] is not None:
        assert stored["iro"] == true.iro or (line, "iro") in asked


def test_a_heading_can_be_corrected_and_a_column_left_out(command, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("Ref,Began,Seen last\nA1,01/02/2025,03/06/2025\nB2,05/02/2025,01/07/2025\n", encoding="utf-8")
    words = ["--column", "Ref=child", "--column", "Began=looked_after_since", "--column", "Seen last=last_review_on"]
    answer = command("import", "caseload", path, *words, "--json")
    assert answer.json["files"]["odd.csv"]["new"] == 2
    assert command("child", "A1", "--json").json["reviews"][0]["held_on"] == "2025-06-03"
    assert command("import", "caseload", path, "--column", "Ref=shoe size").code == 1


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 4000, b"PK\x03\x04 not a workbook", b"hello", "Id;Name\n".encode("utf-16")]
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.doc"])
def test_what_is_no_sheet_is_refused_in_a_sentence_and_makes_no_store(command, folder, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    answer = command("import", "caseload", tmp_path / name)
    assert answer.code == 2
    assert answer.err.strip().endswith(".")
    assert not folder.exists()


def test_a_review_held_the_day_before_the_import_is_recorded_with_all_that_follows(command, tmp_path):
    path = tmp_path / "caseload.csv"
    path.write_text("Child ID,DOB,LAC start,Last review,Review no\nA1,05/05/2015,01/02/2024,22/05/2026,5\n", "utf-8")
    command("import", "caseload", path)
    act = {"act": "RecordReviewHeld", "child": "A1", "held_on": "2026-11-20", "participation": "PN1"}
    (tmp_path / "act.json").write_text(json.dumps([act]), "utf-8")
    assert command("act", tmp_path / "act.json").code == 0
    due = {one["rule"]: one["due_on"] for one in command("due", "--child", "A1", "--json").json}
    assert due["after.recommendations"] == "2026-11-27"
    assert due["after.minutes"] == "2026-12-11"
    assert due["mid-point"] == "2027-02-20"
    assert due["review.later"] == "2027-05-20"


def test_the_imported_caseload_shows_work_with_its_reasons(command, tmp_path):
    path = tmp_path / "caseload.csv"
    path.write_text(
        "Child ID,DOB,LAC start,Last LAC review,Review no,IRO\n"
        "A1,05/05/2015,01/02/2024,22/07/2026,6,Ruth Example\n"
        "B2,06/06/2016,16/11/2026,,,Ruth Example\n"
        "C3,07/07/2017,01/02/2020,,,Ruth Example\n",
        encoding="utf-8",
    )
    assert command("import", "caseload", path).code == 0
    due = {one["child"]: one for one in command("due", "--json").json if one["rule"].startswith("review.")}
    assert (due["A1"]["rule"], due["A1"]["due_on"], due["A1"]["review_number"]) == ("review.later", "2027-01-22", 7)
    assert (due["B2"]["rule"], due["B2"]["due_on"]) == ("review.first", "2026-12-14")
    assert (due["C3"]["rule"], due["C3"]["due_on"], due["C3"]["standing"]) == ("review.opening", None, "not-recorded")
