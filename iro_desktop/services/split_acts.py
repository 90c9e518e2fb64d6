"""Acts about why brothers and sisters do not share one IRO: ordinarily one is responsible for them all."""

from dataclasses import replace

from iro_desktop.domain.acts import StateSiblingSplit, WithdrawSiblingSplit
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SiblingMembership
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def state_sibling_split(act: StateSiblingSplit, work: Workspace) -> None:
    """Say why this child has another IRO; said again, the newer reason stands."""
    member = _member(act.group, act.child, work)
    work.put(replace(member, split_reason=act.reason, liaison=words_of(act.liaison)))


def withdraw_sibling_split(act: WithdrawSiblingSplit, work: Workspace) -> None:
    """The exception no longer holds."""
    member = _member(act.group, act.child, work)
    if member.split_reason is None:
        raise UserError(f"No exception is stated for {act.child}. Nothing was changed.", field="child")
    work.put(replace(member, split_reason=None, liaison=None))


def _member(group_name: str, council_id: str, work: Workspace) -> SiblingMembership:
    child, wanted = work.child(council_id).child, words_of(group_name)
    group_ids = {one.id for one in work.groups() if one.name == wanted}
    for one in work.memberships():
        if one.child_id == child.id and one.group_id in group_ids and (one.to_on is None or one.to_on >= work.today):
            return one
    raise UserError(
        f"{council_id} is not in that sibling group now. Nothing was changed. Check the id and the group.",
        field="group",
    )
