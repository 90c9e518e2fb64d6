"""A caseload in any layout is read right or asked about, never wrong in silence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange import caseload_sheet, tabular
from iro_desktop.exchange.caseload_sheet import CaseloadField, CaseloadRow, CaseloadSheet, Sureness
from iro_desktop.exchange.sheet_body import Kind
from iro_desktop.exchange.sheet_headings import guess
from iro_desktop.exchange.tabular import Cell, Sheet, cells_from_text
from tests.exchange.layouts import (
    ALL_FIELDS,
    LAYOUTS,
    TODAY,
    Layout,
    Page,
    TrueChild,
    csv_bytes,
    true_children,
    truth_of,
    write_xlsx,
)
from tests.exchange.layouts_more import MORE_LAYOUTS
from tests.exchange.layouts_random import random_layout

CHILDREN = true_children()


def read_layout(
    layout: Layout, ending: str, folder: Path, children: Sequence[TrueChild] = CHILDREN
) -> tuple[CaseloadSheet, Page]:
    path = folder / f"caseload{ending}"
    if ending == ".xlsx":
        page = write_xlsx(layout, children, path)
    else:
        page, content = csv_bytes(layout, children)
        path.write_bytes(content)
    return caseload_sheet.read(tabular.read_cells(path), today=TODAY, file=path.name), page


def is_asked(problems: Sequence[Problem], line: int, field: str) -> bool:
    fields = {field, "name"} if field in {"given_name", "family_name"} else {field}
    return any(
        problem.severity in {Severity.ASK, Severity.REFUSED}
        and (problem.row == line or problem.row is None)
        and (problem.field in fields or (problem.row == line and (problem.field is None or is_refused(problem))))
        for problem in problems
    )


def is_refused(problem: Problem) -> bool:
    return problem.severity is Severity.REFUSED


def wrong_in_silence(
    answer: CaseloadSheet, page: Page, truth: Mapping[str, TrueChild], layout: Layout
) -> Iterator[str]:
    rows = {row.child: row for row in answer.rows}
    if set(rows) <= set(truth):
        for printed, child in truth.items():
            yield from _faults(answer, rows.get(printed), page.lines[child.child], child, layout, truth)
    elif not is_asked(answer.problems, 0, "child"):
        yield f"no children: {rows.keys() - truth.keys()}"


def _faults(
    answer: CaseloadSheet,
    row: CaseloadRow | None,
    line: int,
    child: TrueChild,
    layout: Layout,
    truth: Mapping[str, TrueChild],
) -> Iterator[str]:
    for field in ALL_FIELDS:
        wanted = expected(child, field, layout, truth)
        got = getattr(row, field) if row else "no row"
        got = set(got) if isinstance(got, tuple) else got
        if got != wanted and not is_asked(answer.problems, line, field):
            yield f"line {line} {field}: {got!r} instead of {wanted!r}"


def expected(child: TrueChild, field: str, layout: Layout, truth: Mapping[str, TrueChild]) -> object:
    if field == "siblings":
        shown = {printed for printed, other in truth.items() if other.child in child.siblings}
        return shown if field in layout.shows else set()
    return getattr(child, field) if field in layout.shows else None


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("layout", [*LAYOUTS, *MORE_LAYOUTS], ids=lambda layout: layout.name)
def test_nothing_in_a_layout_is_wrong_in_silence(layout: Layout, ending: str, tmp_path: Path) -> None:
    answer, page = read_layout(layout, ending, tmp_path)
    assert list(wrong_in_silence(answer, page, truth_of(layout, CHILDREN), layout)) == []
    assert answer.row_count == 60


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), ending=st.sampled_from([".xlsx", ".csv"]))
def test_nothing_in_a_layout_put_together_by_chance_is_wrong_in_silence(seed: int, ending: str, tmp_path: Path) -> None:
    layout, children = random_layout(seed), true_children(12, seed)
    answer, page = read_layout(layout, ending, tmp_path, children)
    assert list(wrong_in_silence(answer, page, truth_of(layout, children), layout)) == []
    assert answer.row_count == 12


HEADINGS: tuple[str, ...] = ("Child ID", "Surname", "Forename", "DoB", "LAC start", "Last review", "Review no", "IRO")
AVA: tuple[Cell, ...] = (
    "1001",
    "Fernley",
    "Ava",
    date(2015, 5, 6),
    date(2024, 1, 2),
    date(2025, 12, 1),
    4,
    "Ruth Okafor",
)
BEN: tuple[Cell, ...] = (
    "1002",
    "Fernley",
    "Ben",
    date(2012, 5, 6),
    date(2024, 1, 2),
    date(2025, 12, 1),
    4,
    "Ruth Okafor",
)


def sheet(*rows: Sequence[Cell], name: str = "Caseload") -> Sheet:
    width = max(map(len, rows))
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in rows))


def read_rows(*rows: Sequence[Cell], corrections: Mapping[str, CaseloadField | None] | None = None) -> CaseloadSheet:
    return caseload_sheet.read([sheet(*rows)], corrections or {}, today=TODAY, file="a.xlsx")


def ava(**changes: Cell) -> tuple[Cell, ...]:
    """Ava's row with other cells under some headings (blanks in a heading are written as underscores)."""
    cells: dict[str, Cell] = dict(zip(HEADINGS, AVA, strict=True)) | {
        key.replace("_", " "): cell for key, cell in changes.items()
    }
    return tuple(cells.values())


