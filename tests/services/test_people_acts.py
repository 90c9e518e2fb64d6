"""Acts about children, IROs, siblings and time in care: what they do, and how they refuse."""

from datetime import timedelta
from itertools import pairwise

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AllocateIro,
    ChangeChild,
    EndCare,
    FormSiblingGroup,
    RecordReviewHeld,
    StartCare,
)
from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.vocabulary import Participation, Sex, Standing
from iro_desktop.rules.reviews import NEXT_REVIEW
from tests.conftest import TODAY
from tests.services.cases import CHILD, FIRST, IRO, STARTED
from tests.services.office import Office, day


def spans(office: Office, council_id: str = "A1") -> list[tuple[str, str, str]]:
    """Allocations as (IRO, from, to), oldest first."""
    names = {one.id: one.name for one in office.snapshot().iros}
    return [(names[one.iro_id], str(one.from_on), str(one.to_on or "")) for one in office.facts(council_id).allocations]


# --- IROs


def test_an_iro_has_a_name_of_her_own_whatever_its_case_and_blanks(office: Office):
    office.do(AddIro(name="  Siân   Ó Briain "))
    assert [one.name for one in office.snapshot().iros] == ["Siân Ó Briain"]
    assert "already" in office.refused(AddIro(name="siân ó  BRIAIN"))
    assert "needs a name" in office.refused(AddIro(name="  "))


@pytest.mark.parametrize("fte", [0, -1, 1.01, float("nan"), float("inf")])
def test_full_time_is_one(office: Office, fte: float):
    assert "between 0 and 1" in office.refused(AddIro(name="Jo", fte=fte))


# --- adding a child


def test_two_fields_suffice_and_bring_the_first_review(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("2 Nov")))
    owed = office.owed()
    assert (owed.rule.id, owed.due_on, owed.review_number) == ("review.first", day("30 Nov"), 1)
    assert office.child().complete_from == day("2 Nov")


def test_a_child_in_care_for_longer_has_no_date_until_somebody_says_when_the_last_review_was(office: Office):
    office.do(AddChild(child="A1", looked_after_since=STARTED))
    owed = office.owed()
    assert (owed.rule.id, owed.due_on, owed.standing) == ("review.opening", None, Standing.NOT_RECORDED)
    office.do(RecordReviewHeld(child="A1", held_on=day("1 Nov"), participation=Participation.PN1, number=1))
    assert (office.owed().rule.id, office.owed().due_on) == ("review.second", day("1 Feb 2027"))


def test_a_child_tracked_since_its_start_of_care_is_overdue_for_what_was_not_told(office: Office):
    office.do(AddChild(child="A1", looked_after_since=STARTED, tracking_from=STARTED))
    owed = office.owed()
    assert (owed.rule.id, owed.due_on, owed.standing) == ("review.first", day("9 Nov"), Standing.OVERDUE)


def test_on_the_day_the_first_review_falls_due_the_child_still_counts_as_new(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("26 Oct")))
    assert (office.owed().due_on, office.owed().standing) == (TODAY, Standing.DUE_TODAY)
    office.do(AddChild(child="A2", looked_after_since=day("23 Oct")))
    assert office.child("A2").complete_from is None


def test_from_a_last_review_of_unknown_number_the_next_is_due_in_six_months_and_accuses_nobody(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Apr")))
    owed = office.owed()
    assert (owed.rule.id, owed.due_on, owed.review_number) == ("review.opening", day("1 Oct"), None)
    assert owed.standing is Standing.NOT_RECORDED
    assert office.snapshot().children["A1"].is_looked_after


def test_a_last_review_stated_to_be_the_first_makes_the_next_due_in_three_months(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("3 Aug"), last_review_on=day("28 Aug"), last_review_number=1))
    owed = office.owed()
    assert (owed.rule.id, owed.due_on, owed.review_number) == ("review.second", day("28 Nov"), 2)


