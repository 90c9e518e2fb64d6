"""How far back the facts reach: whether a figure of an earlier time can be counted from what is recorded here."""

from collections.abc import Iterable, Sequence
from datetime import date

from iro_desktop.measures.definitions.words import CHILDREN, REVIEWS, TAKING_PART
from iro_desktop.measures.model import Counted, Definition, Span

_OF_HISTORY = frozenset({REVIEWS, TAKING_PART, CHILDREN})  # told by the episodes and reviews of the returns, but for:
_OF_WORK = frozenset(
    {
        "reviews.series",
        "reviews.adjourned",
        "reviews.additional",
        "rearranged",
        "rearrangements",
        "consulted",
        "passports.sent",
    }
)
_ONE_IN = 10  # so few may be unknown that a share stays within a few points


def is_of_history(definition: Definition) -> bool:
    """Whether the returns tell of it; otherwise it is known from the day on which the work is recorded here."""
    return definition.subject in _OF_HISTORY and definition.id not in _OF_WORK


def reaches_back(children: Sequence[Counted], span: Span, *, of_history: bool) -> bool:
    """Whether nine in ten of the children in care in that time are known here since it began, or since they came.

    Reviews and care are known from the day on which a child's history is whole; everything else from the day on which
    the work for the child is recorded here. A service of which nobody was in care then is not known at all.
    """
    known = [
        _is_known(one, first_on, span, of_history=of_history) for one in children for first_on in _in_care(one, span)
    ]
    return bool(known) and known.count(False) * _ONE_IN <= len(known)


def _in_care(counted: Counted, span: Span) -> Iterable[date]:
    """The first day in care in that time, where there is one."""
    for period in counted.periods:
        if period.first_on <= span.to_on and (period.ended_on is None or period.ended_on >= span.from_on):
            yield max(period.first_on, span.from_on)
            return


def _is_known(counted: Counted, first_on: date, span: Span, *, of_history: bool) -> bool:
    child = counted.facts.child
    if of_history:
        return child.complete_from is not None and child.complete_from <= first_on
    return child.tracking_from <= max(first_on, span.from_on)
