"""Acts about preparing a review: what is sent and comes back, the child's wishes, the talk with the child."""

from dataclasses import replace
from datetime import date
from typing import Any

from iro_desktop.domain.acts import RecordChased, RecordReturned, RecordSent, RecordTalk, RecordWishes, RemoveSent
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Completion, Person, Sending, Wishes
from iro_desktop.domain.talk import refused_how
from iro_desktop.domain.vocabulary import BornAs, Role, TalkHow, Task
from iro_desktop.services.around_acts import check_day, person_named
from iro_desktop.services.restrictions import refusal, thing_sent
from iro_desktop.services.workspace import Workspace

_OfSending = RecordSent | RecordReturned | RecordChased | RemoveSent


def record_sent(act: RecordSent, work: Workspace) -> None:
    """Record what was sent; nothing that a restriction forbids."""
    facts = work.child(act.child)
    person = _receiver(facts, act)
    check_day(facts, act.sent_on, work.today, "sent_on")
    if person is not None and person.left_on is not None and person.left_on < act.sent_on:
        raise UserError(
            f"They are no longer around {act.child} since {short(person.left_on)}. Nothing was saved. "
            "Take them back first, if that is wrong.",
            field="to",
        )
    why_not = refusal(facts, thing_sent(facts, act.what, without_place=act.without_place), act.to, person, act.sent_on)
    if why_not:
        raise UserError(f"{why_not} Nothing was saved.", field="to")
    if _found(facts, act, person) is not None:
        raise UserError(f"{_label(act)}, {short(act.sent_on)}: recorded already. Nothing was saved.", field="sent_on")
    person_id = person.id if person else None
    work.put(Sending(work.new_id(), facts.child.id, act.what, act.to, act.sent_on, person_id))


def record_returned(act: RecordReturned, work: Workspace) -> None:
    """Record that it came back, with what was said."""
    facts = work.child(act.child)
    sending = _recorded(facts, act)
    check_day(facts, act.returned_on, work.today, "returned_on")
    _check_after(sending, act.returned_on, "returned_on")
    if sending.returned_on is not None:
        raise UserError(f"That came back on {short(sending.returned_on)} already. Nothing was saved.", field="sent_on")
    work.put(replace(sending, returned_on=act.returned_on, views=(act.views or "").strip() or None))


def record_chased(act: RecordChased, work: Workspace) -> None:
    """Record that an answer was asked for again; a restriction forbids that too."""
    facts = work.child(act.child)
    sending = _recorded(facts, act)
    check_day(facts, act.chased_on, work.today, "chased_on")
    _check_after(sending, act.chased_on, "chased_on")
    if sending.returned_on is not None:
        raise UserError(
            f"That came back on {short(sending.returned_on)}. Nothing was saved: nothing is to be chased.",
            field="sent_on",
        )
    if sending.chased_on is not None and act.chased_on <= sending.chased_on:
        raise UserError(
            f"It was chased on {short(sending.chased_on)} already. Nothing was saved. Give a later day.",
            field="chased_on",
        )
    thing = thing_sent(facts, act.what, without_place=True)  # asking again says no place
    why_not = refusal(facts, thing, act.to, _receiver(facts, act), act.chased_on)
    if why_not:
        raise UserError(f"{why_not} Nothing was saved.", field="sent_on")
    work.put(replace(sending, chased_on=act.chased_on, chases=sending.chases + 1))


def remove_sent(act: RemoveSent, work: Workspace) -> None:
    """Take an entry away."""
    work.remove(_recorded(work.child(act.child), act))


def _receiver(facts: ChildFacts, act: _OfSending) -> Person | None:
    if act.person is None:
        return None
    person = person_named(facts, act.person)
    if person.role is not act.to:
        raise UserError(
            f"They are recorded as {person.role.label}, not as {act.to.label}. Nothing was saved. "
            "Check to whom it was sent.",
            field="to",
        )
    return person


def _recorded(facts: ChildFacts, act: _OfSending) -> Sending:
    found = _found(facts, act, None if act.person is None else person_named(facts, act.person))
    if found is None:
        raise UserError(
            f"{_label(act)}, {short(act.sent_on)}: not recorded as sent. Nothing was saved. Check the day.",
            field="sent_on",
        )
    return found


def _found(facts: ChildFacts, act: _OfSending, person: Person | None) -> Sending | None:
    """By person where one is named: their role may have been put right since."""
    for one in facts.sendings:
        is_theirs = one.person_id == person.id if person else one.person_id is None and one.to is act.to
        if is_theirs and (one.what, one.sent_on) == (act.what, act.sent_on):
            return one
    return None


def _label(act: _OfSending) -> str:
    return f"{act.what.label.capitalize()} to {'the child' if act.to is Role.CHILD else act.to.label}"


def _check_after(sending: Sending, day: date, field: str) -> None:
    if day < sending.sent_on:
        raise UserError(
            f"{short(day)} lies before it was sent, {short(sending.sent_on)}. Nothing was saved. Check it.", field
        )


def record_wishes(act: RecordWishes, work: Workspace) -> None:
    """Record what the child wants of the review; told on the same day again it takes the earlier one's place."""
    facts = work.child(act.child)
    _check_born(facts)
    check_day(facts, act.told_on, work.today, "told_on")
    if act.explained_on is not None:
        check_day(facts, act.explained_on, work.today, "explained_on")
    texts: dict[str, Any] = {
        name: (getattr(act, name) or "").strip() or None
        for name in ("where", "when", "who", "chairing", "not_coming", "views")
    }
    if not any(texts.values()) and act.explained_on is None:
        raise UserError(
            "Nothing is said yet. Nothing was saved. Write down one thing the child wants, or said.", field="views"
        )
    same = next((one for one in facts.wishes if one.told_on == act.told_on), None)
    wishes = same or Wishes(work.new_id(), facts.child.id, act.told_on)
    work.put(replace(wishes, **texts, explained_on=act.explained_on))


def record_talk(act: RecordTalk, work: Workspace) -> None:
    """Record how the child was heard, or why not: it settles the duty before the review (SI 2010/959 reg 36(1))."""
    facts = work.child(act.child)
    _check_born(facts)
    check_day(facts, act.on, work.today, "on")
    why_not = refused_how(facts.child.born_on, act.how, act.on)
    if why_not:
        raise UserError(f"{why_not} Nothing was saved.", field="how")
    note = (act.note or "").strip() or None
    if act.how is TalkHow.NOT_SUITABLE and note is None:
        raise UserError("Say why it was not appropriate for this child. Nothing was saved.", field="note")
    same_day = [one for one in facts.completions if one.task is Task.CHILD_SEEN and one.done_on == act.on]
    if any(one.detail == act.how for one in same_day):
        raise UserError(
            f"{act.how.label.capitalize()}, {short(act.on)}: recorded already. Nothing was saved.", field="on"
        )
    plain = next((one for one in same_day if one.detail is None), None)  # reported as done, without how
    talk = plain or Completion(work.new_id(), facts.child.id, Task.CHILD_SEEN, act.on)
    work.put(replace(talk, detail=act.how.value, note=note))


def _check_born(facts: ChildFacts) -> None:
    if facts.child.born_as is BornAs.EXPECTED:
        raise UserError("The child is not yet born, as recorded here. Nothing was saved. Correct the birth date first.")
