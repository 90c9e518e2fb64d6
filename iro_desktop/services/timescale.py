"""Judging a review that is being told: what was owed on its day, whether it was late, from when the history is whole.

The same for the form's preview, for recording and correcting, and for imports, so that they cannot differ.
"""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewKind
from iro_desktop.rules.after_review import DISTRIBUTION
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.compute import deadlines_of, next_review, pathway_limit
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.offsets import add
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.rules.timetable import ADULT_AGE

PATHWAY_AGE = 16


def may_be_reviewed(facts: ChildFacts, day: date) -> bool:
    """Whether the child may have been looked after on that day, the day of exit included.

    Where a period has no known start, care before the first day shown cannot be denied.
    """
    after: date | None = None
    for period in periods_of_care(facts.episodes):
        began = period.first_on <= day or (period.started_on is None and (after is None or after <= day))
        if began and (period.ended_on is None or day <= period.ended_on):
            return True
        after = period.ended_on
    return False


def is_care_leaver(facts: ChildFacts, day: date) -> bool:
    """Whether a review on that day is of the pathway plan: looked after before and 16 or more, or followed here as one.

    A child still looked after at 18 is no longer reviewed as such.
    """
    if any(
        one.kind is CircumstanceKind.CARE_LEAVER and one.from_on <= day and (one.to_on is None or day <= one.to_on)
        for one in facts.circumstances
    ):
        return True
    born_on = facts.child.born_on
    was_in_care = any(period.first_on <= day for period in periods_of_care(facts.episodes))
    return was_in_care and born_on is not None and age_on(born_on, day) >= PATHWAY_AGE


def is_reviewed_in_care(facts: ChildFacts, day: date) -> bool:
    """Whether a review on that day is one of a child looked after: in care then, and not known to be 18."""
    born_on = facts.child.born_on
    return may_be_reviewed(facts, day) and (born_on is None or age_on(born_on, day) < ADULT_AGE)


def kind_on(facts: ChildFacts, day: date) -> ReviewKind | None:
    """The kind of a review on that day, by the child's time in care and age; ``None``: of a child looked after."""
    return ReviewKind.PATHWAY if not is_reviewed_in_care(facts, day) and is_care_leaver(facts, day) else None


def review_held(facts: ChildFacts, held_on: date) -> Review:
    """The review held on that day. Raises ``UserError`` if there is none."""
    for review in facts.reviews:
        if review.held_on == held_on:
            return review
    raise UserError(f"No review of {facts.child.council_id} on {short(held_on)} is recorded. Nothing was saved.")


def _as_it_stood(facts: ChildFacts, day: date, calendar: WorkingCalendar, practice: Practice) -> list[Deadline]:
    earlier = tuple(one for one in facts.reviews if one.held_on < day)
    return deadlines_of(replace(facts, reviews=earlier, bookings=()), calendar, day, practice)


def owed_review(
    facts: ChildFacts, day: date, calendar: WorkingCalendar, practice: Practice = STANDARD
) -> Deadline | None:
    """The review that was owed on a day, as it stood that day, bookings aside."""
    return next_review(_as_it_stood(facts, day, calendar, practice))


def owed_pathway_review(
    facts: ChildFacts, day: date, calendar: WorkingCalendar, practice: Practice = STANDARD
) -> Deadline | None:
    """The pathway plan review that was owed on a day, as it stood that day; a first day allowed is no limit."""
    return pathway_limit(_as_it_stood(facts, day, calendar, practice))


def late_for_pathway(
    facts: ChildFacts, held_on: date, calendar: WorkingCalendar, practice: Practice = STANDARD
) -> Deadline | None:
    """The deadline that a pathway plan review on that day misses, or ``None``; a first day allowed is none to miss."""
    owed = owed_pathway_review(facts, held_on, calendar, practice)
    return owed if owed is not None and owed.due_on is not None and owed.due_on < held_on else None


def late_for(
    facts: ChildFacts,
    held_on: date,
    calendar: WorkingCalendar,
    practice: Practice = STANDARD,
    *,
    number: int | None = None,
) -> Deadline | None:
    """The deadline that a review on that day misses, or ``None``: also where what is held here cannot tell.

    ``number``: as a person states it; one that does not follow the review before says that others are missing. It can
    tell where no review may be missing before; the number need not be known, for no interval is longer than six
    months.
    """
    owed = owed_review(facts, held_on, calendar, practice)
    if owed is None or owed.due_on is None or held_on <= owed.due_on:
        return None
    told = with_review(facts, Review("", facts.child.id, held_on, number=number), calendar, practice)
    by_then = replace(told, reviews=tuple(one for one in told.reviews if one.held_on <= held_on), bookings=())
    settled = (one for one in deadlines_of(by_then, calendar, held_on, practice) if one.met_on == held_on)
    return owed if any(one.rule.id in NEXT_REVIEW for one in settled) else None


def with_review(
    facts: ChildFacts,
    review: Review,
    calendar: WorkingCalendar,
    practice: Practice = STANDARD,
    *,
    is_witness: bool = True,
) -> ChildFacts:
    """The facts once a review is recorded, with the day from which they then are whole.

    A review held after one that fell due untracked says nothing about those between: the history is whole from it on.
    ``is_witness`` False: whoever tells it only knows the last review (a sheet), so after any lateness that is so.
    """
    told = tuple(sorted((*facts.reviews, review), key=lambda one: (one.held_on, one.id)))
    whole_from = _whole_from(facts, review.held_on, calendar, practice, is_witness=is_witness)
    return replace(facts, reviews=told, child=replace(facts.child, complete_from=whole_from))


def followed_up(
    facts: ChildFacts, held_on: date, calendar: WorkingCalendar, today: date, practice: Practice = STANDARD
) -> ChildFacts:
    """The facts with the tasks after a review just held tracked here, even where the child came in the day after it.

    Just held: the newest one, with the longest of its clocks still running.
    """
    is_newest = all(one.held_on <= held_on for one in facts.reviews)
    if not is_newest or held_on >= facts.child.tracking_from:
        return facts
    row, local = practice.rows(DISTRIBUTION, held_on)
    if add(calendar, held_on, (local or row).offset) < today:
        return facts
    return replace(facts, child=replace(facts.child, tracking_from=held_on))


def _whole_from(
    facts: ChildFacts, held_on: date, calendar: WorkingCalendar, practice: Practice, *, is_witness: bool
) -> date | None:
    known = facts.child.complete_from
    newest = max((one.held_on for one in facts.reviews), default=held_on)
    if known is None:
        return max(newest, held_on)
    if held_on < max(newest, known):
        return known
    owed = owed_review(facts, held_on, calendar, practice)
    if owed is None or owed.due_on is None or held_on <= owed.due_on:
        return known
    # What fell due before the child was tracked here may have been held, and not told.
    return known if is_witness and owed.due_on >= facts.child.tracking_from else held_on
