"""``clinic``: one IRO's exceptions since the last clinic, figures beside their own, and what was agreed."""

from dataclasses import asdict
from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, names_options, reading, snapshot
from iro_desktop.services.clinic import clinic
from iro_desktop.services.clinic_views import ActionRow, ClinicException, ClinicFigure

_WORDS = frozenset({"text", "came_of"})  # typed: they may name somebody


@click.command("clinic")
@click.argument("iro", metavar="IRO")
@click.option("--since", type=IsoDate(), help="First day that counts; else the day after the last clinic.")
@names_options
@json_option
@click.pass_obj
def clinic_command(
    options: Options,
    iro: str,
    since: date | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """What a service manager and an IRO look at: exceptions, the IRO's own figures, agreed actions.

    Children stand by id; names, and what was typed about actions, with --names.

    Example: iro-desktop clinic "Jo Bloggs" --since 2026-10-01 --json
    """
    shown = allow_names(options, "clinic", names, reader, purpose)
    with reading(options) as store:
        view = clinic(snapshot(store, options), iro, since)
    if as_json:
        show_json(
            {
                "iro": view.iro,
                "since": view.since,
                "children": view.children,
                "exceptions": [_exception(one, names=shown) for one in view.exceptions],
                "figures": [_figure(one) for one in view.figures],
                "agreed": [_agreed(one, names=shown) for one in view.agreed],
            }
        )
        return
    click.echo(f"{view.iro}, {view.since_words}")
    rows = [(one.name if shown else one.child, one.kind.value, one.what, one.words) for one in view.exceptions]
    show_table(("child", "exception", "what", "how it stands"), rows)
    click.echo(f"\nFigures since, beside {view.before_words}, and over twelve months")
    show_table(
        ("figure", "since", "before", "twelve months"),
        [
            (one.figure.name, one.figure.printed, one.change.before if one.change else None, one.year.printed)
            for one in view.figures
        ],
    )
    click.echo("\nAgreed")
    show_table(
        ("clinic", "number", "by", "stands", *(("action", "what came of it") if shown else ())),
        [
            (one.held_on, one.number, one.due_on, one.standing_words, *((one.text, one.came_of) if shown else ()))
            for one in view.agreed
        ],
    )


def _exception(one: ClinicException, *, names: bool) -> dict[str, object]:
    hidden = {"standing", "kind"} | (frozenset() if names else frozenset({"name"}))
    return {"kind": one.kind.name.lower().replace("_", "-")} | {
        name: value for name, value in asdict(one).items() if name not in hidden
    }


def _figure(one: ClinicFigure) -> dict[str, object]:
    return {
        "measure": one.figure.measure,
        "since": one.figure.printed,
        "numerator": one.figure.numerator,
        "denominator": one.figure.denominator,
        "before": one.change.before if one.change else None,
        "twelve_months": one.year.printed,
    }


def _agreed(one: ActionRow, *, names: bool) -> dict[str, object]:
    hidden = {"standing"} if names else {"standing", *_WORDS}
    return {name: value for name, value in asdict(one).items() if name not in hidden}
