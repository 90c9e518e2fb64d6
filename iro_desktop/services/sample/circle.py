"""The people around each child looked after, what must not be done towards a few of them, and who works with the child.

Telephone numbers are those kept for drama (Ofcom, 01632 960000 to 960999); addresses end in example.org (RFC 2606).
"""

from collections.abc import Iterator, Sequence
from random import Random

from iro_desktop.domain.acts import AddPerson, AllocateWorker, RestrictPerson
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import Restriction, Role, WorkerRole
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days, any_day
from iro_desktop.services.sample.names import adult_names, surname
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

CircleAct = AddPerson | RestrictPerson | AllocateWorker

_FAMILY = {Role.MOTHER: 0.85, Role.FATHER: 0.45, Role.RELATIVE: 0.3}  # known and in touch: assumed
_FOSTER = frozenset({"U1", "U2", "U3", "U4", "U5", "U6"})
_OTHERS = {Role.HEALTH: 0.5, Role.ADVOCATE: 0.12, Role.MENTAL_HEALTH: 0.15, Role.YOUTH_JUSTICE: 0.03}
_SCHOOL_AGES = range(4, 17)
_RESTRICTED = 0.07  # children around whom somebody is: assumed
_RESTRICTIONS = (
    (Restriction.NOT_INVITED, "Non-molestation order"),
    (Restriction.NO_PLACEMENT, "The placement is confidential by order of the court"),
    (Restriction.NOTHING_SENT, "No contact while the police investigate"),
)
_TEAMS = ("North", "South", "Hospital", "Sixteen plus")
_WORKER_CHANGED = 0.45  # in the months that are tracked: assumed


def circle(rng: Random, members: Sequence[Member], world: World) -> Iterator[CircleAct]:
    """People, restrictions and workers, child by child; for children looked after today."""
    here = [member for member in members if member.life.is_open]
    parents: list[AddPerson] = []
    family: dict[tuple[str, Role], str] = {}  # brothers and sisters have the same parents
    for member in here:
        people = tuple(_people(rng, member, family, world))
        parents += [one for one in people if one.role in (Role.FATHER, Role.MOTHER)]
        yield from people
        yield from _workers(rng, member, world)
    for index, one in enumerate(some(rng, parents, _RESTRICTED, len(here))):
        what, reason = _RESTRICTIONS[index % len(_RESTRICTIONS)]
        yield RestrictPerson(child=one.child, person=one.name, what=what, reason=reason, from_on=world.tracking_from)


def reachable(acts: Sequence[CircleAct]) -> list[AddPerson]:
    """The people to whom something may be sent."""
    closed = {
        (one.child, one.person)
        for one in acts
        if isinstance(one, RestrictPerson) and one.what is Restriction.NOTHING_SENT
    }
    return [one for one in acts if isinstance(one, AddPerson) and (one.child, one.name) not in closed]


def _people(rng: Random, member: Member, family: dict[tuple[str, Role], str], world: World) -> Iterator[AddPerson]:
    child, borne = member.child.council_id, member.name.family
    given = iter(adult_names(rng, len(_FAMILY) + len(_OTHERS) + 1))
    for role, share in _FAMILY.items():
        name = family.setdefault((borne, role), f"{next(given)} {borne}")
        if rng.random() < share and name not in {family[borne, other] for other in _before(role)}:
            yield _person(rng, child, role, name, is_parent=role is not Role.RELATIVE)
    placement = member.child.episodes[-1].placement
    if placement in _FOSTER:
        yield _person(rng, child, Role.CARER, f"{next(given)} {surname(rng)}")
    elif placement is not None and placement not in {"P1", "P2", "P3"}:
        yield _person(rng, child, Role.KEY_WORKER, f"{next(given)} {surname(rng)}")
    if age_on(member.child.born_on, world.today) in _SCHOOL_AGES:
        yield _person(rng, child, Role.SCHOOL, f"{surname(rng)} School, designated teacher")
    for role, share in _OTHERS.items():
        if rng.random() < share:
            yield _person(rng, child, role, f"{next(given)} {surname(rng)}, {role.label}")


def _before(role: Role) -> tuple[Role, ...]:
    """Those of the family who were drawn before."""
    roles = tuple(_FAMILY)
    return roles[: roles.index(role)]


def _person(rng: Random, child: str, role: Role, name: str, *, is_parent: bool = False) -> AddPerson:
    number = rng.randint(0, 999)
    return AddPerson(
        child=child,
        role=role,
        name=name,
        has_responsibility=rng.random() < 0.8 if is_parent else None,
        phone=f"01632 960{number:03d}",
        email=f"{role.value}.{number:03d}@example.org",
        is_sent_record=role is not Role.RELATIVE,
    )


def _workers(rng: Random, member: Member, world: World) -> Iterator[AllocateWorker]:
    since = max(member.life.stays[-1].started_on, world.tracking_from)
    team = rng.choice(_TEAMS)
    days = [since]
    if rng.random() < _WORKER_CHANGED and (world.today - since).days > 60:
        days.append(any_day(rng, add_days(since, 30), add_days(world.today, -10)))
    for from_on in days:
        yield AllocateWorker(
            child=member.child.council_id,
            role=WorkerRole.SOCIAL_WORKER,
            worker=f"{adult_names(rng, 1)[0]} {surname(rng)}",
            from_on=from_on,
            team=team,
        )