def test_names_without_letters_are_no_names(office: Office):
    office.do(AddChild(child=" A1 ", given_name="  ", family_name="  van  Dyk "))
    assert (office.child().given_name, office.child().family_name) == (None, "van Dyk")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"child": "  "}, "needs an id"),
        ({"child": "A1", "looked_after_since": day("24 Nov")}, "in the future"),
        ({"child": "A1", "last_review_on": day("24 Nov")}, "in the future"),
        ({"child": "A1", "tracking_from": day("24 Nov")}, "in the future"),
        ({"child": "A1", "born_on": day("1 Jan 2028")}, "too far in the future"),
        ({"child": "A1", "born_on": day("5 Nov"), "looked_after_since": day("4 Nov")}, "before the birth date"),
        ({"child": "A1", "born_on": day("5 Nov"), "last_review_on": day("4 Nov")}, "before the birth date"),
        ({"child": "A1", "looked_after_since": day("5 Nov"), "last_review_on": day("4 Nov")}, "before the start"),
        ({"child": "A1", "last_review_number": 3}, "without its day"),
        ({"child": "A1", "last_review_on": day("4 Nov"), "last_review_number": 0}, "numbered from 1"),
        ({"child": "A1", "last_review_on": day("4 Nov"), "last_review_number": 10**30}, "numbered from 1"),
        ({"child": "A1", "iro": "Nobody"}, "no IRO named"),
        ({"child": "A1", "looked_after_since": day("1 Jan 1066")}, "Check the year"),
    ],
)
def test_what_cannot_be_of_a_new_child_is_refused(office: Office, said, words):
    assert words in office.refused(AddChild(**said))


def test_an_id_is_given_once(office: Office):
    office.each(IRO, CHILD)
    assert "Open that child instead" in office.refused(AddChild(child="A1 "))


# --- changing a child


def test_said_fields_change_named_ones_are_emptied_the_others_stay(office: Office):
    office.each(IRO, CHILD, ChangeChild(child="A1", given_name="Ann", sex=Sex.FEMALE))
    office.do(ChangeChild(child="A1", known_as=" Annie ", clear=("born_on", "sex")))
    child = office.child()
    assert (child.given_name, child.known_as, child.born_on, child.sex) == ("Ann", "Annie", None, None)
    assert child.tracking_from == STARTED


def test_a_stale_form_is_a_conflict(office: Office):
    office.each(IRO, CHILD)
    read = office.child().row_version
    office.do(ChangeChild(child="A1", given_name="Ann", row_version=read))
    stale = ChangeChild(child="A1", given_name="Bea", row_version=read)
    assert "changed elsewhere" in office.refused(stale)
    with pytest.raises(Conflict):
        office.do(stale)
    office.do(ChangeChild(child="A1", given_name="Bea", row_version=office.child().row_version))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"clear": ("council_id",)}, "cannot be emptied"),
        ({"clear": ("tracking_from",)}, "cannot be emptied"),
        ({"clear": ("sex",), "sex": Sex.MALE}, "both given and to be emptied"),
        ({"born_on": day("1 Jan 2028")}, "too far in the future"),
        ({"born_on": STARTED + timedelta(days=1)}, "in care already"),
        ({"tracking_from": day("24 Nov")}, "in the future"),
        ({"ethnicity": "XXXX"}, "SSDA903"),
        ({}, "how it stands already"),
        ({"given_name": "  "}, "how it stands already"),
    ],
)
def test_what_cannot_be_of_a_child_is_refused(office: Office, said, words):
    office.each(IRO, CHILD)
    assert words in office.refused(ChangeChild(child="A1", **said))


