"""Authority to place for adoption that no episode shows: a parent's consent (Adoption and Children Act 2002 s.19)."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordCircumstance
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_months, any_day
from iro_desktop.services.sample.pick import some
from iro_desktop.services.sample.world import World

_SHARE = 0.012  # of children looked after: assumed; placement orders are far more common
_UNDER = 6  # years
_STATUSES = frozenset({"C2", "V2"})


def consents(rng: Random, members: Sequence[Member], world: World) -> Iterator[RecordCircumstance]:
    """For a few young children, not placed; all reviews since were in time."""
    children = sum(one.life.is_open for one in members)
    spans = [(one, span) for one in members if (span := _span(one, world)) is not None]
    for member, (first_on, last_on) in some(rng, spans, _SHARE, children):
        yield RecordCircumstance(
            child=member.child.council_id,
            what=CircumstanceKind.ADOPTION_AUTHORITY,
            from_on=world.on_or_after(any_day(rng, first_on, last_on)),
            note="Consent under section 19",
        )


def _span(member: Member, world: World) -> tuple[date, date] | None:
    """Days in the three months before the newest review, which then is the first since."""
    life, last = member.life, member.child.episodes[-1]
    if not life.is_open or life.slot is not None or age_on(member.child.born_on, world.today) >= _UNDER:
        return None
    held = life.stays[-1].cycle.held
    if last.legal_status not in _STATUSES or (last.placement or "A").startswith(("A", "P")) or len(held) < 2:
        return None
    first_on = max(held[-2], last.started_on, add_months(held[-1], -3), world.tracking_from)
    return (first_on, world.calendar.add(held[-1], -6)) if first_on < world.calendar.add(held[-1], -8) else None
