"""What is talked about at a clinic: what went late for an IRO's children since the last one, and what stands today.

What happened counts for the IRO who had the child on the day it fell due; what stands today for whose the child is.
"""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import SKIPPED
from iro_desktop.domain.vocabulary import AlertKind, Ownership, Standing, Task
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services.challenge import cards
from iro_desktop.services.clinic_views import ClinicException, Exceptional
from iro_desktop.services.footprint import footprint
from iro_desktop.services.recommendations import open_recommendations
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import with_work
from iro_desktop.services.words import asks_for_review, display_name, standing_words, what_of

_LATE = frozenset({Standing.MET_LATE, Standing.MISSED})
_KINDS = list(Exceptional)


def exceptions(snapshot: Snapshot, iro: str, since: date) -> tuple[ClinicException, ...]:
    """In order of kind, the longest standing first."""
    ids = frozenset(one.id for one in snapshot.iros if one.name == iro)
    found = [one for child in snapshot.children.values() for one in _happened(snapshot, child, ids, since)]
    found += [one for child in with_work(snapshot, iro) for one in _stands(snapshot, child)]
    found += _alerts(snapshot, iro)
    return tuple(sorted(found, key=_place))


def _place(one: ClinicException) -> tuple[int, date, str, str]:
    return _KINDS.index(one.kind), one.on or date.min, one.child, one.what


# --- what happened since


def _happened(snapshot: Snapshot, child: ChildNow, ids: frozenset[str], since: date) -> Iterator[ClinicException]:
    if not any(one.iro_id in ids for one in child.facts.allocations):
        return
    seen: set[tuple[bool, date | None]] = set()
    left_out = _days_left_out(child)
    for one in child.deadlines:
        on = one.met_on or one.due_on
        if one.standing not in _LATE or on is None or not since <= on <= snapshot.today:
            continue
        if one.rule.ownership is not Ownership.MINE or not _was_with(child, ids, one.due_on or on):
            continue
        if one.rule.subject == "mid-point" and one.review_on in left_out:
            continue  # told as left out, on the day on which that was said
        is_review = asks_for_review(one)
        if is_review and (True, one.met_on) in seen:
            continue  # several limits that ask for one review are one review
        seen.add((is_review, one.met_on))
        yield _late(child, one, on)
    yield from _left_out(snapshot, child, ids, since)
    yield from _gaps(snapshot, child, ids, since)


def _was_with(child: ChildNow, ids: frozenset[str], day: date) -> bool:
    return any(
        one.iro_id in ids and one.from_on <= day and (one.to_on is None or one.to_on >= day)
        for one in child.facts.allocations
    )


def _late(child: ChildNow, one: Deadline, on: date) -> ClinicException:
    was_done = one.met_on is not None
    if asks_for_review(one):
        kind = Exceptional.HELD_LATE if was_done else Exceptional.NOT_HELD
        done = "held"
    else:
        kind = Exceptional.WRITTEN_LATE if one.rule.subject == "after" else Exceptional.DONE_LATE
        if one.rule.subject == "mid-point" and not was_done:
            kind = Exceptional.MID_POINT
        done = "done"
    due = f"due {short(one.due_on)}" if one.due_on else ""
    ended = f"{done} {short(one.met_on)}" if one.met_on else f"never {done}"
    words = ", ".join(part for part in (due, ended) if part) + _reason(child, one)
    return _of(child, kind, _what(one), on, words, standing=one.standing, deadline_id=one.id)


def _reason(child: ChildNow, one: Deadline) -> str:
    """Why a review was held late, as it was recorded with it."""
    if not asks_for_review(one) or one.met_on is None:
        return ""
    held = next((each for each in child.facts.reviews if each.held_on == one.met_on), None)
    return f": {held.late_reason.label}" if held is not None and held.late_reason is not None else ""


def _days_left_out(child: ChildNow) -> frozenset[date]:
    """The reviews whose mid-point was left out with its reason."""
    ids = {one.review_id for one in child.facts.completions if one.task is Task.MID_POINT and one.detail == SKIPPED}
    return frozenset(one.held_on for one in child.facts.reviews if one.id in ids)


