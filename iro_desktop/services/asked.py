"""Who is asked to the next review and what they think: what went out to them, what came back, what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import Act, RecordReturned, RecordSent
from iro_desktop.domain.dates import age_on, near
from iro_desktop.domain.records import ChildFacts, Person, PersonRestriction, Sending
from iro_desktop.domain.talk import HEARD_FROM
from iro_desktop.domain.vocabulary import Role, SendingKind, Standing, Task
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline
from iro_desktop.services.preparation_views import PrepLine, Receiver
from iro_desktop.services.restrictions import Thing, in_force, open_booking, refusal, thing_sent
from iro_desktop.services.words import working_days

_FOR_THE_REVIEW = (SendingKind.INVITATION, SendingKind.CONSULTATION)
_ROLES = list(Role)
_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class Cycle:
    """One child between the last review and the next, as it stands today."""

    facts: ChildFacts
    deadlines: tuple[Deadline, ...]
    calendar: WorkingCalendar
    today: date

    @property
    def last_held(self) -> date:
        """The last review held; the beginning of time where there is none."""
        return max((one.held_on for one in self.facts.reviews if one.held_on <= self.today), default=date.min)

    @property
    def booked_on(self) -> date | None:
        """The day of the next review."""
        booking = open_booking(self.facts)
        return booking.review_on if booking else None

    @property
    def wanted_by(self) -> date | None:
        """When answers are wanted: with the reports, some working days before the review; ``None``: nothing booked."""
        for one in self.deadlines:
            if one.rule.id == Task.REPORT and one.trigger_on == self.booked_on:
                return one.due_on
        return None

    def is_of_next(self, one: Sending) -> bool:
        """Whether it was sent for the next review; one sent on the day of a review was for that one."""
        return one.what is not SendingKind.RECORD and one.sent_on > self.last_held

    def latest(self, what: SendingKind, to: Role, person: Person | None) -> Sending | None:
        """What was sent last to somebody for the next review."""
        found = [
            one
            for one in self.facts.sendings
            if one.what is what
            and self.is_of_next(one)
            and (one.person_id == person.id if person else one.person_id is None and one.to is to)
        ]
        return found[-1] if found else None


def around(cycle: Cycle) -> list[Person]:
    """Those around the child today, by role."""
    here = [one for one in cycle.facts.people if one.left_on is None or one.left_on > cycle.today]
    return sorted(here, key=lambda one: (_ROLES.index(one.role), one.name))


def receivers(cycle: Cycle) -> Iterator[Receiver]:
    """The child, everybody around them, and the roles as such that something was sent to."""
    yield Receiver(
        Role.CHILD,
        None,
        "The child",
        dict.fromkeys(SendingKind, ""),
        only_without_place=False,
        is_invited=not _is_under_four(cycle),
        is_consulted=not _is_under_four(cycle),
    )
    for person in around(cycle):
        yield _receiver(cycle, person.role, person)
    sent_to = {one.to for one in cycle.facts.sendings if one.person_id is None and cycle.is_of_next(one)}
    for role in sorted(sent_to - {Role.CHILD}, key=_ROLES.index):
        yield _receiver(cycle, role, None)


def _is_under_four(cycle: Cycle) -> bool:
    born_on = cycle.facts.child.born_on
    return born_on is not None and age_on(born_on, max(born_on, cycle.booked_on or cycle.today)) < HEARD_FROM


def _receiver(cycle: Cycle, to: Role, person: Person | None) -> Receiver:
    refused = {what: why_not(cycle, what, to, person) for what in SendingKind}
    invited = thing_sent(cycle.facts, SendingKind.INVITATION)
    is_home = invited is Thing.INVITATION_TO_HOME and bool(refused[SendingKind.INVITATION])
    only_without = is_home and not refusal(cycle.facts, Thing.INVITATION, to, person, cycle.today)
    words = f"{role_words(to)}, {person.name}" if person else f"{role_words(to)}, nobody named"
    if person is None:
        return Receiver(to, None, words, refused, only_without)
    return Receiver(
        to, person.name, words, refused, only_without, person.is_invited, person.is_consulted, person.is_sent_record
    )


def why_not(cycle: Cycle, what: SendingKind, to: Role, person: Person | None) -> str:
    """Why it may not go to them today; empty where it may."""
    return refusal(cycle.facts, thing_sent(cycle.facts, what), to, person, cycle.today)


def role_words(role: Role) -> str:
    """``Mother``."""
    return f"{role.label[0].upper()}{role.label[1:]}"


def person_of(facts: ChildFacts, one: Sending) -> Person | None:
    """To whom it was sent; ``None``: a role as such."""
    return next((each for each in facts.people if each.id == one.person_id), None)


def asked_lines(cycle: Cycle) -> tuple[PrepLine, ...]:
    """One line for each who is asked: what went out, what came back, and the one next act."""
    people = {one.name: one for one in cycle.facts.people}
    return tuple(_line(cycle, one, people.get(one.person) if one.person else None) for one in receivers(cycle))


def _line(cycle: Cycle, one: Receiver, person: Person | None) -> PrepLine:
    wanted = [what for what in _FOR_THE_REVIEW if _is_wanted(cycle, one, what)]
    sent = {what: cycle.latest(what, one.to, person) for what in _FOR_THE_REVIEW}
    held = list(in_force(cycle.facts, person, cycle.today)) if person else []
    words = [each.what.label for each in held]
    for what, found in sent.items():
        if found is not None:
            words.append(_sent_words(cycle, found))
        elif what in wanted and _may(one, what):
            words.append(_unsent_words(one, what))
    acts, do_words = _next_act(cycle, one, wanted, sent)
    return PrepLine(
        f"asked/{one.person or one.to.value}",
        role_words(one.to),
        ", ".join(words) or ("under four" if one.to is Role.CHILD and one.person is None else "not asked"),
        name=one.person or "",
        said=_reasons(held),
        standing=_standing(cycle, acts, sent),
        do_words=do_words,
        acts=acts,
        sentence=_sentence(cycle, acts, one.to),
        to=one.to,
        person=one.person,
    )


def _reasons(held: list[PersonRestriction]) -> str:
    if len(held) == 1:
        return f"The reason: {held[0].reason}"
    return "; ".join(f"{one.what.label}: {one.reason}" for one in held)


def _is_wanted(cycle: Cycle, one: Receiver, what: SendingKind) -> bool:
    """Nobody is invited to a day that is not booked."""
    if one.person is None and one.to is not Role.CHILD:
        return False
    return one.is_consulted if what is SendingKind.CONSULTATION else one.is_invited and cycle.booked_on is not None


def _may(one: Receiver, what: SendingKind) -> bool:
    return not one.refused[what] or (what is SendingKind.INVITATION and one.only_without_place)


def _unsent_words(one: Receiver, what: SendingKind) -> str:
    without = " (only without the place)" if what is SendingKind.INVITATION and one.only_without_place else ""
    return f"{what.label} not sent{without}"


def _sent_words(cycle: Cycle, one: Sending) -> str:
    said = f"{one.what.label} sent {near(one.sent_on, cycle.today)}"
    if one.returned_on is not None:
        return f"{said}, back {near(one.returned_on, cycle.today)}"
    if one.what is SendingKind.INVITATION and not one.chases:
        return said
    return f"{said}, not back{_chased_words(cycle, one)}{_overdue_words(cycle, one)}"


def _chased_words(cycle: Cycle, one: Sending) -> str:
    if not one.chases or one.chased_on is None:
        return ""
    times = _TIMES.get(one.chases, f"{one.chases} times")
    return f", chased {times}, {'last ' if one.chases > 1 else ''}{near(one.chased_on, cycle.today)}"


def _overdue_words(cycle: Cycle, one: Sending) -> str:
    return f", overdue by {working_days(late)}" if (late := overdue_by(cycle, one)) else ""


def forms_out(cycle: Cycle) -> list[Sending]:
    """The consultation forms for the next review that are not back, the newest to each who is asked."""
    people = {one.name: one for one in cycle.facts.people}
    found = (
        cycle.latest(SendingKind.CONSULTATION, one.to, people.get(one.person) if one.person else None)
        for one in receivers(cycle)
    )
    return [one for one in found if one is not None and one.returned_on is None]


def overdue_by(cycle: Cycle, one: Sending) -> int:
    """Working days since a form should have been back; 0 where it is back, or not wanted yet."""
    wanted_by = cycle.wanted_by
    if one.what is not SendingKind.CONSULTATION or one.returned_on is not None or wanted_by is None:
        return 0
    return max(0, cycle.calendar.between(wanted_by, cycle.today))


def _next_act(
    cycle: Cycle, one: Receiver, wanted: list[SendingKind], sent: dict[SendingKind, Sending | None]
) -> tuple[tuple[Act, ...], str]:
    """What has not gone out goes first, then what has not come back."""
    unsent = [what for what in wanted if sent[what] is None and _may(one, what)]
    if unsent:
        return tuple(sent_today(cycle, one, what) for what in unsent), "Sent today"
    form = sent[SendingKind.CONSULTATION]
    if form is not None and form.returned_on is None:
        returned = RecordReturned(
            child=cycle.facts.child.council_id,
            what=form.what,
            to=one.to,
            sent_on=form.sent_on,
            returned_on=cycle.today,
            person=one.person,
        )
        return (returned,), "Back today"
    return (), ""


def sent_today(cycle: Cycle, one: Receiver, what: SendingKind, *, without_place: bool = False) -> RecordSent:
    """The act that records it as sent today."""
    return RecordSent(
        child=cycle.facts.child.council_id,
        what=what,
        to=one.to,
        sent_on=cycle.today,
        person=one.person,
        without_place=what is SendingKind.INVITATION and (without_place or one.only_without_place),
    )


def _sentence(cycle: Cycle, acts: tuple[Act, ...], to: Role) -> str:
    if len(acts) > 1:
        return f"Invitation and consultation form sent for {cycle.facts.child.council_id}: {to.label}"
    return acts[0].sentence if acts else ""


def _standing(cycle: Cycle, acts: tuple[Act, ...], sent: dict[SendingKind, Sending | None]) -> Standing | None:
    found = [one for one in sent.values() if one]
    if any(overdue_by(cycle, one) for one in found):
        return Standing.OVERDUE
    if any(isinstance(one, RecordSent) for one in acts):
        return Standing.UPCOMING
    if acts:
        return Standing.WAITING
    return Standing.MET if found else None
