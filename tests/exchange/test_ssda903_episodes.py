"""The answer to each row of an Episodes file."""

from datetime import date

import pytest

from iro_desktop.domain.problems import Severity
from iro_desktop.exchange.ssda903 import FileCount, Set903, read_folder
from tests.exchange.test_ssda903 import EPISODES, IN_CARE, TODAY, about, messages, put

W, R, N = Severity.WARNING, Severity.REFUSED, Severity.NOTE


def read(tmp_path, *rows: str) -> Set903:
    return read_folder(put(tmp_path, episodes=rows, reviews=()), TODAY)


def episode(**values: str) -> str:
    given = dict(zip(EPISODES.split(","), IN_CARE.split(","), strict=True))
    return ",".join({**given, **values}.values())


def ends(found: Set903) -> list[tuple[date | None, str | None]]:
    return [(row.ended_on, row.end_reason) for row in found.episodes]


@pytest.mark.parametrize("day", ["", "2025-04-10", "10/04/25", "31/04/2025"])
def test_an_episode_without_a_readable_start_is_refused(tmp_path, day):
    found = read(tmp_path, episode(DECOM=day))

    assert found.counts["episodes.csv"] == FileCount(1, 1)
    assert about(found, "episodes.csv", 2) == [("DECOM", R)]


@pytest.mark.parametrize("code", ["", "X", "SS", "1"])
def test_an_episode_without_a_known_reason_to_begin_is_refused(tmp_path, code):
    assert about(read(tmp_path, episode(RNE=code)), "episodes.csv", 2) == [("RNE", R)]


@pytest.mark.parametrize("code", ["S", "L", "P", "T", "B", "U", "s"])
def test_each_known_reason_to_begin_is_kept(tmp_path, code):
    assert read(tmp_path, episode(RNE=code)).episodes[0].start_reason == code.upper()


def test_an_episode_that_ends_before_it_begins_is_refused(tmp_path):
    found = read(tmp_path, episode(DEC="09/04/2025", REC="E4A"))

    assert about(found, "episodes.csv", 2) == [("DEC", R)]


def test_an_episode_may_begin_and_end_on_one_day(tmp_path):
    found = read(tmp_path, episode(DEC="10/04/2025", REC="E4A"))

    assert ends(found) == [(date(2025, 4, 10), "E4A")]
    assert not found.problems


@pytest.mark.parametrize("child", ["8", ""])
def test_an_episode_of_nobody_in_the_header_is_refused(tmp_path, child):
    found = read(tmp_path, IN_CARE, episode(CHILD=child))

    assert found.counts["episodes.csv"] == FileCount(2, 1)
    assert about(found, "episodes.csv", 3) == [("CHILD", R)]


@pytest.mark.parametrize("place", ["K3", "H5", "P2", "Z1", "Z11", "Z14"])
def test_placements_of_any_year_are_known(tmp_path, place):
    found = read(tmp_path, episode(PLACE=place))

    assert found.episodes[0].placement == place
    assert not found.problems


@pytest.mark.parametrize(
    ("column", "code", "kept"),
    [
        ("LS", "C9", "C9"),
        ("LS", "CARE", None),
        ("CIN", "N9", "N9"),
        ("CIN", "9", None),
        ("PLACE", "Q7", "Q7"),
        ("PLACE", "Z15", "Z15"),
        ("PLACE", "FOSTER", None),
        ("PLACE", "U-", None),
        ("PLACE_PROVIDER", "PR9", "PR9"),
        ("PLACE_PROVIDER", "OWN", "OWN"),
        ("PLACE_PROVIDER", "9", None),
        ("REASON_PLACE_CHANGE", "XXXXX", "XXXXX"),
        ("REASON_PLACE_CHANGE", "X", None),
    ],
)
def test_an_unknown_code_is_flagged_and_kept_only_where_it_looks_like_one(tmp_path, column, code, kept):
    found = read(tmp_path, episode(**{column: code}))

    row = found.episodes[0]
    by_column = {
        "LS": row.legal_status,
        "CIN": row.need,
        "PLACE": row.placement,
        "PLACE_PROVIDER": row.provider,
        "REASON_PLACE_CHANGE": row.change_reason,
    }
    assert by_column[column] == kept
    assert about(found, "episodes.csv", 2) == [(column, W)]


@pytest.mark.parametrize(("code", "kept"), [("E99", "E99"), ("EEEE", None)])
def test_an_unknown_reason_to_end_is_flagged(tmp_path, code, kept):
    found = read(tmp_path, episode(DEC="01/06/2025", REC=code))

    assert ends(found) == [(date(2025, 6, 1), kept)]
    assert about(found, "episodes.csv", 2) == [("REC", W)]


@pytest.mark.parametrize("column", ["LS", "CIN", "PLACE", "PLACE_PROVIDER"])
def test_an_empty_code_is_not_known_and_no_fault(tmp_path, column):
    assert not read(tmp_path, episode(**{column: ""})).problems


