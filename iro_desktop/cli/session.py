"""Opening the store for a command: for reading beside a window, or for writing; and the guard on names."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from iro_desktop.app import Options, author, passphrase
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.local import make_store
from iro_desktop.services.names_out import log_export, reader_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store import vault
from iro_desktop.store.store import Places, Store, open_store

ORIGIN = "command line"
HOW_TO_SAY = "Add --for WHO --purpose WORDS."


def actor(options: Options) -> Actor:
    """Who acts from the command line."""
    return Actor(author(), ORIGIN, options.today)


@contextmanager
def reading(options: Options) -> Iterator[Store]:
    """The store, for reading only; a window may have it open."""
    places = Places(options.folder)
    if not places.store.exists():
        raise UserError(
            f"There is no caseload in {places.folder.name} yet. Run “iro-desktop init”, or open the program once."
        )
    with open_store(places, vault.open_with_passphrase(places.key, ask_passphrase(options)), read_only=True) as store:
        yield store


@contextmanager
def writing(options: Options) -> Iterator[Store]:
    """The store, for writing; made where there is none, and then its recovery key is shown once on standard error."""
    places = Places(options.folder)
    words = ask_passphrase(options)
    if places.store.exists():
        with open_store(places, vault.open_with_passphrase(places.key, words)) as store:
            yield store
        return
    store, recovery_key = make_store(places, words)
    with store:
        click.echo(f"A new caseload was made. Its recovery key, unconfirmed so far: {recovery_key}", err=True)
        yield store


def snapshot(store: Store, options: Options) -> Snapshot:
    """Everything the store holds, with every deadline computed."""
    return Snapshot.of(store, options.today, england())


def child_unknown(now: Snapshot, child_id: str) -> UserError:
    """What is said where no child has the id asked for: where a merged entry went, or that there is none."""
    into = now.stands_as(child_id)
    merged = f"{child_id} is merged into {into}. Ask for {into}." if into else ""
    return UserError(merged or f"There is no child with the id {child_id} here.")


def ask_passphrase(options: Options) -> str:
    """From the file, the environment, or a prompt on a terminal."""
    can_ask = sys.stdin is not None and sys.stdin.isatty()
    return passphrase(options, _prompt if can_ask else None)


def _prompt() -> str:
    words: str = click.prompt("Passphrase", hide_input=True, err=True)
    return words


def names_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that let names and birth dates out, for a stated reader and purpose."""
    command = click.option("--purpose", help="What it is for, in your words.")(command)
    command = click.option("--for", "reader", help="Who will read it.")(command)
    return click.option("--names", is_flag=True, help="Names and birth dates too; needs --for and --purpose.")(command)


def allow_names(options: Options, command: str, names: bool, reader: str | None, purpose: str | None) -> bool:
    """Whether names may be shown; if so, the export log (in the encrypted history) gets its line first."""
    if not names:
        return False
    wanted = reader_of(reader, purpose, HOW_TO_SAY)
    with writing(options) as store:
        log_export(store, f"Names shown by “{command}” {wanted.words}", actor(options))
    return True
