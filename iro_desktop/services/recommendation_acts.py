"""Acts about what reviews recommended: added, changed, taken away, looked at, closed."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import (
    AddRecommendation,
    ChangeRecommendation,
    CheckRecommendation,
    RecordOutcome,
    RemoveRecommendation,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Recommendation, RecommendationCheck, Review
from iro_desktop.domain.vocabulary import Agency, Outcome, Progress
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace

# What a look finds that leaves nothing to do.
_CLOSED_BY = {Progress.DONE: Outcome.DONE, Progress.OVERTAKEN: Outcome.OVERTAKEN}
_CLEARABLE = ("agency", "due_on", "outcome")


def add_recommendation(act: AddRecommendation, work: Workspace) -> None:
    """Add what a review recommended, with the next number of that review."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    text = _text_of(act.text)
    _check_due(act.due_on, review)
    number = 1 + max((one.number for one in _of(facts, review)), default=0)
    work.put(Recommendation(work.new_id(), facts.child.id, review.id, number, text, act.owner, act.agency, act.due_on))


def change_recommendation(act: ChangeRecommendation, work: Workspace) -> None:
    """Change a recommendation; clearing its outcome opens it again."""
    review, one = _meant(act, work)
    unknown = sorted(set(act.clear) - set(_CLEARABLE))
    if unknown:
        raise UserError(
            f"“{unknown[0]}” of a recommendation cannot be cleared, only {', '.join(_CLEARABLE)}. Nothing was changed.",
            field="clear",
        )
    if act.due_on is not None:
        _check_due(act.due_on, review)
    after = replace(
        one,
        text=one.text if act.text is None else _text_of(act.text),
        owner=act.owner or one.owner,
        agency=_agency(act, one),
        due_on=None if "due_on" in act.clear else act.due_on or one.due_on,
    )
    if "outcome" in act.clear:
        after = replace(after, outcome=None, outcome_on=None, note=None)
    work.put(after)


def _agency(act: ChangeRecommendation, one: Recommendation) -> Agency | None:
    """As said; a new owner without one has the usual one of theirs."""
    if "agency" in act.clear or (act.agency is None and act.owner not in (None, one.owner)):
        return None
    return act.agency or one.agency


def remove_recommendation(act: RemoveRecommendation, work: Workspace) -> None:
    """Take a recommendation away, with how it stood when it was looked at; an alert about it keeps its words."""
    _, one = _meant(act, work)
    for alert in work.child(act.child).alerts:
        if alert.recommendation_id == one.id:
            work.put(replace(alert, recommendation_id=None))
    for check in _checks(work.child(act.child), one):
        work.remove(check)
    work.remove(one)


def record_outcome(act: RecordOutcome, work: Workspace) -> None:
    """Close a recommendation."""
    review, one = _meant(act, work)
    _check_open(one)
    _check_day(act.on, review, work.today)
    later = [check.on for check in _checks(work.child(act.child), one) if check.on > act.on]
    if later:
        raise UserError(
            f"It was looked at on {short(max(later))}, and was open then. Nothing was saved. Check the date.",
            field="on",
        )
    work.put(replace(one, outcome=act.outcome, outcome_on=act.on, note=_note_of(act.note)))


def check_recommendation(act: CheckRecommendation, work: Workspace) -> None:
    """Record how a recommendation stood; done or no longer needed closes it on that day."""
    review, one = _meant(act, work)
    _check_open(one)
    _check_day(act.on, review, work.today)
    facts = work.child(act.child)
    if any(check.on == act.on for check in _checks(facts, one)):
        raise UserError(
            f"How recommendation {one.number} stood on {short(act.on)} is recorded already. Nothing was saved.",
            field="on",
        )
    note, outcome = _note_of(act.note), _CLOSED_BY.get(act.progress)
    if outcome is not None and any(check.on > act.on for check in _checks(facts, one)):
        raise UserError(
            "It was looked at on a later day, and was open then. Nothing was saved. Check the date.", field="on"
        )
    work.put(RecommendationCheck(work.new_id(), facts.child.id, one.id, act.on, act.progress, note))
    if outcome is not None:
        work.put(replace(one, outcome=outcome, outcome_on=act.on, note=note))


_Meaning = ChangeRecommendation | RemoveRecommendation | RecordOutcome | CheckRecommendation


def _meant(act: _Meaning, work: Workspace) -> tuple[Review, Recommendation]:
    """The review and the recommendation of it with that number."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    found = next((one for one in _of(facts, review) if one.number == act.number), None)
    if found is None:
        raise UserError(
            f"The review of {short(act.held_on)} of {act.child} has no recommendation {act.number}. "
            "Nothing was changed. Look at the review again.",
            field="number",
        )
    return review, found


def _of(facts: ChildFacts, review: Review) -> list[Recommendation]:
    return [one for one in facts.recommendations if one.review_id == review.id]


def _checks(facts: ChildFacts, one: Recommendation) -> list[RecommendationCheck]:
    return [check for check in facts.checks if check.recommendation_id == one.id]


def _text_of(text: str) -> str:
    """As it was written, without blanks around it."""
    if not text.strip():
        raise UserError("A recommendation has a text. Nothing was saved. Say what is to be done.", field="text")
    return text.strip()


def _note_of(note: str | None) -> str | None:
    return (note or "").strip() or None


def _check_due(due_on: date | None, review: Review) -> None:
    if due_on is not None and due_on < review.held_on:
        raise UserError(
            f"It is to be done by a day before the review of {short(review.held_on)}. Nothing was saved. "
            "Check the date.",
            field="due_on",
        )


def _check_open(one: Recommendation) -> None:
    if one.outcome is not None and one.outcome_on is not None:
        raise UserError(
            f"Recommendation {one.number} is closed: {one.outcome.label}, {short(one.outcome_on)}. "
            "Nothing was saved. Open it again first, if that is wrong.",
            field="number",
        )


def _check_day(day: date, review: Review, today: date) -> None:
    check_come(day, today, "on", CHECK)
    if day < review.held_on:
        raise UserError(
            f"That lies before the review of {short(review.held_on)}, which recommended it. Nothing was saved. "
            "Check the date.",
            field="on",
        )