@pytest.mark.parametrize(
    "act",
    [ChangeChild(child="XX", known_as="A"), AllocateIro(child="XX", iro="Jo Bloggs", from_on=STARTED),
     StartCare(child="XX", on=STARTED), EndCare(child="XX", on=STARTED, reason="E4A"),
     FormSiblingGroup(name="One", children=("A1", "XX"), from_on=STARTED)],
    ids=lambda act: act.kind,
)  # fmt: skip
def test_a_child_nobody_knows_is_refused_by_id(office: Office, act):
    office.each(IRO, CHILD)
    assert "no child with the id XX" in office.refused(act)


# --- allocations


def test_an_allocation_ends_the_day_before_the_next_begins(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), CHILD)
    office.do(AllocateIro(child="A1", iro="ann  other", from_on=day("1 Nov")))
    assert spans(office) == [("Jo Bloggs", "2026-10-12", "2026-10-31"), ("Ann Other", "2026-11-01", "")]
    assert office.snapshot().children["A1"].iro == "Ann Other"


def test_one_from_the_same_day_is_replaced(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), CHILD, AllocateIro(child="A1", iro="Ann Other", from_on=STARTED))
    assert spans(office) == [("Ann Other", "2026-10-12", "")]


def test_one_that_begins_before_others_takes_their_place_for_good(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), AddIro(name="Third"), CHILD)
    office.each(
        AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Nov")),
        AllocateIro(child="A1", iro="Third", from_on=day("20 Oct")),
    )
    assert spans(office) == [("Jo Bloggs", "2026-10-12", "2026-10-19"), ("Third", "2026-10-20", "")]
    office.undo()
    assert spans(office)[-1] == ("Ann Other", "2026-11-01", "")


def test_one_that_begins_later_does_not_hold_yet(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), CHILD)
    office.do(AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Dec")))
    assert office.snapshot().children["A1"].iro == "Jo Bloggs"


def test_allocations_never_overlap_and_one_at_most_is_open(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), CHILD)
    for n, word in enumerate(("1 Nov", "20 Oct", "12 Nov", "12 Nov", "1 Nov", "1 Dec", "13 Oct")):
        office.do(AllocateIro(child="A1", iro=("Ann Other", "Jo Bloggs")[n % 2], from_on=day(word)))
        found = office.facts().allocations
        assert all(one.to_on and one.to_on < after.from_on for one, after in pairwise(found))
        assert found[-1].to_on is None


def test_an_iro_nobody_knows_is_refused(office: Office):
    office.each(IRO, CHILD)
    assert "Add the IRO first" in office.refused(AllocateIro(child="A1", iro="Nobody", from_on=STARTED))


# --- siblings


def test_siblings_see_each_other(office: Office):
    office.each(IRO, CHILD, AddChild(child="A2"), AddChild(child="A3"))
    office.do(FormSiblingGroup(name=" One ", children=("A1", "A2", "A3", "A2"), from_on=STARTED))
    assert office.snapshot().siblings == {"A1": ("A2", "A3"), "A2": ("A1", "A3"), "A3": ("A1", "A2")}


@pytest.mark.parametrize(
    ("name", "children", "words"),
    [
        ("Two", (), "at least two"),
        ("Two", ("A3",), "at least two"),
        ("Two", ("A3", "A3"), "at least two"),
        ("  ", ("A3", "A4"), "needs a name"),
        ("One", ("A3", "A4"), "already is a sibling group named"),
        ("Two", ("A3", "A1"), "A1 already is in a sibling group"),
    ],
)
def test_what_is_no_sibling_group_is_refused(office: Office, name, children, words):
    office.each(*(AddChild(child=f"A{n}") for n in range(1, 5)))
    office.do(FormSiblingGroup(name="One", children=("A1", "A2"), from_on=STARTED))
    assert words in office.refused(FormSiblingGroup(name=name, children=children, from_on=STARTED)).replace(
        "There already is", "already is"
    )


# --- periods of care


