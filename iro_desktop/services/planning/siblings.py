"""Brothers and sisters reviewed on one day: the days lawful for all, or the fewest days where there is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.acts import Act
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.model import Deadline
from iro_desktop.services.plan_views import SiblingChild, SiblingOffer, SiblingPlan
from iro_desktop.services.planning.covering import MOST, Score, fewest_days
from iro_desktop.services.planning.days import Days
from iro_desktop.services.planning.moves import Told, move_act
from iro_desktop.services.planning.owed import days_from_to, limit_of, owed_next
from iro_desktop.services.planning.slack import slack_of
from iro_desktop.services.planning.windows import earliest_sensible
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import display_name, working_days

_OFFERS = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Group:
    """Brothers and sisters by council id."""

    name: str
    children: tuple[str, ...]


def group_named(snapshot: Snapshot, words: str) -> Group | None:
    """The group with that name, or the one that the child with that id belongs to today; ``None``: no such group."""
    groups = snapshot.kept.once("groups", lambda: _groups(snapshot))
    return next((one for one in groups if words in one.children or one.name == words), None)


def _groups(snapshot: Snapshot) -> tuple[Group, ...]:
    """Every group with children in it today."""
    council_ids = snapshot.council_ids()
    names = {one.id: one.name for one in snapshot.groups}
    members: dict[str, list[str]] = {}
    for one in snapshot.memberships:
        is_running = one.from_on <= snapshot.today and (one.to_on is None or one.to_on >= snapshot.today)
        if is_running and one.child_id in council_ids:
            members.setdefault(one.group_id, []).append(council_ids[one.child_id])
    return tuple(Group(names[group_id], tuple(sorted(children))) for group_id, children in members.items())


@dataclass(frozen=True, slots=True)
class _Owing:
    """A child of the group whose review is owed by a known day."""

    council_id: str
    child: ChildNow
    owed: Deadline
    limit: date
    lawful: frozenset[date]  # from tomorrow to the limit, the IRO there
    sensible: date


def sibling_plan(snapshot: Snapshot, group: Group) -> SiblingPlan:
    """The days that suit all, three at most; where there is none, the fewest days that reach everybody."""
    owing = _owing(snapshot, group)
    able = [one for one in owing if one.lawful]
    slack = max((slack_of(snapshot, one.child.iro).days for one in able), default=0)
    choice = _Choice(snapshot, able, slack)
    common = frozenset.intersection(*(one.lawful for one in able)) if able else frozenset()
    offers = choice.offers(common)
    split = choice.split() if able and not common and len(able) <= MOST else ()
    return SiblingPlan(
        group.name,
        tuple(_child(snapshot, one, owing) for one in group.children),
        min(common, default=None),
        max(common, default=None),
        offers,
        split,
        _words(snapshot, owing, able, offers, split),
    )


def sibling_acts(snapshot: Snapshot, group: Group, on: date, told: Told) -> tuple[Act, ...]:
    """The acts that bring every review owed in the group to one day. Raises ``UserError`` where there are none."""
    acts = tuple(
        move_act(one.council_id, one.owed.booked_on, on, snapshot.today, told)
        for one in _owing(snapshot, group)
        if one.owed.booked_on != on
    )
    if not acts:
        raise UserError(f"No review of this group is to be moved to {with_weekday(on)}. Nothing was changed.")
    return acts


def sibling_sentence(acts: Sequence[Act], on: date) -> str:
    """The line for history and undo; ids only."""
    return acts[0].sentence if len(acts) == 1 else f"Reviews of {len(acts)} siblings on {short(on)}"


def _owing(snapshot: Snapshot, group: Group) -> list[_Owing]:
    found = []
    for council_id in group.children:
        child = snapshot.children[council_id]
        owed = owed_next(child) if child.is_looked_after else None
        limit = limit_of(owed)
        if owed is not None and limit is not None:
            days = Days(snapshot, child)
            lawful = frozenset(day for day in days_from_to(snapshot.today + _DAY, limit) if days.suits(day))
            sensible, _ = earliest_sensible(snapshot, child, owed)
            found.append(_Owing(council_id, child, owed, limit, lawful, sensible))
    return found


@dataclass(frozen=True, slots=True)
class _Choice:
    """Choosing days: first the room that the tightest child keeps, up to the slack; then sensible; then late."""

    snapshot: Snapshot
    able: Sequence[_Owing]
    slack: int

    def offers(self, common: Iterable[date]) -> tuple[SiblingOffer, ...]:
        everybody = tuple(range(len(self.able)))
        best = sorted(common, key=lambda day: self._score(everybody, day), reverse=True)[:_OFFERS]
        return tuple(self._offer(everybody, day) for day in best)

    def split(self) -> tuple[SiblingOffer, ...]:
        return tuple(self._offer(members, day) for day, members in fewest_days(self._lawful(), self._best))

    def _lawful(self) -> list[frozenset[date]]:
        return [one.lawful for one in self.able]

    def _best(self, members: Sequence[int], days: Iterable[date]) -> tuple[Score, date]:
        day = max(days, key=lambda day: self._score(members, day))
        return self._score(members, day)[:1], day

    def _score(self, members: Sequence[int], day: date) -> Score:
        limit = min(self.able[one].limit for one in members)
        sensible = all(self.able[one].sensible <= day for one in members)
        return min(self.snapshot.calendar.between(day, limit), self.slack), sensible, day.toordinal()

    def _offer(self, members: Sequence[int], day: date) -> SiblingOffer:
        children = [self.able[one] for one in members]
        margins = tuple((one.council_id, self.snapshot.calendar.between(day, one.limit)) for one in children)
        least, most = min(spare for _, spare in margins), max(spare for _, spare in margins)
        room = working_days(most) if least == most else f"{least} to {working_days(most)}"
        return SiblingOffer(
            day, tuple(one.council_id for one in children), margins, f"{with_weekday(day)}: {room} to spare"
        )


def _child(snapshot: Snapshot, council_id: str, owing: Sequence[_Owing]) -> SiblingChild:
    child = snapshot.children[council_id]
    found = next((one for one in owing if one.council_id == council_id), None)
    return SiblingChild(
        council_id,
        display_name(child.facts.child),
        child.iro or "",
        found.owed.booked_on if found else None,
        found.limit if found else None,
        _child_words(snapshot, child, found),
    )


def _child_words(snapshot: Snapshot, child: ChildNow, found: _Owing | None) -> str:
    if found is None:
        return "left out: no review with a date is owed" if child.is_looked_after else "left out: not looked after"
    if found.lawful:
        return f"last lawful {with_weekday(found.limit)}"
    first = next(Days(snapshot, child).from_on(snapshot.today + _DAY), None)
    possible = f"; first possible day {with_weekday(first)}" if first else ""
    if found.limit < snapshot.today:
        return f"overdue since {with_weekday(found.limit)}{possible}"
    return f"no day up to the last lawful one, {with_weekday(found.limit)}, suits{possible}"


def _words(
    snapshot: Snapshot,
    owing: Sequence[_Owing],
    able: Sequence[_Owing],
    offers: Sequence[SiblingOffer],
    split: Sequence[SiblingOffer],
) -> str:
    words = _days_words(able, offers, split)
    for one in owing:
        if not one.lawful:
            words += f" {one.council_id}: {_child_words(snapshot, one.child, one)}."
    return words


def _all_of(count: int) -> str:
    return {1: "The one child", 2: "Both"}.get(count, f"All {count}")


def _days_words(able: Sequence[_Owing], offers: Sequence[SiblingOffer], split: Sequence[SiblingOffer]) -> str:
    if not able:
        return "No child of this group has a review owed that can still be held in time."
    if offers:
        return f"{_all_of(len(able))} can be reviewed on one day, best {offers[0].words}."
    if not split:
        return f"No day suits all {len(able)}, and groups of more than {MOST} are not shared out here."
    days = " and ".join(f"{with_weekday(one.on)} ({', '.join(one.children)})" for one in split)
    suits = "both" if len(able) == 2 else f"all {len(able)}"
    return f"No day suits {suits}. {len(split)} days reach everybody: {days}."
