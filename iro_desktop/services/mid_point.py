"""The mid-point that is next to be done for a child: after which review, and with which recommendations still open."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.records import SKIPPED, ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import ReviewKind, Task
from iro_desktop.rules.pathway_cycle import CYCLE
from iro_desktop.rules.practice import Practice
from iro_desktop.services.recommendations import RecommendationRow, open_recommendations
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import due_words


@dataclass(frozen=True, slots=True)
class MidPointView:
    """What the form about it begins with."""

    child: str
    review_on: date  # the review it follows
    review_words: str  # "After the review of Thu 20 Aug 2026, due Fri 20 Nov 2026"
    left_out: str | None  # why it was left out; None: it was not
    recommendations: tuple[RecommendationRow, ...]  # open today, by review and number


def mid_point_of(snapshot: Snapshot, council_id: str) -> MidPointView | None:
    """The mid-point that can be recorded today; ``None``: there is none to record."""
    child, today = snapshot.children[council_id], snapshot.today
    review = followed_review(child.facts, today, snapshot.practice)
    if review is None:
        return None
    due = next(
        (one for one in child.deadlines if one.rule.subject == "mid-point" and one.review_on == review.held_on), None
    )
    words = f"After the review of {with_weekday(review.held_on)}"
    left_out = next((one.note or "" for one in _told(child.facts, review) if one.detail == SKIPPED), None)
    return MidPointView(
        council_id,
        review.held_on,
        f"{words}, due {due_words(due)}" if due else words,
        left_out,
        open_recommendations(child.facts, today, snapshot.practice),
    )


def followed_review(facts: ChildFacts, today: date, practice: Practice) -> Review | None:
    """The last review held before today whose mid-point is not recorded as done; ``None``: there is none.

    Reviews of a pathway plan have one too, where the service has chosen the whole cycle for them.
    """
    held = [one for one in facts.reviews if one.held_on <= today and _has_mid_point(one, practice)]
    last = held[-1] if held else None
    if last is None or last.held_on == today:
        return None
    return None if any(one.detail != SKIPPED for one in _told(facts, last)) else last


def _has_mid_point(review: Review, practice: Practice) -> bool:
    return review.kind is not ReviewKind.PATHWAY or practice.is_chosen(CYCLE, "yes", review.held_on)


def is_left_out(facts: ChildFacts, review: Review) -> bool:
    """Whether the mid-point after that review was left out."""
    return any(one.detail == SKIPPED for one in _told(facts, review))


def _told(facts: ChildFacts, review: Review) -> list[Completion]:
    return [one for one in facts.completions if one.task is Task.MID_POINT and one.review_id == review.id]
