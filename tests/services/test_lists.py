"""The caseload, one child, why a date is what it is, and finding people."""

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AllocateIro,
    BookReview,
    ChangeChild,
    EndCare,
    FormSiblingGroup,
    RecordReviewHeld,
    RecordTaskDone,
    StartCare,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Participation, Standing, Task
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office, day

PN1 = Participation.PN1


@pytest.fixture
def team(office: Office) -> Office:
    """Six children with names that are not plain ASCII, in every state of care."""
    office.each(
        IRO,
        AddIro(name="Ann Other"),
        AddChild(
            child="AB12",
            given_name="Zoë",
            family_name="O’Brien",
            last_review_on=day("1 Sep"),
            last_review_number=2,
            iro="Jo Bloggs",
            tracking_from=day("2 Sep"),
            born_on=day("1 Mar 2015"),
        ),
        AddChild(
            child="AB13",
            given_name="Łukasz",
            family_name="Nowak-Green",
            known_as="Luke",
            last_review_on=day("1 Apr"),
            iro="Jo Bloggs",
        ),
        AddChild(
            child="CD1",
            given_name="Siân",
            family_name="Ó Briain",
            last_review_on=day("20 May"),
            iro="Jo Bloggs",
            last_review_number=4,
            tracking_from=day("21 May"),
        ),
        AddChild(
            child="CD2", given_name="Mohammed", family_name="D'Souza", last_review_on=day("10 Jun"), iro="Ann Other"
        ),
        AddChild(child="EF1", given_name="Bea", family_name="Brown", iro="Jo Bloggs", looked_after_since=day("12 Oct")),
        AddChild(child="EF2"),
        EndCare(child="EF1", on=day("20 Nov"), reason="E4A"),
        FormSiblingGroup(name="One", children=("AB12", "CD1"), from_on=day("1 Sep")),
        BookReview(child="AB12", review_on=day("24 Feb 2027")),
        StartCare(child="EF2", on=day("16 Nov"), legal_status="V2", placement="U6"),
    )
    return office


# --- the caseload


def test_the_caseload_has_one_row_for_each_child_in_care_the_worst_first(team: Office):
    view = team.desk().caseload()
    assert [(row.child, row.standing) for row in view.rows] == [
        ("AB13", Standing.NOT_RECORDED),
        ("CD1", Standing.OVERDUE),
        ("CD2", Standing.UPCOMING),
        ("EF2", Standing.UPCOMING),
        ("AB12", Standing.UPCOMING),
    ]
    assert (view.of, view.sibling_groups, view.not_booked) == (5, 1, 4)


def test_a_filter_counts_only_the_sibling_groups_of_the_children_it_leaves(team: Office):
    assert team.desk().caseload("AB12").sibling_groups == 1
    assert team.desk().caseload("EF2").sibling_groups == 0


def test_slack_is_counted_from_the_booked_day_to_the_last_lawful_one_and_from_today_where_none_is_booked(team: Office):
    rows = {row.child: row for row in team.desk().caseload().rows}
    assert (rows["AB12"].last_lawful_on, rows["AB12"].slack_working_days) == (day("1 Mar 2027"), 3)
    assert (rows["CD1"].last_lawful_on, rows["CD1"].slack_working_days) == (day("20 Nov"), -1)
    assert (rows["CD2"].last_lawful_on, rows["CD2"].slack_working_days) == (day("10 Dec"), 13)


def test_a_row_tells_siblings_legal_status_placement_and_iro(team: Office):
    rows = {row.child: row for row in team.desk().caseload().rows}
    assert rows["AB12"].siblings == "Siân Ó."
    assert (rows["EF2"].legal, rows["EF2"].legal_words, rows["EF2"].placement) == ("V2", "section 20", "foster care")
    assert (rows["CD2"].iro, rows["EF2"].iro) == ("Ann Other", "")


FILTERED: tuple[tuple[str, set[str]], ...] = (
    ("", {"AB12", "AB13", "CD1", "CD2", "EF2"}),
    ("zoe", {"AB12"}),
    ("BRIEN", {"AB12"}),
    ("obrien", {"AB12"}),
    ("o'brien zo", {"AB12"}),
    ("lukasz", {"AB13"}),
    ("luke", {"AB13"}),
    ("sian", {"CD1"}),
    ("cd", {"CD1", "CD2"}),
    ("section 20", {"EF2"}),
    ("ann other", {"CD2"}),
    ("bea", set()),
    ("nobody", set()),
    ("'", {"AB12", "AB13", "CD1", "CD2", "EF2"}),
)


def test_the_caseload_is_filtered_by_words(team: Office):
    desk = team.desk()
    for words, found in FILTERED:
        view = desk.caseload(words)
        assert (words, {row.child for row in view.rows}) == (words, found)
        assert view.of == 5


def test_the_scope_narrows_the_caseload(team: Office):
    desk = team.desk()
    desk.set_scope("Jo Bloggs")
    assert {row.child for row in desk.caseload().rows} == {"AB12", "AB13", "CD1"}
    assert desk.caseload().scope == "Jo Bloggs"


