"""The caseload summary: the rows of the screen in a file, told in the history, with no name that was not asked for."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from iro_desktop.domain.acts import AddIro, ChangeChild
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.sheet_out import CSV, XLSX, content_of
from iro_desktop.measures.model import Unit
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.caseload_columns import BY_KEY, COLUMNS, in_order
from iro_desktop.services.caseload_summary import FIGURES_SHOWN, Summary, Teller, caseload_summary
from iro_desktop.services.demo import open_demo
from iro_desktop.services.figure_words import printed
from iro_desktop.services.figures import figures, span_of
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.names_out import Reader, reader_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.store.store import Places, open_store
from tests.conftest import DATA_KEY, TODAY
from tests.exchange.nasty import csv_rows, no_leftovers, sheet_faults
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office

ME = Actor("tester", "window", TODAY)
AT = datetime(2026, 11, 23, 14, 2)
MANAGER = Reader("the team manager", "monthly clinic")
HEADINGS = [column.header for column in COLUMNS]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    """One for all: what is exported changes no fact, and the history only grows."""
    opened = open_demo(tmp_path_factory.mktemp("demo"), TODAY)
    yield opened
    opened.close()


def summary(now: Snapshot, wish: SummaryWish | None = None, iro: str | None = None, at: datetime = AT) -> Summary:
    return caseload_summary(
        now, iro, wish or SummaryWish(), span_of(None, None, TODAY), Teller(ME, at, is_sample=False)
    )


def shown(cell: object, number_format: str) -> str:
    """What a spreadsheet program shows of a cell."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        assert cell.time() == datetime.min.time()
        return {"d mmm yyyy": short, "ddd d mmm yyyy": with_weekday}[number_format](cell.date())
    if number_format == '0" wd";"−"0" wd"':
        return f"{cell} wd".replace("-", "−")
    return "–" if number_format == '0;-0;"–"' and cell == 0 else str(cell)


