"""Sets of which nothing is taken: damaged, doubled, in another encoding, with other columns. Always a sentence."""

import re
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.domain.problems import Severity
from iro_desktop.exchange import ssda903_lines, ssda903_table
from iro_desktop.exchange.ssda903 import FileCount, ReviewRow, Set903, read_folder
from tests.exchange.test_ssda903 import (
    EPISODES,
    FIRST,
    HEADER,
    IN_CARE,
    REVIEWS,
    SAMPLE,
    SECOND,
    SEVEN,
    TODAY,
    put,
    text_of,
)

FILES = ("header.csv", "episodes.csv", "reviews.csv")
SAVED = {name: (SAMPLE / name).read_bytes() for name in FILES}


def refused(folder: Path, file: str = "") -> str:
    with pytest.raises(RefusedInput) as caught:
        read_folder(folder, TODAY)
    sentence = str(caught.value)
    assert "Nothing was changed." in sentence
    assert file in sentence
    assert "05/05/2015" not in sentence
    return sentence


def outcome(contents: dict[str, bytes]) -> Set903 | str:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in contents.items():
            (Path(folder) / name).write_bytes(content)
        try:
            return read_folder(Path(folder), TODAY)
        except RefusedInput as error:
            return str(error)


@pytest.mark.parametrize("file", FILES)
def test_a_file_cut_at_any_byte_is_refused_or_read_as_far_as_its_whole_rows(file):
    content = b"".join(SAVED[file].splitlines(keepends=True)[:201])
    cuts = Random(903).sample(range(len(content)), 200)
    whole = outcome(SAVED | {file: content})
    assert isinstance(whole, Set903)
    taken = 0
    for cut in cuts:
        part = outcome(SAVED | {file: content[:cut]})
        if isinstance(part, str):
            assert file in part
            continue
        taken += 1
        lines = content[:cut].count(b"\n") + (not content[:cut].endswith(b"\n"))
        assert part.counts[file].rows == lines - 1
        assert _is_right(
            part, whole, file, lines, ends_whole=content[cut : cut + 1] == b"\n" or content[cut - 1 : cut] == b"\n"
        )
    assert taken < 30


def _is_right(part: Set903, whole: Set903, file: str, lines: int, *, ends_whole: bool) -> bool:
    """Rows of a cut file are those of the whole one; without URN or MC_DOB, which are not read, a row is whole too."""
    assert ends_whole or file != "reviews.csv"
    if file == "header.csv":
        return part.children == whole.children[: len(part.children)]
    if file == "reviews.csv":
        return part.reviews == tuple(row for row in whole.reviews if row.row <= lines)
    starts = [(row.row, row.child, row.started_on, row.start_reason) for row in part.episodes]
    return starts == [
        (row.row, row.child, row.started_on, row.start_reason) for row in whole.episodes if row.row <= lines
    ]


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("CHILD,DOB,REVIEW_CODE,REVIEW", "7,05/05/2015,PN1,01/08/2"),
        ("CHILD,DOB,REVIEW_CODE,REVIEW", "7,05/05/2015,PN1,01/08/202"),
        ("CHILD,DOB,REVIEW_CODE,REVIEW", "7,05/05/2015,PN1,"),
        ("CHILD,REVIEW,REVIEW_CODE,DOB", "7,01/08/2025,PN1,05/05/20"),
        ("CHILD,DOB,REVIEW,REVIEW_CODE", "7,05/05/2015,01/08/2025,PN"),
        ("CHILD,DOB,REVIEW,REVIEW_CODE", "7,05/05/2015,01/08/2025,"),
        ("DOB,REVIEW,REVIEW_CODE,CHILD", "05/05/2015,01/08/2025,PN1,7"),
    ],
)
def test_a_last_value_that_cannot_be_whole_is_a_file_cut_short_whatever_the_order_of_columns(tmp_path, columns, row):
    (put(tmp_path) / "reviews.csv").write_text(f"{columns}\n{row}", encoding="utf-8")

    assert "cut short: its last line, 2," in refused(tmp_path, "reviews.csv")


