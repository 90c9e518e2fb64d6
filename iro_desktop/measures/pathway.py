"""Rows about pathway plan reviews: those held in a period, by whether they were in time (SI 2010/2571 reg 7)."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.vocabulary import ReviewKind, Standing
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on

PATHWAY_LIMITS = frozenset({"pathway.review", "pathway.accommodation-review"})


def pathway_reviews_held(facts: ChildFacts) -> Iterator[Review]:
    """Pathway plan reviews, oldest first; two on one day are the same one told twice."""
    seen: date | None = None
    for one in facts.reviews:
        if one.kind is ReviewKind.PATHWAY and one.held_on != seen:
            seen = one.held_on
            yield one


def pathway_held_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each pathway plan review held in the period, whatever else is recorded of it."""
    for review in pathway_reviews_held(counted.facts):
        day = review.held_on
        if span.holds(day):
            yield Row(
                counted.facts.child.council_id, day, day, None, day, is_met=True, left_out=None,
                iro=iro_on(counted, day), team=team_on(counted, day),
            )  # fmt: skip


def pathway_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each pathway plan review held in the period; one that answered to two limits is in time where it kept both."""
    settled: dict[date, list[Limit]] = {}
    for one in counted.limits:
        if one.rule.id in PATHWAY_LIMITS and one.met_on is not None:
            settled.setdefault(one.met_on, []).append(one)
    for review in pathway_reviews_held(counted.facts):
        day = review.held_on
        if not span.holds(day):
            continue
        limits = settled.get(day, [])
        due = [limit.rule_due_on or limit.due_on for limit in limits]
        yield Row(
            counted.facts.child.council_id, day, day, min((one for one in due if one), default=None), day,
            is_met=bool(limits) and all(limit.standing is Standing.MET for limit in limits),
            left_out=None if limits else LeftOut.PREDECESSOR_UNKNOWN,
            iro=iro_on(counted, day), team=team_on(counted, day),
        )  # fmt: skip
