"""No child's name in a sentence, an error, the history's lines, or a problem of an import."""

import traceback
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from iro_desktop.domain.acts import AddChild, ChangeChild
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Child
from iro_desktop.store.gate import ActLine, Change
from iro_desktop.store.identity import new_id
from tests.conftest import TODAY
from tests.services.cases import CASES, Case
from tests.services.files import sheet_of, take_sheet
from tests.services.office import Office, day

CANARIES = ("Zebedee", "Quillfeather", "Zebbie")
NAMES: dict[str, Any] = dict(zip(("given_name", "family_name", "known_as"), CANARIES, strict=True))


def shown(error: BaseException) -> str:
    """All that a log or a crash report could print of an error, its causes included."""
    return "".join(traceback.format_exception(error)) + repr(error)


def names_no_child(text: str) -> bool:
    return not any(canary in text for canary in CANARIES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.act.kind)
def test_neither_history_nor_refusals_hold_a_name(office: Office, case: Case):
    def named(act):
        return replace(act, **NAMES) if isinstance(act, (AddChild, ChangeChild)) else act

    office.each(*map(named, case.before))
    act = named(case.act)
    attempts = [act, act, replace(act, child="XX") if hasattr(act, "child") else act]
    refusals = []
    for attempt in attempts:
        try:
            office.do(attempt)
        except UserError as error:
            refusals.append(shown(error))
    assert all(names_no_child(refusal) for refusal in refusals)
    assert names_no_child(repr(office.store.acts()))
    assert names_no_child(repr(office.desk().history()))


def test_a_row_that_the_database_refuses_is_not_shown(office: Office):
    office.do(AddChild(child="A1", **NAMES))
    twin = Child(new_id(), "A1", TODAY, None, *CANARIES)
    with pytest.raises(UserError) as caught, office.store.writing() as writer:
        writer.write(ActLine("Test", "Test", "x", "x", datetime.now(UTC)), [Change(None, twin)])
    assert names_no_child(shown(caught.value))


def test_problems_of_an_import_name_children_by_id(office: Office):
    name = " ".join(CANARIES[:2])
    sheet = sheet_of(
        ("A1", name, "05/05/2012", "01/12/2026", "01/12/2026", "0", "01/01/2026", "Jo Bloggs", "A99"),
        ("A1", name, "05/05/2030", "", "", "", "", "", ""),
        ("A2", name, "99/99/9999", "x", "x", "x", "x", "", "Zebbie"),
        ("A3", name, "05/05/2012", "01/03/2024", "", "", "", "Jo Bloggs", ""),
    )
    outcome = take_sheet(office, sheet)
    assert len(outcome.problems) > 6
    assert names_no_child(repr(outcome.problems))
    office.do(ChangeChild(child="A3", known_as="Zebbie"))
    again = take_sheet(office, sheet_of(("A3", name, "05/05/2012", "01/03/2024", str(day("1 Sep").isoformat()))))
    assert names_no_child(repr(again.problems))