def asked(answer: CaseloadSheet, row: int | None = None) -> list[str | None]:
    return [problem.field for problem in answer.problems if problem.severity is Severity.ASK and problem.row == row]


def refused(answer: CaseloadSheet) -> list[int | None]:
    return [problem.row for problem in answer.refused]


def messages(answer: CaseloadSheet) -> str:
    return "\n".join(problem.message for problem in answer.problems)


USUAL = """
child: Child ID|Mosaic ID|LCS number|Client no|Client No.|Person ID|Child Unique ID|ID|Ref|PID|System ID|Case Number
child: Child's ID|ClientID|Child reference|LCS ID|MOSAIC|Service User ID|Young person's ID|Eclipse ref|SSDA903 ID
name: Name|Child's name|Full name|Young Person Name|Surname, Forename|Name of child|Forename and surname
given_name: Forename|First name|Forename(s)|Given Names|FIRST NAME|Child Forename|Christian name
family_name: Surname|Last name|Family name|SURNAME|Child's Surname|Lastname
born_on: DoB|D.O.B.|Date of birth|Birth date|DateOfBirth|Child DOB|Born|date_of_birth|Date of Birth (child)
looked_after_since: LAC start|LAC start date|Became looked after|CLA since|Date became looked after|Looked after from
looked_after_since: In care since|Date Started to be Looked After|Start of care|Date Child Entered Care|LAC since
looked_after_since: Period of care start
last_review_on: Last LAC review|Date of last review|Last review|Last Rev.|Last CLA review date|Most recent review
last_review_on: Date of Latest Statutory Review|Previous review|Last reviewed|Date review held|Review held|Lst Rvw
last_review_number: Rev no|Review number|Review No.|Last review no|LAC Review Number|Rev #|Number of last review
next_review_on: Next review booked|Next review booked for|Planned review date|Date next review arranged
iro: IRO|Reviewing officer|Independent Reviewing Officer|IRO name|Allocated IRO|I.R.O.|Name of IRO
siblings: Siblings|Sibling group|Family ID|Sibling IDs|Family ref|Sibs|Brothers and sisters|Family No
"""


@pytest.mark.parametrize("line", USUAL.strip().splitlines())
def test_the_usual_headings_are_recognised(line: str) -> None:
    field, _, headings = line.partition(": ")
    found = {heading: (guess(heading).field, guess(heading).sureness) for heading in headings.split("|")}
    assert found == dict.fromkeys(found, (field, Sureness.SURE))


@pytest.mark.parametrize(
    ("before", "number"),
    [("Last review", 4), ("Next review due", None), ("Sibling group", None), ("Next review booked", None)],
)
def test_its_number_is_the_number_of_what_stands_before_it(before: str, number: int | None) -> None:
    headings, cells = list(HEADINGS), list(AVA)
    del headings[6], cells[6]
    at = 6 if before == "Last review" else len(headings) + 1
    if before not in headings:
        headings.append(before)
        cells.append(date(2026, 6, 1) if "review" in before else "F1")
    headings.insert(at, "its number")
    cells.insert(at, 4)
    assert read_rows(headings, cells).rows[0].last_review_number == number


