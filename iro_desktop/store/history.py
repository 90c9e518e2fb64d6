"""Reading the history: the acts, what can be undone, and the inverse of an act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import AnnualReport, Record
from iro_desktop.store import tables
from iro_desktop.store.codec import from_json, is_told, row_maker
from iro_desktop.store.gate import Change
from iro_desktop.store.queries import rows_of

SAMPLE = "sample"  # origin of the acts that lay down an invented caseload: the ground one starts from
# What was shown cannot be unseen, nor what was published unsaid; the list is frozen by a test.
NOT_UNDOABLE = frozenset({"Export", "PublishReport"})
_TOUCHED = "A later act changed the same entry. Nothing was undone. Undo the later act first."
_PUBLISHED = "The annual report has been published since, and stays as it was published. Nothing was undone."
_UNKNOWN = "There is no act with that id in the history. Nothing was changed."
_ERASED = "What that act changed has been erased since, so it cannot be taken back. Nothing was changed."


@dataclass(frozen=True, slots=True)
class PastAct:
    """One act of the history."""

    id: str
    seq: int
    at: str  # UTC, ISO
    author: str
    origin: str
    kind: str
    sentence: str
    undoes: str | None


@dataclass(frozen=True, slots=True)
class UndoStacks:
    """What can be undone and redone now, newest last."""

    undo: tuple[PastAct, ...]
    redo: tuple[PastAct, ...]  # the undoing acts whose inverse is the redo


def acts(connection: Connection, authority_id: str) -> tuple[PastAct, ...]:
    """Every act, oldest first."""
    columns = [tables.act.c[name] for name in PastAct.__slots__]
    statement = select(*columns).where(tables.act.c.authority_id == authority_id).order_by(tables.act.c.seq)
    return tuple(PastAct(*row) for row in connection.execute(statement))


def stacks(past: Sequence[PastAct]) -> UndoStacks:
    """Walk the history: an act can be undone, an undoing one redone, until something new is done."""
    undo: dict[str, PastAct] = {}
    redo: dict[str, PastAct] = {}
    for act in past:
        if act.kind in NOT_UNDOABLE or act.origin == SAMPLE:
            continue
        if act.undoes is None:
            undo[act.id] = act
            redo.clear()
        elif undo.pop(act.undoes, None):
            redo[act.id] = act
        elif redo.pop(act.undoes, None):
            undo[act.id] = act
    return UndoStacks(tuple(undo.values()), tuple(redo.values()))


def inverse(connection: Connection, authority_id: str, act_id: str) -> list[Change]:
    """The changes that take an act back.

    Raises ``Conflict`` where a later act touched the same row, ``UserError`` for an act unknown or erased.
    """
    statement = (
        select(tables.change.c.entity, tables.change.c.entity_id, tables.payload.c.salt, tables.payload.c.before,
               tables.payload.c.after)
        .join_from(
            tables.change,
            tables.payload,
            (tables.change.c.authority_id == tables.payload.c.authority_id)
            & (tables.change.c.id == tables.payload.c.id),
            isouter=True,
        )
        .where(tables.change.c.authority_id == authority_id, tables.change.c.act_id == act_id)
        .order_by(tables.change.c.position.desc())
    )  # fmt: skip
    rows = connection.execute(statement).all()
    if not rows:
        raise UserError(_UNKNOWN)
    if any(row.salt is None for row in rows):
        raise UserError(_ERASED)
    now = _current(connection, authority_id, [(row.entity, row.entity_id) for row in rows])
    return [_turned(row, now.get(row.entity_id)) for row in rows]


def _turned(row: Any, current: Record | None) -> Change:
    if not is_told(current, row.after):
        raise Conflict(_PUBLISHED if isinstance(current, AnnualReport) and current.published_on else _TOUCHED)
    version = current.row_version if current else 1
    before = from_json(row.entity, row.before, version) if row.before else None
    return Change(current, before)


def _current(connection: Connection, authority_id: str, keys: Sequence[tuple[str, str]]) -> dict[str, Record]:
    """The rows as they stand now, by id."""
    found: dict[str, Record] = {}
    for entity in {entity for entity, _ in keys}:
        wanted = [key for name, key in keys if name == entity]
        for start in range(0, len(wanted), 500):
            for record in records(connection, authority_id, entity, ids=wanted[start : start + 500]):
                found[record.id] = record
    return found


def records(
    connection: Connection, authority_id: str, entity: str, *, ids: Sequence[str] | None = None
) -> list[Record]:
    """Records of one table, all or those with the ids given, in order of id."""
    table = tables.ENTITY_TABLES[entity]
    statement = rows_of(entity) if ids is None else rows_of(entity).where(table.c.id.in_(ids))
    make = row_maker(entity)
    found = connection.execute(statement.order_by(table.c.id), {"authority": authority_id})
    return [make(row) for row in found]
