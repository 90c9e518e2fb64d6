"""``measures freeze``, ``kept``, ``compare``, ``published``, ``doubt``: figures that are kept, and printed ones."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import actor, reading, snapshot, writing
from iro_desktop.cli.wishes import Printed, counted, period_options, wish_of, wish_options
from iro_desktop.domain.acts import Act, FreezeFigures, RecordPublished
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By, Unit
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import apply_acts
from iro_desktop.services.figure_words import share_doubt
from iro_desktop.services.kept_compared import figure_doubt, kept_compared, kept_sets
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.services.performance_views import FigureCompared, KeptSet, RowShown


@click.command("freeze")
@click.argument("name")
@period_options
@click.option("--note", help="What it is kept for, in your words.")
@json_option
@click.pass_obj
def freeze_command(
    options: Options, name: str, from_on: date | None, to_on: date | None, note: str | None, as_json: bool
) -> None:
    """Keep every measure of a period as it is counted today, with its rows, who kept it, when, and a hash.

    Example: iro-desktop measures freeze "2025/26" --from 2025-04-01 --to 2026-03-31
    """
    wish = wish_of(options, from_on, to_on)
    _do(options, FreezeFigures(name=name, from_on=wish.from_on, to_on=wish.to_on, note=note))
    _show_set(options, name, as_json=as_json)


@click.command("published")
@click.argument("name")
@click.argument("measure")
@click.argument("value", type=Printed())
@click.option("--numerator", type=int, help="How many it was, where that was published.")
@click.option("--denominator", type=int, help="Of how many, where that was published.")
@period_options
@json_option
@click.pass_obj
def published_command(
    options: Options,
    name: str,
    measure: str,
    value: float,
    numerator: int | None,
    denominator: int | None,
    from_on: date | None,
    to_on: date | None,
    as_json: bool,
) -> None:
    """Type in a figure as it was published, into the set of that name; said again, it replaces the one before.

    Example: iro-desktop measures published "2023/24" timeliness.held 94 --numerator 1033 --denominator 1233
    --from 2023-04-01 --to 2024-03-31
    """
    wish = wish_of(options, from_on, to_on)
    said = RecordPublished(
        name=name, measure=measure, value=value, numerator=numerator, denominator=denominator,
        from_on=wish.from_on, to_on=wish.to_on,
    )  # fmt: skip
    _do(options, said)
    _show_set(options, name, as_json=as_json)
    is_share = measure in BY_ID and BY_ID[measure].unit is Unit.PERCENT
    doubt = share_doubt(value, numerator, denominator) if is_share and numerator is not None and denominator else ""
    if doubt:
        click.echo(f"{doubt}. Saved as printed, with this doubt.", err=True)


@click.command("kept")
@json_option
@click.pass_obj
def kept_command(options: Options, as_json: bool) -> None:
    """The sets of figures that are kept, the newest period first, and whether each is as it was kept.

    Example: iro-desktop measures kept
    """
    with reading(options) as store:
        found = kept_sets(KeptFigures(store))
    if as_json:
        show_json([_set_as_json(one) for one in found])
        return
    show_table(
        ("name", "from", "to", "kind", "kept on", "by", "figures", "sound", "hash"),
        [
            (
                one.name, one.from_on, one.to_on, one.kind.label, one.frozen_on, one.frozen_by, one.figures,
                "yes" if one.is_sound else "no", one.digest[:12],
            )
            for one in found
        ],
    )  # fmt: skip
    for one in found:
        for fault in one.faults:
            click.echo(f"{one.name}: {fault}")


@click.command("compare")
@click.argument("name")
@click.option("--hide-small", is_flag=True, help="Hide small numbers, and what would give them away; no rows then.")
@json_option
@click.pass_obj
def compare_command(options: Options, name: str, hide_small: bool, as_json: bool) -> None:
    """A kept set beside the same figures counted today, row by row: what came, what went, what is judged otherwise.

    Example: iro-desktop measures compare "2025/26"
    """
    with reading(options) as store:
        found = kept_compared(snapshot(store, options), KeptFigures(store), name, hides_small=hide_small)
    if as_json:
        show_json(
            {"set": _set_as_json(found.kept), "words": found.words, "figures": [_as_json(one) for one in found.figures]}
        )
        return
    click.echo(found.words)
    for fault in found.kept.faults:
        click.echo(f"Not sound: {fault}")
    for one in found.figures:
        click.echo(f"{one.name}: kept {one.kept}{_in(one.kept_words)}, today {one.today}{_in(one.today_words)}")
        click.echo(f"  {one.words}")
        for words, rows in (("since", one.new), ("gone", one.gone), ("now", [now for _, now in one.changed])):
            for row in rows:
                click.echo(f"  {words}: {row.child} {row.day:%Y-%m-%d}, {row.judged}")
        if one.doubt:
            click.echo(f"  {one.doubt}")


@click.command("doubt")
@click.argument("measure")
@click.argument("printed", type=Printed())
@wish_options
@json_option
@click.pass_obj
def doubt_command(
    options: Options,
    measure: str,
    printed: float,
    from_on: date | None,
    to_on: date | None,
    as_at: date | None,
    iro: str | None,
    where: tuple[tuple[By, str], ...],
    as_json: bool,
) -> None:
    """Whether a printed figure can be right: how many it would need, and what the numbers make.

    The numbers are those published for exactly that time, where they were typed in, otherwise those counted here.

    Example: iro-desktop measures doubt timeliness.held 94 --from 2023-04-01 --to 2024-03-31
    """
    wish = wish_of(options, from_on, to_on, as_at, iro, where)
    with counted(options, wish) as figures:
        words = figure_doubt(figures.snapshot, figures.kept, measure, wish, printed)
    if as_json:
        show_json({"measure": measure, "printed": printed, "words": words})
    else:
        click.echo(words)


def _do(options: Options, act: Act) -> None:
    with writing(options) as store:
        apply_acts(store, [act], actor(options), england())


def _show_set(options: Options, name: str, *, as_json: bool) -> None:
    with reading(options) as store:
        found = KeptFigures(store).named(name).shown
    if as_json:
        show_json(_set_as_json(found))
    else:
        click.echo(f"{found.name}: {found.figures} figure{'' if found.figures == 1 else 's'} kept. Hash {found.digest}")


def _set_as_json(one: KeptSet) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "from": one.from_on,
        "to": one.to_on,
        "frozen_on": one.frozen_on,
        "frozen_by": one.frozen_by,
        "hash": one.digest,
        "sound": one.is_sound,
        "faults": one.faults,
        "figures": one.figures,
    }


def _as_json(one: FigureCompared) -> dict[str, object]:
    return {
        "measure": one.measure,
        "name": one.name,
        "kept": one.kept,
        "kept_words": one.kept_words,
        "today": one.today,
        "today_words": one.today_words,
        "words": one.words,
        "new": [_row_as_json(row) for row in one.new],
        "gone": [_row_as_json(row) for row in one.gone],
        "changed": [{"then": _row_as_json(then), "today": _row_as_json(now)} for then, now in one.changed],
        "doubt": one.doubt or None,
    }


def _row_as_json(one: RowShown) -> dict[str, object]:
    return {
        "child": one.child, "day": one.day, "review_on": one.review_on, "due_on": one.due_on, "done_on": one.done_on,
        "counted": one.judged, "iro": one.iro or None, "team": one.team or None,
    }  # fmt: skip


def _in(words: str) -> str:
    return f" ({words})" if words else ""
