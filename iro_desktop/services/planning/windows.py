"""The safe booking window: the earliest sensible day, the day to book by, the last lawful day.

The room kept at the end is what nine in ten of the IRO's moves needed. Before a review there are 15 working days to
consult (IRO Handbook ch.3), and a review held too soon after the one before it serves nobody.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.rules.compute import PATHWAY_REVIEWS
from iro_desktop.rules.model import Deadline, Offset, Unit
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.services.plan_views import BookingWindow, DayOffer
from iro_desktop.services.planning.cautions import PREPARATION
from iro_desktop.services.planning.days import Days
from iro_desktop.services.planning.owed import days_from_to, limit_of, owed_next
from iro_desktop.services.planning.slack import Slack, slack_of
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import what_of, working_days

_OFFERS = 5
_SOONEST_AFTER = 10  # working days between a review and the next one
_SIX_MONTHS = Offset(6, Unit.MONTHS)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Where the window lies."""

    earliest: date
    book_by: date
    last: date
    slack: int  # working days really kept free
    is_tight: bool
    why: str  # why not sooner


def booking_window(snapshot: Snapshot, child: ChildNow) -> BookingWindow | None:
    """Between which days the next review is best booked; ``None``: none is owed, or its limit is not known."""
    owed = owed_next(child)
    last = limit_of(owed)
    if owed is None or last is None:
        return None
    days = Days(snapshot, child).before_hearing(last)
    slack = slack_of(snapshot, child.iro)
    bounds = _bounds(snapshot, child, owed, days, last, slack)
    return BookingWindow(
        child.facts.child.council_id,
        what_of(owed),
        owed.rule.id,
        bounds.earliest,
        bounds.book_by,
        last,
        snapshot.calendar.add(bounds.book_by, -PREPARATION),
        bounds.slack,
        _slack_words(slack, bounds),
        bounds.why,
        bounds.is_tight,
        _blocked(days, bounds),
        tuple(_offers(snapshot, child, days, bounds)),
        _words(snapshot, days, bounds),
    )


def earliest_sensible(snapshot: Snapshot, child: ChildNow, owed: Deadline) -> tuple[date, str]:
    """The first day with room to consult and a fair time after the review before, with the reason that decides."""
    calendar = snapshot.calendar
    consult = calendar.add(snapshot.today, PREPARATION)
    fair, why = _fair(snapshot, child, owed)
    if fair > consult:
        return fair, why
    return consult, f"room for {working_days(PREPARATION)} of consultation from today"


def _fair(snapshot: Snapshot, child: ChildNow, owed: Deadline) -> tuple[date, str]:
    if owed.rule.id not in NEXT_REVIEW | PATHWAY_REVIEWS:
        return date.min, ""  # an early review has its ground, and waits for no interval
    if owed.due_on is not None and owed.rule.offset == _SIX_MONTHS:
        half = owed.trigger_on + (owed.due_on - owed.trigger_on) // 2
        return half + _DAY, "half of the interval has run by then"
    if any(one.held_on <= owed.trigger_on for one in child.facts.reviews):
        after = snapshot.calendar.add(owed.trigger_on, _SOONEST_AFTER + 1)
        return after, f"{working_days(_SOONEST_AFTER)} after the last review"
    return date.min, ""


def _bounds(snapshot: Snapshot, child: ChildNow, owed: Deadline, days: Days, last: date, slack: Slack) -> _Bounds:
    tomorrow = snapshot.today + _DAY
    sensible, why = earliest_sensible(snapshot, child, owed)
    earliest = next(days.from_on(sensible), None)
    if earliest is not None and (found := _book_by(days, earliest, last, slack)) is not None:
        return _Bounds(earliest, found[0], last, found[1], is_tight=False, why=why)
    first = next(days.from_on(tomorrow), tomorrow)
    if (found := _book_by(days, first, last, slack)) is not None:
        return _Bounds(first, found[0], last, found[1], is_tight=True, why="the limit is too near to wait")
    # Overdue, or no day left in time suits.
    return _Bounds(first, first, last, 0, is_tight=True, why="the first day that suits at all")


def _book_by(days: Days, earliest: date, last: date, slack: Slack) -> tuple[date, int] | None:
    """The day to book by and the working days kept free after it, at most half of those there are."""
    if earliest > last:
        return None
    calendar = days.snapshot.calendar
    kept = min(slack.days, calendar.between(earliest, last) // 2)
    book_by = days.back_to(calendar.add(calendar.on_or_before(last), -kept), earliest)
    return None if book_by is None else (book_by, kept)


def _slack_words(slack: Slack, bounds: _Bounds) -> str:
    if bounds.slack >= slack.days:
        return slack.words
    if bounds.slack == 0:
        return f"no room is left for a move; {slack.words}"
    return f"{working_days(bounds.slack)}, as no more fit; usually {slack.words}"


def _blocked(days: Days, bounds: _Bounds) -> tuple[tuple[date, str], ...]:
    inside = days_from_to(bounds.earliest, bounds.last)
    return tuple((day, why) for day in inside if (why := days.why_not(day)) and why != "weekend")


def _offers(snapshot: Snapshot, child: ChildNow, days: Days, bounds: _Bounds) -> list[DayOffer]:
    """Days on which brothers and sisters are booked first, then from the day to book by back; too late: soonest."""
    together = _siblings_booked(snapshot, child)
    if bounds.earliest > bounds.last:
        found = [day for day, _ in zip(days.from_on(bounds.earliest), range(_OFFERS), strict=False)]
    else:
        inside = [day for day in days_from_to(bounds.earliest, bounds.book_by) if days.suits(day)]
        found = sorted(inside, key=lambda day: (day not in together, bounds.book_by - day))[:_OFFERS]
    return [_offer(snapshot, day, bounds, is_together=day in together) for day in found]


def _offer(snapshot: Snapshot, day: date, bounds: _Bounds, *, is_together: bool) -> DayOffer:
    spare = snapshot.calendar.between(day, bounds.last)
    if day > bounds.last:
        why = "out of timescale"
    elif is_together:
        why = "a brother or sister is reviewed that day"
    elif bounds.slack and spare >= bounds.slack:
        why = "room for a move"
    else:
        why = "little room for a move" if spare else "no room for a move"
    return DayOffer(day, with_weekday(day), spare, why, day > bounds.last, is_together)


def _siblings_booked(snapshot: Snapshot, child: ChildNow) -> set[date]:
    others = (snapshot.children[one] for one in snapshot.siblings.get(child.facts.child.council_id, ()))
    return {owed.booked_on for one in others if (owed := owed_next(one)) is not None and owed.booked_on is not None}


def _words(snapshot: Snapshot, days: Days, bounds: _Bounds) -> str:
    hearing = f" It should be before the hearing of {short(days.hearing)}." if days.hearing else ""
    if bounds.last < snapshot.today:
        return (
            f"Out of timescale already since {with_weekday(bounds.last)}. "
            f"The first day that suits is {with_weekday(bounds.earliest)}."
        )
    if bounds.earliest > bounds.last:
        return (
            f"No day up to the last lawful one, {with_weekday(bounds.last)}, suits any more. "
            f"The first after it is {with_weekday(bounds.earliest)}; somebody else could hold it in time."
        )
    tight = f" The limit is near: {working_days(bounds.slack)} kept free." if bounds.is_tight else ""
    return (
        f"Best between {with_weekday(bounds.earliest)} and {with_weekday(bounds.book_by)}; "
        f"last lawful day {with_weekday(bounds.last)}.{tight}{hearing}"
    )
