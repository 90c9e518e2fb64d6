"""Children as such: who is here, came and left; all their reviews, and the latest."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.vocabulary import END_REASONS, ETHNICITIES, LEGAL_STATUS, PLACEMENT
from tests.measures.plainly import limits, reviews
from tests.measures.plainly.told import (
    ADULT,
    GROWN_UP,
    MET,
    NONE_DUE,
    NONE_HELD,
    NOT_MET,
    OUTSIDE,
    UNKNOWN,
    UNTRACKED,
    Stay,
    Told,
    Town,
    eighteen_on,
    stay_on,
    stays_of,
)
from tests.rules.day_by_day import DAY
from tests.rules.reckoned_counts import birthday_of


def profiled(town: Town, facts: ChildFacts, stay: Stay, day: date, answer: str, **more: str) -> Told:
    """The child on a day, with what they are counted under."""
    now, child = stay.now(day), facts.child
    about = {
        "age": _age(child.born_on, day),
        "sex": child.sex.label if child.sex else "not known",
        "ethnicity": ETHNICITIES.get(child.ethnicity or "", "not known"),
        "legal-status": LEGAL_STATUS.get(now.legal_status or "", "not known"),
        "placement": PLACEMENT.get(now.placement or "", "not known"),
    }
    return town.told(facts, day, answer, about={**about, **more})


def _age(born_on: date | None, day: date) -> str:
    if born_on is None:
        return "not known"
    if born_on > day:
        return "not yet born"
    bands = ((1, "under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"))
    return next((words for years, words in bands if day < birthday_of(born_on, years)), "16 and over")


def _here(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> tuple[date, Stay] | None:
    day = min(to_on, town.today)
    stay = stay_on(facts, day)
    return (day, stay) if stay and day >= from_on and not stay.is_short_breaks else None


def stock(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """The child, where looked after at the end of the period."""
    here = _here(facts, town, from_on, to_on)
    if here:
        day, stay = here
        answer = GROWN_UP if day >= eighteen_on(facts) else MET
        yield profiled(town, facts, stay, day, answer)


def allocated(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """The child, where looked after at the end of the period and somebody's."""
    for one in stock(facts, town, from_on, to_on):
        if one.iro:
            yield one._replace(about=())


def starts(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every start of care."""
    for stay in stays_of(facts):
        if stay.is_start_known and not stay.is_short_breaks:
            told = profiled(town, facts, stay, stay.first_on, MET)
            yield told._replace(iro=town.first_iro_of(facts, stay))


def ceases(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every end of care, by why."""
    for stay in stays_of(facts):
        if stay.ended_on and not stay.is_short_breaks:
            reason = END_REASONS.get(stay.episodes[-1].end_reason or "", "not known")
            yield profiled(town, facts, stay, stay.ended_on, MET, reason=reason)


def every_review(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """The child at the end of the period, by all the reviews that fell due in it."""
    here = _here(facts, town, from_on, to_on)
    if not here:
        return
    day, _ = here
    said = [
        one.answer
        for one in sorted(reviews.due(town, facts), key=lambda one: one.day)
        if from_on <= one.day <= day and one.answer not in (OUTSIDE, ADULT)
    ]
    if day >= eighteen_on(facts):
        answer = GROWN_UP
    elif NOT_MET in said:
        answer = NOT_MET
    elif UNKNOWN in said or UNTRACKED in said:
        answer = next(one for one in said if one in (UNKNOWN, UNTRACKED))
    elif said:
        answer = MET
    else:
        owed_on = limits.owed_on(facts, day, day)
        answer = NONE_DUE if owed_on and owed_on >= day else UNKNOWN  # what fell due before is in ``said``
    yield town.told(facts, day, answer)


def latest_review(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """The child at the end of the period, by the latest review of this time in care, and what was owed then."""
    here = _here(facts, town, from_on, to_on)
    if not here:
        return
    day, stay = here
    since = stay.first_on if stay.is_start_known else date.min
    held = [one for one in limits.reviews_of(facts, day) if one.held_on >= since]
    if day >= eighteen_on(facts):
        answer = GROWN_UP
    else:
        owed_on = limits.owed_on(facts, day, day)
        is_overdue = owed_on is not None and owed_on < day
        later = [one for one in limits.reviews_of(facts, town.today) if one.held_on > day]
        held_since = bool(later) and (stay.ended_on is None or later[0].held_on <= stay.ended_on)
        if held_since and limits.due_before(facts, later[0]) is None:  # one in between may not be known
            is_overdue = False
        if is_overdue and owed_on and owed_on < facts.child.tracking_from and not held_since:
            over = stay.ended_on is not None and stay.ended_on <= town.today
            answer = _latest(facts, held, town) if over else UNTRACKED
        elif is_overdue:
            answer = NOT_MET
        else:
            answer = _latest(facts, held, town)
    yield town.told(facts, day, answer)


def _latest(facts: ChildFacts, held: list[Review], town: Town) -> str:
    return reviews.judged(facts, held[-1], town.today)[0] if held else NONE_HELD


def iro_changes(facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """The child, where looked after on a day of the period, with how often another IRO took over on such a day."""
    end = min(to_on, town.today)
    days = [date.fromordinal(day) for day in range(from_on.toordinal(), end.toordinal() + 1)]
    in_care = [day for day in days if stay_on(facts, day)]
    if not in_care:
        return
    changes, before = 0, None
    for one in facts.allocations:
        if before is not None and one.iro_id != before and one.from_on in in_care:
            changes += 1
        before = one.iro_id
    last = in_care[-1]
    asked = last if last == end else last + DAY  # the day of exit is the last on which somebody was responsible
    told = town.told(facts, asked, MET if not changes else NOT_MET)
    yield told._replace(amount=float(changes))
