"""Reviews: in time, fallen due, held in which way, and moved."""

from collections.abc import Iterator
from datetime import date, timedelta

from iro_desktop.domain.records import Booking, ChildFacts, Review
from tests.measures.plainly import limits
from tests.measures.plainly.told import ADULT, MET, NOT_MET, OUTSIDE, UNKNOWN, UNTRACKED, Told, Town, eighteen_on
from tests.rules.day_by_day import DAY


def judged(facts: ChildFacts, one: Review, today: date) -> tuple[str, date | None]:
    """What is said of a review that was held, and by when it should have been."""
    if not limits.in_care(facts, one.held_on):
        return OUTSIDE, None
    if one.held_on >= eighteen_on(facts):
        return ADULT, None
    due_on = limits.due_before(facts, one)
    if due_on is None:
        return UNKNOWN, None
    in_time = one.held_on <= due_on and limits.completed_in_time(one, today)
    return MET if in_time else NOT_MET, due_on


def held(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held; those judged with why they were late, where that is recorded."""
    for one in limits.reviews_of(facts, town.today):
        answer, _ = judged(facts, one, town.today)
        reason = one.late_reason.label if one.late_reason and answer in (MET, NOT_MET) else ""
        yield town.told(facts, one.held_on, answer, {"reason": reason})


def due(town: Town, facts: ChildFacts) -> list[Told]:
    """Every review that fell due by today, held or not."""
    child = facts.child.council_id
    if child not in town.kept:
        town.kept[child] = list(_due(town, facts))
    return town.kept[child]


def _due(town: Town, facts: ChildFacts) -> Iterator[Told]:
    today = town.today
    for one in limits.reviews_of(facts, today):
        answer, due_on = judged(facts, one, today)
        yield town.told(facts, due_on or one.held_on, answer)
    for last_on, is_over in limits.last_days(facts, today):
        due_on = limits.owed_on(facts, last_on, last_on)
        if is_over and _is_settled_by_exit(facts, last_on + DAY, today):
            continue
        if due_on is None and not is_over:
            yield town.told(facts, today, UNKNOWN)
        if due_on is None or due_on >= (last_on + DAY if is_over else today):
            continue
        if due_on >= facts.child.tracking_from:
            yield town.told(facts, due_on, NOT_MET)
        elif not is_over:
            yield town.told(facts, due_on, UNTRACKED)


def _is_settled_by_exit(facts: ChildFacts, day: date, today: date) -> bool:
    """Whether a review was held on the day of exit, and that is not the first day of the next time in care."""
    start = limits.start_of(facts, day)
    is_of_next = start is not None and start.started_on == day
    return not is_of_next and any(one.held_on == day < eighteen_on(facts) for one in limits.reviews_of(facts, today))


def all_held(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held, by how."""
    ways = {"series": "series of meetings", "no-meeting": "without a meeting"}
    for one in limits.reviews_of(facts, town.today):
        how = ways.get(one.method.value if one.method else "", "one meeting")
        yield town.told(facts, one.held_on, MET, {"kind": how})


def series(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Those held as a series."""
    for one in limits.reviews_of(facts, town.today):
        if one.method == "series":
            yield town.told(facts, one.held_on, MET)


def adjourned(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Those adjourned."""
    for one in limits.reviews_of(facts, town.today):
        if one.adjourned_on:
            yield town.told(facts, one.held_on, MET)


def additional(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Those held before their turn, by why."""
    for one in limits.reviews_of(facts, town.today):
        if one.ground:
            yield town.told(facts, one.held_on, MET, {"reason": one.ground.label})


def rearranged(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held: whether a booking was closed, otherwise than by holding it, on a day since the one before."""
    days = [one.closed_on for one in _closed(facts)]
    before = date(1900, 1, 1)
    for one in limits.reviews_of(facts, town.today):
        day, moved = one.held_on, False
        while day > before:
            moved = moved or day in days
            day -= timedelta(days=1)
            if day < date(2005, 1, 1):
                break
        answer = UNTRACKED if one.held_on < facts.child.tracking_from else MET if moved else NOT_MET
        yield town.told(facts, one.held_on, answer)
        before = one.held_on


def rearrangements(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every time a booking was moved or cancelled."""
    for one in _closed(facts):
        day = one.closed_on
        assert day is not None
        words = " ".join((one.reason or "").split())
        about = {
            "kind": one.status.label,
            "asked-by": one.asked_by.label if one.asked_by else "",
            "reason": words[:1].upper() + words[1:],
            "notice": _notice((one.review_on - day).days),
        }
        yield town.told(facts, day, MET, about)


def _closed(facts: ChildFacts) -> list[Booking]:
    return [
        one
        for one in facts.bookings
        if one.closed_on and one.status.value in ("moved", "cancelled") and (one.kind or "") != "pathway"
    ]


def _notice(days: int) -> str:
    if days < 2:
        return "the day before or on the day"
    if days <= 7:
        return "2 to 7 days before"
    return "8 to 28 days before" if days <= 28 else "more than 28 days before"
