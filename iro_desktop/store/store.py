"""One open store: reading, and writing through the gate. Made by ``create`` or ``open_store``."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from iro_desktop.domain.errors import StoreBusy, UserError
from iro_desktop.store import check, drafts, history, tables
from iro_desktop.store.codec import to_json
from iro_desktop.store.durable import folder_told, put_in_place
from iro_desktop.store.engine import open_engine
from iro_desktop.store.failures import told
from iro_desktop.store.gate import GENESIS, ActLine, Change, write
from iro_desktop.store.identity import new_id
from iro_desktop.store.lock import WriterLock
from iro_desktop.store.migrate import is_current, upgrade
from iro_desktop.store.past import PastReader, end_of, told_before
from iro_desktop.store.queries import Reader

STORE_NAME, KEY_NAME, LOCK_NAME = "caseload.iro", "caseload.key", "caseload.lock"
_MISSING = "There is no caseload in {folder} yet. Open the program once, or run “iro-desktop init”, to make one."
_THERE = "There is a caseload here already. Nothing was changed. Open it, or choose another folder."


class GaveWay(Exception):
    """A long reading was stopped because something was written."""


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
        self._long_readings: dict[Any, bool] = {}  # in other threads; whether each was told to stop
        with told(), engine.connect() as connection:
            row = connection.execute(select(tables.store.c.authority_id, tables.store.c.is_sample)).one()
        self.authority_id: str = row.authority_id
        self.is_sample: bool = row.is_sample

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent view for as many questions as needed."""
        with told(), self._engine.connect() as connection, connection.begin():
            yield Reader(connection, self.authority_id)

    def as_at(self, day: date) -> PastReader:
        """The facts as the store held them at the end of that day, rebuilt from the history.

        May be asked in another thread. The store is read in one go and let go before anything is rebuilt; an act that
        is done meanwhile does not wait for it: the reading stops with ``GaveWay``.
        """
        with told(), self._giving_way() as connection:
            found = told_before(connection, self.authority_id, end_of(day))
        return PastReader(found)

    @contextmanager
    def _giving_way(self) -> Iterator[Connection]:
        """A connection for a long reading, which keeps no writer from its commit."""
        with self._engine.connect() as connection, connection.begin():
            driver: Any = connection.connection.driver_connection
            self._long_readings[driver] = False
            try:
                yield connection
            except DBAPIError as error:
                if self._long_readings[driver]:
                    raise GaveWay from error
                raise
            finally:
                del self._long_readings[driver]

    def _hold_up_long_readings(self) -> None:
        for driver in tuple(self._long_readings):
            self._long_readings[driver] = True
            driver.interrupt()

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """One transaction; everything in it is kept at its end, or nothing where it raises."""
        if self._lock is None:
            raise UserError("This caseload is open for reading only. Nothing was changed.")
        self._hold_up_long_readings()
        with told(), self._engine.execution_options(writes=True).begin() as connection:
            yield Writer(connection, self.authority_id)

    def acts(self) -> tuple[history.PastAct, ...]:
        """The history, oldest first."""
        with self.reading() as reader:
            return history.acts(reader.connection, self.authority_id)

    @property
    def is_writable(self) -> bool:
        """Whether it was opened by its one writer."""
        return self._lock is not None

    def keep_draft(self, draft: drafts.StoredDraft) -> None:
        """Keep what is being typed, in a short transaction of its own: no act, and no line in the history."""
        with self.writing() as writer:
            drafts.keep(writer.connection, self.authority_id, draft)

    def drop_draft(self, key: str) -> None:
        """Forget what was kept under the key, where there is something."""
        with self.writing() as writer:
            drafts.drop(writer.connection, self.authority_id, key)

    def drafts(self) -> tuple[drafts.StoredDraft, ...]:
        """What was typed and not saved, the newest first."""
        with self.reading() as reader:
            return drafts.every(reader.connection, self.authority_id)

    def broken_link(self) -> int | None:
        """The first act at which the history's chain is broken, or ``None``."""
        with self.reading() as reader:
            return check.broken_link(reader.connection, self.authority_id)

    def problems(self) -> list[str]:
        """What checks find: cipher, structure, references, facts against the history. Empty for a sound file."""
        with self.reading() as reader:
            run = reader.connection.exec_driver_sql
            found = [str(row[0]) for row in run("PRAGMA cipher_integrity_check")]
            if found:
                return found  # where pages cannot be read, nothing more can be asked
            found += [str(row[0]) for row in run("PRAGMA integrity_check") if row[0] != "ok"]
            found += [f"reference broken in {row[0]}" for row in run("PRAGMA foreign_key_check")]
            return found + list(check.unexplained(reader.connection, self.authority_id))

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


