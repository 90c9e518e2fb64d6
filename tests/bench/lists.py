"""What each list, filter and search costs beside repainting the same widget with unchanged rows.

Run as ``python -m tests.bench.lists [CHILDREN]``: 2,000 invented children in the store, 120 for each IRO, one IRO's in
scope. Measured is everything from asking the desk until the window is painted, with the child in hand beside the list,
as after an act about that child: what the desk kept of them and of everybody together is dropped in every round, what
follows from each other child alone is not. The floor is the same window painted again, its rows unchanged. The two run
in turn, so that a busy machine slows both; the ratio is of the best of several rounds, in processor time. Aim: twice
the floor at most.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from iro_desktop.services.acting import Actor
from iro_desktop.services.demo import fill
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.sample import generate
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, create
from iro_desktop.ui.commands import Command
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.theme import Scheme, apply_theme
from tests.bench.rules import seconds

TODAY = date(2026, 11, 23)
CHILDREN, PER_IRO, SEED, AIM = 2000, 120, 4, 2.0
SIZE, ROUNDS = (1440, 900), 15
_PLACES = (
    Command.TODAY,
    Command.CASELOAD,
    Command.DIARY,
    Command.WRITE_UPS,
    Command.FOOTPRINT,
    Command.TIMESCALES,
)
Work = Callable[[], object]


@dataclass(frozen=True)
class Case:
    """Something that shows rows anew, and what gets there."""

    name: str
    begin: Work
    work: Work


def desk_of(folder: Path, children: int) -> LocalDesk:
    """An authority in the store, one IRO in scope."""
    iros = max(1, round(children / PER_IRO))
    store = create(Places(folder), bytes(32), is_sample=True)
    fill(store, generate(children, 1, SEED, TODAY, iros=iros), folder, Actor("bench", SAMPLE, TODAY))
    desk = LocalDesk(store, Actor("bench", "window", TODAY))
    desk.set_scope(desk.iros()[0])
    return desk


def cases(shell: Shell) -> Iterator[Case]:
    """Every list, then orders, filters and searches, then the parts of the child's page."""
    for command in _PLACES:
        yield Case(f"list: {command.value}", _goes(shell, command), shell.refresh)
    yield Case("list: diary's week", _diary(shell, 1), shell.refresh)
    yield Case("list: diary's list", _diary(shell, 2), shell.refresh)
    yield Case("order: footprint", _goes(shell, Command.FOOTPRINT), shell.footprints.next_order)
    words = cycle(("a", "e", "foster", ""))
    yield Case("filter: caseload", shell.go_caseload, lambda: shell.caseload.filter_changed.emit(next(words)))
    typed = cycle(("ja", "jo", "li", "ma"))
    yield Case("search: find box", shell.find_box.begin, lambda: _type(shell, next(typed)))
    for number, section in enumerate(shell.child_page.sections):
        yield Case(f"child: {section.title}", _part(shell, number), shell.refresh)


def _goes(shell: Shell, command: Command) -> Work:
    return lambda: shell.go(command)


def _diary(shell: Shell, number: int) -> Work:
    def begin() -> None:
        shell.go(Command.DIARY)
        shell.diary.show_as(number)

    return begin


def _type(shell: Shell, words: str) -> None:
    shell.find_box.setText(words)
    shell.find_box.offer_now()


def _part(shell: Shell, number: int) -> Work:
    def begin() -> None:
        shell.go_caseload()
        shell.select(shell.desk.caseload().rows[0].child)
        shell.go(Command.CHILD_PAGE)
        shell.child_page.parts.setCurrentIndex(number)

    return begin


def seconds_of(case: Case, shell: Shell) -> tuple[float, float]:
    """To show and paint, and to paint alone."""
    case.begin()
    settle()

    def paint() -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # those that paint would do so a second time
        shell.repaint()

    def shown() -> None:
        case.work()
        paint()

    def one_round() -> tuple[float, float]:
        _as_after_an_act(shell)
        return seconds(shown), seconds(paint)

    rounds = [one_round() for _ in range(ROUNDS)]
    return min(one for one, _ in rounds), min(one for _, one in rounds)


def _as_after_an_act(shell: Shell) -> None:
    """The desk keeps what it reckoned until something changes; here it is to be reckoned in every round."""
    assert isinstance(shell.desk, LocalDesk)
    snapshot, view = shell.desk._snapshot, shell.deeds.in_hand.view
    snapshot.kept.forget(everybody=False)
    if view is not None:  # read again: then it is another object
        snapshot.children[view.child] = replace(snapshot.children[view.child])


def settle() -> None:
    """Let everything come to rest."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def main(children: int = CHILDREN) -> None:
    """Print a table."""
    app = QApplication([])
    apply_theme(app, Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_of(Path(folder), children)
        window = MainWindow()
        window.resize(*SIZE)
        window.show_desk(desk)
        window.show()
        settle()
        assert window.shell is not None
        print(f"{children} children in the store, {len(desk.caseload().rows)} in scope")
        print(f"{'':26}{'shown':>10}{'floor':>10}{'ratio':>8}")
        for case in cases(window.shell):
            shown, floor = seconds_of(case, window.shell)
            told = "" if shown <= AIM * floor else f"  over {AIM:g}"
            print(
                f"{case.name:26}{shown * 1000:>7.1f} ms{floor * 1000:>7.1f} ms{shown / floor:>8.2f}{told}", flush=True
            )
        window.close()
    app.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CHILDREN)
