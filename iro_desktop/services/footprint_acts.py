"""Acts about what happens between reviews: contacts of the IRO, and significant events."""

from datetime import date

from iro_desktop.domain.acts import RecordContact, RecordEvent, RemoveContact, RemoveEvent
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Contact, SignificantEvent
from iro_desktop.domain.vocabulary import ContactKind, Role
from iro_desktop.domain.wording import capital
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_WITH_THE_CHILD = frozenset({ContactKind.VISIT, ContactKind.CALL_CHILD, ContactKind.OBSERVATION})


def record_contact(act: RecordContact, work: Workspace) -> None:
    """Record a contact: of one kind with one person once a day."""
    facts = work.child(act.child)
    _check_day(facts, act.on, work.today, "on")
    if _contact(facts, act) is not None:
        raise UserError(
            f"{_what(act)} on {short(act.on)} is recorded already. Nothing was saved. "
            "If there was another one that day, say with whom.",
            "on",
        )
    work.put(Contact(work.new_id(), facts.child.id, act.on, act.how, act.with_whom, words_of(act.note)))


def remove_contact(act: RemoveContact, work: Workspace) -> None:
    """Take away a contact entered by mistake."""
    found = _contact(work.child(act.child), act)
    if found is None:
        raise UserError(f"{_what(act)} on {short(act.on)} is not recorded. Nothing was changed. Look again.")
    work.remove(found)


def record_event(act: RecordEvent, work: Workspace) -> None:
    """Record a significant event: of one kind once a day."""
    facts = work.child(act.child)
    _check_day(facts, act.happened_on, work.today, "happened_on")
    check_come(act.told_on, work.today, "told_on", "Check the day.")
    if act.told_on is not None and act.told_on < act.happened_on:
        raise UserError(
            f"You cannot have been told on {short(act.told_on)} of what happened on {short(act.happened_on)}. "
            "Nothing was saved. Check the two days.",
            "told_on",
        )
    if _event(facts, act) is not None:
        raise UserError(
            f"{capital(act.what.label)} on {short(act.happened_on)} is recorded already. Nothing was saved. "
            "Take that one away first if it is wrong.",
            "happened_on",
        )
    work.put(
        SignificantEvent(
            work.new_id(),
            facts.child.id,
            act.what,
            act.happened_on,
            act.told_on,
            act.is_review_needed,
            words_of(act.note),
        )
    )


def remove_event(act: RemoveEvent, work: Workspace) -> None:
    """Take away an event entered by mistake; an early review that was asked for stays."""
    found = _event(work.child(act.child), act)
    if found is None:
        raise UserError(
            f"{capital(act.what.label)} on {short(act.happened_on)} is not recorded. Nothing was changed. Look again."
        )
    work.remove(found)


def known_since(facts: ChildFacts) -> date | None:
    """The day from which the IRO can have known the child; ``None``: nothing here says.

    The start of the first period of care, or an earlier allocation; where that start is not known, the birth.
    """
    periods = periods_of_care(facts.episodes)
    started_on = periods[0].started_on if periods else None
    if started_on is None:
        return facts.child.born_on
    return min([started_on, *(one.from_on for one in facts.allocations)])


def _check_day(facts: ChildFacts, day: date, today: date, field: str) -> None:
    check_come(day, today, field, "Record it once it has happened.")
    since = known_since(facts)
    if since is not None and day < since:
        raise UserError(
            f"{facts.child.council_id} is known here only from {short(since)} on, after {short(day)}. "
            "Nothing was saved. Check the day.",
            field,
        )


def _contact(facts: ChildFacts, act: RecordContact | RemoveContact) -> Contact | None:
    """A visit to the child is one with the child, whether that is said or not."""
    same = (act.on, act.how, _whom(act))
    return next((one for one in facts.contacts if (one.on, one.how, _whom(one)) == same), None)


def _whom(one: Contact | RecordContact | RemoveContact) -> Role | None:
    return None if one.how in _WITH_THE_CHILD and one.with_whom is Role.CHILD else one.with_whom


def _event(facts: ChildFacts, act: RecordEvent | RemoveEvent) -> SignificantEvent | None:
    same = (act.what, act.happened_on)
    return next((one for one in facts.events if (one.what, one.happened_on) == same), None)


def _what(act: RecordContact | RemoveContact) -> str:
    return capital(act.how.label + (f" ({act.with_whom.label})" if act.with_whom else ""))
