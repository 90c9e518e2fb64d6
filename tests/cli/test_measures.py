"""``measures``: the keys of the contract, rows that add up to their figure, and refusals."""

import pytest

from tests.cli.loaded import loaded, loaded_once

__all__ = ["loaded", "loaded_once"]

KEYS = ["measure", "name", "definition", "unit", "value", "numerator", "denominator", "percent", "excluded", "check"]
IDS = ["timeliness.held", "timeliness.due", "minutes.in-time", "recommendations.in-time"]
YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")


def test_each_measure_has_the_keys_of_the_contract(loaded):
    found = loaded("measures", *YEAR, "--json").json
    assert [one["measure"] for one in found][:4] == IDS
    for one in found:
        assert list(one) == KEYS
        assert one["value"] == one["percent"] == round(one["percent"], 1)
        assert all(list(left) == ["reason", "count"] for left in one["excluded"])
        assert one["unit"] == "percent"


@pytest.mark.parametrize("measure", IDS)
def test_the_rows_behind_a_figure_add_up_to_it(loaded, measure):
    one = next(each for each in loaded("measures", *YEAR, "--json").json if each["measure"] == measure)
    rows = loaded("measures", "rows", measure, *YEAR, "--json").json
    assert sum(row["numerator"] for row in rows) == one["numerator"]
    assert sum(row["denominator"] for row in rows) == one["denominator"]
    reasons = [row["excluded"] for row in rows if row["excluded"]]
    assert {left["reason"]: left["count"] for left in one["excluded"]} == {why: reasons.count(why) for why in reasons}
    assert all("2026-04-01" <= row["day"] <= "2026-11-23" for row in rows)


def test_for_people_it_says_share_definition_and_check(loaded):
    said = loaded("measures", *YEAR)
    assert said.code == 0
    assert "Reviews held in time:" in said.out
    assert " held; " in said.out
    assert "last day in time" in loaded("measures", "rows", "timeliness.held", *YEAR).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("rows", "timeliness.never"), "There are: timeliness.held"),
        (("--iro", "Nobody"), "no IRO of that name"),
        (("--from", "2026-05-01", "--to", "2026-04-01"), "lies before"),
    ],
)
def test_what_cannot_be_counted_is_refused(loaded, words, sentence):
    answer = loaded("measures", *words)
    assert answer.code == 1
    assert sentence in answer.err
