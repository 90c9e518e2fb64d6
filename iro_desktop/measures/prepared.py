"""Rows about what has to be ready before a review: one for each review held in a period."""

from collections.abc import Callable, Iterator
from datetime import date

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on
from iro_desktop.measures.reviews import is_tracked, period_of, reviews_held


def rows_before(rule: str) -> Callable[[Counted, Span], Iterator[Row]]:
    """The rows of one duty before reviews; its count starts from the day the review was held.

    Where its last day came before the child was tracked here it is left out, also where it is known to have been done:
    what was not done leaves no trace.
    """

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        limits: dict[date, Limit] = {}
        for one in counted.limits:
            if one.rule.id == rule:  # a pathway plan review of the same day has the same work; it comes after
                limits.setdefault(one.trigger_on, one)
        for review in reviews_held(counted):
            day = review.held_on
            if not span.holds(day):
                continue
            limit = limits.get(day)
            due_on = limit.due_on if limit else None
            is_counted = due_on is not None and is_tracked(counted, due_on)
            yield Row(
                counted.facts.child.council_id, day, day, due_on, limit.met_on if limit else None,
                is_met=is_counted and limit is not None and limit.standing is Standing.MET,
                left_out=None if is_counted else _why_not(counted, day),
                iro=iro_on(counted, day), team=team_on(counted, day),
            )  # fmt: skip

    return rows


def _why_not(counted: Counted, day: date) -> LeftOut:
    return LeftOut.NOT_TRACKED if period_of(counted, day) else LeftOut.OUTSIDE_CARE
