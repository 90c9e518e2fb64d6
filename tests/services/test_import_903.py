"""SSDA903 files into facts: every row accounted for, nothing twice, and no claim that the files cannot bear."""

from pathlib import Path

import pytest

from iro_desktop.domain.acts import AddChild, CorrectReview, RecordReviewHeld, StartCare
from iro_desktop.domain.errors import RefusedInput, UserError
from iro_desktop.domain.vocabulary import Participation, Standing
from iro_desktop.rules.calendar import england
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.importing import run_import
from tests.conftest import TODAY
from tests.services.files import episode, folder_of, header, reviews, sheet_of, take_903, take_sheet, told
from tests.services.office import Office, day


@pytest.fixture
def folder(tmp_path):
    """A1 in care since April 2025, reviewed thrice; A2 from the middle of a time in care, reviewed twice."""
    return folder_of(
        tmp_path / "903",
        header("A1", "A2"),
        [episode("A1", "10/04/2025"), episode("A2", "01/09/2024", "P")],
        [*reviews("A1", "01/05/2025", "28/07/2025", "20/01/2026"), *reviews("A2", "05/05/2025", "03/11/2025")],
    )


def starts(office: Office, child: str) -> list[tuple[str, str]]:
    return [(str(one.started_on), one.start_reason) for one in office.facts(child).episodes]


# --- accounts


def test_every_row_is_accounted_for_and_a_second_import_has_none_new_or_changed(office: Office, folder):
    first = take_903(office, folder)
    assert told(first) == {
        "header.csv": (2, 2, 0, 0, 0),
        "episodes.csv": (2, 2, 0, 0, 0),
        "reviews.csv": (5, 5, 0, 0, 0),
    }
    after = office.dump()
    again = take_903(office, folder)
    assert told(again) == {
        "header.csv": (2, 0, 0, 2, 0),
        "episodes.csv": (2, 0, 0, 2, 0),
        "reviews.csv": (5, 0, 0, 5, 0),
    }
    assert again.touched is None
    assert office.dump() == after
    assert len(office.store.acts()) == 1


def test_a_dry_run_tells_the_same_and_changes_nothing(office: Office, folder):
    before = office.dump()
    dry = take_903(office, folder, dry_run=True)
    assert office.dump() == before
    assert not office.store.acts()
    assert told(dry) == told(take_903(office, folder))


def test_an_import_is_one_act_undone_and_redone_as_a_whole(office: Office, folder):
    empty = office.dump()
    take_903(office, folder)
    [act] = office.store.acts()
    assert (act.kind, act.sentence) == ("Import ssda903", "Import of SSDA903 files: 2 children")
    after = office.dump()
    office.undo()
    assert office.dump() == empty
    office.redo()
    assert office.dump() == after
    assert office.store.broken_link() is None


def test_an_import_on_which_somebody_built_is_not_undone(office: Office, folder):
    take_903(office, folder)
    act_id = office.store.acts()[0].id
    office.do(CorrectReview(child="A1", held_on=day("20 Jan 2026"), participation=Participation.PN5))
    office.refused(by=lambda: office.undo(act_id))


def test_what_changed_in_the_files_is_told_as_changed(office: Office, folder):
    take_903(office, folder)
    folder_of(
        folder,
        [row.replace("WBRI", "WIRI") if row.startswith("A1") else row for row in header("A1", "A2", "A3")],
        [
            episode("A1", "10/04/2025", "S", "01/10/2025", "X1"),
            episode("A1", "01/10/2025", "P"),
            episode("A2", "01/09/2024", "P"),
        ],
        [
            *reviews("A1", "01/05/2025", "28/07/2025"),
            *reviews("A1", "20/01/2026", code="PN5"),
            *reviews("A2", "05/05/2025"),
        ],
    )
    assert told(take_903(office, folder)) == {
        "header.csv": (3, 1, 1, 1, 0),
        "episodes.csv": (3, 1, 1, 1, 0),
        "reviews.csv": (4, 0, 1, 3, 0),
    }
    assert len(office.facts("A2").reviews) == 2  # what a file leaves out stays


def test_refused_rows_are_counted_in_their_file(office: Office, folder):
    folder_of(
        folder,
        header("A1"),
        [episode("A1", "10/04/2025"), episode("A1", "31/02/2025", "P")],
        reviews("A1", "01/13/2025"),
    )
    first = take_903(office, folder)
    assert (told(first)["episodes.csv"], told(first)["reviews.csv"]) == ((2, 1, 0, 0, 1), (1, 0, 0, 0, 1))
    assert told(take_903(office, folder))["episodes.csv"] == (2, 0, 0, 1, 1)


