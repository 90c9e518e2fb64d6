"""The people around the fake desk's children and the preparation of their reviews: real rules of it, invented facts."""

from dataclasses import replace
from datetime import timedelta

from iro_desktop.domain.acts import (
    Act,
    AddPerson,
    ChangePerson,
    LiftRestriction,
    PersonLeaves,
    RecordChased,
    RecordReturned,
    RecordSent,
    RecordTalk,
    RecordWishes,
    RemoveSent,
    RestrictPerson,
)
from iro_desktop.domain.records import (
    Booking,
    Child,
    ChildFacts,
    Completion,
    Episode,
    Person,
    PersonRestriction,
    Review,
    Sending,
    Wishes,
)
from iro_desktop.domain.vocabulary import BookingStatus, Participation, Restriction, Role, SendingKind, Task, Venue
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import HANDLERS
from iro_desktop.services.asked import Cycle
from iro_desktop.services.workspace import Workspace
from tests.ui.fake_people import FAMILY, TODAY, FakeChild, plus_working_days

AroundAct = (
    AddPerson
    | ChangePerson
    | PersonLeaves
    | RestrictPerson
    | LiftRestriction
    | RecordSent
    | RecordReturned
    | RecordChased
    | RemoveSent
    | RecordWishes
    | RecordTalk
)


def cycle_of(child: FakeChild) -> Cycle:
    """What the real services are asked about: the fake child's dates, and the people around them."""
    facts = _facts(child)
    return Cycle(facts, tuple(deadlines_of(facts, england(), TODAY)), england(), TODAY)


def around_after(child: FakeChild, act: Act) -> FakeChild:
    """The child once that is so, by the real handler."""
    work = Workspace(None, TODAY, england())  # type: ignore[arg-type]  # every fact it needs is told it
    work.know(_facts(child))
    HANDLERS[type(act)](act, work)
    return replace(child, around=work.child(child.id))


def _facts(child: FakeChild) -> ChildFacts:
    known = child.around or _invented(child)
    reviews = (
        (Review(f"r{child.id}", child.id, child.last_on, participation=Participation.PN1),) if child.last_on else ()
    )
    bookings: tuple[Booking, ...] = ()
    if child.booked_on:
        booking = Booking(
            f"b{child.id}", child.id, child.booked_on, BookingStatus.OPEN, child.last_on, child.booked_at or None
        )
        bookings = (replace(booking, venue=Venue.PLACEMENT, place="12 Harbour Lane"),)
    record = Child(
        child.id, child.id, TODAY - timedelta(400), child.last_on, child.given, child.family, born_on=child.born_on
    )
    care = Episode(f"e{child.id}", child.id, child.since, "S", child.legal, placement=child.placement)
    return replace(known, child=record, episodes=(care,), reviews=reviews, bookings=bookings)


def _invented(child: FakeChild) -> ChildFacts:
    """Nobody yet around one child in ten; around the others a family, a carer and a school."""
    number = int(child.id.removeprefix("AB"))
    if number % 10 == 4:
        return ChildFacts(Child(child.id, child.id, TODAY))
    people = tuple(
        sorted(
            (
                Person(f"{child.id}m", child.id, Role.MOTHER, f"Dawn {child.family}", None, True, "07700 900123"),
                Person(f"{child.id}f", child.id, Role.FATHER, f"Neil {FAMILY[number % len(FAMILY)]}", None, True),
                Person(f"{child.id}c", child.id, Role.CARER, "June Abbott", email="june.abbott@example.org"),
                Person(f"{child.id}s", child.id, Role.SCHOOL, "Ms Iqbal", note="Mornings are best"),
                Person(f"{child.id}w", child.id, Role.SOCIAL_WORKER, "Tom Reed"),
            ),
            key=lambda one: one.name,
        )
    )
    barred = PersonRestriction(
        f"{child.id}r",
        child.id,
        f"{child.id}f",
        Restriction.NO_PLACEMENT,
        "Court order of 3 June",
        TODAY - timedelta(120),
    )
    since = plus_working_days(TODAY, -8)
    sendings = () if child.last_on and child.last_on >= since else (
        Sending(f"{child.id}1", child.id, SendingKind.CONSULTATION, Role.MOTHER, since, f"{child.id}m", TODAY, 1),
        Sending(f"{child.id}2", child.id, SendingKind.CONSULTATION, Role.SCHOOL, since, f"{child.id}s", None, 0, TODAY),
    )  # fmt: skip
    wishes = Wishes(
        f"{child.id}w1",
        child.id,
        TODAY - timedelta(200),
        "At school, in the small room",
        "After lunch, not in maths",
        "June and my teacher. Not everybody.",
        views="I like it at June's. I want to see my brother more, and I don't want to tell it all again.",
        explained_on=TODAY - timedelta(200),
    )
    return ChildFacts(
        Child(child.id, child.id, TODAY),
        people=people,
        restrictions=(barred,),
        sendings=sendings,
        wishes=(wishes,),
        completions=(),
    )


def done_after(child: FakeChild, task: Task) -> FakeChild:
    """Work before the review, reported as done."""
    known = _facts(child)
    done = Completion(f"{child.id}{task}", child.id, task, TODAY)
    return replace(child, around=replace(known, completions=(*known.completions, done)))
