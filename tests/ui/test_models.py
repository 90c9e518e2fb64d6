"""The models keep Qt's contract, whatever is put into them."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from iro_desktop.services.caseload_columns import in_order
from iro_desktop.services.views import TodayGroup
from iro_desktop.ui.models.caseload import COLUMNS, CaseloadModel
from iro_desktop.ui.models.work import CAP, GroupLine, MoreLine, WorkLine, WorkModel, lines_of
from iro_desktop.ui.widgets.suggestion_box import Suggestion, SuggestionModel
from tests.ui.fake_desk import FakeDesk


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


@pytest.mark.parametrize("count", [0, 1, 60, 400])
def test_work_model_keeps_the_contract(qapp: QApplication, count: int) -> None:
    model = WorkModel()
    tester = watched(model)
    view = FakeDesk(count).today()
    for opened in (set(), set(TodayGroup), set()):
        model.set_lines(lines_of(view, opened))
    model.set_lines([])
    assert tester.model() is model


@pytest.mark.parametrize("count", [0, 1, 60, 400])
def test_caseload_model_keeps_the_contract(qapp: QApplication, count: int) -> None:
    model = CaseloadModel()
    tester = watched(model)
    rows = FakeDesk(count).caseload().rows
    model.set_rows(rows)
    model.set_rows(rows)
    model.set_rows(rows[::-1])
    model.set_rows(())
    assert tester.model() is model


def test_suggestions_keep_the_contract(qapp: QApplication) -> None:
    model = SuggestionModel()
    tester = watched(model)
    model.set_items([Suggestion("Undo", "", "Ctrl Z", None), Suggestion("Quit", "", "Ctrl Q", None)])
    model.set_items([])
    assert tester.model() is model


def test_same_rows_change_without_a_reset(qapp: QApplication) -> None:
    model = CaseloadModel()
    rows = FakeDesk(5).caseload().rows
    model.set_rows(rows)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows(rows)
    assert not resets


def test_groups_stand_in_order_of_consequence() -> None:
    lines = lines_of(FakeDesk(60).today(), set())
    groups = [line.group for line in lines if isinstance(line, GroupLine)]
    assert groups == [group for group in TodayGroup if group in groups]
    assert len(groups) > 3


def test_long_group_is_capped_and_says_how_many_there_are() -> None:
    view = FakeDesk(60).today()
    closed, opened = lines_of(view, set()), lines_of(view, {TodayGroup.SOON})
    more = next(line for line in closed if isinstance(line, MoreLine) and line.group is TodayGroup.SOON)
    assert more.words == f"Show all {view.counts[TodayGroup.SOON]}"
    of_group = [line for line in opened if isinstance(line, WorkLine) and line.row.group is TodayGroup.SOON]
    assert len(of_group) == view.counts[TodayGroup.SOON] > CAP


def test_heading_cannot_be_chosen(qapp: QApplication) -> None:
    model = WorkModel()
    model.set_lines(lines_of(FakeDesk(60).today(), set()))
    assert model.flags(model.index(0, 0)) is Qt.ItemFlag.NoItemFlags


def test_row_reads_as_one_sentence_in_the_order_status_child_what_when(qapp: QApplication) -> None:
    model = WorkModel()
    model.set_lines(lines_of(FakeDesk(60).today(), set()))
    row = model.row_at(model.index(1, 0))
    assert row is not None
    said = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    places = [said.index(words) for words in (row.standing_words, row.name, row.what, row.when)]
    assert places == sorted(places)
    overdue = next(
        line.row for line in model.lines if isinstance(line, WorkLine) and line.row.group is TodayGroup.OVERDUE
    )
    line = next(n for n, each in enumerate(model.lines) if isinstance(each, WorkLine) and each.row is overdue)
    assert model.data(model.index(line, 0), Qt.ItemDataRole.AccessibleTextRole).startswith("Overdue")


@pytest.mark.parametrize("key", [column.key for column in COLUMNS])
def test_caseload_sorts_by_every_column_both_ways(key: str) -> None:
    rows = FakeDesk(60).caseload().rows
    there, back = in_order(rows, key, is_turned=False), in_order(rows, key, is_turned=True)
    assert {row.child for row in there} == {row.child for row in rows}
    value = next(column.sort or column.show for column in COLUMNS if column.key == key)
    assert [value(row) for row in there] == sorted(value(row) for row in rows)
    assert [value(row) for row in back] == sorted((value(row) for row in rows), reverse=True)
