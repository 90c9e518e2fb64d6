"""The sample's kept figures: a year as printed, with one that cannot be right, and last year frozen in the demo."""

from datetime import date
from pathlib import Path

from iro_desktop.domain.acts import FreezeFigures, RecordPublished
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.services.figure_words import share_doubt
from iro_desktop.services.sample.authority import demo, generate
from tests.demo_copy import open_demo

TODAY = date(2026, 11, 23)


def test_the_year_before_last_is_there_as_it_was_printed_and_one_figure_is_doubtful():
    said = [one for one in generate(20, 1, 5, TODAY).acts if isinstance(one, RecordPublished)]
    assert {one.measure for one in said} <= set(BY_ID)
    assert {(one.name, one.from_on, one.to_on) for one in said} == {
        ("2024/25 as published", date(2024, 4, 1), date(2025, 3, 31))
    }
    doubts = [share_doubt(one.value, one.numerator or 0, one.denominator or 0) for one in said]
    assert len([doubt for doubt in doubts if doubt]) == 1


def test_the_demo_has_last_year_frozen_and_this_year_to_the_last_month_end():
    kept = [one for one in demo(TODAY).acts if isinstance(one, FreezeFigures)]
    assert [(one.name, one.from_on, one.to_on) for one in kept] == [
        ("Annual report 2025/26", date(2025, 4, 1), date(2026, 3, 31)),
        ("To the end of October 2026", date(2026, 4, 1), date(2026, 10, 31)),
    ]


def test_in_the_demo_some_rows_came_in_after_the_figures_were_frozen(tmp_path: Path):
    desk = open_demo(tmp_path / "demo", TODAY)
    desk.set_scope(None)
    for name in ("Annual report 2025/26", "To the end of October 2026"):
        compared = {one.measure: one for one in desk.kept_compared(name).figures}
        differ = {measure for measure, one in compared.items() if one.new or one.gone or one.changed}
        assert 2 <= len(differ) < len(compared)
        assert "letters.in-time" in differ
    desk.close()
