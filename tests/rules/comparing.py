"""The program's deadlines set beside the second reckoning."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import ChildFacts
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from tests.rules.asking import REGULATION_33
from tests.rules.lives import life
from tests.rules.second_reckoning import Owed, owed_review


def open_reviews(facts: ChildFacts, today: date) -> list[Deadline]:
    """The review deadlines that are still owed."""
    return [one for one in deadlines_of(facts, england(), today) if one.rule.id in REGULATION_33 and one.is_open]


def as_owed(one: Deadline) -> Owed:
    """What the second reckoning says of a review."""
    return Owed(one.rule.id, one.review_number, one.due_on, one.standing.value)


def difference_about_the_open_review(seed: int) -> str | None:
    """What the two say about the review that is owed, if they differ."""
    facts, today = life(seed)
    found = [as_owed(one) for one in open_reviews(facts, today)]
    owed = owed_review(facts, today)
    expected = [owed] if owed else []
    return None if found == expected else f"seed {seed} on {today}: computed {found}, reckoned {expected}"


def difference_about_settled_reviews(seed: int) -> str | None:
    """Where a settled review does not settle what the second reckoning said was owed on its day."""
    facts, today = life(seed)
    stated = {one.held_on: one.number for one in reversed(facts.reviews)}
    for one in deadlines_of(facts, england(), today):
        if one.rule.id not in REGULATION_33 or one.met_on is None:
            continue
        owed = _owed_before(facts, one.met_on, is_first=stated[one.met_on] == 1)
        if owed is not None:
            # What is owed by the opening position has no number; the review, once held, may have one.
            opening = owed.rule == "review.opening"
            number = stated[one.met_on] or (one.review_number if opening else owed.number)
            if (owed.rule, number, owed.due_on) != (one.rule.id, one.review_number, one.due_on):
                return f"seed {seed}: settled on {one.met_on}: computed {as_owed(one)}, reckoned {owed}"
    return None


def _owed_before(facts: ChildFacts, day: date, *, is_first: bool) -> Owed | None:
    """What was owed before a review of that day; one stated to be the first says that none before it is missing."""
    before = replace(facts, reviews=tuple(one for one in facts.reviews if one.held_on < day), bookings=())
    owed = owed_review(before, day)
    if owed is not None and owed.due_on is None and is_first:
        return owed_review(replace(before, child=replace(facts.child, complete_from=date.min)), day)
    return owed
