"""The review that is planned: the next one of a child looked after, else the pathway review of a young person."""

from datetime import date, timedelta

from iro_desktop.domain.records import Allocation, Leave
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.rules.compute import PATHWAY_REVIEWS, next_review
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
        return pathway_review_to_plan(child.deadlines)
    binding = [one for one in child.owed if one.rule.id in _BINDING and one.due_on is not None]
    first = min(binding, key=lambda one: one.due_on or date.max, default=None)
    if first is None or first.due_on is None or (ordinary.due_on is not None and ordinary.due_on <= first.due_on):
        return ordinary
    return first._replace(booked_on=ordinary.booked_on)


def not_before(child: ChildNow) -> date | None:
    """The first day on which the review that binds may be held, where there is one: 28 days after a return."""
    owed = owed_next(child)
    return owed.trigger_on + RETURNED_NOT_BEFORE if owed and owed.rule.id == "review.adoption-returned" else None


def pathway_review_to_plan(deadlines: tuple[Deadline, ...] | list[Deadline]) -> Deadline | None:
    """The open pathway review with the earliest last day; one that may only be held from a day on comes last."""
    found = [one for one in deadlines if one.is_open and one.rule.id in PATHWAY_REVIEWS]
    return min(found, key=lambda one: (one.rule.is_earliest, one.due_on or date.max), default=None)


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