def file_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Headings and what is shown beneath them."""
    sheet = openpyxl.load_workbook(path)["Caseload"]
    lines = [[shown(cell.value, cell.number_format) for cell in row] for row in sheet]
    top = next(number for number, line in enumerate(lines) if line[0] == "Standing")
    return lines[top], lines[top + 1 :]


@pytest.mark.parametrize("key", BY_KEY)
@pytest.mark.parametrize("is_turned", [False, True])
def test_every_cell_says_what_the_caseload_says(desk: LocalDesk, tmp_path: Path, key: str, is_turned: bool):
    wish = SummaryWish("c2", key, is_turned, names=MANAGER)
    done = desk.export_summary(wish, tmp_path / "summary.xlsx")
    rows = in_order(desk.caseload("c2").rows, key, is_turned=is_turned)
    headings, found = file_rows(tmp_path / "summary.xlsx")
    place = headings.index("Id")
    assert [*headings[:place], *headings[place + 1 :]] == HEADINGS
    assert [[*line[:place], *line[place + 1 :]] for line in found] == [
        [column.show(row) for column in COLUMNS] for row in rows
    ]
    assert [line[place] for line in found] == [row.child for row in rows]
    assert (done.rows, done.of) == (len(rows), 60)
    assert 0 < done.rows < 60


def test_without_a_reader_no_name_of_a_child_is_in_either_file(desk: LocalDesk, tmp_path: Path):
    whole = desk._snapshot
    for ending in (XLSX, CSV):
        desk.export_summary(SummaryWish(), tmp_path / f"summary{ending}")
    headings, found = file_rows(tmp_path / "summary.xlsx")
    assert headings == HEADINGS
    rows = csv_rows((tmp_path / "summary.csv").read_bytes())
    words = {word for line in [*found, *rows] for cell in line for word in cell.replace(",", " ").split()}
    names = {
        name
        for child in whole.children.values()
        for name in (child.facts.child.given_name, child.facts.child.family_name, child.facts.child.known_as)
        if name
    }
    iros = {word for one in whole.iros for word in one.name.split()}
    assert not words & (names - iros)
    ids = {child.facts.child.council_id for child in whole.in_scope(None)}
    assert {line[1] for line in found} <= ids
    assert {one for line in found for one in line[3].split(", ") if one} <= set(whole.children)


def test_real_dates_stand_in_the_date_columns(desk: LocalDesk, tmp_path: Path):
    desk.export_summary(SummaryWish(), tmp_path / "summary.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")["Caseload"]
    rows: list[tuple[Any, ...]] = list(sheet.iter_rows(min_row=7, values_only=True))
    for heading in ("Last review", "Next booked", "Last lawful", "Mid-point"):
        column = [row[HEADINGS.index(heading)] for row in rows]
        assert sum(isinstance(one, datetime) for one in column) > 10
        assert {type(one) for one in column} <= {datetime, str}
    by_child = {row.child: row for row in desk.caseload().rows}
    assert all(
        row[HEADINGS.index("Last lawful")]
        == datetime.combine(by_child[row[1]].last_lawful_on or date.min, AT.min.time())
        for row in rows
        if isinstance(row[HEADINGS.index("Last lawful")], datetime)
    )


def test_the_head_says_whose_how_many_as_at_by_whom_and_how_it_was_filtered(desk: LocalDesk):
    head = summary(desk._snapshot, SummaryWish("foster c2", "slack", True)).book.tables[0].head
    rows = len(desk._snapshot.children) and len(summary(desk._snapshot, SummaryWish("foster c2")).book.tables[0].rows)
    assert head == (
        "Caseload summary: all IROs",
        f"{rows} of 60 children. As at Mon 23 Nov 2026, 14:02, by tester.",
        "Filter: “foster c2”. Order: Slack in working days, the other way round.",
        "Children are named by the council's id.",
    )
    name = desk.iros()[0]
    kept = SummaryWish(view="Mine", names=MANAGER)
    head = summary(desk._snapshot, kept, name, datetime(2026, 11, 25, 9, 30)).book.tables[0].head
    assert head[0] == f"Caseload summary: children of {name}"
    assert "As at Mon 23 Nov 2026; written on 25 Nov 2026, 09:30, by tester." in head[1]
    assert head[2] == "Saved view “Mine”. Filter: none. Order: Standing."
    assert head[3] == "With names, for the team manager: monthly clinic"


def test_a_name_typed_into_the_filter_does_not_stand_in_a_file_without_names(office: Office):
    office.each(IRO, CHILD, FIRST, ChangeChild(child="A1", given_name="Marigold", row_version=1))
    now = office.snapshot()
    wish = SummaryWish("mari C2")
    assert summary(now, wish).rows == len(summary(now, replace(wish, names=MANAGER)).book.tables[0].rows)
    assert "mari" not in " ".join(summary(now, wish).book.tables[0].head).lower()
    assert "“mari C2”" in summary(now, replace(wish, names=MANAGER)).book.tables[0].head[2]


def test_a_view_named_after_a_child_is_not_told_in_a_file_without_names(office: Office):
    office.each(IRO, CHILD, FIRST, ChangeChild(child="A1", given_name="Marigold", row_version=1))
    now = office.snapshot()

    def told(view: str, names: Reader | None = None) -> str:
        return summary(now, SummaryWish(view=view, names=names)).book.tables[0].head[2]

    assert told("Marigold’s sisters").startswith("A saved view. Filter")
    assert told("Late ones").startswith("Saved view “Late ones”.")
    assert told("Marigold’s sisters", MANAGER).startswith("Saved view “Marigold’s sisters”.")


def test_the_sample_says_that_its_children_are_invented(desk: LocalDesk):
    assert desk.preview_summary(SummaryWish()).head[-1] == "Sample data: invented children"


def test_the_figures_are_those_of_the_measures_with_definition_and_check(desk: LocalDesk, tmp_path: Path):
    desk.export_summary(SummaryWish(), tmp_path / "summary.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")["Figures"]
    rows: list[tuple[Any, ...]] = list(sheet.iter_rows(min_row=6, values_only=True))
    every = figures(desk._snapshot, span_of(None, None, TODAY), desk.caseload().scope)
    by_id = {one.definition.id: one for one in every}
    assert len(rows) == len(FIGURES_SHOWN) == 9
    for row, one in zip(rows, (by_id[each] for each in FIGURES_SHOWN), strict=True):
        assert row[0] == one.definition.name
        assert row[2:6] == (one.numerator, one.denominator, one.check, printed(one.definition.unit, one.value))
        if one.definition.unit is Unit.PERCENT:
            assert round(100 * row[1], 1) == one.percent
        else:
            assert not row[1]
        assert row[7] == one.definition.definition
        assert all(str(why) in row[6] for why, _ in one.left_out)
    assert sheet["A1"].value.endswith("Wed 1 Apr to Mon 23 Nov 2026")


def test_what_is_previewed_is_what_is_written(desk: LocalDesk, tmp_path: Path):
    wish = SummaryWish("foster", "booked")
    seen = desk.preview_summary(wish)
    desk.export_summary(wish, tmp_path / "summary.csv")
    rows = csv_rows((tmp_path / "summary.csv").read_bytes())
    assert [row[0] for row in rows[: len(seen.head)]][2:] == list(seen.head)[2:]
    assert rows[len(seen.head)] == list(seen.columns)
    assert len(rows) - len(seen.head) - 1 == seen.rows
    assert seen.of == 60
    assert len(seen.figures) == len(FIGURES_SHOWN)
    assert seen.figures[-1].startswith("Children for each full-time IRO: ")


def test_the_raw_file_hides_nothing_and_names_nobody(desk: LocalDesk, tmp_path: Path):
    for wish in (SummaryWish(), SummaryWish(names=MANAGER), SummaryWish("nobody has this")):
        desk.export_summary(wish, tmp_path / "summary.xlsx")
        assert sheet_faults((tmp_path / "summary.xlsx").read_bytes()) == []


def test_each_export_leaves_its_line_and_none_can_be_undone(desk: LocalDesk, tmp_path: Path):
    before, label = len(desk.history()), desk.undo_label()
    facts = desk._store.dump().hash
    desk.export_summary(SummaryWish(), tmp_path / "a.xlsx")
    desk.export_summary(SummaryWish("c2", names=MANAGER), tmp_path / "b.csv")
    rows, found = desk.history()[: len(desk.history()) - before], len(desk.caseload("c2").rows)
    assert [row.sentence for row in rows] == [
        f"Caseload summary of {desk.whose()} as CSV: {found} of 60 children, with names, {MANAGER.words}",
        f"Caseload summary of {desk.whose()} as Excel: 60 of 60 children, by id",
    ]
    assert not any(row.can_undo for row in rows)
    assert desk.undo_label() == label
    assert desk._store.dump().hash == facts


def test_a_refused_place_leaves_neither_file_nor_line(desk: LocalDesk, tmp_path: Path):
    before = len(desk.history())
    with pytest.raises(UserError, match="no folder"):
        desk.export_summary(SummaryWish(), tmp_path / "nowhere" / "summary.xlsx")
    with pytest.raises(UserError, match=r"\.xlsx"):
        desk.export_summary(SummaryWish(), tmp_path / "summary.odt")
    assert len(desk.history()) == before
    assert no_leftovers(tmp_path)


def test_a_history_that_refuses_leaves_no_file(places: Places, tmp_path: Path):
    (tmp_path / "out").mkdir()
    with open_store(places, DATA_KEY, read_only=True) as store, pytest.raises(UserError, match=r"."):
        LocalDesk(store, ME).export_summary(SummaryWish(), tmp_path / "out" / "summary.xlsx")
    assert no_leftovers(tmp_path / "out")


def test_names_need_a_reader_and_a_purpose():
    assert reader_of(" the  manager ", "clinic") == Reader("the manager", "clinic")
    for who, purpose in ((None, "clinic"), ("manager", " ")):
        with pytest.raises(UserError, match="reader and a purpose"):
            reader_of(who, purpose)


def test_an_unknown_order_or_iro_is_refused(office: Office):
    office.do(AddIro(name="Jo Bloggs"))
    now = Snapshot.of(office.store, TODAY, england())
    with pytest.raises(UserError, match="no column “colour”"):
        summary(now, SummaryWish(sort="colour"))
    with pytest.raises(UserError, match="no IRO of that name"):
        summary(now, iro="Nobody")


def test_a_caseload_of_nobody_is_a_file_with_headings(office: Office):
    found = summary(office.snapshot())
    rows = csv_rows(content_of(found.book, CSV))
    assert rows[1] == ["0 of 0 children. As at Mon 23 Nov 2026, 14:02, by tester."]
    assert rows[-1] == HEADINGS
    assert openpyxl.load_workbook(io.BytesIO(content_of(found.book, XLSX))).sheetnames == [
        "Caseload", "Figures", "By IRO", "Overdue", "Coming 20 days", "Siblings", "Not known",
    ]  # fmt: skip
