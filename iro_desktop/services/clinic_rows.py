"""Clinics as they stand: each with what was agreed there, late actions first in what is missing."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Clinic, ClinicAction
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.clinic_views import ActionRow, ClinicRow, ClinicsView
from iro_desktop.services.snapshot import Snapshot


def clinics(snapshot: Snapshot, iro: str | None = None) -> tuple[ClinicRow, ...]:
    """Every clinic, the newest first: of one IRO by name, or of all."""
    names = {one.id: one.name for one in snapshot.iros}
    actions: dict[str, list[ClinicAction]] = {}
    for one in snapshot.clinic_actions:
        actions.setdefault(one.clinic_id, []).append(one)
    found = [_row(one, names, actions.get(one.id, []), snapshot.today) for one in snapshot.clinics]
    mine = [one for one in found if iro is None or one.iro == iro]
    return tuple(sorted(sorted(mine, key=lambda one: one.iro), key=lambda one: one.held_on, reverse=True))


def clinics_view(snapshot: Snapshot) -> ClinicsView:
    """Every clinic of the service as one list."""
    held = clinics(snapshot)
    every = [action for one in held for action in one.actions]
    still = sorted((one for one in every if one.done_on is None), key=lambda one: (one.due_on or date.max, one.key))
    rows: list[ActionRow | ClinicRow] = [*still]
    for one in held:
        rows += [one, *(action for action in one.actions if action.done_on is not None)]
    late = sum(one.standing is Standing.OVERDUE for one in still)
    return ClinicsView(tuple(rows), len(held), len(still), late)


def _row(one: Clinic, names: dict[str, str], actions: list[ClinicAction], today: date) -> ClinicRow:
    iro = names.get(one.iro_id, "")
    return ClinicRow(
        iro,
        one.held_on,
        one.note or "",
        tuple(_action(iro, one.held_on, each, today) for each in sorted(actions, key=lambda each: each.number)),
    )


def _action(iro: str, held_on: date, one: ClinicAction, today: date) -> ActionRow:
    standing, words = _standing(one, today)
    return ActionRow(iro, held_on, one.number, one.text, one.due_on, one.done_on, one.came_of or "", standing, words)


def _standing(one: ClinicAction, today: date) -> tuple[Standing, str]:
    if one.done_on is not None:
        is_late = one.due_on is not None and one.done_on > one.due_on
        late = f", later than {short(one.due_on)}" if is_late and one.due_on else ""
        return Standing.MET_LATE if is_late else Standing.MET, f"Done {short(one.done_on)}{late}"
    if one.due_on is None:
        return Standing.WAITING, "Open, no day agreed"
    if one.due_on < today:
        return Standing.OVERDUE, f"Was to be done by {short(one.due_on)}"
    return Standing.DUE_SOON, "To be done today" if one.due_on == today else f"To be done by {short(one.due_on)}"