def test_an_end_of_care_ends_duties_and_allocations_and_a_return_begins_anew(office: Office):
    office.each(IRO, CHILD, FIRST, EndCare(child="A1", on=day("10 Nov"), reason="E4A"))
    now = office.snapshot().children["A1"]
    assert not now.is_looked_after
    assert now.iro is None
    assert not [one for one in now.deadlines if one.rule.id in NEXT_REVIEW and one.is_open]
    office.do(StartCare(child="A1", on=day("16 Nov"), legal_status="V2", placement="U6"))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.first", 1)
    assert office.owed().due_on == day("14 Dec")


def test_care_may_begin_again_on_the_day_it_ended(office: Office):
    office.each(
        IRO, CHILD, EndCare(child="A1", on=day("10 Nov"), reason="E4A"), StartCare(child="A1", on=day("10 Nov"))
    )
    assert office.owed().trigger_on == day("10 Nov")


def test_an_end_told_late_ends_what_was_allocated_since(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), CHILD)
    office.each(
        AllocateIro(child="A1", iro="Ann Other", from_on=day("15 Nov")),
        EndCare(child="A1", on=day("10 Nov"), reason="E4A"),
    )
    assert spans(office) == [("Jo Bloggs", "2026-10-12", "2026-11-10")]
    office.undo()
    assert spans(office)[-1] == ("Ann Other", "2026-11-15", "")


def test_a_start_of_care_fills_one_that_was_not_known(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    office.do(StartCare(child="A1", on=day("1 Mar 2025")))
    [since] = [value for label, value in office.desk().child("A1").facts if label == "Looked after since"]
    assert since == "1 Mar 2025"


def test_a_start_told_months_later_claims_no_whole_history(office: Office):
    office.do(AddChild(child="A1"))
    office.do(StartCare(child="A1", on=day("1 Mar 2025")))
    assert office.child().complete_from is None
    assert office.owed().review_number is None


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (StartCare(child="A1", on=day("24 Nov")), "in the future"),
        (StartCare(child="A1", on=day("1 Nov")), "already was looked after"),
        (StartCare(child="A1", on=day("1 Jan 2014")), "before the birth date"),
        (StartCare(child="A1", on=day("1 Jan 2020")), "recorded already and later"),
        (StartCare(child="A2", on=day("1 Nov"), legal_status="XX"), "SSDA903"),
        (StartCare(child="A2", on=day("1 Nov"), placement="XX"), "SSDA903"),
        (EndCare(child="A1", on=day("24 Nov"), reason="E4A"), "in the future"),
        (EndCare(child="A1", on=day("11 Oct"), reason="E4A"), "was not looked after"),
        (EndCare(child="A1", on=day("4 Nov"), reason="E4A"), "is recorded, after that day"),
        (EndCare(child="A2", on=day("4 Nov"), reason="E4A"), "was not looked after"),
        (EndCare(child="A1", on=day("10 Nov"), reason="X1"), "SSDA903"),
        (EndCare(child="A1", on=day("10 Nov"), reason=""), "SSDA903"),
    ],
)
def test_what_cannot_be_of_a_time_in_care_is_refused(office: Office, act, words):
    office.each(IRO, CHILD, FIRST, AddChild(child="A2"))
    assert words in office.refused(act)


def test_care_ends_once(office: Office):
    end = EndCare(child="A1", on=day("10 Nov"), reason="E4A")
    office.each(IRO, CHILD, end)
    assert "was not looked after" in office.refused(end)


def test_a_review_on_the_day_of_exit_is_a_review_and_the_day_after_is_none(office: Office):
    office.each(IRO, CHILD, EndCare(child="A1", on=day("9 Nov"), reason="E4A"))
    late = RecordReviewHeld(child="A1", held_on=day("10 Nov"), participation=Participation.PN1)
    assert "was not looked after" in office.refused(late)
    office.do(RecordReviewHeld(child="A1", held_on=day("9 Nov"), participation=Participation.PN1))
    assert [one.standing for one in office.deadlines(rule="review.first")] == [Standing.MET]
