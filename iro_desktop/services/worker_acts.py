"""Acts about who is responsible for a child: the IRO, the social worker, the personal adviser; each a dated history."""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.acts import AllocateIro, AllocateWorker, EndWorker
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Allocation, ChildFacts, Iro, Worker
from iro_desktop.services.workspace import Workspace

_DAY = timedelta(days=1)


def allocate_iro(act: AllocateIro, work: Workspace) -> None:
    """Give a child to an IRO, with what is handed over."""
    facts, iro = work.child(act.child), work.iro(act.iro)
    check_in_post(iro, act.from_on)
    allocate(work, facts, iro, act.from_on, _said(act.note))


def check_in_post(iro: Iro, day: date, field: str = "iro") -> None:
    """Refuse an IRO whose last day in post lies before that day."""
    if iro.to_on is not None and iro.to_on < day:
        raise UserError(
            f"That IRO's last day in post was {short(iro.to_on)}. Nothing was changed. Choose somebody else.", field
        )


def allocate(work: Workspace, facts: ChildFacts, iro: Iro, from_on: date, note: str | None = None) -> None:
    """Start an allocation; one that still ran ends the day before, one from the same day is replaced."""
    for one in facts.allocations:
        if one.from_on >= from_on:
            work.remove(one)
        elif one.to_on is None or one.to_on >= from_on:
            work.put(replace(one, to_on=from_on - _DAY))
    work.put(Allocation(work.new_id(), facts.child.id, iro.id, from_on, note=note))


def allocate_worker(act: AllocateWorker, work: Workspace) -> None:
    """Start a worker's time; that of the one before ends the day before, one from the same day on is replaced."""
    facts = work.child(act.child)
    name, team = _said(act.worker), _said(act.team)
    if name is None:
        raise UserError(f"A {act.role.label} needs a name. Nothing was changed.", field="worker")
    mine = [one for one in facts.workers if one.role is act.role]
    if any((one.name, one.team, one.to_on) == (name, team, None) and one.from_on <= act.from_on for one in mine):
        raise UserError(
            f"That {act.role.label} is allocated already. Nothing was changed. Check the name.", field="worker"
        )
    for one in mine:
        if one.from_on >= act.from_on:
            work.remove(one)
        elif one.to_on is None or one.to_on >= act.from_on:
            work.put(replace(one, to_on=act.from_on - _DAY))
    work.put(Worker(work.new_id(), facts.child.id, act.role, name, act.from_on, team))


def end_worker(act: EndWorker, work: Workspace) -> None:
    """A worker's time ends, and nobody comes in their place."""
    facts = work.child(act.child)
    last = next((one for one in reversed(facts.workers) if one.role is act.role and one.to_on is None), None)
    if last is None:
        raise UserError(
            f"No {act.role.label} of {act.child} is recorded whose time goes on. Nothing was changed.", field="role"
        )
    if act.to_on < last.from_on:
        raise UserError(
            f"The last day lies before {short(last.from_on)}, the first one. Nothing was changed. Check the date.",
            field="to_on",
        )
    work.put(replace(last, to_on=act.to_on))


def _said(words: str | None) -> str | None:
    """Words without blanks around them; nothing but blanks is ``None``."""
    return (words or "").strip() or None