@pytest.mark.parametrize(("episodes", "held"), [([], None), (None, []), ([], [])])
def test_counts_belong_to_their_files_whichever_are_there(office: Office, tmp_path, episodes, held):
    folder_of(
        tmp_path / "903",
        header("A1"),
        None if episodes is None else [episode("A1", "10/04/2025")],
        None if held is None else reviews("A1", "01/05/2025"),
    )
    outcome = take_903(office, tmp_path / "903")
    assert told(outcome)["header.csv"] == (1, 1, 0, 0, 0)
    assert set(told(outcome)) == {
        "header.csv",
        *(["episodes.csv"] if episodes is not None else []),
        *(["reviews.csv"] if held is not None else []),
    }
    assert all(counts == (1, 1, 0, 0, 0) for counts in told(outcome).values())


def test_two_episodes_of_one_day_and_reason_are_told_apart_by_their_order(office: Office, tmp_path):
    rows = [
        episode("A1", "10/04/2025", "S", "10/04/2025", "X1"),
        episode("A1", "10/04/2025", "P", "10/04/2025", "X1", place="K2"),
        episode("A1", "10/04/2025", "P"),
    ]
    folder = folder_of(tmp_path / "903", header("A1"), rows, reviews("A1", "01/05/2025"))
    for _ in range(3):
        outcome = take_903(office, folder)
    rows_, new, changed, same, refused = told(outcome)["episodes.csv"]
    assert (rows_, new, changed, same + refused) == (3, 0, 0, 3)


def test_a_set_that_cannot_be_read_changes_nothing(office: Office, folder):
    before = office.dump()
    (folder / "header.csv").write_bytes(b"PK\x03\x04 no table")
    with pytest.raises(RefusedInput):
        read_903(folder, TODAY)
    with pytest.raises(UserError, match="was not found"):
        read_903(folder / "nowhere", TODAY)
    assert office.dump() == before


def test_only_the_children_asked_for_come_in(office: Office, folder):
    outcome = run_import(office.store, read_903(folder, TODAY, ["A2"]), office.actor, england())
    assert list(office.snapshot().children) == ["A2"]
    assert told(outcome) == {
        "header.csv": (1, 1, 0, 0, 0),
        "episodes.csv": (1, 1, 0, 0, 0),
        "reviews.csv": (2, 2, 0, 0, 0),
    }


# --- what the files can and cannot tell


def test_after_a_one_year_cut_no_number_is_claimed_that_cannot_be_known_and_nothing_is_overdue(office: Office, folder):
    take_903(office, folder)
    assert office.child("A1").complete_from == day("1 Apr 2025")
    whole, cut = office.owed("A1"), office.owed("A2")
    assert (whole.rule.id, whole.review_number, whole.due_on) == ("review.later", 4, day("20 Jul 2026"))
    assert (cut.rule.id, cut.review_number, cut.due_on) == ("review.opening", None, day("3 May 2026"))
    every = [one for child in ("A1", "A2") for one in office.deadlines(child)]
    assert not [one for one in every if one.is_open and one.standing is Standing.OVERDUE]
    assert not [one for one in every if one.rule.subject in ("after", "mid-point", "care")]  # all before tracking
    assert office.child("A1").tracking_from == TODAY
    settled = {one.met_on: one.review_number for one in office.deadlines("A1") if one.met_on}
    assert settled == {day("1 May 2025"): 1, day("28 Jul 2025"): 2, day("20 Jan 2026"): 3}


def test_a_review_recorded_long_after_the_files_end_is_not_counted_on_from_them(office: Office, folder):
    take_903(office, folder)
    office.do(RecordReviewHeld(child="A1", held_on=day("16 Nov"), participation=Participation.PN1))
    assert (office.owed("A1").rule.id, office.owed("A1").review_number) == ("review.opening", None)
    assert not [one for one in office.deadlines("A1") if one.standing is Standing.MET_LATE]


def test_no_start_of_care_is_inferred(office: Office, folder):
    take_903(office, folder)
    [since] = [words for label, words in office.desk().child("A2").facts if label == "Looked after since"]
    assert since == "not known"


# --- a caseload, then the return of the same children


