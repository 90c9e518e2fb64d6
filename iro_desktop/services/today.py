"""Today: the IRO's own work ordered by consequence, and what others owe; capped, nothing vanishes by being late."""

from collections import Counter
from datetime import date

from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS, near
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus, Ownership, Standing, Task
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.preparation import BOOKED_TOO_LATE
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today_others import pieces_of_others, row_of_others
from iro_desktop.services.views import DoNow, TodayGroup, TodayRow, TodayView
from iro_desktop.services.whose import is_privately_fostered, leads_fostering
from iro_desktop.services.words import (
    asks_for_review,
    display_name,
    done_word,
    lateness,
    limit_words,
    standing_words,
    what_of,
    working_days,
)

NEXT_WORKING_DAYS, SOON_WORKING_DAYS = 5, 10
EVERYBODY = "all IROs"
_ORDER = {group: position for position, group in enumerate(TodayGroup)}
_TASKS = frozenset(task.value for task in Task)  # what can be reported as done in a word


def today_view(snapshot: Snapshot, iro: str | None, last_here_on: date | None = None) -> TodayView:
    """Today's work of one IRO, or of everybody; ``last_here_on``: the day on which somebody last worked here."""
    work = [piece for child in with_work(snapshot, iro) for piece in _pieces(child, snapshot)]
    work += _of_others(snapshot, iro)
    work.sort(key=_consequence)
    found = [row for _, row in work]
    newly_passed = sum(
        last_here_on is not None and one.booked_on is not None and one.booked_on >= last_here_on
        for one, row in work
        if row.group is TodayGroup.NOT_RECORDED
    )
    count = Counter(row.group for row in found)
    counts = {group: count[group] for group in TodayGroup}
    whose = iro or EVERYBODY
    children = len(snapshot.in_scope(iro))
    return TodayView(snapshot.today, heading(snapshot.today), whose, tuple(found), counts, children, newly_passed)


def _of_others(snapshot: Snapshot, iro: str | None) -> list[tuple[Deadline, TodayRow]]:
    """Foster carers' reviews, and what the service itself owes."""
    grouped = ((one, reference, group_of(one, snapshot)) for one, reference in pieces_of_others(snapshot, iro))
    return [
        (one, row_of_others(one, reference, group, _standing(one, group, snapshot), snapshot.today))
        for one, reference, group in grouped
        if group is not None
    ]


def _consequence(piece: tuple[Deadline, TodayRow]) -> tuple[int, bool, date, str, str]:
    """Group by group, the longest due first; a recommendation past its day after what law and guidance ask."""
    one, row = piece
    is_later = row.group is TodayGroup.OVERDUE and one.rule.subject == "recommendation"
    return _ORDER[row.group], is_later, row.due_on or date.min, row.name, row.deadline_id


def with_work(snapshot: Snapshot, iro: str | None) -> list[ChildNow]:
    """Children in scope, and those whose care ended while tasks of theirs are still owed."""
    return list(snapshot.kept.once(("with work", iro), lambda: _with_work(snapshot, iro)))


def _with_work(snapshot: Snapshot, iro: str | None) -> tuple[ChildNow, ...]:
    ids = {one.id for one in snapshot.iros if one.name == iro}
    leads = leads_fostering(snapshot, iro)
    return tuple(
        child
        for child in snapshot.children.values()
        if iro is None
        or child.iro == iro
        or (not child.is_looked_after and _was_last_with(child, ids))
        or (leads and child.iro is None and is_privately_fostered(snapshot, child))
    )


def _was_last_with(child: ChildNow, iro_ids: set[str]) -> bool:
    return bool(child.facts.allocations) and child.facts.allocations[-1].iro_id in iro_ids


def last_iro(child: ChildNow, snapshot: Snapshot) -> str | None:
    """Whose child it was last; ``None``: nobody's so far."""
    if not child.facts.allocations:
        return None
    last = child.facts.allocations[-1].iro_id
    return next((one.name for one in snapshot.iros if one.id == last), None)


def heading(day: date) -> str:
    """``Monday 23 November``."""
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]}"


def _pieces(child: ChildNow, snapshot: Snapshot) -> tuple[tuple[Deadline, TodayRow], ...]:
    """What of one child's belongs on Today, each deadline with its row."""
    return snapshot.kept.of_one(
        "today",
        child.facts.child.council_id,
        child,
        lambda: tuple((one, _row(child, one, group, snapshot)) for one, group in _work(child, snapshot)),
    )


def _work(child: ChildNow, snapshot: Snapshot) -> list[tuple[Deadline, TodayGroup]]:
    """The deadlines that belong on Today, each with its group."""
    # Where several limits ask for one review, the earliest stands for it: it is one piece of work.
    first = (next_review(child.owed), next_pathway_review(child.owed))
    mine = (one for one in child.owed if not asks_for_review(one) or one in first)
    grouped = ((one, group_of(one, snapshot)) for one in mine)
    return [(one, group) for one, group in grouped if group is not None]


