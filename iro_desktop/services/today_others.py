"""What of Today is about no child: foster carers' reviews for the fostering IRO, the report for the lead."""

from datetime import date

from iro_desktop.domain.dates import near
from iro_desktop.rules.model import Deadline
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.views import DoNow, TodayGroup, TodayRow
from iro_desktop.services.whose import carers_of, leads_fostering

Piece = tuple[Deadline, TodayGroup]
REPORTED = "Private fostering"  # stands in the place of a name


def pieces_of_others(snapshot: Snapshot, iro: str | None) -> list[tuple[Deadline, str]]:
    """Open deadlines of households and of the service, each with the household's reference, "" for the service."""
    found = [
        (one, carer.facts.carer.reference)
        for carer in carers_of(snapshot, iro)
        for one in carer.deadlines
        if one.is_open
    ]
    if leads_fostering(snapshot, iro):
        found += [(one, "") for one in snapshot.service if one.is_open]
    return found


def row_of_others(one: Deadline, reference: str, group: TodayGroup, standing: str, today: date) -> TodayRow:
    """One line of it; it opens the place where the household, or private fostering, stands."""
    booked = f", booked {near(one.booked_on, today)}" if one.booked_on else ""
    return TodayRow(
        one.id,
        "",
        f"Foster carer {reference}" if reference else REPORTED,
        None,
        group,
        one.standing,
        standing,
        f"{one.rule.what}{booked}" if reference else f"{one.rule.what} to {near(one.trigger_on, today, weekday=False)}",
        f"due {near(one.due_on, today)}" if one.due_on else "",
        one.due_on,
        one.rule.ownership,
        DoNow.OPEN,
        "Open",
        reference,
    )
