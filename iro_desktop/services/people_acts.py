"""Acts about children, IROs, allocations, siblings and periods of care."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from iro_desktop.domain.acts import AddChild, AddIro, AllocateIro, ChangeChild, EndCare, FormSiblingGroup, StartCare
from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import (
    Allocation,
    Child,
    ChildFacts,
    Episode,
    Iro,
    Review,
    SiblingGroup,
    SiblingMembership,
)
from iro_desktop.domain.vocabulary import END_REASONS, UNKNOWN_START, StartReason
from iro_desktop.rules import reviews
from iro_desktop.rules.offsets import add
from iro_desktop.services.workspace import Workspace

_CHANGEABLE = ("given_name", "family_name", "known_as", "born_on", "sex", "ethnicity", "tracking_from")
_CLEARABLE = frozenset({"given_name", "family_name", "known_as", "born_on", "sex", "ethnicity"})


def add_iro(act: AddIro, work: Workspace) -> None:
    """Add an IRO; names are unique."""
    name = " ".join(act.name.split())
    if not name:
        raise UserError("An IRO needs a name. Nothing was changed.")
    if work.find_iro(name) is not None:
        raise UserError(f"There already is an IRO named {name}. Nothing was changed.")
    if not 0 < act.fte <= 1:
        raise UserError("Full-time equivalent lies between 0 and 1. Nothing was changed.")
    work.put(Iro(work.new_id(), name, act.fte))


def add_child(act: AddChild, work: Workspace) -> None:
    """Add a child with what is known so far."""
    council_id = act.child.strip()
    if not council_id:
        raise UserError("A child needs an id. Nothing was changed.")
    if work.find(council_id) is not None:
        raise UserError(
            f"There already is a child with the id {council_id}. Nothing was changed. Open that child instead."
        )
    check_dates(act.born_on, act.looked_after_since, act.last_review_on, work.today)
    child = work.put(
        Child(
            work.new_id(),
            council_id,
            act.tracking_from or work.today,
            complete_from(act.looked_after_since, act.last_review_on, work),
            act.given_name,
            act.family_name,
            act.known_as,
            act.born_on,
            act.sex,
        )
    )
    open_history(work, child, act.looked_after_since, act.last_review_on, act.last_review_number)
    if act.iro:
        start = act.looked_after_since or act.last_review_on or work.today
        allocate(work, work.child(council_id), work.iro(act.iro), start)


def check_dates(born_on: date | None, since: date | None, last_review_on: date | None, today: date) -> None:
    """Refuse dates that cannot be: the future, or the wrong way round."""
    for words, day in (("Looked after since", since), ("The last review", last_review_on)):
        if day is not None and day > today:
            raise UserError(f"{words} lies in the future ({short(day)}). Nothing was changed. Check the date.")
        if day is not None and born_on is not None and day < born_on:
            raise UserError(f"{words} lies before the birth date. Nothing was changed. Check both dates.")
    if since is not None and last_review_on is not None and last_review_on < since:
        raise UserError("The last review lies before the start of care. Nothing was changed. Check both dates.")


def complete_from(since: date | None, last_review_on: date | None, work: Workspace) -> date | None:
    """From which day on the history is whole: the last review stated, or a start so new that none fell due yet."""
    if last_review_on is not None:
        return last_review_on
    if since is not None and add(work.calendar, since, reviews.FIRST.offset) >= work.today:
        return since
    return None


def open_history(
    work: Workspace, child: Child, since: date | None, last_review_on: date | None, number: int | None
) -> None:
    """Lay down the start of care and the last review where they are known; no start is inferred."""
    first_on = since or last_review_on
    if first_on is not None:
        reason = StartReason.STARTED.value if since else UNKNOWN_START
        work.put(Episode(work.new_id(), child.id, first_on, reason))
    if last_review_on is not None:
        work.put(Review(work.new_id(), child.id, last_review_on, number=number))


def change_child(act: ChangeChild, work: Workspace) -> None:
    """Change fields that were said, empty those to be cleared."""
    child = work.child(act.child).child
    if act.row_version is not None and act.row_version != child.row_version:
        raise Conflict(f"{act.child} was changed elsewhere since it was opened here. Nothing was saved. Look again.")
    unknown = set(act.clear) - _CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.")
    said: dict[str, Any] = {name: getattr(act, name) for name in _CHANGEABLE if getattr(act, name) is not None}
    if act.born_on is not None and act.born_on > work.today + timedelta(days=300):
        raise UserError("The birth date lies too far in the future. Nothing was changed.")
    work.put(replace(child, **said | dict.fromkeys(act.clear)))


def allocate_iro(act: AllocateIro, work: Workspace) -> None:
    """Give a child to an IRO."""
    allocate(work, work.child(act.child), work.iro(act.iro), act.from_on)


def allocate(work: Workspace, facts: ChildFacts, iro: Iro, from_on: date) -> None:
    """Start an allocation; one that still ran ends the day before, one from the same day is replaced."""
    for one in facts.allocations:
        if one.from_on >= from_on:
            work.remove(one)
        elif one.to_on is None or one.to_on >= from_on:
            work.put(replace(one, to_on=from_on - timedelta(days=1)))
    work.put(Allocation(work.new_id(), facts.child.id, iro.id, from_on))


def form_sibling_group(act: FormSiblingGroup, work: Workspace) -> None:
    """Say that children are siblings; each is in one group at a time."""
    if len(set(act.children)) < 2:
        raise UserError("A sibling group has at least two children. Nothing was changed.")
    if any(group.name == act.name for group in work.groups()):
        raise UserError(f"There already is a sibling group named {act.name}. Nothing was changed.")
    group = work.put(SiblingGroup(work.new_id(), act.name))
    for council_id in dict.fromkeys(act.children):
        child = work.child(council_id).child
        if any(one.child_id == child.id and one.to_on is None for one in work.memberships()):
            raise UserError(f"{council_id} already is in a sibling group. Nothing was changed.")
        work.put(SiblingMembership(work.new_id(), group.id, child.id, act.from_on))


def start_care(act: StartCare, work: Workspace) -> None:
    """A child becomes looked after (again)."""
    facts = work.child(act.child)
    if act.on > work.today:
        raise UserError("The start of care lies in the future. Nothing was changed. Record it on the day.")
    if open_period(facts, act.on) is not None:
        raise UserError(f"{act.child} already was looked after on {short(act.on)}. Nothing was changed.")
    if facts.child.complete_from is None:
        work.put(replace(facts.child, complete_from=act.on))
    started = StartReason.STARTED.value
    work.put(Episode(work.new_id(), facts.child.id, act.on, started, act.legal_status, None, act.placement))


def end_care(act: EndCare, work: Workspace) -> None:
    """A child ceases to be looked after; allocations end with it."""
    facts = work.child(act.child)
    if act.reason not in END_REASONS:
        raise UserError("The reason care ended is not one of the SSDA903 codes. Nothing was changed.")
    if act.on > work.today:
        raise UserError("The end of care lies in the future. Nothing was changed. Record it on the day.")
    period = next((one for one in periods_of_care(facts.episodes) if one.ended_on is None), None)
    if period is None or act.on < period.episodes[-1].started_on:
        raise UserError(f"{act.child} was not looked after on {short(act.on)}. Nothing was changed.")
    work.put(replace(period.episodes[-1], ended_on=act.on, end_reason=act.reason))
    for one in facts.allocations:
        if one.to_on is None and one.from_on <= act.on:
            work.put(replace(one, to_on=act.on))


def open_period(facts: ChildFacts, day: date) -> PeriodOfCare | None:
    """The period of care that runs on a day."""
    return next((one for one in periods_of_care(facts.episodes) if one.is_open_on(day)), None)
