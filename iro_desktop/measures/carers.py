"""Rows about foster carers' approval: its yearly reviews that fell due in a period."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.measures.model import Counted, CountedCarer, LeftOut, Row, Service, Span


def no_rows(_counted: Counted, _span: Span) -> Iterator[Row]:
    """Children have no part in it."""
    return iter(())


def carer_rows(counted: CountedCarer, service: Service, span: Span) -> Iterator[Row]:
    """Each review of the approval whose last day lies in the period and has come; the household by its reference."""
    carer = counted.facts.carer
    iro = service.iros.get(carer.iro_id or "")
    seen: dict[date, int] = {}  # reviews held on 28 and on 29 February fall due again on one day
    for one in counted.limits:
        if one.rule.id != "foster-carer.review" or one.due_on is None or not span.holds(one.due_on):
            continue
        is_open_today = one.met_on is None and one.standing is not Standing.MISSED and one.due_on >= span.today
        nth = seen[one.due_on] = seen.get(one.due_on, 0) + 1
        yield Row(
            carer.reference, one.due_on, None, one.due_on, one.met_on, is_met=one.standing is Standing.MET,
            left_out=LeftOut.NOT_YET_DUE if is_open_today else None, iro=iro.name if iro else "", nth=nth,
        )  # fmt: skip
