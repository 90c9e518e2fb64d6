"""Acts about the mid-point review: done, or left out with its reason. One of the two for each review."""

from datetime import date

from iro_desktop.domain.acts import RecordMidPoint, SkipMidPoint
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SKIPPED, ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import ReviewKind, Task
from iro_desktop.rules.pathway_cycle import CYCLE
from iro_desktop.rules.practice import Practice
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace


def record_mid_point(act: RecordMidPoint, work: Workspace) -> None:
    """Record the mid-point; one that was left out before was not left out after all, and makes way."""
    facts = work.child(act.child)
    review = _followed(facts, act.review_on, work.practice)
    _check_day(facts, review, act.on, work.today)
    done = _done(facts, review)
    if done is not None:
        raise UserError(f"The mid-point review is recorded already on {short(done.done_on)}. Nothing was saved.", "on")
    take_back_left_out(facts, review, work)
    work.put(Completion(work.new_id(), facts.child.id, Task.MID_POINT, act.on, review.id, None, words_of(act.note)))


def skip_mid_point(act: SkipMidPoint, work: Workspace) -> None:
    """Leave the mid-point out; the reason may be given afterwards, too."""
    facts = work.child(act.child)
    review = _followed(facts, act.review_on, work.practice)
    reason = words_of(act.reason)
    if reason is None:
        raise UserError("Say why the mid-point review is left out. Nothing was saved.", "reason")
    if not review.held_on <= act.on <= work.today:
        raise UserError(
            f"That is decided after the review of {short(review.held_on)}, and not in the future. "
            "Nothing was saved. Check the day.",
            "on",
        )
    done = _done(facts, review)
    if done is not None:
        raise UserError(
            f"The mid-point review was done on {short(done.done_on)}: it was not left out. Nothing was saved."
        )
    if left_out(facts, review):
        raise UserError("The mid-point review is left out already. Nothing was saved. Undo that first to change why.")
    work.put(Completion(work.new_id(), facts.child.id, Task.MID_POINT, act.on, review.id, SKIPPED, reason))


def left_out(facts: ChildFacts, review: Review) -> tuple[Completion, ...]:
    """What says that the mid-point after that review was left out."""
    return tuple(one for one in facts.completions if _is_of(one, review) and one.detail == SKIPPED)


def take_back_left_out(facts: ChildFacts, review: Review, work: Workspace) -> None:
    """It was done after all."""
    for one in left_out(facts, review):
        work.remove(one)


def _followed(facts: ChildFacts, held_on: date, practice: Practice) -> Review:
    review = review_held(facts, held_on)
    if review.kind is ReviewKind.PATHWAY and not practice.is_chosen(CYCLE, "yes", held_on):
        raise UserError(
            "By the service's choice there is no mid-point between reviews of a pathway plan. Nothing was saved. "
            "Record a contact instead.",
            "review_on",
        )
    return review


def _check_day(facts: ChildFacts, review: Review, day: date, today: date) -> None:
    """After the review and before the next one, as the rules count it."""
    check_come(day, today, "on", "Record it once it is done.")
    if day <= review.held_on:
        raise UserError(
            f"A mid-point lies after its review, which was held on {short(review.held_on)}. "
            "Nothing was saved. Check the day.",
            "on",
        )
    is_pathway = review.kind is ReviewKind.PATHWAY
    later = [one.held_on for one in facts.reviews if (one.kind is ReviewKind.PATHWAY) is is_pathway]
    next_on = min((one for one in later if one > review.held_on), default=None)
    if next_on is not None and day >= next_on:
        raise UserError(
            f"The next review was held on {short(next_on)}: the mid-point of the one before lies earlier. "
            "Nothing was saved. Check the day.",
            "on",
        )


def _done(facts: ChildFacts, review: Review) -> Completion | None:
    return next((one for one in facts.completions if _is_of(one, review) and one.detail != SKIPPED), None)


def _is_of(one: Completion, review: Review) -> bool:
    return one.task is Task.MID_POINT and one.review_id == review.id
