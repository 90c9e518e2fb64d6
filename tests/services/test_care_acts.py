"""What changes inside a period of care, entered by hand: the episodes it leaves, and what is refused."""

import pytest

from iro_desktop.domain.acts import AddChild, ChangeCare, EndCare, StartCare
from tests.services.cases import CHILD, IRO
from tests.services.office import Office, day

SINCE = day("2 Nov")


@pytest.fixture
def placed(office: Office) -> Office:
    office.each(AddChild(child="A2"), StartCare(child="A2", on=SINCE, legal_status="C1", placement="U6"))
    return office


@pytest.mark.parametrize(
    ("legal_status", "placement", "same_carer", "reason"),
    [
        ("J1", None, False, "L"),
        ("J1", "U6", True, "L"),
        (None, "A3", False, "P"),
        (None, "A4", True, "T"),
        ("E1", "A5", False, "B"),
        ("E1", "A6", True, "U"),
    ],
)
def test_the_new_episode_begins_for_the_reason_of_what_changed(
    placed: Office, legal_status: str | None, placement: str | None, same_carer: bool, reason: str
):
    placed.do(
        ChangeCare(child="A2", on=day("16 Nov"), legal_status=legal_status, placement=placement, same_carer=same_carer)
    )
    first, second = placed.facts("A2").episodes
    assert (first.ended_on, first.end_reason) == (day("16 Nov"), "X1")
    assert (second.start_reason, second.started_on) == (reason, day("16 Nov"))
    assert (second.legal_status, second.placement) == (legal_status or "C1", placement or "U6")


def test_a_move_to_another_carer_of_the_same_kind_is_a_new_placement(placed: Office):
    placed.do(ChangeCare(child="A2", on=day("16 Nov"), placement="U6"))
    assert [(one.start_reason, one.placement) for one in placed.facts("A2").episodes] == [("S", "U6"), ("P", "U6")]


def test_a_child_placed_for_adoption_by_hand_is_reviewed_by_the_adoption_clock(placed: Office):
    placed.do(ChangeCare(child="A2", on=day("16 Nov"), placement="A3"))
    assert [one.due_on for one in placed.deadlines("A2", "review.adoption-placed")] == [day("14 Dec")]


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (ChangeCare(child="A2", on=day("16 Nov"), legal_status="X9"), "legal status is not one of the SSDA903 codes"),
        (ChangeCare(child="A2", on=day("16 Nov"), placement="X9"), "placement is not one of the SSDA903 codes"),
        (ChangeCare(child="A2", on=day("24 Nov"), legal_status="C2"), "still to come"),
        (ChangeCare(child="A2", on=SINCE, legal_status="C2"), "has to lie after 2 Nov 2026"),
        (ChangeCare(child="A2", on=day("16 Nov")), "as recorded"),
        (ChangeCare(child="A2", on=day("16 Nov"), legal_status="C1", placement="U6", same_carer=True), "as recorded"),
        (ChangeCare(child="XX", on=day("16 Nov"), legal_status="C2"), "no child with the id XX"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(placed: Office, act: ChangeCare, sentence: str):
    assert sentence in placed.refused(act)


def test_who_is_not_looked_after_changes_no_placement(placed: Office):
    placed.do(EndCare(child="A2", on=day("16 Nov"), reason="E4A"))
    assert "is not looked after" in placed.refused(ChangeCare(child="A2", on=day("20 Nov"), legal_status="C2"))


def test_a_start_of_which_nothing_else_is_known_is_changed_too(office: Office):
    office.each(IRO, CHILD, ChangeCare(child="A1", on=day("16 Nov"), legal_status="V4"))
    assert [one.legal_status for one in office.facts().episodes] == [None, "V4"]
