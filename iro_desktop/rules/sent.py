"""When what goes out before a review had gone to everybody: done with the last of those ordinarily asked."""

from datetime import date

from iro_desktop.domain.records import ChildFacts, Person
from iro_desktop.domain.vocabulary import Restriction, SendingKind

_KEEPS_FROM = {
    SendingKind.INVITATION: frozenset({Restriction.NOTHING_SENT, Restriction.NOT_INVITED}),
    SendingKind.CONSULTATION: frozenset({Restriction.NOTHING_SENT}),
}


def all_sent_on(facts: ChildFacts, what: SendingKind, after: date, review_on: date) -> date | None:
    """The day on which the last of those ordinarily asked was sent it; ``None`` while somebody has not been.

    Counted are what was sent after the review before and by the day of this one. Where nobody around the child is
    entered, the first sending is all that is known of.
    """
    sent = [one for one in facts.sendings if one.what is what and after < one.sent_on <= review_on]
    if not sent:
        return None
    first: dict[str | None, date] = {}
    for one in sent:
        first[one.person_id] = min(one.sent_on, first.get(one.person_id, one.sent_on))
    wanted = [one.id for one in facts.people if _is_asked(facts, one, what, review_on)]
    if any(each not in first for each in wanted):
        return None
    return max((first[each] for each in wanted), default=min(first.values()))


def _is_asked(facts: ChildFacts, person: Person, what: SendingKind, on: date) -> bool:
    is_asked = person.is_invited if what is SendingKind.INVITATION else person.is_consulted
    is_there = person.left_on is None or person.left_on > on
    return (
        is_asked
        and is_there
        and not any(
            one.person_id == person.id
            and one.what in _KEEPS_FROM[what]
            and one.from_on <= on
            and (one.to_on is None or on <= one.to_on)
            for one in facts.restrictions
        )
    )
