"""``measures``: the keys of the contract, rows that add up to their figure, and refusals."""

from datetime import date
from fractions import Fraction

import pytest

from iro_desktop.measures.compute import half_up
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.suppress import THRESHOLD
from tests.cli.late import do, held, late_reviews
from tests.cli.loaded import loaded, loaded_once

__all__ = ["loaded", "loaded_once"]

KEYS = ["measure", "name", "definition", "unit", "value", "numerator", "denominator", "percent", "excluded", "check"]
IDS = ["timeliness.held", "timeliness.due", "minutes.in-time", "recommendations.in-time"]
YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")


def test_each_measure_has_the_keys_of_the_contract_and_what_is_new_beside_them(loaded):
    found = loaded("measures", *YEAR, "--json").json
    assert [one["measure"] for one in found] == list(BY_ID)
    assert set(IDS) <= {one["measure"] for one in found}
    for one in found:
        assert list(one)[: len(KEYS)] == KEYS
        assert all(list(left) == ["reason", "count"] for left in one["excluded"])
        if one["unit"] == "percent":
            assert one["value"] == one["percent"]
            share = one["denominator"] and half_up(Fraction(100 * one["numerator"], one["denominator"]), 1)
            assert (one["percent"] or 0) == share
            assert one["printed"] == ("–" if one["percent"] is None else f"{one['percent']:.1f} %")
        else:
            assert one["percent"] is None


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
    assert "[timeliness.held]\n" in said.out  # the word that rows, trend and doubt ask for
    assert "last day in time" in loaded("measures", "rows", "timeliness.held", *YEAR).out


def test_of_an_average_the_rows_that_add_to_it_are_those_in_its_numerator(loaded):
    one = _one(loaded, "iro-changes")
    rows = loaded("measures", "rows", "iro-changes", *YEAR, "--json").json
    assert sum(row["amount"] for row in rows) == one["numerator"]
    assert [row for row in rows if row["numerator"]] == [row for row in rows if row["amount"]]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("rows", "timeliness.never"), "There are: timeliness.held"),
        (("--iro", "Nobody"), "no IRO of that name"),
        (("rows", "timeliness.held", "--iro", "Nobody"), "no IRO of that name"),
        (("rows", "timeliness.held", "--where", "theme=Health"), "is not known by theme"),
        (("--where", "team"), "not of the kind team=North"),
        (("--where", "colour=red"), "not of the kind team=North"),
        (("--as-at", "2026-11-24"), "still to come"),
        (("--from", "2030-01-01", "--to", "2030-12-31"), "where the period begins, is still to come"),
        (("doubt", "timeliness.held", "194"), "not more than 100 %"),
        (("--as-at", "2020-01-01"), "what was known on 1 Jan 2020 cannot be told"),
        (("trend", "timeliness.never"), "There are: timeliness.held"),
        (("trend", "timeliness.held", "--by", "team"), "'team' is not one of"),
        (("compare", "Nothing"), "No figures are kept as Nothing"),
        (("doubt", "timeliness.never", "94"), "There are: timeliness.held"),
        (("freeze", "Next", "--from", "2027-04-01", "--to", "2028-03-31"), "still to come"),
        (("published", "2025/26", "luck", "94"), "no measure luck"),
        (("--from", "2026-05-01", "--to", "2026-04-01"), "lies before"),
        (("--iro", "Nobody", "rows", "timeliness.held"), "Say --iro after “rows”"),
        (("--from", "2026-05-01", "--json", "kept"), "Say --from, --json after “kept”"),
        (("doubt", "timeliness.held", "most"), "“most” is not a figure: write it as 94, 83.8 or 1,033"),
        (("doubt", "timeliness.held", "nan"), "is not a figure"),
    ],
)
def test_what_cannot_be_counted_is_refused(loaded, words, sentence):
    answer = loaded("measures", *words)
    assert answer.code == 1
    assert sentence in answer.err


def _one(loaded, measure: str, *words: str):
    return next(one for one in loaded("measures", *YEAR, *words, "--json").json if one["measure"] == measure)


def test_told_apart_by_team_the_parts_add_up_and_what_cannot_be_is_null(loaded):
    one = _one(loaded, "timeliness.held", "--by", "team")
    assert sum(part["numerator"] for part in one["parts"]) == one["numerator"]
    assert sum(part["denominator"] for part in one["parts"]) == one["denominator"]
    assert len(one["parts"]) > 2
    assert _one(loaded, "caseload.per-fte", "--by", "team")["parts"] is None
    assert "parts" not in _one(loaded, "timeliness.held")


