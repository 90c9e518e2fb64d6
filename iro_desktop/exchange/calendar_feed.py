"""Calendar files (RFC 5545), as Outlook and others take them in. The same events give the same bytes.

A uid that comes again, with the same or a higher sequence, takes the earlier event's place (RFC 5545 3.8.4.7, 3.8.7.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:  # the library is loaded where a file is made
    from icalendar import Event, Timezone

PRODUCT = "-//IRO Desktop//Diary//EN"
ZONE = "Europe/London"
_LONDON = ZoneInfo(ZONE)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event. Without ``at`` it lasts the day and leaves the time free."""

    uid: str  # the same for the same thing, whatever becomes of it
    on: date
    summary: str
    at: str = ""  # clock time in London, "14:00"
    minutes: int = 60
    location: str = ""
    sequence: int = 0  # how often it was changed
    is_cancelled: bool = False  # it will not be: whoever took it in takes it out again


def calendar_file(events: Sequence[FeedEvent], as_at: date) -> bytes:
    """The whole file; ``as_at``: the day whose facts it tells, its stamp."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    if any(one.at for one in events):
        calendar.add_component(_london())
    for one in sorted(events, key=lambda each: (each.on, each.at, each.uid)):
        calendar.add_component(_event(one, as_at))
    return bytes(calendar.to_ical())


def _event(one: FeedEvent, as_at: date) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("UID", one.uid)
    event.add("DTSTAMP", datetime.combine(as_at, time(), UTC))
    event.add("SEQUENCE", one.sequence)
    if one.at:
        begins = datetime.combine(one.on, time.fromisoformat(one.at), _LONDON)
        event.add("DTSTART", begins)
        event.add("DTEND", _after(begins, one.minutes))
    else:
        event.add("DTSTART", one.on)
        event.add("DTEND", one.on + _DAY)
    event.add("SUMMARY", one.summary)
    if one.location:
        event.add("LOCATION", one.location)
    takes_time = bool(one.at) and not one.is_cancelled
    event.add("STATUS", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    event.add("TRANSP", "OPAQUE" if takes_time else "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if takes_time else "FREE")
    return event


def _after(begins: datetime, minutes: int) -> datetime:
    """So many minutes later by the clock that really runs, also where it is put forward or back meanwhile."""
    return (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(_LONDON)


def _london() -> "Timezone":
    """The rule since 1996 (Summer Time Order 2002, SI 2002/262): Outlook reads yearly rules, not lists of days."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("TZID", ZONE)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "BST", 3, 1, 0, 1),
        (TimezoneStandard(), "GMT", 10, 2, 1, 0),
    ):
        part.add("DTSTART", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001 by that zone's clock
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("TZOFFSETFROM", timedelta(hours=before))
        part.add("TZOFFSETTO", timedelta(hours=after))
        part.add("TZNAME", name)
        zone.add_component(part)
    return zone
