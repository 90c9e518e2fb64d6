"""The preview shows the pages that are written, moves by keys, and tells a screen reader what stands in them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iro_desktop.domain.documents import Heading, NewPage, Paragraph
from iro_desktop.ui.paper import pages_of
from iro_desktop.ui.theme import Scheme, theme_of
from iro_desktop.ui.widgets.paper_view import PaperView, page_picture
from tests.exchange.documents import EVERY_BLOCK

THREE = replace(EVERY_BLOCK, blocks=(Heading("One"), NewPage(), Heading("Two"), NewPage(), Paragraph("Three.")))


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> PaperView:
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show_document(THREE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_seen_is_the_page_that_is_written(view: PaperView) -> None:
    place = view.page_rect(0)
    seen = view.grab(place.adjusted(3, 3, -3, -200).intersected(view.viewport().rect())).toImage()
    page = page_picture(pages_of(THREE), 0, place.size()).toImage()
    for x, y in ((90, 60), (200, 75), (91, 99), (120, 110)):
        assert seen.pixelColor(x, y) == page.pixelColor(x + 3, y + 3)
    assert any(page.pixelColor(x, y).value() < 120 for x in range(80, 300) for y in range(40, 120))


def test_it_is_told_in_words(view: PaperView) -> None:
    assert view.accessibleName() == f"Preview: {THREE.title}, 3 pages"
    assert "Two" in view.accessibleDescription()
    view.show_document(None)
    assert view.accessibleName() == "Preview"
    assert view.accessibleDescription() == ""


def test_keys_go_through_it_from_the_first_page_to_the_last(view: PaperView) -> None:
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Down)
    first = bar.value()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < first < bar.value()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert view.page_rect(2).bottom() <= view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_another_document_begins_at_its_first_page(view: PaperView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    view.show_document(replace(THREE, title="Another"))
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("size", [QSize(260, 220), QSize(700, 600), QSize(1900, 1000)])
@pytest.mark.parametrize("is_wide", [False, True])
def test_a_page_is_never_wider_than_its_room_and_keeps_its_shape(view: PaperView, size: QSize, is_wide: bool) -> None:
    view.show_document(replace(THREE, is_wide=is_wide))
    view.resize(size)
    QApplication.processEvents()
    place = view.page_rect(0)
    assert view.viewport().rect().left() <= place.left()
    assert place.right() <= view.viewport().rect().right()
    wanted = 297 / 210 if is_wide else 210 / 297
    assert place.width() / place.height() == pytest.approx(wanted, rel=0.01)


def test_paper_is_white_in_dark_colours_and_at_twice_the_size(view: PaperView) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme_of(app).choose(Scheme.DARK, 200)
    QApplication.processEvents()
    place = view.page_rect(0)
    image = view.grab().toImage()
    assert image.pixelColor(place.left() + 8, place.top() + 8).value() > 250
    assert image.pixelColor(place.left() - 8, place.top() + 8).value() < 60
