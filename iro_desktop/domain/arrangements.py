"""Private fostering arrangements as everybody reads them: those recorded, and what an older file holds in their stead.

Older files keep two facts: that an arrangement was proposed, with the day it was to begin, and that a child is
privately fostered. A child fostered after a proposal is one arrangement, not two.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Arrangement, Child, ChildFacts, Circumstance
from iro_desktop.domain.vocabulary import CircumstanceKind

OLDER_KINDS = frozenset({CircumstanceKind.FOSTERING_PROPOSED, CircumstanceKind.PRIVATE_FOSTERING})
_OF_AGE, _OF_AGE_DISABLED = 16, 18  # Children Act 1989 s.66(1)(a)


def known_from(one: Arrangement) -> date:
    """The first known day, by which acts name it: notice, or that the authority knew, whichever is earlier."""
    days = [day for day in (one.notified_on, one.aware_on) if day is not None]
    return min(days)


def is_proposed(one: Arrangement, today: date) -> bool:
    """Whether nobody knows yet that the child is privately fostered."""
    return one.aware_on is None or one.aware_on > today


def is_over(one: Arrangement, today: date) -> bool:
    """Whether its last day has passed."""
    return one.ended_on is not None and one.ended_on < today


def of_age_on(child: Child) -> date | None:
    """The birthday from which the child is too old to be privately fostered; ``None``: the birth date is not known.

    Sixteen, or eighteen where the child is known to be disabled (Children Act 1989 s.66(1)(a)).
    """
    return birthday(child.born_on, of_age(child)) if child.born_on is not None else None


def of_age(child: Child) -> int:
    """The age at which the child is too old to be privately fostered."""
    return _OF_AGE_DISABLED if child.is_disabled else _OF_AGE


def arrangements_of(facts: ChildFacts) -> tuple[Arrangement, ...]:
    """Every arrangement, oldest first."""
    older = [one for one in facts.circumstances if one.kind in OLDER_KINDS]
    if not older:
        return tuple(sorted(facts.arrangements, key=known_from))
    return tuple(sorted((*facts.arrangements, *from_older(older)), key=known_from))


def from_older(circumstances: Iterable[Circumstance]) -> list[Arrangement]:
    """What the facts of an older file say, as arrangements; the id is that of the newer fact of each."""
    found: list[Arrangement] = []
    proposed: Arrangement | None = None
    for one in sorted(circumstances, key=lambda one: (one.from_on, one.kind is CircumstanceKind.PRIVATE_FOSTERING)):
        if one.kind is CircumstanceKind.FOSTERING_PROPOSED:
            if proposed is not None:
                found.append(proposed)
            proposed = Arrangement(one.id, one.child_id, notified_on=one.from_on, starts_on=one.to_on, note=one.note)
        elif one.kind is CircumstanceKind.PRIVATE_FOSTERING:
            begun = proposed or Arrangement(one.id, one.child_id)
            note = one.note or begun.note
            found.append(replace(begun, id=one.id, aware_on=one.from_on, ended_on=one.to_on, note=note))
            proposed = None
    return found if proposed is None else [*found, proposed]
