"""Pictures of every screen and form, to be looked at: python -m tests.ui.pictures OUT_DIR [part of a name]."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from iro_desktop.services.views import TodayGroup
from iro_desktop.ui.commands import Command
from iro_desktop.ui.grab import grab_window
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.models.work import WorkLine
from iro_desktop.ui.theme import Scheme
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import review_form, shell_of
from tests.ui.test_access import SCREENS as ON_SHELL

Prepare = Callable[[MainWindow], None]


def overdue(window: MainWindow) -> None:
    """The first overdue piece of work is in hand."""
    lines = shell_of(window).today.model.lines
    groups = {number: line.row.group for number, line in enumerate(lines) if isinstance(line, WorkLine)}
    late = [number for number, group in groups.items() if group is TodayGroup.OVERDUE]
    shell_of(window).today.table.choose_row((late or list(groups) or [0])[0])


def find(window: MainWindow) -> None:
    """Something is being looked for."""
    window.actions_by_command[Command.FIND].trigger()
    shell_of(window).find_box.setText("re")
    shell_of(window).find_box.offer_now()


def record(window: MainWindow) -> None:
    """A review is being recorded."""
    window.actions_by_command[Command.RECORD].trigger()
    form = review_form(shell_of(window))
    form.participation.button(1).setChecked(True)
    form.take_proposed()


def late_record(window: MainWindow) -> None:
    """The same, out of timescale."""
    record(window)
    review_form(shell_of(window)).held_on.setText("today")


def menu(window: MainWindow) -> None:
    """The menu as it opens, without a window of its own."""
    opened = window.menu
    opened.setWindowFlags(opened.windowFlags() & ~opened.windowFlags())
    opened.setParent(window)
    corner = shell_of(window).top_bar.menu_button.geometry().bottomLeft()
    opened.move(shell_of(window).rail.width() + corner.x(), corner.y() + 4)
    opened.show()
    opened.resize(opened.sizeHint())


def _on_shell(name: str) -> Prepare:
    return lambda window: ON_SHELL[name](shell_of(window))


SCREENS: dict[str, Prepare] = {
    **{name: _on_shell(name) for name in ON_SHELL},
    "today": overdue,
    "find": find,
    "record": record,
    "record-late": late_record,
    "menu": menu,
}
SIZES = {"1440": (1440, 900), "1366": (1366, 768)}
SCALES = (100, 200)


def main(out: Path, only: str = "") -> None:
    """Take the pictures whose name holds ``only``."""
    for name, prepare in SCREENS.items():
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            for size_name, size in SIZES.items():
                for scale in SCALES:
                    picture = f"{name}-{scheme.value}-{size_name}-{scale}"
                    if only in picture:
                        grab_window(FakeDesk(), out / f"{picture}.png", size, scheme, scale, prepare=prepare)
    for count in (0, 400):
        for name in ("today", "caseload"):
            picture = f"{name}-{count}-children"
            if only in picture:
                grab_window(
                    FakeDesk(count), out / f"{picture}.png", prepare=SCREENS[name] if count else ON_CASELOAD[name]
                )


ON_CASELOAD: dict[str, Prepare | None] = {"today": None, "caseload": SCREENS["caseload"]}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
