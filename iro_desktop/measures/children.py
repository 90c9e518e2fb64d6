"""Rows about children as such: all their reviews in time, the latest in time, who is here, came, left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.domain.records import ChildFacts, Episode
from iro_desktop.domain.vocabulary import END_REASONS, ETHNICITIES, LEGAL_STATUS, PLACEMENT, Standing, Task
from iro_desktop.measures.model import By, Counted, LeftOut, Limit, Row, Span, Tags, iro_on, team_on
from iro_desktop.measures.reviews import (
    REVIEW_LIMITS,
    due_of,
    due_rows,
    held_rows,
    is_predecessor_known,
    is_tracked,
    place_of,
    reviews_held,
)

_AGES = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"))
_OLDER = "16 and over"
_NOT_KNOWN = "not known"
_NO_TURN = frozenset({LeftOut.NOT_IN_TURN, LeftOut.ADULT, LeftOut.OUTSIDE_CARE})  # reviews that nobody owed


def last_day(span: Span) -> date:
    """The last day of the period that has come."""
    return min(span.to_on, span.today)


def every_review_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period: whether every review that fell due in it was in time."""
    day, period = last_day(span), _looked_after(counted, span)
    if period is None:
        return
    if _is_grown_up(counted.facts, day):
        yield _child_row(counted, day, is_met=False, left_out=LeftOut.GROWN_UP)
        return
    rows = [one for one in due_rows(counted, span) if one.left_out not in _NO_TURN]
    judged = [one for one in rows if one.left_out is None]
    why: LeftOut | None = None
    if all(one.is_met for one in judged):  # one late review settles it, whatever else is not known
        unknown = [one.left_out for one in rows if one.left_out is not None]
        why = unknown[0] if unknown else None if judged else _why_none(counted, period, day)
    yield _child_row(counted, day, is_met=why is None and all(one.is_met for one in judged), left_out=why)


def _why_none(counted: Counted, period: PeriodOfCare, day: date) -> LeftOut:
    """Why no review is seen to have fallen due by that day: the one then in hand was due later, or nothing is known.

    One that was in hand when care ended left no limit behind.
    """
    in_hand = (due_of([one]) for one in counted.limits if one.rule.id in REVIEW_LIMITS and one.trigger_on <= day)
    is_known = any(due_on is not None and due_on >= day for due_on in in_hand)
    if is_known or is_predecessor_known(counted, period, day + timedelta(days=1)):
        return LeftOut.NONE_DUE
    return LeftOut.PREDECESSOR_UNKNOWN


def latest_review_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period: whether the latest review was in time, and none is overdue."""
    day, period = last_day(span), _looked_after(counted, span)
    if period is None:
        return
    since = period.started_on or date.min  # a review of an earlier time in care says nothing of this one
    held = [one.held_on for one in reviews_held(counted) if since <= one.held_on <= day]
    overdue = _overdue(counted, period, day)
    if _is_grown_up(counted.facts, day):
        yield _child_row(counted, day, is_met=False, left_out=LeftOut.GROWN_UP)
    elif overdue:
        is_asked = all(one.met_on is None and not is_tracked(counted, due_of([one]) or day) for one in overdue)
        yield _child_row(counted, day, is_met=False, left_out=LeftOut.NOT_TRACKED if is_asked else None)
    elif not held:
        yield _child_row(counted, day, is_met=False, left_out=LeftOut.NONE_HELD)
    else:
        row = next(iter(held_rows(counted, Span(held[-1], held[-1], span.today))))
        yield _child_row(counted, day, is_met=row.is_met, left_out=row.left_out)


def _overdue(counted: Counted, period: PeriodOfCare, day: date) -> list[Limit]:
    """The reviews of that time in care that had fallen due before that day and were not held by then."""
    periods = counted.periods
    return [
        one
        for one in counted.limits
        if one.rule.id in REVIEW_LIMITS
        and one.trigger_on <= day
        and (due_of([one]) or day) < day
        and (one.met_on is None or one.met_on > day)
        and (one.standing is not Standing.MISSED or periods[place_of(one, periods)] == period)
    ]


def stock_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period, with what a profile tells apart."""
    day, period = last_day(span), _looked_after(counted, span)
    if period is not None:
        why = LeftOut.GROWN_UP if _is_grown_up(counted.facts, day) else None
        yield _child_row(counted, day, is_met=True, left_out=why, tags=_profile(counted.facts, period, day))


