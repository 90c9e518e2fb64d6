"""``plan``: what would follow, and which days suit. Nothing is written without ``--apply``."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli import plan_output
from iro_desktop.cli.main import IsoDate, json_option, refuse_options_before, show_json
from iro_desktop.cli.plan_file import acts_in
from iro_desktop.cli.service import show_plan
from iro_desktop.cli.session import actor, allow_names, names_options, reading, snapshot, writing
from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import apply_acts
from iro_desktop.services.planning.changes import change_plan, change_sentence
from iro_desktop.services.planning.moves import LOOKED_FIRST, Told, move_plan, move_sentence
from iro_desktop.services.planning.siblings import group_named, sibling_acts, sibling_plan, sibling_sentence
from iro_desktop.services.planning.windows import booking_window
from iro_desktop.store.store import Store

_NOTHING = "Nothing was changed. Add --apply to do it."
_APPLIED = "Done. “iro-desktop undo” takes it back as a whole."
_apply = click.option("--apply", "is_applied", is_flag=True, help="Do it, as one act; else nothing is changed.")
_asked_by = click.option(
    "--asked-by",
    type=click.Choice([one.value for one in Asker]),
    default=Asker.IRO.value,
    show_default=True,
    help="Who asked for the move.",
)
_reason = click.option("--reason", default=LOOKED_FIRST, show_default=True, help="Why, for the ledger.")


@click.group("plan", invoke_without_command=True)
@click.option("--year", type=int, help="Only the service's plan of the year that begins then; else of every year.")
@names_options
@json_option
@click.pass_context
def plan_command(
    ctx: click.Context,
    year: int | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """What would follow, and which days suit; by itself, the service's plan of the year. Changes nothing.

    What an action is, whose, and how it went is shown with --names only.

    Example: iro-desktop plan move AB12 --to 2026-12-01, or iro-desktop plan --year 2026
    """
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    shown = allow_names(ctx.obj, "plan", names, reader, purpose)
    show_plan(ctx.obj, year, names=shown, as_json=as_json)


@plan_command.command("move")
@click.argument("child")
@click.option("--to", "to_on", type=IsoDate(), required=True, help="The day to move, or book, the next review to.")
@click.option("--with", "others", multiple=True, metavar="CHILD", help="Move this brother's or sister's too.")
@_asked_by
@_reason
@_apply
@json_option
@click.pass_obj
def move_command(
    options: Options,
    child: str,
    to_on: date,
    others: tuple[str, ...],
    asked_by: str,
    reason: str,
    is_applied: bool,
    as_json: bool,
) -> None:
    """Every consequence of moving, or booking, the next review of CHILD.

    Example: iro-desktop plan move AB12 --to 2026-12-01 --with AB13 --apply
    """
    chosen = {f"move/{child}", *(f"sibling/{one}" for one in others)}
    with _opened(options, is_applied) as store:
        plan = move_plan(store, snapshot(store, options), child, to_on, chosen, Told(Asker(asked_by), reason))
        act_id = _applied(store, options, plan.acts, move_sentence(plan)) if is_applied else None
    if as_json:
        show_json(plan_output.move_json(plan) | {"act": act_id})
        return
    plan_output.tell_move(plan)
    click.echo(_APPLIED if is_applied else _NOTHING)


@plan_command.command("window")
@click.argument("child")
@json_option
@click.pass_obj
def window_command(options: Options, child: str, as_json: bool) -> None:
    """Between which days the next review of CHILD is best booked.

    Example: iro-desktop plan window AB12
    """
    with reading(options) as store:
        now = snapshot(store, options)
    if child not in now.children:
        raise UserError(f"There is no child with the id {child} here. Nothing was changed. Check the id.")
    window = booking_window(now, now.children[child])
    if as_json:
        show_json(plan_output.window_json(window))
    elif window is None:
        click.echo("No review with a date is owed.")
    else:
        plan_output.tell_window(window)


@plan_command.command("siblings")
@click.argument("group", metavar="GROUP|CHILD")
@click.option("--on", "day", type=IsoDate(), help="With --apply: the day for every review owed in the group.")
@_asked_by
@_reason
@_apply
@json_option
@click.pass_obj
def siblings_command(
    options: Options, group: str, day: date | None, asked_by: str, reason: str, is_applied: bool, as_json: bool
) -> None:
    """Days on which brothers and sisters can be reviewed together.

    Example: iro-desktop plan siblings AB12
    """
    if is_applied != (day is not None):
        raise UserError("--apply and --on DATE go together. Nothing was changed.")
    with _opened(options, is_applied) as store:
        now = snapshot(store, options)
        found = group_named(now, group)
        if found is None:
            raise UserError(f"“{group}” is no sibling group, and no child in one. Nothing was changed.")
        plan = sibling_plan(now, found)
        act_id = None
        if day is not None:
            acts = sibling_acts(now, found, day, Told(Asker(asked_by), reason))
            act_id = _applied(store, options, acts, sibling_sentence(acts, day))
    if as_json:
        show_json(plan_output.siblings_json(plan) | {"act": act_id})
        return
    plan_output.tell_siblings(plan)
    click.echo(_APPLIED if is_applied else "Nothing was changed. Add --apply --on DATE to book one of them.")


@plan_command.command("rules")
@click.argument("file", type=click.Path(path_type=Path))
@_apply
@json_option
@click.pass_obj
def rules_command(options: Options, file: Path, is_applied: bool, as_json: bool) -> None:
    """Which open deadlines changed settings or bank holidays would touch.

    FILE is a JSON list of ChangeSetting, AddBankHoliday and RemoveBankHoliday, or GOV.UK's bank-holidays.json.

    Example: iro-desktop plan rules changes.json
    """
    with _opened(options, is_applied) as store:
        now = snapshot(store, options)
        acts = acts_in(file, now)
        plan = change_plan(store, now, acts)
        act_id = _applied(store, options, plan.acts, change_sentence(acts)) if is_applied and acts else None
    if as_json:
        show_json(plan_output.change_json(plan) | {"act": act_id})
        return
    plan_output.tell_change(plan)
    click.echo(_APPLIED if act_id else _NOTHING if acts else "Nothing was changed.")


def _opened(options: Options, is_applied: bool) -> AbstractContextManager[Store]:
    return writing(options) if is_applied else reading(options)


def _applied(store: Store, options: Options, acts: Sequence[Act], sentence: str) -> str:
    touched = apply_acts(store, acts, actor(options), england(), sentence=sentence)
    assert touched is not None
    return touched.done.act_id
