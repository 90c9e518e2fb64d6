"""A child who stands here twice: one entry afterwards, nothing lost, nothing in any list, and taken apart by undo."""

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AddPerson,
    AllocateIro,
    BookReview,
    ChangeChild,
    FormSiblingGroup,
    MergeChild,
    RecordReviewHeld,
    RestrictPerson,
    StartCare,
)
from iro_desktop.domain.vocabulary import Participation, Restriction, Role
from iro_desktop.rules.calendar import england
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.importing import run_import
from tests.services.cases import CHILD, FIRST, IRO, STARTED
from tests.services.cases_children import REVIEW_OF_BOTH, SECOND, entered_twice
from tests.services.files import sheet_of, take_sheet
from tests.services.office import Office, day

MERGE = MergeChild(child="A9", into="A1")


def both(office: Office, *more) -> None:
    office.each(IRO, CHILD, FIRST, SECOND, REVIEW_OF_BOTH, *entered_twice("A1"), *entered_twice("A9", 2), *more)


def test_what_stands_in_both_is_kept_once_and_nothing_is_lost(office: Office):
    both(office)
    office.do(MERGE)
    facts = office.facts("A1")
    assert [one.held_on for one in facts.reviews] == [FIRST.held_on]
    assert [(one.number, one.text) for one in facts.recommendations] == [(1, "Laptop 1"), (2, "Laptop 2")]
    assert {one.review_id for one in facts.recommendations} == {facts.reviews[0].id}
    assert [one.name for one in facts.people] == ["Mary Smith"]
    assert len(facts.completions) == len(facts.contacts) == 1
    assert (facts.child.family_name, facts.child.born_on) == ("Moor", CHILD.born_on)
    with office.store.reading() as reader:
        assert [one.text for one in reader.record_sections(facts.child.id)] == ["Teeth 1\n\nTeeth 2"]


def test_the_second_entry_is_in_no_list_is_found_under_the_first_and_says_so(office: Office):
    both(office)
    desk = office.desk()
    desk.act(MERGE)
    assert [row.child for row in desk.caseload().rows] == ["A1"]
    assert [(one.child, one.was_also) for one in desk.find("a9")] == [("A1", ("A9",))]
    assert desk.child_record("A1").was_also == ("A9",)
    sentence = office.refused(ChangeChild(child="A9", given_name="Ann"))
    assert "merged into it. Nothing was changed. Use A1" in sentence
    assert "merged into A1. Nothing was changed. Open A1 instead" in office.refused(AddChild(child="A9"))
    desk.undo()
    assert [row.child for row in desk.caseload().rows] == ["A1", "A9"]


def test_it_shows_both_side_by_side_before_it_is_done(office: Office):
    both(office, ChangeChild(child="A9", born_on=day("1 Jan 2016")))
    view = office.desk().merge_view("A9", "A1")
    assert (view.goes.child, view.stays.child, view.wrong, view.differs) == ("A9", "A1", (), ("birth date",))
    assert "1 recommendation" in view.moves
    assert view.kept_once > 2
    assert dict(view.goes.lines)["Last review"] == "5 Nov 2026"


def test_a_restriction_of_the_second_entry_holds_for_the_person_who_stays(office: Office):
    mother = AddPerson(child="A1", role=Role.MOTHER, name="Mary Smith")
    office.each(IRO, CHILD, SECOND, mother, AddPerson(child="A9", role=Role.MOTHER, name="mary  smith"))
    office.do(
        RestrictPerson(
            child="A9", person="mary smith", what=Restriction.NO_PLACEMENT, reason="Order", from_on=day("2 Nov")
        )
    )
    office.do(MERGE)
    facts = office.facts("A1")
    assert [one.person_id for one in facts.restrictions] == [one.id for one in facts.people]