def test_write_ups_are_the_iros_own_open_tasks_after_reviews(team: Office):
    team.do(RecordReviewHeld(child="CD2", held_on=day("16 Nov"), participation=PN1))
    assert {row.child: row.write_ups for row in team.desk().caseload().rows}["CD2"] == 3
    team.do(RecordTaskDone(child="CD2", task=Task.RECOMMENDATIONS, done_on=day("18 Nov")))
    assert {row.child: row.write_ups for row in team.desk().caseload().rows}["CD2"] == 2


# --- one child


def test_a_child_shows_what_is_known_and_what_is_not(team: Office):
    view = team.desk().child("AB13")
    assert view.name == "Łukasz Nowak-Green (Luke)"
    assert dict(view.facts)["Looked after since"] == "not known"
    assert {"birth date", "start of care", "number of the last review"} <= set(view.incomplete)
    assert team.desk().child("AB12").siblings == "Brother or sister of Siân Ó. (same IRO)"


def test_open_deadlines_come_soonest_first_and_the_past_newest_first(office: Office):
    office.each(IRO, CHILD, FIRST, RecordReviewHeld(child="A1", held_on=day("20 Nov"), participation=PN1))
    view = office.desk().child("A1")
    days = [row.due_on for row in view.deadlines if row.due_on]
    assert days == sorted(days)
    assert len(days) == len(view.deadlines)
    assert [line.on for line in view.history] == [day("20 Nov"), day("5 Nov")]
    assert "in timescale" in view.history[0].words
    points = [point.on for point in view.cycle]
    assert points == sorted(points)


def test_a_child_that_left_and_one_of_whom_nothing_is_known_can_be_looked_at(team: Office):
    team.do(AddChild(child="GH1"))
    desk = team.desk()
    for child in ("EF1", "GH1"):
        assert not [row for row in desk.child(child).deadlines if row.rule.startswith("review.")]
    assert desk.child("GH1").main is None
    assert desk.child("GH1").name == "GH1"


def test_a_child_nobody_knows_is_a_sentence(team: Office):
    with pytest.raises(UserError, match="no child with the id XX"):
        team.desk().child("XX")


# --- why


def test_every_explanation_ends_in_the_due_date_and_names_the_child_by_id(team: Office):
    team.each(
        RecordReviewHeld(child="EF2", held_on=day("20 Nov"), participation=PN1),
        RecordReviewHeld(child="CD2", held_on=day("20 Nov"), participation=PN1),
        AllocateIro(child="EF2", iro="Ann Other", from_on=day("18 Nov")),
        ChangeChild(child="EF2", tracking_from=day("1 Nov")),
        ChangeChild(child="CD2", tracking_from=day("1 Nov")),
    )
    desk = team.desk()
    asked = 0
    for child in desk._snapshot.children.values():
        for one in child.deadlines:
            why = desk.why(one.id)
            assert why.due_on == one.due_on
            assert not one.due_on or why.steps[-1].on == one.due_on
            assert one.child in why.as_text
            assert not any(name in why.as_text for name in ("Zoë", "Brien", "Nowak", "Luke", "Siân", "Souza"))
            asked += 1
    assert asked > 15


def test_a_date_that_no_longer_applies_is_said_so(team: Office):
    desk = team.desk()
    first = next(one.id for one in desk._snapshot.children["EF2"].deadlines if one.rule.id == "review.first")
    desk.why(first)
    desk.act(EndCare(child="EF2", on=day("20 Nov"), reason="E4A"))
    with pytest.raises(UserError, match="no longer applies"):
        desk.why(first)


# --- finding


FOUND: tuple[tuple[str, list[str]], ...] = (
    ("zoe", ["AB12"]),
    ("ZOË", ["AB12"]),
    ("o'brien", ["AB12"]),
    ("o’brien", ["AB12"]),
    ("OBrien", ["AB12"]),
    ("brien", ["AB12"]),
    ("o bri", ["CD1", "AB12"]),
    ("luke", ["AB13"]),
    ("łuk", ["AB13"]),
    ("luk now", ["AB13"]),
    ("green", ["AB13"]),
    ("nowak-green", ["AB13"]),
    ("dsouza", ["CD2"]),
    ("d souza", ["CD2"]),
    ("hamm", ["CD2"]),
    ("ab12", ["AB12"]),
    ("AB1", ["AB12", "AB13"]),
    ("ef", ["EF2", "EF1"]),  # who is looked after comes before who was
    ("", []),
    ("   ", []),
    ("'", []),
    ("xyz", []),
    ("zoe nowak", []),
)


def test_people_are_found_as_they_are_asked_for(team: Office):
    desk = team.desk()
    for words, found in FOUND:
        assert (words, [one.child for one in desk.find(words)]) == (words, found)


def test_an_exact_id_comes_first_and_the_beginnings_of_names_before_their_middles(office: Office):
    for child, given, family in (
        ("ANN", "Bea", "X"),
        ("B", "Ann", "X"),
        ("C", "Joanna", "X"),
        ("D", "Dora", "Ann-Marie"),
    ):
        office.do(AddChild(child=child, given_name=given, family_name=family))
    assert [one.child for one in office.desk().find("ann")] == ["ANN", "B", "D", "C"]


def test_twenty_at_most_are_offered(office: Office):
    office.do(*(AddChild(child=f"A{n}", given_name="Ann") for n in range(50)))
    assert len(office.desk().find("ann")) == 20
