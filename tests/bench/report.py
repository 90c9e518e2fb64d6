"""How long the annual report takes, beside counting its measures once.

Run as ``python -m tests.bench.report``: for 60 and 650 children with two years, the sections from the facts, the whole
document, its Word file, and publishing; each against counting every measure of the year once, in the same run, from the
best of several rounds. ``--small`` leaves the 650 out.
"""

import sys
from collections.abc import Callable

from iro_desktop.domain.acts import PublishReport, WriteReportSection
from iro_desktop.exchange.word_out import word_of
from iro_desktop.measures.compute import figures_of
from iro_desktop.measures.model import Span
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.figures import counted_of, service_of
from iro_desktop.services.report.draft import Made, made_of
from iro_desktop.services.report.facts import facts_of, written_of
from iro_desktop.services.report.published import view_of
from iro_desktop.services.sample import generate
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.templates import template_in
from tests.bench.measures import stored
from tests.bench.rules import TODAY, best_seconds, seconds
from tests.exchange.documents import png

SIZES = (60, 650)
YEAR, YEARS, SEED, ROUNDS = 2025, 2, 7, 3


def measured(children: int) -> None:
    """One authority: each step in seconds, and how many times counting the measures it takes."""
    with stored(generate(children, YEARS, SEED, TODAY)) as store:
        snapshot = Snapshot.of(store, TODAY, england())
        counted, of_service = counted_of(snapshot), service_of(snapshot)
        span = Span(*days_of_year(YEAR), TODAY)
        once = best_seconds(lambda: figures_of(counted, span, service=of_service), ROUNDS)
        print(f"{children:,} children: every measure of the year counted once {once:.2f} s")

        def say(what: str, took: float) -> None:
            print(f"  {what:34} {took:6.2f} s  {took / once:5.1f} times")

        facts = facts_of(snapshot, store, YEAR)
        made: list[Made] = []
        make: Callable[[], None] = lambda: made.append(made_of(facts))  # noqa: E731 timed as it stands
        say("its sections, twice, and the hiding", best_seconds(make, ROUNDS))
        written = written_of(store, YEAR)
        say("the document from them", best_seconds(lambda: view_of(made[0], *written), ROUNDS))
        document, template = view_of(made[0], *written).document, template_in(None)("document")
        say("the Word file, charts left out", best_seconds(lambda: word_of(document, template, lambda _: png(8, 8)), 1))
        actor = Actor("bench", "bench", TODAY)
        write = WriteReportSection(year=YEAR, section="reviews", text="We book earlier.")
        say("writing a section", seconds(lambda: apply_acts(store, [write], actor, england())))
        say("publishing", seconds(lambda: apply_acts(store, [PublishReport(year=YEAR)], actor, england())))


def main(words: list[str]) -> None:
    """Measure each size."""
    for children in SIZES[:1] if "--small" in words else SIZES:
        measured(children)


if __name__ == "__main__":
    main(sys.argv[1:])
