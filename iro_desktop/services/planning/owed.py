"""The review that is planned: the next one of a child looked after, else the pathway review of a young person.

Which of several comes next is said by ``rules/compute.py`` alone; here it is asked for its last day and its first.
"""

from datetime import date, timedelta

from iro_desktop.domain.records import Allocation, Leave
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.rules.compute import next_pathway_review, next_review, pathway_limit
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.owed_reviews import RETURNED_NOT_BEFORE
from iro_desktop.services.snapshot import ChildNow, Snapshot

# Beside the ordinary limits these too are kept only by holding the next review in time.
_BINDING = frozenset({"review.early", "review.adoption-returned"})


def owed_next(child: ChildNow) -> Deadline | None:
    """The open deadline that binds the next review, the earliest if there are several; ``None``: none is owed.

    An early review that was asked for, and the one after a return from adoption, come with the booking of the next.
    """
    ordinary = next_review(child.owed)
    if ordinary is None:
        return pathway_limit(child.owed)
    binding = [one for one in child.owed if one.rule.id in _BINDING and one.due_on is not None]
    first = min(binding, key=lambda one: one.due_on or date.max, default=None)
    if first is None or first.due_on is None or (ordinary.due_on is not None and ordinary.due_on <= first.due_on):
        return ordinary
    return first._replace(booked_on=ordinary.booked_on)


def not_before(child: ChildNow) -> date | None:
    """The first day on which the review that binds may be held, where there is one.

    28 days after a return from adoption; the end of 28 days in accommodation that the authority provides.
    """
    owed = owed_next(child)
    first = next_pathway_review(child.owed)
    if first is not None and first.rule.is_earliest and next_review(child.owed) is None:
        return first.due_on
    return owed.trigger_on + RETURNED_NOT_BEFORE if owed and owed.rule.id == "review.adoption-returned" else None


def not_before_words(child: ChildNow) -> str:
    """After what that review may not be held too soon."""
    is_pathway = next_review(child.owed) is None
    return "after 28 days in the authority's accommodation" if is_pathway else "after the return from adoption"


def limit_of(owed: Deadline | None) -> date | None:
    """The last day in timescale; ``None`` where it is not known, or the rule gives a first day and no last."""
    return None if owed is None or owed.rule.is_earliest else owed.due_on


def allocated_on(child: ChildNow, day: date) -> str | None:
    """The row id of the IRO who is the child's on a day, or ``None``."""
    return next((one.iro_id for one in reversed(child.facts.allocations) if _covers(one, day)), None)


def _covers(one: Allocation, day: date) -> bool:
    return one.from_on <= day and (one.to_on is None or one.to_on >= day)


def leave_on(snapshot: Snapshot, child: ChildNow, day: date) -> Leave | None:
    """The leave by which the child's IRO is away on a day."""
    iro_id = allocated_on(child, day)
    return next((one for one in snapshot.leave if one.iro_id == iro_id and one.from_on <= day <= one.to_on), None)


def next_hearing(child: ChildNow, after: date) -> date | None:
    """The child's first hearing after a day."""
    return min(
        (
            one.from_on
            for one in child.facts.circumstances
            if one.kind is CircumstanceKind.HEARING and one.from_on > after
        ),
        default=None,
    )


def days_from_to(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