def _left_out(snapshot: Snapshot, child: ChildNow, ids: frozenset[str], since: date) -> Iterator[ClinicException]:
    for one in child.facts.completions:
        is_skipped = one.task is Task.MID_POINT and one.detail == SKIPPED
        if is_skipped and since <= one.done_on <= snapshot.today and _was_with(child, ids, one.done_on):
            words = f"left out {short(one.done_on)}"
            yield _of(child, Exceptional.MID_POINT, "Mid-point review", one.done_on, words, standing=Standing.MISSED)


def _gaps(snapshot: Snapshot, child: ChildNow, ids: frozenset[str], since: date) -> Iterator[ClinicException]:
    """Times without contact, mid-point or review past the service's own limit that reach into the time since."""
    if not child.is_looked_after:
        return
    for one in footprint(snapshot, child.facts.child.council_id, since, snapshot.today).gaps:
        if _was_with(child, ids, one.to_on):
            yield _of(
                child,
                Exceptional.FOOTPRINT,
                "No contact, mid-point or review",
                one.from_on,
                one.words,
                is_open=one.is_open,
                standing=Standing.OVERDUE if one.is_open else Standing.MISSED,
            )


# --- what stands today


def _stands(snapshot: Snapshot, child: ChildNow) -> Iterator[ClinicException]:
    first = (next_review(child.owed), next_pathway_review(child.owed))
    for one in child.owed:
        if one.rule.ownership is not Ownership.MINE or (asks_for_review(one) and one not in first):
            continue
        if one.standing in (Standing.OVERDUE, Standing.NOT_RECORDED):
            is_late = one.standing is Standing.OVERDUE
            kind = Exceptional.OVERDUE if is_late else Exceptional.NOT_RECORDED
            on = one.due_on if is_late else one.booked_on or one.due_on
            when = f"due {short(one.due_on)}, " if one.due_on and is_late else ""
            words = when + standing_words(one).lower() if is_late else _unrecorded(one)
            yield _of(child, kind, _what(one), on, words, is_open=True, standing=one.standing, deadline_id=one.id)
    for row in open_recommendations(child.facts, snapshot.today, snapshot.practice):
        if row.is_drifting:
            what = f"Recommendation {row.number}, review of {short(row.held_on)}"
            words = f"open for the {row.drift_words}; {row.owner.label}"
            yield _of(child, Exceptional.DRIFT, what, row.held_on, words, is_open=True, standing=Standing.OVERDUE)


def _unrecorded(one: Deadline) -> str:
    return f"was booked for {short(one.booked_on)}: was it held?" if one.booked_on else "last review not known"


def _what(one: Deadline) -> str:
    follows = one.rule.subject in ("after", "recommendation", "mid-point") and one.review_on is not None
    return f"{one.rule.what}, review of {short(one.review_on)}" if follows and one.review_on else what_of(one)


def _alerts(snapshot: Snapshot, iro: str) -> Iterator[ClinicException]:
    """Open challenges whose answer, or whose limit of the whole, has passed."""
    for card in cards(snapshot, iro):
        if card.is_open and card.kind is AlertKind.CHALLENGE and card.standing is Standing.OVERDUE:
            clock = next(one for one in (card.clock, card.cap) if one is not None and one.standing is Standing.OVERDUE)
            about = f": {card.theme}" if card.theme else ""
            yield ClinicException(
                Exceptional.ALERT,
                card.child,
                card.name,
                f"{card.stage_words}{about}",
                clock.due_on,
                f"raised {short(card.raised_on)}; {clock.what[:1].lower()}{clock.what[1:]}: {clock.words}",
                is_open=True,
                standing=card.standing,
                deadline_id=clock.deadline_id,
            )


def _of(
    child: ChildNow,
    kind: Exceptional,
    what: str,
    on: date | None,
    words: str,
    *,
    standing: Standing,
    is_open: bool = False,
    deadline_id: str = "",
) -> ClinicException:
    record = child.facts.child
    return ClinicException(
        kind, record.council_id, display_name(record), what, on, words, is_open, standing, deadline_id
    )
