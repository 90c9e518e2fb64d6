"""The child's footprint and the caseload's heat map, worked by keys alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from iro_desktop.domain.acts import RecordContact, RemoveContact
from iro_desktop.domain.vocabulary import ContactKind
from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.sections import SECTIONS
from iro_desktop.ui.pages.footprints import ORDERS
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY
from tests.ui.handles import focused, window_of

OpenShell = Callable[..., Shell]


def part_of(shell: Shell) -> Footprint:
    assert shell.page() is shell.child_page
    section = shell.child_page.section
    assert isinstance(section, Footprint)
    return section


@pytest.fixture
def opened(open_shell: OpenShell) -> Callable[[FakeDesk], tuple[Shell, Footprint, Keyboard]]:
    """The part of the child with most on the strip, come to by keys."""

    def open_it(desk: FakeDesk) -> tuple[Shell, Footprint, Keyboard]:
        shell = open_shell(desk)
        most = max(desk.children, key=lambda child: len(desk.footprint(child).marks))
        shell.select(most)
        keys = Keyboard(window_of(shell))
        keys.press(Qt.Key.Key_O)
        digit = [section.title for section in SECTIONS].index(Footprint.title) + 1
        keys.press(Qt.Key(Qt.Key.Key_0 + digit))
        return shell, part_of(shell), keys

    return open_it


def test_the_arrows_go_from_mark_to_mark_and_the_list_follows(opened):
    _, part, keys = opened(FakeDesk())
    part.strip.setFocus()
    ids = [one.id for one in reversed(part.rows.rows)]
    keys.press(Qt.Key.Key_Home)
    for expected in ids:
        here = part.current()
        assert here is not None
        assert here.id == expected
        assert here.sentence in part.strip.accessibleDescription()
        keys.press(Qt.Key.Key_Right)


def test_the_strip_follows_the_list(opened):
    _, part, keys = opened(FakeDesk())
    keys.press(Qt.Key.Key_End)
    here = part.strip.current()
    assert here is not None
    assert here.id == part.rows.rows[-1].id


def test_delete_takes_a_contact_away_and_undo_brings_it_back(opened):
    desk = FakeDesk()
    _, part, keys = opened(desk)
    before = part.rows.rows
    part.list.choose_row(next(line for line, one in enumerate(before) if one.is_contact))
    keys.press(Qt.Key.Key_Delete)
    assert isinstance(desk.acted[-1], RemoveContact)
    assert len(part.rows.rows) == len(before) - 1
    assert part.current() is not None
    keys.control(Qt.Key.Key_Z)
    assert [one.id for one in part.rows.rows] == [one.id for one in before]


def test_a_review_is_not_taken_away_here_and_that_is_said(opened):
    desk = FakeDesk()
    shell, part, keys = opened(desk)
    part.list.choose_row(next(line for line, one in enumerate(part.rows.rows) if one.what == "Review"))
    keys.press(Qt.Key.Key_Delete)
    assert not desk.acted
    assert "Nothing was changed" in shell.note_bar.words.text()


def test_a_contact_recorded_from_here_stands_on_the_strip_at_once(opened):
    desk = FakeDesk()
    shell, part, keys = opened(desk)
    keys.press(Qt.Key.Key_V)
    keys.press(Qt.Key.Key_5)
    keys.press(Qt.Key.Key_Return)
    assert desk.acted == [
        RecordContact(child=shell.child_page.chosen_child(), on=TODAY, how=ContactKind.MESSAGE),
    ]
    assert part.rows.rows[0].what == "Message"
    assert focused(window_of(shell)) is part.list


def test_where_nothing_is_recorded_it_says_how_to_begin(open_shell: OpenShell):
    desk = FakeDesk()
    shell = open_shell(desk)
    least = min(desk.children, key=lambda child: len(desk.footprint(child).marks))
    for mark in desk.footprint(least).marks:
        if mark.remove:
            desk.act(mark.remove)
    if desk.footprint(least).marks:
        desk.children[least] = replace(desk.children[least], last_on=None)
    shell.select(least)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Footprint.title)
    part = part_of(shell)
    assert "V records a contact" in part.longest.text()
    assert part.list.isHidden()
    shell.child_page.focus_list()
    assert focused(window_of(shell)) is part.contact


def heat(shell: Shell) -> Keyboard:
    keys = Keyboard(window_of(shell))
    keys.control(Qt.Key.Key_6)
    assert shell.page() is shell.footprints
    return keys


def test_the_heat_map_and_the_list_hold_the_same_children_and_the_same_choice(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    keys, page = heat(shell), shell.footprints
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    child = page.chosen_child()
    assert child
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == child
    keys.press(Qt.Key.Key_2)
    assert page.table is page.tables[1]
    assert page.chosen_child() == child
    assert [row.child for row in page.rows.rows] == [row.child for row in page.heat.rows]


def test_one_key_takes_the_next_order_and_the_child_stays_chosen(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    keys, page = heat(shell), shell.footprints
    keys.press(Qt.Key.Key_Down)
    child = page.chosen_child()
    for words, key in (*ORDERS[1:], ORDERS[0]):
        keys.press(Qt.Key.Key_S)
        found = [key(row) for row in page.rows.rows]
        assert found == sorted(found)
        assert words in page.sort_button.text()
        assert page.chosen_child() == child


def test_enter_opens_the_childs_own_strip_and_esc_comes_back_to_the_row(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    keys = heat(shell)
    keys.press(Qt.Key.Key_Down)
    child = shell.footprints.chosen_child()
    keys.press(Qt.Key.Key_Return)
    part_of(shell)
    assert shell.child_page.chosen_child() == child
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.footprints
    assert shell.footprints.chosen_child() == child


def test_every_cell_says_its_month_in_words(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    heat(shell)
    model = shell.footprints.heat
    words = str(model.data(model.index(0, 12), Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("Nov 2026: ")
    assert model.headerData(12, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == "Nov 2026"
    assert "longest without" in str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_models_are_sound(open_shell: OpenShell, qtmodeltester: ModelTester, count: int):
    shell = open_shell(FakeDesk(count))
    heat(shell)
    qtmodeltester.check(shell.footprints.heat)
    qtmodeltester.check(shell.footprints.rows)


def test_without_children_it_offers_to_bring_them_in(open_shell: OpenShell):
    shell = open_shell(FakeDesk(0))
    heat(shell)
    assert shell.footprints.empty.isVisible()
    assert focused(window_of(shell)) is shell.footprints.empty.button
