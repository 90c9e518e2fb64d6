"""The answer to each row of a Reviews file."""

from datetime import date

import pytest

from iro_desktop.domain.problems import Severity
from iro_desktop.exchange.ssda903 import FileCount, Set903, read_folder
from tests.exchange.test_ssda903 import FIRST, IN_CARE, SECOND, SEVEN, TODAY, about, messages, put

W, R, N = Severity.WARNING, Severity.REFUSED, Severity.NOTE


def read(tmp_path, *rows: str) -> Set903:
    return read_folder(put(tmp_path, reviews=rows), TODAY)


def held(day: str, code: str = "PN1", *, born: str = "05/05/2015") -> str:
    return f"7,{born},{day},{code}"


def baby(tmp_path, born: str, day: str, code: str) -> Set903:
    """The one review of a child born on that day, who came into care at birth."""
    header, episode = f"7,M,{born},WBRI,,,", f"7,{born},S,C2,N1,U6,PR1,,,,,,"
    return read_folder(put(tmp_path, header=[header], episodes=[episode], reviews=[f"7,{born},{day},{code}"]), TODAY)


@pytest.mark.parametrize("day", ["", "2025-07-01", "01/07/25", "31/06/2025", "01/07/2025 00:00", "45839", "01.07.2025"])
def test_a_review_without_a_readable_date_is_refused(tmp_path, day):
    found = read(tmp_path, held(day))

    assert found.counts["reviews.csv"] == FileCount(1, 1)
    assert about(found, "reviews.csv", 2) == [("REVIEW", R)]
    assert "rule 166" in messages(found.problems, R)[0]


@pytest.mark.parametrize("code", ["PN8", "", "PN", "1", "PN10"])
def test_a_review_without_a_known_code_is_refused(tmp_path, code):
    found = read(tmp_path, held("01/07/2025", code))

    assert not found.reviews
    assert about(found, "reviews.csv", 2) == [("REVIEW_CODE", R)]
    assert "rule 167" in messages(found.problems, R)[0]


def test_a_row_that_lacks_several_things_is_refused_once_with_each_reason(tmp_path):
    found = read(tmp_path, "9,,,")

    assert found.counts["reviews.csv"] == FileCount(1, 1)
    assert about(found, "reviews.csv", 2) == [("CHILD", R), ("REVIEW", R), ("REVIEW_CODE", R)]


def test_a_review_after_today_is_kept_and_flagged(tmp_path):
    found = read(tmp_path, held("15/07/2026"), held("16/07/2026"))

    assert [row.held_on for row in found.reviews] == [date(2026, 7, 15), date(2026, 7, 16)]
    assert not about(found, "reviews.csv", 2)
    assert about(found, "reviews.csv", 3) == [("REVIEW", W)]


@pytest.mark.parametrize("code", ["PN1", "PN6"])
def test_the_same_child_and_date_again_is_refused_with_the_row_it_repeats(tmp_path, code):
    found = read(tmp_path, FIRST, SECOND, held("6/5/2025", code))

    assert [row.row for row in found.reviews] == [2, 3]
    assert messages(found.problems, R) == ["The review repeats row 2; it was left out."]


def test_two_equal_rows_are_a_repeat_and_not_a_doubled_file(tmp_path):
    assert read(tmp_path, FIRST, FIRST).counts["reviews.csv"] == FileCount(2, 1)


def test_a_refused_review_is_not_what_a_later_one_repeats(tmp_path):
    assert read(tmp_path, held("01/07/2025", "PN9"), held("01/07/2025")).counts["reviews.csv"] == FileCount(2, 1)


def test_a_review_before_birth_is_refused(tmp_path):
    found = read(tmp_path, held("04/05/2015"))

    assert about(found, "reviews.csv", 2) == [("REVIEW", R)]
    assert "birth" in messages(found.problems, R)[0]


