"""The answer to each row of a Header file."""

from datetime import date

import pytest

from iro_desktop.domain.problems import Severity
from iro_desktop.domain.vocabulary import Sex
from iro_desktop.exchange.ssda903 import FileCount, Set903, read_folder
from tests.exchange.test_ssda903 import FIRST, HEADER, IN_CARE, SEVEN, TODAY, about, messages, put

W, R, N = Severity.WARNING, Severity.REFUSED, Severity.NOTE


def read(tmp_path, *rows: str) -> Set903:
    return read_folder(put(tmp_path, header=rows), TODAY)


def with_value(column: str, value: str) -> str:
    values = dict(zip(HEADER.split(","), SEVEN.split(","), strict=True))
    return ",".join({**values, column: value}.values())


@pytest.mark.parametrize(
    ("code", "sex"), [("1", Sex.MALE), ("2", Sex.FEMALE), ("M", Sex.MALE), ("f", Sex.FEMALE), ("U", Sex.UNKNOWN)]
)
def test_sex_is_read_by_number_and_by_letter_in_any_year(tmp_path, code, sex):
    found = read(tmp_path, with_value("SEX", code))

    assert found.children[0].sex is sex
    assert not found.problems


@pytest.mark.parametrize("upn", ["A123456789012", "Z12345678901A", "H12345678901Z", "UN1", "UN5", "a123456789012"])
def test_a_valid_upn_is_kept(tmp_path, upn):
    found = read(tmp_path, with_value("UPN", upn))

    assert found.children[0].upn == upn.upper()
    assert not found.problems


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("SEX", value) for value in ("3", "X", "MALE")),
        *(("ETHNIC", value) for value in ("XXXX", "CNHE", "W")),
        *(("UPN", value) for value in ("I123456789012", "O123456789012", "S123456789012", "A12345678901I")),
        *(("UPN", value) for value in ("A12345678901", "A1234567890123", "UN0", "UN6", "A12345678901２")),
    ],
)
def test_a_code_that_is_not_known_is_kept_out_and_flagged_once(tmp_path, column, value):
    found = read(tmp_path, with_value(column, value))

    child = found.children[0]
    assert {"SEX": child.sex, "ETHNIC": child.ethnicity, "UPN": child.upn}[column] is None
    assert about(found, "header.csv", 2) == [(column, W)]


@pytest.mark.parametrize("column", ["SEX", "ETHNIC", "UPN", "MOTHER", "MC_DOB"])
def test_an_empty_value_is_not_known_and_no_fault(tmp_path, column):
    found = read(tmp_path, with_value(column, ""))

    assert len(found.children) == 1
    assert not found.problems


@pytest.mark.parametrize("born", ["", "2015-05-05", "05/05/15", "30/02/2015", "05/05/0015", "x"])
def test_a_birth_date_that_cannot_be_read_is_not_known_and_flagged(tmp_path, born):
    found = read(tmp_path, with_value("DOB", born))

    assert found.children[0].born_on is None
    assert about(found, "header.csv", 2) == [("DOB", W)]


def test_a_birth_date_ahead_is_an_expected_child_and_flagged(tmp_path):
    found = read_folder(put(tmp_path, header=[with_value("DOB", "16/07/2026")], episodes=(), reviews=()), TODAY)

    assert found.children[0].born_on == date(2026, 7, 16)
    assert about(found, "header.csv", 2) == [("DOB", W), ("CHILD", N)]


def test_a_child_born_today_is_not_flagged(tmp_path):
    header = [with_value("DOB", "15/07/2026")]
    found = read_folder(put(tmp_path, header=header, episodes=["7,15/07/2026,S,C2,N1,U6,PR1,,,,,,"], reviews=()), TODAY)

    assert not found.problems


def test_a_repeated_child_is_refused_with_the_row_it_repeats(tmp_path):
    found = read(tmp_path, SEVEN, SEVEN.replace("WBRI", "wbri "))

    assert len(found.children) == 1
    assert found.counts["header.csv"] == FileCount(2, 1)
    assert messages(found.problems, R) == ["The row repeats row 2; it was left out."]


def test_a_child_twice_with_other_values_is_refused_the_second_time(tmp_path):
    found = read(tmp_path, SEVEN, with_value("SEX", "F"))

    assert found.children[0].sex is Sex.MALE
    assert about(found, "header.csv", 3) == [("CHILD", R)]
    assert "other values" in messages(found.problems, R)[0]


def test_a_row_without_a_child_is_refused(tmp_path):
    found = read(tmp_path, SEVEN, with_value("CHILD", " "))

    assert found.counts["header.csv"] == FileCount(2, 1)
    assert about(found, "header.csv", 3) == [("CHILD", R)]


def test_ids_are_kept_as_given_and_told_apart_by_their_letters(tmp_path):
    rows = ["ab", "AB", "007", "7"]
    found = read_folder(put(tmp_path, header=[f"{child},,01/01/2015,,,," for child in rows], episodes=()), TODAY)

    assert [child.child for child in found.children] == rows


def test_two_children_with_one_upn_are_kept_and_the_second_flagged(tmp_path):
    found = read_folder(
        put(tmp_path, header=[SEVEN, with_value("CHILD", "8")], episodes=[IN_CARE, "8" + IN_CARE[1:]]), TODAY
    )

    assert [child.upn for child in found.children] == ["A123456789012"] * 2
    assert about(found, "header.csv", 3) == [("UPN", W)]


def test_many_children_may_have_no_upn_for_the_same_reason(tmp_path):
    header = [with_value("UPN", "UN1"), "8" + with_value("UPN", "UN1")[1:]]

    assert not read_folder(put(tmp_path, header=header, episodes=[IN_CARE, "8" + IN_CARE[1:]]), TODAY).problems


def test_a_child_without_episodes_is_kept_with_a_note_and_counted(tmp_path):
    found = read_folder(put(tmp_path, header=[SEVEN, "8,F,01/01/2015,WBRI,,,"]), TODAY)

    assert len(found.children) == 2
    assert about(found, "header.csv", 3) == [("CHILD", N)]
    assert messages(found.problems, N) == [
        "The child has no episode: no period of care, no review duty; history incomplete.",
        "Children without an episode: 1 of 2.",
    ]


def test_a_child_whose_only_episode_is_refused_has_none(tmp_path):
    found = read_folder(put(tmp_path, episodes=[IN_CARE.replace(",S,", ",X,")], reviews=[FIRST]), TODAY)

    assert about(found, "header.csv", 2) == [("CHILD", N)]
    assert about(found, "reviews.csv", 2) == [("CHILD", W)]
