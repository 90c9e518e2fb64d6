"""What the store held at a past moment, rebuilt from its history: the same questions, answered as of then.

The past is every act up to one of them, in the order in which they were done: so it is whole, as it stood after that
act. What has been erased since is gone from the past too.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from iro_desktop.domain.records import Record
from iro_desktop.store import tables
from iro_desktop.store.codec import many_from_json
from iro_desktop.store.queries import FactReader, in_natural_order

R = TypeVar("R", bound=Record)
_PLACES = 2**32  # changes in one act stay below it


def told_before(connection: Connection, authority_id: str, until: datetime) -> list[tuple[str, str]]:
    """Every record as acts before ``until`` (with its time zone) left it, as text with its kind."""
    return _last_told(connection, authority_id, _last_before(connection, authority_id, until))


class PastReader(FactReader):
    """Answers from what the history told; the store is not asked any more."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        """Rebuild every record."""
        texts: dict[str, list[str]] = defaultdict(list)
        for entity, text in told:
            texts[entity].append(text)
        self._records = {entity: many_from_json(entity, found) for entity, found in texts.items()}

    def all(self, kind: type[R], *_conditions: Any) -> list[R]:
        """Every record of a type as it stood then, in its natural order."""
        found: list[Any] = self._records.get(kind.entity, [])
        return in_natural_order(kind, found)

    def of_children(self, kind: type[R], column: str, child_ids: Collection[str] | None) -> list[R]:
        """Those of the children named."""
        found = self.all(kind)
        return found if child_ids is None else [one for one in found if getattr(one, column) in child_ids]


def end_of(day: date) -> datetime:
    """The moment at which that day ends on this computer's clock; a day may have 23 or 25 hours."""
    return datetime.combine(day + timedelta(days=1), time()).astimezone()


def in_order(moments: Sequence[datetime]) -> list[datetime]:
    """When each act is taken to have been done: never before the one before it.

    A clock that was wrong for a while stamps acts that fit neither with those before nor with those after. The longest
    run of stamps that do fit is believed; any other act counts at the moment of the one before it.

    >>> [one.day for one in in_order([datetime(2026, 5, day) for day in (1, 2, 30, 3, 4)])]  # ahead for one act
    [1, 2, 2, 3, 4]
    >>> [one.day for one in in_order([datetime(2026, 5, day) for day in (11, 12, 1, 13, 14)])]  # put back for one act
    [11, 12, 12, 13, 14]
    """
    believed = _longest_run(moments)
    if not believed:
        return []
    taken, now = [], moments[believed[0]]
    fits = set(believed)
    for place, moment in enumerate(moments):
        now = moment if place in fits else now
        taken.append(now)
    return taken


def _longest_run(moments: Sequence[datetime]) -> list[int]:
    """The places of the longest run that never goes back: by the ends of the runs of each length, each the earliest."""
    ends: list[datetime] = []  # of the runs of length 1, 2, …
    places: list[int] = []
    before: list[int | None] = []  # the place before each in its run
    for place, moment in enumerate(moments):
        length = bisect_right(ends, moment)
        before.append(places[length - 1] if length else None)
        ends[length : length + 1] = [moment]
        places[length : length + 1] = [place]
    run: list[int] = []
    at = places[-1] if places else None
    while at is not None:
        run.append(at)
        at = before[at]
    return run[::-1]


def _last_before(connection: Connection, authority_id: str, until: datetime) -> int:
    """The number of the last act done before that moment; 0: none was."""
    act = tables.act
    statement = select(act.c.seq, act.c.at).where(act.c.authority_id == authority_id).order_by(act.c.seq)
    found = connection.execute(statement).all()
    moments = in_order([datetime.fromisoformat(row.at) for row in found])
    done = [row.seq for row, moment in zip(found, moments, strict=True) if moment < until]
    return done[-1] if done else 0


def _last_told(connection: Connection, authority_id: str, last: int) -> list[tuple[str, str]]:
    """The text of every row that stood after that act, by its kind: one pass for the newest change of each row."""
    act, change, payload = tables.act, tables.change, tables.payload
    newest = (
        # SQLite takes the other columns of a group with max() from the row that holds it: sqlite.org/lang_select.html
        select(change.c.id, change.c.entity, func.max(act.c.seq * _PLACES + change.c.position).label("place"))
        .join_from(change, act, (change.c.authority_id == act.c.authority_id) & (change.c.act_id == act.c.id))
        .where(change.c.authority_id == authority_id, act.c.seq <= last)
        .group_by(change.c.entity, change.c.entity_id)
        .subquery()
    )
    statement = (
        select(newest.c.entity, payload.c.after)
        .join_from(newest, payload, payload.c.id == newest.c.id)
        .where(payload.c.authority_id == authority_id, payload.c.after.is_not(None))
    )
    return [(row.entity, row.after) for row in connection.execute(statement)]
