"""Brothers and sisters with one IRO, or with two and the reason for it."""

from collections.abc import Iterator

from iro_desktop.domain.records import SiblingMembership
from iro_desktop.services.record_views import SplitView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import display_name

NO_REASON = "Brothers and sisters have different IROs, and no reason is stated. Shift+G states it."


def split_view(snapshot: Snapshot, council_id: str) -> SplitView | None:
    """How far the child shares an IRO with brothers and sisters; ``None``: in no group.

    A reason stated for one of the children explains the split for all of the group.
    """
    here = _memberships(snapshot, council_id)
    mine = next((one for one in here if one.child_id == snapshot.children[council_id].facts.child.id), None)
    if mine is None:
        return None
    others = {one.iro for one in _in_care(snapshot, council_id)}
    is_split = snapshot.children[council_id].iro not in others if others else False
    stated = mine if mine.split_reason else next((one for one in here if one.split_reason), None)
    is_any = len(others | {snapshot.children[council_id].iro}) > 1
    return SplitView(
        next(one.name for one in snapshot.groups if one.id == mine.group_id),
        _words(snapshot, council_id, stated, is_split=is_any),
        is_split,
        is_any and stated is None,
        mine.split_reason,
        mine.liaison or "",
    )


def split_notices(snapshot: Snapshot, council_id: str) -> tuple[str, ...]:
    """What to know of it: different IROs without a reason."""
    split = split_view(snapshot, council_id) if snapshot.children[council_id].is_looked_after else None
    return (NO_REASON,) if split and split.is_missing else ()


def _memberships(snapshot: Snapshot, council_id: str) -> list[SiblingMembership]:
    """Today's memberships of the child's group, the child's own among them."""
    running = [one for one in snapshot.memberships if one.to_on is None or one.to_on >= snapshot.today]
    child_id = snapshot.children[council_id].facts.child.id
    group_id = next((one.group_id for one in running if one.child_id == child_id), None)
    return [one for one in running if one.group_id == group_id]


def _in_care(snapshot: Snapshot, council_id: str) -> list[ChildNow]:
    others = (snapshot.children[one] for one in snapshot.siblings.get(council_id, ()))
    return [one for one in others if one.is_looked_after]


def _words(snapshot: Snapshot, council_id: str, stated: SiblingMembership | None, *, is_split: bool) -> str:
    if not _in_care(snapshot, council_id):
        return "No brother or sister is looked after now."
    if not is_split:
        left = " The exception stated no longer applies: it can be withdrawn." if stated else ""
        return f"All have the same IRO.{left}"
    names = [f"{display_name(one.facts.child)}: {one.iro or 'IRO not known'}" for one in _in_care(snapshot, council_id)]
    return " ".join((f"{'; '.join(names)}.", *_because(stated)))


def _because(stated: SiblingMembership | None) -> Iterator[str]:
    if stated is None or stated.split_reason is None:
        yield "No reason is stated for different IROs."
        return
    yield f"Different IROs because of {stated.split_reason.label}."
    yield f"In touch: {stated.liaison}." if stated.liaison else "How the two IROs keep in touch is not stated."
