"""How many recommendations are open and overdue over a caseload, by agency and by whom they ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import with_work


@dataclass(frozen=True, slots=True)
class Sum:
    """One agency or owner."""

    who: str  # "education", "school"
    open: int
    overdue: int
    drifting: int


@dataclass(frozen=True, slots=True)
class RecommendationSums:
    """What is open in a caseload."""

    by_agency: tuple[Sum, ...]  # most open first
    by_owner: tuple[Sum, ...]
    open: int
    overdue: int


def in_scope(snapshot: Snapshot, iro: str | None) -> tuple[RecommendationRow, ...]:
    """Every recommendation of one IRO's children, or of everybody's, by child, review and number."""
    return tuple(
        row
        for child in with_work(snapshot, iro)
        for row in recommendations(child.facts, snapshot.today, snapshot.practice)
    )


def sums(rows: Iterable[RecommendationRow]) -> RecommendationSums:
    """Counted over what is open."""
    still = [row for row in rows if row.is_open]
    return RecommendationSums(
        _by(still, lambda row: row.agency.label),
        _by(still, lambda row: row.owner.label),
        len(still),
        sum(row.is_overdue for row in still),
    )


def _by(rows: Iterable[RecommendationRow], who: Callable[[RecommendationRow], str]) -> tuple[Sum, ...]:
    grouped: dict[str, list[RecommendationRow]] = {}
    for row in rows:
        grouped.setdefault(who(row), []).append(row)
    found = (
        Sum(name, len(ones), sum(one.is_overdue for one in ones), sum(one.is_drifting for one in ones))
        for name, ones in grouped.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.open, -one.overdue, one.who)))
