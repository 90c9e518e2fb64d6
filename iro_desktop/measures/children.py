"""Rows about children as such: all their reviews in time, the latest in time, who is here, came, left."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.records import ChildFacts, Episode
from iro_desktop.domain.vocabulary import END_REASONS, ETHNICITIES, LEGAL_STATUS, PLACEMENT, Standing, Task
from iro_desktop.measures.model import By, Counted, LeftOut, Row, Span, Tags, iro_on, team_on
from iro_desktop.measures.reviews import REVIEW_LIMITS, due_rows, held_rows, reviews_held

_AGES = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"))
_OLDER = "16 and over"
_NOT_KNOWN = "not known"


def last_day(span: Span) -> date:
    """The last day of the period that has come."""
    return min(span.to_on, span.today)


def every_review_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period: whether every review that fell due in it was in time."""
    day = last_day(span)
    if day < span.from_on or not _is_looked_after(counted.facts, day):
        return
    rows = [one for one in due_rows(counted, span) if one.left_out is not LeftOut.NOT_IN_TURN]
    judged = [one for one in rows if one.left_out is None]
    why: LeftOut | None = None
    if all(one.is_met for one in judged):  # one late review settles it, whatever else is not known
        unknown = [one.left_out for one in rows if one.left_out is not None]
        why = unknown[0] if unknown else None if judged else LeftOut.NONE_DUE
    is_met = bool(judged) and why is None and all(one.is_met for one in judged)
    yield _child_row(counted, day, is_met=is_met, left_out=why)


def latest_review_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period: whether the latest review was in time, and none is overdue."""
    day = last_day(span)
    if day < span.from_on or not _is_looked_after(counted.facts, day):
        return
    held = [one for one in reviews_held(counted.facts) if one.held_on <= day]
    if _is_overdue(counted, day):
        yield _child_row(counted, day, is_met=False, left_out=None)
    elif not held:
        yield _child_row(counted, day, is_met=False, left_out=LeftOut.NONE_HELD)
    else:
        on = held[-1].held_on
        row = next(iter(held_rows(counted, Span(on, on, span.today))))
        yield _child_row(counted, day, is_met=row.is_met, left_out=row.left_out)


def _is_overdue(counted: Counted, day: date) -> bool:
    """Whether by that day a review had fallen due that was not held by then."""
    limits = [one for one in counted.limits if one.rule.id in REVIEW_LIMITS and one.trigger_on <= day]
    return any(
        (one.rule_due_on or one.due_on or day) < day
        and (one.met_on is None or one.met_on > day)
        and one.standing is not Standing.MISSED
        for one in limits
    )


def stock_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period, with what a profile tells apart."""
    day = last_day(span)
    period = _period_on(counted.facts, day)
    if period is not None and day >= span.from_on and not period.is_short_breaks:
        yield _child_row(counted, day, is_met=True, left_out=None, tags=_profile(counted.facts, period, day))


def start_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child became looked after in the period; returns are counted too, short breaks are not."""
    for period in periods_of_care(counted.facts.episodes):
        if period.started_on is not None and span.holds(period.started_on) and not period.is_short_breaks:
            tags = _profile(counted.facts, period, period.started_on)
            yield _child_row(counted, period.started_on, is_met=True, left_out=None, tags=tags)


def cease_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child ceased to be looked after in the period, with why."""
    for period in periods_of_care(counted.facts.episodes):
        day = period.ended_on
        if day is not None and span.holds(day) and not period.is_short_breaks:
            reason = END_REASONS.get(period.episodes[-1].end_reason or "", _NOT_KNOWN)
            tags = ((By.REASON, reason), *_profile(counted.facts, period, day))
            yield _child_row(counted, day, is_met=True, left_out=None, tags=tags)


def allocated_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after at the end of the period who has an IRO."""
    for row in stock_rows(counted, span):
        if row.iro:
            yield row


def iro_change_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each child looked after in the period, with how often the IRO changed in it."""
    periods = periods_of_care(counted.facts.episodes)
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
        if one.from_on > end:
            break
        if before and one.iro_id != before and one.from_on >= span.from_on:
            changes += 1
        before = one.iro_id
    day = max(days[-1], span.from_on)
    row = _child_row(counted, day, is_met=changes == 0, left_out=None)
    yield Row(row.child, day, None, None, None, row.is_met, None, row.iro, row.team, amount=float(changes))


def passport_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each time a child became looked after in the period, by whether the IRO's passport was sent since."""
    sent = [one.done_on for one in counted.facts.completions if one.task is Task.INTRODUCTION]
    for row in start_rows(counted, span):
        sent_on = min((day for day in sent if row.day <= day <= span.today), default=None)
        is_untracked = row.day < counted.facts.child.tracking_from and sent_on is None
        yield Row(
            row.child, row.day, None, None, sent_on, is_met=sent_on is not None,
            left_out=LeftOut.NOT_TRACKED if is_untracked else None, iro=row.iro, team=row.team,
        )  # fmt: skip


def _child_row(counted: Counted, day: date, *, is_met: bool, left_out: LeftOut | None, tags: Tags = ()) -> Row:
    return Row(
        counted.facts.child.council_id, day, None, None, None, is_met=is_met and left_out is None, left_out=left_out,
        iro=iro_on(counted, day), team=team_on(counted, day), tags=tags,
    )  # fmt: skip


def _period_on(facts: ChildFacts, day: date) -> PeriodOfCare | None:
    return next((one for one in periods_of_care(facts.episodes) if one.is_open_on(day)), None)


def _is_looked_after(facts: ChildFacts, day: date) -> bool:
    period = _period_on(facts, day)
    return period is not None and not period.is_short_breaks


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
