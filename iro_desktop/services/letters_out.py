"""Texts to paste into an e-mail: the invitation to a review, and the reminder of a form. No other child is named."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import RecordChased
from iro_desktop.domain.dates import in_full
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Booking, Child, Person
from iro_desktop.domain.vocabulary import ReviewKind, Role, SendingKind, Venue
from iro_desktop.services.around_acts import person_named
from iro_desktop.services.asked import Cycle, receivers, sent_today
from iro_desktop.services.preparation_views import LetterText, Receiver
from iro_desktop.services.restrictions import open_booking, refusal, thing_sent

_MEANS = frozenset({Venue.VIDEO, Venue.TELEPHONE})


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a text is written from."""

    child: Child
    person: Person | None
    to: Role
    booking: Booking | None
    signed: str
    without_place: bool

    @property
    def is_to_child(self) -> bool:
        return self.to is Role.CHILD and self.person is None

    def of_child(self, what: str) -> str:
        """``Jayden’s looked after review``; by the council's id where no name is held."""
        name = self.child.known_as or self.child.given_name
        return f"{name}’s {what}" if name else f"the {what} of the child with our reference {self.child.council_id}"

    @property
    def greeting(self) -> str:
        if self.is_to_child:
            return f"Hi {self.child.known_as or self.child.given_name or 'there'},"
        return f"Dear {self.person.name}," if self.person else "Hello,"


def invitation(cycle: Cycle, to: Role, person: str | None, signed: str, *, without_place: bool = False) -> LetterText:
    """The invitation for one person. Raises ``UserError`` where a restriction forbids it, or nothing is booked."""
    letter = _letter(cycle, to, person, signed, without_place=without_place)
    if letter.booking is None:
        raise UserError("The review is not booked yet. Nothing was copied. Book its day first.")
    if letter.booking.review_on < cycle.today:
        raise UserError("The booked day has passed. Nothing was copied. Record the review, or move it to another day.")
    _check(cycle, SendingKind.INVITATION, letter)
    text = _child_invited(letter, letter.booking) if letter.is_to_child else _invited(letter, letter.booking)
    return _made(cycle, text, SendingKind.INVITATION, letter)


def chaser(cycle: Cycle, to: Role, person: str | None, signed: str) -> LetterText:
    """The reminder for one person to whom a form went that is not back. Raises ``UserError`` as an invitation does."""
    letter = _letter(cycle, to, person, signed, without_place=True)
    sent = cycle.latest(SendingKind.CONSULTATION, to, letter.person)
    if sent is None:
        raise UserError("No consultation form was sent to them for the next review. Nothing was copied.")
    if sent.returned_on is not None:
        raise UserError("Their form is back already. Nothing was copied: nothing is to be chased.")
    _check(cycle, SendingKind.CONSULTATION, letter)
    text = _child_chased(letter, cycle) if letter.is_to_child else _chased(letter, sent.sent_on, cycle)
    chased = RecordChased(
        child=cycle.facts.child.council_id,
        what=sent.what,
        to=to,
        sent_on=sent.sent_on,
        chased_on=cycle.today,
        person=person,
    )
    is_recorded = cycle.today in (sent.chased_on, sent.returned_on)
    return LetterText(text, f"reminder, {letter.to.label}", () if is_recorded else (chased,))


def _letter(cycle: Cycle, to: Role, person: str | None, signed: str, *, without_place: bool) -> _Letter:
    facts = cycle.facts
    named = person_named(facts, person) if person is not None else None
    return _Letter(facts.child, named, to, open_booking(facts), signed, without_place)


def _check(cycle: Cycle, what: SendingKind, letter: _Letter) -> None:
    thing = thing_sent(cycle.facts, what, without_place=letter.without_place)
    words = refusal(cycle.facts, thing, letter.to, letter.person, cycle.today)
    if words:
        raise UserError(f"{words} Nothing was copied.")
    if letter.person and letter.person.left_on is not None and letter.person.left_on <= cycle.today:
        raise UserError("They are no longer around the child. Nothing was copied.")


def _made(cycle: Cycle, text: str, what: SendingKind, letter: _Letter) -> LetterText:
    latest = cycle.latest(what, letter.to, letter.person)
    is_recorded = latest is not None and latest.sent_on == cycle.today
    act = sent_today(cycle, _receiver(cycle, letter), what, without_place=letter.without_place)
    return LetterText(text, f"{what.label}, {letter.to.label}", () if is_recorded else (act,))


