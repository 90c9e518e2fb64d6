"""Rows about duties that have one limit each: those that fell due in a period, by whether they were done in time."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on
from iro_desktop.measures.reviews import is_tracked, period_of, reviews_held


def rows_of_rules(
    rules: Collection[str], *, late_is_met: bool = False, since_tracked: bool = False
) -> Callable[[Counted, Span], Iterator[Row]]:
    """Each duty of these rules whose last day lies in the period and has come; ``late_is_met``: done is enough.

    A duty due today that is not done is not late yet: it is left out. ``since_tracked``: so is what fell due before the
    child's work was recorded here.
    """
    wanted = frozenset(rules)

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        seen: dict[object, int] = {}
        for one in counted.limits:
            if one.rule.id in wanted and one.due_on is not None and span.holds(one.due_on):
                nth = seen[one.due_on] = seen.get(one.due_on, 0) + 1
                row = _row(counted, one, span, nth, late_is_met=late_is_met)
                is_old = since_tracked and not is_tracked(counted, row.day)
                yield replace(row, is_met=False, left_out=LeftOut.NOT_TRACKED) if is_old else row

    return rows


def mid_point_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each mid-point review that fell due in the period: the interval was still open on its last day.

    Pathway plan reviews have the same work by the same rules; they are no reviews of children looked after.
    """
    held = {one.held_on for one in reviews_held(counted)}
    for row in rows_of_rules(("mid-point",), late_is_met=True)(counted, span):
        if row.review_on in held and row.day < _interval_closed_on(counted, row.review_on):
            yield row


def _interval_closed_on(counted: Counted, review_on: date) -> date:
    """The first day after a review on which the next was held, or none was owed any more."""
    following = next((one.held_on for one in reviews_held(counted) if one.held_on > review_on), date.max)
    period, born_on = period_of(counted, review_on), counted.facts.child.born_on
    ended_on = period.ended_on if period and period.ended_on else date.max
    return min(following, ended_on, birthday(born_on, 18) if born_on else date.max)


def _row(counted: Counted, one: Limit, span: Span, nth: int, *, late_is_met: bool) -> Row:
    assert one.due_on is not None
    is_open_today = one.met_on is None and one.standing is not Standing.MISSED and one.due_on >= span.today
    return Row(
        counted.facts.child.council_id,
        one.due_on,
        one.review_on,
        one.due_on,
        one.met_on,
        is_met=one.standing in (Standing.MET, Standing.MET_LATE) if late_is_met else one.standing is Standing.MET,
        left_out=LeftOut.NOT_YET_DUE if is_open_today else None,
        iro=iro_on(counted, one.due_on),
        team=team_on(counted, one.due_on),
        nth=nth,
    )
