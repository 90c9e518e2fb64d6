"""A council's own sheet into facts: what is new fills in, what is known stays, and twice is the same as once."""

import pytest

from iro_desktop.domain.acts import AddChild, AddIro, BookReview, EndCare, RecordReviewHeld
from iro_desktop.domain.problems import Severity
from iro_desktop.domain.vocabulary import BookingStatus, Participation, Standing
from tests.conftest import TODAY
from tests.services.cases import IRO
from tests.services.files import episode, folder_of, header, reviews, sheet_of, take_903, take_sheet, told
from tests.services.office import Office, day

ANN = ("A1", "Ann Smith", "05/05/2012", "01/03/2024", "01/09/2026", "4", "24/02/2027", "Jo Bloggs", "A2")
BEN = ("A2", "Ben Smith", "06/06/2017", "01/03/2024", "01/09/2026", "4", "", "Jo Bloggs", "A1")
NEW = ("A3", "Cal Jones", "07/07/2010", "09/11/2026", "", "", "", "Ann Other")


def row(**said: str) -> tuple[str, ...]:
    """Ann's row with some cells otherwise."""
    places = ("id", "name", "born", "since", "last", "number", "next", "iro", "siblings")
    return tuple(said.get(place, cell) for place, cell in zip(places, ANN, strict=True))


def warnings(outcome) -> list[str]:
    return [one.message for one in outcome.problems if one.severity is Severity.WARNING and one.row]


def allocations(office: Office, child: str = "A1") -> list[tuple[str, str, str]]:
    names = {one.id: one.name for one in office.snapshot().iros}
    return [(names[one.iro_id], str(one.from_on), str(one.to_on or "")) for one in office.facts(child).allocations]


# --- once and again


def test_a_sheet_comes_in_whole_and_a_second_time_changes_nothing(office: Office):
    text = sheet_of(ANN, BEN, NEW)
    assert told(take_sheet(office, text)) == {"pasted text": (3, 3, 0, 0, 0)}
    after = office.dump()
    again = take_sheet(office, text)
    assert told(again) == {"pasted text": (3, 0, 0, 3, 0)}
    assert again.touched is None
    assert office.dump() == after
    ann = office.facts("A1")
    assert (ann.child.given_name, ann.child.family_name, ann.child.born_on) == ("Ann", "Smith", day("5 May 2012"))
    assert [(one.held_on, one.number) for one in ann.reviews] == [(day("1 Sep"), 4)]
    assert [(one.review_on, one.status) for one in ann.bookings] == [(day("24 Feb 2027"), BookingStatus.OPEN)]
    assert [(str(one.started_on), one.start_reason) for one in ann.episodes] == [("2024-03-01", "S")]
    assert (office.owed("A1").rule.id, office.owed("A1").review_number) == ("review.later", 5)
    assert (office.owed("A3").rule.id, office.owed("A3").due_on) == ("review.first", day("7 Dec"))


def test_an_import_is_undone_and_redone_as_a_whole(office: Office):
    empty = office.dump()
    take_sheet(office, sheet_of(ANN, BEN, NEW))
    after = office.dump()
    office.undo()
    assert office.dump() == empty
    office.redo()
    assert office.dump() == after


def test_a_dry_run_tells_the_same_and_changes_nothing(office: Office):
    before = office.dump()
    dry = take_sheet(office, sheet_of(ANN, BEN, NEW), dry_run=True)
    assert office.dump() == before
    assert told(dry) == told(take_sheet(office, sheet_of(ANN, BEN, NEW)))


def test_rows_that_cannot_be_used_are_counted(office: Office):
    outcome = take_sheet(office, sheet_of(ANN, ANN, BEN))
    assert told(outcome) == {"pasted text": (3, 2, 0, 0, 1)}


def test_empty_cells_take_nothing_away(office: Office):
    take_sheet(office, sheet_of(ANN, BEN))
    after = office.dump()
    outcome = take_sheet(
        office, sheet_of(row(name="", born="", since="", last="", number="", next="", iro="", siblings=""))
    )
    assert told(outcome) == {"pasted text": (1, 0, 0, 1, 0)}
    assert office.dump() == after


