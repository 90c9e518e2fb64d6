"""What speaks against a day for a review: no working day, leave, a hearing before it, no time to prepare."""

from datetime import date

from iro_desktop.domain.dates import from_to, with_weekday
from iro_desktop.domain.records import Booking
from iro_desktop.domain.vocabulary import BookingStatus, Task
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.preparation import CONSULT
from iro_desktop.services.planning.clock import overlap
from iro_desktop.services.planning.owed import leave_on, next_hearing, not_before, not_before_words
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import working_days

PREPARATION = -CONSULT.offset.count  # working days


def of_the_day(snapshot: Snapshot, day: date) -> list[str]:
    """What is so for every child."""
    found = []
    if day < snapshot.today:
        found.append(f"{with_weekday(day)} has passed.")
    if not snapshot.calendar.is_working(day):
        found.append(f"{with_weekday(day)} is not a working day: {snapshot.calendar.name_of(day) or 'a weekend'}.")
    return found


def of_the_child(snapshot: Snapshot, child: ChildNow, day: date, whose: str = "") -> list[str]:
    """What is so for one child; ``whose`` begins the sentences where it is not the child asked about."""
    found = []
    leave = leave_on(snapshot, child, day)
    if leave is not None:
        found.append(f"{whose}The IRO is away ({leave.kind.label}): {from_to(leave.from_on, leave.to_on)}.")
    first = not_before(child)
    if first is not None and day < first:
        found.append(f"{whose}The review {not_before_words(child)} is not held before {with_weekday(first)}.")
    hearing = next_hearing(child, snapshot.today)
    if hearing is not None and hearing <= day:
        when = "on the day of" if hearing == day else "after"
        found.append(
            f"{whose}The review would fall {when} the hearing of {with_weekday(hearing)}; it should inform it."
        )
    return found


def _is_open(one: Booking, day: date) -> bool:
    return one.status is BookingStatus.OPEN and one.review_on == day


def of_the_time(snapshot: Snapshot, child: ChildNow, day: date, at: str) -> list[str]:
    """What the child's IRO has at the same time; brothers and sisters at that very time are reviewed together."""
    if not at:
        return []
    council_id = child.facts.child.council_id
    together = snapshot.siblings.get(council_id, ())
    found = []
    for other, known in snapshot.children.items():
        theirs = next((one.at for one in known.facts.bookings if _is_open(one, day) and one.at), None)
        is_meant = theirs == at and other in together
        if theirs and other != council_id and known.iro == child.iro and overlap(at, theirs) and not is_meant:
            found.append(f"The review of {other} is at {theirs} that day.")
    names = {one.id: one.name for one in snapshot.iros}
    for block in snapshot.blocks:
        is_theirs = names.get(block.iro_id) == child.iro and block.on == day
        if is_theirs and overlap(at, block.starts_at, other_minutes=block.minutes):
            found.append(f"Time is kept free that day from {block.starts_at}.")
    return found


def of_preparing(snapshot: Snapshot, day: date, after: list[Deadline]) -> list[str]:
    """Whether the consultation would have had to begin before today; ``after``: the deadlines once it is booked."""
    left = snapshot.calendar.between(snapshot.today, day)
    is_met = any(one.rule.id == Task.CONSULT.value and one.trigger_on == day and not one.is_open for one in after)
    if day < snapshot.today or left >= PREPARATION or is_met:
        return []
    return [f"Only {working_days(left)} to prepare; consultation begins {working_days(PREPARATION)} before a review."]
