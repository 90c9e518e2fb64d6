"""The IRO's footprint: what was done between reviews, and how long nothing was.

A time without is counted while the child is followed here (tracked, and looked after): what came before is not known.
Contacts, mid-points and reviews end it; events and alerts do not, for nobody need have seen or spoken to anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from iro_desktop.domain.acts import RemoveContact, RemoveEvent
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import MONTHS, short, with_weekday
from iro_desktop.domain.records import SKIPPED, Alert, ChildFacts, Completion, Contact, Review, SignificantEvent
from iro_desktop.domain.vocabulary import ContactKind, ReviewKind, Role, TalkHow, Task
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.offsets import add, add_months, parse_offset
from iro_desktop.rules.practice import Practice
from iro_desktop.services.footprint_views import (
    FootprintGap,
    FootprintMark,
    FootprintMonth,
    FootprintRow,
    FootprintsView,
    FootprintView,
    Lane,
)
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import EVERYBODY
from iro_desktop.services.views import HistoryLine
from iro_desktop.services.words import display_name, full_name

LIMIT = "footprint-gap"
NO_LIMIT = "none"
MONTHS_SHOWN = 12
MID_POINT = "Mid-point review"
_DAY = timedelta(days=1)
_LANES = {ContactKind.VISIT: Lane.CHILD, ContactKind.CALL_CHILD: Lane.CHILD, ContactKind.OBSERVATION: Lane.CHILD,
          ContactKind.MEETING: Lane.MEETING}  # fmt: skip
_TALKS = frozenset({TalkHow.ALONE.value, TalkHow.ALONE_REMOTELY.value, TalkHow.OBSERVED.value})


def first_month(today: date, months: int = MONTHS_SHOWN) -> date:
    """The first day shown where so many months are, that of today included."""
    return add_months(today.replace(day=1), 1 - months)


def months_to(today: date, months: int = MONTHS_SHOWN) -> tuple[date, ...]:
    """The first days of the months shown, that of today last."""
    return tuple(_months(first_month(today, months), today))


def footprint(
    snapshot: Snapshot, council_id: str, from_on: date | None = None, to_on: date | None = None
) -> FootprintView:
    """One child's strip from a day to another, both included: twelve months to today, unless it is said."""
    child = snapshot.children[council_id]
    last = min(to_on or snapshot.today, snapshot.today)
    first = min(from_on or first_month(last), last)
    every = marks_of(child.facts, last)
    gaps = _gaps(child.facts, every, (first, last), snapshot)
    shown = [one for one in every if first <= one.on]
    counts = Counter(one.what for one in shown)
    return FootprintView(
        council_id,
        full_name(child.facts.child),
        first,
        last,
        tuple(reversed(shown)),
        tuple(one for one in gaps if one.is_over),
        tuple((what, counts[what]) for what in dict.fromkeys(one.what for one in shown)),
        _longest_words(gaps, _limit_words(snapshot)),
        _limit_words(snapshot),
    )


def footprints(
    snapshot: Snapshot, iro: str | None, from_on: date | None = None, to_on: date | None = None
) -> FootprintsView:
    """The months of every child looked after in scope; who has gone longest without comes first."""
    last = min(to_on or snapshot.today, snapshot.today)
    first = min(from_on or first_month(last), last).replace(day=1)
    months = tuple(_months(first, last))
    rows = [_row_of(child, months, last, snapshot) for child in snapshot.in_scope(iro)]
    rows.sort(key=lambda row: (not row.is_over, -(row.days_since if row.days_since is not None else 10**6), row.child))
    over = sum(row.is_over for row in rows)
    return FootprintsView(iro or EVERYBODY, first, last, months, tuple(rows), over, _limit_words(snapshot))


def marks_of(facts: ChildFacts, until: date) -> list[FootprintMark]:
    """Everything that left a mark by that day, oldest first."""
    found = [
        *(_contact(facts.child.council_id, one) for one in facts.contacts),
        *(mark for one in facts.completions for mark in _completed(one)),
        *(_review(one) for one in facts.reviews),
        *(_event(facts.child.council_id, one) for one in facts.events),
        *(mark for one in facts.alerts for mark in _alert(one, facts)),
    ]
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.lane, one.id))


def contact_lines(facts: ChildFacts, today: date) -> tuple[HistoryLine, ...]:
    """Every contact, newest first."""
    found = [_contact(facts.child.council_id, one) for one in facts.contacts if one.on <= today]
    return tuple(_line(one) for one in reversed(found))


