"""``export caseload``: the caseload summary as a file."""

from datetime import date, datetime
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json
from iro_desktop.cli.session import HOW_TO_SAY, actor, names_options, snapshot, writing
from iro_desktop.exchange.sheet_out import ending_of
from iro_desktop.services.caseload_columns import BY_KEY, STANDING
from iro_desktop.services.caseload_summary import Teller, caseload_summary, write_summary
from iro_desktop.services.figures import span_of
from iro_desktop.services.names_out import reader_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.services.view_acts import view_named


@click.command("caseload")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--iro", help="Only children of this IRO.")
@click.option("--find", "words", help="Only children whose row holds these words, as the caseload is filtered.")
@click.option("--view", help="A saved view: its IRO, filter and order; what is said beside goes first.")
@click.option("--sort", type=click.Choice(list(BY_KEY)), help="The column to sort by; else worst standing first.")
@click.option("--descending", is_flag=True, help="The other way round.")
@click.option("--from", "from_on", type=IsoDate(), help="First day that the figures count; else 1 April.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day that the figures count; else today.")
@names_options
@json_option
@click.pass_obj
def caseload_command(
    options: Options,
    path: Path,
    iro: str | None,
    words: str | None,
    view: str | None,
    sort: str | None,
    descending: bool,
    from_on: date | None,
    to_on: date | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """The caseload as a table: .xlsx for Excel, with the figures, or .csv. Children by id, unless --names.

    Example: iro-desktop export caseload summary.xlsx --sort booked
    """
    ending_of(path)
    named = reader_of(reader, purpose, HOW_TO_SAY) if names else None
    span = span_of(from_on, to_on, options.today)
    with writing(options) as store:
        now, me = snapshot(store, options), actor(options)
        scope, wish = _wish(now, view, iro, words, sort, descending)
        wish = SummaryWish(wish.words, wish.sort, wish.is_turned, wish.view, named)
        teller = Teller(me, datetime.now().astimezone(), store.is_sample)
        done = write_summary(store, caseload_summary(now, scope, wish, span, teller), wish, path, me)
    if as_json:
        show_json({"files": [str(file) for file in done.files], "rows": done.rows, "of": done.of})
    else:
        click.echo(f"{path.name}: {done.rows:,} of {done.of:,} children")


def _wish(
    now: Snapshot, view: str | None, iro: str | None, words: str | None, sort: str | None, descending: bool
) -> tuple[str | None, SummaryWish]:
    """What the view says, where nothing else is said."""
    if view is None:
        return iro, SummaryWish(words or "", sort or STANDING, descending)
    kept = view_named(now.views, view)
    is_turned = descending or (kept.is_descending and sort is None)
    wish = SummaryWish(
        kept.words or "" if words is None else words, sort or kept.sort or STANDING, is_turned, kept.name
    )
    return iro or kept.iro, wish
