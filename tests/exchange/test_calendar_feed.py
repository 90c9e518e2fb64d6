"""Calendar files, read back by the library and by the words of the standard."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Timezone

from iro_desktop.exchange.calendar_feed import FeedEvent, calendar_file

AS_AT = date(2026, 11, 23)
LONDON = ZoneInfo("Europe/London")
TIMED = FeedEvent("1@x", date(2026, 12, 3), "Review AB12 (third)", "14:00", 60, "School, Elm; Primary", 2)
UNTIMED = FeedEvent("2@x", date(2026, 12, 4), "Review AB13")


def back(*events: FeedEvent) -> Calendar:
    return Calendar.from_ical(calendar_file(events, AS_AT))


def test_what_was_written_is_read_back():
    timed, untimed = back(UNTIMED, TIMED).walk("VEVENT")
    assert (timed["UID"], timed["SUMMARY"], timed["LOCATION"]) == ("1@x", "Review AB12 (third)", "School, Elm; Primary")
    assert timed.decoded("DTSTART") == datetime(2026, 12, 3, 14, tzinfo=LONDON)
    assert timed.decoded("DTEND") == datetime(2026, 12, 3, 15, tzinfo=LONDON)
    assert (timed["SEQUENCE"], timed["STATUS"], timed["TRANSP"]) == (2, "CONFIRMED", "OPAQUE")
    assert (untimed.decoded("DTSTART"), untimed.decoded("DTEND")) == (date(2026, 12, 4), date(2026, 12, 5))
    assert untimed["TRANSP"] == "TRANSPARENT"
    assert "LOCATION" not in untimed


def test_the_same_events_give_the_same_bytes_in_any_order():
    assert calendar_file((TIMED, UNTIMED), AS_AT) == calendar_file((UNTIMED, TIMED), AS_AT)


def test_a_file_says_what_takers_need_and_ends_its_lines_as_the_standard_has_it():
    content = calendar_file((TIMED,), AS_AT)
    for line in (
        b"METHOD:PUBLISH",
        b"VERSION:2.0",
        b"DTSTAMP:20261123T000000Z",
        b"DTSTART;TZID=Europe/London:20261203T140000",
    ):
        assert line + b"\r\n" in content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_without_a_time_no_zone_is_needed():
    assert b"VTIMEZONE" not in calendar_file((UNTIMED,), AS_AT)


@pytest.mark.parametrize("year", [2026, 2027, 2031])
def test_the_zone_written_along_is_that_of_london_at_every_hour_of_the_year(year):
    (zone,) = back(TIMED).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    written = zone.to_tz(lookup_tzid=False)
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        told = moment.astimezone(LONDON)
        assert told.replace(tzinfo=written).utcoffset() == told.utcoffset() or told.fold or _is_gap(told), told
        moment += timedelta(hours=1)


def _is_gap(told: datetime) -> bool:
    """The hour of a change, which two clocks may each call their own."""
    return told.utcoffset() != (told - timedelta(hours=2)).utcoffset()


def test_a_summer_time_is_told_by_the_clock_of_that_summer():
    (event,) = back(FeedEvent("3@x", date(2027, 7, 1), "Busy", "09:30", 90)).walk("VEVENT")
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2027, 7, 1, 8, 30, tzinfo=UTC)
    assert event.decoded("DTEND").astimezone(UTC) == datetime(2027, 7, 1, 10, 0, tzinfo=UTC)


def test_words_that_the_format_uses_itself_stay_words():
    odd = FeedEvent("4@x", date(2026, 12, 4), "Writing up, calls; BEGIN:VEVENT\nEND", location="a\\b, ü € 児")
    (event,) = back(odd).walk("VEVENT")
    assert event["SUMMARY"] == odd.summary
    assert event["LOCATION"] == odd.location


def test_an_empty_calendar_is_a_calendar():
    assert back().walk("VEVENT") == []
