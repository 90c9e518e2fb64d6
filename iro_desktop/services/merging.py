"""What becomes of the records of a child's second entry: pure, so that it can be shown before anything is done.

What stands in both entries is kept once, and what is not known of it in the first is taken from the second.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from iro_desktop.domain.arrangements import known_from
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import ChildFacts, Record, RecordSection, SiblingMembership
from iro_desktop.domain.vocabulary import BookingStatus
from iro_desktop.services.merging_care import joined_care, joined_times
from iro_desktop.services.workspace import Writing

_OWN = frozenset({"id", "child_id", "row_version"})
_LINKS = ("review_id", "person_id", "recommendation_id", "alert_id")


@dataclass(slots=True)
class MergePlan:
    """What a merge does to the records; those of the second entry in neither list stand in both and are kept once."""

    moves: list[Any] = field(default_factory=list)  # of the second, already pointing to what stays
    changes: list[Any] = field(default_factory=list)  # of the first, filled
    gone: list[Any] = field(
        default_factory=list
    )  # of the first: a mere “looked after then” that the second tells better
    wrong: list[str] = field(default_factory=list)  # why it cannot be, one sentence each; empty: it can


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of record: its shelf, and what tells two of them apart."""

    shelf: str
    key: Callable[[Any], Hashable]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


_KINDS = (  # what others point to comes first
    _Kind("reviews", lambda one: one.held_on),
    _Kind("people", lambda one: _plain(one.name)),
    _Kind("recommendations", lambda one: (one.review_id, _plain(one.text))),
    _Kind("alerts", lambda one: (one.raised_on, one.kind, _plain(one.about or ""))),
    _Kind("bookings", lambda one: (one.review_on, one.status)),
    _Kind("completions", lambda one: (one.task, one.review_id or one.done_on)),
    _Kind("circumstances", lambda one: (one.kind, one.from_on)),
    _Kind("sittings", lambda one: (one.review_id, one.on)),
    _Kind("overrides", lambda one: (one.rule_id, one.trigger_on)),
    _Kind("alert_steps", lambda one: (one.alert_id, one.stage)),
    _Kind("checks", lambda one: (one.recommendation_id, one.on)),
    _Kind("attendances", lambda one: (one.review_id, one.role, one.person_id)),
    _Kind("restrictions", lambda one: (one.person_id, one.what, one.from_on)),
    _Kind("sendings", lambda one: (one.what, one.to, one.sent_on, one.person_id)),
    _Kind("wishes", lambda one: one.told_on),
    _Kind("contacts", lambda one: (one.on, one.how, one.with_whom, one.note)),
    _Kind("events", lambda one: (one.what, one.happened_on)),
    _Kind("alert_pauses", lambda one: (one.alert_id, one.from_on)),
    _Kind("advice", lambda one: one.asked_on),
    _Kind("homes", lambda one: one.from_on),
    _Kind("touches", lambda one: one.on),
    _Kind("arrangements", known_from),
)


def merge_plan(
    first: ChildFacts,
    second: ChildFacts,
    written: tuple[Iterable[Writing], Iterable[Writing]] = ((), ()),
    memberships: Iterable[SiblingMembership] = (),
) -> MergePlan:
    """What merging the second entry into the first does; ``written``: the records of the reviews of both."""
    plan, same = MergePlan(), dict[str, str]()
    plan.wrong += _both_booked(first, second)
    care = joined_care(first, second)
    plan.moves += care.moves
    plan.changes += care.changes
    plan.gone += care.gone
    plan.wrong += care.wrong
    for kind in _KINDS:
        _take(getattr(first, kind.shelf), getattr(second, kind.shelf), kind.key, plan, same)
    plan.moves += joined_times(first, second)
    _take_written(written, plan, same)
    _take_memberships(first, second, memberships, plan)
    _renumber(first, plan)
    return plan


def filled(known: Any, other: Any) -> Any:
    """The record with what is not known in it taken from the other."""
    names = [one.name for one in fields(known) if one.name not in _OWN and one.name not in _LINKS]
    missing = {name: getattr(other, name) for name in names if getattr(known, name) is None}
    return replace(known, **missing)


