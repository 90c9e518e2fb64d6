"""Texts for an e-mail, to the letter; and what is never made for somebody restricted."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import AddChild, AddPerson, BookReview, ChangeChild, PersonLeaves, RecordReturned
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, Venue
from tests.services.cases import CHILD, IRO
from tests.services.cases_around import MOTHER, RESTRICTED, SENT
from tests.services.office import Office, day

BOOKED = BookReview(child="A1", review_on=day("7 Dec"), at="10:00", venue=Venue.SCHOOL, place="Elm Primary, room 2")
NAMED = ChangeChild(child="A1", given_name="Jayden", family_name="Smith", known_as="Jay")


@pytest.fixture(autouse=True)
def a_child(office: Office) -> None:
    office.each(IRO, CHILD, NAMED, MOTHER)


def invited(office: Office, to: Role = Role.MOTHER, person: str | None = "Mary Smith", *, without: bool = False) -> str:
    return office.desk().letter("A1", SendingKind.INVITATION, to, person, without_place=without).text


def chased(office: Office, to: Role = Role.MOTHER, person: str | None = "Mary Smith") -> str:
    return office.desk().letter("A1", SendingKind.CONSULTATION, to, person).text


def not_made(office: Office, make) -> str:
    before = office.dump()
    with pytest.raises(UserError) as caught:
        make(office)
    assert office.dump() == before
    assert "Nothing was copied" in str(caught.value)
    return str(caught.value)


def test_an_invitation_to_an_adult(office: Office):
    office.do(BOOKED)
    assert invited(office) == (
        "Dear Mary Smith,\n\n"
        "You are invited to Jay’s looked after review on Monday 7 December 2026 at 10:00.\n\n"
        "It is at: Elm Primary, room 2.\n\n"
        "The review looks at how the care plan is working, what has become of what was agreed before, and what should"
        " happen next.\n\n"
        "If you cannot come, please tell me what you would like the meeting to know. You can also write it down and"
        " send it to me before the day.\n\n"
        "Jo Bloggs\nIndependent Reviewing Officer"
    )


def test_an_invitation_to_the_child_is_plain(office: Office):
    office.do(replace(BOOKED, venue=Venue.PLACEMENT, place=None))
    assert invited(office, Role.CHILD, None) == (
        "Hi Jay,\n\n"
        "Your review is on Monday 7 December 2026 at 10:00.\n\n"
        "It is where you live.\n\n"
        "A review is a meeting about you. We talk about what is going well and what should change. It is a chance to"
        " say what you want. You can help to choose who comes, and you can lead part of it if you like.\n\n"
        "You do not have to come. I will talk with you before, and you can write to me. If you want somebody on your"
        " side to help you say things, tell me: that person is called an advocate.\n\n"
        "Jo Bloggs\nIndependent Reviewing Officer"
    )


def test_a_reminder_says_when_it_went_and_by_when_it_is_wanted(office: Office):
    office.each(BOOKED, SENT)
    assert chased(office) == (
        "Dear Mary Smith,\n\n"
        "On Monday 9 November 2026 we sent you a consultation form for Jay’s looked after review on Monday 7 December"
        " 2026. It has not come back to me yet. Please let me have it by Wednesday 2 December 2026.\n\n"
        "What you think matters to the review, whether or not you come. A few lines by return of e-mail are enough.\n\n"
        "Jo Bloggs\nIndependent Reviewing Officer"
    )


@pytest.mark.parametrize(
    ("venue", "place", "words"),
    [
        (Venue.VIDEO, None, "It is by video."),
        (Venue.VIDEO, "Link to follow.", "It is by video. Link to follow."),
        (Venue.TELEPHONE, None, "It is by telephone."),
        (Venue.OFFICE, None, "It is at: the council office."),
        (Venue.ELSEWHERE, "The library", "It is at: The library."),
        (Venue.PLACEMENT, "12 High Street", "It is where the child lives: 12 High Street."),
    ],
)
def test_it_says_the_place_or_the_means(office: Office, venue: Venue, place: str | None, words: str):
    office.do(replace(BOOKED, venue=venue, place=place))
    assert f"\n\n{words}\n\n" in invited(office)


def test_no_place_said_takes_no_room(office: Office):
    office.do(replace(BOOKED, venue=None, place=None))
    assert "It is" not in invited(office)


def test_the_place_is_left_out_on_request(office: Office):
    office.each(replace(BOOKED, venue=Venue.PLACEMENT, place="12 High Street"), RESTRICTED)
    refused = not_made(office, invited)
    assert "The reason: Court order. Leave the place out" in refused
    text = invited(office, without=True)
    assert "High Street" not in text
    assert "I will tell you separately how you can take part." in text


def test_a_place_nobody_described_is_not_told_to_who_must_not_know_the_home(office: Office):
    office.each(replace(BOOKED, venue=None, place="12 High Street"), RESTRICTED)
    assert "Court order" in not_made(office, invited)


@pytest.mark.parametrize("what", [Restriction.NOTHING_SENT, Restriction.NOT_INVITED])
def test_nothing_is_made_for_somebody_restricted(office: Office, what: Restriction):
    office.each(BOOKED, SENT, replace(RESTRICTED, what=what, from_on=day("10 Nov")))
    assert "The reason: Court order." in not_made(office, invited)
    if what is Restriction.NOTHING_SENT:
        assert "The reason: Court order." in not_made(office, chased)
    else:
        assert chased(office)


def test_nobody_is_invited_to_what_is_not_booked_and_chased_for_what_was_not_sent(office: Office):
    assert "not booked yet" in not_made(office, invited)
    assert "No consultation form was sent" in not_made(office, chased)
    office.each(SENT, BOOKED)
    office.do(
        RecordReturned(
            child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"),
            returned_on=day("18 Nov"), person="Mary Smith",
        )
    )  # fmt: skip
    assert "back already" in not_made(office, chased)
    late = Office(office.store, day("8 Dec"))
    assert "booked day has passed" in not_made(late, invited)
    office.do(PersonLeaves(child="A1", person="Mary Smith", on=day("20 Nov")))
    assert "no longer around" in not_made(office, invited)


def test_what_is_copied_can_be_recorded_as_sent_today(office: Office):
    office.do(BOOKED)
    made = office.desk().letter("A1", SendingKind.INVITATION, Role.MOTHER, "Mary Smith")
    assert made.words == "invitation, mother"
    office.do(*made.sent)
    assert office.facts().sendings[-1].sent_on == office.actor.today
    assert office.desk().letter("A1", SendingKind.INVITATION, Role.MOTHER, "Mary Smith").sent == ()


def test_no_brother_or_sister_is_named_and_a_child_without_a_name_goes_by_reference(office: Office):
    office.each(
        BOOKED,
        AddChild(child="A2", given_name="Zebedee", looked_after_since=day("12 Oct")),
        AddPerson(child="A2", role=Role.MOTHER, name="Mary Smith"),
        BookReview(child="A2", review_on=day("7 Dec")),
    )
    assert "Zebedee" not in invited(office)
    office.do(AddChild(child="A3", looked_after_since=day("12 Oct")), BookReview(child="A3", review_on=day("7 Dec")))
    text = office.desk().letter("A3", SendingKind.INVITATION, Role.SCHOOL, None).text
    assert text.startswith(
        "Hello,\n\nYou are invited to the looked after review of the child with our reference A3 on Monday"
    )
