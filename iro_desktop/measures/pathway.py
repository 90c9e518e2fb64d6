"""Rows about pathway plan reviews: those held in a period, by whether they were in time (SI 2010/2571 reg 7)."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.vocabulary import ReviewKind, Standing
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on

PATHWAY_LIMITS = frozenset({"pathway.review", "pathway.accommodation-review"})


def pathway_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each pathway plan review held in the period; one that answered to two limits is in time where it kept both."""
    settled: dict[date, list[Limit]] = {}
    for one in counted.limits:
        if one.rule.id in PATHWAY_LIMITS and one.met_on is not None:
            settled.setdefault(one.met_on, []).append(one)
    for review in counted.facts.reviews:
        day = review.held_on
        if review.kind is not ReviewKind.PATHWAY or not span.holds(day):
            continue
        limits = settled.get(day, [])
        due = [limit.rule_due_on or limit.due_on for limit in limits]
        yield Row(
            counted.facts.child.council_id, day, day, min((one for one in due if one), default=None), day,
            is_met=bool(limits) and all(limit.standing is Standing.MET for limit in limits),
            left_out=None if limits else LeftOut.PREDECESSOR_UNKNOWN,
            iro=iro_on(counted, day), team=team_on(counted, day),
        )  # fmt: skip
