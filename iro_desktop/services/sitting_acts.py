"""Acts about reviews of more than one meeting: adjourned, gone on with, completed."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import AddSitting, AdjournReview, CompleteReview
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Review, Sitting
from iro_desktop.domain.vocabulary import ReviewKind, ReviewMethod
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace


def adjourn_review(act: AdjournReview, work: Workspace) -> None:
    """Adjourn a review, once, for not more than 20 working days (SI 2010/959 reg 36(2))."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    adjourned_on = act.adjourned_on or act.held_on
    if review.kind is ReviewKind.PATHWAY:
        raise UserError(
            "A pathway plan review is not adjourned: regulation 36(2) is about reviews of children looked after. "
            "Nothing was saved."
        )
    if review.adjourned_on is not None:
        raise UserError(
            f"It was adjourned on {short(review.adjourned_on)} already, and a review is adjourned only once "
            "(SI 2010/959 reg 36(2)). Nothing was saved. Complete it instead.",
            field="held_on",
        )
    if review.completed_on is not None:
        raise UserError(
            f"The review was completed on {short(review.completed_on)}: it cannot be adjourned any more. "
            "Nothing was saved.",
            field="held_on",
        )
    written = [one for one in facts.completions if one.review_id == review.id]
    if written:
        raise UserError(
            f"What followed that review is recorded ({written[0].task.label}, {short(written[0].done_on)}): it was "
            "completed, and cannot be adjourned any more. Nothing was saved.",
            field="held_on",
        )
    if not act.held_on <= adjourned_on <= work.today:
        raise UserError(
            f"It was adjourned before {short(act.held_on)}, when it began, or in the future. "
            "Nothing was saved. Check the date.",
            field="adjourned_on",
        )
    work.put(replace(review, adjourned_on=adjourned_on))


def add_sitting(act: AddSitting, work: Workspace) -> None:
    """Add a further meeting to a review that is not completed."""
    facts = work.child(act.child)
    review = _open_review(facts, act.held_on)
    if not act.held_on < act.on <= work.today:
        raise UserError(
            f"A further meeting lies after {short(act.held_on)}, the first, and not in the future. "
            "Nothing was saved. Check the date.",
            field="on",
        )
    if act.on in _meetings(facts, review):
        raise UserError(
            f"A meeting of that review on {short(act.on)} is recorded already. Nothing was saved.", field="on"
        )
    work.put(Sitting(work.new_id(), facts.child.id, review.id, act.on, words_of(act.mode)))


def complete_review(act: CompleteReview, work: Workspace) -> None:
    """Close a series of meetings, or a review that was adjourned."""
    facts = work.child(act.child)
    review = _open_review(facts, act.held_on)
    last_on = max((*_meetings(facts, review), review.adjourned_on or act.held_on))
    if not last_on <= act.completed_on <= work.today:
        raise UserError(
            f"A review is completed at its last meeting ({short(last_on)}) or later, and not in the future. "
            "Nothing was saved. Check the date.",
            field="completed_on",
        )
    work.put(replace(review, completed_on=act.completed_on))


def _open_review(facts: ChildFacts, held_on: date) -> Review:
    """A review that goes on. Raises ``UserError`` for one that was one meeting, or is completed."""
    review = review_held(facts, held_on)
    if review.completed_on is not None:
        raise UserError(
            f"That review was completed on {short(review.completed_on)}. Nothing was saved.", field="held_on"
        )
    if review.method is not ReviewMethod.SERIES and review.adjourned_on is None:
        raise UserError(
            f"The review of {short(held_on)} was one meeting and is complete. Nothing was saved. "
            "If it was adjourned, record that first.",
            field="held_on",
        )
    return review


def _meetings(facts: ChildFacts, review: Review) -> tuple[date, ...]:
    return (review.held_on, *(one.on for one in facts.sittings if one.review_id == review.id))
