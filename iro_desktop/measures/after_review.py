"""Rows about the work that follows each review: one for each review completed in a period."""

from collections.abc import Callable, Iterator
from datetime import date

from iro_desktop.domain.care import completion_of
from iro_desktop.domain.records import Review
from iro_desktop.domain.vocabulary import Standing, Task
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on
from iro_desktop.measures.reviews import period_of, reviews_held


def rows_of_task(task: Task) -> Callable[[Counted, Span], Iterator[Row]]:
    """The rows of one task, which has the same name as its rule."""

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        limits: dict[date | None, Limit] = {}
        for one in counted.limits:
            if one.rule.id == task:  # a pathway plan review of the same day has the same work; it comes after
                limits.setdefault(one.review_on, one)
        for review in reviews_held(counted):
            completed_on = completion_of(review)
            if completed_on is not None and span.holds(completed_on):
                why = LeftOut.NOT_SENT if task is Task.RESPONSE else None
                yield _row(counted, review, completed_on, limits.get(review.held_on), span.today, why)

    return rows


def _row(
    counted: Counted, review: Review, completed_on: date, limit: Limit | None, today: date, without: LeftOut | None
) -> Row:
    return Row(
        counted.facts.child.council_id,
        completed_on,
        review.held_on,
        limit.due_on if limit else None,
        limit.met_on if limit else None,
        is_met=limit is not None and limit.standing is Standing.MET,
        left_out=_left_out(counted, review, limit, today, without),
        iro=iro_on(counted, completed_on),
        team=team_on(counted, completed_on),
    )


def _left_out(
    counted: Counted, review: Review, limit: Limit | None, today: date, without: LeftOut | None
) -> LeftOut | None:
    if limit is not None:
        is_open = limit.met_on is None and limit.due_on is not None and limit.due_on >= today
        return LeftOut.NOT_YET_DUE if is_open else None
    if review.held_on < counted.facts.child.tracking_from:
        return LeftOut.NOT_TRACKED
    if period_of(counted, review.held_on) is None:
        return LeftOut.OUTSIDE_CARE
    assert without is not None, "each review since tracking began has its work after it"
    return without
