"""``measures``: every measure of a period with what it counts, the rows behind one, its course, and what was kept."""

from datetime import date
from typing import Any

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, refuse_options_before, show_json, show_table
from iro_desktop.cli.measures_kept import (
    compare_command,
    doubt_command,
    freeze_command,
    kept_command,
    published_command,
)
from iro_desktop.cli.wishes import DIMENSION, Figures, counted, wish_of, wish_options
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By, Figure, Row, Unit
from iro_desktop.services.figures_shown import TOO_FEW, judged
from iro_desktop.services.iros_compared import NOT_COMPARED, keeps_apart
from iro_desktop.services.performance import counted_rows, figures_told, parts, trend
from iro_desktop.services.performance_views import Change, FigureShown

_hide = click.option("--hide-small", is_flag=True, help="Hide small numbers, and what would give them away.")
_NOT_RECORDED = "not recorded"
_TIME = (By.MONTH, By.QUARTER)


@click.group("measures", invoke_without_command=True)
@wish_options
@click.option("--by", type=DIMENSION, help="Each measure told apart by this, where it can be.")
@_hide
@json_option
@click.pass_context
def measures_command(
    ctx: click.Context,
    from_on: date | None,
    to_on: date | None,
    as_at: date | None,
    iro: str | None,
    where: tuple[tuple[By, str], ...],
    by: str | None,
    hide_small: bool,
    as_json: bool,
) -> None:
    """Every measure of a period: numerator, denominator, what is left out and why, and the change from a year before.

    By IRO, what can be better or worse is told apart only where the service chose to compare IROs with one another
    (the setting iros-compared); --iro shows one IRO beside their own earlier figures.

    Example: iro-desktop measures --from 2026-04-01 --to 2027-03-31 --as-at 2026-10-31 --by team
    """
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    options: Options = ctx.obj
    wish = wish_of(options, from_on, to_on, as_at, iro, where, hides_small=hide_small)
    with counted(options, wish) as figures:
        told = figures_told(figures.snapshot, figures.kept, wish)
        apart = {one.measure: _apart(figures, one, By(by)) for one, _ in told} if by else {}
        if by and any(keeps_apart(figures.snapshot, BY_ID[one.measure], wish, By(by)) for one, _ in told):
            click.echo(f"{NOT_COMPARED} --iro shows one of them.", err=True)
    if as_json:
        show_json([_figure_as_json(*one) | _parts_as_json(apart, one[0]) for one in told])
        return
    for figure, change in told:
        _say(figure, change, apart.get(figure.measure))
    if all(one.check != TOO_FEW and not one.denominator for one, _ in told):
        _say_narrowed(where)


@measures_command.command("rows")
@click.argument("measure")
@wish_options
@json_option
@click.pass_obj
def rows_command(
    options: Options,
    measure: str,
    from_on: date | None,
    to_on: date | None,
    as_at: date | None,
    iro: str | None,
    where: tuple[tuple[By, str], ...],
    as_json: bool,
) -> None:
    """The rows behind a figure: what is in it, what is left out, and why.

    Example: iro-desktop measures rows timeliness.held --from 2026-04-01 --where team=North
    """
    wish = wish_of(options, from_on, to_on, as_at, iro, where)
    with counted(options, wish) as figures:
        figure, found = counted_rows(figures.snapshot, measure, wish)
    if as_json:
        show_json([_row_as_json(one, figure) for one in found])
        return
    headings = ("child", "day", "review", "last day in time", "done", "counted", "IRO", "team")
    show_table(headings, [_row_shown(one, judged(one, figure)) for one in found])
    click.echo(figure.check)
    if not found:
        _say_narrowed(where)


@measures_command.command("trend")
@click.argument("measure")
@click.option("--by", type=click.Choice([one.value for one in _TIME]), default=By.MONTH.value, show_default=True)
@wish_options
@_hide
@json_option
@click.pass_obj
def trend_command(
    options: Options,
    measure: str,
    by: str,
    from_on: date | None,
    to_on: date | None,
    as_at: date | None,
    iro: str | None,
    where: tuple[tuple[By, str], ...],
    hide_small: bool,
    as_json: bool,
) -> None:
    """A measure by month or quarter, each counted for its own time.

    Example: iro-desktop measures trend timeliness.held --by quarter --from 2025-04-01
    """
    wish = wish_of(options, from_on, to_on, as_at, iro, where, hides_small=hide_small)
    with counted(options, wish) as figures:
        points = trend(figures.snapshot, measure, wish, By(by))
    if as_json:
        show_json(
            [{"label": one.label, "from": one.from_on, "to": one.to_on} | _counts_as_json(one.figure) for one in points]
        )
        return
    show_table(
        ("time", "from", "to", "figure", "check"),
        [(one.label, one.from_on, one.to_on, one.figure.printed, one.figure.check) for one in points],
    )