def group_of(one: Deadline, snapshot: Snapshot) -> TodayGroup | None:
    """Where an open deadline stands on Today; ``None``: not yet. A booked review counts from its booked day."""
    if one.rule.ownership is Ownership.WATCH:
        return None
    if one.standing is Standing.NOT_RECORDED:
        return TodayGroup.NOT_RECORDED
    if one.rule.ownership is Ownership.THEIRS:
        return TodayGroup.WAITING if _is_waited_for(one) else None
    if one.standing is Standing.OVERDUE:
        return TodayGroup.OVERDUE
    acts_on = min((day for day in (one.due_on, one.booked_on) if day is not None), default=None)
    if is_booked_late(one):
        return TodayGroup.BOOKED_LATE
    if acts_on is None:
        return TodayGroup.TODAY if one.standing is Standing.DUE_SOON else None
    left = snapshot.calendar.between(snapshot.today, acts_on)
    if acts_on == snapshot.today or left <= 0:
        return TodayGroup.TODAY
    if left <= NEXT_WORKING_DAYS:
        return TodayGroup.NEXT_FIVE
    return TodayGroup.SOON if left <= SOON_WORKING_DAYS else None


def _is_waited_for(one: Deadline) -> bool:
    """Late, or due within ten working days. A recommendation stands here from its day on, for five working days.

    Then its drift is told where it is taken up again: in the mid-point, the next review, the child's page. There are
    as many of them as of everything else together.
    """
    left = one.working_days_left
    if left is None or one.rule.subject != "recommendation":
        return left is not None and left <= SOON_WORKING_DAYS
    return -NEXT_WORKING_DAYS <= left <= 0


def is_booked_late(one: Deadline) -> bool:
    """Whether the open booking lies after the last day on which the review may be held."""
    return one.booked_on is not None and one.due_on is not None and one.booked_on > one.due_on


def _row(child: ChildNow, one: Deadline, group: TodayGroup, snapshot: Snapshot) -> TodayRow:
    record = child.facts.child
    do_now = do_now_of(one, snapshot.today)
    return TodayRow(
        one.id,
        record.council_id,
        display_name(record),
        Birth(record.born_on, record.born_as).age_on(snapshot.today) if record.born_on else None,
        group,
        one.standing,
        _standing(one, group, snapshot),
        what_words(one, child, snapshot.today),
        _when(one, snapshot.today),
        one.due_on,
        one.rule.ownership,
        do_now,
        _DO_WORDS[do_now] if one.rule.ownership is Ownership.MINE else done_word(one.rule.id, one.rule.ownership),
    )


_DO_WORDS = {
    DoNow.RECORD_REVIEW: "Record",
    DoNow.TASK_DONE: "Done",
    DoNow.BOOK: "Book",
    DoNow.MOVE: "Move",
    DoNow.OPEN: "Open",
}


def do_now_of(one: Deadline, today: date) -> DoNow:
    """The likely act for a deadline."""
    if one.rule.id in _TASKS:
        return DoNow.TASK_DONE
    if not asks_for_review(one):
        return DoNow.OPEN
    if is_booked_late(one) and one.booked_on is not None and one.booked_on > today:
        return DoNow.MOVE
    if one.standing is Standing.NOT_RECORDED or (one.booked_on is not None and one.booked_on <= today):
        return DoNow.RECORD_REVIEW
    return DoNow.BOOK if one.booked_on is None else DoNow.OPEN


def _standing(one: Deadline, group: TodayGroup, snapshot: Snapshot) -> str:
    if one.standing is Standing.OVERDUE:
        return "Booked too late for it" if one.note == BOOKED_TOO_LATE else lateness(one)
    if is_booked_late(one) and one.standing is not Standing.NOT_RECORDED:
        return "Booked too late"
    if one.booked_on is not None and group in (TodayGroup.TODAY, TodayGroup.NEXT_FIVE, TodayGroup.SOON):
        left = snapshot.calendar.between(snapshot.today, one.booked_on)
        return "Today" if one.booked_on == snapshot.today else _ahead(left)
    if one.standing in (Standing.DUE_SOON, Standing.UPCOMING) and one.due_on is not None:
        return _ahead(one.working_days_left or 0)
    return standing_words(one)


def _ahead(left: int) -> str:
    if left == 0:
        return "No working day left"
    return "Tomorrow" if left == 1 else f"in {working_days(left)}"


def what_words(one: Deadline, child: ChildNow, today: date) -> str:
    """What is asked for, with the booked day of a review: ``Third review, booked Thu 19 Nov 10:00``."""
    if one.rule.subject in ("after", "recommendation") and one.review_on is not None:
        return f"{one.rule.what}, review of {near(one.review_on, today, weekday=False)}"
    if not asks_for_review(one) or one.due_on is None:
        return what_of(one)
    if one.booked_on is None:
        return what_of(one) if one.standing is Standing.NOT_RECORDED else f"{what_of(one)}, not booked"
    at = booked_at(child.facts, one.booked_on)
    day = "today" if one.booked_on == today else f"booked {near(one.booked_on, today)}"
    return f"{what_of(one)}, {day} {at}".rstrip()


def booked_at(facts: ChildFacts, day: date) -> str:
    """The clock time of the open booking on that day; empty if none was said."""
    times = (one.at for one in facts.bookings if one.status is BookingStatus.OPEN and one.review_on == day)
    return next((at for at in times if at), "")


def _when(one: Deadline, today: date) -> str:
    if one.due_on is None:
        return "last review not known; enter it" if asks_for_review(one) else "before the next in turn"
    return f"{limit_words(one)} {near(one.due_on, today)}"