@pytest.mark.parametrize(
    "heading",
    [
        *("Next review due", "Review due", "Review due by", "Last review due", "Next review", "Target review date"),
        *("Last health review", "Last pathway plan review", "Last review type", "Last review chair", "Last IRO visit"),
        *(
            "Mother's DoB",
            "Placement start",
            "Legal status start date",
            "Care plan date",
            "LAC end date",
            "Social worker",
        ),
        *("Mother's name", "IRO visit date", "Sibling name", "No. of siblings", "NHS number", "UPN", "Worker ID"),
        *("Unique pupil number", "Age", "Last medical", "Date ceased to be looked after", "Last contact by IRO"),
        *("Preferred name", "School name", "Team", "Row no", "Expected date of birth", "Family support worker"),
        *("Last CP conference", "Review date", "Date of review", "Start date", "Last PEP review", "Care leaver review"),
    ],
)
def test_headings_that_mean_something_else_are_never_surely_a_field_of_ours(heading: str) -> None:
    found = guess(heading)
    dangerous = found.sureness is Sureness.SURE and found.field is not CaseloadField.SIBLINGS
    assert not dangerous, found


def test_a_review_that_is_due_is_not_read_and_is_named() -> None:
    answer = read_rows((*HEADINGS, "Next review due"), (*AVA, date(2026, 6, 1)))
    assert answer.rows[0].next_review_on is None
    assert answer.rows[0].last_review_on == date(2025, 12, 1)
    assert "“Next review due”, is not read" in messages(answer)


def test_of_two_columns_that_could_be_the_last_review_neither_is_read_before_it_is_asked() -> None:
    answer = read_rows((*HEADINGS, "Date of latest review"), (*AVA, date(2025, 6, 1)))
    assert answer.rows[0].last_review_on is None
    assert asked(answer) == ["last_review_on"]
    assert "F “Last review”, I “Date of latest review” were not read" in messages(answer)


def test_a_correction_says_which_and_ends_the_question() -> None:
    corrections = {"date of latest review": CaseloadField.LAST_REVIEW_ON}
    answer = read_rows((*HEADINGS, "Date of latest review"), (*AVA, date(2025, 6, 1)), corrections=corrections)
    assert answer.rows[0].last_review_on == date(2025, 6, 1)
    assert asked(answer) == []


def test_a_correction_can_say_that_a_column_is_not_to_be_read() -> None:
    answer = read_rows(HEADINGS, AVA, corrections={"IRO": None})
    assert answer.rows[0].iro is None
    assert asked(answer) == []


def test_a_correction_for_a_heading_that_is_not_there_changes_nothing_and_is_named() -> None:
    answer = read_rows(HEADINGS, AVA, corrections={"Child number": CaseloadField.CHILD})
    assert answer.rows[0].child == "1001"
    assert asked(answer) == ["Child number"]


def test_corrections_find_a_sheet_whose_headings_nobody_foresaw() -> None:
    headings, row = ("Kid", "What we call them", "When"), ("1001", "Ava Fernley", "06/05/2015")
    answer = read_rows(headings, row)
    assert refused(answer) == [2]
    assert CaseloadField.CHILD in asked(answer)
    corrections = {"Kid": CaseloadField.CHILD, "What we call them": CaseloadField.NAME, "When": CaseloadField.BORN_ON}
    child = read_rows(headings, row, corrections=corrections).rows[0]
    assert (child.child, child.given_name, child.born_on) == ("1001", "Ava", date(2015, 5, 6))


def test_two_columns_of_one_heading_can_be_told_apart_in_a_correction() -> None:
    headings = ("Child ID", "Name", "Date", "Date")
    columns = caseload_sheet.recognise([sheet(headings, ("1001", "Ava Fernley", "06/05/2015", "01/12/2025"))]).columns
    assert [column.heading for column in columns] == ["Child ID", "Name", "Date (column C)", "Date (column D)"]
    answer = read_rows(
        headings,
        ("1001", "Ava Fernley", "06/05/2015", "01/12/2025"),
        corrections={"Date (column D)": CaseloadField.LAST_REVIEW_ON},
    )
    assert answer.rows[0].last_review_on == date(2025, 12, 1)


def test_recognising_shows_the_sheet_the_line_of_headings_and_how_full_each_column_is() -> None:
    found = caseload_sheet.recognise([sheet(("Caseload",), (), HEADINGS, AVA, BEN, ("Total", 2))], today=TODAY)
    assert (found.sheet.name, found.heading_row) == ("Caseload", 3)
    assert [(column.letter, column.filled) for column in found.columns][:2] == [("A", 2), ("B", 2)]
    assert all(column.sureness is Sureness.SURE for column in found.columns)


def test_a_field_without_a_column_is_asked_about_where_a_column_could_be_it() -> None:
    answer = read_rows(("Child ID", "Name", "DoB", "Seen"), ("1001", "Ava Fernley", "06/05/2015", "01/12/2025"))
    assert {"looked_after_since", "last_review_on"} <= set(asked(answer))


