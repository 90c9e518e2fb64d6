import json
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("words", "result"),
    [
        (("2024-03-04", "+20wd"), "2024-04-03"),
        (("2024-04-02", "-15wd"), "2024-03-08"),
        (("2023-11-30", "+3m"), "2024-02-29"),
        (("2024-01-12", "+28d", "+3m", "+6m"), "2024-11-09"),
        (("2024-02-29", "+1y"), "2025-02-28"),
        (("2024-04-10", "+6w"), "2024-05-22"),
        (("2024-04-10",), "2024-04-10"),
    ],
)
def test_offsets_are_counted_one_after_another(command, words, result):
    answer = command("date", *words, "--json").json
    assert answer["result"] == result
    assert [answer["start"], len(answer["offsets"])] == [words[0], len(words) - 1]


def test_the_last_step_reaches_the_result_and_names_the_holidays(command):
    answer = command("date", "2024-03-04", "+20wd", "--json").json
    assert answer["steps"][-1]["on"] == answer["result"]
    assert any("Good Friday" in step["text"] for step in answer["steps"])


def test_a_limit_on_a_sunday_is_planned_for_the_friday_before(command):
    answer = command("date", "2023-02-28", "+3m", "--json").json
    assert (answer["result"], answer["plan_by"]) == ("2023-05-28", "2023-05-26")


def test_a_count_beyond_the_proclaimed_years_is_marked_provisional(command):
    assert command("date", "2028-12-20", "+20wd", "--json").json["provisional"]
    assert not command("date", "2026-12-20", "+20wd", "--json").json["provisional"]


@pytest.mark.parametrize("words", [(), ("tomorrow", "+1wd"), ("2024-02-30", "+1wd"), ("2024-02-01", "20 wd?"),
                                   ("9999-12-30", "+5wd"), ("2024-02-01", "+99999y")])  # fmt: skip
def test_what_cannot_be_counted_is_said_in_a_sentence(command, words):
    answer = command("date", *words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.strip().endswith(".") or "example" in answer.err


def test_a_batch_answers_line_by_line(command, tmp_path: Path):
    lines = tmp_path / "lines.csv"
    lines.write_text("2024-03-04,+20wd\n2024-04-02,-15wd\n\n", encoding="utf-8")
    assert command("date", "--batch", lines).out == "2024-03-04,+20wd,2024-04-03\n2024-04-02,-15wd,2024-03-08\n"


def test_a_batch_with_a_bad_line_answers_nothing_and_names_the_line(command, tmp_path: Path):
    lines = tmp_path / "lines.csv"
    lines.write_text("2024-03-04,+20wd\nnonsense\n", encoding="utf-8")
    answer = command("date", "--batch", lines)
    assert (answer.code, answer.out) == (2, "")
    assert "Line 2" in answer.err


def test_people_are_told_the_day_with_its_weekday(command):
    assert command("date", "2024-03-04", "+20wd").out.splitlines()[-1] == "Wednesday 3 April 2024"


def test_json_is_one_value_and_nothing_else(command):
    json.loads(command("date", "2024-03-04", "+20wd", "--json").out)
