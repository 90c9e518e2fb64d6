"""One writer per store: a lock of the operating system on an open file, gone with the process that held it."""

import os
import sys
from pathlib import Path

from iro_desktop.domain.errors import StoreBusy
from iro_desktop.store.durable import folder_told

_BUSY = (
    "IRO Desktop is already open on this caseload, in a window or another command. Nothing was changed. "
    "Close it there first, or do this in that window."
)


class WriterLock:
    """Held from construction until ``release``. Raises ``StoreBusy`` if somebody else holds it."""

    def __init__(self, path: Path) -> None:
        """Take the lock or raise at once."""
        with folder_told():
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise StoreBusy(_BUSY) from error

    def release(self) -> None:
        """Let the next writer in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":

    def _take(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:

    def _take(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