def test_an_entry_that_only_knew_of_a_review_gives_way_to_one_that_knows_the_start(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    office.do(AddChild(child="A9"))
    office.do(StartCare(child="A9", on=day("1 Mar"), legal_status="C2", placement="U6"))
    office.do(MERGE)
    assert [(one.started_on, one.legal_status) for one in office.facts("A1").episodes] == [(day("1 Mar"), "C2")]
    office.undo()
    assert [one.start_reason for one in office.facts("A1").episodes] == ["?"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ((StartCare(child="A9", on=day("1 Nov")),), "both cannot be"),
        ((StartCare(child="A9", on=STARTED, legal_status="C1"),), "legal status"),
        (
            (
                StartCare(child="A9", on=STARTED),
                BookReview(child="A9", review_on=day("4 Dec")),
                BookReview(child="A1", review_on=day("3 Dec")),
            ),
            "booked in both",
        ),
        (
            (
                AddChild(child="A5"),
                AddChild(child="A6"),
                FormSiblingGroup(name="One", children=("A1", "A5"), from_on=STARTED),
                FormSiblingGroup(name="Two", children=("A9", "A6"), from_on=STARTED),
            ),
            "two groups",
        ),
    ],
)
def test_what_contradicts_is_refused_with_the_reason_and_shown_before(office: Office, more, why):
    office.each(IRO, AddChild(child="A1"), AddChild(child="A9"))
    office.do(StartCare(child="A1", on=STARTED, legal_status="C2", placement="U6"))
    office.each(*more)
    assert why in office.refused(MERGE)
    assert why in " ".join(office.desk().merge_view("A9", "A1").wrong)


def test_a_child_is_not_merged_into_itself_or_twice(office: Office):
    office.each(IRO, CHILD, SECOND)
    assert "into itself" in office.refused(MergeChild(child="A1", into="A1"))
    office.do(MERGE)
    assert "second entry of A1" in office.refused(MERGE)


def test_an_entry_merged_into_one_that_is_merged_itself_leads_to_the_last(office: Office):
    office.each(IRO, CHILD, SECOND, AddChild(child="A8"), MergeChild(child="A9", into="A8"))
    desk = office.desk()
    desk.act(MergeChild(child="A8", into="A1"))
    assert [(one.child, one.was_also) for one in desk.find("a9")] == [("A1", ("A8", "A9"))]
    assert "Use A1" in office.refused(ChangeChild(child="A9", given_name="Ann"))
    desk.undo()
    assert [one.child for one in desk.find("a9")] == ["A8"]


def test_allocations_of_the_first_stand_where_both_speak_of_one_time(office: Office):
    office.each(IRO, CHILD, SECOND, AddIro(name="Ann Other"))
    office.do(AllocateIro(child="A9", iro="Ann Other", from_on=day("1 Nov")))
    office.do(MERGE)
    assert len(office.facts("A1").allocations) == 1


def test_a_sheet_that_still_names_the_second_entry_speaks_of_the_first_and_makes_nobody_new(office: Office):
    office.each(IRO, CHILD, SECOND, MERGE)
    rows = ("A9", "Ann Moor", "05/05/2015", "12/10/2026", "", "", "", "Jo Bloggs", "")
    outcome = take_sheet(office, sheet_of(rows))
    assert any("A9 is merged into A1" in one.message for one in outcome.problems)
    assert list(office.snapshot().children) == ["A1"]
    assert office.child("A1").given_name == "Ann"
    assert take_sheet(office, sheet_of(rows)).touched is None


def test_a_sheet_that_names_both_is_read_for_the_first_alone(office: Office):
    office.each(IRO, CHILD, SECOND, MERGE)
    rows = (
        ("A1", "Ann Moor", "05/05/2015", "12/10/2026", "", "", "", "Jo Bloggs", ""),
        ("A9", "Bea Moor", "05/05/2015", "12/10/2026", "", "", "", "Jo Bloggs", ""),
    )
    outcome = take_sheet(office, sheet_of(*rows))
    assert "left out" in " ".join(one.message for one in outcome.problems)
    assert office.child("A1").given_name == "Ann"
    assert take_sheet(office, sheet_of(*rows)).touched is None


def test_files_that_still_name_the_second_entry_speak_of_the_first(office: Office, tmp_path):
    office.each(IRO, CHILD, SECOND, MERGE)
    (tmp_path / "Header.csv").write_text("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA9,2,05/05/2015,WBRI,,,\n")
    (tmp_path / "Episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "A9,12/10/2026,S,C2,N1,U6,PR1,,,,,,\n"
    )
    source = read_903(tmp_path, office.actor.today)
    outcome = run_import(office.store, source, office.actor, england())
    assert outcome.touched is not None
    assert list(office.snapshot().children) == ["A1"]
    assert [(one.started_on, one.legal_status) for one in office.facts("A1").episodes] == [(STARTED, "C2")]


def test_the_participation_code_of_the_first_stands(office: Office):
    both(office)
    office.do(MERGE)
    assert office.review(FIRST.held_on).participation is Participation.PN1
    assert isinstance(REVIEW_OF_BOTH, RecordReviewHeld)
