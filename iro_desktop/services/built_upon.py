"""What an undo would leave pointing to nothing: alerts filed under a word of a list, or drafted from a recommendation.

The store itself guards what hangs on a row; a word of a list is only named by its row id. What a published report was
made of stays as well, however long ago it was done.
"""

from collections.abc import Sequence

from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.records import (
    Alert,
    AnnualReport,
    FrozenFigure,
    FrozenSet,
    ListEntry,
    Recommendation,
    ReportSection,
)
from iro_desktop.store.gate import Change
from iro_desktop.store.queries import Reader

_BUILT_UPON = "Later entries build on this one. Nothing was changed. Undo those first."
_PUBLISHED = "The annual report of that year was published and stays as it is. Nothing was changed."


def check_not_built_upon(reader: Reader, changes: Sequence[Change]) -> None:
    """Raises ``Conflict`` where the changes take away what an alert, or another word of a list, still names."""
    _check_not_published(reader, changes)
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


def _check_not_published(reader: Reader, changes: Sequence[Change]) -> None:
    touched = [one.record for one in changes if isinstance(one.record, ReportSection | FrozenSet | FrozenFigure)]
    if not touched:
        return
    published = [one for one in reader.all(AnnualReport) if one.published_on is not None]
    stays = {one.id for one in published} | {one.set_id for one in published}
    if any(_belongs_to(one) in stays for one in touched):
        raise Conflict(_PUBLISHED)


def _belongs_to(record: ReportSection | FrozenSet | FrozenFigure) -> str:
    if isinstance(record, ReportSection):
        return record.report_id
    return record.id if isinstance(record, FrozenSet) else record.set_id
