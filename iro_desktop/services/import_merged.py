"""Rows of a file about an entry that was merged: they go to the child it was merged into, and nothing is doubled."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.services.workspace import Workspace

Row = TypeVar("Row")


def standing_ids(ids: Iterable[str], name: str, work: Workspace) -> tuple[dict[str, str | None], tuple[Problem, ...]]:
    """For each id the one its rows go to; ``None``: not read, as the child it was merged into has rows of its own."""
    every = dict.fromkeys(ids)
    found: dict[str, str | None] = {}
    problems = []
    for one in every:
        into = work.entry_of(one)
        is_told = into != one and (into in every or into in found.values())
        found[one] = None if is_told else into
        if into != one:
            what = "its rows were left out, as that child has its own" if is_told else "its rows went to that one"
            message = f"{one} is merged into {into} here: {what}."
            problems.append(Problem(name, None, None, message, Severity.NOTE))
    return found, tuple(problems)


def standing_rows(rows: Sequence[Row], to: dict[str, str | None]) -> list[Row]:
    """The rows under the ids they go to."""
    every: Sequence[Any] = rows
    return [one if to[one.child] == one.child else replace(one, child=to[one.child]) for one in every if to[one.child]]
