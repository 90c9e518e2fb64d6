"""What each list, filter and search costs beside repainting the same widget with unchanged rows.

Run as ``python -m tests.bench.lists [CHILDREN]``: 2,000 invented children in the store, 120 for each IRO, one IRO's in
scope. Measured is everything from asking the desk until it is painted; the ratio is taken within one run, from the best
of several rounds. Aim: twice the repaint floor at most.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

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
from tests.bench.rules import best_seconds

TODAY = date(2026, 11, 23)
CHILDREN, PER_IRO, SEED, AIM = 2000, 120, 4, 2.0
SIZE = (1440, 900)
Work = Callable[[], object]


@dataclass(frozen=True)
class Case:
    """Something that shows rows anew, the widget it shows them in, and what gets there."""

    name: str
    begin: Work
    work: Work
    widget: Callable[[], QWidget]


def desk_of(folder: Path, children: int) -> LocalDesk:
    """An authority in the store, one IRO in scope."""
    iros = max(1, round(children / PER_IRO))
    store = create(Places(folder), bytes(32), is_sample=True)
    fill(store, generate(children, 1, SEED, TODAY, iros=iros), folder, Actor("bench", SAMPLE, TODAY))
    desk = LocalDesk(store, Actor("bench", "window", TODAY))
    desk.set_scope(desk.iros()[0])
    return desk


def cases(shell: Shell) -> Iterator[Case]:
    """Every list, then filters and searches."""
    for command in (Command.TODAY, Command.CASELOAD, Command.DIARY, Command.WRITE_UPS, Command.FOOTPRINT):
        yield Case(f"list: {command.value}", _goes(shell, command), _shows(shell, command), lambda: _page(shell))
    yield Case("list: diary's week", _diary(shell, 1), shell.diary.show_again, lambda: _page(shell))
    yield Case("list: diary's list", _diary(shell, 2), shell.diary.show_again, lambda: _page(shell))
    yield Case(
        "order: footprint", _goes(shell, Command.FOOTPRINT), shell.footprints.next_order, lambda: shell.footprints
    )
    yield Case("list: rules", shell.go_timescales, _shows(shell, Command.TIMESCALES), lambda: _page(shell))
    words = cycle(("a", "e", "foster", ""))
    yield Case(
        "filter: caseload",
        shell.go_caseload,
        lambda: shell.caseload.filter_changed.emit(next(words)),
        lambda: shell.caseload,
    )
    typed = cycle(("ja", "jo", "li", "ma"))
    yield Case("search: find box", shell.find_box.begin, lambda: _type(shell, next(typed)), lambda: shell)
    for number, section in enumerate(shell.child_page.sections):
        yield Case(f"child: {section.title}", _part(shell, number), _part_again(shell), lambda: _page(shell))


def _page(shell: Shell) -> QWidget:
    page = shell.page()
    assert isinstance(page, QWidget)
    return page


def _goes(shell: Shell, command: Command) -> Work:
    return lambda: shell.go(command)


def _shows(shell: Shell, command: Command) -> Work:
    show = shell.places[command].show
    assert show is not None
    return show if command is not Command.TODAY else lambda: shell.today.show_view(shell.desk.today())


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


def _part_again(shell: Shell) -> Work:
    def show() -> None:
        view = shell.deeds.in_hand.view
        assert view is not None
        shell.child_page.show_child(shell.desk.child(view.child))

    return show


def ratio_of(case: Case) -> tuple[float, float]:
    """Seconds to show and paint, and to paint alone."""
    case.begin()
    settle()
    widget = case.widget()

    def paint() -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # those that paint would do so a second time
        widget.repaint()

    def shown() -> None:
        case.work()
        paint()

    shown()
    return best_seconds(shown), best_seconds(paint)


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
            shown, floor = ratio_of(case)
            told = "" if shown <= AIM * floor else f"  over {AIM:g}"
            print(
                f"{case.name:26}{shown * 1000:>7.1f} ms{floor * 1000:>7.1f} ms{shown / floor:>8.2f}{told}", flush=True
            )
        window.close()
    app.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CHILDREN)