def test_every_row_is_counted_as_read_or_refused_and_every_other_line_is_named() -> None:
    answer = read_rows(
        ("My children",),
        HEADINGS,
        AVA,
        (),
        HEADINGS,
        ava(Child_ID=None),
        BEN,
        ava(Child_ID="not an id"),
        ("Total", 4),
        ("Printed by R Okafor",),
    )
    assert [row.row for row in answer.rows] == [3, 7]
    assert refused(answer) == [6, 8]
    assert answer.row_count == 4
    for line in ("row 1 (above", "row 5 (headings again)", "row 4 (blank)", "row 9 (totals)", "row 10 (words"):
        assert line in messages(answer)


def test_the_same_child_twice_keeps_the_first_and_names_the_row_that_it_repeats() -> None:
    answer = read_rows(HEADINGS, AVA, BEN, AVA)
    assert [row.child for row in answer.rows] == ["1001", "1002"]
    assert [(problem.row, "row 2" in problem.message) for problem in answer.refused] == [(4, True)]
    assert asked(answer, 2) == []


def test_the_same_child_twice_with_another_review_is_asked_about_in_the_first_row_too() -> None:
    answer = read_rows(HEADINGS, AVA, ava(Last_review=date(2026, 2, 1)))
    assert asked(answer, 2) == ["last_review_on"]


@pytest.mark.parametrize(
    ("cell", "child"),
    [(123456.0, "123456"), (123456, "123456"), ("00123", "00123"), ("123456.0", "123456"), (" AB/12-3 ", "AB/12-3")],
)
def test_ids_lose_what_the_spreadsheet_added_and_nothing_else(cell: Cell, child: str) -> None:
    assert read_rows(HEADINGS, ava(Child_ID=cell)).rows[0].child == child


@pytest.mark.parametrize("cell", ["1.23457E+11", 123.5, 1e17, "#REF!", "#NOT-COMPUTED!", date(2026, 1, 1), -5])
def test_an_id_that_lost_figures_is_refused(cell: Cell) -> None:
    assert refused(read_rows(HEADINGS, ava(Child_ID=cell), BEN)) == [2]


@pytest.mark.parametrize("blank", [None, "", " ", "-", "–", "#N/A", "not known", "N/K", "NULL", "tbc", "\u00a0"])
def test_words_for_nothing_are_blanks(blank: Cell) -> None:
    row = read_rows(HEADINGS, ava(DoB=blank, Last_review=blank, Review_no=blank, IRO=blank)).rows[0]
    assert (row.born_on, row.last_review_on, row.last_review_number, row.iro) == (None, None, None, None)


@pytest.mark.parametrize("name", ["Null", "Nil", "None", "Na", "X"])
def test_surnames_that_look_like_blanks_are_kept(name: str) -> None:
    assert read_rows(HEADINGS, ava(Surname=name)).rows[0].family_name == name


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (4, 4),
        (4.0, 4),
        ("4", 4),
        ("4th", 4),
        ("Review 4", 4),
        ("R4", 4),
        ("4th review", 4),
        ("Fourth", 4),
        ("Initial", 1),
    ],
)
def test_the_number_of_a_review_is_read_in_figures_and_words(cell: Cell, number: int) -> None:
    assert read_rows(HEADINGS, ava(Review_no=cell)).rows[0].last_review_number == number


@pytest.mark.parametrize("cell", ["4/5", "Subsequent", 4.5, True, date(2026, 4, 3), "-1", 99, "four or five"])
def test_what_is_no_number_of_a_review_is_asked_about(cell: Cell) -> None:
    answer = read_rows(HEADINGS, ava(Review_no=cell))
    assert answer.rows[0].last_review_number is None
    assert asked(answer, 2) == ["last_review_number"]


@pytest.mark.parametrize("cell", ["Ruth Okafor", "OKAFOR, Ruth", "Okafor, Ruth", "RUTH OKAFOR", "Ruth OKAFOR (IRO)"])
def test_an_iro_is_named_given_name_first(cell: str) -> None:
    assert read_rows(HEADINGS, ava(IRO=cell)).rows[0].iro == "Ruth Okafor"


