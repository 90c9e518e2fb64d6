"""When an invented authority's facts were entered: most within days, some late, a few very late.

A list of acts tells what happened and when; entered on one day, it has no past. Here each act gets the sitting at which
somebody came to enter it, never before what it builds on. Lots of their own: what happened stays as it was drawn.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from random import Random

from iro_desktop.domain.acts import (
    Act,
    AddPerson,
    AllocateIro,
    ChangeChild,
    ChangeIro,
    CheckRecommendation,
    FormSiblingGroup,
    FreezeFigures,
    RecordContact,
    RecordOutcome,
    RecordPublished,
    RecordReturned,
    RecordTaskDone,
    ResumeAlert,
    WriteReportSection,
)
from iro_desktop.services.sample.builds_on import stands_for, waits_for
from iro_desktop.services.sample.days import add_days, add_months
from iro_desktop.services.sample.model import Sample, SampleChild
from iro_desktop.services.sample.world import TRACKED_MONTHS

_EVERY = 7  # days between two sittings
# Days until something is entered, of a hundred entries; what others wait for is not left lying.
_PACE = (*74 * [(0, 2)], *18 * [(3, 20)], *6 * [(21, 60)], *2 * [(61, 130)])
_SOONER = (*90 * [(0, 2)], *8 * [(3, 9)], *2 * [(10, 21)])
_LEFT_LYING = (RecordTaskDone, RecordReturned, RecordContact, CheckRecommendation, RecordOutcome)
_AT_ONCE = (AddPerson, AllocateIro, ChangeChild, FormSiblingGroup, FreezeFigures, RecordPublished)
_WRITTEN_ON = (5, 15)  # of the year that follows: an annual report is written then
_PLANNED = (2, 35)  # days ago that something still to come was entered
_AFTER_ITS_END = {RecordPublished: 75, FreezeFigures: 10}  # days until figures of a period are printed, or frozen
# Days for which something is meant, or which name another entry.
_NOT_WHEN = frozenset({"review_on", "to_on", "due_on", "reply_by", "before", "starts_on", "next_review_on"})
_UNTIL = (RecordPublished, FreezeFigures, ResumeAlert, ChangeIro)  # told of when it is over: their last day


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was entered on one day: of some children what the return told by then, and acts."""

    day: date
    children: frozenset[str]  # those of whom the return told something new, by the council's id
    acts: tuple[Act, ...]


def sittings(sample: Sample) -> tuple[Sitting, ...]:
    """The whole sample, oldest first, week by week; the last sitting is on the sample's day."""
    days = _days(sample.today)
    told = {one.council_id: sorted({_at(days, day) for day in _changes(one)}) for one in sample.children}
    acts: dict[date, list[Act]] = {day: [] for day in days}
    for act, day in _entered(sample, days, told):
        acts[day].append(act)
    return tuple(
        Sitting(day, frozenset(child for child, known in told.items() if day in known), tuple(acts[day]))
        for day in days
    )


def _changes(child: SampleChild) -> set[date]:
    """The days on which the return came to tell more of a child."""
    episodes = {one.started_on for one in child.episodes} | {one.ended_on for one in child.episodes if one.ended_on}
    return episodes | {one.held_on for one in child.reviews}


def _days(today: date) -> list[date]:
    """Every week since the work is recorded; the last one is today."""
    found, first = [today], add_months(today, -TRACKED_MONTHS)
    while add_days(found[-1], -_EVERY) >= first:
        found.append(add_days(found[-1], -_EVERY))
    return found[::-1]


def _at(days: Sequence[date], day: date) -> date:
    """The first sitting on or after that day; the last where there is none."""
    return days[min(bisect_left(days, day), len(days) - 1)]


def _entered(sample: Sample, days: Sequence[date], told: Mapping[str, Sequence[date]]) -> Iterator[tuple[Act, date]]:
    """Each act with the day of its sitting, in the order of the list."""
    lots = Random(f"entered {sample.today} {len(sample.acts)}")  # noqa: S311 invents, guards nothing
    newest: dict[Hashable, date] = {}
    for act in sample.acts:
        happened_on = _happened(act, lots, days)
        waited = 0 if isinstance(act, _AT_ONCE) else _waited(act, lots)
        first = [newest[key] for key in waits_for(act) if key in newest]
        day = max(_at(days, add_days(happened_on, waited)), *_known(act, _at(days, happened_on), told), *first)
        for key in stands_for(act):
            newest[key] = max(day, newest.get(key, day))
        yield act, day


def _waited(act: Act, lots: Random) -> int:
    """Days until somebody came to enter it."""
    first, last = lots.choice(_PACE if isinstance(act, _LEFT_LYING) else _SOONER)
    return first + int(lots.random() * (last - first + 1))


def _known(act: Act, by: date, told: Mapping[str, Sequence[date]]) -> Iterator[date]:
    """When the return told what it knew by then of the children the act is about; at the least what it told first."""
    yield date.min
    children = act.children if isinstance(act, FormSiblingGroup) else (getattr(act, "child", ""),)
    for child in children:
        days = told.get(child, ())
        yield from [one for one in days if one <= by] or days[:1]


def _happened(act: Act, lots: Random, days: Sequence[date]) -> date:
    """The day the act tells of; where it tells of none, before the first sitting; of one to come, some days ago."""
    kind: type = type(act)
    said = [value for value in (getattr(act, name) for name in _names(kind)) if isinstance(value, date)]
    if isinstance(act, _UNTIL) and act.to_on is not None:
        said.append(add_days(act.to_on, _AFTER_ITS_END.get(type(act), 0)))
    if isinstance(act, WriteReportSection):  # after its year; of the running one some days ago
        said.append(date(act.year + 1, *_WRITTEN_ON))
    day = max(said, default=date.min)
    return day if day <= days[-1] else add_days(days[-1], -lots.randint(*_PLANNED))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.name not in _NOT_WHEN)