def _take(
    mine: Iterable[Any], theirs: Iterable[Any], key: Callable[[Any], Hashable], plan: MergePlan, same: Any
) -> None:
    known = {key(one): one for one in mine}
    for one in theirs:
        linked = _linked(one, same)
        twin = known.get(key(linked))
        if twin is None:
            known[key(linked)] = linked
            plan.moves.append(linked)
            continue
        same[one.id] = twin.id
        if twin in plan.moves:
            continue  # stood twice in the second entry alone
        full = filled(twin, linked)
        if full != twin:
            plan.changes.append(full)
            known[key(linked)] = full


def _linked(one: Any, same: dict[str, str]) -> Any:
    """Pointing to what stays of what it pointed to."""
    links = {name: same[value] for name in _LINKS if (value := getattr(one, name, None)) in same}
    return replace(one, **links) if links else one


def _take_written(written: tuple[Iterable[Writing], Iterable[Writing]], plan: MergePlan, same: dict[str, str]) -> None:
    """What is written at one place of one review stands one after the other: nothing is lost."""
    known = {_stands(one): one for one in written[0]}
    for one in written[1]:
        linked = _linked(one, same)
        twin = known.get(_stands(linked))
        if twin is None:
            plan.moves.append(linked)
        elif _plain(linked.text) not in _plain(twin.text):
            plan.changes.append(replace(twin, text=f"{twin.text.rstrip()}\n\n{linked.text}"))


def _stands(one: Writing) -> tuple[str, str]:
    """Where it is written: the review, and the heading of its record; a letter has none."""
    return one.review_id, one.heading if isinstance(one, RecordSection) else ""


def _take_memberships(
    first: ChildFacts, second: ChildFacts, memberships: Iterable[SiblingMembership], plan: MergePlan
) -> None:
    every = list(memberships)
    mine = [one for one in every if one.child_id == first.child.id]
    for one in (each for each in every if each.child_id == second.child.id):
        if any(other.group_id == one.group_id for other in mine):
            continue
        if one.to_on is None and any(other.to_on is None for other in mine):
            plan.wrong.append(
                f"{first.child.council_id} and {second.child.council_id} are in two groups of brothers and sisters: "
                "let one leave its group first."
            )
        plan.moves.append(one)


def _renumber(first: ChildFacts, plan: MergePlan) -> None:
    """Recommendations of one review, and alerts of one day, keep numbers of their own."""
    days: dict[Any, set[int]] = {}
    for alert in first.alerts:
        days.setdefault(alert.raised_on, set()).add(alert.nth)
    for at, moved in enumerate(plan.moves):
        if moved.entity == "alert":
            known = days.setdefault(moved.raised_on, set())
            nth = moved.nth if moved.nth not in known else max(known) + 1
            known.add(nth)
            plan.moves[at] = replace(moved, nth=nth)
    taken: dict[str, set[int]] = {}
    for one in first.recommendations:
        taken.setdefault(one.review_id, set()).add(one.number)
    for at, one in enumerate(plan.moves):
        if one.entity == "recommendation":
            used = taken.setdefault(one.review_id, set())
            number = one.number if one.number not in used else max(used) + 1
            used.add(number)
            plan.moves[at] = replace(one, number=number)


def _both_booked(first: ChildFacts, second: ChildFacts) -> Iterator[str]:
    held = {one.held_on for one in (*first.reviews, *second.reviews)}
    days = [
        {one.review_on for one in facts.bookings if one.status is BookingStatus.OPEN and one.review_on not in held}
        for facts in (first, second)
    ]
    if days[0] and days[1] and days[0] != days[1]:
        yield (
            f"The next review is booked in both: {first.child.council_id} for {short(min(days[0]))}, "
            f"{second.child.council_id} for {short(min(days[1]))}. Cancel one first."
        )


def stands_twice(second: ChildFacts, plan: MergePlan) -> int:
    """How many records of the second entry are kept once, because the first holds them too."""
    moved = {one.id for one in plan.moves}
    shelves = (one.name for one in fields(second) if one.name != "child")
    every: list[Record] = [one for shelf in shelves for one in getattr(second, shelf)]
    return sum(one.id not in moved for one in every)