@pytest.mark.parametrize(
    "cell", ["Ruth Okafor / Dilwyn Pryce", "Ruth Okafor and Dilwyn Pryce", "r.okafor@council", "IRO 3"]
)
def test_what_is_not_one_iro_is_asked_about(cell: str) -> None:
    assert asked(read_rows(HEADINGS, ava(IRO=cell)), 2) == ["iro"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"DoB": date(2026, 5, 1), "LAC_start": None, "Last_review": None, "Review_no": None}, "born_on"),
        ({"DoB": date(2008, 3, 16)}, "born_on"),
        ({"LAC_start": date(2026, 4, 1), "Last_review": None, "Review_no": None}, "looked_after_since"),
        ({"LAC_start": date(2014, 4, 1)}, "looked_after_since"),
        ({"Last_review": date(2026, 3, 17)}, "last_review_on"),
        ({"Last_review": date(2023, 12, 1)}, "last_review_on"),
        ({"Last_review": None}, "last_review_number"),
        ({"Review_no": 0}, "last_review_number"),
    ],
)
def test_what_cannot_be_so_is_kept_and_asked_about(changes: dict[str, Cell], field: str) -> None:
    answer = read_rows(HEADINGS, ava(**changes))
    assert asked(answer, 2) == [field]


def test_a_child_of_seventeen_is_a_child() -> None:
    assert asked(read_rows(HEADINGS, ava(DoB=date(2008, 3, 17))), 2) == []


def test_a_sheet_printed_with_the_month_first_is_asked_about_and_read_once_that_is_said() -> None:
    rows = (HEADINGS, ava(DoB="05/06/2015", LAC_start="01/02/2024", Last_review="12/25/2025"))
    answer = read_rows(*rows)
    assert set(asked(answer, 2)) == {"born_on", "looked_after_since", "last_review_on"}
    assert answer.order_in_doubt == ("DoB", "LAC start", "Last review")
    stated = dict.fromkeys(answer.order_in_doubt, True)
    row = caseload_sheet.read([sheet(*rows)], today=TODAY, file="a.csv", month_first=stated).rows[0]
    assert (row.born_on, row.looked_after_since, row.last_review_on) == (
        date(2015, 5, 6),
        date(2024, 1, 2),
        date(2025, 12, 25),
    )


def test_a_mothers_birth_date_under_its_own_heading_is_not_the_childs() -> None:
    text = "Child,,,Mother,\nID,Name,LAC start,Name,DoB\n1001,Ava Fernley,02/01/2024,Jo Fernley,06/05/1985\n"
    answer = caseload_sheet.read([cells_from_text(text)], today=TODAY, file="a.csv")
    assert "born_on" in asked(answer)


def test_a_comma_without_quotation_marks_does_not_move_dates_into_other_columns() -> None:
    text = (
        "Child ID,Name,DoB,LAC start\n1001,Fernley, Ava,06/05/2015,02/01/2024\n1002,Ben Fernley,06/05/2012,02/01/2024\n"
    )
    answer = caseload_sheet.read([cells_from_text(text)], today=TODAY, file="a.csv")
    assert refused(answer) == [2]
    assert [row.child for row in answer.rows] == ["1002"]


def test_a_line_broken_in_two_is_asked_about() -> None:
    text = (
        "Child ID,Name,DoB,LAC start\n1001,Ava\nFernley,06/05/2015,02/01/2024\n1002,Ben Fernley,06/05/2012,02/01/2024\n"
    )
    answer = caseload_sheet.read([cells_from_text(text)], today=TODAY, file="a.csv")
    assert None in asked(answer, 2)
    assert answer.row_count == 3


def test_a_table_under_other_headings_is_refused_row_by_row() -> None:
    other = ("Surname", "Child ID", "IRO", "Forename", "Last review")
    answer = read_rows(HEADINGS, AVA, (), other, ("Pryce", "1005", "Ruth Okafor", "Idris", date(2025, 12, 1)))
    assert [row.child for row in answer.rows] == ["1001"]
    assert refused(answer) == [5]


def test_the_iro_named_above_the_rows_is_theirs() -> None:
    headings = HEADINGS[:-1]
    answer = read_rows(("IRO: Ruth Okafor",), headings, AVA[:-1], ("IRO:", "PRYCE, Dilwyn"), headings, BEN[:-1])
    assert [row.iro for row in answer.rows] == ["Ruth Okafor", "Dilwyn Pryce"]


