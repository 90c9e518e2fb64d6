"""Opening the encrypted file: SQLCipher with the raw data key, durability settings set and read back.

Rollback journal with ``synchronous=EXTRA``: with a power cut at any point, no acknowledged commit is lost.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as cipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

from iro_desktop.domain.errors import UserError

APPLICATION_ID = 0x49524F44  # "IROD"
BUSY_TIMEOUT_MS = 5000
_SETTINGS = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
_UNREADABLE = (
    "The store could not be read: it is damaged, or the key file beside it belongs to another store. "
    "Nothing was changed. Keep the file as it is and restore the last good backup."
)


def open_engine(path: Path, data_key: bytes, *, read_only: bool = False) -> Engine:
    """An engine on the store; connections begin explicitly, writers IMMEDIATE (execution option ``writes``).

    Raises ``UserError`` when the file cannot be read with this key.
    """

    def connect() -> Any:
        connection = cipher.connect(
            f"file:{_uri(path)}?mode={'ro' if read_only else 'rwc'}",
            uri=True, isolation_level=None, check_same_thread=False,
        )  # fmt: skip
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        _settle(connection, read_only)
        return connection

    engine = create_engine("sqlite:///store", creator=connect, module=cipher, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()).replace("\\", "/"))


def _settle(connection: Any, read_only: bool) -> None:
    """Set what durability rests on, and believe only what is read back: a library may override it."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except cipher.DatabaseError as error:
        raise UserError(_UNREADABLE) from error
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    for name, value in _SETTINGS.items():
        if read_only and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise RuntimeError(f"durability setting {name} is {found}, not {value}")
    connection.execute("PRAGMA fullfsync = 1")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
