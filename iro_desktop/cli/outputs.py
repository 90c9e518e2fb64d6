"""A command for an output, made from its line in the register: its options are what the output asks for."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, show_json
from iro_desktop.cli.session import HOW_TO_SAY, actor, reading, snapshot, writing
from iro_desktop.domain.vocabulary import Agency, OutputFormat
from iro_desktop.services.caseload_columns import BY_KEY
from iro_desktop.services.figures import span_of
from iro_desktop.services.names_out import Reader, reader_of
from iro_desktop.services.outputs.export_log import children_words
from iro_desktop.services.outputs.files import Press
from iro_desktop.services.outputs.model import Asks, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.painter import NoPainter
from iro_desktop.services.outputs.write import Ready, endings_words, format_of, ready, write
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.templates import in_use, template_in
from iro_desktop.services.view_acts import view_named
from iro_desktop.store.store import Store

_DAY = IsoDate()
_ASKED: Mapping[Asks, tuple[click.Option, ...]] = {
    Asks.IRO: (click.Option(["--iro"], help="Only of this IRO; else the whole service."),),
    Asks.ONE_IRO: (click.Option(["--iro"], required=True, help="Of this IRO."),),
    Asks.CHILD: (click.Option(["--child"], required=True, help="The child, by the council's id."),),
    Asks.REVIEW: (click.Option(["--review"], type=_DAY, help="The day of the review held; else the newest."),),
    Asks.AGENCY: (
        click.Option(["--agency"], type=click.Choice([one.value for one in Agency]), required=True, help="Of it."),
    ),
    Asks.QUARTER: (click.Option(["--quarter"], type=_DAY, help="A day in the quarter; else the last whole one."),),
    Asks.YEAR: (
        click.Option(["--year"], type=click.IntRange(1990, 2200), help="That begins on 1 April of it; else the last."),
    ),
    Asks.PERIOD: (
        click.Option(["--from", "from_on"], type=_DAY, help="First day; else 1 April, of a diary this month's first."),
        click.Option(["--to", "to_on"], type=_DAY, help="Last day; else today, of a diary its month's last."),
    ),
    Asks.FILTER: (
        click.Option(["--find", "words"], help="Only children whose row holds these words."),
        click.Option(["--view"], help="A saved view: its IRO, filter and order; what is said beside goes first."),
        click.Option(["--sort"], type=click.Choice(list(BY_KEY)), help="The column to sort by; else worst first."),
        click.Option(["--descending"], is_flag=True, help="The other way round."),
    ),
    Asks.PROPOSED: (
        click.Option(["--with-proposed"], is_flag=True, help="What the facts propose too, where nothing is written."),
    ),
    Asks.NAMES_STAY: (
        click.Option(
            ["--name-stays", "allowed_names"],
            multiple=True,
            help="This name of another child may stand in it this once.",
        ),
    ),
    Asks.SMALL: (click.Option(["--show-small"], is_flag=True, help="Show small numbers, which are hidden else."),),
}
_SAID: Mapping[Asks, str] = {
    Asks.ONE_IRO: '--iro "Jo Bloggs"',
    Asks.CHILD: "--child 1234",
    Asks.AGENCY: f"--agency {next(iter(Agency)).value}",
    Asks.QUARTER: "--quarter 2026-09-30",
    Asks.YEAR: "--year 2025",
    Asks.FILTER: "--sort booked",
}
_WHO, _WHY = "Who will read it.", "What it is for, in your words."


def command_of(output: Output) -> click.Command:
    """The command that writes this output."""
    params: list[click.Parameter] = [click.Argument(["path"], type=click.Path(path_type=Path))]
    params += [option for asks in output.asks for option in _ASKED[asks]]
    params += _names_of(output)
    params += [
        click.Option(["--dry-run"], is_flag=True, help="Say what it would hold, and for whom; write nothing."),
        click.Option(["--json", "as_json"], is_flag=True, help="One JSON value on standard output."),
    ]
    return click.Command(output.key, callback=_runs(output), params=params, help=_help(output))


def _names_of(output: Output) -> list[click.Parameter]:
    if output.names is Names.NEVER:
        return []
    proposed = output.proposed
    who = click.Option(["--for", "reader"], default=proposed.who if proposed else None, show_default=True, help=_WHO)
    why = click.Option(["--purpose"], default=proposed.purpose if proposed else None, show_default=True, help=_WHY)
    if output.names is Names.ALWAYS:
        return [who, why]
    return [click.Option(["--names"], is_flag=True, help="Names too; needs --for and --purpose."), who, why]


def _help(output: Output) -> str:
    by = {
        Names.NEVER: "It never holds a child's name.",
        Names.ON_WISH: "Children stand by id, unless --names.",
        Names.ALWAYS: "It holds names; for whom and why stands in the export log.",
    }[output.names]
    said = " ".join(_SAID[one] for one in output.asks if one in _SAID)
    path = f"{output.key}.{output.formats[0].value}"
    return (
        f"{output.what_for}\n\nWritten as {endings_words(output)}, by the ending of PATH. {by}\n\n"
        f"Example: iro-desktop export {output.key} {path} {said}".rstrip()
    )


def _runs(output: Output) -> Callable[..., None]:
    @click.pass_obj
    def run(options: Options, /, path: Path, *, dry_run: bool, as_json: bool, **said: Any) -> None:
        kind = format_of(output, path)
        wish = _wish(output, said, options)
        if dry_run:
            with reading(options) as store:
                making = _making(store, options)
                _say_what(ready(making, _viewed(making.snapshot, wish, said)), as_json=as_json)
            return
        with writing(options) as store:
            making = _making(store, options)
            made = ready(making, _viewed(making.snapshot, wish, said))
            press = Press(options.painter or NoPainter(), template_in(options.folder), options.today)
            done = write(making, made, path, press)
        if kind is OutputFormat.WORD and (trouble := in_use(options.folder, output.template)[1]):
            click.echo(trouble, err=True)
        if as_json:
            show_json({"files": [str(file) for file in done.files], "rows": done.rows, "of": done.of})
        else:
            click.echo(f"{path.name}: {children_words(done.rows, done.of) if done.of else output.title}")

    return run


def _making(store: Store, options: Options) -> Making:
    now = snapshot(store, options)
    return Making(now, store, actor(options), datetime.now().astimezone(), store.is_sample, _tell)


def _tell(done: int, of: int, what: str) -> None:
    """How far it is, on one line, where a person looks on."""
    if sys.stderr is not None and sys.stderr.isatty():
        amount = f" ({done} of {of})" if of else ""
        click.echo(f"\r{what}{amount}".ljust(72), err=True, nl=False)


def _wish(output: Output, said: Mapping[str, Any], options: Options) -> OutputWish:
    agency, has_days = said.get("agency"), said.get("from_on") or said.get("to_on")
    return OutputWish(
        output.key,
        iro=said.get("iro"),
        child=said.get("child"),
        held_on=said.get("review"),
        agency=Agency(agency) if agency else None,
        on=said.get("quarter"),
        year=said.get("year"),
        span=span_of(said.get("from_on"), said.get("to_on"), options.today) if has_days else None,
        words=said.get("words") or "",
        sort=said.get("sort") or "",
        is_turned=bool(said.get("descending")),
        view=said.get("view") or "",
        hides_small=not said.get("show_small"),
        with_proposed=bool(said.get("with_proposed")),
        allowed_names=tuple(said.get("allowed_names") or ()),
        names=_reader(output, said),
    )


def _reader(output: Output, said: Mapping[str, Any]) -> Reader | None:
    if output.names is Names.NEVER or (output.names is Names.ON_WISH and not said["names"]):
        return None
    return reader_of(said["reader"], said["purpose"], HOW_TO_SAY)


def _viewed(now: Snapshot, wish: OutputWish, said: Mapping[str, Any]) -> OutputWish:
    """With what the saved view says, where nothing else is said."""
    if not wish.view:
        return wish
    kept = view_named(now.views, wish.view)
    return replace(
        wish,
        iro=wish.iro or kept.iro,
        words=kept.words or "" if said.get("words") is None else wish.words,
        sort=wish.sort or kept.sort or "",
        is_turned=wish.is_turned or (kept.is_descending and not wish.sort),
        view=kept.name,
    )


def _say_what(made: Ready, *, as_json: bool) -> None:
    shown = made.shown
    if as_json:
        show_json(
            {
                "title": shown.document.title,
                "head": shown.document.head,
                "rows": shown.children,
                "of": shown.of,
                "fields": shown.fields,
                "names": made.wish.names is not None,
                "for": made.wish.names.who if made.wish.names else None,
                "purpose": made.wish.names.purpose if made.wish.names else None,
                "files": [],
            }
        )
        return
    click.echo("\n".join((shown.document.title, *shown.document.head)))
    click.echo(f"Holds: {made.told}")
    click.echo("Nothing was written.")
