"""The tables of cases beside this file, read once."""

import csv
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.builders import on

HERE = Path(__file__).parent


class Example(NamedTuple):
    """One stated date of a worked example."""

    example: int
    claim: str
    rule: str  # "": a count alone, of no single rule
    start: date
    offset: str
    result: date
    plan_by: date  # the result itself where the example states no other day


class MachineCase(NamedTuple):
    """One count of one step."""

    start: date
    offset: str
    result: date


def worked_examples() -> list[Example]:
    """Every stated date, in the examples' order."""
    with (HERE / "worked_examples.csv").open(encoding="utf-8", newline="") as file:
        return [
            Example(
                int(row["example"]),
                row["claim"],
                row["rule"],
                on(row["start"]),
                row["offset"],
                on(row["result"]),
                on(row["plan_by"] or row["result"]),
            )
            for row in csv.DictReader(file)
        ]


def machine_cases() -> list[MachineCase]:
    """Every case; ``sub_`` steps back."""
    with (HERE / "machine_cases.csv").open(encoding="utf-8", newline="") as file:
        return [
            MachineCase(
                on(row["input"]),
                f"{'-' if row['rule'].startswith('sub') else '+'}{row['n']}{row['unit']}",
                on(row["result"]),
            )
            for row in csv.DictReader(file)
        ]
