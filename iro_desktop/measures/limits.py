"""Rows about duties that have one limit each: those that fell due in a period, by whether they were done in time."""

from collections.abc import Callable, Collection, Iterator

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.measures.model import Counted, LeftOut, Limit, Row, Span, iro_on, team_on


def rows_of_rules(rules: Collection[str], *, late_is_met: bool = False) -> Callable[[Counted, Span], Iterator[Row]]:
    """Each duty of these rules whose last day lies in the period and has come; ``late_is_met``: done is enough.

    A duty due today that is not done is not late yet: it is left out.
    """
    wanted = frozenset(rules)

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        seen: dict[object, int] = {}
        for one in counted.limits:
            if one.rule.id in wanted and one.due_on is not None and span.holds(one.due_on):
                nth = seen[one.due_on] = seen.get(one.due_on, 0) + 1
                yield _row(counted, one, span, nth, late_is_met=late_is_met)

    return rows


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