def _receiver(cycle: Cycle, letter: _Letter) -> Receiver:
    name = letter.person.name if letter.person else None
    found = next((one for one in receivers(cycle) if (one.to, one.person) == (letter.to, name)), None)
    return found or Receiver(letter.to, name, "", {}, only_without_place=False)


# --- the words


def _invited(letter: _Letter, booking: Booking) -> str:
    lines = [
        letter.greeting,
        f"You are invited to {letter.of_child(_review_words(booking))} on {_when(booking)}.",
        *_where(letter, booking),
        _purpose(booking),
        (
            "If you cannot come, please tell me what you would like the meeting to know. You can also write it down and"
            " send it to me before the day."
        ),
        letter.signed,
    ]
    return "\n\n".join(lines)


def _child_invited(letter: _Letter, booking: Booking) -> str:
    lines = [
        letter.greeting,
        f"Your review is on {_when(booking)}.",
        *_where(letter, booking),
        (
            "A review is a meeting about you. We talk about what is going well and what should change. It is a chance"
            " to say what you want. You can help to choose who comes, and you can lead part of it if you like."
        ),
        (
            "You do not have to come. I will talk with you before, and you can write to me. If you want somebody on"
            " your side to help you say things, tell me: that person is called an advocate."
        ),
        letter.signed,
    ]
    return "\n\n".join(lines)


def _review_words(booking: Booking) -> str:
    return "pathway plan review" if booking.kind is ReviewKind.PATHWAY else "looked after review"


def _purpose(booking: Booking) -> str:
    if booking.kind is ReviewKind.PATHWAY:
        return "The review looks at how the pathway plan is working and what should change."
    return (
        "The review looks at how the care plan is working, what has become of what was agreed before, and what should"
        " happen next."
    )


def _when(booking: Booking) -> str:
    return f"{in_full(booking.review_on)}{f' at {booking.at}' if booking.at else ''}"


def _where(letter: _Letter, booking: Booking) -> tuple[str, ...]:
    """A paragraph on the place or means; none where it is not said, or left out."""
    if letter.without_place:
        return ("I will tell you separately how you can take part.",)
    if booking.venue in _MEANS:
        more = f" {booking.place.rstrip('.')}." if booking.place else ""
        return (f"It is {booking.venue.label}.{more}",) if booking.venue else ()
    if booking.venue is Venue.PLACEMENT:
        home = "where you live" if letter.is_to_child else "where the child lives"
        return (f"It is {home}{f': {booking.place}' if booking.place else ''}.",)
    known = booking.venue.label if booking.venue and booking.venue is not Venue.ELSEWHERE else ""
    place = booking.place or (f"the {known}" if known else "")
    return (f"It is at: {place}.",) if place else ()


def _chased(letter: _Letter, sent_on: date, cycle: Cycle) -> str:
    lines = [
        letter.greeting,
        (
            f"On {in_full(sent_on)} we sent you a consultation form for {_of(letter)}. It has not come back"
            f" to me yet.{_wanted(cycle)}"
        ),
        "What you think matters to the review, whether or not you come. A few lines by return of e-mail are enough.",
        letter.signed,
    ]
    return "\n\n".join(lines)


def _child_chased(letter: _Letter, cycle: Cycle) -> str:
    lines = [
        letter.greeting,
        f"We sent you a form about your review, to hear what you think. I do not have it back yet.{_wanted(cycle)}",
        "You do not have to fill it in. You can also tell me, write to me, or ask somebody to write for you.",
        letter.signed,
    ]
    return "\n\n".join(lines)


def _of(letter: _Letter) -> str:
    if letter.booking is None:
        return letter.of_child("next review")
    return f"{letter.of_child(_review_words(letter.booking))} on {in_full(letter.booking.review_on)}"


def _wanted(cycle: Cycle) -> str:
    by = cycle.wanted_by
    return f" Please let me have it by {in_full(by)}." if by is not None and by >= cycle.today else ""


def letter_for(
    cycle: Cycle, what: SendingKind, to: Role, person: str | None, iro: str | None, *, without_place: bool = False
) -> LetterText:
    """An invitation, or for a consultation form the reminder, signed with the IRO's name where there is one."""
    signed = "\n".join(part for part in (iro, "Independent Reviewing Officer") if part)
    if what is SendingKind.INVITATION:
        return invitation(cycle, to, person, signed, without_place=without_place)
    return chaser(cycle, to, person, signed)