def claim(places: Places) -> WriterLock:
    """Make the folder and take the writer's lock, before there is a store."""
    with folder_told():
        places.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return WriterLock(places.lock)


def create(places: Places, data_key: bytes, *, is_sample: bool = False, lock: WriterLock | None = None) -> Store:
    """Make an empty store and open it for writing. Raises ``UserError`` where there is one already.

    It grows beside its place and is put there whole: a first run that was cut short leaves no half-made store.
    ``lock``: one that the caller has claimed; it goes with the store, or is released where there comes none.
    """
    lock = lock or claim(places)
    with ExitStack() as held:
        held.callback(lock.release)
        if places.store.exists():
            raise UserError(_THERE)
        growing = places.store.with_suffix(".new")
        with folder_told():
            _empty_file(growing)
            held.callback(growing.unlink, missing_ok=True)
            _fill(growing, data_key, is_sample=is_sample)
            put_in_place(growing, places.store)
        store = _opened(open_engine(places.store, data_key), lock)
        held.pop_all()
        return store


def _empty_file(path: Path) -> None:
    """A file that its owner alone may read; SQLite gives its journals the same rights."""
    for left_over in (path, path.with_name(path.name + "-journal")):
        left_over.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _fill(path: Path, data_key: bytes, *, is_sample: bool) -> None:
    engine = open_engine(path, data_key)
    try:
        upgrade(engine)
        row = {
            "id": new_id(), "authority_id": new_id(), "row_version": 1, "is_sample": is_sample,
            "created_at": datetime.now(UTC).isoformat(), "head": GENESIS,
        }  # fmt: skip
        with told(), engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(tables.store), row)
    finally:
        engine.dispose()


def open_store(places: Places, data_key: bytes, *, read_only: bool = False) -> Store:
    """Open an existing store. Raises ``StoreBusy`` for a second writer, ``UserError`` for an unreadable file."""
    if not places.store.exists():
        raise UserError(_MISSING.format(folder=places.folder))
    if read_only:
        return _beside(places, data_key)
    with ExitStack() as held:
        lock = WriterLock(places.lock)
        held.callback(lock.release)
        engine = open_engine(places.store, data_key)
        held.callback(engine.dispose)
        if not is_current(engine):
            upgrade(engine)
        store = _opened(engine, lock)
        held.pop_all()
        return store


def _beside(places: Places, data_key: bytes) -> Store:
    """For reading only, beside a writer. What only a writer may do is done first, if nobody else does it now."""
    if places.store.with_name(places.store.name + "-journal").exists():
        with suppress(StoreBusy):  # a crash's journal is rolled back by opening for writing; a live writer's is his
            open_store(places, data_key).close()
    engine = open_engine(places.store, data_key, read_only=True)
    with ExitStack() as held:
        held.callback(engine.dispose)
        if not is_current(engine):
            open_store(places, data_key).close()
        store = _opened(engine, None)
        held.pop_all()
        return store


def _opened(engine: Engine, lock: WriterLock | None) -> Store:
    try:
        return Store(engine, lock)
    except BaseException:
        engine.dispose()
        raise
