"""Every measure of invented authorities against a plain count of the same facts by another method."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from iro_desktop.domain.acts import OverrideDeadline
from iro_desktop.domain.records import ChildFacts
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import LeftOut, Row
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.figures import figure_rows, figures, span_of
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.importing import run_import
from iro_desktop.services.sample import generate, write
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store
from tests.conftest import TODAY
from tests.measures import plain

SPANS = ((date(2026, 4, 1), TODAY), (date(2025, 4, 1), date(2026, 3, 31)), (date(2018, 4, 1), TODAY))
ANSWERS = {
    LeftOut.PREDECESSOR_UNKNOWN: plain.UNKNOWN,
    LeftOut.NOT_TRACKED: plain.UNTRACKED,
    LeftOut.NOT_YET_DUE: plain.TO_COME,
    LeftOut.OUTSIDE_CARE: plain.OTHER,
    LeftOut.ADULT: plain.UNKNOWN,
}


def as_told(row: Row) -> plain.Told:
    answer = ANSWERS[row.left_out] if row.left_out else "in time" if row.is_met else "late"
    return plain.Told(row.child, row.day, answer)


def plainly(measure: str, facts: ChildFacts, today: date) -> Iterator[plain.Told]:
    tasks = {"minutes.in-time": ("after.minutes", 15), "recommendations.in-time": ("after.recommendations", 5)}
    if measure in tasks:
        task, days = tasks[measure]
        by_hand = {one.trigger_on: one.due_on for one in facts.overrides if one.rule_id == task}
        return plain.written(facts, today, task, days, by_hand)
    return {"timeliness.held": plain.held, "timeliness.due": plain.due}[measure](facts, today)


@pytest.fixture
def now(store: Store, tmp_path: Path, seed: int, short: bool) -> Snapshot:
    """An invented authority; where it is ``short``, its files hold no review from before April 2024."""
    sample, actor = generate(40, 5, seed, TODAY), Actor("sample", "window", TODAY)
    write(sample, tmp_path)
    reviews = tmp_path / "903" / "reviews.csv"
    lines = reviews.read_text(encoding="utf-8").splitlines()
    if short:
        reviews.write_text("\n".join([lines[0], *filter(_is_late, lines[1:])]), encoding="utf-8")
    run_import(store, read_903(tmp_path / "903", TODAY), actor, england())
    # A date by hand is set for a deadline whose rule goes by the number, which a short history does not know.
    acts = [one for one in sample.acts if not (short and isinstance(one, OverrideDeadline))]
    apply_acts(store, acts, actor, england())
    return Snapshot.of(store, TODAY, england())


def _is_late(line: str) -> bool:
    day, month, year = line.split(",")[2].split("/")
    return (year, month, day) >= ("2024", "04", "01")


@pytest.mark.parametrize(("seed", "short"), [(3, False), (11, True)])
def test_every_measure_equals_a_plain_count_whole_and_by_iro(now: Snapshot, short: bool) -> None:
    children = [one.facts for one in now.children.values()]
    seen = Counter[str]()
    for definition in DEFINITIONS:
        told = [each for facts in children for each in plainly(definition.id, facts, TODAY)]
        for from_on, to_on in SPANS:
            mine = [each for each in told if from_on <= each.day <= to_on]
            rows = figure_rows(now, definition.id, span_of(from_on, to_on, TODAY))
            assert Counter(map(as_told, rows)) == Counter(mine), definition.id
            one = next(each for each in figures(now, span_of(from_on, to_on, TODAY)) if each.definition is definition)
            answers = Counter(each.answer for each in mine)
            assert (one.numerator, one.denominator) == (answers["in time"], answers["in time"] + answers["late"])
            assert sum(count for _, count in one.left_out) == len(mine) - one.denominator
            seen += answers
        _by_iro(now, definition.id, mine, rows)
    assert {"in time", "late", plain.UNTRACKED, plain.TO_COME} <= set(seen)
    assert (seen[plain.UNKNOWN] > 20) is short


def _by_iro(now: Snapshot, measure: str, told: list[plain.Told], rows: list[Row]) -> None:
    names = {one.id: one.name for one in now.iros}
    days = (min(row.day for row in rows), max(row.day for row in rows))
    whose: Counter[tuple[str, plain.Told]] = Counter()
    for each in told:
        allocations = now.children[each.child].facts.allocations
        found = [one for one in allocations if one.from_on <= each.day <= (one.to_on or date.max)]
        whose[names[found[-1].iro_id] if found else "", each] += 1
    for name in names.values():
        mine = figure_rows(now, measure, span_of(*days, TODAY), name)
        assert Counter((name, as_told(row)) for row in mine) == Counter(
            {key: count for key, count in whose.items() if key[0] == name}
        )
    assert Counter(row.iro for row in rows) == Counter(name for name, _ in whose.elements())


@pytest.mark.parametrize(("seed", "short"), [(5, False)])
def test_the_figures_of_the_iros_sum_to_the_whole(now: Snapshot) -> None:
    span = span_of(date(2025, 4, 1), TODAY, TODAY)
    per_iro = partial(figures, now, span)
    for place, whole in enumerate(per_iro(None)):
        parts = [per_iro(one.name)[place] for one in now.iros]
        nobody = [row for row in figure_rows(now, whole.definition.id, span) if not row.iro]
        assert sum(one.numerator for one in parts) + sum(row.is_met for row in nobody) == whole.numerator
        assert sum(one.denominator for one in parts) + sum(not row.left_out for row in nobody) == whole.denominator
        assert whole.denominator > 20
