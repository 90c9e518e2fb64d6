"""Two entries' times in care as one, and who was responsible when; refused where they contradict one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import ChildFacts, Episode
from iro_desktop.domain.vocabulary import UNKNOWN_START

_FILLED = ("legal_status", "need", "placement", "provider", "ended_on", "end_reason", "change_reason")
_SAID = {"legal_status": "legal status", "placement": "placement", "ended_on": "end", "end_reason": "reason it ended"}


@dataclass(slots=True)
class JoinedCare:
    """The episodes of the second that go to the first, those of the first that are filled or give way."""

    moves: list[Episode] = field(default_factory=list)
    changes: list[Episode] = field(default_factory=list)
    gone: list[Episode] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def joined_care(first: ChildFacts, second: ChildFacts) -> JoinedCare:
    """An episode goes over where the first entry has none of that day."""
    joined = JoinedCare()
    mine = {one.started_on: one for one in first.episodes}
    for one in second.episodes:
        twin = mine.get(one.started_on)
        if twin is not None:
            joined.wrong += _clashes(twin, one, first, second)
            full = _filled(twin, one)
            if full != twin:
                joined.changes.append(full)
        elif not _is_told_better(one, first):
            joined.moves.append(one)
    days = {one.started_on for one in second.episodes}
    joined.gone = [one for one in first.episodes if one.started_on not in days and _is_told_better(one, second)]
    joined.wrong += _broken(first, second, joined)
    return joined


def _is_told_better(one: Episode, by: ChildFacts) -> bool:
    """A mere “looked after on that day” says nothing where the other entry knows the time in care."""
    is_bare = one.start_reason == UNKNOWN_START and one.legal_status is None and one.placement is None
    return is_bare and any(period.is_open_on(one.started_on) for period in periods_of_care(by.episodes))


def _filled(twin: Episode, one: Episode) -> Episode:
    missing = {name: getattr(one, name) for name in _FILLED if getattr(twin, name) is None}
    if twin.start_reason == UNKNOWN_START:
        missing["start_reason"] = one.start_reason
    return replace(twin, **missing)


def _clashes(twin: Episode, one: Episode, first: ChildFacts, second: ChildFacts) -> Iterator[str]:
    for name, words in _SAID.items():
        values = getattr(twin, name), getattr(one, name)
        if None not in values and values[0] != values[1]:
            yield (
                f"The {words} of care from {short(one.started_on)} is {_words(values[0])} in {first.child.council_id} "
                f"and {_words(values[1])} in {second.child.council_id}. Correct one of them first."
            )


def _words(value: object) -> str:
    return short(value) if isinstance(value, date) else str(value)


def _broken(first: ChildFacts, second: ChildFacts, joined: JoinedCare) -> Iterator[str]:
    """Care that would overlap itself, where the two entries tell of the same time."""
    filled = {one.id: one for one in joined.changes}
    gone = {one.id for one in joined.gone}
    kept = [filled.get(one.id, one) for one in first.episodes if one.id not in gone]
    chain = sorted([*kept, *joined.moves], key=lambda one: one.started_on)
    moved = {one.id for one in joined.moves}
    for before, after in pairwise(chain):
        is_seam = (before.id in moved) != (after.id in moved) or before.id in filled
        if is_seam and (before.ended_on is None or before.ended_on > after.started_on):
            ids = first.child.council_id, second.child.council_id
            names = (ids[1], ids[0]) if before.id in moved else ids
            yield (
                f"{names[0]} has an episode of care from {short(before.started_on)} "
                f"{f'to {short(before.ended_on)}' if before.ended_on else 'that goes on'}, "
                f"{names[1]} has one from {short(after.started_on)}: both cannot be. Correct one of them first."
            )


def joined_times(first: ChildFacts, second: ChildFacts) -> list[Any]:
    """Allocations of the second entry for times in which the first says nobody."""
    found: list[Any] = [
        one for one in second.allocations if not any(_overlap(one, other) for other in first.allocations)
    ]
    found += [
        one
        for one in second.workers
        if not any(other.role is one.role and _overlap(one, other) for other in first.workers)
    ]
    return found


def _overlap(one: Any, other: Any) -> bool:
    return bool(one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max))
