"""Our own charts: drawn from nought, gaps told as gaps, no label on another, worked by keys, read from a list."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iro_desktop.ui.theme import LIGHT, Scheme, base_font, theme_of
from iro_desktop.ui.widgets.chart import Chart, ChartMark, Look
from iro_desktop.ui.widgets.chart_bars import Bars
from iro_desktop.ui.widgets.chart_columns import Columns, label_boxes
from iro_desktop.ui.widgets.chart_scale import scale_of
from iro_desktop.ui.widgets.spark import runs_of

ROOM = QRectF(0, 0, 700, 240)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def mark(label: str, value: float | None, group: str = "") -> ChartMark:
    printed = "–" if value is None else f"{value:.1f} %"
    return ChartMark(label, value, printed, "" if value is None else "1,033/1,233", f"{label}: {printed}", group)


def months(count: int) -> list[ChartMark]:
    return [mark(MONTHS[n % 12], float(50 + n % 40), str(2024 + n // 12)) for n in range(count)]


def painted(drawing: Columns | Bars, marks: list[ChartMark], current: int = -1) -> QImage:
    image = QImage(700, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    drawing.paint(painter, marks, ROOM, Look(LIGHT, base_font(100), current))
    painter.end()
    return image


def test_a_share_is_drawn_on_nought_to_a_hundred_whatever_it_is():
    scale = scale_of([97.0, 98.0], is_share=True)
    assert (scale.ticks, scale.part(97.0)) == ((0.0, 50.0, 100.0), 0.97)


@pytest.mark.parametrize("values", [[1], [3, None, 17], [999], [0.4, 1.2], [0], [12345, 3]])
def test_a_count_is_drawn_from_nought_to_a_round_number_at_or_above_the_highest(values: list[float | None]):
    scale = scale_of(values, is_share=False)
    highest = max(one for one in values if one is not None)
    assert scale.ticks[0] == 0
    assert scale.ticks[-1] == scale.top >= highest
    assert scale.top <= max(1.0, 2.5 * highest)
    assert len(scale.ticks) <= 6


def test_whole_numbers_have_whole_lines():
    assert all(tick.is_integer() for tick in scale_of([2, 1], is_share=False).ticks)


def test_a_month_with_nothing_to_count_is_a_gap_and_nought_is_not(dressed: QApplication):
    gap = painted(Columns(is_share=True), [mark("Jan", 60.0), mark("Feb", None), mark("Mar", 60.0)])
    nought = painted(Columns(is_share=True), [mark("Jan", 60.0), mark("Feb", 0.0), mark("Mar", 60.0)])
    accent = QColor(LIGHT.accent).rgb()
    slot = range(290, 460)

    def columns(image: QImage) -> int:
        return sum(image.pixel(x, y) == accent for x in slot for y in range(240))

    assert columns(gap) == 0
    assert columns(nought) > 0


def test_a_line_of_months_is_broken_at_a_gap():
    here = [QPointF(n, 0) for n in range(3)]
    assert runs_of([here[0], None, here[1], here[2]]) == [[here[0]], [here[1], here[2]]]
    assert runs_of([None, None]) == []


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("count", [1, 8, 12, 24, 36, 60])
@pytest.mark.parametrize("width", [300, 640, 1100])
def test_no_label_lies_on_another(dressed: QApplication, scale: int, count: int, width: int):
    room = QRectF(0, 0, width, 400)
    for line in label_boxes(months(count), room, base_font(scale)):
        boxes = sorted(line, key=lambda box: box.left())
        assert not [1 for one, other in pairwise(boxes) if one.right() > other.left() + 0.5]
        assert all(box.right() <= width + 1 for box in boxes)


def test_the_chosen_column_is_told_without_colour(dressed: QApplication):
    """In greyscale it is darker than the others by far, and its name is set stronger."""
    image = painted(Columns(is_share=True), months(4), current=2)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    chart = Chart("", Columns(is_share=True))
    chart.marks = tuple(months(4))
    tones = [
        grey.pixelColor(round(place.center().x()) - 20, 150).lightness()
        for place in Columns(is_share=True).places(months(4), base_font(100), ROOM)
    ]
    assert min(abs(tones[2] - other) for other in (tones[0], tones[1], tones[3])) > 30


def test_a_part_that_is_not_recorded_is_hatched(dressed: QApplication):
    quiet = painted(Bars(is_share=True, quiet=frozenset({"Jan"})), [mark("Jan", 80.0)])
    plain = painted(Bars(is_share=True), [mark("Jan", 80.0)])
    accent = QColor(LIGHT.accent).rgb()

    def filled(image: QImage) -> int:
        return sum(image.pixel(x, y) == accent for x in range(700) for y in range(60))

    assert 0 < filled(quiet) < filled(plain) / 2


def test_arrows_go_over_the_marks_and_enter_opens_one(dressed: QApplication, qtbot: QtBot):
    chart = Chart("Reviews, by month", Columns(is_share=True))
    qtbot.addWidget(chart)
    chart.show_marks("Reviews, by month", months(5))
    chosen: list[int] = []
    opened: list[int] = []
    chart.mark_chosen.connect(chosen.append)
    chart.mark_opened.connect(opened.append)
    assert chart.current == 4
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert chosen == [0, 1, 2, 1]
    assert opened == [1]
    assert chart.accessibleDescription() == chart.marks[1].sentence


def test_the_same_month_stays_chosen_when_the_figures_change(dressed: QApplication, qtbot: QtBot):
    chart = Chart("", Columns(is_share=True))
    qtbot.addWidget(chart)
    chart.show_marks("", months(24))
    chart.take(3)
    chart.show_marks("", months(24)[2:])
    assert (chart.marks[chart.current].label, chart.marks[chart.current].group) == ("Apr", "2024")


def test_control_c_copies_a_picture_in_light_colours(dressed: QApplication, qtbot: QtBot):
    theme_of(dressed).choose(Scheme.DARK)
    chart = Chart("Reviews, by month", Columns(is_share=True))
    qtbot.addWidget(chart)
    chart.show_marks("Reviews, by month", months(12))
    with qtbot.waitSignal(chart.copied) as told:
        QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = dressed.clipboard().image()
    assert image.pixelColor(2, 2) == QColor(LIGHT.surface)
    assert image.size().width() >= QSize(1200, 420).width()
    assert "no child" in told.args[0]


def test_an_empty_chart_paints_and_takes_keys(dressed: QApplication, qtbot: QtBot):
    chart = Chart("Nothing", Bars(is_share=False))
    qtbot.addWidget(chart)
    chart.show_marks("Nothing", [])
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert not chart.grab().isNull()
    assert chart.accessibleDescription() == "Nothing to show"


def test_a_long_name_of_a_part_never_reaches_its_bar(dressed: QApplication):
    marks = [
        mark("A theme with a name as long as nobody would print it on a page anywhere at all", 80.0),
        mark("B", 1.0),
    ]
    font = QFont(base_font(200))
    places = Bars(is_share=True).places(marks, font, ROOM)
    assert not places[0].intersects(places[1])
    assert not painted(Bars(is_share=True), marks).isNull()


def test_a_column_aside_is_lighter_in_grey_and_has_an_outline(dressed: QApplication):
    marks = [replace(one, is_aside=number < 2) for number, one in enumerate(months(4))]
    grey = painted(Columns(is_share=True), marks).convertToFormat(QImage.Format.Format_Grayscale8)
    places = Columns(is_share=True).places(marks, base_font(100), ROOM)
    tones = [grey.pixelColor(round(place.center().x()) - 20, 170).lightness() for place in places]
    assert min(tones[:2]) > max(tones[2:]) + 60
    row = [grey.pixelColor(x, 170).lightness() for x in range(round(places[0].left()), round(places[0].right()))]
    assert min(row) < tones[0] - 60  # its edge


def test_one_begins_at_the_newest_column_and_at_the_first_bar(dressed: QApplication, qtbot: QtBot):
    for drawing, begin in ((Columns(is_share=True), 3), (Bars(is_share=True), 0)):
        chart = Chart("", drawing)
        qtbot.addWidget(chart)
        chart.show_marks("", months(4))
        assert chart.current == begin


def test_a_picture_that_goes_elsewhere_says_time_and_scope(dressed: QApplication, qtbot: QtBot):
    chart = Chart("Reviews, by month", Columns(is_share=True))
    qtbot.addWidget(chart)
    chart.show_marks("Reviews, by month", months(12))
    plain = chart.picture()
    chart.about = "1 April to 23 November 2026, all IROs"
    told = chart.picture()
    head = [(x, y) for x in range(40, 800, 3) for y in range(76, 120)]
    assert any(told.pixel(x, y) != told.pixel(2, 2) for x, y in head)
    assert told.height() >= plain.height()
