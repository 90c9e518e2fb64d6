"""Whether somebody may have something: the whole table of restrictions and things, and the days they hold."""

import pytest

from iro_desktop.domain.acts import BookReview, ChangeBooking, RecordSent
from iro_desktop.domain.records import Booking, Person, PersonRestriction
from iro_desktop.domain.vocabulary import BookingStatus, Restriction, Role, SendingKind, Venue
from iro_desktop.services.restrictions import Thing, may_be_home, refusal
from tests.builders import child_with, on
from tests.services.cases import CHILD, IRO
from tests.services.cases_around import MOTHER, RESTRICTED
from tests.services.office import Office, day

NOTHING, NOT_INVITED, NO_PLACEMENT = Restriction
TABLE = {
    (NOTHING, Thing.INVITATION): True,
    (NOTHING, Thing.INVITATION_TO_HOME): True,
    (NOTHING, Thing.CONSULTATION): True,
    (NOTHING, Thing.RECORD): True,
    (NOTHING, Thing.LETTER): True,
    (NOT_INVITED, Thing.INVITATION): True,
    (NOT_INVITED, Thing.INVITATION_TO_HOME): True,
    (NOT_INVITED, Thing.CONSULTATION): False,
    (NOT_INVITED, Thing.RECORD): False,
    (NOT_INVITED, Thing.LETTER): False,
    (NO_PLACEMENT, Thing.INVITATION): False,
    (NO_PLACEMENT, Thing.INVITATION_TO_HOME): True,
    (NO_PLACEMENT, Thing.CONSULTATION): False,
    (NO_PLACEMENT, Thing.RECORD): True,
    (NO_PLACEMENT, Thing.LETTER): False,
}
FATHER = Person("p", "c", Role.FATHER, "John")
HOME = BookReview(child="A1", review_on=day("7 Dec"), venue=Venue.PLACEMENT, place="12 High Street")


def restricted(what: Restriction, from_on: str = "2026-01-01", to_on: str | None = None):
    one = PersonRestriction("r", "c", "p", what, "Order of 2 January.", on(from_on), on(to_on) if to_on else None)
    facts = child_with()
    return type(facts)(facts.child, people=(FATHER,), restrictions=(one,))


def test_the_table_is_whole():
    assert set(TABLE) == {(what, thing) for what in Restriction for thing in Thing}


@pytest.mark.parametrize(("what", "thing"), list(TABLE), ids=lambda one: one.value)
def test_each_restriction_refuses_what_it_says_and_nothing_else(what: Restriction, thing: Thing):
    words = refusal(restricted(what), thing, Role.FATHER, FATHER, on("2026-11-23"))
    assert bool(words) is TABLE[what, thing]
    assert not words or "since 1 Jan 2026. The reason: Order of 2 January." in words


@pytest.mark.parametrize(
    ("day_", "is_refused"), [("2025-12-31", False), ("2026-01-01", True), ("2026-02-01", True), ("2026-02-02", False)]
)
def test_it_holds_from_its_first_day_to_its_last(day_: str, *, is_refused: bool):
    facts = restricted(NOTHING, to_on="2026-02-01")
    assert bool(refusal(facts, Thing.LETTER, Role.FATHER, FATHER, on(day_))) is is_refused


def test_what_goes_to_a_role_goes_to_everybody_in_it():
    facts = restricted(NOTHING)
    assert "Name the person" in refusal(facts, Thing.LETTER, Role.FATHER, None, on("2026-11-23"))
    assert not refusal(facts, Thing.LETTER, Role.MOTHER, None, on("2026-11-23"))


@pytest.mark.parametrize(
    ("venue", "place", "is_home"),
    [
        (Venue.PLACEMENT, None, True),
        (None, "12 High Street", True),
        (None, None, False),
        (Venue.SCHOOL, "Elm Primary", False),
        (Venue.VIDEO, None, False),
    ],
)
def test_a_place_of_which_nobody_said_what_it_is_may_be_home(venue: Venue | None, place: str | None, *, is_home: bool):
    booking = Booking("b", "c", on("2026-12-07"), BookingStatus.OPEN, place=place, venue=venue)
    assert may_be_home(booking) is is_home


def test_an_invitation_home_is_refused_until_the_place_is_left_out_or_is_another(office: Office):
    office.each(IRO, CHILD, MOTHER, RESTRICTED, HOME)
    sent = RecordSent(
        child="A1", what=SendingKind.INVITATION, to=Role.MOTHER, sent_on=day("20 Nov"), person="Mary Smith"
    )
    words = office.refused(sent)
    assert words == (
        "Not told where the child lives, since 2 Nov 2026. The reason: Court order. "
        "Leave the place out, or say at the booking what sort of place it is. Nothing was saved."
    )
    office.do(
        RecordSent(
            child="A1",
            what=SendingKind.INVITATION,
            to=Role.MOTHER,
            sent_on=day("19 Nov"),
            person="Mary Smith",
            without_place=True,
        )
    )
    office.do(ChangeBooking(child="A1", review_on=HOME.review_on, venue=Venue.SCHOOL, place="Elm Primary"))
    office.do(sent)


def test_the_page_does_not_say_that_somebody_is_sent_what_is_refused_them(office: Office):
    office.each(IRO, CHILD, MOTHER)
    assert office.desk().people("A1").people[0].asked_words == "invited, consulted, sent the record"
    office.do(RESTRICTED)
    assert office.desk().people("A1").people[0].asked_words == "invited, consulted"
