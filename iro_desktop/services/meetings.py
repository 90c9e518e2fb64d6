"""What the service did as a team: supervision, team meetings, observations, link meetings, and which are missing.

Missing is a supervision where the service chose a limit and it has passed, and the meeting of a link area in a quarter
of the year in which none was recorded.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import LONG_MONTHS, short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Iro, TeamEvent
from iro_desktop.domain.vocabulary import IroRole, Standing, TeamEventKind
from iro_desktop.rules.offsets import add, parse_offset
from iro_desktop.services.service_views import MeetingRow, MeetingsView
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.team_acts import areas_of

SUPERVISION = "supervision"  # the service's choice
_ORDER = list(TeamEventKind)


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """A meeting with the names its IROs have now."""

    what: TeamEventKind
    on: date
    iro: str
    with_iro: str
    area: str
    guests: str
    note: str

    def words_for(self, name: str) -> str:
        """What it was for that IRO."""
        if self.what is TeamEventKind.OBSERVATION:
            seen = f"observed by {self.with_iro}" if name == self.iro else f"observed {self.iro}"
            return f"{seen}: {self.area}" if self.area else seen
        return f"{self.what.label}: {self.area}" if self.area else self.what.label

    @property
    def words(self) -> str:
        """What it was about."""
        if self.what is TeamEventKind.TEAM_MEETING:
            return ", ".join(part for part in (self.area, f"with {self.guests}" if self.guests else "") if part)
        if self.what is TeamEventKind.OBSERVATION:
            return ", ".join(part for part in (f"observed by {self.with_iro}", self.area) if part)
        return self.area


def a_year_before(day: date) -> date:
    """The first day of the twelve months that end with that day."""
    year, month = day.year - 1, day.month
    return (date(year, month, day.day) if (month, day.day) != (2, 29) else date(year, 2, 28)) + timedelta(days=1)


def quarter_of(day: date) -> tuple[date, date]:
    """First and last day of the quarter of the year; those of the year from April are the same ones."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    after = date(first.year + (first.month == 10), (first.month + 2) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def named_events(snapshot: Snapshot) -> tuple[NamedEvent, ...]:
    """Every meeting, the newest first."""
    names = {one.id: one.name for one in snapshot.iros}
    events = sorted(snapshot.team_events, key=lambda one: (one.on, -_ORDER.index(one.what)), reverse=True)
    return tuple(_named(one, names) for one in events)


def _named(one: TeamEvent, names: dict[str, str]) -> NamedEvent:
    return NamedEvent(
        one.what,
        one.on,
        names.get(one.iro_id or "", ""),
        names.get(one.with_iro_id or "", ""),
        one.area or "",
        one.guests or "",
        one.note or "",
    )


def last_supervisions(snapshot: Snapshot) -> dict[str, date]:
    """By row id of the IRO: when they were last supervised."""
    return {
        one.iro_id: one.on
        for one in sorted(snapshot.team_events, key=lambda one: one.on)
        if one.what is TeamEventKind.SUPERVISION and one.iro_id is not None
    }


def overdue_supervision(iro: Iro, snapshot: Snapshot) -> str:
    """Why supervision is missing: ``none since 2 Sep 2026``; "" where none is.

    Counted from the last one, or from the first day in post. Nobody asks it of the manager, who is supervised elsewhere.
    """
    chosen = snapshot.practice.value(SUPERVISION, snapshot.today)
    is_here = iro.to_on is None or iro.to_on >= snapshot.today
    if chosen == "none" or not is_here or iro.role is IroRole.MANAGER:
        return ""
    last = last_supervisions(snapshot).get(iro.id)
    start = last or iro.from_on
    if start is None:
        return "none is recorded"
    if add(snapshot.calendar, start, parse_offset(chosen)) >= snapshot.today:
        return ""
    return f"none since {short(last)}" if last else f"none since the first day in post, {short(start)}"


def meetings(snapshot: Snapshot, from_on: date | None = None, to_on: date | None = None) -> MeetingsView:
    """What is missing today, then what was held in those days, by default in the last twelve months."""
    last_on = to_on or snapshot.today
    first_on = from_on or a_year_before(last_on)
    if last_on < first_on:
        raise UserError("The first day lies after the last one. Nothing was changed. Check both days.")
    held = [one for one in named_events(snapshot) if first_on <= one.on <= last_on]
    counted = Counter(one.what for one in held)
    first, last = quarter_of(snapshot.today)
    chosen = snapshot.practice.value(SUPERVISION, snapshot.today)
    return MeetingsView(
        rows=(*_missing(snapshot), *(_held(one) for one in held)),
        from_on=first_on,
        to_on=last_on,
        counts=tuple((kind, counted[kind]) for kind in TeamEventKind),
        supervision_words="" if chosen == "none" else parse_offset(chosen).words,
        quarter_words=f"{LONG_MONTHS[first.month - 1]} to {LONG_MONTHS[last.month - 1]} {last.year}",
        areas=tuple(area for area, _ in link_areas(snapshot)),
    )


def link_areas(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The link areas of those in post, each with whose it is, by name of the area."""
    found: dict[str, tuple[str, str]] = {}
    for iro in snapshot.iros:
        if iro.to_on is None or iro.to_on >= snapshot.today:
            for area in areas_of(iro.link_areas):
                found.setdefault(area.casefold(), (area, iro.name))
    return tuple(found[key] for key in sorted(found))


def _held(one: NamedEvent) -> MeetingRow:
    return MeetingRow(one.what, one.on, one.iro, one.with_iro, one.area, one.guests, one.note, Standing.MET, one.words)


def _missing(snapshot: Snapshot) -> Iterator[MeetingRow]:
    for iro in snapshot.iros:
        why = overdue_supervision(iro, snapshot)
        if why:
            yield _lacking(TeamEventKind.SUPERVISION, iro.name, "", why)
    first, _ = quarter_of(snapshot.today)
    held = [one for one in snapshot.team_events if one.what is TeamEventKind.LINK_MEETING]
    for area, name in link_areas(snapshot):
        last = max(_days_of(area, held), default=None)
        if last is None or last < first:
            why = f"none this quarter, the last on {short(last)}" if last else "none this quarter, nor before"
            yield _lacking(TeamEventKind.LINK_MEETING, name, area, why)


def _days_of(area: str, held: Sequence[TeamEvent]) -> Iterator[date]:
    return (one.on for one in held if (one.area or "").casefold() == area.casefold())


def _lacking(what: TeamEventKind, iro: str, area: str, why: str) -> MeetingRow:
    standing = Standing.OVERDUE if what is TeamEventKind.SUPERVISION else Standing.DUE_SOON
    words = f"{area}: {why}" if area else why
    return MeetingRow(what, None, iro, "", area, "", "", standing, words[:1].upper() + words[1:])
