"""One open store: reading, and writing through the gate. Made by ``create`` or ``open_store``."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, insert, select

from iro_desktop.domain.errors import UserError
from iro_desktop.store import history, tables
from iro_desktop.store.codec import to_json
from iro_desktop.store.engine import open_engine
from iro_desktop.store.gate import ActLine, Change, write
from iro_desktop.store.identity import new_id
from iro_desktop.store.lock import WriterLock
from iro_desktop.store.migrate import upgrade
from iro_desktop.store.queries import Reader

STORE_NAME, KEY_NAME, LOCK_NAME = "caseload.iro", "caseload.key", "caseload.lock"
_MISSING = "There is no caseload in {folder} yet. Open the program once, or run “iro-desktop init”, to make one."


@dataclass(frozen=True, slots=True)
class Places:
    """The files of a store in one folder."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.folder / STORE_NAME

    @property
    def key(self) -> Path:
        """The wrapped keys."""
        return self.folder / KEY_NAME

    @property
    def lock(self) -> Path:
        """The file whose lock its writer holds."""
        return self.folder / LOCK_NAME


@dataclass(frozen=True, slots=True)
class Dump:
    """A logical dump: one line per fact, independent of page layout and row versions."""

    lines: tuple[str, ...]  # "entity {json}", sorted
    counts: dict[str, int]

    @property
    def hash(self) -> str:
        """SHA-256 over the lines."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


class Store:
    """An open store. Close it: the writer's lock goes with it."""

    def __init__(self, engine: Engine, lock: WriterLock | None) -> None:
        """Read who the store belongs to; ``lock`` None: opened for reading only."""
        self._engine = engine
        self._lock = lock
        with engine.connect() as connection:
            row = connection.execute(select(tables.store.c.authority_id, tables.store.c.is_sample)).one()
        self.authority_id: str = row.authority_id
        self.is_sample: bool = row.is_sample

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent view for as many questions as needed."""
        with self._engine.connect() as connection, connection.begin():
            yield Reader(connection, self.authority_id)

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """One transaction; everything in it is kept at its end, or nothing where it raises."""
        if self._lock is None:
            raise UserError("This caseload is open for reading only. Nothing was changed.")
        with self._engine.execution_options(writes=True).begin() as connection:
            yield Writer(connection, self.authority_id)

    def acts(self) -> tuple[history.PastAct, ...]:
        """The history, oldest first."""
        with self.reading() as reader:
            return history.acts(reader.connection, self.authority_id)

    def broken_link(self) -> int | None:
        """The first act at which the history's chain is broken, or ``None``."""
        with self.reading() as reader:
            return history.broken_link(reader.connection, self.authority_id)

    def problems(self) -> list[str]:
        """What the file's own checks find: cipher, structure, references. Empty for a sound file."""
        with self.reading() as reader:
            run = reader.connection.exec_driver_sql
            found = [str(row[0]) for row in run("PRAGMA cipher_integrity_check")]
            found += [str(row[0]) for row in run("PRAGMA integrity_check") if row[0] != "ok"]
            return found + [f"reference broken in {row[0]}" for row in run("PRAGMA foreign_key_check")]

    def dump(self) -> Dump:
        """All facts as text."""
        lines: list[str] = []
        counts: dict[str, int] = {}
        with self.reading() as reader:
            for entity in tables.ENTITY_TABLES:
                found = history.records(reader.connection, self.authority_id, entity)
                counts[entity] = len(found)
                lines += [f"{entity} {to_json(record)}" for record in found]
        return Dump(tuple(lines), counts)

    def close(self) -> None:
        """Close the file and let the next writer in."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        """Usable in a ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end."""
        self.close()


class Writer(Reader):
    """A reader that may also write, through the gate."""

    def write(self, line: ActLine, changes: Sequence[Change]) -> str:
        """Write one act; returns its id."""
        return write(self.connection, self.authority_id, line, changes)

    def inverse(self, act_id: str) -> list[Change]:
        """The changes that take an act back."""
        return history.inverse(self.connection, self.authority_id, act_id)

    def acts(self) -> tuple[history.PastAct, ...]:
        """The history, oldest first, as this transaction sees it."""
        return history.acts(self.connection, self.authority_id)


def create(places: Places, data_key: bytes, *, is_sample: bool = False) -> Store:
    """Make an empty store and open it for writing."""
    places.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = None
    lock = WriterLock(places.lock)
    try:
        engine = open_engine(places.store, data_key)
        upgrade(engine)
        with engine.execution_options(writes=True).begin() as connection:
            row = {
                "id": new_id(), "authority_id": new_id(), "row_version": 1, "is_sample": is_sample,
                "created_at": datetime.now(UTC).isoformat(),
            }  # fmt: skip
            connection.execute(insert(tables.store), row)
        store = Store(engine, lock)
        return store
    finally:
        if store is None:
            lock.release()


def open_store(places: Places, data_key: bytes, *, read_only: bool = False) -> Store:
    """Open an existing store. Raises ``StoreBusy`` for a second writer, ``UserError`` for an unreadable file."""
    if not places.store.exists():
        raise UserError(_MISSING.format(folder=places.folder))
    # A journal left by a crash has to be rolled back, which only a writer may do.
    if read_only and not places.store.with_name(places.store.name + "-journal").exists():
        return Store(open_engine(places.store, data_key, read_only=True), None)
    lock = WriterLock(places.lock)
    store = None
    try:
        engine = open_engine(places.store, data_key)
        upgrade(engine)
        store = Store(engine, lock)
        return store
    finally:
        if store is None:
            lock.release()