def test_the_window_shows_the_plan_and_applies_what_it_showed(office: Office):
    desk = office.desk()
    shown = desk.plan_caseload(None, sheet_of(ANN, BEN, NEW), {})
    assert (shown.source, shown.counts["pasted text"].new, shown.writes_nothing) == ("pasted text", 3, False)
    assert "Next review" in [column.heading for column in shown.columns]
    assert desk.status().children == 0
    desk.apply_import(shown)
    assert desk.status().children == 3
    again = desk.plan_caseload(None, sheet_of(ANN, BEN, NEW), {})
    assert again.writes_nothing
    assert "Everything in it is here already" in office.refused(by=lambda: desk.apply_import(again))


# --- reviews and how whole they are


def test_without_a_last_review_the_next_date_is_not_known_and_that_is_said(office: Office):
    outcome = take_sheet(office, sheet_of(row(last="", number="", next="", siblings="")))
    assert any("no last review in the sheet" in words for words in warnings(outcome))
    assert (office.owed().due_on, office.owed().standing) == (None, Standing.NOT_RECORDED)


def test_a_sheet_that_says_no_review_was_held_yet_makes_the_first_one_owed(office: Office):
    outcome = take_sheet(office, sheet_of(row(since="01/10/2026", last="", number="0", next="", siblings="")))
    assert not any("no last review" in words for words in warnings(outcome))
    assert (office.owed().rule.id, office.owed().review_number, office.owed().due_on) == (
        "review.first",
        1,
        day("29 Oct"),
    )


def test_what_has_not_happened_yet_is_asked_about_and_not_written(office: Office):
    outcome = take_sheet(office, sheet_of(row(since="01/12/2026", last="01/12/2026", siblings="")))
    assert {one.field for one in outcome.problems if one.severity is Severity.ASK and one.row} >= {
        "looked_after_since", "last_review_on",
    }  # fmt: skip
    assert not office.facts().reviews
    assert not office.facts().episodes


def test_a_newer_last_review_in_time_is_the_next_one(office: Office):
    take_sheet(office, sheet_of(row(last="01/03/2026", siblings="")))
    outcome = take_sheet(office, sheet_of(row(last="01/09/2026", number="", siblings="")))
    assert told(outcome) == {"pasted text": (1, 0, 1, 0, 0)}
    assert office.owed().review_number == 6


def test_a_newer_last_review_after_a_gap_claims_no_number_and_accuses_nobody(office: Office):
    take_sheet(office, sheet_of(row(last="01/03/2025", siblings="")))
    take_sheet(office, sheet_of(row(last="01/09/2026", number="", siblings="")))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.opening", None)
    assert not [one for one in office.deadlines() if one.standing is Standing.MET_LATE]
    take_sheet(office, sheet_of(row(last="01/09/2026", number="7", siblings="")))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.later", 8)


def test_a_newer_last_review_after_a_gap_claims_nothing_of_a_child_tracked_all_along_either(office: Office):
    office.do(
        AddChild(child="A1", last_review_on=day("1 Mar 2025"), last_review_number=4, tracking_from=day("1 Mar 2025"))
    )
    take_sheet(office, sheet_of(row(last="01/09/2026", number="", siblings="")))
    assert (office.owed().rule.id, office.owed().review_number) == ("review.opening", None)
    assert not [one for one in office.deadlines(rule="review.later") if one.standing is Standing.MET_LATE]


def test_a_last_review_of_a_child_of_whom_nothing_was_known_makes_the_history_whole_from_it(office: Office, tmp_path):
    take_903(office, folder_of(tmp_path / "903", header("A1"), [episode("A1", "01/03/2024")], None))
    assert office.child().complete_from is None
    take_sheet(office, sheet_of(row(siblings="")))
    assert office.child().complete_from == day("1 Sep")
    assert office.owed().review_number == 5


# --- start of care


def test_a_start_fills_one_that_was_not_known(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    take_sheet(office, sheet_of(row(siblings="")))
    assert [(str(one.started_on), one.start_reason) for one in office.facts().episodes] == [("2024-03-01", "S")]


def test_a_start_comes_before_a_file_that_began_in_the_middle(office: Office, tmp_path):
    folder = folder_of(tmp_path / "903", header("A1"), [episode("A1", "01/09/2024", "P")], reviews("A1", "05/05/2026"))
    take_903(office, folder)
    take_sheet(office, sheet_of(row(siblings="")))
    expected = [("2024-03-01", "S"), ("2024-09-01", "P")]
    assert [(str(one.started_on), one.start_reason) for one in office.facts().episodes] == expected
    assert told(take_903(office, folder))["episodes.csv"] == (1, 0, 0, 1, 0)
    assert told(take_sheet(office, sheet_of(row(siblings="")))) == {"pasted text": (1, 0, 0, 1, 0)}


def test_a_start_that_is_known_stays(office: Office):
    take_sheet(office, sheet_of(row(siblings="")))
    outcome = take_sheet(office, sheet_of(row(since="01/04/2024", siblings="")))
    assert told(outcome) == {"pasted text": (1, 0, 0, 1, 0)}


def test_a_child_that_left_and_stands_in_the_sheet_again_is_back_in_care(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("1 Mar 2024"), last_review_on=day("1 Sep")))
    office.do(EndCare(child="A1", on=day("1 Oct"), reason="E4A"))
    take_sheet(office, sheet_of(row(since="09/11/2026", last="", number="", next="", siblings="")))
    assert office.snapshot().children["A1"].is_looked_after
    assert (office.owed().rule.id, office.owed().review_number) == ("review.first", 1)


