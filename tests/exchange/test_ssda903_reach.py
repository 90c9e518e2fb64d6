"""From which day a Reviews file can be taken to hold every review: never earlier than the file shows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.vocabulary import Participation
from iro_desktop.exchange.ssda903 import EpisodeRow, ReviewRow, read_folder
from iro_desktop.exchange.ssda903_reach import reviews_from
from tests.exchange.test_ssda903 import SAMPLE, TODAY


def on(text: str) -> date:
    return date.fromisoformat(text)


def in_care(child: int, since: date, until: date | None = None, status: str = "C2") -> EpisodeRow:
    return EpisodeRow(child, str(child), since, "S", status, None, None, None, until, "E4A" if until else None, None)


def review(child: int, held_on: date) -> ReviewRow:
    return ReviewRow(child, str(child), held_on, Participation.PN1)


def history(child: int, since: date, until: date) -> Iterator[ReviewRow]:
    """Every review of a child: after four weeks, three months more, then each six months; all in time."""
    held_on = since + timedelta(28)
    step = timedelta(90)
    while held_on <= until:
        yield review(child, held_on)
        held_on, step = held_on + step, timedelta(180)


CHILDREN = [in_care(child, on("2014-01-10") + timedelta(child * 41)) for child in range(60)]
ALL = [row for child in CHILDREN for row in history(child.row, child.started_on, on("2022-02-20"))]


def since(day: str, before: str = "2100-01-01") -> list[ReviewRow]:
    return [row for row in ALL if on(day) <= row.held_on < on(before)]


def test_without_reviews_there_is_no_such_day():
    assert reviews_from([], CHILDREN, TODAY) is None


def test_reviews_after_today_show_nothing():
    assert reviews_from([review(1, on("2026-07-16"))], CHILDREN, TODAY) is None
    assert reviews_from([*since("2021-04-01"), review(1, on("2026-07-16"))], CHILDREN, TODAY) == on("2021-04-01")


def test_a_return_of_one_year_reaches_back_to_its_first_of_april():
    assert reviews_from(since("2018-04-01", "2019-04-01"), CHILDREN, TODAY) == on("2018-04-01")


def test_a_review_on_31_march_belongs_to_the_year_before():
    child = [in_care(1, on("2018-03-01"))]

    assert reviews_from([review(1, on("2018-03-31"))], child, TODAY) == on("2017-04-01")
    assert reviews_from([review(1, on("2018-04-01"))], child, TODAY) == on("2018-04-01")


def test_a_whole_history_reaches_back_to_its_beginning():
    assert reviews_from(ALL, CHILDREN, TODAY) == on("2013-04-01")


@pytest.mark.parametrize("strays", [1, 3, 8])
def test_a_few_reviews_of_an_earlier_year_do_not_claim_that_year(strays):
    entered_late = since("2017-04-01", "2018-04-01")[::7][:strays]

    assert reviews_from([*entered_late, *since("2018-04-01")], CHILDREN, TODAY) == on("2018-04-01")


def test_a_slip_to_a_distant_year_does_not_claim_the_years_between():
    assert reviews_from([review(1, on("1918-05-01")), *since("2018-04-01")], CHILDREN, TODAY) == on("2018-04-01")
    assert reviews_from([*since("2018-04-01", "2019-04-01"), review(1, on("2025-05-01"))], CHILDREN, TODAY) == on(
        "2018-04-01"
    )


def test_a_missing_year_ends_the_reading_back():
    two_returns = since("2016-04-01", "2017-04-01") + since("2018-04-01", "2019-04-01")

    assert reviews_from(two_returns, CHILDREN, TODAY) == on("2018-04-01")


def test_an_export_that_begins_in_july_reaches_back_to_its_first_review():
    first_on = min(row.held_on for row in since("2018-07-01"))

    assert reviews_from(since("2018-07-01"), CHILDREN, TODAY) == first_on


def test_the_first_weeks_of_april_may_be_quiet():
    assert reviews_from(since("2018-04-21"), CHILDREN, TODAY) == on("2018-04-01")


def test_before_the_first_review_of_many_new_children_silence_shows_nothing():
    new = [in_care(n, on("2018-09-01")) for n in range(100)]
    reviews = [row for child in new for row in history(child.row, child.started_on, on("2020-03-31"))]

    assert reviews_from(reviews, new, TODAY) == on("2018-04-01")


def test_one_child_s_file_reaches_back_to_the_first_of_april_though_the_review_was_in_autumn():
    assert reviews_from([review(1, on("2018-09-20"))], [in_care(1, on("2015-01-01"))], TODAY) == on("2018-04-01")


def test_a_file_with_hardly_any_of_the_reviews_that_were_due_shows_no_such_day():
    assert reviews_from(since("2018-04-01", "2019-04-01")[::9], CHILDREN, TODAY) is None


def test_short_breaks_call_for_no_review():
    breaks = [in_care(100 + n, on("2012-01-01"), status="V4") for n in range(200)]

    assert reviews_from(since("2018-04-01", "2019-04-01"), CHILDREN + breaks, TODAY) == on("2018-04-01")


def test_without_episodes_only_the_year_of_the_last_review_is_believed():
    assert reviews_from(since("2016-04-01", "2019-04-01"), [], TODAY) == on("2018-04-01")


def test_a_file_from_long_ago_is_measured_up_to_its_last_review_only():
    assert reviews_from(since("2018-04-01", "2018-06-01"), CHILDREN, TODAY) == on("2018-04-01")


def test_whose_rows_are_wanted_does_not_change_how_far_the_file_reaches():
    whole = read_folder(SAMPLE, TODAY)

    assert read_folder(SAMPLE, TODAY, only=[whole.children[3].child]).reviews_from == whole.reviews_from


def test_the_published_sample_cut_to_its_year_reaches_back_to_1_april_2017(tmp_path: Path):
    for name, column in (("header", None), ("episodes", 1), ("reviews", 2)):
        first, *rows = (SAMPLE / f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [row for row in rows if column is None or _is_of_2017(row.split(",")[column])]
        (tmp_path / f"{name}.csv").write_text("".join([first, *kept]), encoding="utf-8")

    found = read_folder(tmp_path, TODAY)

    assert found.reviews_from == on("2017-04-01")
    assert not [episode for episode in found.episodes if episode.started_on < on("2017-04-01")]


def _is_of_2017(text: str) -> bool:
    day, month, year = map(int, text.split("/"))
    return on("2017-04-01") <= date(year, month, day) < on("2018-04-01")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2014, 2020),
    st.lists(st.sampled_from(ALL), max_size=12),
)
def test_a_cut_at_any_april_with_a_dozen_strays_never_claims_more_than_is_there(year, strays):
    opening = date(year, 4, 1)
    kept = {*(row for row in ALL if row.held_on >= opening), *strays}

    claimed = reviews_from(list(kept), CHILDREN, TODAY)

    assert claimed is not None
    lost = [row for row in ALL if claimed <= row.held_on < opening and row not in kept]
    assert len(lost) <= 12
    assert year < 2016 or not lost
