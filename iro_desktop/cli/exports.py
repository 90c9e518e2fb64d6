"""``exports``: the export log of a year."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import reading
from iro_desktop.services.outputs.export_log import log_of, year_of


@click.command("exports")
@click.option("--year", type=click.IntRange(1990, 2200), help="That begins on 1 April of it; else the present one.")
@click.option("--all", "is_all", is_flag=True, help="Every year.")
@json_option
@click.pass_obj
def exports_command(options: Options, year: int | None, is_all: bool, as_json: bool) -> None:
    """What left the program: when, what, how many children, by id or with names, for whom and why. Newest first.

    Example: iro-desktop exports --year 2026
    """
    wanted = None if is_all else year or year_of(options.today)
    with reading(options) as store:
        found = log_of(store.acts(), wanted)
    if as_json:
        show_json(
            [
                {
                    "at": one.at.isoformat(timespec="seconds"),
                    "by": one.author,
                    "from": one.origin,
                    "what": one.what,
                    "kind": one.kind or None,
                    "children": one.children or None,
                    "names": one.names or None,
                    "for": one.reader or None,
                    "purpose": one.purpose or None,
                    "sentence": one.sentence,
                }
                for one in found
            ]
        )
        return
    headings = ("when", "what", "as", "children", "names", "for", "purpose", "by")
    show_table(
        headings,
        [
            (
                f"{one.at:%Y-%m-%d %H:%M}",
                one.what,
                one.kind,
                one.children,
                one.names,
                one.reader,
                one.purpose,
                one.author,
            )
            for one in found
        ],
    )
    if not found:
        click.echo("Nothing left the program in this year.", err=True)
