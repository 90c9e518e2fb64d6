"""The set as a whole: files told apart, every row accounted for, a cut of the published sample read."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.domain.vocabulary import Participation, Sex
from iro_desktop.exchange.ssda903 import EpisodeRow, FileCount, HeaderRow, ReviewRow, Set903, read_folder

SAMPLE = Path(__file__).parent / "data" / "903"
TODAY = date(2026, 7, 15)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
#: Child 7, born on 5 May 2015, in care since 10 April 2025, reviewed twice.
SEVEN = "7,M,05/05/2015,WBRI,A123456789012,,"
IN_CARE = "7,10/04/2025,S,C2,N1,U6,PR1,,,,,,"
FIRST, SECOND = "7,05/05/2015,06/05/2025,PN1", "7,05/05/2015,01/08/2025,PN2"


def text_of(headings: str, rows: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in (headings, *rows))


def put(
    folder: Path,
    header: Sequence[str] | None = (SEVEN,),
    episodes: Sequence[str] | None = (IN_CARE,),
    reviews: Sequence[str] | None = (FIRST, SECOND),
) -> Path:
    """Write a set; ``None`` leaves a file out."""
    given = (("header", HEADER, header), ("episodes", EPISODES, episodes), ("reviews", REVIEWS, reviews))
    for name, headings, rows in given:
        if rows is not None:
            (folder / f"{name}.csv").write_bytes(text_of(headings, rows).encode())
    return folder


def about(found: Set903, file: str, row: int | None) -> list[tuple[str | None, Severity]]:
    return [
        (problem.field, problem.severity) for problem in found.problems if (problem.file, problem.row) == (file, row)
    ]


def messages(problems: Sequence[Problem], severity: Severity) -> list[str]:
    return [problem.message for problem in problems if problem.severity is severity]


def without_order(found: Set903) -> object:
    rows = (found.children, found.episodes, found.reviews)
    return rows, dict(found.counts), Counter(found.problems), found.reviews_from


def test_a_set_is_read_into_children_episodes_and_reviews(tmp_path):
    found = read_folder(put(tmp_path), TODAY)

    assert found == Set903(
        children=(HeaderRow(2, "7", Sex.MALE, date(2015, 5, 5), "WBRI", "A123456789012"),),
        episodes=(EpisodeRow(2, "7", date(2025, 4, 10), "S", "C2", "N1", "U6", "PR1", None, None, None),),
        reviews=(
            ReviewRow(2, "7", date(2025, 5, 6), Participation.PN1),
            ReviewRow(3, "7", date(2025, 8, 1), Participation.PN2),
        ),
        counts={"header.csv": FileCount(1, 0), "episodes.csv": FileCount(1, 0), "reviews.csv": FileCount(2, 0)},
        problems=(),
        reviews_from=date(2025, 4, 1),
    )


def test_the_published_sample_is_read_with_each_row_accounted_for():
    found = read_folder(SAMPLE, TODAY)

    assert found.counts == {
        "header.csv": FileCount(60, 0),
        "episodes.csv": FileCount(127, 0),
        "reviews.csv": FileCount(334, 4),
    }
    assert (len(found.children), len(found.episodes), len(found.reviews)) == (60, 127, 330)
    assert Counter((problem.file, problem.severity, problem.field) for problem in found.problems) == {
        ("header.csv", Severity.WARNING, "UPN"): 5,
        ("header.csv", Severity.NOTE, "CHILD"): 10,
        ("episodes.csv", Severity.WARNING, "DEC"): 8,
        ("episodes.csv", Severity.WARNING, "REC"): 36,
        ("reviews.csv", Severity.REFUSED, "REVIEW"): 4,
        ("reviews.csv", Severity.WARNING, "REVIEW"): 13,
        ("reviews.csv", Severity.WARNING, "REVIEW_CODE"): 47,
        ("reviews.csv", Severity.WARNING, "CHILD"): 9,
        ("README.md", Severity.NOTE, None): 1,
        ("DoLo.csv", Severity.NOTE, None): 1,
        ("oc3.csv", Severity.NOTE, None): 1,
        ("previous_permanence.csv", Severity.NOTE, None): 1,
        ("sw_episodes.csv", Severity.NOTE, None): 1,
        ("uasc.csv", Severity.NOTE, None): 1,
    }


def test_every_refused_row_has_its_reason_and_no_other_row_has():
    found = read_folder(SAMPLE, TODAY)

    for file, count in found.counts.items():
        refused = {p.row for p in found.problems if p.file == file and p.severity is Severity.REFUSED}
        assert len(refused) == count.refused
        assert None not in refused


def test_no_message_holds_a_birth_date():
    births = {line.split(",")[2] for line in (SAMPLE / "header.csv").read_text(encoding="utf-8").splitlines()[1:]}

    found = read_folder(SAMPLE, TODAY)

    assert not [problem for problem in found.problems for born in births if born in problem.message]


def test_rows_keep_the_order_and_the_line_numbers_of_their_file():
    found = read_folder(SAMPLE, TODAY)
    lines = (SAMPLE / "reviews.csv").read_text(encoding="utf-8").splitlines()

    assert [row.row for row in found.reviews] == sorted(row.row for row in found.reviews)
    for row in found.reviews:
        assert lines[row.row - 1].startswith(f"{row.child},")
        assert f",{row.held_on:%d/%m/%Y}," in lines[row.row - 1]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_columns_does_not_matter(tmp_path, seed):
    for path in SAMPLE.glob("*.csv"):
        table = [line.split(",") for line in path.read_text(encoding="utf-8-sig").splitlines()]
        places = list(range(len(table[0])))
        Random(seed).shuffle(places)
        lines = [",".join(row[place] for place in places) for row in table]
        (tmp_path / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "README.md").touch()

    assert without_order(read_folder(tmp_path, TODAY)) == without_order(read_folder(SAMPLE, TODAY))


@pytest.mark.parametrize(
    "written",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.removesuffix("\n").encode(),
        lambda text: text.encode() + b"\n \r\n\n",
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("CHILD,", " CHILD , ").encode(),
        lambda text: "\n".join(",".join(f'"{v}"' for v in line.split(",")) for line in text.splitlines()).encode(),
        lambda text: text.replace(",", " , ").encode(),
        lambda text: text.replace("PN", "pn").encode(),
        lambda text: text.replace("/05/", "/5/").replace("01/", "1/").encode(),
    ],
    ids="BOM CRLF no-last-line-end blank-lines cp1252 heading-blanks quoted blanks small-codes short-dates".split(),
)
def test_ways_of_writing_that_mean_the_same_are_read_the_same(tmp_path, written):
    (put(tmp_path) / "reviews.csv").write_bytes(written(text_of(REVIEWS, (FIRST, SECOND))))

    found = read_folder(tmp_path, TODAY)

    assert [(row.held_on, row.participation) for row in found.reviews] == [
        (date(2025, 5, 6), Participation.PN1),
        (date(2025, 8, 1), Participation.PN2),
    ]
    assert not found.problems


def test_files_are_known_by_their_columns_not_by_their_names(tmp_path):
    put(tmp_path)
    (tmp_path / "reviews.csv").rename(tmp_path / "uasc.CSV")

    assert read_folder(tmp_path, TODAY).counts["uasc.CSV"] == FileCount(2, 0)


def test_what_is_not_read_is_named_with_why(tmp_path):
    put(tmp_path)
    (tmp_path / "uasc.csv").write_text("CHILD,SEX,DOB,DUC\n", encoding="utf-8")
    (tmp_path / "telephone.csv").write_text("Place,Number\nOffice,1\n", encoding="utf-8")
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "older.csv").mkdir()

    assert {problem.file: problem.message for problem in read_folder(tmp_path, TODAY).problems} == {
        "uasc.csv": "Not read: asylum-seeking status changes no review date.",
        "telephone.csv": "Not read: its columns are not those of any SSDA903 file.",
        "letter.docx": "Not read: it is not a .csv file.",
        "older.csv": "Not read: it is a folder inside the folder.",
    }


@pytest.mark.parametrize("missing", ["episodes", "reviews"])
def test_one_of_episodes_and_reviews_may_be_missing(tmp_path, missing):
    (put(tmp_path) / f"{missing}.csv").unlink()

    found = read_folder(tmp_path, TODAY)

    assert f"{missing}.csv" not in found.counts
    assert len(found.children) == 1
    assert len(found.episodes or found.reviews) > 0


def test_a_set_without_an_episodes_file_gets_one_note_and_not_one_for_each_child(tmp_path):
    found = read_folder(put(tmp_path, header=(SEVEN, "8" + SEVEN[1:14] + ",,,,"), episodes=None), TODAY)

    assert messages(found.problems, Severity.NOTE) == [
        "The folder has no Episodes file: no periods of care, no review duties; history incomplete."
    ]


def test_only_restricts_rows_counts_and_problems_to_the_children_asked_for():
    whole = read_folder(SAMPLE, TODAY)
    wanted = {whole.children[0].child, whole.children[1].child, whole.reviews[-1].child}

    part = read_folder(SAMPLE, TODAY, only=[f" {child} " for child in wanted])

    for part_rows, whole_rows in (
        (part.children, whole.children),
        (part.episodes, whole.episodes),
        (part.reviews, whole.reviews),
    ):
        assert list(part_rows) == [row for row in whole_rows if row.child in wanted]
    assert all(count.rows >= count.refused for count in part.counts.values())
    assert part.counts["header.csv"] == FileCount(3, 0)
    rows = {(row.child, file) for file in ("header.csv",) for row in part.children}
    assert len(rows) == 3
    assert part.reviews_from == whole.reviews_from


def test_parts_of_a_set_add_up_to_the_whole():
    whole = read_folder(SAMPLE, TODAY)
    children = [child.child for child in whole.children]

    parts = [read_folder(SAMPLE, TODAY, only=children[half::2]) for half in (0, 1)]

    for file, count in whole.counts.items():
        assert (
            FileCount(sum(part.counts[file].rows for part in parts), sum(part.counts[file].refused for part in parts))
            == count
        )
    by_row = [{problem for problem in part.problems if problem.row} for part in parts]
    assert not by_row[0] & by_row[1]
    assert by_row[0] | by_row[1] == {problem for problem in whole.problems if problem.row}


def test_a_child_asked_for_who_is_not_in_the_set_is_named(tmp_path):
    found = read_folder(put(tmp_path), TODAY, only={"7", "8"})

    assert len(found.children) == 1
    assert messages(found.problems, Severity.WARNING) == ["Child 8 was asked for and is not in it."]


def test_asking_for_nobody_gives_nobody(tmp_path):
    found = read_folder(put(tmp_path), TODAY, only=())

    assert not found.children
    assert found.counts["reviews.csv"] == FileCount(0, 0)
