"""``demo``: the window on an invented caseload in a throw-away store; or a picture of it where there is no display."""

import tempfile
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import from_window


@click.command("demo")
@click.option("--picture", type=click.Path(path_type=Path), help="Write a picture of the main window; open none.")
@click.pass_obj
def demo_command(options: Options, picture: Path | None) -> None:
    """Look around: 60 invented children of one IRO. Nothing you do here is kept.

    Example: iro-desktop demo
    """
    if picture is not None:
        _picture(options, picture)
        return
    code: int = from_window("start", "open_sample")(options.today)
    if code:
        raise click.exceptions.Exit(code)


def _picture(options: Options, picture: Path) -> None:
    from iro_desktop.services.demo import open_demo

    with tempfile.TemporaryDirectory(prefix="iro-desktop-demo-", ignore_cleanup_errors=True) as folder:
        desk = open_demo(Path(folder), options.today)
        from_window("grab", "grab_window")(desk, picture)
        desk.close()
    click.echo(f"A picture of the main window stands in {picture}.")
