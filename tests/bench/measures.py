"""How fast figures are: against hand-written SQL on the same encrypted store, and how their cost grows.

Run as ``python -m tests.bench.measures``: the year's figures of one IRO with 60 children and of 2,000 children with ten
years, by the program and by SQL (``figures_by_sql``); both must give the same numbers. Then every measure against going
once through the same facts and limits. ``--small`` takes 200 children with three years in place of the 2,000.
``--england`` does something else: it counts 8,200, 20,500 and 82,000 children and says what each of them costs, in time
and in memory; ``--england 20500`` stops there.

Ratios are taken within one run, from the best of several rounds, so that they can be compared between computers.
"""

import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from iro_desktop.domain.records import ChildFacts, Iro
from iro_desktop.measures.compute import figure_for, figures_in_one_pass, figures_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import Counted, Figure, Service, Span, Unit
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import Actor
from iro_desktop.services.demo import fill
from iro_desktop.services.figures import counted_of, service_of
from iro_desktop.services.local import make_store
from iro_desktop.services.sample import demo, generate
from iro_desktop.services.sample.model import Sample
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, Store
from tests.bench.figures_by_sql import FIGURES, figures_by_sql, make_days
from tests.bench.rules import TODAY, best_seconds, child, children, seconds

YEAR = Span(date(2025, 4, 1), date(2026, 3, 31), TODAY)
SIZES = (60, 2000)
ENGLAND = (8_200, 20_500, 82_000)
_ROUNDS = 3


# against SQL


@contextmanager
def stored(sample: Sample) -> Iterator[Store]:
    """That authority in an encrypted store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store, _ = make_store(Places(Path(folder) / "store"), "five plain words for benches", is_sample=True)
        with store:
            fill(store, sample, Path(folder), Actor("sample", SAMPLE, TODAY))
            yield store


def by_program(snapshot: Snapshot, iro: str | None) -> dict[str, Figure]:
    """The same figures from what is read and computed already."""
    of, service = counted_of(snapshot), service_of(snapshot)
    return {key: figure_for(BY_ID[key], of, YEAR, iro, service=service) for key in FIGURES}


def differences(figures: dict[str, Figure], by_sql: dict[str, tuple[int, int]]) -> list[str]:
    """Where the program and the SQL give other numbers."""
    found = []
    for key, figure in figures.items():
        numerator = figure.numerator if figure.definition.unit is Unit.PERCENT else figure.denominator
        if (numerator, figure.denominator) != by_sql[key]:
            found.append(f"{key}: {numerator} of {figure.denominator} here, {by_sql[key]} by SQL")
    return found


def against_sql(words: str, sample: Sample, *, of_iro: bool) -> None:
    """Print what the same figures cost here and by SQL; stops where they are not the same."""
    with stored(sample) as store:
        opened = seconds(lambda: Snapshot.of(store, TODAY, england()))
        snapshot = Snapshot.of(store, TODAY, england())
        iro = snapshot.iros[0].name if of_iro else None
        counting = best_seconds(lambda: by_program(snapshot, iro), _ROUNDS)
        with store.reading() as reader:
            make_days(reader.connection, snapshot.calendar, date(2000, 1, 1), date(2028, 12, 31))
            ask = partial(figures_by_sql, reader.connection, store.authority_id, YEAR, iro)
            found, sql = ask(), best_seconds(ask, _ROUNDS)
        wrong = differences(by_program(snapshot, iro), found)
        if wrong:
            raise SystemExit("\n".join(["not the same numbers:", *wrong]))
        print(
            f"{words} ({len(snapshot.children):,} with those who left): {len(FIGURES)} figures of a year, the same by "
            f"both: {counting * 1e3:,.0f} ms here, {sql * 1e3:,.0f} ms by SQL: {counting / sql:.1f} ×; with reading "
            f"the store and computing every date first {opened + counting:.1f} s: {(opened + counting) / sql:.1f} ×"
        )


# against going once through the facts


SERVICE = Service({"iro": Iro("iro", "Asha Iyer")})


def counted(of: Iterable[ChildFacts]) -> Iterator[Counted]:
    """Children with all their limits, one by one."""
    calendar = england()
    for facts in of:
        yield Counted(facts, deadlines_of(facts, calendar, TODAY), {"iro": "Asha Iyer"}, SERVICE)


def once_through(of: Sequence[Counted]) -> int:
    """Look once at the day of every limit, review and piece of work, and count what lies in the year."""
    found = 0
    for one in of:
        for limit in one.limits:
            found += limit.due_on is not None and YEAR.holds(limit.due_on)
        for review in one.facts.reviews:
            found += YEAR.holds(review.held_on)
        for done in one.facts.completions:
            found += YEAR.holds(done.done_on)
    return found


def against_one_passage() -> None:
    """Print both sizes, and how the cost of one child grows with their number."""
    each: dict[int, float] = {}
    for size in SIZES:
        of = tuple(counted(children(size)))
        figures = best_seconds(partial(figures_of, of, YEAR, service=SERVICE), _ROUNDS)
        through = best_seconds(partial(once_through, of), _ROUNDS)
        each[size] = figures / size
        print(
            f"{size:,} children, {sum(len(one.limits) for one in of):,} limits: {len(DEFINITIONS)} figures in "
            f"{figures * 1e3:,.0f} ms; once through the same facts {through * 1e3:,.1f} ms: "
            f"{figures / through:.1f} × for all, {figures / through / len(DEFINITIONS):.2f} × for each"
        )
    first, last = SIZES
    print(f"One child of {last:,} costs {each[last] / each[first]:.2f} × one child of {first}")


# all of England


def of_england(most: int) -> None:
    """Print for each size what dates and figures cost a child, in processor time and in memory at its height."""
    at_first = _memory()
    for size in (one for one in ENGLAND if one <= most):
        random_ = random.Random(size)
        of = counted(child(number, random_) for number in range(size))
        spent = seconds(partial(figures_in_one_pass, of, YEAR, service=SERVICE))
        print(
            f"{size:,} children, one by one: every date and {len(DEFINITIONS)} figures in {spent:.0f} s, "
            f"{spent / size * 1e3:.2f} ms a child; memory {(_memory() - at_first) / 1024:.0f} MB, "
            f"{(_memory() - at_first) / size:.1f} KB a child"
        )


def _memory() -> float:
    """The height of this process so far, in kilobytes (on Linux): that of the largest size, and sizes go up."""
    import resource  # not on Windows, where the rest of the bench runs

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(words: Sequence[str]) -> None:
    """What was asked for."""
    if "--england" in words:
        of_england(int(words[-1]) if words[-1].isdigit() else ENGLAND[-1])
        return
    against_sql("One IRO, 60 children", demo(TODAY), of_iro=True)
    if "--small" in words:
        against_sql("200 children, 3 years", generate(200, 3, 1, TODAY), of_iro=False)
    else:
        against_sql("2,000 children, 10 years", generate(2000, 10, 1, TODAY), of_iro=False)
    against_one_passage()


if __name__ == "__main__":
    main(sys.argv[1:])