for _command in (freeze_command, kept_command, compare_command, published_command, doubt_command):
    measures_command.add_command(_command)


def _say_narrowed(where: tuple[tuple[By, str], ...]) -> None:
    """Where nothing is counted, what it was narrowed to: it may be misspelt."""
    if where:
        said = " and ".join(f"{by.value}={words}" for by, words in where)
        click.echo(f"Nothing is counted for {said} in this time. Check how it is written.", err=True)


def _apart(figures: Figures, one: FigureShown, by: By) -> list[tuple[str, FigureShown]] | None:
    """A measure told apart; ``None`` where it cannot be."""
    if by in _TIME:
        return [(each.label, each.figure) for each in trend(figures.snapshot, one.measure, figures.wish, by)]
    if by not in one.by or keeps_apart(figures.snapshot, BY_ID[one.measure], figures.wish, by):
        return None
    return [(each.words, each.figure) for each in parts(figures.snapshot, one.measure, figures.wish, by).parts]


def _say(figure: FigureShown, change: Change | None, apart: list[tuple[str, FigureShown]] | None) -> None:
    of = (
        f" ({figure.numerator:,} of {figure.denominator:,})"
        if figure.unit is Unit.PERCENT and figure.value is not None
        else ""
    )
    click.echo(f"{figure.name}: {figure.printed}{of}  [{figure.measure}]")
    click.echo(f"  {figure.definition}")
    click.echo(f"  {figure.check}")
    for why, count in figure.left_out:
        click.echo(f"  {count:,} left out: {why}")
    if change is not None:
        click.echo(f"  {change.before} {change.before_words}: {change.words}")
    for words, one in apart or ():
        click.echo(f"    {words or _NOT_RECORDED}: {one.printed}  {one.check}")


def _figure_as_json(one: FigureShown, change: Change | None) -> dict[str, object]:
    said = {"before": change.before, "from": change.before_words, "words": change.words} if change else None
    return {
        "measure": one.measure,
        "name": one.name,
        "definition": one.definition,
        "unit": one.unit,
        **_counts_as_json(one),
        "excluded": [{"reason": why, "count": count} for why, count in one.left_out],
        "check": one.check,
        "printed": one.printed,
        "subject": one.subject,
        "beside": one.beside,
        "source": one.source,
        "by": one.by,
        "change": said | {"better": change.is_better} if said and change else None,
    }


def _counts_as_json(one: FigureShown) -> dict[str, object]:
    """The numbers; each null where it is hidden."""
    is_hidden = one.value is None and not one.denominator and one.printed != "–"
    return {
        "value": one.value,
        "numerator": None if is_hidden else one.numerator,
        "denominator": None if is_hidden else one.denominator,
        "percent": one.value if one.unit is Unit.PERCENT else None,
    }


def _parts_as_json(apart: dict[str, Any], one: FigureShown) -> dict[str, object]:
    if not apart:
        return {}
    found = apart[one.measure]
    said = [{"words": words} | _counts_as_json(each) | {"printed": each.printed} for words, each in found or ()]
    return {"parts": None if found is None else said}


def _row_as_json(one: Row, figure: Figure) -> dict[str, object]:
    is_average = figure.definition.unit is Unit.AVERAGE  # what it adds to the numerator is its amount
    return {
        "child": one.child,
        "day": one.day,
        "review_on": one.review_on,
        "due_on": one.due_on,
        "done_on": one.done_on,
        "numerator": bool(one.amount) if is_average else one.is_met,
        "denominator": one.left_out is None,
        "excluded": str(one.left_out) if one.left_out else None,
        "iro": one.iro or None,
        "team": one.team or None,
        "counted": judged(one, figure),
        "amount": one.amount,
    } | {by.value: words or None for by, words in one.tags}


def _row_shown(one: Row, how: str) -> tuple[object, ...]:
    return one.child, one.day, one.review_on, one.due_on, one.done_on, how, one.iro, one.team
