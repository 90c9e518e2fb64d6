"""Between reviews: contacts of the IRO, significant events, time kept free, and a few written records."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import BlockTime, RecordContact, RecordEvent, SaveView, WriteRecord
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import ContactKind, EventKind, Role
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, any_day
from iro_desktop.services.sample.pick import some, weighted
from iro_desktop.services.sample.world import World

BetweenAct = RecordContact | RecordEvent | BlockTime | SaveView | WriteRecord

_CONTACTS = (1, 5)  # in the year, for one child: assumed
_KINDS = {
    ContactKind.VISIT: 34, ContactKind.CALL: 26, ContactKind.CALL_CHILD: 12, ContactKind.MESSAGE: 16,
    ContactKind.MEETING: 12,
}  # fmt: skip
_WITH = {
    ContactKind.VISIT: (Role.CHILD,),
    ContactKind.CALL_CHILD: (Role.CHILD,),
    ContactKind.CALL: (Role.SOCIAL_WORKER, Role.CARER, Role.SCHOOL),
    ContactKind.MESSAGE: (Role.SOCIAL_WORKER, Role.TEAM_MANAGER),
    ContactKind.OBSERVATION: (Role.CHILD,),
    ContactKind.MEETING: (Role.SOCIAL_WORKER,),
}
_MEETINGS = ("Personal education plan, asked for by the school", "Care planning meeting", "Strategy meeting, to advise")
_EVENTS = 0.22  # children with one in the year: assumed
_WHAT = {
    EventKind.PLACEMENT_CHANGE: 24, EventKind.NEW_SOCIAL_WORKER: 28, EventKind.MISSING: 14, EventKind.EXCLUSION: 10,
    EventKind.SAFEGUARDING: 10, EventKind.FAMILY: 6, EventKind.CONTACT_CHANGE: 8,
}  # fmt: skip
_WRITTEN = 0.12  # of the last reviews, a record begun: assumed
_RECORD = (
    ("What the child said", "Likes the new room. Would like to see the dog more often."),
    ("Health", "Well. Teeth checked; glasses ordered."),
    ("Education", "Attends every day. Reading has come on."),
)


def between(rng: Random, members: Sequence[Member], names: Sequence[str], world: World) -> Iterator[BetweenAct]:
    """All of it, subject after subject; for children looked after today."""
    here = [member for member in members if member.life.is_open]
    for member in here:
        yield from _contacts(rng, member, world)
    for member in some(rng, here, _EVENTS, len(here)):
        yield _event(rng, member, world)
    written = [member for member in here if member.child.reviews and member.child.reviews[-1].held_on < world.ago(4)]
    for member in some(rng, written, _WRITTEN, len(here)):
        for heading, text in _RECORD[: rng.randint(1, 3)]:
            held_on = member.child.reviews[-1].held_on
            yield WriteRecord(child=member.child.council_id, held_on=held_on, heading=heading, text=text)
    for name in names:
        yield BlockTime(iro=name, on=world.in_five, starts_at="13:30", minutes=120, what="Writing up")
    yield SaveView(name="Next lawful day first", sort="lawful")


def _contacts(rng: Random, member: Member, world: World) -> Iterator[RecordContact]:
    since = max(world.tracking_from, member.life.stays[-1].started_on)
    days = sorted({_working(rng, since, world) for _ in range(rng.randint(*_CONTACTS))})
    for on in days:
        if on >= world.today:
            continue
        how = weighted(rng, _KINDS)
        if how in (ContactKind.VISIT, ContactKind.CALL_CHILD) and age_on(member.child.born_on, on) < 4:
            how = ContactKind.OBSERVATION
        note = rng.choice(_MEETINGS) if how is ContactKind.MEETING else None
        child = member.child.council_id
        yield RecordContact(child=child, on=on, how=how, with_whom=rng.choice(_WITH[how]), note=note)


def _working(rng: Random, since: date, world: World) -> date:
    return world.on_or_after(any_day(rng, since, add_days(world.today, -3)))


def _event(rng: Random, member: Member, world: World) -> RecordEvent:
    since = max(world.tracking_from, member.life.stays[-1].started_on)
    happened_on = any_day(rng, since, add_days(world.today, -2))
    what = weighted(rng, _WHAT)
    told_on = min(add_days(happened_on, rng.randint(0, 9)), world.yesterday)
    return RecordEvent(
        child=member.child.council_id,
        what=what,
        happened_on=min(happened_on, told_on),
        told_on=told_on,
        is_review_needed=what is EventKind.PLACEMENT_CHANGE,
    )
