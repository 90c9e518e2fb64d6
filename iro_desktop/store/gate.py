"""The write gate: the only place that writes facts. Rows and their history go in together or not at all.

Digests: a change's digest is SHA-256 over salt and payload; an act's is SHA-256 over the digest before it, its own
fields and, for each of its changes, which row it was and its digest. Payload and salt are rows of their own: erasing
them leaves the chain whole. The store's own row keeps the newest digest, so that acts cannot vanish from the end.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Delete, Table, Update, bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.records import Record
from iro_desktop.store import tables
from iro_desktop.store.codec import to_json, to_row
from iro_desktop.store.identity import new_id

GENESIS = "0" * 64
_STALE = (
    "This was changed elsewhere since it was read here. Nothing was saved. Look at it again, then repeat the change."
)
_BUILT_UPON = "Later entries build on this one. Nothing was changed. Undo those first."


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; ``None`` before: new, ``None`` after: removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Whichever side there is."""
        record = self.after or self.before
        assert record is not None
        return record


@dataclass(frozen=True, slots=True)
class ActLine:
    """What history keeps of an act beside its changes."""

    kind: str
    sentence: str  # as shown to the user; names children by id
    author: str
    origin: str  # "window", "command line", "import"
    at: datetime  # UTC
    undoes: str | None = None  # id of the act whose inverse this is


def write(connection: Connection, authority_id: str, line: ActLine, changes: Sequence[Change]) -> str:
    """Apply the changes and their history in the connection's transaction; returns the act's id.

    Raises ``Conflict`` where a row is not at the version it was read at, or where others depend on it.
    """
    try:
        applied = _apply(connection, authority_id, changes)
    except IntegrityError as error:
        raise Conflict(_BUILT_UPON) from error
    return _record(connection, authority_id, line, applied)


def _apply(connection: Connection, authority_id: str, changes: Sequence[Change]) -> list[Change]:
    """Inserts and updates parents first, removals children first; returns the changes with new row versions."""
    applied = [_bumped(change) for change in changes]
    mine: dict[str, list[Change]] = {}  # by table
    for change in applied:
        mine.setdefault(change.record.entity, []).append(change)
    in_order = [name for name in tables.ENTITY_TABLES if name in mine]
    for name in in_order:
        table = tables.ENTITY_TABLES[name]
        _insert(connection, authority_id, table, [one.after for one in mine[name] if not one.before and one.after])
        _update(connection, authority_id, table, [one for one in mine[name] if one.before and one.after])
    for name in reversed(in_order):
        gone = [one.before for one in mine[name] if one.before and not one.after]
        _delete(connection, authority_id, tables.ENTITY_TABLES[name], gone)
    return applied


def _bumped(change: Change) -> Change:
    if change.before is None or change.after is None:
        return change
    return Change(change.before, replace(change.after, row_version=change.before.row_version + 1))


def _insert(connection: Connection, authority_id: str, table: Table, records: Iterable[Record]) -> None:
    rows = [{"authority_id": authority_id, **to_row(record)} for record in records]
    if rows:
        connection.execute(insert(table), rows)


def _update(connection: Connection, authority_id: str, table: Table, changes: Sequence[Change]) -> None:
    rows = [
        {**to_row(change.after), "old_id": change.before.id, "old_version": change.before.row_version}
        for change in changes
        if change.before is not None and change.after is not None
    ]
    if rows:  # to put the statement together costs more than to run it
        _exactly(connection, update(table).where(*_at_version(table, authority_id)), rows)


def _delete(connection: Connection, authority_id: str, table: Table, records: Sequence[Record]) -> None:
    rows = [{"old_id": record.id, "old_version": record.row_version} for record in records]
    if rows:
        _exactly(connection, delete(table).where(*_at_version(table, authority_id)), rows)


def _at_version(table: Table, authority_id: str) -> tuple[ColumnElement[bool], ...]:
    """The row with that id, if it still is at the version it was read at."""
    mine = table.c.authority_id == authority_id
    return mine, table.c.id == bindparam("old_id"), table.c.row_version == bindparam("old_version")


def _exactly(connection: Connection, statement: Update | Delete, rows: Sequence[dict[str, object]]) -> None:
    """Run for each row; each has to touch exactly one."""
    if connection.execute(statement, rows).rowcount != len(rows):
        raise Conflict(_STALE)


def _record(connection: Connection, authority_id: str, line: ActLine, changes: Sequence[Change]) -> str:
    act_id = new_id()
    seq, previous = last_act(connection, authority_id)
    common = {"authority_id": authority_id, "row_version": 1}
    rows, payloads = [], []
    for position, change in enumerate(changes, 1):
        salt, change_id = os.urandom(16), new_id()
        before = to_json(change.before) if change.before else None
        after = to_json(change.after) if change.after else None
        rows.append({
            **common, "id": change_id, "act_id": act_id, "position": position, "entity": change.record.entity,
            "entity_id": change.record.id, "digest": payload_digest(salt, before, after),
        })  # fmt: skip
        payloads.append({**common, "id": change_id, "salt": salt, "before": before, "after": after})
    act = {
        **common, "id": act_id, "seq": seq + 1, "at": line.at.isoformat(), "author": line.author,
        "origin": line.origin, "kind": line.kind, "sentence": line.sentence, "undoes": line.undoes,
        "previous_digest": previous,
    }  # fmt: skip
    act["digest"] = act_digest(act, [(row["entity"], row["entity_id"], row["digest"]) for row in rows])
    connection.execute(insert(tables.act), act)
    connection.execute(update(tables.store).where(tables.store.c.authority_id == authority_id), {"head": act["digest"]})
    if rows:
        connection.execute(insert(tables.change), rows)
        connection.execute(insert(tables.payload), payloads)
    return act_id


def last_act(connection: Connection, authority_id: str) -> tuple[int, str]:
    """Sequence number and digest of the newest act; 0 and the genesis digest before the first."""
    newest = select(func.max(tables.act.c.seq)).where(tables.act.c.authority_id == authority_id).scalar_subquery()
    row = connection.execute(
        select(tables.act.c.seq, tables.act.c.digest).where(
            tables.act.c.authority_id == authority_id, tables.act.c.seq == newest
        )
    ).first()
    return (row.seq, row.digest) if row else (0, GENESIS)


def payload_digest(salt: bytes, before: str | None, after: str | None) -> str:
    """The salted digest of one change."""
    return hashlib.sha256(salt + json.dumps([before, after]).encode()).hexdigest()


CHAINED = ("id", "seq", "at", "author", "origin", "kind", "sentence", "undoes", "previous_digest")


def act_digest(act: Mapping[str, object], changes: Sequence[tuple[object, object, object]]) -> str:
    """The digest that chains an act to the one before it; of each change its entity, row and digest, in order."""
    return hashlib.sha256(json.dumps([[act[name] for name in CHAINED], list(changes)]).encode()).hexdigest()