def event_lines(facts: ChildFacts, today: date) -> tuple[HistoryLine, ...]:
    """Every significant event, newest first."""
    found = [_event(facts.child.council_id, one) for one in facts.events if one.happened_on <= today]
    return tuple(_line(one) for one in reversed(found))


def _line(mark: FootprintMark) -> HistoryLine:
    return HistoryLine(mark.on, ", ".join(part for part in (mark.what, mark.detail) if part))


# --- marks


def _contact(child: str, one: Contact) -> FootprintMark:
    remove = RemoveContact(child=child, on=one.on, how=one.how, with_whom=one.with_whom)
    lane = _LANES.get(one.how, Lane.OTHERS)
    is_said = one.with_whom is not None and (lane is not Lane.CHILD or one.with_whom is not Role.CHILD)
    said = [f"with {one.with_whom.label}" if is_said and one.with_whom else "", one.note or ""]
    mark = _mark(one.id, one.on, lane, one.how.label, said, is_contact=True)
    return replace(mark, remove=remove)


def _completed(one: Completion) -> Iterator[FootprintMark]:
    """Mid-points, visits reported as done, and talks before a review in which the child was heard."""
    if one.task is Task.MID_POINT and one.detail == SKIPPED:
        yield _mark(one.id, one.done_on, Lane.REVIEW, "Mid-point left out", [one.note or ""], is_trace=False)
    elif one.task is Task.MID_POINT:
        yield _mark(one.id, one.done_on, Lane.REVIEW, MID_POINT, [one.note or ""])
    elif one.task is Task.IRO_VISIT:
        yield _mark(one.id, one.done_on, Lane.CHILD, ContactKind.VISIT.label, [one.note or ""], is_contact=True)
    elif one.task is Task.CHILD_SEEN and (one.detail is None or one.detail in _TALKS):
        how = TalkHow(one.detail).label if one.detail else TalkHow.ALONE.label
        yield _mark(one.id, one.done_on, Lane.CHILD, how, ["before the review"], is_contact=True)


def _review(one: Review) -> FootprintMark:
    what = "Pathway plan review" if one.kind is ReviewKind.PATHWAY else "Review"
    return _mark(one.id, one.held_on, Lane.REVIEW, what, [one.participation.value if one.participation else ""])


def _event(child: str, one: SignificantEvent) -> FootprintMark:
    told = f"told {short(one.told_on)}" if one.told_on else "not told"
    review = {True: "early review needed", False: "no early review needed", None: ""}[one.is_review_needed]
    mark = _mark(one.id, one.happened_on, Lane.EVENT, one.what.label, [told, review, one.note or ""], is_trace=False)
    return replace(mark, remove=RemoveEvent(child=child, what=one.what, happened_on=one.happened_on))


def _alert(one: Alert, facts: ChildFacts) -> Iterator[FootprintMark]:
    for step in facts.alert_steps:
        if step.alert_id == one.id:
            said = [f"answered {short(step.answered_on)}" if step.answered_on else ""]
            yield _mark(step.id, step.started_on, Lane.ALERT, step.stage.label, said, is_trace=False)


def _mark(
    mark_id: str,
    on: date,
    lane: Lane,
    what: str,
    said: Iterable[str],
    *,
    is_contact: bool = False,
    is_trace: bool = True,
) -> FootprintMark:
    what, detail = what[:1].upper() + what[1:], ", ".join(part for part in said if part)
    return FootprintMark(mark_id, on, lane, what, detail, is_contact, is_trace)


# --- times without


def _gaps(
    facts: ChildFacts, marks: Iterable[FootprintMark], days: tuple[date, date], snapshot: Snapshot
) -> list[FootprintGap]:
    """Every time without that reaches into those days, oldest first."""
    first, last = days
    followed = followed_from_to(facts, last)
    if followed is None:
        return []
    since, until = followed
    traces = sorted({one.on for one in marks if one.is_trace and since <= one.on <= until})
    ends = [since, *traces, until]
    found = []
    for start, end in pairwise(ends):
        if end > max(first, start) and end > start:
            is_open = end == until and until not in traces
            found.append(_gap(start, end, snapshot.practice, snapshot.calendar, is_open=is_open))
    return found


def followed_from_to(facts: ChildFacts, last: date) -> tuple[date, date] | None:
    """First and last day on which the child's newest time in care is followed here; ``None``: not at all."""
    periods = [one for one in periods_of_care(facts.episodes) if one.first_on <= last]
    since = max(facts.child.tracking_from, periods[-1].first_on) if periods else facts.child.tracking_from
    ended_on = periods[-1].ended_on if periods else None
    until = min(last, ended_on) if ended_on else last
    return (since, until) if since <= until else None


