"""``measures``: every measure of a period with what it counts, and the rows behind one."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import reading, snapshot
from iro_desktop.measures.model import Figure, Row
from iro_desktop.services.figures import figure_rows, figures, span_of

_from = click.option("--from", "from_on", type=IsoDate(), help="First day of the period; else 1 April before its end.")
_to = click.option("--to", "to_on", type=IsoDate(), help="Last day of the period; else today.")
_iro = click.option("--iro", help="Only where this IRO was responsible on the day counted.")


@click.group("measures", invoke_without_command=True)
@_from
@_to
@_iro
@json_option
@click.pass_context
def measures_command(
    ctx: click.Context, from_on: date | None, to_on: date | None, iro: str | None, as_json: bool
) -> None:
    """Every measure of a period, by what is known today: numerator, denominator, and what is left out and why.

    Example: iro-desktop measures --from 2026-04-01 --to 2027-03-31
    """
    if ctx.invoked_subcommand is not None:
        return
    options: Options = ctx.obj
    span = span_of(from_on, to_on, options.today)
    with reading(options) as store:
        found = figures(snapshot(store, options), span, iro)
    if as_json:
        show_json([_figure_as_json(one) for one in found])
        return
    for one in found:
        share = "nothing to count" if one.percent is None else f"{one.percent:.1f} %"
        click.echo(f"{one.definition.name}: {share} ({one.numerator} of {one.denominator})")
        click.echo(f"  {one.definition.definition}")
        click.echo(f"  {one.check}")
        for why, count in one.left_out:
            click.echo(f"  {count} left out: {why}")


@measures_command.command("rows")
@click.argument("measure")
@_from
@_to
@_iro
@json_option
@click.pass_obj
def rows_command(
    options: Options, measure: str, from_on: date | None, to_on: date | None, iro: str | None, as_json: bool
) -> None:
    """The rows behind a figure: what is in it, what is left out, and why.

    Example: iro-desktop measures rows timeliness.held --from 2026-04-01
    """
    span = span_of(from_on, to_on, options.today)
    with reading(options) as store:
        found = figure_rows(snapshot(store, options), measure, span, iro)
    if as_json:
        show_json([_row_as_json(one) for one in found])
        return
    headings = ("child", "day", "review", "last day in time", "done", "counted", "IRO")
    show_table(headings, [_row_shown(one) for one in found])


def _figure_as_json(one: Figure) -> dict[str, object]:
    return {
        "measure": one.definition.id,
        "name": one.definition.name,
        "definition": one.definition.definition,
        "unit": one.definition.unit,
        "value": one.percent,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "percent": one.percent,
        "excluded": [{"reason": str(why), "count": count} for why, count in one.left_out],
        "check": one.check,
    }


def _row_as_json(one: Row) -> dict[str, object]:
    return {
        "child": one.child,
        "day": one.day,
        "review_on": one.review_on,
        "due_on": one.due_on,
        "done_on": one.done_on,
        "numerator": one.is_met,
        "denominator": one.left_out is None,
        "excluded": str(one.left_out) if one.left_out else None,
        "iro": one.iro or None,
    }


def _row_shown(one: Row) -> tuple[object, ...]:
    counted = f"left out: {one.left_out}" if one.left_out else "in time" if one.is_met else "not in time"
    return one.child, one.day, one.review_on, one.due_on, one.done_on, counted, one.iro
