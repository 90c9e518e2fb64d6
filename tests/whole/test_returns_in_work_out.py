"""A council's return in, deadlines out: every row accounted for, nothing claimed that is not known."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

SMALL_SET = Path(__file__).parents[1] / "exchange" / "data" / "903"


def _csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _day(text: str) -> date:
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def test_every_row_of_every_file_is_accounted_for_and_a_second_import_finds_nothing_new(command):
    first = command("import", "ssda903", SMALL_SET, "--json").json
    second = command("import", "ssda903", SMALL_SET, "--json").json
    assert set(first["files"]) == {"header.csv", "episodes.csv", "reviews.csv"}
    for name, one in first["files"].items():
        assert one["rows"] == len(_csv_rows(SMALL_SET / name)) - 1
        assert one["rows"] == one["new"] + one["changed"] + one["same"] + one["refused"]
        refused = {p["row"] for p in first["problems"] if p["file"] == name and p["severity"] == "refused"}
        assert len(refused) == one["refused"]
        again = second["files"][name]
        assert (again["new"], again["changed"], again["refused"]) == (0, 0, one["refused"])
    assert first["act"]
    assert second["act"] is None


def test_only_some_children_can_be_imported(command):
    wanted = [row[0] for row in _csv_rows(SMALL_SET / "header.csv")[1:4]]
    counts = command("import", "ssda903", SMALL_SET, "--only", ",".join(wanted), "--json").json["files"]
    assert counts["header.csv"]["rows"] == 3
    assert command("dump", "--json").json["counts"]["child"] == 3


@pytest.fixture
def one_year(tmp_path: Path) -> Path:
    """The set cut to reviews and episodes of 2017/18."""
    target = tmp_path / "one-year"
    target.mkdir()
    shutil.copy(SMALL_SET / "header.csv", target)
    for name, column in (("episodes.csv", "DECOM"), ("reviews.csv", "REVIEW")):
        heading, *rows = _csv_rows(SMALL_SET / name)
        place = heading.index(column)
        kept = [row for row in rows if date(2017, 4, 1) <= _day(row[place]) <= date(2018, 3, 31)]
        with (target / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([heading, *kept])
    return target


@pytest.mark.parametrize("on", ["2026-11-23", "2018-04-20"])
def test_a_set_cut_to_one_year_claims_nothing_it_cannot_know(command, one_year, on):
    command("import", "ssda903", one_year, on=on)
    started: dict[str, list[date]] = {}
    for row in _csv_rows(one_year / "episodes.csv")[1:]:
        if row[2] == "S":
            started.setdefault(row[0], []).append(_day(row[1]))
    for one in command("due", "--all", "--json", on=on).json:
        assert not (one["standing"] == "overdue" and one["due_on"] < on), one["id"]
        if one["review_number"] is not None:
            assert one["child"] in started, one["id"]  # a number needs a known start of care
        if one["rule"] == "review.first":
            assert date.fromisoformat(one["trigger_on"]) in started[one["child"]]


def _truncated(folder: Path) -> None:
    file = folder / "reviews.csv"
    file.write_bytes(file.read_bytes()[:-7])


def _in_utf_16(folder: Path) -> None:
    file = folder / "header.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))


def _wrongly_headed(folder: Path) -> None:
    file = folder / "episodes.csv"
    file.write_bytes(file.read_bytes().replace(b"DECOM", b"START", 1))


def _doubled(folder: Path) -> None:
    file = folder / "reviews.csv"
    file.write_bytes(file.read_bytes() * 2)


def _binary(folder: Path) -> None:
    (folder / "episodes.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)


def _emptied(folder: Path) -> None:
    (folder / "header.csv").write_bytes(b"")


@pytest.mark.parametrize("spoil", [_truncated, _in_utf_16, _wrongly_headed, _doubled, _binary, _emptied])
def test_a_spoilt_file_is_refused_in_a_sentence_and_nothing_changes(
    command, tmp_path: Path, spoil: Callable[[Path], None]
):
    command("import", "ssda903", SMALL_SET)
    before = command("dump", "--json").json["hash"]
    spoilt = tmp_path / "spoilt"
    shutil.copytree(SMALL_SET, spoilt)
    spoil(spoilt)
    answer = command("import", "ssda903", spoilt)
    assert answer.code == 2
    assert answer.err.strip().endswith(".")
    assert "othing" in answer.err  # what is safe
    assert command("dump", "--json").json["hash"] == before


def test_an_import_that_cannot_be_read_makes_no_store(command, folder, tmp_path):
    (tmp_path / "empty").mkdir()
    assert command("import", "ssda903", tmp_path / "empty").code == 2
    assert not folder.exists()