@pytest.mark.parametrize(
    ("last", "value"),
    [
        ("URN", "12345"),
        ("DEC", "01/08"),
        ("REC", "E"),
        ("REC", "E4"),
        ("LS", "C"),
        ("CIN", "N"),
        ("PLACE", "U"),
        ("PLACE_PROVIDER", "PR"),
        ("REASON_PLACE_CHANGE", "CARP"),
        ("RNE", ""),
    ],
)
def test_an_episode_cut_in_any_column_that_is_read_is_noticed(tmp_path, last, value):
    values = dict(zip(EPISODES.split(","), IN_CARE.split(","), strict=True))
    del values[last]
    text = f"{','.join(values)},{last}\n{','.join(values.values())},{value}"
    (put(tmp_path) / "episodes.csv").write_text(text, encoding="utf-8")

    assert "cut short" in refused(tmp_path, "episodes.csv")


@pytest.mark.parametrize(("last", "value"), [("SEX", "X"), ("ETHNIC", "WBR"), ("UPN", "A12345"), ("MC_DOB", "01/01")])
def test_a_child_cut_in_any_column_is_noticed(tmp_path, last, value):
    values = dict(zip(HEADER.split(","), SEVEN.split(","), strict=True))
    del values[last]
    text = f"{','.join(values)},{last}\n{','.join(values.values())},{value}"
    (put(tmp_path) / "header.csv").write_text(text, encoding="utf-8")

    assert "cut short" in refused(tmp_path, "header.csv")


