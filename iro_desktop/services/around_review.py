"""What stands around one review as it is recorded: who is usually there, the talk before it, where it was booked."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import ChildFacts, Completion
from iro_desktop.domain.vocabulary import BookingStatus, Restriction, Role, TalkHow, Task
from iro_desktop.domain.wording import capital
from iro_desktop.services.views import Attender
from iro_desktop.services.words import place_words

_USUAL = (Role.CARER, Role.SOCIAL_WORKER, Role.MOTHER, Role.FATHER, Role.SCHOOL, Role.HEALTH, Role.ADVOCATE)
_SELF_EVIDENT = frozenset({Role.CHILD, Role.IRO})  # told by the code; holds the review


def attenders(facts: ChildFacts, day: date) -> tuple[Attender, ...]:
    """Who may have come: the people around the child who are invited, by role; the usual roles where none is known."""
    barred = {
        one.person_id
        for one in facts.restrictions
        if one.what is Restriction.NOT_INVITED and one.from_on <= day and (one.to_on is None or day <= one.to_on)
    }
    names: dict[Role, list[str]] = {}
    for one in facts.people:
        is_around = one.left_on is None or one.left_on > day
        if one.is_invited and is_around and one.id not in barred and one.role not in _SELF_EVIDENT:
            names.setdefault(one.role, []).append(one.name)
    if not names:
        return tuple(Attender(role, capital(role.label)) for role in _USUAL)
    return tuple(Attender(role, f"{capital(role.label)}: {', '.join(names[role])}") for role in Role if role in names)


def consulted_words(facts: ChildFacts, held_on: date, whom: str = "child") -> str:
    """The talk with the child between the review before and this one, the latest; or that none is recorded."""
    before = max((one.held_on for one in facts.reviews if one.held_on < held_on), default=date.min)
    talks = [one for one in facts.completions if one.task is Task.CHILD_SEEN and before < one.done_on <= held_on]
    if not talks:
        return f"Before it: no talk with the {whom} is recorded."
    return f"Before it: {_how(talks[-1])}, {short(talks[-1].done_on)}."


def _how(talk: Completion) -> str:
    known = [how for how in TalkHow if how.value == talk.detail]
    return (known[0] if known else TalkHow.ALONE).label


def booked_words(facts: ChildFacts, held_on: date) -> str:
    """``Booked for 14:00, school``; empty where that day was not booked, or nothing is said of it."""
    for one in facts.bookings:
        if one.status is BookingStatus.OPEN and one.review_on == held_on:
            where = place_words(one)
            parts = [one.at or "", where[:1].lower() + where[1:] if one.at else where]
            said = ", ".join(part for part in parts if part)
            return f"Booked for {said}" if one.at else f"Booked: {said}" if said else ""
    return ""
