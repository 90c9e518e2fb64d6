"""What a young person's homes after care say to the clocks: a move, accommodation by the authority, custody.

Each home is a circumstance too: recorded either way it counts once (SI 2010/2571 regs 7(2), 8(2)).
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from iro_desktop.domain.records import ChildFacts, Circumstance, Home
from iro_desktop.domain.vocabulary import Accommodation, CircumstanceKind

_DAY = timedelta(days=1)
# Nobody visits a home that is not known or abroad; custody has a clock of its own.
_NO_MOVE = frozenset({Accommodation.CUSTODY, Accommodation.UNKNOWN, Accommodation.ABROAD, Accommodation.DEPORTED})


def homes_until(homes: Sequence[Home]) -> Iterator[tuple[Home, date | None]]:
    """Each home, oldest first, with its last day: as recorded, or the eve of the next one; ``None``: still lived in."""
    for one, following in pairwise((*homes, None)):
        assert one is not None  # only the last of a pair is
        eve = following.from_on - _DAY if following is not None else None
        yield one, min((day for day in (one.to_on, eve) if day is not None), default=None)


def home_on(homes: Sequence[Home], day: date) -> Home | None:
    """Where a young person lives on a day; ``None``: not known."""
    return next((one for one, to_on in homes_until(homes) if one.from_on <= day <= (to_on or date.max)), None)


def so_about(facts: ChildFacts, left_on: date | None) -> tuple[Circumstance, ...]:
    """What is so about a young person, what the homes say included, by the day it began.

    Homes from ``left_on`` on are moves; to stay with the foster carers one lived with is none.
    """
    if not facts.homes:
        return facts.circumstances
    told = {(one.kind, one.from_on) for one in facts.circumstances}
    said = [one for one in _said(facts.homes, left_on or date.max) if (one.kind, one.from_on) not in told]
    return tuple(sorted((*facts.circumstances, *said), key=lambda one: one.from_on))


def _said(homes: Sequence[Home], left_on: date) -> Iterator[Circumstance]:
    for index, (one, to_on) in enumerate(homes_until(homes)):
        stays_put = index == 0 and one.what is Accommodation.FORMER_CARERS
        if one.from_on >= left_on and one.what not in _NO_MOVE and not stays_put:
            yield Circumstance(one.id, one.child_id, CircumstanceKind.MOVED, one.from_on, None)
        if one.is_provided:
            yield Circumstance(one.id, one.child_id, CircumstanceKind.LA_ACCOMMODATION, one.from_on, to_on)
        if one.what is Accommodation.CUSTODY:
            yield Circumstance(one.id, one.child_id, CircumstanceKind.CUSTODY, one.from_on, to_on)
