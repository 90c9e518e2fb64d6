"""What cannot be about performance clinics: the act, the field it is refused beside, words of the refusal."""

from dataclasses import replace

from iro_desktop.domain.acts import (
    Act,
    AddIro,
    ChangeClinicAction,
    RecordClinic,
    RecordClinicAction,
    RemoveClinic,
    RemoveClinicAction,
)
from tests.services.cases_clinic import AGREED, CLINIC
from tests.services.office import day

Refused = tuple[str, Act, str, str, tuple[Act, ...]]
_JO = AddIro(name="Jo Bloggs")
_HELD, _THERE = (_JO, CLINIC), (_JO, CLINIC, AGREED)
_ON = day("2 Nov")

IMPOSSIBLE_OF_CLINIC: tuple[Refused, ...] = (
    ("a clinic with nobody here", replace(CLINIC, iro="Ann Second"), "iro", "no IRO of that name", (_JO,)),
    ("a clinic tomorrow", RecordClinic(iro="Jo Bloggs", held_on=day("24 Nov")), "held_on", "still to come", (_JO,)),
    ("no such clinic", RemoveClinic(iro="Jo Bloggs", held_on=day("3 Nov")), "held_on", "No clinic of 3 Nov", _HELD),
    ("agreed at no clinic", replace(AGREED, held_on=day("3 Nov")), "held_on", "No clinic of 3 Nov", _HELD),
    ("agreed on nothing", replace(AGREED, text="  "), "text", "has a text", _HELD),
    ("agreed for a day before", replace(AGREED, due_on=day("1 Nov")), "due_on", "lies before", _HELD),
    (
        "changed to nothing",
        ChangeClinicAction(iro="Jo Bloggs", held_on=_ON, number=1, text=""),
        "text",
        "has a text",
        _THERE,
    ),
    (
        "changed to a day before",
        ChangeClinicAction(iro="Jo Bloggs", held_on=_ON, number=1, text="x", due_on=day("1 Nov")),
        "due_on",
        "lies before",
        _THERE,
    ),
    (
        "no such action",
        ChangeClinicAction(iro="Jo Bloggs", held_on=_ON, number=2, text="x"),
        "number",
        "has no action 2",
        _THERE,
    ),
    (
        "done tomorrow",
        RecordClinicAction(iro="Jo Bloggs", held_on=_ON, number=1, done_on=day("24 Nov")),
        "done_on",
        "still to come",
        _THERE,
    ),
    (
        "done before it was agreed",
        RecordClinicAction(iro="Jo Bloggs", held_on=_ON, number=1, done_on=day("1 Nov")),
        "done_on",
        "lies before",
        _THERE,
    ),
    ("taken away twice", RemoveClinicAction(iro="Jo Bloggs", held_on=_ON, number=3), "number", "no action 3", _THERE),
)