@pytest.mark.parametrize("words", [(), ("rows", "reviews.held")])
def test_narrowed_to_what_is_not_there_it_says_so(loaded, words):
    answer = loaded("measures", *words, *YEAR, "--where", "team=Nowhere")
    assert answer.code == 0
    assert "Nothing is counted for team=Nowhere in this time. Check how it is written." in answer.err
    assert "Nothing is counted" not in loaded("measures", *words, *YEAR).err


def test_narrowed_to_a_part_the_figure_is_that_part_and_so_are_its_rows(loaded):
    part = next(one for one in _one(loaded, "timeliness.held", "--by", "team")["parts"] if one["words"])
    narrow = ("--where", f"team={part['words']}")
    one = _one(loaded, "timeliness.held", *narrow)
    assert (one["numerator"], one["denominator"]) == (part["numerator"], part["denominator"])
    rows = loaded("measures", "rows", "timeliness.held", *YEAR, *narrow, "--json").json
    assert {row["team"] for row in rows} == {part["words"]}
    assert sum(row["denominator"] for row in rows) == part["denominator"]


def test_hidden_small_numbers_are_null_and_nothing_in_the_answer_gives_them_away(loaded):
    told = loaded("measures", *YEAR, "--by", "team", "--hide-small", "--json").json
    hidden = [one for one in told if one["printed"] == "c"]
    assert hidden
    for one in hidden:
        assert (one["value"], one["numerator"], one["denominator"], one["percent"]) == (None, None, None, None)
        assert (one["excluded"], one["check"]) == ([], "Hidden, so that nobody can be told from it.")
        # of a hidden whole, parts that tell of nobody, or of enough, may stand: there is nothing to subtract them from
        parts = one["parts"] or []
        assert all(part["numerator"] in (None, 0) or part["numerator"] >= THRESHOLD for part in parts)


def test_the_trend_goes_month_by_month_and_adds_up_to_the_period(loaded):
    one = _one(loaded, "timeliness.held")
    for by in ("month", "quarter"):
        points = loaded("measures", "trend", "timeliness.held", *YEAR, "--by", by, "--json").json
        assert sum(point["denominator"] for point in points) == one["denominator"]
        assert (points[0]["from"], points[-1]["to"]) == ("2026-04-01", "2026-11-23")
    assert [point["label"] for point in points] == ["2026/27 Q1", "2026/27 Q2", "2026/27 Q3"]
    assert "Apr 2026" in loaded("measures", "trend", "timeliness.held", *YEAR).out


def test_as_at_the_day_before_a_review_was_recorded_late_it_is_not_known(loaded, tmp_path):
    known = _one(loaded, "reviews.held")["value"]
    ((child, held_on),) = late_reviews(loaded, tmp_path, 1)
    assert do(loaded, tmp_path, held(child, date.fromisoformat(held_on)), on="2026-11-25") == 0
    then = loaded("measures", *YEAR, "--as-at", "2026-11-24", "--json", on="2026-11-25").json
    now = loaded("measures", *YEAR, "--json", on="2026-11-25").json
    told = [next(one["value"] for one in each if one["measure"] == "reviews.held") for each in (then, now)]
    assert told == [known, known + 1]


def test_the_caseload_as_at_a_day_is_what_it_was(loaded, tmp_path):
    before = loaded("caseload", "--json").json
    assert len(before) > 40
    assert all("name" not in row for row in before)
    new: dict[str, object] = {"act": "AddChild", "child": "NEW1", "looked_after_since": "2026-11-20"}
    assert do(loaded, tmp_path, new, on="2026-11-25") == 0
    assert loaded("caseload", "--as-at", "2026-11-23", "--json", on="2026-11-25").json == before
    now = loaded("caseload", on="2026-11-25").out
    assert "NEW1" in now
    assert f"{len(before) + 1} of {len(before) + 1} children" in now


def test_by_iro_what_can_be_better_is_told_apart_only_where_the_service_chose_it(loaded):
    said = loaded("measures", *YEAR, "--by", "iro", "--json")
    apart = {one["measure"]: one["parts"] for one in said.json}
    assert apart["timeliness.held"] is None
    assert apart["children.stock"]
    assert "does not compare IROs with one another" in said.err
    iro = next(one["words"] for one in apart["children.stock"] if one["words"])
    alone = loaded("measures", *YEAR, "--iro", iro, "--by", "iro", "--json")
    assert next(one for one in alone.json if one["measure"] == "timeliness.held")["parts"]
    assert "compare" not in alone.err