def test_a_start_of_care_of_the_sheet_takes_on_what_the_file_knows_of_it(office: Office, folder):
    take_sheet(office, sheet_of(("A1", "Ann Smith", "05/05/2012", "10/04/2025", "20/01/2026", "3")))
    [before] = office.facts("A1").episodes
    take_903(office, folder)
    [after] = office.facts("A1").episodes
    assert (after.id, after.legal_status, after.placement) == (before.id, "C2", "U6")
    assert office.child("A1").given_name == "Ann"
    assert office.child("A1").complete_from == day("1 Apr 2025")
    assert [one.held_on for one in office.facts("A1").reviews][-1] == day("20 Jan 2026")
    assert told(take_903(office, folder))["episodes.csv"] == (2, 0, 0, 2, 0)


def test_a_day_of_which_only_care_was_known_gives_way_to_the_file_that_covers_it(office: Office, folder):
    take_sheet(office, sheet_of(("A2", "Bea Smith", "05/05/2012", "", "03/11/2025")))
    assert starts(office, "A2") == [("2025-11-03", "?")]
    take_903(office, folder)
    assert starts(office, "A2") == [("2024-09-01", "P")]


def test_a_start_of_care_that_the_file_corrects_gives_way(office: Office, folder):
    office.do(AddChild(child="A1", looked_after_since=day("14 Apr 2025"), last_review_on=day("20 Jan 2026")))
    take_903(office, folder)
    assert starts(office, "A1") == [("2025-04-10", "S")]


def test_a_start_of_care_before_a_file_that_begins_in_the_middle_stays(office: Office, folder):
    office.do(AddChild(child="A2", looked_after_since=day("1 Mar 2024"), last_review_on=day("3 Nov 2025")))
    for _ in range(2):
        take_903(office, folder)
        assert starts(office, "A2") == [("2024-03-01", "S"), ("2024-09-01", "P")]
    [since] = [words for label, words in office.desk().child("A2").facts if label == "Looked after since"]
    assert since == "1 Mar 2024"


def test_a_file_of_an_older_time_in_care_does_not_end_the_present_one(office: Office, tmp_path):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    office.each(AddChild(child="A2"), StartCare(child="A2", on=day("2 Nov")))
    old = [episode(child, "10/04/2019", "S", "01/10/2019", "E4A") for child in ("A1", "A2")]
    take_903(office, folder_of(tmp_path / "903", header("A1", "A2"), old, reviews("A1", "02/05/2019")))
    snapshot = office.snapshot()
    assert all(snapshot.children[child].is_looked_after for child in ("A1", "A2"))


# --- how far back the history is whole


def year(tmp_path: Path, number: int, *, held: tuple[str, ...]) -> Path:
    """The return of one year for A1, in care since 2020."""
    rows = [episode("A1", "10/04/2020")]
    return folder_of(tmp_path / f"{number}", header("A1"), rows, reviews("A1", *held))


def test_files_never_make_the_history_less_whole(office: Office, tmp_path):
    office.do(AddChild(child="A1", last_review_on=day("20 Mar 2025"), last_review_number=3))
    take_903(office, year(tmp_path, 2025, held=("15/04/2025", "10/10/2025", "20/03/2026")))
    assert office.child().complete_from == day("20 Mar 2025")


def test_an_older_file_joins_where_its_last_review_leaves_no_room_for_another(office: Office, tmp_path):
    office.do(AddChild(child="A1", last_review_on=day("15 Sep 2026")))
    take_903(office, year(tmp_path, 2025, held=("15/04/2025", "10/10/2025", "20/03/2026")))
    assert office.child().complete_from == day("1 Apr 2025")


def test_an_older_file_with_a_gap_behind_it_leaves_the_history_as_whole_as_it_was(office: Office, tmp_path):
    office.do(AddChild(child="A1", last_review_on=day("10 Nov 2026")))
    for _ in range(2):
        take_903(office, year(tmp_path, 2025, held=("15/04/2025", "10/10/2025", "20/03/2026")))
        assert office.child().complete_from == day("10 Nov 2026")
    assert not [one for one in office.deadlines() if one.standing is Standing.MET_LATE]


def test_two_files_in_a_row_join_whichever_comes_first(office: Office, tmp_path):
    later = year(tmp_path, 2025, held=("15/04/2025", "10/10/2025", "20/03/2026"))
    both = year(tmp_path, 2024, held=("20/04/2024", "18/10/2024", "15/04/2025", "10/10/2025", "20/03/2026"))
    take_903(office, later)
    assert office.child().complete_from == day("1 Apr 2025")
    take_903(office, both)
    assert office.child().complete_from == day("1 Apr 2024")
    take_903(office, later)
    assert office.child().complete_from == day("1 Apr 2024")
