"""Tables out: words stay words, dates are dates, nothing is hidden, and a file is whole or not there."""

import io
import os
import stat
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.placing import placed
from iro_desktop.exchange.sheet_out import CSV, XLSX, content_of, ending_of, kept_text
from iro_desktop.exchange.sheet_table import Form, OutBook, OutColumn, OutTable
from tests.exchange.nasty import FIRST, KNOWN, TEXTS, book_of, csv_rows, no_leftovers, sheet_faults, texts_in, written

DAY = date(2026, 11, 23)
BOOK = OutBook(
    (
        OutTable(
            "Caseload",
            ("Caseload summary", "60 of 60 children"),
            (
                OutColumn("Child"), OutColumn("Last review", Form.DAY), OutColumn("Next booked", Form.WEEKDAY),
                OutColumn("Slack", Form.WORKING_DAYS), OutColumn("Write-ups", Form.COUNT), OutColumn("Age", Form.WHOLE),
            ),
            [["AB12", DAY, "not booked", -3, 0, 9], ["-", None, DAY, 12, 2, "–"]],
        ),
        OutTable("Figures", (), (OutColumn("Measure"), OutColumn("Percent", Form.PERCENT)), [["Held in time", 93.8]]),
    ),
    datetime(2026, 11, 23),
)  # fmt: skip


def write_book(place: Path, book: OutBook) -> None:
    with placed(place, content_of(book, ending_of(place))):
        pass


def check(texts: list[str]) -> None:
    """In both formats each text comes back as it was, and nothing is computed."""
    wanted = [kept_text(one) for one in texts]
    workbook = written(texts, XLSX)
    assert sheet_faults(workbook) == []
    found = texts_in(workbook)[3:]
    assert found + [""] * (len(wanted) - len(found)) == wanted  # an empty cell stands nowhere in a workbook
    rows = csv_rows(written(texts, CSV))
    lines = [row[0] if row else "" for row in rows[3:]]
    assert len(lines) == len(wanted)
    for line, text in zip(lines, wanted, strict=True):
        assert not line.startswith(FIRST)
        assert line in {text, f"'{text}"}


@settings(max_examples=200)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_nasty_texts_stay_the_texts_they_are(texts: list[str]) -> None:
    check(texts)


@pytest.mark.parametrize("text", KNOWN)
def test_a_text_known_for_its_mischief_stays_text(text: str) -> None:
    check([text, "last"])


def test_openpyxl_finds_real_dates_and_numbers_and_nothing_hidden() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content_of(BOOK, XLSX)))
    sheet = book["Caseload"]
    assert [one.value for one in sheet[3]] == ["Child", "Last review", "Next booked", "Slack", "Write-ups", "Age"]
    assert [one.value for one in sheet[4]] == ["AB12", datetime(2026, 11, 23), "not booked", -3, 0, 9]
    assert [one.value for one in sheet[5]] == ["-", None, datetime(2026, 11, 23), 12, 2, "–"]
    assert [one.data_type for one in sheet[5]] == ["s", "n", "d", "n", "n", "s"]
    assert sheet["B4"].number_format == "d mmm yyyy"
    assert book["Figures"]["B2"].value == 0.938
    assert sheet.freeze_panes == "A4"
    assert [one.sheet_state for one in book] == ["visible", "visible"]
    assert not list(book.defined_names)
    assert not any(list(one.defined_names) for one in book)
    assert not [cell for one in book for row in one for cell in row if cell.comment or cell.hyperlink]
    assert not [one for sheet in book for one in sheet.column_dimensions.values() if one.hidden]
    assert (book.properties.creator, book.properties.lastModifiedBy) == (None, None)
    assert book.properties.created == datetime(2026, 11, 23)
    assert sheet_faults(content_of(BOOK, XLSX)) == []


def test_a_csv_has_its_head_then_headings_and_iso_dates() -> None:
    assert csv_rows(content_of(BOOK, CSV)) == [
        ["Caseload summary"], ["60 of 60 children"],
        ["Child", "Last review", "Next booked", "Slack", "Write-ups", "Age"],
        ["AB12", "2026-11-23", "not booked", "-3", "0", "9"], ["'-", "", "2026-11-23", "12", "2", "–"],
    ]  # fmt: skip


def test_the_same_table_gives_the_same_bytes() -> None:
    assert content_of(BOOK, CSV) == content_of(BOOK, CSV)
    assert content_of(BOOK, XLSX) == content_of(BOOK, XLSX)


def test_a_table_without_rows_keeps_its_headings() -> None:
    empty = OutBook((OutTable("Caseload", ("Head",), (OutColumn("Child"),), []),), datetime(2026, 11, 23))
    sheet = openpyxl.load_workbook(io.BytesIO(content_of(empty, XLSX)))["Caseload"]
    assert [one[0].value for one in sheet] == ["Head", "Child"]
    assert csv_rows(content_of(empty, CSV)) == [["Head"], ["Child"]]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    cut = kept_text("𐐷" * 20_000)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut.endswith("…")


@pytest.mark.parametrize("name", ["summary.pdf", "summary", "summary.XLSM", ".xlsx"])
def test_an_ending_that_is_not_written_is_refused_naming_those_that_are(name: str) -> None:
    with pytest.raises(UserError, match=r"Nothing was written\..*\.xlsx.*\.csv"):
        ending_of(Path(name))
    assert ending_of(Path("SUMMARY.XLSX")) == XLSX


def test_a_file_is_its_owners_alone_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "summary.xlsx"
    place.write_bytes(b"the one before")
    place.chmod(0o644)
    write_book(place, BOOK)
    assert place.read_bytes().startswith(b"PK")
    assert no_leftovers(tmp_path, "summary.xlsx")
    if os.name == "posix":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_what_goes_wrong_before_a_file_is_placed_leaves_the_one_before(tmp_path: Path) -> None:
    place = tmp_path / "summary.csv"
    place.write_bytes(b"the one before")

    def fails() -> None:
        with placed(place, b"new"):
            raise UserError("The history could not be written. Nothing was changed.")

    with pytest.raises(UserError, match="The history"):
        fails()
    assert place.read_bytes() == b"the one before"
    assert no_leftovers(tmp_path, "summary.csv")


def test_a_place_that_refuses_is_told_and_nothing_is_left_half_written(tmp_path: Path) -> None:
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(UserError, match=r"is a folder\. Nothing was written"):
        write_book(tmp_path / "taken.csv", BOOK)
    with pytest.raises(UserError, match=r"no folder for summary\.csv\. Nothing was written"):
        write_book(tmp_path / "nowhere" / "summary.csv", BOOK)
    (tmp_path / "a file").touch()
    with pytest.raises(UserError, match=r"could not be written: .* Nothing was left half-written"):
        write_book(tmp_path / "a file" / "summary.csv", BOOK)
    (tmp_path / "a file").unlink()
    assert no_leftovers(tmp_path, "taken.csv")


def test_the_head_is_guarded_like_any_text() -> None:
    assert csv_rows(content_of(book_of(["=1+1"]), CSV))[1] == ["'=1+1"]