# --- IROs


def test_another_iro_in_the_sheet_takes_over_today(office: Office):
    take_sheet(office, sheet_of(row(siblings="")))
    take_sheet(office, sheet_of(row(iro="Ann Other", siblings="")))
    assert allocations(office) == [("Jo Bloggs", "2024-03-01", "2026-11-22"), ("Ann Other", str(TODAY), "")]
    office.undo()
    assert allocations(office) == [("Jo Bloggs", "2024-03-01", "")]


def test_an_iro_is_the_same_whatever_the_case_and_blanks(office: Office):
    office.each(IRO, AddIro(name="Ann Other"))
    take_sheet(office, sheet_of(row(iro="JO  BLOGGS", siblings="")))
    assert [one.name for one in office.snapshot().iros] == ["Ann Other", "Jo Bloggs"]


# --- bookings


def test_another_day_in_the_sheet_is_told_and_the_booking_stays(office: Office):
    take_sheet(office, sheet_of(row(siblings="")))
    outcome = take_sheet(office, sheet_of(row(next="26/02/2027", siblings="")))
    assert warnings(outcome) == ["A1 is booked here for 24 Feb 2027, in the sheet for 26 Feb 2027. The day here stays."]
    assert [one.review_on for one in office.facts().bookings] == [day("24 Feb 2027")]


def test_a_booking_that_a_review_has_settled_makes_room_for_the_next(office: Office):
    office.each(IRO, AddChild(child="A1", last_review_on=day("1 Apr"), iro="Jo Bloggs"))
    office.each(
        BookReview(child="A1", review_on=day("1 Sep")),
        RecordReviewHeld(child="A1", held_on=day("1 Sep"), participation=Participation.PN1),
    )
    take_sheet(office, sheet_of(row(siblings="")))
    assert [one.review_on for one in office.facts().bookings if one.status is BookingStatus.OPEN] == [
        day("24 Feb 2027")
    ]


# --- siblings


@pytest.mark.parametrize("told_as", ["A2", "a2", "Ben Smith", "Ben"])
def test_siblings_are_known_by_id_and_by_name(office: Office, told_as):
    take_sheet(office, sheet_of(row(siblings=told_as), BEN[:8]))
    assert office.snapshot().siblings == {"A1": ("A2",), "A2": ("A1",)}


def test_siblings_are_known_by_the_label_of_their_family(office: Office):
    rows = (
        row(siblings="F100"),
        (*BEN[:8], "F100"),
        (*NEW, "F200"),
        ("A4", "Di Jones", "", "", "", "", "", "", "F200"),
    )
    take_sheet(office, sheet_of(*rows))
    assert office.snapshot().siblings == {"A1": ("A2",), "A2": ("A1",), "A3": ("A4",), "A4": ("A3",)}


def test_a_sibling_who_is_not_here_is_said(office: Office):
    outcome = take_sheet(office, sheet_of(row(siblings="A99"), NEW))
    assert any("A99" in words and "not here" in words for words in warnings(outcome)) or any(
        one.severity is Severity.ASK and one.field == "siblings" for one in outcome.problems
    )
    assert office.snapshot().siblings == {}


def test_a_brother_who_comes_later_joins_the_group_there_is(office: Office):
    take_sheet(office, sheet_of(ANN, BEN))
    take_sheet(office, sheet_of((*NEW, "A1")))
    assert office.snapshot().siblings["A3"] == ("A1", "A2")
    assert len(office.dump().lines) == len(set(office.dump().lines))
    assert office.dump().counts["sibling_group"] == 1
    assert told(take_sheet(office, sheet_of((*NEW, "A1")))) == {"pasted text": (1, 0, 0, 1, 0)}
