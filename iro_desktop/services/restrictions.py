"""Asked before anything is made for, or sent to, somebody around a child: whether they may have it that day.

Whatever makes something for a person asks ``refusal`` first: what is sent, e-mail texts, letters, the record.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Booking, ChildFacts, Person, PersonRestriction
from iro_desktop.domain.vocabulary import BookingStatus, Restriction, Role, SendingKind, Venue


class Thing(StrEnum):
    """What may be made for somebody, by what it tells them."""

    INVITATION = "invitation"  # says no place, or one that is surely not where the child lives
    INVITATION_TO_HOME = "invitation-to-home"  # its place is, or may be, where the child lives
    CONSULTATION = "consultation"
    RECORD = "record"
    LETTER = "letter"  # any other text about the child


REFUSES = {
    Restriction.NOTHING_SENT: frozenset(Thing),
    Restriction.NOT_INVITED: frozenset({Thing.INVITATION, Thing.INVITATION_TO_HOME}),
    Restriction.NO_PLACEMENT: frozenset({Thing.INVITATION_TO_HOME, Thing.RECORD}),
}
_HOW = {
    Thing.INVITATION_TO_HOME: " Leave the place out, or say at the booking what sort of place it is.",
    Thing.RECORD: " The record can say where the child lives.",
}


def refusal(facts: ChildFacts, thing: Thing, to: Role, person: Person | None, on: date) -> str:
    """Why that person may not have that thing on that day, with the reason; empty where nothing forbids it.

    Without a person it goes to the role as such, and so to everybody around the child in that role.
    """
    meant = [person] if person else [one for one in facts.people if one.role is to]
    found = [one for each in meant for one in in_force(facts, each, on) if thing in REFUSES[one.what]]
    if not found:
        return ""
    name_them = "" if person else " Name the person it goes to."
    return f"{_words(found[0])}{_help(found[0], thing)}{name_them}"


def thing_sent(facts: ChildFacts, what: SendingKind, *, without_place: bool = False) -> Thing:
    """What a sending tells whom it goes to, as the review is booked now."""
    if what is SendingKind.INVITATION:
        booking = open_booking(facts)
        tells_home = booking is not None and not without_place and may_be_home(booking)
        return Thing.INVITATION_TO_HOME if tells_home else Thing.INVITATION
    return Thing.RECORD if what is SendingKind.RECORD else Thing.CONSULTATION


def may_be_home(booking: Booking) -> bool:
    """Whether the place of a review is where the child lives, or could be: a place of which nobody said what it is."""
    return booking.venue is Venue.PLACEMENT or (booking.venue is None and bool(booking.place))


def in_force(facts: ChildFacts, person: Person, on: date) -> Iterator[PersonRestriction]:
    """The restrictions of a person on a day, the widest first."""
    order = list(REFUSES)
    held = (one for one in facts.restrictions if one.person_id == person.id and holds(one, on))
    yield from sorted(held, key=lambda one: order.index(one.what))


def holds(one: PersonRestriction, on: date) -> bool:
    """Whether a restriction holds on a day, its first and last included."""
    return one.from_on <= on and (one.to_on is None or on <= one.to_on)


def open_booking(facts: ChildFacts) -> Booking | None:
    """The next review as it is booked: the newest open booking that no review was held for since."""
    found = [
        one
        for one in facts.bookings
        if one.status is BookingStatus.OPEN and not any(held.held_on >= one.review_on for held in facts.reviews)
    ]
    return found[-1] if found else None


def _words(one: PersonRestriction) -> str:
    label = f"{one.what.label[0].upper()}{one.what.label[1:]}"
    return f"{label}, since {short(one.from_on)}. The reason: {one.reason.rstrip('.')}."


def _help(one: PersonRestriction, thing: Thing) -> str:
    return _HOW.get(thing, "") if one.what is Restriction.NO_PLACEMENT else ""
