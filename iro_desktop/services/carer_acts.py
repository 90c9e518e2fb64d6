"""Acts about foster carers: their approval and its end, the fostering IRO, and the day booked for the next review."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from iro_desktop.domain.acts import AddFosterCarer, BookCarerReview, ChangeFosterCarer, EndFosterCarer
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import CarerReview, CarerReviewAsked, FosterCarer
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_AHEAD = timedelta(days=2 * 366)  # a review is owed within a year
_CLEARABLE = frozenset({"iro", "terms"})


def add_foster_carer(act: AddFosterCarer, work: Workspace) -> None:
    """Add a household; references are unique."""
    reference = words_of(act.carer)
    if reference is None:
        raise UserError(
            "A foster carer needs a reference. Nothing was changed. Use the service's own, not a name.", field="carer"
        )
    if _find(reference, work) is not None:
        raise UserError(f"There already is a foster carer {reference}. Nothing was changed.", field="carer")
    check_past(act.approved_on, work.today, "approved_on")
    iro_id = work.iro(act.iro).id if act.iro else None
    work.put(FosterCarer(work.new_id(), reference, act.approved_on, iro_id=iro_id, terms=words_of(act.terms)))


def change_foster_carer(act: ChangeFosterCarer, work: Workspace) -> None:
    """Change the approval's day, the fostering IRO or the terms."""
    before = carer_named(act.carer, work)
    if act.row_version is not None and act.row_version != before.row_version:
        raise Conflict(
            f"Foster carer {before.reference} was changed since it was read. Nothing was saved. Look at it again."
        )
    unknown = sorted(set(act.clear) - _CLEARABLE)
    if unknown:
        raise UserError(f"“{unknown[0]}” cannot be emptied. Nothing was saved. Give another value instead.", "clear")
    for name in sorted(act.clear):
        if getattr(act, name) is not None:
            raise UserError(f"“{name}” is both given and to be emptied. Nothing was saved. Say one of the two.", name)
    said: dict[str, Any] = {"iro": "iro_id", "terms": "terms"}
    changed: dict[str, Any] = {said[name]: None for name in act.clear}
    if act.approved_on is not None:
        _check_approved(act.approved_on, before, work)
        changed["approved_on"] = act.approved_on
    if act.iro is not None:
        changed["iro_id"] = work.iro(act.iro).id
    if act.terms is not None:
        changed["terms"] = words_of(act.terms)
    work.put(replace(before, **changed))


def _check_approved(approved_on: date, carer: FosterCarer, work: Workspace) -> None:
    check_past(approved_on, work.today, "approved_on")
    asked = [one.asked_on for one in work.all(CarerReviewAsked) if one.carer_id == carer.id]
    later = [*(one.held_on for one in reviews_of(carer, work)), *asked, *([carer.ended_on] if carer.ended_on else [])]
    if later and approved_on >= min(later):
        raise UserError(
            f"{short(approved_on)} does not lie before {short(min(later))}, of which something is recorded. "
            "Nothing was saved. Check the date.",
            field="approved_on",
        )


def book_carer_review(act: BookCarerReview, work: Workspace) -> None:
    """Book the next review's day, book it anew, or give it up."""
    carer = carer_named(act.carer, work)
    if act.review_on is None:
        if carer.booked_on is None:
            raise UserError("No day is booked. Nothing was changed.", field="review_on")
        work.put(replace(carer, booked_on=None))
        return
    if carer.ended_on is not None:
        raise UserError(f"The approval ended on {short(carer.ended_on)}. Nothing was saved.", field="carer")
    if act.review_on < work.today:
        raise UserError(
            f"{short(act.review_on)} has passed. Nothing was saved. Record the review if it was held.", "review_on"
        )
    if act.review_on > work.today + _AHEAD:
        raise UserError(
            f"{short(act.review_on)} lies more than two years ahead. Nothing was saved. Check the year.", "review_on"
        )
    work.put(replace(carer, booked_on=act.review_on))


def end_foster_carer(act: EndFosterCarer, work: Workspace) -> None:
    """The approval ends; no review is owed any more."""
    carer = carer_named(act.carer, work)
    if carer.ended_on is not None:
        raise UserError(f"The approval ended on {short(carer.ended_on)} already. Nothing was changed.")
    check_past(act.on, work.today, "on")
    last_on = max((carer.approved_on, *(one.held_on for one in reviews_of(carer, work))))
    if act.on < last_on:
        raise UserError(
            f"{short(act.on)} lies before {short(last_on)}. Nothing was changed. Check the date.", field="on"
        )
    work.put(replace(carer, ended_on=act.on, booked_on=None))


def check_past(day: date, today: date, field: str) -> None:
    """Refuse a day to come."""
    check_come(day, today, field, "Record it on the day.")


def reviews_of(carer: FosterCarer, work: Workspace) -> list[CarerReview]:
    """Every review of the approval."""
    return [one for one in work.all(CarerReview) if one.carer_id == carer.id]


def _find(reference: str, work: Workspace) -> FosterCarer | None:
    wanted = reference.casefold()
    return next((one for one in work.all(FosterCarer) if one.reference.casefold() == wanted), None)


def carer_named(reference: str, work: Workspace) -> FosterCarer:
    """The household with that reference. Raises ``UserError`` where there is none."""
    found = _find(words_of(reference) or "", work)
    if found is None:
        raise UserError(
            f"There is no foster carer {reference} here. Nothing was changed. Check the reference.", field="carer"
        )
    return found