def start_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child became looked after in the period; returns are counted too, short breaks are not."""
    for period in _stays(counted):
        if period.started_on is not None and span.holds(period.started_on):
            tags = _profile(counted.facts, period, period.started_on)
            row = _child_row(counted, period.started_on, is_met=True, left_out=None, tags=tags)
            yield replace(row, iro=row.iro or _first_iro(counted, period, span.today))


def _first_iro(counted: Counted, period: PeriodOfCare, today: date) -> str:
    """Who was given the child first in that time in care: it takes days, so on its first day it is nobody's yet."""
    last_on = min(period.ended_on or today, today)
    for one in counted.facts.allocations:
        if period.first_on < one.from_on <= last_on:
            return counted.iro_names.get(one.iro_id, "")
    return ""


def cease_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child ceased to be looked after in the period, with why."""
    for period in _stays(counted):
        day = period.ended_on
        if day is not None and span.holds(day):
            reason = END_REASONS.get(period.episodes[-1].end_reason or "", _NOT_KNOWN)
            tags = ((By.REASON, reason), *_profile(counted.facts, period, day))
            yield _child_row(counted, day, is_met=True, left_out=None, tags=tags)


def _stays(counted: Counted) -> Iterator[PeriodOfCare]:
    """Times in care, short breaks left aside; one told to begin and end on the same day as another is told twice."""
    seen: set[date] = set()
    for period in counted.periods:
        if not period.is_short_breaks and period.first_on not in seen:
            seen.add(period.first_on)
            yield period


def allocated_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period who has an IRO."""
    yield from (row for row in stock_rows(counted, span) if row.iro)


def iro_change_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after in the period, with how often the IRO changed in it."""
    periods = counted.periods
    end = last_day(span)
    days = [
        min(one.ended_on or end, end)
        for one in periods
        if one.first_on <= end and (one.ended_on is None or one.ended_on > span.from_on)
    ]
    if not days or end < span.from_on:
        return
    before, changes = "", 0
    for one in counted.facts.allocations:
        if before and one.iro_id != before and span.holds(one.from_on) and _period_on(counted, one.from_on):
            changes += 1
        before = one.iro_id
    row = _child_row(counted, max(days[-1], span.from_on), is_met=changes == 0, left_out=None)
    yield replace(row, amount=float(changes))


def passport_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child became looked after in the period, by whether the IRO's passport was sent since."""
    sent = [one.done_on for one in counted.facts.completions if one.task is Task.INTRODUCTION]
    until = {one.started_on: one.ended_on or span.today for one in _stays(counted)}
    for row in start_rows(counted, span):
        last_on = min(until[row.day], span.today)
        sent_on = min((day for day in sent if row.day <= day <= last_on), default=None)
        is_met, why = sent_on is not None, None if is_tracked(counted, row.day) else LeftOut.NOT_TRACKED
        yield replace(row, done_on=sent_on, is_met=is_met and why is None, left_out=why, tags=())


def _child_row(counted: Counted, day: date, *, is_met: bool, left_out: LeftOut | None, tags: Tags = ()) -> Row:
    return Row(
        counted.facts.child.council_id, day, None, None, None, is_met=is_met and left_out is None, left_out=left_out,
        iro=iro_on(counted, day), team=team_on(counted, day), tags=tags,
    )  # fmt: skip


def _period_on(counted: Counted, day: date) -> PeriodOfCare | None:
    return next((one for one in counted.periods if one.is_open_on(day)), None)


def _looked_after(counted: Counted, span: Span) -> PeriodOfCare | None:
    """The time in care on the last day of the period that has come; short breaks left aside."""
    day = last_day(span)
    period = _period_on(counted, day) if day >= span.from_on else None
    return period if period is not None and not period.is_short_breaks else None


def _is_grown_up(facts: ChildFacts, day: date) -> bool:
    return facts.child.born_on is not None and day >= birthday(facts.child.born_on, 18)


def _profile(facts: ChildFacts, period: PeriodOfCare, day: date) -> Tags:
    child, episode = facts.child, _episode_on(period, day)
    return (
        (By.AGE, age_band(child.born_on, day)),
        (By.SEX, child.sex.label if child.sex else _NOT_KNOWN),
        (By.ETHNICITY, ETHNICITIES.get(child.ethnicity or "", _NOT_KNOWN)),
        (By.LEGAL_STATUS, LEGAL_STATUS.get(episode.legal_status or "", _NOT_KNOWN)),
        (By.PLACEMENT, PLACEMENT.get(episode.placement or "", _NOT_KNOWN)),
    )


def _episode_on(period: PeriodOfCare, day: date) -> Episode:
    begun = [one for one in period.episodes if one.started_on <= day]
    return begun[-1] if begun else period.episodes[0]


def age_band(born_on: date | None, day: date) -> str:
    """The age on a day, as the national figures group it."""
    if born_on is None or born_on > day:
        return _NOT_KNOWN if born_on is None else "not yet born"
    age = age_on(born_on, day)
    return next((words for below, words in _AGES if age < below), _OLDER)
