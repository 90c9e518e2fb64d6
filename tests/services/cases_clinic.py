"""One thing to do for every kind of act about performance clinics."""

from iro_desktop.domain.acts import (
    Act,
    AddClinicAction,
    ChangeClinicAction,
    RecordClinic,
    RecordClinicAction,
    RemoveClinic,
    RemoveClinicAction,
)
from tests.services.office import day

CLINIC = RecordClinic(iro="Jo Bloggs", held_on=day("2 Nov"), note="A full month.")
AGREED = AddClinicAction(iro="jo bloggs", held_on=day("2 Nov"), text="Minutes on the day after", due_on=day("30 Nov"))
DONE = RecordClinicAction(
    iro="Jo Bloggs", held_on=day("2 Nov"), number=1, done_on=day("20 Nov"), came_of="Four of five"
)


def clinic_cases(iro: Act, child: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it."""
    base = (iro, child)
    return (
        (CLINIC, base),
        (RecordClinic(iro="Jo Bloggs", held_on=day("2 Nov"), note="Another note"), (*base, CLINIC)),
        (RemoveClinic(iro="Jo Bloggs", held_on=day("2 Nov")), (*base, CLINIC, AGREED)),
        (AGREED, (*base, CLINIC)),
        (
            ChangeClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), number=1, text="Minutes within a week"),
            (*base, CLINIC, AGREED),
        ),
        (DONE, (*base, CLINIC, AGREED)),
        (RecordClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), number=1), (*base, CLINIC, AGREED, DONE)),
        (RemoveClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), number=1), (*base, CLINIC, AGREED)),
    )
