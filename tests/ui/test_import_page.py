"""Import: three ways in, shown, corrected, saved once."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.services.desk import ImportCounts, ImportShown
from iro_desktop.services.views import Done
from iro_desktop.ui.pages.import_choose import Choosers
from iro_desktop.ui.pages.import_page import ImportPage
from iro_desktop.ui.pages.import_problem_lines import CAP, GroupLine, MoreLine, ProblemLine, ProblemModel, lines_of
from iro_desktop.ui.pages.import_words import button_words, why_not
from iro_desktop.ui.theme import Scheme, apply_theme
from tests.ui.fake_vault import FakeDesk, clipped, faults_of_names, out_of_order, sheet

ASKED = "Child ID\tName\tDOB\tLooked after since\tLast review\tRev no\tNext review\tSocial worker"
Show = Callable[..., ImportPage]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def show(qtbot: QtBot, dressed: QApplication, desk: FakeDesk) -> Show:
    def shown(text_scale: int = 100, choosers: Choosers | None = None) -> ImportPage:
        apply_theme(dressed, Scheme.LIGHT, text_scale)
        page = ImportPage(desk, choosers=choosers)
        qtbot.addWidget(page)
        page.resize(1166, 718)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


@pytest.fixture
def page(show: Show) -> ImportPage:
    return show()


def paste(qtbot: QtBot, page: ImportPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)


def settle(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.flow.is_busy)


def choose(qtbot: QtBot, page: ImportPage, heading: str, words: str) -> None:
    choice = page.shown.columns.rows[heading].choice
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())
    settle(qtbot, page)


def problems(count: int, severity: Severity = Severity.WARNING) -> tuple[Problem, ...]:
    sentence = "This date lies in the future; it is kept as given and never counted as held before its day."
    return tuple(Problem("pasted text", row, "Last review", sentence, severity) for row in range(2, count + 2))


def shown_of(new: int = 0, changed: int = 0, same: int = 0, refused: int = 0) -> ImportShown:
    counts = ImportCounts(new + changed + same + refused, new, changed, same, refused)
    return ImportShown("caseload.csv", (), (), {"caseload.csv": counts}, (), None)


# --- ways in


def test_sixty_rows_pasted_anywhere_reach_a_checked_import_by_keys_alone(
    qtbot: QtBot, page: ImportPage, desk: FakeDesk
) -> None:
    paste(qtbot, page, sheet(60, blank_ids=1))
    assert page.summary.accessibleName() == "60 rows in pasted text · 59 new · 1 refused"
    assert page.shown.go.text() == "Import 59 children"
    assert page.shown.go.hasFocus()
    assert desk.children == {}
    with qtbot.waitSignal(page.imported) as imported:
        qtbot.keyClick(page.shown.go, Qt.Key.Key_Return)
    assert len(desk.children) == 59
    assert isinstance(imported.args[0], Done)
    with qtbot.waitSignal(page.today_asked):
        qtbot.keyClick(page.done.today, Qt.Key.Key_Return)


def test_cells_pasted_into_the_box_are_read_at_once(qtbot: QtBot, page: ImportPage) -> None:
    page.ways.box.setFocus()
    paste(qtbot, page, sheet(3))
    assert page.shown.go.text() == "Import 3 children"


def test_cells_typed_or_pasted_in_pieces_wait_for_the_button(qtbot: QtBot, page: ImportPage) -> None:
    assert not page.ways.read.isEnabled()
    page.ways.box.setPlainText(sheet(2))
    page.ways.read.click()
    settle(qtbot, page)
    assert page.shown.go.text() == "Import 2 children"


def test_a_file_is_chosen_and_read(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    path = tmp_path / "caseload.csv"
    path.write_text(sheet(4).replace("\t", ","), encoding="utf-8")
    page = show(choosers=Choosers(sheet=lambda _: path))
    assert page.ways.sheet.hasFocus()
    qtbot.keyClick(page.ways.sheet, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert "caseload.csv" in page.summary.accessibleName()


def test_choosing_nothing_changes_nothing(show: Show, desk: FakeDesk) -> None:
    page = show(choosers=Choosers(sheet=lambda _: None, folder=lambda _: None))
    page.ways.sheet.click()
    page.ways.folder.click()
    assert desk.plans == []
    assert not page.flow.is_busy


def test_a_return_shows_how_each_file_is_accounted_for(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    page = show(choosers=Choosers(folder=lambda _: tmp_path))
    page.ways.folder.click()
    settle(qtbot, page)
    assert page.shown.files.isVisible()
    assert page.shown.columns.isHidden()
    assert page.shown.go.text() == "Import 400 children"


def test_a_dropped_file_is_read(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "caseload.csv"
    path.write_text(sheet(2).replace("\t", ","), encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle(qtbot, page)
    assert page.shown.go.text() == "Import 2 children"


def test_what_cannot_be_read_is_said_in_place_and_the_cells_stay(qtbot: QtBot, page: ImportPage) -> None:
    page.ways.paste("nothing of use")
    settle(qtbot, page)
    assert "Nothing was changed" in page.notice.text()
    assert page.ways.box.toPlainText() == "nothing of use"
    assert page.ways.isVisible()


def test_an_empty_clipboard_is_said_so(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, "")
    assert page.notice.text().startswith("There is nothing to paste.")


def test_it_says_what_it_reads_before_it_does(qtbot: QtBot, page: ImportPage) -> None:
    page.ways.paste(sheet())
    assert page.busy.text() == "Reading the cells…"
    settle(qtbot, page)
    assert page.busy.text() == ""


# --- shown and corrected


def test_columns_are_shown_with_their_first_values(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet())
    row = page.shown.columns.rows["Name"]
    assert row.values.text() == "Jayden Peters  ·  Maya Okafor  ·  Leo Kaur"
    assert row.choice.currentText() == "The child's whole name"
    assert row.choice.accessibleName() == "What “Name” means"
    assert row.name.buddy() is row.choice


def test_columns_not_read_wait_behind_a_link(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet())
    assert "Social worker" not in page.shown.columns.rows
    assert page.shown.columns.more.text() == "Show 1 column not read"
    page.shown.columns.more.click()
    assert page.shown.columns.rows["Social worker"].choice.hasFocus()
    assert out_of_order(page) == []


def test_correcting_a_column_plans_again_and_keeps_the_focus(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    page.shown.columns.more.click()
    choose(qtbot, page, "Social worker", "The IRO")
    assert desk.plans[-1] == {"Social worker": "iro"}
    assert page.shown.columns.rows["IRO"].choice.currentText() == "Not read"
    assert page.shown.columns.rows["Social worker"].choice.hasFocus()


def test_the_last_word_counts_where_two_columns_are_said_to_mean_the_same(
    qtbot: QtBot, page: ImportPage, desk: FakeDesk
) -> None:
    paste(qtbot, page, sheet())
    choose(qtbot, page, "Name", "The IRO")
    choose(qtbot, page, "DOB", "The IRO")
    assert desk.plans[-1] == {"Name": None, "DOB": "iro"}


def test_a_correction_that_cannot_be_read_is_taken_back(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    choose(qtbot, page, "Child ID", "Not read")
    assert page.notice.text().endswith("The columns stand as they were before.")
    assert page.shown.columns.rows["Child ID"].choice.currentText() == "The child's id"
    choose(qtbot, page, "IRO", "Not read")
    assert desk.plans[-1] == {"IRO": None}
    assert page.notice.isHidden()


def test_corrections_made_faster_than_they_are_read_all_count(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    for heading in ("IRO", "Rev no", "DOB"):
        page.shown.columns.said.emit(heading, None)
    qtbot.waitUntil(lambda: desk.plans[-1] == {"IRO": None, "Rev no": None, "DOB": None})
    settle(qtbot, page)


def test_an_open_question_stands_first_and_holds_the_button(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet(headings=ASKED))
    row = page.shown.columns.first_asked()
    assert row is not None
    assert row is next(iter(page.shown.columns.rows.values()))
    assert row.choice.hasFocus()
    assert "is that right?" in row.choice.accessibleDescription()
    assert not page.shown.go.isEnabled()
    assert page.shown.reason.words.text() == page.shown.go.accessibleDescription() == "1 question to answer first."


@pytest.mark.parametrize(("answer", "field"), [("yes", "next_review_on"), ("no", None)])
def test_a_question_is_answered_by_a_button(
    qtbot: QtBot, page: ImportPage, desk: FakeDesk, answer: str, field: str | None
) -> None:
    paste(qtbot, page, sheet(headings=ASKED))
    row = page.shown.columns.rows["Next review"]
    getattr(row, answer).click()
    settle(qtbot, page)
    assert desk.plans[-1] == {"Next review": field}
    assert page.shown.columns.first_asked() is None
    assert page.shown.go.isEnabled()


def test_a_question_of_several_columns_stands_beside_each(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    message = "No column was read as the IRO. Is it one of these: “Social worker”, “Rev no”?"
    desk.extra_problems = (Problem("pasted text", None, "iro", message, Severity.ASK),)
    paste(qtbot, page, sheet())
    asked = [heading for heading, row in page.shown.columns.rows.items() if row.is_asked]
    assert asked == ["Rev no", "Social worker"]
    assert why_not(page.flow.shown) == "1 question to answer first."  # type: ignore[arg-type]


def test_a_question_that_no_column_answers_is_listed_and_holds_nothing_up(
    qtbot: QtBot, page: ImportPage, desk: FakeDesk
) -> None:
    message = "“Sheet1” was read. “Sheet2” looks like a caseload too: which is the right one?"
    desk.extra_problems = (Problem("pasted text", None, None, message, Severity.ASK),)
    paste(qtbot, page, sheet())
    first, second = page.shown.model.lines[:2]
    assert isinstance(first, GroupLine)
    assert isinstance(second, ProblemLine)
    assert second.message == message
    assert page.shown.go.isEnabled()


def test_the_wheel_does_not_change_what_a_column_means(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet())
    choice = page.shown.columns.rows["Name"].choice
    choice.setFocus()
    middle = QPointF(choice.rect().center())
    turned = QWheelEvent(
        middle,
        choice.mapToGlobal(middle),
        QPointF(0, -120).toPoint(),
        QPointF(0, -120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turned)
    assert choice.currentText() == "The child's whole name"


def test_problems_are_grouped_and_what_asks_comes_first(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    desk.extra_problems = tuple(
        Problem("pasted text", 5, "last_review_on", "A sentence.", severity)
        for severity in (Severity.NOTE, Severity.WARNING, Severity.REFUSED, Severity.ASK)
    )
    paste(qtbot, page, sheet())
    headings = [line.look.words for line in page.shown.model.lines if isinstance(line, GroupLine)]
    places = {line.place for line in page.shown.model.lines if isinstance(line, ProblemLine)}
    assert headings == ["To answer", "Left out", "Worth checking", "Good to know"]
    assert places == {"Row 5 · Last review"}


def test_many_problems_are_opened_by_enter(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    desk.extra_problems = problems(300)
    paste(qtbot, page, sheet())
    assert len(page.shown.model.lines) == CAP + 2
    page.shown.problems.setFocus()
    page.shown.problems.choose_row(CAP + 1)
    qtbot.keyClick(page.shown.problems, Qt.Key.Key_Return)
    assert len(page.shown.model.lines) == 302
    assert isinstance(page.shown.model.lines[-1], MoreLine)


def test_the_chosen_problem_is_brought_into_sight(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    desk.extra_problems = problems(CAP) + problems(CAP, Severity.NOTE)
    paste(qtbot, page, sheet())
    bar = page.shown.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.shown.problems.setFocus()
    qtbot.keyClick(page.shown.problems, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_no_problem_is_said_too(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet())
    assert page.shown.problems.isHidden()
    assert page.shown.clean.words.text() == "Every row could be read."


def test_problem_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = ProblemModel()
    model.set_lines(lines_of(problems(30), set()))
    qtmodeltester.check(model, force_py=True)
    model.set_lines([])


def test_esc_goes_back_to_the_ways_in_with_nothing_saved(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    qtbot.keyClick(page.shown.go, Qt.Key.Key_Escape)
    assert page.ways.isVisible()
    assert page.flow.shown is None
    assert desk.applied == 0


# --- saved


def test_nothing_is_saved_twice_by_a_double_click(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    with qtbot.waitSignal(page.imported):
        qtbot.mouseDClick(page.shown.go, Qt.MouseButton.LeftButton)
        page.shown.go.click()
        page.flow.apply()
    page.flow.apply()
    settle(qtbot, page)
    assert desk.applied == 1


def test_what_is_here_already_cannot_be_imported_and_says_why(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet(5))
    with qtbot.waitSignal(page.imported):
        page.shown.go.click()
    page.done.another.click()
    paste(qtbot, page, sheet(5))
    assert not page.shown.go.isEnabled()
    assert page.shown.reason.words.text() == "Nothing to import: every row is here already, unchanged."


def test_a_refused_saving_keeps_the_plan_and_says_why(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    desk.fails = Conflict("Something was changed meanwhile. Nothing of this import was saved. Read the list again.")
    page.shown.go.click()
    settle(qtbot, page)
    assert page.notice.text() == str(desk.fails)
    desk.fails = None
    with qtbot.waitSignal(page.imported):
        page.shown.go.click()


def test_the_result_says_so_when_the_import_is_undone(qtbot: QtBot, page: ImportPage, desk: FakeDesk) -> None:
    paste(qtbot, page, sheet())
    with qtbot.waitSignal(page.imported):
        page.shown.go.click()
    assert page.heading.text() == "Import finished"
    desk.undo()
    assert page.heading.text() == "Import taken back"


def test_pasted_cells_are_forgotten_once_they_are_read(qtbot: QtBot, page: ImportPage) -> None:
    paste(qtbot, page, sheet())
    assert page.ways.box.toPlainText() == ""


def test_a_page_that_is_gone_is_not_told_of_changes(qtbot: QtBot, dressed: QApplication, desk: FakeDesk) -> None:
    page = ImportPage(desk)
    page.deleteLater()
    del page
    qtbot.wait(1)
    done = desk.undo()
    assert done.at == datetime(2026, 11, 23, tzinfo=UTC)


# --- words, names, room


@pytest.mark.parametrize(
    ("shown", "words", "reason"),
    [
        (shown_of(new=58, refused=2), "Import 58 children", ""),
        (shown_of(new=1), "Import 1 child", ""),
        (shown_of(new=58, changed=1), "Import 58 children and update 1", ""),
        (shown_of(changed=3, same=57), "Update 3 children", ""),
        (shown_of(refused=4), "Import", "Nothing to import: every row was refused. The reasons stand above."),
        (shown_of(), "Import", "There are no rows in it."),
    ],
)
def test_the_button_carries_verb_and_number_or_says_why_not(shown: ImportShown, words: str, reason: str) -> None:
    assert button_words(shown) == words
    assert why_not(shown) == reason


@pytest.mark.parametrize("text_scale", [100, 200])
@pytest.mark.parametrize("text", ["", sheet(), sheet(headings=ASKED)])
def test_names_order_and_room(qtbot: QtBot, show: Show, desk: FakeDesk, text: str, text_scale: int) -> None:
    desk.extra_problems = problems(12)
    page = show(text_scale)
    if text:
        paste(qtbot, page, text)
    qtbot.waitUntil(lambda: not clipped(page))
    assert faults_of_names(page) == []
    assert out_of_order(page) == []