def _gap(start: date, end: date, practice: Practice, calendar: WorkingCalendar, *, is_open: bool) -> FootprintGap:
    value = practice.value(LIMIT, start)
    is_over = value != NO_LIMIT and add(calendar, start, parse_offset(value)) < end
    days = (end - start).days
    words = f"{_days(days)}, {short(start)} to {'today' if is_open else short(end)}"
    return FootprintGap(start, end, days, is_open, is_over, words)


def _longest(gaps: Iterable[FootprintGap]) -> FootprintGap | None:
    return max(gaps, key=lambda one: (one.days, one.to_on), default=None)


def _longest_words(gaps: Iterable[FootprintGap], limit: str) -> str:
    longest = _longest(gaps)
    if longest is None:
        return "Not followed here in this time."
    beside = f"; the service’s limit is {limit}" if limit else ""
    return f"Longest time without contact, mid-point or review: {longest.words}{beside}."


def _limit_words(snapshot: Snapshot) -> str:
    value = snapshot.practice.value(LIMIT, snapshot.today)
    return "" if value == NO_LIMIT else parse_offset(value).words


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


# --- the caseload


def _row_of(child: ChildNow, months: tuple[date, ...], last: date, snapshot: Snapshot) -> FootprintRow:
    asked = f"footprint {months[0]} {last}"
    return snapshot.kept.of_one(asked, child.facts.child.council_id, child, lambda: _row(child, months, last, snapshot))


def _row(child: ChildNow, months: tuple[date, ...], last: date, snapshot: Snapshot) -> FootprintRow:
    facts = child.facts
    marks = marks_of(facts, last)
    gaps = _gaps(facts, marks, (months[0], last), snapshot)
    followed = followed_from_to(facts, last)
    cells = _cells(marks, gaps, followed, months, last)
    traces = [one.on for one in marks if one.is_trace]
    longest, running = _longest(gaps), next((one for one in gaps if one.is_open), None)
    is_over = running is not None and running.is_over
    name, contacts = display_name(facts.child), sum(cell.contacts for cell in cells)
    longest_words = longest.words if longest else "not followed here"
    since = (last - traces[-1]).days if traces else None
    over = "; over the service’s limit today" if is_over else ""
    last_words = f"last {with_weekday(traces[-1])}" if traces else "nothing recorded yet"
    return FootprintRow(
        facts.child.council_id,
        name,
        child.iro or "",
        cells,
        contacts,
        traces[-1] if traces else None,
        since,
        longest.days if longest else 0,
        longest_words,
        is_over,
        any(one.is_over for one in gaps),
        f"{name}, {_contacts(contacts)}, {last_words}, longest without {longest_words}{over}",
    )


def _cells(
    marks: list[FootprintMark],
    gaps: list[FootprintGap],
    followed: tuple[date, date] | None,
    months: tuple[date, ...],
    last: date,
) -> tuple[FootprintMonth, ...]:
    by_month: dict[tuple[int, int], list[FootprintMark]] = defaultdict(list)
    for mark in marks:
        by_month[mark.on.year, mark.on.month].append(mark)
    over = [one for one in gaps if one.is_over]
    ends = (*(month - _DAY for month in months[1:]), last)
    return tuple(
        _month((month, end), by_month.get((month.year, month.month), []), over, followed)
        for month, end in zip(months, ends, strict=True)
    )


def _month(
    days: tuple[date, date],
    marks: list[FootprintMark],
    over: list[FootprintGap],
    followed: tuple[date, date] | None,
) -> FootprintMonth:
    month, end = days
    contacts = sum(one.is_contact for one in marks)
    checks = [one.what == MID_POINT for one in marks if one.lane is Lane.REVIEW and one.is_trace]
    has_mid_point, has_review = any(checks), not all(checks)
    here = [one for one in over if one.from_on < end and month < one.to_on]
    is_outside = followed is None or followed[1] < month or end < followed[0]
    parts = [_contacts(contacts)]
    parts += ["mid-point"] if has_mid_point else []
    parts += ["review"] if has_review else []
    parts += ["in a time without that is over the limit"] if here else []
    words = "not followed here" if is_outside and not marks else ", ".join(parts)
    said = f"{MONTHS[month.month - 1]} {month.year}: {words}"
    is_running = any(one.is_open for one in here)
    return FootprintMonth(month, contacts, has_mid_point, has_review, bool(here), is_running, is_outside, said)


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = add_months(month, 1)


def _contacts(count: int) -> str:
    return "no contact" if not count else "1 contact" if count == 1 else f"{count} contacts"
