"""How fast figures are: every measure of a year, against going once through the same facts and limits.

Run as ``python -m tests.bench.measures``. Ratios are taken within one run, from the best of several rounds, so that
they can be compared between computers; one child of 2,000 must cost what one child of 60 costs.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from iro_desktop.domain.records import Iro
from iro_desktop.measures.compute import figures_of
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import Counted, Service, Span
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from tests.bench.rules import TODAY, best_seconds, children

YEAR = Span(date(2025, 4, 1), date(2026, 3, 31), TODAY)
SIZES = (60, 2000)


def counted(count: int) -> list[Counted]:
    """Children with all their limits; one IRO."""
    service = Service({"iro": Iro("iro", "Asha Iyer")})
    calendar = england()
    return [
        Counted(facts, deadlines_of(facts, calendar, TODAY), {"iro": "Asha Iyer"}, service) for facts in children(count)
    ]


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


def main() -> None:
    """Print both sizes, and how the cost of one child grows with their number."""
    each: dict[int, float] = {}
    for size in SIZES:
        of = counted(size)
        service = of[0].service
        figures = best_seconds(partial(figures_of, of, YEAR, service=service), rounds=3)
        through = best_seconds(partial(once_through, of), rounds=3)
        each[size] = figures / size
        print(
            f"{size:,} children, {sum(len(one.limits) for one in of):,} limits: {len(DEFINITIONS)} figures in "
            f"{figures * 1e3:,.0f} ms; once through the same facts {through * 1e3:,.1f} ms: "
            f"{figures / through:.1f} × for all, {figures / through / len(DEFINITIONS):.2f} × for each"
        )
    first, last = SIZES
    print(f"One child of {last:,} costs {each[last] / each[first]:.2f} × one child of {first}")


if __name__ == "__main__":
    main()