HEADINGS = {
    "column missing": ("CHILD,DOB,REVIEW", "1 column is missing: REVIEW_CODE"),
    "column more": (REVIEWS + ",NOTES", "1 column is not known, counted from the left: 5"),
    "column renamed": ("CHILD,DOB,REVIEW_DATE,REVIEW_CODE", "missing: REVIEW; 1 column is not known"),
    "small letters": (REVIEWS.lower(), "4 columns are not in capitals: CHILD, DOB, REVIEW, REVIEW_CODE"),
    "one small": ("Child,DOB,REVIEW,REVIEW_CODE", "1 column is not in capitals: CHILD"),
    "twice": ("CHILD,DOB,DOB,REVIEW,REVIEW_CODE", "1 column is there twice: DOB"),
    "comma at the end": (REVIEWS + ",", "1 column is not known, counted from the left: 5"),
    "semicolons": (REVIEWS.replace(",", ";"), "separated by semicolons instead of commas"),
    "tabs": (REVIEWS.replace(",", "\t"), "separated by tabs instead of commas"),
    "none": (FIRST, "its first line holds none of the column names"),
    "blank line first": ("", "its first line holds none of the column names"),
    "a title": ("Reviews 2025/26", "its first line holds none of the column names"),
    "blank inside": ("CHILD,DOB,REVIEW,REVIEW CODE", "missing: REVIEW_CODE"),
    "cut short": ("CHILD,DOB,REVIEW,REVIEW_CO", "missing: REVIEW_CODE"),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_wrong_headings_are_refused_and_the_difference_named(tmp_path, case):
    headings, difference = HEADINGS[case]
    (put(tmp_path) / "reviews.csv").write_text(text_of(headings, (FIRST, SECOND)), encoding="utf-8")

    sentence = refused(tmp_path, "reviews.csv")

    assert difference in sentence
    assert "CHILD,DOB,REVIEW,REVIEW_CODE, in any order" in sentence


@pytest.mark.parametrize("case", ["column missing", "column more", "column renamed", "small letters", "semicolons"])
def test_wrong_headings_are_noticed_whatever_the_file_is_called(tmp_path, case):
    put(tmp_path, reviews=None)
    (tmp_path / "export_1.csv").write_text(text_of(HEADINGS[case][0], (FIRST, SECOND)), encoding="utf-8")

    assert HEADINGS[case][1] in refused(tmp_path, "export_1.csv")


@pytest.mark.parametrize("name", ["reviews.csv", "Reviews 2025-26.csv", "903_REVIEWS_final.csv"])
def test_a_file_named_for_its_kind_is_missed_even_without_any_heading(tmp_path, name):
    put(tmp_path, reviews=None)
    (tmp_path / name).write_text(f"{FIRST}\n", encoding="utf-8")

    assert "has not the columns of a Reviews file" in refused(tmp_path, name)


def test_wrong_headings_of_a_file_that_is_not_read_may_be_answered_by_taking_it_away(tmp_path):
    (put(tmp_path) / "oc3.csv").write_text("CHILD,DOB,IN_TOUCH,ACTIV\n", encoding="utf-8")

    assert "Or take it out of the folder: it is not read here." in refused(tmp_path, "oc3.csv")


def test_a_child_s_values_in_the_place_of_headings_are_not_repeated(tmp_path):
    (put(tmp_path) / "header.csv").write_text(
        "Poppy Example,SEX,05/05/2015,ETHNIC,UPN,MOTHER,MC_DOB\n", encoding="utf-8"
    )

    sentence = refused(tmp_path, "header.csv")

    assert "Poppy" not in sentence
    assert "2 columns are missing: CHILD, DOB; 2 columns are not known, counted from the left: 1, 3" in sentence


ACCENTED = text_of(EPISODES, (IN_CARE[:-2] + "Ynys Môn – Bangor,,",))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ACCENTED.encode("utf-16"), "looks like UTF-16"),
        (ACCENTED.encode("utf-16-le"), "looks like UTF-16"),
        (text_of(EPISODES, (IN_CARE,)).encode("utf-16-be"), "looks like UTF-16"),
        (ACCENTED.encode("cp1252"), "see line 2. It looks like Windows-1252"),
        (text_of(EPISODES, (IN_CARE[:-2] + "Môn,,",)).encode("latin-1"), "looks like Windows-1252"),
        (text_of(EPISODES, (IN_CARE,)).encode() + b"\x81\x8d,\n", "no encoding that Windows or Excel writes"),
    ],
)
def test_another_encoding_is_refused_with_its_likely_name_and_how_to_export(tmp_path, content, said):
    (put(tmp_path) / "episodes.csv").write_bytes(content)

    sentence = refused(tmp_path, "episodes.csv")

    assert said in sentence
    assert "UTF-8" in sentence


def test_accents_in_utf_8_are_read(tmp_path):
    (put(tmp_path) / "episodes.csv").write_bytes(ACCENTED.encode())

    assert len(read_folder(tmp_path, TODAY).episodes) == 1


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"PK\x03\x04\x14\x00", "an Excel workbook or a zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook of the old kind"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\x00", "a database"),
        (b"{\\rtf1", "a text document"),
        (b"\n<!doctype html>", "a web page or XML"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "a web page or XML"),
    ],
)
@pytest.mark.parametrize("name", ["reviews.csv", "oc2.csv", "extra.csv"])
def test_a_binary_file_called_csv_is_refused_whatever_it_is_called(tmp_path, name, start, what):
    (put(tmp_path) / name).write_bytes(start + bytes(range(256)))

    assert what in refused(tmp_path, name)


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_refused(tmp_path, seed):
    (put(tmp_path) / "reviews.csv").write_bytes(Random(seed).randbytes(5000))

    refused(tmp_path, "reviews.csv")


def test_a_zero_byte_anywhere_is_refused_with_its_line(tmp_path):
    (put(tmp_path) / "reviews.csv").write_bytes(text_of(REVIEWS, (FIRST, SECOND)).encode() + b"7\x00,,,PN1\n")

    assert "line 4" in refused(tmp_path, "reviews.csv")


