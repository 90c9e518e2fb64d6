"""What the store held at a past moment, rebuilt from its history: the same questions, answered as of then.

What has been erased since is gone from the past too.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

from iro_desktop.domain.records import Record
from iro_desktop.store import tables
from iro_desktop.store.codec import from_json
from iro_desktop.store.queries import FactReader, in_natural_order

R = TypeVar("R", bound=Record)


class PastReader(FactReader):
    """Answers from the history up to a moment; reads it once."""

    def __init__(self, connection: Connection, authority_id: str, until: datetime) -> None:
        """Rebuild every record as acts before ``until`` (UTC) left it."""
        self._records: dict[str, list[Record]] = defaultdict(list)
        for entity, text in _last_told(connection, authority_id, until):
            self._records[entity].append(from_json(entity, text, 1))

    def all(self, kind: type[R], *_conditions: Any) -> list[R]:
        """Every record of a type as it stood then, in its natural order."""
        found: list[Any] = self._records.get(kind.entity, [])
        return in_natural_order(kind, found)

    def of_children(self, kind: type[R], column: str, child_ids: Collection[str] | None) -> list[R]:
        """Those of the children named."""
        found = self.all(kind)
        return found if child_ids is None else [one for one in found if getattr(one, column) in child_ids]


def end_of(day: date) -> datetime:
    """The moment at which that day ends on this computer's clock, as UTC."""
    return datetime.combine(day + timedelta(days=1), time()).astimezone()


def _last_told(connection: Connection, authority_id: str, until: datetime) -> list[tuple[str, str]]:
    """The newest text of every row that stood then, by its kind."""
    act, change, payload = tables.act, tables.change, tables.payload
    same_act = (change.c.authority_id == act.c.authority_id) & (change.c.act_id == act.c.id)
    its_own = (change.c.authority_id == payload.c.authority_id) & (change.c.id == payload.c.id)
    statement = (
        select(act.c.at, change.c.entity, change.c.entity_id, payload.c.after)
        .select_from(change.join(act, same_act).outerjoin(payload, its_own))
        .where(change.c.authority_id == authority_id)
        .order_by(act.c.seq, change.c.position)
    )
    told: dict[tuple[str, str], str | None] = {}
    for row in connection.execute(statement):
        if datetime.fromisoformat(row.at) >= until:
            continue  # a clock that was put back makes no act later than the next
        told[row.entity, row.entity_id] = row.after
    return [(entity, text) for (entity, _), text in told.items() if text is not None]
