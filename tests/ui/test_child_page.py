"""The child's page: opened on the child in hand, left for where one was, its parts by digits."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from iro_desktop.ui.pages.child.sections import SECTIONS
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import window_of

OpenShell = Callable[..., Shell]


def test_one_key_opens_the_page_of_the_child_in_hand_and_esc_goes_back_to_the_same_row(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    view, keys = shell.deeds.in_hand.view, Keyboard(window_of(shell))
    assert view is not None
    row = shell.today.table.current_row()
    keys.press(Qt.Key.Key_O)
    assert shell.page() is shell.child_page
    assert shell.child_page.heading.text() == view.name
    keys.press(Qt.Key.Key_Escape)
    assert shell.page() is shell.today
    assert shell.today.table.current_row() == row


def test_the_page_follows_who_is_found(open_shell: OpenShell):
    desk = FakeDesk()
    shell = open_shell(desk)
    Keyboard(window_of(shell)).press(Qt.Key.Key_O)
    other = next(one for one in desk.children.values() if one.id != shell.child_page.chosen_child())
    shell.select(other.id)
    assert shell.child_page.chosen_child() == other.id


def test_each_part_has_its_digit(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_O)
    view = shell.deeds.in_hand.view
    assert view is not None
    applying = [section for section in SECTIONS if section.applies(view, shell.deeds)]
    for number, section in enumerate(applying, 1):
        keys.press(Qt.Key(Qt.Key.Key_0 + number))
        assert type(shell.child_page.section) is section
