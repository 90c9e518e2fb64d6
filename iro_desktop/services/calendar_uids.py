"""By what an event is known again in a calendar: it stays when the review is moved, and tells nothing of what it is."""

from uuid import NAMESPACE_URL, uuid5

from iro_desktop.domain.records import Booking, ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus
from iro_desktop.rules.model import Deadline
from iro_desktop.services.diary_views import DiaryEntry
from iro_desktop.services.ledger import chain_of
from iro_desktop.services.snapshot import Snapshot

_OURS = "iro-desktop"
_BEFORE = "before"  # the subject of rules that count back from the day booked


def identity(snapshot: Snapshot, one: DiaryEntry) -> tuple[str, int]:
    """The uid of an entry, and how often it was changed."""
    kind, _, key = one.id.partition("/")
    if kind == "booking":
        return of_booking(snapshot.children[one.child].facts, key)
    if kind == "due":
        return _of_deadline(snapshot, key)
    return f"{key}@{_OURS}", 0


def of_booking(facts: ChildFacts, booking_id: str) -> tuple[str, int]:
    """That of the day first booked for this review; every move, change and the cancelling count."""
    chain = chain_of(facts, booking_id)
    return f"{chain[0].id}@{_OURS}", sum(each.row_version for each in chain) - 1


def _of_deadline(snapshot: Snapshot, deadline_id: str) -> tuple[str, int]:
    found = snapshot.deadline(deadline_id)
    if found is None:  # of nobody's review
        return f"{uuid5(NAMESPACE_URL, deadline_id)}@{_OURS}", 0
    child, owed = found
    review, sequence = _review_of(child.facts, owed)
    key = "/".join((owed.rule.id, child.facts.child.id, review, str(owed.repeat)))
    return f"{uuid5(NAMESPACE_URL, key)}@{_OURS}", sequence


def _review_of(facts: ChildFacts, owed: Deadline) -> tuple[str, int]:
    """The review that a deadline belongs to, booked or held; else the day it counts from."""
    booked = _booked_for(facts, owed) if owed.rule.subject == _BEFORE else None
    if booked is not None:
        return of_booking(facts, booked.id)
    held = next((one for one in facts.reviews if one.held_on == owed.review_on), None)
    return (held.id, held.row_version - 1) if held else (owed.trigger_on.isoformat(), 0)


def _booked_for(facts: ChildFacts, owed: Deadline) -> Booking | None:
    open_ones = (one for one in facts.bookings if one.status is BookingStatus.OPEN)
    return next((one for one in open_ones if one.review_on == owed.trigger_on), None)
