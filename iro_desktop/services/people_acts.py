"""Acts about children, IROs and allocations."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from iro_desktop.domain.acts import AddChild, AddIro, AllocateIro, ChangeChild
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
)
from iro_desktop.domain.vocabulary import ETHNICITIES, UNKNOWN_START, StartReason
from iro_desktop.rules import reviews
from iro_desktop.rules.offsets import add
from iro_desktop.services.workspace import Workspace

_CHANGEABLE = ("given_name", "family_name", "known_as", "born_on", "sex", "ethnicity", "tracking_from")
_EXPECTED = timedelta(days=300)  # a child may be known before birth
_REVIEWS_AT_MOST = 99
_ID_AT_MOST = 64
_NAMES = ("given_name", "family_name", "known_as")
_CLEARABLE = frozenset({"given_name", "family_name", "known_as", "born_on", "sex", "ethnicity"})


def add_iro(act: AddIro, work: Workspace) -> None:
    """Add an IRO; names are unique."""
    name = " ".join(act.name.split())
    if not name:
        raise UserError("An IRO needs a name. Nothing was changed.", field="name")
    if work.find_iro(name) is not None:
        raise UserError(f"There already is an IRO named {name}. Nothing was changed.", field="name")
    if not 0 < act.fte <= 1:
        raise UserError("Full-time equivalent lies between 0 and 1. Nothing was changed.", field="fte")
    work.put(Iro(work.new_id(), name, act.fte))


def add_child(act: AddChild, work: Workspace) -> None:
    """Add a child with what is known so far."""
    council_id = act.child.strip()
    if not council_id:
        raise UserError("A child needs an id. Nothing was changed.", field="child")
    if not council_id.isprintable() or len(council_id) > _ID_AT_MOST:
        raise UserError(
            f"An id is at most {_ID_AT_MOST} letters, digits and signs that can be seen. Nothing was changed. "
            "Check what was pasted.",
            field="child",
        )
    if work.find(council_id) is not None:
        raise UserError(
            f"There already is a child with the id {council_id}. Nothing was changed. Open that child instead.",
            field="child",
        )
    check_dates(act.born_on, act.looked_after_since, act.last_review_on, work.today)
    _check_tracking(act.tracking_from, work.today)
    if act.last_review_number is not None:
        check_number(act.last_review_number, "last_review_number")
        if act.last_review_on is None:
            raise UserError(
                "A review's number was given without its day. Nothing was changed. Give the day too.",
                field="last_review_on",
            )
    child = work.put(
        Child(
            work.new_id(),
            council_id,
            act.tracking_from or work.today,
            complete_from(act.looked_after_since, act.last_review_on, work, act.tracking_from),
            words_of(act.given_name),
            words_of(act.family_name),
            words_of(act.known_as),
            act.born_on,
            act.sex,
        )
    )
    open_history(work, child, act.looked_after_since, act.last_review_on, act.last_review_number)
    if act.iro:
        start = act.looked_after_since or act.last_review_on or work.today
        allocate(work, work.child(council_id), work.iro(act.iro), start)


def words_of(name: str | None) -> str | None:
    """Words without blanks around them or doubled; nothing but blanks is ``None``."""
    return " ".join((name or "").split()) or None


def check_number(number: int, field: str = "number") -> None:
    """Refuse what cannot be the number of a review: a child is reviewed some forty times in eighteen years."""
    if not 1 <= number <= _REVIEWS_AT_MOST:
        raise UserError(
            f"Reviews are numbered from 1 to {_REVIEWS_AT_MOST}. Nothing was saved. Check the number.", field=field
        )


def _check_born(born_on: date | None, today: date) -> None:
    if born_on is not None and born_on > today + _EXPECTED:
        raise UserError(
            "The birth date lies too far in the future. Nothing was changed. Check the year.", field="born_on"
        )


def _check_tracking(tracking_from: date | None, today: date) -> None:
    if tracking_from is not None and tracking_from > today:
        raise UserError(
            "Tracking cannot begin in the future. Nothing was changed. Give today or an earlier day.",
            field="tracking_from",
        )


def check_dates(born_on: date | None, since: date | None, last_review_on: date | None, today: date) -> None:
    """Refuse dates that cannot be: the future, or the wrong way round."""
    _check_born(born_on, today)
    for words, day, field in (
        ("Looked after since", since, "looked_after_since"),
        ("The last review", last_review_on, "last_review_on"),
    ):
        if day is not None and day > today:
            raise UserError(
                f"{words} lies in the future ({short(day)}). Nothing was changed. Check the date.", field=field
            )
        if day is not None and born_on is not None and day < born_on:
            raise UserError(f"{words} lies before the birth date. Nothing was changed. Check both dates.", field=field)
    if since is not None and last_review_on is not None and last_review_on < since:
        raise UserError(
            "The last review lies before the start of care. Nothing was changed. Check both dates.",
            field="last_review_on",
        )


def complete_from(
    since: date | None, last_review_on: date | None, work: Workspace, tracking_from: date | None = None
) -> date | None:
    """From which day on the history is whole: the last review stated, or a start so new that none fell due untracked.

    ``tracking_from`` None: from today.
    """
    if last_review_on is not None:
        return last_review_on
    if since is not None and add(work.calendar, since, reviews.FIRST.offset) >= (tracking_from or work.today):
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
    twice = said.keys() & set(act.clear)
    if twice:
        raise UserError(f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.")
    said |= {name: words_of(said[name]) or getattr(child, name) for name in _NAMES if name in said}
    _check_tracking(act.tracking_from, work.today)
    _check_birth(act, work.child(act.child), work.today)
    if act.ethnicity is not None and act.ethnicity not in ETHNICITIES:
        raise UserError("The ethnicity is not one of the SSDA903 codes. Nothing was changed.", field="ethnicity")
    work.put(replace(child, **said | dict.fromkeys(act.clear)))


def _check_birth(act: ChangeChild, facts: ChildFacts, today: date) -> None:
    """A birth date fits what is held already: nobody was in care, or reviewed, before being born."""
    _check_born(act.born_on, today)
    days = [*(one.started_on for one in facts.episodes), *(one.held_on for one in facts.reviews)]
    if act.born_on is not None and days and act.born_on > min(days):
        raise UserError(
            f"The birth date lies after {short(min(days))}, when {act.child} was in care already. "
            "Nothing was changed. Check the date.",
            field="born_on",
        )


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


def open_period(facts: ChildFacts, day: date) -> PeriodOfCare | None:
    """The period of care that runs on a day."""
    return next((one for one in periods_of_care(facts.episodes) if one.is_open_on(day)), None)
