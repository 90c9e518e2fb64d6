"""Wiring: which folder, which passphrase, which day; builds the services once for the window or the command line."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop import paths
from iro_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from iro_desktop.services.outputs.painter import Painter

PASSPHRASE_NAME = "IRO_DESKTOP_PASSPHRASE"  # noqa: S105 the name of a variable, no secret
_NO_PASSPHRASE = (
    "No passphrase was given. Nothing was changed. Use --passphrase-file, the environment variable "
    f"{PASSPHRASE_NAME}, or run this in a terminal that can ask."
)


@dataclass(frozen=True, slots=True)
class Options:
    """What a person said for the whole program."""

    data_dir: Path | None = None
    on: date | None = None  # today, for this command
    passphrase_file: Path | None = None
    painter: "Painter | None" = None  # what paints charts and pages; None: nobody does

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        return paths.data_dir(self.data_dir)

    @property
    def today(self) -> date:
        """Today, or the day said."""
        return self.on or date.today()


def today() -> date:
    """Today by the clock on the wall."""
    return date.today()


def author() -> str:
    """Who acts, for the history: the account's name on this computer."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def passphrase(options: Options, ask: Callable[[], str] | None) -> str:
    """From the file, the environment, or a prompt, in that order. Raises ``UserError`` if none is to be had."""
    if options.passphrase_file is not None:
        try:
            return options.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, IndexError, UnicodeDecodeError) as error:
            name = options.passphrase_file.name
            raise UserError(f"The passphrase file {name} could not be read. Nothing was changed.") from error
    if given := os.environ.get(PASSPHRASE_NAME):
        return given
    if ask is None:
        raise UserError(_NO_PASSPHRASE)
    return ask()
