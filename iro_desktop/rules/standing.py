"""Where a deadline stands today: the first that fits, in the order of the vocabulary."""

from datetime import date

from iro_desktop.domain.vocabulary import Ownership, Standing

DUE_SOON_WORKING_DAYS = 10
_MET, _MET_LATE = Standing.MET, Standing.MET_LATE


def settled(due_on: date, met_on: date) -> Standing:
    """How a settled duty stands; held on the last day is in time."""
    return _MET if met_on <= due_on else _MET_LATE


def unsettled(
    due_on: date, today: date, working_days_left: int, ownership: Ownership, soon: int = DUE_SOON_WORKING_DAYS
) -> Standing:
    """How a duty stands that nobody has reported as done; ``soon``: working days within which it is due soon."""
    if due_on < today:
        return Standing.OVERDUE
    if due_on == today:
        return Standing.DUE_TODAY
    if working_days_left <= soon:
        return Standing.DUE_SOON
    return Standing.WAITING if ownership is Ownership.THEIRS else Standing.UPCOMING
