"""Whether the history is whole, and whether the facts are those that the history tells of."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.engine import Connection

from iro_desktop.store import tables
from iro_desktop.store.codec import is_told
from iro_desktop.store.gate import CHAINED, GENESIS, act_digest, payload_digest
from iro_desktop.store.history import records

_ALTERED = "altered"


def broken_link(connection: Connection, authority_id: str) -> int | None:
    """Sequence number of the first act whose digest does not fit, or ``None`` for a whole chain.

    Erased payloads do not break the chain; altered, removed or reordered rows do. Acts cut off the end show at the
    number that the first of them had.
    """
    changes: dict[str, list[tuple[object, object, object]]] = {}
    for row in connection.execute(_changes(authority_id)):
        is_sound = row.salt is None or payload_digest(row.salt, row.before, row.after) == row.digest
        changes.setdefault(row.act_id, []).append((row.entity, row.entity_id, row.digest if is_sound else _ALTERED))
    previous, expected = GENESIS, 1
    columns = [tables.act.c[name] for name in (*CHAINED, "digest")]
    statement = select(*columns).where(tables.act.c.authority_id == authority_id).order_by(tables.act.c.seq)
    for act in connection.execute(statement).mappings():
        fits = act["seq"] == expected and act["previous_digest"] == previous
        if not fits or act_digest(dict(act), changes.pop(act["id"], [])) != act["digest"]:
            return expected
        previous, expected = act["digest"], expected + 1
    head = connection.execute(select(tables.store.c.head).where(tables.store.c.authority_id == authority_id)).scalar()
    return None if head == previous and not changes else expected


def unexplained(connection: Connection, authority_id: str) -> Iterator[str]:
    """What stands, or is gone, without the history saying so: a sentence for each row, by its own id.

    Rows whose last payload was erased are taken as they are.
    """
    told: dict[tuple[str, str], str | None] = {}
    erased: set[tuple[str, str]] = set()
    for row in connection.execute(_changes(authority_id)):
        key = (row.entity, row.entity_id)
        told[key] = row.after
        (erased.add if row.salt is None else erased.discard)(key)
    found = {
        (entity, record.id): record
        for entity in tables.ENTITY_TABLES
        for record in records(connection, authority_id, entity)
    }
    for key in sorted(told.keys() | found.keys()):
        if key not in erased and not is_told(found.get(key), told.get(key)):
            yield f"{key[0]} {key[1]} is not as the history tells"


def _changes(authority_id: str) -> Select[Any]:
    """Every change with its payload, where there still is one; oldest act first."""
    change, payload, act = tables.change, tables.payload, tables.act
    same_act = (change.c.authority_id == act.c.authority_id) & (change.c.act_id == act.c.id)
    its_own = (change.c.authority_id == payload.c.authority_id) & (change.c.id == payload.c.id)
    return (
        select(change.c.act_id, change.c.entity, change.c.entity_id, change.c.digest,
               payload.c.salt, payload.c.before, payload.c.after)
        .select_from(change.outerjoin(act, same_act).outerjoin(payload, its_own))
        .where(change.c.authority_id == authority_id)
        .order_by(act.c.seq, change.c.position)
    )  # fmt: skip
