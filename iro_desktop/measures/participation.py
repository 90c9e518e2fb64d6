"""Rows about how children took part in their reviews, whether they were heard before, and whether they came.

Three different things: attendance, participation, consultation. Codes: SSDA903 REVIEW_CODE.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from iro_desktop.domain.participation import ABSENT
from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.seen import heard_before, seen_between
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.measures.model import By, Counted, LeftOut, Row, Span, Tags, iro_on, team_on
from iro_desktop.measures.pathway import pathway_reviews_held
from iro_desktop.measures.reviews import is_tracked, reviews_held


def rows_by_code(met: Collection[Participation], *, pathway: bool = False) -> Callable[[Counted, Span], Iterator[Row]]:
    """Each review held in the period, by whether its code is one of these; under four nobody is asked."""
    wanted = frozenset(met)

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        for review in pathway_reviews_held(counted.facts) if pathway else reviews_held(counted):
            if span.holds(review.held_on):
                yield review_row(
                    counted,
                    review,
                    is_met=review.participation in wanted,
                    left_out=_why_not(review),
                    tags=_code(review),
                )

    return rows


def child_rows_by_code(met: Collection[Participation]) -> Callable[[Counted, Span], Iterator[Row]]:
    """Each child of four or more with a review in the period, by whether all of them have one of these codes."""
    of_reviews = rows_by_code(met)

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        known = [one for one in of_reviews(counted, span) if one.left_out is None]
        if known:
            last = known[-1]
            yield Row(
                last.child, last.day, None, None, None, is_met=all(one.is_met for one in known), left_out=None,
                iro=last.iro, team=last.team,
            )  # fmt: skip

    return rows


def absent_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review in the period to which the child did not come, with why where the child said so."""
    for review in reviews_held(counted):
        if review.participation in ABSENT and span.holds(review.held_on):
            reason = "reason recorded" if _said_why(counted.facts, review.held_on) else "no reason recorded"
            tags = ((By.REASON, reason), *_code(review))
            yield review_row(counted, review, is_met=True, left_out=None, tags=tags)


def consulted_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period, by whether the IRO was in contact with the child before it."""
    after: date | None = None
    for review in reviews_held(counted):
        if span.holds(review.held_on):
            is_heard = heard_before(counted.facts, after, review.held_on)
            yield review_row(counted, review, is_met=is_heard, left_out=_untracked(counted, review))
        after = review.held_on


def visited_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period, by whether the IRO was with the child since the review before."""
    after: date | None = None
    for review in reviews_held(counted):
        if span.holds(review.held_on):
            is_seen = seen_between(counted.facts, after, review.held_on)
            yield review_row(counted, review, is_met=is_seen, left_out=_untracked(counted, review))
        after = review.held_on


def _untracked(counted: Counted, review: Review) -> LeftOut | None:
    """A review from before tracking began is left out whatever is known of it: what was not done leaves no trace."""
    return None if is_tracked(counted, review.held_on) else LeftOut.NOT_TRACKED


def plan_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each review held in the period, by whether the care plan was up to date at it."""
    for review in reviews_held(counted):
        if span.holds(review.held_on):
            why = LeftOut.NOT_SAID if review.is_plan_current is None else None
            yield review_row(counted, review, is_met=bool(review.is_plan_current), left_out=why)


def review_row(counted: Counted, review: Review, *, is_met: bool, left_out: LeftOut | None, tags: Tags = ()) -> Row:
    """The row of one review held."""
    day = review.held_on
    return Row(
        counted.facts.child.council_id, day, day, None, day, is_met=is_met and left_out is None, left_out=left_out,
        iro=iro_on(counted, day), team=team_on(counted, day), tags=tags,
    )  # fmt: skip


def _why_not(review: Review) -> LeftOut | None:
    if review.participation is None:
        return LeftOut.NOT_SAID
    return LeftOut.UNDER_FOUR if review.participation is Participation.PN0 else None


def _code(review: Review) -> Tags:
    return ((By.CODE, review.participation.value),) if review.participation else ()


def _said_why(facts: ChildFacts, held_on: date) -> bool:
    told = [one for one in facts.wishes if one.told_on <= held_on]
    return bool(told and told[-1].not_coming)
