"""Brothers and sisters: joining a group and leaving it, one group at a time."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import Act, AddChild, FormSiblingGroup, JoinSiblingGroup, LeaveSiblingGroup
from tests.services.cases import CHILD, GROUP, IRO
from tests.services.office import Office, day

JOIN = JoinSiblingGroup(group="One", child="A4", from_on=day("2 Nov"))
LEFT = LeaveSiblingGroup(group="One", child="A2", to_on=day("2 Nov"))


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD, AddChild(child="A2"), AddChild(child="A4"), AddChild(child="A5"), GROUP)
    return office


def test_who_joins_is_a_sibling_and_who_left_is_none(office: Office):
    office.each(JOIN, LEFT)
    assert office.snapshot().siblings == {"A1": ("A4",), "A4": ("A1",)}
    assert [group.name for group in office.snapshot().groups] == ["One"]
    assert len(office.snapshot().memberships) == 3


def test_who_left_joins_again_or_forms_another_group(office: Office):
    office.each(LEFT, FormSiblingGroup(name="Two", children=("A2", "A5"), from_on=day("3 Nov")))
    assert office.snapshot().siblings["A2"] == ("A5",)


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((), replace(JOIN, group="Two"), "no sibling group of that name"),
        ((), replace(JOIN, child="XX"), "no child with the id XX"),
        ((), replace(JOIN, from_on=day("24 Nov")), "still to come"),
        ((JOIN,), JOIN, "A4 already is in a sibling group"),
        ((LEFT,), replace(JOIN, child="A2"), "A2 already is in a sibling group"),
        ((), replace(LEFT, child="A4"), "A4 is not in that sibling group"),
        ((LEFT,), LEFT, "A2 is not in that sibling group"),
        ((), replace(LEFT, to_on=day("11 Oct")), "lies before 12 Oct 2026"),
        ((), replace(LEFT, to_on=day("24 Nov")), "in the future"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)
