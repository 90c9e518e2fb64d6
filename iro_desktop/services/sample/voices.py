"""What children want of their reviews, and what was sent out before the next one: forms, answers, chasers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import AddPerson, RecordChased, RecordReturned, RecordSent, RecordWishes
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import Role, SendingKind
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.world import World

VoiceAct = RecordSent | RecordReturned | RecordChased | RecordWishes

_TELLS = 0.6  # children of five and over whose wishes are on record: assumed
_WHERE = ("At home", "At school, in the library", "In the park if it is dry", "Anywhere but school")
_WHEN = ("After school", "Not on a Thursday, that is football", "In the holidays")
_WHO = ("My carer and my social worker", "Mum, if she is well", "Not too many people", "My teacher and my brother")
_CHAIRING = ("I would like to say hello first", "I will chair it with help", "No, thank you")
_VIEWS = (
    "I like where I live.",
    "I want to see my sister more often.",
    "School is hard but my teacher helps.",
    "I would like a bigger desk.",
    "Nobody told me about the new plan.",
)
_SENT_DAYS = (14, 21)  # days before the review that forms go out
_RETURNED = {
    Role.CARER: 0.8,
    Role.SCHOOL: 0.65,
    Role.HEALTH: 0.45,
    Role.MOTHER: 0.5,
    Role.FATHER: 0.3,
    Role.CHILD: 0.55,
}
_CHASED = 0.5  # of those not back after a week


def voices(
    rng: Random, members: Sequence[Member], people: Sequence[AddPerson], booked: Mapping[str, date], world: World
) -> Iterator[VoiceAct]:
    """Wishes, then forms and invitations for the booked review, child by child."""
    around: dict[str, list[AddPerson]] = {}
    for one in people:
        around.setdefault(one.child, []).append(one)
    for member in members:
        child = member.child.council_id
        if not member.life.is_open:
            continue
        yield from _wishes(rng, member, world)
        if child in booked:
            yield from _sent(rng, member, around.get(child, []), booked[child], world)


def _wishes(rng: Random, member: Member, world: World) -> Iterator[RecordWishes]:
    held = member.life.stays[-1].cycle.held
    told_on = add_days(held[-1], 40) if held else member.life.stays[-1].started_on
    if age_on(member.child.born_on, told_on) < 5 or rng.random() > _TELLS or told_on >= world.today:
        return
    yield RecordWishes(
        child=member.child.council_id,
        told_on=told_on,
        where=rng.choice(_WHERE),
        when=rng.choice(_WHEN) if rng.random() < 0.6 else None,
        who=rng.choice(_WHO),
        chairing=rng.choice(_CHAIRING) if rng.random() < 0.4 else None,
        views=rng.choice(_VIEWS),
        explained_on=told_on,
    )


def _sent(
    rng: Random, member: Member, people: Sequence[AddPerson], review_on: date, world: World
) -> Iterator[RecordSent | RecordReturned | RecordChased]:
    child, started_on = member.child.council_id, member.life.stays[-1].started_on
    sent_on = world.on_or_after(max(add_days(review_on, -rng.randint(*_SENT_DAYS)), started_on))
    if sent_on >= world.today:
        return
    receivers = [(Role.CHILD, None), *((one.role, one.name) for one in people if one.role in _RETURNED)]
    for role, name in receivers:
        form = SendingKind.CONSULTATION
        yield RecordSent(child=child, what=form, to=role, sent_on=sent_on, person=name)
        back_on = add_days(sent_on, rng.randint(2, 12))
        if rng.random() < _RETURNED[role] and back_on < min(world.today, review_on):
            yield RecordReturned(
                child=child, what=form, to=role, sent_on=sent_on, person=name, returned_on=back_on,
                views=rng.choice(_VIEWS) if role is Role.CHILD else None,
            )  # fmt: skip
        elif add_days(sent_on, 7) < world.today and rng.random() < _CHASED:
            chased_on = add_days(sent_on, 7)
            yield RecordChased(child=child, what=form, to=role, sent_on=sent_on, person=name, chased_on=chased_on)
