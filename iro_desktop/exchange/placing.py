"""Putting a finished file in its place: whole or not at all, and for its owner's eyes alone."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from iro_desktop.domain.errors import UserError

_PRIVATE = 0o600


@contextmanager
def placed(path: Path, content: bytes) -> Iterator[None]:
    """Write beside the place, and move there when the block is done; if the block raises, nothing is left.

    So what has to be said of the file (a line in the history) is said before it appears. Raises ``UserError``.
    """
    beside = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}.part")
    try:
        _write(beside, path, content)
        yield
        try:
            beside.replace(path)
        except OSError as error:
            raise UserError(
                f"{path.name} could not be replaced: {_why(error)}. It is as it was before. "
                "Close it where it is open, or choose another name.",
                field="path",
            ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write(beside: Path, path: Path, content: bytes) -> None:
    if path.is_dir():
        raise UserError(f"{path.name} is a folder. Nothing was written. Add a name for the file.", field="path")
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError as error:
        raise UserError(
            f"There is no folder for {path.name}. Nothing was written. Make the folder first, or choose another.",
            field="path",
        ) from error
    except OSError as error:
        raise UserError(
            f"{path.name} could not be written: {_why(error)}. Nothing was left half-written. "
            "Make room or choose another folder, then try again.",
            field="path",
        ) from error


def _why(error: OSError) -> str:
    return (error.strerror or "input or output error").lower()
