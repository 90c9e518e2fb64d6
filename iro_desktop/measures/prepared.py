"""Rows about what has to be ready before a review: one for each review held in a period."""

from collections.abc import Callable, Iterator

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.measures.model import Counted, LeftOut, Row, Span, iro_on, team_on
from iro_desktop.measures.reviews import reviews_held


def rows_before(rule: str) -> Callable[[Counted, Span], Iterator[Row]]:
    """The rows of one duty before reviews; its count starts from the day the review was held."""

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        limits = {one.trigger_on: one for one in counted.limits if one.rule.id == rule}
        for review in reviews_held(counted.facts):
            day = review.held_on
            if not span.holds(day):
                continue
            limit = limits.get(day)
            yield Row(
                counted.facts.child.council_id, day, day, limit.due_on if limit else None,
                limit.met_on if limit else None, is_met=limit is not None and limit.standing is Standing.MET,
                left_out=None if limit else LeftOut.NOT_TRACKED, iro=iro_on(counted, day), team=team_on(counted, day),
            )  # fmt: skip

    return rows
