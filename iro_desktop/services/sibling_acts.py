"""Acts about brothers and sisters: groups, and when a child was in one."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import FormSiblingGroup, JoinSiblingGroup, LeaveSiblingGroup
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Child, SiblingGroup, SiblingMembership
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def form_sibling_group(act: FormSiblingGroup, work: Workspace) -> None:
    """Say that children are siblings; each is in one group at a time."""
    name = words_of(act.name)
    if name is None:
        raise UserError("A sibling group needs a name. Nothing was changed. Give it a label of your own.", field="name")
    if len(set(act.children)) < 2:
        raise UserError("A sibling group has at least two children. Nothing was changed.", field="children")
    if any(group.name == name for group in work.groups()):
        raise UserError(
            f"There already is a sibling group named {name}. Nothing was changed. Choose another name.", field="name"
        )
    group = work.put(SiblingGroup(work.new_id(), name))
    for council_id in dict.fromkeys(act.children):
        _join(group, work.child(council_id).child, act.from_on, work)


def join_sibling_group(act: JoinSiblingGroup, work: Workspace) -> None:
    """A child joins a group that is there."""
    if act.from_on > work.today:
        raise UserError(
            f"{short(act.from_on)} is still to come. Nothing was changed. Record it on the day.", field="from_on"
        )
    _join(_group(act.group, work), work.child(act.child).child, act.from_on, work)


def _join(group: SiblingGroup, child: Child, from_on: date, work: Workspace) -> None:
    for one in work.memberships():
        if one.child_id == child.id and (one.to_on is None or one.to_on >= from_on):
            raise UserError(
                f"{child.council_id} already is in a sibling group. Nothing was changed. Check the ids.", field="child"
            )
    work.put(SiblingMembership(work.new_id(), group.id, child.id, from_on))


def leave_sibling_group(act: LeaveSiblingGroup, work: Workspace) -> None:
    """A child leaves the group it is in; the time in it stays on record."""
    group, child = _group(act.group, work), work.child(act.child).child
    for one in work.memberships():
        if one.group_id == group.id and one.child_id == child.id and one.to_on is None:
            _check_last_day(act.to_on, one, work.today)
            work.put(replace(one, to_on=act.to_on))
            return
    raise UserError(f"{act.child} is not in that sibling group. Nothing was changed. Check the id and the group.")


def _check_last_day(to_on: date, membership: SiblingMembership, today: date) -> None:
    if not membership.from_on <= to_on <= today:
        raise UserError(
            f"The last day in the group lies before {short(membership.from_on)}, when the child joined it, "
            "or in the future. Nothing was changed. Check the date.",
            field="to_on",
        )


def _group(name: str, work: Workspace) -> SiblingGroup:
    wanted = words_of(name)
    for group in work.groups():
        if group.name == wanted:
            return group
    raise UserError(
        "There is no sibling group of that name. Nothing was changed. Check the name, or form it first.", field="group"
    )
