"""What reviews recommended, as it stands on a day: open ones carried on by themselves, their drift, how they stood.

Drift is counted in reviews running, the one that made it being the first: made in May and still open at the review in
November, it is open at the second review running. Closed, it has drifted as far as it had when it was closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import ChildFacts, Recommendation, RecommendationCheck, Review
from iro_desktop.domain.vocabulary import AGENCY_OF, Agency, Outcome, Progress, Role
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.services.words import ORDINALS

DRIFT = "recommendation-drift"


@dataclass(frozen=True, slots=True)
class Look:
    """How it stood on a day on which it was looked at."""

    on: date
    progress: Progress
    note: str  # "" where none was made

    @property
    def words(self) -> str:
        """``no progress on 3 Nov 2026``, with the note where there is one."""
        said = f"{self.progress.label} on {short(self.on)}"
        return f"{said}: {self.note}" if self.note else said


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation with what is to be known of it on a day."""

    child: str  # council id
    held_on: date  # of the review that made it
    number: int  # within that review
    text: str
    owner: Role
    agency: Agency
    due_on: date | None
    outcome: Outcome | None  # None: open
    outcome_on: date | None
    note: str  # on the outcome
    looks: tuple[Look, ...]  # oldest first
    reviews: int  # running at which it was open, the one that made it counted
    days: int  # since it was made, or from then to its outcome
    is_overdue: bool
    is_drifting: bool  # open, and past the service's own limit

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.outcome is None

    @property
    def due_words(self) -> str:
        """``4 Dec 2026``, ``overdue since 4 Dec 2026``; ``no day named``."""
        if self.due_on is None:
            return "no day named"
        return f"overdue since {short(self.due_on)}" if self.is_overdue else short(self.due_on)

    @property
    def drift_words(self) -> str:
        """``third review running, 402 days``."""
        days = f"{self.days:,} day" if self.days == 1 else f"{self.days:,} days"
        running = f"{ORDINALS[self.reviews - 1].lower()} review" if self.reviews <= len(ORDINALS) else "many reviews"
        return f"{running} running, {days}" if self.reviews > 1 else days

    @property
    def stood_words(self) -> str:
        """What became of it or, while it is open, how it stood last: ``in hand on 3 Nov 2026``."""
        if self.outcome is not None and self.outcome_on is not None:
            said = f"{self.outcome.label} on {short(self.outcome_on)}"
            return f"{said}: {self.note}" if self.note else said
        return self.looks[-1].words if self.looks else "not looked at yet"


def recommendations(facts: ChildFacts, on: date, practice: Practice = STANDARD) -> tuple[RecommendationRow, ...]:
    """Everything recommended by that day, open or closed, by review and number, oldest first."""
    held = {one.id: one for one in facts.reviews if one.held_on <= on}
    checks: dict[str, list[RecommendationCheck]] = {}
    for check in facts.checks:
        if check.on <= on:
            checks.setdefault(check.recommendation_id, []).append(check)
    limit = int(practice.value(DRIFT, on))
    rows = (
        _row(facts.child.council_id, one, held[one.review_id], held.values(), checks.get(one.id, ()), on, limit)
        for one in facts.recommendations
        if one.review_id in held
    )
    return tuple(sorted(rows, key=lambda row: (row.held_on, row.number)))


def open_recommendations(facts: ChildFacts, on: date, practice: Practice = STANDARD) -> tuple[RecommendationRow, ...]:
    """Those that nobody had closed by that day: what a mid-point or the next review takes up again."""
    return tuple(row for row in recommendations(facts, on, practice) if row.is_open)


def _row(
    child: str,
    one: Recommendation,
    made: Review,
    held: Iterable[Review],
    checks: Iterable[RecommendationCheck],
    on: date,
    limit: int,
) -> RecommendationRow:
    is_over = one.outcome is not None and one.outcome_on is not None and one.outcome_on <= on
    until = one.outcome_on if is_over and one.outcome_on else on
    reviews = 1 + sum(made.held_on < other.held_on <= until for other in held)
    return RecommendationRow(
        child,
        made.held_on,
        one.number,
        one.text,
        one.owner,
        one.agency or AGENCY_OF[one.owner],
        one.due_on,
        one.outcome if is_over else None,
        one.outcome_on if is_over else None,
        (one.note or "") if is_over else "",
        tuple(Look(each.on, each.progress, each.note or "") for each in checks),
        reviews,
        (until - made.held_on).days,
        not is_over and one.due_on is not None and one.due_on < on,
        not is_over and reviews >= limit,
    )
