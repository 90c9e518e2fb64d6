"""What an undo would leave pointing to nothing: alerts filed under a word of a list, or drafted from a recommendation.

The store itself guards what hangs on a row; a word of a list is only named by its row id.
"""

from collections.abc import Sequence

from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.records import Alert, ListEntry, Recommendation
from iro_desktop.store.gate import Change
from iro_desktop.store.queries import Reader

_BUILT_UPON = "Later entries build on this one. Nothing was changed. Undo those first."


def check_not_built_upon(reader: Reader, changes: Sequence[Change]) -> None:
    """Raises ``Conflict`` where the changes take away what an alert, or another word of a list, still names."""
    taken = (one.record for one in changes if one.after is None)
    gone = {record.id for record in taken if isinstance(record, ListEntry | Recommendation)}
    if not gone:
        return
    after = {one.record.id: one.after for one in changes}
    named: set[str | None] = set()
    for alert in reader.all(Alert):
        now = after.get(alert.id, alert)
        if isinstance(now, Alert):
            named |= {now.theme_id, now.effect_id, now.recommendation_id}
    for entry in reader.all(ListEntry):
        stands = after.get(entry.id, entry)
        if isinstance(stands, ListEntry):
            named.add(stands.merged_into)
    if gone & named:
        raise Conflict(_BUILT_UPON)