@pytest.mark.parametrize(
    ("born", "day", "code", "is_odd"),
    [
        ("05/05/2020", "04/05/2024", "PN0", False),
        ("05/05/2020", "05/05/2024", "PN0", True),
        ("05/05/2020", "06/05/2024", "PN0", True),
        ("05/05/2020", "04/05/2024", "PN1", True),
        ("05/05/2020", "05/05/2024", "PN7", False),
        ("05/05/2020", "06/05/2024", "PN7", False),
        ("29/02/2020", "28/02/2024", "PN0", False),
        ("29/02/2020", "29/02/2024", "PN0", True),
        ("29/02/2020", "28/02/2024", "PN1", True),
        ("29/02/2020", "29/02/2024", "PN1", False),
        ("05/05/2020", "05/05/2020", "PN0", False),
    ],
)
def test_a_code_against_the_age_is_kept_and_flagged(tmp_path, born, day, code, is_odd):
    found = baby(tmp_path, born, day, code)

    assert len(found.reviews) == 1
    assert about(found, "reviews.csv", 2) == ([("REVIEW_CODE", W)] if is_odd else [])


def test_a_child_who_is_not_in_the_header_is_refused_with_that_reason(tmp_path):
    found = read(tmp_path, FIRST, FIRST.replace("7,", "8,", 1), FIRST.replace("7,", ",", 1))

    assert found.counts["reviews.csv"] == FileCount(3, 2)
    assert messages(found.problems, R) == [
        "The child is not in the Header file; the row was left out.",
        "CHILD is empty; the row was left out.",
    ]


@pytest.mark.parametrize(("born", "is_odd"), [("06/05/2015", True), ("x", True), ("5/5/2015", False), ("", False)])
def test_a_birth_date_unlike_the_header_s_is_flagged_and_the_header_counts(tmp_path, born, is_odd):
    found = read(tmp_path, held("06/05/2025", born=born))

    assert found.children[0].born_on == date(2015, 5, 5)
    assert about(found, "reviews.csv", 2) == ([("DOB", W)] if is_odd else [])


def test_without_a_birth_date_in_the_header_nothing_is_said_of_age(tmp_path):
    found = read_folder(put(tmp_path, header=["7,M,,WBRI,,,"], reviews=[held("04/05/2001", "PN0")]), TODAY)

    assert len(found.reviews) == 1
    assert not about(found, "reviews.csv", 2)


def test_a_child_with_reviews_but_no_episode_is_flagged_once(tmp_path):
    found = read_folder(put(tmp_path, episodes=()), TODAY)

    assert len(found.reviews) == 2
    assert about(found, "reviews.csv", 2) == [("CHILD", W)]
    assert not about(found, "reviews.csv", 3)


def test_reviews_of_a_child_with_short_breaks_only_are_kept_and_flagged_once(tmp_path):
    v3 = IN_CARE.replace("C2", "V3").replace(",,,,,,", ",01/06/2025,X1,,,,")
    v4 = IN_CARE.replace("C2", "V4").replace("10/04/2025", "01/06/2025")

    found = read_folder(put(tmp_path, episodes=[v3, v4]), TODAY)

    assert len(found.reviews) == 2
    assert about(found, "reviews.csv", 2) == [("REVIEW", W)]
    assert "rule 399" in messages(found.problems, W)[0]


def test_reviews_of_a_child_with_short_breaks_and_care_are_in_order(tmp_path):
    v3 = IN_CARE.replace("C2", "V3").replace(",,,,,,", ",01/06/2025,X1,,,,")
    c2 = IN_CARE.replace("10/04/2025", "01/06/2025")

    assert not read_folder(put(tmp_path, episodes=[v3, c2]), TODAY).problems


def test_reviews_of_an_expected_child_are_refused_as_before_birth(tmp_path):
    found = read_folder(put(tmp_path, header=[SEVEN.replace("2015", "2027")]), TODAY)

    assert found.counts["reviews.csv"] == FileCount(2, 2)
