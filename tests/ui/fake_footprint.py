"""The fake desk's footprint: contacts and events spread over its children by a plain rule, and what was added."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from iro_desktop.domain.acts import (
    CheckRecommendation,
    RecordContact,
    RecordEvent,
    RecordMidPoint,
    RemoveContact,
    RemoveEvent,
    SkipMidPoint,
)
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.vocabulary import Agency, ContactKind, EventKind, Role
from iro_desktop.services.footprint import first_month
from iro_desktop.services.footprint_views import (
    FootprintGap,
    FootprintMark,
    FootprintMonth,
    FootprintRow,
    FootprintsView,
    FootprintView,
    Lane,
)
from iro_desktop.services.mid_point import MidPointView
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.views import HistoryLine
from tests.ui.fake_people import TODAY, FakeChild

FootprintAct = (
    RecordContact | RemoveContact | RecordEvent | RemoveEvent | RecordMidPoint | SkipMidPoint | CheckRecommendation
)
_LIMIT = 90
_KINDS = (ContactKind.VISIT, ContactKind.CALL, ContactKind.MEETING, ContactKind.OBSERVATION, ContactKind.CALL_CHILD)
_TEXTS = (
    "Family time with the maternal grandmother is set up and reviewed after three visits",
    "A dentist is found near the placement and the child is registered",
    "The school is asked for a plan for the move to year seven before the end of term",
)


@dataclass(frozen=True, slots=True)
class FakeFootprint:
    """What was entered in the test, by child; ``taken`` are days taken away."""

    contacts: tuple[RecordContact, ...] = ()
    events: tuple[RecordEvent, ...] = ()
    taken: frozenset[tuple[str, date, str]] = frozenset()
    mid_points: tuple[RecordMidPoint | SkipMidPoint, ...] = ()

    def after(self, act: FootprintAct) -> "FakeFootprint":
        """With what the act says."""
        if isinstance(act, RecordContact):
            return replace(self, contacts=(*self.contacts, act))
        if isinstance(act, RecordEvent):
            return replace(self, events=(*self.events, act))
        if isinstance(act, RemoveContact):
            return replace(self, taken=self.taken | {(act.child, act.on, act.how.value)})
        if isinstance(act, RemoveEvent):
            return replace(self, taken=self.taken | {(act.child, act.happened_on, act.what.value)})
        if isinstance(act, RecordMidPoint | SkipMidPoint):
            return replace(self, mid_points=(*self.mid_points, act))
        return self


def footprint_of(child: FakeChild, told: FakeFootprint) -> FootprintView:
    marks = tuple(sorted(_marks(child, told), key=lambda one: one.on, reverse=True))
    first = first_month(TODAY)
    gaps = _gaps(marks)
    counts = Counter(one.what for one in marks)
    longest = max(gaps, key=lambda one: one.days)
    words = f"Longest time without contact, mid-point or review: {longest.words}; the service’s limit is 90 days."
    over = tuple(one for one in gaps if one.is_over)
    name = f"{child.given} {child.family}"
    return FootprintView(child.id, name, first, TODAY, marks, over, tuple(counts.items()), words, "90 days")


def footprints_of(children: Mapping[str, FakeChild], scope: str | None, told: FakeFootprint) -> FootprintsView:
    first = first_month(TODAY)
    months = tuple(date(first.year + (first.month + n - 1) // 12, (first.month + n - 1) % 12 + 1, 1) for n in range(12))
    rows = [_row(child, months, told) for child in children.values()]
    rows.sort(key=lambda row: (not row.is_over, -(row.days_since or 0), row.child))
    over = sum(row.is_over for row in rows)
    return FootprintsView(scope or "all IROs", first, TODAY, months, tuple(rows), over, "90 days")


def contacts_of(child: FakeChild, told: FakeFootprint) -> tuple[HistoryLine, ...]:
    marks = footprint_of(child, told).marks
    return tuple(HistoryLine(one.on, one.what) for one in marks if one.is_contact)


def events_of(child: FakeChild, told: FakeFootprint) -> tuple[HistoryLine, ...]:
    marks = footprint_of(child, told).marks
    return tuple(HistoryLine(one.on, f"{one.what}, {one.detail}") for one in marks if one.lane is Lane.EVENT)


def mid_point_of(child: FakeChild, told: FakeFootprint) -> MidPointView | None:
    said = [one for one in told.mid_points if one.child == child.id]
    if child.last_on is None or child.last_on >= TODAY or any(isinstance(one, RecordMidPoint) for one in said):
        return None
    left_out = next((one.reason for one in said if isinstance(one, SkipMidPoint)), None)
    rows = tuple(
        RecommendationRow(
            child.id,
            child.last_on,
            number,
            text,
            Role.SOCIAL_WORKER,
            Agency.CHILDRENS_SERVICES,
            TODAY + timedelta(20),
            None,
            None,
            "",
            (),
            1,
            (TODAY - child.last_on).days,
            is_overdue=False,
            is_drifting=False,
        )
        for number, text in enumerate(_TEXTS, 1)
    )
    return MidPointView(child.id, child.last_on, f"After the review of {with_weekday(child.last_on)}", left_out, rows)


def _marks(child: FakeChild, told: FakeFootprint) -> list[FootprintMark]:
    number = int("".join(letter for letter in child.id if letter.isdigit()) or 0)
    found = [] if child.last_on is None else [_mark(child, child.last_on, Lane.REVIEW, "Review", "PN1")]
    for step in range(number % 5):
        how = _KINDS[(number + step) % len(_KINDS)]
        found.append(_contact(child, TODAY - timedelta(13 + 61 * step + number % 7), how, None))
    if number % 4 == 0:
        day = TODAY - timedelta(40 + number % 30)
        event = RecordEvent(child=child.id, what=EventKind.NEW_SOCIAL_WORKER, happened_on=day, told_on=day)
        found.append(_event(event))
    found += [
        _contact(child, one.on, one.how, one.with_whom, one.note or "")
        for one in told.contacts
        if one.child == child.id
    ]
    found += [_event(one) for one in told.events if one.child == child.id]
    found += [
        _mark(child, one.on, Lane.REVIEW, "Mid-point review", "")
        for one in told.mid_points
        if one.child == child.id and isinstance(one, RecordMidPoint)
    ]
    return [one for one in found if not _is_taken(one, told) and one.on >= first_month(TODAY)]


def _is_taken(mark: FootprintMark, told: FakeFootprint) -> bool:
    if isinstance(mark.remove, RemoveContact):
        return (mark.remove.child, mark.on, mark.remove.how.value) in told.taken
    return isinstance(mark.remove, RemoveEvent) and ((mark.remove.child, mark.on, mark.remove.what.value) in told.taken)


def _contact(child: FakeChild, on: date, how: ContactKind, whom: Role | None, note: str = "") -> FootprintMark:
    lanes = {ContactKind.CALL: Lane.OTHERS, ContactKind.MESSAGE: Lane.OTHERS, ContactKind.MEETING: Lane.MEETING}
    detail = ", ".join(part for part in (f"with {whom.label}" if whom else "", note) if part)
    mark = _mark(child, on, lanes.get(how, Lane.CHILD), how.label.capitalize(), detail)
    return replace(mark, is_contact=True, remove=RemoveContact(child=child.id, on=on, how=how, with_whom=whom))


def _event(event: RecordEvent) -> FootprintMark:
    what = event.what.label.capitalize()
    detail = f"told {short(event.told_on)}" if event.told_on else "not told"
    mark_id = f"{event.child}/{event.happened_on}/{event.what}"
    remove = RemoveEvent(child=event.child, what=event.what, happened_on=event.happened_on)
    return FootprintMark(mark_id, event.happened_on, Lane.EVENT, what, detail, False, False, remove)


def _mark(child: FakeChild, on: date, lane: Lane, what: str, detail: str) -> FootprintMark:
    return FootprintMark(f"{child.id}/{on}/{what}", on, lane, what, detail, False, True)


def _gaps(marks: tuple[FootprintMark, ...]) -> list[FootprintGap]:
    days = sorted({first_month(TODAY), *(one.on for one in marks if one.is_trace), TODAY})
    found = []
    for start, end in pairwise(days):
        count = (end - start).days
        words = f"{count} days, {short(start)} to {'today' if end == TODAY else short(end)}"
        found.append(FootprintGap(start, end, count, end == TODAY, count > _LIMIT, words))
    return found


def _row(child: FakeChild, months: tuple[date, ...], told: FakeFootprint) -> FootprintRow:
    marks = tuple(_marks(child, told))
    gaps = _gaps(marks)
    cells = tuple(_month(month, marks, gaps, child) for month in months)
    traces = [one.on for one in marks if one.is_trace]
    longest = max(gaps, key=lambda one: one.days)
    last = max(traces, default=None)
    since = (TODAY - last).days if last else None
    contacts = sum(one.is_contact for one in marks)
    return FootprintRow(
        child.id,
        child.short_name,
        child.iro,
        cells,
        contacts,
        last,
        since,
        longest.days,
        longest.words,
        gaps[-1].is_over,
        any(one.is_over for one in gaps),
        f"{child.short_name}, {contacts} contacts, longest without {longest.words}",
    )


def _month(month: date, marks: tuple[FootprintMark, ...], gaps: list[FootprintGap], child: FakeChild) -> FootprintMonth:
    here = [one for one in marks if (one.on.year, one.on.month) == (month.year, month.month)]
    contacts = sum(one.is_contact for one in here)
    has_mid = any(one.what == "Mid-point review" for one in here)
    has_review = any(one.what == "Review" for one in here)
    end = month + timedelta(27)
    over = [one for one in gaps if one.is_over and one.from_on < end and month < one.to_on]
    is_outside = child.since > end
    words = f"{month:%b %Y}: {contacts} contacts" + (", review" if has_review else "")
    is_running = any(one.is_open for one in over)
    return FootprintMonth(month, contacts, has_mid, has_review, bool(over), is_running, is_outside, words)
