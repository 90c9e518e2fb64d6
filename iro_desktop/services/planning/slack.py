"""How far this IRO's reviews move, read from the ledger: the room to keep free before the last lawful day."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from iro_desktop.domain.records import Booking
from iro_desktop.domain.vocabulary import BookingStatus
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import working_days

ENOUGH_MOVES = 8  # fewer say nothing about a tenth of them
DEFAULT_SLACK = 5  # working days
_NINE_IN_TEN = 0.9


@dataclass(frozen=True, slots=True)
class Slack:
    """Working days to keep free, and where the figure comes from."""

    days: int
    words: str


def slack_of(snapshot: Snapshot, iro: str | None) -> Slack:
    """From the IRO's own moves to a later day, else from all IROs', else five working days."""
    return snapshot.kept.once(("slack", iro), lambda: _slack(snapshot, iro))


def _slack(snapshot: Snapshot, iro: str | None) -> Slack:
    own = _shifts(snapshot, iro) if iro is not None else []
    if len(own) >= ENOUGH_MOVES:
        return _said(own, "this IRO's moves")
    everybody = _shifts(snapshot, None)
    if len(everybody) >= ENOUGH_MOVES:
        return _said(everybody, "all IROs' moves")
    return Slack(
        DEFAULT_SLACK, f"{working_days(DEFAULT_SLACK)}, by default: {_moves(len(everybody))} to judge by so far"
    )


def forward_shifts(bookings: Iterable[Booking], calendar: WorkingCalendar) -> list[int]:
    """Working days that one child's reviews were moved later, one for each such move."""
    ordered = sorted(bookings, key=lambda one: one.id)  # ids tell which of a day's entries came first
    found = []
    for position, old in enumerate(ordered):
        if old.status is not BookingStatus.MOVED or old.closed_on is None:
            continue
        new = next((one for one in ordered[position + 1 :] if one.booked_on == old.closed_on), None)
        if new is not None and (later := calendar.between(old.review_on, new.review_on)) > 0:
            found.append(later)
    return found


def ninetieth(shifts: Iterable[int]) -> int:
    """The 90th percentile by nearest rank.

    >>> ninetieth(range(1, 11)), ninetieth([4])
    (9, 4)
    """
    ordered = sorted(shifts)
    return ordered[ceil(_NINE_IN_TEN * len(ordered)) - 1]


def _shifts(snapshot: Snapshot, iro: str | None) -> list[int]:
    return [
        later
        for child in snapshot.children.values()
        if iro is None or child.iro == iro
        for later in _shifts_of(child, snapshot)
    ]


def _shifts_of(child: ChildNow, snapshot: Snapshot) -> list[int]:
    return snapshot.kept.of_one(
        "shifts",
        child.facts.child.council_id,
        child,
        lambda: forward_shifts(child.facts.bookings, snapshot.calendar),
    )


def _said(shifts: list[int], whose: str) -> Slack:
    days = ninetieth(shifts)
    return Slack(
        days, f"{working_days(days)}: nine in ten of {whose} to a later day were within it ({_moves(len(shifts))})"
    )


def _moves(count: int) -> str:
    return "1 move" if count == 1 else f"{count:,} moves"
