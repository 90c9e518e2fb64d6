"""``init``, ``check``, ``dump``: the store itself."""

import json
import os
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, ask_passphrase, names_options, reading
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import PERSONAL_FIELDS
from iro_desktop.services.kept_figures import unsound_sets
from iro_desktop.services.local import make_store
from iro_desktop.services.report.published import unsound_reports
from iro_desktop.store import vault
from iro_desktop.store.store import Places, Store


@click.command("init")
@click.option("--recovery-key-file", type=click.Path(path_type=Path), help="Write the recovery key to this new file.")
@click.option("--confirm", "confirm", help="Confirm the recovery key of a store that is there already.")
@json_option
@click.pass_obj
def init_command(options: Options, recovery_key_file: Path | None, confirm: str | None, as_json: bool) -> None:
    """Make an empty, encrypted store; with --confirm, confirm its recovery key.

    Example: iro-desktop init --recovery-key-file recovery.txt
    """
    places = Places(options.folder)
    if confirm is not None:
        if not vault.confirm_recovery_key(places.key, confirm):
            raise UserError("That recovery key does not open this store. Nothing was changed. Check each group.")
        click.echo("The recovery key is confirmed.", err=True)
        return
    if recovery_key_file is not None and recovery_key_file.exists():
        raise UserError(f"{recovery_key_file.name} is there already. Nothing was made. Choose another file.")
    words = ask_passphrase(options)
    if not words:
        raise UserError("The passphrase is empty. Nothing was made.")
    store, recovery_key = make_store(places, words)
    store.close()
    if recovery_key_file is not None:
        _write_private(recovery_key_file, recovery_key)
        vault.confirm_recovery_key(places.key, recovery_key)
    if as_json:
        shown = None if recovery_key_file else recovery_key
        show_json({"folder": str(places.folder), "recovery_key": shown, "recovery_confirmed": shown is None})
    else:
        click.echo(f"A new caseload was made in {places.folder}.")
        if recovery_key_file is None:
            click.echo(f"Recovery key, shown once: {recovery_key}\nConfirm it: iro-desktop init --confirm KEY")
        else:
            click.echo(f"Its recovery key stands in {recovery_key_file.name}. Keep it apart from this computer.")


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text + "\n")


@click.command("check")
@json_option
@click.pass_obj
def check_command(options: Options, as_json: bool) -> None:
    """Whether file, references and history are whole, and kept figures are as they were kept.

    Example: iro-desktop check
    """
    with reading(options) as store:
        problems, broken, acts = store.problems(), store.broken_link(), len(store.acts())
        unsound = _unsound(store)
    confirmed = vault.read(Places(options.folder).key).recovery_confirmed
    is_whole = not problems and not unsound and broken is None
    if as_json:
        show_json({
            "ok": is_whole, "problems": problems, "history_broken_at": broken, "acts": acts,
            "recovery_confirmed": confirmed, "kept_figures": unsound,
        })  # fmt: skip
    else:
        click.echo(f"{acts} acts; the file and its history are whole." if is_whole else "The store is damaged:")
        for problem in (*problems, *unsound):
            click.echo(f"  {problem}")
        if broken is not None:
            click.echo(f"  The history's chain is broken at act {broken}.")
        if not confirmed:
            click.echo("The recovery key is unconfirmed: iro-desktop init --confirm KEY")
    if not is_whole:
        raise click.exceptions.Exit(1)


def _unsound(store: Store) -> list[str]:
    try:
        return [*unsound_sets(store), *unsound_reports(store)]
    except UserError:  # pages that cannot be read stand among the problems already
        return []


@click.command("dump")
@click.option("--rows", is_flag=True, help="The facts themselves, not only their hash and number.")
@names_options
@json_option
@click.pass_obj
def dump_command(
    options: Options, rows: bool, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """A logical dump of all facts, with a hash that changes when any fact of this store does.

    Example: iro-desktop dump --json
    """
    shown = allow_names(options, "dump", names, reader, purpose)
    with reading(options) as store:
        dump = store.dump()
    facts = [_fact(line, shown) for line in dump.lines] if rows else None
    if as_json:
        show_json({"hash": dump.hash, "counts": dump.counts} | ({"rows": facts} if rows else {}))
        return
    show_table(("facts", "rows"), list(dump.counts.items()))
    click.echo(dump.hash)
    for fact in facts or ():
        click.echo(json.dumps(fact, ensure_ascii=False))


def _fact(line: str, names: bool) -> dict[str, object]:
    entity, _, text = line.partition(" ")
    values = json.loads(text)
    hidden = frozenset() if names else PERSONAL_FIELDS.get(entity, frozenset())
    return {"entity": entity} | {name: one for name, one in values.items() if name not in hidden}
