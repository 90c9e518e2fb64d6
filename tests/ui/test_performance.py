"""Performance, worked by keys alone: figures open, and open again down to the child; kept ones stand beside today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester

from iro_desktop.domain.acts import ChangeSetting, FreezeFigures, RecordPublished, RemovePublished
from iro_desktop.domain.choices import IROS_COMPARED
from iro_desktop.domain.dates import short
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Unit
from iro_desktop.services.figures_shown import OUT_HIDDEN, hidden_figure, refused_figure
from iro_desktop.services.performance_views import TILES, FigureWish, KeptCompared, PerformanceView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.figure_forms import FigureDays, FreezeForm, PublishedForm
from iro_desktop.ui.forms.print_form import PrintForm
from iro_desktop.ui.forms.setting_form import SettingForm
from iro_desktop.ui.forms.tiles_form import TilesForm
from iro_desktop.ui.pages.performance.kept import DIFFERENCE, FIGURES, SETS
from iro_desktop.ui.pages.performance.measure import APART, ROWS, TREND
from iro_desktop.ui.pages.performance.page import PerformancePage
from iro_desktop.ui.pages.performance.words import left_out_words, row_sentence
from iro_desktop.ui.paper import pages_of
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import fake_of, focused, window_of
from tests.ui.test_access import keep_some

OpenShell = Callable[..., Shell]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HELD = "timeliness.held"


class OneBroken(FakeDesk):
    """A desk of which one measure does not add up."""

    def performance(self, wish: FigureWish) -> PerformanceView:
        view = super().performance(wish)
        first = view.tiles[0]
        broken = replace(first, figure=refused_figure(first.figure, "3 + 4, 8 counted"), change=None)
        return replace(view, tiles=(broken, *view.tiles[1:]))


class NothingDiffers(FakeDesk):
    """A desk on which no row has come, gone or changed since the figures were kept."""

    def kept_compared(self, name: str, *, hides_small: bool = False) -> KeptCompared:
        view = super().kept_compared(name, hides_small=hides_small)
        return replace(view, figures=tuple(replace(one, new=(), gone=(), changed=()) for one in view.figures))


def at(open_shell: OpenShell, desk: FakeDesk | None = None) -> tuple[Shell, PerformancePage, Keyboard]:
    shell = open_shell(desk or FakeDesk())
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_P, CONTROL_SHIFT)
    assert shell.page() is shell.performance
    return shell, shell.performance, keys


def test_it_shows_the_year_from_april_of_whose_children_are_in_scope(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    assert page.wish() == FigureWish(date(2026, 4, 1), TODAY, "Angela Marsh")
    assert "Angela Marsh" in page.summary.accessibleName()


def test_a_manager_sees_all_iros(open_shell: OpenShell):
    desk = FakeDesk(iros=("Angela Marsh", "David Okafor"))
    desk.set_scope(None)
    _, page, _ = at(open_shell, desk)
    assert page.wish().iro is None
    assert "all IROs" in page.summary.accessibleName()


def test_every_measure_is_a_line_and_every_tile_says_what_its_line_says(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    lines = {line.tile.figure.measure: line.tile for line in page.figures.rows.rows}
    assert set(lines) == {one.id for one in DEFINITIONS}
    assert set(TILES) <= set(lines)
    for button in page.figures.grid.tiles:
        assert button.tile is not None
        assert button.tile == lines[button.tile.figure.measure]


def test_a_change_is_said_in_words_and_never_by_colour_alone(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    for button in page.figures.grid.tiles:
        assert button.tile is not None
        change = button.tile.change
        if change is not None and change.is_better is not None:
            assert ("better" if change.is_better else "worse") in button.texts()[2]
            assert change.words in button.accessibleName()


def test_arrows_go_about_the_tiles_and_down_into_the_list(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    tiles = page.figures.grid.tiles
    columns = page.figures.grid.columns(page.figures.grid.width())
    assert focused(window_of(shell)) is tiles[0]
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    assert focused(window_of(shell)) is tiles[columns + 1]
    for _ in tiles[::columns]:
        keys.press(Qt.Key.Key_Down)
    assert focused(window_of(shell)) is page.figures.list
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Up)
    assert focused(window_of(shell)) in tiles


def test_tab_goes_from_the_tiles_to_the_list_below_them_and_back(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Right)
    tile = focused(window_of(shell))
    keys.press(Qt.Key.Key_Tab)
    assert focused(window_of(shell)) is page.figures.list
    keys.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused(window_of(shell)) is tile
    keys.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused(window_of(shell)) is page.print_button


def test_a_figure_opens_down_to_its_rows_and_a_row_opens_the_child(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    assert page.measure_shown() == HELD
    assert focused(window_of(shell)) is page.measure.trend.chart
    keys.press(Qt.Key.Key_Left)
    month = page.measure.trend.current()
    assert month is not None
    keys.press(Qt.Key.Key_Return)
    assert page.measure.number == ROWS
    rows = page.measure.rows.rows.rows
    assert sum(one.group != "left out" for one in rows) == month.figure.denominator
    assert sum(one.group == "met" for one in rows) == month.figure.numerator
    assert month.label in page.measure.rows.heading.text()
    keys.press(Qt.Key.Key_Down)
    child = page.chosen_child()
    assert child == rows[1].row.child
    keys.press(Qt.Key.Key_Return)
    assert shell.page() is shell.child_page
    assert shell.child_page.chosen_child() == child
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is page
    assert page.measure.number == ROWS


def test_esc_goes_back_step_by_step_to_where_one_was(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Right)
    tile = focused(window_of(shell))
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Return)
    assert page.measure.number == ROWS
    keys.press(Qt.Key.Key_Escape)
    assert page.measure.number == TREND
    assert page.measure.trend.chart.current == 0
    keys.press(Qt.Key.Key_Escape)
    assert not page.measure_shown()
    assert focused(window_of(shell)) is tile


def test_chart_and_list_hold_the_same_and_are_at_the_same_mark(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    part = page.measure.trend
    assert [line.mark for line in part.rows.rows] == list(part.chart.marks)
    assert len(part.chart.marks) == 12
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left):
        keys.press(key)
        assert part.list.current_row() == part.chart.current
    part.list.setFocus()
    keys.press(Qt.Key.Key_Up)
    assert part.list.current_row() == part.chart.current


def test_one_key_shows_quarters_then_months_again(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_S)
    assert [mark.label for mark in page.measure.trend.chart.marks][-1] == "Q3"
    keys.press(Qt.Key.Key_S)
    assert page.measure.trend.chart.marks[-1].label == "Nov"


def three_iros(*, compared: bool) -> FakeDesk:
    desk = FakeDesk(iros=("Angela Marsh", "David Okafor", "Priya Nand"))
    desk.set_scope(None)
    if compared:
        desk.act(ChangeSetting(setting=IROS_COMPARED, value="yes", from_on=TODAY))
        desk.acted.clear()
    return desk


def test_iros_are_not_compared_before_the_service_chose_it_and_the_page_says_so(open_shell: OpenShell):
    _, page, keys = at(open_shell, three_iros(compared=False))
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_2)
    tile, titles = page.measure.tile, []
    assert tile is not None
    for _ in tile.figure.by:
        titles.append(page.measure.apart.chart.title)
        keys.press(Qt.Key.Key_S)
    assert not [title for title in titles if title.endswith("by IRO")]
    assert "does not compare IROs with one another" in page.measure.apart.note.text()
    page.open_measure("caseload.per-fte")
    keys.press(Qt.Key.Key_2)
    assert page.measure.apart.chart.title.endswith("by IRO")  # how many each has is no ranking


def test_the_switch_is_a_choice_of_the_service_asked_from_the_page_by_a_key(open_shell: OpenShell):
    desk = three_iros(compared=False)
    shell, page, keys = at(open_shell, desk)
    keys.press(Qt.Key.Key_O, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, SettingForm)
    assert "ranks them by what they were given" in form.about.text()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)  # what it would touch is shown before it counts
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [ChangeSetting(setting=IROS_COMPARED, value="yes", from_on=TODAY)]
    page.open_measure(HELD)
    keys.press(Qt.Key.Key_2)
    assert page.measure.apart.chart.title.endswith("by IRO")


def test_other_days_that_cannot_be_read_say_that_nothing_was_counted_and_not_that_it_was_not_saved(
    open_shell: OpenShell,
):
    shell, _, keys = at(open_shell)
    keys.press(Qt.Key.Key_D, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, FigureDays)
    form.from_on.setText("some day")
    keys.press(Qt.Key.Key_Return)
    assert form.summary.text().startswith("Nothing was counted yet")


def test_the_parts_add_up_to_the_whole_and_open_their_rows(open_shell: OpenShell):
    desk = three_iros(compared=True)
    _, page, keys = at(open_shell, desk)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_2)
    assert page.measure.number == APART
    part, tile = page.measure.apart, page.measure.tile
    assert tile is not None
    seen = []
    for _ in tile.figure.by:
        lines = part.rows.rows
        assert sum(line.figure.numerator for line in lines) == tile.figure.numerator
        assert sum(line.figure.denominator for line in lines) == tile.figure.denominator
        seen.append(part.chart.title)
        keys.press(Qt.Key.Key_S)
    assert len(set(seen)) == len(tile.figure.by)
    keys.press(Qt.Key.Key_End)
    here = part.current()
    assert here is not None
    keys.press(Qt.Key.Key_Return)
    counted = [one for one in page.measure.rows.rows.rows if one.group != "left out"]
    assert len(counted) == here.figure.denominator


def test_the_figure_of_one_iro_is_told_apart_by_team_first_and_not_by_that_iro(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_2)
    tile, titles = page.measure.tile, []
    assert tile is not None
    for _ in tile.figure.by:
        titles.append(page.measure.apart.chart.title)
        keys.press(Qt.Key.Key_S)
    assert titles[0].endswith("by team")
    assert not [title for title in titles if title.endswith("by IRO")]


def test_iros_stand_in_the_order_of_names_without_ranking(open_shell: OpenShell):
    _, page, keys = at(open_shell, three_iros(compared=True))
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_2)
    names = [line.label for line in page.measure.apart.rows.rows]
    assert By.IRO.value in page.measure.apart.chart.title.lower()
    assert names == sorted(names)
    assert "no ranking" in page.measure.apart.note.text()


def test_rows_are_shown_all_or_one_kind_after_the_other(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_3)
    part = page.measure.rows
    whole = len(part.rows.rows)
    counts = []
    for group in ("not met", "met", "left out"):
        keys.press(Qt.Key.Key_S)
        assert {line.group for line in part.rows.rows} == {group}
        counts.append(len(part.rows.rows))
    assert sum(counts) == whole
    keys.press(Qt.Key.Key_S)
    assert len(part.rows.rows) == whole


def test_a_measure_that_does_not_add_up_shows_what_is_wrong_and_no_figure(open_shell: OpenShell):
    _, page, keys = at(open_shell, OneBroken())
    tile = page.figures.grid.tiles[0]
    assert "do not add up: 3 + 4, 8 counted" in tile.accessibleName()
    assert "1 not shown" in page.figures.note.text()
    keys.press(Qt.Key.Key_Return)
    assert not page.measure.figure.isVisible()
    assert not page.measure.trend.chart.isVisible()
    assert "3 + 4, 8 counted" in page.measure.trend.note.text()
    keys.press(Qt.Key.Key_3)
    assert not page.measure.rows.rows.rows
    assert "3 + 4, 8 counted" in page.measure.rows.note.text()


def test_where_small_numbers_are_hidden_no_row_is_shown_and_that_is_said(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    assert not page.is_hiding.isVisible()
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    assert page.wish().hides_small
    assert page.is_hiding.isVisible()
    page.open_measure(HELD)
    assert page.is_hiding.isVisible()
    assert page.measure.trend.chart.about.endswith("small numbers hidden")  # a copied picture says so too
    keys.press(Qt.Key.Key_3)
    assert not page.measure.rows.rows.rows
    assert "small numbers are hidden" in page.measure.rows.note.text()
    assert focused(window_of(shell)) is page.measure.rows  # the keys stay where that is said
    assert "small numbers are hidden" in page.measure.rows.accessibleName()
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    assert page.measure.rows.rows.rows
    assert focused(window_of(shell)) is page.measure.rows.list
    assert not page.is_hiding.isVisible()


def test_where_it_is_hidden_what_is_left_out_it_is_not_said_to_be_nothing():
    figure = FakeDesk().performance(FigureWish(date(2026, 4, 1), TODAY)).tiles[0].figure
    assert left_out_words(replace(figure, left_out=())) == "nothing"
    assert left_out_words(replace(figure, left_out=(), check=f"3 in time + 9 late = 12 held; {OUT_HIDDEN}")) == "hidden"
    assert left_out_words(hidden_figure(figure)) == "hidden"


def test_small_numbers_stay_hidden_among_the_kept_figures(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keep_some(shell)
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    keys.press(Qt.Key.Key_2)
    assert page.is_hiding.isVisible()
    keys.press(Qt.Key.Key_Return)
    assert {one.kept for one in page.kept.figures.rows} == {"c"}
    keys.control(Qt.Key.Key_C)
    assert "c" in QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    assert {one.kept for one in page.kept.figures.rows} != {"c"}


def test_columns_before_the_days_that_are_counted_are_drawn_aside_and_that_is_said(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    part = page.measure.trend
    aside = [mark.label for mark in part.chart.marks if mark.is_aside]
    assert aside == ["Dec", "Jan", "Feb", "Mar"]
    assert "Outlined columns begin before 1 Apr 2026" in part.note.text()
    assert "before the days counted above" in part.chart.marks[0].sentence
    page.time.activated.emit(1)  # the whole of last year
    assert not [mark for mark in part.chart.marks if mark.is_aside]
    assert not part.note.text()


def test_another_time_is_chosen_and_the_measure_stays_open(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    page.open_measure(HELD)
    page.time.setCurrentIndex(1)
    page.time.activated.emit(1)
    assert (page.wish().from_on, page.wish().to_on) == (date(2025, 4, 1), date(2026, 3, 31))
    assert page.measure_shown() == HELD


def test_own_days_and_a_past_day_are_asked_by_a_form(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_D, CONTROL_SHIFT)
    assert isinstance(shell.side.form, FigureDays)
    keys.type("1 jun 2026")
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys.type("30 jun 2026")
    keys.press(Qt.Key.Key_Tab)
    keys.type("31 jul 2026")
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert page.wish() == FigureWish(date(2026, 6, 1), date(2026, 6, 30), "Angela Marsh", as_at=date(2026, 7, 31))


def test_a_past_day_that_is_to_come_is_refused_beside_its_field(open_shell: OpenShell):
    shell, _, keys = at(open_shell)
    keys.press(Qt.Key.Key_D, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, FigureDays)
    form.as_at.setText("1 jan 2027")
    form.try_save()
    assert "still to come" in form.fields["as_at"].problem.text()


def test_without_children_it_offers_to_bring_them_in(open_shell: OpenShell):
    shell, page, _ = at(open_shell, FakeDesk(0))
    assert page.empty.isVisible()
    assert focused(window_of(shell)) is page.empty.button


def test_a_time_in_which_nothing_was_is_said_and_is_no_nought_percent(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    page.set_days(date(2015, 4, 1), date(2015, 4, 30), None)
    assert "Choose another time" in page.figures.note.text()
    held = next(line for line in page.figures.rows.rows if line.tile.figure.measure == HELD)
    assert held.tile.figure.printed == "–"
    assert "nothing to count" in page.figures.grid.tiles[0].accessibleName()


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_models_are_sound(open_shell: OpenShell, qtmodeltester: ModelTester, count: int):
    _, page, _ = at(open_shell, FakeDesk(count))
    page.open_measure(HELD)
    for part in range(3):
        page.measure_parts.setCurrentIndex(part)
    for model in (page.figures.rows, page.measure.trend.rows, page.measure.apart.rows, page.measure.rows.rows):
        qtmodeltester.check(model)


# which figures stand large


def large(page: PerformancePage) -> list[str]:
    return [one.tile.figure.measure for one in page.figures.grid.tiles if not one.isHidden() and one.tile]


def test_by_keys_alone_another_figure_stands_large_first(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    told: list[tuple[str, ...]] = []
    window_of(shell).tiles_chosen.connect(told.append)
    keys.press(Qt.Key.Key_G, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, TilesForm)
    assert form.chosen == list(TILES)
    keys.press(Qt.Key.Key_Space)  # the first is taken out
    keys.press(Qt.Key.Key_End)
    last = form.current()
    assert last is not None
    keys.press(Qt.Key.Key_Space)  # and the last of the list put in, at the end
    form.list.choose_row(form.rows.line_of(last.measure))
    for _ in range(len(TILES)):
        keys.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    keys.press(Qt.Key.Key_Return)
    assert shell.side.form is None
    assert large(page) == [last.measure, *TILES[1:]]
    assert told == [(last.measure, *TILES[1:])]


def test_twelve_are_the_most_and_one_the_least(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_G, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, TilesForm)
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_Space)
    assert "Take one out first" in form.fields["tiles"].note.text()
    keys.press(Qt.Key.Key_Home)
    for _ in TILES:
        keys.press(Qt.Key.Key_Space)
    assert not form.chosen
    keys.press(Qt.Key.Key_Return)
    assert "one figure at least" in form.fields["tiles"].problem.text()
    assert "saved" not in form.summary.text()
    form.standard.click()
    keys.press(Qt.Key.Key_Return)
    assert large(page) == list(TILES)


@pytest.mark.parametrize("count", range(1, 13))
def test_few_tiles_fill_their_lines(open_shell: OpenShell, count: int):
    _, page, _ = at(open_shell)
    page.set_tiles(TILES[:count])
    grid = page.figures.grid
    assert len(large(page)) == count
    columns = grid.columns(grid.width())
    lines = -(-count // columns)
    assert lines * columns - count < lines  # no line misses more than one


def test_a_measure_that_this_version_does_not_know_is_passed_over(open_shell: OpenShell):
    shell, page, _ = at(open_shell)
    shell.deeds.tiles = ("no.such", "attendance")
    page.show_again()
    assert large(page) == ["attendance"]
    shell.deeds.tiles = ("no.such",)
    page.show_again()
    assert large(page) == list(TILES)


# copying and printing


def test_control_c_copies_the_list_with_its_headings(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    page.measure.trend.list.setFocus()
    keys.control(Qt.Key.Key_C)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Time", "Figure"]
    assert [line.split("\t")[0] for line in lines[1:]] == [one.label for one in page.measure.trend.rows.rows]
    assert "children" not in shell.note_bar.words.text()


def test_what_a_figure_is_of_is_not_said_twice_in_a_line(open_shell: OpenShell):
    _, page, _ = at(open_shell)
    said = []
    for measure in (HELD, "caseload.per-fte", "alerts.days"):
        page.open_measure(measure)
        columns = {one.key: one.show for one in page.measure.trend.rows.columns}
        said += [(columns["of"](one), columns["check"](one)) for one in page.measure.trend.rows.rows]
    assert not [one for one in said if one[0] == one[1] and one[0]]
    assert any(one[1] for one in said)


def test_copied_rows_say_that_they_name_children(open_shell: OpenShell):
    shell, _, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_3)
    keys.control(Qt.Key.Key_C)
    assert "it names children" in shell.note_bar.words.text()


@pytest.mark.parametrize("opens", ["", HELD, "alerts.days"])
def test_the_page_and_one_measure_are_printed_without_any_child(open_shell: OpenShell, tmp_path: Path, opens: str):
    shell, page, keys = at(open_shell)
    shell.performance_deeds.folder = tmp_path
    if opens:
        page.open_measure(opens)
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    form = shell.side.form
    assert isinstance(form, PrintForm)
    paper = form._make()
    children = shell.desk.caseload().rows
    assert not [row.child for row in children if row.child in paper.words or row.name in paper.words]
    assert form.place().name.startswith(f"figures-{opens.replace('.', '-')}")
    assert "Small numbers are shown" in form.about.text()
    keys.press(Qt.Key.Key_Return)
    (written,) = tmp_path.iterdir()
    assert written.read_bytes().startswith(b"%PDF")
    assert written.name in shell.note_bar.words.text()
    assert fake_of(shell).papers.log[0].what.startswith("Figures: "), "what is printed stands in the export log"


@pytest.mark.parametrize("opens", ["", HELD, "alerts.days"])
def test_paper_says_time_scope_check_and_meaning_and_nothing_runs_off_it(open_shell: OpenShell, opens: str):
    shell, page, keys = at(open_shell)
    if opens:
        page.open_measure(opens)
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    form, view = shell.side.form, page.view()
    assert isinstance(form, PrintForm)
    assert view is not None
    paper = form._make()
    pages = pages_of(paper)
    room = pages.size.height() - pages.margins.top - pages.margins.bottom
    assert all(top + item.height <= room + 0.01 for one in pages.pages for top, item in one.placed)
    said = paper.words
    assert f"{view.span_words}, {view.scope}" in said
    assert f"Printed from IRO Desktop on {short(TODAY)}" in paper.foot
    for tile in view.tiles:
        figure = tile.figure
        if opens in {"", figure.measure}:
            assert figure.name in said
            assert figure.definition in said
            assert figure.unit is Unit.COUNT or figure.check in said
    assert paper.tables  # whose headings stand again on each page


def test_paper_on_which_small_numbers_are_hidden_says_so(open_shell: OpenShell):
    shell, _, keys = at(open_shell)
    keys.press(Qt.Key.Key_H, CONTROL_SHIFT)
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    form = shell.side.form
    assert isinstance(form, PrintForm)
    assert "Small numbers are hidden" in form._make().words
    assert "small numbers hidden" in form._make().foot
    assert "Small numbers are shown" not in form.about.text()


def test_a_folder_that_is_not_there_is_refused_beside_the_file(open_shell: OpenShell, tmp_path: Path):
    shell, _, keys = at(open_shell)
    shell.performance_deeds.folder = tmp_path / "nowhere"
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    form = shell.side.form
    assert isinstance(form, PrintForm)
    form.try_save()
    assert "not there" in form.fields["path"].problem.text()


# kept figures


def kept(open_shell: OpenShell) -> tuple[Shell, PerformancePage, Keyboard]:
    shell, page, keys = at(open_shell)
    keep_some(shell)
    keys.press(Qt.Key.Key_2)
    return shell, page, keys


def test_figures_are_kept_for_the_days_that_are_shown(open_shell: OpenShell):
    desk = FakeDesk()
    shell, page, keys = at(open_shell, desk)
    page.time.activated.emit(1)
    keys.press(Qt.Key.Key_K, CONTROL_SHIFT)
    assert isinstance(shell.side.form, FreezeForm)
    keys.type("Annual report")
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [
        FreezeFigures(name="Annual report", from_on=date(2025, 4, 1), to_on=date(2026, 3, 31)),
    ]


def test_a_kept_set_opens_beside_today_down_to_the_rows_that_make_the_difference(open_shell: OpenShell):
    _, page, keys = kept(open_shell)
    keys.press(Qt.Key.Key_Return)
    assert page.kept.level == FIGURES
    one = next(figure for figure in page.kept.figures.rows if figure.new)
    page.kept.tables[FIGURES].choose_row(page.kept.figures.line_of(one.measure))
    keys.press(Qt.Key.Key_Return)
    assert page.kept.level == DIFFERENCE
    assert [line.row for line in page.kept.rows.rows] == list(one.new)
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    assert page.kept.level == SETS


@pytest.mark.parametrize("differs", [True, False])
def test_rows_that_make_a_difference_are_promised_only_where_there_are_some(open_shell: OpenShell, differs: bool):
    shell, page, keys = at(open_shell, FakeDesk() if differs else NothingDiffers())
    keep_some(shell)
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_Return)
    assert page.kept.level == FIGURES
    assert ("Enter on a figure" in page.kept.lead.text()) is differs


def test_a_set_that_was_tampered_with_is_marked_plainly(open_shell: OpenShell):
    desk = FakeDesk()
    shell, page, keys = at(open_shell, desk)
    keep_some(shell)
    fault = "“Attendance” is not as it was kept."
    sets = tuple(replace(one, is_sound=False, faults=(fault,)) for one in desk.figures.sets)
    desk.figures = replace(desk.figures, sets=sets)
    keys.press(Qt.Key.Key_2)
    model = page.kept.sets
    assert "not as it was kept" in model.data(model.index(0, 3))
    assert "not as it was kept" in str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    keys.press(Qt.Key.Key_Return)
    assert page.kept.faults.isVisible()
    assert page.kept.faults.text() == fault


def test_a_published_share_that_its_counts_do_not_give_is_doubted_and_can_be_saved(open_shell: OpenShell):
    desk = FakeDesk()
    shell, _, keys = at(open_shell, desk)
    keys.press(Qt.Key.Key_T, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, PublishedForm)
    keys.press(Qt.Key.Key_Tab)
    for words in ("94", "1,033", "1,233"):
        keys.type(words)
        keys.press(Qt.Key.Key_Tab)
    said = form.fields["value"].note
    assert said.isVisible()
    assert "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %" in said.text()
    for words in ("2023/24 as published", "1 apr 2023", "31 mar 2024"):
        keys.type(words)
        keys.press(Qt.Key.Key_Tab)
    assert focused(window_of(shell)) is form.save_button  # where Tab leads; Ctrl+Enter goes on from there too
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (act,) = desk.acted
    assert isinstance(act, RecordPublished)
    assert (act.value, act.numerator, act.denominator) == (94, 1033, 1233)
    after = shell.side.form
    assert isinstance(after, PublishedForm)
    assert after is not form
    assert after.name.text() == "2023/24 as published"
    assert after.measure.currentData() == DEFINITIONS[1].id


def test_a_share_that_its_counts_give_is_not_doubted(open_shell: OpenShell):
    shell, _, keys = at(open_shell)
    keys.press(Qt.Key.Key_T, CONTROL_SHIFT)
    form = shell.side.form
    assert isinstance(form, PublishedForm)
    form.value.setText("83.8 %")
    form.numerator.setText("1,033")
    form.denominator.setText("1,233")
    form.look_again()
    assert not form.fields["value"].note.isVisible()


def test_delete_takes_a_published_figure_away_and_a_frozen_one_stays(open_shell: OpenShell):
    desk = FakeDesk()
    shell, page, keys = at(open_shell, desk)
    keep_some(shell)
    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Delete)
    assert not [act for act in desk.acted if isinstance(act, RemovePublished)]
    assert "Nothing was changed" in shell.note_bar.words.text()
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Delete)
    assert desk.acted[-1] == RemovePublished(name="2024/25 as published", measure=HELD)
    assert len(page.kept.figures.rows) == 1
    keys.control(Qt.Key.Key_Z)
    assert len(page.kept.figures.rows) == 2


def test_where_nothing_is_kept_it_says_why_one_would(open_shell: OpenShell):
    shell, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_2)
    assert page.kept.empty.isVisible()
    assert focused(window_of(shell)) is page.kept.empty.button
    keys.press(Qt.Key.Key_Return)
    assert isinstance(shell.side.form, FreezeForm)


def test_its_commands_go_there_from_anywhere(open_shell: OpenShell):
    for command in (Command.FIGURE_DAYS, Command.FREEZE_FIGURES, Command.PUBLISHED, Command.PRINT_FIGURES):
        shell = open_shell(FakeDesk())
        window_of(shell).actions_by_command[command].trigger()
        assert shell.page() is shell.performance
        assert shell.side.form is not None


def test_rows_say_by_how_much_each_was_late(open_shell: OpenShell):
    _, page, keys = at(open_shell)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_3)
    columns = {one.key: one.show for one in page.measure.rows.rows.columns}
    for line in page.measure.rows.rows.rows:
        row = line.row
        days = (row.done_on - row.due_on).days if row.done_on and row.due_on else 0
        assert columns["late"](line) == ("" if days <= 0 else "1 day" if days == 1 else f"{days} days")
        assert (f"{row.days_late} day" in row_sentence(row)) is (days > 0)
