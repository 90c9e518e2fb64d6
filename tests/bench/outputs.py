"""What the caseload summary costs beside reckoning its rows, for 60 and for 2,000 children.

Run as ``python -m tests.bench.outputs [CHILDREN …]``. The floor is what the summary is made of, reckoned alone: the
caseload's rows, the rows behind its nine figures, and what is open of each child. Against it: making it (document and
sheets), and then each kind of file made in memory. Each is the best of several rounds in processor time, the kept rows
dropped before each, so that the ratios can be compared between computers; how often a piece of it asked whether to stop
is told too, for nobody waits longer than for one piece.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.measures.compute import rows_of
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.services.acting import Actor
from iro_desktop.services.caseload import caseload_view
from iro_desktop.services.caseload_sheets import pieces_of
from iro_desktop.services.caseload_summary import FIGURES_SHOWN
from iro_desktop.services.figures import counted_of, service_of, span_of
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.outputs.files import Press, content_of
from iro_desktop.services.outputs.model import Making, OutputWish
from iro_desktop.services.outputs.write import ready
from iro_desktop.services.templates import template_in
from iro_desktop.services.today import with_work
from iro_desktop.ui.painter import PaperPainter
from tests.bench.lists import TODAY, desk_of
from tests.bench.rules import seconds

SIZES, ROUNDS = (60, 2000), 3
_WISH = OutputWish("caseload")


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size and step."""
    app = QApplication.instance() or QApplication([])
    press = Press(PaperPainter(), template_in(None))
    for children in sizes:
        with tempfile.TemporaryDirectory() as folder:
            desk = desk_of(Path(folder), children)
            tell(desk, children, press)
            desk.close()
    del app


def tell(desk: LocalDesk, children: int, press: Press) -> None:
    """One size."""
    steps: list[str] = []
    making = Making(
        desk._snapshot, desk._store, Actor("bench", "window", TODAY), datetime.now().astimezone(), is_sample=True
    )
    making = replace(making, step=lambda _done, _of, what: steps.append(what))
    floor = best(desk, lambda: reckoned(making))
    made = best(desk, lambda: ready(making, _WISH))
    done = ready(making, _WISH)
    rows = sum(len(one.rows) for one in done.made.document.tables)
    print(
        f"{children} children, {rows:,} rows in the document, {len(steps) // (ROUNDS + 1)} pieces: its rows alone 1.0"
    )
    print(f"  making document and sheets: {made / floor:.1f} times")
    for kind in OutputFormat:
        cost = min(
            seconds(lambda kind=kind: content_of(done.made, kind, press)) for _ in range(1 if rows > 3000 else 3)
        )
        print(f"  and {kind.label}: {(made + cost) / floor:.1f} times")


def reckoned(making: Making) -> int:
    """What it is made of, and nothing else."""
    now, span = making.snapshot, span_of(None, None, TODAY)
    counted, service = counted_of(now), service_of(now)
    rows = len(caseload_view(now, None).rows)
    behind = sum(len(rows_of(BY_ID[one], counted, span, None, service=service)) for one in FIGURES_SHOWN)
    return rows + behind + sum(1 for child in with_work(now, None) for _ in pieces_of(child, now))


def best(desk: LocalDesk, work: Callable[[], object]) -> float:
    """The best of several rounds, each as after an act about everybody."""
    found = []
    for _ in range(ROUNDS):
        desk._snapshot.kept.forget(everybody=True)
        found.append(seconds(work))
    return min(found)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
