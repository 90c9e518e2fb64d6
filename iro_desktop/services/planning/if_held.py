"""What would follow if a review were held on a day."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.records import Review
from iro_desktop.domain.vocabulary import ReviewKind
from iro_desktop.rules.compute import PATHWAY_REVIEWS, deadlines_of, next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services.answers import once_held
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import what_of

_AN_ID = "planned"


def if_held(snapshot: Snapshot, child: ChildNow, rule_id: str, day: date) -> tuple[tuple[str, str], ...]:
    """The next review, the mid-point and the work after the review, each with its day in words."""
    if rule_id in PATHWAY_REVIEWS:
        return _after_pathway_review(snapshot, child, day)
    after = once_held(child.facts, day, snapshot)
    work = ((what_of(one), with_weekday(one.due_on)) for one in after if one.review_on == day and one.due_on)
    return (*_next(next_review(after)), *work)


def _next(following: Deadline | None) -> tuple[tuple[str, str], ...]:
    return (("Next review", with_weekday(following.due_on)),) if following and following.due_on else ()


def _after_pathway_review(snapshot: Snapshot, child: ChildNow, day: date) -> tuple[tuple[str, str], ...]:
    facts = child.facts
    held = Review(_AN_ID, facts.child.id, day, kind=ReviewKind.PATHWAY)
    reviews = tuple(sorted((*facts.reviews, held), key=lambda one: one.held_on))
    told = replace(facts, reviews=reviews, bookings=())
    found = deadlines_of(told, snapshot.calendar, max(snapshot.today, day), snapshot.practice)
    work = ((what_of(one), with_weekday(one.due_on)) for one in found if one.review_on == day and one.due_on)
    return (*_next(next_pathway_review(found)), *work)
