"""Periods of care, as episodes tell them."""

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.records import Episode
from tests.builders import episode, on


def spans(*episodes: Episode) -> list[tuple[str | None, str, str | None]]:
    """Start as known, first day shown and day of exit of each period."""
    found = periods_of_care(episodes)
    return [
        (
            one.started_on.isoformat() if one.started_on else None,
            one.first_on.isoformat(),
            one.ended_on.isoformat() if one.ended_on else None,
        )
        for one in found
    ]


def period(*episodes: Episode) -> PeriodOfCare:
    (found,) = periods_of_care(episodes)
    return found


def test_no_episodes_are_no_period() -> None:
    assert spans() == []


def test_s_episode_starts_a_period() -> None:
    assert spans(episode("2024-01-08")) == [("2024-01-08", "2024-01-08", None)]


def test_single_ended_episode_is_a_closed_period() -> None:
    assert spans(episode("2024-01-08", ended="2024-03-01", end_reason="E4A")) == [
        ("2024-01-08", "2024-01-08", "2024-03-01")
    ]


def test_period_that_opens_without_s_has_no_known_start() -> None:
    assert spans(episode("2024-01-08", "P")) == [(None, "2024-01-08", None)]


def test_changes_stay_inside_one_period() -> None:
    changes = [episode("2024-02-01", "P"), episode("2024-03-01", "L"), episode("2024-04-01", "U")]
    assert spans(episode("2024-01-08"), *changes) == [("2024-01-08", "2024-01-08", None)]


def test_end_reason_x1_does_not_end_the_period() -> None:
    before = episode("2024-01-08", ended="2024-02-01", end_reason="X1")
    assert spans(before, episode("2024-02-01", "P")) == [("2024-01-08", "2024-01-08", None)]


def test_end_day_without_a_reason_does_not_end_the_period() -> None:
    assert spans(episode("2024-01-08", ended="2024-02-01")) == [("2024-01-08", "2024-01-08", None)]


def test_return_to_care_is_a_new_period() -> None:
    first = episode("2020-01-06", ended="2020-06-01", end_reason="E4A")
    assert spans(first, episode("2022-05-09")) == [
        ("2020-01-06", "2020-01-06", "2020-06-01"),
        ("2022-05-09", "2022-05-09", None),
    ]


def test_change_after_an_exit_opens_a_period_without_known_start() -> None:
    first = episode("2020-01-06", ended="2020-06-01", end_reason="E4A")
    assert spans(first, episode("2022-05-09", "P"))[1] == (None, "2022-05-09", None)


def test_new_s_while_open_ends_the_period_on_that_day() -> None:
    assert spans(episode("2024-01-08"), episode("2024-05-01"), episode("2024-06-01", "P")) == [
        ("2024-01-08", "2024-01-08", "2024-05-01"),
        ("2024-05-01", "2024-05-01", None),
    ]


def test_period_never_outlasts_the_start_of_the_next() -> None:
    overlapping = episode("2024-01-08", ended="2024-08-01", end_reason="E4A")
    assert spans(overlapping, episode("2024-05-01"))[0] == ("2024-01-08", "2024-01-08", "2024-05-01")


def test_two_s_episodes_on_one_day_leave_one_period_open() -> None:
    assert [end for _, _, end in spans(episode("2024-01-08"), episode("2024-01-08"))] == ["2024-01-08", None]


def test_period_is_open_from_its_first_day() -> None:
    assert period(episode("2024-01-08")).is_open_on(on("2024-01-08"))


def test_period_is_not_open_before_its_first_day() -> None:
    assert not period(episode("2024-01-08")).is_open_on(on("2024-01-07"))


def test_period_is_not_open_on_the_day_of_exit() -> None:
    assert not period(episode("2024-01-08", ended="2024-03-01", end_reason="E4A")).is_open_on(on("2024-03-01"))


def test_period_is_open_on_the_eve_of_the_exit() -> None:
    assert period(episode("2024-01-08", ended="2024-03-01", end_reason="E4A")).is_open_on(on("2024-02-29"))


def test_only_v3_and_v4_make_short_breaks() -> None:
    assert period(episode("2024-01-08", status="V4"), episode("2024-02-08", "L", status="V3")).is_short_breaks


def test_one_other_status_makes_it_more_than_short_breaks() -> None:
    assert not period(episode("2024-01-08", status="V4"), episode("2024-02-08", "L", status="V2")).is_short_breaks
