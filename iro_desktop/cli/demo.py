"""``demo``: the window on an invented caseload in a throw-away store; or a picture of it where there is no display."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iro_desktop.app import Options

if TYPE_CHECKING:
    from iro_desktop.services.desk import Desk


@click.command("demo")
@click.option("--picture", type=click.Path(path_type=Path), help="Write a picture of the main window; open none.")
@click.pass_obj
def demo_command(options: Options, picture: Path | None) -> None:
    """Look around: 60 invented children of one IRO. Nothing you do here is kept.

    Example: iro-desktop demo
    """
    from iro_desktop.services.demo import open_demo

    with tempfile.TemporaryDirectory(prefix="iro-desktop-demo-", ignore_cleanup_errors=True) as folder:
        if picture is not None:
            _picture(open_demo(Path(folder), options.today), picture)
            return
        code = _show(lambda: open_demo(Path(folder), options.today))
    if code:
        raise click.exceptions.Exit(code)


def _show(make_desk: Callable[[], "Desk"]) -> int:
    """Paint first, then make the invented caseload and show it."""
    from iro_desktop.ui.run import open_window

    return open_window(then=lambda window: window.show_desk(make_desk()))


def _picture(desk: "Desk", path: Path) -> None:
    from iro_desktop.ui.grab import grab_window

    grab_window(desk, path)
    desk.close()
    click.echo(f"A picture of the main window stands in {path}.")