def test_the_tab_with_the_caseload_is_found_and_a_second_one_is_asked_about() -> None:
    notes = sheet(("How to use",), ("Ask the performance team", "or the IRO"), name="Notes")
    empty = sheet(HEADINGS, name="Template")
    current, closed = sheet(HEADINGS, AVA, BEN, name="Current"), sheet(HEADINGS, BEN, name="Closed")
    answer = caseload_sheet.read([notes, empty, current], today=TODAY, file="a.xlsx")
    assert (answer.recognised.sheet.name, asked(answer)) == ("Current", [])
    answer = caseload_sheet.read([notes, closed, current], today=TODAY, file="a.xlsx")
    assert answer.recognised.sheet.name == "Current"
    assert asked(answer) == [None]
    answer = caseload_sheet.read([notes, closed, current], today=TODAY, file="a.xlsx", sheet="Closed")
    assert (answer.recognised.sheet.name, asked(answer)) == ("Closed", [])


def test_rows_hidden_by_a_filter_are_read_and_the_person_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEADINGS, AVA, BEN):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    answer = caseload_sheet.read(tabular.read_cells(tmp_path / "a.xlsx"), today=TODAY, file="a.xlsx")
    assert len(answer.rows) == 2
    assert "Hidden or filtered away in Excel, but read all the same: row 3." in messages(answer)


def test_a_formula_without_a_result_is_asked_about(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(HEADINGS)
    book.active.append((*AVA[:5], "=TODAY()-30", *AVA[6:]))
    book.save(tmp_path / "a.xlsx")
    answer = caseload_sheet.read(tabular.read_cells(tmp_path / "a.xlsx"), today=TODAY, file="a.xlsx")
    assert answer.rows[0].last_review_on is None
    assert "last_review_on" in asked(answer, 2)


def test_a_sheet_without_headings_is_refused() -> None:
    with pytest.raises(RefusedInput, match="No line of headings"):
        read_rows(AVA, BEN)


def test_no_message_repeats_a_name() -> None:
    rows = [
        HEADINGS,
        AVA,
        BEN,
        ava(Child_ID=None),
        ava(DoB="31/02/2015", IRO="Ruth / Dil"),
        ava(Child_ID="7", Surname="F3"),
    ]
    assert not {"Fernley", "Ava", "Ben", "Ruth", "F3"} & set(messages(read_rows(*rows)).replace(",", " ").split())


ODD_CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(st.characters(), max_size=12),
    st.sampled_from(
        ["1001", "Total", "Page 2", "IRO: Ruth", "12/03/2026", "#REF!", "\ud800", "\u202eAva", "=1+1", *HEADINGS]
    ),
)


@settings(deadline=None)
@given(st.lists(st.lists(ODD_CELLS, min_size=8, max_size=8), max_size=8))
def test_whatever_stands_under_the_headings_is_read_refused_or_named(grid: list[list[Cell]]) -> None:
    answer = read_rows(HEADINGS, AVA, *grid)
    numbers = [row.row for row in answer.rows] + [problem.row for problem in answer.refused]
    assert len(set(numbers)) == len(numbers) == answer.row_count
    kinds = answer.recognised.body.kinds
    left_out = {row + 1 for row, kind in enumerate(kinds) if kind not in {Kind.CHILD, Kind.OTHER_TABLE}}
    assert left_out | set(numbers) == set(range(1, len(grid) + 3))
    assert not left_out & set(numbers)


@pytest.mark.parametrize(
    "cell", ["\u202eFernley\u202c", "\ufeffFernley", "Fern\u00adley", "\u200bFernley", "Fernley\u00a0"]
)
def test_invisible_signs_are_no_part_of_a_name(cell: str) -> None:
    assert read_rows(HEADINGS, ava(Surname=cell)).rows[0].family_name == "Fernley"


@pytest.mark.parametrize("cell", [date(1, 1, 1), date(9999, 12, 31), "01/01/0001", "29/02/2023", "31/12/9999"])
def test_days_that_no_child_can_have_are_asked_about(cell: Cell) -> None:
    assert asked(read_rows(HEADINGS, ava(DoB=cell)), 2) == ["born_on"]


def test_a_moment_is_read_as_its_day() -> None:
    assert read_rows(HEADINGS, ava(DoB=datetime(2015, 5, 6, 9, 30))).rows[0].born_on == date(2015, 5, 6)


def test_the_layouts_hold_the_traps_they_are_meant_to_hold() -> None:
    text = " ".join(str(cell) for layout in LAYOUTS for row in layout.build(CHILDREN).rows for cell in row)
    traps: list[Any] = [
        "O'BRIEN",
        "McDonald",
        "van der Berg",
        "Zoë",
        "#N/A",
        "Next review due",
        "Page 1 of 3",
        "Sub-total",
    ]
    assert [trap for trap in traps if trap not in text] == []
