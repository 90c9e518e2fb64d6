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


def test_the_demo_has_last_year_frozen():
    (kept,) = [one for one in demo(TODAY).acts if isinstance(one, FreezeFigures)]
    assert (kept.name, kept.from_on, kept.to_on) == ("Annual report 2025/26", date(2025, 4, 1), date(2026, 3, 31))


def test_in_the_demo_a_few_letters_came_in_after_last_year_was_frozen(tmp_path: Path):
    desk = open_demo(tmp_path / "demo", TODAY)
    desk.set_scope(None)
    compared = desk.kept_compared("Annual report 2025/26")
    told = {one.measure: one for one in compared.figures}
    assert compared.words == f"1 of {len(told)} figures is not as it was kept; timeliness is."
    desk.close()
    differ = {name for name, one in told.items() if one.new or one.gone or one.changed}
    assert differ == {"letters.in-time"}
    letters = told["letters.in-time"]
    assert len(letters.changed) == 4
    assert (letters.new, letters.gone) == ((), ())
