"""The selected child: what matters most, every open deadline, the cycle as a line, the past."""

from collections.abc import Iterable
from datetime import date, timedelta

from iro_desktop.domain.births import Birth
from iro_desktop.domain.care import completion_of
from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.vocabulary import (
    LEGAL_STATUS,
    PLACEMENT,
    BookingStatus,
    LeaverStatus,
    ReviewKind,
    Standing,
    Task,
)
from iro_desktop.rules.explain import is_age
from iro_desktop.rules.leaving_reasons import entitlements
from iro_desktop.rules.model import Deadline
from iro_desktop.services.caseload import current_episode, current_period, owed_review, worst
from iro_desktop.services.child_so import alert_rows, circumstance_rows, held_rows, notices
from iro_desktop.services.footprint import contact_lines, event_lines
from iro_desktop.services.incomplete import incomplete
from iro_desktop.services.mid_point import followed_review, is_left_out
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.splits import split_notices
from iro_desktop.services.today import booked_at, do_now_of
from iro_desktop.services.views import ChildView, CyclePoint, DeadlineRow, HistoryLine
from iro_desktop.services.words import (
    asks_for_review,
    display_name,
    due_words,
    full_name,
    limit_words,
    number_words,
    standing_words,
    what_of,
)

_A_YEAR = timedelta(days=366)
_PRECEDENCE = {standing: position for position, standing in enumerate(Standing)}


def child_view(snapshot: Snapshot, council_id: str) -> ChildView:
    """Everything about one child that the panel shows."""
    child = snapshot.children[council_id]
    first, review = worst(child), owed_review(child)
    followed = followed_review(child.facts, snapshot.today, snapshot.practice)
    open_ones = sorted(
        (one for one in child.deadlines if one.is_open and not _is_far(one, snapshot.today)),
        key=lambda one: (one.due_on is not None, one.due_on, one.rule.id),
    )
    return ChildView(
        council_id,
        full_name(child.facts.child),
        _subtitle(child, snapshot),
        _siblings(child, snapshot),
        _facts(child, snapshot),
        incomplete(child, snapshot),
        deadline_row(first, snapshot.today) if first else None,
        tuple(deadline_row(one, snapshot.today) for one in open_ones),
        _cycle(child, snapshot.today),
        _history(child, snapshot.today),
        review.booked_on if review else None,
        booked_at(child.facts, review.booked_on) if review and review.booked_on else "",
        circumstance_rows(child.facts),
        (
            *notices(child.facts, child.deadlines, review.booked_on if review else None, snapshot.today),
            *split_notices(snapshot, council_id),
            *_passport_notice(child),
        ),
        held_rows(child.facts, child.deadlines, snapshot.today),
        alert_rows(child.facts),
        contact_lines(child.facts, snapshot.today),
        event_lines(child.facts, snapshot.today),
        followed.held_on if followed else None,
        followed is not None and is_left_out(child.facts, followed),
        is_sixteen=child.facts.child.born_on is not None and snapshot.today >= birthday(child.facts.child.born_on, 16),
    )


def _passport_notice(child: ChildNow) -> tuple[str, ...]:
    """That a child who is new to care has not got the IRO's passport yet: nobody's list holds it."""
    owed = (one for one in child.owed if one.rule.id == Task.INTRODUCTION)
    return tuple(
        f"New to care: the IRO’s passport is due to the child by {due_words(one)}. Ctrl+O makes it, Ctrl+T says that "
        "it was sent."
        for one in owed
    )[:1]


def _is_far(one: Deadline, today: date) -> bool:
    """Whether it is an age more than a year ahead: known, but nothing to plan for yet."""
    return is_age(one.rule) and one.due_on is not None and one.due_on > today + _A_YEAR


def deadline_row(one: Deadline, today: date) -> DeadlineRow:
    """One deadline as a row."""
    return DeadlineRow(
        one.id,
        one.rule.id,
        what_of(one),
        one.standing,
        standing_words(one),
        one.due_on,
        one.plan_by,
        due_words(one),
        one.rule.owner,
        one.rule.ownership,
        do_now_of(one, today),
        one.provisional,
        one.review_on,
        one.trigger_on,
        f"{one.override.rstrip('.')}. The rule gives {short(one.rule_due_on)}."
        if one.override and one.rule_due_on
        else one.override,
    )


def _subtitle(child: ChildNow, snapshot: Snapshot) -> str:
    record, episode = child.facts.child, current_episode(child, snapshot)
    parts = []
    age = Birth(record.born_on, record.born_as).age_words(snapshot.today) if record.born_on else ""
    if age:
        parts.append(age)
    if not child.is_looked_after:
        status = entitlements(child.facts, snapshot.today).now.status
        after = () if status is LeaverStatus.NONE else (status.label,)
        return " · ".join([*parts, *after, "not looked after now"])
    if episode and episode.legal_status:
        parts.append(f"{episode.legal_status} {LEGAL_STATUS.get(episode.legal_status, '')}".strip())
    if episode and episode.placement:
        parts.append(f"{PLACEMENT.get(episode.placement, episode.placement)} since {episode.started_on.year}")
    return " · ".join(parts)


