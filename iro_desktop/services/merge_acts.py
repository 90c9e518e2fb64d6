"""The act that merges a second entry of a child into the first. Nothing is thrown away: undo takes it apart again."""

from dataclasses import replace

from iro_desktop.domain.acts import MergeChild
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Child
from iro_desktop.services.merging import filled, merge_plan
from iro_desktop.services.workspace import Workspace, Writing


def merge_child(act: MergeChild, work: Workspace) -> None:
    """Everything of the second entry goes to the first; the second stays in the store, marked, and in no list."""
    if act.child == act.into:
        raise UserError("A child is not merged into itself. Nothing was changed. Choose the other entry.", field="into")
    second, first = work.child(act.child), work.child(act.into)
    written: tuple[list[Writing], list[Writing]] = (
        work.writings(first.child),
        work.writings(second.child),
    )
    plan = merge_plan(first, second, written, work.memberships())
    if plan.wrong:
        raise UserError(f"{plan.wrong[0]} Nothing was changed.", field="into")
    for one in plan.gone:
        work.remove(one)
    for one in plan.changes:
        work.put(one)
    for one in plan.moves:
        work.move(one, first.child)
    work.put(replace(second.child, merged_into=first.child.id))
    work.put(as_one(first.child, second.child))


def as_one(first: Child, second: Child) -> Child:
    """The child that stays, with what was known only in the second entry.

    The birth date goes with how far it is known. Both histories together are whole from where either was.
    """
    full = filled(first, second)
    assert isinstance(full, Child)
    if first.born_on is not None:
        full = replace(full, born_as=first.born_as)
    whole = [one.complete_from for one in (first, second) if one.complete_from is not None]
    return replace(
        full,
        council_id=first.council_id,
        merged_into=None,
        tracking_from=min(first.tracking_from, second.tracking_from),
        complete_from=min(whole, default=None),
    )
