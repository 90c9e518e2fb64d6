"""Whose work private fostering, foster carers and the service's own duties are, where no child is allocated."""

from iro_desktop.domain.arrangements import arrangements_of, is_over
from iro_desktop.domain.vocabulary import IroRole
from iro_desktop.services.snapshot import CarerNow, ChildNow, Snapshot


def leads_fostering(snapshot: Snapshot, iro: str | None) -> bool:
    """Whether that IRO answers for private fostering. Where nobody is named its lead, everybody is told."""
    return _has_role(snapshot, iro, IroRole.PRIVATE_FOSTERING)


def is_privately_fostered(snapshot: Snapshot, child: ChildNow) -> bool:
    """Whether an arrangement of the child is proposed or runs."""
    facts = child.facts
    if not facts.arrangements and not facts.circumstances:
        return False
    return any(not is_over(one, snapshot.today) for one in arrangements_of(facts))


def carers_of(snapshot: Snapshot, iro: str | None) -> list[CarerNow]:
    """The households an IRO reviews; one that has nobody is shown to the fostering IROs."""
    ids = {one.id for one in snapshot.iros if one.name == iro}
    takes_over = _has_role(snapshot, iro, IroRole.FOSTERING)
    here = {one.id for one in snapshot.iros}
    return [
        one
        for one in snapshot.carers.values()
        if iro is None or one.facts.carer.iro_id in ids or (takes_over and one.facts.carer.iro_id not in here)
    ]


def _has_role(snapshot: Snapshot, iro: str | None, role: IroRole) -> bool:
    named = {one.name for one in snapshot.iros if one.role is role}
    return iro is None or not named or iro in named
