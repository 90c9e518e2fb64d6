"""The people around a child as shown: who they are, how to reach them, what must not be done, what was sent."""

from collections.abc import Sequence

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import Person, PersonRestriction, Sending, Wishes
from iro_desktop.domain.vocabulary import AGENCY_OF, Restriction, Role
from iro_desktop.services.asked import Cycle, around, asked_lines, person_of, receivers, role_words
from iro_desktop.services.preparation_views import (
    PeopleView,
    PersonRow,
    RestrictionRow,
    SendingRow,
    WishesRow,
)
from iro_desktop.services.restrictions import REFUSES, Thing, holds


def people_view(cycle: Cycle) -> PeopleView:
    """Everybody around one child, those who left last."""
    here = around(cycle)
    gone = [one for one in cycle.facts.people if one not in here]
    states = {one.person: one.words for one in asked_lines(cycle) if one.person}
    rows = tuple(_row(cycle, one, states.get(one.name, "")) for one in (*here, *gone))
    newest = sorted(cycle.facts.sendings, key=lambda one: (one.sent_on, one.id), reverse=True)
    restricted = sum(any(each.holds for each in row.restrictions) for row in rows)
    return PeopleView(
        cycle.facts.child.council_id,
        rows,
        tuple(receivers(cycle)),
        tuple(_sending(cycle, one) for one in newest),
        _wishes(cycle.facts.wishes[-1]) if cycle.facts.wishes else None,
        cycle.facts.child.born_on,
        ((len(here), "around the child"), (restricted, "restricted"), (len(gone), "no longer there")),
    )


def _row(cycle: Cycle, one: Person, state: str) -> PersonRow:
    mine = [each for each in cycle.facts.restrictions if each.person_id == one.id]
    agency = one.agency or AGENCY_OF[one.role]
    return PersonRow(
        one.name,
        one.role,
        role_words(one.role),
        agency.label,
        _responsibility(one),
        one.phone or "",
        one.email or "",
        one.note or "",
        _asked_words(one, [each.what for each in mine if holds(each, cycle.today)]),
        state,
        one.is_invited,
        one.is_consulted,
        one.is_sent_record,
        tuple(_restriction(cycle, each) for each in mine),
        one.left_on,
        one.row_version,
    )


def _responsibility(one: Person) -> str:
    if one.has_responsibility is None:
        return ""
    return "parental responsibility" if one.has_responsibility else "no parental responsibility"


def _asked_words(one: Person, restricted: Sequence[Restriction]) -> str:
    """What they are asked for and sent; not what a restriction that holds today refuses them."""
    refused = {thing for what in restricted for thing in REFUSES[what]}
    wanted = (
        (one.is_invited, Thing.INVITATION, "invited"),
        (one.is_consulted, Thing.CONSULTATION, "consulted"),
        (one.is_sent_record, Thing.RECORD, "sent the record"),
    )
    words = ", ".join(words for is_so, thing, words in wanted if is_so and thing not in refused)
    return words or ("" if restricted else "not asked")


def _restriction(cycle: Cycle, one: PersonRestriction) -> RestrictionRow:
    label = f"{one.what.label[0].upper()}{one.what.label[1:]}"
    until = f" to {short(one.to_on)}" if one.to_on else ""
    words = f"{label}, since {short(one.from_on)}{until}"
    return RestrictionRow(one.what, words, one.reason, one.from_on, one.to_on, holds(one, cycle.today))


def _sending(cycle: Cycle, one: Sending) -> SendingRow:
    person = person_of(cycle.facts, one)
    whom = "the child" if one.to is Role.CHILD else f"the {one.to.label}"
    name = f", {person.name}" if person else ""
    back = f", back {short(one.returned_on)}" if one.returned_on else ""
    chased = f", chased {short(one.chased_on)}" if one.chased_on and not back else ""
    words = f"{one.what.label.capitalize()} to {whom}{name}, sent {with_weekday(one.sent_on)}{back}{chased}"
    return SendingRow(
        one.what,
        person.role if person else one.to,
        person.name if person else None,
        one.sent_on,
        one.returned_on,
        words,
        cycle.is_of_next(one),
    )


def _wishes(one: Wishes) -> WishesRow:
    return WishesRow(
        one.told_on,
        one.where or "",
        one.when or "",
        one.who or "",
        one.chairing or "",
        one.not_coming or "",
        one.views or "",
        one.explained_on,
    )
