"""A review moved, or booked, before it is: every consequence, foretold by the handlers that would do it.

The acts are done in a piece of work that is thrown away, and the deadlines computed from what it then holds; so what is
foretold is what is computed once the same acts are applied.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.acts import Act, BookReview, MoveBooking
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker, Authority, BookingStatus
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from iro_desktop.services.acting import do_acts
from iro_desktop.services.plan_views import Consequence, MovePlan, PlannedPart
from iro_desktop.services.planning import cautions
from iro_desktop.services.planning.before_after import consequences, margin_words, soonest
from iro_desktop.services.planning.if_held import if_held
from iro_desktop.services.planning.owed import limit_of, owed_next
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import display_name, what_of
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store

LOOKED_FIRST = "Moved after looking at what follows"


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a move."""

    asked_by: Asker = Asker.IRO
    reason: str = LOOKED_FIRST
    at: str | None = None  # clock time; None: as it was


def move_plan(
    store: Store, snapshot: Snapshot, council_id: str, to_on: date, chosen: Collection[str] | None, told: Told
) -> MovePlan:
    """What would follow; ``chosen``: keys of parts, the move itself always among them; ``None``: as it is proposed.

    Raises ``UserError`` where no review is owed, or where an act cannot be done.
    """
    parts = _parts(snapshot, council_id, to_on, chosen)
    child, owed = _owing(snapshot, council_id)
    acts = tuple(part.act(to_on, snapshot.today, told) for part in parts if part.shown.is_chosen)
    whose = [part.child for part in parts if part.shown.is_chosen]
    after = _foretold(store, snapshot, acts, whose)
    limit = limit_of(owed)
    return MovePlan(
        council_id,
        owed.booked_on,
        to_on,
        None if limit is None else to_on <= limit,
        None if limit is None else snapshot.calendar.between(to_on, limit),
        _words(snapshot, owed, to_on),
        tuple(_warnings(snapshot, whose, to_on, after[council_id], told)),
        tuple(part.shown for part in parts),
        tuple(_consequences(snapshot, whose, after)),
        if_held(snapshot, child, owed.rule.id, to_on),
        acts,
    )


def move_sentence(plan: MovePlan) -> str:
    """The line for history and undo; ids only."""
    if len(plan.acts) == 1:
        return plan.acts[0].sentence
    return f"Move reviews of {len(plan.acts)} children to {short(plan.to_on)}"