def _siblings(child: ChildNow, snapshot: Snapshot) -> str:
    others = [snapshot.children[one] for one in snapshot.siblings.get(child.facts.child.council_id, ())]
    if not others:
        return ""
    names = [f"{display_name(other.facts.child)} ({_whose(child, other)})" for other in others]
    return f"Brother or sister of {', '.join(names)}"


def _whose(child: ChildNow, other: ChildNow) -> str:
    if not other.is_looked_after:
        return "not looked after now"
    return "same IRO" if other.iro == child.iro else f"IRO {other.iro or 'not known'}"


def _facts(child: ChildNow, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    record, period = child.facts.child, current_period(child, snapshot)
    since = short(period.started_on) if period and period.started_on else "not known"
    rows = [
        ("Id", record.council_id),
        ("Born", Birth(record.born_on, record.born_as).words if record.born_on else "not known"),
        ("Looked after since", since if period else "not looked after now"),
        ("IRO", child.iro or "not allocated"),
        ("Tracked here from", short(record.tracking_from)),
    ]
    return tuple(rows)


def _cycle(child: ChildNow, today: date) -> tuple[CyclePoint, ...]:
    """From the last review held to the last lawful day of the next."""
    points = []
    held = [one for one in child.facts.reviews if one.held_on <= today]
    if held:
        points.append(CyclePoint(held[-1].held_on, "held", Standing.MET))
        marks = ("after.minutes", "mid-point")
        points += [
            CyclePoint(one.met_on or one.due_on, one.rule.what.split(" ")[0].lower(), one.standing)
            for one in child.deadlines
            if one.rule.id in marks and one.review_on == held[-1].held_on and one.due_on
        ]
    review = owed_review(child)
    if review is not None and review.rule.id == "review.first":
        points.append(CyclePoint(review.trigger_on, "care began", Standing.MET))
    if review is not None and review.booked_on is not None:
        passed = review.booked_on < today
        points.append(CyclePoint(review.booked_on, "booked", Standing.NOT_RECORDED if passed else Standing.UPCOMING))
    if review is not None and review.due_on is not None:
        asked = review.standing is Standing.NOT_RECORDED and review.booked_on is not None
        points.append(CyclePoint(review.due_on, limit_words(review), Standing.UPCOMING if asked else review.standing))
    return tuple(sorted(points, key=lambda point: point.on))


def settled_reviews(deadlines: Iterable[Deadline]) -> dict[date, Deadline]:
    """What each review settled, by the day it was held; of two limits on one day the one that was missed."""
    found: dict[date, Deadline] = {}
    for one in deadlines:
        if asks_for_review(one) and one.met_on is not None:
            earlier = found.get(one.met_on)
            if earlier is None or (earlier.standing is Standing.MET and one.standing is not Standing.MET):
                found[one.met_on] = one
    return found


def _history(child: ChildNow, today: date) -> tuple[HistoryLine, ...]:
    """Reviews held and bookings moved or cancelled, newest first."""
    settled = settled_reviews(child.deadlines)
    lines = []
    for review in child.facts.reviews:
        if review.held_on > today:
            lines.append(HistoryLine(review.held_on, "Review dated in the future; not counted as held"))
            continue
        one = settled.get(review.held_on)
        is_pathway = review.kind is ReviewKind.PATHWAY
        words = [review.kind.label.capitalize()] if is_pathway and review.kind else []
        words += [] if is_pathway else [number_words(one.review_number if one else review.number)]
        words += [review.participation.value] if review.participation else []
        words += [timescale_words(one)]
        if review.held_on < child.facts.child.tracking_from:
            words.append("tasks not tracked here")
        if completion_of(review) is None:
            words.append("adjourned, still open" if review.adjourned_on else "series still open")
        lines.append(HistoryLine(review.held_on, ", ".join(words)))
    for booking in child.facts.bookings:
        if booking.status in (BookingStatus.MOVED, BookingStatus.CANCELLED):
            why = f": {booking.reason}" if booking.reason else ""
            lines.append(HistoryLine(booking.review_on, f"Booked day {booking.status.label}{why}"))
    return tuple(sorted(lines, key=lambda line: line.on, reverse=True))


def timescale_words(one: Deadline | None) -> str:
    """How a review stood by its last lawful day."""
    if one is None:
        return "timescale not known"
    if one.standing is Standing.MET:
        return "in timescale"
    return "out of timescale (Covid easement)" if "Covid easement" in one.note else "out of timescale"
