"""Acts about performance clinics: a clinic with an IRO, what was agreed there, and what came of it."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import (
    AddClinicAction,
    ChangeClinicAction,
    RecordClinic,
    RecordClinicAction,
    RemoveClinic,
    RemoveClinicAction,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Clinic, ClinicAction
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.workspace import Workspace


def record_clinic(act: RecordClinic, work: Workspace) -> None:
    """Record a clinic; of a day already recorded the note is replaced."""
    iro_id = _iro(act.iro, work)
    check_come(act.held_on, work.today, "held_on", "Record it once it was held.")
    note = (act.note or "").strip() or None
    found = _find(iro_id, act.held_on, work)
    work.put(replace(found, note=note) if found else Clinic(work.new_id(), iro_id, act.held_on, note))


def remove_clinic(act: RemoveClinic, work: Workspace) -> None:
    """Take a clinic away with what was agreed there."""
    clinic = _clinic(act.iro, act.held_on, work)
    for one in _actions(clinic, work):
        work.remove(one)
    work.remove(clinic)


def add_clinic_action(act: AddClinicAction, work: Workspace) -> None:
    """Add what was agreed with the next number of its clinic; one that was taken away is not given again."""
    clinic = _clinic(act.iro, act.held_on, work)
    _check_due(act.due_on, clinic)
    number = 1 + max((one.number for one in work.ever(ClinicAction) if one.clinic_id == clinic.id), default=0)
    work.put(ClinicAction(work.new_id(), clinic.id, number, _text_of(act.text), act.due_on))


def change_clinic_action(act: ChangeClinicAction, work: Workspace) -> None:
    """Put its words and its day right."""
    clinic = _clinic(act.iro, act.held_on, work)
    one = _action(clinic, act.number, work)
    _check_due(act.due_on, clinic)
    work.put(replace(one, text=_text_of(act.text), due_on=act.due_on))


def record_clinic_action(act: RecordClinicAction, work: Workspace) -> None:
    """Record the day on which it was done and what came of it; without a day it is open again.

    What came of it may be said while it is open, too: how far it has come.
    """
    clinic = _clinic(act.iro, act.held_on, work)
    one = _action(clinic, act.number, work)
    check_come(act.done_on, work.today, "done_on", CHECK)
    if act.done_on is not None and act.done_on < clinic.held_on:
        raise UserError(
            f"{short(act.done_on)} lies before the clinic of {short(clinic.held_on)}. Nothing was saved. "
            "Check the date.",
            field="done_on",
        )
    work.put(replace(one, done_on=act.done_on, came_of=(act.came_of or "").strip() or None))


def remove_clinic_action(act: RemoveClinicAction, work: Workspace) -> None:
    """Take an action away."""
    work.remove(_action(_clinic(act.iro, act.held_on, work), act.number, work))


def _iro(name: str, work: Workspace) -> str:
    found = work.find_iro(name)
    if found is None:
        raise UserError("There is no IRO of that name here. Nothing was changed. Check the name.", field="iro")
    return found.id


def _find(iro_id: str, held_on: date, work: Workspace) -> Clinic | None:
    return next((one for one in work.all(Clinic) if (one.iro_id, one.held_on) == (iro_id, held_on)), None)


def _clinic(iro: str, held_on: date, work: Workspace) -> Clinic:
    found = _find(_iro(iro, work), held_on, work)
    if found is None:
        raise UserError(
            f"No clinic of {short(held_on)} is recorded with this IRO. Nothing was changed. Check the day.",
            field="held_on",
        )
    return found


def _actions(clinic: Clinic, work: Workspace) -> list[ClinicAction]:
    return [one for one in work.all(ClinicAction) if one.clinic_id == clinic.id]


def _action(clinic: Clinic, number: int, work: Workspace) -> ClinicAction:
    found = next((one for one in _actions(clinic, work) if one.number == number), None)
    if found is None:
        raise UserError(
            f"The clinic of {short(clinic.held_on)} has no action {number}. Nothing was changed. Check the number.",
            field="number",
        )
    return found


def _text_of(text: str) -> str:
    if not text.strip():
        raise UserError("An action has a text. Nothing was saved. Say what is to be done.", field="text")
    return text.strip()


def _check_due(due_on: date | None, clinic: Clinic) -> None:
    if due_on is not None and due_on < clinic.held_on:
        raise UserError(
            f"{short(due_on)} lies before the clinic of {short(clinic.held_on)}. Nothing was saved. Check the date.",
            field="due_on",
        )