@pytest.mark.parametrize("row", ['7,"05/05/2015,06/05/2025,PN1', '7,05/05/2015,"06/05/2025"5,PN1', '"7,,,\n'])
def test_a_quotation_mark_left_open_is_refused_with_its_line(tmp_path, row):
    put(tmp_path, reviews=[FIRST, row, SECOND])

    assert "line 3" in refused(tmp_path, "reviews.csv")


@pytest.mark.parametrize("row", ["7,05/05/2015,06/05/2025", FIRST + ",", "7", FIRST + SECOND])
def test_a_row_with_more_or_fewer_values_than_columns_is_refused_with_its_line(tmp_path, row):
    put(tmp_path, reviews=[FIRST, row, SECOND])

    assert "Line 3 of reviews.csv" in refused(tmp_path)


def test_a_blank_line_between_rows_is_refused(tmp_path):
    put(tmp_path, reviews=[FIRST, "", SECOND])

    assert "blank line, 3," in refused(tmp_path, "reviews.csv")


def test_line_ends_of_the_old_kind_are_refused(tmp_path):
    (put(tmp_path) / "reviews.csv").write_bytes(text_of(REVIEWS, (FIRST, SECOND)).replace("\n", "\r").encode())

    assert "CR alone" in refused(tmp_path, "reviews.csv")


def joined(text: bytes) -> bytes:
    return text + text


def joined_without_headings(text: bytes) -> bytes:
    return text + text.split(b"\n", 1)[1]


def joined_with_marks(text: bytes) -> bytes:
    return b"\xef\xbb\xbf" + text + b"\xef\xbb\xbf" + text


def joined_without_a_line_end(text: bytes) -> bytes:
    return text.rstrip(b"\n") + text


def joined_and_cut_before_the_last_line_end(text: bytes) -> bytes:
    return (text + text.split(b"\n", 1)[1]).rstrip(b"\n")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "double",
    [
        joined,
        joined_without_headings,
        joined_with_marks,
        joined_without_a_line_end,
        joined_and_cut_before_the_last_line_end,
    ],
)
def test_a_doubled_file_is_refused(file, double: Callable[[bytes], bytes]):
    answer = outcome(SAVED | {file: double(SAVED[file])})

    assert isinstance(answer, str)
    assert file in answer


def test_two_files_of_one_kind_are_refused_with_both_names(tmp_path):
    (put(tmp_path) / "reviews (1).csv").write_text(text_of(REVIEWS, (FIRST,)), encoding="utf-8")

    assert "reviews (1).csv and reviews.csv are both Reviews files" in refused(tmp_path)


@pytest.mark.parametrize(
    ("header", "episodes", "reviews", "lacks"),
    [
        (None, [IN_CARE], [FIRST], "lacks a Header file."),
        ([SEVEN], None, None, "lacks an Episodes or a Reviews file."),
    ],
)
def test_a_folder_without_the_files_it_needs_is_refused(tmp_path, header, episodes, reviews, lacks):
    assert lacks in refused(put(tmp_path, header, episodes, reviews))


