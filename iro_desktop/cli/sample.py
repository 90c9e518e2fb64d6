"""``sample``: an invented authority as files."""

from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.domain.errors import UserError


@click.command("sample")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--children", default=60, show_default=True, type=click.IntRange(1, 100_000), help="Children looked after."
)
@click.option("--years", default=5, show_default=True, type=click.IntRange(1, 20), help="Years of history.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@json_option
@click.pass_obj
def sample_command(options: Options, folder: Path, children: int, years: int, seed: int, as_json: bool) -> None:
    """Write an invented authority: 903/*.csv and acts.json. Everybody in it is made up.

    Example: iro-desktop sample invented --children 400 --years 8 --seed 1
    """
    from iro_desktop.services.sample import generate, write

    if folder.exists() and any(folder.iterdir()):
        raise UserError(f"{folder.name} is not empty. Nothing was written. Choose a new folder.")
    counts = write(generate(children, years, seed, options.today), folder)
    if as_json:
        show_json(counts)
    else:
        show_table(("file or kind", "rows"), list(counts.items()))
