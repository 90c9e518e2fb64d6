"""What is being typed and not saved yet, as text by key. No fact: it passes the gate by and leaves no history."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from iro_desktop.store.identity import new_id
from iro_desktop.store.tables import draft


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """One half-filled form or half-written page."""

    key: str
    body: str  # JSON; what it means is the services' business
    saved_at: datetime  # UTC


def keep(connection: Connection, authority_id: str, kept: StoredDraft) -> None:
    """Put it in, in the place of what was kept under the key before."""
    row = {
        "id": new_id(), "authority_id": authority_id, "row_version": 1, "key": kept.key, "body": kept.body,
        "saved_at": kept.saved_at.isoformat(),
    }  # fmt: skip
    again = {"body": row["body"], "saved_at": row["saved_at"], "row_version": draft.c.row_version + 1}
    statement = insert(draft).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["authority_id", "key"], set_=again))


def drop(connection: Connection, authority_id: str, key: str) -> None:
    """Take it away, where there is one."""
    connection.execute(delete(draft).where(draft.c.authority_id == authority_id, draft.c.key == key))


def every(connection: Connection, authority_id: str) -> tuple[StoredDraft, ...]:
    """All that is kept, the newest first."""
    columns = (draft.c.key, draft.c.body, draft.c.saved_at)
    found = connection.execute(
        select(*columns).where(draft.c.authority_id == authority_id).order_by(draft.c.saved_at.desc(), draft.c.key)
    )
    return tuple(StoredDraft(row.key, row.body, datetime.fromisoformat(row.saved_at)) for row in found)
