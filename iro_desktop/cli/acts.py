"""``act``, ``history``, ``undo``, ``redo``."""

import json
import sys
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import actor, reading, writing
from iro_desktop.domain.act_json import act_from_json, schema
from iro_desktop.domain.errors import RefusedInput, UserError
from iro_desktop.rules.calendar import england
from iro_desktop.services import acting
from iro_desktop.services.acting import Touched


@click.command("act")
@click.argument("file", required=False)
@click.option("--dry-run", is_flag=True, help="Check that every act can be done; change nothing.")
@click.option("--schema", "show_schema", is_flag=True, help="Print the JSON Schema of every act.")
@json_option
@click.pass_obj
def act_command(options: Options, file: str | None, dry_run: bool, show_schema: bool, as_json: bool) -> None:
    """Apply a JSON list of acts from FILE (- for standard input) as one act.

    Example: iro-desktop act acts.json --dry-run
    """
    if show_schema:
        show_json(schema())
        return
    if file is None:
        raise UserError("Give a file with a JSON list of acts, or --schema.")
    wanted = [act_from_json(value, position) for position, value in enumerate(_values(file), 1)]
    with writing(options) as store:
        touched = acting.apply_acts(store, wanted, actor(options), england(), dry_run=dry_run)
    ids = [touched.done.act_id] if touched else []
    if as_json:
        show_json({"acts": len(wanted), "ids": ids, "problems": []})
    else:
        click.echo(touched.done.sentence if touched else f"{len(wanted)} acts can be done. Nothing was changed.")


def _values(file: str) -> list[object]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
        values = json.loads(text)
    except FileNotFoundError as error:
        raise UserError(f"{Path(file).name} was not found. Nothing was changed.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise RefusedInput("The acts could not be read as JSON. Nothing was changed.") from error
    if isinstance(values, dict):
        values = [values]
    if not isinstance(values, list):
        raise RefusedInput("The file holds no JSON list of acts. Nothing was changed.")
    return values


@click.command("history")
@click.option("--limit", default=50, show_default=True, help="How many of the newest acts.")
@json_option
@click.pass_obj
def history_command(options: Options, limit: int, as_json: bool) -> None:
    """What was done, newest first.

    Example: iro-desktop history --limit 10
    """
    with reading(options) as store:
        rows = acting.history_rows(store.acts())[:limit]
    if as_json:
        show_json([
            {"id": row.act_id, "at": row.at.isoformat(), "who": row.who, "origin": row.origin, "sentence": row.sentence,
             "undoes": row.undoes, "can_undo": row.can_undo}
            for row in rows
        ])  # fmt: skip
        return
    shown = [(f"{row.at.astimezone():%d %b %Y %H:%M}", row.sentence, row.origin, row.who, row.act_id) for row in rows]
    show_table(("when", "what", "from", "who", "id"), shown)


@click.command("undo")
@click.argument("act_id", metavar="[ACT]", required=False)
@json_option
@click.pass_obj
def undo_command(options: Options, act_id: str | None, as_json: bool) -> None:
    """Take back the newest act, or the one with the id given.

    Example: iro-desktop undo
    """
    with writing(options) as store:
        _tell(acting.undo(store, actor(options), act_id), as_json)


@click.command("redo")
@json_option
@click.pass_obj
def redo_command(options: Options, as_json: bool) -> None:
    """Do again what was undone last.

    Example: iro-desktop redo
    """
    with writing(options) as store:
        _tell(acting.redo(store, actor(options)), as_json)


def _tell(touched: Touched, as_json: bool) -> None:
    if as_json:
        show_json({"act": touched.done.act_id, "sentence": touched.done.sentence})
    else:
        click.echo(touched.done.sentence)
