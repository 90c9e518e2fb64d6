"""Opening the encrypted file: SQLCipher with the raw data key, durability settings set and read back.

Rollback journal with ``synchronous=EXTRA``: with a power cut at any point, no acknowledged commit is lost.
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as cipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

from iro_desktop.store.failures import told

APPLICATION_ID = 0x49524F44  # "IROD"
BUSY_TIMEOUT_MS = 5000
_SETTINGS = {
    "journal_mode": "delete", "synchronous": 3, "fullfsync": 1, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
}  # fmt: skip


def open_engine(path: Path, data_key: bytes, *, read_only: bool = False) -> Engine:
    """An engine on a file that exists; connections begin explicitly, writers IMMEDIATE (execution option ``writes``).

    Connecting raises ``UserError`` when the file cannot be read with this key.
    """

    def connect() -> Any:
        with told():
            connection = cipher.connect(
                f"file:{_uri(path)}?mode={'ro' if read_only else 'rw'}",
                uri=True, isolation_level=None, check_same_thread=False,
            )  # fmt: skip
            try:
                connection.execute("PRAGMA cipher_log_level = NONE")
                connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
                _settle(connection, read_only=read_only)
            except BaseException:
                connection.close()
                raise
        return connection

    engine = create_engine("sqlite:///store", creator=connect, module=cipher, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path) -> str:
    return quote(str(path.absolute()).replace("\\", "/"))


def _settle(connection: Any, *, read_only: bool) -> None:
    """Set what durability rests on, and believe only what is read back: a library may override it."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here, not before
    for name, value in _SETTINGS.items():
        if read_only and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise RuntimeError(f"durability setting {name} is {found}, not {value}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
