"""``export calendar``: the diary as a calendar file."""

from datetime import date
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json
from iro_desktop.cli.session import actor, snapshot, writing
from iro_desktop.domain.errors import UserError
from iro_desktop.services.calendar_out import calendar_out, wish_of, write_calendar


@click.command("calendar")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--busy", is_flag=True, help="Busy times only: no ids, no places; for a calendar that others see.")
@click.option(
    "--deadlines",
    is_flag=True,
    help="What falls due as well, each for the whole day; once met, an earlier file's is yours to take out.",
)
@click.option("--iro", help="Only this IRO's.")
@click.option("--from", "from_on", type=IsoDate(), help="First day; else today.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day; else half a year on.")
@json_option
@click.pass_obj
def calendar_command(
    options: Options,
    path: Path,
    busy: bool,
    deadlines: bool,
    iro: str | None,
    from_on: date | None,
    to_on: date | None,
    as_json: bool,
) -> None:
    """Reviews, hearings and time kept free as .ics, by the council's id; never with a name.

    Taken in again after a change, the events take their earlier ones' place, and a cancelled review is taken out.

    Example: iro-desktop export calendar diary.ics --busy
    """
    wish = wish_of(options.today, is_busy=busy, deadlines=deadlines, from_on=from_on, to_on=to_on)
    with writing(options) as store:
        now = snapshot(store, options)
        if iro is not None and iro not in {one.name for one in now.iros}:
            raise UserError("There is no IRO of that name here. Nothing was written.")
        done = write_calendar(store, calendar_out(now, iro, wish), wish, path, actor(options))
    if as_json:
        show_json({"file": str(path), "events": done.events})
    else:
        click.echo(f"{path.name}: {done.words}")