def move_act(child: str, booked_on: date | None, to_on: date, today: date, told: Told) -> Act:
    """Moves the booking there is, or books where there is none."""
    if booked_on is None:
        return BookReview(child=child, review_on=to_on, booked_on=today, at=told.at)
    return MoveBooking(
        child=child,
        review_on=booked_on,
        to_on=to_on,
        moved_on=today,
        asked_by=told.asked_by,
        reason=told.reason,
        at=told.at,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with what it needs to be done."""

    child: str
    booked_on: date | None
    shown: PlannedPart

    def act(self, to_on: date, today: date, told: Told) -> Act:
        return move_act(self.child, self.booked_on, to_on, today, told)


def _owing(snapshot: Snapshot, council_id: str) -> tuple[ChildNow, Deadline]:
    child = snapshot.children.get(council_id)
    if child is None:
        raise UserError(f"There is no child with the id {council_id} here. Nothing was changed. Check the id.")
    owed = owed_next(child)
    if owed is None:
        raise UserError(f"No review of {council_id} is owed. Nothing was changed. Look at the child's dates first.")
    return child, owed


def _parts(snapshot: Snapshot, council_id: str, to_on: date, chosen: Collection[str] | None) -> list[_Part]:
    child, owed = _owing(snapshot, council_id)
    parts = [_part(snapshot, child, owed, to_on, is_fixed=True)]
    for other in snapshot.siblings.get(council_id, ()):
        sibling = snapshot.children[other]
        theirs = owed_next(sibling)
        if theirs is None or theirs.booked_on == to_on:
            continue
        part = _part(snapshot, sibling, theirs, to_on, is_fixed=False)
        together = owed.booked_on is not None and theirs.booked_on == owed.booked_on
        is_chosen = together if chosen is None else part.shown.key in chosen
        limit = limit_of(theirs)
        if is_chosen or together or (limit is not None and to_on <= limit):
            parts.append(replace(part, shown=replace(part.shown, is_chosen=is_chosen)))
    unknown = sorted(set(chosen or ()) - {part.shown.key for part in parts})
    if unknown:
        other = unknown[0].partition("/")[2]
        raise UserError(
            f"{other} is no brother or sister of {council_id} with a review to move to that day. Nothing was changed."
        )
    return parts


def _part(snapshot: Snapshot, child: ChildNow, owed: Deadline, to_on: date, *, is_fixed: bool) -> _Part:
    council_id = child.facts.child.council_id
    name = display_name(child.facts.child)
    limit = limit_of(owed)
    way = f"from {with_weekday(owed.booked_on)} to" if owed.booked_on else "for"
    verb = "Move" if owed.booked_on else "Book"
    shown = PlannedPart(
        f"{'move' if is_fixed else 'sibling'}/{council_id}",
        council_id,
        name,
        f"{verb} {name}{'' if is_fixed else ' too'}: {way} {with_weekday(to_on)}",
        margin_words(to_on, limit, snapshot.calendar),
        limit is not None and to_on > limit,
        is_fixed,
        is_fixed,
    )
    return _Part(council_id, owed.booked_on, shown)


def _foretold(store: Store, snapshot: Snapshot, acts: Sequence[Act], whose: Sequence[str]) -> dict[str, list[Deadline]]:
    """The deadlines of the children once the acts are done, computed as the snapshot computes them."""
    with store.reading() as reader:
        work = Workspace(reader, snapshot.today, snapshot.base)
        for one in whose:
            work.know(snapshot.children[one].facts)
        do_acts(acts, work)
        return {
            one: deadlines_of(work.child(one), snapshot.calendar, snapshot.today, snapshot.practice) for one in whose
        }


def _consequences(snapshot: Snapshot, whose: Sequence[str], after: dict[str, list[Deadline]]) -> list[Consequence]:
    calendar = snapshot.calendar
    found = [
        line for one in whose for line in consequences(snapshot.children[one].deadlines, after[one], calendar, calendar)
    ]
    return sorted(found, key=soonest)


def _warnings(snapshot: Snapshot, whose: Sequence[str], to_on: date, after: list[Deadline], told: Told) -> list[str]:
    found = cautions.of_the_day(snapshot, to_on)
    for position, one in enumerate(whose):
        child = snapshot.children[one]
        found += cautions.of_the_child(snapshot, child, to_on, f"{one}: " if position else "")
        if not position:  # brothers and sisters who come along are reviewed together with the child
            found += cautions.of_the_time(snapshot, child, to_on, told.at or _booked_at(child))
    return found + cautions.of_preparing(snapshot, to_on, after)


def _booked_at(child: ChildNow) -> str:
    """The time it is booked for now, which a move keeps; empty where none was said."""
    return next((one.at or "" for one in child.facts.bookings if one.status is BookingStatus.OPEN), "")


def _words(snapshot: Snapshot, owed: Deadline, to_on: date) -> str:
    way = f"from {with_weekday(owed.booked_on)} to {with_weekday(to_on)}" if owed.booked_on else with_weekday(to_on)
    limit = limit_of(owed)
    words = f"{what_of(owed)}: {way}, {margin_words(to_on, limit, snapshot.calendar)}"
    if limit is None:
        return f"{words}."
    called = "last lawful day" if owed.rule.authority is Authority.STATUTE else "at the latest"
    return f"{words} ({called} {with_weekday(limit)})."
