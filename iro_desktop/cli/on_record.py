"""What stands on record of a child, for ``child --json``: care with codes in words, who was responsible, siblings."""

from collections.abc import Callable

from iro_desktop.domain.records import Episode, Record
from iro_desktop.services.child_record import episode_line, iro_changes
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.splits import split_view

Visible = Callable[[Record], dict[str, object]]  # a record's fields, without what may not be shown


def on_record(now: Snapshot, child: ChildNow, visible: Visible, *, names: bool) -> dict[str, object]:
    """Everything but the child's own fields."""
    facts, child_id = child.facts, child.facts.child.council_id
    iros = {one.id: one.name for one in now.iros}
    return {
        "was_also": list(now.merged_ids().get(child_id, ())),
        "sibling_split": _split(now, child_id, names=names),
        "episodes": [_episode(one, visible) for one in facts.episodes],
        "allocations": [{"iro": iros.get(one.iro_id), **visible(one)} for one in facts.allocations],
        "iro_changes": iro_changes(facts),
        "workers": [visible(one) for one in facts.workers],
    }


def _episode(one: Episode, visible: Visible) -> dict[str, object]:
    line = episode_line(one)
    return {**visible(one), "words": line.words, "why": line.why, "ended": line.ended_words or None}


def _split(now: Snapshot, child_id: str, *, names: bool) -> dict[str, object] | None:
    split = split_view(now, child_id)
    if split is None:
        return None
    liaison = {"liaison": split.liaison or None} if names else {}
    return {
        "group": split.group,
        "has_another_iro": split.is_split,
        "reason": split.reason,
        "is_reason_missing": split.is_missing,
        **liaison,
    }
