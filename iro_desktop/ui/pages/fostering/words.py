"""What the story says of an arrangement and of a household, as pairs; and a line of figures for the quarter."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.services.fostering_views import ArrangementRow, CarerRow, FosteringQuarter

Pair = tuple[str, str]


def arrangement_pairs(row: ArrangementRow) -> tuple[Pair, ...]:
    """Every field that says something."""
    due = f"{row.next_words}: {row.next.standing_words}" if row.next and row.next.due_on else row.next_words
    visits = f"{len(row.visits)} made; {row.visits_in_time} of {row.visits_due} in time"
    return (
        ("Next", due),
        ("Who cares", row.carer),
        ("Notice", _notice(row)),
        ("Authority knew", _day(row.aware_on)),
        ("Begins" if row.is_proposed else "Began", _day(row.starts_on)),
        ("Suitability", row.suitability_words),
        ("Visits", visits if row.visits or row.visits_due else ""),
        ("Meetings", f"{_times(len(row.meetings), 'meeting')}, last {short(row.meetings[-1])}" if row.meetings else ""),
        ("Ended", _day(row.ended_on)),
        ("Note", row.note),
        ("IRO", row.iro),
    )


def _notice(row: ArrangementRow) -> str:
    by = f", {row.notified_by.label}" if row.notified_by else ""
    return f"{short(row.notified_on)}{by}" if row.notified_on else by.removeprefix(", ")


def carer_pairs(row: CarerRow) -> tuple[Pair, ...]:
    """Every field that says something."""
    due = f"{row.next_words}: {row.standing_words}" if row.next_words else ""
    asked = "; ".join(f"{one.ground.label}, {short(one.asked_on)}" for one in row.asked if one.is_open)
    return (
        ("Next", due),
        ("Yearly", row.yearly_words if row.yearly_words != row.next_words else ""),
        ("Booked", _day(row.booked_on) or ("" if row.is_over else "not booked")),
        ("Panel", row.panel_words),
        ("Asked for", asked),
        ("Approved", _day(row.approved_on)),
        ("Terms", row.terms),
        ("IRO", row.iro or ("" if row.is_over else "nobody yet")),
        ("Ended", _day(row.ended_on)),
    )


def quarter_words(quarters: Sequence[FosteringQuarter]) -> str:
    """The quarter that runs, and what became of the last report: one line."""
    if not quarters:
        return ""
    now, *before = quarters
    figures = f"{now.words}: {now.new} new, {now.ended} ended, visits in time {now.visits_in_time} of {now.visits_due}."
    owed = [one for one in before if one.report is not None and one.sent_on is None]
    if owed:
        return f"{figures} The report for {owed[0].words} is not recorded as sent."
    last = next((one for one in before if one.sent_on is not None), None)
    return f"{figures} Last report sent {short(last.sent_on)}." if last and last.sent_on else figures


def _day(on: date | None) -> str:
    return short(on) if on else ""


def _times(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
