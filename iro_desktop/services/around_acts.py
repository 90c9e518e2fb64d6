"""Acts about the people around a child, and what must not be done towards them."""

from dataclasses import replace
from datetime import date
from typing import Any

from iro_desktop.domain.acts import AddPerson, ChangePerson, LiftRestriction, PersonLeaves, RestrictPerson
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import ChildFacts, Person, PersonRestriction
from iro_desktop.domain.vocabulary import BornAs, Role
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_TEXTS = ("phone", "email", "note")
_CHANGEABLE = (
    *("role", "name", "agency", "has_responsibility", *_TEXTS),
    *("is_invited", "is_consulted", "is_sent_record"),
)
_CLEARABLE = frozenset({"agency", "has_responsibility", *_TEXTS, "left_on"})


def add_person(act: AddPerson, work: Workspace) -> None:
    """Add somebody around a child; one entry for each."""
    facts = work.child(act.child)
    person = Person(
        work.new_id(),
        facts.child.id,
        act.role,
        words_of(act.name) or "",
        act.agency,
        act.has_responsibility,
        words_of(act.phone),
        words_of(act.email),
        act.is_invited,
        act.is_consulted,
        act.is_sent_record,
        words_of(act.note),
    )
    _check_person(person, facts)
    work.put(person)


def change_person(act: ChangePerson, work: Workspace) -> None:
    """Change what is held about somebody; a clear of ``left_on`` takes them back."""
    facts = work.child(act.child)
    before = person_named(facts, act.person)
    if act.row_version is not None and act.row_version != before.row_version:
        raise Conflict("That entry was changed since it was read. Nothing was saved. Look at it again.", field="person")
    unknown = sorted(set(act.clear) - _CLEARABLE)
    if unknown:
        raise UserError(f"{unknown[0]} cannot be cleared. Nothing was saved. Give another value instead.")
    said: dict[str, Any] = {name: getattr(act, name) for name in _CHANGEABLE if getattr(act, name) is not None}
    for name in {*_TEXTS, "name"} & said.keys():
        said[name] = words_of(said[name]) or ("" if name == "name" else None)
    after = replace(before, **said | dict.fromkeys(act.clear))
    _check_person(after, facts)
    work.put(after)


def _check_person(person: Person, facts: ChildFacts) -> None:
    if not person.name:
        raise UserError(
            "Somebody around a child needs a name, or a word for who it is. Nothing was saved. “Mother” will do.",
            field="name",
        )
    if person.role is Role.CHILD:
        raise UserError(
            "The child is asked at every review without an entry. Nothing was saved. Choose another role.", field="role"
        )
    if any(_folded(one.name) == _folded(person.name) and one.id != person.id for one in facts.people):
        raise UserError(
            f"Somebody of that name is among the people around {facts.child.council_id} already. Nothing was saved. "
            "Change that entry, or add what tells the two apart.",
            field="name",
        )
    if person.email and ("@" not in person.email or " " in person.email):
        raise UserError("That is not an e-mail address. Nothing was saved. Check it, or leave it empty.", field="email")


def person_leaves(act: PersonLeaves, work: Workspace) -> None:
    """Somebody is no longer around a child; asked again it is another day."""
    facts = work.child(act.child)
    person = person_named(facts, act.person)
    check_day(facts, act.on, work.today, "on")
    if person.left_on == act.on:
        raise UserError(f"That is recorded already: left on {short(act.on)}. Nothing was saved.", field="on")
    sent = max((one.sent_on for one in facts.sendings if one.person_id == person.id), default=act.on)
    if sent > act.on:
        raise UserError(
            f"Something was sent to them on {short(sent)}, after that day. Nothing was saved. Check both.", field="on"
        )
    work.put(replace(person, left_on=act.on))


def restrict_person(act: RestrictPerson, work: Workspace) -> None:
    """State a restriction with its reason; each once at a time."""
    facts = work.child(act.child)
    person = person_named(facts, act.person)
    reason = words_of(act.reason)
    if reason is None:
        raise UserError("A restriction has a reason. Nothing was saved. Say it in a few words.", field="reason")
    check_come(act.from_on, work.today, "from_on")  # an order may be older than the child's time in care
    for one in _of(facts, person, act):
        if one.to_on is None or act.from_on <= one.to_on:
            raise UserError(
                f"{_label(act)}: it stands already, since {short(one.from_on)}. Nothing was saved. Lift it first.",
                field="what",
            )
    work.put(PersonRestriction(work.new_id(), facts.child.id, person.id, act.what, reason, act.from_on))


def lift_restriction(act: LiftRestriction, work: Workspace) -> None:
    """Give a restriction its last day."""
    facts = work.child(act.child)
    person = person_named(facts, act.person)
    standing = [one for one in _of(facts, person, act) if one.to_on is None]
    if not standing:
        raise UserError(
            f"{_label(act)}: no such restriction stands for them. Nothing was changed. Check the entry.", field="what"
        )
    if act.to_on < standing[0].from_on:
        raise UserError(
            f"{short(act.to_on)} lies before the restriction began, {short(standing[0].from_on)}. "
            "Nothing was changed. Check the day.",
            field="to_on",
        )
    work.put(replace(standing[0], to_on=act.to_on))


def _of(facts: ChildFacts, person: Person, act: RestrictPerson | LiftRestriction) -> list[PersonRestriction]:
    return [one for one in facts.restrictions if one.person_id == person.id and one.what is act.what]


def _label(act: RestrictPerson | LiftRestriction) -> str:
    return f"{act.what.label[0].upper()}{act.what.label[1:]}"


def person_named(facts: ChildFacts, name: str) -> Person:
    """Somebody around a child by name; case and blanks are forgiven. Raises ``UserError`` if there is nobody."""
    for one in facts.people:
        if _folded(one.name) == _folded(name):
            return one
    raise UserError(
        f"Nobody of that name is among the people around {facts.child.council_id}. Nothing was saved. Add them first.",
        field="person",
    )


def check_day(facts: ChildFacts, day: date, today: date, field: str) -> None:
    """Refuse a day on which that cannot have been: to come, before birth, before the child came into care."""
    check_come(day, today, field)
    child = facts.child
    if child.born_on is not None and child.born_as is not BornAs.EXPECTED and day < child.born_on:
        raise UserError(f"{short(day)} lies before the child was born. Nothing was saved. Check the day.", field)
    periods = periods_of_care(facts.episodes)
    if periods and periods[0].started_on is not None and day < periods[0].started_on:
        raise UserError(
            f"{short(day)} lies before {child.council_id} came into care, {short(periods[0].started_on)}. "
            "Nothing was saved. Check the day.",
            field,
        )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
