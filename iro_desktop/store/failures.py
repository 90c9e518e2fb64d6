"""What SQLite reports about a lock, the disk or the file, as sentences for a person. Faults in our SQL stay loud."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as cipher
from sqlalchemy.exc import DBAPIError

from iro_desktop.domain.errors import StoreBusy, UserError
from iro_desktop.store.durable import UNREACHABLE

_UNREADABLE = (
    "The store could not be read: it is damaged, or the key file beside it belongs to another store. "
    "Nothing was changed. Keep the file as it is and restore the last good backup."
)
_WAITING = (
    "Another program keeps the caseload busy. Nothing of this was saved; what was saved before is safe. "
    "Try again in a moment."
)
_BUSY = frozenset({cipher.SQLITE_BUSY, cipher.SQLITE_LOCKED})
_DAMAGED = frozenset({cipher.SQLITE_CORRUPT, cipher.SQLITE_NOTADB})
_DISK = frozenset({
    cipher.SQLITE_PERM, cipher.SQLITE_READONLY, cipher.SQLITE_IOERR, cipher.SQLITE_FULL, cipher.SQLITE_CANTOPEN,
})  # fmt: skip


@contextmanager
def told() -> Iterator[None]:
    """Say in words what a lock, the disk or a damaged file did to the database; hand on everything else."""
    try:
        yield
    except (DBAPIError, cipher.DatabaseError) as error:
        sentence = _sentence(error.orig if isinstance(error, DBAPIError) else error)
        if sentence is None:
            raise
        raise sentence from error


def _sentence(error: BaseException | None) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the lowest byte is the class of the error
    if code in _BUSY:
        return StoreBusy(_WAITING)
    if code in _DAMAGED:
        return UserError(_UNREADABLE)
    return UserError(UNREACHABLE) if code in _DISK else None
