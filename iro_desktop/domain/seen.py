"""What counts as the IRO having been with a child, and as having heard the child before a review.

Being with them: a call or a video does not count; visits by telephone or video needed a regulation of their own while
they were allowed (SI 2020/909, until 2021). To observe a child too young to be spoken to does (SI 2010/959 reg 36(1)).
"""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import ContactKind, TalkHow, Task

_SEEN_BY = frozenset({ContactKind.VISIT, ContactKind.OBSERVATION})
_SEEN_AT_TALK = frozenset({None, TalkHow.ALONE.value, TalkHow.OBSERVED.value})  # None: done, and no more is said
# The exceptions of SI 2010/959 reg 36(1): either settles the duty, and is no talk.
NOT_HEARD = frozenset({TalkHow.REFUSED.value, TalkHow.NOT_SUITABLE.value})


def seen_on(facts: ChildFacts) -> Iterator[date]:
    """Every day on which the IRO was with the child."""
    yield from (one.on for one in facts.contacts if one.how in _SEEN_BY)
    for one in facts.completions:
        if one.task is Task.IRO_VISIT or (one.task is Task.CHILD_SEEN and one.detail in _SEEN_AT_TALK):
            yield one.done_on


def seen_between(facts: ChildFacts, after: date | None, until: date) -> bool:
    """Whether the IRO was with the child after the one day and by the other; ``None``: ever before."""
    return any((after is None or after < day) and day <= until for day in seen_on(facts))


def heard_before(facts: ChildFacts, after: date | None, review_on: date) -> bool:
    """Whether the IRO heard the child, or those who know a child under four, since the review before."""
    return any(
        one.task is Task.CHILD_SEEN
        and one.detail not in NOT_HEARD
        and (after is None or after < one.done_on)
        and one.done_on <= review_on
        for one in facts.completions
    )