def test_an_end_without_a_reason_is_flagged(tmp_path):
    found = read(tmp_path, episode(DEC="01/06/2025"))

    assert ends(found) == [(date(2025, 6, 1), None)]
    assert about(found, "episodes.csv", 2) == [("REC", W)]


@pytest.mark.parametrize("code", ["X1", "E4A"])
def test_a_reason_to_end_without_a_day_is_flagged(tmp_path, code):
    found = read(tmp_path, episode(REC=code))

    assert ends(found) == [(None, code)]
    assert about(found, "episodes.csv", 2) == [("REC", W)]


def test_an_end_that_cannot_be_read_is_not_known_and_flagged(tmp_path):
    found = read(tmp_path, episode(DEC="2025-06-01"))

    assert ends(found) == [(None, None)]
    assert about(found, "episodes.csv", 2) == [("DEC", W)]


def test_an_episode_that_should_be_followed_and_is_not_is_flagged(tmp_path):
    found = read(tmp_path, episode(DEC="01/06/2025", REC="X1"))

    assert about(found, "episodes.csv", 2) == [("REC", W)]


def test_days_after_today_and_before_birth_are_kept_and_flagged(tmp_path):
    found = read(
        tmp_path,
        episode(DECOM="04/05/2015", DEC="01/06/2016", REC="E4A"),
        episode(DEC="16/07/2026", REC="X1"),
        episode(DECOM="16/07/2026", RNE="L"),
    )

    assert len(found.episodes) == 3
    assert about(found, "episodes.csv", 2) == [("DECOM", W)]
    assert about(found, "episodes.csv", 3) == [("DEC", W)]
    assert about(found, "episodes.csv", 4) == [("DECOM", W)]


def test_an_exact_repeat_is_refused_with_the_row_it_repeats(tmp_path):
    found = read(tmp_path, IN_CARE, IN_CARE.replace("C2", " c2 "))

    assert found.counts["episodes.csv"] == FileCount(2, 1)
    assert messages(found.problems, R) == ["The row repeats row 2; it was left out."]


def test_two_episodes_from_one_day_that_differ_are_both_kept_and_the_second_flagged(tmp_path):
    found = read(tmp_path, episode(PLACE="U6"), episode(PLACE="K2"))

    assert [row.placement for row in found.episodes] == ["U6", "K2"]
    assert ends(found) == [(None, None)] * 2
    assert about(found, "episodes.csv", 2) == []
    assert about(found, "episodes.csv", 3) == [("DECOM", W)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_an_open_episode_ends_where_the_next_begins(tmp_path, order):
    rows = [episode(), episode(DECOM="01/06/2025", RNE="L", REC="X1"), episode(DECOM="01/09/2025", RNE="P")]

    found = read(tmp_path, *[rows[place] for place in order])

    by_start = sorted(found.episodes, key=lambda row: row.started_on)
    assert [(row.ended_on, row.end_reason) for row in by_start] == [
        (date(2025, 6, 1), "X1"),
        (date(2025, 9, 1), "X1"),
        (None, None),
    ]
    assert [row.row for row in found.episodes] == [2, 3, 4]
    assert sorted(about(found, "episodes.csv", by_start[0].row)) == [("DEC", W)]
    assert sorted(about(found, "episodes.csv", by_start[1].row)) == [("DEC", W)]
    assert not about(found, "episodes.csv", by_start[2].row)


def test_two_open_episodes_from_one_day_both_end_where_the_next_begins(tmp_path):
    found = read(tmp_path, episode(PLACE="U6"), episode(PLACE="K2"), episode(DECOM="01/06/2025", RNE="P"))

    assert ends(found) == [(date(2025, 6, 1), "X1")] * 2 + [(None, None)]


@pytest.mark.parametrize(("next_begins", "reason"), [("S", "E4A"), ("L", "X1")])
def test_leaving_care_without_a_day_is_believed_only_where_care_starts_anew(tmp_path, next_begins, reason):
    found = read(tmp_path, episode(REC="E4A"), episode(DECOM="01/06/2025", RNE=next_begins))

    assert ends(found)[0] == (date(2025, 6, 1), reason)
    assert ("set aside" in messages(found.problems, W)[0]) == (reason == "X1")


def test_an_overlap_is_flagged_and_kept_as_given(tmp_path):
    found = read(tmp_path, episode(DEC="02/06/2025", REC="X1"), episode(DECOM="01/06/2025", RNE="P"))

    assert ends(found) == [(date(2025, 6, 2), "X1"), (None, None)]
    assert about(found, "episodes.csv", 2) == [("DEC", W)]
    assert not about(found, "episodes.csv", 3)


def test_episodes_that_meet_are_in_order(tmp_path):
    assert not read(
        tmp_path, episode(DEC="01/06/2025", REC="X1"), episode(DECOM="01/06/2025", RNE="P", REASON_PLACE_CHANGE="CLOSE")
    ).problems


def test_a_return_to_care_is_in_order(tmp_path):
    assert not read(tmp_path, episode(DEC="01/06/2025", REC="E4A"), episode(DECOM="01/09/2025")).problems
