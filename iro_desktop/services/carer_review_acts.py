"""Acts about the reviews of a foster carer's approval: asked for out of turn, held, corrected, taken away."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from iro_desktop.domain.acts import AskForCarerReview, CorrectCarerReview, RecordCarerReview, RemoveCarerReview
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import CarerReview, CarerReviewAsked, FosterCarer
from iro_desktop.services.carer_acts import carer_named, check_past, reviews_of
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_HALF_A_YEAR = timedelta(days=183)
_CLEARABLE = frozenset({"panel_on", "decided_on", "outcome", "note"})


def ask_for_carer_review(act: AskForCarerReview, work: Workspace) -> None:
    """Ask for a review out of turn, once a day."""
    carer = carer_named(act.carer, work)
    check_past(act.asked_on, work.today, "asked_on")
    if act.asked_on < carer.approved_on or (carer.ended_on is not None and act.asked_on > carer.ended_on):
        raise UserError(
            f"{short(act.asked_on)} does not lie in the time of approval, {_approved(carer)}. Nothing was saved. "
            "Check the date.",
            field="asked_on",
        )
    asked = [one for one in work.all(CarerReviewAsked) if one.carer_id == carer.id]
    if any(one.asked_on == act.asked_on for one in asked):
        raise UserError(
            f"A review was asked for on {short(act.asked_on)} already. Nothing was saved.", field="asked_on"
        )
    work.put(CarerReviewAsked(work.new_id(), carer.id, act.asked_on, act.ground, words_of(act.note)))


def record_carer_review(act: RecordCarerReview, work: Workspace) -> None:
    """Record a review: the meeting, then the panel, then the decision, as far as they are known."""
    carer = carer_named(act.carer, work)
    review = CarerReview(
        work.new_id(),
        carer.id,
        act.held_on,
        act.decided_on,
        act.panel_on,
        act.what,
        act.outcome,
        words_of(act.note),
    )
    _put_checked(review, carer, work, "held_on")
    _settle_booking(review, carer, work)


def _settle_booking(review: CarerReview, carer: FosterCarer, work: Workspace) -> None:
    """A booked day was for the review it lies nearest to: half a year on, it is for the next one."""
    is_newest = all(one.held_on <= review.held_on for one in reviews_of(carer, work))
    if is_newest and carer.booked_on is not None and carer.booked_on < review.held_on + _HALF_A_YEAR:
        work.put(replace(carer, booked_on=None))


def correct_carer_review(act: CorrectCarerReview, work: Workspace) -> None:
    """Correct it, or add the panel, the decision and the outcome as they come."""
    carer = carer_named(act.carer, work)
    before = _review(act.carer, act.held_on, carer, work)
    unknown = sorted(set(act.clear) - _CLEARABLE)
    if unknown:
        raise UserError(f"“{unknown[0]}” cannot be emptied. Nothing was saved. Give another value instead.", "clear")
    said: dict[str, Any] = {
        "held_on": act.to_held_on,
        "panel_on": act.panel_on,
        "decided_on": act.decided_on,
        "kind": act.what,
        "outcome": act.outcome,
        "note": words_of(act.note),
    }
    said = {name: value for name, value in said.items() if value is not None}
    twice = sorted(said.keys() & set(act.clear))
    if twice:
        raise UserError(
            f"“{twice[0]}” is both given and to be emptied. Nothing was saved. Say one of the two.", twice[0]
        )
    _put_checked(replace(before, **said | dict.fromkeys(act.clear)), carer, work, "to_held_on")


def remove_carer_review(act: RemoveCarerReview, work: Workspace) -> None:
    """Take it away."""
    work.remove(_review(act.carer, act.held_on, carer_named(act.carer, work), work))


def _put_checked(review: CarerReview, carer: FosterCarer, work: Workspace, held_field: str) -> None:
    if review.held_on <= carer.approved_on or (carer.ended_on is not None and review.held_on > carer.ended_on):
        raise UserError(
            f"{short(review.held_on)} does not lie in the time of approval, {_approved(carer)}. Nothing was saved. "
            "Check the date.",
            field=held_field,
        )
    after, field = review.held_on, held_field
    for day, name in ((review.panel_on, "panel_on"), (review.decided_on, "decided_on")):
        if day is not None and day < after:
            raise UserError(f"{short(day)} lies before {short(after)}. Nothing was saved. Check the dates.", name)
        after, field = (day, name) if day is not None else (after, field)
    check_past(after, work.today, field)
    if any(one.held_on == review.held_on and one.id != review.id for one in reviews_of(carer, work)):
        raise UserError(
            f"A review on {short(review.held_on)} is recorded already. Nothing was saved.", field=held_field
        )
    work.put(review)


def _approved(carer: FosterCarer) -> str:
    until = f" to {short(carer.ended_on)}" if carer.ended_on else ""
    return f"from {short(carer.approved_on)}{until}"


def _review(reference: str, held_on: date, carer: FosterCarer, work: Workspace) -> CarerReview:
    found = next((one for one in reviews_of(carer, work) if one.held_on == held_on), None)
    if found is None:
        raise UserError(
            f"No review of foster carer {reference} on {short(held_on)} is recorded here. Nothing was changed. "
            "Check the date.",
            field="held_on",
        )
    return found