def test_a_folder_of_other_things_names_all_that_is_missing(tmp_path):
    (tmp_path / "letter.docx").touch()

    assert "lacks a Header file and an Episodes or a Reviews file." in refused(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n\r\n  \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(tmp_path, content):
    (put(tmp_path) / "reviews.csv").write_bytes(content)

    assert "is empty" in refused(tmp_path, "reviews.csv")


def test_a_header_without_any_child_is_refused(tmp_path):
    assert "holds no child" in refused(put(tmp_path, header=[]), "header.csv")


def test_an_empty_folder_a_file_and_a_place_that_is_not_there_are_refused(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    put(tmp_path)

    assert "folder is empty" in refused(empty)
    assert "reviews.csv is a file" in refused(tmp_path / "reviews.csv")
    assert "could not be opened" in refused(tmp_path / "nowhere")


def test_a_file_that_cannot_be_opened_is_refused(tmp_path):
    (put(tmp_path) / "oc2.csv").symlink_to(tmp_path / "nowhere")

    assert "could not be read" in refused(tmp_path, "oc2.csv")


def test_too_many_rows_too_many_bytes_and_too_long_a_line_are_refused(tmp_path, monkeypatch):
    put(tmp_path)
    with monkeypatch.context() as limit:
        limit.setattr(ssda903_table, "MAX_ROWS", 1)
        assert "more than 1 rows" in refused(tmp_path, "reviews.csv")
    with monkeypatch.context() as limit:
        limit.setattr(ssda903_lines, "MAX_BYTES", 60)
        assert "larger than" in refused(tmp_path)
    (tmp_path / "reviews.csv").write_text(text_of(REVIEWS, (FIRST + " " * 70_000,)), encoding="utf-8")
    assert "line 2 is longer than 64 KiB" in refused(tmp_path, "reviews.csv")


CELLS = st.one_of(
    st.sampled_from(
        ["", "7", "8", "05/05/2015", "06/05/2025", "1/7/2027", "2025-07-01", "PN0", "PN1", "S", "X1", "C2", "E4A", "N1"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
)


def rows_of(headings: str) -> st.SearchStrategy[list[list[str]]]:
    width = headings.count(",") + 1
    return st.lists(
        st.lists(CELLS, min_size=width, max_size=width).filter(lambda row: any(map(str.strip, row))), max_size=8
    )


def written(headings: str, rows: list[list[str]]) -> bytes:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return text_of(headings, quoted).encode()


@settings(max_examples=60, deadline=None)
@given(rows_of(HEADER), rows_of(EPISODES), rows_of(REVIEWS))
def test_whatever_the_cells_hold_each_row_is_accepted_or_refused_with_a_reason(header, episodes, reviews):
    header = [SEVEN.split(","), *header]
    contents = {
        "header.csv": written(HEADER, header),
        "episodes.csv": written(EPISODES, episodes),
        "reviews.csv": written(REVIEWS, reviews),
    }

    found = outcome(contents)

    if isinstance(found, str):
        assert "doubled" in found
        return
    accepted = {
        "header.csv": [child.row for child in found.children],
        "episodes.csv": [episode.row for episode in found.episodes],
        "reviews.csv": [review.row for review in found.reviews],
    }
    for (file, kept), given_rows in zip(accepted.items(), (header, episodes, reviews), strict=True):
        problems = [p for p in found.problems if p.file == file and p.severity is Severity.REFUSED]
        reasons = {problem.row or 0 for problem in problems}
        assert found.counts[file] == FileCount(len(given_rows), len(reasons))
        assert sorted([*reasons, *kept]) == list(range(2, len(given_rows) + 2))
    assert all(episode.ended_on is None or episode.ended_on >= episode.started_on for episode in found.episodes)
    assert not [problem for problem in found.problems if re.search(r"\d\d/\d\d/\d{4}", problem.message)]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=40), st.integers(0, 10_000), st.integers(0, 40))
def test_damage_anywhere_ends_in_a_sentence_or_in_rows_never_in_a_crash(file, damage, place, length):
    content = SAVED[file]
    start = place % len(content)

    answer = outcome(SAVED | {file: content[:start] + damage + content[start + length :]})

    if isinstance(answer, str):
        assert "Nothing was changed." in answer
    else:
        assert all(isinstance(review, ReviewRow) for review in answer.reviews)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.booleans())
def test_every_day_is_read_back_as_it_was_written(day, is_short):
    written_as = f"{day.day}/{day.month}/{day.year}" if is_short else f"{day:%d/%m/%Y}"
    review = f"7,,{written_as},PN1"
    contents = SAVED | {"header.csv": text_of(HEADER, ("7,M,,WBRI,,,",)).encode()}

    found = outcome(contents | {"reviews.csv": text_of(REVIEWS, (review,)).encode()})

    assert isinstance(found, Set903)
    assert [row.held_on for row in found.reviews] == [day]
