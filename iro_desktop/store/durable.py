"""Files that are there whole or not at all, and the sentence for a folder that cannot be used. No database in here."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iro_desktop.domain.errors import UserError

# A full disk is often reported as an I/O error: the sentence names every cause rather than guess one.
UNREACHABLE = (
    "The caseload's folder could not be used: the disk is full, protected or failing, or you may not write there. "
    "Nothing of this was saved; what was saved before is safe. Make room or get access, then try again."
)


@contextmanager
def folder_told() -> Iterator[None]:
    """Say in words that the folder of the store cannot be used."""
    try:
        yield
    except OSError as error:
        raise UserError(UNREACHABLE) from error


def put_in_place(finished: Path, place: Path) -> None:
    """Rename so that a power cut leaves the old file or the new one; the folder is on the disk before this returns."""
    finished.replace(place)
    if sys.platform == "win32":  # no folder can be synced there; NTFS journals its names itself
        return
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
