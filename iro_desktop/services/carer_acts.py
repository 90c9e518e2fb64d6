"""Acts about foster carers: their approval and its reviews."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import AddFosterCarer, EndFosterCarer, RecordCarerReview
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import CarerReview, FosterCarer
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def add_foster_carer(act: AddFosterCarer, work: Workspace) -> None:
    """Add a household; references are unique."""
    reference = words_of(act.carer)
    if reference is None:
        raise UserError(
            "A foster carer needs a reference. Nothing was changed. Use the service's own, not a name.", field="carer"
        )
    if _find(reference, work) is not None:
        raise UserError(f"There already is a foster carer {reference}. Nothing was changed.", field="carer")
    _check_past(act.approved_on, work.today, "approved_on")
    work.put(FosterCarer(work.new_id(), reference, act.approved_on))


def record_carer_review(act: RecordCarerReview, work: Workspace) -> None:
    """Record a review: the meeting, then the panel, then the decision, as far as they are known."""
    carer = _carer(act.carer, work)
    if act.held_on <= carer.approved_on or (carer.ended_on is not None and act.held_on > carer.ended_on):
        raise UserError(
            f"{short(act.held_on)} does not lie in the time of approval, from {short(carer.approved_on)}"
            f"{f' to {short(carer.ended_on)}' if carer.ended_on else ''}. Nothing was saved. Check the date.",
            field="held_on",
        )
    after, field = act.held_on, "held_on"
    for day, name in ((act.panel_on, "panel_on"), (act.decided_on, "decided_on")):
        if day is not None and day < after:
            raise UserError(f"{short(day)} lies before {short(after)}. Nothing was saved. Check the dates.", name)
        after, field = (day, name) if day is not None else (after, field)
    _check_past(after, work.today, field)
    if act.held_on in _held(carer, work):
        raise UserError(f"A review on {short(act.held_on)} is recorded already. Nothing was saved.", field="held_on")
    work.put(CarerReview(work.new_id(), carer.id, act.held_on, act.decided_on, act.panel_on, act.what))


def end_foster_carer(act: EndFosterCarer, work: Workspace) -> None:
    """The approval ends; no review is owed any more."""
    carer = _carer(act.carer, work)
    if carer.ended_on is not None:
        raise UserError(f"The approval ended on {short(carer.ended_on)} already. Nothing was changed.")
    _check_past(act.on, work.today, "on")
    last_on = max((carer.approved_on, *_held(carer, work)))
    if act.on < last_on:
        raise UserError(
            f"{short(act.on)} lies before {short(last_on)}. Nothing was changed. Check the date.", field="on"
        )
    work.put(replace(carer, ended_on=act.on))


def _check_past(day: date, today: date, field: str) -> None:
    if day > today:
        raise UserError(f"{short(day)} is still to come. Nothing was saved. Record it on the day.", field)


def _held(carer: FosterCarer, work: Workspace) -> list[date]:
    return [one.held_on for one in work.all(CarerReview) if one.carer_id == carer.id]


def _find(reference: str, work: Workspace) -> FosterCarer | None:
    wanted = reference.casefold()
    return next((one for one in work.all(FosterCarer) if one.reference.casefold() == wanted), None)


def _carer(reference: str, work: Workspace) -> FosterCarer:
    found = _find(words_of(reference) or "", work)
    if found is None:
        raise UserError(
            f"There is no foster carer {reference} here. Nothing was changed. Check the reference.", field="carer"
        )
    return found
