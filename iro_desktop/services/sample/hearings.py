"""Court hearings of children under an interim care order: some were, one is to come, before the review or after it."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordCircumstance
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.world import World

_LISTED = 0.9  # of those with proceedings, with a next hearing already in the diary
_PAST = ((10, 18, "Case management hearing"), (100, 140, "Issues resolution hearing"))  # days since the order
_AHEAD = ("Further case management hearing", "Issues resolution hearing", "Final hearing")


def hearings(rng: Random, members: Sequence[Member], world: World) -> Iterator[RecordCircumstance]:
    """The hearings of each child whose care proceedings go on, oldest first."""
    for member in members:
        last = member.child.episodes[-1]
        if not member.life.is_open or last.legal_status != "C1":
            continue
        ordered_on = next(one.started_on for one in member.child.episodes if one.legal_status == "C1")
        heard = 0
        for low, high, note in _PAST:
            heard_on = world.on_or_after(add_days(ordered_on, rng.randint(low, high)))
            if heard_on < world.today:
                heard += 1
                yield _hearing(member, heard_on, note)
        if rng.random() < _LISTED:
            listed_on = world.on_or_after(add_days(world.today, rng.randint(6, 75)))
            yield _hearing(member, listed_on, _AHEAD[-1] if heard > 1 else rng.choice(_AHEAD[:-1]))


def _hearing(member: Member, on: date, note: str) -> RecordCircumstance:
    return RecordCircumstance(child=member.child.council_id, what=CircumstanceKind.HEARING, from_on=on, note=note)
